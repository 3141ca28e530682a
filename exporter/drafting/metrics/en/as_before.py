"""Figures that are what one before them was: of another year, of another company.

We used to spend £9m a year on agencies. Last year it was | £2.2m |; no final dividend, having paid
| 11 cents | last year; Acme trades on 11 times earnings. Tarnholm trades on | 13 |; is to open
eight, after | five | last year.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.counted import participle_of
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, only_of_earlier, sure_of
from exporter.drafting.metrics.en.wordings import Found, counted, money, rule_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, MULTIPLE


def sum_before(site: Site) -> str:
    """What the only sum of the sentence before is called; "" for none, or several."""
    return only_of_earlier(site, lambda one: one.dimension.startswith("money"))


def _multiple_before(found: Found) -> str:
    """The multiple at which another one trades, of which that before says of what it is."""
    site = found.site
    alike = [one for one in site.figures[: site.number] if one.dimension == MULTIPLE]
    if alike:
        return sure_of(site, alike[-1])
    return last_of_earlier(site, lambda one: one.dimension == MULTIPLE)


by_as_before = rule_of(
    # Declared no final dividend, having paid | 11 cents | last year
    money(
        before=r"\b(?:no|an?|the|its|any) (?P<kind>(?:interim|final|special|annual|quarterly"
        r"|half-year|full-year) )?(?:dividend|payout)\b[^.;:0-9]*"
        rf"\b(?:having paid|after paying|(?:it|which) (?:had )?paid|against|instead of) {ABOUT}$",
        behind=r" (?:a share )?(?:last|a|the) (?:year|time)\b",
        name="{kind}dividend per share",
    ),
    # We used to spend £9m a year on agencies. Last year it was | £2.2m
    money(
        before=r"^(?:Last year|This year|Now|Today|Then|In [0-9]{4}|A year (?:later|ago"
        r"|earlier)),? (?:it|that) (?:is|was|had been|came to|will be) (?:just "
        rf"|only )?{ABOUT}\W?$",
        name=lambda found: sum_before(found.site),
    ),
    # Acme trades on 11 times earnings. Tarnholm trades on | 13
    counted(
        before=rf"\b(?:trades|trading|trade|traded|is|sits|stands) (?:on|at) {ABOUT}$",
        behind=r"\W*(?:$|[.;,])",
        name=_multiple_before,
    ),
)


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
