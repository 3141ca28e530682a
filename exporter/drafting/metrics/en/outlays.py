"""What works, contracts and the largest costs come to, and what sums are spent on over years.

A plant, opened in 2021 for | £27m |; a contract that is worth | £40m | a year; fuel, its largest
cost, came to | £44m |; will spend | £75mn | over four years on its buildings.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_outlay(site: Site) -> Guess[str] | None:
    """The name of an outlay, or of how far the largest one moved; None elsewhere."""
    name = ""
    if site.is_money:
        name = _works(site) or _contract(site) or _largest_cost(site) or _spent_over(site)
    elif site.is_share:
        name = _largest_cost(site)
    return Guess(name) if name else None


# A plant in Doncaster, opened in 2021 for | £27m
_WORKS = regex(
    r"(?:^|[.;,:] |\b(?:and|but|while|that|has|at|its|in) )(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)"
    rf" (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}(?: (?:in|at|near|outside|on) (?:the )?"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?),? (?:(?:which|that) )?(?:was )?"
    r"(?P<done>opened|built|completed|finished|refurbished|extended|commissioned|bought|acquired)"
    r"(?: (?:last|this) year| in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}|,)?,?"
    rf" (?:for|at a cost of) {ABOUT}$"
)


def _works(site: Site) -> str:
    """What works cost, of which an aside tells when they opened."""
    found = _WORKS.search(site.before)
    if found is None:
        return ""
    is_bought = found["done"] in {"bought", "acquired"}
    return f"{'Price paid for' if is_bought else 'Cost of'} {found['what']}"


# A contract to run trams, which is worth | £40m | a year
_CONTRACT = regex(
    r"\b(?:contract|tender|concession|framework|deal with [^,;.]{3,40}?)\b[^;.]*"
    rf"\b(?:is|was|are|were) (?:said to be |thought to be |reportedly )?worth {ABOUT}$"
)


def _contract(site: Site) -> str:
    return "Contract value" if _CONTRACT.search(site.before) else ""


# Fuel, its largest cost, came to | £44m |
_LARGEST = regex(
    r"(?:^|[.;] |, (?:while|and|but) )(?P<what>[A-Za-z][\w-]*(?: [a-z-]+){0,2}),"
    r" (?:by far )?(?:its|the (?:company|group|firm|chain|airline)[’']s|the|their|our)"
    r" (?:by far )?(?:single |second[- ]|third[- ])?(?:biggest|largest|main|heaviest|highest)"
    r" (?:single |operating |variable )?(?:costs?|expenses?|outlay|overhead|bill|outgoing|input"
    r"|item of (?:cost|expenditure|spending))(?: (?:after|behind) [a-z]+)?,"
    rf"(?P<on> [^;.]*?)? (?:(?:came|amounted|rose|fell|climbed|jumped|dropped|increased)"
    rf"(?: by)?(?: to)?|was|were|cost|totall?ed)(?: [0-9.]+ ?(?:%|per cent) to)? (?:it )?{ABOUT}$"
)
_PAID_MANY = regex(
    r"(?:.* )?(?:wages|salaries|rents|taxes|fees|costs?|pay|interest|rates|bills?)$", re.IGNORECASE
)


def _largest_cost(site: Site) -> str:
    """What the largest cost of a business was, or how far it moved."""
    found = _LARGEST.search(site.before)
    if found is None:
        return ""
    what = found["what"]
    name = sentence_case([what if _PAID_MANY.match(what) else f"{what} cost"])
    return name_of_change(name, site) if site.is_share else name


# Will spend | £75mn | over four years on its buildings
_SPEND = regex(
    r"\b(?P<verb>spend|spends|spent|spending|invest|invests|invested|investing) "
    rf"{ABOUT}(?:a further |another |an extra )?$"
)
_OVER_ON = regex(
    r" (?:(?:over|in|during|within|across) (?:the )?(?:(?:next|past|last|coming|first) )?"
    r"[^,;.]{2,20}?(?:years|months|decade|year)|(?:a|per|each|every) year) (?:on|in|into) "
    r"(?:(?:the|its|their|an?) )?"
    r"(?P<what>(?!all\b|total\b|stages\b|it\b|them\b)(?:new )?[a-z][a-z-]*"
    r"(?: (?!over\b|in\b|and\b|to\b|by\b|at\b)[a-z-]+){0,3})"
)


def _spent_over(site: Site) -> str:
    """What a sum is spent on, over the years told between."""
    spend, on = _SPEND.search(site.before), _OVER_ON.match(site.behind)
    if spend is None or on is None:
        return ""
    kind = "Investment in" if spend["verb"].startswith("invest") else "Spending on"
    return f"{kind} {on['what']}"
