"""Changes as JSON has them: what a manifest can hold, and what other programs read."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from exporter.facts.further import Further
from exporter.facts.table import Fact
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.report.changes.differences import difference_of
from exporter.report.changes.model import Changes, FactChange, ViewChange


def fact_rows(changes: Changes) -> Iterator[dict[str, Any]]:
    """What became of each fact.

    `absolute` is in `unit`, `relative` a share of what was (0.032 for 3.2 %).
    """
    for change in changes.facts:
        fact = change.fact
        yield {
            "change": str(change.change),
            "fact": fact.id,
            "old_fact": change.old.id if change.old else None,
            "entity": _texts(
                changes.entities.get(fact.entity) or Bilingual(fact.entity, fact.entity)
            ),
            "metric": _texts(fact.metric),
            "fields": list(change.fields),
            **_difference(change),
            "old": change.old and _fact(change.old),
            "new": change.new and _fact(change.new),
        }


def view_rows(changes: Changes) -> Iterator[dict[str, Any]]:
    """What became of each view."""
    for change in changes.views:
        view = change.view
        yield {
            "change": str(change.change),
            "view": view.id,
            "broker": view.broker,
            "subject": _texts(changes.entities.get(view.subject.en, view.subject)),
            "fields": list(change.fields),
            **_target_difference(change),
            "old": change.old and _view(change.old),
            "new": change.new and _view(change.new),
        }


def _difference(change: FactChange) -> dict[str, Any]:
    told = difference_of(change.old, change.new)
    if told is None:
        return {"absolute": None, "absolute_high": None, "relative": None, "unit": None}
    return {
        "absolute": _number(told.amount),
        "absolute_high": None if told.high is None else _number(told.high),
        "relative": None if told.relative is None else float(told.relative),
        "unit": told.unit.key,
    }


def _target_difference(change: ViewChange) -> dict[str, Any]:
    prices = target_prices(change)
    if prices is None:
        return {"absolute": None, "relative": None, "unit": None}
    before, after = prices
    return {
        "absolute": _number(Fraction(after - before)),
        "relative": float(Fraction(after - before) / Fraction(before)) if before > 0 else None,
        "unit": change.view.currency,
    }


def target_prices(change: ViewChange) -> tuple[Decimal, Decimal] | None:
    """The target prices of a view before and now, where both are of one currency and differ."""
    old, new = change.old, change.new
    if old is None or new is None or old.target_price is None or new.target_price is None:
        return None
    if old.currency != new.currency or old.target_price == new.target_price:
        return None
    return old.target_price, new.target_price


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "value": _value(fact),
        "unit": fact.unit.key or None,
        "qualifier": str(fact.qualifier),
        "period": fact.period or None,
        "status": str(fact.status),
        "attribution": _texts(fact.attribution),
        "note": _texts(fact.note),
        "formula": fact.formula,
        "source": fact.source,
        "quote": fact.quote,
        "quote_en": fact.quote_en,
        "quote_zh": fact.quote_zh,
        "also_in": [_further(one) for one in fact.also_in],
        "accept": _texts(fact.accept),
        "file": fact.file,
        "line": fact.line,
    }


def _further(one: Further) -> dict[str, str]:
    return {name: text for name, text in one._asdict().items() if text}


def _value(fact: Fact) -> Any:
    """A value as an analyst writes it."""
    if fact.high is not None:
        return {"from": fact.number, "to": fact.high}
    if fact.date is not None:
        return {"date": fact.date.isoformat(), "precision": fact.precision}
    return fact.number if fact.text is None else _texts(fact.text)


def _view(view: View) -> dict[str, Any]:
    return {**view.model_dump(mode="json"), "file": view.file, "line": view.line}


def _texts(texts: Bilingual) -> dict[str, str]:
    return texts._asdict()


def _number(amount: Fraction) -> float | int:
    return int(amount) if amount.denominator == 1 else float(amount)
