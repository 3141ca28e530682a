"""A table without its rows: header, filter, banding, widths, drop-down lists and alerts."""

from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.errors import CellRefusedError, Problem
from exporter.report.xlsx.tables import Column, Table
from exporter.writers.xlsx.exact import ExactWorksheet
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.frame import bottom, right

# Pale blue bands and hairlines; the header's own colours come from the book's style `header`.
_TABLE_STYLE = "Table Style Medium 2"
_WIDEST = 255


def draw_table(worksheet: ExactWorksheet, table: Table, formats: Formats) -> None:
    """Draw `table` as a native Excel table with filter and bands; its rows come later.

    Raises:
        CellRefusedError: XlsxWriter refuses a table that passed the check of limits.
    """
    worksheet.reach(bottom(table), right(table))
    for index, column in enumerate(table.columns, table.first_column):
        worksheet.set_column(index, index, min(column.width, _WIDEST))
        if table.rows:
            _add_rules(worksheet, table, index, column, formats)
        elif isinstance(column.styles, str):
            worksheet.write_blank(bottom(table), index, None, formats.cell(column.styles))
    columns = [
        {"header": column.header, "header_format": formats.cell(column.header_style)}
        for column in table.columns
    ]
    area = (table.first_row, table.first_column, bottom(table), right(table))
    options = {"name": table.name, "style": _TABLE_STYLE, "columns": columns}
    if worksheet.draw_table(area, options):
        at = f"{worksheet.get_name()}!{xl_rowcol_to_cell(*area[:2])}"
        wrong = f"{at}: Excel refuses the table {table.name!r}"
        raise CellRefusedError([Problem("", 0, "", wrong, "give it a name that Excel takes")])


def _add_rules(
    worksheet: ExactWorksheet, table: Table, index: int, column: Column, formats: Formats
) -> None:
    area = (table.first_row + 1, index, bottom(table), index)
    if column.choices:
        # Analysts may need a unit that is not on the list: warn, do not stop.
        rule = {"validate": "list", "source": column.choices, "error_type": "warning"}
        worksheet.data_validation(*area, rule)
    if column.alert:
        first = xl_rowcol_to_cell(table.first_row + 1, index)
        # A comparison with FALSE would also hold for blank cells.
        criteria = f"=AND(ISLOGICAL({first}),NOT({first}))"
        rule = {"type": "formula", "criteria": criteria, "format": formats.alert(column.alert)}
        worksheet.conditional_format(*area, rule)
