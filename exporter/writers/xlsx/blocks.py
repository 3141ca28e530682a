"""Tables of a sheet as blocks of rows, so that those side by side are written together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.report.xlsx.model import Slice, Table


@dataclass(frozen=True, slots=True)
class Area:
    """Neighbouring rows of a table: where they stand on the sheet, and their cells.

    Attributes:
        table: The table that they belong to.
        first_row: The first one's row on the sheet.
        part: Their cells.
    """

    table: Table
    first_row: int
    part: Slice

    @property
    def end(self) -> int:
        """The row below the last one."""
        return self.first_row + self.part.rows

    def cell(self, row: int, column: int) -> str:
        """The name of a cell, such as `B7`, of the area's row and the table's column."""
        return str(xl_rowcol_to_cell(self.first_row + row, self.table.first_column + column))

    def rows(self, start: int, end: int) -> "Area":
        """The area's rows from one row of the sheet to the one before another."""
        if (start, end) == (self.first_row, self.end):
            return self
        part = self.part.slice(start - self.first_row, end - start)
        return replace(self, first_row=start, part=part)


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring rows of a sheet, with all areas that have cells in them, each in every row."""

    first_row: int
    rows: int
    areas: tuple[Area, ...]


def blocks(tables: Sequence[Table]) -> Iterator[Block]:
    """The rows of a sheet's tables below their headers, from the top down.

    Tables are gone through side by side; of none more than a slice is in memory.
    """
    flows = [_areas(table) for table in sorted(tables, key=lambda table: table.first_column)]
    fronts = [next(flow, None) for flow in flows]
    while areas := [area for area in fronts if area]:
        start = min(area.first_row for area in areas)
        here = [area for area in areas if area.first_row == start]
        later = [area.first_row for area in areas if area.first_row > start]
        end = min([area.end for area in here] + later)
        yield Block(start, end - start, tuple(area.rows(start, end) for area in here))
        fronts = [_after(front, flow, end) for front, flow in zip(fronts, flows, strict=True)]


def _areas(table: Table) -> Iterator[Area]:
    row = table.first_row + 1
    for part in table.slices():
        if part.rows:
            yield Area(table, row, part)
            row += part.rows


def _after(front: Area | None, flow: Iterator[Area], end: int) -> Area | None:
    """What is left of a flow of areas below the row `end`."""
    if front is None or front.first_row >= end:
        return front
    return front.rows(end, front.end) if front.end > end else next(flow, None)
