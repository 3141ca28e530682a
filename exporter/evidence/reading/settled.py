"""What the sentence settles: what a number without a unit may be."""

import re
from fractions import Fraction
from math import prod

from exporter.engine.regex import regex
from exporter.evidence.reading.bare_money import CURRENCY_SAID, SAID
from exporter.evidence.reading.lexer import NUMERALS_ZH, Text
from exporter.evidence.reading.money_carried import money_stated
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.sums_zh import (
    is_of_money,
    named_money,
    names_a_count,
)
from exporter.evidence.reading.tonnages import may_be_tonnes
from exporter.evidence.reading.vocabulary.bare_numbers import MULTIPLE_OF, MULTIPLE_WORDS
from exporter.evidence.reading.vocabulary.numbers import POWERS_ZH
from exporter.evidence.reading.vocabulary.units import AS_POINTS, unit_zh
from exporter.facts.units import CALENDAR_TIME, KNOWN_UNITS, TIME

_PARTED_DIMENSIONS = frozenset("mass volume energy power area length".split())
# 54.6 million tonnes, of which coal accounted for 21.8 million.
_PARTED = regex(r"of which|其中")
# 归母净利润（万元）：-5,820，上年为1,140
_OF_A_TABLE = regex(
    r"[（(](?:单位[:：]\s?)?([千百十]?[万亿]{0,2})(元|美元|港元|欧元|日元|英镑)[)）]\s?[:：为是]"
)
_BEHIND_BARE = frozenset({"", "，", "。", "；", ",", "、", ")", "）", "."})


