"""The terms of a view as pages show them: ratings, target prices, the upside, who wrote, when."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from exporter.facts.views import View
from exporter.facts.words import Bilingual, Lang
from exporter.report.captions import show_price
from exporter.report.formats import show_period
from exporter.report.labels import PAGE_WORDS
from exporter.report.prices import Price, show_share, upside_to

# The label of a term, and the parts of a view of which it tells.
TERM_PARTS = {
    "rating": {"rating", "previous_rating"},
    "rating_reading": {"rating", "previous_rating"},
    "target": {"target_price", "previous_target_price"},
    "upside": {"target_price", "price"},
    "analyst": {"analyst"},
}


def view_terms(view: View, price: Price | None, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The terms of a view, each as its key, its label and its value.

    Args:
        view: The view.
        price: What the share costs; None where the view does not say.
        lang: The language.
    """
    for key, value in _terms(view, price, lang):
        yield key, PAGE_WORDS[key].in_(lang), value


def is_confirmed(key: str, unconfirmed: Collection[str]) -> bool:
    """Whether the check confirms all parts of a view of which a term tells."""
    return TERM_PARTS.get(key, set()).isdisjoint(unconfirmed)


def _terms(view: View, price: Price | None, lang: Lang) -> Iterator[tuple[str, str]]:
    if view.rating:
        key = "rating_reading" if view.rating_reading else "rating"
        yield key, _with_earlier(view.rating.in_(lang), earlier_rating(view, lang), lang)
    if view.target_price is not None:
        shown = show_target(view.target_price, view, lang)
        yield "target", _with_earlier(shown, earlier_target(view, lang), lang)
        if price:
            yield "upside", _upside(view.target_price, price, lang)
    if view.analyst:
        yield "analyst", view.analyst.in_(lang)
    if view.report_date:
        yield "report_date", show_period(view.report_date.isoformat(), lang)


def show_target(price: Decimal, view: View, lang: Lang) -> str:
    """A target price in the currency of its view."""
    return show_price(f"{price:,}", view.currency or "", lang)


def earlier_rating(view: View, lang: Lang) -> str:
    """The rating before; "" where none is named."""
    return view.previous_rating.in_(lang) if view.previous_rating else ""


def earlier_target(view: View, lang: Lang) -> str:
    """The target price before; "" where none is named."""
    earlier = view.previous_target_price
    return "" if earlier is None else show_target(earlier, view, lang)


def _upside(target: Decimal, price: Price, lang: Lang) -> str:
    share, shown = show_share(upside_to(target, price)), price.show(lang)
    return Bilingual(f"{share} on {shown}", f"{share}（现价{shown}）").in_(lang)


def _with_earlier(now: str, earlier: str, lang: Lang) -> str:
    if not earlier:
        return now
    if earlier == now:
        return Bilingual(f"{now} (unchanged)", f"{now}（维持）").in_(lang)
    return Bilingual(f"{now} (was {earlier})", f"{now}（原{earlier}）").in_(lang)
