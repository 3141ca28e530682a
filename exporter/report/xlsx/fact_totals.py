"""What is to be known of all rows of an entity's sheet, gathered while they are laid out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Floats, text_bytes
from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.table import NUMBER
from exporter.report.formats import show_period
from exporter.report.xlsx.fact_rows import COLUMNS, RowPlan, periods
from exporter.report.xlsx.tables import Column
from exporter.report.xlsx.widths import fitting_width, widest

_VALUE, _UNIT, _AS_OF = (COLUMNS.index(key) for key in ("value", "unit", "as_of"))
# Narrowest and widest of each column, in Excel's characters; longer texts wrap.
_LIMITS = (
    (16, 27), (12, 29), (8, 17), (10, 12), (11, 14), (9, 12), (12, 20), (24, 38), (24, 38),
    (12, 19), (14, 40),
)  # fmt: skip
_BOLD = 1.08  # as wide as regular digits
_WIDEST = 255  # of a column in Excel
_FOUR_BYTES = 0xF0  # the least first byte of a character that takes four in UTF-8


@dataclass(frozen=True, slots=True)
class Headline:
    """The row that Contents shows of a sheet: its fact's id, and its cells as columns of one."""

    id: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """What is to be known of a sheet's rows.

    Attributes:
        rows: How many there are.
        figures: How many hold a number or a date.
        confirmed: How many figures the check confirmed.
        verified: How many quotes it verified.
        total: The exact sum of all numbers and dates as Excel stores them, rounded once.
        characters: Of all texts; None where programs count them differently.
        sources: How many facts quote each source, by its id.
        units: The unit labels.
        styles: Names of all styles.
        widths: Of the columns, in Excel's characters.
        headline: The row that Contents shows; None where there are no rows.
    """

    rows: int
    figures: int
    confirmed: int
    verified: int
    total: float
    characters: int | None
    sources: Mapping[str, int]
    units: frozenset[str]
    styles: frozenset[str]
    widths: tuple[float, ...]
    headline: Headline | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be known of the rows of a batch; the names are those of Totals."""

    rows: int
    confirmed: int
    verified: int
    numbers: Floats
    characters: int
    beyond: bool
    sources: Mapping[str, int]
    units: frozenset[str]
    styles: frozenset[str]
    widths: tuple[float, ...]
    figure_width: float


def gather(
    facts: pa.Table, figure_width: float, columns: Sequence[Column], plan: RowPlan
) -> Gathered:
    """What is to be known of a batch; any thread may gather it.

    Args:
        facts: The batch.
        figure_width: How wide its figures are.
        columns: What it was laid out as.
        plan: What it was laid out by.
    """
    numbers = columns[_VALUE].numbers
    return Gathered(
        facts.num_rows,
        _count(facts["figure_state"], FigureState.CONFIRMED),
        _count(facts["quote_state"], QuoteState.VERIFIED),
        np.empty(0) if numbers is None else numbers.drop_null().to_numpy(),
        sum(map(_characters, columns)),
        any(one.texts is not None and has_characters_beyond(one.texts) for one in columns),
        {one["values"]: one["counts"] for one in pc.value_counts(facts["source"]).to_pylist()},
        frozenset(pc.drop_null(columns[_UNIT].texts).to_pylist()),
        frozenset(chain.from_iterable(map(_styles, columns))),
        _measured(facts, columns, plan),
        figure_width,
    )


class Gathering:
    """Totals while the batches come."""

    def __init__(self, headers: Sequence[str], headline: str | None) -> None:
        """Totals of no rows yet.

        Args:
            headers: The table's.
            headline: Id of the fact that Contents is to show; the first figure where none is named.
        """
        self._headers, self._wanted = headers, headline
        self._batches: list[Gathered] = []
        self._headline: tuple[int, Headline] | None = None

    def take(self, gathered: Gathered, facts: pa.Table, columns: Sequence[Column]) -> None:
        """Take in what was gathered of a batch of facts and the columns that it makes."""
        self._batches.append(gathered)
        self._choose(facts, columns)

    def totals(self) -> Totals:
        """The totals of all batches."""
        batches, sources = self._batches, Counter[str]()
        for one in batches:
            sources.update(one.sources)
        numbers = [one.numbers for one in batches]
        return Totals(
            sum(one.rows for one in batches),
            sum(map(len, numbers)),
            sum(one.confirmed for one in batches),
            sum(one.verified for one in batches),
            fsum(chain.from_iterable(some.tolist() for some in numbers)),
            None if any(one.beyond for one in batches) else sum(one.characters for one in batches),
            sources,
            frozenset[str]().union(*(one.units for one in batches)),
            frozenset[str]().union(*(one.styles for one in batches)),
            self._widths(),
            self._headline[1] if self._headline else None,
        )

    def _widths(self) -> tuple[float, ...]:
        """Texts wrap, figures do not: those, in bold, get the width that they need."""
        none = (0.0,) * len(COLUMNS)
        cells = list(map(max, zip(none, *(one.widths for one in self._batches), strict=True)))
        figures = max((one.figure_width for one in self._batches), default=0.0)
        cells[_VALUE] = max(cells[_VALUE], figures)
        limits = zip(self._headers, cells, _LIMITS, strict=True)
        widths = [fitting_width(header, longest, *both) for header, longest, both in limits]
        needed = fitting_width("", figures, 0, _WIDEST) * _BOLD
        widths[_VALUE] = max(widths[_VALUE], needed)
        return tuple(widths)

    def _choose(self, facts: pa.Table, columns: Sequence[Column]) -> None:
        """Keep the first row of the best sort: the one named, then a number, then any."""
        sorts = (("id", self._wanted), ("kind", NUMBER))
        for rank, (name, value) in enumerate(sorts):
            at = -1 if value is None else pc.index(facts[name], value).as_py()
            if at >= 0:
                self._prefer(rank, at, facts, columns)
                return
        self._prefer(len(sorts), 0, facts, columns)

    def _prefer(self, rank: int, at: int, facts: pa.Table, columns: Sequence[Column]) -> None:
        if self._headline is None or rank < self._headline[0]:
            row = tuple(column.slice(at, 1).spread() for column in columns)
            self._headline = rank, Headline(facts["id"][at].as_py(), row)


def _measured(facts: pa.Table, columns: Sequence[Column], plan: RowPlan) -> tuple[float, ...]:
    """How wide the widest text of each column is."""
    shown = [column.texts for column in columns]
    period = pc.unique(periods(facts, plan)).drop_null().to_pylist()
    shown[_AS_OF] = pa.array([show_period(one, plan.lang) for one in period], pa.string())
    pairs = zip(shown, _LIMITS, strict=True)
    return tuple(0.0 if texts is None else widest(texts, most) for texts, (_, most) in pairs)


def _styles(column: Column) -> Sequence[str]:
    if isinstance(column.styles, str):
        return [column.styles]
    found: list[str] = pc.unique(column.styles).to_pylist()
    return found


def _characters(column: Column) -> int:
    """How many characters the texts of a column have."""
    if column.texts is None:
        return 0
    lengths = pc.utf8_length(column.texts)
    if column.places is not None:
        lengths = lengths.take(column.places)
    return int(pc.sum(lengths).as_py() or 0)


def has_characters_beyond(texts: pa.Array | pa.ChunkedArray) -> bool:
    """Whether there is a character beyond the Basic Multilingual Plane.

    Excel's LEN counts UTF-16 code units, LibreOffice's code points: there they differ.
    """
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    return any(_four_bytes(chunk) for chunk in chunks)


def _four_bytes(texts: pa.Array) -> bool:
    return bool((text_bytes(texts) >= _FOUR_BYTES).any())


def _count(column: pa.ChunkedArray, value: str) -> int:
    return int(pc.sum(pc.equal(column, value)).as_py() or 0)
