"""One worksheet: title in A1, note in A2, tables, panes, print set-up."""

from exporter.report.xlsx.model import Sheet, Workbook
from exporter.report.xlsx.tables import Table
from exporter.writers.xlsx.body import Drawing
from exporter.writers.xlsx.charts import draw_chart
from exporter.writers.xlsx.exact import ExactWorksheet
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.frame import bottom, right
from exporter.writers.xlsx.heights import header_height, line_height
from exporter.writers.xlsx.tables import draw_table

_A4 = 9
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.75}  # inches


def draw_sheet(drawing: Drawing, sheet: Sheet) -> None:
    """Add `sheet` to the workbook; the rows of its tables are made when the workbook is closed.

    Args:
        drawing: The workbook that is being drawn.
        sheet: What to draw; its frame is checked against Excel's limits before.
    """
    book, formats = drawing.book, drawing.formats
    worksheet: ExactWorksheet = drawing.target.add_worksheet(sheet.name)
    if sheet.title or sheet.note:
        _draw_head(worksheet, sheet, book, formats)
    for table in sheet.tables:
        draw_table(worksheet, table, formats)
    _set_header_heights(worksheet, sheet, book)
    if sheet.tables:
        _freeze(worksheet, sheet.tables[0])
        _print_table(worksheet, sheet)
    if sheet.chart:
        draw_chart(drawing, worksheet, sheet)
    if sheet.tab_colour:
        worksheet.set_tab_color(sheet.tab_colour)
    _print_page(worksheet, book.footer)
    drawing.draw_rows(sheet, worksheet)


def _draw_head(worksheet: ExactWorksheet, sheet: Sheet, book: Workbook, formats: Formats) -> None:
    note = formats.cell(sheet.note_style)
    worksheet.write_string(0, 0, sheet.title, formats.cell("title"))
    if sheet.note_formula:
        worksheet.write_formula(1, 0, sheet.note_formula, note, sheet.note)
    else:
        worksheet.write_string(1, 0, sheet.note, note)
    if sheet.alarm:
        rule = {"type": "formula", "criteria": sheet.alarm, "format": formats.alert("alert")}
        worksheet.conditional_format(1, 0, 1, 0, rule)
    for row, style in ((0, "title"), (1, sheet.note_style)):
        worksheet.set_row(row, line_height(book.styles[style]))


def _set_header_heights(worksheet: ExactWorksheet, sheet: Sheet, book: Workbook) -> None:
    """Make each header as high as the highest of those beside it."""
    heights: dict[int, float] = {}
    for table in sheet.tables:
        height = header_height(table, book.styles["header"])
        heights[table.first_row] = max(height, heights.get(table.first_row, 0))
    for row, height in heights.items():
        worksheet.set_row(row, height)


def _freeze(worksheet: ExactWorksheet, table: Table) -> None:
    """Keep the header and the first column in sight."""
    worksheet.freeze_panes(table.first_row + 1, table.first_column + 1)


def _print_table(worksheet: ExactWorksheet, sheet: Sheet) -> None:
    """Repeat the header on every page, and leave a chart beside the table on the screen.

    Only a sheet with a chart gets a print area: LibreOffice 7.4 crashes on a sheet that has both a
    print area and a conditional format across a page's end.
    """
    first = sheet.tables[0]
    if sheet.chart:
        worksheet.print_area(0, 0, bottom(first), right(first))
    worksheet.repeat_rows(first.first_row)


def _print_page(worksheet: ExactWorksheet, footer: str) -> None:
    worksheet.set_paper(_A4)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(**_MARGINS)
    worksheet.set_footer(footer)
