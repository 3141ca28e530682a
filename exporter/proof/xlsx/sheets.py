"""The sheets of a file paired with those laid out, by what is on them, and compared as a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from exporter.engine.memo import memoized
from exporter.proof.difference import MISSING, NOTHING, Difference, unlike, unreadable
from exporter.proof.xlsx.cell_words import cell_name, range_name
from exporter.proof.xlsx.cells import Value
from exporter.proof.xlsx.charts import compare_charts
from exporter.proof.xlsx.comparison import SecondReader, SheetComparison
from exporter.proof.xlsx.expected import ExpectedSheet, Looks
from exporter.proof.xlsx.header_picture import compare_header_picture
from exporter.proof.xlsx.package import Package, Worksheet
from exporter.proof.xlsx.page_setup import compare_page
from exporter.proof.xlsx.parts import UNFILTERABLE, Parts, footer_parts, read_parts
from exporter.proof.xlsx.shared_strings import with_escapes
from exporter.proof.xlsx.sparklines import compare_sparklines
from exporter.proof.xlsx.table_rows import RESULT, Placed
from exporter.report.xlsx.model import Sheet, Table, Workbook

MOST_DIFFERENCES = 1_000  # differences of a workbook
# Of a cell, as they are told.
_ASPECTS = ("value", RESULT, "formula", "link", "number format", "look")
_VISIBLE = "visible"


def compare_sheets(book: Workbook, package: Package) -> Iterator[Difference]:
    """Compare all sheets: which there are, in what order, and what is on each."""
    paired = pair_sheets(book.sheets, package)
    reader, looks = SecondReader(package.path), package.looks(book)
    yield from _order(book.sheets, paired)
    for index, sheet in enumerate(book.sheets):
        if index not in paired:
            yield unlike(f"{sheet.name} (sheet)", "sheet", sheet.name, MISSING)
            continue
        actual = package.sheets[paired[index]]
        if actual.name != sheet.name:
            yield unlike(f"{sheet.name} (sheet)", "name", sheet.name, actual.name)
        if actual.state != _VISIBLE:
            yield unlike(f"{sheet.name} (sheet)", "state", _VISIBLE, actual.state)
        differences = _compare_sheet(book, sheet, actual, package, looks, reader)
        yield from _as_far_as_readable(sheet, differences)
    for at, actual in enumerate(package.sheets):
        if at not in paired.values():
            yield unlike(f"{actual.name} (sheet)", "sheet", NOTHING, actual.name)


def pair_sheets(sheets: Sequence[Sheet], package: Package) -> dict[int, int]:
    """The actual sheet of each expected one: by tables and title rather than by name.

    So two sheets under each other's name are two wrong names, and not hundreds of wrong cells.
    """
    # Where tables and names are right, titles, which it takes longest to read, change nothing.
    if len(sheets) == len(package.sheets) and all(map(_is_surely, sheets, package.sheets)):
        return {at: at for at in range(len(sheets))}
    titles = [_title(package, actual) for actual in package.sheets]
    scores = [
        (-_likeness(sheets[at], package.sheets[to], titles[to]), at, to)
        for at, to in product(range(len(sheets)), range(len(titles)))
    ]
    paired: dict[int, int] = {}
    for score, at, to in sorted(scores):
        if score and at not in paired and to not in paired.values():
            paired[at] = to
    return paired


def _title(package: Package, actual: Worksheet) -> Value:
    try:
        return package.title(actual)
    except Exception:
        return None


def _is_surely(sheet: Sheet, actual: Worksheet) -> bool:
    tables = {table.name for table in sheet.tables}
    return bool(tables) and actual.tables == tables and actual.name == sheet.name


def _likeness(sheet: Sheet, actual: Worksheet, title: Value) -> int:
    tables = {table.name for table in sheet.tables} & actual.tables
    return 4 * len(tables) + 2 * (title == sheet.title) + (actual.name == sheet.name)


def _order(sheets: Sequence[Sheet], paired: Mapping[int, int]) -> Iterator[Difference]:
    expected = [sheets[index].name for index in sorted(paired)]
    order = [sheets[index].name for index in sorted(paired, key=paired.__getitem__)]
    if order != expected:
        pairs = enumerate(zip(expected, order, strict=True))
        apart = [at for at, pair in pairs if len({*pair}) > 1]
        span = slice(apart[0], apart[-1] + 1)
        place = f"{expected[apart[0]]} (sheet)"
        yield unlike(place, "sheet order", ", ".join(expected[span]), ", ".join(order[span]))


def _as_far_as_readable(sheet: Sheet, differences: Iterable[Difference]) -> Iterator[Difference]:
    """The differences of a sheet; the last one is that it cannot be read further, if so."""
    try:
        yield from differences
    except Exception as error:
        place, expected = f"{sheet.name} (sheet)", "a sheet that can be read"
        yield replace(unreadable("", error), place=place, expected=expected)


def _compare_sheet(
    book: Workbook,
    sheet: Sheet,
    actual: Worksheet,
    package: Package,
    looks: Looks,
    reader: SecondReader,
) -> Iterator[Difference]:
    """Its cells in one pass, then what stands around them."""
    expected = ExpectedSheet(sheet, looks)
    stream, comparison = package.stream(actual), SheetComparison(sheet, expected)
    placed: list[Placed] = []
    try:
        for one in islice(comparison.compare_rows(stream.blocks()), MOST_DIFFERENCES + 1):
            placed.append(one)  # noqa: PERF402 - one by one, to keep those before an error
    except Exception:
        yield from _in_order(placed)
        raise
    if len(placed) > MOST_DIFFERENCES:
        yield from _in_order(placed)
        return
    parts = read_parts(package.archive, actual.path, stream, sheet.name)
    placed += comparison.compare_links(parts.links)
    yield from _in_order(placed) if placed else reader.compare(sheet, actual.name, expected)
    more = comparison.more_rows()
    yield from _tables(book, sheet, parts, more)
    yield from _rules(sheet, parts, more)
    yield from _around(book, sheet, actual, parts)
    yield from compare_charts(book, sheet, parts.charts, parts.alt_texts)


def _in_order(placed: Sequence[Placed]) -> Iterator[Difference]:
    """The differences of a sheet's cells from above, and from left to right."""

    def order(at: Placed) -> tuple[int, int, int]:
        what = at.difference.what
        return at.row, at.column, _ASPECTS.index(what) if what in _ASPECTS else -1

    return (at.difference for at in sorted(placed, key=order))


