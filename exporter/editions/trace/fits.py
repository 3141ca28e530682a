"""Whether a typed number is a known figure: scaled, rounded as it is typed, with its sign.

18,620 under USD m is 18.62 billion; 0.19 and 19 are 19%; 3.1 is 3.14, but 3.14 is no 3.1.
"""

from collections.abc import Iterator
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from exporter.editions.trace.asked import Asked
from exporter.editions.trace.head_units import are_of_one_dimension
from exporter.editions.trace.model import HardCoded, Known
from exporter.facts.units import MULTIPLE, POINTS, RATIO

_SIZES = tuple(Fraction(10) ** power for power in (0, 3, 4, 6, 8, 9))
_LOSSES = frozenset({"NET_LOSS", "OPERATING_LOSS", "LOSS"})
# What models write with either sign: what is paid, spent, owed.
_EITHER_SIGN = frozenset(
    "COST COSTS CAPEX RND SGA SALES_COSTS ADMIN_COSTS OPEX DNA TAX INTEREST DIVIDEND BUYBACK"
    " NET_DEBT DEBT".split()
)
MOST_SHARE = Fraction(3, 2)  # stored as it is where its head says %


class Exactness(Enum):
    """How a typed number is the figure that it fits."""

    EXACT = auto()
    ROUNDED = auto()  # the number has fewer digits
    COARSE = auto()  # so few that its format shows zeros which are none: 24.0% for 23.5%
    LESS_EXACT = auto()  # the figure has, so that it says nothing of the rest


class Fit(NamedTuple):
    """How a number fits a figure.

    Attributes:
        factor: By which the number is multiplied to be in the figure's base unit.
        is_shifted: Whether its heads say another magnitude.
        is_turned: Whether its sign is the wrong one.
        exactness: How it is the figure.
        end: Which of the figure's values it is, from 0; 2 is the middle of a range.
    """

    factor: Fraction
    is_shifted: bool
    is_turned: bool
    exactness: Exactness
    end: int

    @property
    def holds(self) -> bool:
        """Whether the number is the figure."""
        is_known = self.exactness in {Exactness.EXACT, Exactness.ROUNDED}
        return is_known and not self.is_shifted and not self.is_turned


def fits(number: HardCoded, known: Known, asked: Asked, metric: frozenset[str]) -> Iterator[Fit]:
    """The ways in which a number is a known figure, the likeliest first.

    Args:
        number: As typed.
        known: The figure.
        asked: What the number's heads ask for.
        metric: The terms of the figure's metric.
    """
    step = Fraction(1, 2 * 10**number.decimals)
    own_step = Fraction(1, 2 * 10**known.decimals) * known.unit.scale
    for factor, is_shifted in factors(number, known, asked):
        for end, value in enumerate(_values(known)):
            target = value / factor
            for is_negative in (False, True):
                off = abs(number.value - (-target if is_negative else target))
                if off > max(step, own_step / factor):
                    continue
                is_turned = is_negative != is_turned_by_heads(metric, asked)
                is_turned &= not takes_either_sign(metric, asked)
                yield Fit(factor, is_shifted, is_turned, _exactness(off, number), end)


def _exactness(off: Fraction, number: HardCoded) -> Exactness:
    """How a number is a figure from which it is so far off."""
    if not off:
        return Exactness.EXACT
    if off > Fraction(1, 2 * 10**number.decimals):
        return Exactness.LESS_EXACT
    shows = (number.shown_decimals or 0) + number.power
    is_coarse = shows > number.decimals and off > Fraction(1, 2 * 10**shows)
    return Exactness.COARSE if is_coarse else Exactness.ROUNDED


def _values(known: Known) -> Iterator[Fraction]:
    yield from known.values
    if len(known.values) == 2:
        yield sum(known.values, Fraction(0)) / 2


def factors(number: HardCoded, known: Known, asked: Asked) -> Iterator[tuple[Fraction, bool]]:
    """By what a number may have to be multiplied, and whether its heads say otherwise."""
    dimension = known.unit.dimension
    if dimension in {RATIO, POINTS}:
        yield from ((factor, False) for factor in _of_share(number, asked))
        return
    if number.is_percent:
        return
    shown, base = Fraction(10) ** number.power, known.unit.scale / known.unit.size
    said = said_factor(known, asked)
    if said:
        yield shown * said, False
    usual = [known.unit.scale, *(base * size for size in _SIZES)]
    if dimension == MULTIPLE or "/" in dimension:
        usual = [known.unit.scale]
    for factor in dict.fromkeys(usual):
        if not said or factor != shown * said:
            yield factor, bool(said)


def said_factor(known: Known, asked: Asked) -> Fraction:
    """The magnitude in which heads say that a figure stands; 0 where they leave it open."""
    unit, dimension = asked.unit, known.unit.dimension
    if unit is None or not unit.scale or not are_of_one_dimension(unit.dimension, dimension):
        return Fraction(0)
    if "/" in dimension and "/" not in unit.dimension:
        return Fraction(0)
    if unit.dimension:
        return unit.scale
    is_money = dimension.startswith("money:")
    base = known.unit.scale / known.unit.size
    return unit.scale * base if is_money or unit.is_near else Fraction(0)


def _of_share(number: HardCoded, asked: Asked) -> Iterator[Fraction]:
    if number.is_percent:
        yield Fraction(1)
        return
    unit = asked.unit
    is_said = unit is not None and unit.dimension in {RATIO, POINTS}
    yield unit.scale if unit is not None and is_said else Fraction(1, 100)
    if abs(number.value) <= MOST_SHARE:
        yield Fraction(1)


def is_turned_by_heads(metric: frozenset[str], asked: Asked) -> bool:
    """Whether a figure is of a loss and its heads speak of a profit, or the reverse."""
    return bool(metric & _LOSSES) != bool(asked.own & _LOSSES)


def takes_either_sign(metric: frozenset[str], asked: Asked) -> bool:
    """Whether a model may write a figure with the other sign, as it does what is paid."""
    are_losses = bool(metric & _LOSSES) and bool(asked.own & _LOSSES)
    return are_losses or bool(metric & _EITHER_SIGN)
