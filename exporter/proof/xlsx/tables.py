"""The rows of a table as found, matched with those laid out and compared cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.xlsx.alignment import Alignment, align
from exporter.proof.xlsx.found_book import FoundBook
from exporter.proof.xlsx.found_cells import Cell
from exporter.proof.xlsx.held_cells import HeldCells
from exporter.proof.xlsx.laid_out import ASPECTS, Aspects, LaidRows
from exporter.proof.xlsx.values import same, shown, shown_both
from exporter.report.xlsx.model import Sheet, Table

_NARROW = 2  # tables of so few columns have no cells left to tell a changed row by


@dataclass(frozen=True, slots=True)
class Area:
    """Where a sheet shows a table's rows: rows `top` to `end`, columns `left` to `right`.

    Indices count from 0; `end` and `right` are the first beyond.
    """

    top: int
    end: int
    left: int
    right: int

    def __contains__(self, cell: tuple[int, int]) -> bool:
        row, column = cell
        return self.top <= row < self.end and self.left <= column < self.right


def areas(sheet: Sheet, end: int) -> list[Area]:
    """The area of each of the sheet's tables; it reaches down to the next table or the end."""
    laid = max((table.first_row + 1 + table.rows for table in sheet.tables), default=0)
    return [_area(table, sheet.tables, max(end, laid)) for table in sheet.tables]


def _area(table: Table, tables: Sequence[Table], height: int) -> Area:
    left, right = table.first_column, table.first_column + len(table.columns)
    below = [
        other.first_row
        for other in tables
        if other.first_row > table.first_row
        and other.first_column < right
        and left < other.first_column + len(other.columns)
    ]
    top = table.first_row + 1
    return Area(top, min(below, default=max(height, top)), left, right)


@dataclass(frozen=True, slots=True)
class FoundRows:
    """Rows in a table's area that hold something.

    Attributes:
        sheet: The sheet's name as laid out.
        area: The table's.
        rows: The number of each.
        columns: For each column, each aspect's list of one element a row.
        top: Where they were looked for, from above.
    """

    sheet: str
    area: Area
    rows: Sequence[int]
    columns: Sequence[Aspects]
    top: int


def find_rows(
    sheet: str,
    area: Area,
    found: HeldCells,
    links: Mapping[Cell, str],
    book: FoundBook,
    top: int | None = None,
) -> FoundRows:
    """What stands in a table's area.

    Args:
        sheet: The sheet's name as laid out.
        area: Where to look.
        found: The sheet's cells, or some of its rows.
        links: Its links.
        book: The book, for its styles.
        top: The first row that these may be; the area's, where none is given.
    """
    first = area.top if top is None else top
    filled = [row for row in found.filled(area.left, area.right) if first <= row < area.end]
    columns = [_found_column(found, links, book, filled, at) for at in range(area.left, area.right)]
    return FoundRows(sheet, area, filled, columns, first)


def _found_column(
    found: HeldCells,
    links: Mapping[Cell, str],
    book: FoundBook,
    rows: Sequence[int],
    column: int,
) -> dict[str, list[Any]]:
    cells = found.column(column, rows)
    styles = [book.style(number) for number in cells.styles]
    return {
        "value": cells.values,
        "formula": cells.formulas,
        "link": [links.get((row, column)) for row in rows],
        "number format": [number_format for number_format, _ in styles],
        "look": [look for _, look in styles],
    }


def match(laid: LaidRows, found: FoundRows) -> Alignment:
    """Match rows by the fact that they show, or by all that they show."""
    laid_values = [column["value"] for column in laid.columns]
    found_values = [column["value"] for column in found.columns]

    def likeness(row: int, other: int) -> int:
        alike = sum(
            one[row] == two[other] and one[row] is not None
            for one, two in zip(laid_values, found_values, strict=True)
        )
        enough = len(found.columns) <= _NARROW or alike * 3 >= len(found.columns)
        return 1 + alike if enough else 0

    key = laid.key()
    if key is not None:
        return align(laid_values[key], found_values[key], likeness)
    keys = list(zip(*laid_values, strict=True))
    # Blank rows of the layout are no rows that can be found.
    found_keys = list(zip(*found_values, strict=True)) if found.rows else []
    matched = align(keys, found_keys, likeness)
    missing = tuple(row for row in matched.missing if any(v is not None for v in keys[row]))
    return Alignment(matched.pairs, missing, matched.extra, matched.moved)


