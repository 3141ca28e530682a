"""Spans of months as tables say them shortly: 7-9/2026 of Nordic releases, 9M FY27."""

import re
from calendar import monthrange
from datetime import date

from exporter.drafting.periods.steps import span_of
from exporter.engine.regex import regex

A_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
# 7-9/2026 of Nordic releases; 9M 2026
MONTHS_SHORT = regex(
    rf"(?<![0-9/-])(?P<first>[0-9]{{1,2}})\s?[-–]\s?(?P<last>1[0-2]|[1-9])/(?P<year>{A_YEAR})"
    rf"|(?<![0-9a-z])(?P<count>[369]|12)m[ '-]{{0,2}}(?P<fy>fy\s?)?"
    rf"(?P<year_m>{A_YEAR}|[0-9]{{2}}(?![0-9]))"
)


def months_short(found: re.Match[str], prefix: str) -> str:
    """The span that a match of `MONTHS_SHORT` says.

    Args:
        found: The match.
        prefix: FY where years are fiscal ones.
    """
    if found["year"]:
        return months_of_year(int(found["year"]), int(found["first"]), int(found["last"]))
    year, fiscal = full_year(found["year_m"]), "FY" if found["fy"] else prefix
    if not fiscal:
        return months_of_year(int(year), 1, int(found["count"]))
    spans = {"3": "{0}-Q1", "6": "{0}-H1", "9": "{0}-Q1/{0}-Q3", "12": "{0}"}
    return spans[found["count"]].format(f"{fiscal}{year}")


def full_year(year: str) -> str:
    """A year in four digits: 2027 for 27."""
    return year if len(year) == 4 else f"20{year}"


def months_of_year(year: int, first: int, last: int) -> str:
    """The months of a year from one to another."""
    return span_of(last - first + 1, date(year, last, monthrange(year, last)[1]), None)
