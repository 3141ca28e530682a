"""A bare number in the unit of a figure beside it: $4.1 billion, against | 3.9 |.

The figure's magnitude holds for both where that makes them alike, 3.9 billion; a number in full
(against 3,900,000,000) takes the unit alone; one that would be alike in neither way stays bare.
"""

from exporter.evidence.reading.numerals import ONE
from exporter.evidence.reading.quantities import Quantity

_ALIKE = 20  # times at most is one of the two the other


def in_unit_of(one: Quantity, other: Quantity) -> Quantity:
    """A number, `other`, in the unit of `one`; as it was where it is far from that in any size."""
    size = one.numeral.magnitude if other.numeral.magnitude == 1 else ONE
    for times in dict.fromkeys((size, ONE)):
        value, beside = other.numeral.high * times, one.numeral.high
        if 0 < beside <= value * _ALIKE and value <= beside * _ALIKE:
            return other._replace(numeral=other.numeral.times(times), unit=one.unit, counted=True)
    return other
