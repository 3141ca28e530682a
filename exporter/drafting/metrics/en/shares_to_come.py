"""Shares of an order book that are to be done: of which roughly | 70% | is scheduled to ship.

By when is a part of the name, since a share is of no year.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.earlier import told_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS, RATIO

_IS_TO = (
    r" (?:(?:is|are) (?:now |currently |still )?(?:scheduled|expected|due|set|planned|forecast"
    r"|likely|slated|anticipated) to|will|should|(?:we|it|they|the company) expects? to|is to)"
    r" (?P<deed>(?:be )?(?:[a-z]+ly )?(?!be\b|remain\b|go\b)[a-z]+)(?P<as> (?:as|into) [a-z]+)?"
)
_DOES = regex(_IS_TO)
# Of which around | 60% | is due for delivery within the next twelve months
_IS_DUE = regex(
    r" (?:is|are) (?:now |currently |still )?(?P<how>due|scheduled|planned|slated|earmarked|set)"
    r" for (?P<what>(?:[a-z-]+ )?(?:delivery|completion|shipment|dispatch|handover|execution"
    r"|recognition|repayment|collection|installation|invoicing|settlement))\b"
)
_OF_WHICH_DOES = regex(rf" of (?:which|this|that|it){_IS_TO}")
_OF_WHICH = regex(rf"\bof (?:which|this|that|these),? (?:[a-z]+ expects )?{ABOUT}$")
_BESIDE = regex(rf"(?:, (?:with |and )?|^){ABOUT}$")
_BY_WHEN = regex(
    r" (?:with)?(?:in|over|during) (?:the )?(?:next|coming|following) (?:[a-z0-9]+ )?"
    r"(?:quarters?|months?|years?|weeks?)\b",
    re.IGNORECASE,
)


_WITHIN = regex(
    r" (?:with)?in (?:the )?(?:(?:next|coming|following) )?((?:[a-z]+|[0-9]+)[ -]"
    r"(?:quarters?|months?|years?|weeks?))\b",
    re.IGNORECASE,
)


# Our new line for syringes reached | 80% | of its planned output
_REACHED = regex(
    r"(?:^|[.;,] |\b(?:and|while|but) )(?:(?:[Oo]ur|[Tt]he|[Ii]ts|[Tt]heir|[Aa]) )?"
    r"(?:new |first |own )*(?P<who>(?!(?:it|they|we|which|that|production|output)\b)"
    r"[A-Za-z][\w’'-]*(?: [a-z][\w’'-]*){0,2}?)"
    r"(?: (?:for|in|at|of|near|outside) [^,;.]{2,40}?)? (?:has |had |have )?(?:already |now )?"
    rf"(?:reached|hit|attained|achieved|reaches) {ABOUT}$"
)
_PLANNED = regex(
    r" of (?:its|their|the|our) (?P<what>(?:planned|target|targeted|design|designed|rated|nameplate"
    r"|intended|scheduled|full|normal) (?:output|production|throughput|volumes?|rate))\b"
)


def by_share_to_come(site: Site) -> Guess[str] | None:
    """The name of the share of the sum before that is to ship, be delivered; of what is planned."""
    if not site.is_share:
        return None
    found = _DOES.match(site.behind) if _OF_WHICH.search(site.before) else None
    found = found or (_OF_WHICH_DOES.match(site.behind) if _BESIDE.search(site.before) else None)
    level = _sum_before(site) if found else ""
    if _OF_WHICH.search(site.before) and (due := _IS_DUE.match(site.behind)):
        level = _sum_before(site)
        until = _WITHIN.match(site.behind, due.end())
        said = f"{due['how']} for {due['what']}{f' within {until[1]}' if until else ''}"
        return Guess(f"Share of {lowered(level, site.text)} {said}") if level else None
    if found is None or not level:
        return _of_planned(site)
    when = _BY_WHEN.match(site.behind, found.end())
    said = f"{found['deed']}{found['as'] or ''}{when[0] if when else ''}"
    return Guess(f"Share of {lowered(level, site.text)} to {said}")


def _sum_before(site: Site) -> str:
    """What the sum, or the number, right before is called; "" where that is in doubt."""
    wholes = [one for one in site.figures[: site.number] if one.dimension not in {RATIO, POINTS}]
    if wholes:
        return sure_of(site, wholes[-1])
    told = [] if site.number else told_before(site)
    return told[-1] if told and not told[-1].endswith(" growth") else ""


def _of_planned(site: Site) -> Guess[str] | None:
    planned, who = _PLANNED.match(site.behind), _REACHED.search(site.before)
    if planned is None or who is None:
        return None
    owner = sentence_case([who["who"]])
    return Guess(f"{owner}'{'' if owner.endswith('s') else 's'} share of {planned['what']}")
