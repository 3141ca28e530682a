"""Facts, views and what the check said of them as the evidence page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.check import Evidence
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.sources import Source
from exporter.evidence.texts import states_figures
from exporter.evidence.views import ViewVerdict
from exporter.facts.periods import YearEnd
from exporter.facts.table import DATE, NUMBER, TEXT, Fact, iterate_facts
from exporter.facts.units import Unit
from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang, Qualifier
from exporter.report.captions import view_terms
from exporter.report.definition import ReportDefinition
from exporter.report.formats import show_period, show_placed
from exporter.report.html.excerpts import without_texts
from exporter.report.html.model import EvidenceEntry, EvidencePage, Group, SourceEntry, State
from exporter.report.html.quotations import QuotationBook
from exporter.report.html.selection import facts_on_page, views_on_page
from exporter.report.labels import EVIDENCE_WORDS, KINDS, WORDS, counted_word
from exporter.report.links import anchor
from exporter.report.looks import shown_units
from exporter.report.properties import Properties
from exporter.report.values import further_unit, shown_values
from exporter.report.xlsx.fact_columns import FACT_COLUMNS

_CHECKED_TEXT = "checked text"  # no figure by itself, but with some in it that its quote states
_TONES: Mapping[str, str] = {
    QuoteState.VERIFIED: "proved",
    FigureState.CONFIRMED: "proved",
    FigureState.TEXT: "plain",
    _CHECKED_TEXT: "proved",
    FigureState.ACCEPTED: "accepted",
}


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
    on_page = facts_on_page(report, evidence)
    facts = _fact_groups(report, on_page, quotations, lang)
    of_views = _view_claims(report, on_page["id"], evidence, views, quotations)
    viewed = (Group(EVIDENCE_WORDS["broker views"].in_(lang), of_views),) if of_views else ()
    groups = (*facts, *viewed)
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
        states=_states(claims, lang),
        sources=tuple(_source_entry(source, lang) for source in quotations.quoted()),
        labels=labels,
        properties=Properties(
            f"{name}: {title}", title, report.author.in_(lang), "", report.edition
        ),
    )


def _fact_groups(
    report: ReportDefinition, on_page: pa.Table, quotations: QuotationBook, lang: Lang
) -> Iterator[Group]:
    """The facts by entity, in the report's order."""
    for entity in report.entities:
        facts = on_page.filter(pc.equal(on_page["entity"], entity.name.en))
        names = ("quote_state", "figure_state", "translation_state")
        found = zip(*(facts[name].to_pylist() for name in names), strict=True)
        shown = zip(shown_values(facts, lang).to_pylist(), shown_units(facts), strict=True)
        rows = zip(iterate_facts(facts), shown, found, strict=True)
        topic, year_end = entity.name.in_(lang), report.conventions.year_ends.get(entity.name.en)
        claims = tuple(
            _fact_claim(fact, as_shown, verdict, topic, quotations, year_end)
            for fact, as_shown, verdict in rows
        )
        if claims:
            yield Group(topic, claims)


def _fact_claim(
    fact: Fact,
    shown: tuple[str, Unit],
    found: tuple[str, str, str],
    topic: str,
    quotations: QuotationBook,
    year_end: YearEnd | None,
) -> EvidenceEntry:
    lang, (value, unit) = quotations.lang, shown
    quote_state, figure_state, translation_state = found
    kind = NUMBER if fact.number is not None else DATE if fact.date else TEXT
    if figure_state == FigureState.TEXT and any(map(states_figures, fact.text or ())):
        figure_state = _CHECKED_TEXT
    return EvidenceEntry(
        id=fact.id,
        anchor=anchor(fact.id),
        topic=topic,
        heading=fact.metric.in_(lang),
        value=value,
        unit=further_unit(unit, lang) if kind == NUMBER else "",
        kind=kind,
        points=(),
        details=tuple(_fact_details(fact, kind, figure_state, quotations, year_end)),
        quotation=quotations.quotation(fact),
        states=tuple(_fact_states(kind, (quote_state, figure_state, translation_state), lang)),
    )


