"""What Excel cannot hold around the cells: names, headers, titles, sizes, numbers of links."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from exporter.report.xlsx.model import Sheet, Workbook
from exporter.report.xlsx.tables import Table
from exporter.writers.xlsx.rules import Fault, find_control, too_long

_ROWS, _COLUMNS = 1_048_576, 16_384
_CELL, _HEADER, _FOOTER, _ALT_TEXT, _PROPERTY = 32_767, 255, 255, 255, 255
_WIDEST = 255

_SHEET_NAME = re.compile(r"(?!')[^\[\]:*?/\\\x00-\x1F]{1,31}(?<!')")
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")


def find_frame_faults(book: Workbook) -> Iterator[Fault]:
    """What is wrong with the book outside its cells; the sheet is named in each fault."""
    yield from _names(book)
    properties = book.properties
    for what in ("title", "subject", "author", "keywords"):
        yield from _one_text(f"the property {what}", getattr(properties, what), _PROPERTY)
    yield from _one_text("the footer", book.footer, _FOOTER)
    for sheet in book.sheets:
        for wrong, right in _sheet(sheet):
            yield f"{sheet.name}: {wrong}", right


def _names(book: Workbook) -> Iterator[Fault]:
    sheets = [sheet.name for sheet in book.sheets]
    for name in sheets:
        if not _SHEET_NAME.fullmatch(name) or too_long("name", name, 31):
            yield (
                f"the sheet name {name!r} is none that Excel takes",
                "use at most 31 characters, none of []:*?/\\ and no ' at either end",
            )
    if not sheets:
        yield "the workbook has no sheets", "lay out at least one"
    tables = [table.name for sheet in book.sheets for table in sheet.tables]
    for kind, names in (("sheet", sheets), ("table or range", [*tables, *book.defined_names])):
        for name, count in Counter(name.casefold() for name in names).items():
            if count > 1:
                yield f"{count} {kind} names are {name!r}", "give each a name of its own"


def _sheet(sheet: Sheet) -> Iterator[Fault]:
    yield from _one_text("the title", sheet.title, _CELL)
    yield from _one_text("the note", sheet.note, _CELL)
    for table in sheet.tables:
        yield from _headers(table)
        yield from _size(table)
    yield from _arrangement(sheet)
    if sheet.chart:
        for shown in sheet.chart.shown:
            yield from _one_text("a chart's label", shown, _HEADER)
        yield from _one_text("the chart's title", sheet.chart.title, _HEADER)
        yield from _one_text("the chart's alternative text", sheet.chart.alt_text, _ALT_TEXT)


def _headers(table: Table) -> Iterator[Fault]:
    """Excel repairs a file whose table names a column otherwise than the cell of its header."""
    for header, count in Counter(column.header.casefold() for column in table.columns).items():
        if count > 1:
            yield f"{count} columns of {table.name} are called {header!r}", "call them differently"
    for column in table.columns:
        what = f"the header {column.header!r}"
        if not column.header:
            yield f"a column of {table.name} has no header", "give it one"
        if "\n" in column.header or "\t" in column.header or _ESCAPE.search(column.header):
            yield f"{what} has a line end, a tab or _xHHHH_ in it", "write it as one plain line"
        yield from _one_text(what, column.header, _HEADER)
        if not 0 < column.width <= _WIDEST:
            yield f"{what} is {column.width} wide", f"make it wider than 0, at most {_WIDEST}"


def _arrangement(sheet: Sheet) -> Iterator[Fault]:
    """Excel repairs a file whose tables overlap; rows are written with the headers between them."""
    for one, other in combinations(sorted(sheet.tables, key=lambda table: table.first_row), 2):
        if other.first_row > bottom(one):
            continue
        if other.first_column <= right(one) and one.first_column <= right(other):
            yield f"{one.name} and {other.name} overlap", "lay tables out beside each other"
        elif other.first_row != one.first_row:
            yield (
                f"{other.name} begins beside the rows of {one.name}",
                "begin tables that stand side by side in the same row",
            )
    head = 2 if sheet.title or sheet.note else 0
    for table in sheet.tables:
        if table.first_row < head:
            yield f"{table.name} begins in the title's rows", "begin it in row 3 or below"


def bottom(table: Table) -> int:
    """The table's last row; Excel keeps one blank row below the header of an empty table."""
    return table.first_row + max(table.rows, 1)


def right(table: Table) -> int:
    """The table's last column."""
    return table.first_column + len(table.columns) - 1


def _size(table: Table) -> Iterator[Fault]:
    if table.first_row + 1 + max(table.rows, 1) > _ROWS:
        yield (
            f"{table.name} has {table.rows:,} rows",
            f"Excel holds {_ROWS:,} a sheet; split the table",
        )
    if not 0 < len(table.columns) <= _COLUMNS - table.first_column:
        yield f"{table.name} has {len(table.columns):,} columns", f"use 1 to {_COLUMNS:,}"


def _one_text(what: str, text: str, limit: int) -> Iterator[Fault]:
    fault = find_control(text, in_cell=False) or too_long("text", text, limit)
    if fault:
        yield f"{what}: {fault[0]}", fault[1]
