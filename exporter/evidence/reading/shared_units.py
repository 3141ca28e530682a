"""Units and magnitudes that one of two figures leaves to the other to say: 150-200万, $5-8m."""

from exporter.evidence.reading.quantities import Quantity
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO


def share_unit(one: Quantity, other: Quantity, *, rises: bool) -> tuple[Quantity, Quantity]:
    """Two tied figures, both with the unit and magnitude that one leaves to the other to say.

    150-200万 and "5 to 8 percent" say them last, "US$5-8 million" the currency first. A range
    rises: 十五至二十 begins at 15 and never at 150. A fall of 120元至1.4万元 is of 120元.
    """
    if is_money(one) and other.is_bare:
        other = other._replace(unit=one.unit)
    elif one.dimension != other.dimension:
        one = one._replace(unit=other.unit)
    if other.counted and not one.counted:
        one = one._replace(counted=True)
    size, low = other.numeral.magnitude, one.numeral
    if (
        size > 1
        and low.magnitude == 1
        and low.high * size * one.scale <= other.numeral.high * other.scale * 1000
        and (
            one.is_bare
            or low.high * size * one.scale <= other.numeral.high * other.scale
            or (one.unit == other.unit and one.numeral.end == one.end)
        )
        and low.high < 10 * other.numeral.high / size * 10
        and not (rises and size <= _TENS and low.high * size > other.numeral.high)
    ):
        numeral = low._replace(low=low.low * size, high=low.high * size, magnitude=size)
        one = one._replace(numeral=numeral)
    return one, other


_TENS = 100  # 十 and 百, which a numeral has within it
_SHARES = frozenset({RATIO, POINTS, MULTIPLE})


def is_range(one: Quantity, other: Quantity) -> bool:
    """Whether `one` can be the low end and `other` the high end of a range."""
    low = one.numeral.low * one.scale * one.sign
    return low < other.numeral.high * other.scale * other.sign or (one.sign < 0 and other.sign < 0)


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be of one measure: "5 to 8 percent", and not "10 million or 5%"."""
    if one.numeral.magnitude > 1 and one.dimension == COUNT and other.dimension in _SHARES:
        return False
    return one.dimension == other.dimension or (
        other.dimension != ORDINAL and (one.is_bare or (is_money(one) and other.is_bare))
    )


def leaves_unit(one: Quantity, other: Quantity) -> bool:
    """Whether the second of two figures leaves its unit to the first."""
    return other.is_bare and not one.is_bare


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity is a sum of money."""
    return quantity.dimension.startswith("money:")


def is_no_money(one: Quantity, other: Quantity) -> bool:
    """Whether a small number beside millions is none of their money: $63 million to 17 clubs."""
    is_of_millions = is_money(one) and one.numeral.magnitude >= _THOUSANDS
    return is_of_millions and other.is_bare and other.numeral.high < _THOUSANDS


_THOUSANDS = 1000