def _tables(
    book: Workbook, sheet: Sheet, parts: Parts, more: Mapping[str, int]
) -> Iterator[Difference]:
    """Excel's tables: name, range, headers, and that nothing is filtered away."""
    place = f"{sheet.name} (sheet)"
    usual = (UNFILTERABLE,) if book.is_plain else ()
    actual_tables = {table.name: table for table in parts.tables}
    for table in sheet.tables:
        actual = actual_tables.pop(table.name, None)
        if actual is None:
            yield unlike(place, "table", table.name, MISSING)
            continue
        ranges = _table_ranges(table, more[table.name])
        if actual.range not in ranges:
            yield unlike(place, f"range of the table {table.name}", ranges[0], actual.range)
        headers = tuple(column.header for column in table.columns)
        if actual.headers != headers:
            what = f"list of headers of the table {table.name}"
            yield unlike(place, what, ", ".join(headers), ", ".join(actual.headers))
        if actual.odd != usual:
            expected, found = (", ".join(odd) or "unfiltered" for odd in (usual, actual.odd))
            yield unlike(place, f"table {table.name}", expected, found)
    for name in actual_tables:
        yield unlike(place, "table", NOTHING, name)


def _table_ranges(table: Table, more: int) -> list[str]:
    """As laid out, and as Excel makes it where rows were added or deleted: these are told apart."""
    right = table.first_column + len(table.columns) - 1
    counts = dict.fromkeys((max(table.rows, 1), max(table.rows + more, 1)))
    top = table.first_row
    return [range_name(top, table.first_column, top + count, right) for count in counts]


