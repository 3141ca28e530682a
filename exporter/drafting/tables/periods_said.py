"""The periods that heads of tables say: Three Months Ended March 31, 2023, 2023年1-6月, Q4 2022.

A head gives a period by its last day and its length, by a name, or a day for what stood then.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from exporter.drafting.periods.steps import QUARTERS_OF_WEEKS, span_of, weeks_to, years_on
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.months_said import (
    MONTHS_SHORT,
    full_year,
    months_of_year,
    months_short,
)
from exporter.drafting.tables.spans_said import says_length, span_of_months, span_to_document
from exporter.drafting.tables.split_years import with_fiscal_years
from exporter.drafting.tables.years_apart import end_without_year, year_apart
from exporter.engine.regex import regex

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "sixteen": 16, "twenty-six": 26, "thirty-nine": 39,
    "fifty-two": 52, "fifty-three": 53, "一": 1, "三": 3, "六": 6, "九": 9, "十二": 12,
}  # fmt: skip
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
         "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_COUNT = r"(?P<count>[0-9]{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
_DATE = regex(
    rf"(?P<month>{MONTH})\s?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s?(?P<year>{YEAR})"
    rf"|(?P<day_first>[0-9]{{1,2}})\s(?P<month_second>{MONTH}),?\s(?P<year_last>{YEAR})"
    rf"|(?P<year_zh>{YEAR})\s?年\s?(?P<month_zh>[0-9]{{1,2}})\s?月\s?(?P<day_zh>[0-9]{{1,2}})\s?日"
    rf"|(?P<year_iso>{YEAR})[-/.](?P<month_iso>[0-9]{{1,2}})[-/.](?P<day_iso>[0-9]{{1,2}})"
    r"|(?P<month_us>[0-9]{1,2})/(?P<day_us>[0-9]{1,2})/(?P<year_us>(?:20)?[0-9]{2})(?![0-9])"
)
_ENDED_ON = regex(rf"(?:(?<=ended )|(?<=ended on )|(?<=截至)|(?<=截止))(?:{_DATE.pattern})")
_MONTHS_ENDED = regex(
    rf"{_COUNT}[- ]months?(?![a-z])|止\s?{_COUNT.replace('count', 'count_zh')}个月"
    rf"|(?<!止){_COUNT.replace('count', 'count_led')}个月止"
)
_WEEKS_ENDED = regex(rf"{_COUNT}[- ]weeks?(?![a-z])")
_QUARTERS_ENDED = regex(r"quarters?(?: period)?s?(?: ended| ending)|quarterly period ended")
_YEARS_ENDED = regex(r"(?:fiscal |financial )?years?[- ](?:ended|ending|to)|止年度|止\s?年")
_QUARTER = regex(
    rf"q(?P<q>[1-4])[ '-]{{0,2}}(?P<fy_q>fy\s?'?)?(?P<year_q>{YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<q2>[1-4])q[ '-]{{0,2}}(?P<year_q2>{YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<year_q3>{YEAR})\s?[年-]?\s?q(?P<q3>[1-4])"
    r"|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarters?(?: of)?,?\s?"
    rf"(?P<fiscal>(?:fiscal|fy)\s?)?(?:year )?(?P<year_n>{YEAR})"
    rf"|(?P<year_zh>{YEAR})\s?年?\s?第?(?P<nth_zh>[一二三四1-4])季度?"
    rf"|(?:第|(?<![前第]))(?P<nth_led>[一二三四])季度?\s?(?P<year_led>{YEAR})"
    rf"|(?P<year_fy>{YEAR})[^0-9]{{1,12}}(?P<nth_y>first|second|third|fourth) quarter"
)
_HALF = regex(
    rf"(?:(?<![a-z])h(?P<h>[12y])|half[- ]year)[ '-]{{0,2}}(?P<fy_h>fy\s?'?)?"
    rf"(?P<year_h>{YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<fy_b>fy\s?)?(?P<year_b>{YEAR}|(?<=fy)[0-9]{{2}}) ?h(?P<h_b>[12])(?![a-z0-9])"
    rf"|(?P<h2>[12])h[ '-]{{0,2}}(?P<year_h2>{YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<year_zh>{YEAR})\s?年?\s?(?P<half_zh>上半年|下半年|半年度|1\s?[-至—]\s?6\s?月|一至六月|中期)"
    rf"|(?P<half_led>上半年|下半年)\s?(?P<year_led>{YEAR})"
    rf"|(?P<nth>first|second) half(?: of)? (?P<year_n>{YEAR})"
)
_MONTHS_ZH = regex(
    rf"(?P<year>{YEAR})\s?年\s?(?P<first>[0-9]{{1,2}})\s?(?:月)?\s?[-至—~]\s?"
    rf"(?P<last>[0-9]{{1,2}})\s?月|(?P<year_q>{YEAR})\s?年?前(?:三季度?|[九9]个月)"
    rf"|前(?:三季度?|[九9]个月)\s?(?P<year_led>{YEAR})"
)
_MONTH_ZH = regex(rf"(?P<year>{YEAR})\s?年\s?(?P<month>[0-9]{{1,2}})\s?月(?!\s?[0-9])")
_MONTH_EN = regex(rf"(?P<month>{MONTH})\s(?P<year>{YEAR})")
_FISCAL = regex(rf"(?:fiscal|fy)\s?(?:year\s)?'?(?P<year>{YEAR}|[0-9]{{2}}(?![0-9]))")
A_YEAR = regex(YEAR)
WORDS = regex(
    r"(?<![a-z])(?:months?|weeks?|quarters?|years?|period) ended|as (?:of|at)(?![a-z])"
    rf"|(?<![a-z]){MONTH}\s?[0-9]{{1,2}}|{YEAR}"
    r"|(?<![a-z0-9])[1-4]q|(?<![a-z])q[1-4](?![a-z0-9])|fiscal"
    r"|(?<![a-z])[fh]y\s?'?[0-9]{2}(?![0-9])|(?<![0-9a-z])(?:[369]|12)m\s?'?[0-9]{2}(?![0-9])"
    r"|(?<![a-z])h[12](?![a-z0-9])|(?<![a-z0-9])[12]h(?![a-z])"
    r"|(?<![a-z])(?:first|second|third|fourth) quarter"
    r"|本期|上期|上年|期末|期初|本报告期|同期|年初|年末|季度|半年|止年度|止.{1,3}个月|个月止"
)


def says_period(text: str) -> bool:
    """Whether words, in small letters, say a period, a part of one, or a year alone."""
    return WORDS.search(text) is not None


@lru_cache(maxsize=1024)  # heads are asked of for each row below them
def period_in(text: str, calendar: Calendar) -> str:
    """The period that the head of a column says, as facts write it; "" where it says none.

    Args:
        text: All lines of the head joined, in small letters, folded.
        calendar: By what periods are counted.
    """
    text = with_fiscal_years(text)
    dates = days_in(text) or tuple(year_apart(text))
    if dates:
        return _dated(text, dates[-1], calendar)
    if calendar.last and (_WEEKS_ENDED.search(text) or _MONTHS_ENDED.search(text)):
        year = _last(A_YEAR, text)
        if year is None or int(year[0]) == calendar.last.year:
            return _dated(text, calendar.last, calendar)
    if end := end_without_year(text, calendar.end):
        return _dated(text, end, calendar)
    if span := span_of_months(text, calendar.year_end):
        return span
    if says_length(text):
        return span_to_document(text, calendar.end, calendar.year_end)
    for pattern, written in _PERIODS:
        if found := _last(pattern, text):
            period = written(found, "FY" if calendar.is_fiscal else "")
            return calendar.labels.read(period, found[0])
    return ""


def part_of_year_in(text: str, calendar: Calendar) -> str:
    """A part of a year that words name with its year, and no day: H1 FY2027, 2025年上半年.

    Args:
        text: In small letters, folded.
        calendar: By what periods are counted.
    """
    if _DATE.search(text):
        return ""
    text = with_fiscal_years(text)
    for pattern, written in _PARTS:
        if found := _last(pattern, text):
            period = written(found, "FY" if calendar.is_fiscal else "")
            return calendar.labels.read(period, found[0])
    return ""


def _quarter(found: re.Match[str], prefix: str) -> str:
    said = _groups(found, "q", "q2", "q3", "nth", "nth_zh", "nth_led", "nth_y")
    year = _groups(
        found, "year_q", "year_q2", "year_q3", "year_n", "year_zh", "year_led", "year_fy"
    )
    fiscal = "FY" if found["fiscal"] or found["fy_q"] else prefix
    return f"{fiscal}{full_year(year)}-Q{_NTHS.get(said, said)}"


def _half(found: re.Match[str], prefix: str) -> str:
    year = _groups(found, "year_h", "year_h2", "year_zh", "year_n", "year_led", "year_b")
    is_second = "2" in {found["h"], found["h2"], found["h_b"]} or found["nth"] == "second"
    fiscal = "FY" if found["fy_h"] or found["fy_b"] else prefix
    is_second = is_second or "下半年" in {found["half_zh"], found["half_led"]}
    return f"{fiscal}{full_year(year)}-H{2 if is_second else 1}"


def _months_zh(found: re.Match[str], _: str) -> str:
    if year := found["year_q"] or found["year_led"]:
        return months_of_year(int(year), 1, 9)
    return months_of_year(int(found["year"]), int(found["first"]), int(found["last"]))


def _month_en(found: re.Match[str], _: str) -> str:
    return f"{found['year']}-{_MONTHS[found['month'][:3]]:02}"


_Written = tuple[re.Pattern[str], Callable[[re.Match[str], str], str]]
_PARTS: tuple[_Written, ...] = (
    (_QUARTER, _quarter), (_HALF, _half), (_MONTHS_ZH, _months_zh), (MONTHS_SHORT, months_short),
)  # fmt: skip
_PERIODS: tuple[_Written, ...] = (
    *_PARTS,
    (_MONTH_ZH, lambda found, _: f"{found['year']}-{int(found['month']):02}"),
    (_FISCAL, lambda found, _: f"FY{full_year(found['year'])}"),
    (_MONTH_EN, _month_en),
    (A_YEAR, lambda found, prefix: f"{prefix}{found[0]}"),
)


@lru_cache(maxsize=1024)  # heads are asked of for each row below them
def days_in(text: str) -> tuple[date, ...]:
    """The days that words say with their years, in order."""
    return tuple(day for found in _DATE.finditer(text) if (day := _day(found)))


def day_in(text: str) -> date | None:
    """The first day that words say."""
    found = _DATE.search(text)
    return _day(found) if found else None


def last_day_in(text: str) -> date | None:
    """The first day that words call the end of something: the quarter ended May 7, 2023."""
    found = _ENDED_ON.search(text)
    return _day(found) if found else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _groups(found: re.Match[str], *names: str) -> str:
    return next((found[name] for name in names if found[name]), "")


def _day(found: re.Match[str]) -> date | None:
    year = _groups(found, "year", "year_last", "year_zh", "year_iso", "year_us")
    month = _groups(found, "month", "month_second", "month_zh", "month_iso", "month_us")
    day = _groups(found, "day", "day_first", "day_zh", "day_iso", "day_us")
    number = _MONTHS.get(month[:3]) or int(month)
    try:
        return date(int(full_year(year)), number, int(day))
    except ValueError:
        return None


def _dated(text: str, last: date, calendar: Calendar) -> str:
    """The span that ends on a day, or the day."""
    if weeks := _WEEKS_ENDED.search(text):
        return _weeks(_number(weeks["count"]), last, calendar)
    months = _MONTHS_ENDED.search(text)
    if years := _last(_YEARS_ENDED, text):  # half year to 30 June 2026 in a title, year to below
        is_half = text[: years.start()].endswith(("half ", "half-"))
        return span_of(6 if is_half else 12, last, calendar.year_end)
    if months:
        return span_of(
            _number(_groups(months, "count", "count_zh", "count_led")), last, calendar.year_end
        )
    if _QUARTERS_ENDED.search(text) or re.search(r"quarter", text):
        return span_of(3, last, calendar.year_end)
    return last.isoformat()


def _number(said: str) -> int:
    return _NUMBERS.get(said) or int(said)


_OF_WEEKS = {13: 3, 14: 3, 26: 6, 27: 6, 39: 9, 40: 9, 52: 12, 53: 12}


def _weeks(weeks: int, last: date, calendar: Calendar) -> str:
    if period := _weeks_of_document(weeks, last, calendar):
        return period
    end, quarters = calendar.year_end, QUARTERS_OF_WEEKS.get(weeks)
    if end is not None and calendar.is_fiscal and quarters:
        near = last - timedelta(days=_WEEK_DAYS)
        year = near.year + (near.month > end.month)
        at = round(((near.month - end.month) % 12 or 12) / 3)
        first = f"FY{year}-Q{at - quarters + 1}" if quarters > 1 else ""
        return "/".join(filter(None, (first, f"FY{year}-Q{at}")))
    if months := _OF_WEEKS.get(weeks):
        return span_of(months, last, end)
    return f"{(last - timedelta(weeks=weeks) + timedelta(days=1)).isoformat()}/{last.isoformat()}"


def _weeks_of_document(weeks: int, last: date, calendar: Calendar) -> str:
    """Weeks that end with the quarter that a document is about, or so many years before it.

    12 weeks ended May 8, 2022 are the third quarter of 2022 where those ended May 7, 2023 are that
    of 2023.
    """
    if calendar.last is None:
        return ""
    years = round((last - calendar.last).days / _YEAR_DAYS)
    if abs((last - calendar.last).days - years * _YEAR_DAYS) > _WEEK_DAYS:
        return ""
    return weeks_to(years_on(calendar.document, years), weeks)


_YEAR_DAYS = 365
_WEEK_DAYS = 10  # a year of 52 weeks may end some days behind a month's end
