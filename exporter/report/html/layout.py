"""Facts, views and what the check said of them as the evidence page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.memo import memoized
from exporter.evidence.claims import FigureState
from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.evidence.views import ViewVerdict
from exporter.facts.periods import YearEnd
from exporter.facts.table import NUMBER, TEXT
from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang, Qualifier
from exporter.report.definition import ReportDefinition
from exporter.report.formats import show_period, show_placed
from exporter.report.html.excerpts import without_texts
from exporter.report.html.formula_words import FormulaWords
from exporter.report.html.further import further_of_facts
from exporter.report.html.model import EvidenceEntry, EvidencePage, Group, SourceEntry
from exporter.report.html.pictures import shown_once
from exporter.report.html.quotations import QuotationBook
from exporter.report.html.selection import facts_on_page, views_on_page
from exporter.report.html.states import (
    columns_of,
    figure_states,
    states_found,
    states_of_facts,
    view_states,
)
from exporter.report.labels import EVIDENCE_WORDS, KINDS, WORDS, counted_word
from exporter.report.links import anchor
from exporter.report.looks import shown_units
from exporter.report.page_figures import show_with_minus
from exporter.report.prices import Price, prices_of
from exporter.report.properties import Properties
from exporter.report.themes.in_language import theme_in
from exporter.report.values import further_unit, shown_values
from exporter.report.view_terms import view_terms
from exporter.report.xlsx.fact_columns import FACT_COLUMNS


def lay_out_evidence(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
    lang: Lang,
) -> EvidencePage:
    """Lay the evidence page of a report out in one language.

    Where a source's full text is at hand, or excerpts of it, its quotes are shown in their
    sentences, and links to it tell apart words that stand there twice.

    Args:
        report: The report's definition.
        evidence: What the check found of all facts and views.
        views: All views.
        sources: By id.
        lang: The language.
    """
    quotations = QuotationBook(without_texts(report, evidence, views, sources), lang)
    on_page = facts_on_page(report, evidence, views)
    formulas = FormulaWords(evidence, on_page, lang)
    facts = _fact_groups(report, on_page, quotations, formulas)
    of_views = _view_claims(report, on_page["id"], evidence, views, quotations)
    viewed = (Group(EVIDENCE_WORDS["broker views"].in_(lang), of_views),) if of_views else ()
    groups = shown_once((*facts, *viewed), lang)
    claims = [claim for group in groups for claim in group.claims]
    title, name = report.title.in_(lang), EVIDENCE_WORDS["evidence"].in_(lang)
    labels = {key: text.in_(lang) for key, text in EVIDENCE_WORDS.items()}
    edition = show_period(report.edition.isoformat(), lang)
    labels["as_of"] = WORDS["as of"].in_(lang).format(date=edition)
    return EvidencePage(
        lang=lang,
        title=title,
        counts=tuple(_counts(evidence, on_page.num_rows, len(of_views), lang)),
        groups=groups,
        topics=tuple(dict.fromkeys(claim.topic for claim in claims)),
        states=states_found(claims, lang),
        sources=tuple(_source_entry(source, lang) for source in quotations.quoted()),
        labels=labels,
        properties=Properties(
            f"{name}: {title}", title, report.author.in_(lang), "", report.edition
        ),
        theme=theme_in(report.theme, lang),
    )


def _fact_groups(
    report: ReportDefinition,
    on_page: pa.Table,
    quotations: QuotationBook,
    formulas: FormulaWords,
) -> Iterator[Group]:
    """The facts by entity, in the report's order."""
    lang = quotations.lang
    for entity in report.entities:
        facts = on_page.filter(pc.equal(on_page["entity"], entity.name.en))
        if facts.num_rows:
            year_end = report.conventions.year_ends.get(entity.name.en)
            topic = entity.name.in_(lang)
            claims = _fact_claims(facts, topic, quotations, formulas, year_end)
            yield Group(entity.name.in_(lang), tuple(claims))


def _fact_claims(
    facts: pa.Table,
    topic: str,
    quotations: QuotationBook,
    formulas: FormulaWords,
    year_end: YearEnd | None,
) -> Iterator[EvidenceEntry]:
    """The facts about one topic, column by column: many have their details and states alike."""
    lang = quotations.lang
    figures = figure_states(facts)
    further = further_of_facts(facts, figures, quotations)
    rows = zip(
        *columns_of(facts, "id", "kind", f"metric.{lang}"),
        shown_values(facts, lang, show_with_minus).to_pylist(),
        shown_units(facts),
        _details_of_facts(facts, figures, quotations, year_end),
        quotations.of_facts(facts),
        states_of_facts(facts, figures, lang),
        map(formulas.parts, facts["formula"].to_pylist()),
        strict=True,
    )
    for id_, kind, metric, value, unit, details, quotation, states, formula in rows:
        yield EvidenceEntry(
            id=id_,
            anchor=anchor(id_),
            topic=topic,
            heading=metric,
            value=value,
            unit=further_unit(unit, lang) if kind == NUMBER else "",
            kind=kind,
            points=(),
            details=details,
            quotation=quotation,
            states=(*states, further.states[id_]) if id_ in further.states else states,
            formula=formula,
            further=further.evidence.get(id_, ()),
        )


@cache
def _headers(lang: Lang) -> dict[str, str]:
    return {key: column.label.in_(lang) for key, column in FACT_COLUMNS.items()}