def compare_rows(laid: LaidRows, found: FoundRows, matched: Alignment) -> Iterator[Difference]:
    """Everything in which the rows of a table differ, wherever they stand below its header."""
    place = _Places(laid, found)
    yield from _row_differences(laid, found.columns, matched, place)
    yield from _blank_rows(laid, matched, place)
    yield from _cell_differences(laid, found.columns, matched, place)


@dataclass(frozen=True, slots=True)
class _Places:
    """Names for the rows and cells of one table."""

    laid: LaidRows
    found: FoundRows

    def cell(self, row: int, found: int, column: int) -> str:
        """The cell where it was found; `row` is the laid-out one that it belongs to."""
        at = xl_rowcol_to_cell(self.found.rows[found], self.found.area.left + column)
        return f"{self.found.sheet}!{at}{self._fact(row)}"

    def laid_row(self, row: int) -> str:
        """The row where it was laid out."""
        return f"{self.row(self.found.area.top + self.laid.first + row)}{self._fact(row)}"

    def found_row(self, row: int) -> str:
        """A row that was found."""
        return self.row(self.found.rows[row])

    def row(self, row: int) -> str:
        """A row of the sheet."""
        return f"{self.found.sheet}!{xl_col_to_name(self.found.area.left)}{row + 1}"

    def _fact(self, row: int) -> str:
        fact = self.laid.facts[row]
        return f" ({fact})" if fact else ""


def _row_differences(
    laid: LaidRows, columns: Sequence[Aspects], matched: Alignment, place: _Places
) -> Iterator[Difference]:
    for row in matched.missing:
        yield unlike(place.laid_row(row), "row", _told(laid.columns, row), MISSING)
    for row in matched.extra:
        yield unlike(place.found_row(row), "row", NOTHING, _told(columns, row))
    if matched.moved:
        names = laid.columns[laid.key() or 0]["value"]
        found = [str(names[row]) for row, _ in sorted(matched.pairs, key=lambda pair: pair[1])]
        expected = [str(names[row]) for row, _ in matched.pairs]
        first = next(
            n for n, pair in enumerate(zip(expected, found, strict=True)) if len({*pair}) > 1
        )
        row = matched.pairs[first][0]
        told = (", ".join(expected[first:]), ", ".join(found[first:]))
        yield unlike(place.laid_row(row), "order of rows", *told)


def _blank_rows(laid: LaidRows, matched: Alignment, place: _Places) -> Iterator[Difference]:
    """Blank rows among those that were laid out, unless rows that are missing left them."""
    rows, top = place.found.rows, place.found.top
    last = max((rows[found] for _, found in matched.pairs), default=top - 1)
    blank = sorted(set(range(top, last)) - set(rows))
    explained = len(laid) - len(matched.pairs)
    for row in blank[explained:]:
        yield unlike(place.row(row), "row", NOTHING, "a blank row")


def _told(columns: Sequence[Aspects], row: int) -> str:
    values = (column["value"][row] for column in columns)
    return " | ".join(shown(value) for value in values if value is not None)


def _cell_differences(
    laid: LaidRows, columns: Sequence[Aspects], matched: Alignment, place: _Places
) -> Iterator[Difference]:
    """Row by row what differs; whole columns are compared first, which is quick."""
    rows, others = ([pair[side] for pair in matched.pairs] for side in (0, 1))
    different = []
    for index, (one, two) in enumerate(zip(laid.columns, columns, strict=True)):
        for aspect in ASPECTS:
            wanted = [one[aspect][row] for row in rows]
            seen = [two[aspect][row] for row in others]
            if not same(wanted, seen):
                different.append((index, aspect, wanted, seen))
    for at, (row, other) in enumerate(matched.pairs if different else ()):
        for index, aspect, wanted, seen in different:
            if not same([wanted[at]], [seen[at]]) and _matters(aspect, laid.columns[index], row):
                yield unlike(
                    place.cell(row, other, index), aspect, *shown_both(wanted[at], seen[at])
                )


def _matters(aspect: str, column: Aspects, row: int) -> bool:
    """Nothing shows of how a blank cell would look."""
    blank = column["value"][row] is None and column["formula"][row] is None
    return not blank or aspect in {"value", "formula", "link"}
