"""Numerals of English text: 1.2 billion, 300k, twenty-five, half a million, hundreds of."""

import re
from collections.abc import Iterator
from fractions import Fraction

from exporter.evidence.reading.hints import hint
from exporter.evidence.reading.numerals import (
    ARABIC,
    NO_QUALIFIERS,
    ONE,
    OVER_OR_SO,
    Numeral,
    a_few,
    exact,
)  # fmt: skip

_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: value for value, word in enumerate(_TEENS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
_SCALES = {
    "ten": 10, "dozen": 12, "hundred": 100,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion)(?![a-z])"
_PERIOD = r"(?:second|minute|hour|day|week|month|year)(?![a-z])"
_AND_A_HALF = r"[\s-]+and[\s-]+(?:a[\s-]+)?half(?![a-z])(?!\s+(?:of|an?)(?![a-z]))"
_WORD = (
    rf"(?:(?:{_TENS.replace(' ', '|')})"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z]))?"
    rf"|(?:{'|'.join(sorted(_TEENS.split(), key=len, reverse=True))}))(?![a-z])"
)
_WORDED = re.compile(
    rf"(?<![a-z'])(?:half(?:\s+an?|[ -]a)(?=\s+(?:{_SCALE}|{_PERIOD}))|half(?=[ -]{_PERIOD})"
    rf"|an?(?=\s+{_SCALE})|{_WORD})(?:{_AND_A_HALF})?(?:[\s-]+{_SCALE}){{0,4}}"
    # two hundred and fifty thousand, but "between one hundred and two hundred" are two numbers
    rf"(?:(?:(?<=hundred)(?:\s+and)?|(?<=thousand)(?:\s+and(?=\s+{_WORD}(?!\s+{_SCALE})))?|(?<=illion))\s+{_WORD}"
    rf"(?!\s+hundred\s+(?!thousand))(?:[\s-]+{_SCALE}){{0,4}}){{0,6}}(?P<tail>(?<=illion){_AND_A_HALF})?(?P<plus>\+(?!\s?[0-9n]))?"
)
_SCALED = re.compile(
    rf"(?<![0-9.])(?P<digits>{ARABIC})(?:(?P<half>{_AND_A_HALF})(?:\s+(?P<half_of>{_SCALE}))?"
    rf"|(?P<early_plus>\+|-plus)?[ -]?(?P<scale>{_SCALE}|(?:mln|mn|bln|bn|trn|tn)(?![a-z0-9]))"
    r"|(?P<letter>[kmb])(?![a-z0-9]))(?P<plus>\+(?!\s?[0-9n]))?"
)
# "5m" may be metres: a lone m or b is a magnitude after a currency or before what people count.
_MONEY_BEFORE = re.compile(r"(?:[$¥€£]|rmb|cny|usd|hkd|eur|gbp|jpy)\s?-?$")
_COUNTED_AFTER = re.compile(
    r"\+|(?:\s+[a-z]+){0,2}?\s+(?:people|[a-z]+s)(?![a-z])|\s?[参个名人用家下次件]"
)
_VAGUE = re.compile(
    r"(?<![a-z])(?<!as )(?:(?:an?\s+)?(?P<few>few|several|couple\s+of|handful\s+of)"
    rf"(?:\s+(?P<few_of>{_SCALE}))?"
    r"|(?P<tens>tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?:\s+of\s+(?P<tens_of>thousands|millions|billions|trillions))?(?:\s+of(?![a-z]))?)(?![a-z])"
)
_SINGLE = re.compile(
    r"(?<![a-z])(?:in|within|under|over|than|about|around|nearly|almost|for|takes?|just|only"
    rf"|least|most)\s+(?P<single>an?)(?=\s+{_PERIOD})"
    r"(?!\s+[a-z]+\s+(?:ago|earlier|before|prior))"
)
VAGUE_HINT = hint(
    "a",
    words="few|several|couple|handful|tens|dozens|hundreds|thousands|millions|billions|trillions",
)
WORDED_HINT = hint(
    "a",
    words="half|dozen|hundred|thousand|illion|zero|one|two|three|four|five|six|seven|eight|nine|ten"
    "|eleven|twelve|teen|twenty|thirty|forty|fifty|second|minute|hour|day|week|month|year",
)
SCALED_HINT = hint("a", "0", words="k|m|b|tn|trn|half|dozen|hundred|thousand|trillion")
_TOKEN = re.compile(r"[a-z]+")


def find_vague(text: str) -> Iterator[Numeral]:
    """Several, a few hundred, dozens, tens of thousands of: numbers that are a range."""
    for match in _VAGUE.finditer(text):
        if match["few"]:
            size = _SCALES.get(match["few_of"], 1)
        else:
            size = _SCALES[match["tens"].removesuffix("s")]
            size *= _SCALES.get((match["tens_of"] or "").removesuffix("s"), 1)
        yield a_few(*match.span(), Fraction(size))


def find_worded(text: str) -> Iterator[Numeral]:
    """Twenty-five, two hundred and fifty thousand, a million, half a dozen, an hour."""
    for match in _WORDED.finditer(text):
        value, size = _value(match[0].removesuffix(match["tail"] or ""))
        if match["tail"]:
            value += size / 2
        said = OVER_OR_SO if match["plus"] else NO_QUALIFIERS
        yield Numeral(*match.span(), value, value, size, said)
    for match in _SINGLE.finditer(text):
        yield Numeral(*match.span("single"), ONE, ONE)


def find_scaled(text: str) -> Iterator[Numeral]:
    """1.2 billion, 300k, RMB5m, 2 and a half million: digits with an English magnitude."""
    for match in _SCALED.finditer(text):
        letter = match["letter"]
        if letter in {"m", "b"} and not _is_magnitude(match, text):
            continue
        size = Fraction(_SCALES.get(match["scale"] or letter or match["half_of"], 1))
        value = exact(match["digits"]) + (Fraction(1, 2) if match["half"] else 0)
        said = OVER_OR_SO if match["plus"] or match["early_plus"] else NO_QUALIFIERS
        yield Numeral(*match.span(), value * size, value * size, size, said)


def _is_magnitude(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 6) : match.start()]
    return bool(_MONEY_BEFORE.search(before) or _COUNTED_AFTER.match(text, match.end()))


def _value(words: str) -> tuple[Fraction, Fraction]:
    """The value of a number in words, and the magnitude that it ends with."""
    total, current, size = Fraction(0), Fraction(0), ONE
    for word in _TOKEN.findall(words):
        if word == "half":
            current += Fraction(1, 2)
        elif word in WORDS:
            current, size = current + WORDS[word], ONE
        elif word in _SCALES:
            size, current = size * _SCALES[word], (current or ONE) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, Fraction(0)
    return total + current, size
