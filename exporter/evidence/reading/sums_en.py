"""English sums that leave their money to one before: 3.91 billion euros, analysts forecast 3.88.

A number that stands alone with its magnitude may be of that money, where its words expect, spend
or part a sum. It stays a number as well: what else it may be is told beside it.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.numbers import LETTER_SCALES
from exporter.evidence.reading.vocabulary.units import is_counted_word

_SMALLEST = 1000  # a magnitude
_STOPS = frozenset(".;!?:\n")
# What may stand behind a sum with nothing that it counts.
_BEHIND = frozenset(
    "for in at on by to from this last next a an one two three the over after before while but and "
    "or expected forecast predicted projected estimated anticipated budgeted pencilled as when if "
    "because since with through until it they he she we that which analysts had will would is was "
    "were are came went has have previously earlier more less higher lower "
    "previous compared versus against".split()
) | {"", ".", ",", ";", ")", "-", "–"}
# What is said of a sum right before it: a forecast, what was done with it, what it is of.
_OF_A_SUM = regex(
    r"(?:forecast|expect|predict|project|estimat|anticipat|pencil|guid|penc|budget|earmark|allocat"
    r"|(?:look|hop)(?:ed|ing) for"
    r"|spen[dt]|invest|earn|paid|pay|post|book|borrow|rais|repaid|repay|return|distribut|collect"
    r"|fetch|cost|worth|valu|lost|los[es]|sav|made|owe|receiv|reserv|provi|consensus|average|poll"
    r"|guidance|outlook|target|profit|revenue|sales|turnover|income|ebit|cash|debt|capex|spending"
    r"|expenditure|dividend|proceeds|earnings|charge|write|loan|deposit|remain|left|leav|of which"
    r"|including|limit|ceiling|floor|cap(?![a-z])|midpoint)"
)
# Sales and the like that are told in things: unit sales, car sales, deliveries.
_OF_THINGS = regex(
    r"(?<![a-z])(?:(?:unit|volume|vehicle|car|truck|bike|phone|handset|device|home|house|ticket|book"
    r"|seat|machine|case|bottle)s? (?:sales|turnover)|deliveries|shipments|output|production"
    r"|volumes?)(?![a-z])"
)
_NEAR = 60  # characters before a number
_FARTHEST = 4  # figures
_TELLERS = frozenset(
    "analysts economists brokers banks houses forecasters investors traders".split()
)
_CLAUSE = regex(r",|;|(?<![a-z])(?:and|while|but|whereas|although)(?![a-z])")
# 407 million euros, short of the | 431 million | that was expected; down from | 1.9 billion.
_COMPARED = regex(
    r"(?:(?:down|up|short|ahead|shy|out|more|less|higher|lower|better|worse|below|above|beating|missing"
    r"|against|versus|compared (?:with|to)|up and down) ?(?:from|of|than|on)?|from)"
    r"(?: (?:the|a|an|its|about|some|around|nearly|just|over|roughly))* $"
)
_EXPECTED = regex(
    r",? (?:(?:that |which )?(?:it|they|the company|(?:[a-z]+ )?analysts|economists"
    r"|brokers|the market)"
    r" (?:had |has |have )?(?:previously |earlier |once )?)?"
    r"(?:expected|forecast|pencilled|predicted|projected|anticipated|estimated|guided"
    r"|budgeted)(?![a-z])"
)
_OF_A_RANGE = frozenset({"-", "–", " to ", " and "})
# In Resins | it halved: where, and nothing that is counted.
_OPENING = regex(r"^\W*(?:in|at|for) (?:[\w'’&-]+ ){1,4}?(?=it |this |the )")
_IN_ALL = regex(r" (?:in total|in all|altogether)(?![a-z])")
_MOVED = regex(
    r"(?<![a-z])(?:halved|doubled|tripled|rose|fell|grew|dropped|climbed|slipped|jumped|increased"
    r"|declined|came|stood|was|were|from)(?:,? [a-z]+){0,3}?,? (?:to|at|from)"
    r"(?: (?:about|some|around|nearly|just|over|roughly))? $|^from $|(?<![a-z])from $"
)
_PART = regex(r",? of which(?: about| some| nearly| over| just| roughly)? $")


def in_money_said(
    quantities: Sequence[Quantity], at: int, value: Fraction, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a bare number may be, as money of the last sum that its sentence says before it."""
    quantity = quantities[at]
    if not at or not quantity.is_bare or quantity.is_attribute or quantity.counted:
        return ()
    if quantity.numeral.magnitude < _SMALLEST or text.word(quantity.last) not in _BEHIND:
        return ()
    for place in range(at - 1, max(0, at - _FARTHEST) - 1, -1):
        before = quantities[place]
        stops = [word for word in text.words[before.last : quantity.first] if word in _STOPS]
        if stops and (len(stops) > 1 or stops[0] != "."):
            return ()
        if text.word(before.first - 1) == "(" or text.lower[before.start - 1 : before.start] == "(":
            continue  # 407 million euros ($471 million): the same in other money
        if before.dimension.startswith("money:") and before.scale == 1:
            between = text.lower[before.end : quantity.start]
            behind = text.lower[quantity.end : quantity.end + _NEAR]
            if not _is_sum(before):
                if _IN_ALL.match(behind) and between.rstrip().endswith(" or"):
                    return ((before.dimension, value),)
                continue
            is_sum = _is_said(between, behind, is_beyond=bool(stops))
            is_sum = is_sum or (not stops and _is_of_another_year(between, behind))
            is_sum = is_sum or (not stops and _goes_on(quantities, place, at, text))
            is_sum = is_sum or (not stops and _is_earlier(before, quantity, between, text))
            return ((before.dimension, value),) if is_sum else ()
        if before.is_bare and before.numeral.magnitude < _SMALLEST:
            return ()  # it counts something, and so may this one
    return ()


