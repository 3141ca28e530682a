"""Steps from one period to another: the same a year before, the quarter before, spans of months."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from exporter.engine.regex import regex
from exporter.facts.periods import Point, YearEnd, parse_period

DAY = regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # a period that is one
_MONTHS = {"quarter": 3, "half": 6, "year": 12}
_ENDS = 2  # of a span: its first point and its last


def years_on(period: str, years: int) -> str:
    """The same period so many years later; before where `years` is negative."""
    return "/".join(_moved(point, years).written() for point in parse_period(period) or ())


def _moved(point: Point, years: int) -> Point:
    first, year = point.first, point.first.year + years
    day = min(first.day, monthrange(year, first.month)[1])
    return Point(first.replace(year=year, day=day), point.precision)


def months_on(period: str, months: int) -> str:
    """The same span so many months later; "" where that is none of its kind.

    Six months before 2023-H1 are 2022-H2; before the last of June the last of December.
    """
    moved: list[str] = []
    for point in parse_period(period) or ():
        part = point.precision.rpartition(" ")[2]
        if months % _MONTHS.get(part, 1):
            return ""
        first = month_on(point.first, months)
        if part == "day":
            length = monthrange(first.year, first.month)[1]
            is_last = point.first.day == monthrange(point.first.year, point.first.month)[1]
            first = first.replace(day=length if is_last else min(point.first.day, length))
        moved.append(Point(first, point.precision).written())
    return "/".join(moved)


def one_before(period: str) -> str:
    """The quarter, half, month or year before; of anything else "".

    The quarter before 2023-Q1 is 2022-Q4; that before FY2024-Q1 is FY2023-Q4.
    """
    points = parse_period(period) or ()
    part = points[0].precision.rpartition(" ")[2] if len(points) == 1 else ""
    months = {**_MONTHS, "month": 1}.get(part, 0)
    if not months:
        return ""
    return Point(month_on(points[0].first, -months), points[0].precision).written()


def month_on(day: date, months: int) -> date:
    """The first of the month that is so many months later."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, 1)


def span_of(months: int, last: date, year_end: YearEnd | None) -> str:
    """So many months that end on a day, as facts write them.

    Where fiscal years are not calendar years, their quarters, halves and years have their names.
    Where nobody knows, a year that ends in another month than December is a fiscal one.
    """
    if last.day < 16 and last.month != _month(year_end):  # 52 weeks that end on 3 January
        last = date.fromordinal(last.replace(day=1).toordinal() - 1)
    part = next((name for name, length in _MONTHS.items() if length == months), "")
    if year_end is not None and not year_end.is_calendar and part:
        after = (last.month - year_end.month) % 12 or 12
        year = last.year + (last.month > year_end.month)
        if after % months == 0:
            first = date(year, after - months + 1, 1)
            return Point(first, f"fiscal {part}").written()
    if part == "year" and last.month != 12:
        return f"FY{last.year}"
    if part and last.month % months == 0:
        return Point(date(last.year, last.month - months + 1, 1), part).written()
    first = month_on(last, 1 - months)
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"


def from_year_begin(period: str) -> str:
    """From the year's begin to the end of a quarter or a half of it; other periods as they are."""
    year, _, part = period.partition("-")
    nine = f"{year}-Q1/{year}-Q3" if year.startswith("FY") else f"{year}-01/{year}-09"
    return {"Q2": f"{year}-H1", "Q3": nine, "Q4": year, "H2": year}.get(part, period)


# Quarters of years of 12, 12, 12 and 16 weeks; those of 13 are three months.
QUARTERS_OF_WEEKS = {12: 1, 16: 1, 17: 1, 24: 2, 36: 3}
_OF_THIRTEEN = {13: 1, 14: 1, 26: 2, 27: 2, 39: 3, 40: 3, 52: 4, 53: 4}


def weeks_to(quarter: str, weeks: int) -> str:
    """So many weeks that end with a quarter: of FY2023-Q3 12 are that, 36 the year so far.

    It is "" where they are no whole quarters from the year's begin.
    """
    points = parse_period(quarter) if quarter else None
    if not points or len(points) > 1 or not points[0].precision.endswith("quarter"):
        return ""
    year, _, nth = quarter.partition("-Q")
    quarters = QUARTERS_OF_WEEKS.get(weeks) or _OF_THIRTEEN.get(weeks, 0)
    if quarters == 1:
        return quarter
    if str(quarters) != nth:
        return ""
    return {2: f"{year}-H1", 4: year}.get(quarters, f"{year}-Q1/{quarter}")


_WHOLE_YEARS = {52, 53}
_A_WEEK = timedelta(days=8)  # between the last day of such years and that of the fiscal year


def of_weeks(weeks: int, last: date, year_end: YearEnd | None) -> str:
    """So many weeks that end on a day: from day to day, or the fiscal year that 52 or 53 are."""
    if year_end is not None and weeks in _WHOLE_YEARS:
        for year in (last.year, last.year - 1, last.year + 1):
            whole = f"{'' if year_end.is_calendar else 'FY'}{year}"
            points = parse_period(whole) or ()
            if abs(points[0].last(year_end) - last) <= _A_WEEK:
                return whole
    begins = last - timedelta(days=7 * weeks - 1)
    return f"{begins.isoformat()}/{last.isoformat()}"


def _month(year_end: YearEnd | None) -> int:
    return year_end.month if year_end is not None and year_end.day < 16 else 0


def year_of(period: str) -> int:
    """The year in which a period ends, by its name; 0 of none."""
    points = parse_period(period) or ()
    return points[-1].first.year if points else 0


def is_quarter(points: Sequence[Point]) -> bool:
    """Whether two months are the first and the last of a quarter."""
    first, last = points[0], points[-1]
    is_one = (last.first.year, last.first.month) == (first.first.year, first.first.month + 2)
    return first.precision == last.precision == "month" and is_one and first.first.month % 3 == 1


def is_six_months(points: Sequence[Point]) -> bool:
    """Whether two months are the first and the last of six."""
    first, last = points[0], points[-1]
    is_one = month_on(first.first, 5) == last.first
    return first.precision == last.precision == "month" and is_one


def days_of(points: Sequence[Point]) -> int:
    """How many days lie between those of a span from one to another; 0 of any other period."""
    is_span = len(points) == _ENDS and points[-1].precision == "day"
    return (points[-1].first - points[0].first).days if is_span else 0


def is_within(period: str, other: str) -> bool:
    """Whether a period is part of another, and not the same: 11 November of a month about it."""
    one, two = parse_period(period) or (), parse_period(other) or ()
    if not one or not two or period == other or any(point.is_fiscal for point in (*one, *two)):
        return False
    end = YearEnd(12, 31)
    return two[0].first <= one[0].first and one[-1].last(end) <= two[-1].last(end)


def is_within_a_year(period: str) -> bool:
    """Whether a period is shorter than a year, or no whole number of them."""
    points = parse_period(period) or ()
    return any(point.precision not in {"year", "fiscal year"} for point in points)
