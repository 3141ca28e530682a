"""Names from the noun before or behind a figure of English text: revenue of 3, a 9.4% margin."""

import re

from exporter.drafting.metrics.en.changes import BEHIND, name_of_change_noun, with_rate
from exporter.drafting.metrics.en.clauses import (
    Governed,
    governed,
    is_verb,
    phrase_right,
    subject_of_verb,
)
from exporter.drafting.metrics.en.counts import counted_phrase, participle_of, rate_behind
from exporter.drafting.metrics.en.phrases import Token, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.words import (
    AGENTS,
    ARTICLES,
    AUXILIARY,
    BUILT,
    CHANGE_NOUNS,
    JOINS,
    MEASURE_NAMES,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    SPENT,
    VALUED,
    verb_of,
)
from exporter.drafting.model import Guess
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_noun_behind(site: Site) -> Guess[str] | None:
    if site.is_counted and not site.right.startswith("-"):
        return None
    words = adjacent_words(site)
    if not words:
        return None
    head = words[-1].lower
    at = site.tokens.index(words[-1])
    if head in CHANGE_NOUNS:
        return name_of_change_noun(site, at)
    name = phrase_of(words, site.names)
    if site.is_share or site.figure.dimension == POINTS:
        known = head in METRICS or is_counted_word(head) or len(words) > 1
        return Guess(name) if known or head in _RATED else None
    if site.is_money:
        if head in VALUED:
            return Guess(f"{name} {VALUED[head]}")
        if site.next() in {"in", "of"}:
            return None
        return Guess(name) if name else None
    if head in BUILT:
        return Guess(
            f"{sentence_case([name])} "
            f"{'range' if head == 'battery' and site.figure.dimension == 'length' else 'capacity'}"
        )
    if site.figure.dimension in {"time", "calendar time"} and site.right.startswith("-"):
        return Guess(f"{name} term")
    if head in METRICS or head in _RATED:
        return Guess(name)
    measure = MEASURE_NAMES.get(site.figure.dimension, "")
    return (
        Guess(f"{name} {measure.lower()}")
        if name
        and measure
        and site.figure.dimension not in {"time", "calendar time", "ordinal", MULTIPLE}
        else None
    )


_RATED = frozenset(
    "discount premium stake share yield coupon tariff tax margin probability chance majority "
    "threshold limit cap minimum maximum quota owner shareholder duty levy fee commission pace "
    "clip rate accuracy purity sample effort haircut markup weighting proportion portion".split()
)


def adjacent_words(site: Site) -> list[Token]:
    """The words of a noun phrase that a figure stands in: 12% | operating margin."""
    words: list[Token] = []
    for i in range(site.at + 1, min(site.at + 7, len(site.tokens))):
        token = site.tokens[i]
        if not words and (token.text == "-" or token.kind == "date"):
            continue
        if token.lower.endswith("ly") and token.lower not in {
            "early",
            "family",
            "supply",
            "monthly",
            "weekly",
            "daily",
            "hourly",
            "assembly",
        }:
            break
        if (
            token.kind != "word"
            or token.lower in PREPOSITIONS | ARTICLES | JOINS | BEHIND | AUXILIARY
            or (is_verb(site.tokens, i) and token.lower not in CHANGE_NOUNS)
            or (words and token.lower.endswith("ly"))
        ):
            break
        words.append(token)
        if token.lower in CHANGE_NOUNS:
            break
    if words and (words[0].lower in BEHIND or words[-1].lower in _NO_HEADS):
        return []
    return words


_NO_HEADS = frozenset("alone annual daily pre-tax net gross".split())


