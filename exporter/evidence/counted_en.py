"""Whether a figure of English text counts what a label names.

The noun stands behind the number (31 mature markets), before it (orders rose to 410 million), or
with a number said earlier (of 960 flats, 610 are let; it runs 20 hotels and leases 15 more).
"""

import re
from collections.abc import Sequence

from exporter.evidence.noun_phrases_en import (
    VERBS,
    heads_of,
    is_head,
    lacks_noun,
    noun_phrase,
    stem,
    stems_of,
)
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
from exporter.facts.units import COUNT

_WORDS = re.compile(r"[a-z][\w']*", re.IGNORECASE)
_GENERIC = frozenset("times time people persons units pieces items".split())
# Of the same things as a number before: 15 more, nine others, 31 of them.
_OF_THE_SAME = re.compile(r"(?:more|others?|of (?:them|which|whom|these|those))\b", re.IGNORECASE)
_ARE = re.compile(r"(?:are|were|is|was|being)\s+", re.IGNORECASE)


def counts_en(
    figures: Sequence[Figure], at: int, labels: Sequence[str], *, lone: bool = True
) -> bool:
    """Whether the figure at an index counts what one of `labels` names.

    Args:
        figures: The figures of a quote.
        at: The index.
        labels: English names of one thing.
        lone: Whether the figure may take its noun from another one.
    """
    noun = figures[at].noun
    phrase = noun_phrase(noun)
    stems = [stems for label in labels if (stems := stems_of(label))]
    if any(is_head(phrase, said) for said in stems):
        return True
    subject = _subject(figures, at)
    if subject[-1:] == ["of"] and any(_ends_with(subject[:-1], said) for said in stems):
        return True  # a workforce of 4,100 runs it
    if (are := _ARE.match(noun)) is not None:
        named = noun_phrase(noun[are.end() :])  # 41 are engineers
        if any(is_head(named, said) for said in stems):
            return True
    of_the_same = _OF_THE_SAME.match(noun) is not None
    heads = [] if of_the_same else heads_of(phrase, is_one_of_many=_is_one_of_many(figures, at))
    if heads and heads[0] not in _GENERIC:
        return False
    if not noun and (shared := _shared_object(figures, at, subject)):
        return any(is_head(shared, said) for said in stems)
    words = _things(subject)
    if any(_holds(words, said) for said in stems):
        return True
    leaves_noun = of_the_same or (not heads and lacks_noun(phrase))
    if not leaves_noun or not lone:
        return False
    return _is_said_later(figures, at, stems) or _is_carried(
        figures, at, stems, of_the_same=of_the_same
    )


_EACH = re.compile(r"\b(?:each|every) (?:day|week|month|quarter|year)\b", re.IGNORECASE)


def is_done_regularly(noun: str) -> bool:
    """Whether what is counted does something each week, so that it is a number of its own.

    Args:
        noun: The words behind a number: `people use the service each week`.
    """
    each = _EACH.search(noun)
    before = _WORDS.findall(noun[: each.start()].lower()) if each else []
    return any(word in VERBS or word in _DETERMINERS for word in before[1:])


_DETERMINERS = frozenset("the a an its our their his her this these".split())


_HYPHENED = re.compile(r"-([a-z]+)(?![\w'])", re.IGNORECASE)


def is_of_size(noun: str, labels: Sequence[str]) -> bool:
    """Whether a number that describes something counts what a label names: a 300-bed hospital.

    Args:
        noun: The words behind the number: `-bed hospital`.
        labels: English names of one thing.
    """
    part = _HYPHENED.match(noun)
    return part is not None and any(stems_of(label) == (stem(part[1]),) for label in labels)


def names_nothing_en(figure: Figure) -> bool:
    """Whether no noun stands behind a number: of which 71,200 were electric."""
    return figure.dimension == COUNT and not any(map(is_counted_word, noun_phrase(figure.noun)))


# --- Before a number


def _subject(figures: Sequence[Figure], at: int) -> list[str]:
    """The words before a figure, without those that the figure before it counts."""
    said = figures[at].subject.lower()
    words = _WORDS.findall(said)
    if said.rstrip().endswith((":", ",")):
        words = [*words, ":"]  # vessels owned: 63; nights sold, 61,200
    before = figures[at - 1] if at else None
    if before is not None and before.dimension == COUNT:
        phrase = noun_phrase(before.noun)
        if phrase and words[:1] == phrase[0].split("-")[:1]:
            return words[len(phrase) :]
    return words


def _is_object(subject: list[str]) -> bool:
    """Whether a verb right before a figure has it as its object: guides led 40; orders hit 40."""
    last = subject[-1] if subject else ""
    if tuple(subject[-2:]) in PHRASAL:
        return True
    is_verb = last.endswith("ed") or last in PAST or last in SINGULAR
    is_verb = is_verb or (len(subject) > 1 and subject[-2] in _MODALS and last not in _BECOMING)
    return is_verb and last not in OF_ITSELF


