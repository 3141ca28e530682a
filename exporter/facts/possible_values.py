"""What a fact says may be so: the values that its qualifier, its digits and its ends leave open."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.periods import Point, YearEnd
from exporter.facts.table import Fact
from exporter.facts.words import Qualifier

_NEAR = Fraction(1, 10)  # of a value: as far as about and nearly are from what they mean
_MAGNITUDE = 10  # as far as an order of magnitude reaches, up and down
_CALENDAR = YearEnd(12, 31)

End = Fraction | int


class Span(NamedTuple):
    """Values from a low to a high end, which are not among them; None for no end.

    Numbers are in the base unit of their dimension, dates are days from the year 1 on.
    """

    low: End | None
    high: End | None

    def overlaps(self, other: "Span") -> bool:
        """Whether some values are in both."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return not lows or not highs or max(lows) < min(highs)


def can_both_be(one: Fact, other: Fact) -> bool:
    """Whether the values of two facts can both be true: dates, or numbers in one dimension.

    12 and 12.04, over 12 and 15, 20 to 22 and 21 can be; 20 to 22 and 21 to 23 are two ranges.
    """
    if one.date or other.date:
        return _days(one).overlaps(_days(other))
    ends, others = _ends(one), _ends(other)
    if len(ends) == len(others):
        pairs = zip(ends, others, strict=True)
        return all(_around(*end).overlaps(_around(*other_end)) for end, other_end in pairs)
    return _between(ends).overlaps(_between(others))


_Said = tuple[Fraction, Fraction, Qualifier]  # a value, one of its last digit, how it is meant


def _ends(fact: Fact) -> list[_Said]:
    """A fact's value, or both ends of its range."""
    scale = fact.unit.scale
    step = scale / 10**fact.decimals
    ends = (end for end in (fact.exact, fact.exact_high) if end is not None)
    return [(end * scale, step, fact.qualifier) for end in ends]


def _between(ends: list[_Said]) -> Span:
    return Span(_around(*ends[0]).low, _around(*ends[-1]).high)


def _around(value: Fraction, step: Fraction, qualifier: Qualifier) -> Span:
    """The values that one which is said may stand for; what is exact is so as rounded there."""
    half = step / 2
    near = max(abs(value) * _NEAR, half)
    towards_zero = value - near if value > 0 else value + near
    match qualifier:
        case Qualifier.ABOUT:
            return Span(value - near, value + near)
        case Qualifier.NEARLY:
            low, high = sorted((value, towards_zero))
            return Span(low - half, high + half)
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return Span(value - half, None)
        case Qualifier.UNDER | Qualifier.UP_TO:
            return Span(None, value + half)
        case Qualifier.ORDER_OF:
            low, high = sorted((value / _MAGNITUDE, value * _MAGNITUDE))
            return Span(low - half, high + half)
    return Span(value - half, value + half)


def _days(fact: Fact) -> Span:
    """The days that a date may stand for, with what its qualifier leaves open."""
    first = fact.date or date.min
    last = Point(first, fact.precision).last(_CALENDAR) if fact.precision else first
    low, high = first.toordinal() - 1, last.toordinal() + 1
    match fact.qualifier:
        case Qualifier.EXACT:
            return Span(low, high)
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return Span(low, None)
        case Qualifier.UNDER | Qualifier.UP_TO:
            return Span(None, high)
    return Span(None, None)
