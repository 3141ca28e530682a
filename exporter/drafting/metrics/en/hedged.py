"""Shares of what somebody needs whose price is fixed, or that is hedged, in English text.

Gas is hedged for | 85% | of expected use in 2026 and for | 60% | in 2027; we have fixed the price
of | 70% | of the gas that we need and | 35% | of that for 2027.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.sold_ahead import SoldAhead
from exporter.drafting.metrics.en.phrases import lowered, phrase_of
from exporter.drafting.metrics.en.phrases_right import phrase_right
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.tokens import tokens_of
from exporter.drafting.metrics.en.words import ARTICLES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_PRICED = r"(?:[a-z]+ )?(?:prices?|costs?|rates?|tariffs?|fares?|fees?)"
_FIXED = regex(
    r"\b(?P<done>fixed|fix|locked|lock|capped|secured|secure|agreed|raised|cut|lowered|frozen|froze)"
    r"(?: in)? (?:the |our |its |their )?"
    rf"(?P<what>{_PRICED}) (?:of|for|on) {ABOUT}$"
)
_DONE = {"fix": "fixed", "locked": "fixed", "lock": "fixed", "secure": "secured", "froze": "frozen"}
_HEDGED = regex(
    r"(?:^|[.;] |, (?:and|but|while) )(?P<what>(?:[A-Z]?[a-z-]+ ){1,3}?)(?:is|are|was|were|has been"
    r"|have been) (?:(?:now|already|currently|also) )?(?P<done>hedged|covered|contracted"
    rf"|sold forward|fixed|capped) (?:for|on|as to) {ABOUT}$"
)
_AGAIN = regex(rf",? (?:and|with|but)(?: (?:a further|then))?(?: for)? {ABOUT}")
_OF_THEN = regex(
    r"(?: of (?:that|those|it|them|the same))?"
    r"(?: (?:for|in) (?:(?:19|20)[0-9]{2}|the |next |FY|H[12]))"
)
_ACTIVE = regex(rf"\b(?:hedged?|covered?|contracted|locked in) {ABOUT}$")
_NO_LEAD = frozenset("expected planned forecast anticipated projected estimated".split())


def by_hedge(site: Site) -> Guess[str] | None:
    """The share of what is needed whose price is fixed."""
    if not site.is_share:
        return None
    name = _of_whole(site) if site.next() == "of" else ""
    return Guess(name) if (name := name or _as_before(site)) else None


def share_sold(ahead: SoldAhead) -> str:
    """What is called that has been sold of a year to come: Share of 2027 capacity sold."""
    year = ahead.year if ahead.year.isdigit() else f"{ahead.year}'s"
    return f"Share of {year} {ahead.what} {ahead.done}"


def _of_whole(site: Site) -> str:
    fixed, hedged = _FIXED.search(site.before), _HEDGED.search(site.before)
    whole = lowered(phrase_right(site.tokens, site.at + 2, site.names))
    if fixed is not None and whole:
        return f"Share of {whole} with {fixed['what']} {_DONE.get(fixed['done'], fixed['done'])}"
    if hedged is None or not whole:
        return ""
    said = tokens_of(hedged["what"], (), (0, 0))[1:]
    what = phrase_of([one for one in said if one.lower not in ARTICLES | _NO_LEAD], site.names)
    if re.fullmatch(_PRICED, lowered(what)):
        return f"Share of {whole} with {lowered(what)} {hedged['done']}"
    head = "" if not what or lowered(what) in whole else f"{lowered(what)} "
    return f"Share of {head}{whole} {hedged['done']}"


def _as_before(site: Site) -> str:
    """The same of another year: and for | 60% | in 2027, and | 35% | of that for 2027."""
    before = site.last
    if before is None or before.dimension != RATIO or not _OF_THEN.match(site.behind):
        return ""
    between = site.since(before)
    led = re.fullmatch(rf"[^;.]*?(?P<and>{_AGAIN.pattern})", between)
    if led is None or not (
        _ACTIVE.search(site.text[: before.start])
        or _FIXED.search(site.text[: before.start])
        or _HEDGED.search(site.text[: before.start])
    ):
        return ""
    return of_other(site, before).value
