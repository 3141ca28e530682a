"""What Excel cannot hold of a workbook, all of it at once.

Around its cells (names, headers, titles, sizes, numbers of links) it is found before anything is
drawn; in its cells slice by slice, while they are.
"""

import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from exporter import limits
from exporter.errors import Problem
from exporter.report.xlsx.model import Sheet, Table, Workbook
from exporter.writers.xlsx.blocks import Area, Block, blocks
from exporter.writers.xlsx.cell_faults import (
    Fault,
    find_cell_faults,
    find_control,
    too_long,
)

_MOST_LISTED = 1_000

_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")


class BookProblems:
    """The problems of a book while its cells are gone through."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._targets = _link_targets(book)
        self._listed: list[Problem] = []
        self._unlisted = 0
        self._links: Counter[str] = Counter()
        self._counting = threading.Lock()  # a thread may begin a sheet while others ask

    def __bool__(self) -> bool:
        """Whether there is any problem so far."""
        return bool(self._listed) or self._too_many_links() != []

    def look(self, sheet: Sheet, block: Block) -> list[Problem]:
        """The problems of a block's cells; any thread may look for them."""
        return [
            _problem(self._book, sheet, area, (row, index), fault)
            for area in block.areas
            for index, column in enumerate(area.part.columns)
            for row, fault in find_cell_faults(column, self._targets)
        ]

    def add(self, sheet: Sheet, block: Block, problems: Iterable[Problem]) -> None:
        """Take up what `look` found in a block."""
        for problem in problems:
            if len(self._listed) < _MOST_LISTED:
                self._listed.append(problem)
            else:
                self._unlisted += 1
        columns = (column for area in block.areas for column in area.part.columns)
        links = (column.links for column in columns)
        linked = sum(len(a) - a.null_count for a in links if a is not None)
        with self._counting:
            self._links[sheet.name] += linked

    def listed(self) -> list[Problem]:
        """All problems, in the order of sheets and rows, up to a number that can be read."""
        problems = [*self._listed, *self._too_many_links()]
        if self._unlisted:
            wrong = f"{self._unlisted:,} more cells are refused"
            problems.append(Problem(self._book.file_name, 0, "", wrong, "mend those named first"))
        return problems

    def _too_many_links(self) -> list[Problem]:
        right = f"Excel holds at most {limits.HYPERLINKS:,} a sheet; link fewer columns"
        with self._counting:
            over = [(name, n) for name, n in self._links.items() if n > limits.HYPERLINKS]
        return [
            Problem(self._book.file_name, 0, "", f"{name}: {links:,} links", right)
            for name, links in over
        ]


def find_problems(book: Workbook) -> list[Problem]:
    """Everything in `book` that Excel cannot hold; empty when the book can be drawn.

    Args:
        book: What would be written.

    Returns:
        Problems around the cells, then those of cells in the order of sheets, slices, tables,
        columns and rows; the latter name sheet, cell and fact.
    """
    problems = BookProblems(book)
    for sheet in book.sheets:
        for block in blocks(sheet.tables):
            problems.add(sheet, block, problems.look(sheet, block))
    around = [Problem(book.file_name, 0, "", *fault) for fault in find_book_faults(book)]
    return [*around, *problems.listed()]


def find_book_faults(book: Workbook) -> Iterator[Fault]:
    """What is wrong with the book outside its cells; the sheet is named in each fault."""
    yield from _names(book)
    if len(book.styles) > limits.CELL_FORMATS:
        yield (
            f"the workbook needs {len(book.styles):,} cell formats, one for each distinct range",
            f"Excel holds {limits.CELL_FORMATS:,}; write fewer entities into it",
        )
    properties = book.properties
    for what in ("title", "subject", "author", "keywords"):
        yield from _one_text(
            f"the property {what}", getattr(properties, what), limits.DOCUMENT_PROPERTY
        )
    yield from _one_text("the footer", book.footer, limits.FOOTER)
    yield from _one_text("the header", book.header, limits.HEADER)
    for sheet in book.sheets:
        for wrong, right in _sheet(sheet):
            yield f"{sheet.name}: {wrong}", right


