"""Years and seasons that a name keeps, since they are called by what they are of: academic year.

Financial and calendar years only say when, as years do.
"""

from collections.abc import Sequence

_OF_SOMETHING = frozenset(
    "academic school tax crop marketing harvest growing planting selling breeding fishing hunting "
    "heating cooling racing concert festival wedding ski cruise winter summer spring autumn".split()
)
_CALLED = frozenset("year years season seasons term terms".split())


def is_in_named_year(words: Sequence[str], at: int) -> bool:
    """Whether a word, of words in small letters, is part of such a year: academic | year."""
    first = at if words[at] in _OF_SOMETHING else at - 1
    pair = words[max(0, first) : first + 2]
    return len(pair) == 2 and pair[0] in _OF_SOMETHING and pair[1] in _CALLED
