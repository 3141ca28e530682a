"""Brokers side by side: by the drivers that several name, else by what they rate and expect.

Where nobody rates, by where they stand.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.formats import show_period
from exporter.report.labels import ACCEPTED_MARK, PAGE_WORDS, READING_MARK, UNPROVED_MARK, WORDS
from exporter.report.pdf.model import Card, Column, Comparison, Matrix
from exporter.report.prices import Price, show_share, upside_to
from exporter.report.view_terms import earlier_rating, earlier_target, show_target

_FEWEST = 2  # views to compare
_RATED = {"rating", "target"}
_NUMBERS = {"target", "previous_target", "upside", "price"}
_PARTS = {  # of a view, by the column that shows it
    "rating": "rating",
    "previous_rating": "previous_rating",
    "target": "target_price",
    "previous_target": "previous_target_price",
    "price": "price",
    "analyst": "analyst",
}


class Compared(NamedTuple):
    """A view beside others: its card, what its share costs, the parts that are not confirmed."""

    view: View
    card: Card
    price: Price | None
    unconfirmed: Collection[str] = frozenset()


def matrix_of(cards: Sequence[Card]) -> Matrix:
    """Drivers in the order in which they are first named; brokers in the page's order.

    Without rows where no driver is named by several brokers: each card has its own already.
    """
    brokers = tuple(dict.fromkeys(card.broker for card in cards))
    naming: dict[str, set[str]] = {}
    for card in cards:
        for driver in card.drivers:
            naming.setdefault(driver, set()).add(card.broker)
    if not any(len(named) > 1 for named in naming.values()):
        return Matrix(brokers, ())
    rows = tuple(
        (driver, tuple(broker in named for broker in brokers)) for driver, named in naming.items()
    )
    return Matrix(brokers, rows)


def compare_views(compared: Sequence[Compared], lang: Lang) -> Comparison | None:
    """A table of what brokers rate and expect, with the columns in which something stands.

    None where there are fewer than two views.
    """
    rows = [dict(_row(each, lang)) for each in compared]
    prices = {each.price.show(lang) for each in compared if each.price}
    subjects = {each.card.subject for each in compared}
    named = {key for row in rows for key, text in row.items() if text}
    left_out = {"price"} if len(prices) < _FEWEST else set[str]()
    left_out |= {"subject"} if len(subjects) < _FEWEST else set()
    left_out |= {"stance"} if "rating" in named else set()
    if len(rows) < _FEWEST:
        return None
    keys = [key for key in rows[0] if key in named - left_out]
    columns = tuple(Column(key, PAGE_WORDS[key].in_(lang), key in _NUMBERS) for key in keys)
    texts = tuple(tuple(row[key] or "–" for key in keys) for row in rows)
    heading = PAGE_WORDS["comparison" if named & _RATED else "side_by_side"].in_(lang)
    return Comparison(heading, columns, texts, _note(compared, keys, prices, lang))


def _row(compared: Compared, lang: Lang) -> Iterator[tuple[str, str]]:
    """The cells of a view, by their columns; "" where nothing stands."""
    view, card, price, unconfirmed = compared

    def marked(key: str, text: str) -> str:
        is_marked = text and _PARTS[key] in unconfirmed
        return f"{text}\u00a0{ACCEPTED_MARK}" if is_marked else text

    rating = view.rating.in_(lang) if view.rating else ""
    if view.rating_reading:
        rating = f"{rating}\u00a0{READING_MARK}"
    target, upside = view.target_price, ""
    if target is not None and price:
        share = show_share(upside_to(target, price))
        upside = f"{share}\u00a0{price.mark}" if price.mark else share
    yield "broker", card.broker
    yield "subject", card.subject
    yield "stance", card.stance_label
    yield "rating", marked("rating", rating)
    yield "previous_rating", marked("previous_rating", earlier_rating(view, lang))
    shown = "" if target is None else show_target(target, view, lang)
    yield "target", marked("target", shown)
    yield "previous_target", marked("previous_target", earlier_target(view, lang))
    yield "price", marked("price", price.show(lang) if price else "")
    yield "upside", upside
    yield "analyst", marked("analyst", view.analyst.in_(lang) if view.analyst else "")
    day = view.report_date
    yield "report_date", show_period(day.isoformat(), lang) if day else ""


def _note(
    compared: Sequence[Compared], keys: Collection[str], prices: Collection[str], lang: Lang
) -> str:
    """How the upside follows, and what the marks mean."""
    notes: list[str] = []
    if "upside" in keys:
        notes.append(_on_upside([each.price for each in compared if each.price], prices, lang))
    if any(each.view.rating_reading for each in compared):
        notes.append(f"{READING_MARK} {PAGE_WORDS['reading_note'].in_(lang)}")
    marks = {each.price.mark for each in compared if each.price}
    if ACCEPTED_MARK in marks or any(each.unconfirmed for each in compared):
        notes.append(f"{ACCEPTED_MARK} {WORDS['accepted'].in_(lang)}")
    if UNPROVED_MARK in marks:
        notes.append(f"{UNPROVED_MARK} {WORDS['not proved'].in_(lang)}")
    return WORDS["list separator"].in_(lang).join(notes)


def _on_upside(named: Sequence[Price], prices: Collection[str], lang: Lang) -> str:
    if len(prices) > 1:
        return PAGE_WORDS["upside_note"].in_(lang)
    return PAGE_WORDS["upside_from"].in_(lang).format(price=dated_price(named[0], lang))


def dated_price(price: Price, lang: Lang) -> str:
    """A price with the day of which it is, where that is known."""
    if not price.as_of:
        return price.show(lang)
    say: Mapping[str, str] = {"en": "{} ({})", "zh": "{}（{}）"}
    return say[lang].format(price.show(lang), show_period(price.as_of, lang))
