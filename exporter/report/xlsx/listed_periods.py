"""The sheet Periods as a line of Contents: what it leads to, and how many figures stand there."""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from exporter.engine.arrow import one_chunk, strings
from exporter.report.links import sheet_link
from exporter.report.xlsx.columns import column_width
from exporter.report.xlsx.model import Column, make_cells
from exporter.report.xlsx.periods import PeriodSheet

_FIELDS = {"texts": pa.string(), "numbers": pa.float64(), "formulas": pa.string(),
           "links": pa.string()}  # fmt: skip
_MOST = 42.0  # characters of the column of headlines


def with_periods(columns: Sequence[Column], periods: PeriodSheet) -> tuple[Column, ...]:
    """The columns of Contents with a line for the sheet Periods below those of entities.

    Args:
        columns: Sheet, count of facts, headline; those that follow stay blank there.
        periods: The sheet.
    """
    name = periods.sheet.name
    said: list[dict[str, object]] = [
        {"styles": "link", "texts": name, "links": sheet_link(name)},
        {"styles": "count", "numbers": float(periods.figures), "formulas": periods.counted},
        {"styles": "text", "texts": periods.told},
    ]
    said += [{"styles": "text"}] * (len(columns) - len(said))
    headline = columns[2]
    width = column_width(headline.header, strings([periods.told]), headline.width, _MOST)
    columns = [*columns[:2], replace(headline, width=width), *columns[3:]]
    rows = 0 if columns[0].cells is None else len(columns[0].cells)
    return tuple(_longer(column, rows, cell) for column, cell in zip(columns, said, strict=True))


def _longer(column: Column, rows: int, cell: dict[str, object]) -> Column:
    """A column with a cell more at its end."""
    styles = column.styles
    own = pa.repeat(pa.scalar(styles), rows) if isinstance(styles, str) else styles
    made = {"styles": _joined(own, strings([str(cell["styles"])]))}
    for name, kind in _FIELDS.items():
        before = getattr(column, name)
        if before is None and name not in cell:
            continue
        before = pa.nulls(rows, kind) if before is None else before
        made[name] = _joined(before, pa.array([cell.get(name)], kind))
    return Column(
        column.header,
        column.width,
        column.style,
        make_cells(**made),
        header_style=column.header_style,
    )


def _joined(before: pa.Array, more: pa.Array) -> pa.Array:
    return one_chunk(pa.chunked_array([before, more]))
