"""The key figures of a one-pager, each alone or beside that of an earlier period."""

from collections.abc import Mapping
from fractions import Fraction

from exporter.evidence.sources import Source
from exporter.facts.units import as_written
from exporter.facts.words import Bilingual, Lang, Qualifier
from exporter.report.definition import ReportDefinition
from exporter.report.formats import show_period
from exporter.report.labels import PAGE_WORDS
from exporter.report.links import anchor, evidence_link
from exporter.report.not_achieved import beside
from exporter.report.page_figures import MINUS, unit_beside
from exporter.report.pdf.cards import entity_name
from exporter.report.pdf.model import Earlier, KeyFigure
from exporter.report.pdf.shown import Shown
from exporter.report.prices import show_share

_RATIO = "ratio"


def lay_out_figure(
    report: ReportDefinition,
    shown: Shown,
    before: Shown | None,
    sources: Mapping[str, Source],
    lang: Lang,
) -> KeyFigure:
    """A key figure.

    Args:
        report: The report's definition.
        shown: The figure.
        before: That of an earlier period; None for none.
        sources: By id.
        lang: The language.
    """
    fact = shown.fact
    entity = entity_name(report, Bilingual(fact.entity, fact.entity))
    told = beside(fact.status, fact.attribution, entity, lang)
    return KeyFigure(
        id=fact.id,
        figure=shown.figure,
        unit="" if fact.number is None else unit_beside(shown.unit, lang),
        metric=shown.metric,
        entity=entity.in_(lang),
        as_of=_as_of(shown, sources, lang),
        link=evidence_link(lang, anchor(fact.id)),
        before=_earlier(shown, before, entity, sources, lang) if before else None,
        status=told.status,
        attribution=told.attribution,
    )


def _as_of(shown: Shown, sources: Mapping[str, Source], lang: Lang) -> str:
    fact = shown.fact
    source = sources.get(fact.source)
    period = fact.period or (source.record.published.isoformat() if source else "")
    return show_period(period, lang)


def _earlier(
    shown: Shown, before: Shown, entity: Bilingual, sources: Mapping[str, Source], lang: Lang
) -> Earlier:
    figure = before.figure if before.is_proved else f"{before.figure} !"
    if unit := unit_beside(before.unit, lang):
        figure += Bilingual(f" {unit}", unit).in_(lang)
    told = beside(before.fact.status, before.fact.attribution, entity, lang)
    return Earlier(
        id=before.fact.id,
        as_of=_as_of(before, sources, lang),
        figure=figure,
        change=_change(shown, before, lang),
        link=evidence_link(lang, anchor(before.fact.id)),
        status=told.status,
        attribution=told.attribution,
    )


def _change(shown: Shown, before: Shown, lang: Lang) -> str:
    """By how much a figure has changed: of its value before, shares in points.

    "" where that would say nothing: of ranges and what is not exact, and of what was not above 0.
    """
    ends = (shown, before)
    if any(end.is_whole_range or end.fact.qualifier is not Qualifier.EXACT for end in ends):
        return ""
    now, then = (as_written(end.number or 0.0) * end.unit.scale for end in ends)
    if shown.unit.dimension == _RATIO and shown.unit.stored != 1:
        return _points(now - then, max(shown.fact.decimals, before.fact.decimals), lang)
    return show_share(now / then - 1) if then > 0 and now >= 0 else ""


def _points(change: Fraction, decimals: int, lang: Lang) -> str:
    last = round(abs(change) * 100 * 10**decimals)
    sign = "" if not last else MINUS if change < 0 else "+"
    digits = f"{last / 10**decimals:.{decimals}f}"
    return PAGE_WORDS["points"].in_(lang).format(points=f"{sign}{digits}")
