"""Everything that can go wrong, in one family.

ExporterError                what every error of this package is
├── ContentError             the content is at fault; carries every problem found   (exit 1)
│   ├── CellRefusedError     a cell that Excel cannot hold
│   ├── ProofError           a written file shows something else than the facts
│   └── OverflowingPageError a one-pager that does not fit on its page
├── UsageError               the call is wrong                                       (exit 2)
└── SetupError               a library, font, permission or room is missing          (exit 3)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self


def has_lines(file: str) -> bool:
    """Whether places in `file` are lines; in tables they are rows."""
    return not file or file.lower().endswith((".yaml", ".yml"))


def place_in(file: str, line: int) -> str:
    """How messages name a place: `facts.yaml:12`, `facts.csv: row 12`; the file alone for 0."""
    if not line:
        return file
    return ":".join(filter(None, (file, str(line)))) if has_lines(file) else f"{file}: row {line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with the content, and what would be right.

    Attributes:
        file: The file as the user named it, or "" where the problem has no file.
        line: Line (from 1) in that file, or row where the file is a table; 0 where there is none.
        subject: Id of the fact, view or source; "" where there is none yet.
        wrong: What is wrong, in words that need no code to understand.
        right: What would be right.
        column: Column (from 1) where a parser knows it; else 0.
    """

    file: str
    line: int
    subject: str
    wrong: str
    right: str
    column: int = 0

    def __str__(self) -> str:
        """The problem as one line: `file:line: fact: what is wrong; what would be right`.

        In a table people count rows: `file: row 17, fact x: what is wrong; what would be right`.
        """
        sentence = f"{self.wrong}; {self.right}" if self.right else self.wrong
        if self.line and not has_lines(self.file):
            fact = f", fact {self.subject}" if self.subject else ""
            return f"{place_in(self.file, self.line)}{fact}: {sentence}"
        place = place_in(self.file, self.line) + (f":{self.column}" if self.column else "")
        return ": ".join(part for part in (place, self.subject, sentence) if part)


class ExporterError(Exception):
    """What every error of this package is."""

    exit_status = 1


class ContentError(ExporterError):
    """The content is at fault: every problem of the run, not the first alone."""

    exit_status = 1

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("a ContentError needs a problem to tell")
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[Self], tuple[Sequence[Problem]]]:
        """Pickled by its problems, not by the message made of them: processes hand it on."""
        return type(self), (self.problems,)


class CellRefusedError(ContentError):
    """A cell that Excel cannot hold; names sheet, cell and fact."""


class ProofError(ContentError):
    """A written file, read back, shows something else than the facts; names every place."""

    @classmethod
    def of(cls, differences: Iterable[object], right: str, file: str = "") -> Self:
        """The error that tells differences, each as it says of itself.

        Args:
            differences: What a comparison found; at least one.
            right: What they mean for whoever reads of them.
            file: The file or folder that all of them are about; "" where each names its own.
        """
        return cls([Problem(file, 0, "", str(difference), right) for difference in differences])


class OverflowingPageError(ContentError):
    """A one-pager that overflows its page at the densest setting; names what to shorten."""


class UsageError(ExporterError):
    """The command was called in a way that cannot be carried out."""

    exit_status = 2


class SetupError(ExporterError):
    """The environment lacks something: a library, a font, a permission, room on the disk."""

    exit_status = 3