def by_noun_before(site: Site) -> Guess[str] | None:
    found = governed(site.tokens, site.at)
    if found.prep not in {"of", "at"} or not found.words or found.linked >= 0:
        return None
    words = found.words
    if words[-1].lower in ADJECTIVES:
        return None
    if (
        words[-1].lower in {"net", "total", "excess", "addition"}
        and site.next() == "of"
        and not site.is_counted
    ):
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower in CHANGE_NOUNS and at + 1 == len(words):
            return name_of_change_noun(site, site.tokens.index(words[at]))
    if words[-1].lower in _TOTALS:
        if site.is_counted:
            return None
        words = (
            words[:-1]
            if len(words) > 1 and words[-2].lower not in PREPOSITIONS | ARTICLES
            else words
        )
    if site.is_counted and words[-1].lower == "loss" and (what := counted_phrase(site)):
        return Guess(f"{what} lost")
    if site.is_counted and words[-1].lower in _GROUPS and counted_phrase(site):
        return Guess(_in_group(site, words))
    if words[-1].lower in AGENTS and len(words) < 3:
        return None
    if site.is_counted and counted_phrase(site) and words[-1].lower not in METRICS:
        return None
    name = phrase_of(_last_phrase(words), site.names)
    head = name.lower().split()[-1:]
    if not name:
        return None
    if name.lower() in _TOTALS and not site.is_counted:
        return Guess(_total(site, found, name))
    if site.is_money and head and head[0] in VALUED:
        return Guess(f"{name} {VALUED[head[0]]}")
    if name == "Margin" and site.number:
        other = site.figures[site.number - 1]
        profit = of_other(site, other).value
        if profit.lower().endswith(("profit", "ebitda", "ebit", "income")):
            return Guess(f"{profit} margin")
    return Guess(name)


def _total(site: Site, found: Governed, name: str) -> str:
    """An average, median or total of what the verb says: spent an average of 31 per visit."""
    verb = verb_of(site.tokens[found.verb].lower) if found.verb >= 0 else ""
    if verb in {"lived", "survived"}:
        return f"{name} survival"
    if site.is_money and verb in SPENT:
        return with_rate(f"{name} {lowered(SPENT[verb][0])}", site)
    subject = subject_of_verb(site.tokens, found.verb, site.names)[0] if found.verb >= 0 else ""
    return f"{name} {lowered(subject, site.text)}" if subject else name


ADJECTIVES = frozenset("red black flat unchanged stable steady high low".split())


_TOTALS = frozenset("total average mean median number maximum minimum sum record majority".split())


_GROUPS = frozenset(
    "trial study survey sample poll panel cohort analysis fleet network workforce chain crew team".split()
)


def _last_phrase(words: list[Token]) -> list[Token]:
    """Words behind the last preposition that does not bind them: for 2023 | at an average price."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower in {
            "with",
            "at",
            "by",
            "as",
            "including",
            "after",
            "against",
            "to",
            "for",
        }:
            return words[at + 1 :] or words
    return words


def _in_group(site: Site, words: list[Token]) -> str:
    what, group = counted_phrase(site), phrase_of(words, site.names)
    if words[-1].lower in {"survey", "poll"}:
        return f"{what} surveyed"
    if words[-1].lower in {"fleet", "network", "workforce", "chain", "crew", "team"}:
        return what
    named = " ".join(token.text for token in words if token.lower not in ARTICLES | PRAISE)
    return f"{what} in {named or lowered(group, site.text)}"


_AHEAD = re.compile(
    r"\s+(?:is |are )?(under construction|under development|in development|in operation"
    r"|in the pipeline)",
    re.IGNORECASE,
)


def by_amount(site: Site) -> Guess[str] | None:
    dimension = site.figure.dimension
    if site.is_counted or site.is_money or dimension in {RATIO, POINTS, MULTIPLE}:
        return None
    if (ahead := _AHEAD.match(site.right)) is not None:
        return Guess(f"Capacity {ahead[1].lower()}")
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    what = phrase_right(site.tokens, site.at + 2, site.names) if site.next() == "of" else ""
    if dimension in {"time", "calendar time"}:
        unit = site.figure.text.split()[-1].lower()
        if what:
            return Guess(f"{sentence_case([unit])} of {lowered(what, site.text)}")
        return Guess("Period", OPEN) if found.prep in {"in", "for", "within", "over"} else None
    if found.words or found.prep or not verb:
        return Guess(what) if what and not found.words else None
    if what == "Equivalent":
        what = "Oil equivalent"
    done = participle_of(verb)
    unit = site.figure.text.split()[-1]
    if not done:
        return Guess(what) if what else None
    return Guess(f"{what or sentence_case([unit])} {done}{rate_behind(site)}")
