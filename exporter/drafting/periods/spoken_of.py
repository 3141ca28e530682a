"""Periods that words count from the one spoken of: in the quarter, 报告期内, a year earlier."""

import re
from collections.abc import Sequence
from datetime import date

from exporter.drafting.model import Guess
from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.steps import (
    days_of,
    is_six_months,
    month_on,
    months_on,
    one_before,
    year_of,
    years_on,
)
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.engine.regex import regex
from exporter.facts.periods import Point, YearEnd, parse_period

_FROM_PUBLICATION = "from when it is counted is not said: taken from the publication"
_CURRENT = regex(r"\b(?:this|current)\b|月", re.IGNORECASE)


def said(when: When, read: Read) -> str:
    """The words of a period, in small letters."""
    return read.text[when.start : when.end].lower()


def this_one(when: When, base: str, read: Read, clock: Clock) -> Guess[str]:
    """In the quarter, 报告期内: the one spoken of; else that of the day of publication.

    Args:
        when: Those words.
        base: The period that the words before speak of; "" for none.
        read: Their sentence.
        clock: What periods are counted from.
    """
    year = _whole_year_zh(when, base, read, clock)
    return Guess(year) if year else _spoken_of(when, base, read, clock)


def _spoken_of(when: When, base: str, read: Read, clock: Clock) -> Guess[str]:
    """The same by the document, the words before, or the day."""
    if when.part == "same" and base:
        return Guess(base)
    is_end = words.AT_END.search(said(when, read)) is not None
    if "current quarter" in said(when, read) and (going := _quarter_going_on(clock)):
        return Guess(going)
    for period in (clock.document or _expected(when, clock), base, *_quarters_said(when, read)):
        points = parse_period(period) or ()
        if not points:
            continue
        part = points[-1].precision.rpartition(" ")[2]
        end = clock.ends
        is_year = when.part == part == "year" and len(points) == 1
        if is_year and read.lang == "en" and "dividend" not in read.text:
            year = _year_of(points[-1], when, read, clock)
            return Guess(_end_of(year, when, read, end))
        if when.part in {"", part}:
            own = points[-1].written() if when.part == "month" else period  # 2026年1—9月……当月
            return Guess(points[-1].last(end).isoformat() if is_end and part != "day" else own)
        if _is_part_in(when, points):  # the six months to September, the 13 weeks to May 28
            return Guess(points[-1].last(end).isoformat() if is_end else period)
        if when.part == "quarter" and len(points) == 2 and part == "month":
            return Guess(_last_quarter(points[-1], is_end))
        if when.part == "year":
            year = _year_of(points[-1], when, read, clock)
            is_start = _AT_START.search(read.text, 0, when.start) is not None
            return Guess(_end_of(year, when, read, end) if is_start else year)
    return _this_by_day(when, read, clock)


def _whole_year_zh(when: When, base: str, read: Read, clock: Clock) -> str:
    """The year that 全年 goes on with; behind one that is over, what is to come is this year's."""
    points = parse_period(base) or ()
    if said(when, read) != "全年" or len(points) != 1:
        return ""
    is_behind = any(one.period == base and one.start > when.start for one in read.whens)
    if is_behind or not points[0].precision.endswith(("year", "half", "quarter")):
        return ""  # 预期全年收入20亿元，并力争2026年盈亏平衡
    year = _whole_year(points[0])
    is_over = year.last(clock.ends) < clock.published
    is_ahead = tense_at(read.text, when.start, when.end, read.lang) is Tense.FUTURE
    if is_over and is_ahead:
        is_other = base != clock.document and not year.is_fiscal
        return str(clock.published.year) if is_other else ""
    return year.written()


def _whole_year(point: Point) -> Point:
    """The year of a point, fiscal as it is."""
    return Point(date(point.first.year, 1, 1), f"{'fiscal ' * point.is_fiscal}year")


def _expected(when: When, clock: Clock) -> str:
    """The year of which a document tells what is expected, where a whole year is meant."""
    return clock.expected if when.part == "year" else ""


def _end_of(year: str, when: When, read: Read, end: YearEnd) -> str:
    """A year, or its last day where the words are of its end, the day before it of its start."""
    if _AT_START.search(read.text, 0, when.start):
        points = parse_period(years_on(year, -1)) or ()
        return points[-1].last(end).isoformat() if points else year
    points = parse_period(year) or ()
    is_end = bool(points) and words.AT_END.search(said(when, read)) is not None
    return points[-1].last(end).isoformat() if is_end else year


# compared with 471 at the start | of the financial year
_AT_START = regex(r"\bat the (?:start|beginning|outset) ?$")


def _quarter_going_on(clock: Clock) -> str:
    """The quarter after the one that a document reports on, where that is over."""
    points = parse_period(clock.document) or ()
    if len(points) != 1 or not points[0].precision.endswith("quarter"):
        return ""
    is_over = points[0].last(clock.ends) < clock.published
    return months_on(clock.document, 3) if is_over else ""


