"""What a view says beside rating and target price: those before, its analyst, the share's price.

Each must stand in the quote, like the rating and the target price themselves.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from exporter.errors import Fault
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import FigureState
from exporter.evidence.clauses import normalise
from exporter.evidence.findings import Finding, Terms
from exporter.evidence.rating_words import Stated, meanings_of
from exporter.evidence.ratings import former_ratings, stated_ratings
from exporter.evidence.reading import Figure
from exporter.evidence.target_prices import former_target_prices, target_prices
from exporter.facts.folding import fold
from exporter.facts.views import View
from exporter.facts.words import Bilingual, Qualifier

TERMS = ("rating", "previous_rating", "previous_target_price", "price", "analyst")
# What says that rating or target price are as they were.
_KEPT = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|maintain\w*|(?:re-?)?iterat\w+|stay(?:s|ed|ing)?|st(?:icks?|uck)"
    r"|retain\w*|(?:re)?affirm\w*|repeat(?:s|ed)?|unchanged|remain(?:s|ed)?|leaves?|left)\b"
    r"|维持|重申|保持|不变",
    re.IGNORECASE,
)
# What says that money is what a share costs now.
_PRICED = re.compile(
    r"\b(?:price|priced|clos(?:e|es|ed|ing)|trad(?:e|es|ed|ing)|quoted|last|currently|shares?"
    r"|stock)\b|现价|收盘|收报|股价|报价|市价",
    re.IGNORECASE,
)
_TARGET = re.compile(r"target(?: prices?)?|(?:price )?targets?|目标价?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_QUOTE_IT = "correct it, or quote the clause that states it"


def findings_of_terms(view: View, terms: Terms) -> Iterator[tuple[str, Finding]]:
    """What the quote does not state of a view's terms, by part; not of its target price.

    Args:
        view: The view.
        terms: How figures are read.
    """
    if view.rating is not None:
        of_rating = _of_reading if view.rating_reading else findings_of_rating
        yield from (("rating", finding) for finding in of_rating(view.rating, view.quote))
    if view.previous_rating is not None:
        for finding in _of_previous_rating(view.previous_rating, view):
            yield "previous_rating", finding
    if view.previous_target_price is not None:
        for finding in _of_previous_target(Fraction(view.previous_target_price), view, terms):
            yield "previous_target_price", finding
    if view.price is not None and not isinstance(view.price, str):
        for finding in _of_price(Fraction(view.price), view, terms):
            yield "price", finding
    if view.analyst is not None and not any(_names(view.quote, name) for name in view.analyst):
        wrong = f"the quote does not name the analyst {view.analyst.en!r}"
        right = "write the name as the quote does, or quote the clause that has it"
        yield "analyst", Finding(FigureState.NOT_STATED, False, Fault(wrong, right))


def has_terms(view: View) -> bool:
    """Whether a view has terms that its quote is to state, beside its target price."""
    is_stated = view.rating is not None and not view.rating_reading
    return is_stated or view.previous_rating is not None or view.analyst is not None


def findings_of_rating(rating: Bilingual, quote: str) -> Iterator[Finding]:
    """What is wrong with a view's rating: both languages say one, and the quote states it."""
    en, zh = (meanings_of(text) for text in rating)
    if en and zh and not en & zh:
        wrong = f"`rating` is {rating.en!r} in English and {rating.zh!r} in Chinese, which differ"
        yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, "write one rating in both"))
        return
    meant = en & zh if en and zh else en or zh
    stated = tuple(stated_ratings(quote))
    agreed = next((each.words for each in stated if each.meanings & meant), "")
    held = agreed or next((text for text in rating if not meant and _holds(quote, text)), "")
    if not held:
        yield _another(rating, stated, _ended(meant, quote))
        return
    for text in dict.fromkeys(rating):
        if not meanings_of(text) and not _holds(quote, text):
            wrong = f"`rating` says {text!r}, which is no rating that is known"
            right = f"see that it means {held!r}, or write it as brokers do"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


def _ended(meant: frozenset[int], quote: str) -> str:
    """The words of a rating of before, by a quote, that means one of these; "" for none."""
    return next((one.words for one in former_ratings(quote) if one.meanings & meant), "")


def _another(rating: Bilingual, stated: Sequence[Stated], ended: str) -> Finding:
    """A rating that is not the quote's; `ended` is the quote's word for it where it was before."""
    shown = rating.en if rating.en == rating.zh else f"{rating.en} / {rating.zh}"
    if ended and not stated:
        wrong = f"`rating` is {shown}, but by the quote {ended!r} no longer stands"
        right = "leave the rating out, or quote the clause that gives a new one"
        return Finding(FigureState.CONTRADICTED, False, Fault(wrong, right))
    if not stated:
        wrong = f"`rating` is {shown}, but the quote states no rating"
        right = "quote the clause that states it, or leave the rating out"
        return Finding(FigureState.NOT_STATED, False, Fault(wrong, right))
    says = " and ".join(dict.fromkeys(repr(each.words) for each in stated))
    wrong = f"`rating` is {shown}, but the quote says {says}"
    return Finding(FigureState.CONTRADICTED, False, Fault(wrong, "correct it"))


