"""Periods that words count from the day of publication, or from what the document reports on.

The next quarter, the current financial year, the past six months, 未来三年.
"""

import re
from datetime import date

from exporter.drafting.periods.said_dates import number_in
from exporter.drafting.periods.steps import month_on
from exporter.drafting.periods.whens import Clock, When
from exporter.facts.periods import Point, parse_period

_COUNTED = "counted from the day of publication"
_PARTS = {
    "quarter": ("quarter", "three", "季", "财季"),
    "half": ("half", "six", "半年"),
    "month": ("month", "月"),
    "year": ("year", "twelve", "12", "年", "财年"),
}
_UNIT_MONTHS = ((("year", "年"), 12), ("decade", 120), (("quarter", "个季"), 3))
_PAST_WAYS = {"past", "last", "过去"}


def part_of(word: str) -> str:
    """Which part of a year a word names: `quarter` for 财季; "" for none."""
    small = word.lower()
    for part, beginnings in _PARTS.items():
        if small.startswith(beginnings):
            return part
    return ""


def after(part: str, clock: Clock) -> str:
    """The quarter, half, month or year after the one that the document, or its day, is of."""
    document = parse_period(clock.document) or ()
    point = document[-1] if document and document[-1].precision.endswith(part) else None
    months = {"quarter": 3, "half": 6, "month": 1, "year": 12}.get(part, 12)
    if point is not None:
        return Point(month_on(point.first, months), point.precision).written()
    here = clock.published
    first = (here.month - 1) // months * months
    return Point(month_on(date(here.year, first + 1, 1), months), part).written()


def financial_year(clock: Clock, is_current: bool) -> str:
    """The financial year in which the source appeared, or the one after it.

    Beside the results of a year that has just ended, the coming one is that of today.
    """
    here, end = clock.published, clock.year_end
    if end is None or end.is_calendar:
        is_known = end is not None or not clock.is_fiscal
        return str(here.year + (not is_current)) if is_known else ""
    year = here.year + ((here.month, here.day) > (end.month, end.day))
    return f"FY{year + (not is_current and clock.document != f'FY{year - 1}')}"


def _as_told(years: int, clock: Clock) -> str:
    """The last of the spans of years told in a text that is so long: 过去三年, 2023 to 2025."""
    for span in reversed(clock.spans):
        first, last = (int(year) for year in span.split("/"))
        if last - first + 1 == years and last <= clock.published.year:
            return span
    return ""


def years_around(said: re.Match[str], clock: Clock) -> When:
    """The next three years, the past six months."""
    parts = said.groupdict()
    way = (said["way"] or parts.get("way2") or "未来").lower()
    unit = (said["unit"] or parts.get("unit2") or "年").lower()
    within = parts.get("within")
    count = number_in(said["n"] or within) if said["n"] or within else 1
    document = parse_period(clock.document) or ()
    is_of_a_year = len(document) == 1 and document[0].precision.endswith("year")
    if count == 1 and unit.startswith(("year", "年")) and way in _PAST_WAYS and is_of_a_year:
        return When(*said.span(), clock.document)  # the past year, in the report on it
    is_past = way in _PAST_WAYS | {"近", "最近"} and unit.startswith("年")
    if is_past and (told := _as_told(count, clock)):
        return When(*said.span(), told)
    if not count:
        return When(*said.span(), doubt=f"“{said[0]}” names no years: write the period")
    months = count * next((n for begins, n in _UNIT_MONTHS if unit.startswith(begins)), 1)
    ahead = way in {"next", "coming", "following", "未来", "今后", "此后", "往后", "接下来"}
    here = date(clock.published.year, clock.published.month, 1)
    ends = (here, month_on(here, months)) if ahead else (month_on(here, -months), here)
    period = "/".join(day.isoformat()[:7] for day in ends)
    return When(*said.span(), period, doubt=f"“{said[0].strip()}” is {_COUNTED}")
