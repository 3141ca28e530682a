"""Dates in digits: 2023-09-30, 2023.9.30, 20231101, 31/10/2023."""

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import DASHES, Found, is_counted, mention_of, year_in
from exporter.evidence.reading.lexer import Text

_ISO = regex(r"((?:19|20)[0-9]{2})\.([0-9]{1,2})\.([0-9]{1,2})")
_DAY_FIRST = regex(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2})")
_COMPACT = regex(r"((?:19|20)[0-9]{2})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])")
NO_YEAR_AFTER = frozenset("$€£¥#.")


def in_one_word(text: Text, at: int) -> Found | None:
    """2023.9.30, 28.02.2026, 20231101."""
    word = text.words[at]
    if match := _ISO.fullmatch(word):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(word):
        day, month, year = map(int, match.groups())
    elif (match := _COMPACT.fullmatch(word)) and not is_counted(text, at):
        year, month, day = map(int, match.groups())
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return [mention_of(text, at, at + 1, year=year, month=month, day=day)], at + 1


def numeric(text: Text, at: int) -> Found | None:
    """2023-09-30, 2023/9/30, 2023-09, in Chinese text 2023/9."""
    mark, month = text.word(at + 1), text.word(at + 2)
    if (
        mark not in {"-", "/"}
        or not month.isdecimal()
        or not (text.touches(at) and text.touches(at + 1))
    ):
        return None
    year = year_in(text.words[at])
    if not (len(month) <= 2 and 1 <= int(month) <= 12):
        return None
    day = text.word(at + 4)
    if text.word(at + 3) == mark and day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
        return [mention_of(text, at, at + 5, year=year, month=int(month), day=int(day))], at + 5
    is_iso = mark == "-" and len(month) == 2 and not _is_joined(text, at + 3)
    is_month = is_iso or (mark == "/" and _is_month_zh(text, at + 2, year))
    if is_month and text.word(at + 3)[:1] != "年":
        return [mention_of(text, at, at + 3, year=year, month=int(month))], at + 3
    return None


def _is_month_zh(text: Text, at: int, year: int | None) -> bool:
    """Whether the number behind 2025/ is a month of it, and not the year after: 设备2025/6进场."""
    is_year_after = year is not None and int(text.words[at]) == (year + 1) % 100
    following = text.word(at + 1)
    is_tied = text.touches(at) and (following[:1].isalnum() and following.isascii())
    is_tied = is_tied or following in {"/", ".", "%"} or is_counted(text, at)
    if following in DASHES and text.touches(at) and not year_in(text.word(at + 2)):
        return False  # 2025/6-8万元
    return text.is_chinese and not is_year_after and not is_tied


def _is_joined(text: Text, at: int) -> bool:
    return text.word(at) in {"-", "%"} and text.touches(at - 1)


_SLASHED = regex(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:19|20)[0-9]{2}(?![0-9/])")


def _are_days_first(text: Text) -> bool | None:
    """Whether another date of a text shows that days stand before months; None where none does."""
    found = _SLASHED.findall(text.lower)
    days, months = (any(int(said[part]) > 12 for said in found) for part in (0, 1))
    return None if days is months else days


def slashed(text: Text, at: int) -> Found | None:
    """31/10/2023, 10/31/2023: where both may be the month, the year alone is sure."""
    if (
        text.word(at + 1) != "/"
        or text.word(at + 3) != "/"
        or not all(text.touches(at + n) for n in range(4))
    ):
        return None
    one, other, year = text.word(at), text.word(at + 2), year_in(text.word(at + 4))
    if year is None or not other.isdecimal() or len(other) > 2:
        return None
    first, second = int(one), int(other)
    if first != second and first <= 12 and second <= 12:
        is_day_first = _are_days_first(text)
        if is_day_first is not None:
            month, day = (second, first) if is_day_first else (first, second)
            return [mention_of(text, at, at + 5, year=year, month=month, day=day)], at + 5
    if first == second and first <= 12:
        return [mention_of(text, at, at + 5, year=year, month=first, day=first)], at + 5
    if first > 12 >= second > 0 and first <= 31:
        return [mention_of(text, at, at + 5, year=year, month=second, day=first)], at + 5
    if second > 12 >= first > 0 and second <= 31:
        return [mention_of(text, at, at + 5, year=year, month=first, day=second)], at + 5
    return [mention_of(text, at, at + 5, year=year)], at + 5
