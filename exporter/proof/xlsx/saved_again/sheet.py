"""A sheet that an office program has saved again, by what its cells hold, show and open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

import numpy as np

from exporter.limits import ROWS
from exporter.proof.difference import MISSING, NOTHING
from exporter.proof.xlsx.cell_words import cell_name, range_name, shown
from exporter.proof.xlsx.cells import Cell, Position, differing_values
from exporter.proof.xlsx.expected import Looks, cells_of_no_row, expected_rows
from exporter.proof.xlsx.package import Package, Worksheet
from exporter.proof.xlsx.parts import read_links
from exporter.proof.xlsx.rows import TableRows, join_rows, no_rows
from exporter.proof.xlsx.saved_again.cell_comparison import CellComparison, same_value
from exporter.proof.xlsx.saved_again.columns import Grid, TablePlace, find_tables
from exporter.proof.xlsx.saved_again.formulas import formula_sense
from exporter.proof.xlsx.saved_again.link_targets import link_target
from exporter.proof.xlsx.saved_again.row_pairs import pair_rows
from exporter.proof.xlsx.table_rows import Placed, placed
from exporter.report.xlsx.model import Sheet, Table


@dataclass
class SheetFindings:
    """What is found on a sheet.

    Attributes:
        differences: In what its cells hold, show and open.
        results: Formulas that have come to another result; which follows from other cells.
        additions: What is not of the report, in words.
        stale_links: Links that have stayed in their cells, or were lost, where rows have moved.
    """

    differences: list[Placed] = field(default_factory=list)
    results: list[Placed] = field(default_factory=list)
    additions: list[str] = field(default_factory=list)
    stale_links: int = 0


class Reading(NamedTuple):
    """What the sheets of a workbook are read with.

    Attributes:
        package: The workbook.
        looks: Those that are expected.
        names: What sheets should be called that are called otherwise, by what they are called.
    """

    package: Package
    looks: Looks
    names: Mapping[str, str]


def compare_saved_sheet(sheet: Sheet, actual: Worksheet, reading: Reading) -> SheetFindings:
    """Compare what the cells of a sheet hold, show and open with what was laid out.

    Args:
        sheet: As laid out.
        actual: The one of the file.
        reading: What it is read with.

    Raises:
        Exception: The file is damaged; whatever its reader raises.
    """
    stream = reading.package.stream(actual)
    grid = Grid.of(stream.blocks())
    links = {
        place: link.target
        for link in read_links(reading.package.archive, actual.path, stream)
        for place in _covered(link.first, link.last, grid)
    }
    comparison = _Comparison(replace(sheet, name=actual.name), reading, grid, links)
    comparison.compare()
    return comparison.found


def _covered(first: Position, last: Position, grid: Grid) -> Iterator[Position]:
    """The cells of an area that a link is over; of more than one, those that hold something."""
    if first == last:
        yield first
        return
    rows = grid.rows.numbers[grid.between(first[0], last[0] + 1)].tolist()
    yield from product(rows, (at for at in grid.places if first[1] <= at <= last[1]))


class _Comparison:
    """Compares one sheet; it is named as it is called now, so that its cells are found."""

    def __init__(
        self, sheet: Sheet, reading: Reading, grid: Grid, links: Mapping[Position, str]
    ) -> None:
        self.found = SheetFindings()
        self._sheet, self._grid, self._links = sheet, grid, links
        self._package, self._looks, self._names = reading
        self._cells = CellComparison(self._package, self._looks)

    def compare(self) -> None:
        """Compare its head, its tables, and see what stands besides."""
        places = find_tables(self._sheet.tables, self._grid, ROWS)
        for cell in self._grid.twice:
            self._tell(cell, "cell", "there once", "there twice")
        self._head(min((place.header for place in places), default=ROWS))
        for table, place in zip(self._sheet.tables, places, strict=True):
            self._headers(table, place)
            self._table(table, place)
        self._additions(places)

    def _head(self, end: int) -> None:
        """Title and note, wherever they stand above the tables; what else stands there."""
        tops = [table.first_row for table in self._sheet.tables]
        wanted = {
            place: cell
            for place, cell in cells_of_no_row(self._sheet, self._looks).items()
            if place[0] not in tops
        }
        there = {
            (row, at): cell
            for row in self._grid.rows.numbers[self._grid.between(0, end)].tolist()
            for at, cell in self._grid.row(row).items()
        }
        for place, expected in list(wanted.items()):
            same = [at for at in (place, *there) if at in there and _says(there[at], expected)]
            if same:
                self._cell(same[0], "text", expected, there.pop(same[0]))
                del wanted[place]
        for place, expected in wanted.items():
            at = place if place in there else next(iter(there), place)
            self._cell(at, "text", expected, there.pop(at, Cell(None, None, 0)))
        for row, column in there:
            self.found.additions.append(f"the cell {cell_name(row, column)} of {self._sheet.name}")

    def _headers(self, table: Table, place: TablePlace) -> None:
        headers = self._grid.row(place.header)
        for column, at in zip(table.columns, place.columns, strict=True):
            expected = Cell(column.header, None, 0)
            if at is None:
                top = place.header, table.first_column + table.columns.index(column)
                self._tell(top, "column", column.header, MISSING)
            else:
                actual = headers.get(at, Cell(None, None, 0))
                self._cell((place.header, at), "text", expected, actual)

    def _table(self, table: Table, place: TablePlace) -> None:
        """The rows of a table, in whatever order."""
        known = [at for at, column in enumerate(place.columns) if column is not None]
        columns = [column for column in place.columns if column is not None]
        parts = list(expected_rows(table, self._looks))
        rows = join_rows(parts) if parts else no_rows(len(table.columns))
        expected = TableRows(rows.numbers, tuple(rows.columns[at] for at in known), rows.facts)
        actual = self._rows(place, columns)
        top = place.header + 1
        matched = pair_rows(expected, actual, top)
        for row in matched.missing:
            was = rows.shown(row, lambda look: self._looks[look].number_format)
            first = top + int(rows.numbers[row]), table.first_column
            self._tell(first, "row", was, MISSING, rows.fact(row))
        for row in matched.extra:
            found = actual.shown(row, self._package.styles.number_format)
            first = int(actual.numbers[row]), min(columns)
            self._tell(first, "row", NOTHING, found)
        pairs = np.array(matched.pairs, np.int64).reshape(-1, 2)
        paired = _Paired(expected.take(pairs[:, 0]), actual.take(pairs[:, 1]), top)
        for at, column in enumerate(columns):
            self._column(table.columns[known[at]].header, column, at, paired)
        for at, column in enumerate(columns):
            self._column_links(column, at, paired)

    def _rows(self, place: TablePlace, columns: list[int]) -> TableRows:
        """The rows of the sheet that hold something in the columns of a table."""
        inside = self._grid.between(place.header + 1, place.end)
        rows = TableRows(
            self._grid.rows.numbers, tuple(self._grid.column(column) for column in columns)
        ).slice(inside.start, inside.stop - inside.start)
        return rows.take(np.flatnonzero(rows.filled()))

    def _column(self, header: str, column: int, at: int, paired: "_Paired") -> None:
        """The cells of a column that are not plainly the same."""
        expected, actual = paired.expected.columns[at], paired.actual.columns[at]
        differ = differing_values(expected, actual) | self._cells.other_formats(expected, actual)
        for cells in (expected, actual):
            if cells.formulas is not None:
                differ |= cells.formulas.is_valid().to_numpy(zero_copy_only=False)
        for row in np.flatnonzero(differ).tolist():
            place = int(paired.actual.numbers[row]), column
            fact = paired.expected.fact(row)
            self._cell(place, header, expected.cell(row), actual.cell(row), fact)

    def _cell(
        self, place: Position, what: str, expected: Cell, actual: Cell, fact: str | None = None
    ) -> None:
        """Compare two cells, and remember in what they differ."""
        unlike = self._cells.compare(expected, actual)
        if unlike is None:
            return
        told = f"{what} as shown" if unlike.is_shown else what
        difference = placed(self._sheet, place, told, unlike.both, fact)
        (self.found.results if unlike.is_result else self.found.differences).append(difference)

    def _column_links(self, column: int, at: int, paired: "_Paired") -> None:
        """What the cells of a column open."""
        links = paired.expected.columns[at].links
        wanted = [None] * len(paired.expected) if links is None else links.to_pylist()
        rows = paired.actual.numbers.tolist()
        told = {(one.row, one.column) for one in self.found.differences}
        places = (paired.top + paired.expected.numbers).tolist()
        laid_out = dict(zip(places, wanted, strict=True))
        for index, (row, link) in enumerate(zip(rows, wanted, strict=True)):
            place = row, column
            right, found = self._target(link), self._target(self._links.get(place))
            if right == found or (not found and place in told):
                continue  # what is typed over a link takes its place
            stays = found == self._target(laid_out.get(row))
            if row != places[index] and (stays or (self.found.stale_links and not found)):
                self.found.stale_links += 1
            else:
                fact = paired.expected.fact(index)
                self._tell(place, "link", right or NOTHING, found or NOTHING, fact)

    def _target(self, link: str | None) -> str:
        return link_target(link, self._names) if link else ""

    def _additions(self, places: list[TablePlace]) -> None:
        """The columns that are none of a table's."""
        known = {column for place in places for column in place.columns}
        headers = self._grid.row(min((place.header for place in places), default=0))
        for at in self._grid.places:
            rows = self._grid.column(at).filled()
            first = int(np.flatnonzero(rows)[0]) if rows.any() else None
            if at in known or first is None:
                continue
            head = headers[at] if at in headers else self._grid.column(at).cell(first)
            name = range_name(0, at, 0, at).rstrip("1")
            words = head.formula or shown(head.value)
            self.found.additions.append(f"the column {name} of {self._sheet.name}, «{words}»,")

    def _tell(
        self, place: Position, what: str, expected: str, found: str, fact: str | None = None
    ) -> None:
        difference = placed(self._sheet, place, what, (expected, found), fact)
        self.found.differences.append(difference)


@dataclass(frozen=True, slots=True)
class _Paired:
    """Rows that belong together, expected and actual.

    Attributes:
        top: The row of the sheet in which the first of the table is expected.
    """

    expected: TableRows
    actual: TableRows
    top: int


def _says(actual: Cell, expected: Cell) -> bool:
    if expected.formula and actual.formula:
        return formula_sense(expected.formula) == formula_sense(actual.formula)
    return same_value(expected.value, actual.value)
