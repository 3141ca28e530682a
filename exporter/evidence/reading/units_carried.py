"""Units that a figure leaves to the one before it: 1,870 hours against 1,655, costs of 180 million.

A person carries them over, as in phrases side by side.
"""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.reading.lent_units import in_unit_of
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.parallels import (
    ELSEWHERE,
    ENDS,
    JOINS,
    MOST_OF_A_SUBJECT,
    PLACES,
    STOPS,
)
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PAST
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO, SPANS_OF_TIME

_MOST_BEFORE = 2  # words between a figure and the phrase behind it


def with_units_carried(
    quantities: list[Quantity], parallels: list[bool], text: Text
) -> list[Quantity]:
    """Quantities with the unit that a parallel phrase before them says."""
    if text.is_chinese or all(quantity.is_bare for quantity in quantities):
        return quantities
    carried = list(quantities)
    for at in range(1, len(carried)):
        one, other = carried[at - 1], carried[at]
        if _is_some_of(one, other, text):
            carried[at - 1] = one._replace(unit=other.unit, counted=True)
        if one.is_bare or not other.is_bare or other.is_attribute or _is_per(one, text):
            continue
        is_count = at > 1 and carried[at - 2].dimension == COUNT
        if is_count and _is_size_of(carried[at - 2], one, text):
            continue
        leaves = parallels[at] and not is_count and _leaves_unit(one, other, text)
        leaves = leaves or _is_of_more(one, other, text)
        if one.numeral.magnitude > 1 and _is_compared(one, other, text):
            carried[at] = in_unit_of(one, other)
        elif leaves or _is_compared(one, other, text) or _is_money_too(one, other, text):
            carried[at] = other._replace(unit=one.unit, counted=True)
    return carried


