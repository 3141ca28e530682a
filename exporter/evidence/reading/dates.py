"""Dates in running text, Chinese and English: 2023年9月30日, 今年4月, Q3 2023, 31 Oct 23, FY2027.

They are read before figures, and what they take is no figure.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from exporter.evidence.reading.date_parts import (
    FIGURE_BEFORE,
    DateMention,
    Found,
    is_counted,
    mention_of,
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
    read_short_years,
    read_written_year,
    read_years,
)
from exporter.evidence.reading.lexer import NUMERALS_ZH, Text
from exporter.evidence.reading.vocabulary.dates import (
    FISCAL,
    FISCAL_ZH,
    HALVES,
    JOINS,
    MONTHS,
    NTHS,
    OF_A_YEAR,
    OFFSETS,
)

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


_ISO = re.compile(r"((?:19|20)[0-9]{2})\.([0-9]{1,2})\.([0-9]{1,2})")


_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2})")


_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])")


_NO_YEAR_AFTER = frozenset("$€£¥#.")


@lru_cache(maxsize=4096)
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
        return _with_years_before(mentions, text)
    return _with_years_behind(mentions, text)


# 延至同年7月9日, 次年3月31日, 2025年6月18日至7月9日
_OF_THE_YEAR_BEFORE = re.compile(r"(同年|当年|次年|翌年)[的之]?$")
_ON_TO = re.compile(r"[日号月]?(?:起|开始)?\s?[至到—~-]")


def _with_years_before(mentions: list[DateMention], text: Text) -> list[DateMention]:
    """Mentions with the year of the one before them, where the words say that they are of it."""
    for at in range(1, len(mentions)):
        one, other = mentions[at - 1], mentions[at]
        if _is_day_of_the_same(one, other, text):
            mentions[at] = other._replace(year=one.year, month=one.month)
            continue
        if one.year is None or other.year is not None or other.month is None:
            continue
        if other.year_offset is not None:
            continue
        said = _OF_THE_YEAR_BEFORE.search(text.lower, one.end, other.start)
        rises = (one.month or 13, one.day or 0) <= (other.month, other.day or 0)
        if said is not None:
            later = said[1] in {"次年", "翌年"}
            mentions[at] = other._replace(year=one.year + later)
        elif rises and _ON_TO.fullmatch(text.lower[one.end : other.start]):
            mentions[at] = other._replace(year=one.year)
    return mentions


# 9月21日在上海开始，|24日在香港收官
_BEFORE_A_DAY = re.compile(
    "[^。；！？;]*(?:[，、,]|[和及与并]|以及)(?:并|又|再|则|而|将|拟|已|定|预计|计划)*[于在]?"
)
_NO_DAY_BEHIND = ("内", "后", "的", "以", "之", "左右", "期", "均", "平均", "移动", "线", "年")


def _is_day_of_the_same(one: DateMention, other: DateMention, text: Text) -> bool:
    """Whether a day without a month is a later one of the month said in its sentence."""
    if one.month is None or one.day is None or other.day is None or other.month is not None:
        return False
    if other.year is not None or other.year_offset is not None or other.day <= one.day:
        return False
    is_behind = _BEFORE_A_DAY.fullmatch(text.lower, one.end, other.start) is not None
    return is_behind and not text.lower.startswith(_NO_DAY_BEHIND, other.end)


_SPAN = re.compile(r"\s*(?:to|and|until|till|through|or|-|/|,|,? and)\s*(?:the\s+)?")


def _with_years_behind(mentions: list[DateMention], text: Text) -> list[DateMention]:
    """30 October to 2 November 2025: the year of the last is that of the first, or follows it."""
    for at in range(len(mentions) - 2, -1, -1):
        one, other = mentions[at], mentions[at + 1]
        if (
            one.month is None
            or other.month is None
            or one.year is not None
            or one.year_offset is not None
            or other.year is None
            or not _SPAN.fullmatch(text.lower, one.end, other.start)
        ):
            continue
        mentions[at] = one._replace(year=other.year - (one.month > other.month))
    return mentions


def _may_be_dated(following: str) -> bool:
    """Whether what follows a day, a month or a short year may make it one."""
    return following in _AFTER_SHORT or following[:1] in {"年", "月"}


def _from_number(text: Text, at: int) -> Found | None:
    word = text.words[at]
    if len(word) > 5:
        return _in_one_word(text, at)
    if not word.isdecimal() or _is_glued_before(text, at):
        return None
    readers: tuple[Callable[[Text, int], Found | None], ...] = (
        (_numeric, read_years, _year_and_period, _lone_year)
        if len(word) == 4 and year_in(word)
        else (
            read_short_years,
            read_row,
            read_part,
            read_short_period,
            read_day_first,
            read_day_of_month,
            _slashed,
        )
        if len(word) <= 2
        else ()
    )
    for read in readers:
        if found := read(text, at):
            return found
    return None


def _is_glued_before(text: Text, at: int) -> bool:
    if at == 0 or not text.touches(at - 1):
        return False
    before = text.words[at - 1]
    return before[-1] in _NO_YEAR_AFTER or (before.isascii() and before.isalpha())


def _in_one_word(text: Text, at: int) -> Found | None:
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


def _numeric(text: Text, at: int) -> Found | None:
    """2023-09-30, 2023/9/30, 2023-09."""
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
    if (
        mark == "-"
        and len(month) == 2
        and not _is_joined(text, at + 3)
        and text.word(at + 3)[:1] != "年"
    ):
        return [mention_of(text, at, at + 3, year=year, month=int(month))], at + 3
    return None


def _is_joined(text: Text, at: int) -> bool:
    return text.word(at) in {"-", "%"} and text.touches(at - 1)


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


_SPANNING = frozenset("- ~ — 至 到 to".split())


def _lone_year(text: Text, at: int) -> Found | None:
    """A bare year: in 2014, 2023 results, (2022: 900), 截至2023; not 2000 stores."""
    before, after = text.word(at - 1), text.word(at + 1)
    touching = text.touches(at)
    if touching and (
        after in {"%", "‰", "+", "x", "*", "^", "°"} or (after.isascii() and after.isalpha())
    ):
        return None
    if (
        before in {"$", "€", "£", "¥", "rmb", "us$", "no", "#"}
        and text.ends[at - 1] + 1 >= text.starts[at]
    ):
        return None
    if _is_vintage(text, at):
        return [mention_of(text, at, at + 1, year=year_in(text.words[at]))], at + 1
    other = text.word(at + 2) if after in _SPANNING else ""
    if (
        other.isdecimal()
        and (year_in(other) is None or is_counted(text, at + 2))
        and not _is_when_it_went_to(text, at)
    ):
        return None  # 1900-2200元
    if is_counted(text, at) or (
        before in FIGURE_BEFORE and not touching and after not in OF_A_YEAR
    ):
        return None
    is_fiscal = after in FISCAL and text.word(at + 2) == "year"
    end = at + 3 if is_fiscal else at + 1
    year = year_in(text.words[at])
    return [mention_of(text, at, end, year=year, is_fiscal=is_fiscal)], end


# What stands before the year in which something went to a number.
_WENT_IN = frozenset("in since during for early late mid end fiscal".split())
_PART_OF = frozenset("end start beginning middle close half turn".split())


def _is_when_it_went_to(text: Text, at: int) -> bool:
    """From 12% in 2022 to 15%, from 5 million at the end of 2021 to 8 million: no range of them.

    In 2000 to 2500 MW it is one: its ends have as many digits. By 2000 to 500 may say by how many.
    """
    before = text.word(at - 1)
    is_when = (
        before in _WENT_IN
        or (before == "of" and text.word(at - 2) in _PART_OF)
        or (before == "by" and text.word(at + 3) == "%")
    )
    return is_when and text.word(at + 1) == "to" and len(text.word(at + 2)) < len(text.words[at])


def _is_vintage(text: Text, at: int) -> bool:
    """The class of 2019, vintage 2019 loans, 2020-vintage bonds."""
    if text.word(at - 1) == "of" and text.word(at - 2) in {"class", "vintage", "cohort"}:
        return True
    after = text.word(at + 2) if text.word(at + 1) == "-" else text.word(at + 1)
    return "vintage" in {text.word(at - 1), after}


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
    return read_row(text, at) or read_part(text, at)


def _offset(text: Text, at: int) -> Found | None:
    word = text.words[at]
    if word[0] < "\u4e00":
        if text.word(at + 1) != "year":
            return None
        return [mention_of(text, at, at + 2, year_offset=OFFSETS[word])], at + 2
    if word in {"前年", "后年"} and text.word(at - 1)[-1:] in NUMERALS_ZH and at:
        return None
    part = part_of_year(text, at + 1)
    said = part._asdict()
    last = said.pop("end")
    return [mention_of(text, at, last, year_offset=OFFSETS[word], **said)], last


_SLASHED = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:19|20)[0-9]{2}(?![0-9/])")


def _are_days_first(text: Text) -> bool | None:
    """Whether another date of a text shows that days stand before months; None where none does."""
    found = _SLASHED.findall(text.lower)
    days, months = (any(int(said[part]) > 12 for said in found) for part in (0, 1))
    return None if days is months else days


def _slashed(text: Text, at: int) -> Found | None:
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
