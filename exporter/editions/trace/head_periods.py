"""The periods that heads of a model say, and how well they agree with those of facts.

2025, 2025A, 2026E, FY25, CY25, Q3 2026, 3Q26E, 26Q1, H1 2025, 1H25, 9M25, Sep-25, 2025-09-30,
2025年第三季度, 三季度, 2025年上半年, 前三季度, 2025年12月31日; a year above Q1 to Q4.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from exporter.facts.folding import fold
from exporter.facts.periods import Point, YearEnd, parse_period

_Y = r"(?P<year>(?:19|20)[0-9]{2}|(?<![0-9])[0-9]{2})(?![0-9])"
_Y4 = r"(?P<year>(?<![0-9.,])(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_E = r"\s?(?P<mark>[aefpr](?![a-z])|est\.?(?![a-z])|forecast|actual)?"
_FY = r"(?P<fiscal>(?:fy|fiscal(?: year)?|financial year|财年)\s?'?)"
_NTH = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS = {name: at for at, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # fmt: skip
_MONTH = r"(?P<month_en>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# In the order in which they are tried; what one has read, the next ones do not see.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_Y4}[-/.年]\s?(?P<month>1[0-2]|0?[1-9])[-/.月]\s?(?P<day>[0-3]?[0-9])(?![0-9])日?",
        rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ -]{_MONTH}[ ,-]*'?{_Y}",
        rf"{_MONTH} (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?, ?{_Y4}",
        rf"(?P<nine>9m|前三季度|前9个?月|(?:first )?nine months)(?: of)?[ '-]*(?:{_FY}?{_Y}{_E})?",
        rf"{_Y4}\s?年?\s?(?P<nine>9m|前三季度|1-9月)",
        rf"(?<![a-z0-9])(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)[ '-]*{_FY}?{_Y}{_E}",
        rf"(?<![a-z0-9]){_FY}?{_Y}\s?年?[ -]?(?:q(?P<q>[1-4])|(?P<q2>[1-4])q){_E}",
        rf"(?<![a-z0-9])(?:h(?P<h>[12])|(?P<h2>[12])h)[ '-]*{_FY}?{_Y}{_E}",
        rf"(?<![a-z0-9]){_FY}?{_Y}\s?年?[ -]?(?:h(?P<h>[12])|(?P<h2>[12])h){_E}",
        rf"{_Y4}\s?(?P<fiscal>财)?年?度?\s?第?(?P<q_zh>[一二三四1-4])季度?{_E}",
        rf"{_Y4}\s?(?P<fiscal>财)?年?度?\s?(?P<half_zh>上半年|下半年|半年度|中期)",
        rf"(?P<nth>first|second|third|fourth) (?:fiscal )?quarter(?: of)?(?: {_FY}?{_Y})?",
        rf"(?P<nth_half>first|second) half(?: of)?(?: {_FY}?{_Y})?",
        rf"{_Y4}[-/年]\s?(?P<month>1[0-2]|0[1-9]|[1-9](?=月))月?(?:末|底)?(?![0-9])",
        rf"{_MONTH}[ -]?'?{_Y}",
        rf"(?<![a-z]){_FY}{_Y}{_E}",
        rf"{_Y4}\s?(?P<fiscal>财年)",
        rf"(?<![a-z])(?P<calendar>cy\s?'?){_Y}{_E}",
        rf"{_Y4}\s?年?度?{_E}",
        r"(?<![a-z0-9])(?P<year>[0-9]{2})(?P<mark>[ae])(?![a-z0-9])",
        r"(?<![a-z0-9])(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)(?P<mark>[aefp])?(?![a-z0-9])",
        r"(?<![a-z0-9])(?:h(?P<h>[12])|(?P<h2>[12])h)(?P<mark>[aefp])?(?![a-z0-9])",
        r"第?(?P<q_zh>[一二三四])季度?",
        r"(?P<half_zh>上半年|下半年)",
        r"(?P<calendar>full[- ]year|全年|年度)",
    )
)  # fmt: skip


class HeadPeriod(NamedTuple):
    """What heads say of a period; two of them are joined where one says a year, one a part of it.

    Attributes:
        year: 0 where none is said.
        part: `Q3`, `H1`, `9M`, `-09`, `-09-30`; "" for the whole year.
        is_fiscal: Whether they say so.
        is_calendar: Likewise.
    """

    year: int = 0
    part: str = ""
    is_fiscal: bool = False
    is_calendar: bool = False

    @property
    def written(self) -> str:
        """As facts write it; "" where it is no period by itself."""
        if not self.year:
            return ""
        if self.part == "9M":
            return f"{self.year}-01/{self.year}-09"
        fiscal = "FY" if self.is_fiscal and not self.part.startswith("-") else ""
        return f"{fiscal}{self.year}{'-' if self.part[:1] in {'Q', 'H'} else ''}{self.part}"


class Agreement(IntEnum):
    """How well what heads say agrees with what a figure says."""

    OTHER = -1
    SILENT = 0
    PARTLY = 1
    LIKELY = 2
    SAME = 3


class Reading(NamedTuple):
    """A head's periods, and its words without them."""

    periods: tuple[HeadPeriod, ...]
    rest: str


