"""What stands behind a numeral: units, letters for magnitudes, halves and cents."""

from collections.abc import Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import OVER_OR_SO, Numeral
from exporter.evidence.reading.quantities import NO_UNIT, Quantity
from exporter.evidence.reading.suffixes_zh import unit_behind_zh
from exporter.evidence.reading.sums_en import is_compared
from exporter.evidence.reading.tonnages import YEARLY
from exporter.evidence.reading.vocabulary.numbers import LETTER_SCALES, SCALES
from exporter.evidence.reading.vocabulary.units import (
    LOWER_UNITS,
    PREFIXES,
    SIZED_CODES,
    TextUnit,
    is_counted_word,
    phrase_at,
    symbol_at,
)
from exporter.facts.units import CALENDAR_TIME, MULTIPLE, POINTS, TIME

_HALVED = frozenset({TIME, CALENDAR_TIME, MULTIPLE})
# 三年半, 两倍半, "two hours and a half"; 年半 begins 年半数 too.
_AND_A_HALF = regex(
    r"半(?![数年天个小月日径导夜价])|\s+and\s+(?:a\s+)?half(?![a-z-])(?!\s+(?:of|an?"
    r"|the|million|billion)(?![a-z]))"
)
# "3 times as many" is a multiple and "8 times a day" a count; so is "rose 3 times" a multiple.
_OF_MULTIPLES = frozenset(
    "as the its that those more higher larger bigger faster greater lower of over "
    "next forward this last earnings ebitda sales book revenue forecast current"
    " trailing net gross oversubscribed covered subscribed their our annual "
    "estimated expected fair what oversubscription 2024 2025 2026 2027 2028 "
    "12-month ev enterprise p price".split()
)


_RATES_AFTER = frozenset("a an per each every daily weekly monthly".split())


_GREW = frozenset(
    "rose grew increase increased increases jumped surged up multiplied climbed expanded subscribed"
    " oversubscribed undersubscribed overbooked"
    " covered".split()
)
_PICTURE_LINES = frozenset({360, 480, 720, 1080, 2160})
_HUNDREDTH = Fraction(1, 100)
_CENTS = regex(r"仙|分(?![之钟别布])|\s?cents?(?![a-z])")
# Pounds beside one of these are no money.
_WEIGHING = frozenset(
    "tow tows towing weigh weighs weighed haul hauls lift lifts payload cargo heavy weight".split()
)


def with_letter(
    text: Text, numeral: Numeral, currency: str, previous: Quantity | None
) -> Numeral | None:
    """5m as five million where money or things are counted; else metres, or nothing known."""
    at, letter = text.at(numeral.end), numeral.letter
    is_capital, touching = text.folded[text.starts[at]].isupper(), text.starts[at] == numeral.end
    currency = currency or _currency_of_range(previous, numeral, text)
    if not currency and not is_capital and symbol_at(text.folded, text.starts[at]) is not None:
        return numeral  # 60t is a mass
    if letter == "k":
        fits = touching and not _is_format(text, numeral, at)
    else:
        fits = is_capital and touching and letter != "g"
    if not fits and letter != "g":
        fits = _counts_after(text, at + 1) and (touching or is_capital)
    if not fits and letter in "mb" and touching:
        fits = _counted_before(text, text.at(numeral.start))
    if not (fits or currency or _is_alone(text, numeral, at)):
        return None
    size, end, said = Fraction(LETTER_SCALES[letter]), text.ends[at], numeral.qualifiers
    if text.word(at + 1) == "+" and text.touches(at):
        said, end = OVER_OR_SO, text.ends[at + 1]
    return numeral.times(size)._replace(end=end, letter="", qualifiers=said)


_ALONE = frozenset("MBkK")  # a mass, a temperature and a molecular weight have other letters


