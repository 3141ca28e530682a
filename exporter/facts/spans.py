"""How long periods last: which are alike, and which stand a year or one of them before another.

Only periods that last equally long are told side by side: nine months beside a quarter say nothing.
A fiscal period and a calendar one are never alike, for nobody knows by how many days they differ.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from exporter.facts.periods import Point, parse_period

_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "day": 0}
_A_YEAR = 12


class Span(NamedTuple):
    """How long a period lasts; longer ones sort first.

    Attributes:
        shortness: Its months below zero; 0 for a day.
        is_fiscal: Whether it is a fiscal year or a part of one.
        is_interval: Whether it is written as one.
    """

    shortness: int
    is_fiscal: bool
    is_interval: bool

    @property
    def months(self) -> int:
        """How many months it lasts; 0 for a day."""
        return -self.shortness


def span_of(period: str) -> Span | None:
    """How long a period lasts; None where nobody knows, or where it is none."""
    points = parse_period(period) if period else None
    if not points or len({point.precision for point in points}) > 1:
        return None
    first, last = points[0], points[-1]
    lasts = _MONTHS[_part(first)]
    if not lasts and len(points) > 1:
        return None
    apart = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month
    return Span(-(apart + lasts), first.is_fiscal, len(points) > 1)


def order_of(period: str) -> tuple[date, date]:
    """What periods are sorted by among their like: the days on which their parts begin."""
    points = parse_period(period)
    if not points:
        raise ValueError(f"{period!r} is no period")
    return points[-1].first, points[0].first


def years_before(period: str) -> list[str]:
    """The same period a year before; of the last day of a month, both that may be meant."""
    points = parse_period(period) or ()
    moved = _moved(points, _A_YEAR)
    if len(points) != 1 or _part(points[0]) != "day":
        return moved
    day = points[0].first
    is_last = (day + timedelta(days=1)).month != day.month
    if is_last and day.year > 1:  # 28 February 2025 and 29 February 2024
        after = (
            date(day.year - 1, day.month % 12 + 1, 1) if day.month < 12 else date(day.year, 1, 1)
        )
        moved.append(Point(after - timedelta(days=1), "day").written())
    return list(dict.fromkeys(moved))


def one_before(period: str) -> str:
    """The year, half, quarter or month before one; "" for days and intervals, which have none."""
    points = parse_period(period) or ()
    months = _MONTHS[_part(points[0])] if len(points) == 1 else 0
    return next(iter(_moved(points, months)), "") if months else ""


def _moved(points: Sequence[Point], months: int) -> list[str]:
    """A period so many months before; none where the calendar begins later."""
    written = []
    for point in points:
        at = point.first.year * 12 + point.first.month - 1 - months
        if at < 12:
            return []
        day = point.first.day
        first = date(at // 12, at % 12 + 1, min(day, 28))
        while day > first.day and (first + timedelta(days=1)).month == first.month:
            first += timedelta(days=1)
        written.append(Point(first, point.precision).written())
    return ["/".join(written)]


def _part(point: Point) -> str:
    return point.precision.rpartition(" ")[2]
