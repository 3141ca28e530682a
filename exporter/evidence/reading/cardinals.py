"""Cardinal numbers in English words: two hundred and fifty thousand, one in five."""

from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import (
    ONE,
)
from exporter.evidence.reading.vocabulary.numbers import (
    CARDINALS,
    NTHS,
    ONES,
    PARTS_EN,
    PLURAL_SCALES,
    SCALES,
    TENS,
)

# What a share is said of: nine out of ten. In digits none that a shape hides (`hidden_digits`).
_ROUND = frozenset({*range(2, 11), 20, 100, 1000})
_HUNDRED = 100
_CENTURIES = frozenset({"19", "20"})  # 9 in 2025
SPANS = frozenset("second minute hour day week month year quarter decade".split())


def in_so_many(text: Text, end: int, value: Fraction) -> tuple[Fraction, int] | None:
    """One in five, 3 in 10, nine out of ten, 1-in-5; "5 in 10 years" are two figures."""
    index = end + (text.word(end) == "-")
    is_out_of = text.word(index) == "out" and text.word(index + 1) == "of"
    if text.word(index) == "in":
        index += 1
    elif is_out_of:
        index += 2
    elif text.word(index) == "of" and text.word(index + 1) == "every":
        index += 1
    else:
        return None
    index += text.word(index) in {"every", "-"}
    word, in_hundreds = text.word(index), False
    is_year = word[:2] in _CENTURIES and (is_out_of or len(word) == 4)
    if word.isdecimal() and len(word) <= 4 and not is_year:
        whole, last = Fraction(int(word)), index + 1
    elif word in CARDINALS or word in SCALES:
        said = say(text, index, ONE if word in SCALES else None)
        if said is None:
            return None
        whole, last = said.value, said.end
        in_hundreds = whole % _HUNDRED == 0
    else:
        return None
    after = text.word(last)
    if after in PLURAL_SCALES:
        return value / (whole * PLURAL_SCALES[after]), last + 1
    if (
        after in SPANS
        or after.removesuffix("s") in SPANS
        or after in SCALES
        or after in {"%", "percent", "-", "/"}
        or value >= whole
        # Nine out of 14 analysts are two numbers.
        or (is_out_of and not in_hundreds and whole not in _ROUND)
    ):
        return None
    if after in {".", ","} and text.touches(last - 1) and text.word(last + 1).isdecimal():
        return None
    return value / whole, last


def scale_at(text: Text, at: int) -> tuple[Fraction, int]:
    """Hundred, million, lakh crore: the magnitude at `at`, and the index after it."""
    size = ONE
    while (scale := SCALES.get(text.word(at))) is not None:
        size, at = size * scale, at + 1
    return size, at


def rest_of_number(text: Text, at: int, value: Fraction, size: Fraction) -> tuple[Fraction, int]:
    """What follows a magnitude: 3 hundred and 21, three million and a half."""
    if text.word(at) == "and":
        return _rest_behind_and(text, at, value, size)
    word = text.word(at)
    more, last = scale_at(text, at + 1)
    if word.isdecimal() and len(word) < 4 and 1 < more < size:
        return rest_of_number(text, last, value + int(word) * more, more)
    return value, at


def _rest_behind_and(text: Text, at: int, value: Fraction, size: Fraction) -> tuple[Fraction, int]:
    part, after = and_a_part(text, at)
    if part is not None:
        more, last = scale_at(text, after)
        if more > 1:
            return (value + part * more, last) if more < size else (value, at)
        if size >= 1000 and text.word(after) not in {"of", "a", "an"}:
            return value + part * size, after
        return value, at
    word, following = text.word(at + 1), text.word(at + 2)
    if word.isdecimal() and len(word) < 4 and following not in SCALES | {"%": 0, "-": 0}:
        return (value + int(word), at + 2) if 0 < int(word) < size <= 1000 else (value, at)
    said = say(text, at + 1, None) if word in CARDINALS and size >= 100 else None
    if said is None or said.value >= size or _is_between(text, at):
        return value, at
    is_rest = said.value >= 100 if size > 1000 else said.size == 1
    return (value + said.value, said.end) if is_rest else (value, at)


class Part(NamedTuple):
    """What a whole is parted into: fifths, twenty-firsts."""

    whole: int
    is_plural: bool
    end: int


def part_at(text: Text, at: int) -> Part | None:
    """The part that begins at word `at`."""
    word = text.word(at)
    if word in TENS:
        hyphen = text.word(at + 1) == "-"
        unit = text.word(at + 1 + hyphen)
        stem = unit.removesuffix("s")
        nth = NTHS.get(stem, 0)
        if 0 < nth < 10 and (hyphen or unit != stem):
            return Part(TENS[word] + nth, unit != stem, at + 2 + hyphen)
        return None
    if word in PARTS_EN:
        return Part(PARTS_EN[word], is_plural=False, end=at + 1)
    stem = word.removesuffix("s")
    return Part(PARTS_EN[stem], is_plural=True, end=at + 1) if stem in PARTS_EN else None


def and_a_part(text: Text, at: int) -> tuple[Fraction | None, int]:
    """And a half, and three quarters, and fifty-four hundredths."""
    index = at + 1 + (text.word(at + 1) == "-")
    word = text.word(index)
    if word == "half":
        return Fraction(1, 2), index + 1
    if word in {"a", "an"}:
        count, index = 1, index + 1
    elif word in TENS and text.word(index + 1) == "-" and text.word(index + 2) in ONES:
        count, index = TENS[word] + ONES[text.word(index + 2)], index + 3
    else:
        count, index = CARDINALS.get(word, 0), index + 1
    part = part_at(text, index + (text.word(index) == "-"))
    if part is not None and 0 < count < part.whole:
        return Fraction(count, part.whole), part.end
    return None, at