def _is_alone(text: Text, numeral: Numeral, at: int) -> bool:
    """2.33 k, 1,674,200.5 M, 1.2b: a letter with nothing behind it, after a number with a mark."""
    digits = text.lower[numeral.start : text.starts[at]].rstrip()
    letter = text.folded[text.starts[at]]
    has_mark = not digits.isdecimal()
    glued = letter == "b" and digits[-2:-1].isdecimal() and text.starts[at] == numeral.end
    return has_mark and (letter in _ALONE or glued) and not text.word(at + 1)[:1].isalnum()


def _currency_of_range(previous: Quantity | None, numeral: Numeral, text: Text) -> str:
    """The currency of RMB8m in RMB8m-12m, and of £20 in £20-25m."""
    if previous is None or not previous.dimension.startswith("money:"):
        return ""
    gap, size = text.lower[previous.end : numeral.start].strip(), previous.numeral.magnitude
    same = size == LETTER_SCALES.get(numeral.letter) and gap in {"-", "to", "~", "and"}
    joined = same or (size == 1 and gap in {"-", "to", "~"})
    joined = joined or is_compared(previous, numeral, text.at(numeral.end) + 1, text)
    return previous.dimension.removeprefix("money:") if joined else ""


# What is counted in millions, and is no metres long: customers rose to 3.4m from 2.9m.
_IN_MILLIONS = frozenset(
    "users customers subscribers members passengers visitors visits downloads orders units "
    "accounts players viewers households homes policies shipments deliveries "
    "vehicles cars parcels clients "
    "transactions borrowers patients guests travellers travelers streams installs "
    "subscriptions views clicks listeners readers followers drivers riders merchants "
    "policyholders cardholders active daily monthly sales volumes headcount enrolment enrollment "
    "bookings nights doses".split()
)
_REACHED = frozenset(
    "to at of from by was were is are reached hit totalled totaled nearly almost over about "
    "around roughly some passed topped exceeded surpassed averaged against versus than above "
    "below under".split()
)
_AS_FAR = 10  # words


def _counted_before(text: Text, at: int) -> bool:
    """Whether the words before a number say what it counts, and that this came to so much."""
    if text.word(at - 1) not in _REACHED:
        return False
    words = text.words[max(0, at - _AS_FAR) : at]
    return not _IN_MILLIONS.isdisjoint(words) and _LENGTHS.isdisjoint(words)


_LENGTHS = frozenset("long length tall height high wide width deep depth metres meters".split())


def _is_format(text: Text, numeral: Numeral, at: int) -> bool:
    """4K and 8K are pictures."""
    return (
        numeral.low in {2, 4, 8, 16}
        and text.folded[text.starts[at]] == "K"
        and not _counts_after(text, at + 1)
    )


_COUNTED_IN_BOXES = frozenset("teu teus feu feus boe bbl oz btu tokens".split())


def _counts_after(text: Text, at: int) -> bool:
    """Whether a counted thing follows: users, 用户, or another number of it (3m-5m people)."""
    word = text.word(at)
    if word in {"-", "to", "~", "and", "or"} and text.word(at + 2) in LETTER_SCALES:
        at += 3
        word = text.word(at)
    if word == "+" or word in _COUNTED_IN_BOXES:
        return True
    if word and word[0] >= "\u4e00":
        return word[0] in "参个名人用家下次件"
    return any(
        is_counted_word(text.word(at + n))
        for n in range(3)
        if all(text.word(at + k).isalpha() for k in range(n + 1))
    )


def unit_behind(text: Text, numeral: Numeral, currency: str) -> tuple[TextUnit, int]:
    """The unit of a numeral, NO_UNIT where none is said, and where the figure ends."""
    unit, end = NO_UNIT, numeral.end
    if currency and (cents := _CENTS.match(text.lower, end)):  # 港币6.5仙, HK12 cents
        return TextUnit(currency, f"money:{currency}", _HUNDREDTH), cents.end()
    if not (currency and _is_code_of_next(text, text.at(end))):
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
    """Whether a currency stands before a further number: RMB 10 USD 20, $172 $(536)."""
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
        unit = _times(text, numeral, index)
    elif word == "p" and not spaced and numeral.low not in _PICTURE_LINES:
        unit = TextUnit("GBP", "money:GBP", _HUNDREDTH)
    elif word == "c" and not spaced:
        unit = TextUnit("$", "money:$", _HUNDREDTH)
    elif word in {"pound", "pounds"} and not _WEIGHING.isdisjoint(text.words):
        unit = TextUnit("lb", "mass", Fraction("0.45359237"))
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
        "cases workers labourers surgeries spas".split()
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


