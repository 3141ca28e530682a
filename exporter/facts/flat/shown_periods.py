"""Periods in the words of a sheet, back as facts have them: `Q3 2028`, 2028年第3季度.

A person who changes a cell may write it otherwise; then it is taken as a facts file would have it,
or as one of the forms that messages know.
"""

import re

from exporter.facts.near_forms import near_period
from exporter.facts.periods import parse_period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = r"(?P<fiscal>FY)?(?P<year>[0-9]{4})"
_EN = (
    re.compile(rf"(?:(?P<day>[0-9]{{1,2}}) )?(?:(?P<month>{'|'.join(_MONTHS)}) )?{_YEAR}"),
    re.compile(rf"(?P<part>[HQ][1-4]) {_YEAR}"),
    re.compile(rf"{_YEAR} (?P<part>[HQ][1-4])"),
)
_ZH = re.compile(
    r"(?P<year>[0-9]{4})(?:年|(?P<fiscal>财年))(?:(?P<half>[上下])半年|第(?P<quarter>[1-4])季度|"
    r"(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
)


def period_as_written(shown: str) -> str:
    """A period in words as facts have it; "" where it is none."""
    ends = [_point(end) for end in shown.split(" – ")]
    written = "/".join(ends)
    return written if all(ends) and parse_period(written) else ""


def _point(shown: str) -> str:
    match = next(filter(None, (form.fullmatch(shown) for form in (*_EN, _ZH))), None)
    if match is None:
        return shown if parse_period(shown) else near_period(shown)
    said = {name: value for name, value in match.groupdict().items() if value}
    year = f"{'FY' if 'fiscal' in said else ''}{said['year']}"
    if "half" in said:
        return f"{year}-H{1 + (said['half'] == '下')}"
    if "quarter" in said or "part" in said:
        return f"{year}-{said.get('part') or 'Q' + said['quarter']}"
    month = said.get("month", "")
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month or 0)
    day = f"-{int(said['day']):02}" if "day" in said else ""
    return f"{year}-{number:02}{day}" if number else year
