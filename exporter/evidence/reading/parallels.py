"""Phrases side by side that share a verb and a unit: fell 12% in Europe and 9 in Asia.

A person carries both over: the sales in Asia fell as well, and by 9 percent.
"""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PAST, VERBS
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO, SPANS_OF_TIME

_PLACES = frozenset(
    "in at with for by on under during among after before across outside inside within from "
    "through via".split()
)
_ELSEWHERE = frozenset(
    "abroad overseas elsewhere previously earlier before today now respectively online offline "
    "domestically internationally".split()
)
_JOINS = frozenset("and but or , while whereas".split())
_CHANGED = cues.DOWN_AFTER | cues.EITHER_AFTER | frozenset("rise increase gain growth".split())
_ENDS = frozenset({"", ".", ",", ";", ")", "and", "but", "while"})
_STOPS = frozenset({".", ";", "!", "?", "(", ")", ":"})
_LONGEST = 14  # words between two figures
_MOST_BEFORE = 2  # words between a figure and the phrase behind it


# What is a percentage itself, and does not fall by one with the sales before it.
_RATIOS = frozenset(
    "margin margins rate rates share yield yields ratio stake return returns inflation "
    "unemployment coupon interest payout premium discount churn tax of to from at with by than "
    "for as which who "
    "that where when".split()
)
_MOST_OF_A_SUBJECT = 6  # words
# Lost 0.8%, after gaining 1.1%: what has a verb of its own.
_SUBORDINATING = frozenset("after before having since despite following when once until".split())


_NO_SUBJECT = (
    _SUBORDINATING
    | _CHANGED
    | frozenset(
        "up down jump climb surge rises gains increases which that who where when as due thanks "
        "because improvement recovery rebound beating missing ahead behind not but offset partly "
        "mainly mostly chiefly largely led driven helped hurt hit held beaten rising falling "
        "growing increasing declining gaining losing higher stronger better firmer dearer larger "
        "bigger greater above more".split()
    )
)


def _is_gapped(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a figure leaves its verb to the one before it: volumes fell 3% and prices 1%."""
    first, size = one.last, other.first - one.last
    if one.dimension != other.dimension or one.is_bare or not 2 <= size <= _MOST_OF_A_SUBJECT:
        return False
    if text.word(first) not in _JOINS:
        return False
    words = text.words[first : other.first]
    places = list(range(first, other.first))
    if words[1] in {"those", "that"} and words[2:3] != [] and words[2] in _OF_THOSE:
        del words[2], places[2]  # exports to the bloc fell 12%, and those to China 4%
    after = text.word(other.last)
    return (
        words[1] not in _SUBORDINATING
        and (after in _ENDS or after in _PLACES)
        and words[-1].isalpha()
        and words[-1] not in _PLACES
        and words[-1] not in _JOINS
        and _RATIOS.isdisjoint(words)
        and _STOPS.isdisjoint(words)
        and not any(_is_verb(text, at) or text.used[at] for at in places)
    )


_OF_THOSE = frozenset("to of from at with for".split())


def _is_gapped_by(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether "by" leaves its verb to the figure before: fell 3% in May, the number of loans by 9%.

    Behind a subject without a verb "by" can only say how far that went the same way.
    """
    words = text.words[one.last : other.first]
    if one.dimension != other.dimension or one.is_bare or not 3 <= len(words) <= _LONGEST:
        return False
    join = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _JOINS), -1)
    subject, after = words[join + 1 : -1], text.word(other.last)
    return (
        words[-1] == "by"
        and (join == 0 or (join > 0 and words[0] in _PLACES))
        and 0 < len(subject) <= _MOST_OF_A_SUBJECT
        and all(word.isalpha() for word in subject)
        and (subject[0] not in _PLACES or subject[0] in _WHERE)
        and _NO_SUBJECT.isdisjoint(subject)
        and (after in _ENDS or after in _PLACES)
        and _STOPS.isdisjoint(words)
        and not any(
            _is_verb(text, one.last + at)
            for at in range(len(words) - 1 - (len(subject) > 1 and subject[-1] in _DONE_WITH))
        )
    )


