"""The cells of a sheet compared with those expected, in one pass, as they are read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from exporter.limits import ROWS
from exporter.proof.difference import NOTHING, Difference
from exporter.proof.xlsx.cell_words import shown_both
from exporter.proof.xlsx.cells import Cell, ColumnCells, Position, Value, same_values
from exporter.proof.xlsx.expected import ExpectedSheet
from exporter.proof.xlsx.rows import SheetRows, TableRows
from exporter.proof.xlsx.table_rows import (
    Placed,
    TableArea,
    TableComparison,
    cell_differences,
    placed,
)
from exporter.report.xlsx.model import Sheet, Table

_TIMES = (dt.date, dt.time, dt.timedelta)  # a datetime is a date


class SheetComparison:
    """Compares a sheet: first all its rows, then what its cells open."""

    def __init__(self, sheet: Sheet, expected: ExpectedSheet) -> None:
        self._sheet = sheet
        self._looks = expected.looks
        self._links: dict[Position, str] = {}
        self._tables = [
            TableComparison(sheet, table, area, expected, self._links)
            for table, area in zip(sheet.tables, _areas(sheet), strict=True)
        ]
        self._of_no_row = expected.of_no_row
        self._seen: set[Position] = set()

    def compare_rows(self, blocks: Iterable[SheetRows]) -> Iterator[Placed]:
        """Everything in which the cells differ, but for their links.

        Args:
            blocks: All rows of the sheet as they come in the file.

        Raises:
            ValueError: A row comes long after those below it.
        """
        areas = (table.area for table in self._tables)
        edges = sorted({edge for area in areas for edge in (area.top, area.end)})
        for block in blocks:
            for place in block.twice:
                yield self._twice(place)
            for piece in _pieces(block, edges):
                yield from self._compare_piece(piece)
        for table in self._tables:
            yield from table.finish()
        for place in self._of_no_row.keys() - self._seen:
            absent = Cell(None, None, int(self._looks.of_styles(np.zeros(1, np.int64))[0]))
            yield from self._compare_cell(place, absent)

    def compare_links(self, actual: Mapping[Position, str]) -> Iterator[Placed]:
        """Everything in which what the cells open differs, when all rows have been compared."""
        if actual == self._links:
            return
        places = [
            place
            for place in sorted({*actual, *self._links})
            if actual.get(place) != self._links.get(place)
            and not any(table.explains(place) for table in self._tables)
        ]
        facts = {
            place: fact for table in self._tables for place, fact in table.facts(places).items()
        }
        for place in places:
            both = (self._links.get(place) or NOTHING, actual.get(place) or NOTHING)
            yield placed(self._sheet, place, "link", both, facts.get(place))

    def more_rows(self) -> dict[str, int]:
        """By each table's name, how many rows more (or fewer) the file has."""
        return {table.name: table.more_rows() for table in self._tables}

    def _compare_piece(self, piece: SheetRows) -> Iterator[Placed]:
        """Neighbouring rows, among which no table begins or ends."""
        inside: set[int] = set()
        for table in self._tables:
            area = table.area
            if area.end <= piece.first:
                yield from table.finish()
            elif area.top <= piece.first:
                inside.update(range(area.left, area.right))
                columns = tuple(self._cells(piece, at) for at in range(area.left, area.right))
                numbers = np.arange(piece.first, piece.first + piece.rows)
                yield from table.compare(TableRows(numbers, columns))
        for at in piece.columns:
            if at not in inside:
                yield from self._compare_column(piece.first, at, self._cells(piece, at))

    def _cells(self, piece: SheetRows, column: int) -> ColumnCells:
        cells = piece.columns.get(column)
        cells = ColumnCells.blank(piece.rows) if cells is None else cells
        return cells.looking(self._looks.of_styles(cells.looks))

    def _compare_column(self, first: int, column: int, cells: ColumnCells) -> Iterator[Placed]:
        """Cells that stand in no row of a table: those that are expected, and all others."""
        rows = set() if cells.is_blank() else set(np.flatnonzero(cells.filled()).tolist())
        rows |= {
            row - first
            for row, at in self._of_no_row
            if at == column and first <= row < first + len(cells)
        }
        for row in sorted(rows):
            yield from self._compare_cell((first + row, column), cells.cell(row))

    def _compare_cell(self, place: Position, actual: Cell) -> Iterator[Placed]:
        if place in self._seen:
            yield self._twice(place)
            return
        expected = self._of_no_row.get(place)
        if expected is not None:
            self._seen.add(place)
        yield from cell_differences(
            self._sheet, place, expected or Cell(None, None, actual.look), actual, self._looks
        )

    def _twice(self, place: Position) -> Placed:
        return placed(self._sheet, place, "cell", ("there once", "there twice"))


def _areas(sheet: Sheet) -> Iterator[TableArea]:
    """The area of each table: it reaches down to the next table below it, or to the end."""
    for table in sheet.tables:
        top, left, right = table.first_row + 1, table.first_column, _right(table)
        below = [
            other.first_row
            for other in sheet.tables
            if other.first_row > table.first_row
            and other.first_column < right
            and left < _right(other)
        ]
        yield TableArea(top, min(below, default=ROWS), left, right)


def _right(table: Table) -> int:
    return table.first_column + len(table.columns)


def _pieces(block: SheetRows, edges: Sequence[int]) -> Iterator[SheetRows]:
    """A block cut where tables begin and end."""
    last = block.first + block.rows
    cuts = [block.first, *(edge for edge in edges if block.first < edge < last), last]
    for start, end in pairwise(cuts):
        yield block.slice(start, end - start)


class SecondReader:
    """The values of small sheets as calamine reads them, a reader that shares no code with ours.

    It keeps a whole sheet in memory, so long sheets are read by ours alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _book(self) -> Any:
        from python_calamine import CalamineWorkbook

        return CalamineWorkbook.from_path(str(self._path))

    def compare(self, sheet: Sheet, name: str, expected: ExpectedSheet) -> Iterator[Difference]:
        """Compare the values of a sheet in which the first reader found no difference.

        Args:
            sheet: As laid out.
            name: What it is called in the file.
            expected: What it should show, as the first reader was compared with it.
        """
        if not expected.is_small:
            return
        grid = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for place, cell in expected.of_no_row.items():
            yield from _compare_again(sheet, place, [cell.value], grid)
        for table in sheet.tables:
            top = table.first_row + 1
            for rows in expected.rows(table):
                for at, cells in enumerate(rows.columns, table.first_column):
                    place = top + int(rows.numbers[0]), at
                    yield from _compare_again(sheet, place, cells.values(), grid)


def _compare_again(
    sheet: Sheet, first: Position, expected: Sequence[Value], grid: Sequence[Sequence[Any]]
) -> Iterator[Difference]:
    """Compare neighbouring cells of a column, from `first` on, with the values of a sheet."""
    top, column = first
    cells = [row[column] if column < len(row) else "" for row in grid[top : top + len(expected)]]
    cells += [""] * (len(expected) - len(cells))
    actual = [None if value == "" else value for value in cells]
    if same_values(expected, actual):
        return
    for row, pair in enumerate(zip(expected, actual, strict=True), top):
        # It gives the times that serial numbers stand for; the number itself was compared before.
        is_time = isinstance(pair[0], float) and isinstance(pair[1], _TIMES)
        if not is_time and not same_values(pair[:1], pair[1:]):
            both = shown_both(*pair)
            what = "value as a second reader reads it"
            yield placed(sheet, (row, column), what, both).difference
