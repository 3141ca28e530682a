"""Amounts said in two units: 2小时30分钟, "1 year and 3 months", 3元5角."""

import re
from fractions import Fraction

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import UNDECIDED, Quantity
from exporter.facts.units import CALENDAR_TIME, TIME

_GAP = re.compile(r"(?:零|又|\s*(?:and\s+)?)")


_LONG = {TIME: 0, CALENDAR_TIME: 1}


def join_compounds(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """2小时30分钟, "1 year and 3 months", 3元5角: each is one quantity."""
    joined: list[Quantity | None] = []
    for quantity in quantities:
        before = joined[-1] if joined else None
        if before is not None and _is_rest(before, quantity, text):
            joined[-1] = _whole(before, quantity)
        elif quantity.unit is UNDECIDED:
            if before is not None and before.end == quantity.start:
                joined[-1] = None
        else:
            joined.append(quantity)
    return [quantity for quantity in joined if quantity is not None]


def _is_rest(one: Quantity, other: Quantity, text: Text) -> bool:
    if not one.numeral.is_definite or other.sign < 0 or one.is_bare:
        return False
    gap = text.lower[one.end : other.start]
    if not _GAP.fullmatch(gap):
        return False
    if other.unit is UNDECIDED:
        return (one.dimension == TIME and one.scale == 3600) or one.dimension.startswith("money:")
    if one.dimension.startswith("money:"):
        same = other.dimension in (one.dimension, "money:$") or (
            one.dimension == "money:£" and other.dimension == "money:GBP"
        )
        return (
            same
            and other.scale < 1
            and one.scale >= 1
            and other.numeral.high * other.scale < one.scale
        )
    if one.dimension not in _LONG or other.dimension not in _LONG:
        return False
    smaller = (_LONG[other.dimension], other.scale) < (_LONG[one.dimension], one.scale)
    return smaller and (
        one.dimension != other.dimension or other.numeral.high * other.scale < one.scale
    )


def _whole(one: Quantity, other: Quantity) -> Quantity | None:
    """Both as one quantity; None where a month and some days have no common measure."""
    scale = other.scale
    if other.unit is UNDECIDED:
        scale = Fraction(60) if one.dimension == TIME else Fraction(1, 100)
    elif one.dimension != other.dimension and not one.dimension.startswith("money:"):
        return None
    numeral, share = one.numeral, scale / one.scale
    whole = numeral._replace(
        low=numeral.low + other.numeral.low * share,
        high=numeral.high + other.numeral.high * share,
        qualifiers=numeral.qualifiers | other.numeral.qualifiers,
    )
    return one._replace(numeral=whole, end=other.end, last=other.last)
