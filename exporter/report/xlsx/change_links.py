"""Where the rows of the sheet Changes lead: to their facts and views on the evidence page."""

from collections.abc import Collection
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.history import is_withdrawn
from exporter.facts.words import Lang
from exporter.report.changes import Changes
from exporter.report.changes.model import FactChange, ViewChange
from exporter.report.definition import ReportDefinition
from exporter.report.html.selection import all_on_page, views_on_page
from exporter.report.links import anchor, evidence_file


@dataclass(frozen=True, slots=True)
class ChangeLinks:
    """What of the changes stands on the evidence page.

    Attributes:
        lang: The language of the page.
        facts: The ids of facts.
        views: Those of views.
        named: The ids of all facts there, of which a view may have one as well.
        all_views: The ids of all views.
    """

    lang: Lang
    facts: Collection[str] = frozenset()
    views: Collection[str] = frozenset()
    named: Collection[str] = frozenset()
    all_views: Collection[str] = frozenset()

    def of_fact(self, change: FactChange) -> str | None:
        """What the row of a fact opens; None where it is on no page any more."""
        fact = change.new
        return self._link(fact.id) if fact and fact.id in self.facts else None

    def of_view(self, change: ViewChange) -> str | None:
        """What a row of a view opens."""
        view = change.new
        if view is None or view.id not in self.views:
            return None
        return self._link(anchor(view.id, self.named, self.all_views))

    def _link(self, target: str) -> str:
        return f"{evidence_file(self.lang)}#{target}"


def change_links(
    changes: Changes, report: ReportDefinition, facts: FactSet, lang: Lang
) -> ChangeLinks:
    """What of some changes stands on the evidence page.

    Args:
        changes: Of a workbook.
        report: The definition of the newer edition.
        facts: Its facts, without those that are restated, which have no place there.
        lang: The language.
    """
    if not all_on_page(facts):
        return ChangeLinks(lang)
    viewed = [change.new for change in changes.views if change.new]
    views = frozenset(view.id for view in views_on_page(report, viewed))
    ids = changes.facts.new["id"].combine_chunks().drop_null()
    upheld = facts.where(lambda batch: pc.invert(is_withdrawn(batch))) if views else facts
    named = _ids(upheld) if views else frozenset()
    return ChangeLinks(lang, _ids(facts, ids), views, named, changes.view_ids)


def _ids(facts: FactSet, among: pa.Array | None = None) -> frozenset[str]:
    batches = (batch["id"] for batch in facts.batches())
    found = (ids if among is None else ids.filter(pc.is_in(ids, among)) for ids in batches)
    return frozenset(id_ for part in found for id_ in part.to_pylist())
