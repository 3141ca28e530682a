"""What is done with money in English text, and which bare sums are money."""

import re

from exporter.drafting.metrics.en.changes import cut_at_preposition, one_of
from exporter.drafting.metrics.en.clauses import Governed
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.doings import SPENT, verb_of
from exporter.drafting.metrics.en.earlier import profit_before
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right, words_right
from exporter.drafting.metrics.en.sites import OPEN, Site
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import AUXILIARY, METRICS, VALUED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, RATIO


def by_spending(site: Site, found: Governed) -> Guess[str] | None:
    """Of money what was done with it: invested | 5 billion yuan | in a battery plant."""
    verb = verb_of(site.tokens[found.verb].lower)
    if not site.is_money:
        return None
    if verb == "put" and site.before.rstrip().endswith("aside"):
        return Guess(_spending(site, found, "set"))
    if site.next() in {"remains", "remained"} and site.tokens[site.at - 1].text == ",":
        return Guess("Amount remaining", OPEN)
    if found.prep == "for" and (verb in _TRADED or _PURCHASE.search(site.before)):
        return Guess(_TRADED.get(verb, "Purchase price"))
    if verb in SPENT and found.linked >= 0 and site.next() in {"in", "of"}:
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    is_other = found.prep in {"to", "by"} or (found.words and verb not in _WITH_OBJECT)
    if verb not in SPENT or found.linked >= 0 or is_other:
        return None
    if verb in {"worth", "value"}:
        return Guess(_value(site, found))
    is_level = found.prep in {"at", "from"} and verb not in {"price", "sell", "charge"}
    return None if is_level else Guess(_spending(site, found, verb))


_PURCHASE = regex(r"\b(?:acqui\w+|purchase|takeover|buyout) of\b[^;]*$", re.IGNORECASE)
# Between these and a sum may stand who is paid, or what is bought.
_WITH_OBJECT = frozenset(
    "cost price value sell buy acquire set fine pay award charge lend grant".split()
)
# What a sum is of stands behind these: generated $3bn | of free cash flow.
_NAMED_BEHIND = frozenset(
    "take pay generate earn make receive raise book collect owe save secure netted".split()
)


def _earner(site: Site, found: Governed) -> str:
    """What brought money in: fees are their own name, a product has revenue."""
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    if not subject:
        return ""
    is_metric = any(word in METRICS for word in subject.lower().split())
    return subject if is_metric else f"{subject} revenue"


_MEANS = frozenset("Cash Stock Shares Instalments Advance Full".split())


def _value(site: Site, found: Governed) -> str:
    is_behind = site.tokens[found.verb].lower == "worth"
    for i in range(found.verb - 1, max(found.verb - 9, -1) if is_behind else found.verb, -1):
        noun = one_of(site.tokens[i].lower)
        is_aside = i == found.verb - 1 and site.tokens[i].text == ","
        if is_aside:
            continue  # the biggest order yet, | worth 92 million
        if site.tokens[i].kind in {"figure", "mark"} or site.tokens[i].lower in AUXILIARY:
            break
        if noun in VALUED or noun in {"lease", "portfolio", "business"}:
            return f"{sentence_case([noun])} value"
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    if not subject or found.words:
        return "Valuation"
    return f"{one_of(cut_at_preposition(subject)[0])} value"


def _spending(site: Site, found: Governed, verb: str) -> str:
    name, *preps = SPENT[verb]
    if verb == "bring":
        is_in = site.tokens[found.verb + 1].lower == "in"
        if earner := _earner(site, found) or ("Revenue" if is_in else ""):
            return earner
    if verb in {"make", "earn"} and (profit := _earned_from(site) or profit_before(site)):
        return profit
    behind = phrase_right(site.tokens, site.at + 2, site.names)
    if site.next() in {"in", "of"} and behind and verb in _NAMED_BEHIND and behind not in _MEANS:
        return behind
    at = _behind_span(site)
    while at < len(site.tokens) and site.tokens[at].kind == "date":
        at += 1
    if at + 1 < len(site.tokens) and site.tokens[at].lower in preps:
        prep = site.tokens[at].lower.replace("into", "in")
        if what := _spent_on(site, at + 1) or _counted_at(site, at + 1):
            return f"{name} {prep} {what}"
    if name in {"Price", "Cost"}:
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and not _COSTING.isdisjoint(subject.lower().split()[:2]):
            return subject  # claims from the storm | cost 45 million
        return f"{subject} {name.lower()}" if subject else name
    return name


