"""The cards of a one-pager: what each broker thinks, in which words, and how that stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from exporter.evidence.claims import FigureState
from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import Bilingual, Lang
from exporter.report.definition import ReportDefinition
from exporter.report.html.selection import facts_on_page
from exporter.report.labels import ACCEPTED_MARK, WORDS
from exporter.report.links import anchor, evidence_link
from exporter.report.pdf.model import Card
from exporter.report.prices import Price
from exporter.report.view_terms import is_confirmed, view_terms


def lay_out_cards(
    report: ReportDefinition,
    chosen: Sequence[tuple[View, Price | None]],
    views: Sequence[View],
    evidence: Evidence,
    sources: Mapping[str, Source],
    lang: Lang,
) -> tuple[Card, ...]:
    """The cards of the chosen views, each linked to its place on the evidence page."""
    facts = set(facts_on_page(report, evidence, views)["id"].to_pylist())
    named = {view.id for view in views}
    # Problems of views are told without a limit; those of facts are not.
    doubted = {problem.subject for problem in evidence.problems}
    unread = FigureState.NOT_READ
    doubted |= {view.id for view, _ in chosen if evidence.views[view.id].figure is unread}
    accepted = set(evidence.accepted_views())
    cards = []
    for view, price in chosen:
        is_accepted = view.id in accepted and view.accept is not None
        unconfirmed = evidence.views[view.id].unconfirmed if is_accepted else frozenset[str]()
        card = _card(report, (view, price), unconfirmed, sources, lang)
        card = replace(card, link=evidence_link(lang, anchor(view.id, facts, named)))
        if is_accepted and view.accept is not None:
            card = _accepted(card, unconfirmed, view.accept.in_(lang), lang)
        cards.append(_with_doubt(card, lang) if view.id in doubted else card)
    return tuple(cards)


def entity_name(report: ReportDefinition, subject: Bilingual) -> Bilingual:
    """An entity's name in both languages where `subject` names one, else `subject` itself."""
    return next(
        (entity.name for entity in report.entities if entity.name.en == subject.en), subject
    )


def _card(
    report: ReportDefinition,
    priced: tuple[View, Price | None],
    unconfirmed: Collection[str],
    sources: Mapping[str, Source],
    lang: Lang,
) -> Card:
    view, price = priced
    quote_lang = sources[view.source].record.language if view.source in sources else lang
    translation = view.quote_en if lang == "en" else view.quote_zh
    thesis = view.thesis.in_(lang)
    drivers = tuple(driver.in_(lang) for driver in view.drivers)
    terms = tuple(
        (label, value if is_confirmed(key, unconfirmed) else f"{value}\u00a0{ACCEPTED_MARK}")
        for key, label, value in view_terms(view, price, lang)
    )
    return Card(
        id=view.id,
        broker=_broker_name(report, view.broker, lang),
        subject=entity_name(report, view.subject).in_(lang),
        stance=view.stance,
        stance_label=STANCE_LABELS[view.stance].in_(lang),
        thesis=thesis,
        drivers=() if drivers == (thesis,) else drivers,  # which nobody needs to read twice
        terms=terms,
        quote=view.quote,
        quote_lang=quote_lang,
        translation="" if quote_lang == lang else translation,
    )


def _accepted(card: Card, unconfirmed: Collection[str], reason: str, lang: Lang) -> Card:
    """The card with a mark at each text that the check does not confirm, and what it means."""
    state = f"{ACCEPTED_MARK} {WORDS['accepted'].in_(lang)}"
    said = WORDS["reason"].in_(lang).format(state=state, reason=reason)
    remark = (WORDS["evidence"].in_(lang), said)

    def marked(part: str, text: str) -> str:
        return f"{text}\u00a0{ACCEPTED_MARK}" if text and part in unconfirmed else text

    return replace(
        card,
        thesis=marked("thesis", card.thesis),
        drivers=tuple(marked(f"drivers.{at}", text) for at, text in enumerate(card.drivers)),
        terms=(*card.terms, remark),
        remarks=(remark,),
        translation=marked("translation", card.translation),
    )


def _with_doubt(card: Card, lang: Lang) -> Card:
    doubt = (WORDS["evidence"].in_(lang), WORDS["not proved"].in_(lang))
    return replace(card, terms=(*card.terms, doubt), remarks=(*card.remarks, doubt))


def _broker_name(report: ReportDefinition, name: str, lang: Lang) -> str:
    return next(broker.name.in_(lang) for broker in report.brokers if broker.name.en == name)
