"""What is known: the facts of a report, its views' target prices, and what its sources state.

A source is read as `draft` reads it, sentences and tables, so that each of its figures comes with
what is measured, of whom and when. Of a source whose text is not at hand there are fingerprints
alone, which tell no figure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import pyarrow.compute as pc

from exporter.check import CheckedReport
from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft
from exporter.drafting.report_drafts import readers_of
from exporter.drafting.setting import setting_of
from exporter.drafting.tables.table_drafts import table_paragraphs
from exporter.editions.trace.asked import Names
from exporter.editions.trace.model import Known
from exporter.evidence.sources import Source
from exporter.facts.history import RESTATES
from exporter.facts.periods import YearEnd
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.unit_names import find_unit
from exporter.facts.views import View
from exporter.facts.words import STATUS_LABELS, Bilingual, Status
from exporter.report.definition import ReportDefinition
from exporter.report.links import anchor

_TARGET_PRICE = Bilingual("Target price", "目标价")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that numbers of a model are looked up among.

    Attributes:
        figures: Facts first, in their order, then passages of sources.
        entities: All names of each entity, by its English one, which is among them.
        brokers: Likewise.
        year_ends: Where the fiscal years of entities end, if that is known.
        without_text: Ids of the sources of which there are fingerprints alone.
    """

    figures: tuple[Known, ...]
    entities: Mapping[str, tuple[str, ...]]
    brokers: Mapping[str, tuple[str, ...]]
    year_ends: Mapping[str, YearEnd]
    without_text: tuple[str, ...]


def knowledge_of(checked: CheckedReport, report: ReportDefinition) -> Knowledge:
    """What a report knows.

    Args:
        checked: The report as the check left it.
        report: Its definition.
    """
    facts = list(_facts(checked))
    entities = {one.name.en: (*one.name, *one.aliases) for one in report.entities}
    passages: list[Known] = []
    without: list[str] = []
    for source in checked.sources.values():
        if source.text is None or source.changed or not source.record.is_read:
            without.append(source.id)
        else:
            passages += _passages(source, report, facts, checked.views, Names(entities))
    names = {one.name.en: one.name.zh for one in report.entities}
    views = _of_views(checked.views, [fact.id for fact in facts])
    return Knowledge(
        tuple(
            replace(one, entity_zh=names.get(one.entity, one.entity_zh or one.entity))
            for one in (*map(_of_fact, _with_newer(facts)), *views, *passages)
        ),
        entities,
        {one.name.en: (*one.name, *one.aliases) for one in report.brokers},
        report.conventions.year_ends,
        tuple(without),
    )


def _facts(checked: CheckedReport) -> Iterator[Fact]:
    """The facts that state numbers."""
    numeric = checked.evidence.facts.where(lambda batch: pc.is_valid(batch["number"]))
    yield from iterate_facts(numeric.table())


def _with_newer(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """Facts, and the id of that which restates each; "" for none."""
    facts = list(facts)
    newer = {getattr(fact, RESTATES): fact.id for fact in facts}
    for fact in facts:
        yield fact, newer.get(fact.id, "")


def _of_fact(pair: tuple[Fact, str]) -> Known:
    fact, newer = pair
    ends = [fact.exact] if fact.exact_high is None else [fact.exact, fact.exact_high]
    return Known(
        fact.id,
        fact.id,
        fact.entity,
        "",
        fact.metric,
        tuple(end * fact.unit.scale for end in ends if end is not None),
        fact.decimals,
        fact.unit,
        fact.period or "",
        (fact.unit.en, fact.unit.zh, *fact.attribution, *STATUS_LABELS[fact.status]),
        fact.qualifier.value,
        fact.source,
        fact.quote,
        newer,
        fact.status is Status.WITHDRAWN,
    )


def _of_views(views: Iterable[View], facts: list[str]) -> Iterator[Known]:
    views = list(views)
    for view in views:
        unit = find_unit(view.currency) if view.currency else None
        if view.target_price is None or unit is None:
            continue
        exponent = view.target_price.as_tuple().exponent
        yield Known(
            view.id,
            anchor(view.id, facts, [one.id for one in views]),
            view.subject.en,
            view.subject.zh,
            _TARGET_PRICE,
            (Fraction(view.target_price),),
            max(-int(exponent), 0),
            unit,
            "",
            (view.broker, unit.en, unit.zh),
            "exact",
            view.source,
            view.quote,
        )


def _passages(
    source: Source,
    report: ReportDefinition,
    facts: list[Fact],
    views: tuple[View, ...],
    names: Names,
) -> Iterator[Known]:
    """What a source states that the report does not; of whom its quote names, if of one alone."""
    setting = setting_of(report, source)
    already = Already(source, facts, views)
    wanted = Wanted(already, tables=table_paragraphs(source))
    for draft in draft_source(setting, wanted, readers_of).facts:
        if draft.unit is not None:
            known = _of_draft(draft, source, setting.lang == "en")
            named = names.in_(known.quote)
            yield replace(known, entity=min(named)) if len(named) == 1 else known


def _of_draft(draft: Draft, source: Source, is_english: bool) -> Known:
    unit = draft.unit
    assert unit is not None  # noqa: S101 - drafts of texts are no figures
    ends = filter(None, (draft.value, draft.high))
    metric = Bilingual(draft.metric, "") if is_english else Bilingual("", draft.metric)
    return Known(
        "",
        "",
        draft.entity,
        "",
        metric,
        tuple(Fraction(end) * unit.scale for end in ends),
        len(draft.value.partition(".")[2]),
        unit,
        draft.period,
        (unit.en, unit.zh, draft.attribution, *STATUS_LABELS[draft.status]),
        draft.qualifier.value,
        source.id,
        draft.quote,
    )
