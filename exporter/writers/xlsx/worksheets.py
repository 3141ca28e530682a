"""One worksheet: title, note and tables, with all but their rows; panes and print set-up."""

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from exporter.errors import CellRefusedError, Problem
from exporter.limits import WIDEST_COLUMN
from exporter.report.xlsx.model import SIDE_MARGIN, Column, Sheet, Sparkline, Table, Workbook
from exporter.writers.xlsx.charts import draw_chart
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.heights import header_height, text_height
from exporter.writers.xlsx.house import is_white, lay_ground, set_page_header, table_style
from exporter.writers.xlsx.parts import WorkbookPart, WorksheetPart

_TOP, _TOP_BELOW_HEADER, _BOTTOM = 0.6, 0.85, 0.75  # margins in inches
_GAP = 7.0  # points between a sheet's head and its table
_CellRange = tuple[int, int, int, int]  # first row and column, last row and column


def draw_sheet(
    target: WorkbookPart, book: Workbook, sheet: Sheet, formats: Formats
) -> WorksheetPart:
    """Add `sheet` to the file; the rows of its tables are still to be given to it.

    Args:
        target: The file that is being drawn.
        book: The workbook.
        sheet: What to draw; all around its cells is checked against Excel's limits before.
        formats: The book's styles.

    Raises:
        CellRefusedError: XlsxWriter refuses a table that passed the check of limits.
    """
    worksheet: WorksheetPart = target.add_worksheet(sheet.name)
    if sheet.title or sheet.note:
        _draw_head(worksheet, sheet, book, formats)
    for table in sheet.tables:
        _draw_table(worksheet, table, formats, book)
    _set_header_heights(worksheet, sheet, book)
    if sheet.tables:
        _keep_in_sight(worksheet, sheet, frozen=not book.is_plain)
    for sparkline in sheet.sparklines:
        _draw_sparkline(worksheet, sheet, sparkline, book)
    if sheet.chart:
        draw_chart(target.add_bar_chart(), worksheet, sheet, book)
    if sheet.tab_colour:
        worksheet.set_tab_color(sheet.tab_colour)
    _print_page(worksheet, sheet, book)
    if not is_white(book):
        lay_ground(worksheet, formats.cell("note"))
    return worksheet


def _draw_head(worksheet: WorksheetPart, sheet: Sheet, book: Workbook, formats: Formats) -> None:
    note = formats.cell(sheet.note_style)
    worksheet.write_string(0, 0, sheet.title, formats.cell(sheet.title_style))
    if sheet.note_formula:
        worksheet.write_formula(1, 0, sheet.note_formula, note, sheet.note)
    else:
        worksheet.write_string(1, 0, sheet.note, note)
    if sheet.alarm:
        rule = {"type": "formula", "criteria": sheet.alarm, "format": formats.alert("alert")}
        worksheet.conditional_format(1, 0, 1, 0, rule)
    if sheet.guide:
        worksheet.write_string(2, 0, sheet.guide, formats.cell(sheet.guide_style))
    width = sheet.tables[0].columns[0].width if sheet.tables else WIDEST_COLUMN
    lines = [(sheet.title, sheet.title_style), (sheet.note, sheet.note_style)]
    lines += [(sheet.guide, sheet.guide_style)] if sheet.guide else []
    for row, (text, style) in enumerate(lines):
        worksheet.set_row(row, text_height(text, width, book.styles[style]))
    if sheet.tables and sheet.tables[0].first_row > len(lines):
        worksheet.set_row(sheet.tables[0].first_row - 1, _GAP)


