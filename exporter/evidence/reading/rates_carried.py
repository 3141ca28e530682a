"""Sums that leave out what they are per, since the one of the year before says it."""

import re
from fractions import Fraction

from exporter.evidence.reading.quantities import Quantity

# $4.90 a share this year and |$5.40| in 2027; per share of $4.15 this year and |$4.90| in 2027
_AND_NEXT = re.compile(
    r"(?:(?:an?|per|each) [a-z]+,? )?(?:(?:this|last|next) (?:fiscal |financial )?year"
    r"|(?:in|for) (?:fiscal |fy ?)?20[0-9]{2}),? and ",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    r"(?:in|for) (?:fiscal |fy ?)?20[0-9]{2}|(?:(?:in|for) )?(?:the )?(?:this|last|next|following)"
    r" (?:fiscal |financial )?year|the year (?:before|after)",
    re.IGNORECASE,
)
_MOST_APART = 5
_ANOTHER_SIZE = 10**5  # $9.30 a share, compared with |$3.98 billion|


def are_alike(before: Quantity, quantity: Quantity) -> bool:
    """Whether two figures are of one unit, and no sum of a company stands beside one of a share."""
    small, large = sorted(Fraction(abs(one.numeral.low * one.scale)) for one in (before, quantity))
    return before.unit == quantity.unit and large <= max(small, Fraction(1)) * _ANOTHER_SIZE


def is_of_next_year(noun: tuple[str, str, str], before: Quantity, quantity: Quantity) -> bool:
    """Whether a sum only follows one of another year, and is about as large."""
    said, subject, _ = noun
    if _AND_NEXT.fullmatch(subject) is None or _OF_A_YEAR.fullmatch(said.rstrip(".,; ")) is None:
        return False
    low, high = sorted((before.numeral.low, quantity.numeral.low))
    return low > 0 and high < low * _MOST_APART
