"""What follows where a figure of a text is not in the quote: an error, a doubt, or nothing."""

import re
from collections.abc import Sequence
from enum import Enum

from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL

_SMALL = 10  # numbers in words up to here are how people speak: two engines, 三大
PLAIN_DIGITS = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")


class Weight(Enum):
    """What follows where a figure of a text is not in the quote."""

    NONE = "nothing: how people speak"
    WORD = "a doubt"
    BARE = "an error where the quote has another number, else a doubt"
    NUMBER = "an error"


NUMBERS = frozenset({Weight.BARE, Weight.NUMBER})


def weigh(figure: Figure, figures: Sequence[Figure]) -> Weight:
    """What a figure weighs.

    Args:
        figure: The figure.
        figures: All those of its text.
    """
    if figure.dimension == ORDINAL:
        return Weight.WORD
    if any(character.isdigit() for character in figure.text):
        return Weight.BARE if _is_bare(figure) else Weight.NUMBER
    if figure.dimension == MULTIPLE:
        return Weight.WORD  # doubled, 翻番
    if figure.dimension != COUNT or abs(figure.value) > _SMALL:
        return Weight.NUMBER
    is_vague = any(other.start == figure.start and other is not figure for other in figures)
    return Weight.NONE if is_vague or abs(figure.value) <= 1 else Weight.WORD


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is digits and nothing more: no unit, no magnitude, nothing counted."""
    is_counted = figure.noun[:1].isalnum() or figure.noun[:1] == "-"
    return (
        figure.dimension == COUNT
        and PLAIN_DIGITS.fullmatch(figure.text) is not None
        and not is_counted
    )
