"""Brokers' views as a one-pager: cards, a matrix of drivers, key figures, a picture."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.check import Evidence
from exporter.evidence.claims import FigureState
from exporter.evidence.sources import Source
from exporter.facts.ranges import End, Named
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.units import Unit
from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import Bilingual, Lang
from exporter.report.captions import source_line, view_terms
from exporter.report.changes import Changes
from exporter.report.changes.briefly import told_briefly
from exporter.report.definition import OnePagerDefinition, ReportDefinition
from exporter.report.formats import show_period
from exporter.report.html.selection import facts_on_page, proved
from exporter.report.labels import ACCEPTED_MARK, PAGE_WORDS, WORDS
from exporter.report.links import anchor, evidence_link
from exporter.report.looks import shown_units
from exporter.report.operand_sources import is_of_operands, sources_of
from exporter.report.page_figures import show_on_page
from exporter.report.pdf.model import Bar, Card, KeyFigure, Matrix, OnePager, Picture
from exporter.report.properties import Properties
from exporter.report.themes.model import Theme, theme_in
from exporter.report.values import figures_accepted, further_unit, shown_end, shown_values


@dataclass(frozen=True, slots=True)
class _Shown:
    """A fact with metric, figure and unit as they are shown.

    Attributes:
        number: As written; of a range, the end that is shown, or the low one of both.
        accepted: Why an analyst answers for it; "" where it needs no answer.
    """

    fact: Fact
    metric: str
    figure: str
    unit: Unit
    number: float | None
    accepted: str = ""


def lay_out_onepager(
    report: ReportDefinition,
    page: OnePagerDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
    lang: Lang,
    changes: Changes | None = None,
) -> OnePager:
    """Lay a one-pager out in one language.

    What is not proved says so, where the report lets it be printed at all.

    Args:
        report: The report's definition.
        page: Which of its one-pagers.
        evidence: What the check found, with all facts.
        views: All views.
        sources: By id.
        lang: The language.
        changes: Since an earlier edition; None where they are not to be told.
    """
    brokers = report.brokers_of(page)
    order = {broker.name.en: index for index, broker in enumerate(brokers)}
    chosen = [view for view in views if view.broker in order]
    chosen.sort(key=lambda view: order[view.broker])
    cards = _cards(report, chosen, views, evidence, sources, lang)
    shown_facts = _shown_facts(page, evidence, lang)
    figures = [shown_facts[id_] for id_ in page.key_figures]
    pictured = [shown_facts[id_] for id_ in page.picture.facts] if page.picture else []
    theme = theme_in(report.theme, lang)
    of_views = _source_lines([view.source for view in chosen], sources, lang)
    return OnePager(
        name=page.name,
        lang=lang,
        title=page.title.in_(lang),
        subtitle=page.subtitle.in_(lang) if page.subtitle else "",
        edition=show_period(report.edition.isoformat(), lang),
        cards=cards,
        matrix=_matrix(cards),
        figures=tuple(_key_figure(report, figure, sources, lang) for figure in figures),
        picture=_picture(page.picture.title.in_(lang), pictured, lang) if page.picture else None,
        sources={
            "views": of_views,
            "drivers": of_views,
            "figures": _sources_of(figures, evidence, sources, lang),
            "picture": _sources_of(pictured, evidence, sources, lang),
        },
        notes={"figures": _note(figures, lang), "picture": _note(pictured, lang)},
        disclosures=tuple(_disclosures(page, theme, lang)),
        labels={key: text.in_(lang) for key, text in PAGE_WORDS.items()},
        properties=_properties(report, page, lang),
        places={view.id: (view.file, view.line) for view in chosen},
        changes=_changes(changes, report, [*figures, *pictured], chosen, lang),
        theme=theme,
    )


def _disclosures(page: OnePagerDefinition, theme: Theme, lang: Lang) -> Iterator[str]:
    """What the page discloses, and last what its house says below every page."""
    yield from (text.in_(lang) for text in page.disclosures)
    if theme.disclaimer:
        yield theme.disclaimer


def _changes(
    changes: Changes | None,
    report: ReportDefinition,
    figures: Sequence[_Shown],
    views: Sequence[View],
    lang: Lang,
) -> tuple[str, ...]:
    """What is new since an earlier edition, of what the page shows."""
    if not changes:
        return ()
    ids = {shown.fact.id for shown in figures} | {view.id for view in views}
    names = {entity.name.en: entity.name for entity in report.entities}
    return told_briefly(changes, ids, names, lang)


def _properties(report: ReportDefinition, page: OnePagerDefinition, lang: Lang) -> Properties:
    names = [broker.name.in_(lang) for broker in report.brokers_of(page)]
    return Properties(
        page.title.in_(lang),
        (page.subtitle or report.title).in_(lang),
        report.author.in_(lang),
        WORDS["list separator"].in_(lang).join(names),
        report.edition,
    )


def _cards(
    report: ReportDefinition,
    chosen: Sequence[View],
    views: Sequence[View],
    evidence: Evidence,
    sources: Mapping[str, Source],
    lang: Lang,
) -> tuple[Card, ...]:
    """The cards of the chosen views, each linked to its place on the evidence page."""
    facts = set(facts_on_page(report, evidence)["id"].to_pylist())
    named = {view.id for view in views}
    # Problems of views are told without a limit; those of facts are not.
    doubted = {problem.subject for problem in evidence.problems}
    unread = FigureState.NOT_READ
    doubted |= {view.id for view in chosen if evidence.views[view.id].figure is unread}
    accepted = set(evidence.accepted_views())
    cards = []
    for view in chosen:
        card = _card(report, view, sources, lang)
        card = replace(card, link=evidence_link(lang, anchor(view.id, facts, named)))
        if view.id in accepted and view.accept is not None:
            unconfirmed = evidence.views[view.id].unconfirmed
            card = _accepted(card, unconfirmed, view.accept.in_(lang), lang)
        cards.append(_with_doubt(card, lang) if view.id in doubted else card)
    return tuple(cards)


def _card(report: ReportDefinition, view: View, sources: Mapping[str, Source], lang: Lang) -> Card:
    quote_lang = sources[view.source].record.language if view.source in sources else lang
    translation = view.quote_en if lang == "en" else view.quote_zh
    return Card(
        id=view.id,
        broker=_broker_name(report, view.broker, lang),
        subject=_entity_name(report, view.subject).in_(lang),
        stance=view.stance,
        stance_label=STANCE_LABELS[view.stance].in_(lang),
        thesis=view.thesis.in_(lang),
        drivers=tuple(driver.in_(lang) for driver in view.drivers),
        terms=tuple(view_terms(view, lang)),
        quote=view.quote,
        quote_lang=quote_lang,
        translation="" if quote_lang == lang else translation,
    )


def _matrix(cards: Sequence[Card]) -> Matrix:
    """Drivers in the order in which they are first named; brokers in the page's order."""
    brokers = tuple(dict.fromkeys(card.broker for card in cards))
    naming: dict[str, set[str]] = {}
    for card in cards:
        for driver in card.drivers:
            naming.setdefault(driver, set()).add(card.broker)
    rows = tuple(
        (driver, tuple(broker in named for broker in brokers)) for driver, named in naming.items()
    )
    return Matrix(brokers, rows)


