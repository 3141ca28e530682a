"""How a period stands to the day on which its source appeared: to come, going on, or over."""

from datetime import date

from exporter.drafting.model import Setting
from exporter.facts.periods import YearEnd, parse_period


def is_later(period: str, setting: Setting) -> bool:
    """Whether a period begins after the day of publication; of a fiscal one that is unsure."""
    points = parse_period(period) or ()
    if not points or any(point.is_fiscal for point in points):
        return False
    return points[0].first > setting.published


def is_going_on(period: str, setting: Setting) -> bool:
    """Whether a period is not over when the source appears."""
    last = _last_day(period, setting)
    return last is not None and last >= setting.published


def has_ended(period: str, setting: Setting) -> bool:
    """Whether a period had ended when the source appeared."""
    last = _last_day(period, setting)
    return last is not None and last < setting.published


def ended_long_ago(period: str, setting: Setting) -> bool:
    """Whether a period had ended long before the source appeared."""
    points = parse_period(period) or ()
    return bool(points) and points[-1].first.year + 1 < setting.published.year


def may_be_open(period: str, setting: Setting) -> bool:
    """Whether a period may not be over when the source appears; of a fiscal one that is unsure."""
    points = parse_period(period) or ()
    return not points or points[-1].is_fiscal or not has_ended(period, setting)


def _last_day(period: str, setting: Setting) -> date | None:
    """The last day of a period; None of none.

    A fiscal one ends where the years of all the report's entities end, and with December where
    these differ.
    """
    points = parse_period(period) or ()
    ends = {named.year_end for named in setting.entities} - {None}
    end = (ends.pop() if len(ends) == 1 else None) or YearEnd(12, 31)
    return points[-1].last(end) if points else None
