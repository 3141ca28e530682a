"""Lengths of time said in two units: 2小时30分钟 and "1 year and 3 months" are one figure each."""

import re

from exporter.evidence.reading.units_in_text import Quantity
from exporter.facts.units import CALENDAR_TIME, TIME

_GAP = re.compile(r"(?:零|又|\s*(?:and\s+)?)")
_LONG = {TIME: 0, CALENDAR_TIME: 1}


def is_compound(one: Quantity, other: Quantity, text: str) -> bool:
    """Whether `other`, the next quantity of `text`, says the rest of `one`: 一年|3个月."""
    if one.dimension not in _LONG or other.dimension not in _LONG or other.sign < 0:
        return False
    if not _GAP.fullmatch(text[one.end : other.start]) or not one.numeral.is_definite:
        return False
    smaller = (_LONG[other.dimension], other.scale) < (_LONG[one.dimension], one.scale)
    return smaller and (
        one.dimension != other.dimension or other.numeral.high * other.scale < one.scale
    )


def compound(one: Quantity, other: Quantity) -> Quantity | None:
    """Both as one quantity; None where a month and some days have no common measure."""
    if one.dimension != other.dimension:
        return None
    numeral, share = one.numeral, other.scale / one.scale
    whole = numeral._replace(
        low=numeral.low + other.numeral.low * share,
        high=numeral.high + other.numeral.high * share,
        qualifiers=numeral.qualifiers | other.numeral.qualifiers,
    )
    return one._replace(numeral=whole, end=other.end)
