"""Names from the noun before or behind a figure of English text: revenue of 3, a 9.4% margin."""

import re

from exporter.drafting.metrics.en.changes import BEHIND, name_of_change_noun, with_rate
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counts import counted_phrase, participle_of
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.subjects import phrase_right, subject_of_verb, words_right
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
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
    """A name from the noun right behind a figure: a 12% | rise in revenue, a $2bn | deal."""
    if site.figure.dimension in {RATIO, MULTIPLE} and site.next() in {"fewer", "more", "less"}:
        return _more_of(site)
    if re.search(r"\b(?:in|out of)\b", site.figure.text):
        return None  # one in five | cars
    if site.is_share and site.next() == "effective":
        where = phrase_right(site.tokens, site.at + 3, site.names) if site.next(2) == "in" else ""
        return Guess(f"Efficacy in {lowered(where, site.text)}" if where else "Efficacy")
    words = [] if site.is_counted and not site.right.startswith("-") else adjacent_words(site)
    if not words:
        return None
    head, name = words[-1].lower, phrase_of(words, site.names)
    if head in CHANGE_NOUNS:
        return name_of_change_noun(site, site.tokens.index(words[-1]))
    if site.is_share or site.figure.dimension == POINTS:
        known = head in METRICS | _RATED or is_counted_word(head) or len(words) > 1
        return Guess(name) if known else None
    if site.is_money:
        return Guess(f"{name} {VALUED[head]}" if head in VALUED else name)
    if name and head in METRICS | _RATED:
        return Guess(name)
    return Guess(f"{name} {_measure(site, head)}") if name and _measure(site, head) else None


def _more_of(site: Site) -> Guess[str] | None:
    """How far what is counted behind has moved: sold 3% | fewer tickets."""
    tokens, at = site.tokens, site.at + 2
    is_open = at >= len(tokens) or tokens[at].kind != "word" or tokens[at].lower in _NO_THINGS
    if is_open or not (what := phrase_of(words_right(tokens, at), site.names)):
        return None
    found = governed(tokens, site.at)
    done = participle_of(tokens[found.verb].lower) if found.verb >= 0 and not found.words else ""
    if per := re.match(rf" \w+ {re.escape(what)} per (\w+)", site.right, re.IGNORECASE):
        return Guess(f"Growth in {lowered(what, site.text)} per {per[1]}")
    return Guess(f"Growth in {lowered(what, site.text)} {done}".strip())


_NO_THINGS = PREPOSITIONS | ARTICLES | JOINS | BEHIND | frozenset({"so", "again"})


def _measure(site: Site, head: str) -> str:
    """What is measured of a thing: a 400 MW wind farm has a capacity, a 30-year mortgage a term."""
    dimension = site.figure.dimension
    if head in BUILT:
        return "range" if head == "battery" and dimension == "length" else "capacity"
    if dimension in {"time", "calendar time"}:
        return "term" if site.right.startswith("-") else ""
    no_measure = dimension in {"ordinal", MULTIPLE}
    return "" if no_measure else MEASURE_NAMES.get(dimension, "").lower()


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
    """A name from the noun before "of" or "at": revenue of | 18.62."""
    found = governed(site.tokens, site.at)
    words = found.words
    if site.is_money and found.prep == "at" and words and is_counted_word(words[-1].lower):
        is_priced = bool(site.figure.per) or site.next() in {"each", "apiece"}
        if is_priced and (found.linked >= 0 or site.number):
            return Guess("Price")
    is_before = found.prep in {"of", "at"} and words and found.linked < 0
    is_loss = site.is_share and site.next() == "of" and words[-1:] and words[-1].lower in _TOTALS
    is_aside = words and (words[0].lower in _ASIDE or words[-1].lower in _RIVALS)
    is_whose = words and found.prep == "at" and is_name(_last_phrase(words), site.names)
    if is_aside or is_whose:
        return None
    if is_loss or (site.is_share and site.next() == "of" and found.prep == "at"):
        return None
    if not is_before or words[-1].lower in ADJECTIVES:
        return None
    last = words[-1].lower
    if last in CHANGE_NOUNS:
        return name_of_change_noun(site, site.tokens.index(words[-1]))
    if site.is_counted and (what := counted_phrase(site)):
        return _of_counted(site, words, what)
    if last in {"net", "total", "excess", "addition"} and site.next() == "of":
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    is_more = len(words) > 1 and words[-2].lower not in PREPOSITIONS | ARTICLES
    if last in _TOTALS:
        if site.is_counted:
            return None
        words = words[:-1] if is_more else words
    if last in AGENTS and len(words) < 3:
        return None
    name = phrase_of(_last_phrase(words), site.names)
    return Guess(_of_noun(site, found, name)) if name else None


def _of_counted(site: Site, words: list[Token], what: str) -> Guess[str] | None:
    """Of counted things the noun before "of" seldom is the name: a context window of 1m tokens."""
    last = words[-1].lower
    if last == "loss":
        return Guess(f"{what} lost")
    if last in _GROUPS:
        return Guess(_in_group(site, words))
    is_metric = last in METRICS and not (last in AGENTS and len(words) < 3)
    return Guess(phrase_of(_last_phrase(words), site.names)) if is_metric else None


def _of_noun(site: Site, found: Governed, name: str) -> str:
    """The name that a noun before "of" makes: a total needs what it is of, a deal has a value."""
    if name.lower() in _TOTALS:
        return _total(site, found, name)
    head = name.lower().split()[-1]
    if site.is_money and head in VALUED:
        return f"{name} {VALUED[head]}"
    if name == "Margin" and site.number:
        profit = of_other(site, site.figures[site.number - 1]).value
        if profit.lower().endswith(("profit", "ebitda", "ebit", "income")):
            return f"{profit} margin"
    return name


def _total(site: Site, found: Governed, name: str) -> str:
    """An average, median or total of what the verb says: spent an average of 31 per visit."""
    verb = verb_of(site.tokens[found.verb].lower) if found.verb >= 0 else ""
    if verb in {"lived", "survived"}:
        return f"{name} survival"
    if site.is_money and verb in SPENT:
        return with_rate(f"{name} {lowered(SPENT[verb][0])}", site)
    subject = subject_of_verb(site.tokens, found.verb, site.names)[0] if found.verb >= 0 else ""
    if not subject and site.is_money and site.figure.per:
        return f"{name} price"
    return f"{name} {lowered(subject, site.text)}" if subject else name


_ASIDE = frozenset("ahead short above below".split())
_RIVALS = frozenset("expectations forecasts estimates predictions".split())
ADJECTIVES = frozenset("red black flat unchanged stable steady high low".split())


_TOTALS = frozenset("total average mean median number maximum minimum sum record majority".split())


_GROUPS = frozenset(
    "trial study survey sample poll panel cohort analysis fleet network workforce chain "
    "crew team".split()
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
            is_metric = any(word.lower in METRICS for word in words[max(0, at - 2) : at])
            if words[at].lower in {"for", "to"} and is_metric:
                return words[:at]  # net income available | for common shareholders
            return words[at + 1 :] or words
    return words


def _in_group(site: Site, words: list[Token]) -> str:
    what, group = counted_phrase(site), phrase_of(words, site.names)
    while words and words[0].lower in PREPOSITIONS:
        words = words[1:]
    if words[-1].lower in {"survey", "poll"}:
        return f"{what} surveyed"
    if words[-1].lower in {"fleet", "network", "workforce", "chain", "crew", "team"}:
        return what
    named = " ".join(token.text for token in words if token.lower not in ARTICLES | PRAISE)
    return f"{what} in {named or lowered(group, site.text)}"
