"""Figures of English text that take their noun from another one, said earlier or right behind.

Of 960 flats, 610 are let; it runs 20 hotels and leases 15 more; men hold 34 and women 12 of the
seats.
"""

import re
from collections.abc import Iterator, Sequence

from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import GENERIC, is_head, noun_phrase
from exporter.evidence.placed_en import are_of_places
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import (
    AUXILIARIES,
    OF_ITSELF,
    PAST,
    PRESENT,
    SINGULAR,
)
from exporter.evidence.respectively_en import in_the_same_order
from exporter.evidence.subjects_en import (
    BEFORE_A_PLACE,
    DETERMINERS,
    GIVEN_OR_TAKEN,
    NO_KIND,
    WORDS,
    are_people,
    is_object,
    speaks_of,
    subject_of,
)
from exporter.facts.units import COUNT

# Of the same things as a number before: 15 more, nine others, 31 of them.
_OF_THE_SAME = regex(r"(?:more|others?|of (?:them|which|whom|these|those))\b", re.IGNORECASE)
_OF_THEM = regex(r"of (?:them|which|whom|these|those)\b", re.IGNORECASE)
_ONES = regex(r"(?:[a-z]+ )?ones\b", re.IGNORECASE)  # 70 older ones


def is_lent_a_noun(
    figures: Sequence[Figure], at: int, stems: Sequence[tuple[str, ...]], *, of_the_same: bool
) -> bool:
    """Whether a figure without a noun of its own has that of the next one, or of one before it.

    Args:
        figures: The figures of a quote.
        at: The index of the one.
        stems: The stems of each name of one thing.
        of_the_same: Whether it says that it counts the same things as one before: 15 more.
    """
    if _is_said_later(figures, at, stems):
        return True
    if at and not of_the_same and figures[at - 1].noun.lower() in _DONE_TO_OTHERS:
        return False  # of 19 banks, three expect 50
    return _is_said_before(figures, at, stems, of_the_same=of_the_same)


def is_of_the_same(noun: str, heads: Sequence[str]) -> bool:
    """Whether the words behind a number say that it is; 15 more drivers are drivers."""
    same = _OF_THE_SAME.match(noun)
    if same is not None:
        return not (heads and same[0].lower() == "more")
    return _ONES.match(noun) is not None


def _is_said_before(
    figures: Sequence[Figure], at: int, stems: Sequence[tuple[str, ...]], *, of_the_same: bool
) -> bool:
    """Whether a figure without a noun of its own takes it from one before it."""
    same = figures[at - 2] if _is_of_a_pair(figures, at) else in_the_same_order(figures, at)
    if same is not None:
        phrase = noun_phrase(same.noun)
        return any(is_head(phrase, said) for said in stems)
    subject = subject_of(figures, at)
    is_free = of_the_same or "ones" in subject or is_one_of_many(figures, at)
    is_free = is_free or _is_compared_with(figures[at])
    for index in _before(figures, at, of_the_same=of_the_same):
        said = subject
        if _NAMED.search(figures[index + 1].subject):
            said = subject[:-1]  # Hull has 14 cranes, Leeds nine
        if not is_free and not is_object(said) and (_names_others(said) or _is_of_its_own(said)):
            return False
        before = figures[index]
        if index == at - 1 and _is_of_a_place(figures, at, subject):
            return speaks_of(subject_of(figures, index), stems)
        is_free = is_free or _OF_THE_SAME.match(before.noun) is not None
        is_free = is_free or _is_compared_with(before)
        if before.dimension == COUNT:
            phrase = noun_phrase(before.noun)
            if any(is_head(phrase, said) for said in stems):
                return True
            if not is_free and any(is_counted_word(word) for word in phrase):
                return False
        subject = subject_of(figures, index)
        if speaks_of(subject, stems):
            return True
    return False


_DONE_TO_OTHERS = (PAST | PRESENT | SINGULAR) - OF_ITSELF - AUXILIARIES


# Visitors rose to 2.1m, still short of the 2.6m who came in 2019, below the 90,000 it served then.
_THAN = regex(
    r"(?:short of|shy of|below|above|beyond|behind|ahead of|than|up on|down on|from|against"
    r"|compared (?:with|to)|versus|close to|near|nearer|past|over) (?:the )?$",
    re.IGNORECASE,
)
_DID = regex(
    r"(?:who|that|it|they|we|he|she|seen|recorded|reached|counted|carried|served|handled|welcomed"
    r"|reported|treated)\b"
)


def _is_compared_with(figure: Figure) -> bool:
    """Whether a number is one with which the number before is compared: short of the 40 it had."""
    return _DID.match(figure.noun) is not None and _THAN.search(figure.subject) is not None


def _before(figures: Sequence[Figure], at: int, *, of_the_same: bool) -> Iterator[int]:
    """The figures before one that it may be of the same as, the nearest first.

    Opened 38 hotels with 6,900 rooms and signed another 71: these are hotels. Of them may be said
    of either: operated 9,000 flights with 118 aircraft, eleven of them leased.
    """
    is_of_people = f"{figures[at].subject}{figures[at].noun}".lower().startswith("of whom")
    people = [are_people(noun_phrase(figure.noun)) for figure in figures[:at] if is_of_people]
    for index in range(at - 1, -1, -1):
        if any(people) and not people[index]:
            continue
        is_meant = index == at - 1 and _OF_THEM.match(figures[at].noun) is not None
        is_same = of_the_same or "each" in subject_of(figures, index)
        if index and is_same and not is_meant and _is_what_others_have(figures, index):
            continue
        is_beside = index > 0 and index == at - 1
        if not (is_beside and (_is_in_passing(figures, index) or are_of_places(figures, at))):
            yield index