def _accepted(card: Card, unconfirmed: Collection[str], reason: str, lang: Lang) -> Card:
    """The card with a mark at each part that the check does not confirm, and what it means."""
    state = f"{ACCEPTED_MARK} {WORDS['accepted'].in_(lang)}"
    said = WORDS["reason"].in_(lang).format(state=state, reason=reason)
    parts = {
        PAGE_WORDS["rating"].in_(lang): "rating",
        PAGE_WORDS["target"].in_(lang): "target_price",
    }

    def marked(part: str, text: str) -> str:
        return f"{text}\u00a0{ACCEPTED_MARK}" if text and part in unconfirmed else text

    return replace(
        card,
        thesis=marked("thesis", card.thesis),
        drivers=tuple(marked(f"drivers.{at}", text) for at, text in enumerate(card.drivers)),
        terms=(
            *((label, marked(parts.get(label, ""), value)) for label, value in card.terms),
            (WORDS["evidence"].in_(lang), said),
        ),
        translation=marked("translation", card.translation),
    )


def _with_doubt(card: Card, lang: Lang) -> Card:
    doubt = (WORDS["evidence"].in_(lang), WORDS["not proved"].in_(lang))
    return replace(card, terms=(*card.terms, doubt))


def _shown_facts(page: OnePagerDefinition, evidence: Evidence, lang: Lang) -> dict[str, _Shown]:
    """What the page shows, by its name: facts, and ends of ranges."""
    ids = pa.array(page.facts, pa.string())
    facts = evidence.facts.where(lambda batch: pc.is_in(batch["id"], ids)).table()
    columns = (
        iterate_facts(facts),
        shown_values(facts, lang, show_on_page).to_pylist(),
        shown_units(facts),
        proved(facts).to_pylist(),
        figures_accepted(facts).to_pylist(),
    )
    shown = {
        fact.id: (_Shown(fact, fact.metric.in_(lang), figure, unit, fact.number), *states)
        for fact, figure, unit, *states in zip(*columns, strict=True)
    }
    named = {}
    for name in page.names:
        id_, end = Named.of(name)
        whole, is_proved, is_accepted = shown[id_]
        part = whole if end is None else _end_shown(whole, end, lang)
        named[name] = _with_state(part, is_proved, is_accepted, lang)
    return named


