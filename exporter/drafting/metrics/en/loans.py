"""Capital and loans: what a business began with, what is drawn, what it costs and is backed by.

Founded it in 1998 with | £8,000 |; has drawn | £150m | of a facility; assets worth | 110% | of what
they owe; net debt costs | 6.1% | a year.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.wordings import MONEY, SHARE, Found, rule_of, wording
from exporter.engine.regex import regex

_OF_TRADE = regex(r" (?:of|in) (?:annual )?(?:sales|revenue|turnover|orders|profit)\b")


def _started_with(found: Found) -> str:
    return "" if _OF_TRADE.match(found.site.behind) else "Start-up capital"


def _drawn(found: Found) -> str:
    done = "repaid" if found["done"] == "repaid" else "drawn"
    return sentence_case([f"{found['what']} {done}"])


def _against(found: Found) -> str:
    of = found["of"].removeprefix("its ").removeprefix("their ")
    return f"{sentence_case([found['what']])} as share of {of}"


_OWED = regex(r"(?:.* )?(?:debt|borrowings?|loans?|bonds?|facility|mortgages?)$", re.IGNORECASE)


def _interest(found: Found) -> str:
    site = found.site
    names = (sure_of(site, one) for one in site.figures[: site.number])
    owed = next((one for one in names if _OWED.match(one)), "")
    return f"Interest rate on {lowered(owed, site.text)}" if owed else ""


by_loan = rule_of(
    # Founded Acme with his sister in 1998 with | £8,000 | from a redundancy payment
    wording(
        MONEY,
        before=r"\b(?:founded|started|set up|established|launched|began|opened)"
        r" (?:it|the (?:business|company|chain|firm|group|brand|shop)|[A-Z][\w’'&-]*"
        r"(?: [A-Z&][\w’'&-]*){0,3}|an? (?:business|company|firm|shop))"
        rf"\b[^;.:0-9]*(?:in (?:19|20)[0-9]{{2}}[^;.:0-9]*)?\b"
        rf"(?:with|on|using) (?:his |her |their )?{ABOUT}$",
        name=_started_with,
    ),
    # Has drawn | A$150 million | of a A$400 million facility
    wording(
        MONEY,
        before=r"\b(?P<done>drawn|drew|borrowed|tapped|used|repaid|utili[sz]ed)(?: down)?"
        rf" {ABOUT}$",
        behind=r" (?:of|from|on|under|against) (?:an?|its|the|their) (?:new )?"
        r"(?:[A-Z]{0,3}[$€£¥]?[0-9][0-9.,]* ?(?:[mb]n?|million|billion)? )?"
        r"(?P<what>(?:[a-z-]+ ){0,3}?(?:facility|credit line|overdraft|loan"
        r"|line of credit|borrowing base))\b",
        name=_drawn,
    ),
    # Must hold assets worth | 110% | of what they owe
    wording(
        SHARE,
        before=r"\b(?P<what>(?:(?:liquid|net|fixed|eligible|total|other) )?(?:assets"
        r"|collateral|property|reserves|cash|security|stock))"
        rf" (?:that (?:is|are) )?worth {ABOUT}$",
        behind=r" of (?P<of>what (?:it|they) (?:owes?|borrows?|lends?)|(?:its|their) [a-z ]+?)"
        r"(?=[,.;]|$)",
        name=_against,
    ),
    # Rents need no capital and carry a margin of | 50%
    wording(
        SHARE,
        before=r"\b(?:carry|carries|command|commands) (?:an? |the )?"
        rf"(?P<what>(?:[a-z-]+ )?(?:margin|yield|coupon|premium|interest rate)) of {ABOUT}$",
        name="{what}",
    ),
    # Net debt was £214m, and costs | 6.1% | a year
    wording(
        SHARE,
        before=rf"\b(?:and|which) (?:now )?costs? (?:it |the company )?{ABOUT}$",
        behind=r" (?:a|per) year\b|(?=[,.;]|$)",
        name=_interest,
    ),
)