_WHERE = frozenset("in at across outside within".split())
# Hours worked by 0.9% is how far these fell: what is done with a thing says which it is.
_DONE_WITH = frozenset(
    "worked sold made produced built used shipped flown driven carried handled issued lent "
    "borrowed placed booked ordered delivered paid earned spent taken written held employed "
    "traded mined caught drilled".split()
)


def find_parallels(quantities: list[Quantity], text: Text) -> list[bool]:
    """For each quantity whether it carries on the phrase of the one before it."""
    found = [False] * len(quantities)
    if text.is_chinese or len(found) < 2 or _JOINS.isdisjoint(text.words):
        return found
    for at in range(1, len(found)):
        one, other = quantities[at - 1], quantities[at]
        found[at] = (
            _is_parallel(one, other, text)
            or _is_gapped(one, other, text)
            or _is_gapped_by(one, other, text)
        )
    return found


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
    return _AGAINST.fullmatch(gap) is not None and _WHEN.match(text.lower, other.end) is not None


def _is_level(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number can be where a thing went that changed by another one."""
    is_share = one.dimension in {RATIO, POINTS, MULTIPLE}
    return not is_share and _WHEN.match(text.lower, other.end) is not None


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
        if leaves or _is_compared(one, other, text) or _is_money_too(one, other, text):
            carried[at] = other._replace(unit=one.unit, counted=True)
    return carried


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
    if not 2 <= len(words) <= _MOST_OF_A_SUBJECT or words[0] not in _JOINS:
        return False
    is_plain = _STOPS.isdisjoint(words) and all(word.isalpha() or word == "," for word in words)
    return is_plain and words[-1] in _OF_MONEY and text.word(other.last) in _ENDS


def _is_size_of(things: Quantity, size: Quantity, text: Text) -> bool:
    """Whether a quantity tells the size of the things before it: twelve 15-tonne excavators."""
    is_next = things.is_bare and size.first - things.last <= _MOST_BEFORE
    is_joined = text.lower[size.numeral.end : size.numeral.end + 1] == "-"
    return is_next and is_joined and is_counted_word(text.word(size.last))


def _is_parallel(one: Quantity, other: Quantity, text: Text) -> bool:
    begins = text.word(one.last)
    if (
        not 3 <= other.first - one.last <= _LONGEST
        or (begins not in _PLACES and begins not in _CHANGED)
        or ORDINAL in {one.dimension, other.dimension}
    ):
        return False
    words = text.words[one.last : other.first]
    place = next((at for at, word in enumerate(words[:3]) if word in _PLACES), None)
    if place is None or any(word not in _CHANGED for word in words[:place]):
        return False
    join = next((at for at in range(len(words) - 1, 0, -1) if words[at] in _JOINS), 0)
    if join <= place + 1 or any(not _qualifies(word) for word in words[join + 1 :]):
        return False
    after = text.word(other.last)
    if after not in _PLACES and after not in _ELSEWHERE and after not in _ENDS:
        return False
    return _STOPS.isdisjoint(words) and not any(
        _is_verb(text, one.last + at) for at in range(len(words))
    )


def _qualifies(word: str) -> bool:
    return word in {"by", "a", "the", "then"} or word in qualifiers.BEFORE


def _is_verb(text: Text, at: int) -> bool:
    word = text.words[at]
    if text.used[at]:  # May
        return False
    is_done = word.endswith("ed") and text.folded[text.starts[at]].islower()
    return is_done or word in VERBS


def _leaves_unit(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number can only be in the unit of the one before it."""
    place = next(word for word in text.words[one.last :] if word in _PLACES)
    after = text.word(other.last)
    if other.numeral.magnitude > 1:
        is_money = one.dimension.startswith("money:") and other.numeral.magnitude >= _SMALLEST
        return is_money and (after == place or after in _ELSEWHERE)
    is_fraction = other.numeral.low.denominator > 1
    return after == place or (is_fraction and (after in _PLACES or after in _ELSEWHERE))
