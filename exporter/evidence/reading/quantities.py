"""A numeral with its unit."""

from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.vocabulary.units import (
    TextUnit,
)
from exporter.facts.units import COUNT


class Quantity(NamedTuple):
    """A numeral with its unit.

    Attributes:
        numeral: The number.
        start: Where it begins, with a currency or a minus before it.
        end: Where it ends, with its unit.
        first: The index of its first word.
        last: The index of the word after it.
        unit: What it is measured in; `count` where no unit is said.
        sign: -1 where a minus or brackets are written.
        counted: Whether a unit or a classifier follows, so that even 一 is a figure.
        is_attribute: Whether it describes what another number counts (20,000-box ships).
    """

    numeral: Numeral
    start: int
    end: int
    first: int
    last: int
    unit: TextUnit
    sign: int
    counted: bool = False
    is_attribute: bool = False

    @property
    def dimension(self) -> str:
        """As in `facts.units`."""
        return self.unit.dimension

    @property
    def scale(self) -> Fraction:
        """Size of the unit in the dimension's base unit."""
        return self.unit.scale

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and nothing more."""
        return self.unit is NO_UNIT

    @property
    def stands_alone(self) -> bool:
        """Whether no unit stands beside it, though another quantity may say one for it."""
        return (self.start, self.end) == (self.numeral.start, self.numeral.end)


NO_UNIT = TextUnit("", COUNT)


UNDECIDED = TextUnit("分", "")  # minutes, fen or marks, as what stands before it says
