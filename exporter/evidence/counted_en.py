"""Whether a figure of English text counts what a label names.

The noun stands behind the number (31 mature markets), before it (orders rose to 410 million), or
with a number said earlier (of 960 flats, 610 are let; it runs 20 hotels and leases 15 more).
"""

import re
from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.carried_en import is_lent_a_noun, is_of_the_same, is_one_of_many
from exporter.evidence.noun_phrases_en import (
    GENERIC,
    VERBS,
    heads_of,
    is_head,
    lacks_noun,
    noun_phrase,
    stem,
    stems_of,
)
from exporter.evidence.placed_en import first_placed
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import OF_ITSELF, SINGULAR
from exporter.evidence.respectively_en import named_in_order
from exporter.evidence.subjects_en import (
    DETERMINERS,
    WORDS,
    ends_with,
    shared_object,
    speaks_of,
    subject_of,
)
from exporter.facts.units import COUNT

_ARE = regex(
    r"(?:of (?:them|which|whom|these|those)\s+)?(?:are|were|is|was|being)\s+", re.IGNORECASE
)


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
    at = first_placed(figures, at)
    noun = figures[at].noun
    phrase = noun_phrase(noun)
    stems = [stems for label in labels if (stems := stems_of(label))]
    if any(is_head(phrase, said) for said in stems) or _is_label(noun, labels):
        return True
    subject = subject_of(figures, at)
    is_another = subject[-1:] != [] and subject[-1] in _ANOTHER
    if is_another:
        subject = _without_objects(subject[:-1])
    if subject[-1:] == ["of"] and any(ends_with(subject[:-1], said) for said in stems):
        return _is_of_so_many(subject[-2], phrase)
    if _are_called(noun, stems):
        return True
    heads = heads_of(phrase, is_one_of_many=is_one_of_many(figures, at))
    of_the_same = (is_another and not heads) or is_of_the_same(noun, heads)
    if heads and not of_the_same and heads[0] not in GENERIC:
        return False
    is_of_both = any(" and " in label for label in labels)
    named = [] if is_of_both else named_in_order(figures, at)
    if named or _is_of_who_has(figures, at, subject):
        return any(is_head(named, said) for said in stems)
    if not noun and (shared := shared_object(figures, at, subject)):
        return any(is_head(shared, said) for said in stems)
    if speaks_of(subject, stems):
        return True
    is_kind = is_one_of_many(figures, at) and not any(map(is_counted_word, phrase))
    leaves_noun = of_the_same or (not heads and (is_kind or lacks_noun(phrase)))
    return leaves_noun and lone and is_lent_a_noun(figures, at, stems, of_the_same=of_the_same)


def _is_of_who_has(figures: Sequence[Figure], at: int, subject: list[str]) -> bool:
    """Whether who has them stands before a number, its verb left out: and the port 390 people."""
    is_led = len(subject) == _WHO and subject[0] in {"and", "while"} and subject[1] == "the"
    return is_led and at > 0 and figures[at - 1].noun.lower().split() == subject


_WHO = 3  # words


def _is_of_so_many(named: str, phrase: Sequence[str]) -> bool:
    """Whether a number tells how many a thing has: a workforce of 4,100; a herd of 90 cows is one.

    Args:
        named: What it is of so many: `workforce`.
        phrase: The noun phrase behind the number.
    """
    is_one = not (named in _BODIES or is_counted_word(named))
    return not (is_one and any(map(is_counted_word, phrase)))


def _are_called(noun: str, stems: Sequence[tuple[str, ...]]) -> bool:
    """Whether what stands behind a number says what those are: 41 are engineers."""
    are = _ARE.match(noun)
    if are is None:
        return False
    named = noun_phrase(noun[are.end() :])
    return any(is_head(named, said) for said in stems)


# 9,760 people on its payroll are employees.
_EMPLOYED = regex(
    r"(?:people|persons|men and women) (?:(?:now|currently|still|already|directly|who|that|are) )*"
    r"(?:on (?:its|the|their|our|his|her) (?:payrolls?|books|staff)\b"
    r"|in (?:its|their|our) (?:employ|service)\b|(?:directly )?employed\b"
    r"|(?:work|works|working|worked) (?:for|at) (?:it|us|them"
    r"|the (?:firm|company|group|bank|business|maker|concern))\b)",
    re.IGNORECASE,
)


def _is_label(noun: str, labels: Sequence[str]) -> bool:
    """Whether a label of several words stands right behind a number: 230,000 teachers and nurses.

    So does what says the same in several: people on its payroll.
    """
    said = f"{noun.lower()} "
    if "employees" in labels and _EMPLOYED.match(noun):
        return True
    return any(" and " in label and said.startswith(f"{label.lower()} ") for label in labels)


# Of so many people, each of whom is counted by these: a crew of 40 sailors.
_BODIES = frozenset("workforce staff headcount personnel crew membership readership".split())


_ANOTHER = frozenset("another further additional extra".split())


def _without_objects(subject: list[str]) -> list[str]:
    """The words before another twelve, up to a verb's objects: took options on another twelve."""
    for at, word in enumerate(subject):
        if at and word not in OF_ITSELF and (word in VERBS or word in SINGULAR):
            return subject[:at]
    return subject


_EACH = regex(
    r"\b(?:(?:each|every) (?:day|week|month|quarter|year)"
    r"|(?:daily|weekly|monthly|yearly)(?! [a-z]))\b",
    re.IGNORECASE,
)


def is_done_regularly(noun: str) -> bool:
    """Whether what is counted does something each week, so that it is a number of its own.

    Args:
        noun: The words behind a number: `people use the service each week`.
    """
    each = _EACH.search(noun)
    before = WORDS.findall(noun[: each.start()].lower()) if each else []
    return any(word in VERBS or word in DETERMINERS for word in before[1:])


_HYPHENED = regex(r"-([a-z]+)(?![\w'])", re.IGNORECASE)


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
