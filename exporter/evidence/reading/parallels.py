"""Phrases side by side that share a verb and a unit: fell 12% in Europe and 9 in Asia.

A person carries both over: the sales in Asia fell as well, and by 9 percent.
"""

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.vocabulary.verbs import VERBS
from exporter.facts.units import ORDINAL

PLACES = frozenset(
    "in at with for by on under during among after before across outside inside within from "
    "through via".split()
)
ELSEWHERE = frozenset(
    "abroad overseas elsewhere previously earlier before today now respectively online offline "
    "domestically internationally".split()
)
JOINS = frozenset("and but or , while whereas".split())
_CHANGED = cues.DOWN_AFTER | cues.EITHER_AFTER | frozenset("rise increase gain growth".split())
ENDS = frozenset({"", ".", ",", ";", ")", "and", "but", "while"})
STOPS = frozenset({".", ";", "!", "?", "(", ")", ":"})
_LONGEST = 14  # words between two figures


# What is a percentage itself, and does not fall by one with the sales before it.
_RATIOS = frozenset(
    "margin margins rate rates share yield yields ratio stake return returns inflation "
    "unemployment coupon interest payout premium discount churn tax of to from at with by than "
    "for as which who "
    "that where when".split()
)
MOST_OF_A_SUBJECT = 6  # words
# Lost 0.8%, after gaining 1.1%: what has a verb of its own.
_SUBORDINATING = frozenset("after before having since despite following when once until".split())


NO_SUBJECT = (
    _SUBORDINATING
    | _CHANGED
    | frozenset(
        "up down jump climb surge rises gains increases which that who where when as due thanks "
        "because improvement recovery rebound beating missing ahead behind not but offset partly "
        "mainly mostly chiefly largely led driven helped hurt hit held beaten rising falling "
        "growing increasing declining gaining losing higher stronger better firmer dearer larger "
        "bigger greater above more".split()
    )
)


def _is_gapped(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a figure leaves its verb to the one before it: volumes fell 3% and prices 1%."""
    first, size = one.last, other.first - one.last
    if one.dimension != other.dimension or one.is_bare or not 2 <= size <= MOST_OF_A_SUBJECT:
        return False
    if text.word(first) not in JOINS:
        return False
    words = text.words[first : other.first]
    places = list(range(first, other.first))
    if words[1] in {"those", "that"} and words[2:3] != [] and words[2] in _OF_THOSE:
        del words[2], places[2]  # exports to the bloc fell 12%, and those to China 4%
    after = text.word(other.last)
    return (
        words[1] not in _SUBORDINATING
        and (after in ENDS or after in PLACES)
        and words[-1].isalpha()
        and words[-1] not in PLACES
        and words[-1] not in JOINS
        and _RATIOS.isdisjoint(words)
        and STOPS.isdisjoint(words)
        and not any(is_verb(text, at) or text.used[at] for at in places)
    )


_OF_THOSE = frozenset("to of from at with for".split())


def _is_gapped_by(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether "by" leaves its verb to the figure before: fell 3% in May, the number of loans by 9%.

    Behind a subject without a verb "by" can only say how far that went the same way.
    """
    words = text.words[one.last : other.first]
    if one.dimension != other.dimension or one.is_bare or not 3 <= len(words) <= _LONGEST:
        return False
    join = next((at for at in range(len(words) - 1, -1, -1) if words[at] in JOINS), -1)
    subject, after = words[join + 1 : -1], text.word(other.last)
    return (
        words[-1] == "by"
        and (join == 0 or (join > 0 and words[0] in PLACES))
        and 0 < len(subject) <= MOST_OF_A_SUBJECT
        and all(word.isalpha() for word in subject)
        and (subject[0] not in PLACES or subject[0] in _WHERE)
        and NO_SUBJECT.isdisjoint(subject)
        and (after in ENDS or after in PLACES)
        and STOPS.isdisjoint(words)
        and not any(
            is_verb(text, one.last + at)
            for at in range(len(words) - 1 - (len(subject) > 1 and subject[-1] in DONE_WITH))
        )
    )


_WHERE = frozenset("in at across outside within".split())
# Hours worked by 0.9% is how far these fell: what is done with a thing says which it is.
DONE_WITH = frozenset(
    "worked sold made produced built used shipped flown driven carried handled issued lent "
    "borrowed placed booked ordered delivered paid earned spent taken written held employed "
    "traded mined caught drilled".split()
)


def find_parallels(quantities: list[Quantity], text: Text) -> list[bool]:
    """For each quantity whether it carries on the phrase of the one before it."""
    found = [False] * len(quantities)
    if text.is_chinese or len(found) < 2 or JOINS.isdisjoint(text.words):
        return found
    for at in range(1, len(found)):
        one, other = quantities[at - 1], quantities[at]
        found[at] = (
            _is_parallel(one, other, text)
            or _is_gapped(one, other, text)
            or _is_gapped_by(one, other, text)
        )
    return found


def _is_parallel(one: Quantity, other: Quantity, text: Text) -> bool:
    begins = text.word(one.last)
    if (
        not 3 <= other.first - one.last <= _LONGEST
        or (begins not in PLACES and begins not in _CHANGED)
        or ORDINAL in {one.dimension, other.dimension}
    ):
        return False
    words = text.words[one.last : other.first]
    place = next((at for at, word in enumerate(words[:3]) if word in PLACES), None)
    if place is None or any(word not in _CHANGED for word in words[:place]):
        return False
    join = next((at for at in range(len(words) - 1, 0, -1) if words[at] in JOINS), 0)
    if join <= place + 1 or any(not _qualifies(word) for word in words[join + 1 :]):
        return False
    after = text.word(other.last)
    if after not in PLACES and after not in ELSEWHERE and after not in ENDS:
        return False
    return STOPS.isdisjoint(words) and not any(
        is_verb(text, one.last + at) for at in range(len(words))
    )


def _qualifies(word: str) -> bool:
    return word in {"by", "a", "the", "then"} or word in qualifiers.BEFORE


def is_verb(text: Text, at: int) -> bool:
    """Whether the word at an index is a verb, and no month."""
    word = text.words[at]
    if text.used[at]:  # May
        return False
    is_done = word.endswith("ed") and text.folded[text.starts[at]].islower()
    return is_done or word in VERBS
