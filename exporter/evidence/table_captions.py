"""Whether the rows of a quote stand under the caption that it joins them to.

(in millions) of one table says nothing of a row of the next one, which is in thousands. Where the
text of a source is at hand, the caption nearest above a row has to be in the size that is quoted.
"""

from collections.abc import Iterator
from functools import lru_cache

from exporter.errors import Fault
from exporter.evidence.claims import Spans
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.sources import Source
from exporter.facts.folding import fold, lower

_LONGEST = 160  # characters of a caption; what is longer is prose
_MONEY = "money:"


def other_caption(spans: Spans, source: Source) -> Fault | None:
    """What to say of a quote that joins a caption to a row under another one; None for nothing.

    Args:
        spans: First and last clause of each passage of the quote, in the text at hand.
        source: Has that text.
    """
    text, clauses = source.text or "", source.clauses
    quoted: TableUnit | None = None
    below = 0  # where what is quoted of the caption ends
    for first, last in spans:
        passage = text[clauses[first].start : clauses[last].end]
        if own := _unit_of(passage):
            quoted, below = own, clauses[last].end
        elif quoted is not None:
            caption = _other_above(text, below, clauses[first].start, quoted)
            if caption and all(
                _other_above(text, below, at, quoted) for at in _places(first, last, source)
            ):
                return _fault(caption, passage)
    return None


def _places(first: int, last: int, source: Source) -> Iterator[int]:
    """Wherever the clauses of a passage stand once more behind it."""
    names = source.text_fingerprints
    for place in source.text_positions.get(names[first], ()):
        if place > first and names[place : place + last - first + 1] == names[first : last + 1]:
            yield source.clauses[place].start


def _other_above(text: str, begin: int, end: int, quoted: TableUnit) -> str:
    """The caption nearest above a row, if it contradicts the one that is quoted; else ""."""
    for line in _lines_above(text, begin, end):
        if nearest := _unit_of(line):
            return line if _differs(quoted, nearest) else ""
    return ""


def _fault(caption: str, row: str) -> Fault:
    shown = " ".join(caption.split())
    wrong = f"the quote joins a caption to {' '.join(row.split())!r}, which stands under {shown!r}"
    return Fault(wrong, f"quote that caption: {shown!r}")


def _lines_above(text: str, begin: int, end: int) -> Iterator[str]:
    """The whole lines of a text between two places, the last first."""
    stop = max(text.rfind("\n", begin, end), begin)
    while (start := text.rfind("\n", begin, stop)) >= 0:
        yield text[start + 1 : stop]
        stop = start


@lru_cache(maxsize=4096)
def _unit_of(line: str) -> TableUnit | None:
    """What a line says that the numbers of a table are in; None for one that is no caption."""
    words = lower(fold(line)).strip()
    if not words or len(words) > _LONGEST or words[-1].isdecimal():
        return None
    return table_unit(words)


def _differs(one: TableUnit, other: TableUnit) -> bool:
    """Whether two captions contradict each other: sizes, or currencies, that are not the same."""
    both_money = one.dimension.startswith(_MONEY) and other.dimension.startswith(_MONEY)
    return one.scale != other.scale or (both_money and one.dimension != other.dimension)
