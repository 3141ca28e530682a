"""Fiscal years that heads of tables name by two years: 2025/26, FY25/26, 2025/26财年."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import fiscal_year

_SPLIT = regex(
    r"(?<![0-9./-])(?:fy\s?'?)?(?P<first>(?:19|20)?[0-9]{2})(?P<mark>[/-])(?P<last>(?:20)?[0-9]{2})"
    r"(?:\s?(?:财年|财政年度|年度))?(?![0-9/%]|[.,-][0-9])"
)
_LONG = 4  # digits of a year


def with_fiscal_years(text: str) -> str:
    """A head, in small letters, with fiscal years by the one in which they end: h1 fy2026."""
    return _SPLIT.sub(_fiscal, text) if "/" in text or "-" in text else text


def _fiscal(found: re.Match[str]) -> str:
    first, last = found["first"], found["last"]
    begins = int(first) if len(first) == _LONG else 2000 + int(first)
    year = fiscal_year(begins, last)
    # 2025-2026 and 25-26 may be a span of years
    is_plain = found["mark"] == "/" or len(first) > len(last) or found[0].startswith("fy")
    return f"fy{year}" if year != begins and is_plain else found[0]
