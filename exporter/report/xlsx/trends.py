"""The headline of an entity through its periods: what Contents draws beside it."""

from collections.abc import Set
from dataclasses import dataclass

import pyarrow as pa

from exporter.facts.words import Lang
from exporter.report.values import figure_width
from exporter.report.xlsx.chart import Candidates
from exporter.report.xlsx.columns import BOLD
from exporter.report.xlsx.fact_batch import FactBatch, RowPlan
from exporter.report.xlsx.fact_cells import value

MOST_PERIODS = 5  # the latest: a year of quarters, and that of a year ago


@dataclass(frozen=True, slots=True)
class Trend:
    """Facts of one metric, unit and kind of period, from the oldest to the latest.

    Attributes:
        ids: Theirs.
        styles: Of their values' cells.
        numbers: What these hold.
        width: Of the widest of them as shown, in Excel's characters.
    """

    ids: tuple[str, ...]
    styles: tuple[str, ...]
    numbers: tuple[float, ...]
    width: float


def trend_of(
    facts: pa.Table, headline: str, plan: RowPlan, lang: Lang, replaced: Set[str]
) -> Trend | None:
    """The headline's metric through its periods; None where it has but one.

    Args:
        facts: Of the headline's sheet.
        headline: The fact's id.
        plan: What the rows of the sheet are laid out by.
        lang: The language.
        replaced: Ids of the facts in whose place others stand.
    """
    rows = Candidates.of(facts, lang, replaced).periods_of(headline)[-MOST_PERIODS:]
    if len(rows) < 2:
        return None
    taken = facts.take(pa.array(rows))
    batch = FactBatch.of(taken, plan)
    cells = value(batch)
    return Trend(
        tuple(taken["id"].to_pylist()),
        tuple(cells.field("styles").to_pylist()),
        tuple(cells.field("numbers").to_pylist()),
        figure_width(taken, batch.looks, lang) * BOLD,
    )