def _details_of_facts(
    facts: pa.Table, figures: Sequence[str], quotations: QuotationBook, year_end: YearEnd | None
) -> Iterator[tuple[tuple[str, str], ...]]:
    lang = quotations.lang
    names = ("kind", "qualifier", "period", "source", "status", f"attribution.{lang}")
    columns = columns_of(facts, *names, f"note.{lang}", f"accept.{lang}")
    for kind, qualifier, period, source, *rest, reason, figure in zip(
        *columns, figures, strict=True
    ):
        yield _fact_details(
            Qualifier.EXACT if kind == TEXT else Qualifier(qualifier),
            show_placed(period or quotations.published(source), year_end, lang),
            *rest,
            reason if figure == FigureState.ACCEPTED else "",
            lang,
        )


@memoized(4096)
def _fact_details(
    qualifier: Qualifier,
    as_of: str,
    status: str,
    attribution: str,
    note: str,
    accepted: str,
    lang: Lang,
) -> tuple[tuple[str, str], ...]:
    headers = _headers(lang)
    label = "" if qualifier == Qualifier.EXACT else QUALIFIER_LABELS[qualifier].in_(lang)
    details = (
        (headers["qualifier"], label),
        (headers["as_of"], as_of),
        (headers["status"], STATUS_LABELS[status].in_(lang)),
        (headers["attribution"], attribution),
        (headers["note"], note),
        (EVIDENCE_WORDS["accepted because"].in_(lang), accepted),
    )
    return tuple((label, text) for label, text in details if text)


def _view_claims(
    report: ReportDefinition,
    fact_ids: pa.ChunkedArray,
    evidence: Evidence,
    views: Sequence[View],
    quotations: QuotationBook,
) -> tuple[EvidenceEntry, ...]:
    """The views, by broker in the report's order."""
    lang = quotations.lang
    brokers = {broker.name.en: broker.name.in_(lang) for broker in report.brokers}
    entities = {entity.name.en: entity.name.in_(lang) for entity in report.entities}
    facts = set(fact_ids.to_pylist())
    ids = {view.id for view in views}
    prices = prices_of(views, evidence)
    return tuple(
        _view_claim(
            (view, prices.get(view.id)),
            anchor(view.id, facts, ids),
            brokers[view.broker],
            entities.get(view.subject.en, view.subject.in_(lang)),
            evidence.views[view.id],
            quotations,
        )
        for view in views_on_page(report, views)
    )


def _view_claim(
    priced: tuple[View, Price | None],
    target: str,
    broker: str,
    subject: str,
    verdict: ViewVerdict,
    quotations: QuotationBook,
) -> EvidenceEntry:
    view, price = priced
    lang = quotations.lang
    return EvidenceEntry(
        id=view.id,
        anchor=target,
        topic=subject,
        heading=EVIDENCE_WORDS["view"].in_(lang).format(broker=broker, subject=subject),
        value=view.thesis.in_(lang),
        unit="",
        kind="view",
        points=tuple(driver.in_(lang) for driver in view.drivers),
        details=tuple(_view_details(view, price, verdict, lang)),
        quotation=quotations.of_view(view),
        states=tuple(view_states(verdict, lang)),
    )


def _view_details(
    view: View, price: Price | None, verdict: ViewVerdict, lang: Lang
) -> Iterator[tuple[str, str]]:
    yield EVIDENCE_WORDS["stance"].in_(lang), STANCE_LABELS[view.stance].in_(lang)
    yield from ((label, value) for _, label, value in view_terms(view, price, lang))
    if verdict.figure is FigureState.ACCEPTED and view.accept:
        yield EVIDENCE_WORDS["accepted because"].in_(lang), view.accept.in_(lang)


def _counts(evidence: Evidence, on_page: int, views: int, lang: Lang) -> Iterator[tuple[str, str]]:
    """The figures at the head of the page; what is not proved is told only where there is some."""
    yield f"{evidence.facts.num_rows:,}", counted_word("facts", evidence.facts.num_rows, lang)
    if on_page < evidence.facts.num_rows:
        yield f"{on_page:,}", EVIDENCE_WORDS["facts on page"].in_(lang)
    if views:
        yield f"{views:,}", counted_word("views", views, lang)
    for part, states in (
        ("quotes", evidence.quote_states()),
        ("figures", evidence.figure_states()),
    ):
        for state, count in states.items():
            if count and state != FigureState.TEXT:
                yield f"{count:,}", counted_word(f"{part} {state}", count, lang)
    for part, states in evidence.further_states().items():
        for state, count in states.items():
            if count and state != FigureState.TEXT:
                yield f"{count:,}", counted_word(f"further {part} {state}", count, lang)


def _source_entry(source: Source, lang: Lang) -> SourceEntry:
    record, words = source.record, EVIDENCE_WORDS
    details = (
        (words["publisher"], record.publisher.in_(lang)),
        (words["author"], record.author.in_(lang) if record.author else ""),
        (words["published"], show_period(record.published.isoformat(), lang)),
        (words["retrieved"], show_period(record.retrieved.isoformat(), lang)),
        (words["kind"], KINDS[record.kind].in_(lang)),
        (words["pages"], f"{record.pages:,}" if record.pages else ""),
        (words["language"], "" if record.is_read else record.language),
        (words["fingerprint"], record.sha256),
    )
    shown = tuple((label.in_(lang), text) for label, text in details if text)
    return SourceEntry(record.title.in_(lang), record.url or "", shown)
