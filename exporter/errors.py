"""Everything that can go wrong, in one family.

ExporterError                what every error of this package is
├── ContentError             the content is at fault; carries every problem found   (exit 1)
│   ├── CellRefusedError     a cell that Excel cannot hold
│   ├── NotAllowedError      a report reaches for what nobody has allowed it
│   ├── ProofError           a written file shows something else than the facts
│   └── OverflowingPageError a one-pager that does not fit on its page
└── FaultError               what is at fault is not the content
    ├── UsageError           the call is wrong                                       (exit 2)
    └── SetupError           a library, font, permission or room is missing          (exit 3)

A WrongValueError is for whoever reads values: it becomes a Problem where file and line are known.
What is wrong and what would be right are two fields, from where they arise to where they are
printed.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

_LONGEST = 400  # characters of what is wrong; it is longer by a value that somebody wrote
_LONGEST_REMEDY = 5_000  # of what would be right, in which a path may stand, to be pasted
MOST_REPORTED = 1_000  # problems; nobody mends more in one go, and a million would fill the memory


def has_lines(file: str) -> bool:
    """Whether places in `file` are lines; in tables they are rows."""
    return not file or file.lower().endswith((".yaml", ".yml", ".toml"))


def place_in(file: str, line: int) -> str:
    """How messages name a place: `facts.yaml:12`, `facts.csv: row 12`; the file alone for 0."""
    if not line:
        return file
    return ":".join(filter(None, (file, str(line)))) if has_lines(file) else f"{file}: row {line}"


def character_name(character: str) -> str:
    """How messages call a character: itself where it shows, its number and its name."""
    name = unicodedata.name(character, "")
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}U+{ord(character):04X}{name and ' '}{name}"


def without_middle(text: str, most: int) -> str:
    """A text of at most so many characters, with … for those in the middle that are too many."""
    half = (most - 3) // 2
    return text if len(text) <= most else f"{text[:half]} … {text[-half:]}"


class Fault(NamedTuple):
    """What is wrong, and what would be right; "" where nobody can say."""

    wrong: str
    right: str

    def __str__(self) -> str:
        """Both as one sentence: `what is wrong; what would be right`."""
        return f"{self.wrong}; {self.right}" if self.right else self.wrong


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

    def __post_init__(self) -> None:
        """Tell no more than people read: a value may be a million characters long."""
        for name, most in (("subject", _LONGEST), ("wrong", _LONGEST), ("right", _LONGEST_REMEDY)):
            object.__setattr__(self, name, without_middle(getattr(self, name), most))

    def __str__(self) -> str:
        """The problem as one line: `file:line: fact: what is wrong; what would be right`.

        In a table people count rows: `file: row 17, fact x: what is wrong; what would be right`.
        """
        sentence = str(Fault(self.wrong, self.right))
        if self.line and not has_lines(self.file):
            fact = f", fact {self.subject}" if self.subject else ""
            return f"{place_in(self.file, self.line)}{fact}: {sentence}"
        place = place_in(self.file, self.line) + (f":{self.column}" if self.column else "")
        return ": ".join(part for part in (place, self.subject, sentence) if part)


class Doubt(Problem):
    """What a reader tells among problems, and does not refuse: it may be meant so."""

    __slots__ = ()


class FirstProblems:
    """Lets the first problems through, then one that says that there are more.

    Attributes:
        most: How many go through.
    """

    def __init__(self, most: int = MOST_REPORTED) -> None:
        """None has gone through yet."""
        self.most = most
        self._count = 0

    @property
    def is_full(self) -> bool:
        """Whether nothing more goes through."""
        return self._count > self.most

    @property
    def _bound(self) -> int:
        """What there are more of, once it is full."""
        return self.most

    def _see(self, problem: Problem) -> None:  # noqa: ARG002 - `FirstFaults` looks at it
        self._count += 1

    def take(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of `problems` that go through; the rest are not even made."""
        if self.is_full:
            return []
        through: list[Problem] = []
        for problem in problems:
            self._see(problem)
            if self.is_full:
                wrong = f"there are more than {self._bound:,} problems"
                right = "mend those that are told, then check again"
                through.append(Problem(problem.file, problem.line, "", wrong, right))
                break
            through.append(problem)
        return through


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

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        """Pickled by its problems, not by the message made of them: processes hand it on."""
        return type(self), (self.problems,)


class Place(NamedTuple):
    """Something beyond a report's folder: a `path`, a `host`, a variable of the `env`ironment."""

    kind: str
    name: str

    def __str__(self) -> str:
        """As `--allow` takes it: `host:db.example.com:5432`."""
        return f"{self.kind}:{self.name}"


class NotAllowedError(ContentError):
    """A report reaches beyond its folder, for what nobody has allowed it.

    Attributes:
        places: What would have to be allowed.
        remedy: How, ready to paste.
    """

    def __init__(self, problems: Sequence[Problem], places: Sequence[Place], remedy: str) -> None:
        super().__init__(problems)
        self.places, self.remedy = tuple(places), remedy

    def __str__(self) -> str:
        """A line for each problem, then the remedy."""
        return f"{super().__str__()}\n{self.remedy}"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        """Pickled by its parts, as every ContentError is."""
        return type(self), (self.problems, self.places, self.remedy)


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


class FaultError(ExporterError):
    """Something is wrong that is not the content; mostly one thing.

    Attributes:
        faults: What is wrong, each with what would be right.
    """

    def __init__(self, wrong: str, right: str, *others: Fault) -> None:
        faults = [
            Fault(without_middle(wrong, _LONGEST), without_middle(right, _LONGEST_REMEDY))
            for wrong, right in (Fault(wrong, right), *others)
        ]
        super().__init__(*faults[0], *faults[1:])
        self.faults = tuple(faults)

    @classmethod
    def of(cls, faults: Sequence[Fault]) -> Self:
        """The error of several faults, one at least."""
        first, *others = faults
        return cls(*first, *others)

    def __str__(self) -> str:
        """A line for each fault."""
        return "\n".join(map(str, self.faults))


class UsageError(FaultError):
    """The command was called in a way that cannot be carried out."""

    exit_status = 2


class SetupError(FaultError):
    """The environment lacks something: a library, a font, a permission, room on the disk."""

    exit_status = 3


# An index may hold a stranger's package of this name, so no command asks for it there.
INSTALL_EXTRAS = (
    "run: make extras (or pip install --require-hashes -r requirements/extras.txt, from the clone)"
)


class WrongValueError(ValueError):
    """A value that is read is not right.

    Attributes:
        fault: What is wrong with it, and what would be right.
    """

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong, right)
        self.fault = Fault(wrong, right)

    def __str__(self) -> str:
        return str(self.fault)


class WrongEntryError(WrongValueError):
    """An entry of a list that is read is not right.

    Attributes:
        line: Where it stands.
    """

    def __init__(self, wrong: str, right: str, line: int) -> None:
        super().__init__(wrong, right)
        self.line = line
        self.args = wrong, right, line


class WrongValuesError(WrongValueError):
    """Several values of one part are not right.

    Attributes:
        faults: What is wrong with them, each with the keys that lead to it from that part.
    """

    def __init__(self, *faults: tuple[tuple[str, ...], Fault]) -> None:
        super().__init__(*faults[0][1])
        self.faults = faults
        self.args = faults

    def __str__(self) -> str:
        """A line for each fault."""
        return "\n".join(str(fault) for _, fault in self.faults)