def _rules(sheet: Sheet, parts: Parts, more: Mapping[str, int]) -> Iterator[Difference]:
    """Drop-down lists and conditional formats: each over its column, and no other."""
    lists, formats = dict(parts.data_validations), dict(parts.conditional_formats)
    if sheet.alarm:
        rule = f"expression {sheet.alarm.removeprefix('=')}"
        yield from _take(sheet, "conditional format", formats, ["A2"], rule)
    for table in sheet.tables:
        for at, column in enumerate(table.columns, table.first_column):
            if not table.rows:
                continue
            areas = _column_ranges(table, at, more[table.name])
            if column.choices:
                rule = f"list {column.choices.removeprefix('=')}"
                yield from _take(sheet, "drop-down list", lists, areas, rule)
            if column.alert:
                first = cell_name(table.first_row + 1, at)
                # The alert holds where the cell is FALSE, and not where it is blank.
                rule = f"expression AND(ISLOGICAL({first}),NOT({first}))"
                yield from _take(sheet, "conditional format", formats, areas, rule)
    for what, rest in (("drop-down list", lists), ("conditional format", formats)):
        for area, rule in rest.items():
            yield unlike(f"{sheet.name}!{area}", what, NOTHING, rule)


def _column_ranges(table: Table, column: int, more: int) -> list[str]:
    counts = dict.fromkeys((table.rows, max(table.rows + more, 1)))
    top = table.first_row + 1
    return [range_name(top, column, top + count - 1, column) for count in counts]


def _take(
    sheet: Sheet, what: str, actual_rules: dict[str, str], areas: Sequence[str], rule: str
) -> Iterator[Difference]:
    area = next((area for area in areas if area in actual_rules), None)
    if area is None:
        yield unlike(f"{sheet.name}!{areas[0]}", what, rule, MISSING)
    elif (actual := actual_rules.pop(area)) != rule:
        yield unlike(f"{sheet.name}!{area}", what, rule, actual)


def _around(book: Workbook, sheet: Sheet, actual: Worksheet, parts: Parts) -> Iterator[Difference]:
    """Whatever else a sheet can carry that was not laid out, and its footer."""
    for place, text in parts.comments.items():
        yield unlike(f"{sheet.name}!{cell_name(*place)}", "comment", NOTHING, text)
    for area in parts.merged:
        yield unlike(f"{sheet.name}!{area}", "cell", "unmerged", "merged")
    for what in parts.hidden:
        yield unlike(f"{sheet.name} ({what})", "state", _VISIBLE, "hidden")
    whole = f"{sheet.name} (sheet)"
    strange = {"defined name": actual.names, "drawing": parts.drawn, "part": parts.others}
    for id_ in parts.repeated:
        yield unlike(whole, f"relationship {id_}", "there once", "there several times")
    for what, names in strange.items():
        for name in names:
            yield unlike(whole, what, NOTHING, name)
    expected = _page_texts(book.header, book.footer)
    if parts.footer != expected:
        what = "page header or footer" if book.header else "page footer"
        yield unlike(whole, what, "; ".join(expected), "; ".join(parts.footer))
    yield from compare_header_picture(whole, parts.header_picture, book.theme.letterhead.logo)
    if actual.print_area:
        yield unlike(whole, "print area", "all", actual.print_area)
    yield from compare_page(sheet, book.theme.paper.excel, parts.page, actual.titles)
    frozen = _frozen(book, sheet)
    if parts.frozen != frozen:
        yield unlike(whole, "frozen panes", frozen or NOTHING, parts.frozen or NOTHING)
    yield from compare_sparklines(book, sheet, parts.sparklines)


def _frozen(book: Workbook, sheet: Sheet) -> str:
    """The first cell that scrolls, below the header and right of what names rows."""
    if book.is_plain or not sheet.tables:
        return ""
    row = sheet.header_row
    return cell_name(0 if row is None else row + 1, sheet.tables[0].first_column + sheet.stub)


@memoized(64)  # all sheets of a report have the same
def _page_texts(header: str, footer: str) -> tuple[str, ...]:
    from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem
    from openpyxl.xml.functions import Element

    items = {}
    for kind, text in (("oddHeader", header), ("oddFooter", footer)):
        if text:
            element = Element(kind)
            element.text = with_escapes(text)
            items[kind] = HeaderFooterItem.from_tree(element)
    return footer_parts(HeaderFooter(**items))
