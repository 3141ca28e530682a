"""Interim dividends, which are of a half also where a second quarter is reported on.

It declared an interim dividend of | 6 cents | a share, up 5%: for the first half.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.roles import Read
from exporter.engine.regex import regex

_INTERIM = regex(
    r"(?<!quarterly )(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!quarter )\b[Ii]nterim"
    r" (?:cash |ordinary )?dividends?\b(?: per share)?"
    r"(?: (?:was |is |has been )?(?:increased|raised|lifted|up|cut|held|maintained|unchanged"
    rf"|declared)\b[^;.]*?)?(?: (?:of|to|at|by|was))? {ABOUT}[A-Z]{{0,3}}\W?$"
)
_QUARTERLY = regex(r"\b(?:quarterly|(?:per|each|every|a) quarter)\b")


def half_of_interim(period: str, read: Read, start: int) -> str:
    """The half of such a dividend, where a second quarter would govern it; else the period."""
    if read.lang != "en" or not period.endswith("-Q2") or _QUARTERLY.search(read.text):
        return period
    return f"{period[:-2]}H1" if _INTERIM.search(read.text[:start]) else period
