"""What governs a figure of an English sentence: its verb, that verb's subject and object."""

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.metrics.en.phrases import Token, is_name, phrase_of
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    CHANGE_NOUNS,
    CUT,
    DONE,
    DOWN,
    HEDGES,
    JOINS,
    LEVEL,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    RAISE,
    SAYING,
    SHARING,
    SPENT,
    TIMES,
    UP,
    verb_of,
)
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES, PAST, SINGULAR

_BEFORE = frozenset("by to from at of with in for on as".split())
_COMPARATIVE = frozenset("more less fewer greater higher lower better larger smaller".split())
# Participles that say of what kind a noun behind them is: adjusted profit, installed capacity.
_OF_A_KIND = frozenset(
    "adjusted diluted weighted installed listed managed unadjusted combined blended fixed "
    "unlisted branded refined finished used completed contracted secured unsecured leased owned "
    "non-performing restricted deferred proposed related advanced connected electrified retired "
    "estimated expected projected planned reported recurring operating rated targeted "
    "annualised annualized risk-weighted outstanding assisted refined".split()
)
_NOUNS_TOO = frozenset(
    "rise rises increase increases gain gains drop drops decline declines fall falls jump climb "
    "surge slump dip plunge cut cuts growth sales costs cost price prices value values offer "
    "offers plan plans orders order shares share visits visit loss losses target targets forecast "
    "forecasts estimate estimates issue use uses record records run runs range ranges number "
    "numbers total average peak contract contracts lease charge charges fine fines grant grants "
    "amount amounts wins set close open trade export exports import imports return returns spread "
    "hike boost lift "
    "advance slide report reports spending saving savings lending funding recovery yield top hit "
    "rebound rally shift move change supply supplies support award awards process test "
    "pledge commitment put hold work end finish start sum interest book settlement swing "
    "estimates houses lists trains hosts matches results guide guides touch read books leaves "
    "names pay power back lead leads buy sell show shows reach note notes post posts".split()
)
_VERBS = (
    UP | DOWN | LEVEL | RAISE | CUT | SAYING | SHARING | SINGULAR | PAST | PARTICIPLES
    | frozenset(DONE) | frozenset(
        "follow follows followed precede preceded offer offers provide provides has".split()) | {
        "was", "were", "is", "are", "worth"}
) - {"added-value", "run-rate"}  # fmt: skip


# Irregular participles before a noun: gross written premiums.
_KINDS = frozenset("paid written earned ceded known proven given".split())


