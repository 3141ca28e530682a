"""The bar chart beside a table: bars in the order of the rows, a figure at each."""

from typing import Any

import pyarrow.compute as pc

from exporter.report.model import Chart, Sheet, Table, Workbook
from exporter.report.theme import PALETTE
from exporter.writers.xlsx.exact import ExactWorkbook, ExactWorksheet
from exporter.writers.xlsx.tables import right

_WIDTH = 560
_TITLE_HEIGHT = 44
_BAR_HEIGHT = 30
_FOOT = 14
# Shares of the width kept for the labels of the rows, and for the figure at the longest bar.
_LABELS, _FIGURES = 0.3, 0.2
_GAP = 50  # between bars, as a percentage of a bar
_GUTTER = 2  # width of the column between table and chart, in characters
_STAY = 3  # the chart neither moves nor stretches when the filter hides rows


def draw_chart(
    target: ExactWorkbook, worksheet: ExactWorksheet, sheet: Sheet, book: Workbook
) -> None:
    """Draw the sheet's chart to the right of its first table, top aligned with the header."""
    plan, table = sheet.chart, sheet.tables[0]
    if plan is None:
        return
    chart = target.add_bars()
    chart.add_series(_series(sheet.name, plan, table, book))
    chart.set_title({"name": plan.title, "overlay": False, "name_font": _font(book, 11, bold=True)})
    chart.set_legend({"none": True})
    # The first row belongs on top; Excel draws the first bar at the bottom.
    chart.set_y_axis(
        {"reverse": True, "num_font": _font(book, 9), "line": {"color": PALETTE.line},
         "major_tick_mark": "none"}
    )  # fmt: skip
    chart.set_x_axis(_values_axis(plan, table))
    chart.set_chartarea({"border": {"color": PALETTE.line}})
    bars = _BAR_HEIGHT * (plan.last_row - plan.first_row + 1)
    height = _TITLE_HEIGHT + bars + _FOOT
    chart.set_size({"width": _WIDTH, "height": height})
    room = {"x": _LABELS, "width": 1 - _LABELS - _FIGURES}
    chart.set_plotarea({"layout": {**room, "y": _TITLE_HEIGHT / height, "height": bars / height}})
    gutter = right(table) + 1
    worksheet.set_column(gutter, gutter, _GUTTER)
    options = {"description": plan.alt_text, "object_position": _STAY}
    worksheet.insert_chart(table.first_row, gutter + 1, chart, options)


def _series(sheet: str, plan: Chart, table: Table, book: Workbook) -> dict[str, Any]:
    top, last = table.first_row + 1 + plan.first_row, table.first_row + 1 + plan.last_row
    labels, values = table.first_column + plan.labels, table.first_column + plan.values
    return {
        "categories": [sheet, top, labels, last, labels],
        "values": [sheet, top, values, last, values],
        "fill": {"color": book.accent},
        "gap": _GAP,
        "data_labels": {
            "value": True,
            "font": _font(book, 9),
            "custom": [{"value": shown, "font": _font(book, 9)} for shown in plan.shown],
        },
    }


def _values_axis(plan: Chart, table: Table) -> dict[str, Any]:
    """No axis line, figures or gridlines: each bar carries its figure."""
    axis: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}}
    numbers = table.columns[plan.values].numbers
    shown = numbers.slice(plan.first_row, plan.last_row - plan.first_row + 1) if numbers else []
    lowest = pc.min(shown).as_py() if shown else None
    if lowest is not None and lowest >= 0:
        axis["min"] = 0  # the length of a bar tells the truth only from zero on
    return axis


def _font(book: Workbook, size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": book.font, "size": size, "bold": bold, "color": PALETTE.ink}
