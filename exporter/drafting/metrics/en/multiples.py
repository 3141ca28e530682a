"""Multiples of English text: three times as many as a year before, double the 8.8 million.

They are named as what they are multiples of, since the metric alone would be its level; so are
those of somebody else's: has twice | Harbour's number of shops.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, MULTIPLE

_YEAR_BEFORE = regex(
    r"\b(?:(?:a|one|the) year (?:before|earlier|ago|previously)|last year|year-earlier|year-ago"
    r"|(?:the |in the )?(?:same|prior|previous|corresponding|year-ago) (?:\w+ )?(?:year|period"
    r"|quarter"
    r"|half|month)|prior-year|(?:in|from) (?:the )?(?:previous|prior) year)\b",
    re.IGNORECASE,
)
_OF_A_LEVEL = regex(
    r"(?: times)? (?:the [^\w\s]?\d|(?:as|so) (?:much|many|large|big|high)\b|(?:the|its"
    r"|their) (?:number"
    r"|level|amount|rate|size|figure|total|average|volume|pace|value)\b|(?:that|those) of"
    r"|what\b|last year)"
)
_OF_A_YEAR = regex(
    r"(?: times)? (?:the|its|their|of) (?:level |total )?(?:of |in )?((?:19|20)\d\d)\b"
)
_TOLD = regex(r"multiple|ratio|\bto\b|\bvs\b|turn|earnings|cover|leverage", re.IGNORECASE)


def as_multiple(name: str, site: Site) -> str:
    """The name of a multiple, with what it is one of where the words around compare."""
    if site.figure.dimension != MULTIPLE or _TOLD.search(name):
        return name
    if (year := _OF_A_YEAR.match(site.behind)) is not None:
        return f"{name}, multiple of {year[1]}"
    if _OF_A_LEVEL.match(site.behind) is None:
        return name
    end = re.search(r"[;.](?!\d)", site.behind)
    reach = site.behind[: end.start() if end else len(site.behind)]
    return f"{name}, multiple of the year before" if _YEAR_BEFORE.search(reach) else name


_NAME = r"[A-Z][\w&’'-]*(?: (?:[A-Z&][\w&’'-]*|of|and)){0,3}?"
# Has | twice | Harbour's number of shops
_OF_ANOTHER = regex(
    rf"(?: times)? (?:the )?(?P<who>{_NAME}['’]s?)"
    r" (?:own )?(?P<count>(?:number|total|tally|count) of )?(?=[a-z])"
)
# Acme's fleet is | twice | the size of Harbour's
_OF_ANOTHERS = regex(
    r"(?: times)? (?:the (?:size|level|number|length|rate|value) of|as (?:big|large|high|long) as"
    rf"|that of) (?P<who>{_NAME}(?:['’]s?)?)(?=[,.;)]|$| (?:and|but)\b)"
)
_IS = regex(r"\b(?:is|are|was|were)\b")


# A first-class seat is worth about | four times | an economy one
_OF_OTHER_KIND = regex(
    r"(?: times)? (?:as much as )?(?:an?|the) (?P<kind>[a-z][\w-]*(?: [a-z][\w-]*)?) (?:ones?|that)"
    r"(?=[,.;)]|$| (?:and|but|to|in|for)\b)"
)
_WORTH = regex(
    r"(?:^|[,;:.“\"] ?|\b(?:and|but|while|that) )(?:[Aa]n?|[Tt]he|[Oo]ne|[Ii]ts) "
    r"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,3}) (?:is|are|was|were) (?:now |still )?worth"
    rf" {ABOUT}$"
)


def _worth(site: Site) -> str:
    """How many times as much as one of another kind something is worth."""
    other, worth = _OF_OTHER_KIND.match(site.behind), _WORTH.search(site.before)
    return f"Value of {worth['what']}, multiple of {other['kind']} one" if other and worth else ""


# Fetches 24 times forward earnings, against a five-year average of | 19
_AVERAGE = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|above|below|from|than|over|under)"
    r" (?:an?|its|the|their) (?P<mean>(?:[\w-]+[- ]year |long[- ](?:run|term) |historical "
    r"|historic |sector |industry |peer(?:[- ]group)? |market )+(?:average|mean|median))"
    rf"(?: (?:multiple|ratio))?(?: of)? {ABOUT}$"
)


def _average(site: Site) -> str:
    """The same multiple on average: of five years, of the sector."""
    mean = _AVERAGE.search(site.before)
    told = [one for one in site.figures[: site.number] if one.dimension == MULTIPLE]
    if mean is None or not told:
        return ""
    name = sure_of(site, told[-1])
    return f"{name}, {mean['mean']}" if "multiple" in name.lower() else ""


def by_multiple(site: Site) -> Guess[str] | None:
    """What somebody has so many times as much of as another one that is named."""
    if site.figure.dimension.split("/")[0] not in {MULTIPLE, COUNT}:
        return None
    if name := _worth(site) or _average(site):
        return Guess(name)
    if site.figure.dimension != MULTIPLE:
        return None
    if (found := _OF_ANOTHER.match(site.behind)) is not None:
        start = site.tokens[site.at].end + found.end()
        at = next((n for n, one in enumerate(site.tokens) if one.start >= start), len(site.tokens))
        name = phrase_of(words_right(site.tokens, at), site.names)
        return Guess(f"{sentence_case([name])}, multiple of {found['who']}") if name else None
    found = _OF_ANOTHERS.match(site.behind)
    verb = next((n for n in range(site.at - 1, 0, -1) if _IS.fullmatch(site.tokens[n].lower)), -1)
    if found is None or verb < 0:
        return None
    subject, _ = subject_of_verb(site.tokens, verb, site.names)
    who = found["who"]
    whose = who if who[-1] in "s'’" else f"{who}'s"
    return Guess(f"{subject}, multiple of {whose}") if subject else None
