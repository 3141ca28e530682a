"""A consensus of English text that stands without its metric: that of the guidance told before.

Analysts said the new midpoint was 16% above consensus of | $2.2 billion.
"""

import re
from collections.abc import Callable

from exporter.drafting.metrics.en.sites import OPEN
from exporter.drafting.model import Guess, Setting
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_figures

_BARE = regex(r"(?:(?:market|analysts?['’]?|average) )*(?:consensus|forecast)", re.IGNORECASE)
_AIMED = regex(
    r"\b(?:now )?(?:expects?|sees|forecasts?|guid(?:es|ed|ance)|outlook|targets?|anticipates?)\b"
)
_ENDS = regex(r"(?<=[.!?])[\"”’]?\s+|\n+")
_TIMES = 3  # of which a consensus is as large at most, and guidance of the same
_FAR = 6000  # characters: a newswire's article
_MOST = 12  # sentences with an expectation, the nearest first


def of_guidance(
    name: str,
    setting: Setting,
    start: int,
    figure: Figure,
    named: Callable[[str, Figure, tuple[Figure, ...]], Guess[str]],
) -> Guess[str] | None:
    """What a bare consensus of money is of; open to doubt, for the text says it far away.

    Args:
        name: What its own sentence calls it.
        setting: With the source.
        start: Where its sentence begins.
        figure: Which it is.
        named: What a figure of a sentence is called there, beside the others.
    """
    if not _BARE.fullmatch(name) or not figure.dimension.startswith("money"):
        return None
    text = (setting.source.text or "")[max(0, start - _FAR) : start]
    aimed = [one for one in _ENDS.split(text) if _AIMED.search(one)]
    for sentence in aimed[: -_MOST - 1 : -1]:
        figures = read_figures(sentence)
        first = next((one for one in figures if _is_near(one, figure)), None)
        guess = named(sentence, first, figures) if first is not None else None
        if guess is not None and not guess.doubt and not _BARE.fullmatch(guess.value):
            return Guess(guess.value, OPEN)
    return None


def _is_near(one: Figure, other: Figure) -> bool:
    """Whether two sums may be of the same: neither is a multiple of the other."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return one.dimension == other.dimension and one.per == other.per and large < small * _TIMES
