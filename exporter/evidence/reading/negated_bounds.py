"""Bounds that a denial makes of a comparison: may not be more than 9%."""

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.cues import MODALS
from exporter.evidence.reading.vocabulary.qualifiers import NOTHING, Readings

_MUST_NOT = frozenset("cannot can't mustn't shouldn't won't shan't couldn't wouldn't".split())
_NEVER = frozenset("never didn't hasn't haven't hadn't doesn't don't".split())
_DID = frozenset("did has have had does do".split())
_COMPARATIVES = frozenset(f"{word} than" for word in "more less fewer higher lower".split())
_FARTHEST = 6  # words between a denial and what it bounds
# Behind one of these a bound is said of something else.
_OUT_OF_REACH = frozenset(
    "that which who because as if when while and but only just in for at on from after since of "
    "among into".split()
)


def negated_bound(text: Text, at: int, phrase: str, said: Readings) -> tuple[Readings, int] | None:
    """The ceiling or floor that a denied comparison is, and where it begins; None for neither.

    Args:
        text: The text.
        at: The index of the first word of a phrase before a figure.
        phrase: The phrase: `more than`.
        said: What it says where nothing denies it.
    """
    before = text.words[at - 1]
    is_near = before in words_for.VERBS_OF_BOUNDS
    if is_near and _denies(text, at - 2) and (bound := _bound_of(said)):
        return bound, at - 2
    is_verb = phrase in _EXCEEDING and before in MODALS
    if phrase in _EXCEEDING and before in _MUST_NOT:
        return _bound_of(said), at - 1  # tolls cannot exceed $9
    if phrase in _EXCEEDING | _COMPARATIVES and (first := _supposed_not(text, at)) >= 0:
        return _bound_of(said), first
    if phrase in _COMPARATIVES and _is_denied_afar(text, at):
        return _bound_of(said), at
    is_of_nobody = (is_near or is_verb or phrase in _COMPARATIVES) and _is_of_nobody(text, at)
    return (bound, at) if is_of_nobody and (bound := _bound_of(said)) else None


_EXCEEDING = frozenset({"exceed", "surpass", "top"})
_SUPPOSED = frozenset(
    "expected expect expects forecast forecasts projected anticipated anticipate anticipates seen "
    "estimated likely set planned allowed permitted thought supposed intend intends plan plans "
    "meant".split()
)
_NOT = frozenset("not isn't aren't wasn't weren't doesn't don't didn't never".split())


def _supposed_not(text: Text, at: int) -> int:
    """Where a denied expectation begins that is a bound: are not expected to | exceed; -1 for none.

    Unlikely to be more than, does not expect costs to exceed.
    """
    for index in range(at - 1, max(0, at - _FARTHEST - 1) - 1, -1):
        word = text.words[index]
        if word == "unlikely" or (word in _SUPPOSED and text.word(index - 1) in _NOT):
            has_to = "to" in text.words[index + 1 : at]
            return index - (word != "unlikely") if has_to else -1
        if text.used[index] or not word.isalpha() or word in _OUT_OF_REACH:
            return -1
    return -1


_NOBODY = frozenset("no none nobody neither nor".split())


def _is_of_nobody(text: Text, at: int) -> bool:
    """Whether none does what is bounded: no holder may own more than 10%, none of them costs."""
    for index in range(at - 1, max(0, at - _FARTHEST) - 1, -1):
        word, is_of = text.words[index], text.words[index] == "of"
        if word in _NOBODY:
            return text.word(index + 1) not in _NO_SUBJECTS
        if text.used[index] or not word.isalpha() or (word in _OUT_OF_REACH and not is_of):
            return False
    return False


_NO_SUBJECTS = frozenset("longer more less fewer doubt".split())


def _bound_of(said: Readings) -> Readings:
    if said == words_for.OVER:
        return words_for.UP_TO
    return words_for.AT_LEAST if said == words_for.UNDER else NOTHING


def _denies(text: Text, index: int) -> bool:
    """Whether a word denies what is done: cannot, never, the not of "may not" and "did not"."""
    word = text.word(index) if index >= 0 else ""
    is_not = word == "not" and (text.word(index - 1) in MODALS or text.word(index - 1) in _DID)
    return is_not or word in _MUST_NOT or word in _NEVER


def _is_denied_afar(text: Text, at: int) -> bool:
    """Whether a denial reaches over a verb and its object: cannot go up by more than 6%."""
    for index in range(at - 1, max(0, at - _FARTHEST) - 1, -1):
        if _denies(text, index):
            return True
        word = text.words[index]
        if text.used[index] or not word.isalpha() or word in _OUT_OF_REACH:
            return False
    return False
