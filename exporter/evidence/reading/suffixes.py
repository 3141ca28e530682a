"""What stands behind a numeral: units, halves and cents."""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lengths_en import metres_in_m
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.multiples_en import unit_of_times
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.quantities import NO_UNIT
from exporter.evidence.reading.suffixes_zh import unit_behind_zh, with_more_of_a_rate
from exporter.evidence.reading.tonnages import YEARLY
from exporter.evidence.reading.vocabulary.currency_marks import LOWER_UNITS, PREFIXES, SIZED_CODES
from exporter.evidence.reading.vocabulary.numbers import SCALES
from exporter.evidence.reading.vocabulary.units import (
    TextUnit,
    is_counted_word,
    phrase_at,
    symbol_at,
)
from exporter.facts.units import CALENDAR_TIME, MULTIPLE, POINTS, TIME

_PICTURE_LINES = frozenset({360, 480, 720, 1080, 2160})
_HUNDREDTH = Fraction(1, 100)
_CENTS = regex(r"仙|分(?![之钟别布])|\s?cents?(?![a-z])")
# Pounds beside one of these are no money.
_WEIGHING = frozenset(
    "tow tows towing weigh weighs weighed haul hauls lift lifts payload cargo heavy weight".split()
)


def unit_behind(text: Text, numeral: Numeral, currency: str) -> tuple[TextUnit, int]:
    """The unit of a numeral, NO_UNIT where none is said, and where the figure ends."""
    unit, end = NO_UNIT, numeral.end
    if currency and (cents := _CENTS.match(text.lower, end)):  # 港币6.5仙, HK12 cents
        return TextUnit(currency, f"money:{currency}", _HUNDREDTH), cents.end()
    is_word = text.lower[numeral.start].isalpha()  # two EUR 500 prizes
    if not ((currency or is_word) and _is_code_of_next(text, text.at(end))):
        unit, end = _unit(text, numeral, currency) or (unit, end)
        if currency and unit.dimension in {TIME, CALENDAR_TIME}:
            unit, end = NO_UNIT, numeral.end  # rose $114.5 million year over year
    if unit.dimension.startswith("money:") and numeral.magnitude == 1:
        last = text.at(end)
        if text.word(last) in SCALES:  # 75 USD million
            unit = unit._replace(scale=unit.scale * SCALES[text.word(last)])
            end = text.ends[last]
    # 港币5亿元 is in Hong Kong dollars; what says its currency twice otherwise says it last.
    if currency and (
        unit is NO_UNIT
        or unit.dimension in {"money:CNY", "money:$", "money:£", f"money:{currency}"}
    ):
        unit = TextUnit(currency, f"money:{currency}", unit.scale)
    return unit, end


def _is_of_a_part(text: Text, index: int) -> bool:
    """Whether `of a percentage point` or `of a percent` begins at a word."""
    said = text.word(index), text.word(index + 1)
    return said in {("of", "a"), ("of", "one")} and text.word(index + 2) in _PERCENTS


_PERCENTS = frozenset({"percent", "percentage", "per", "point"})


def _is_code_of_next(text: Text, at: int) -> bool:
    """Whether a currency stands before a further number: RMB 10 USD 20, EUR 4-EUR 5, $172 $(5)."""
    at += text.word(at) == "-"
    further = at + 1 + (text.word(at + 1) == "(" and text.touches(at + 1))
    return text.word(at) in PREFIXES and text.word(further)[:1].isdecimal()


def _unit(text: Text, numeral: Numeral, currency: str) -> tuple[TextUnit, int] | None:
    lower, end = text.lower, numeral.end
    gap = lower[end : end + 1]
    spaced = gap in {" ", "-"}
    at = end + spaced
    char = lower[at : at + 1]
    if not char or (gap == "-" and not (char.isascii() and char.isalpha())):
        return None
    if char >= "\u4e00":
        return unit_behind_zh(text, numeral, at)
    index = text.at(at)
    if index >= len(text.words) or text.starts[index] != at:
        far = text.word(index) in {"%", "percent"} and lower[end : text.starts[index]].isspace()
        return phrase_unit(text, index) if far else None
    if not (currency and spaced):
        symbol = symbol_at(text.folded, at)
        if symbol is not None and not (currency and symbol[0] == 1):
            return symbol[1], at + symbol[0]
    if _is_of_a_part(text, index) and numeral.high < 1:
        index += 2  # 0.7 of a percentage point
    index += text.word(index) in _WHOLE and text.touches(index) is False
    return _special(text, numeral, index, spaced) or phrase_unit(text, index)


