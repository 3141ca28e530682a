"""What an English verb is said of, as a metric is called: also by which, it, or the verb before."""

from collections.abc import Sequence

from exporter.drafting.metrics.en.phrases import is_name, phrase_of
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    DOWN,
    HEDGES,
    JOINS,
    LEVEL,
    METRICS,
    PREPOSITIONS,
    UP,
)

_LEAST_RELATIVE = 5  # tokens
_RELATIVES = frozenset("which who whose where".split())
_CAN_SAY = UP | DOWN | LEVEL | frozenset("was were is are".split())


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
    return _joined(tokens, words, at) or words


def _joined(tokens: Sequence[Token], words: list[Token], which: int) -> list[Token]:
    """Both things of which "which" goes on, where a sentence begins with them: Spas and gyms."""
    begin = which - 1 - len(words)
    begin -= begin > 0 and tokens[begin - 1].lower in ARTICLES
    both = [one for one in tokens[: which - 1] if one.lower not in ARTICLES]
    is_joined = 1 < begin < _FEW and tokens[begin - 1].lower == "and" and bool(words)
    is_plain = all(one.kind == "word" and one.lower not in PREPOSITIONS for one in both)
    is_plural = not tokens[which + 1].lower.endswith("s") or tokens[which + 1].lower in HEDGES
    if not is_joined or not is_plain or not is_plural:
        return []
    is_told = any(is_verb(tokens, i) for i in range(1, which - 1))
    return [] if is_told else both


_FEW = 6  # words of two things


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
