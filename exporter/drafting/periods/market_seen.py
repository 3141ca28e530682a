"""What is forecast of an English market by nobody named: the market is forecast to grow by | 8%.

It is an estimate; of its own revenue a company guides, and what it is to do is planned.
"""

import re

from exporter.drafting.periods.status_told import TO_BE
from exporter.engine.regex import regex
from exporter.facts.words import Lang, Status

_MARKET = r"(?:market|industry|sector|demand|consumption|supply|economy|trade|population)"
_SEEN = regex(
    rf"\b{_MARKET}\b(?! share| value| cap|['’])"
    r"(?P<gap>(?:[^;.]|\.(?=\d))*?)\b(?:is|are) (?:now |also |still |then |widely )?"
    r"(?:forecast|projected|predicted|expected|estimated|tipped|seen|reckoned|set|likely|poised) "
    r"(?:to )?(?:grow|expand|rise|reach|hit|shrink|fall|decline|increase|contract|double|climb"
    r"|exceed|top|surpass|be worth|growing|rising|reaching|expanding|shrinking|falling)\b[^,;]*$",
    re.IGNORECASE,
)
# Revenue in a market, or a company that sells there: no market's own.
_OF_A_COMPANY = regex(
    r"\b(?:revenues?|sales|turnover|profits?|earnings|margins?|share|its|our|we"
    r"|the (?:company|group|firm)|orders|deliveries|shipments|business|which|it)\b",
    re.IGNORECASE,
)


def as_seen(status: Status, text: str, start: int, lang: Lang) -> Status:
    """A status, or that of an estimate where a market is said to be forecast so.

    Args:
        status: By the words of the figure's clause.
        text: Of the sentence.
        start: Where the figure begins in it.
        lang: Of the sentence.
    """
    if lang != "en" or status not in TO_BE:
        return status
    found = _SEEN.search(text[:start])
    is_markets = found is not None and not _OF_A_COMPANY.search(text[:start])
    return Status.ESTIMATE if is_markets else status
