"""Figures that leave out what they are per, since one beside them says it.

Of a row, of what is said again as a rate, of what is compared, of the sum of the year before.
"""

import re
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.moved_zh import FROM_ZH, MOVED_TO_ZH
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.wording import Link, Wording


def with_rates_carried(
    nouns: list[tuple[str, str, str]], wording: Wording
) -> list[tuple[str, str, str]]:
    """Nouns, subjects and what figures are per, with the last also where one beside says it.

    Args:
        nouns: Of every quantity what it counts, what stands before it, and what it is per.
        wording: The quantities.
    """
    quantities, links = wording.quantities, wording.links
    nouns = _with_rates_before(_with_rates_of_rows(nouns, links), quantities, wording.text)
    nouns = _with_rates_of_rows(nouns, links)  # against $4.90 to $5.05: both ends
    return _with_rates_restated(nouns, quantities, wording.text)


_ROWS = frozenset({Link.JOINED, Link.RANGE})


def begins_row(links: list[Link], at: int) -> bool:
    """Whether a row or a range begins with a quantity."""
    return links[at] in _ROWS and not (at and links[at - 1] in _ROWS)


def _with_rates_of_rows(
    nouns: list[tuple[str, str, str]], links: list[Link]
) -> list[tuple[str, str, str]]:
    """年产能各为15、20和30万吨: what stands before the first number of a row is said of all."""
    for at in range(1, len(nouns)):
        noun, subject, per = nouns[at]
        if not per and links[at - 1] in _ROWS:
            nouns[at] = (noun, subject, nouns[at - 1][2])
    return nouns


_OR = regex(r",? or (?:about |some |a )?$")
_MORE_FOR_A_SUM = 4  # digits than what it is per share


def _with_rates_restated(
    nouns: list[tuple[str, str, str]], quantities: list[Quantity], text: Text
) -> list[tuple[str, str, str]]:
    """$46.1 million, or 87 cents a share: the sum is per nothing; 73 cents behind the next are."""
    of_rates = ""
    for at in range(1, len(nouns)):
        if not _restates(quantities[at - 1], quantities[at], text):
            continue
        noun, subject, per = nouns[at]
        if per:
            of_rates = per
            nouns[at - 1] = (*nouns[at - 1][:2], "")
        elif of_rates:
            nouns[at] = (noun, subject, of_rates)
            nouns[at - 1] = (*nouns[at - 1][:2], "")
    return nouns


def _restates(sum_: Quantity, rate: Quantity, text: Text) -> bool:
    """Whether a sum of money is said again as a rate: €1.2 billion, or €3.40."""
    if not sum_.dimension.startswith("money") or sum_.dimension != rate.dimension:
        return False
    if _OR.search(text.lower, sum_.end, rate.start) is None:
        return False
    return _digits(sum_) - _digits(rate) >= _MORE_FOR_A_SUM


def _digits(quantity: Quantity) -> int:
    """How many digits a sum has before its point, by which alone it may be told from others."""
    return len(str(int(abs(quantity.numeral.low)))) if quantity.scale >= 1 else 1


_COMPARING = regex(
    r"against|above|below|versus|compare[ds]|expected|from|consensus|forecast|estimate|topp(?:ed|ing)"
    r"|tops |beat|missed|missing|exceed|up on|down on|short of|ahead of|上年|去年|同期|预期|较"
)


