"""Interim dividends, which are of a half also where a second quarter, or a year, is spoken of.

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
# An interim dividend of 6 cents, up from | 5 cents; 4.2p a share, against | 3.8p
_BEFORE_THAT = regex(
    r"(?:[0-9][0-9.,]*|an?)(?: ?(?:p|c|pence|cents?))?(?: (?:a|per) (?:ordinary )?share)?"
    r"(?: was declared)?,? (?:(?:up|down|increased|raised|lifted|higher|lower|compared|versus"
    rf"|vs\.?|against) ?)(?:(?:from|than|with|to) )?(?:the )?{ABOUT}[A-Z]{{0,3}}\W?$"
)
_YEAR = regex(r"(?:FY)?[0-9]{4}")
_QUARTERLY = regex(r"\b(?:quarterly|(?:per|each|every|a) quarter)\b")


def half_of_interim(period: str, read: Read, start: int, document: str) -> str:
    """The half of such a dividend, where a second quarter or a year would govern it.

    Args:
        period: As it is found; what is said of any other figure stays so.
        read: The sentence.
        start: Where the figure begins.
        document: The period that the document speaks of: a year is that of its first half.
    """
    is_half = document.endswith("-H1") and _YEAR.fullmatch(period) is not None
    if read.lang != "en" or not (is_half or period.endswith("-Q2")):
        return period
    if _QUARTERLY.search(read.text) or not _is_interim(read.text[:start]):
        return period
    return f"{period.removesuffix('-Q2')}-H1"


def _is_interim(head: str) -> bool:
    """Whether a figure behind some words is such a dividend, or what it was before."""
    if _INTERIM.search(head) is not None:
        return True
    before = _BEFORE_THAT.search(head)
    return before is not None and _INTERIM.search(head[: before.start()]) is not None
