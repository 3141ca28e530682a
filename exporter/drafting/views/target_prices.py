"""The target price that a broker gives, of those in its words."""

from collections.abc import Iterator
from fractions import Fraction

from exporter.drafting.views.spans import Said
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.conventions import Currencies
from exporter.evidence.ratings import stated_ratings
from exporter.evidence.reading import Figure
from exporter.evidence.target_prices import former_target_prices, target_prices
from exporter.facts.currencies import CURRENCIES

# Sums that are targets of sales, not prices; and by how much a price was changed.
_SCALED = regex(r"[万亿]|\d\s?(?:bn|mn?|tn|[BMK])\b|illion|thousand")
_BY_HOW_MUCH = regex(r"\bby\s+(?:about\s+|another\s+)?$|[上下]调了?$|调[高低]了?$")
_IN_TURN = regex(
    r"\brespectively\b|(?:目标价|评级)[^。；]{0,24}分别|分别[^，。；]{0,16}(?:目标价|评级|[上下]调|给予|维持)"
)
_ENTRY = regex(
    r"(?i:\b(?:buy|hold|sell|neutral|reduce|add|accumulate|[a-z]+perform"
    r"|[a-z]+weight))[\"”]?\s*[(（]\s*$|[(（:：–—-]\s*[\"“]?[\w -]{2,20}[\"”]?[,，/;；]\s*$"
)


def target_of(said: Said, currencies: Currencies) -> tuple[str, str, str]:
    """The target price, its currency, and what is unclear of them; "" each for none."""
    prices = list(_prices(said.words, currencies))
    place, count = said.spans[0].place
    if count == 1 and len({price.value for price in prices}) > 1 and _IN_TURN.search(said.words):
        return "", "", "which of the target prices is this broker's is not plain"
    of_one = prices[place:] if len(prices) == count else prices
    for figure in of_one or _beside_rating(said.words, currencies):
        code = figure.dimension.partition(":")[2]
        if code in CURRENCIES:
            return as_price(figure.value), code, ""
        return "", "", f"the currency of the target price {figure.text} is not said"
    return "", "", ""


def target_before(said: Said, price: str, currency: str, currencies: Currencies) -> str:
    """The target price that a broker's words say it had before; "" where they say none, or many."""
    former = {
        as_price(figure.value)
        for figure in former_target_prices(said.words, currencies)
        if figure.dimension == f"money:{currency}"
        and not _SCALED.search(figure.text)
        and not _BY_HOW_MUCH.search(said.words[: figure.start])
    }
    return former.pop() if price and len(former - {price}) == 1 == len(former) else ""


def as_price(value: Fraction) -> str:
    """A price as a person writes it: 120, 7.5."""
    return f"{float(value):.10g}"


def _prices(words: str, currencies: Currencies) -> Iterator[Figure]:
    for figure in target_prices(words, currencies):
        is_price = figure.dimension.startswith("money") and not _SCALED.search(figure.text)
        if is_price and not _BY_HOW_MUCH.search(words[: figure.start]):
            yield figure


def _beside_rating(words: str, currencies: Currencies) -> list[Figure]:
    """The price right behind a rating in a list: (Hold, $45)."""
    rating = next(iter(stated_ratings(words)), None)
    if rating is None:
        return []
    return [
        figure
        for figure in read_settled(words, currencies)
        if figure.dimension.startswith("money")
        and _ENTRY.search(words[: figure.start])
        and rating.words in words[: figure.start]
    ]
