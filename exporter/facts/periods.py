"""Periods as facts use them: year, half, quarter, month, day, a fiscal year or a part of one.

An interval is two of these. A fiscal year has the name of the year in which it ends; it is sorted
by that year, and never taken for a calendar year.
"""

import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(FY)?(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?")
# What Excel has a date format for; halves, quarters and fiscal years are texts there.
DATES = ("year", "month", "day")


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


def parse_period(text: str) -> tuple[Point, ...] | None:
    """One point, or the two of an interval `a/b`; None where the text is neither.

    Source: ISO 8601-1:2019, 5.2.2 and 5.5 (dates, intervals); quarters and halves are common
    extensions.
    """
    points = [parse_point(part) for part in text.split("/")]
    valid = tuple(point for point in points if point)
    if len(valid) < len(points) or len(valid) > 2:
        return None
    return None if len(valid) == 2 and valid[1].first < valid[0].first else valid
