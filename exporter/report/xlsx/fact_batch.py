"""A batch of an entity's facts, and the plan of its sheet: what columns make their cells of."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.sources import Source
from exporter.facts.history import among, is_withdrawn
from exporter.facts.table import distinct, map_distinct
from exporter.facts.words import Lang
from exporter.report.looks import value_looks
from exporter.report.xlsx.change_marks import ChangeMarks
from exporter.report.xlsx.live_formulas import LiveFormula


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What the rows of a sheet are laid out by.

    Attributes:
        lang: Language of labels and texts.
        urls: The address of each source that has one, by its id.
        published: When each source appeared (ISO 8601), by its id.
        links: How many links the sheet has in all, of which Excel holds so many and no more.
        to_evidence: Whether the facts stand on the evidence page.
        words: The source's own words of quotes that differ, by source and quote.
        paged: The sources that open at a page, by their ids.
        whole: The looks of the ranges whose number format shows their high end; None for all.
        replaced: Ids of the facts in whose place others stand.
        has_history: Whether any fact of the sheet may be withdrawn, or have one in its place.
        marks: What has changed since an earlier edition; None where that is not told.
        formulas: What the cells of calculated facts hold, by their ids.
        has_formulas: Whether any fact of the sheet may be calculated.
        in_words: Whether what is not proved is told in words, beside the colour that marks it.
    """

    lang: Lang
    urls: Mapping[str, str]
    published: Mapping[str, str]
    links: int
    to_evidence: bool
    words: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    paged: Mapping[str, Source]
    whole: frozenset[str] | None
    replaced: frozenset[str]
    has_history: bool
    marks: ChangeMarks | None
    formulas: Mapping[str, LiveFormula]
    has_formulas: bool
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class FactBatch:
    """Facts of a sheet that are laid out together.

    Attributes:
        facts: FACTS with `quote_state` and `figure_state`, as the check left them.
        plan: What they are laid out by.
        looks: How their values show, from `value_looks`.
        periods: What each is as of: its period, else the day on which its source appeared.
    """

    facts: pa.Table
    plan: RowPlan
    looks: pa.DictionaryArray
    periods: pa.DictionaryArray

    @classmethod
    def of(cls, facts: pa.Table, plan: RowPlan) -> "FactBatch":
        """Facts as a batch, with what several columns want to know of them."""
        looks = value_looks(facts, plan.lang, plan.whole)
        return cls(facts, plan, looks, distinct(_periods(facts, plan)))

    @property
    def lang(self) -> Lang:
        """The language of the sheet."""
        return self.plan.lang

    def holding(self) -> pa.ChunkedArray | None:
        """Which facts still hold; None where all do."""
        return holding(self.facts, self.plan.replaced) if self.plan.has_history else None


def holding(facts: pa.Table, replaced: Set[str]) -> pa.ChunkedArray:
    """Which facts still hold: those that are not withdrawn, and have none in their place."""
    return pc.invert(pc.or_(among(facts["id"], replaced), is_withdrawn(facts)))


def _periods(facts: pa.Table, plan: RowPlan) -> pa.ChunkedArray:
    missing = pc.equal(facts["period"], "")
    if not pc.any(missing).as_py():
        return facts["period"]
    published = map_distinct(facts["source"], plan.published.get, pa.string())
    return pc.if_else(missing, published, facts["period"])
