"""How a figure of a text stands to the figures of a quote: the same number, of the same kind."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from enum import Enum
from fractions import Fraction
from math import floor, log10
from typing import NamedTuple

from exporter.evidence.counted import counted_thing
from exporter.evidence.reading import Figure
from exporter.evidence.stated import is_endless, per_of
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO
from exporter.facts.words import Qualifier

_LARGE = 10_000  # a bare number from here on may be money without its currency
_NEAR_ENOUGH = Fraction(1, 20)  # how far a rounded number, said to be about, may be off
_ABOVE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_BELOW = frozenset({Qualifier.UNDER, Qualifier.UP_TO, Qualifier.NEARLY})
_SHARES = frozenset({RATIO, POINTS, MULTIPLE})
_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


class How(Enum):
    """How a figure of a text stands to the figures of a quote."""

    SAME = "stated"
    OTHERWISE = "stated with another qualifier, or per nothing"
    ABSENT = "not stated"


class Stand(NamedTuple):
    """How a figure stands to a quote, and the quote's figures of its kind."""

    how: How
    kin: tuple[Figure, ...]
    same: Figure | None = None


def stand_of(
    said: Sequence[Figure],
    at: int,
    stated: Sequence[Figure],
    *,
    number_alone: bool = False,
) -> Stand:
    """How one of the figures of a text stands to those of a quote.

    Args:
        said: The text's figures.
        at: The index of the one.
        stated: The quote's figures.
        number_alone: Whether to pass over what is counted, and which side leaves a currency out.
    """
    figure = said[at]
    kin: list[Figure] = []
    otherwise: Figure | None = None
    for index, other in enumerate(stated):
        if not alike(figure, other, number_alone=number_alone):
            continue
        kin.append(other)
        if not equal(figure, other) or _opposed(figure, other):
            continue
        if not number_alone and _counts_another(said, at, stated, index):
            continue
        if _as_qualified(figure, other) and not (_per(figure) and not _per(other)):
            return Stand(How.SAME, tuple(kin), other)
        otherwise = otherwise or other
    if otherwise is not None:
        return Stand(How.OTHERWISE, tuple(kin), otherwise)
    return Stand(How.ABSENT, tuple(kin))


def number_of(figure: Figure) -> Hashable:
    """All that two figures share of which one is just the number that the other is."""
    return figure.value, figure.dimension, _per(figure), figure.either_sign, figure.also


class Twins:
    """The figures of a text by their numbers.

    Most figures of a translation have a twin in the quote, which is found at once: to compare each
    of hundreds with each of hundreds takes long.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        """Of these figures."""
        self._by_number: defaultdict[Hashable, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._by_number[number_of(figure)].append(figure)

    def say(self, figure: Figure) -> bool:
        """Whether one of them is the number of a figure of another text, and says no less."""
        return any(
            _as_qualified(figure, other) and not _opposed(figure, other)
            for other in self._by_number.get(number_of(figure), ())
        )


def alike(figure: Figure, other: Figure, *, number_alone: bool = False) -> bool:
    """Whether two figures are of one kind, so that one can contradict the other."""
    is_shared = bool(_values(figure).keys() & _values(other).keys())
    if not is_shared and not _is_bare_money(figure, other):
        return number_alone and _is_bare_money(other, figure)
    if not (_per(figure) and _per(other)):
        return True
    one, two = per_of(figure.per), per_of(other.per)
    return one.dimension == two.dimension and (bool(one.dimension) or bool(one.words & two.words))


def _per(figure: Figure) -> str:
    """What a figure is per; a multiple is per nothing, though P/E be written behind it."""
    return "" if figure.dimension == MULTIPLE else figure.per


def _values(figure: Figure) -> dict[str, Fraction]:
    """The number that a figure is, by what it may be measured in."""
    return {**dict(figure.also), figure.dimension: figure.value}


def _is_bare_money(figure: Figure, other: Figure) -> bool:
    """Whether one may be the other's money without its currency: 营收123亿 for 123亿元."""
    is_bare = figure.dimension == COUNT and abs(figure.value) >= _LARGE
    return is_bare and other.dimension.startswith("money:")


