"""Cells that stand so near to one another that only the rows around tell them apart.

A gap hardly wider than a space parts two cells where other rows of the table have a gap, too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from exporter.evidence.documents.pdf.rows import Row

_AROUND = 3  # rows above and below
_NARROWEST = 0.3  # of a row's height: a gap that may part cells
_WIDER = 1.4  # times the usual space of the row
_SIZE = 0.12  # by which part of their type's size rows of one table may differ

_LEVEL = 1.0  # points that the edges of lines of one text may be apart
_SENTENCE_END = re.compile(r"[a-z0-9%)][.!?][”\"’)]*\t\w*[A-Z“‘]")
# A quarter's number before its year (Q1 2025) is none.
_ENDS_WITH_FIGURE = re.compile(r"(?:(?<![^\W_])[0-9][0-9.,]*|[%)—–])\Z")
_FIGURE = re.compile(r"[$€£¥(–—-]*\d[\d.,]*[%)]*")

Gap = tuple[int, float, float]  # place in the text, left and right edge


def with_near_cells(rows: Sequence[Row]) -> list[Row]:
    """Rows of a flow, with tabs where the rows around show that a space parts two cells."""
    return [
        _as_line(row)
        if _is_line(row, rows[max(index - 1, 0) : index + 2])
        else _parted(row, _neighbours(rows, index))
        for index, row in enumerate(rows)
    ]


def _is_line(row: Row, around: Sequence[Row]) -> bool:
    """Whether a row is a line of a text, with a wide gap behind the end of a sentence."""
    if row.text.count("\t") != 1 or not _SENTENCE_END.search(row.text):
        return False
    return any(
        not other.is_table
        and max(abs(other.right - row.right), abs(other.left - row.left)) < _LEVEL
        for other in around
    )


def _as_line(row: Row) -> Row:
    return row._replace(text=row.text.replace("\t", " "), is_table=False)


def _neighbours(rows: Sequence[Row], index: int) -> list[Row]:
    row = rows[index]
    around = [*rows[max(index - _AROUND, 0) : index], *rows[index + 1 : index + 1 + _AROUND]]
    return [
        other
        for other in around
        if other.is_table and abs(other.size - row.size) <= _SIZE * row.size
    ]


def _parted(row: Row, neighbours: Sequence[Row]) -> Row:
    if row.is_item:
        return row
    spaces = list(_gaps(row, " "))
    usual = median_low([right - left for _, left, right in spaces] or [0.0])
    least = max(_NARROWEST * row.height, _WIDER * usual * (len(spaces) > 1))
    found = [
        gap[0]
        for gap in spaces
        if (gap[2] - gap[1] > _NARROWEST * row.height and _parts_figures(row, gap[0]))
        or (gap[2] - gap[1] > least and _is_free(gap, neighbours))
    ]
    is_table = row.is_table or len(found) > 1
    if not found or not (is_table or _FIGURE.fullmatch(row.text[found[0] + 1 :])):
        return row
    text = "".join("\t" if place in found else mark for place, mark in enumerate(row.text))
    return row._replace(text=text, is_table=True)


def _parts_figures(row: Row, place: int) -> bool:
    """Whether a space of a row of a table stands between two figures, which are two cells."""
    return (
        row.is_table
        and _ENDS_WITH_FIGURE.search(row.text, 0, place) is not None
        and row.text[place + 1] in "0123456789$€£¥(—–"
    )


def _is_free(gap: Gap, neighbours: Sequence[Row]) -> bool:
    """Whether the rows around have nothing where a gap is, and one of them parts cells there."""
    _, left, right = gap
    middle = (left + right) / 2
    ends = [
        max(left, begin) < min(right, end)
        for row in neighbours
        for _, begin, end in _gaps(row, "\t")
    ]
    return any(ends) and not any(_crosses(row, middle) for row in neighbours)


def _crosses(row: Row, middle: float) -> bool:
    """Whether a row has a word where another has the middle of a gap."""
    if not row.left < middle < row.right:
        return False
    place = max(place for place, left in enumerate(row.lefts) if left <= middle)
    return not row.text[place].isspace()


def _gaps(row: Row, mark: str) -> Iterator[Gap]:
    """The gaps of a row that have a mark, such as a space, in its text."""
    for place, (left, right) in enumerate(pairwise(row.lefts)):
        if row.text[place] == mark:
            yield place, left, right
