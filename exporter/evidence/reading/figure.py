"""What a figure is: a number that a text states."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.words import Qualifier, turned


class Role(StrEnum):
    """What a figure is of two that are said together; the other one stands beside it."""

    LOW = "low"  # the ends of a range
    HIGH = "high"
    FROM = "from"  # the ends of a change
    TO = "to"
    CENTRE = "centre"  # a range said by its middle: 20 ± 0.5
    MARGIN = "margin"


class Figure(NamedTuple):
    """One number that a text states.

    Attributes:
        value: Exact, signed, in the base unit of its dimension: 19% is 19/100, 3小时 is 10,800.
        dimension: As in `facts.units`; a rate has its numerator's dimension, see `per`.
        qualifiers: The readings that agree with the text; exact where it says nothing.
        noun: The words that say what is counted, up to the next figure or the clause's end.
        per: What it is said to be per: the key of a unit (`days`), or a thing (`share`); else "".
        either_sign: Whether the words leave the sign to the metric (亏损24亿元).
        start: Offset of the figure's first character in the text as given.
        end: Offset after its last.
        text: The figure's own words.
        subject: The words before it in its clause, up to the figure before it.
        is_attribute: Whether it describes what another figure counts (20,000-box ships).
        also: What else it may be, where the words leave that open: dimensions with their values.
        sign: The sign of its money ($, ¥, £, kr) where the sentence does not settle which that is.
        is_vague: Whether nobody can say which number it is (several, hundreds of, 数百).
        role: What it is of a range, or of a change from one figure to another, if anything.
    """

    value: Fraction
    dimension: str
    qualifiers: frozenset[Qualifier]
    noun: str
    per: str
    either_sign: bool
    start: int
    end: int
    text: str
    subject: str = ""
    is_attribute: bool = False
    also: tuple[tuple[str, Fraction], ...] = ()
    sign: str = ""
    is_vague: bool = False
    role: Role | None = None

    def qualifiers_of(self, value: Fraction) -> frozenset[Qualifier]:
        """What agrees with a value of this sign: losses over 24 are a result under -24."""
        is_other = value * self.value < 0
        return frozenset(map(turned, self.qualifiers)) if is_other else self.qualifiers
