"""Figures that are what one before them was: of another year, of another company.

We used to spend £9m a year on agencies. Last year it was | £2.2m |; no final dividend, having paid
| 11 cents | last year; Acme trades on 11 times earnings. Tarnholm trades on | 13 |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, only_of_earlier, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE


def by_as_before(site: Site) -> Guess[str] | None:
    """The name that is taken up from what stands before; None elsewhere."""
    name = ""
    if site.is_money:
        name = _dividend_paid(site) or _as_it_was(site)
    elif site.is_counted:
        name = _trades_on(site)
    return Guess(name) if name else None


def sum_before(site: Site) -> str:
    """What the only sum of the sentence before is called; "" for none, or several."""
    return only_of_earlier(site, lambda one: one.dimension.startswith("money"))


# Declared no final dividend, having paid | 11 cents | last year
_PAID = regex(
    r"\b(?:no|an?|the|its|any) (?P<kind>(?:interim|final|special|annual|quarterly|half-year"
    r"|full-year) )?(?:dividend|payout)\b[^.;:0-9]*"
    rf"\b(?:having paid|after paying|(?:it|which) (?:had )?paid|against|instead of) {ABOUT}$"
)
_AGO = regex(r" (?:a share )?(?:last|a|the) (?:year|time)\b")


def _dividend_paid(site: Site) -> str:
    """What was paid before, where the clause before is of a dividend."""
    found = _PAID.search(site.before) if _AGO.match(site.behind) else None
    return sentence_case([f"{found['kind'] or ''}dividend per share"]) if found else ""


# We used to spend £9m a year on agencies. Last year it was | £2.2m
_IT_WAS = regex(
    r"^(?:Last year|This year|Now|Today|Then|In [0-9]{4}|A year (?:later|ago|earlier)),? "
    rf"(?:it|that) (?:is|was|had been|came to|will be) (?:just |only )?{ABOUT}\W?$"
)


def _as_it_was(site: Site) -> str:
    """The one sum of the sentence before, told of another year."""
    if not _IT_WAS.search(site.before):
        return ""
    return sum_before(site)


# Acme trades on 11 times earnings. Tarnholm trades on | 13
_TRADES = regex(rf"\b(?:trades|trading|trade|traded|is|sits|stands) (?:on|at) {ABOUT}$")
_ENDS = regex(r"\W*(?:$|[.;,])")


def _trades_on(site: Site) -> str:
    """The multiple at which another one trades, of which that before says of what it is."""
    if not _TRADES.search(site.before) or not _ENDS.match(site.behind):
        return ""
    alike = [one for one in site.figures[: site.number] if one.dimension == MULTIPLE]
    if alike:
        return sure_of(site, alike[-1])
    return last_of_earlier(site, lambda one: one.dimension == MULTIPLE)
