"""What is to be known of all rows of an entity's sheet, gathered while they are laid out."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

import pyarrow as pa
import pyarrow.compute as pc

from exporter.arrow import text_bytes
from exporter.facts.table import NUMBER
from exporter.report.fact_rows import COLUMNS, RowPlan, periods
from exporter.report.formats import show_period
from exporter.report.model import Column
from exporter.report.widths import fitting_width, widest

_METRIC, _VALUE, _UNIT, _AS_OF = (
    COLUMNS.index(key) for key in ("metric", "value", "unit", "as_of")
)
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


class Gathering:
    """Totals while the rows come."""

    def __init__(self, headers: Sequence[str], headline: str | None, plan: RowPlan) -> None:
        """Totals of no rows yet.

        Args:
            headers: The table's.
            headline: Id of the fact that Contents is to show; the first figure where none is named.
            plan: What the rows are laid out by.
        """
        self._headers, self._wanted, self._plan = headers, headline, plan
        self._counts: Counter[str] = Counter()
        self._sources: Counter[str] = Counter()
        self._units: set[str] = set()
        self._styles: set[str] = set()
        self._numbers = array("d")
        self._widest = [0.0] * len(COLUMNS)
        self._figures_widest = 0.0
        self._headline: tuple[int, Headline] | None = None

    def take(self, facts: pa.Table, figures: float, columns: Sequence[Column]) -> None:
        """Take a batch of facts in, how wide its figures are, and the columns that it makes."""
        if (numbers := columns[_VALUE].numbers) is not None:
            self._numbers.extend(numbers.drop_null().to_numpy())
        self._counts["rows"] += facts.num_rows
        self._counts["confirmed"] += _count(facts["figure_state"], "confirmed")
        self._counts["verified"] += _count(facts["quote_state"], "verified")
        for one in pc.value_counts(facts["source"]).to_pylist():
            self._sources[one["values"]] += one["counts"]
        self._units.update(pc.unique(columns[_UNIT].texts).drop_null().to_pylist())
        for column in columns:
            self._take_styles(column)
            if column.texts is not None:
                self._counts["characters"] += pc.sum(pc.utf8_length(column.texts)).as_py() or 0
                self._counts["beyond"] += has_characters_beyond(column.texts)
        self._figures_widest = max(self._figures_widest, figures)
        self._measure(facts, columns)
        self._choose(facts, columns)

    def totals(self) -> Totals:
        """The totals of all batches."""
        counts = self._counts
        return Totals(
            counts["rows"],
            len(self._numbers),
            counts["confirmed"],
            counts["verified"],
            fsum(self._numbers),
            None if counts["beyond"] else counts["characters"],
            self._sources,
            frozenset(self._units),
            frozenset(self._styles),
            self._widths(),
            self._headline[1] if self._headline else None,
        )

    def _take_styles(self, column: Column) -> None:
        one = isinstance(column.styles, str)
        self._styles.update([column.styles] if one else pc.unique(column.styles).to_pylist())

    def _measure(self, facts: pa.Table, columns: Sequence[Column]) -> None:
        shown = [column.texts for column in columns]
        period = pc.unique(periods(facts, self._plan)).drop_null().to_pylist()
        shown[_AS_OF] = pa.array([show_period(one, self._plan.lang) for one in period], pa.string())
        for index, (texts, (_, most)) in enumerate(zip(shown, _LIMITS, strict=True)):
            self._widest[index] = widest(texts, most, self._widest[index])

    def _widths(self) -> tuple[float, ...]:
        """Texts wrap, figures do not: those, in bold, get the width that they need."""
        cells = list(self._widest)
        cells[_VALUE] = max(cells[_VALUE], self._figures_widest)
        limits = zip(self._headers, cells, _LIMITS, strict=True)
        widths = [fitting_width(header, longest, *both) for header, longest, both in limits]
        needed = fitting_width("", self._figures_widest, 0, _WIDEST) * _BOLD
        widths[_VALUE] = max(widths[_VALUE], needed)
        return tuple(widths)

    def _choose(self, facts: pa.Table, columns: Sequence[Column]) -> None:
        """Keep the first row of the best sort: the one named, then a number, then any."""
        sorts = (pc.equal(facts["id"], self._wanted or ""), pc.equal(facts["kind"], NUMBER))
        for rank, mask in enumerate(sorts):
            at = pc.index(mask, True).as_py()
            if at >= 0:
                self._prefer(rank, at, facts, columns)
                return
        self._prefer(len(sorts), 0, facts, columns)

    def _prefer(self, rank: int, at: int, facts: pa.Table, columns: Sequence[Column]) -> None:
        if self._headline is None or rank < self._headline[0]:
            row = tuple(column.slice(at, 1) for column in columns)
            self._headline = rank, Headline(facts["id"][at].as_py(), row)


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
