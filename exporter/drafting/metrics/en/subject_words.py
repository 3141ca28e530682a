"""The words of the subject of an English verb, as far as they go before it.

Commas of a list, participles of a noun and numbers of places do not end it: sales | through its 640
stores | rose.
"""

from collections.abc import Sequence

from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    DOWN,
    HEDGES,
    JOINS,
    LEVEL,
    PREPOSITIONS,
    UP,
)
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES

_AFTER_COMMA = frozenset("worth valued priced down up".split())
_FAR = 6  # words before a number
_PLACES = frozenset("at in on across for".split())
_WAYS = frozenset("through via from".split())
_KINDS_OF_COST = frozenset("selling marketing".split())
_MOVED = frozenset("higher lower up down more less".split())
_OPENERS = frozenset(
    "however meanwhile moreover overall elsewhere still instead today yesterday yet then "
    "furthermore nonetheless nevertheless too though abroad".split()
)
_LONGEST = 22  # words between two commas


def subject_region(tokens: Sequence[Token], verb: int, *, lists: bool = False) -> list[Token]:
    """The words of the subject of a verb, from the clause's beginning."""
    i = _subject_end(tokens, verb)
    words: list[Token] = []
    while i >= 0:
        if _is_attached(tokens, i):
            words, i = [], i - 1  # liability | related to these earnings
        elif (passed := _past_figure(tokens, i, words)) >= 0:
            words, i = _kept_behind(tokens, passed + 1, i, words), passed
        elif _begins_clause(tokens, i, words, lists=lists):
            break
        else:
            words.insert(0, tokens[i])
            i -= 1
    return words


