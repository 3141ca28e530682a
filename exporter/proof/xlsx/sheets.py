"""Sheets as found, paired with those laid out by what is on them, and compared around the cells."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.xlsx.charts import compare_charts
from exporter.proof.xlsx.found_book import FoundBook, FoundSheet
from exporter.proof.xlsx.found_parts import FoundParts, footer_parts, read_parts
from exporter.proof.xlsx.glance import glance_at
from exporter.proof.xlsx.second_reader import SecondReader
from exporter.proof.xlsx.values import Value
from exporter.proof.xlsx.windows import Details
from exporter.report.xlsx.model import Sheet, Table, Workbook

_VISIBLE = "visible"


def compare_sheets(book: Workbook, found: FoundBook) -> Iterator[Difference]:
    """Compare all sheets: which there are, in what order, and what is on each."""
    paired = _pair(book.sheets, found)
    reader = SecondReader(found.path)
    yield from _order(book.sheets, paired)
    for index, sheet in enumerate(book.sheets):
        if index not in paired:
            yield unlike(f"{sheet.name} (sheet)", "sheet", sheet.name, MISSING)
            continue
        other = found.sheets[paired[index]]
        if other.name != sheet.name:
            yield unlike(f"{sheet.name} (sheet)", "name", sheet.name, other.name)
        yield from _compare_sheet(book, sheet, other, found, reader)
    for at, other in enumerate(found.sheets):
        if at not in paired.values():
            yield unlike(f"{other.name} (sheet)", "sheet", NOTHING, other.name)


def _pair(sheets: Sequence[Sheet], found: FoundBook) -> dict[int, int]:
    """The found sheet of each laid-out one: by tables and title rather than by name.

    So two sheets under each other's name are two wrong names, and not hundreds of wrong cells.
    """
    # Where tables and names are right, titles, which it takes longest to read, change nothing.
    if len(sheets) == len(found.sheets) and all(map(_is_surely, sheets, found.sheets)):
        return {at: at for at in range(len(sheets))}
    titles = [found.title(other) for other in found.sheets]
    scores = [
        (_likeness(sheets[one], found.sheets[other], titles[other]), -one, -other)
        for one, other in product(range(len(sheets)), range(len(titles)))
    ]
    paired: dict[int, int] = {}
    for score, one, other in sorted(scores, reverse=True):
        if score and -one not in paired and -other not in paired.values():
            paired[-one] = -other
    return paired


def _is_surely(sheet: Sheet, found: FoundSheet) -> bool:
    tables = {table.name for table in sheet.tables}
    return bool(tables) and found.tables == tables and found.name == sheet.name


def _likeness(sheet: Sheet, found: FoundSheet, title: Value) -> int:
    tables = {table.name for table in sheet.tables} & found.tables
    return 4 * len(tables) + 2 * (title == sheet.title) + (found.name == sheet.name)


def _order(sheets: Sequence[Sheet], paired: Mapping[int, int]) -> Iterator[Difference]:
    expected = [sheets[one].name for one in sorted(paired)]
    order = [sheets[one].name for one in sorted(paired, key=paired.__getitem__)]
    if order != expected:
        pairs = enumerate(zip(expected, order, strict=True))
        apart = [at for at, pair in pairs if len({*pair}) > 1]
        span = slice(apart[0], apart[-1] + 1)
        place = f"{expected[apart[0]]} (sheet)"
        yield unlike(place, "sheet order", ", ".join(expected[span]), ", ".join(order[span]))


def _compare_sheet(
    book: Workbook, sheet: Sheet, found: FoundSheet, found_book: FoundBook, reader: SecondReader
) -> Iterator[Difference]:
    if found.state != _VISIBLE:
        yield unlike(f"{sheet.name} (sheet)", "state", _VISIBLE, found.state)
    stream = found_book.stream(found)
    glance = glance_at(book, sheet, stream, found_book)
    if not glance.same:
        stream = found_book.stream(found)
        deque(stream.blocks(), maxlen=0)  # what is around the rows comes after them
    parts, links = read_parts(found_book.archive, found.path, stream.frame(), stream.noted)
    more = dict.fromkeys((table.name for table in sheet.tables), 0)
    if glance.same and links == glance.links:
        yield from reader.compare(sheet, found.name)
    else:
        details = Details(book, sheet, links, found_book, glance.proved, more)
        yield from details.tell(found_book.stream(found).blocks())
    yield from _tables(sheet, parts, more)
    yield from _ranges(sheet, parts, more)
    yield from _around(book, sheet, found, parts)
    yield from compare_charts(sheet, parts)


def _tables(sheet: Sheet, found: FoundParts, more: Mapping[str, int]) -> Iterator[Difference]:
    """Excel's tables: name, range, headers, and that nothing is filtered away."""
    place = f"{sheet.name} (sheet)"
    there = {table.name: table for table in found.tables}
    for table in sheet.tables:
        other = there.pop(table.name, None)
        if other is None:
            yield unlike(place, "table", table.name, MISSING)
            continue
        ranges = _table_ranges(table, more[table.name])
        if other.range not in ranges:
            yield unlike(place, f"range of the table {table.name}", ranges[0], other.range)
        headers = tuple(column.header for column in table.columns)
        if other.headers != headers:
            what = f"list of headers of the table {table.name}"
            yield unlike(place, what, ", ".join(headers), ", ".join(other.headers))
        if other.odd:
            yield unlike(place, f"table {table.name}", "unfiltered", ", ".join(other.odd))
    for name in there:
        yield unlike(place, "table", NOTHING, name)


