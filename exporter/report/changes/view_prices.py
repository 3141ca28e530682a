"""What a share cost where views name it by a fact: told by the price, never by the fact's id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import FACTS, Fact, iterate_facts
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import show_price
from exporter.report.changes.model import ViewChange
from exporter.report.formats import show_period
from exporter.report.prices import price_facts, price_of


def with_prices(
    changes: Iterable[ViewChange], old: Sequence[pa.Table], new: Sequence[pa.Table]
) -> Iterator[ViewChange]:
    """The changes of views with the facts that they name as prices.

    Args:
        changes: Of views.
        old: Tables with the facts of the older edition; of those with one id the first counts.
        new: Likewise of the newer one.
    """
    found = list(changes)
    before = _facts(old, [change.old for change in found if change.old])
    now = _facts(new, [change.new for change in found if change.new])
    for change in found:
        yield replace(change, prices=(_named(change.old, before), _named(change.new, now)))


def told_prices(change: ViewChange, lang: Lang) -> list[str]:
    """The price as it was and as it is, with its date: `€47.50 (12 Oct 2026)`; "" for none."""
    sides = zip((change.old, change.new), change.prices, strict=True)
    return [_told(view, fact, lang) if view else "" for view, fact in sides]


def _facts(tables: Sequence[pa.Table], views: Sequence[View]) -> dict[str, Fact]:
    ids = pa.array(sorted(set(price_facts(views))), pa.string())
    facts: dict[str, Fact] = {}
    for table in reversed(tables) if len(ids) else ():
        chosen = table.filter(pc.is_in(table["id"], ids)).select(FACTS.names)
        facts |= {fact.id: fact for fact in iterate_facts(chosen)}
    return facts


def _named(view: View | None, facts: Mapping[str, Fact]) -> Fact | None:
    return facts.get(view.price) if view and isinstance(view.price, str) else None


def _told(view: View, fact: Fact | None, lang: Lang) -> str:
    if isinstance(view.price, Decimal):
        return show_price(f"{view.price:,f}", view.currency or "", lang)
    if fact is None or view.currency is None:
        return ""
    shown = price_of(fact, view.currency).show(lang)
    if not fact.period:
        return shown
    day = show_period(fact.period, lang)
    return f"{shown} ({day})" if lang == "en" else f"{shown}（{day}）"
