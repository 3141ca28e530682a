"""Figures said together: ranges (150-200万), lists (12、15和9万吨), 31.4 vs. 26.8 months."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading.bounded import are_bounds
from exporter.evidence.reading.from_to import part_ranges, tie_by_to, without_noun
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.shared_units import (
    are_comparable,
    is_money,
    is_no_money,
    is_range,
    leaves_unit,
    share_unit,
)
from exporter.evidence.reading.two_ways import are_two_ways, is_flat
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PAST, PRESENT
from exporter.evidence.reading.wording import Link
from exporter.facts.units import POINTS, RATIO

_HEDGE = r"(?:约|近|超过?|(?:about|approximately|roughly|around|nearly|some|over|at least)\s)?\s*"
_RANGE = regex(rf"\s*(?:-{{1,2}}|—{{1,2}}|~|至|到|to|through|(?:and )?up to)\s*{_HEDGE}")
_AND = regex(rf"\s*(?:and|与|和)\s*{_HEDGE}")
_JOIN = regex(
    rf"个?\s*(?:、|和|及|与|以及|或|或者|乃至|and|or|/|,\s*(?:and|or)|,(?=\s)|;(?=\s))\s*\+?{_HEDGE}"
)
_COMPARED = regex(
    r",?\s*(?:from|as against|up on|down on|ahead of|vs\s?\.?|versus|against|compared (?:with|to)"
    r"|than|,? (?:up|down) from|in \w+ to)\s+(?:about\s|some\s|the\s)?"
)
_BETWEEN = regex(r"(?:between|介[于乎])\s*(?:约|about\s)?$")
# 在30%和35%之间, where what is 维持在3.0%和3.5%不变 are two figures.
_IN_ZH, _SPAN_ZH = regex("在约?$"), regex("[^，。；、0-9]{0,6}?(?:之?间|区间|范围)")
_MARGIN = regex(
    r"[\s,(]*(?:±|\+/-|\+-|plus(?:\s+or\s+|/)minus|give\s+or\s+take|正负|上下浮动)\s*[a-z]{0,3}[$¥€£]?\s*"
)
_MARGIN_SIGNS = ("±", "+/-", "+-", "plus", "give", "正负", "上下浮动")
# HR 0.71; 95% CI: an interval's own percentage is no unit of the estimate before it.
_CONFIDENCE = regex(r"\s(?:ci(?![a-z])|confidence|credible)")
_LONGEST_GAP = 18
_SMALLEST = 1000  # of a margin in things, where its middle is in thousands or more


def link(quantities: list[Quantity], text: Text) -> tuple[list[Quantity], list[Link]]:
    """How each quantity is tied to the next, with the unit that one leaves to another to say."""
    links = [Link.NONE] * len(quantities)
    if len(links) < 2:
        return quantities, links
    has_margins = any(map(text.lower.__contains__, _MARGIN_SIGNS))
    found = list(quantities)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if other.start - one.end > _LONGEST_GAP:
            continue
        if are_two_ways(one, other, text):
            links[at] = Link.RANGE
        if links[at] is Link.RANGE or is_flat(one):
            continue
        is_margin = has_margins and _is_margin(one, other, text)
        tie = Link.MARGIN if is_margin else _link_of(one, other, text)
        tie = Link.RANGE if are_comparable(one, other) and are_bounds(one, other, text) else tie
        if tie is Link.MARGIN and (other.dimension in {RATIO, POINTS} or leaves_unit(one, other)):
            is_of_one = other.is_bare
            found[at + 1] = other._replace(unit=one.unit, counted=True) if is_of_one else other
            links[at] = tie
        elif tie is not Link.NONE:
            one, other = share_unit(one, other, rises=tie is Link.RANGE)
            found[at], found[at + 1] = one, other
            if tie is Link.RANGE and not is_range(one, other):
                tie = Link.JOINED
            links[at] = tie
        elif at + 2 < len(found) and _is_of_a_row(one, other, links[at + 1], text):
            found[at], links[at] = share_unit(one, other, rises=False)[0], Link.JOINED
    part_ranges(found, links, text)
    _share_money(found, links)
    return found, links


def _share_money(quantities: list[Quantity], links: list[Link]) -> None:
    """$1.10/1.25/1.42: the first says for all of a row which money it is."""
    for at, tie in enumerate(links):
        if tie is Link.NONE or tie is Link.MARGIN:
            continue
        one, other = quantities[at : at + 2]
        if is_money(one) and other.is_bare:
            quantities[at + 1] = other._replace(unit=one.unit, counted=True)


def _is_of_a_row(one: Quantity, other: Quantity, tie: Link, text: Text) -> bool:
    """€85, €92 and €110 million: the magnitude of the last is that of all."""
    gap = text.lower[one.end : other.start].strip()
    same = is_money(one) and one.dimension == other.dimension and one.numeral.magnitude == 1
    return tie is Link.JOINED and gap == "," and same and other.numeral.magnitude > 1


def _link_of(one: Quantity, other: Quantity, text: Text) -> Link:
    if not are_comparable(one, other) or one.is_attribute:
        return Link.NONE
    if not one.is_bare and other.is_bare and (_counts_something(other, text) or not is_money(one)):
        return Link.NONE
    if is_no_money(one, other) and not text.is_chinese:
        return Link.NONE
    before = text.lower[max(0, one.start - 12) : one.start]
    gap = text.lower[one.end : other.start]
    tie = without_noun(gap, other, text)
    if _RANGE.fullmatch(tie) or (_AND.fullmatch(tie) and _is_between(before, other, text)):
        return tie_by_to(one, other, tie, text)
    if _is_one_or_next(one, other, gap, text):
        return Link.RANGE
    if _JOIN.fullmatch(gap):
        return Link.JOINED if _are_of_a_list(one, other, gap, text) else Link.NONE
    is_compared = _COMPARED.fullmatch(gap) and (one.is_bare or other.is_bare)
    return Link.COMPARED if is_compared and not _is_of_others(one, other, text) else Link.NONE


def _is_between(before: str, other: Quantity, text: Text) -> bool:
    """Whether the words around two numbers that "and" joins make them ends of a range."""
    if _BETWEEN.search(before):
        return True
    return bool(_IN_ZH.search(before) and _SPAN_ZH.match(text.lower, other.end))


def _is_one_or_next(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether two small numbers in words only say about how many: two or three analysts.

    Either two or three, and one, two or three, are so many each.
    """
    if gap != " or " or not one.is_bare or text.word(one.first - 1) in {"either", ","}:
        return False
    is_next = other.numeral.low == one.numeral.high + 1 <= _FEW
    return is_next and text.word(one.first).isalpha() and text.word(other.first).isalpha()


