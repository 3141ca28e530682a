"""Changes of views as people read them: a line each, in the words and signs of the pages."""

from collections.abc import Iterator
from fractions import Fraction

from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import Bilingual, Lang
from exporter.report.changes.differences import show_relative
from exporter.report.changes.model import (
    EVIDENCE_FIELDS,
    YES_OR_NO,
    Changes,
    ViewChange,
    named,
)
from exporter.report.changes.rows import target_prices
from exporter.report.changes.sentences import (
    bracketed,
    colon,
    comma,
    joined,
    told_evidence,
    told_kind,
    worded,
)
from exporter.report.changes.view_prices import told_prices
from exporter.report.formats import show_period
from exporter.report.view_terms import earlier_target, show_target

_STOPS = ".。"  # of a sentence that stands in a line with others
# Told last: what was before, what the share costs, and when.
BOOKKEEPING = ("previous_rating", "previous_target_price", "price", "report_date")


def told_views(changes: Changes, lang: Lang) -> Iterator[str]:
    """The changes of views, a line each: `CICC on Alibaba: rating Hold → Buy`."""
    for change in changes.views:
        broker = _said(change.view, "broker", changes, lang)
        subject = _said(change.view, "subject", changes, lang)
        on = f"{broker} on {subject}" if lang == "en" else f"{broker}：{subject}"
        parts = joined(_parts(change, changes, lang), lang)
        yield told_kind(change.change, lang) + (f"{on}{colon(lang)}{parts}" if parts else on)


def told_view_also(change: ViewChange, changes: Changes, lang: Lang) -> str:
    """What changed of a view, without its names."""
    return joined(_parts(change, changes, lang), lang)


def _parts(change: ViewChange, changes: Changes, lang: Lang) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None:
        said = (_said(change.view, field, changes, lang) for field in ("stance", "rating"))
        target = _said(change.view, "target_price", changes, lang)
        yield comma(lang).join(filter(None, (*said, target)))
        return
    fields = sorted(change.fields, key=lambda field: field in BOOKKEEPING)
    for field in fields:
        if field not in EVIDENCE_FIELDS:
            before, now = (_said(view, field, changes, lang) for view in (old, new))
            if field == "price":
                before, now = told_prices(change, lang)
            amounts = _target_amounts(change, lang) if field == "target_price" else ""
            yield worded(field, before, now, lang) + amounts
    evidence = [field for field in fields if field in EVIDENCE_FIELDS]
    yield from told_evidence(old, new, evidence, lang)


def _said(view: View, field: str, changes: Changes, lang: Lang) -> str:
    said = getattr(view, field)
    match field:
        case "stance":
            said = STANCE_LABELS[said]
        case "rating_reading":
            said = YES_OR_NO[said]
        case "broker":
            return named(said, changes.brokers, lang)
        case "subject":  # an entity's English name, or a text of its own
            said = changes.entities.get(said.en, said)
        case "target_price":
            return "" if said is None else show_target(said, view, lang)
        case "previous_target_price":
            return earlier_target(view, lang)
        case "report_date":
            return show_period(said.isoformat(), lang) if said else ""
        case "drivers":
            return Bilingual(", ", "、").in_(lang).join(one.in_(lang) for one in said)
    if isinstance(said, Bilingual):
        return said.in_(lang).rstrip(_STOPS) if field == "thesis" else said.in_(lang)
    return "" if said is None else str(said)


def _target_amounts(change: ViewChange, lang: Lang) -> str:
    prices = target_prices(change)
    if prices is None:
        return ""
    before, after = prices
    relative = Fraction(after - before) / Fraction(before) if before > 0 else None
    amount = f"{after - before:+,f}".replace("-", "−")
    return bracketed(amount, show_relative(relative), lang)
