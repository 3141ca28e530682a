"""What stands left of a figure of an English sentence, up to the verb that governs it."""

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import PARTICLES, is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    DOWN,
    HEDGES,
    JOINS,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    UP,
)
from exporter.evidence.reading.vocabulary.units import is_counted_word

_BEFORE = frozenset("by to from at of with in for on as".split())
_MOVED = UP | DOWN
_COMPARATIVE = frozenset("more less fewer greater higher lower better larger smaller".split())


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


def governed(tokens: Sequence[Token], at: int) -> Governed:
    """What stands left of the figure at an index, up to its verb or the clause's beginning."""
    i, prep = _past_hedges(tokens, at - 1), ""
    if i >= 0 and tokens[i].lower in _BEFORE and tokens[i].kind == "word":
        prep = tokens[i].lower
        i = _past_hedges(tokens, i - 1)
    words: list[Token] = []
    linked = -1
    while i >= 0 and (_is_pair(tokens, i, words) or not _ends_clause(tokens[i], words, prep)):
        if linked >= 0 and not words and (passed := _past_hedges(tokens, i)) >= 0:
            i = passed  # fell | by more than | a third, or 34.1%, to 402
        token = tokens[i]
        if token.lower == "and" and _is_pair(tokens, i, words):
            words.insert(0, token)
            i -= 1
            continue
        if is_verb(tokens, i) or (token.kind == "figure" and token.lower in _MOVED):
            words = words[1:] if words and words[0].lower in PARTICLES else words
            return Governed(prep, words, _verb_of_particle(tokens, i), linked)
        if _is_placed(tokens, i, words):
            words, i = [], i - 2  # cut prices | on 1,400 products | by 9%
            continue
        if token.kind == "figure":
            words, linked = [], (i if linked < 0 else linked)
        elif token.kind != "mark" and token.lower not in JOINS:
            words.insert(0, token)
        i -= 1
    return Governed(prep, words, -1, linked)


def _is_placed(tokens: Sequence[Token], at: int, words: list[Token]) -> bool:
    """Whether a number only says of how many things: on | 1,400 | products."""
    is_figure = tokens[at].kind == "figure" and len(words) in {1, 2} and at > 1
    return is_figure and tokens[at - 1].lower in {"on", "across"} and words[-1].lower not in METRICS


def _is_pair(tokens: Sequence[Token], at: int, words: list[Token]) -> bool:
    """Whether "and" joins two words before one noun: R&D | and | SG&A expenses."""
    if tokens[at].lower != "and" or not words or at < 1:
        return False
    before = tokens[at - 1]
    if _is_account(before, words):
        return True
    if len(words) < 2 or words[0].lower in ARTICLES:
        return False  # growth of 5% this year | and | a gross margin of 40%
    is_joint = words[-1].lower in _JOINT and words[0].lower not in METRICS
    is_noun = before.lower in METRICS or is_counted_word(before.lower)
    if before.kind != "word" or (is_noun and not is_joint):
        return False
    if words[0].lower.endswith("s") and len(words) > 2 and words[0].lower not in METRICS:
        return False  # picks by hand | and | claims labour costs
    leads = tokens[at - 2] if at > 1 else None
    is_first = (
        leads is None
        or leads.kind == "mark"
        or leads.lower in ARTICLES | PRAISE | PREPOSITIONS | _OF_BOTH
        or is_verb(tokens, at - 2)
    )
    return is_first and not is_verb(tokens, at - 1) and words[-1].lower in METRICS


def _is_account(first: Token, words: list[Token]) -> bool:
    """Whether two things are one line of accounts: cash | and | short-term investments."""
    end = next((n for n, one in enumerate(words) if one.lower in PREPOSITIONS), len(words))
    return end > 0 and words[end - 1].lower in _ACCOUNTS.get(first.lower, ())


_ACCOUNTS = {
    "cash": {"equivalents", "investments", "deposits", "securities", "balances"},
    "trade": {"receivables", "payables", "debtors", "creditors"},
    "loans": {"leases", "borrowings", "receivables"},
    "investments": {"securities", "deposits"},
    "commissions": {"fees"},
    "fees": {"commissions"},
    "compensation": {"benefits"},
    "depreciation": {"amortisation", "amortization", "impairment"},
}
_JOINT = frozenset("expenses expense costs spending expenditure".split())
_OF_BOTH = frozenset("combined total net gross".split())


def _ends_clause(token: Token, words: list[Token], prep: str) -> bool:
    """Whether a clause begins behind a token, seen from the words that stand behind it."""
    if token.kind == "figure" and token.lower not in _MOVED:
        only_links = all(word.lower in PREPOSITIONS or word.kind == "date" for word in words)
        return bool(words) and not only_links and not _are_places(words) and prep != "for"
    if token.kind == "mark":
        only_leads = all(word.lower in PREPOSITIONS or word.kind == "date" for word in words)
        return token.text in ";:—–" or (not only_leads and token.text not in '"“”')
    is_join = token.kind == "word" and token.lower in JOINS
    return is_join and (bool(words) or token.lower not in {"and", "but", "or", "so"})


def _verb_of_particle(tokens: Sequence[Token], at: int) -> int:
    """Where the verb of a particle is: made | up 22%."""
    is_phrasal = tokens[at].lower in PARTICLES and at > 0 and is_verb(tokens, at - 1)
    return at - 1 if is_phrasal and tokens[at - 1].lower not in AUXILIARY else at


def _are_places(words: Sequence[Token]) -> bool:
    if words[0].lower in {"on", "from"} and len(words) > 1 and words[-1].lower in METRICS:
        return False  # lost 24 | on sales of 410
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
        is_change = word == "to" and before == "up" and earlier in _MOVED  # went up to 2,460
        is_thing = before == "order" and earlier not in {"the", "an"}  # a cost per order of | 9.80
        return 0 if is_change or is_thing else 2
    if word == "as" and earlier == "as":
        return 3
    if word == "of" and before in {"average", "median"} and earlier in {"a", "an"} and i > 2:
        return 3 if tokens[i - 3].lower in {"by", "to", "from"} else 0
    if tokens[i].kind != "word":
        return 0
    is_hedge = word in (HEDGES | ARTICLES) - {"to", "of"}
    if word in {"under", "over", "above", "below"} and before in {"to", "at", "from", "of"}:
        return 1
    if word in {"above", "below"}:
        return int(i > 0 and tokens[i - 1].kind != "figure")
    return int(is_hedge or (word.endswith("ly") and word not in {"supply", "family"}))


_PAIRS = {
    ("least", "at"), ("most", "at"), ("best", "at"), ("to", "up"), ("to", "close"),
    ("of", "excess"), ("of", "total"), ("of", "order"), ("of", "upwards"), ("of", "north"),
}  # fmt: skip
