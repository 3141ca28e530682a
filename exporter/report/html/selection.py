"""Which facts and views stand on the evidence page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import QuoteState
from exporter.facts.fact_set import FactSet
from exporter.facts.views import View
from exporter.report.definition import ReportDefinition
from exporter.report.values import figures_proved

if TYPE_CHECKING:
    from exporter.evidence.found import Evidence

# A fact takes about 1.3 kB of the page: with more, a browser takes long to open it.
MOST_ON_PAGE = 20_000


def all_on_page(facts: FactSet) -> bool:
    """Whether the evidence page shows every fact, so that a workbook can link to any."""
    return facts.num_rows <= MOST_ON_PAGE


def facts_on_page(
    report: ReportDefinition, evidence: "Evidence", views: Sequence[View]
) -> pa.Table:
    """All facts; of a set too large for a page, those on one-pagers and those not proved.

    Args:
        report: The report's definition.
        evidence: What the check found of all facts.
        views: All views, of which some may name facts as prices.
    """
    if all_on_page(evidence.facts):
        return evidence.facts.table()
    prices = {view.price for view in views if isinstance(view.price, str)}
    shown = sorted({id_ for page in report.one_pagers for id_ in page.facts} | prices)
    chosen = pa.array(shown, pa.string())
    return evidence.facts.where(lambda batch: _chosen(batch, chosen)).table().slice(0, MOST_ON_PAGE)


def views_on_page(report: ReportDefinition, views: Sequence[View]) -> list[View]:
    """The views of the report's brokers, by broker in the report's order."""
    order = {broker.name.en: place for place, broker in enumerate(report.brokers)}
    known = [view for view in views if view.broker in order]
    return sorted(known, key=lambda view: order[view.broker])


def proved(facts: pa.Table) -> pa.ChunkedArray:
    """Which facts the check found to be proved: quote and, where there is one, figure."""
    return pc.and_(pc.equal(facts["quote_state"], QuoteState.VERIFIED), figures_proved(facts))


def _chosen(facts: pa.Table, ids: pa.Array) -> pa.ChunkedArray:
    return pc.or_(pc.is_in(facts["id"], ids), pc.invert(proved(facts)))
