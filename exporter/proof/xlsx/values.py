"""The values, units and texts of a workbook's facts, wherever another exporter put them.

A fact is found by its id, a column by its header, in whatever row and column they stand; how a cell
looks, what it links to and what else the workbook holds is not compared.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.proof.difference import MISSING, Difference, in_file, unlike, unreadable
from exporter.proof.xlsx.cell_words import shown, shown_both
from exporter.proof.xlsx.cells import ColumnCells, Value
from exporter.proof.xlsx.expected import Looks, expected_rows
from exporter.proof.xlsx.package import Package, open_package
from exporter.proof.xlsx.rows import SheetRows
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.model import Table, Workbook

_NEEDED = ("metric", "value", "unit", "quote")  # others are compared where they are
_Row = Mapping[int, Value]  # the cells that hold something, by their columns
_Facts = dict[str, dict[str, Value]]  # what each column, by its header, says of each fact


def compare_values(book: Workbook, path: Path) -> list[Difference]:
    """Compare what a workbook says of its facts with what was laid out.

    Args:
        book: The workbook as laid out here.
        path: The file, written by whichever exporter.
    """
    id_header = FACT_COLUMNS["fact"].label.in_(book.lang)
    needed = {FACT_COLUMNS[key].label.in_(book.lang) for key in _NEEDED}
    try:
        with open_package(path) as package:
            return list(in_file(path.name, _differences(book, package, id_header, needed)))
    except Exception as error:  # whatever it is, the readers stumble over what is in the file
        return [unreadable(path.name, error)]


def _differences(
    book: Workbook, package: Package, id_header: str, needed: set[str]
) -> Iterator[Difference]:
    sheets = {sheet.name: sheet for sheet in package.sheets}
    for sheet in book.sheets:
        for table in sheet.tables:
            if all(column.header != id_header for column in table.columns):
                continue
            if sheet.name not in sheets:
                yield unlike(f"{sheet.name} (sheet)", "sheet", "there", MISSING)
                continue
            found = _found(package.stream(sheets[sheet.name]).blocks(), id_header)
            expected = _expected(table, package.looks(book), id_header)
            yield from _unlike(sheet.name, expected, found, needed)


def _unlike(sheet: str, expected: _Facts, found: _Facts, needed: set[str]) -> Iterator[Difference]:
    for id_ in dict.fromkeys((*expected, *found)):
        place = f"{sheet} ({id_})"
        if id_ not in found or id_ not in expected:
            there = ("there", MISSING) if id_ in expected else (MISSING, "there")
            yield unlike(place, "row", *there)
            continue
        for header, value in expected[id_].items():
            if header in found[id_] or header in needed:
                actual = found[id_].get(header)
                if actual is None:
                    yield unlike(place, header, shown(value), MISSING)
                elif actual != value:
                    yield unlike(place, header, *shown_both(value, actual))


def _expected(table: Table, looks: Looks, id_header: str) -> _Facts:
    headers = dict(enumerate(column.header for column in table.columns))
    facts: _Facts = {}
    for rows in expected_rows(table, looks):
        for row in _rows(dict(enumerate(rows.columns)), len(rows)):
            facts |= _fact(row, headers, id_header)
    return facts


def _found(blocks: Iterator[SheetRows], id_header: str) -> _Facts:
    """The facts below the row in which the header of the ids stands."""
    headers: _Row = {}
    facts: _Facts = {}
    for block in blocks:
        for row in _rows(block.columns, block.rows):
            if headers:
                facts |= _fact(row, headers, id_header)
            elif id_header in row.values():
                headers = row
    return facts


def _rows(columns: Mapping[int, ColumnCells], rows: int) -> Iterator[_Row]:
    for index in range(rows):
        cells = ((at, column.cell(index).value) for at, column in columns.items())
        yield {at: value for at, value in cells if value is not None}


def _fact(row: _Row, headers: _Row, id_header: str) -> _Facts:
    said = {str(headers[at]): value for at, value in row.items() if at in headers}
    return {str(said[id_header]): said} if id_header in said else {}
