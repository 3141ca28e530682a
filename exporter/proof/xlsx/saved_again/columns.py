"""Where a table's columns stand on a sheet on which people have worked: found by their headers.

Rows may have come above a table, columns between its own; columns may stand in another order. A
column whose header was changed is known by what it holds, and by its place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.cells import Array, Cell, ColumnCells, Position, Value
from exporter.proof.xlsx.rows import SheetRows, TableRows, join_rows, no_rows
from exporter.report.xlsx.model import Table

_SAMPLE = 2_000  # rows by which a column without its header is known


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's rows that hold something, whole.

    Attributes:
        rows: In order, in the columns that hold something.
        places: Which column of the sheet each of these is.
        twice: Cells that the file has more than once.
    """

    rows: TableRows
    places: tuple[int, ...]
    twice: tuple[Position, ...] = ()

    @classmethod
    def of(cls, blocks: Iterable[SheetRows]) -> "Grid":
        """The rows of a sheet as they come; cells that hold nothing are dropped."""
        kept: list[tuple[SheetRows, dict[int, ColumnCells]]] = []
        twice: list[Position] = []
        for block in blocks:
            twice += block.twice
            filled = {at: cells for at, cells in block.columns.items() if not cells.is_blank()}
            if filled:
                kept.append((block, filled))
        places = tuple(sorted({at for _, filled in kept for at in filled}))
        if not kept:
            return cls(no_rows(0), (), tuple(twice))
        parts = [
            TableRows(
                np.arange(block.first, block.first + block.rows),
                tuple(filled.get(at) or ColumnCells.blank(block.rows) for at in places),
            )
            for block, filled in kept
        ]
        rows = join_rows(parts)
        return cls(rows.take(np.flatnonzero(rows.filled())).in_order(), places, tuple(twice))

    def column(self, place: int) -> ColumnCells:
        """A column of the sheet."""
        if place in self.places:
            return self.rows.columns[self.places.index(place)]
        return ColumnCells.blank(len(self.rows))

    def row(self, number: int) -> dict[int, Cell]:
        """The cells of a row that hold something, by their columns."""
        at = int(np.searchsorted(self.rows.numbers, number))
        if at == len(self.rows) or self.rows.numbers[at] != number:
            return {}
        cells = zip(self.places, self.rows.columns, strict=True)
        held = ((place, column.cell(at)) for place, column in cells)
        return {place: cell for place, cell in held if not cell.is_blank}

    def between(self, first: int, end: int) -> slice:
        """Which of the rows stand in this part of the sheet."""
        start, stop = np.searchsorted(self.rows.numbers, [first, end])
        return slice(int(start), int(stop))


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table is on a sheet.

    Attributes:
        header: The row of its header.
        end: The first row beyond its area.
        columns: For each of its columns the one of the sheet; None where it is gone.
    """

    header: int
    end: int
    columns: tuple[int | None, ...]


@dataclass
class _Search:
    """The columns of one row of headers, as they are found."""

    grid: Grid
    headers: Mapping[int, Cell]
    rows: slice
    taken: set[int] = field(default_factory=set)


def find_tables(tables: Sequence[Table], grid: Grid, last: int) -> list[TablePlace]:
    """Where each table is.

    Args:
        tables: As laid out.
        grid: The sheet.
        last: The first row beyond what the sheet may have.
    """
    tops = sorted({table.first_row for table in tables})
    rows = {top: _header_row(top, tables, grid) for top in tops}
    ends = {row: min((other for other in rows.values() if other > row), default=last)
            for row in rows.values()}  # fmt: skip
    searches = {
        top: _Search(grid, grid.row(row), grid.between(row + 1, ends[row]))
        for top, row in rows.items()
    }
    found: list[dict[int, int]] = [{} for _ in tables]
    for seek in (_by_header, _by_content):
        for table, columns in zip(tables, found, strict=True):
            seek(table, columns, searches[table.first_row])
    return [
        TablePlace(
            rows[table.first_row],
            ends[rows[table.first_row]],
            tuple(columns.get(at) for at in range(len(table.columns))),
        )
        for table, columns in zip(tables, found, strict=True)
    ]


def _header_row(top: int, tables: Sequence[Table], grid: Grid) -> int:
    """The row that has most of the headers; of several the one nearest to where they should be."""
    headers = [
        column.header for table in tables if table.first_row == top for column in table.columns
    ]
    wanted = pa.array(headers, pa.string())
    counts: Array = np.zeros(len(grid.rows), np.int64)
    for cells in grid.rows.columns:
        if cells.texts is not None:
            counts += pc.is_in(cells.texts, wanted).to_numpy(zero_copy_only=False)
    if not counts.max(initial=0):
        return top
    rows = grid.rows.numbers[counts == counts.max()]
    return int(rows[np.argmin(np.abs(rows - top))])


def _by_header(table: Table, found: dict[int, int], search: _Search) -> None:
    """Find columns by their headers; of several with one header, by what they hold."""
    for at, column in enumerate(table.columns):
        named = [place for place, cell in search.headers.items()
                 if cell.value == column.header and place not in search.taken]  # fmt: skip
        if named:
            best = named[0] if len(named) == 1 else _most_alike(table, at, named, search)
            found[at] = best
            search.taken.add(best)


def _by_content(table: Table, found: dict[int, int], search: _Search) -> None:
    """Find the columns whose headers were changed."""
    for at in range(len(table.columns)):
        if at in found:
            continue
        left = max((column for column in found if column < at), default=None)
        place = table.first_column + at
        if left is not None:
            place = found[left] + at - left
        free = [one for one in search.grid.places if one not in search.taken]
        alike = [one for one in free if _likeness(table, at, one, search)]
        if place in alike or (place in free and place in search.headers and not alike):
            best = place
        elif alike:
            best = _most_alike(table, at, alike, search)
        else:
            continue
        found[at] = best
        search.taken.add(best)


def _most_alike(table: Table, at: int, places: Collection[int], search: _Search) -> int:
    expected = table.first_column + at
    return max(
        places,
        key=lambda place: (_likeness(table, at, place, search), -abs(place - expected), -place),
    )


def _likeness(table: Table, at: int, place: int, search: _Search) -> int:
    """How many different values a column of a table shares with one of the sheet."""
    expected = {value for value in _expected_values(table, at) if value is not None}
    actual = search.grid.column(place)
    start, stop = search.rows.start, search.rows.stop
    return len(expected.intersection(actual.slice(start, stop - start).values()))


def _expected_values(table: Table, at: int) -> Iterator[Value]:
    rows = 0
    for part in table.slices():
        column = part.columns[at]
        for array in (column.texts, column.numbers):
            if array is not None:
                yield from array.slice(0, _SAMPLE).to_pylist()
        rows += part.rows
        if rows >= _SAMPLE:
            return
