"""Phrases side by side that share a verb and a unit: fell 12% in Europe and 9 in Asia.

A person carries both over: the sales in Asia fell as well, and by 9 percent.
"""

import re

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.vocabulary.verbs import VERBS
from exporter.facts.units import COUNT, ORDINAL

_PLACES = frozenset(
    "in at with for by on under during among after before across outside inside within from "
    "through via".split()
)
_ELSEWHERE = frozenset(
    "abroad overseas elsewhere previously earlier before today now respectively online offline "
    "domestically internationally".split()
)
_JOINS = frozenset("and but or , while whereas".split())
_CHANGED = cues.DOWN_AFTER | cues.EITHER_AFTER | frozenset("rise increase gain growth".split())
_ENDS = frozenset({"", ".", ",", ";", ")", "and", "but", "while"})
_STOPS = frozenset({".", ";", "!", "?", "(", ")", ":"})
_LONGEST = 14  # words between two figures
_MOST_BEFORE = 2  # words between a figure and the phrase behind it


def find_parallels(quantities: list[Quantity], text: Text) -> list[bool]:
    """For each quantity whether it carries on the phrase of the one before it."""
    found = [False] * len(quantities)
    if text.is_chinese or len(found) < 2 or _JOINS.isdisjoint(text.words):
        return found
    for at in range(1, len(found)):
        found[at] = _is_parallel(quantities[at - 1], quantities[at], text)
    return found


_AGAINST = re.compile(
    r"(?:[a-z' -]{0,30}?)?,?\s*(?:as against|against|versus|vs\.?|(?:as )?compared (?:with|to)|than"
    r"|(?:up|down) (?:from|on)|(?:and )?compares? with|relative to|as opposed to|instead of)"
    r"\s+(?:about |some |the |just |only |around |nearly )?"
)
# What stands behind what is compared, where it has no noun of its own.
_WHEN = re.compile(
    r"\s*(?:[.,;)]|$|(?:an?|one|two|three|six|nine|twelve|the|last|this|in|at|for|before|previously"
    r"|earlier|then|when|on)(?![a-z-]))"
)


def _is_compared(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number is compared with one that has a unit: 1,870 hours against 1,655."""
    if one.is_bare or not other.is_bare or other.is_attribute:
        return False
    gap = text.lower[one.end : text.starts[other.first]]
    if one.unit.key in {"x", "%"} and "than" in gap:
        return False
    return _AGAINST.fullmatch(gap) is not None and _WHEN.match(text.lower, other.end) is not None


def with_units_carried(
    quantities: list[Quantity], parallels: list[bool], text: Text
) -> list[Quantity]:
    """Quantities with the unit that a parallel phrase before them says."""
    carried = list(quantities)
    if len(carried) < 2 or text.is_chinese:
        return carried
    for at in range(1, len(carried)):
        one, other = carried[at - 1], carried[at]
        is_count = at > 1 and carried[at - 2].dimension == COUNT
        leaves = parallels[at] and not is_count and _leaves_unit(one, other, text)
        if leaves or _is_compared(one, other, text):
            carried[at] = other._replace(unit=one.unit, counted=True)
    return carried


def _is_parallel(one: Quantity, other: Quantity, text: Text) -> bool:
    words = text.words[one.last : other.first]
    if not 3 <= len(words) <= _LONGEST or ORDINAL in {one.dimension, other.dimension}:
        return False
    place = next((at for at, word in enumerate(words[:3]) if word in _PLACES), None)
    if place is None or any(word not in _CHANGED for word in words[:place]):
        return False
    join = next((at for at in range(len(words) - 1, 0, -1) if words[at] in _JOINS), 0)
    if join <= place + 1 or any(not _qualifies(word) for word in words[join + 1 :]):
        return False
    after = text.word(other.last)
    if after not in _PLACES and after not in _ELSEWHERE and after not in _ENDS:
        return False
    return _STOPS.isdisjoint(words) and not any(
        _is_verb(text, one.last + at) for at in range(len(words))
    )


def _qualifies(word: str) -> bool:
    return word in {"by", "a", "the", "then"} or word in qualifiers.BEFORE


def _is_verb(text: Text, at: int) -> bool:
    word = text.words[at]
    is_done = word.endswith("ed") and text.folded[text.starts[at]].islower()
    return is_done or word in VERBS


def _leaves_unit(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a bare number can only be in the unit of the one before it."""
    if one.is_bare or not other.is_bare or other.is_attribute or other.numeral.magnitude > 1:
        return False
    place = next(word for word in text.words[one.last :] if word in _PLACES)
    after = text.word(other.last)
    is_fraction = other.numeral.low.denominator > 1
    return after == place or (is_fraction and (after in _PLACES or after in _ELSEWHERE))
