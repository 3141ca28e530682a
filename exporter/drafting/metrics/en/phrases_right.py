"""The noun phrase that begins at a word of an English sentence, with its prepositions."""

from collections.abc import Sequence

from exporter.drafting.metrics.en.phrases import phrase_of
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    CHANGE_NOUNS,
    JOINS,
    PREPOSITIONS,
)

_RELATED = frozenset("related relating linked associated attributable connected".split())
_PAID = frozenset("cost costs expense expenses charge charges provision provisions".split())
_WHO = frozenset("it they we he she you i".split())
_FINITE = frozenset(
    "can could will would may might should must is are was were has have had been be".split()
)
_ENDING = frozenset(
    "after before since until during by over under than as at with without through between "
    "compared versus because despite amid against across to into via per ago also including not "
    "within among each respectively".split()
)


def phrase_right(tokens: Sequence[Token], at: int, names: Sequence[str]) -> str:
    """The noun phrase that begins at an index, as a metric is called."""
    return phrase_of(words_right(tokens, at), names)


def words_right(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words from an index as far as they may be one noun phrase, prepositions among them."""
    words: list[Token] = []
    for i in range(at, min(len(tokens), at + 12)):
        if _ends_phrase(tokens, i, words):
            break
        words.append(tokens[i])
    while words and words[-1].lower in PREPOSITIONS | {"and"}:
        words.pop()
    return words


def _ends_phrase(tokens: Sequence[Token], at: int, words: list[Token]) -> bool:
    """Whether a noun phrase, of which there are words already, ends before a token."""
    token, lower = tokens[at], tokens[at].lower
    if token.kind in {"mark", "figure"} or lower in (JOINS - {"and"}) | {"no"}:
        return True
    if lower == "and":
        is_last = at + 1 >= len(tokens) or tokens[at + 1].kind != "word"
        return not words or is_last or _verb_soon(tokens, at)
    if _is_for_what(tokens, at, words):
        return False
    is_last = at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"
    if lower == "works" and words and is_last:
        return False  # a provision for fire-safety | works
    if words and ((is_verb(tokens, at) and lower not in CHANGE_NOUNS) or lower in _WHO):
        return True  # of the electricity | it generated
    is_article = lower in ARTICLES and bool(words) and words[-1].lower not in PREPOSITIONS
    return lower in _FINITE | _ENDING or is_article


def _is_for_what(tokens: Sequence[Token], at: int, words: list[Token]) -> bool:
    """Whether a word leads on to what is paid for: costs | related | to it, | to | close it."""
    if not words or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if tokens[at].lower in _RELATED and following.lower in {"to", "with"}:
        return True
    before = words[-1].lower
    if tokens[at].lower == "to":
        return before in _RELATED or (before in _PAID and following.kind == "word")
    if before == "to" and len(words) > 1 and words[-2].lower in _PAID:
        return tokens[at].kind == "word"  # to | close
    is_led = len(words) > 2 and words[-2].lower == "to" and words[-3].lower in _PAID
    return is_led and tokens[at].lower in ARTICLES


def _verb_soon(tokens: Sequence[Token], at: int) -> bool:
    for i in range(at + 1, min(at + 5, len(tokens))):
        if i > at + 1 and (tokens[i].lower == "and" or tokens[i].kind == "mark"):
            return False  # overhead line and cable | and serves
        is_led = i == at + 1 and i + 1 < len(tokens) and tokens[i + 1].lower == "to"
        if is_led or is_verb(tokens, i) or tokens[i].kind == "figure":
            return True
    return False
