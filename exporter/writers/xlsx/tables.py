"""A table's cells, column by column; its filter, banding, drop-down lists and alerts.

Columns are drawn in slices of their arrays, so that no list of all cells is ever held.
"""

from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pyarrow as pa
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.errors import CellRefusedError, Problem
from exporter.report.model import Column, Table
from exporter.writers.xlsx.exact import ExactWorksheet
from exporter.writers.xlsx.formats import Formats

_SLICE = 8192
# Pale blue bands and hairlines; the header's own colours come from the book's style `header`.
_TABLE_STYLE = "Table Style Medium 2"
_WIDEST = 255

Value = float | bool | str | None


def draw_table(worksheet: ExactWorksheet, table: Table, formats: Formats) -> None:
    """Draw `table` as a native Excel table with filter and bands.

    Raises:
        CellRefusedError: XlsxWriter refuses a cell that passed the check of limits.
    """
    refused: list[str] = []
    for index, column in enumerate(table.columns, table.first_column):
        worksheet.set_column(index, index, min(column.width, _WIDEST))
        if table.rows:
            refused += _draw_column(worksheet, table, index, column, formats)
            _add_rules(worksheet, table, index, column, formats)
        elif isinstance(column.styles, str):
            worksheet.write_blank(bottom(table), index, None, formats.cell(column.styles))
    refused += _add_table(worksheet, table, formats)
    if refused:
        wrong = "Excel refuses what the sheet would hold"
        raise CellRefusedError(
            [Problem("", 0, "", f"{worksheet.get_name()}!{at}: {wrong}", "") for at in refused]
        )


def bottom(table: Table) -> int:
    """The table's last row; Excel keeps one blank row below the header of an empty table."""
    return table.first_row + max(table.rows, 1)


def right(table: Table) -> int:
    """The table's last column."""
    return table.first_column + len(table.columns) - 1


def _draw_column(
    worksheet: ExactWorksheet, table: Table, index: int, column: Column, formats: Formats
) -> Iterator[str]:
    """Write the column's cells; gives the name of each that was refused."""
    row = table.first_row
    for value, formula, link, style in _cells(column, table.rows):
        row += 1
        code = _write_value(worksheet, (row, index), value, formula, formats.cell(style))
        if link is not None:
            code = code or worksheet.write_link(
                row, index, _target(link), value if isinstance(value, str) else ""
            )
        if code:
            yield xl_rowcol_to_cell(row, index)


def _cells(column: Column, rows: int) -> Iterator[tuple[Value, str | None, str | None, str]]:
    """Value, formula, link and style of each row."""
    for start in range(0, rows, _SLICE):
        count = min(_SLICE, rows - start)
        numbers, truths, texts, formulas, links = (
            _slice(array, start, count)
            for array in (
                column.numbers,
                column.truths,
                column.texts,
                column.formulas,
                column.links,
            )
        )
        one = isinstance(column.styles, str)
        styles = [column.styles] * count if one else _slice(column.styles, start, count)
        for number, truth, text, formula, link, style in zip(
            numbers, truths, texts, formulas, links, styles, strict=True
        ):
            value = number if number is not None else truth if truth is not None else text
            yield value, formula, link, style


def _slice(array: pa.Array | None, start: int, count: int) -> list[Any]:
    return list(repeat(None, count)) if array is None else array.slice(start, count).to_pylist()


def _write_value(
    worksheet: ExactWorksheet, at: tuple[int, int], value: Value, formula: str | None, style: Format
) -> int:
    """Write one cell by its type; returns XlsxWriter's code, 0 when accepted."""
    code: int
    if formula is not None:
        cached = "" if value is None else value
        code = worksheet.write_formula(*at, formula, style, cached)
    elif isinstance(value, bool):
        code = worksheet.write_boolean(*at, value, style)
    elif isinstance(value, (int, float)):
        code = worksheet.write_number(*at, value, style)
    elif value:
        code = worksheet.write_string(*at, value, style)
    else:
        code = worksheet.write_blank(*at, None, style)
    return code


def _target(link: str) -> str:
    """The link as XlsxWriter wants it: a path relative to the workbook is `external:` there."""
    return link if ":" in link.partition("#")[0] else f"external:{link}"


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


def _add_table(worksheet: ExactWorksheet, table: Table, formats: Formats) -> list[str]:
    columns = [
        {"header": column.header, "header_format": formats.cell(column.header_style)}
        for column in table.columns
    ]
    code = worksheet.add_table(
        table.first_row,
        table.first_column,
        bottom(table),
        right(table),
        {"name": table.name, "style": _TABLE_STYLE, "columns": columns},
    )
    return [xl_rowcol_to_cell(table.first_row, table.first_column)] if code else []