def _of_reading(rating: Bilingual, quote: str) -> Iterator[Finding]:
    """A rating that is the report's own is one where the quote states none."""
    stated = tuple(stated_ratings(quote))
    if stated:
        wrong = f"`rating_reading` is true, but the quote states the rating {stated[0].words!r}"
        fault = Fault(wrong, "leave `rating_reading` out, and write that rating")
        yield Finding(FigureState.CONTRADICTED, False, fault)
        return
    yield from (one for one in findings_of_rating(rating, rating.en) if not one.is_doubt)


def _of_previous_rating(rating: Bilingual, view: View) -> Iterator[Finding]:
    meant = [meanings for text in rating if (meanings := meanings_of(text))]
    if len(meant) == len(rating) and not frozenset.intersection(*meant):
        wrong = f"`previous_rating` is {rating.en!r} in English and {rating.zh!r} in Chinese"
        fault = Fault(f"{wrong}, which differ", "write one rating in both")
        yield Finding(FigureState.CONTRADICTED, False, fault)
        return
    stated = list(former_ratings(view.quote))
    if not stated and _KEPT.search(view.quote):
        stated = list(stated_ratings(view.quote))
    words = {fold(text).casefold() for text in rating}
    if any(
        any(said.meanings & one for one in meant) or fold(said.words).casefold() in words
        for said in stated
    ):
        return
    wrong = f"`previous_rating` is {rating.en}, but the quote states no rating before"
    if not stated:
        yield Finding(FigureState.NOT_STATED, False, Fault(wrong, _QUOTE_IT))
        return
    says = " and ".join(dict.fromkeys(repr(said.words) for said in stated))
    wrong = f"`previous_rating` is {rating.en}, but the quote says that it was {says}"
    yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, "correct it"))


def _of_previous_target(price: Fraction, view: View, terms: Terms) -> Iterator[Finding]:
    money = f"money:{view.currency}"
    former = _values(former_target_prices(view.quote, terms.currencies), money)
    if not former and _KEPT.search(view.quote):
        former = _values(target_prices(view.quote, terms.currencies), money)
    if price in former:
        return
    wrong = (
        "the quote does not state the earlier target price "
        f"{view.currency} {view.previous_target_price}"
    )
    if not former:
        yield Finding(FigureState.NOT_STATED, False, Fault(wrong, _QUOTE_IT))
        return
    right = f"the earlier target that it states is {_listed(former, view)}"
    yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, right))


def _of_price(price: Fraction, view: View, terms: Terms) -> Iterator[Finding]:
    """A price is money of the view's currency that the quote calls no target."""
    money = f"money:{view.currency}"
    figures = [
        (figure, said)
        for figure, said in _no_targets(view.quote, terms)
        if figure.dimension == money
    ]
    equal = [said for figure, said in figures if figure.value == price]
    if equal:
        if not any(map(_PRICED.search, equal)):
            wrong = (
                f"the quote does not say that {view.currency} {view.price} is what the share costs"
            )
            right = "see that it is, or quote the clause that says so"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))
        return
    wrong = f"the quote does not state the price {view.currency} {view.price}"
    if not figures:
        yield Finding(FigureState.NOT_STATED, False, Fault(wrong, _QUOTE_IT))
        return
    right = f"beside targets it states {_listed([one.value for one, _ in figures], view)}"
    yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, right))


def _no_targets(quote: str, terms: Terms) -> Iterator[tuple[Figure, str]]:
    """The figures that a quote calls no target, with what stands before each that may call it so.

    Where a price is named behind the word target, it is the price: target €12, last close €10.
    """
    called = [read(quote, terms.currencies) for read in (target_prices, former_target_prices)]
    targets = {figure.start for figures in called for figure in figures}
    before = 0
    for figure in read_settled(quote, terms.currencies):
        said = _TARGET.split(quote[before : figure.start])[-1]
        before = figure.end
        is_priced = _PRICED.search(said) is not None
        if Qualifier.EXACT in figure.qualifiers and (is_priced or figure.start not in targets):
            yield figure, said


def _values(figures: Iterable[Figure], money: str) -> list[Fraction]:
    return [figure.value for figure in figures if figure.dimension == money]


def _listed(prices: list[Fraction], view: View) -> str:
    return ", ".join(f"{view.currency} {float(price):,.15g}" for price in dict.fromkeys(prices))


def _names(quote: str, name: str) -> bool:
    """Whether a quote has a name as whole words."""
    said, wanted = fold(quote).casefold(), fold(name).casefold().strip()
    place = said.find(wanted)
    while wanted and place >= 0:
        around = said[place - 1 : place] + wanted[0], wanted[-1] + said[place + len(wanted) :][:1]
        if not any(len(pair) == 2 and pair.isascii() and _both_letters(pair) for pair in around):
            return True
        place = said.find(wanted, place + 1)
    return False


def _both_letters(pair: str) -> bool:
    return all(_LETTER.match(character) for character in pair)


def _holds(quote: str, words: str) -> bool:
    return normalise(words) in normalise(quote)
