"""What is told beside a whole: a part of a sum, a share that it is, another place, what led it.

Spending was £16 million, including | £7 million | on the new plant; orders were | 4% | ahead.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_INCLUDING = regex(rf"\b(?:including|of which) {ABOUT}$")
_ON_WHAT = regex(
    r" (?P<prep>on|for|in) (?:(?:the|a|an|its|our) )?"
    r"(?P<what>[a-z][\w-]*(?: (?!which|that|and|this|last|next|by)[\w’'-]+){0,5})"
    r"(?=[,.;]|$| (?:which|that|and|this|last|next)\b)"
)
_WHEN = regex("cash|total|part|all|full|q[1-4]|year|quarter|half|period|month", re.IGNORECASE)
_EQUIVALENT = regex(rf"[,(] ?(?:equivalent|equal|amounting) to {ABOUT}$|, representing {ABOUT}$")
_OF_WHOLE = regex(
    r" of (?:(?:our|its|the|group|total|net) )*(?P<what>revenues?|sales|turnover|net assets)"
    r"(?=[,.;)]|$| and\b)"
)
# Sales in Peru rose 8%, offset by a | 5% | decline in Chile
_ELSEWHERE = regex(
    r" (?:decline|fall|drop|decrease|rise|increase|growth|gain|jump|slide|dip|reduction) in"
    r" (?P<where>(?:the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*){0,2})(?=[,.;]|$| and\b)"
)
_PLACED = regex(r" in (?:the )?[A-Z].*$")
_SEVERAL = (
    r"(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty)"
)
_SOLD = regex(
    rf"\b(?:sold|disposed of|sells?|selling|disposal of|sale of) {_SEVERAL}"
    rf" (?P<what>(?:[a-z][\w-]+ ){{0,3}}[a-z]+s )for {ABOUT}$"
)
# Bought the Tarn Inns chain, which has 14 pubs in Kent, for | £21m
_BOUGHT = regex(
    r"\b(?:bought|acquired|buying|acquiring) (?:the )?"
    r"(?P<what>[A-Z][\w’'&-]*(?: [A-Z&][\w’'&-]*){0,3}"
    r"(?: (?:chain|brand|business|group))?), (?:which|whose|an?|the) [^,;]{3,80},"
    rf" for (?:an? )?{ABOUT}$"
)
# With demand from hospitals up by | a third |, with orders | 4% | ahead
_MORE = r"(?:demand|orders?|sales|revenues?|volumes?|bookings|traffic|prices)"
_LED = regex(
    rf"\b(?:with|as|and|while) (?P<what>{_MORE}"
    rf"(?: (?:from|for|in|at) [a-z][\w-]*(?: [a-z][\w-]*){{0,2}})?) (?:up|down)(?: by)? {ABOUT}$"
)
_AHEAD = regex(
    rf"\b(?:with|and|while) (?P<what>(?:[a-z-]+ )?{_MORE})"
    rf" (?:(?:is|are|was|were) )?(?:running )?{ABOUT}$"
)
_AHEAD_BEHIND = regex(
    r" (?:ahead|behind)(?=[,.;]|$| of (?:last|the (?:same|prior|previous)|a year)\b)"
)
# Larger rival Selby, which reports next week, slid | 4%
_RIVAL = regex(
    r"(?:^|[.;] |\bwhile )(?:[A-Z]?[a-z]+ )?(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?)"
    r" (?:[A-Z][\w&’'.-]* ?)+(?:, (?:which|who|whose) [^,;]*,)? ?"
    rf"(?:fell|rose|slid|gained|lost|dropped|climbed|slipped|jumped|added|shed|tumbled) {ABOUT}$"
)


def by_whole_beside(site: Site) -> Guess[str] | None:
    """The name of what is told beside a whole; None elsewhere."""
    name = _of_sum(site) if site.is_money else ""
    if site.is_share:
        name = _of_share(site)
    return Guess(name) if name else None


def _of_sum(site: Site) -> str:
    if bought := _BOUGHT.search(site.before):
        return f"Purchase price of {bought['what']}"
    if sold := _SOLD.search(site.before):
        return f"Proceeds from sale of {sold['what'].strip()}"
    on = _ON_WHAT.match(site.behind) if _INCLUDING.search(site.before) else None
    if on is None or not site.number or _WHEN.match(on["what"]):
        return ""
    whole = sure_of(site, site.last)
    is_long = f" {on['prep']} " in whole or len(whole.split()) > _LONG
    return f"{whole} {on['prep']} {on['what']}" if whole and not is_long else ""


_LONG = 5  # words


def _of_share(site: Site) -> str:
    behind = _OF_WHOLE.match(site.behind)
    if behind and site.number and _EQUIVALENT.search(site.before):
        whole = sure_of(site, site.last)
        return f"{whole} as share of {behind['what']}" if whole else ""
    if site.number and (other := _ELSEWHERE.match(site.behind)):
        base = _PLACED.sub("", sure_of(site, site.last))
        is_known = other["where"].lower() in site.names or not base.endswith("growth")
        return "" if is_known else f"{base} in {other['where']}"
    if _RIVAL.search(site.before) and re.match(r"[,.;]|$| to\b| in\b", site.behind):
        return "Share price change"
    led = _LED.search(site.before)
    if led is None and _AHEAD_BEHIND.match(site.behind):
        led = _AHEAD.search(site.before)
    return name_of_change(sentence_case([led["what"]]), site) if led else ""
