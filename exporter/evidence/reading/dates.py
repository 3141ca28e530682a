"""Dates in running text, Chinese and English: 2023年9月30日, 今年4月, Q3 2023, 31 Oct 23, FY2027.

They are read before figures, and what they take is no figure.
"""

from collections.abc import Callable

from exporter.engine.memo import memoized
from exporter.evidence.reading.date_parts import (
    DateMention,
    Found,
    mention_of,
    mention_up_to,
    year_in,
)
from exporter.evidence.reading.dates_en import (
    NTH_DAYS,
    read_day_first,
    read_day_of_month,
    read_fiscal,
    read_lettered,
    read_month_first,
    read_nth_day,
    read_short_period,
    read_worded,
)
from exporter.evidence.reading.dates_zh import (
    part_of_year,
    read_nth_quarter,
    read_part,
    read_row,
    read_written_year,
    read_years,
)
from exporter.evidence.reading.era_years import read_era_year
from exporter.evidence.reading.lexer import NUMERALS_ZH, Text
from exporter.evidence.reading.lone_years import lone_year
from exporter.evidence.reading.numeric_dates import NO_YEAR_AFTER, in_one_word, numeric, slashed
from exporter.evidence.reading.short_years_zh import read_short_years
from exporter.evidence.reading.split_years import read_split_year
from exporter.evidence.reading.vocabulary.dates import (
    FISCAL_ZH,
    HALVES,
    JOINS,
    MONTHS,
    NTHS,
    OFFSETS,
)
from exporter.evidence.reading.years_carried import with_years_before, with_years_behind

_STARTS = (
    frozenset(MONTHS)
    | frozenset(OFFSETS)
    | frozenset(HALVES)
    | frozenset(NTH_DAYS)
    | frozenset("q h fy fiscal financial first second third 1st 2nd fourth 第 前".split())
)
_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset(NUMERALS_ZH)
_AFTER_SHORT = (
    JOINS
    | frozenset(MONTHS)
    | FISCAL_ZH
    | frozenset("日 号 季 季度 季报 q h m st nd rd th of".split())
)


@memoized(4096)
def read_dates(text: str) -> tuple[DateMention, ...]:
    """The dates that `text` mentions, in order of appearance; none overlaps another."""
    return tuple(find_dates(Text(text)))


def find_dates(text: Text) -> list[DateMention]:
    """The dates of a text; their words are marked as used."""
    mentions: list[DateMention] = []
    after = 0
    for index, word in enumerate(text.words):
        first = word[0]
        if index < after:
            continue
        if first in _DIGITS:
            if len(word) < 4 and not _may_be_dated(text.word(index + 1)):
                continue
            found = _from_number(text, index)
        elif word in _STARTS or first in _NUMERALS:
            found = _from_word(text, index)
        else:
            continue
        if found is not None:
            mentions += found[0]
            text.use(index, found[1])
            after = found[1]
    if len(mentions) < 2:
        return mentions
    if text.is_chinese:
        return with_years_before(mentions, text)
    return with_years_behind(mentions, text)


def _may_be_dated(following: str) -> bool:
    """Whether what follows a day, a month or a short year may make it one."""
    return following in _AFTER_SHORT or following[:1] in {"年", "月"}


def _from_number(text: Text, at: int) -> Found | None:
    word = text.words[at]
    if len(word) > 5:
        return in_one_word(text, at)
    if not word.isdecimal() or _is_glued_before(text, at):
        return None
    readers: tuple[Callable[[Text, int], Found | None], ...] = (
        (numeric, read_split_year, read_years, _year_and_period, lone_year)
        if len(word) == 4 and year_in(word)
        else (
            read_era_year,
            read_short_years,
            read_row,
            read_part,
            read_short_period,
            read_split_year,
            read_day_first,
            read_day_of_month,
            slashed,
        )
        if len(word) <= 2
        else (read_era_year,)
    )
    for read in readers:
        if found := read(text, at):
            return found
    return None


def _is_glued_before(text: Text, at: int) -> bool:
    if at == 0 or not text.touches(at - 1):
        return False
    before = text.words[at - 1]
    return before[-1] in NO_YEAR_AFTER or (before.isascii() and before.isalpha())


def _year_and_period(text: Text, at: int) -> Found | None:
    """2023Q3, 2025 H1, 2025E, 2025 first half."""
    year, word = year_in(text.words[at]), text.word(at + 1)
    shift = 2 if word == "-" and text.touches(at) else 1
    letter, digit = text.word(at + shift), text.word(at + shift + 1)
    if letter in {"q", "h"} and text.touches(at + shift) and digit in NTHS:
        part = {"quarter" if letter == "q" else "half": int(digit)}
        return [mention_of(text, at, at + shift + 2, year=year, **part)], at + shift + 2
    if word in {"e", "a", "f"} and text.touches(at) and not text.touches(at + 1):
        return [mention_of(text, at, at + 1, year=year)], at + 2
    return None


def _from_word(text: Text, at: int) -> Found | None:
    word = text.words[at]
    if word[0] in _NUMERALS:
        return _from_chinese_number(text, at)
    if word in HALVES:
        return [mention_of(text, at, at + 1, half=HALVES[word])], at + 1
    if word in OFFSETS:
        return _offset(text, at)
    if word in MONTHS:
        return read_month_first(text, at)
    if word in NTH_DAYS and (day := read_nth_day(text, at)) is not None:
        return day
    return _READERS.get(word, read_worded)(text, at)


_READERS: dict[str, Callable[[Text, int], Found | None]] = {
    **dict.fromkeys(("第", "前"), read_nth_quarter),
    **dict.fromkeys(("q", "h"), read_lettered),
    **dict.fromkeys(("fy", "fiscal", "financial"), read_fiscal),
}


def _from_chinese_number(text: Text, at: int) -> Found | None:
    word, before, following = text.words[at], text.word(at - 1), text.word(at + 1)
    goes_on = before in {"个", "几", "半", "多", "第"} and text.touches(at - 1)
    if goes_on or before[-1:].isdecimal():
        return None
    if word[:2] in {"二〇", "二零", "一九"} and len(word) == 4 and following[:1] in {"年", "财"}:
        return read_written_year(text, at)
    if word in {"一二", "二三", "三四"} and following in {"季度", "季报"}:
        return [mention_of(text, at, at + 2)], at + 2
    return read_era_year(text, at) or read_row(text, at) or read_part(text, at)


# The ends of 投产, 建成, 完工, 启用, 运营: behind them 后 is no part of a year's name.
_DEEDS_DONE = frozenset("产成工用营运")


def _offset(text: Text, at: int) -> Found | None:
    word = text.words[at]
    if word[0] < "\u4e00":
        if text.word(at + 1) != "year":
            return None
        return [mention_of(text, at, at + 2, year_offset=OFFSETS[word])], at + 2
    if word in {"前年", "后年"} and text.word(at - 1)[-1:] in NUMERALS_ZH and at:
        return None
    if word == "后年" and at and text.word(at - 1)[-1:] in _DEEDS_DONE:
        return None  # 达产|后|年收入: what is earned a year from then on
    part = part_of_year(text, at + 1)
    return [mention_up_to(text, at, part, year_offset=OFFSETS[word])], part.end