# 3.2 pence per share (H1 FY24: |3.0 pence|)
_EARLIER_IN_BRACKETS = regex(
    r"\((?:(?:20|19)[0-9]{2}|[hq][1-4]|fy ?[0-9]{2,4}|last year|[ ,/-]|[a-z]+ (?:20|19)[0-9]{2}"
    r"|prior year|previous year|a year (?:ago|earlier))+: ?\W?$",
    re.IGNORECASE,
)
# Would save £7m a year from 2026 at a cost of |£3m|
_AT_A_COST = regex(r"\b(?:cost|charge|outlay|investment|expense|price)s? of(?: [a-z]+){0,2}\s*\W?$")
# A final dividend of 9.2p per share, taking the total for the year to |13.5p|
_TOTAL = regex(
    r"\b(?:taking|takes?|bring(?:s|ing)?|making|makes?|lifting|for|giving)"
    r" (?:a |the |its |their )?(?:(?:total|full[- ]year|annual|whole|ordinary|regular) )*"
    r"(?:total|dividend|distribution|payout)s?(?: (?:payment|for|of|per share|the|full|financial"
    r"|whole|year|year[’']s|dividend|to))*\s*\W?$"
    r"|\bmaking\s*\W?$"
)
_PARALLEL = regex(r"\band (?:[a-z]+ ){1,2}(?:to|at)\s*$")  # $9,410 a tonne and zinc to $2,730


def _with_rates_before(
    nouns: list[tuple[str, str, str]], quantities: list[Quantity], text: Text
) -> list[tuple[str, str, str]]:
    """88 cents per share against 83 cents: what is compared is per the same."""
    for at in range(1, len(nouns)):
        noun, subject, per = nouns[at]
        before = nouns[at - 1][2]
        quantity = quantities[at]
        is_money = quantity.dimension.startswith("money:")
        is_bare = quantity.stands_alone and not is_counted_word(noun.partition(" ")[0])
        same = _are_alike(quantities[at - 1], quantity) and (is_money or is_bare)
        is_parallel = is_money and not noun and _PARALLEL.search(subject) is not None
        is_earlier = is_money and _EARLIER_IN_BRACKETS.search(subject) is not None
        is_next = is_money and _is_of_next_year(nouns[at], quantities[at - 1], quantity)
        is_cell = is_money and not text.lower[quantities[at - 1].end : quantity.start].strip()
        is_total = is_money and before == "share" and _TOTAL.search(subject) is not None
        is_beside = is_parallel or is_earlier or is_next or is_cell or is_total
        is_compared = is_beside or _COMPARING.search(f"{subject} {noun}")
        is_cost = _AT_A_COST.search(subject) is not None
        if not per and before and same and is_compared and not is_cost:
            nouns[at] = (noun, subject, before)
        elif (
            not per
            and before
            and quantities[at].dimension == quantities[at - 1].dimension
            and nouns[at - 1][1].rstrip().endswith(FROM_ZH)
            and MOVED_TO_ZH.fullmatch(subject)
        ):
            nouns[at] = (noun, subject, before)  # 日产能由900吨提至1200吨
    return nouns


# $4.90 a share this year and |$5.40| in 2027; per share of $4.15 this year and |$4.90| in 2027
_AND_NEXT = re.compile(
    r"(?:(?:an?|per|each) [a-z]+,? )?(?:(?:this|last|next) (?:fiscal |financial )?year"
    r"|(?:in|for) (?:fiscal |fy ?)?20[0-9]{2}),? and ",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    r"(?:in|for) (?:fiscal |fy ?)?20[0-9]{2}|(?:(?:in|for) )?(?:the )?(?:this|last|next|following)"
    r" (?:fiscal |financial )?year|the year (?:before|after)",
    re.IGNORECASE,
)
_MOST_APART = 5
_ANOTHER_SIZE = 10**5  # $9.30 a share, compared with |$3.98 billion|


def _are_alike(before: Quantity, quantity: Quantity) -> bool:
    """Whether two figures are of one unit, and no sum of a company stands beside one of a share."""
    small, large = sorted(Fraction(abs(one.numeral.low * one.scale)) for one in (before, quantity))
    return before.unit == quantity.unit and large <= max(small, Fraction(1)) * _ANOTHER_SIZE


def _is_of_next_year(noun: tuple[str, str, str], before: Quantity, quantity: Quantity) -> bool:
    """Whether a sum only follows one of another year, and is about as large."""
    said, subject, _ = noun
    if _AND_NEXT.fullmatch(subject) is None or _OF_A_YEAR.fullmatch(said.rstrip(".,; ")) is None:
        return False
    low, high = sorted((before.numeral.low, quantity.numeral.low))
    return low > 0 and high < low * _MOST_APART
