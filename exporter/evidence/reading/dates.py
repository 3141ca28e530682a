"""Dates in running text, Chinese and English: 2023年9月30日, 今年4月, Q3 2023, in 2014."""

import re
from dataclasses import dataclass
from functools import lru_cache

from exporter.evidence.reading import chinese, date_patterns
from exporter.evidence.reading.folding import fold, lower
from exporter.evidence.reading.hints import held_by


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that a text mentions, as far as it says it.

    Attributes:
        year: Said year, else None.
        month: 1 to 12, else None.
        day: 1 to 31, else None.
        year_offset: 0 this year, -1 last year, +1 next year, where the year is said like that.
        quarter: 1 to 4, else None.
        start: Offset of its first character in the text as given.
        end: Offset after its last.
    """

    year: int | None
    month: int | None
    day: int | None
    year_offset: int | None
    quarter: int | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def read_dates(text: str) -> tuple[DateMention, ...]:
    """The dates that `text` mentions, in order of appearance; none overlaps another."""
    folded = lower(fold(text))
    return find_dates(folded, held_by(folded))


def find_dates(text: str, held: int) -> tuple[DateMention, ...]:
    """The dates of a text that is folded and in small letters already.

    Args:
        text: The text.
        held: What it holds (`hints`).
    """
    taken: list[DateMention] = []
    for pattern in date_patterns.PATTERNS.worth_trying(text, held):
        for match in pattern.finditer(text):
            start, end = match.span("date" if "date" in pattern.groupindex else 0)
            if all(end <= other.start or other.end <= start for other in taken):
                taken.append(_mention(match, start, end))
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _mention(match: re.Match[str], start: int, end: int) -> DateMention:
    said = match.groupdict().get
    offset = said("offset")
    return DateMention(
        _year(said("year"), said("short")),
        _month(said("month")),
        _number(said("day")),
        date_patterns.OFFSETS.get(offset) if offset else None,
        # A pattern may write a quarter in two ways.
        _quarter(said("quarter") or said("quarter_"), said("nth") or said("nth_"), match[0]),
        start,
        end,
    )


def _year(year: str | None, short: str | None) -> int | None:
    return 2000 + int(short) if short else _number(year)


def _month(month: str | None) -> int | None:
    return date_patterns.MONTHS.get(month) or _number(month) if month else None


def _quarter(digit: str | None, nth: str | None, words: str) -> int | None:
    if "前" in words and not words.startswith("前年"):
        return None  # the first three quarters are no quarter
    if digit or not nth:
        return int(digit) if digit else None
    return date_patterns.QUARTERS.get(nth) or int(nth)


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isascii() else int(chinese.value_of(words))
