"""What stands before a number of English text, and which things it may be said of.

Orders rose to 410 million counts orders, where guides led 40 counts no guides; what things are at
or go to, and whose they are, is left out.
"""

import re
from collections.abc import Sequence

from exporter.evidence.noun_phrases_en import VERBS, noun_phrase, stem
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import IRREGULAR, is_counted_word
from exporter.evidence.reading.vocabulary.verbs import (
    OF_ITSELF,
    PARTICIPLES,
    PAST,
    PHRASAL,
    PRESENT,
    SINGULAR,
)
from exporter.facts.units import COUNT, MULTIPLE

WORDS = re.compile(r"[a-z][\w']*", re.IGNORECASE)
DETERMINERS = frozenset("the a an its our their his her this these".split())


def subject_of(figures: Sequence[Figure], at: int) -> list[str]:
    """The words before a figure, without those that the figure before it counts."""
    said = figures[at].subject.lower()
    words = WORDS.findall(said)
    is_done = figures[at].dimension == MULTIPLE and figures[at].noun[:3] in {"", "to", "to "}
    if is_done and words and words[-1] in _HAS:
        del words[-1]  # paid seats had tripled to 4.2 million
    if said.rstrip().endswith((":", ",")):
        words = [*words, ":"]  # vessels owned: 63; nights sold, 61,200
    before = figures[at - 1] if at else None
    if before is not None and before.dimension == COUNT:
        phrase = noun_phrase(before.noun)
        if phrase and words[:1] == phrase[0].split("-")[:1]:
            return words[len(phrase) :]
    return words


_HAS = frozenset("has have had".split())


def is_object(subject: list[str]) -> bool:
    """Whether a verb right before a figure has it as its object: guides led 40; orders hit 40."""
    last = subject[-1] if subject else ""
    if tuple(subject[-2:]) in PHRASAL:
        return True
    is_verb = last.endswith("ed") or last in PAST or last in SINGULAR
    is_verb = is_verb or (len(subject) > 1 and subject[-2] in _MODALS and last not in _BECOMING)
    return is_verb and last not in OF_ITSELF


def shared_object(figures: Sequence[Figure], at: int, subject: list[str]) -> list[str]:
    """The noun phrase of what is done to things before, and by others again; [] where none is.

    Industry lost 23,000 jobs while services gained 61,000; hotels hired 90 cooks and cafes 40.
    """
    before = figures[at - 1] if at else None
    if before is None or before.dimension != COUNT:
        return []
    doing = subject_of(figures, at - 1)
    if not is_object(doing) and _DONE_TO.isdisjoint(doing[-1:]):
        return []
    phrase = noun_phrase(before.noun)
    if not any(map(is_counted_word, phrase[:1])):
        return []
    others = [word for word in subject if word not in _JOINS]
    is_done = len(others) > 1 and others[-1] in GIVEN_OR_TAKEN
    is_left_out = subject[:1] != others[:1] and 0 < len(others) <= _SHORT and _are_nouns(others)
    return phrase if is_done or is_left_out else []


def _are_nouns(words: list[str]) -> bool:
    return is_counted_word(words[-1]) and not any(
        word in VERBS or word in OF_ITSELF or word in BEFORE_A_PLACE or word.endswith("ed")
        for word in words
    )


_DONE_TO = (PARTICIPLES | PRESENT | {"has", "have", "had"}) - OF_ITSELF
_JOINS = frozenset("and but while whereas".split())
_SHORT = 3  # words
# Of things: what gains or drops some has another number of them.
GIVEN_OR_TAKEN = frozenset(
    "gained gains added adds dropped drops opened closed started began ended finished".split()
)


def speaks_of(subject: list[str], stems: Sequence[tuple[str, ...]]) -> bool:
    """Whether a subject names a thing, by one of its names, as what is counted."""
    words = _things_of(subject)
    return any(_holds(words, said) for said in stems)


# Verbs that name what they count: employs 4,350, was downloaded 3 million times.
_NAMING = frozenset("employs employed employ employing downloaded download visited".split())