_WEEKS = {"half": (172, 192), "quarter": (84, 99)}  # days of so many weeks: 26 or 27, 13 or 14


def _is_part_in(when: When, points: Sequence[Point]) -> bool:
    """Whether a span is the half, or the quarter, that words mean: the 13 weeks to May 28."""
    if when.part == "half" and is_six_months(points):
        return True
    least, most = _WEEKS.get(when.part, (1, 0))
    return least <= days_of(points) <= most


def _last_quarter(month: Point, is_end: bool) -> str:
    """Of 前三季度 the third, where the words are 本季度; 季末 is its last day."""
    first = month.first.replace(month=(month.first.month - 1) // 3 * 3 + 1)
    quarter = Point(first, "quarter")
    return quarter.last(YearEnd(12, 31)).isoformat() if is_end else quarter.written()


def _year_of(point: Point, when: When, read: Read, clock: Clock) -> str:
    """The year of the period spoken of; beside a year that is over, what is to come is the next."""
    year, whole = point.first.year, _whole_year(point)
    is_whole = point.precision.endswith(("year", "quarter", "half"))
    is_over = is_whole and whole.last(clock.ends) < clock.published
    if clock.year_end is None and whole.written() == clock.document and point.is_fiscal:
        is_over = True  # it reports on a year of which it does not say when it ended
    if is_over and tense_at(read.text, when.start, when.end, read.lang) is Tense.FUTURE:
        year += 1
    return f"{'FY' * point.is_fiscal}{year}"


def _quarters_said(when: When, read: Read) -> list[str]:
    """第三季度|单季, and what the sentence says of a quarter elsewhere."""
    before = [other.period for other in read.main if other.end <= when.start]
    return [period for period in before[::-1] if re.search("-Q[1-4]$", period)]


_ENDS_A_HALF = regex("((?:FY)?[0-9]{4})-Q([24])")


def _ended_half(read: Read, clock: Clock) -> re.Match[str] | None:
    """The year and the quarter of a document that reports on the last one of a half."""
    if is_future(read.text, read.lang):
        return None
    return _ENDS_A_HALF.fullmatch(clock.document)


def _this_by_day(when: When, read: Read, clock: Clock) -> Guess[str]:
    match when.part:
        case "year":
            return Guess(str(clock.published.year))
        case "half" if ended := _ended_half(read, clock):
            return Guess(f"{ended[1]}-H{int(ended[2]) // 2}")  # of a report on its last quarter
        case "quarter" | "half" | "month":
            period = Point(clock.published, when.part).written()
            is_current = _CURRENT.search(read.text[when.start : when.end])
            if not is_current and not is_future(read.text, read.lang):
                period = one_before(period)  # what is told of a quarter, is told after it
            return Guess(period, "the period is that of the day of publication: look it up")
        case _:
            return Guess("", "which period is meant is not said")


def one_before_it(when: When, base: str, is_deictic: bool, clock: Clock) -> Guess[str]:
    """The quarter before the one spoken of; last quarter is the one before today's."""
    for period in () if is_deictic else (base, clock.document):
        points = parse_period(period) or ()
        if len(points) == 1 and points[0].precision.endswith(when.part):
            return Guess(one_before(period))
    if when.part not in {"quarter", "half", "month"}:
        return Guess("", "which period is meant is not said")
    return Guess(one_before(Point(clock.published, when.part).written()))


def years_before(when: When, base: str) -> str:
    """So many years before another period, or the same one of a year that is said."""
    if when.step is Step.YEAR_BEFORE:
        return str(year_of(base) - 1) if when.part == "year" else years_on(base, -1)
    if when.step is Step.MONTHS_BEFORE:
        return months_on(base, -when.months)
    if not when.years:  # the same period of 2022
        return years_on(base, year_of(when.period) - year_of(base))
    return years_on(base, -when.years)


def last_year_zh(words_said: str, base: str, clock: Clock) -> str:
    """What 去年同期 is beside an older year said in passing: the year before publication.

    2023年暑期卖到230元，|去年同期|195元. A report on last year means by it the year before that.
    """
    year = clock.published.year - 1
    is_old = words_said.startswith("去年") and base != clock.document and year_of(base) < year
    return years_on(base, year - year_of(base)) if is_old else ""


def before_publication(when: When, clock: Clock) -> Guess[str]:
    """A year ago, where nothing says from when: from the day of publication."""
    published = clock.published
    if when.step is Step.YEAR_BEFORE:
        return Guess(str(published.year - 1))
    if when.step is Step.MONTHS_BEFORE:
        month = Point(month_on(published, -when.months), "month").written()
        return Guess(month, _FROM_PUBLICATION)
    if not when.years:
        return Guess(when.period)
    period = Point(published.replace(day=1, year=published.year - when.years), "month").written()
    return Guess(period, _FROM_PUBLICATION)
