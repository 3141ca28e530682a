"""What is to be known of all rows of an entity's sheet, gathered while they are laid out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Floats, one_chunk, strings
from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.ranges import End, Named
from exporter.facts.table import NUMBER
from exporter.facts.words import Status
from exporter.limits import WIDEST_COLUMN
from exporter.report.values import end_styles
from exporter.report.xlsx.checksums import CellSums, cell_sums
from exporter.report.xlsx.columns import BOLD, fitting_width
from exporter.report.xlsx.fact_batch import FactBatch
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.further_cells import FurtherTotals, added, further_totals
from exporter.report.xlsx.model import Column
from exporter.report.xlsx.proof_counts import (
    accepted_figures,
    added_up,
    confirmed_figures,
    count_of,
    states_in,
)
from exporter.report.xlsx.unit_sums import unit_sums

_FOLLOWED = (FigureState.CALCULATED, FigureState.CONFIRMED, FigureState.ACCEPTED)
ENDS = ("value", "high")  # the columns of figures, by their keys


@dataclass(frozen=True, slots=True)
class Headline:
    """What Contents shows of a sheet: a row of it, or one end of the range in that row.

    Attributes:
        id: The fact's.
        columns: Of the row's cells, by key.
        fact: The fact, as a table of one row.
        end: Which end of the range; None for what the row shows.
        end_style: The style of that end's cell.
    """

    id: str
    columns: Mapping[str, Column]
    fact: pa.Table
    end: End | None = None
    end_style: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """What is to be known of a sheet's rows.

    Attributes:
        rows: How many there are.
        figures: How many hold a number or a date that is no formula.
        confirmed: How many of them the check confirmed.
        calculated: How many hold a formula over other facts.
        followed: How many of these follow from what is confirmed or accepted.
        accepted: How many facts have a figure that an analyst answers for.
        accepted_figures: How many of these hold a number or a date.
        withdrawn: How many nobody upholds any more.
        quotes: How many have a quote.
        verified: How many quotes the check verified.
        quote_states: How many quotes the check left in which state.
        figure_states: How many facts it left in which state.
        sums: Of the cells of each column, by key.
        unit_sums: Of the figures of each unit.
        sources: How many facts quote each source, by its id.
        further: Of their further sources.
        units: The unit labels.
        styles: Names of all styles.
        widths: Of the columns that the sheet has, by key, in Excel's characters.
        headline: The row that Contents shows; None where no row holds.
    """

    rows: int
    figures: int
    confirmed: int
    calculated: int
    followed: int
    accepted: int
    accepted_figures: int
    withdrawn: int
    quotes: int
    verified: int
    quote_states: Mapping[str, int]
    figure_states: Mapping[str, int]
    sums: Mapping[str, CellSums]
    unit_sums: Mapping[str, float]
    sources: Mapping[str, int]
    further: FurtherTotals
    units: frozenset[str]
    styles: frozenset[str]
    widths: Mapping[str, float]
    headline: Headline | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be known of the rows of a batch; the names are those of Totals.

    Attributes:
        needed: The columns that the sheet has for these rows.
        widths: Of each column's widest text and of its widest figure, by key.
    """

    rows: int
    figures: int
    confirmed: int
    calculated: int
    followed: int
    accepted: int
    accepted_figures: int
    withdrawn: int
    quotes: int
    verified: int
    quote_states: Mapping[str, int]
    figure_states: Mapping[str, int]
    sums: Mapping[str, CellSums]
    unit_sums: Mapping[str, float]
    needed: frozenset[str]
    sources: Mapping[str, int]
    further: FurtherTotals
    units: frozenset[str]
    styles: frozenset[str]
    widths: Mapping[str, tuple[float, float]]


def gather(batch: FactBatch, columns: Mapping[str, Column], rows: int) -> Gathered:
    """What is to be known of a batch; any thread may gather it.

    Args:
        batch: The batch.
        columns: What it was laid out as, by key.
        rows: Of its whole sheet.
    """
    facts = batch.facts
    quoted, calculated = pc.not_equal(facts["quote"], ""), one_chunk(pc.is_valid(facts["formula"]))
    formulas = facts["figure_state"].filter(calculated)
    distinct = {key: column.distinct()[0] for key, column in columns.items()}
    counts = pc.value_counts(facts["source"]).to_pylist()
    return Gathered(
        facts.num_rows,
        len(_numbers(columns["value"])) - len(formulas),
        confirmed_figures(facts, columns["value"].numbers),
        len(formulas),
        int(pc.sum(pc.is_in(formulas, strings(list(_FOLLOWED)))).as_py() or 0),
        count_of(facts["figure_state"], FigureState.ACCEPTED),
        accepted_figures(facts, columns["value"]),
        count_of(facts["status"], Status.WITHDRAWN),
        int(pc.sum(quoted).as_py() or 0),
        count_of(facts["quote_state"].filter(quoted), QuoteState.VERIFIED),
        states_in(facts, "quote_state"),
        states_in(facts, "figure_state"),
        {
            key: cell_sums(column, rows, calculated if key == "value" else None)
            for key, column in columns.items()
        },
        unit_sums(one_chunk(facts["id"]), columns["unit"], [columns[key] for key in ENDS], rows),
        frozenset(key for key, column in distinct.items() if _is_needed(key, column)),
        {count["values"]: count["counts"] for count in counts},
        further_totals(facts),
        frozenset(pc.drop_null(distinct["unit"].texts).to_pylist()),
        frozenset(chain.from_iterable(map(_styles, distinct.values()))),
        {key: _widths(key, column, batch) for key, column in distinct.items()},
    )


