"""Fiscal years by the two years in which they lie: 2025/26, 2025-26, H1 25/26, 2025/2026.

They have the name of the one in which they end.
"""

from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import Found, fiscal_year, mention_of, short_year, year_in
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.dates import NTHS


class SplitYear(NamedTuple):
    """A fiscal year, and the index of the word after it."""

    year: int
    end: int


def split_year(text: Text, at: int) -> SplitYear | None:
    """The fiscal year that two years in a row say behind FY or a part of a year."""
    first, last = text.word(at), text.word(at + 2)
    if text.word(at + 1) not in {"/", "-"} or not (text.touches(at) and text.touches(at + 1)):
        return None
    if not (last.isdecimal() and len(last) in {2, len(first)}):
        return None
    begins = year_in(first) or short_year(first)
    if begins is None or fiscal_year(begins, last) == begins:
        return None
    return None if _goes_on(text, at + 3) else SplitYear(begins + 1, at + 3)


def _goes_on(text: Text, at: int) -> bool:
    """Whether something else stands right behind it: 2025/26E, 2025-26-3, 25/26%."""
    if not text.touches(at - 1):
        return text.word(at) == "%"
    after = text.word(at)
    return (
        after in {"/", "%"} or after.isalnum() or (after == "-" and text.word(at + 1).isdecimal())
    )


# EPS for 2026/27 by 5%/3%: of each of two years, as brokers write
_OF_EACH = regex(r"[0-9][0-9.,]*[%xp倍]?/[$€£¥]?[0-9][0-9.,]*(?:[%xp倍]|-[a-z])")
_OF_A_FRACTION = frozenset("of inch inches th ths mm cm".split())
_BEFORE_SHORT = frozenset("in for during since of from to by until vs versus outlook".split())


def read_split_year(text: Text, at: int) -> Found | None:
    """2025/26, 2025-26 and in 25/26 by themselves in English, and the part behind: 2025/26 Q2."""
    if text.is_chinese:
        return _read_season(text, at)
    split = split_year(text, at)
    if split is None or not _is_one_year(text, at):
        return None
    year, end = split
    if text.word(end) in {"financial", "fiscal"} and text.word(end + 1) == "year":
        end += 2
    part = end + (text.word(end) == "-")
    letter, nth = text.word(part), text.word(part + 1)
    said: dict[str, int] = {}
    if letter in {"q", "h"} and text.touches(part) and nth.isdecimal() and nth in NTHS:
        said, end = {"quarter" if letter == "q" else "half": int(nth)}, part + 2
    return [mention_of(text, at, end, year=year, is_fiscal=True, **said)], end


# 25/26榨季, 25/26年度: two years of two digits, and what lies in both
_SEASON_ZH = regex("(?:[榨产雪采供]暖?季|年度|财年|赛季|作物年|销售年)")


def _read_season(text: Text, at: int) -> Found | None:
    """25/26榨季: what lies in two years has the name of the one in which it ends."""
    first, last = text.word(at), text.word(at + 2)
    begins = short_year(first)
    is_pair = text.word(at + 1) == "/" and text.touches(at) and text.touches(at + 1)
    if begins is None or not is_pair or len(last) != len(first) or not last.isdecimal():
        return None
    is_next = fiscal_year(begins, last) == begins + 1
    if not (is_next and _SEASON_ZH.match(text.lower, text.ends[at + 2])):
        return None
    return [mention_of(text, at, at + 3, year=begins + 1, is_fiscal=True)], at + 3


def _is_one_year(text: Text, at: int) -> bool:
    """Whether two years are one: no span of calendar years, no two of a row, no fraction."""
    is_dash = text.word(at + 1) == "-"
    if short_year(text.words[at]):
        is_when = text.word(at - 1) in _BEFORE_SHORT and text.word(at + 3) not in _OF_A_FRACTION
        return is_when and not is_dash
    if is_dash and year_in(text.word(at + 2)):
        return False
    return _OF_EACH.search(text.lower) is None
