"""The period of a figure of a table: by the head of its column, by its row, by the document."""

from datetime import date, timedelta

from exporter.drafting.periods.steps import from_year_begin, years_on
from exporter.drafting.tables.columns import Column, years_compared
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.own_years import own_fiscal_year
from exporter.drafting.tables.periods_said import days_in, part_of_year_in, period_in
from exporter.drafting.tables.spans_said import says_length, span_of_months, span_to_document
from exporter.engine.regex import regex
from exporter.facts.periods import YearEnd, parse_period

_BEGINNING = regex(r"(?:at |, |- )?beginning of (?:the )?(?:period|year|quarter)|期初|年初余额")
_END = regex(r"(?:at |, |- )?end of (?:the )?(?:period|year|quarter)|期末")
# What the columns of Chinese reports are called by the period that these are about.
_END_BEFORE = regex("期初|年初(?!至)|上年末|上年度末|上年期末|上期末")
_END_NOW = regex("期末|报告期末|本年末|年末")
_YEAR_BEFORE = regex("上年|上期|去年|同期")
_NOW = regex("本期|报告期|本年|本季")
_NTHS = ("first", "second", "third", "fourth")
_QUARTER = regex(rf"({'|'.join(_NTHS)}) quarter")
_A_DIGIT = regex("[0-9]")
_TO_DATE = regex("年初至|年初到|累计")


def period_of(column: Column, words: str, calendar: Calendar) -> str:
    """The period of a cell; "" where neither its column nor its row says one.

    Args:
        column: Its column.
        words: The head of its row, in small letters, folded.
        calendar: By what periods are counted.
    """
    text = column.text
    if column.compares:
        compared = years_compared(column.leaf)
        text = column.now
        if compared:
            text = f"{column.text.replace(column.leaf, '')} {compared[0]}"
    # 上年同期 under the title of a report is no period of that title.
    named = "" if _A_DIGIT.search(column.own_now) else column.own_now
    period = _relative(named, calendar) or _own_part(column, calendar)
    if not period and not _is_length(column):
        period = period_in(text, calendar) or _relative(text, calendar)
    if (quarter := _QUARTER.fullmatch(words)) and parse_period(period) and "-" not in period:
        return f"{period}-Q{_NTHS.index(quarter[1]) + 1}"
    if _BEGINNING.search(words):
        return _day_before(period, calendar) or period
    if _END.search(words):
        return _last_day(period, calendar) or period
    return period


def _own_part(column: Column, calendar: Calendar) -> str:
    """What a column says by itself, be it under the last day of another: H1 FY2026."""
    if column.compares and years_compared(column.leaf):
        return ""
    if _is_length(column):
        return span_to_document(column.own_now, calendar.end, calendar.year_end)
    months = span_of_months(column.own_now, calendar.year_end)
    part = months or part_of_year_in(column.own_now, calendar)
    return part or own_fiscal_year(column, calendar)


def _is_length(column: Column) -> bool:
    """Whether a column says a length alone: three months, over 2025."""
    return says_length(column.own_now) and not days_in(column.text)


def end_of_document(calendar: Calendar) -> str:
    """The last day of the period that a document is about; "" where nobody knows it."""
    return calendar.end.isoformat() if calendar.end else ""


def _relative(text: str, calendar: Calendar) -> str:
    document = calendar.document
    if not document:
        return ""
    if _END_BEFORE.search(text):
        return _day_before(document[:4] if document[:2] != "FY" else document[:6], calendar)
    if _END_NOW.search(text) and not _TO_DATE.search(text):
        return _last_day(document, calendar)
    if _TO_DATE.search(text):
        return from_year_begin(years_on(document, -1) if _YEAR_BEFORE.search(text) else document)
    if _YEAR_BEFORE.search(text):
        return years_on(document, -1)
    return document if _NOW.search(text) else ""


def _ends(period: str, calendar: Calendar) -> tuple[date, date] | None:
    points = parse_period(period) if period else None
    if not points:
        return None
    year_end = calendar.year_end or YearEnd(12, 31)
    return points[0].starts(year_end), points[-1].last(year_end)


def _day_before(period: str, calendar: Calendar) -> str:
    ends = _ends(period, calendar)
    if ends is None:
        return ""
    return (ends[0] - timedelta(days=1)).isoformat()


def _last_day(period: str, calendar: Calendar) -> str:
    ends = _ends(period, calendar)
    return ends[1].isoformat() if ends else ""