def _table_ranges(table: Table, more: int) -> list[str]:
    """As laid out, and as Excel makes it where rows were added or deleted: these are told apart."""
    right = table.first_column + len(table.columns) - 1
    counts = dict.fromkeys((max(table.rows, 1), max(table.rows + more, 1)))
    top = table.first_row
    return [_range(top, table.first_column, top + count, right) for count in counts]


def _ranges(sheet: Sheet, found: FoundParts, more: Mapping[str, int]) -> Iterator[Difference]:
    """Drop-down lists and alerts: each over its column, and no other."""
    lists, alerts = dict(found.lists), dict(found.alerts)
    if sheet.alarm:
        rule = f"expression {sheet.alarm.removeprefix('=')}"
        yield from _take(sheet, "conditional format", alerts, ["A2"], rule)
    for table in sheet.tables:
        for at, column in enumerate(table.columns, table.first_column):
            if not table.rows:
                continue
            areas = _column_ranges(table, at, more[table.name])
            if column.choices:
                rule = f"list {column.choices.removeprefix('=')}"
                yield from _take(sheet, "drop-down list", lists, areas, rule)
            if column.alert:
                first = xl_rowcol_to_cell(table.first_row + 1, at)
                # The alert holds where the cell is FALSE, and not where it is blank.
                rule = f"expression AND(ISLOGICAL({first}),NOT({first}))"
                yield from _take(sheet, "conditional format", alerts, areas, rule)
    for what, rest in (("drop-down list", lists), ("conditional format", alerts)):
        for area, rule in rest.items():
            yield unlike(f"{sheet.name}!{area}", what, NOTHING, rule)


def _column_ranges(table: Table, column: int, more: int) -> list[str]:
    counts = dict.fromkeys((table.rows, max(table.rows + more, 1)))
    top = table.first_row + 1
    return [_range(top, column, top + count - 1, column) for count in counts]


def _take(
    sheet: Sheet, what: str, there: dict[str, str], areas: Sequence[str], rule: str
) -> Iterator[Difference]:
    area = next((area for area in areas if area in there), None)
    if area is None:
        yield unlike(f"{sheet.name}!{areas[0]}", what, rule, MISSING)
    elif (seen := there.pop(area)) != rule:
        yield unlike(f"{sheet.name}!{area}", what, rule, seen)


def _around(
    book: Workbook, sheet: Sheet, found: FoundSheet, parts: FoundParts
) -> Iterator[Difference]:
    """Whatever else a sheet can carry that was not laid out, and its footer."""
    place = f"{sheet.name} (sheet)"
    for cell, text in parts.notes.items():
        yield unlike(f"{sheet.name}!{xl_rowcol_to_cell(*cell)}", "comment", NOTHING, text)
    for area in parts.merged:
        yield unlike(f"{sheet.name}!{area}", "cell", "unmerged", "merged")
    for what in parts.hidden:
        yield unlike(f"{sheet.name} ({what})", "state", _VISIBLE, "hidden")
    strange = {"defined name": found.names, "drawing": parts.drawn, "part": parts.others}
    for what, names in strange.items():
        for name in names:
            yield unlike(place, what, NOTHING, name)
    footer = _footer(book.footer)
    if parts.footer != footer:
        yield unlike(place, "page footer", "; ".join(footer), "; ".join(parts.footer))
    printed = _print_area(sheet)
    if found.print_area.replace("$", "").rpartition("!")[2] != printed:
        yield unlike(place, "print area", printed or "all", found.print_area or "all")


def _footer(text: str) -> tuple[str, ...]:
    from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem
    from openpyxl.xml.functions import Element

    if not text:
        return ()
    element = Element("oddFooter")
    element.text = text
    return footer_parts(HeaderFooter(oddFooter=HeaderFooterItem.from_tree(element)))


def _print_area(sheet: Sheet) -> str:
    """Where a chart stands beside the first table, that table alone is printed."""
    if sheet.chart is None:
        return ""
    table = sheet.tables[0]
    right = table.first_column + len(table.columns) - 1
    return _range(0, 0, table.first_row + max(table.rows, 1), right)


def _range(top: int, left: int, bottom: int, right: int) -> str:
    return str(xl_range(top, left, bottom, right))
