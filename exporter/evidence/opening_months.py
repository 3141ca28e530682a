"""The months that a year, or a period, begins with: 前三季度 is "the first nine months".

Chinese counts them by quarters where English counts months, and the other way round; 前三季度 names
a period and is read as no number. That both sides speak of the same months is told here.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.folding import fold
from exporter.facts.units import CALENDAR_TIME, ORDINAL

_FIRST = regex(r"(?:\bfirst\s+|[前首头])$", re.IGNORECASE)
_LONGEST = 8  # characters before a number that may say that it is of the first
_QUARTERS = regex("[前首头]([两二三23])季")
_HALF = regex(r"上半年|\bfirst half\b", re.IGNORECASE)
_MONTHS = {"两": 6, "二": 6, "2": 6, "三": 9, "3": 9}


def same_opening(
    said: Sequence[Figure], text: str, stated: Sequence[Figure], quote: str
) -> frozenset[int]:
    """The figures that count the first months of a period, of which the other text speaks, too.

    Args:
        said: The figures of a text.
        text: The text.
        stated: The figures of the other one.
        quote: The other one.

    Returns:
        Their places among the text's, with those of the word "first" before them.
    """
    openings = [at for at, figure in enumerate(said) if _opens(figure, text)]
    if not openings:
        return frozenset()
    months = _opening_months(stated, quote)
    same = [at for at in openings if said[at].value in months]
    firsts = [at - 1 for at in same if at and said[at - 1].dimension == ORDINAL]
    return frozenset((*same, *firsts))


def _opening_months(figures: Sequence[Figure], text: str) -> set[Fraction]:
    months = {figure.value for figure in figures if _opens(figure, text)}
    months.update(Fraction(_MONTHS[found[1]]) for found in _QUARTERS.finditer(fold(text)))
    return months | {Fraction(6)} if _HALF.search(text) else months


def _opens(figure: Figure, text: str) -> bool:
    before = text[max(0, figure.start - _LONGEST) : figure.start]
    return figure.dimension == CALENDAR_TIME and _FIRST.search(before) is not None