class Governed(NamedTuple):
    """What stands left of a figure.

    Attributes:
        prep: The preposition right before it; "" for none.
        words: The noun phrase between it and its verb.
        verb: The index of that verb; -1 where the clause begins before one is found.
        linked: The index of the figure that it carries on (rose 12% to 18); -1 for none.
    """

    prep: str
    words: list[Token]
    verb: int
    linked: int


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb where it stands."""
    token, word = tokens[at], tokens[at].lower
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind != "word" or _is_noun_before(before) or (word in _KINDS and _is_bound(after)):
        return False
    known = word in _VERBS or verb_of(word) in SPENT
    if word.endswith("ing") and before is not None and before.text == ",":
        return True
    if word in _OF_A_KIND or (word.endswith("ed") and not known):
        is_kind = word in _OF_A_KIND and _is_bound(after)
        return word.endswith("ed") and not word.endswith("eed") and not is_kind
    if word in _PARTICLES - {"out", "back"} | {"higher", "lower"}:
        return after is None or after.kind in {"figure", "mark"} or after.lower in _FUNCTION
    if word in _BASE_FORMS - _ALSO_PAST and not _is_led(before, word):
        return False
    if word in _NOUNS_TOO:
        return _is_no_noun(tokens, at, known=known)
    return known or _acts_on(tokens, at)


_FUNCTION = PREPOSITIONS | HEDGES | ARTICLES
_ALSO_PAST = frozenset("hit set cut put led let read".split()) | PAST


def _is_noun_before(before: Token | None) -> bool:
    """Whether a noun must follow: the cut, its rise."""
    return before is not None and (
        before.lower in ARTICLES | PRAISE or before.text.endswith(("'s", "’s"))
    )


def _is_bound(after: Token | None) -> bool:
    """Whether a noun stands behind: adjusted | profit."""
    return (
        after is not None
        and after.kind == "word"
        and after.lower not in _FUNCTION | JOINS | PRAISE
        and not after.lower.endswith("ly")
    )


def _is_led(before: Token | None, word: str) -> bool:
    """Whether what stands before a bare form makes it a verb: will serve, guides lead."""
    if before is not None and before.lower == "and" and word in METRICS:
        return False  # imports grew 6.2% and exports only 1.5%
    return before is not None and (
        before.lower in AUXILIARY | _PLURAL_PRONOUNS
        or before.lower.endswith("ly")
        or (is_counted_word(before.lower) and word not in _NOUNS_TOO)
    )


_ONE_FORM = frozenset("hit set cut".split())


def _is_no_noun(tokens: Sequence[Token], at: int, *, known: bool) -> bool:
    """Whether a word that may be a noun, too, is a verb."""
    word = tokens[at].lower
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in _ONE_FORM or (before is not None and before.lower in AUXILIARY):
        return known and (word in _ONE_FORM or not _has_verb(tokens, at))
    if before is None or after is None or before.kind == "mark" or _has_verb(tokens, at):
        return False
    if before.kind == "figure":
        return word in SINGULAR
    is_named = tokens[at].text[:1].isupper() or before.lower in PREPOSITIONS | JOINS
    if is_named or after.lower == "of" or (word in METRICS and after.lower == "to"):
        return False  # costs to fall 2%
    is_acting = after.kind == "figure" or after.lower in HEDGES | ARTICLES | {"by", "to"}
    is_acting = is_acting or (after.lower == "at" and word not in METRICS)
    return is_acting and known


def _acts_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb by its place: the hub | sorts | 26,000 packages."""
    word, before = tokens[at].lower, tokens[at - 1] if at else None
    if before is None or before.kind != "word" or not tokens[at].text.islower():
        return False
    if word in PREPOSITIONS | HEDGES | ARTICLES | JOINS | AUXILIARY | METRICS | TIMES:
        return False
    if before.lower in _MODAL - {"to", "not"}:
        return True  # volumes should | land within 4%
    after = at + 1
    while after < len(tokens) and tokens[after].lower in HEDGES | {"than", "more", "up", "to"}:
        after += 1
    if after >= len(tokens) or tokens[after].kind != "figure":
        return False
    if before.lower in _MODAL:
        return True
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us"))
        and before.lower not in PREPOSITIONS | ARTICLES
    )


_MODAL = frozenset("will would can could may might must should to not do does did".split())
_PLURAL_PRONOUNS = frozenset("we they you i who that which and".split())
_BASE_FORMS = {
    word
    for word in (*DONE, *SPENT)
    if not word.endswith(("ed", "ing", "ss"))
    and word not in SINGULAR
    and not (word.endswith("s") and {word[:-1], word[:-2]} & {*DONE, *SPENT})
} - {"worth"}


def _has_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause has its verb before a word, which then is a noun: raised its forecast."""
    for i in range(at - 1, max(at - 8, -1), -1):
        token = tokens[i]
        if token.kind != "word" or token.lower in JOINS:
            return False
        if token.lower in AUXILIARY:
            return False
        if token.lower not in _NOUNS_TOO and is_verb(tokens, i):
            return True
    return False


def governed(tokens: Sequence[Token], at: int) -> Governed:
    """What stands left of the figure at an index, up to its verb or the clause's beginning."""
    i, prep = _past_hedges(tokens, at - 1), ""
    if i >= 0 and tokens[i].lower in _BEFORE and tokens[i].kind == "word":
        prep = tokens[i].lower
        i = _past_hedges(tokens, i - 1)
    words: list[Token] = []
    linked = -1
    while i >= 0 and not _ends_clause(tokens[i], words, prep):
        token = tokens[i]
        if is_verb(tokens, i) or (token.kind == "figure" and token.lower in UP | DOWN):
            return Governed(prep, words, _verb_of_particle(tokens, i), linked)
        if token.kind == "figure":
            words, linked = [], (i if linked < 0 else linked)
        elif token.kind != "mark" and token.lower not in JOINS:
            words.insert(0, token)
        i -= 1
    return Governed(prep, words, -1, linked)


