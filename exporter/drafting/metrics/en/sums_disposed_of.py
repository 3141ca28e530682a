"""Sums that begin a clause, with a participle behind them that says where they went or came from.

Operating cash flow of $498 million; | $210 million | returned to shareholders: cash returned to
them, and no second cash flow.
"""

import re

from exporter.drafting.exactness import ABOUT_FURTHER as ABOUT
from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_disposal(site: Site) -> Guess[str] | None:
    """What such a sum is called."""
    if not site.is_money or site.figure.per or not _BEGINS.search(site.before):
        return None
    found = _DONE.match(site.behind)
    called = _CALLED.get((found["done"], found["prep"])) if found else None
    if found is None or called is None:
        return None
    return Guess(f"{called} {lowered(found['what'].strip(), site.text)}")


_BEGINS = regex(
    rf"(?:^|[;:•–—] ?|[.,] |, and |, with |(?<=[\d%]) and |illion and ){ABOUT}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
_DONE = regex(
    r" (?:(?:was|were|has been|have been|had been|being|also|already|since|then) )*"
    r"(?P<done>returned|repaid|paid back|invested|reinvested|spent|raised|paid|distributed|donated"
    r"|deployed|received|owed|transferred|contributed|allocated|committed|handed back|lent)"
    r"(?: (?:back|out))? (?P<prep>to|on|in|into|from|for) "
    r"(?!(?:date|full|part|cash|shares|total)\b)(?:(?:its|the|our|their|an?) )?"
    r"(?P<what>(?:(?!(?:through|via|by|over|in|during|since|for|last|this|after|before|so|while)\b)"
    r"[A-Za-z][\w’'&-]*(?: |(?=[,.;:)]|$))){1,5})"
)
_CALLED = {
    ("returned", "to"): "Cash returned to",
    ("distributed", "to"): "Cash distributed to",
    ("handed back", "to"): "Cash handed back to",
    ("paid", "to"): "Paid to",
    ("paid", "for"): "Paid for",
    ("paid back", "to"): "Paid back to",
    ("repaid", "to"): "Repaid to",
    ("repaid", "on"): "Repaid on",
    ("lent", "to"): "Lent to",
    ("owed", "to"): "Owed to",
    ("donated", "to"): "Donated to",
    ("contributed", "to"): "Contributed to",
    ("transferred", "to"): "Transferred to",
    ("allocated", "to"): "Allocated to",
    ("committed", "to"): "Committed to",
    ("invested", "in"): "Investment in",
    ("invested", "into"): "Investment in",
    ("reinvested", "in"): "Reinvestment in",
    ("reinvested", "into"): "Reinvestment in",
    ("deployed", "into"): "Cash deployed into",
    ("deployed", "in"): "Cash deployed in",
    ("spent", "on"): "Spending on",
    ("raised", "from"): "Funds raised from",
    ("raised", "for"): "Funds raised for",
    ("received", "from"): "Received from",
}