def _is_said(between: str, behind: str, *, is_beyond: bool) -> bool:
    """Whether words around a number say a sum; of one in the next sentence, what moved may be."""
    if is_beyond:
        between = _OPENING.sub("", re.split(r"[.] ", between)[-1])
        has_moved = _MOVED.search(between) is not None and not _counts(between)
        return has_moved or _says_a_sum(between)
    return _says_a_sum(between) or _EXPECTED.match(behind) is not None


# 1.4 billion kroner this year and fall to | 800 million | in 2027; 8.3bn this year, | 10bn | next
_AND_NEXT = regex(
    r",? (?:(?:this|last|next) (?:fiscal |financial )?year|(?:in|for) (?:fiscal )?20[0-9]{2})"
    r"(?: and|,? (?:before|and then)) (?:(?:to )?(?:fall|ris|dropp?|grow|declin|increas|climb"
    r"|slipp?)(?:e|s|es|ed|ing)? to |(?:fell|rose|grew) to )?"
    r"(?:(?:about|some|around|nearly|over|just) )*"
)
_OF_A_YEAR = regex(
    r" (?:(?:in|for) (?:fiscal )?20[0-9]{2}|(?:this|last|next)(?: (?:fiscal |financial )?year)?"
    r"|the (?:year after|following year|next))(?![a-z])(?=[ ,.;)]|$)"
)


def _is_of_another_year(between: str, behind: str) -> bool:
    """Whether a number only says of another year what the sum before it says of one."""
    return _AND_NEXT.fullmatch(between) is not None and _OF_A_YEAR.match(behind) is not None


def _goes_on(quantities: Sequence[Quantity], place: int, at: int, text: Text) -> bool:
    """Whether a number is compared with the sum before it, or with what was."""
    gaps = [
        text.lower[one.end : other.start]
        for one, other in zip(quantities[place:at], quantities[place + 1 : at + 1], strict=True)
        if text.lower[other.start - 1] != "("
    ]
    return bool(gaps) and all(_COMPARED.search(gap) or gap in _OF_A_RANGE for gap in gaps)


def _is_sum(quantity: Quantity) -> bool:
    return quantity.numeral.magnitude >= _SMALLEST


_FROM = regex(
    r"(?<![a-z])(?:from|against|versus|vs\.?|(?:as )?compared (?:with|to)|up on|down on)"
    r"(?: about| some| nearly| over| just| the)? $"
)
_WHEN = regex(
    r"(?: (?:an?|one|two|three|the|last|previously|earlier|before|in|at|then)(?![a-z-])|[.,;)]|$)"
)


def _is_earlier(before: Quantity, quantity: Quantity, between: str, text: Text) -> bool:
    """Whether a number says what a sum was before: 90m pesos ($5m) in the quarter, from | 70m."""
    is_like = before.numeral.magnitude == quantity.numeral.magnitude
    return is_like and _FROM.search(between) is not None and _is_beside(between, quantity.end, text)


def is_compared(before: Quantity, numeral: Numeral, behind: int, text: Text) -> bool:
    """Whether a number with a letter is compared with money: 90m pesos ($5m), from 70m.

    Args:
        before: The quantity before it.
        numeral: The number, the letter not among its digits.
        behind: The index of the word behind the letter.
        text: The text.
    """
    size = LETTER_SCALES.get(numeral.letter)
    if before.numeral.magnitude != size or not before.dimension.startswith("money:"):
        return False
    between = text.lower[before.end : numeral.start]
    end = text.ends[behind - 1]
    return _FROM.search(between) is not None and _is_beside(between, end, text)


def _is_beside(between: str, end: int, text: Text) -> bool:
    """Whether what is compared stands near, in the same sentence, and counts nothing."""
    is_near = len(between) <= _FARTHEST_FROM and not re.search(r"[;!?]|[.]\s", between)
    return is_near and bool(_WHEN.match(text.lower, end))


_FARTHEST_FROM = 80  # characters


def _says_a_sum(between: str) -> bool:
    """Whether the words between a sum and a number say that it is one, and count nothing."""
    if _PART.search(between):
        return True
    said = _CLAUSE.split(between[-_NEAR:])[-1]
    return not _counts(said) and not _OF_THINGS.search(said) and _OF_A_SUM.search(said) is not None


def _counts(said: str) -> bool:
    """Whether words name what may be counted."""
    words = set(re.findall("[a-z]+", said)) - _TELLERS
    return any(
        is_counted_word(word) and word.endswith("s") and not _OF_A_SUM.match(word) for word in words
    )