# Spend | £85m | over five years on a new pier
_SPAN = regex(
    r" (?:over|within|in|during|by|across) (?:the (?:next|coming|end of) )?(?:[a-z]+ )?"
    r"(?:years?|months|decade|20[0-9]{2})(?= (?:on|in|into)\b)"
)


def _behind_span(site: Site) -> int:
    """The index of the word behind a sum and the time that is said for it."""
    span = _SPAN.match(site.behind)
    end = site.tokens[site.at].end + (span.end() if span else 0)
    tokens = site.tokens
    return next(
        (at for at in range(site.at + 1, len(tokens)) if tokens[at].start >= end), len(tokens)
    )


# And | a 300-metre extension of the runway
_AND_WORKS = regex(
    r",? and (?:an? |the )(?:[\w-]+ )?(?P<works>extension|expansion|refurbishment|upgrade|overhaul"
    r"|rebuilding|renovation|enlargement) of (?:the |its )(?P<what>[a-z]+)"
)
# Spend | $35 million | on expanding its factory in Leeds
_DOING = regex(
    r"(?P<doing>[a-z]+ing) (?P<article>its|their|our|the|an?) (?P<what>(?:[a-z][\w-]* ){0,2}?"
    r"[a-z][\w-]*)(?: (?P<at>in|at|near) (?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}))?"
    r"(?=[.,;]|$| (?:over|by|to|this|next|in|from|and|where|which|with|for|during|as)\b)"
)


def _spent_on(site: Site, at: int) -> str:
    """What money goes to, by the words from an index.

    Where it is done to something, to what: expanding the Leeds factory, building a depot in Leeds.
    """
    found = _DOING.match(site.text, site.tokens[at].start)
    if found is None:
        words = [token for token in words_right(site.tokens, at)[:5] if token.kind == "word"]
        also = _AND_WORKS.match(site.text, words[-1].end) if words else None
        more = f" and {also['what']} {also['works']}" if also else ""
        return f"{lowered(phrase_of(words), site.text)}{more}"
    doing, what, place = found["doing"], found["what"], found["place"]
    if found["article"] in {"a", "an"}:
        where = f" {found['at']} {place}" if place else ""
        return f"{doing} {found['article']} {what}{where}"
    return f"{doing} the {f'{place} ' if place else ''}{what}"


# Makes | 10 million | a year from prescriptions
_FROM = regex(
    r"(?: (?:a|per|each|every) (?:year|month|week|day)| annually)? from (?:its |the )?"
    r"((?!continuing|operations)[a-z][\w-]*(?: [a-z][\w-]*){0,2}?)"
    r"(?=[.,;]|$| (?:and|in|last|this|each|a)\b)"
)


def _earned_from(site: Site) -> str:
    return f"Earnings from {source[1]}" if (source := _FROM.match(site.behind)) else ""


def _counted_at(site: Site, at: int) -> str:
    """The things that are counted where money goes to some: spend 80 million on | two mills."""
    start = site.tokens[at].start
    return things_of(next((one for one in site.figures if one.start == start), None))


_COSTING = frozenset("claims fees expenses repairs wages costs salaries".split())
_TRADED = {"buy": "Purchase price", "acquire": "Purchase price", "sell": "Sale price"}


def as_meant(figure: Figure) -> Figure:
    """A sum that leaves its money to one before it, as money: analysts forecast | 3.88 billion."""
    if not figure.also or figure.dimension != COUNT:
        return figure
    meant = figure.also[0][0]
    is_sum = meant == RATIO or (meant.startswith("money") and abs(figure.also[0][1]) >= _LEAST_SUM)
    return figure._replace(dimension=meant) if is_sum else figure


_LEAST_SUM = 1000