class Gathering:
    """Totals while the batches come."""

    def __init__(self, headline: str | None) -> None:
        """Totals of no rows yet.

        Args:
            headline: What Contents is to show, by its name; the first figure where none is named.
        """
        self._wanted = Named.of(headline or "")
        self._batches: list[Gathered] = []
        self._headline: tuple[int, Headline] | None = None

    def take(self, gathered: Gathered, batch: FactBatch, columns: Mapping[str, Column]) -> None:
        """Take in what was gathered of a batch of facts and the columns that it makes."""
        self._batches.append(gathered)
        self._choose(batch, columns)

    def totals(self, headers: Mapping[str, str]) -> Totals:
        """The totals of all batches.

        Args:
            headers: The table's, by key.
        """
        batches, sources = self._batches, Counter[str]()
        for batch in batches:
            sources.update(batch.sources)
        of_units: dict[str, float] = {}
        for unit, total in chain.from_iterable(batch.unit_sums.items() for batch in batches):
            of_units[unit] = of_units.get(unit, 0.0) + total
        always = (key for key, column in FACT_COLUMNS.items() if not column.optional)
        needed = frozenset(always).union(*(batch.needed for batch in batches))
        return Totals(
            sum(batch.rows for batch in batches),
            sum(batch.figures for batch in batches),
            sum(batch.confirmed for batch in batches),
            sum(batch.calculated for batch in batches),
            sum(batch.followed for batch in batches),
            sum(batch.accepted for batch in batches),
            sum(batch.accepted_figures for batch in batches),
            sum(batch.withdrawn for batch in batches),
            sum(batch.quotes for batch in batches),
            sum(batch.verified for batch in batches),
            added_up(batch.quote_states for batch in batches),
            added_up(batch.figure_states for batch in batches),
            {
                key: sum((batch.sums[key] for batch in batches), CellSums())
                for key in FACT_COLUMNS
                if key in needed
            },
            of_units,
            sources,
            added(batch.further for batch in batches),
            frozenset[str]().union(*(batch.units for batch in batches)),
            frozenset[str]().union(*(batch.styles for batch in batches)),
            {key: self._width(key, header) for key, header in headers.items() if key in needed},
            self._headline[1] if self._headline else None,
        )

    def _width(self, key: str, header: str) -> float:
        """Texts wrap, figures do not: those, in bold, get the width that they need."""
        column, widths = FACT_COLUMNS[key], [batch.widths[key] for batch in self._batches]
        texts, figures = map(max, zip((0.0, 0.0), *widths, strict=True))
        width = fitting_width(header, max(texts, figures), column.narrowest, column.widest)
        needed = fitting_width("", figures, 0, WIDEST_COLUMN) * BOLD if figures else 0.0
        return max(width, needed)

    def _choose(self, batch: FactBatch, columns: Mapping[str, Column]) -> None:
        """Keep the first row of the best sort: the one named, then a number, then any.

        What holds no more is none of them.
        """
        holds = batch.holding()
        sorts = (("id", self._wanted.id), ("kind", NUMBER))
        for rank, (name, value) in enumerate(sorts):
            column = batch.facts[name]
            if holds is not None:
                column = pc.if_else(holds, column, None)
            at = pc.index(column, value).as_py() if value else -1
            if at >= 0:
                self._prefer(rank, at, batch, columns)
                return
        at = 0 if holds is None else pc.index(holds, True).as_py()
        if at >= 0:
            self._prefer(len(sorts), at, batch, columns)

    def _prefer(self, rank: int, at: int, batch: FactBatch, columns: Mapping[str, Column]) -> None:
        if self._headline is not None and rank >= self._headline[0]:
            return
        row = {key: column.slice(at, 1) for key, column in columns.items()}
        headline = Headline(batch.facts["id"][at].as_py(), row, batch.facts.slice(at, 1))
        if (end := self._wanted.end) and rank == 0:
            styles = end_styles(batch.facts, batch.looks, batch.lang, end)
            headline = replace(headline, end=end, end_style=styles[at].as_py())
        self._headline = rank, headline


def _numbers(column: Column) -> Floats:
    numbers = column.numbers
    return np.empty(0) if numbers is None else numbers.drop_null().to_numpy()


def _is_needed(key: str, distinct: Column) -> bool:
    if not FACT_COLUMNS[key].optional:
        return True
    texts = distinct.texts
    return len(_numbers(distinct)) > 0 or (texts is not None and texts.null_count < len(texts))


def _widths(key: str, distinct: Column, batch: FactBatch) -> tuple[float, float]:
    """How wide the widest text of a column is, and its widest figure."""
    column = FACT_COLUMNS[key]
    texts = column.shown(batch) if column.shown else distinct.texts
    return (
        0.0 if texts is None else column.measure(texts, column.widest),
        column.figures(batch) if column.figures else 0.0,
    )


def _styles(column: Column) -> Sequence[str]:
    styles = column.styles
    if isinstance(styles, str):
        return [styles]
    names: list[str] = pc.unique(styles).to_pylist()
    return names
