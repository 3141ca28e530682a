"""The target prices that a quote states, and whether they are those that a view holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure, Role
from exporter.evidence.withdrawals import is_within, no_longer_given
from exporter.facts.words import Qualifier

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = regex(r"目标|target|\bfair value (?:at|of)\b|(?-i:\b(?:PT|TP)\b)", re.IGNORECASE)
# A price that is no target any more, by the words since the figure before it.
_FORMER = regex(
    r"\b(?:prior|previous|former|old|earlier|no longer)\b[^,;.]{0,24}(?:target|目标)"
    r"(?!.*\band\b.*target)"
    r"|(?:from|versus|vs\.?)\s*$|(?:原|此前|之前|先前|前次|上次)[^，；。]{0,6}目标|[由从自](?:每股)?\s*$"
    r"|\b(?:prior|previously|previous|prev\.?|formerly|old)\s*[:=]?\s*$|[(（,;–—-]\s*was\s*[:=]?\s*$"
    r"|(?:原|此前|之前|先前|前次|上次|前值)[为是:：]?\s*$",
    re.IGNORECASE,
)
# The same by the words behind it: €45 (€49 before), €49 → €45.
_FORMER_BEHIND = regex(
    r"\s*(?:previously|formerly|before|earlier|prior)\b|\s*(?:→|⇒|➔|[-=]>)\s*[A-Z$€£¥]{0,4}\s*\d",
    re.IGNORECASE,
)
# What says that a price beside a target is what the share costs: 目标价11欧元（现价10欧元）.
_PRICED = regex(
    r"(?:现价|股价|市价|收盘价?|昨收)[为是报于:：]*$"
    r"|\b(?:(?:share|stock|current|market|closing) price|clos(?:e|ed|ing)|last|trad(?:es|ed|ing))"
    r"(?: (?:of|at|was|is))?[:\s]*$",
    re.IGNORECASE,
)
# A price alone in brackets behind a target is the one before: TP €45 (€49).
_OPENS, _CLOSES = regex(r"\s*[(（]?\s*"), regex(r"\s*[)）]")
_ON_TO = regex(r"\bto\s*$|[至到]\s*$|(?:→|⇒|➔|[-=]>)\s*$", re.IGNORECASE)  # from HK$25 to HK$30
# The same where the words between tell of what it is: a target price on Example Motors to HK$30.
_TARGET_ON = regex(
    r"(?:(?:price targets?|target prices?|\b(?:its|our|their|his|her) targets?)\b"
    r"[^,.;\d]*\b(?:to|at|of)|目标价[^，。；\d]*[至到为])\s*$",
    re.IGNORECASE,
)
# The same behind it: with a $22 price target, 38元的目标价.
_TARGET_BEHIND = regex(
    r"(?:[ -]a[ -]share)? (?:(?:12|twelve)-month )?(?:price target|target price|target)\b"
    r"|的?目标价(?![^，。；]{0,6}\d)",
    re.IGNORECASE,
)
_FAR = 100
_NEAR = 24  # characters before a price in which it may be called a target


def confirm_target_price(view: "View", currencies: Currencies = ()) -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none.

    Nor is the price that it was changed from, a former one, or one end of a range; and a view has
    no words for a price that is said to be over or about something.
    """
    if view.target_price is None or view.currency is None:  # one alone is told already
        return FigureVerdict(FigureState.TEXT)
    prices = list(_of_currency(target_prices(view.quote, currencies), view))
    if view.target_price in prices:
        return FigureVerdict(FigureState.CONFIRMED)
    price = f"{view.currency} {view.target_price}"
    wrong = f"the quote does not state the target price {price}"
    if view.target_price in set(_of_currency(former_target_prices(view.quote, currencies), view)):
        wrong = f"by the quote, the target price {price} no longer stands"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, _instead(view, prices))
    if not prices:
        right = "correct it, or quote the clause that states it"
        return FigureVerdict(FigureState.NOT_STATED, wrong, right)
    right = f"the target that it states is {_listed(prices, view)}"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, right)


def _instead(view: "View", prices: Sequence[Fraction]) -> str:
    """What to write where the target price of a view is one of before."""
    if not prices:
        return "leave `target_price` and `currency` out, or quote the clause that sets a new one"
    before = f"`previous_target_price: {view.target_price}`"
    return f"write it as what stood before, {before}: the target now is {_listed(prices, view)}"


def _listed(prices: Sequence[Fraction], view: "View") -> str:
    return ", ".join(f"{view.currency} {float(price):,.15g}" for price in dict.fromkeys(prices))


def _of_currency(figures: Iterable[Figure], view: "View") -> Iterator[Fraction]:
    """The prices that are in a view's currency."""
    return (figure.value for figure in figures if figure.dimension == f"money:{view.currency}")


def target_prices(quote: str, currencies: Currencies = ()) -> Iterator[Figure]:
    """The figures of a quote that it calls a target now, prices and others."""
    return (figure for figure, is_now in _called_targets(quote, currencies) if is_now)


def former_target_prices(quote: str, currencies: Currencies = ()) -> Iterator[Figure]:
    """Those that it says were the target before."""
    return (figure for figure, is_now in _called_targets(quote, currencies) if not is_now)


def _called_targets(quote: str, currencies: Currencies) -> Iterator[tuple[Figure, bool]]:
    """The figures that a quote calls a target, and whether each is the one now."""
    before, was_called, was_exact = 0, False, False
    ended, money = no_longer_given(quote), ""
    for figure in read_settled(quote, currencies):
        said = quote[before : figure.start]
        is_former = figure.role is Role.FROM or _FORMER.search(said) is not None
        is_former = is_former or is_within(figure.start, ended)
        is_former = is_former or _FORMER_BEHIND.match(quote, figure.end) is not None
        if was_exact and figure.dimension == money:
            is_former = is_former or _is_in_brackets(quote, said, figure)
        called = bool(_TARGET.search(quote[max(0, figure.start - _NEAR) : figure.start]))
        called = called or _TARGET_ON.search(said[-_FAR:]) is not None
        called = called or _TARGET_BEHIND.match(quote, figure.end) is not None
        called = called or (was_called and _ON_TO.search(said) is not None)
        called = called or (was_exact and is_former)
        is_exact = Qualifier.EXACT in figure.qualifiers
        before, was_called, was_exact = figure.end, called, called and is_exact
        money = figure.dimension
        if called and is_exact and not _PRICED.search(said):
            # What stands in brackets is read as a negative sum, and no price is one.
            yield figure._replace(value=abs(figure.value)), not is_former


def _is_in_brackets(quote: str, said: str, figure: Figure) -> bool:
    """Whether nothing but brackets stands around a figure; `said` is what stands before it."""
    is_alone = _OPENS.fullmatch(said) is not None
    if figure.text.startswith(("(", "（")):
        return is_alone
    return is_alone and said.strip() != "" and _CLOSES.match(quote, figure.end) is not None
