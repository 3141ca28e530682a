"""What moved a growth or a margin, and what another growth is set against.

Exchange rates reduced reported growth by | 3 points |; unit sales rose 9%, against a market that we
estimate grew by | 4% |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS, RATIO

_CAUSE = (
    r"(?:rates?|currenc(?:y|ies)|movements?|effects?|acquisitions?|disposals?|divestments?|prices?"
    r"|pricing|costs?|tariffs|weather|strikes?|inflation|mix|closures?|volumes?|hedges?|timing|days?)"
)
_MOVED = regex(
    rf"(?:^|[.;] |, (?:while|and|but) )(?:The |the )?(?P<who>(?:[A-Za-z][\w-]* ){{0,3}}?{_CAUSE}) "
    r"(?P<did>reduced|lowered|cut|trimmed|depressed|dented|held back|lifted|raised|boosted"
    r"|increased|inflated|flattered) (?:the |our |its )?"
    rf"(?P<what>(?:[a-z-]+ ){{0,3}}(?:growth|margin)) by {ABOUT}$",
    re.IGNORECASE,
)
# Pricing contributed around | 2 percentage points | to divisional growth
_GIVES = regex(
    r"(?:^|[.;] |, (?:while|and|but) )(?:The |the )?"
    r"(?P<who>(?:[A-Za-z][\w-]* ){0,3}?[A-Za-z][\w-]*)"
    rf" (?:contribut(?:ed|es)|add(?:ed|s)|gave) {ABOUT}$"
)
_TO_GROWTH = regex(r" to (?:the |our |its )?(?P<what>(?:[a-z-]+ ){0,3}growth)\b(?! of)")


def _given(site: Site) -> str:
    """What gave so many points to a growth; "" elsewhere."""
    if site.figure.dimension != POINTS:
        return ""
    given, grown = _GIVES.search(site.before), _TO_GROWTH.match(site.behind)
    if given is None or grown is None:
        return ""
    return sentence_case([f"{lowered(given['who'], site.text)} contribution to {grown['what']}"])


_RAISED = frozenset("lifted raised boosted increased inflated flattered".split())
# Rose by 9%, against a global market that we estimate grew by | 4%
_MARKET = regex(
    r",? (?:against|compared with|versus|in|while) (?:an?|the) (?:[\w-]+ ){0,4}"
    r"(?:market|industry|sector)(?: (?:that|which))?(?: \w+){0,2}? "
    r"(?:(?:estimates?|believes?|thinks?|reckons?|assumes?) (?:has )?)?"
    rf"(?:grew|grown|rose|risen|fell|fallen|shrank|declined|expanded|contracted)(?: by)? {ABOUT}"
)


def by_moved_by(site: Site) -> Guess[str] | None:
    """By how much something moved a growth, or how a market grew beside it."""
    if site.figure.dimension == POINTS and (found := _MOVED.search(site.before)):
        who, what = lowered(found["who"], site.text), lowered(found["what"], site.text)
        if found["did"].lower() in _RAISED:
            return Guess(sentence_case([f"{who} contribution to {what}"]))
        return Guess(f"Reduction of {what} by {who}")
    if given := _given(site):
        return Guess(given)
    before = site.last
    if before is None or not site.is_share or before.dimension != RATIO:
        return None
    name = sure_of(site, before)
    is_beside = name.endswith("growth") and _MARKET.fullmatch(site.since(before))
    return Guess(name) if is_beside else None
