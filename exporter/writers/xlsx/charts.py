"""The bar chart beside a table: bars in the order of the rows, a figure at each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from exporter.report.theme import PALETTE
from exporter.report.xlsx.model import Chart, Sheet, Style, Table, Workbook
from exporter.writers.xlsx.heights import row_heights
from exporter.writers.xlsx.parts import BarChartPart, WorksheetPart

_WIDTH = 560
_TITLE_HEIGHT = 44
_BAR_HEIGHT = 30
_FOOT = 14
# Shares of the width kept for the labels of the rows, and for the figure at the longest bar.
_LABELS, _FIGURES = 0.3, 0.2
_GAP = 50  # between bars, as a percentage of a bar
_ROWS_A_BAR = 2  # that lie beside a bar, at most
_GUTTER = 2  # width of the column between table and chart, in characters
_STAY = 3  # the chart neither moves nor stretches when the filter hides rows


def draw_chart(chart: BarChartPart, worksheet: WorksheetPart, sheet: Sheet, book: Workbook) -> None:
    """Draw the sheet's chart to the right of its first table, top aligned with the header."""
    plan, table = sheet.chart, sheet.tables[0]
    if plan is None:
        return
    rows = _first_rows(table, plan, book.styles)
    chart.add_series(_series(sheet.name, plan, table, book) | rows.cached())
    chart.set_title({"name": plan.title, "overlay": False, "name_font": _font(book, 11, bold=True)})
    chart.set_legend({"none": True})
    # The first row belongs on top; Excel draws the first bar at the bottom. Names stand at the
    # edge, since beside the axis they would lie on the bars of negative values.
    chart.set_y_axis(
        {"reverse": True, "num_font": _font(book, 9), "line": {"color": book.theme.sheet.line},
         "major_tick_mark": "none", "label_position": "low"}
    )  # fmt: skip
    chart.set_x_axis(_values_axis(rows.values))
    chart.set_chartarea(_area(book))
    bars = _BAR_HEIGHT * (plan.last_row - plan.first_row + 1)
    height = _TITLE_HEIGHT + bars + _FOOT
    chart.set_size({"width": _WIDTH, "height": height})
    room = {"x": _LABELS, "width": 1 - _LABELS - _FIGURES}
    chart.set_plotarea({"layout": {**room, "y": _TITLE_HEIGHT / height, "height": bars / height}})
    for row, points in enumerate(rows.heights, table.first_row + 1):
        worksheet.expect_height(row, points)
    gutter = table.last_column + 1
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


@dataclass(frozen=True, slots=True)
class _Rows:
    """Labels and values of the charted rows; heights of these and of those below the chart."""

    labels: list[str | None] = field(default_factory=list)
    values: list[float | None] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    def cached(self) -> dict[str, Any]:
        """What the chart shows until a program reads the cells."""
        labels: list[Any] = ["" if label is None else label for label in self.labels]
        values: list[Any] = ["" if value is None else value for value in self.values]
        return {"categories_data": labels, "values_data": values}


def _first_rows(table: Table, plan: Chart, styles: Mapping[str, Style]) -> _Rows:
    rows = _Rows()
    for part in table.slices():
        rows.labels.extend(_listed(part.columns[plan.labels].texts, part.rows))
        rows.values.extend(_listed(part.columns[plan.values].numbers, part.rows))
        rows.heights.extend(row_heights(part.columns, part.rows, styles).tolist())
        if len(rows.heights) > plan.last_row + _ROWS_A_BAR * (plan.last_row + 2):
            break
    charted = slice(plan.first_row, plan.last_row + 1)
    return _Rows(rows.labels[charted], rows.values[charted], rows.heights)


def _listed(array: pa.Array | None, rows: int) -> list[Any]:
    return [None] * rows if array is None else array.to_pylist()


def _values_axis(values: list[float | None]) -> dict[str, Any]:
    """No axis line, figures or gridlines: each bar carries its figure."""
    axis: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}}
    shown = [value for value in values if value is not None]
    if shown and min(shown) >= 0:
        axis["min"] = 0  # the length of a bar tells the truth only from zero on
    elif shown:
        # As much room for the figure at the longest negative bar as there is behind the others.
        least, most = min(shown), max(*shown, 0)
        share = _FIGURES / (1 - _LABELS - _FIGURES)
        axis |= {"min": least - (most - least) * share / (1 - share), "max": most}
    return axis


def _area(book: Workbook) -> dict[str, Any]:
    """What the chart stands on: Excel has it white by itself."""
    palette = book.theme.sheet
    ground = {} if palette.paper == PALETTE.paper else {"fill": {"color": palette.paper}}
    return {"border": {"color": palette.line}, **ground}


def _font(book: Workbook, size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": book.font, "size": size, "bold": bold, "color": book.theme.sheet.ink}