def _names(book: Workbook) -> Iterator[Fault]:
    sheets = [sheet.name for sheet in book.sheets]
    for name in sheets:
        if limits.is_reserved(name):
            yield f"the sheet name {name!r} is reserved by Excel", "use another one"
        elif limits.refused_sheet_name(name):
            yield (
                f"the sheet name {name!r} is none that Excel takes",
                "use at most 31 characters, none of []:*?/\\ and no ' at either end",
            )
    if not sheets:
        yield "the workbook has no sheets", "lay out at least one"
    tables = [table.name for sheet in book.sheets for table in sheet.tables]
    for kind, names in (("sheet", sheets), ("table or range", [*tables, *book.defined_names])):
        for name, count in _repeated(names):
            yield f"{count} {kind} names are {name!r}", "give each a name of its own"


def _repeated(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Names that stand several times, whatever their case, as they are written first."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(name.casefold(), []).append(name)
    yield from ((some[0], len(some)) for some in alike.values() if len(some) > 1)


def _sheet(sheet: Sheet) -> Iterator[Fault]:
    yield from _one_text("the title", sheet.title, limits.CELL_TEXT)
    yield from _one_text("the note", sheet.note, limits.CELL_TEXT)
    yield from _one_text("what is said of the sheet", sheet.guide, limits.CELL_TEXT)
    for table in sheet.tables:
        yield from _headers(table)
        yield from _size(table)
    yield from _arrangement(sheet)
    if sheet.chart:
        yield from _one_text("the chart's title", sheet.chart.title, limits.CHART_LABEL)
        yield from _one_text(
            "the chart's alternative text", sheet.chart.alt_text, limits.ALTERNATIVE_TEXT
        )


def _headers(table: Table) -> Iterator[Fault]:
    """Excel repairs a file whose table names a column otherwise than the cell of its header."""
    for header, count in _repeated(column.header for column in table.columns):
        yield f"{count} columns of {table.name} are called {header!r}", "call them differently"
    for column in table.columns:
        what = f"the header {column.header!r}"
        if not column.header:
            yield f"a column of {table.name} has no header", "give it one"
        if "\n" in column.header or "\t" in column.header or _ESCAPE.search(column.header):
            yield f"{what} has a line end, a tab or _xHHHH_ in it", "write it as one plain line"
        yield from _one_text(what, column.header, limits.HEADER)
        if not 0 < column.width <= limits.WIDEST_COLUMN:
            yield (
                f"{what} is {column.width} wide",
                f"make it wider than 0, at most {limits.WIDEST_COLUMN}",
            )


def _arrangement(sheet: Sheet) -> Iterator[Fault]:
    """Excel repairs a file whose tables overlap; rows are written with the headers between them."""
    for table, other in combinations(sorted(sheet.tables, key=lambda table: table.first_row), 2):
        if other.first_row > table.last_row:
            continue
        if other.first_column <= table.last_column and table.first_column <= other.last_column:
            yield f"{table.name} and {other.name} overlap", "lay tables out beside each other"
        elif other.first_row != table.first_row:
            yield (
                f"{other.name} begins beside the rows of {table.name}",
                "begin tables that stand side by side in the same row",
            )
    head = 3 if sheet.guide else 2 if sheet.title or sheet.note else 0
    for table in sheet.tables:
        if table.first_row < head:
            yield f"{table.name} begins in the title's rows", f"begin it in row {head + 1} or below"


def _size(table: Table) -> Iterator[Fault]:
    if table.last_row >= limits.ROWS:
        yield (
            f"{table.name} has {table.rows:,} rows",
            f"Excel holds {limits.ROWS:,} a sheet; split the table",
        )
    if not 0 < len(table.columns) <= limits.COLUMNS - table.first_column:
        yield f"{table.name} has {len(table.columns):,} columns", f"use 1 to {limits.COLUMNS:,}"


def _one_text(what: str, text: str, limit: int) -> Iterator[Fault]:
    fault = find_control(text, in_cell=False) or too_long("text", text, limit)
    if fault:
        yield f"{what}: {fault[0]}", fault[1]


def _problem(
    book: Workbook, sheet: Sheet, area: Area, cell: tuple[int, int], fault: Fault
) -> Problem:
    facts = area.part.facts
    fact = facts[cell[0]].as_py() if facts is not None else None
    wrong, right = fault
    where = f"{sheet.name}!{area.cell(*cell)}"
    return Problem(book.file_name, 0, fact or "", f"{where}: {wrong}", right)


def _link_targets(book: Workbook) -> frozenset[str]:
    """What a link inside the book can lead to: its sheets, tables and names."""
    tables = (table.name for sheet in book.sheets for table in sheet.tables)
    names = (name.casefold() for name in chain(book.defined_names, tables))
    return frozenset(chain((sheet.name for sheet in book.sheets), names))
