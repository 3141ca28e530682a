"""English figures beside the noun that names them, and where the figure before is going."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change, with_rate
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import ARTICLES, DOWN, JOINS, METRICS, PREPOSITIONS, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import SPANS_OF_TIME


def by_noun_beside(site: Site) -> Guess[str] | None:
    """A metric that a figure stands beside: its solvency ratio, | 212%, is falling."""
    tokens, words = site.tokens, list[Token]()
    if site.at < 2 or tokens[site.at - 1].text not in {",", "("}:
        return None
    for i in range(site.at - 2, -1, -1):
        token = tokens[i]
        is_end = token.kind in {"mark", "figure"} or token.lower in ARTICLES | JOINS
        if is_end or token.lower in PREPOSITIONS - {"of"} or is_verb(tokens, i):
            break
        words.insert(0, token)
    while words and words[0].lower in PREPOSITIONS:
        words.pop(0)
    is_metric = words and words[-1].lower in METRICS | {"deliveries"}
    is_closed = site.next() not in {"more", "less", "fewer", "higher", "lower", "up", "down"}
    if not is_metric or not is_closed or site.is_counted:
        return None
    return Guess(with_rate(phrase_of(words, site.names), site))


_WITH = regex(rf"\b(?:with|and|but|while) ((?:[\w'’-]+ ){{1,3}}?)(?:up |down )?{ABOUT}$")
# With hats, |which make up a third of sales,| down 14%
_ASIDE = regex(r"(?<=[\w’']), (?:which|who|where)\b[^,;]*, (?=(?:up|down) )")
_SIDED = regex(r" (?:higher|lower|up|down)\b")


def by_with(site: Site) -> Guess[str] | None:
    """Of parts that moved, too: sales were up 3%, with food | 4.2% higher."""
    before = _ASIDE.sub(" ", site.before)
    found = _WITH.search(before)
    is_sided = _SIDED.match(site.behind) or re.search(r"\b(?:up|down)(?: \w+)? $", before)
    if found is None or not site.is_share or not is_sided or ", with " not in before:
        return None
    if not site.number or re.search(r"\b(?:was|were|is|are|rose|fell)\b", found[1]):
        return None
    moved = next(one for one in site.figures if one.dimension not in SPANS_OF_TIME)
    whole = of_other(site, moved).value
    part = found[1].strip()
    is_flow = any(word in METRICS for word in lowered(whole).split()[:-1])
    is_stock = part.islower() and not is_flow  # the loan book grew, with mortgages | up 9%
    if is_stock or any(word in METRICS for word in part.lower().split()):
        return Guess(name_of_change(sentence_case([part]), site))
    return Guess(sentence_case([f"{part} {lowered(whole)}"]))


def by_sided(site: Site) -> Guess[str] | None:
    """Of a metric right before a share that says how far it moved: prices | 7% higher."""
    is_beside = site.at > 0 and site.tokens[site.at - 1].lower in METRICS
    if not site.is_share or not is_beside or not _SIDED.match(site.behind):
        return None
    words: list[Token] = []
    for i in range(site.at - 1, -1, -1):
        token = site.tokens[i]
        is_end = token.kind != "word" or token.lower in PREPOSITIONS | ARTICLES | JOINS
        if is_end or is_verb(site.tokens, i):
            break
        words.insert(0, token)
    name = phrase_of(words, site.names)
    return Guess(name_of_change(name, site)) if name else None


def by_going(site: Site) -> Guess[str] | None:
    """Of where the figure before goes: 12.1%, | falling below 11%."""
    found = governed(site.tokens, site.at)
    if found.verb < 1 or not site.number or found.words:
        return None
    verb, before = site.tokens[found.verb].lower, site.figures[site.number - 1]
    is_going = verb.endswith("ing") and verb in UP | DOWN and found.prep != "by"
    if not is_going or before.dimension != site.figure.dimension:
        return None
    is_level = found.prep in {"to", "from"} or PAST_LEVEL.search(site.before)
    return of_other(site, before) if is_level else None


PAST_LEVEL = regex(r"\b(?:below|above|under|over|past|beyond)(?: \w+)? $", re.IGNORECASE)