def _fact_states(kind: str, states: tuple[str, str, str], lang: Lang) -> Iterator[State]:
    """How a fact's quote, figure and translation stand; the last only where it is wrong."""
    quote, figure, translation = states
    yield _state("quote", "quote", quote, lang)
    yield _state("figure", "date" if kind == DATE else "figure", figure, lang)
    if translation:
        yield _state("translation", "translation", translation, lang)


@cache
def _headers(lang: Lang) -> dict[str, str]:
    return {key: column.label.in_(lang) for key, column in FACT_COLUMNS.items()}


def _fact_details(
    fact: Fact, kind: str, figure_state: str, quotations: QuotationBook, year_end: YearEnd | None
) -> Iterator[tuple[str, str]]:
    lang = quotations.lang
    headers = _headers(lang)
    if kind != TEXT and fact.qualifier != Qualifier.EXACT:
        yield headers["qualifier"], QUALIFIER_LABELS[fact.qualifier].in_(lang)
    if period := fact.period or quotations.published(fact.source):
        yield headers["as_of"], show_placed(period, year_end, lang)
    yield headers["status"], STATUS_LABELS[fact.status].in_(lang)
    if attribution := fact.attribution.in_(lang):
        yield headers["attribution"], attribution
    if figure_state == FigureState.ACCEPTED:
        yield EVIDENCE_WORDS["accepted because"].in_(lang), fact.accept.in_(lang)


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
    return tuple(
        _view_claim(
            view,
            anchor(view.id, facts, ids),
            brokers[view.broker],
            entities.get(view.subject.en, view.subject.in_(lang)),
            evidence.views[view.id],
            quotations,
        )
        for view in views_on_page(report, views)
    )


def _view_claim(
    view: View,
    target: str,
    broker: str,
    subject: str,
    verdict: ViewVerdict,
    quotations: QuotationBook,
) -> EvidenceEntry:
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
        details=tuple(_view_details(view, verdict, lang)),
        quotation=quotations.quotation(view),
        states=tuple(_view_states(verdict, lang)),
    )


def _view_details(view: View, verdict: ViewVerdict, lang: Lang) -> Iterator[tuple[str, str]]:
    yield EVIDENCE_WORDS["stance"].in_(lang), STANCE_LABELS[view.stance].in_(lang)
    yield from view_terms(view, lang)
    if verdict.figure is FigureState.ACCEPTED and view.accept:
        yield EVIDENCE_WORDS["accepted because"].in_(lang), view.accept.in_(lang)


def _view_states(verdict: ViewVerdict, lang: Lang) -> Iterator[State]:
    """How a view's quote stands, and its figures and rating where it has any."""
    yield _state("quote", "quote", verdict.quote.state, lang)
    if verdict.figure is FigureState.CONFIRMED:
        yield _state("figure", "figure", _CHECKED_TEXT, lang)
    elif verdict.figure is not FigureState.TEXT:
        yield _state("figure", "figure", verdict.figure, lang)


def _state(part: str, kind: str, state: str, lang: Lang) -> State:
    of_texts = state in {FigureState.TEXT, _CHECKED_TEXT}
    words = EVIDENCE_WORDS[f"{'figure' if of_texts else kind} {state}"].in_(lang)
    return State(f"{part}:{state.replace(' ', '-')}", words, _TONES.get(state, "doubt"))


def _states(
    claims: Sequence[EvidenceEntry], lang: Lang
) -> dict[str, tuple[tuple[State, int], ...]]:
    """Every state that a claim is in, with how many are; figures and dates are told as one."""
    found = Counter(state.key for claim in claims for state in claim.states)
    states: dict[str, tuple[tuple[State, int], ...]] = {}
    for part in ("quote", "figure", "translation"):
        keys = [key for key in sorted(found) if key.startswith(f"{part}:")]
        kind = "any" if part == "figure" else part
        named = [_state(part, kind, key.partition(":")[2].replace("-", " "), lang) for key in keys]
        if named:
            label = EVIDENCE_WORDS[part].in_(lang)
            states[label] = tuple((state, found[state.key]) for state in named)
    return states


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
