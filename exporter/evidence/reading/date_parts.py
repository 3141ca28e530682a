"""What a mention of a date says, and what its readers share."""

from typing import NamedTuple

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.values_zh import small_value
from exporter.evidence.reading.vocabulary.dates import (
    BEFORE_YEAR,
    OF_A_YEAR,
)
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word, unit_zh
from exporter.evidence.reading.vocabulary.verbs import (
    AUXILIARIES,
    PARTICIPLES,
    PAST,
    PRESENT,
)


class DateMention(NamedTuple):
    """A date or a period that a text mentions, as far as it says it.

    Attributes:
        year: Said year, else None.
        month: 1 to 12, else None.
        day: 1 to 31, else None.
        year_offset: 0 this year, -1 last year, +1 next year, where the year is said like that.
        quarter: 1 to 4, else None.
        start: Offset of its first character in the text as given.
        end: Offset after its last.
        half: 1 or 2, else None.
        is_fiscal: Whether it is a fiscal year, or a part of one.
    """

    year: int | None
    month: int | None
    day: int | None
    year_offset: int | None
    quarter: int | None
    start: int
    end: int
    half: int | None = None
    is_fiscal: bool = False


class YearPart(NamedTuple):
    """A part of a year, and the index of the word after it."""

    end: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None

    @property
    def is_half_or_quarter(self) -> bool:
        """Whether it is a half or a quarter."""
        return self.half is not None or self.quarter is not None


Found = tuple[list[DateMention], int]


DASHES = frozenset("- — ~ 至 到 to and".split())


SUFFIXES = frozenset("st nd rd th".split())


def mention_of(text: Text, first: int, last: int, **parts: int | bool | None) -> DateMention:
    """A mention made of the words from `first` to before `last`."""
    values = {name: parts.get(name) for name in ("year", "month", "day", "year_offset", "quarter")}
    return DateMention(
        **values,
        start=text.starts[first],
        end=text.ends[last - 1],
        half=parts.get("half"),
        is_fiscal=bool(parts.get("is_fiscal")),
    )


def mention_up_to(text: Text, first: int, part: YearPart, **said: int | bool | None) -> DateMention:
    """A mention made of the words from `first` to the end of a part of a year, which it is of.

    Args:
        text: The text.
        first: The index of its first word.
        part: The part of the year.
        said: What else it says: its year.
    """
    _, month, day, quarter, half = part
    return mention_of(
        text, first, part.end, month=month, day=day, quarter=quarter, half=half, **said
    )


def year_in(word: str) -> int | None:
    """The year of four digits that a word is."""
    return int(word) if len(word) == 4 and word[:2] in {"19", "20"} and word.isdecimal() else None


def short_year(word: str) -> int | None:
    """The year that a word of two digits is."""
    return 2000 + int(word) if len(word) == 2 and word.isdecimal() else None


def fiscal_year(first: int, last: str) -> int:
    """The fiscal year that 2024/25 is: the one that ends in 2025; of other years the first."""
    return first + 1 if int(last) in {(first + 1) % 100, first + 1} else first


FIGURE_BEFORE = frozenset(
    "over about nearly around approximately some 约 近 超 超过 逾 达 达到 突破 至少".split()
)


def is_counted(text: Text, at: int) -> bool:
    """Whether what follows a number that may be a year says that it counts something."""
    word = text.word(at + 1)
    if not word:
        return False
    if word[0] >= "\u4e00":
        rest = text.lower[text.ends[at] : text.ends[at] + 16].lstrip()
        if rest[0] in "万亿千百多余" or unit_zh(rest) or rest[0] == "+":
            return True
        return rest[0] in CLASSIFIERS and rest[:2] not in _NO_CLASSIFIER
    if word.isascii() and word.isalpha():
        return _counts_en(text, at, word, text.word(at + 2))
    return word in {"%", "+", "‰"} and text.touches(at)


def _counts_en(text: Text, at: int, word: str, following: str) -> bool:
    """2000 stores, 2000 full-time nurses; not 2023 results."""
    if word in OF_A_YEAR or following in OF_A_YEAR or _is_when_they_did(text, at):
        return False
    if is_counted_word(word):
        return not (word in _BY_THEIR_YEAR and text.word(at - 1) in _BEFORE_A_YEARS)
    plural = following.isalpha() and following.endswith("s") and is_counted_word(following)
    return plural and len(word) > 3 and text.word(at - 1) not in BEFORE_YEAR


def _is_when_they_did(text: Text, at: int) -> bool:
    """In 2024 lenders wrote off loans: a clause's time, and behind it who did what.

    In 2000 homes the power failed, and in 2000 homes surveyed in May: so many homes.
    """
    if text.word(at - 1) not in _WHEN or text.word(at - 2) not in _BEFORE_A_CLAUSE:
        return False
    verb, behind = text.word(at + 2), text.word(at + 3)
    if not is_counted_word(text.word(at + 1)):
        return False
    if text.word(at - 1) != "in":
        return verb != "to"  # By 2040 turbines of 25 MW, by 2040 votes to 900
    if verb in AUXILIARIES or verb in PAST - PARTICIPLES:
        return True
    is_done = verb in PAST or verb in PRESENT or verb.endswith("ed")
    return is_done and (behind in _OBJECTS or behind[:1] in _FIGURES)


_WHEN = frozenset("in by since during".split())
_BEFORE_A_CLAUSE = frozenset("back and but while whereas as early late mid ( , ; : .".split()) | {
    ""
}
_OBJECTS = frozenset(
    "the a an their its his her our more fewer less about nearly almost over some off up out back "
    "down half two three four five six seven eight nine ten".split()
)
_FIGURES = frozenset("0123456789$€£¥")


# Discounts on 2025 models, its 2026 graduates.
_BY_THEIR_YEAR = frozenset("models graduates editions vintages wines launches trainees".split())
_BEFORE_A_YEARS = (BEFORE_YEAR - {"by", "than", "vs", "versus", "between"}) | {"on", "the", "with"}
_NO_CLASSIFIER = frozenset(
    (
        "笔记 笔试 户外 户籍 户型 架构 股东 股市 股权 股价 股票 股息 股指 股份 年年 "
        "届时 家电 点评 件套 种子 单季 单月 大会 国际 省级 市场 市值 步入 行业 集团 "
        "代表"
    ).split()
)


def small_number(word: str) -> int | None:
    """The value of a word under a hundred, in digits or in Chinese numerals."""
    if word.isdecimal():
        return int(word) if word.isascii() and len(word) <= 2 else None
    return small_value(word)
