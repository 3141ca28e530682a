"""Days that words mean without a date: at the year end, of which net debt is so many times EBITDA.

In a report on a part of a fiscal year, the year end is the day on which the last one closed.
"""

from calendar import month_name
from datetime import date

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.stocks import last_day
from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

_MONTHS = tuple(month_name[1:])
_FROM = regex(rf"\b(?:from|than|against|versus|compared (?:with|to)) {ABOUT}[A-Z]{{0,3}}\W?$")
_YEAR_END = regex(
    r"(?: [a-z]+){0,2} at (?:the |its )?(?:last |previous |prior )?(?:financial |fiscal )?"
    rf"(?:(?P<month>{'|'.join(_MONTHS)}) )?year[- ]end\b"
)
_DEBT = regex(
    r"(?:^|[.;,] )(?:Our |The |Its |Group )?(?:[Nn]et )?(?:[Dd]ebt|[Ll]everage|[Gg]earing)"
    rf" (?:stood at|was|remained at|came to|ended the (?:half|quarter|year|period) at) {ABOUT}$"
)
_TIMES = regex(r"[0-9.]+ ?(?:x|times) (?:adjusted |underlying |annual )?(?:EBITDA|ebitda|Ebitda)\b")


# Leverage is expected to be below | 3.3x | by the year end
_TO_BE = regex(
    r"\b(?:[Nn]et |[Tt]otal |[Gg]ross )?(?:[Dd]ebt|[Bb]orrowings|[Ll]everage|[Gg]earing)\b"
    r"(?: to [\w-]+(?: [A-Z]+)?)? (?:is|are|will|should|to)\b[^,;.0-9]*?"
    r"(?:[Ee]xpected|forecast|be|fall|remain|rise|stand|end|reach|decline|come)\b[^,;.0-9]*$"
)
_BY_YEAR_END = regex(
    r"(?: times| (?:[mb]illion))?(?: (?:adjusted |underlying )?(?:EBITDA|ebitda))?"
    r" (?:by|at) (?:the |its |our )?(?:(?:financial |fiscal )?year[- ]end"
    r"|end of (?:the |this |its |our )?(?:financial |fiscal |current )?year)\b"
)


def day_meant(text: str, start: int, end: int, clock: Clock) -> str:
    """The day that English words around a figure mean; "" for none.

    Args:
        text: The sentence.
        start: Where the figure begins.
        end: Where it ends.
        clock: With the period that the document is about.
    """
    before = text[:start]
    if _FROM.search(before) and (said := _YEAR_END.match(text, end)):
        ends = clock.year_end
        month = _MONTHS.index(said["month"]) + 1 if said["month"] else 0
        is_its = not month or (ends is not None and ends.month == month)
        return _last_closed(clock) if is_its else ""
    if clock.document and _TO_BE.search(before) and _BY_YEAR_END.match(text, end):
        return _next_closing(clock)
    if clock.document and _DEBT.search(before) and _TIMES.match(text, start):
        day = last_day(clock.document, clock.year_end, clock.published)
        return day if day != clock.document else ""
    return ""


def _last_closed(clock: Clock) -> str:
    """The day on which a fiscal year closed before a document's part of the next; "" if unsure."""
    end, points = clock.year_end, parse_period(clock.document) or ()
    if end is None or end.is_calendar or not points:
        return ""
    last = points[-1].last(end)
    if (last.month, last.day) == (end.month, end.day):
        return ""  # a document about the year itself
    year = last.year - ((last.month, last.day) < (end.month, end.day))
    return date(year, end.month, end.day).isoformat()


def _next_closing(clock: Clock) -> str:
    """The day on which the fiscal year closes of which a document tells a part; "" if unsure."""
    points = parse_period(clock.document) or ()
    if not points or (clock.year_end is None and points[-1].is_fiscal):
        return ""
    end, last = clock.ends, points[-1].last(clock.ends)
    year = last.year + ((last.month, last.day) > (end.month, end.day))
    closes = date(year, end.month, end.day)
    return closes.isoformat() if closes > clock.published else ""
