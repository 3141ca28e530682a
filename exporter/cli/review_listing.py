"""What is still to be looked at, as lines: a quote, and below it what is stated by it."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from exporter.cli.terminal import obeyed_by_none
from exporter.errors import Problem, place_in, without_middle

if TYPE_CHECKING:
    from exporter.edits.review import Review
    from exporter.facts.review_marks import ReviewMark

_LONGEST_QUOTE = 160  # characters; the file has all of them
_MOST_PROBLEMS = 10  # of what is wrong besides; `exporter check` has all
_WRITE_PERIOD = (
    "where the source says when, write it: `period: 2026-Q3`, or a year, a month, a day, a half "
    "(2026-H1), a fiscal year (FY2026); without it a fact is as of the day of its source"
)


def listing(found: "Review") -> Iterator[str]:
    """A quote a group, those with something unsure first, and a line a fact or view below it."""
    groups: dict[tuple[str, str], list[ReviewMark]] = {}
    for mark in found.marked:
        groups.setdefault((mark.file, mark.quote), []).append(mark)
    for (file, quote), marks in groups.items():
        yield f"{file}: {one_line(without_middle(quote, _LONGEST_QUOTE))}"
        for mark in sorted(marks, key=lambda mark: mark.line):
            yield f"    {_line(mark, found)}"
    if not all(found.known[mark].is_dated for mark in found.marked):
        yield f"period not given: {_WRITE_PERIOD}"


def besides(problems: Sequence[Problem]) -> Iterator[str]:
    """The first of what is wrong besides, and how many there are more."""
    yield from (f"besides: {one_line(str(one))}" for one in islice(problems, _MOST_PROBLEMS))
    if more := len(problems[_MOST_PROBLEMS:]):
        yield f"besides: {more:,} more"


def one_line(text: str) -> str:
    """A text on one line, in which no sign commands a terminal."""
    return obeyed_by_none(" ".join(text.split()))


def _line(mark: "ReviewMark", found: "Review") -> str:
    """What is stated, as it prints, of when, of whom, by whom; and why a person should look."""
    known = found.known[mark]
    is_own = mark.attribution in ("", mark.entity, known.about)
    by = "" if is_own else f"said by {mark.attribution}"
    said = ", ".join(filter(None, (known.value, known.when, known.about, by)))
    opinion = [mark.opinion] if mark.opinion else []
    doubts = [] if mark.is_new else [f"review: {mark.reason}"]
    doubts += [f"check: {known.open}"] if known.open else []
    place = place_in("", mark.line) or "?"
    return one_line("; ".join([f"{place}: {mark.id}: {known.what}: {said}", *opinion, *doubts]))
