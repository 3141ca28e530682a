"""Periods in ISO 8601 as facts use them: year, month, day, quarter, or an interval of these."""

import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))?")


@dataclass(frozen=True, slots=True)
class Point:
    """One year, quarter, month or day: its first day and what it is."""

    first: date
    precision: str  # year | quarter | month | day

    @property
    def quarter(self) -> int:
        """The quarter of the year, from 1."""
        return (self.first.month + 2) // 3


def parse_point(text: str) -> Point | None:
    """`2023`, `2023-10`, `2023-10-31` or `2023-Q3`; None for anything else, also for 2023-02-30."""
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day, quarter = (int(part) if part else 0 for part in match.groups())
    precision = "day" if day else "month" if month else "quarter" if quarter else "year"
    if "00" in match.groups()[1:3]:
        return None
    try:
        return Point(date(year, month or (quarter * 3 - 2 if quarter else 1), day or 1), precision)
    except ValueError:
        return None


def parse_period(text: str) -> tuple[Point, ...] | None:
    """One point, or the two of an interval `a/b`; None where the text is neither.

    Source: ISO 8601-1:2019, 5.2.2 and 5.5 (dates, intervals); the quarter is a common extension.
    """
    points = [parse_point(part) for part in text.split("/")]
    valid = tuple(point for point in points if point)
    if len(valid) < len(points) or len(valid) > 2:
        return None
    return None if len(valid) == 2 and valid[1].first < valid[0].first else valid
