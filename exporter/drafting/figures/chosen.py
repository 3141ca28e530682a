"""Numbers that only say which of several are meant: our top | six | markets, its | five | largest.

They are counted nowhere, and belong to the name of what is said of those: sales in top six markets.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_MOST = 50  # places or customers that somebody would pick
_WHOSE = r"\b(?:our|its|their|the|his|her|[A-Z]\w+['’]s?)\s"
_PICKED = r"(?:top|largest|biggest|leading|main|key|core|principal|busiest|fastest-growing)"
_BEFORE = regex(rf"{_WHOSE}(?:[a-z]+\s)?{_PICKED}\s$")
_WHOSE_ALONE = regex(rf"{_WHOSE}$")
_BEHIND = regex(rf"\s{_PICKED}\s[a-z]")


def is_of_the_chosen(figure: Figure, text: str) -> bool:
    """Whether a number of an English sentence says which places or things are spoken of."""
    if figure.dimension != COUNT or abs(figure.value) > _MOST:
        return False
    if _BEFORE.search(text, 0, figure.start):
        return True
    is_whose = _WHOSE_ALONE.search(text, 0, figure.start) is not None
    return is_whose and _BEHIND.match(text, figure.end) is not None
