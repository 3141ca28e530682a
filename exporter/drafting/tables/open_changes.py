"""Bare changes that may be rates or sums, for all that the figures of their table tell."""

from collections.abc import Sequence

from exporter.drafting.tables.columns import Column, is_of_shares
from exporter.drafting.tables.no_figures import is_of_notes
from exporter.drafting.tables.row_cells import is_marked
from exporter.drafting.tables.rows import Row
from exporter.evidence.reading.changes_told import Change, change_told


def is_open_change(row: Row, rows: Sequence[Row], columns: Sequence[Column], at: int) -> bool:
    """Whether a cell is such a change; none where other rows tell that its column has sums.

    Args:
        row: The row.
        rows: Those of its table.
        columns: Of the table.
        at: Which cell of the row.
    """
    if at >= len(columns) or not columns[at].compares or is_marked(row.line.cells[at]):
        return False
    if _told(row, columns, at) is not Change.OPEN:
        return False
    alike = (other for other in rows if len(other.line.cells) == len(row.line.cells))
    return {_told(other, columns, at) for other in alike} - {Change.OPEN} != {Change.SUM}


def _told(row: Row, columns: Sequence[Column], at: int) -> Change:
    """What the change in a row's cell is in, by those before it that are no changes themselves."""
    cells = row.line.cells
    beside = [
        cell.text if cell.number else ""
        for cell, column in zip(cells[:at], columns, strict=False)
        if not (column.compares or is_of_notes(column.own) or is_of_shares(column.own))
    ]
    return change_told(beside, cells[at].text)