_COMPARED = regex(
    r"(?:against|versus|vs\.?|compared (?:with|to)|(?:up |down )?from) $", re.IGNORECASE
)
_PASSING = regex(
    r"(?:[a-z]+(?:ed|ing|wn) )?(?:in|across|from|through|of|at|over|with|via|on|among|by) $",
    re.IGNORECASE,
)


def _is_in_passing(figures: Sequence[Figure], at: int) -> bool:
    """Whether a number between commas only adds to the one before it, which is then compared.

    We had 640 stores, in 31 cities, against 590: these are stores.
    """
    before, figure, after = figures[at - 1 : at + 2]
    if _is_where_they_did(figures, at):
        return True
    is_added = before.dimension == COUNT and _PASSING.fullmatch(figure.subject) is not None
    return is_added and _COMPARED.fullmatch(after.subject) is not None


def _is_where_they_did(figures: Sequence[Figure], at: int) -> bool:
    """Whether a number stands between things and what they did: 90 runners from 6 towns started."""
    where, said = subject_of(figures, at), WORDS.findall(figures[at].noun.lower())
    is_place = len(where) == 1 and where[0] in BEFORE_A_PLACE | {"of"}
    did = said[1] if len(said) > 1 and is_counted_word(said[0]) else ""
    return is_place and figures[at - 1].dimension == COUNT and (did.endswith("ed") or did in PAST)


def _is_what_others_have(figures: Sequence[Figure], at: int) -> bool:
    """Whether a number says what the things counted right before it have: hotels with 90 rooms."""
    words = [word for word in subject_of(figures, at) if word not in DETERMINERS | {"each"}]
    before = figures[at - 1]
    is_had = words == ["with"] and before.dimension == COUNT == figures[at].dimension
    return is_had and any(map(is_counted_word, noun_phrase(before.noun)))


def _is_of_a_place(figures: Sequence[Figure], at: int, subject: list[str]) -> bool:
    """Whether the number before tells where those are of whom a verb says how many.

    Staff at the two plants number 640, visitors to nine parks rose to 31,000.
    """
    *where, last = [word for word in subject_of(figures, at - 1) if word not in DETERMINERS] or [""]
    said = figures[at - 1].noun.lower().partition(" ")[0]
    is_apart = not said or not figures[at].subject.lower().startswith(said)
    if not where or last not in BEFORE_A_PLACE or is_apart:
        return False
    if subject[-1:] and subject[-1] in _GIVEN and not _BEING.isdisjoint(subject[-2:]):
        return False  # applied for 90 licences and was given 41
    words = [word for word in WORDS.findall(figures[at - 1].noun.lower()) if word not in _ADVERBS]
    if not words or not is_counted_word(words[0]):
        return False
    if len(words) == 1 and not subject:
        return bool(figures[at].subject.strip())  # the verb is read with the number: reached 900
    return any(map(_is_verb_of_itself, (*words[1:], *subject)))


def _is_verb_of_itself(word: str) -> bool:
    return word in OF_ITSELF or word in {"number", "total", "exceed", "average"}


_BEING = frozenset("is was are were been".split())
_GIVEN = frozenset(
    "given granted sent awarded allotted allocated assigned handed issued offered paid promised "
    "delivered denied refused shown sold".split()
)
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
_NAMED = regex(r"(?<![\w'])[A-Z][a-z]+\s*$")
_OF_ALL = regex(r"of (?:the|its|their|our|these|those|all) ", re.IGNORECASE)


def _is_said_later(figures: Sequence[Figure], at: int, stems: Sequence[tuple[str, ...]]) -> bool:
    """Whether the next figure says of what both are: men hold 34 and women 12 of the seats.

    At least eight and at most 20 players.
    """
    following = figures[at + 1].noun if at + 1 < len(figures) else ""
    noun = figures[at].noun.lower()
    is_joined = noun in _JOINING or (at == 0 and _AND_DID.fullmatch(noun) is not None)
    phrase = noun_phrase(following) if is_joined or _OF_ALL.match(following) else []
    return any(is_head(phrase, said) for said in stems)


_JOINING = frozenset("and or to".split())
# Opened 11 |and closed| four gyms; the mine employs 800 |and the port| 390 people.
_AND_DID = regex(
    r"(?:and|while) the [a-z]+"
    r"|(?:and|but|or) (?:opened|closed|shut|sold|bought|built|leased|added|lost|left)"
)
_OF_MANY = regex(
    r"(?:(?:out )?of|among|amongst)(?: (?:a|an|the|its|our|their)(?: total| combined)? [a-z]+ of)?"
    r"(?: (?:the|its|our|their|those|these|all))*\s*$",
    re.IGNORECASE,
)


def is_one_of_many(figures: Sequence[Figure], at: int) -> bool:
    """Whether the first figure says of which things all others are: of 96 branches, 14 …, 3 …."""
    return at > 0 and _OF_MANY.match(figures[0].subject.lstrip()) is not None


def _names_others(subject: list[str]) -> bool:
    """Whether the words before a figure name other things that it may count.

    Leases 15 is a verb, and lots go to dealers without being any.
    """
    return any(
        is_counted_word(word)
        and word not in GENERIC
        and word not in _NO_NOUNS
        and word not in SINGULAR
        and (at == 0 or subject[at - 1] not in BEFORE_A_PLACE)
        for at, word in enumerate(subject)
    )


def _is_of_its_own(subject: list[str]) -> bool:
    """Whether a verb says what became of something else than what was counted: churn fell to 9."""
    verb = next((at for at, word in enumerate(subject) if word in OF_ITSELF - GIVEN_OR_TAKEN), 0)
    return any(
        word not in _OF_THE_COUNT and word not in NO_KIND and not word.endswith(("ly", "ed"))
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
