"""Numbers as they were written."""

from fractions import Fraction


def as_written(number: float) -> Fraction:
    """The decimal fraction that `number` was written as: 24.8, not the nearest binary double.

    Up to 15 significant digits, which is as many as a fact may have, Python's shortest `repr` of a
    double is the decimal that it was read from.
    """
    whole, _, decimals = repr(number).partition(".")
    if "e" in whole or "e" in decimals or not decimals.isdecimal():
        return Fraction(repr(number))
    if decimals == "0":
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))
