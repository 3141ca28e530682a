"""What was so before, in brackets behind a figure and in its unit: 5.6 days (prior year 5.9).

Its magnitude holds for both as well: EUR 40 million (2024: 38), €40m (38 a year earlier).
"""

from exporter.evidence.reading.lent_units import in_unit_of
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.facts.units import COUNT, ORDINAL

_FARTHEST = 6  # words that say when
_WHEN = frozenset(
    "prior previous last preceding year year's quarter half month period ago earlier before a in "
    "the of at end restated pcp : , - '".split()
)


def with_units_of_earlier(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities with bare numbers in the unit of the figure that they were once."""
    if text.is_chinese or "(" not in text.lower:
        return quantities
    found = list(quantities)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        if other.is_bare and _may_lend(one) and _is_when_it_was(one, other, text):
            found[at] = in_unit_of(one, other)
    return found


def _may_lend(quantity: Quantity) -> bool:
    return not quantity.is_bare and quantity.dimension not in {COUNT, ORDINAL}


def _is_when_it_was(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether brackets right behind one figure say another and when that was, and no more."""
    opening = one.last
    if text.word(opening) != "(" or other.first <= opening:
        return False
    closing = other.last
    while closing - other.last < _FARTHEST and text.word(closing) not in {")", ""}:
        closing += 1
    said = [*range(opening + 1, other.first), *range(other.last, closing)]
    is_when = 0 < len(said) <= _FARTHEST and text.word(closing) == ")"
    return is_when and all(text.used[at] or text.words[at] in _WHEN for at in said)