class Said(NamedTuple):
    """A cardinal in words."""

    value: Fraction
    size: Fraction
    end: int


_DEEPEST = 3  # a million and two thousand and three hundred and four


class _Count:
    """A cardinal while its words go by.

    Attributes:
        total: What is counted up to the last thousand, million, …
        current: What is said since; None for nothing.
        size: The magnitudes that the words so far end with, as one; 1 where they end with a digit.
        previous: The last word.
    """

    def __init__(self, current: Fraction | None) -> None:
        """A count that begins with a number in digits or an article, or with nothing."""
        self.total, self.current, self.size = Fraction(0), current, ONE
        self.previous = ""
        self._least = Fraction(10**18)

    @property
    def value(self) -> Fraction:
        """The number that the words so far say."""
        return self.total + (self.current or 0)

    def take(self, word: str, *, is_first: bool) -> bool:
        """Count a word on; False where it belongs to no number, or begins another one."""
        if word in CARDINALS:
            taken = self._take_number(CARDINALS[word])
        else:
            taken = word in SCALES and self._take_scale(SCALES[word], is_first=is_first)
        if taken:
            self.previous = word
        return taken

    def _take_number(self, number: int) -> bool:
        after_hundred = self.previous == "hundred" and number < 100
        if self.current is None:
            self.current = Fraction(number)
        elif after_hundred or (self.previous in TENS and 0 < number < 10):
            self.current += number
        else:
            return False
        self.size = ONE
        return True

    def _take_scale(self, scale: int, *, is_first: bool) -> bool:
        again = self.previous in SCALES
        if scale < 1000:
            if scale == 12 and (self.current is None or self.current > 99) and not is_first:
                return False
            self.current = (ONE if self.current is None else self.current) * scale
            self.size = self.size * scale if again else Fraction(scale)
            return True
        if self.current is None and self.total and again:
            self.total, self.size = self.total * scale, self.size * scale
        else:
            amount = ONE if self.current is None else self.current
            larger = scale > self._least and self.total
            self.total = (self.total + amount) * scale if larger else self.total + amount * scale
            self.size = scale * (self.size if self.previous in {"hundred", "dozen"} else ONE)
        self._least, self.current = Fraction(scale), None
        return True


def say(text: Text, at: int, value: Fraction | None, depth: int = 0) -> Said | None:
    """The longest cardinal at `at`: two hundred and fifty thousand, twenty-four hundred.

    Args:
        text: The text.
        at: The index of its first word, behind a number or an article where `value` is one.
        value: What stands before; None for nothing.
        depth: How many numbers are being read that this one may belong to.
    """
    count, index = _Count(value), at
    while True:
        joint = _joint(text, index, at, count, depth) if count.previous else 0
        if joint is None:
            break
        word = text.word(index + joint)
        if word == "point" and count.previous and text.word(index + 1) in CARDINALS:
            return _decimals(text, index + 1, count.value)
        if not count.take(word, is_first=index == at):
            break
        index += joint + 1
    return Said(count.value, count.size, index) if index > at else None


def _joint(text: Text, index: int, first: int, count: _Count, depth: int) -> int | None:
    """1 where the word at `index` joins two parts of a number, 0 where it is a part; else None."""
    word, following, previous = text.word(index), text.word(index + 1), count.previous
    if word == "-":
        tens = previous in TENS and following in ONES
        return 1 if tens or (following in SCALES and text.touches(index - 1)) else None
    if word not in {"and", ","}:
        return 0
    if previous not in SCALES or following not in CARDINALS or depth > _DEEPEST:
        return None
    if word == ",":
        more = say(text, index + 1, None, depth + 1) if count.size >= 1000 else None
        return 1 if more is not None and 100 <= more.value < count.size else None
    part = text.word(index + 3) if text.word(index + 2) == "-" else text.word(index + 2)
    if part.removesuffix("s") in PARTS_EN or _is_between(text, first):
        return None
    return 1 if _is_less(text, index + 1, previous, count.size, depth) else None


def _is_less(text: Text, at: int, previous: str, size: Fraction, depth: int) -> bool:
    """Whether what follows `and` is the smaller part of a number, and not another one."""
    if previous == "hundred":
        index = at + 1
        if text.word(at) in TENS and text.word(index) in {"-", *ONES}:
            index += 2 if text.word(index) == "-" else 1
        return text.word(index) != "hundred"
    following = say(text, at, None, depth + 1)
    return following is not None and following.value < size


def _is_between(text: Text, at: int) -> bool:
    return text.word(at - 1) == "between" or text.word(at - 2) == "between"


def _decimals(text: Text, at: int, whole: Fraction) -> Said:
    """Point seventy-one, point zero three: digits as they are said, and a magnitude behind them."""
    digits, index = "", at
    while (word := text.word(index)) in CARDINALS or (word == "-" and text.word(index + 1) in ONES):
        if word == "-":
            index += 1
            word = text.word(index)
        digit = CARDINALS[word]
        if digits and text.word(index - 1) in {"-", *TENS} and digit < 10 and digits.endswith("0"):
            digits = f"{digits[:-1]}{digit}"
        else:
            digits += str(digit)
        index += 1
    value = whole + Fraction(int(digits), 10 ** len(digits))
    size, end = scale_at(text, index)
    return Said(value * size, size, end)