def _leaves_unit(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number can only be in the unit of the one before it."""
    place = next(word for word in text.words[one.last :] if word in PLACES)
    after = text.word(other.last)
    if other.numeral.magnitude > 1:
        is_money = one.dimension.startswith("money:") and other.numeral.magnitude >= _SMALLEST
        return is_money and (after == place or after in ELSEWHERE)
    is_fraction = other.numeral.low.denominator > 1
    return after == place or (is_fraction and (after in PLACES or after in ELSEWHERE))


_AGAINST = regex(
    r"(?:[a-z' -]{0,30}?(?: (?:19|20)\d\d)?)?,?\s*"
    r"(?:as against|against|versus|vs\.?|(?:as )?compared (?:with|to)|than"
    r"|(?:up|down) (?:from|on)|(?:and )?compares? with|relative to|as opposed to|instead of|from)"
    r"\s+(?:(?:its |their |an? |the )?(?:earlier |previous |prior |initial |original |own )?"
    r"(?:guidance|guided range|forecast|estimate|target|range|outlook|projection)s? of )?"
    r"(?:about |some |the |just |only |around |nearly )?"
)
# What stands behind what is compared, where it has no noun of its own.
_WHEN = regex(
    r"\s*(?:[.,;)]|$|(?:an?|one|two|three|six|nine|twelve|the|last|this|in|at|for|before|previously"
    r"|earlier|then|when|on|to|it|they|he|she|that|which|analysts|economists)(?![a-z-]))"
)


def _is_compared(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number is compared with one that has a unit: 1,870 hours against 1,655."""
    gap = text.lower[one.end : text.starts[other.first]]
    if one.unit.key in {"x", "%"} and ("than" in gap or gap == " from "):
        return False
    if gap == " to ":  # dropped 4,100 tonnes to 88,000
        verb = text.word(one.first - 1)
        return (verb.endswith("ed") or verb in PAST) and _is_level(one, other, text)
    is_against = _AGAINST.fullmatch(gap) or _AGAINST_A_FORECAST.fullmatch(gap)
    return is_against is not None and _WHEN.match(text.lower, other.end) is not None


# Shipments of 41 million tonnes beat the forecast of 40 million.
_AGAINST_A_FORECAST = regex(
    r"[a-z' -]{0,30}?,? (?:beat|beats|beating|miss|misses|missed|missing|topped|topping|tops"
    r"|exceeded|exceeding|exceeds|surpassed|ahead of|short of|below|above|under|over)"
    r" (?:the |its |an? |their )?(?:[a-z'-]+ ){0,3}?"
    r"(?:forecast|estimate|target|consensus|expectation|guidance|projection|goal|budget)s? of "
    r"(?:about |some |just |only |around |nearly )?"
)


def _is_level(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number can be where a thing went that changed by another one."""
    is_share = one.dimension in {RATIO, POINTS, MULTIPLE}
    return not is_share and _WHEN.match(text.lower, other.end) is not None


def beside(quantities: Sequence[Quantity], at: int, text: Text) -> Quantity | None:
    """The quantity before one, and before what that is per: 0.41 per 200,000 hours, from | 0.56."""
    last = at - 1
    if last > 0 and _is_per(quantities[last], text):
        last -= 1
    return quantities[last] if last >= 0 else None


def _is_per(quantity: Quantity, text: Text) -> bool:
    """Whether a quantity is what the one before it is per: 0.41 per | 200,000 hours."""
    return text.word(quantity.first - 1) == "per"


_OF_A_THING = regex(r" of (?:[a-z-]+ ){1,4}?(?:and|,|but|plus) ?")
_NO_AMOUNTS = frozenset({RATIO, POINTS, MULTIPLE, ORDINAL})


def _is_of_more(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two amounts are of two things: 4.6 million tonnes of ore and 12 million of waste."""
    if text.word(other.last) != "of" or text.word(other.last + 1) in _OF_PARTS:
        return False
    is_amount = (
        one.dimension not in _NO_AMOUNTS and one.numeral.magnitude <= other.numeral.magnitude
    )
    return is_amount and _OF_A_THING.fullmatch(text.lower, one.end, other.start) is not None


_OF_PARTS = frozenset("the its their these those them which whom this that our all".split())
_SOME_OF = regex(r" (?:out )?of (?:the |its )?(?:last |past |first |next |previous )?")


def _is_some_of(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a number is of a time behind it: rain on 19 of 30 days, in 8 of the last 9 months."""
    is_span = one.is_bare and other.dimension in SPANS_OF_TIME
    gap = text.lower[one.end : other.start]
    is_of = is_span and _SOME_OF.fullmatch(gap) is not None
    return is_of and one.numeral.high < other.numeral.low and text.word(other.last) != "'"


_OF_MONEY = frozenset(
    "cost costs expense expenses profit profits loss losses income earnings ebit ebitda revenue "
    "revenues turnover debt cash capex spending proceeds interest tax taxes provisions".split()
)
_IS = frozenset("was were is are of at came to reached hit".split())
_SMALLEST = 1000  # a magnitude


def _is_money_too(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a number is of the money before it: sales were S$210 million and costs 180 million.

    Only what is money by its name, with a magnitude and nothing behind it.
    """
    is_money = one.dimension.startswith("money:") and one.scale == 1
    if not is_money or other.numeral.magnitude < _SMALLEST:
        return False
    words = text.words[one.last : other.first]
    while words and words[-1] in _IS:
        words.pop()
    if not 2 <= len(words) <= MOST_OF_A_SUBJECT or words[0] not in JOINS:
        return False
    is_plain = STOPS.isdisjoint(words) and all(word.isalpha() or word == "," for word in words)
    return is_plain and words[-1] in _OF_MONEY and text.word(other.last) in ENDS


def _is_size_of(things: Quantity, size: Quantity, text: Text) -> bool:
    """Whether a quantity tells the size of the things before it: twelve 15-tonne excavators."""
    is_next = things.is_bare and size.first - things.last <= _MOST_BEFORE
    is_joined = text.lower[size.numeral.end : size.numeral.end + 1] == "-"
    return is_next and is_joined and is_counted_word(text.word(size.last))
