"""Figures that count things in the order in which these are told.

26 tugs and 11 barges, against 19 and 14 respectively; nurses and porters numbered 1,240 and 310.
"""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_RESPECTIVELY = regex(r",? ?respectively\b")
_TWO = regex(
    r"(?:the |its |their )?(?P<one>[a-z' -]+?) and (?P<other>[a-z' -]+?)"
    r" (?:numbered|totall?ed|were|stood at|came to|(?:rose|fell|grew) to|reached)"
)
_COMPARED = regex(r",? ?(?:(?:as )?against|versus|vs\.?|(?:up |down )?from|compared (?:with|to))")


def in_the_same_order(figures: Sequence[Figure], at: int) -> Figure | None:
    """The figure that counts what the one at an index counts, by their places; None for none."""
    first, last = at, at + 1
    while first and _RESPECTIVELY.match(figures[first - 1].noun):
        first -= 1
    while last < len(figures) and _RESPECTIVELY.match(figures[last].noun):
        last += 1
    before = [figure for figure in figures[:first] if figure.dimension == COUNT]
    is_row = _RESPECTIVELY.match(figures[at].noun) and last - first == len(before) > 1
    return before[at - first] if is_row else None


def named_in_order(figures: Sequence[Figure], at: int) -> list[str]:
    """The name of the thing, of two that lead their sentence, that the figure at an index counts.

    So do the two with which they are compared: against 1,190 and 325.
    """
    two = _TWO.fullmatch(figures[0].subject.strip().lower())
    is_row = len(figures) > 1 and figures[1].subject.strip() == "and"
    if two is None or not is_row:
        return []
    if at > 1 and not (at < 4 and _COMPARED.fullmatch(figures[2].subject.rstrip())):
        return []
    return two["other" if at % 2 else "one"].split()