def with_table_unit(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities with the unit that brackets before them say for numbers that have none."""
    said = _OF_A_TABLE.search(text.lower) if "元" in text.lower else None
    found = unit_zh(said[2]) if said else None
    if said is None or found is None:
        return quantities
    size = Fraction(prod(POWERS_ZH[power] for power in said[1]))
    unit = found[1]._replace(scale=found[1].scale * size)
    return [
        quantity._replace(unit=unit, counted=True)
        if quantity.is_bare
        and quantity.start >= said.end()
        and quantity.numeral.magnitude == 1
        and text.word(quantity.last) in _BEHIND_BARE
        else quantity
        for quantity in quantities
    ]


_COMPARING = frozenset("in to from against than versus of".split())


def as_before(
    quantity: Quantity, before: Quantity | None, noun: str, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """A bare number that leaves its unit to the one before: in 6 months, a rival's in 10."""
    if before is None or not quantity.is_bare:
        return ()
    if before.dimension in _PARTED_DIMENSIONS and not noun.strip(" ."):
        said_between = text.lower[before.end : quantity.start]
        if _PARTED.search(said_between) and not re.search("[.。；;]", said_between):
            return ((before.dimension, quantity.numeral.low * before.scale),)
    if before.dimension not in {TIME, CALENDAR_TIME}:
        return ()
    if noun or text.word(quantity.first - 1) not in _COMPARING:
        return ()
    is_of_a_span = "-" in text.lower[before.numeral.end : before.end]  # a ten-year mean of 11
    if is_of_a_span and text.word(quantity.first - 1) == "of":
        return ()
    return ((before.dimension, quantity.numeral.low * before.scale),)


_PER_SHARE = regex(
    r"(?<![a-z])(?:eps|dps|bvps|earnings per share|dividend|book value|share price"
    r"|target price|price)(?![a-z])"
)
_WINDOW = 200  # characters around a figure


def may_also_be(
    quantity: Quantity, noun: str, subject: str, value: Fraction, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a number without a unit may be by the words around it: a multiple, money, points."""
    if quantity.unit.key in {"points", "点"}:
        return ((AS_POINTS[0], value * AS_POINTS[1]),)
    if not quantity.is_bare or quantity.is_attribute:
        return ()
    found = []
    before = text.lower[max(0, quantity.start - 40) : quantity.start]
    if (MULTIPLE_WORDS.search(before) or _is_usual(quantity, text)) and not names_a_count(noun):
        found.append((MULTIPLE_OF[0], value))
    found += may_be_tonnes(quantity, value, text)
    if _is_of_days(quantity, text) and not names_a_count(noun):
        found.append((TIME, value * KNOWN_UNITS["days"].scale))
    if (
        text.is_chinese
        and _is_large(quantity, text)
        and text.word(quantity.first - 1) != "每"  # 每百万词元0.8元
        and not names_a_count(noun)
        and is_of_money(quantity, noun, subject, text)
    ):
        named = named_money(subject) or money_stated(text.lower, quantity.start) or "CNY"
        found.append((f"money:{named}", value))
    elif (
        not text.is_chinese
        and not names_a_count(noun)
        and _PER_SHARE.search(text.lower, max(0, quantity.start - _WINDOW), quantity.end + _WINDOW)
        and (code := CURRENCY_SAID.search(text.lower, quantity.end, quantity.end + _WINDOW))
    ):
        found.append((f"money:{SAID[code[1].removesuffix('s')]}", value))
    return tuple(found)


# A P/E of 14 lies below its five-year average of 17.
_USUAL = regex(
    r"(?:average|mean|median|norm|low|high|peak|trough|ceiling|multiple|level)"
    r"(?: of| at| is| was)? $"
)
_OTHERWISE = regex(
    r"[;(]|[.!?]\s|(?<![a-z])(?:and|while|but|whereas|(?<!compare[sd] )with)(?![a-z])"
)
# Fetches 24 times forward earnings, against a five-year average of | 19
_TIMES_EARNINGS = regex(
    r"[0-9] ?(?:times|x) (?:[a-z0-9’'-]+ ){0,3}?(?:earnings|ebitda?|ebita|sales|revenues?|book"
    r"|cash flow|profits?)(?![a-z])"
)
# Days sales outstanding lengthened to | 49 | from | 44
_OF_DAYS = regex(
    r"(?<![a-z])(?:days(?: of)? (?:[a-z]+ )?(?:outstanding|on hand|in hand)|dso|dpo|dio"
    r"|(?:inventory|receivables?|payables?|debtors?|creditors?|stock) days)"
    r"(?![a-z])(?:(?!(?<![a-z])(?:and|while|but|whereas|as)(?![a-z])|[.!?] )[^;:()$€£¥]){0,60}$"
)
_STANDS_AT = regex(
    r"(?:^|[^a-z])(?:to|from|at|of|was|were|is|are|than|by|against|with) (?:about )?$"
)


def _is_of_days(quantity: Quantity, text: Text) -> bool:
    """Whether a bare number is of a metric that is counted in days."""
    before = text.lower[max(0, quantity.start - 90) : quantity.start]
    return _STANDS_AT.search(before) is not None and _OF_DAYS.search(before) is not None


_USUALLY = 20  # characters


def _is_usual(quantity: Quantity, text: Text) -> bool:
    """Whether a number is the usual one of the multiple that its clause is about."""
    end = quantity.start
    if text.is_chinese or not _USUAL.search(text.lower, max(0, end - _USUALLY), end):
        return False
    begin = max(0, end - _WINDOW)
    said = MULTIPLE_WORDS.search(text.lower, begin, end)
    said = said or _TIMES_EARNINGS.search(text.lower, begin, end)
    return said is not None and not _OTHERWISE.search(text.lower, said.end(), end)


_TEN_THOUSAND = 10_000


def _is_large(quantity: Quantity, text: Text) -> bool:
    """Whether a number is said in 万 or 亿: 1.2万, 一万二."""
    numeral = quantity.numeral
    is_in_words = text.lower[numeral.start] in NUMERALS_ZH and numeral.low >= _TEN_THOUSAND
    return numeral.magnitude >= _TEN_THOUSAND or is_in_words