def _ends_clause(token: Token, words: list[Token], prep: str) -> bool:
    """Whether a clause begins behind a token, seen from the words that stand behind it."""
    if token.kind == "figure" and token.lower not in UP | DOWN:
        only_links = all(word.lower in PREPOSITIONS or word.kind == "date" for word in words)
        return bool(words) and not only_links and not _are_places(words) and prep != "for"
    if token.kind == "mark":
        return token.text in ";:—–" or (bool(words) and token.text != '"')
    is_join = token.kind == "word" and token.lower in JOINS
    return is_join and (bool(words) or token.lower not in {"and", "but", "or", "so"})


def _verb_of_particle(tokens: Sequence[Token], at: int) -> int:
    """Where the verb of a particle is: made | up 22%."""
    is_phrasal = tokens[at].lower in _PARTICLES and at > 0 and is_verb(tokens, at - 1)
    return at - 1 if is_phrasal and tokens[at - 1].lower not in AUXILIARY else at


_PARTICLES = frozenset("up down off out back".split())


def _are_places(words: Sequence[Token]) -> bool:
    return words[0].lower in {
        "in",
        "on",
        "upfront",
        "annually",
        "year",
        "from",
        "at",
        "for",
        "quarter",
        "month",
    } or (words[-1].lower in {"year", "quarter", "month"})


def _past_hedges(tokens: Sequence[Token], i: int) -> int:
    """The index of the first word, to the left, that says more than about or at least."""
    while i >= 0 and (step := _hedge_at(tokens, i)):
        i -= step
    return i


def _hedge_at(tokens: Sequence[Token], i: int) -> int:
    """How many words, the last of them at an index, only hedge the figure behind them."""
    word, before = tokens[i].lower, tokens[i - 1].lower if i else ""
    earlier = tokens[i - 2].lower if i > 1 else ""
    if word == "than" and before in _COMPARATIVE | {"rather", "no"}:
        return 3 if earlier in {"no", "not"} else 2
    if (word, before) in _PAIRS:
        is_change = word == "to" and before == "up" and earlier in UP | DOWN  # went up to 2,460
        return 0 if is_change else 2
    if word == "as" and earlier == "as":
        return 3
    if tokens[i].kind != "word":
        return 0
    is_hedge = word in (HEDGES | ARTICLES) - {"to", "of"}
    if word in {"above", "below"}:
        return int(i > 0 and tokens[i - 1].kind != "figure")
    return int(is_hedge or (word.endswith("ly") and word not in {"supply", "family"}))


_PAIRS = {
    ("least", "at"), ("most", "at"), ("best", "at"), ("to", "up"), ("to", "close"),
    ("of", "excess"), ("of", "total"), ("of", "order"), ("of", "upwards"), ("of", "north"),
}  # fmt: skip


def subject_region(tokens: Sequence[Token], verb: int, *, lists: bool = False) -> list[Token]:
    """The words of the subject of a verb, from the clause's beginning."""
    i = verb - 1
    while i >= 0 and (
        tokens[i].lower in AUXILIARY | HEDGES
        or (tokens[i].lower.endswith("ly"))
        or (is_verb(tokens, i) and tokens[i].lower in LEVEL | {"had"})
    ):
        i -= 1
    if i >= 0 and tokens[i].text == ",":
        inserted = -1 if tokens[verb].lower in _AFTER_COMMA else _comma_before(tokens, i)
        i = inserted - 1 if inserted > 0 else i - 1
    words: list[Token] = []
    while i >= 0:
        token = tokens[i]
        if _is_attached(tokens, i):
            words, i = [], i - 1  # liability | related to these earnings
            continue
        if token.kind == "figure" or is_verb(tokens, i):
            break
        if token.kind == "mark" and not (token.text in '"“”' or (lists and token.text == ",")):
            break
        if token.lower in JOINS and not (
            token.lower == "and" and words and i and tokens[i - 1].kind == "word"
        ):
            break
        words.insert(0, token)
        i -= 1
    return words


