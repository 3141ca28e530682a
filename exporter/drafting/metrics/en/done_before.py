"""What was done in another year, beside a plan: open eight, after | five | last year."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.counted import participle_of
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_BESIDE = regex(
    r"\b(?:after|following|(?:up|down) (?:from|on)|from|against|versus|compared (?:with|to)"
    rf"|having (?:[a-z]+ ){{1,3}}?) ?{ABOUT}$"
)
_IN_A_YEAR = regex(
    r" (?:(?:in|during) (?:the (?:last|previous|prior|one before|year|same|first|second)|20[0-9]{2}"
    r"|fiscal|FY)|last (?:\w+ )?year|this year|the year before|a year (?:ago|earlier|before))\b"
)
_TO_DO = regex(r"(?P<what>.+) to (?P<verb>[a-z]+)")


def by_done_before(site: Site) -> Guess[str] | None:
    """The name of a bare number that was done in another year than the one before it."""
    last = site.last
    if not site.is_counted or last is None or last.dimension != COUNT:
        return None
    gap = site.text[last.end : site.tokens[site.at].start]
    if re.search(r"[;.]", gap) or not _BESIDE.search(gap) or not _IN_A_YEAR.match(site.behind):
        return None
    name = sure_of(site, last)
    found = _TO_DO.fullmatch(name)
    if found is None:
        return Guess(name) if name else None
    return Guess(f"{found['what']} {participle_of(found['verb'])}")
