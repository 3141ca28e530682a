"""Rows: all that stands at one height of a column, be it a line of a text or a row of a table."""

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.documents.model import Box
from exporter.evidence.documents.pdf.segments import CELL_GAP, Segment
from exporter.evidence.documents.pdf.stacked import with_stacked_heads
from exporter.evidence.documents.pdf.words import turned

_LEVEL = 0.35  # of a line's height: how far baselines of one row may be apart
_LABEL = regex(
    r"[•·▪◦‣●○■□➢✓†‡§*^–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|[一二三四五六七八九十]+、"
)
_ITEM = regex(
    rf"(?:{_LABEL.pattern})\s+\S|[•▪◦‣●■➢✓]|\d{{1,2}}(?:\.\d{{1,2}})+\s+"
    "(?![亿万千百倍元个吨家])[A-Z\u3400-\u9fff]"  # 1.5 亿元 is a figure
)
_BULLET = regex(r"([•·▪◦‣●○■□➢✓†‡§*^–—-]{1,3})\s+(?=\W{0,2}\w.*[^\W\d])")
_SIGN = regex(r"(?:[–—-]\s?)?(?:[A-Z]{0,3}[$€£¥₩₹]|R\$|RMB|CHF)\s?")
_BEHIND = regex(r"\)?\s?(?:%|‰|pp|x|bps)?\)?")


class Row(NamedTuple):
    """A row of a column, its cells joined by tabs.

    Attributes:
        lefts: The left edge of each character of the text.
        indent: Where its text begins, behind an item's label.
        is_table: Whether it has several cells.
        is_item: Whether it begins with the label of an item.
        turn: As of a Word; the edges are those of the page turned back.
    """

    text: str
    lefts: "array[float]"
    right: float
    bottom: float
    top: float
    baseline: float
    height: float
    size: float
    indent: float
    is_table: bool
    is_item: bool
    turn: int

    @property
    def left(self) -> float:
        """Where its first character begins."""
        return self.lefts[0]

    def box(self, start: int, end: int) -> Box:
        """Where some of its characters stand on the page."""
        right = self.lefts[end] if end < len(self.lefts) else self.right
        box = (self.lefts[start], self.bottom, max(right, self.lefts[end - 1]), self.top)
        return turned(box, -self.turn)


def rows_of(flow: Sequence[Segment]) -> Iterator[Row]:
    """The rows of a flow from top to bottom."""
    yield from map(_row, with_stacked_heads(list(_levels(flow))))


def _levels(flow: Sequence[Segment]) -> Iterator[list[Segment]]:
    """What stands at one height each, from top to bottom."""
    row: list[Segment] = []
    for segment in sorted(flow, key=lambda each: (-each.baseline, each.left)):
        if row and not _is_level(segment, row):
            yield row
            row = []
        row.append(segment)
    if row:
        yield row


def _is_level(segment: Segment, row: Sequence[Segment]) -> bool:
    height = max(segment.height, *(each.height for each in row))
    return max(each.baseline for each in row) - segment.baseline <= _LEVEL * height


def _row(segments: list[Segment]) -> Row:
    segments = sorted(segments, key=lambda each: each.left)
    main = max(segments, key=lambda each: len(each.text))
    text, lefts, right = "", array("f"), 0.0
    indent, cells = segments[0].left, 1
    for segment in segments:
        between = _between(text, right, segment, main.height) if text else ""
        if between == "\t" and _LABEL.fullmatch(text):
            between, indent = " ", segment.left
        cells += between == "\t"
        text += between + segment.text
        lefts.extend([right] * len(between))
        lefts.extend(segment.lefts)
        right = max(right, segment.right)
    if item := _ITEM.match(text):
        indent = max(indent, lefts[item.end() - 1])
    if bullet := _BULLET.match(text):  # so that it is no part of the clause behind it
        indent = max(indent, lefts[bullet.end()])
        text = f"{bullet[1]}\n{text[bullet.end(1) + 1 :]}"
    return Row(
        text,
        lefts,
        right,
        min(segment.bottom for segment in segments),
        max(segment.top for segment in segments),
        main.baseline,
        main.height,
        main.size,
        indent,
        cells > 1,
        item is not None,
        main.turn,
    )


def _between(text: str, right: float, segment: Segment, height: float) -> str:
    """What stands between the cells before and the next one."""
    gap = segment.left - right
    cell = text.rpartition("\t")[2]
    # Tables set signs of currencies and percent signs into columns of their own.
    if _SIGN.fullmatch(cell) and segment.text[0] in "0123456789(.,—–-":
        return ""
    if _BEHIND.fullmatch(segment.text) and cell[-1] in "0123456789)":
        return ""
    if gap > CELL_GAP * height:
        return "\t"
    return " " if gap > 0.12 * height else ""
