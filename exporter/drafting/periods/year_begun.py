"""What has passed of a year: the first 36 weeks, the first two months of the new financial year.

Since the start of the year is until the day on which the source appeared, as since January is.

Beside the results of a year the latter are of the next one, in which the source appeared.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exporter.drafting.periods.said_dates import number_in
from exporter.drafting.periods.said_words import FIRST_WEEKS_EN
from exporter.drafting.periods.steps import month_on, weeks_to
from exporter.drafting.periods.whens import Clock, When
from exporter.engine.regex import regex

_N = r"(?P<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BEGUN = regex(
    rf"\b(?:the )?(?:first|opening|initial) (?:{_N} (?P<unit>months?|weeks?|quarters)"
    r"|(?P<part>quarter|half|month)) of (?:the |our |its )?(?:new|current|present)"
    r"(?: (?:financial|fiscal|trading))? year\b",
    re.IGNORECASE,
)
# in the seven weeks since the year end
_SINCE_ENDED = regex(
    rf"\b(?:the |its )?(?:first |last |past )?{_N} (?P<unit>months?|weeks?)"
    r" (?:(?:of trading )?since|after|following) (?:the |its )?"
    r"(?:(?:(?:financial|fiscal|last) )?(?:year|half|half-year|period|quarter)(?:[’']s)?[ -]end\b"
    r"|(?:end|close) of (?:the |its )?(?:(?:financial|fiscal|last) )?"
    r"(?:year|half|period|quarter)\b)",
    re.IGNORECASE,
)
_SINCE_BEGUN = regex(
    r"(?<=since )(?:the )?(?:start|beginning|turn) of (?:the|this) year\b(?! (?:[a-z]+ )?20)",
    re.IGNORECASE,
)
_WEEK = 7  # days
_QUARTER = 3  # months
_HALF = 2  # quarters


def begun_in(text: str, clock: Clock) -> Iterator[When]:
    """The parts of a year that an English text says to have passed since it began.

    Args:
        text: A sentence.
        clock: What they are counted from.
    """
    for said in FIRST_WEEKS_EN.finditer(text):
        if period := weeks_to(clock.document, number_in(said["n"])):
            yield When(*said.span(), period)
    for said in _SINCE_BEGUN.finditer(text):
        if clock.ends.is_calendar and not clock.is_fiscal:
            today = clock.published
            yield When(*said.span(), f"{today.year}-01-01/{today.isoformat()}")
    yield from _since_ended(text, clock)
    for said in _BEGUN.finditer(text):
        if clock.year_end is None and clock.is_fiscal:
            continue  # nobody knows when it began
        first = _begin(clock)
        if part := said["part"]:
            yield When(*said.span(), _part(part.lower(), first, clock))
        else:
            count = number_in(said["n"])
            yield When(*said.span(), _units(said["unit"].lower(), first, count, clock))


def _since_ended(text: str, clock: Clock) -> Iterator[When]:
    """So many weeks or months since what a document reports on has ended."""
    if clock.closed is None:
        return
    first = clock.closed + timedelta(days=1)
    for said in _SINCE_ENDED.finditer(text):
        yield When(*said.span(), _units(said["unit"].lower(), first, number_in(said["n"]), clock))


def _begin(clock: Clock) -> date:
    """The first day of the year in which the source appeared."""
    end, here = clock.ends, clock.published
    year = here.year - ((here.month, here.day) <= (end.month, end.day))
    return date(year, end.month, end.day) + timedelta(days=1)


def _units(unit: str, first: date, count: int, clock: Clock) -> str:
    """So many months, weeks or quarters from a day."""
    if unit.startswith("quarter"):
        is_half = count == _HALF
        return _part("half", first, clock) if is_half else _months(first, _QUARTER * count)
    return _weeks(first, count) if unit.startswith("week") else _months(first, count)


def _months(first: date, count: int) -> str:
    last = month_on(first, count - 1)
    return f"{first:%Y-%m}/{last:%Y-%m}" if count > 1 else f"{first:%Y-%m}"


def _weeks(first: date, count: int) -> str:
    return f"{first.isoformat()}/{first + timedelta(days=_WEEK * count - 1)}"


def _part(part: str, first: date, clock: Clock) -> str:
    if part == "month":
        return _months(first, 1)
    end = clock.ends
    year = first.year if end.is_calendar else month_on(first, 11).year
    return f"{'' if end.is_calendar else 'FY'}{year}-{part[0].upper()}1"
