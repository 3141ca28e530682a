"""Measures of one thing: `{en: kg of standard coal, zh: 千克标准煤}`, `tonnes of CO2`.

Such a unit is converted as its measure is, and is no other thing's: 540 kg of coal are no 540 kg of
standard coal.
"""

import re
from fractions import Fraction

from exporter.facts.measures import NAMES_ZH, Measure, find_measure
from exporter.facts.units import Unit

_LONGEST_EN = 3  # words of a measure's name
_OF_EN = re.compile("of ", re.IGNORECASE)
_LONGEST_ZH = max(map(len, NAMES_ZH))


def measured_thing(en: str, zh: str, size: int) -> Unit | None:
    """The unit of labels that name one measure and a thing behind it; None for other labels.

    Args:
        en: The English label without its magnitude: `tonnes of standard coal`.
        zh: The Chinese one: 吨标准煤.
        size: The magnitude of both.
    """
    (one, thing_en), (other, thing_zh) = _behind_measure_en(en), _behind_measure_zh(zh)
    if one is None or other is None:
        return None
    if (one.dimension, one.scale) != (other.dimension, other.scale):
        return None
    return Unit(
        en, en, zh, one.dimension, one.scale * size,
        noun=True, words=((thing_en.casefold(),), (thing_zh,)), size=Fraction(size),
    )  # fmt: skip


def have_unlike_sizes(en: str, zh: str) -> bool:
    """Whether two labels begin with different multiples: kg of standard coal, and 吨标准煤."""
    (one, _), (other, _) = _behind_measure_en(en), _behind_measure_zh(zh)
    if one is None or other is None:
        return False
    return one.dimension == other.dimension and one.scale != other.scale


def _behind_measure_en(label: str) -> tuple[Measure | None, str]:
    """The measure that an English label begins with, and what it is of."""
    words = label.split(" ")
    for length in range(min(_LONGEST_EN, len(words) - 1), 0, -1):
        thing = _OF_EN.sub("", " ".join(words[length:]), count=1)
        measure = find_measure(" ".join(words[:length]))
        if measure is not None and thing:
            return measure, thing
    return None, label


def _behind_measure_zh(label: str) -> tuple[Measure | None, str]:
    """The measure that a Chinese label begins with, and what it is of."""
    for length in range(min(_LONGEST_ZH, len(label) - 1), 0, -1):
        if measure := NAMES_ZH.get(label[:length]):
            return measure, label[length:]
    return None, label