@lru_cache(maxsize=20_000)
def read_periods(head: str) -> Reading:
    """The periods that a head says, and what else it says."""
    text, found = fold(head), []
    for pattern in _PATTERNS:
        while match := pattern.search(text):
            period = _period(match)
            found.append((match.start(), period))
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return Reading(tuple(period for _, period in sorted(found)), text)


def _period(match: re.Match[str]) -> HeadPeriod:
    said = {key: value for key, value in match.groupdict().items() if value}
    year = int(said.get("year", "0"))
    year += 2000 if 0 < year < 80 else 1900 if 80 <= year < 100 else 0
    part = ""
    if quarter := said.get("q") or said.get("q2"):
        part = f"Q{quarter}"
    elif nth := said.get("q_zh") or said.get("nth", "").lower():
        part = f"Q{_NTH.get(nth) or nth}"
    elif half := said.get("h") or said.get("h2"):
        part = f"H{half}"
    elif nth := said.get("nth_half", "").lower():
        part = f"H{_NTH[nth]}"
    elif half := said.get("half_zh"):
        part = "H2" if half == "下半年" else "H1"
    elif "nine" in said:
        part = "9M"
    elif month := said.get("month") or str(_MONTHS.get(said.get("month_en", "").lower(), "")):
        part = f"-{int(month):02}" + (f"-{int(said['day']):02}" if "day" in said else "")
    return HeadPeriod(year, part, "fiscal" in said, "calendar" in said)


def joined(levels: Iterable[Iterable[HeadPeriod]]) -> HeadPeriod:
    """The period of heads: of one level, year and part of it; a year may stand farther off.

    Args:
        levels: The periods that heads say, the nearest level first.
    """
    period = HeadPeriod()
    for level in levels:
        said = list(level)
        if period == HeadPeriod():
            period = _of_level(said)
        elif not period.year:
            farther = _of_level(said)
            period = farther._replace(part=period.part) if farther.year else period
        if period.year:
            break
    return period


def _of_level(said: list[HeadPeriod]) -> HeadPeriod:
    dated = next((one for one in said if one.year), HeadPeriod())
    part = dated.part or next((one.part for one in said if one.part and not one.year), "")
    is_fiscal = dated.is_fiscal or any(one.is_fiscal for one in said if not one.year)
    return HeadPeriod(dated.year, part, is_fiscal, any(one.is_calendar for one in said))


@lru_cache(maxsize=100_000)
def period_agreement(said: HeadPeriod, period: str, year_end: YearEnd | None) -> Agreement:
    """How well the period of heads agrees with that of a fact.

    Args:
        said: By the heads.
        period: Of the fact; "" for none.
        year_end: Of the fiscal years of whom the fact is about; None where nobody says.
    """
    if not period or not said.year:
        if period and said.part:
            return _part_agreement(said, period)
        return Agreement.SILENT
    if said.written == period:
        return Agreement.SAME
    points = parse_period(period) or ()
    if not points:
        return Agreement.OTHER
    return _spans_agree(said, points, year_end)


def _part_agreement(said: HeadPeriod, period: str) -> Agreement:
    return Agreement.SILENT if said.part.lstrip("-") in period else Agreement.OTHER


def _spans_agree(
    said: HeadPeriod, points: tuple[Point, ...], year_end: YearEnd | None
) -> Agreement:
    own = parse_period(said.written) or ()
    if not own:
        return Agreement.OTHER
    is_fiscal = any(point.is_fiscal for point in points)
    if is_fiscal != said.is_fiscal and not said.part.startswith("-") and not said.is_calendar:
        # Analysts head fiscal years by their number alone, and calendar years as FY25.
        other = said._replace(is_fiscal=is_fiscal).written
        if other == "/".join(point.written() for point in points):
            is_same = year_end is None or year_end.is_calendar or is_fiscal
            return Agreement.LIKELY if is_same else Agreement.PARTLY
    calendar = year_end or YearEnd(12, 31)
    first, last = own[0].starts(calendar), own[-1].last(calendar)
    start, end = points[0].starts(calendar), points[-1].last(calendar)
    if is_fiscal and year_end is None:
        return Agreement.OTHER
    if (first, last) == (start, end):
        return Agreement.SAME
    if last == end and (_is_day(first, last) or _is_day(start, end)):
        return Agreement.LIKELY
    if _is_month(first, last) and last == end:
        return Agreement.LIKELY
    if not _is_day(start, end) and not _is_month(start, end):
        return Agreement.OTHER
    return Agreement.PARTLY if first <= start and end <= last else Agreement.OTHER


def _is_day(first: date, last: date) -> bool:
    return first == last


def _is_month(first: date, last: date) -> bool:
    return last - first < timedelta(days=monthrange(first.year, first.month)[1])