def _end_shown(shown: _Shown, end: End, lang: Lang) -> _Shown:
    """One end of a range, told as what it is."""
    fact = shown.fact
    return replace(
        shown,
        metric=shown.metric + WORDS[end].in_(lang),
        figure=shown_end(fact, shown.unit, end, lang, show_on_page),
        number=fact.number if end is End.LOW else fact.high,
    )


def _with_state(shown: _Shown, is_proved: bool, is_accepted: bool, lang: Lang) -> _Shown:
    """What is not proved says so, and what is accepted has its mark."""
    if is_accepted:
        figure = f"{shown.figure}\u00a0{ACCEPTED_MARK}"
        return replace(shown, figure=figure, accepted=shown.fact.accept.in_(lang))
    if is_proved:
        return shown
    return replace(shown, metric=f"{shown.metric} ({WORDS['not proved'].in_(lang)})")


def _note(figures: Sequence[_Shown], lang: Lang) -> str:
    """Why the marked figures of an exhibit are accepted; "" where none is."""
    say = WORDS["reason"].in_(lang).format
    reasons = dict.fromkeys(
        say(state=shown.fact.metric.in_(lang), reason=shown.accepted)
        for shown in figures
        if shown.accepted
    )
    if not reasons:
        return ""
    state = f"{ACCEPTED_MARK} {WORDS['accepted'].in_(lang)}"
    return say(state=state, reason=WORDS["list separator"].in_(lang).join(reasons))


def _key_figure(
    report: ReportDefinition, shown: _Shown, sources: Mapping[str, Source], lang: Lang
) -> KeyFigure:
    fact = shown.fact
    source = sources.get(fact.source)
    period = fact.period or (source.record.published.isoformat() if source else "")
    return KeyFigure(
        id=fact.id,
        figure=shown.figure,
        unit="" if fact.number is None else further_unit(shown.unit, lang),
        metric=shown.metric,
        entity=_entity_name(report, Bilingual(fact.entity, fact.entity)).in_(lang),
        as_of=show_period(period, lang),
        link=evidence_link(lang, anchor(fact.id)),
    )


def _picture(title: str, shown: Sequence[_Shown], lang: Lang) -> Picture:
    # As written, in the one unit of all, for figures may be shown in several magnitudes.
    lengths = [abs(fact.number or 0.0) for fact in shown]
    longest = max(lengths, default=1.0) or 1.0
    bars = tuple(
        Bar(label, fact.figure, length / longest)
        for label, fact, length in zip(_told_apart(shown, lang), shown, lengths, strict=True)
    )
    listed = WORDS["list separator"].in_(lang).join(f"{bar.label} {bar.figure}" for bar in bars)
    return Picture(title, WORDS["chart alt"].in_(lang).format(title=title, bars=listed), bars)


def _told_apart(shown: Sequence[_Shown], lang: Lang) -> list[str]:
    """The metrics of bars; of those that repeat, each with the period that it is of."""
    named = Counter(fact.metric for fact in shown)
    return [
        f"{bar.metric} · {show_period(bar.fact.period, lang)}"
        if named[bar.metric] > 1 and bar.fact.period
        else bar.metric
        for bar in shown
    ]


def _sources_of(
    shown: Sequence[_Shown], evidence: Evidence, sources: Mapping[str, Source], lang: Lang
) -> str:
    """The source lines of figures; of what is calculated, those of its operands, and that it is."""
    figures = [one.fact for one in shown]
    of_each = sources_of(figures, evidence.facts)
    lines = _source_lines([id_ for ids in of_each.values() for id_ in ids], sources, lang)
    calculated = WORDS["own calculations"].in_(lang) if any(map(is_of_operands, figures)) else ""
    return WORDS["list separator"].in_(lang).join(filter(None, (lines, calculated)))


def _source_lines(ids: Sequence[str], sources: Mapping[str, Source], lang: Lang) -> str:
    """Publisher, title and date of each source, once."""
    lines = [source_line(sources[id_].record, lang) for id_ in dict.fromkeys(ids)]
    return WORDS["list separator"].in_(lang).join(lines)


def _broker_name(report: ReportDefinition, name: str, lang: Lang) -> str:
    return next(broker.name.in_(lang) for broker in report.brokers if broker.name.en == name)


def _entity_name(report: ReportDefinition, subject: Bilingual) -> Bilingual:
    """An entity's name in both languages where `subject` names one, else `subject` itself."""
    return next(
        (entity.name for entity in report.entities if entity.name.en == subject.en), subject
    )