_AFTER_COMMA = frozenset("worth valued priced down up".split())


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
        and word not in UP | DOWN | LEVEL
        and before.lower not in PREPOSITIONS
    )


def _comma_before(tokens: Sequence[Token], at: int) -> int:
    """The comma that opens what another one closes right before a verb."""
    for i in range(at - 1, max(at - 14, -1), -1):
        if tokens[i].text == ",":
            return i
    return -1


def subject_of_verb(tokens: Sequence[Token], verb: int, names: Sequence[str]) -> tuple[str, bool]:
    """What the subject of a verb is called, and whether it had to be taken from a clause before.

    "" where it is somebody, or no word.
    """
    if verb > 1 and tokens[verb - 1].lower in {"which", "that"}:
        verb -= 2 if tokens[verb - 2].text == "," else 1  # revenue, which | makes up
    words = subject_region(tokens, verb)
    is_carried = False
    at = verb
    while not words or _is_participle(tokens, at):
        earlier = _verb_before(tokens, at)
        if earlier < 0:
            break
        at, is_carried = earlier, True
        words = subject_region(tokens, earlier)
    words = _without_adjunct(words)
    if not words or is_name(words, names):
        return "", is_carried
    return phrase_of(words, names), is_carried


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower.endswith("ing") and at > 0 and tokens[at - 1].text == ","


def _verb_before(tokens: Sequence[Token], at: int) -> int:
    for i in range(at - 1, -1, -1):
        if is_verb(tokens, i) and subject_region(tokens, i):
            return i
        if tokens[i].text == ";":
            break
    return -1


def _without_adjunct(words: list[Token]) -> list[Token]:
    """Words without what stands before a subject: In Europe | sales, At the bank | deposits."""
    if not words or words[0].lower not in PREPOSITIONS:
        return words
    for at in range(2, len(words)):
        before, word = words[at - 1], words[at]
        if before.lower in PREPOSITIONS:
            continue
        ends = before.kind == "date" or before.text[:1].isupper()
        if word.lower in ARTICLES or (
            ends and word.text[:1].islower() and word.lower not in PREPOSITIONS
        ):
            return words[at:]
    for at in range(len(words) - 1, 0, -1):
        if words[at].lower in METRICS:
            return words[at:] if words[at - 1].lower in PREPOSITIONS else words[at - 1 :]
    return []


def phrase_right(tokens: Sequence[Token], at: int, names: Sequence[str]) -> str:
    """The noun phrase that begins at an index, as a metric is called."""
    return phrase_of(words_right(tokens, at), names)


def words_right(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words from an index as far as they may be one noun phrase, prepositions among them."""
    words: list[Token] = []
    for i in range(at, min(len(tokens), at + 12)):
        token = tokens[i]
        if token.kind in {"mark", "figure"} or token.lower in (JOINS - {"and"}):
            break
        if token.lower == "no" or (
            token.lower == "and"
            and (
                not words
                or i + 1 >= len(tokens)
                or tokens[i + 1].kind != "word"
                or _verb_soon(tokens, i)
            )
        ):
            break
        if words and is_verb(tokens, i) and token.lower not in CHANGE_NOUNS:
            break
        if (
            token.lower in _FINITE
            or token.lower in _ENDING
            or (token.lower in ARTICLES and words and words[-1].lower not in PREPOSITIONS)
        ):
            break
        words.append(token)
    while words and words[-1].lower in PREPOSITIONS | {"and"}:
        words.pop()
    return words


_FINITE = frozenset(
    "can could will would may might should must is are was were has have had been be".split()
)
_ENDING = frozenset(
    "after before since until during by over under than as at with without through between "
    "compared versus because despite amid against across to into via per ago also including not "
    "within among each respectively".split()
)


def _verb_soon(tokens: Sequence[Token], at: int) -> bool:
    return any(
        is_verb(tokens, i) or tokens[i].kind == "figure"
        for i in range(at + 1, min(at + 5, len(tokens)))
    )