_FEW = 12


def _are_of_a_list(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether two numbers that a comma, "and" or the like joins are of one list."""
    is_apart = _is_part_of(one, other, text) or _begins_a_clause(one, other, gap, text)
    is_apart = is_apart or _is_told_as_share(one, other, gap, text)
    is_apart = is_apart or _is_of_others(one, other, text) or _is_of_an_aside(one, gap, text)
    is_apart = is_apart or (is_money(one) and other.is_bare and text.word(other.last) == "of")
    if is_apart or _CONFIDENCE.match(text.lower, other.end):
        return False
    if gap.strip() not in {",", ";"}:
        return True
    return one.is_bare and (not other.is_bare or _ends_row(other, text))


_BEFORE_AN_ASIDE = frozenset("from against versus vs than".split())


def _is_of_an_aside(one: Quantity, gap: str, text: Text) -> bool:
    """Whether a number only compares what stands before it: 40 vans, up from 35, and 9 lorries."""
    return gap.startswith(",") and "and" in gap and text.word(one.first - 1) in _BEFORE_AN_ASIDE


def _is_of_others(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether millions are not of a few things: 3 billion, from 88 countries; and 74 partners."""
    is_small = one.numeral.magnitude >= _SMALLEST and other.numeral.magnitude == 1
    return is_small and one.is_bare and _counts_something(other, text)


def _is_told_as_share(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether a number is told again as a share of all: staff of 900, or 12 percent of the force.

    Three in a row (3, 4, or 5 percent) are a list.
    """
    is_again = gap.strip() == ", or" and one.is_bare and other.dimension == RATIO
    is_listed = text.word(one.first - 1) == ","
    return is_again and not is_listed and text.lower.startswith(" of ", other.end)


def _begins_a_clause(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether a number behind a comma begins a clause: came to 6 million, and 41 jets were in use.

    Three in a row (12, 9, and 7) are a list.
    """
    if (
        not (one.is_bare and gap.startswith(",") and "and" in gap)
        or text.word(one.first - 1) == ","
    ):
        return False
    noun = other.last + (not is_counted_word(text.word(other.last)))
    verb = text.word(noun + 1)
    return is_counted_word(text.word(noun)) and (verb in AUXILIARIES or verb in PAST | PRESENT)


def _is_part_of(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a share is one of the things before it: 86,000, a third of whom ship abroad."""
    return one.is_bare and bool(other.numeral.dimension) and text.word(other.last) == "of"


def _is_margin(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether one is the middle of a range and the other its margin: 20 ± 0.5, US$20bn ± 2%.

    That of 20% ± 2% may be points or a share.
    """
    if not _MARGIN.fullmatch(text.lower[one.end : other.numeral.start]):
        return False
    if one.dimension == RATIO:
        return other.dimension == POINTS
    if one.is_bare:
        return other.dimension not in {RATIO, POINTS}
    if other.is_bare:  # 2 million ounces, give or take 50,000; that of $40 million may be millions
        return one.numeral.magnitude == 1 or other.numeral.low >= _SMALLEST
    return other.dimension in {RATIO, one.dimension}


def _counts_something(quantity: Quantity, text: Text) -> bool:
    """Whether a bare number stands before what it counts: shops, start-ups."""
    at = quantity.last
    word = text.word(at)
    if text.word(at + 1) == "-" and text.touches(at) and text.touches(at + 1):
        return is_counted_word(text.word(at + 2))
    return is_counted_word(word) or (word[:1] in CLASSIFIERS and bool(word))


def _ends_row(other: Quantity, text: Text) -> bool:
    return re.match(r"\s*(?:and|or|,|和)\s", text.lower[other.end : other.end + 6]) is not None
