"""Columns between and behind those of periods: 2025, 2026, 2027, Total; Thereafter.

A total is of all periods before it, what falls due thereafter of the document's end, and what was
added between the columns of two years of the later one.
"""

from collections.abc import Sequence
from itertools import pairwise

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.measures import is_all
from exporter.drafting.tables.periods import end_of_document
from exporter.drafting.tables.periods_said import period_in
from exporter.engine.regex import regex
from exporter.facts.periods import YearEnd, parse_period

_FEWEST = 3  # of 2025, 2024 and a total, the last may be of anything
_AFTER = regex(r"(?:and )?(?:thereafter|beyond|later years|after [0-9]{4})")
_QUARTERS = 4
_CALENDAR = YearEnd(12, 31)


def sum_of_periods(
    columns: Sequence[Column], at: int, calendar: Calendar
) -> tuple[str, str] | None:
    """The period of a column that adds up others, and a doubt; None for another column.

    Args:
        columns: Of the table.
        at: Which of them.
        calendar: By what periods are counted.
    """
    own = columns[at].own.strip()
    is_after = _AFTER.fullmatch(own) is not None
    if not is_after and not is_all(own):
        return None
    before = [column for column in columns[:at] if not _AFTER.fullmatch(column.own.strip())]
    periods = [period_in(column.own, calendar) for column in before]
    if len(periods) < _FEWEST or not _follow(periods, calendar.year_end or _CALENDAR):
        return None
    if is_after or len(before) < at:  # what falls due, as it stands at the document's end
        end = end_of_document(calendar)
        return (end, "") if end else ("", "no head says the period")
    if len(periods) == _QUARTERS and periods[0].endswith("-Q1"):
        return periods[0].removesuffix("-Q1"), ""
    return f"{periods[0]}/{periods[-1]}", ""


def between_years(columns: Sequence[Column], at: int, calendar: Calendar) -> str:
    """The year in which a stock came to that of the next year: 2024, Acquisitions, 2025; or ""."""
    if columns[at].says_period or columns[at].compares:
        return ""
    years = [_year_of(column) for column in columns]
    before = next(filter(None, reversed(years[:at])), 0)
    after = next(filter(None, years[at + 1 :]), 0)
    if not before or after - before != 1:
        return ""
    return f"FY{after}" if calendar.is_fiscal else str(after)


def _year_of(column: Column) -> int:
    return int(column.own) if _A_YEAR.fullmatch(column.own) else 0


_A_YEAR = regex(r"(?:19|20)[0-9]{2}")


def _follow(periods: Sequence[str], year_end: YearEnd) -> bool:
    """Whether periods follow one upon the other, from the earliest."""
    points = [parse_period(period) if period else None for period in periods]
    spans = [(said[0].starts(year_end), said[-1].last(year_end)) for said in points if said]
    return len(spans) == len(periods) and all(
        0 < (later[0] - one[1]).days <= 1 for one, later in pairwise(spans)
    )