_WHOLE = frozenset({"full", "whole", "entire"})


_X_OF = frozenset("xpe xpb xps xev".split())  # 给予18xPE


def _special(text: Text, numeral: Numeral, index: int, spaced: bool) -> tuple[TextUnit, int] | None:
    """Units that depend on what is around them: times, x, 642p, pct, MUSD, half a point."""
    word, end = text.words[index], text.ends[index]
    unit: TextUnit | None = None
    if word in {"time", "times"}:
        unit = unit_of_times(text, numeral, index)
    elif word == "p" and not spaced and numeral.low not in _PICTURE_LINES:
        unit = TextUnit("GBP", "money:GBP", _HUNDREDTH)
    elif word == "c" and not spaced:
        unit = TextUnit("$", "money:$", _HUNDREDTH)
    elif word in {"pound", "pounds"} and not _WEIGHING.isdisjoint(text.words):
        unit = TextUnit("lb", "mass", Fraction("0.45359237"))
    elif word == "m":
        unit = metres_in_m(text, numeral)
    elif word in YEARLY:
        unit = YEARLY[word]
    elif word == "fold" or word in _X_OF:
        unit = TextUnit("x", MULTIPLE)
    elif (word in {"pct", "pcts"} and text.is_chinese) or (word == "point" and numeral.low < 1):
        unit = TextUnit("pp", POINTS, _HUNDREDTH)
    elif (sized := SIZED_CODES.get(text.folded[text.starts[index] : end])) is not None:
        size, code = sized
        unit = TextUnit(code, f"money:{code}", size)
    return (unit, end) if unit else None


# 41,300 day passes and 230 second homes take no time; a 30-day pass does.
_THINGS_OF = {
    "day": frozenset(
        "passes trips trippers tickets visitors patients nurseries centres centers schools boats "
        "cases workers labourers laborers surgeries spas pupils students boarders scholars traders "
        "guests hospitals clinics".split()
    ),
    "second": frozenset("homes houses cars mortgages jobs citizens".split()),
}
_SINGLE = frozenset({"1", "one", "a", "-"})


def phrase_unit(text: Text, index: int) -> tuple[TextUnit, int] | None:
    """The unit in words at `index`, and where it ends."""
    word = text.word(index)
    found = phrase_at(text.words, index) if word else None
    if found is None or (word == "x" and _is_product(text, index)):
        return None
    count, unit = found
    written = text.folded[text.starts[index] : text.ends[index]]
    if (
        unit.dimension.startswith("money:")
        and count == 1
        and len(written) <= 3
        and written.isalpha()
        and not written.isupper()
        and written.lower() not in LOWER_UNITS
    ):
        return None
    if word == "won" and _is_object(text.word(index + 1)):
        return None  # four won medals
    if text.word(index + 1) in _THINGS_OF.get(word, ()) and text.word(index - 1) not in _SINGLE:
        return None
    if (
        unit.key in {"seconds", "kr"}
        and text.word(index) in {"second", "kr"}
        and text.word(index - 1) in {"a", "the"}
    ):
        return None
    return unit, text.ends[index + count - 1]


def _is_object(word: str) -> bool:
    return word in {"the", "an", "its", "their", "his", "her"} or is_counted_word(word)


def _is_product(text: Text, index: int) -> bool:
    """7x24 and 2 x 3 are products, where 3x is a multiple."""
    following = text.word(index + 1)[:1].isdecimal()
    return following and (text.touches(index) or text.word(index + 2) == "")


def with_half(text: Text, numeral: Numeral, unit: TextUnit, end: int) -> tuple[Numeral, int]:
    """三年半, two hours and a half; 四厘半, 三厘七五 of a rate."""
    if text.lower[end - 1] == "厘":
        return with_more_of_a_rate(text, numeral, end)
    if unit.dimension not in _HALVED:
        return numeral, end
    half = _AND_A_HALF.match(text.lower, end)
    if half is None:
        return numeral, end
    more = Fraction(1, 2)
    return numeral._replace(low=numeral.low + more, high=numeral.high + more), half.end()


_HALVED = frozenset({TIME, CALENDAR_TIME, MULTIPLE})
# 三年半, 两倍半, "two hours and a half"; 年半 begins 年半数 too.
_AND_A_HALF = regex(
    r"半(?![数年天个小月日径导夜价])|\s+and\s+(?:a\s+)?half(?![a-z-])(?!\s+(?:of|an?"
    r"|the|million|billion)(?![a-z]))"
)