def equal(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one kind are the same number, as far as the text says it."""
    mine, theirs = _values(figure), _values(other)
    pairs = [(mine[dimension], theirs[dimension]) for dimension in mine.keys() & theirs.keys()]
    if _is_bare_money(figure, other) or _is_bare_money(other, figure):
        pairs.append((figure.value, other.value))
    is_either = figure.either_sign or other.either_sign
    is_rate = _per(figure) and _per(other)
    scale = per_of(other.per).scale / per_of(figure.per).scale if is_rate else 1
    return any(
        value * scale == number
        or _rounds_to(figure, value * scale, number)
        or (is_either and abs(value * scale) == abs(number))
        for value, number in pairs
    )


def _rounds_to(figure: Figure, value: Fraction, number: Fraction) -> bool:
    """Whether a number that has no end, or is said to be about, rounds to a value as written."""
    if not value or (value < 0) is not (number < 0):
        return False
    about = Qualifier.ABOUT in figure.qualifiers and Qualifier.EXACT not in figure.qualifiers
    is_near = about and abs(value - number) <= abs(value) * _NEAR_ENOUGH
    if not (is_near or is_endless(number)):
        return False
    return abs(value - number) * 2 <= abs(_last_place(figure))


def same_numeral(figure: Figure, other: Figure) -> bool:
    """Whether two figures of different kinds say one number: 1.5 GW and 1.5GWh, 3% and 3pp.

    So do 15亿元 and 1.5 billion of anything; 0.5% says no 50 basis points, nor 300% 3 times, but
    each may well be meant by the other.
    """
    digits = _digits_of(figure)
    if digits is not None and digits == _digits_of(other):
        return True
    return figure.value == other.value and not {figure.dimension, other.dimension} & _SHARES


def _digits_of(figure: Figure) -> Fraction | None:
    """The one number in digits that a figure has, without its magnitude."""
    written = _NUMERAL.findall(figure.text)
    return Fraction(written[0].replace(",", "")) if len(written) == 1 else None


def _last_place(figure: Figure) -> Fraction:
    """What 1 in the last digit of a figure that is not zero is worth: 10,000 in 280,000."""
    written = _NUMERAL.search(figure.text)
    digits = written[0].replace(",", "") if written else ""
    numeral = Fraction(digits) if digits else Fraction(0)
    if not numeral:
        power = floor(log10(abs(figure.value))) if figure.value else 0
        return Fraction(10) ** power
    decimals = len(digits.partition(".")[2])
    whole = digits.replace(".", "")
    zeros = len(whole) - len(whole.rstrip("0"))
    return figure.value / numeral * Fraction(10) ** (zeros - decimals)


def _as_qualified(figure: Figure, other: Figure) -> bool:
    """Whether a text says no more of a number than the quote; about an exact one is less."""
    said = figure.qualifiers_of(other.value)
    said |= {Qualifier.EXACT} if Qualifier.ABOUT in said else set()
    return bool(said & other.qualifiers)


def _opposed(figure: Figure, other: Figure) -> bool:
    """Whether one says over and the other under."""
    one, two = figure.qualifiers_of(other.value), other.qualifiers
    return bool((one <= _ABOVE and two <= _BELOW) or (one <= _BELOW and two <= _ABOVE))


def _counts_another(said: Sequence[Figure], at: int, stated: Sequence[Figure], index: int) -> bool:
    """Whether both count things that are known, and other ones: 31 countries, 31 stores."""
    if said[at].dimension != COUNT or stated[index].dimension != COUNT:
        return False
    mine = counted_thing(said, at)
    theirs = counted_thing(stated, index) if mine else ""
    return bool(mine and theirs and mine != theirs)


def read_alike(said: Sequence[Figure], stated: Sequence[Figure]) -> bool:
    """Whether two texts say the same figures in the same order, as most translations do."""
    return len(said) == len(stated) and all(
        figure.value == other.value
        and figure.dimension == other.dimension
        and figure.qualifiers == other.qualifiers
        and figure.per == other.per
        for figure, other in zip(said, stated, strict=True)
    )