def _things_of(subject: list[str]) -> list[str]:
    """The words of a subject, without the places and people that things are at or go to.

    Of what is done to a figure the verb alone may name it: employs 4,350.
    """
    if is_object(subject):
        return [word for word in subject[-1:] if word in _NAMING]
    if subject[-1:] in (["on"], ["across"], ["among"]):
        return []  # prices on some 450 items
    kept: list[str] = []
    at = 0
    while at < len(subject):
        is_whose = subject[at] == "of" and at > 0 and _are_people(subject[at - 1])
        if is_whose or (subject[at] in BEFORE_A_PLACE and (at or subject[at] != "with")):
            some = subject[at + 1 : at + 4]
            place = next((n for n, word in enumerate(some) if is_counted_word(word)), -1)
            is_place = not is_whose and place < 0 and some[:1] != [] and some[0] in DETERMINERS
            if (is_whose and place < 0) or is_place:
                place = next((n for n, word in enumerate(some) if word not in DETERMINERS), -1)
            at += place + 1
            kept.append("")  # what stands on either side of it is not one noun
        elif subject[at] in _NEAR_TIMES or subject[at] == "per":
            at += 1  # delivered this spring, robots per line
            kept.append("")
        else:
            kept.append(subject[at])
        at += 1
    return kept


_NEAR_TIMES = frozenset("this last next".split())


def _are_people(word: str) -> bool:
    """Whether a plural is of people, who are of something: users of the tool are no tools."""
    return word in _PEOPLE or (word.endswith(_OF_PEOPLE) and word not in _NO_PEOPLE)


def are_people(phrase: list[str]) -> bool:
    """Whether a noun phrase is of people, who are told by "whom"."""
    return any(map(_are_people, phrase)) or not _MEN.isdisjoint(phrase)


_MEN = frozenset(
    "men women children adults patients pupils graduates residents citizens parents guests "
    "applicants participants candidates nurses pilots crew personnel apprentices households".split()
)
_PEOPLE = frozenset("people staff clients members students".split())
_OF_PEOPLE = ("ers", "ors", "ees", "ists")
_NO_PEOPLE = frozenset("orders numbers transfers offers letters papers covers powers".split())
BEFORE_A_PLACE = frozenset(
    "to by in at with for from across among on along near beside around within outside inside "
    "behind throughout via through against despite".split()
)


_MODALS = frozenset("will would may might can could should must to".split())
_BECOMING = frozenset(
    "reach hit top exceed pass surpass total number average equal be grow rise fall increase "
    "decrease decline drop climb jump gain add slip shrink swell approach cross near number come "
    "stand remain double triple end finish".split()
)


def ends_with(words: list[str], stems: tuple[str, ...]) -> bool:
    """Whether words end with those of a label, by their stems."""
    return tuple(map(stem, words[-len(stems) :])) == stems


def _holds(words: list[str], stems: tuple[str, ...]) -> bool:
    """Whether words have those of a label among them, as no modifier of another noun."""
    size = len(stems)
    return any(
        ends_with(words[: n + size], stems) and not _is_modifier(words, n + size)
        for n in range(len(words) - size + 1)
    )


def _is_modifier(words: list[str], end: int) -> bool:
    """Whether the noun that ends there says of what kind a plural behind it is: store managers.

    Sales of vehicles are counted by the vehicle, and so is whatever happens to things.
    """
    if is_counted_word(words[end - 1]) and words[end - 1] not in IRREGULAR:
        return False
    following = words[end : end + 2]
    if following and (following[0] in NO_KIND or following[0].endswith(("ed", "ly"))):
        return False
    return any(
        is_counted_word(word)
        and word not in _MEASURES
        and word not in SINGULAR
        and not word.endswith(_HAPPENINGS)
        for word in following
    )


NO_KIND = (
    VERBS
    | OF_ITSELF
    | PRESENT
    | BEFORE_A_PLACE
    | DETERMINERS
    | frozenset({"", ":", "of", "and", "or", "as"})
)
_HAPPENINGS = ("ions", "ings", "ments", "als", "ures")
# By these words a thing is counted whose name stands before them: vehicle sales, store numbers.
_MEASURES = frozenset(
    "numbers sales deliveries orders exports imports shipments losses cuts totals purchases visits "
    "departures entries grants hires starts launches gains adds additions levels thefts recalls "
    "stocks inventories volumes counts figures units users plans targets tests flows inflows "
    "outflows views hits stays reserves trips wins falls rises changes transfers exits sign-ups "
    "signups subscriptions releases registrations downloads uploads uses issues stands".split()
)