def _times(text: Text, numeral: Numeral, index: int) -> TextUnit | None:
    """3 times as many is a multiple, 8 times a day a count, and "rose 3 times" a multiple."""
    after = text.word(index + 1)
    is_year = len(after) == 4 and after[:2] in {"20", "19"}
    is_multiple = after in _OF_MULTIPLES or is_year
    is_before = after in _RATES_AFTER and _is_of_a_time_before(text, index)
    if not is_multiple and (is_before or after not in _RATES_AFTER):
        before = text.at(numeral.start)
        words = text.words[max(0, before - 4) : before]
        is_multiple = numeral.low.denominator > 1 or not _GREW.isdisjoint(words)
        is_multiple = is_multiple or _is_covered(text, before) or _is_price(words)
        is_multiple = is_multiple or _is_of_debt(text.words[:before] if is_before else words)
    return TextUnit("x", MULTIPLE) if is_multiple else None


def _is_of_a_time_before(text: Text, index: int) -> bool:
    """Whether "times a year" says when and not how often: down from 3.2 times | a year earlier.

    Beside how often something is, it is told how often it was: 3.1 times a month, up from 2.8 times
    a year ago.
    """
    if text.word(index + 2) not in _SPANS_BACK:
        return False
    how, behind = text.word(index + 3), text.word(index + 4)
    if how not in _BACK and not (how == "before" and not behind.isalpha()):
        return False
    words = text.words[:index]
    often = (at for at, word in enumerate(words) if word in {"time", "times"})
    return not any(words[at + 1 : at + 2] and words[at + 1] in _RATES_AFTER for at in often)


def _is_of_debt(words: Sequence[str]) -> bool:
    """Whether what was said before is so many times something: debt, 3 times EBITDA."""
    return not _LEVERAGE.isdisjoint(words)


_LEVERAGE = frozenset("debt borrowings leverage gearing ebitda ebitdar cover multiple".split())
_SPANS_BACK = frozenset({"year", "quarter", "half", "month", "week", "decade"})
_BACK = frozenset({"earlier", "ago", "previously"})


def _is_price(words: Sequence[str]) -> bool:
    """Whether shares trade on so many times; of what, was said before."""
    verb = next((at for at, word in enumerate(words) if word in _TRADING), len(words))
    return not _TRADING_ON.isdisjoint(words[verb + 1 :])


_TRADING = frozenset(
    "trade trades trading traded hands valued values rated priced multiple sells selling".split()
)
_TRADING_ON = frozenset("on at for of around about under over".split())
_OFFERED = frozenset(
    "deal offer offers offering issue book books tranche tranches sale placing placement shares "
    "bonds notes listing ipo interest charges payout dividend".split()
)
_FAR = 7  # words


def _is_covered(text: Text, at: int) -> bool:
    """Whether what is offered or owed is covered so many times: orders covered the deal 4 times."""
    words = text.words[max(0, at - _FAR) : at]
    verb = next((n for n, word in enumerate(words) if word in _COVERED), len(words))
    return not _OFFERED.isdisjoint(words[verb:]) and not any(
        word[0].isdecimal() or word in {",", "."} for word in words[verb:]
    )


_COVERED = frozenset("covered cover covers covering exceeded exceed exceeds".split())


def with_half(text: Text, numeral: Numeral, unit: TextUnit, end: int) -> tuple[Numeral, int]:
    """三年半, two hours and a half."""
    if unit.dimension not in _HALVED:
        return numeral, end
    half = _AND_A_HALF.match(text.lower, end)
    if half is None:
        return numeral, end
    more = Fraction(1, 2)
    return numeral._replace(low=numeral.low + more, high=numeral.high + more), half.end()
