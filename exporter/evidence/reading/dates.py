"""Dates in running text, Chinese and English: 2023年9月30日, 今年4月, Q3 2023, in 2014."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from exporter.evidence.reading import chinese, date_patterns
from exporter.evidence.reading.folding import fold, lower


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


# Without one of these there is no date of that kind, and its patterns need not be tried.
_KINDS = (
    (re.compile(r"[年月日号季]"), date_patterns.CHINESE),
    (
        re.compile(
            r"(?:19|20)[0-9]{2}|[0-9][qhm]|q[1-4]|h[12]|quarter|hal[fv]|year|fy|fiscal"
            r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
        ),
        date_patterns.ENGLISH,
    ),
    (re.compile(r"(?:19|20)[0-9]{2}"), date_patterns.NUMERIC),
)


@lru_cache(maxsize=4096)
def read_dates(text: str) -> tuple[DateMention, ...]:
    """The dates that `text` mentions, in order of appearance; none overlaps another."""
    return find_dates(lower(fold(text)))


def find_dates(text: str) -> tuple[DateMention, ...]:
    """The dates of a text that is folded and in small letters already."""
    taken: list[DateMention] = []
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            mention = _mention(match)
            if all(mention.end <= other.start or other.end <= mention.start for other in taken):
                taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may match, in order."""
    for hint, kind in _KINDS:
        if hint.search(text):
            for needed, patterns in kind:
                if needed.search(text):
                    yield from patterns


def _mention(match: re.Match[str]) -> DateMention:
    # A pattern may write a part in two ways; the second group's name ends in "_".
    said = {name.removesuffix("_"): words for name, words in match.groupdict().items() if words}
    start, end = match.span("date") if "date" in said else match.span()
    nth, offset = said.get("nth"), said.get("offset")
    quarter = said.get("quarter") or (nth and date_patterns.QUARTERS.get(nth)) or nth
    if "前" in match[0] and offset != "前年":
        quarter = None  # the first three quarters are no quarter
    return DateMention(
        _year(said),
        date_patterns.MONTHS.get(said.get("month", "")) or _number(said.get("month")),
        _number(said.get("day")),
        date_patterns.OFFSETS.get(offset) if offset else None,
        int(quarter) if quarter else None,
        start,
        end,
    )


def _year(said: dict[str, str]) -> int | None:
    if "short" in said:
        return 2000 + int(said["short"])
    return _number(said.get("year"))


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isascii() else int(chinese.value_of(words))
