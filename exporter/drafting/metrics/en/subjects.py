"""What an English verb is said of, and the noun phrase that begins at a word."""

from collections.abc import Sequence

from exporter.drafting.metrics.en.phrases import is_name, phrase_of
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    CHANGE_NOUNS,
    DOWN,
    HEDGES,
    JOINS,
    LEVEL,
    METRICS,
    PREPOSITIONS,
    UP,
)
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES


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
    if token.kind == "mark":
        is_listed = token.text == "," and (lists or _lists_on(tokens, at, words))
        return not (token.text in '"“”' or is_listed)
    if at and token.lower in _MOVED and tokens[at - 1].kind == "figure":
        return True
    is_joining = token.lower == "and" and words and at and tokens[at - 1].kind == "word"
    return token.lower in JOINS and not is_joining


_AFTER_COMMA = frozenset("worth valued priced down up".split())


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


_FAR = 6  # words before a number
_PLACES = frozenset("at in on across for".split())
_WAYS = frozenset("through via from".split())


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


_KINDS_OF_COST = frozenset("selling marketing".split())
_MOVED = frozenset("higher lower up down more less".split())
_OPENERS = frozenset(
    "however meanwhile moreover overall elsewhere still instead today yesterday yet then "
    "furthermore nonetheless nevertheless too though abroad".split()
)


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


_LONGEST = 22  # words between two commas


def subject_of_verb(tokens: Sequence[Token], verb: int, names: Sequence[str]) -> tuple[str, bool]:
    """What the subject of a verb is called, and whether it had to be taken from a clause before.

    "" where it is somebody, or no word.
    """
    if (antecedent := _antecedent(tokens, verb)) and not is_name(antecedent, names):
        return phrase_of(antecedent, names), False
    if verb > 1 and tokens[verb - 1].lower in {"which", "that"}:
        verb -= 2 if tokens[verb - 2].text == "," else 1  # revenue, which | makes up
    words = _before_relative(tokens, verb) or subject_region(tokens, verb)
    if len(words) == 1 and words[0].lower in {"it", "they", "that", "this"}:
        meant = metric_meant(tokens, tokens.index(words[0]))
        return (phrase_of(meant, names), True) if meant else ("", False)
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


def _antecedent(tokens: Sequence[Token], verb: int) -> list[Token]:
    """What "which" stands for before a verb: 0.7% of the | loan book, which now | stands at."""
    at = verb - 1
    while at > 1 and (tokens[at].lower in HEDGES | AUXILIARY or tokens[at].lower.endswith("ly")):
        at -= 1
    if at < 2 or tokens[at].lower != "which" or tokens[at - 1].text != ",":
        return []
    words: list[Token] = []
    for i in range(at - 2, -1, -1):
        token = tokens[i]
        is_end = token.kind != "word" or token.lower in ARTICLES | JOINS or is_verb(tokens, i)
        if is_end:
            break
        words.insert(0, token)
    while words and words[0].lower in PREPOSITIONS:
        words.pop(0)
    return words


def _before_relative(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The metric that a relative clause cuts off: Revenue at Foods, which sells tea, | was flat."""
    if verb < _LEAST_RELATIVE or tokens[verb - 1].text != "," or tokens[verb].lower not in _CAN_SAY:
        return []
    for at in range(verb - 2, 1, -1):
        if tokens[at].text == ";":
            break
        if tokens[at].lower in _RELATIVES and tokens[at - 1].text == ",":
            words = _without_adjunct(subject_region(tokens, at - 1))
            return words if words and words[0].lower in METRICS else []
    return []


_LEAST_RELATIVE = 5  # tokens
_RELATIVES = frozenset("which who whose where".split())
_CAN_SAY = UP | DOWN | LEVEL | frozenset("was were is are".split())


def metric_meant(tokens: Sequence[Token], pronoun: int) -> list[Token]:
    """The metric that a pronoun stands for: profit was another story: | it fell."""
    for i in range(pronoun - 1, 0, -1):
        if not is_verb(tokens, i):
            continue
        words = subject_region(tokens, i)
        head = next(
            (n for n, one in enumerate(words) if n and one.lower in PREPOSITIONS), len(words)
        )
        if words and any(one.lower in METRICS for one in words[max(0, head - 2) : head]):
            return words
    return []


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


def _verb_soon(tokens: Sequence[Token], at: int) -> bool:
    for i in range(at + 1, min(at + 5, len(tokens))):
        if i > at + 1 and (tokens[i].lower == "and" or tokens[i].kind == "mark"):
            return False  # overhead line and cable | and serves
        is_led = i == at + 1 and i + 1 < len(tokens) and tokens[i + 1].lower == "to"
        if is_led or is_verb(tokens, i) or tokens[i].kind == "figure":
            return True
    return False
