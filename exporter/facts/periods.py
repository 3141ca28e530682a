"""Periods as facts use them: year, half, quarter, month, day, a fiscal year or a part of one.

An interval is two of these. A fiscal year has the name of the year in which it ends, and is never
taken for a calendar year. Only where it is known on which day it ends (`YearEnd`) does it have a
place among calendar periods.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from exporter.errors import WrongValueError

_POINT = re.compile(r"(FY)?(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?")
# What Excel has a date format for; halves, quarters and fiscal years are texts there.
DATES = ("year", "month", "day")


class YearEnd(NamedTuple):
    """The last day of a fiscal year; 28 February is the last of February, in leap years the 29th.

    Attributes:
        month: From 1.
        day: From 1.
    """

    month: int
    day: int

    def __str__(self) -> str:
        """As report.yaml has it: `03-31`."""
        return f"{self.month:02}-{self.day:02}"

    @property
    def is_calendar(self) -> bool:
        """Whether fiscal years are calendar years."""
        return self == (12, 31)

    def in_(self, year: int, months_before: int = 0) -> date:
        """The day in which the fiscal year of that name ends, or so many months before it."""
        years, month = divmod(self.month - 1 - months_before, 12)
        last = monthrange(year + years, month + 1)[1]
        is_last = self.day == monthrange(_NO_LEAP_YEAR, self.month)[1]
        return date(max(year + years, 1), month + 1, last if is_last else min(self.day, last))


YearEnds = Mapping[str, YearEnd]  # by the names of entities
_NO_LEAP_YEAR = 2023


@dataclass(frozen=True, slots=True)
class Point:
    """One year, half, quarter, month or day: its first day and what it is.

    Attributes:
        first: Its first day; of a fiscal year and its parts as if it were a calendar year.
        precision: `year`, `half`, `quarter`, `month` or `day`; or `fiscal year`, `fiscal half`,
            `fiscal quarter`.
    """

    first: date
    precision: str

    @property
    def quarter(self) -> int:
        """The quarter of the year, from 1."""
        return (self.first.month + 2) // 3

    @property
    def half(self) -> int:
        """The half of the year, from 1."""
        return (self.first.month + 5) // 6

    @property
    def is_fiscal(self) -> bool:
        """Whether it is a fiscal year, or a part of one."""
        return self.precision.startswith("fiscal")

    def last(self, year_end: YearEnd) -> date:
        """Its last day, where fiscal years end on `year_end`."""
        fiscal, _, part = self.precision.rpartition(" ")
        months = {"year": 12, "half": 6, "quarter": 3}.get(part, 1)
        if not fiscal and part == "day":
            return self.first
        left = 13 - self.first.month - months  # of the year, after it
        return (year_end if fiscal else YearEnd(12, 31)).in_(self.first.year, left)

    def starts(self, year_end: YearEnd | None) -> date:
        """Its first day; of a fiscal one whose end nobody knows, the earliest that it can be."""
        if not self.is_fiscal:
            return self.first
        if year_end is None:
            return date(max(self.first.year - 1, 1), self.first.month, 1)
        return year_end.in_(self.first.year, 13 - self.first.month) + timedelta(days=1)

    def written(self) -> str:
        """The point as an analyst writes it: `2023-10`, `2028-H2`, `FY2025-Q3`."""
        fiscal, _, part = self.precision.rpartition(" ")
        year = f"{fiscal and 'FY'}{self.first.year:04}"
        match part:
            case "year":
                return year
            case "half":
                return f"{year}-H{self.half}"
            case "quarter":
                return f"{year}-Q{self.quarter}"
            case "month":
                return self.first.isoformat()[:7]
            case _:
                return self.first.isoformat()


def parse_point(text: str) -> Point | None:
    """`2023`, `2023-10`, `2023-10-31`, `2023-Q3`, `2028-H2`, `FY2025`, `FY2025-Q3`.

    None for anything else, also for 2023-02-30.
    """
    match = _POINT.fullmatch(text)
    if not match or "00" in match.groups()[2:4] or (match[1] and match[3]):
        return None
    year, month, day, quarter, half = (int(part) if part else 0 for part in match.groups()[1:])
    first_month = month or (quarter and quarter * 3 - 2) or (half and half * 6 - 5) or 1
    named = (("day", day), ("month", month), ("quarter", quarter), ("half", half), ("year", 1))
    precision = next(name for name, part in named if part)
    try:
        first = date(year, first_month, day or 1)
    except ValueError:
        return None
    return Point(first, f"fiscal {precision}" if match[1] else precision)


@lru_cache(maxsize=4096)  # facts of one period come together, and a table has few
def parse_period(text: str) -> tuple[Point, ...] | None:
    """One point, or the two of an interval `a/b`; None where the text is neither.

    Whether the points of an interval are in order is sure of two fiscal or two calendar ones alone.

    Source: ISO 8601-1:2019, 5.2.2 and 5.5 (dates, intervals); quarters and halves are common
    extensions.
    """
    points = [parse_point(part) for part in text.split("/")]
    valid = tuple(point for point in points if point)
    if len(valid) < len(points) or len(valid) > 2:
        return None
    first, last = valid[0], valid[-1]
    return None if not _is_mixed(valid) and last.first < first.first else valid


def are_as_long(one: str, other: str) -> bool:
    """Whether two periods may last as long as each other; so may any where one is not given."""
    if one == other:
        return True
    spans = [_months(parse_period(text)) for text in (one, other) if text]
    return len(spans) < 2 or None in spans or spans[0] == spans[1]


def _months(points: tuple[Point, ...] | None) -> int | None:
    """How many months a period lasts; 0 for a day, None where nobody knows."""
    if points is None or _is_mixed(points) or len({point.precision for point in points}) > 1:
        return None
    first, last = points[0], points[-1]
    lasts = {"year": 12, "half": 6, "quarter": 3, "month": 1}.get(first.precision.split()[-1], 0)
    if not lasts and first != last:
        return None
    return (last.first.year - first.first.year) * 12 + last.first.month - first.first.month + lasts


def is_placed(text: str, year_end: YearEnd | None) -> bool:
    """Whether a period has a place in time: a fiscal year beside a calendar one needs its end.

    Args:
        text: A period.
        year_end: Where fiscal years end; None where nobody says.
    """
    points = parse_period(text) or ()
    if not _is_mixed(points):
        return True
    return year_end is not None and points[0].last(year_end) <= points[1].last(year_end)


def _is_mixed(points: Sequence[Point]) -> bool:
    return len({point.is_fiscal for point in points}) > 1


def read_year_end(text: str) -> YearEnd:
    """A fiscal year's last day as report.yaml has it: `03-31`.

    Raises:
        WrongValueError: It is no day of every year.
    """
    match = re.fullmatch(r"(\d{2})-(\d{2})", text)
    month, day = (int(part) for part in match.groups()) if match else (0, 0)
    if match and 1 <= month <= 12 and 1 <= day <= monthrange(_NO_LEAP_YEAR, month)[1]:
        return YearEnd(month, day)
    if (month, day) == (2, 29):
        right = "write 02-28, which is the last day of February in leap years, too"
        raise WrongValueError("'02-29' is not in every year", right)
    right = "write month and day, like 03-31"
    if match and 1 <= month <= 12:
        last = monthrange(_NO_LEAP_YEAR, month)[1]
        right = f"that month ends on {month:02}-{last}"
    elif near := re.fullmatch(r"(\d{1,2})-(\d{1,2})", text):
        one, other = sorted(map(int, near.groups()))
        if 1 <= one <= 12 and 1 <= other <= monthrange(_NO_LEAP_YEAR, one)[1]:
            right = f"did you mean {one:02}-{other:02}?"
    raise WrongValueError(f"{text!r} is no day of a year", right)