def shared_region(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The subject of a verb, or that of the verb to which "and" joins it: grew, and now | makes."""
    if own := subject_region(tokens, verb):
        return own
    at = _subject_end(tokens, verb)
    if at < 1 or tokens[at].lower not in {"and", "but"}:
        return []
    before = (i for i in range(at - 1, 0, -1) if is_verb(tokens, i))
    return next((words for i in before if (words := subject_region(tokens, i))), [])


def _subject_end(tokens: Sequence[Token], verb: int) -> int:
    """The index of the last word of a verb's subject: before auxiliaries and insertions."""
    i = verb - 1
    while i >= 0 and (
        tokens[i].lower in AUXILIARY | HEDGES
        or (tokens[i].lower.endswith("ly"))
        or (is_verb(tokens, i) and tokens[i].lower in LEVEL | {"had"})
        or _is_more_than(tokens, i)
    ):
        i -= 2 if _is_more_than(tokens, i) else 1
    if i >= 0 and tokens[i].text == ",":
        inserted = -1 if tokens[verb].lower in _AFTER_COMMA else _comma_before(tokens, i)
        i = inserted - 1 if inserted > 0 else i - 1
    return i


def _is_more_than(tokens: Sequence[Token], at: int) -> bool:
    """Whether words only hedge a verb: profit | more than | tripled."""
    return at > 0 and tokens[at].lower == "than" and tokens[at - 1].lower in {"more", "less"}


def _past_figure(tokens: Sequence[Token], at: int, words: list[Token]) -> int:
    """The index before a figure that only says more of the subject; -1 where it does not.

    A margin | of 31% | is twice that; occupancy | at its 640 hotels | climbed.
    """
    if tokens[at].kind != "figure":
        return -1
    if not words:
        return at - 2 if at > 1 and tokens[at - 1].lower == "of" else -1
    return _place_before(tokens, at)


def _begins_clause(
    tokens: Sequence[Token], at: int, words: list[Token], *, lists: bool = False
) -> bool:
    """Whether a subject begins behind a token."""
    token = tokens[at]
    is_selling = bool(words) and words[0].text == "," and token.lower in _KINDS_OF_COST
    if token.kind == "figure" or (is_verb(tokens, at) and not is_selling):
        return True
    if token.lower in _THINKING and at and _thinks(tokens[at - 1]):
        return True  # Shaw thinks | costs will fall
    if token.kind == "mark":
        is_listed = token.text == "," and (lists or _lists_on(tokens, at, words))
        return not (token.text in '"“”' or is_listed)
    if at and token.lower in _MOVED and tokens[at - 1].kind == "figure":
        return True
    is_joining = token.lower == "and" and words and at and tokens[at - 1].kind == "word"
    return token.lower in JOINS and not is_joining


def _thinks(who: Token) -> bool:
    """Whether somebody stands before a verb of thinking, so that it is no noun: hopes of a cut."""
    return who.kind == "word" and (who.text[:1].isupper() or who.lower in _WHO)


_THINKING = frozenset(
    "thinks thought reckons reckoned believes believed hopes hoped argues argued insists insisted "
    "fears feared maintains assumes assumed calculates admits warns".split()
)
_WHO = frozenset("he she it they who which".split())


def _place_before(tokens: Sequence[Token], figure: int) -> int:
    """The index before the words that lead to a number of places or things; -1 where none do."""
    at = figure - 1
    while at > 0 and figure - at < _FAR and _is_owner(tokens, at):
        at -= 1
    is_led = at > 0 and tokens[at].lower in _PLACES | _WAYS
    return at - 1 if is_led and not is_verb(tokens, at - 1) else -1


def _is_owner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before a number says whose the things are: the company's own | 412 stores."""
    token = tokens[at]
    if token.lower in ARTICLES | {"own"} or token.text.endswith(("'s", "’s", "s'", "s’")):
        return True
    behind = tokens[at + 1].text if token.kind == "word" else ""
    return behind.startswith(("'", "’"))


def _kept_behind(
    tokens: Sequence[Token], start: int, figure: int, words: list[Token]
) -> list[Token]:
    """Of places or ways that a number leads, those that part a subject: sales | through stores."""
    led = [one for one in tokens[start:figure] if one.lower in _WAYS | {"own"}]
    is_part = start < figure and tokens[start].lower in _WAYS
    is_own = any(one.lower == "own" for one in led) and tokens[start].lower in _PLACES
    if not words or not (is_part or is_own):
        return []
    return [tokens[start], *(one for one in led if one.lower == "own"), *words]


def _lists_on(tokens: Sequence[Token], comma: int, words: list[Token]) -> bool:
    """Whether a comma parts words of one subject: selling, | general and administrative costs."""
    if not any(word.lower == "and" for word in words[1:4]) or comma < 1:
        return False
    before = tokens[comma - 1]
    is_acting = is_verb(tokens, comma - 1) and before.lower not in _KINDS_OF_COST
    if before.kind != "word" or is_acting or before.lower.endswith("ly"):
        return False
    at = comma - 1
    while at > 0 and tokens[at - 1].text[:1].isalpha() and comma - at < 3:
        at -= 1
        if tokens[at].lower in ARTICLES | JOINS or is_verb(tokens, at):
            at += 1
            break
        if tokens[at].lower in PREPOSITIONS:
            return False
    return tokens[at].lower not in _OPENERS


def _is_attached(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle only says more of the noun before it."""
    word = tokens[at].lower
    if not (word.endswith("ed") or word in PARTICIPLES) or not 0 < at < len(tokens) - 1:
        return False
    before = tokens[at - 1]
    return (
        tokens[at + 1].lower in {"to", "with", "by", "on", "from", "under", "in"}
        and before.kind == "word"
        and before.lower not in AUXILIARY
        and not is_verb(tokens, at - 1)
        and (word not in UP | DOWN | LEVEL or (word == "lost" and tokens[at + 1].lower == "to"))
        and before.lower not in PREPOSITIONS
    )


def _comma_before(tokens: Sequence[Token], at: int) -> int:
    """The comma that opens what another one closes right before a verb."""
    for i in range(at - 1, max(at - _LONGEST, -1), -1):
        if tokens[i].text == ",":
            return i
    return -1
