"""Parts of one count by where they are: of which 41 are in Spain and 23 in Ireland.

Those in Ireland are the same things as those in Spain.
"""

import re
from collections.abc import Sequence

from exporter.evidence.reading import Figure
from exporter.evidence.subjects_en import subject_of
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


def are_of_places(figures: Sequence[Figure], at: int) -> bool:
    """Whether two numbers tell of one thing at two places: 41 ewes on one farm and 6 on the next.

    The farm is where the first ones are.

    Args:
        figures: Of a quote.
        at: The index of the second of them; the number before it is of the first place.
    """
    where = figures[at].noun.lower().partition(" ")[0]
    is_place = where in _WHERE and subject_of(figures, at - 1)[-1:] == [where]
    return is_place and figures[at - 2].dimension == COUNT and not subject_of(figures, at)[1:]


_WHERE = frozenset("on in at near".split())
