"""The rows of a table as found, matched with those laid out and compared cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from exporter.proof.alignment import Alignment, align
from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.found_book import FoundBook, FoundSheet
from exporter.proof.laid_out import ASPECTS, Aspects, LaidTable
from exporter.proof.values import same, shown, shown_both
from exporter.report.model import Sheet, Table

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


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """What became of a table: its differences, and how many rows the file has more (or fewer)."""

    differences: tuple[Difference, ...]
    more_rows: int


def areas(sheet: Sheet, found: FoundSheet) -> list[Area]:
    """The area of each of the sheet's tables; it reaches down to the next table or the end."""
    laid = max((table.first_row + 1 + table.rows for table in sheet.tables), default=0)
    height = max(len(found.rows), len(found.styles), laid)
    return [_area(table, sheet.tables, height) for table in sheet.tables]


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


def compare_table(
    laid: LaidTable, area: Area, sheet: str, found: FoundSheet, book: FoundBook
) -> ComparedTable:
    """Compare a table's rows, wherever they stand below its header.

    Args:
        laid: The table as laid out.
        area: Where to look.
        sheet: The sheet's name as laid out.
        found: The sheet.
        book: The book, for its styles.
    """
    rows = range(area.top, area.end)
    filled = [row for row in rows if not _is_blank(found, row, area)]
    columns = [_found_column(found, book, filled, at) for at in range(area.left, area.right)]
    matched = _match(laid, columns, len(filled))
    place = _Places(laid, sheet, area, filled)
    last = filled[-1] if filled else area.top - 1
    differences = [
        *_row_differences(laid, columns, matched, place),
        *_blank_rows(laid, matched, place),
        *_cell_differences(laid, columns, matched, place),
    ]
    return ComparedTable(tuple(differences), last + 1 - area.top - laid.table.rows)


@dataclass(frozen=True, slots=True)
class _Places:
    """Names for the rows and cells of one table."""

    laid: LaidTable
    sheet: str
    area: Area
    filled: Sequence[int]

    def cell(self, row: int, found: int, column: int) -> str:
        """The cell where it was found; `row` is the laid-out one that it belongs to."""
        at = xl_rowcol_to_cell(self.filled[found], self.area.left + column)
        return f"{self.sheet}!{at}{self._fact(row)}"

    def laid_row(self, row: int) -> str:
        """The row where it was laid out."""
        return f"{self.row(self.area.top + row)}{self._fact(row)}"

    def found_row(self, row: int) -> str:
        """A row that was found."""
        return self.row(self.filled[row])

    def row(self, row: int) -> str:
        """A row of the sheet."""
        return f"{self.sheet}!{xl_col_to_name(self.area.left)}{row + 1}"

    def _fact(self, row: int) -> str:
        fact = self.laid.facts[row]
        return f" ({fact})" if fact else ""


def _is_blank(found: FoundSheet, row: int, area: Area) -> bool:
    if row < len(found.rows) and any(
        value is not None for value in found.rows[row][area.left : area.right]
    ):
        return False
    return not any((row, column) in found.formulas for column in range(area.left, area.right))


def _found_column(
    found: FoundSheet, book: FoundBook, rows: Sequence[int], column: int
) -> dict[str, list[Any]]:
    styles = [book.styles.get(found.style(row, column), ("", "")) for row in rows]
    return {
        "value": [found.value(row, column) for row in rows],
        "formula": [found.formulas.get((row, column)) for row in rows],
        "link": [found.links.get((row, column)) for row in rows],
        "number format": [number_format for number_format, _ in styles],
        "look": [look for _, look in styles],
    }


def _match(laid: LaidTable, columns: Sequence[Aspects], rows: int) -> Alignment:
    """Match rows by the fact that they show, or by all that they show."""
    laid_values = [column["value"] for column in laid.columns]
    found_values = [column["value"] for column in columns]

    def likeness(row: int, other: int) -> int:
        alike = sum(
            one[row] == two[other] and one[row] is not None
            for one, two in zip(laid_values, found_values, strict=True)
        )
        enough = len(columns) <= _NARROW or alike * 3 >= len(columns)
        return 1 + alike if enough else 0

    if laid.key is not None:
        return align(laid_values[laid.key], found_values[laid.key], likeness)
    keys = list(zip(*laid_values, strict=True))
    # Blank rows of the layout are no rows that can be found.
    found_keys = list(zip(*found_values, strict=True)) if rows else []
    matched = align(keys, found_keys, likeness)
    missing = tuple(row for row in matched.missing if any(v is not None for v in keys[row]))
    return Alignment(matched.pairs, missing, matched.extra, matched.moved)


def _row_differences(
    laid: LaidTable, columns: Sequence[Aspects], matched: Alignment, place: _Places
) -> Iterator[Difference]:
    for row in matched.missing:
        yield unlike(place.laid_row(row), "row", _told(laid.columns, row), MISSING)
    for row in matched.extra:
        yield unlike(place.found_row(row), "row", NOTHING, _told(columns, row))
    if matched.moved:
        at = laid.key if laid.key is not None else 0
        names = laid.columns[at]["value"]
        found = [str(names[row]) for row, _ in sorted(matched.pairs, key=lambda pair: pair[1])]
        expected = [str(names[row]) for row, _ in matched.pairs]
        first = next(
            n for n, pair in enumerate(zip(expected, found, strict=True)) if len({*pair}) > 1
        )
        row = matched.pairs[first][0]
        told = (", ".join(expected[first:]), ", ".join(found[first:]))
        yield unlike(place.laid_row(row), "order of rows", *told)


def _blank_rows(laid: LaidTable, matched: Alignment, place: _Places) -> Iterator[Difference]:
    """Blank rows among those that were laid out, unless rows that are missing left them."""
    known = {found for _, found in matched.pairs}
    last = max((place.filled[found] for found in known), default=place.area.top - 1)
    blank = sorted(set(range(place.area.top, last)) - set(place.filled))
    explained = laid.table.rows - len(matched.pairs)
    for row in blank[explained:]:
        yield unlike(place.row(row), "row", NOTHING, "a blank row")


def _told(columns: Sequence[Aspects], row: int) -> str:
    values = (column["value"][row] for column in columns)
    return " | ".join(shown(value) for value in values if value is not None)


def _cell_differences(
    laid: LaidTable, columns: Sequence[Aspects], matched: Alignment, place: _Places
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
