"""Shares of what a sentence begins with, and the same ones told again of another time.

Of the 3 million pairs, | 40% | were sold online; 85% of power came from wind in June, and | 72% |
over the year; a third of sales comes from shops; ten years ago it was | two-thirds|; a rise of
£20m, and | twice | that of 2019, which is of a level, no change.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, of_last, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE

_OF_THINGS = regex(
    r"(?:^|[.;] )[Oo]f (?:the|its|their|our) (?:[0-9][\w.,]* (?:(?:million|billion|thousand) )?)"
    rf"(?P<things>(?:[a-z-]+ )?[a-z-]+s), {ABOUT}$"
)
_WERE = regex(
    r" (?:were|are) (?P<done>[a-z]+(?:ed|ld|de|ght|en|nt|pt)(?: [a-z-]+)?)(?=[,.;]|$| and\b)"
)
_ACCOUNTS = regex(
    rf"\b(?:accounts?|accounted) for {ABOUT}$|\b(?:makes? up|made up|represents?) {ABOUT}$"
)
_SHARE_OF = regex(r"(?:^Share|['’]s? share) of ")
_AND = regex(rf",? (?:and|against|after) {ABOUT}$")
_OVER = regex(
    r" (?:over|in|for|during) the (?:whole |full |entire )?(?:year|half|quarter|month)(?=[,.;]|$)"
)
_THAT_OF = regex(r" (?:that|the (?:level|figure|amount|sum)) (?:of|in)\b")


def by_share_again(site: Site) -> Guess[str] | None:
    """A share of what the sentence begins with, or the one before it of another time."""
    if not site.is_share:
        return None
    things, were = _OF_THINGS.search(site.before), _WERE.match(site.behind)
    if things and were:
        return Guess(f"Share of {things['things']} {were['done']}")
    if site.number and _ACCOUNTS.search(site.before) and not site.behind.startswith(" of "):
        guess = of_last(site)  # made up 38% of sales in 2022, now account for | 47%
        return guess if _SHARE_OF.search(guess.value) else None
    if level := _then(site):
        return Guess(level)
    if not site.number or not _AND.search(site.before) or not _OVER.match(site.behind):
        return None
    guess = of_last(site)
    return guess if guess.value.startswith("Share of ") else None


# A third of sales comes from shops; ten years ago it was | two-thirds
_THEN = regex(
    r"(?:^|[;,.:] ?(?:(?:and|but|when|while|whereas) )?)(?:(?:just|only|as recently as|back) )?"
    r"(?P<when>(?:[Ii]n (?:the )?(?:early |late |mid-)?(?:19|20)[0-9]{2}s?"
    r"|(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en|[Ff]ifteen|[Tt]wenty|[0-9]{1,2})"
    r" (?:years?|decades?) (?:ago|earlier|before)),? )"
    r"(?:it|they|that|(?:the|that|its|their) (?:share|proportion|figure|ratio|number))"
    rf" (?:was|were|had been|stood at|came to) {ABOUT}$"
)


def _then(site: Site) -> str:
    """The share told last, as it was years ago."""
    then = _THEN.search(site.before)
    if then is None or re.match(r" of\b", site.behind):
        return ""
    told = [
        one
        for one in site.figures
        if one.end <= then.start() + 1 and one.dimension == site.figure.dimension
    ]
    if told:
        name = sure_of(site, told[-1])
        return name if _A_SHARE.search(name) else ""
    if then.start() != 0:
        return ""
    name = last_of_earlier(site, lambda one: one.dimension == site.figure.dimension)
    return name if _A_SHARE.search(name) else ""


_A_SHARE = regex(
    r"(?:^|['’]s? |, )[Ss]hare of | as share of |^[A-Z].* (?:penetration|rate|margin)$"
)


def as_level(name: str, site: Site) -> str:
    """The name of a multiple of a level, where a change stands before it: twice that of 2019."""
    is_of_level = site.figure.dimension == MULTIPLE and _THAT_OF.match(site.behind)
    return name.removesuffix(" change") if is_of_level else name
