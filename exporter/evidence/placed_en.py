"""Parts of one count by where they are: of which 41 are in Spain and 23 in Ireland.

Those in Ireland are the same things as those in Spain.
"""

import re
from collections.abc import Sequence

from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_ARE = re.compile(
    r"(?:are|were|is|was)(?: now| still)? (?:in|at|on) [^,;]{2,40}?,?(?: and| with)?", re.IGNORECASE
)
_IN = re.compile(r"(?:in|at|on) (?:the )?[A-Z]")
_PLACED = re.compile(r"(?:in|at|on) [^,;]{2,40}?,?(?: and| with)?", re.IGNORECASE)


def first_placed(figures: Sequence[Figure], at: int) -> int:
    """The index of the figure that is in the first place, of one that is in another; else `at`.

    Args:
        figures: Of a quote.
        at: The index of one.
    """
    index = at
    while index and _IN.match(figures[index].noun) and figures[index].dimension == COUNT:
        before = figures[index - 1]
        if before.dimension == COUNT and _ARE.fullmatch(before.noun):
            return index - 1
        if not _PLACED.fullmatch(before.noun):
            break
        index -= 1
    return at
