"""Words that tell a class apart by its size, or by how far it is something.

Loans to | small and medium-sized | companies, | fully | electric cars; not: a small rise, fully
expects.
"""

from collections.abc import Sequence

_SIZES = frozenset("micro small medium medium-sized mid-sized midsized large".split())
_JOINING = frozenset({"and", "or", ","})
_IN_FULL = frozenset("fully purely wholly partly partially jointly".split())
_KINDS_IN_FULL = frozenset(
    "electric electrified battery-electric autonomous automated automatic owned furnished digital"
    " solar".split()
)


def is_of_class(words: Sequence[str], at: int) -> bool:
    """Whether a word of a noun phrase tells a class apart together with those beside it.

    Args:
        words: Of the phrase, in small letters.
        at: Which of them.
    """
    if words[at] in _IN_FULL:
        return at + 1 < len(words) and words[at + 1] in _KINDS_IN_FULL
    if words[at] not in _SIZES | _JOINING:
        return False
    beside = words[max(at - 2, 0) : at + 3]
    return sum(word in _SIZES for word in beside) > 1 and bool(_JOINING & {*beside})
