"""Shares of a stock that fall due within a time from its day: they are of that day.

Order book of £441 million at the period end, of which around | 60% | is due for delivery within
the next twelve months.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

_OF_WHICH = regex(rf"\bof (?:which|this|that|these),? {ABOUT}$")
_FALLS_DUE = regex(
    r" (?:is|are|falls?) (?:now |currently |still )?(?:due|scheduled|planned|slated|earmarked|set)"
    r"(?: for (?:[a-z-]+ )?[a-z]+)? (?:with)?in (?:the )?(?:(?:next|coming|following) )?"
    r"(?:[a-z]+|[0-9]+)[ -](?:weeks?|months?|quarters?|years?)\b"
)


def stock_that_falls_due(read: Read, start: int, end: int) -> Span | None:
    """The stock of which an English share falls due within a time; None where none stands there."""
    before = [span for span in read.figures if span[1] <= start]
    if read.lang != "en" or not before or not _OF_WHICH.search(read.text[:start]):
        return None
    return before[-1] if _FALLS_DUE.match(read.text, end) else None