def _shared_object(figures: Sequence[Figure], at: int, subject: list[str]) -> list[str]:
    """The noun phrase of what is done to things before, and by others again; [] where none is.

    Industry lost 23,000 jobs while services gained 61,000; hotels hired 90 cooks and cafes 40.
    """
    before = figures[at - 1] if at else None
    if before is None or before.dimension != COUNT:
        return []
    doing = _subject(figures, at - 1)
    if not _is_object(doing) and _DONE_TO.isdisjoint(doing[-1:]):
        return []
    phrase = noun_phrase(before.noun)
    if not any(map(is_counted_word, phrase[:1])):
        return []
    others = [word for word in subject if word not in _JOINS]
    is_done = len(others) > 1 and others[-1] in _GIVEN_OR_TAKEN
    is_left_out = subject[:1] != others[:1] and 0 < len(others) <= _SHORT and _are_nouns(others)
    return phrase if is_done or is_left_out else []


def _are_nouns(words: list[str]) -> bool:
    return is_counted_word(words[-1]) and not any(
        word in VERBS or word in OF_ITSELF or word in _BEFORE_A_PLACE or word.endswith("ed")
        for word in words
    )


_DONE_TO = (PARTICIPLES | PRESENT | {"has", "have", "had"}) - OF_ITSELF
_JOINS = frozenset("and but while whereas".split())
_SHORT = 3  # words
# Of things: what gains or drops some has another number of them.
_GIVEN_OR_TAKEN = frozenset(
    "gained gains added adds dropped drops opened closed started began ended finished".split()
)


# Verbs that name what they count: employs 4,350, was downloaded 3 million times.
_NAMING = frozenset("employs employed employ employing downloaded download visited".split())


def _things(subject: list[str]) -> list[str]:
    """The words of a subject, without the places and people that things are at or go to.

    Of what is done to a figure the verb alone may name it: employs 4,350.
    """
    if _is_object(subject):
        return [word for word in subject[-1:] if word in _NAMING]
    if subject[-1:] in (["on"], ["across"], ["among"]):
        return []  # prices on some 450 items
    kept: list[str] = []
    at = 0
    while at < len(subject):
        is_whose = subject[at] == "of" and at > 0 and _are_people(subject[at - 1])
        if is_whose or (subject[at] in _BEFORE_A_PLACE and (at or subject[at] != "with")):
            some = subject[at + 1 : at + 4]
            place = next((n for n, word in enumerate(some) if is_counted_word(word)), -1)
            if is_whose and place < 0:
                place = next((n for n, word in enumerate(some) if word not in _DETERMINERS), -1)
            at += place + 1
            kept.append("")  # what stands on either side of it is not one noun
        else:
            kept.append(subject[at])
        at += 1
    return kept


def _are_people(word: str) -> bool:
    """Whether a plural is of people, who are of something: users of the tool are no tools."""
    return word in _PEOPLE or (word.endswith(_OF_PEOPLE) and word not in _NO_PEOPLE)


_PEOPLE = frozenset("people staff clients members students".split())
_OF_PEOPLE = ("ers", "ors", "ees", "ists")
_NO_PEOPLE = frozenset("orders numbers transfers offers letters papers covers powers".split())
_BEFORE_A_PLACE = frozenset(
    "to by in at with for from across among on along near beside around within outside inside "
    "behind throughout via through against despite".split()
)


_MODALS = frozenset("will would may might can could should must to".split())
_BECOMING = frozenset(
    "reach hit top exceed pass surpass total number average equal be grow rise fall increase "
    "decrease decline drop climb jump gain add slip shrink swell approach cross near number come "
    "stand remain double triple end finish".split()
)


def _ends_with(words: list[str], stems: tuple[str, ...]) -> bool:
    return tuple(map(stem, words[-len(stems) :])) == stems


def _holds(words: list[str], stems: tuple[str, ...]) -> bool:
    size = len(stems)
    return any(
        _ends_with(words[: n + size], stems) and not _is_modifier(words, n + size)
        for n in range(len(words) - size + 1)
    )


def _is_modifier(words: list[str], end: int) -> bool:
    """Whether the noun that ends there says of what kind a plural behind it is: store managers.

    Sales of vehicles are counted by the vehicle, and so is whatever happens to things.
    """
    if is_counted_word(words[end - 1]) and words[end - 1] not in IRREGULAR:
        return False
    following = words[end : end + 2]
    if following and (following[0] in _NO_KIND or following[0].endswith(("ed", "ly"))):
        return False
    return any(
        is_counted_word(word)
        and word not in _MEASURES
        and word not in SINGULAR
        and not word.endswith(_HAPPENINGS)
        for word in following
    )


