"""Base years of English text, since which something has changed.

A reduction of | 11% | since our 2022 base year, down | 22% | against a 2020 baseline: the change is
of the years since then, and a level beside it of none of them.
"""

import re

from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex

_SINCE = regex(
    r"\b(?:since|against|from|versus|vs\.?|(?:compared|relative) (?:with|to)|on|over|below|above"
    r"|than(?: in)?) (?:(?:an?|the|our|its|their) )?(?:(?:fiscal|financial|calendar)(?: year)? )?$",
    re.IGNORECASE,
)
_BASE = regex(r" (?:base(?:line)?|reference) years?\b|[ -]baselines?\b| base(?! [a-z])\b")
_IS_CHANGE = regex(r"%|per ?cent\b|points?\b|\bbps?\b|\btimes\b|[0-9]x\b|doubl|tripl|halv|fold\b")
_MOVED = regex(
    r"\b(?:by|up|down|reduction|cut|fall|drop|decrease|increase|rise|decline|saving) (?:of )?"
    r"(?:[a-z]+ ){0,2}\W?$"
)


def is_base_year(text: str, start: int, end: int) -> bool:
    """Whether the year from `start` to `end` is a base since which something has changed."""
    return _BASE.match(text, end) is not None and _SINCE.search(text[:start]) is not None


def is_level_beside(read: Read, when: When, at: Span) -> bool:
    """Whether a period is a base year, and a figure no change since it."""
    if read.lang != "en" or not is_base_year(read.text, when.start, when.end):
        return False
    is_change = _IS_CHANGE.search(read.text[at[0] : at[1] + 1]) or _MOVED.search(read.text[: at[0]])
    return is_change is None