def _draw_table(worksheet: WorksheetPart, table: Table, formats: Formats, book: Workbook) -> None:
    """Draw `table` as a native Excel table, with filter and bands unless the book is plain.

    The header's own colours come from the book's style `header`.
    """
    worksheet.reach(table.last_row, table.last_column)
    for index, column in enumerate(table.columns, table.first_column):
        worksheet.set_column(index, index, min(column.width, WIDEST_COLUMN))
        cells = (table.first_row + 1, index, table.last_row, index)
        if table.rows and column.choices:
            _add_data_validation(worksheet, cells, column)
        if table.rows and column.alert:
            _add_conditional_format(worksheet, cells, column, formats)
        if not table.rows and isinstance(style := column.styles, str):
            worksheet.write_blank(table.last_row, index, None, formats.cell(style))
    columns = [
        {"header": column.header, "header_format": formats.cell(column.header_style)}
        for column in table.columns
    ]
    area = (table.first_row, table.first_column, table.last_row, table.last_column)
    options = {
        "name": table.name,
        "style": table_style(book),
        "columns": columns,
        "autofilter": not book.is_plain,
    }
    if worksheet.add_table_area(area, options):
        at = f"{worksheet.get_name()}!{xl_rowcol_to_cell(*area[:2])}"
        wrong = f"{at}: Excel refuses the table {table.name!r}"
        raise CellRefusedError([Problem("", 0, "", wrong, "give it a name that Excel takes")])


def _add_data_validation(worksheet: WorksheetPart, cells: _CellRange, column: Column) -> None:
    """A drop-down list. Analysts may need a unit that is not on it: it warns, and stops nobody."""
    rule = {"validate": "list", "source": column.choices, "error_type": "warning"}
    worksheet.data_validation(*cells, rule)


def _add_conditional_format(
    worksheet: WorksheetPart, cells: _CellRange, column: Column, formats: Formats
) -> None:
    """An alert in cells that are FALSE; a comparison with FALSE would hold for blank ones, too."""
    first = xl_rowcol_to_cell(*cells[:2])
    criteria = f"=AND(ISLOGICAL({first}),NOT({first}))"
    rule = {"type": "formula", "criteria": criteria, "format": formats.alert(column.alert)}
    worksheet.conditional_format(*cells, rule)


def _set_header_heights(worksheet: WorksheetPart, sheet: Sheet, book: Workbook) -> None:
    """Make each header as high as the highest of those beside it."""
    heights: dict[int, float] = {}
    for table in sheet.tables:
        height = header_height(table, book.styles["header"])
        heights[table.first_row] = max(height, heights.get(table.first_row, 0))
    for row, height in heights.items():
        worksheet.set_row(row, height)


def _keep_in_sight(worksheet: WorksheetPart, sheet: Sheet, *, frozen: bool) -> None:
    """Freeze the columns that name rows, and the header.

    Of tables one below another each has its own: the first one's would be wrong above the others.
    """
    row = sheet.header_row
    if frozen:
        first = sheet.tables[0].first_column
        worksheet.freeze_panes(0 if row is None else row + 1, first + sheet.stub)


def _draw_sparkline(
    worksheet: WorksheetPart, sheet: Sheet, sparkline: Sparkline, book: Workbook
) -> None:
    cells = xl_range_abs(sparkline.row, sparkline.first, sparkline.row, sparkline.last)
    options = {
        "range": f"{quote_sheetname(sheet.name)}!{cells}",
        "type": "column",
        "series_color": book.accent,
        "negative_points": True,
        "negative_color": book.theme.sheet.negative,
    }
    axis = {"min": sparkline.least, "max": sparkline.most}
    options |= {end: value for end, value in axis.items() if value is not None}
    worksheet.add_sparkline(sparkline.row, sparkline.column, options)


def _print_page(worksheet: WorksheetPart, sheet: Sheet, book: Workbook) -> None:
    """Set the page up. Excel takes no page breaks of a sheet that it fits to pages by itself.

    No sheet has a print area: LibreOffice 7.4 crashes on one that has both that and a conditional
    format across a page's end.
    """
    worksheet.set_paper(book.theme.paper.excel)
    worksheet.set_landscape()
    if sheet.pages is None:
        worksheet.fit_to_pages(1, 0)
    else:
        worksheet.set_print_scale(sheet.pages.scale)
        worksheet.set_v_pagebreaks(list(sheet.pages.breaks))
        worksheet.print_across()
    is_repeated = sheet.pages is not None and sheet.pages.repeated
    worksheet.print_titles(sheet.header_row, sheet.stub if is_repeated else 0)
    top = _TOP_BELOW_HEADER if book.header else _TOP
    worksheet.set_margins(SIDE_MARGIN, SIDE_MARGIN, top, _BOTTOM)
    if book.footer:
        worksheet.set_footer(book.footer)
    set_page_header(worksheet, book)
