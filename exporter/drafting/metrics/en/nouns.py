"""Names from the noun before or behind a figure of English text: revenue of 3, a 9.4% margin."""

import re

from exporter.drafting.metrics.en.changes import BEHIND, name_of_change_noun, with_rate
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counted import counted_phrase, participle_of
from exporter.drafting.metrics.en.doings import SPENT, verb_of
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of
from exporter.drafting.metrics.en.phrases_right import phrase_right, words_right
from exporter.drafting.metrics.en.sites import Site, of_last
from exporter.drafting.metrics.en.subjects import subject_of_verb
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
    VALUED,
)
from exporter.drafting.model import Guess
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_noun_behind(site: Site) -> Guess[str] | None:
    """A name from the noun right behind a figure: a 12% | rise in revenue, a $2bn | deal."""
    is_of_some = re.search(r"\b(?:in|out of)\b", site.figure.text)  # one in five | cars
    is_number = site.is_counted and not site.behind.startswith("-")
    words = [] if is_of_some or is_number else adjacent_words(site)
    if not words:
        return None
    head, name = words[-1].lower, phrase_of(words, site.names)
    if head in CHANGE_NOUNS:
        return name_of_change_noun(site, site.tokens.index(words[-1]))
    if site.is_share or site.figure.dimension == POINTS:
        known = head in METRICS | _RATED or is_counted_word(head) or len(words) > 1
        return Guess(name) if known else None
    if site.is_money:
        named = f"{name} cost" if head in BUILT | _SITES else name
        return Guess(f"{name} {VALUED[head]}" if head in VALUED else named)
    measure = "" if head in METRICS | _RATED else _measure(site, head)
    is_named = bool(name) and (bool(measure) or head in METRICS | _RATED)
    return Guess(f"{name} {measure}".strip()) if is_named else None


# What is built for a sum: a new 28 million | laundry
_SITES = frozenset(
    "laundry bakery brewery mill depot hub campus hotel laboratory store shop clinic hospital "
    "smelter foundry quarry dairy distillery workshop port airport bridge stadium arena pier yard "
    "centre center office headquarters ferry ship vessel furnace kiln school theatre".split()
)


def by_more(site: Site) -> Guess[str] | None:
    """How far what is counted behind has moved: sold 3% | fewer tickets."""
    if site.figure.dimension not in {RATIO, MULTIPLE} or site.next() not in _FEWER:
        return None
    tokens, at = site.tokens, site.at + 2
    is_open = at >= len(tokens) or tokens[at].kind != "word" or tokens[at].lower in _NO_THINGS
    if is_open or not (what := phrase_of(words_right(tokens, at), site.names)):
        return None
    found = governed(tokens, site.at)
    done = participle_of(tokens[found.verb].lower) if found.verb >= 0 and not found.words else ""
    moved = "Growth" if site.next() == "more" else "Reduction"  # of so much, without a sign
    if per := re.match(rf" \w+ {re.escape(what)} per (\w+)", site.behind, re.IGNORECASE):
        return Guess(f"{moved} in {lowered(what, site.text)} per {per[1]}")
    return Guess(f"{moved} in {lowered(what, site.text)} {done}".strip())


_FEWER = frozenset("fewer more less".split())
_NO_THINGS = PREPOSITIONS | ARTICLES | JOINS | BEHIND | frozenset({"so", "again"})


def _measure(site: Site, head: str) -> str:
    """What is measured of a thing: a 400 MW wind farm has a capacity, a 30-year mortgage a term."""
    dimension = site.figure.dimension
    if head in BUILT:
        return "range" if head == "battery" and dimension == "length" else "capacity"
    if dimension in {"time", "calendar time"}:
        return "term" if site.behind.startswith("-") else ""
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


def by_price(site: Site) -> Guess[str] | None:
    """What one of the counted things costs: 240,000 members at | 9.99 a month."""
    found = governed(site.tokens, site.at)
    if not site.is_money or found.prep != "at" or not (found.linked >= 0 or site.number):
        return None
    is_priced = bool(site.figure.per) or site.next() in {"each", "apiece"}
    is_counted = bool(found.words) and is_counted_word(found.words[-1].lower)
    return Guess("Price") if is_priced and is_counted else None


def by_noun_before(site: Site) -> Guess[str] | None:
    """A name from the noun before "of" or "at": revenue of | 18.62."""
    found = governed(site.tokens, site.at)
    words = found.words
    if found.prep not in {"of", "at"} or not words or found.linked >= 0 or _is_beside(site, found):
        return None
    words = _without_rate(site, words)
    begin = next((n for n, one in enumerate(words) if one.lower in _SETTING), -1)
    if begin >= 0 and words[begin + 1 : begin + 2] and words[begin + 1].lower in ARTICLES:
        words = words[begin + 1 :]
    last = words[-1].lower
    if last in _OF_NO_METRIC:
        return None
    if last in CHANGE_NOUNS:
        return name_of_change_noun(site, site.tokens.index(words[-1]))
    if site.is_counted and (what := counted_phrase(site)):
        return _of_counted(site, words, what)
    if last in {"net", "total", "excess", "addition"} and site.next() == "of":
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    is_more = len(words) > 1 and words[-2].lower not in PREPOSITIONS | ARTICLES
    if (last in _TOTALS and site.is_counted) or (last in AGENTS and len(words) < 3):
        return None
    words = words[:-1] if last in _TOTALS and is_more else words
    name = phrase_of(_last_phrase(words), site.names)
    return Guess(_of_noun(site, found, name)) if name else None


# Capping | the fee | at 16
_SETTING = frozenset("capping setting fixing keeping putting pegging holding freezing".split())
# In spite of a 7% fall, in the face of: nothing that is measured.
_OF_NO_METRIC = frozenset("spite face wake light event course lack terms because result".split())


def _without_rate(site: Site, words: list[Token]) -> list[Token]:
    """Words without what the figure before is per: 1.21 | a share on | revenue of."""
    at = site.tokens.index(words[0])
    is_rate = len(words) > 3 and words[0].lower in {"a", "an", "per", "each"}
    is_behind = at > 0 and site.tokens[at - 1].kind == "figure"
    return words[3:] if is_rate and is_behind and words[2].lower in PREPOSITIONS else words


def _is_beside(site: Site, found: Governed) -> bool:
    """Whether the words before "of" or "at" name something else: valuing Corvane at | 11bn."""
    words = found.words
    last = words[-1].lower
    is_whose = found.prep == "at" and is_name(_last_phrase(words), site.names)
    is_part = site.is_share and site.next() == "of" and (found.prep == "at" or last in _TOTALS)
    return is_whose or is_part or words[0].lower in _ASIDE or last in _RIVALS or last in ADJECTIVES


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
    if " per " in name:
        return name
    if site.is_money and head in VALUED:
        return f"{name} {VALUED[head]}"
    if name == "Margin" and site.number:
        profit = of_last(site).value
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
