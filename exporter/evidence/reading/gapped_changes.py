"""Changes that leave their verb to the one before: fell by 4% to $9m, and costs by 2% to $8m.

They go the same way.
"""

from exporter.evidence.reading.parallels import DONE_WITH, MOST_OF_A_SUBJECT, NO_SUBJECT, is_verb
from exporter.evidence.reading.wording import Link, Wording

_JOINS = frozenset("and while whereas".split())
_TO = ["to"]


def change_before(wording: Wording, at: int) -> int | None:
    """The index of the change whose verb a quantity shares; None for none.

    Args:
        wording: The quantities.
        at: The index of the one.
    """
    text, quantities, links, starts, _ = wording
    is_tied = links[at] is not Link.NONE or (at > 0 and links[at - 1] is not Link.NONE)
    if at < 1 or is_tied or not _is_by_what(wording, at):
        return None
    is_level = at > 1 and text.words[quantities[at - 2].last : starts[at - 1]] == _TO
    return at - 2 if is_level else at - 1


def _is_by_what(wording: Wording, at: int) -> bool:
    """Whether the words before a quantity are a subject without a verb: , and margins | by."""
    text, quantities, _, starts, _ = wording
    first = quantities[at - 1].last
    first += text.word(first) == ","
    if text.word(first) not in _JOINS:
        return False
    last = starts[at]
    is_by = text.word(last - 1) == "by"
    subject = text.words[first + 1 : last - is_by]
    if quantities[at].is_bare or not (is_by or text.word(quantities[at].last) == "to"):
        return False
    return (
        0 < len(subject) <= MOST_OF_A_SUBJECT
        and all(word.replace("-", "").isalpha() for word in subject if word != "-")
        and NO_SUBJECT.isdisjoint(subject)
        and not any(is_verb(text, place) for place in range(first + 1, last - is_by))
        and subject[-1] not in DONE_WITH
    )
