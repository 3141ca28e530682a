"""Brokers' views as a one-pager: cards, a comparison, key figures, a picture, each with sources."""

from collections.abc import Iterator, Mapping, Sequence

from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.changes import Changes
from exporter.report.changes.briefly import told_briefly
from exporter.report.definition import ReportDefinition
from exporter.report.formats import show_period
from exporter.report.labels import PAGE_WORDS, WORDS
from exporter.report.operand_sources import is_of_operands, sources_of
from exporter.report.page_definition import NO_PICTURE, OnePagerDefinition
from exporter.report.pdf.cards import lay_out_cards
from exporter.report.pdf.comparison import Compared, compare_views, matrix_of
from exporter.report.pdf.figures import lay_out_figure
from exporter.report.pdf.model import OnePager, OwnTemplate, Picture, TargetRange
from exporter.report.pdf.pictures import draw_bars, draw_targets
from exporter.report.pdf.shown import Shown, note_on, shown_facts
from exporter.report.prices import Price, prices_of
from exporter.report.properties import Properties
from exporter.report.themes.in_language import theme_in
from exporter.report.themes.model import Theme


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
    chosen, prices = _chosen(report, page, views), prices_of(views, evidence)
    priced = [(view, prices.get(view.id)) for view in chosen]
    cards = lay_out_cards(report, priced, views, evidence, sources, lang)
    compared = [
        Compared(view, card, price, _unconfirmed(view, evidence))
        for (view, price), card in zip(priced, cards, strict=True)
    ]
    matrix = matrix_of(cards)
    shown = shown_facts(page, evidence, lang)
    named = [
        (shown[figure.fact], shown[figure.before] if figure.before else None)
        for figure in page.figures
    ]
    figures = [figure for pair in named for figure in pair if figure]
    pictured = [shown[name] for name in page.pictured]
    theme, own = theme_in(report.theme, lang), report.template
    return OnePager(
        name=page.name,
        lang=lang,
        title=page.title.in_(lang),
        subtitle=page.subtitle.in_(lang) if page.subtitle else "",
        edition=show_period(report.edition.isoformat(), lang),
        cards=cards,
        matrix=matrix,
        comparison=None if matrix.rows else compare_views(compared, lang),
        figures=tuple(lay_out_figure(report, *pair, sources, lang) for pair in named),
        picture=_picture(page, pictured, compared, lang),
        sources=_sources(priced, (figures, pictured), evidence, sources, lang),
        notes={"figures": note_on(figures, lang), "picture": note_on(pictured, lang)},
        disclosures=tuple(_disclosures(page, theme, lang)),
        labels={key: text.in_(lang) for key, text in PAGE_WORDS.items()},
        properties=_properties(report, page, lang),
        places={view.id: (view.file, view.line) for view in chosen},
        changes=_changes(changes, report, [*figures, *pictured], chosen, lang),
        theme=theme,
        template=OwnTemplate(own.html, own.css) if own else None,
        pages=page.pages,
    )


def _chosen(
    report: ReportDefinition, page: OnePagerDefinition, views: Sequence[View]
) -> list[View]:
    """The views of the page's brokers, in its order."""
    order = {broker.name.en: index for index, broker in enumerate(report.brokers_of(page))}
    chosen = [view for view in views if view.broker in order]
    return sorted(chosen, key=lambda view: order[view.broker])


def _unconfirmed(view: View, evidence: Evidence) -> frozenset[str]:
    """The parts of a view at which the mark stands of what an analyst answers for."""
    is_accepted = view.accept is not None and view.id in evidence.accepted_views()
    return evidence.views[view.id].unconfirmed if is_accepted else frozenset()


def _picture(
    page: OnePagerDefinition, pictured: Sequence[Shown], compared: Sequence[Compared], lang: Lang
) -> Picture | TargetRange | None:
    if page.chart:
        return draw_bars(page.chart.title.in_(lang), pictured, lang)
    return None if page.picture == NO_PICTURE else draw_targets(compared, lang)


def _sources(
    priced: Sequence[tuple[View, Price | None]],
    exhibits: tuple[Sequence[Shown], Sequence[Shown]],
    evidence: Evidence,
    sources: Mapping[str, Source],
    lang: Lang,
) -> dict[str, str]:
    """What the source line of each exhibit says."""
    views = [view.source for view, _ in priced]
    prices = [price.source for _, price in priced if price and price.source]
    figures, picture = (_sources_of(shown, evidence, sources, lang) for shown in exhibits)
    compared = _source_lines([*views, *prices], sources, lang)
    return {
        "views": _source_lines(views, sources, lang),
        "comparison": compared,
        "drivers": _source_lines(views, sources, lang),
        "figures": figures,
        "picture": picture or compared,
    }


def _sources_of(
    shown: Sequence[Shown], evidence: Evidence, sources: Mapping[str, Source], lang: Lang
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


def _disclosures(page: OnePagerDefinition, theme: Theme, lang: Lang) -> Iterator[str]:
    """What the page discloses, and last what its house says below every page."""
    yield from (text.in_(lang) for text in page.disclosures)
    if theme.disclaimer:
        yield theme.disclaimer


def _changes(
    changes: Changes | None,
    report: ReportDefinition,
    figures: Sequence[Shown],
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
