"""On which day a quarter closed that ends with a week: the quarter, which ended on September 27.

What stood at its end is of that day, where a document says it, and not of the month's last one.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from exporter.drafting.periods.steps import DAY
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention, read_dates

_ENDED = regex(
    r"\b(?:quarter|half|half[- ]year|year|period|weeks|months)(?: period)?"
    r"(?: of (?:(?:fiscal|financial) )?(?:year )?20[0-9]{2})?,?"
    r" (?:(?:that|which) )?(?:ended|ending|closed|to)(?: on)?,? (?:(?:Satur|Sun|Fri)day,? )?$",
    re.IGNORECASE,
)
_NEAR = timedelta(days=9)  # from the last day of a month to the end of a week
_HEAD = 20_000  # characters of a document that say when it closed


def closing_day(day: date, text: str) -> date:
    """The day on which a period closed in a document that says one near the month's last day.

    Args:
        day: The last day of a period by the calendar.
        text: The document.
    """
    near = [one for one in _said(text, day.year) if one != day and abs(one - day) <= _NEAR]
    is_sure = len(set(near)) == 1 and day not in _said(text, day.year)
    return near[0] if is_sure else day


def as_closed(day: str, text: str) -> str:
    """The last day of a period as a document says it; what is no day stays as it is."""
    return closing_day(date.fromisoformat(day), text).isoformat() if DAY.fullmatch(day) else day


@lru_cache(maxsize=8)
def _said(text: str, year: int) -> tuple[date, ...]:
    return tuple(_days(text[:_HEAD], year))


def _days(text: str, year: int) -> Iterator[date]:
    """The days on which a text says that something ended; of that year where it says none."""
    for said in read_dates(text):
        if not _ENDED.search(text[max(0, said.start - 60) : said.start]):
            continue
        found = _day(said, year)
        if found is not None:
            yield found


def _day(said: DateMention, year: int) -> date | None:
    if not said.month or not said.day:
        return None
    try:
        return date(said.year or year, said.month, said.day)
    except ValueError:
        return None
