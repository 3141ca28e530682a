"""A number as it is said, before its unit is known."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.facts.units import ratio_of_decimal
from exporter.facts.words import Qualifier

NO_QUALIFIERS: frozenset[Qualifier] = frozenset()
OVER_OR_SO = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})  # 多, 余, +
ONE = Fraction(1)
# What "a few" and 几 may stand for.
A_FEW = (Fraction(2), Fraction(9))
LONGEST = 31  # digits; no figure has more, and Python refuses to read thousands of them
# Thousands parted as in Europe and China, or as in India (12,34,567).
_PARTED = regex(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
)
_DECIMAL = regex(r"[0-9]+\.[0-9]+")


class Numeral(NamedTuple):  # and no dataclass: a text makes many, and tuples are quickly made
    """A number said in a text.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; 多 and + inside it included.
        low: Its value.
        high: The same, or the upper end of an indefinite number (几十: 20 to 90).
        magnitude: The 万, 亿, million at its end, which the low end of a range borrows; else 1.
        qualifiers: What 多, 余, 来 or + inside it say.
        dimension: Set where the words themselves fix it (三分之一 is a ratio); else "".
        weak: It is a number only with a unit, a classifier or a qualifier beside it (一, 百, 数).
        sign: -1 where the numeral itself is written as negative.
        vague: Nobody can say which number it is: 数百 names a magnitude alone, 几 not even that.
        refused: It is written in a way that is not understood: no part of it is read.
        letter: A letter that may be a magnitude or a unit (5m); it counts as one where that fits.
        beyond: The round number that it is over, though not by how much: 10 of 十几.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    magnitude: Fraction = ONE
    qualifiers: frozenset[Qualifier] = NO_QUALIFIERS
    dimension: str = ""
    weak: bool = False
    sign: int = 1
    vague: bool = False
    refused: bool = False
    letter: str = ""
    beyond: Fraction | None = None

    def times(self, size: Fraction) -> "Numeral":
        """The number with a magnitude that is said beside it."""
        low = self.low * size
        high = low if self.is_definite else self.high * size
        beyond = self.beyond * size if self.beyond is not None else None
        return self._replace(low=low, high=high, magnitude=size, beyond=beyond)

    @property
    def is_definite(self) -> bool:
        """Whether it is one number."""
        return self.low is self.high or self.low == self.high


def a_few(start: int, end: int, magnitude: Fraction, *, weak: bool = False) -> Numeral:
    """An indefinite number: a few of one, or no more than a magnitude (数百, hundreds of)."""
    low, high = A_FEW if magnitude == 1 else (magnitude, magnitude)
    return Numeral(start, end, low, high, magnitude, weak=weak, vague=True)


def refusal(start: int, end: int) -> Numeral:
    """Words in which some number stands that is not understood."""
    return Numeral(start, end, ONE, ONE, refused=True)


def exact(digits: str) -> Fraction:
    """The value of well-formed Arabic digits (1,234.5), without the detour over a float."""
    above, below = ratio_of_decimal(digits)
    return Fraction(above) if below == 1 else Fraction(above, below)


@lru_cache(maxsize=8192)
def value_of_digits(word: str) -> Fraction | None:
    """The value of digits, points and commas; None where it is malformed (1,5 or 1.2.3)."""
    if len(word) > LONGEST:
        return None
    if word.isdecimal():
        return Fraction(int(word))
    if _DECIMAL.fullmatch(word) or _PARTED.fullmatch(word):
        return exact(word)
    return None
