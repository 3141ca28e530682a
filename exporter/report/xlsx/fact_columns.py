"""The columns of an entity's sheet, in order: one row here is one column there.

Whatever else is said of a column (formulas of Contents and Checks, labels of the evidence page)
takes it from here by its key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pyarrow as pa

from exporter.engine.arrow import one_chunk
from exporter.facts.ranges import has_ranges
from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.words import Bilingual
from exporter.report.values import figure_width, high_width
from exporter.report.xlsx import fact_cells as cells
from exporter.report.xlsx.columns import ids_width
from exporter.report.xlsx.columns import widest as widest_text
from exporter.report.xlsx.doubts_told import told_doubts
from exporter.report.xlsx.fact_batch import FactBatch, RowPlan
from exporter.report.xlsx.model import Column
from exporter.report.xlsx.styles import HEADER_OF_FIGURES


@dataclass(frozen=True, slots=True)
class FactColumn:
    """One column of every entity sheet.

    Attributes:
        key: What the program calls it.
        label: Its header.
        narrowest: In Excel's characters.
        widest: In Excel's characters; longer texts wrap.
        cells: Makes its cells, one a row, as `model.make_cells` does.
        style: The style of its cells, unless each has its own.
        unlinked: Their style where facts do not stand on the evidence page; "" for the same.
        header_style: The style of its header.
        choices: The formula of a drop-down list, or "".
        shown: The texts that its cells show, where these are not the cells' own; for its width.
        figures: The width of its widest figure as shown. Texts wrap, figures do not: the column is
            as wide as they need.
        measure: Gives the width of the widest of its texts, which need not be more than it is told.
        optional: Whether it stands only on the sheets where a cell of it holds something.
    """

    key: str
    label: Bilingual
    narrowest: float
    widest: float
    cells: Callable[[FactBatch], pa.Array]
    style: str = "text"
    unlinked: str = ""
    header_style: str = "header"
    choices: str = ""
    shown: Callable[[FactBatch], pa.Array] | None = None
    figures: Callable[[FactBatch], float] | None = None
    measure: Callable[[pa.Array | pa.ChunkedArray, float], float] = widest_text
    optional: bool = False

    def without_cells(self, plan: RowPlan) -> Column:
        """The column of a table, not yet as wide as its cells need."""
        style = self.style if plan.to_evidence else self.unlinked or self.style
        return Column(
            self.label.in_(plan.lang),
            self.narrowest,
            style,
            choices=self.choices,
            header_style=self.header_style,
        )


def _figure_width(batch: FactBatch) -> float:
    return figure_width(batch.facts, batch.looks, batch.lang)


def _high_width(batch: FactBatch) -> float:
    return high_width(batch.facts, batch.looks, batch.lang) if has_ranges(batch.facts) else 0.0


FACT_COLUMNS: Mapping[str, FactColumn] = MappingProxyType(
    {column.key: column for column in (
        FactColumn("metric", COLUMN_LABELS["metric"], 16, 27, cells.metric, "label"),
        FactColumn("value", COLUMN_LABELS["value"], 12, 29, cells.value,
                   header_style=HEADER_OF_FIGURES, figures=_figure_width),
        FactColumn("unit", COLUMN_LABELS["unit"], 8, 17, cells.unit, choices="=units"),
        FactColumn("qualifier", COLUMN_LABELS["qualifier"], 10, 12, cells.qualifier,
                   choices="=qualifiers"),
        FactColumn("as_of", COLUMN_LABELS["as_of"], 11, 14, cells.period,
                   shown=cells.shown_periods),
        FactColumn("status", COLUMN_LABELS["status"], 9, 12, cells.status, choices="=statuses"),
        FactColumn("attribution", COLUMN_LABELS["attribution"], 12, 20, cells.attribution),
        FactColumn("quote", COLUMN_LABELS["quote"], 24, 60, cells.quote),
        FactColumn("translation", COLUMN_LABELS["translation"], 12, 60, cells.translation,
                   "muted"),
        FactColumn("source", COLUMN_LABELS["source"], 9, 19, cells.source, "link",
                   measure=ids_width),
        FactColumn("fact", COLUMN_LABELS["fact"], 14, 40, cells.id_, "link", "code",
                   measure=ids_width),
        FactColumn("high", COLUMN_LABELS["high"], 9, 29, cells.high,
                   header_style=HEADER_OF_FIGURES, figures=_high_width, optional=True),
        FactColumn("formula", COLUMN_LABELS["formula"], 16, 38, cells.formula,
                   optional=True),
        FactColumn("note", COLUMN_LABELS["note"], 16, 38, cells.note, optional=True),
        FactColumn("also_in", COLUMN_LABELS["also_in"], 12, 30, cells.also_in, optional=True),
        FactColumn("accepted", COLUMN_LABELS["accepted"], 16, 38, cells.accepted,
                   optional=True),
        FactColumn("change", COLUMN_LABELS["change"], 14, 30, cells.change, optional=True),
        FactColumn("doubt", COLUMN_LABELS["doubt"], 14, 30, told_doubts, optional=True),
    )}
)  # fmt: skip


def lay_out_rows(batch: FactBatch) -> pa.Table:
    """A batch of facts as cells, a column each, named by its key."""
    return pa.table({key: column.cells(batch) for key, column in FACT_COLUMNS.items()})


def with_cells(columns: Mapping[str, Column], rows: pa.Table) -> dict[str, Column]:
    """The columns of a table with the cells of rows that `lay_out_rows` has made."""
    return {key: replace(column, cells=one_chunk(rows[key])) for key, column in columns.items()}
