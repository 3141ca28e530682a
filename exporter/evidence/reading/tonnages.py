"""Tonnes as their trades write them: 35 MTPA are a million times as many a year, mt is left open.

A mine or a cement works says mt of million tonnes, a ship or a price of metric tonnes: which, only
the rest of its text tells. A number of them stays a count, and is told what it may be beside.
"""

from fractions import Fraction

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import TextUnit

_TONNE, _MASS = Fraction(1000), "mass"
YEARLY = {
    word: TextUnit(key, _MASS, _TONNE * size)
    for word, key, size in (
        ("mtpa", "Mt", 10**6),
        ("mmtpa", "Mt", 10**6),
        ("ktpa", "kt", 10**3),
        ("tpa", "tonnes", 1),
    )
}
_LEFT_OPEN = "mt"
_MOST_MILLIONS = 1000  # more of them than the world makes of most things


def may_be_tonnes(
    quantity: Quantity, value: Fraction, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a bare number before `mt` may be, the likelier first."""
    at = quantity.last
    if text.word(at) != _LEFT_OPEN or not quantity.is_bare or quantity.is_attribute:
        return ()
    if text.folded[text.starts[at] : text.ends[at]] != _LEFT_OPEN:
        return ()
    tonnes, millions = value * _TONNE, value * _TONNE * 10**6
    if quantity.numeral.magnitude > 1 or abs(value) >= _MOST_MILLIONS:
        return ((_MASS, tonnes),)
    return ((_MASS, millions), (_MASS, tonnes))
