"""Cells that stand so near to one another that only the rows around tell them apart.

A gap hardly wider than a space parts two cells where other rows of the table have a gap, too.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from exporter.evidence.documents.pdf.rows import Row

_AROUND = 3  # rows above and below
_NARROWEST = 0.3  # of a row's height: a gap that may part cells
_WIDER = 1.4  # times the usual space of the row
_SIZE = 0.12  # by which part of their height rows of one table may differ

Gap = tuple[int, float, float]  # place in the text, left and right edge


def with_near_cells(rows: Sequence[Row]) -> list[Row]:
    """Rows of a flow, with tabs where the rows around show that a space parts two cells."""
    return [_parted(row, _neighbours(rows, index)) for index, row in enumerate(rows)]


def _neighbours(rows: Sequence[Row], index: int) -> list[Row]:
    row = rows[index]
    around = [*rows[max(index - _AROUND, 0) : index], *rows[index + 1 : index + 1 + _AROUND]]
    return [
        other
        for other in around
        if other.is_table and abs(other.height - row.height) <= _SIZE * row.height
    ]


def _parted(row: Row, neighbours: Sequence[Row]) -> Row:
    if not neighbours or row.is_item:
        return row
    spaces = list(_gaps(row, " "))
    usual = median_low([right - left for _, left, right in spaces] or [0.0])
    ends = [gap for other in neighbours for gap in _gaps(other, "\t")]
    found = [
        place
        for place, left, right in spaces
        if right - left > max(_NARROWEST * row.height, _WIDER * usual * (len(spaces) > 1))
        and any(max(left, begin) < min(right, end) for _, begin, end in ends)
    ]
    if not found or (len(found) < 2 and not row.is_table):
        return row
    text = "".join("\t" if place in found else mark for place, mark in enumerate(row.text))
    return row._replace(text=text, is_table=True)


def _gaps(row: Row, mark: str) -> Iterator[Gap]:
    """The gaps of a row that have a mark, such as a space, in its text."""
    for place, (left, right) in enumerate(pairwise(row.lefts)):
        if row.text[place] == mark:
            yield place, left, right
