"""Numbers in brackets right behind a figure, in its unit: EUR 1,046.8 million (918.3), 38% (37).

So releases print what a figure was a year before. The number stays one without a unit as well.
"""

from collections.abc import Sequence
from fractions import Fraction

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.facts.units import COUNT, ORDINAL

_SIMILAR = 20  # times at most is one of the two the other
_NOTES = 10  # below which a whole number may be the sign of a footnote


def in_unit_before(
    quantities: Sequence[Quantity], at: int, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a bare number in brackets may be, in the unit of the figure right before them."""
    quantity = quantities[at]
    if not at or not quantity.is_bare or text.word(quantity.first - 1) != "(":
        return ()
    before = quantities[at - 1]
    is_beside = before.last == quantity.first - 1 and text.word(quantity.last) in {")", ""}
    if not is_beside or before.dimension in {COUNT, ORDINAL} or quantity.numeral.magnitude > 1:
        return ()
    size = before.scale * before.numeral.magnitude
    value, other = quantity.numeral.low * size, before.numeral.low * before.scale
    if not _are_alike(value, other) or _is_note(quantity.numeral.low, other / size):
        return ()
    return ((before.dimension, value * quantity.sign),)


def _are_alike(one: Fraction, other: Fraction) -> bool:
    return bool(one) and other <= one * _SIMILAR and one <= other * _SIMILAR


def _is_note(number: Fraction, beside: Fraction) -> bool:
    """Whether a number is rather the sign of a footnote: whole and small beside one that is not."""
    return number.denominator == 1 and number < _NOTES <= beside
