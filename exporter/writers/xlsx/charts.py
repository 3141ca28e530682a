"""The bar chart beside a table: bars in the order of the rows, a figure at each.

Names and figures at the bars are those of the cells, in the cells' own formats: none is a text of
the chart's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil
from typing import Any

import pyarrow as pa

from exporter.report.links import cell_range
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.model import Chart, Column, Sheet, Style, Table, Workbook
from exporter.report.xlsx.pages import CHART_CHARACTER, GUTTER, chart_column
from exporter.writers.xlsx.heights import row_heights
from exporter.writers.xlsx.parts import BarChartPart, WorksheetPart

_TITLE_HEIGHT = 44
_BAR_HEIGHT, _NAME_LINE = 34, 17
_FOOT = 14
_BELOW_HEADER = 6  # pixels
# Shares of the width kept for the names of the bars, and for the figure at the longest bar.
_NAMES, _LEAST_NAMES, _FIGURES, _MOST_TEXTS = 0.4, 0.14, 0.24, 0.5
_LEAST_BARS = 0.2
_USUAL = 10.0  # points, of the letters that all of this is measured for
_GAP = 50  # between bars, as a percentage of a bar
_ROWS_A_BAR = 2  # that lie beside a bar, at most
_STAY = 3  # the chart neither moves nor stretches when the filter hides rows


def draw_chart(chart: BarChartPart, worksheet: WorksheetPart, sheet: Sheet, book: Workbook) -> None:
    """Draw the sheet's chart to the right of its first table, beside its first rows.

    Beside the header, which every page repeats, each would have a strip of it.
    """
    plan, table = sheet.chart, sheet.tables[0]
    if plan is None:
        return
    rows = _first_rows(table, plan, book)
    chart.add_series(_series(sheet.name, plan, table, book) | rows.cached())
    chart.value_formats, chart.name_formats = rows.value_formats, rows.name_formats
    title = _font(book, book.size + 1, bold=True)
    chart.set_title({"name": plan.title, "overlay": False, "name_font": title})
    chart.set_legend({"none": True})
    # The first row belongs on top; Excel draws the first bar at the bottom. Names stand at the
    # edge, since beside the axis they would lie on the bars of negative values. Dates are names
    # here, too, and no axis of days.
    chart.set_y_axis(
        {"reverse": True, "num_font": _font(book, book.size), "text_axis": True,
         "line": {"color": book.theme.sheet.muted}, "major_tick_mark": "none",
         "label_position": "low"}
    )  # fmt: skip
    larger = book.size / _USUAL
    needed = CHART_CHARACTER * (plan.figures + 1) * larger / plan.width
    names = _share_of_names(rows.names, plan, plan.width / larger, 1 - _LEAST_BARS - needed)
    left = 1 - names - _LEAST_BARS
    figures = min(max(needed, min(_FIGURES, left)), max(_MOST_TEXTS - 0.1, left))
    chart.set_x_axis(_values_axis(rows.values, names, figures))
    chart.set_chartarea(_area(book))
    bar = max(_BAR_HEIGHT, _NAME_LINE * _lines_of_names(rows.names, names, plan.width / larger))
    top, bars = round(_TITLE_HEIGHT * larger), round(bar * len(plan.rows) * larger)
    height = top + bars + _FOOT
    chart.set_size({"width": plan.width, "height": height})
    room = {"x": names, "width": 1 - names - _right(rows.values, figures)}
    chart.set_plotarea({"layout": {**room, "y": top / height, "height": bars / height}})
    for row, points in enumerate(rows.heights, table.first_row + 1):
        worksheet.expect_height(row, points)
    gutter = table.last_column + 1
    worksheet.set_column(gutter, gutter, GUTTER)
    worksheet.set_column(gutter + 1, gutter + 1, chart_column(plan.width))
    options = {
        "description": plan.alt_text,
        "object_position": _STAY,
        "y_offset": _BELOW_HEADER,
    }
    worksheet.insert_chart(table.first_row + 1, gutter + 1, chart, options)


def _series(sheet: str, plan: Chart, table: Table, book: Workbook) -> dict[str, Any]:
    labels, values = table.first_column + plan.labels, table.first_column + plan.values
    rows = [table.first_row + 1 + row for row in plan.rows]
    return {
        "categories": _cells(sheet, labels, rows),
        "values": _cells(sheet, values, rows),
        "fill": {"color": book.accent},
        # Excel would leave the bars of losses empty.
        "invert_if_negative": True,
        "invert_if_negative_color": book.theme.sheet.negative,
        "gap": _GAP,
        "data_labels": {"value": True, "num_format": "General", "font": _font(book, book.size)},
    }


def _cells(sheet: str, column: int, rows: Sequence[int]) -> str:
    """The cells of some rows in their order, as a formula: areas of neighbours, joined."""
    runs = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    areas = [[row for _, row in run] for _, run in runs]
    joined = ",".join(cell_range(sheet, column, area[0], area[-1]) for area in areas)
    return f"=({joined})" if len(areas) > 1 else f"={joined}"


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the charted rows hold, from the top bar down, and how high the first rows are."""

    names: list[str | float | None] = field(default_factory=list)
    name_formats: list[str] = field(default_factory=list)
    values: list[float | None] = field(default_factory=list)
    value_formats: list[str] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    def cached(self) -> dict[str, Any]:
        """What the chart shows until a program reads the cells."""
        names: list[Any] = ["" if name is None else name for name in self.names]
        values: list[Any] = ["" if value is None else value for value in self.values]
        return {"categories_data": names, "values_data": values}


