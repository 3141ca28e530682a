"""The values of small sheets as calamine reads them, a reader that shares no code with ours.

It holds a whole sheet in memory, so long sheets are read by ours alone.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.proof.difference import Difference, unlike
from exporter.proof.xlsx.cells import loose_cells
from exporter.proof.xlsx.laid_out import laid_values
from exporter.proof.xlsx.values import Value, same, shown_both
from exporter.report.xlsx.model import Sheet, Table

MOST_ROWS = 20_000  # of a sheet
_TIMES = (dt.date, dt.time, dt.timedelta)  # a datetime is a date
_WHAT = "value as a second reader reads it"


class SecondReader:
    """A workbook open in calamine, once it is asked for a sheet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _book(self) -> Any:
        from python_calamine import CalamineWorkbook

        return CalamineWorkbook.from_path(str(self._path))

    def compare(self, sheet: Sheet, name: str) -> Iterator[Difference]:
        """Compare the values of a sheet in which the first reader found no difference.

        Args:
            sheet: As laid out.
            name: What it is called in the file.
        """
        if sum(table.rows for table in sheet.tables) > MOST_ROWS:
            return
        grid = self._grid(name)
        for (row, column), (text, _, _) in loose_cells(sheet).items():
            yield from _compare(sheet, grid, row, column, [text or None])
        for table in sheet.tables:
            yield from _compare_table(sheet, grid, table)

    def _grid(self, name: str) -> Sequence[Sequence[Any]]:
        """The values of a sheet from A1 on."""
        sheet = self._book.get_sheet_by_name(name)
        return sheet.to_python(skip_empty_area=False)  # type: ignore[no-any-return]


def _compare_table(
    sheet: Sheet, grid: Sequence[Sequence[Any]], table: Table
) -> Iterator[Difference]:
    row = table.first_row + 1
    for part in table.slices():
        for at, column in enumerate(part.columns, table.first_column):
            yield from _compare(sheet, grid, row, at, laid_values(column, part.rows))
        row += part.rows


def _compare(
    sheet: Sheet, grid: Sequence[Sequence[Any]], top: int, column: int, wanted: list[Value]
) -> Iterator[Difference]:
    """Compare neighbouring cells of a column."""
    found = [row[column] if column < len(row) else "" for row in grid[top : top + len(wanted)]]
    found += [""] * (len(wanted) - len(found))
    seen = [None if value == "" else value for value in found]
    if same(wanted, seen):
        return
    for row, (one, other) in enumerate(zip(wanted, seen, strict=True), top):
        # It gives the times that serial numbers stand for; the number itself was compared before.
        is_time = isinstance(one, float) and isinstance(other, _TIMES)
        if not is_time and not same([one], [other]):
            place = f"{sheet.name}!{xl_rowcol_to_cell(row, column)}"
            yield unlike(place, _WHAT, *shown_both(one, other))
