"""Capital and loans: what a business began with, what is drawn, what it costs and is backed by.

Founded it in 1998 with | £8,000 |; has drawn | £150m | of a facility; assets worth | 110% | of what
they owe; net debt costs | 6.1% | a year.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_loan(site: Site) -> Guess[str] | None:
    """The name of capital, of a loan, of its interest or its cover; None elsewhere."""
    name = ""
    if site.is_money:
        name = _start(site) or _drawn(site)
    elif site.is_share:
        name = _worth_of(site) or _carries(site) or _costs_yearly(site)
    return Guess(name) if name else None


# Founded Acme with his sister in 1998 with | £8,000 | from a redundancy payment
_FOUNDED = regex(
    r"\b(?:founded|started|set up|established|launched|began|opened)"
    r" (?:it|the (?:business|company|chain|firm|group|brand|shop)|[A-Z][\w’'&-]*"
    r"(?: [A-Z&][\w’'&-]*){0,3}|an? (?:business|company|firm|shop))"
    rf"\b[^;.:0-9]*(?:in (?:19|20)[0-9]{{2}}[^;.:0-9]*)?\b"
    rf"(?:with|on|using) (?:his |her |their )?{ABOUT}$"
)
_OF_TRADE = regex(r" (?:of|in) (?:annual )?(?:sales|revenue|turnover|orders|profit)\b")


def _start(site: Site) -> str:
    """With how much somebody began a business."""
    is_start = _FOUNDED.search(site.before) and not _OF_TRADE.match(site.behind)
    return "Start-up capital" if is_start else ""


# Has drawn | A$150 million | of a A$400 million facility
_DRAWN = regex(
    rf"\b(?P<done>drawn|drew|borrowed|tapped|used|repaid|utili[sz]ed)(?: down)? {ABOUT}$"
)
_FACILITY = regex(
    r" (?:of|from|on|under|against) (?:an?|its|the|their) (?:new )?"
    r"(?:[A-Z]{0,3}[$€£¥]?[0-9][0-9.,]* ?(?:[mb]n?|million|billion)? )?"
    r"(?P<what>(?:[a-z-]+ ){0,3}?(?:facility|credit line|overdraft|loan"
    r"|line of credit|borrowing base))\b"
)


def _drawn(site: Site) -> str:
    """How much of what a bank holds ready has been taken."""
    done = _DRAWN.search(site.before)
    facility = _FACILITY.match(site.behind) if done else None
    if done is None or facility is None:
        return ""
    return sentence_case(
        [f"{facility['what']} {'repaid' if done['done'] == 'repaid' else 'drawn'}"]
    )


# Must hold assets worth | 110% | of what they owe
_WORTH = regex(
    rf"\b(?P<what>(?:(?:liquid|net|fixed|eligible|total|other) )?(?:assets"
    r"|collateral|property|reserves|cash|security|stock))"
    rf" (?:that (?:is|are) )?worth {ABOUT}$"
)
_OF_OWED = regex(
    r" of (?P<of>what (?:it|they) (?:owes?|borrows?|lends?)|(?:its|their) [a-z ]+?)(?=[,.;]|$)"
)


def _worth_of(site: Site) -> str:
    """What somebody holds, against what they owe."""
    worth, owed = _WORTH.search(site.before), _OF_OWED.match(site.behind)
    if worth is None or owed is None:
        return ""
    of = owed["of"].removeprefix("its ").removeprefix("their ")
    return f"{sentence_case([worth['what']])} as share of {of}"


# Rents need no capital and carry a margin of | 50%
_CARRY = regex(
    r"\b(?:carry|carries|command|commands) (?:an? |the )?"
    rf"(?P<what>(?:[a-z-]+ )?(?:margin|yield|coupon|premium|interest rate)) of {ABOUT}$"
)


def _carries(site: Site) -> str:
    found = _CARRY.search(site.before)
    return sentence_case([found["what"]]) if found else ""


# Net debt was £214m, and costs | 6.1% | a year
_AND_COSTS = regex(rf"\b(?:and|which) (?:now )?costs? (?:it |the company )?{ABOUT}$")
_A_YEAR = regex(r" (?:a|per) year\b|(?=[,.;]|$)")
_OWED = regex(r"(?:.* )?(?:debt|borrowings?|loans?|bonds?|facility|mortgages?)$", re.IGNORECASE)


def _costs_yearly(site: Site) -> str:
    """The interest on what is owed."""
    if not _AND_COSTS.search(site.before) or not _A_YEAR.match(site.behind):
        return ""
    owed = (sure_of(site, one) for one in site.figures[: site.number])
    name = next((one for one in owed if _OWED.match(one)), "")
    return f"Interest rate on {lowered(name, site.text)}" if name else ""