def _first_rows(table: Table, plan: Chart, book: Workbook) -> _Rows:
    """The rows that a chart takes and those beside it, and no more than these are laid out."""
    rows, last, styles = _Rows(), max(plan.rows), book.styles
    most = last + _ROWS_A_BAR * (len(plan.rows) + 2)
    for part in table.slices():
        names, values = part.columns[plan.labels], part.columns[plan.values]
        rows.names.extend(_named(names, part.rows))
        rows.name_formats.extend(_formats(names, part.rows, styles))
        rows.values.extend(_listed(values.numbers, part.rows))
        rows.value_formats.extend(_formats(values, part.rows, styles))
        rows.heights.extend(row_heights(part.columns, part.rows, styles, book.font).tolist())
        if len(rows.heights) > most:
            break
    return _Rows(
        [rows.names[row] for row in plan.rows],
        [rows.name_formats[row] for row in plan.rows],
        [rows.values[row] for row in plan.rows],
        [rows.value_formats[row] for row in plan.rows],
        rows.heights,
    )


def _named(column: Column, rows: int) -> list[str | float | None]:
    texts, numbers = _listed(column.texts, rows), _listed(column.numbers, rows)
    return [text if number is None else number for text, number in zip(texts, numbers, strict=True)]


def _formats(column: Column, rows: int, styles: Mapping[str, Style]) -> list[str]:
    names = column.styles
    listed = [names] * rows if isinstance(names, str) else names.to_pylist()
    return [styles[name].number_format for name in listed]


def _listed(array: pa.Array | None, rows: int) -> list[Any]:
    return [None] * rows if array is None else array.to_pylist()


def _share_of_names(
    names: Sequence[str | float | None], plan: Chart, width: float, left: float
) -> float:
    """The share of a chart's width that its names take; longer ones break into lines.

    Args:
        names: Those of its bars.
        plan: The chart.
        width: Its width, in pixels.
        left: What figures and bars leave of it. Names that no program breaks may take all of it.
    """
    unbroken = min(CHART_CHARACTER * (plan.names + 2) / width, max(_MOST_TEXTS, left))
    most = max(_NAMES, unbroken)
    longest = max((text_width(name) for name in names if isinstance(name, str)), default=0.0)
    if not longest:
        longest = max(12.0, plan.names)  # of dates, which are shown as their formats say
    return min(max(CHART_CHARACTER * (longest + 2) / width, _LEAST_NAMES), most)


def _lines_of_names(names: Sequence[str | float | None], share: float, width: float) -> int:
    """Lines that the longest name takes in its share of a chart's width."""
    longest = max((text_width(name) for name in names if isinstance(name, str)), default=0.0)
    return ceil(CHART_CHARACTER * longest / (share * width))


def _right(values: Sequence[float | None], figures: float) -> float:
    """The share of the width behind the longest bar; a figure stands there if one is positive."""
    return figures if any(value is not None and value >= 0 for value in values) else 0.04


def _values_axis(values: Sequence[float | None], names: float, figures: float) -> dict[str, Any]:
    """No axis line, figures or gridlines: each bar carries its figure."""
    axis: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}}
    shown = [value for value in values if value is not None]
    if shown and min(shown) >= 0:
        axis["min"] = 0  # the length of a bar tells the truth only from zero on
    elif shown:
        # As much room for the figure at the longest negative bar as there is behind the others.
        least, most = min(shown), max(*shown, 0)
        share = figures / (1 - names - _right(values, figures))
        axis |= {"min": least - (most - least) * share / (1 - share), "max": most}
    return axis


def _area(book: Workbook) -> dict[str, Any]:
    """What the chart stands on: Excel has it white by itself."""
    palette = book.theme.sheet
    ground = {} if palette.paper == PALETTE.paper else {"fill": {"color": palette.paper}}
    return {"border": {"color": palette.line}, **ground}


def _font(book: Workbook, size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": book.font, "size": size, "bold": bold, "color": book.theme.sheet.ink}
