"""What a written file and its layout disagree on, said in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

MISSING = "missing"
NOTHING = "nothing"
_LONGEST = 120
_BEFORE = 40


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One thing that a written file shows otherwise than it was laid out.

    Attributes:
        file: The file's name.
        place: `ModelScope!B7 (modelscope-downloads)`, `ModelScope (sheet)`, `page 1`, `view cicc`.
        what: What differs: `value`, `number format`, `link`, `formula`, `row`, `sheet order`.
        expected: What was laid out.
        found: What the file has.
    """

    file: str
    place: str
    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        """The difference as one sentence."""
        told = f"the {self.what} is «{self.found}»; expected «{self.expected}»"
        return ": ".join(part for part in (self.file, self.place, told) if part)


def unlike(place: str, what: str, expected: str, found: str) -> Difference:
    """A difference in a file yet to be named; long texts are cut to where they part."""
    if len(expected) > _LONGEST or len(found) > _LONGEST:
        start = max(0, _parting(expected, found) - _BEFORE)
        expected, found = _cut(expected, start), _cut(found, start)
    return Difference("", place, what, expected, found)


def unlike_line(expected: bytes, actual: bytes) -> Difference | None:
    """The first line in which a text file yet to be named differs; None where none does."""
    right, found = (content.decode("utf-8", "replace") for content in (expected, actual))
    pairs = zip_longest(right.split("\n"), found.split("\n"))
    for number, (ours, theirs) in enumerate(pairs, 1):
        if ours != theirs:
            return unlike(
                f"line {number}",
                "text",
                *(MISSING if line is None else line for line in (ours, theirs)),
            )
    if expected == actual:
        return None
    return unlike("file", "bytes", "UTF-8 as it is written", "others")


def in_file(file: str, differences: Iterable[Difference]) -> Iterator[Difference]:
    """The differences, said of `file`."""
    return (replace(difference, file=file) for difference in differences)


def unreadable(file: str, reason: object) -> Difference:
    """The one difference of a file that no reader makes sense of."""
    kind = type(reason).__name__ if isinstance(reason, Exception) else ""
    told = ": ".join(part for part in (kind, " ".join(str(reason).split())) if part)
    return Difference(file, "file", "content", "a file that can be read", f"unreadable: {told}")


def _parting(text: str, other: str) -> int:
    """Where two texts first differ."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(text), len(other)))


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"