_NO_KIND = (
    VERBS
    | OF_ITSELF
    | PRESENT
    | _BEFORE_A_PLACE
    | _DETERMINERS
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


# --- With a number said earlier


def _is_carried(
    figures: Sequence[Figure], at: int, stems: Sequence[tuple[str, ...]], *, of_the_same: bool
) -> bool:
    """Whether a figure without a noun of its own takes it from one before it."""
    if _is_of_a_pair(figures, at):
        phrase = noun_phrase(figures[at - 2].noun)
        return any(is_head(phrase, said) for said in stems)
    subject = _subject(figures, at)
    is_free = of_the_same or "ones" in subject or _is_one_of_many(figures, at)
    for index in range(at - 1, -1, -1):
        said = subject
        if _NAMED.search(figures[index + 1].subject):
            said = subject[:-1]  # Hull has 14 cranes, Leeds nine
        if not is_free and not _is_object(said) and (_names_others(said) or _is_of_its_own(said)):
            return False
        before = figures[index]
        if index == at - 1 and _is_of_a_place(figures, at, subject):
            subject = _subject(figures, index)
            words = _things(subject)
            return any(_holds(words, said) for said in stems)
        is_free = is_free or _OF_THE_SAME.match(before.noun) is not None
        if before.dimension == COUNT:
            phrase = noun_phrase(before.noun)
            if any(is_head(phrase, said) for said in stems):
                return True
            if not is_free and any(is_counted_word(word) for word in phrase):
                return False
        subject = _subject(figures, index)
        words = _things(subject)
        if any(_holds(words, said) for said in stems):
            return True
    return False


def _is_of_a_place(figures: Sequence[Figure], at: int, subject: list[str]) -> bool:
    """Whether the number before tells where those are of whom a verb says how many.

    Staff at the two plants number 640, visitors to nine parks rose to 31,000.
    """
    *where, last = [word for word in _subject(figures, at - 1) if word not in _DETERMINERS] or [""]
    said = figures[at - 1].noun.lower().partition(" ")[0]
    is_apart = not said or not figures[at].subject.lower().startswith(said)
    if not where or last not in _BEFORE_A_PLACE or is_apart:
        return False
    words = [word for word in _WORDS.findall(figures[at - 1].noun.lower()) if word not in _ADVERBS]
    if not words or not is_counted_word(words[0]):
        return False
    if len(words) == 1 and not subject:
        return bool(figures[at].subject.strip())  # the verb is read with the number: reached 900
    return any(map(_is_verb_of_itself, (*words[1:], *subject)))


def _is_verb_of_itself(word: str) -> bool:
    return word in OF_ITSELF or word in {"number", "total", "exceed", "average"}


_ADVERBS = frozenset("now today currently already still together".split())


def _is_of_a_pair(figures: Sequence[Figure], at: int) -> bool:
    """14,100 beds in 90 homes, against 13,800 in 88: beds are with beds, and homes with homes."""
    for first in (at, at - 1):
        if first < 2 or first + 1 >= len(figures):
            continue
        joint = figures[first].noun.lower()
        if joint in _PAIRING and figures[first - 2].noun.lower().endswith(f" {joint}"):
            return True
    return False


_PAIRING = frozenset("in at across with from on for".split())
_NAMED = re.compile(r"(?<![\w'])[A-Z][a-z]+\s*$")
_OF_ALL = re.compile(r"of (?:the|its|their|our|these|those|all) ", re.IGNORECASE)


def _is_said_later(figures: Sequence[Figure], at: int, stems: Sequence[tuple[str, ...]]) -> bool:
    """Whether the next figure says of what both are: men hold 34 and women 12 of the seats."""
    following = figures[at + 1].noun if at + 1 < len(figures) else ""
    phrase = noun_phrase(following) if _OF_ALL.match(following) else []
    return any(is_head(phrase, said) for said in stems)


_OF_MANY = re.compile(
    r"(?:(?:out )?of|among|amongst)(?: (?:the|its|our|their|those|these|all))*\s*$", re.IGNORECASE
)


def _is_one_of_many(figures: Sequence[Figure], at: int) -> bool:
    """Whether the first figure says of which things all others are: of 96 branches, 14 …, 3 …."""
    return at > 0 and _OF_MANY.match(figures[0].subject.lstrip()) is not None


def _names_others(subject: list[str]) -> bool:
    """Whether the words before a figure name other things that it may count.

    Leases 15 is a verb, and lots go to dealers without being any.
    """
    return any(
        is_counted_word(word)
        and word not in _GENERIC
        and word not in _NO_NOUNS
        and word not in SINGULAR
        and subject[at - 1] not in _BEFORE_A_PLACE
        for at, word in enumerate(subject)
    )


def _is_of_its_own(subject: list[str]) -> bool:
    """Whether a verb says what became of something else than what was counted: churn fell to 9."""
    verb = next((at for at, word in enumerate(subject) if word in OF_ITSELF - _GIVEN_OR_TAKEN), 0)
    return any(
        word not in _OF_THE_COUNT and word not in _NO_KIND and not word.endswith(("ly", "ed"))
        for word in subject[:verb]
    )


_OF_THE_COUNT = frozenset(
    "it they that this those these which who whom what one ones total number count figure tally "
    "sum base level then now later today since also again have has had had not no year quarter "
    "month week last next first second third half january february march april may june july "
    "august september october november december spring summer autumn winter ago earlier before "
    "after still already but while whereas when if so only just even there here overall remainder "
    "rest peak rate new other another same latest previous former combined all both each "
    "some".split()
)
_NO_NOUNS = frozenset("others forecasts estimates expectations targets".split())
