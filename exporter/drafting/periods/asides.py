"""The same of another year, in an aside: 盈利26.3港仙（2025年：|21.7港仙|）, 26.3p (2025: |21.7p|).

The year stands for the part of it that the figure before the aside is of.
"""

from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.steps import DAY, is_within_a_year, years_on
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex
from exporter.facts.periods import YearEnd, parse_period

_OPENS = regex(r"[（(]\s*$")
_TELLS = regex(r"\s*[:：]\s*(?:(?:an? |the )?[a-z-]+(?: [a-z]+)? of )?[^（）()，,；;0-9]{0,8}$")
_YEAR = regex("(?:FY)?(?P<year>[0-9]{4})")


def compared_aside(read: Read, when: When, at: Span) -> Span | None:
    """The figure before an aside that says it again for another year; None where none is.

    Args:
        read: The sentence.
        when: The period that governs a figure.
        at: Where the figure stands.
    """
    opens = _OPENS.search(read.text[: when.start])
    is_told = opens is not None and _TELLS.fullmatch(read.text, when.end, at[0]) is not None
    if opens is None or not is_told or _YEAR.fullmatch(when.period) is None:
        return None
    before = [span for span in read.figures if span[1] <= opens.start()]
    return before[-1] if before else None


def same_part(period: str, year: str, year_end: YearEnd | None) -> str:
    """The part of an earlier year that a period is of a later one; "" where it is none.

    Args:
        period: Of the figure before the aside: 2026-H1, FY2027-H1.
        year: That of the aside.
        year_end: The last day of the company's years.
    """
    said, points = _YEAR.fullmatch(year), parse_period(period) or ()
    if said is None or not points or DAY.fullmatch(period) or not is_within_a_year(period):
        return ""
    by_name = year.startswith("FY") or not points[-1].is_fiscal
    last = points[-1].first if by_name else points[-1].last(year_end or YearEnd(12, 31))
    back = int(said["year"]) - last.year
    return years_on(period, back) if back < 0 else ""
