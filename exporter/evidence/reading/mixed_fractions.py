"""Fractions in digits: 5-1/4, 2½, 2/3 of phones, 1/2 million; 15/12/10倍 are numbers in a row."""

from fractions import Fraction

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import value_of_digits
from exporter.evidence.reading.vocabulary.cues import DOWN_ZH, EITHER_ZH, TO_ZH
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES, SIGNS
from exporter.evidence.reading.vocabulary.numbers import VULGAR
from exporter.evidence.reading.vocabulary.qualifiers import BEFORE
from exporter.evidence.reading.vocabulary.units import symbol_at, unit_zh
from exporter.facts.units import ORDINAL, SPANS_OF_TIME

SIDE_BY_SIDE = Fraction(0)  # what fraction_behind says of numbers that a slash parts
_LONGEST_ROW = 12  # numbers
_PART_DIGITS, _WHOLE_DIGITS = 2, 3
# What follows a fraction, and no date and no ratio.
_OF_A_FRACTION = (
    "的", "以上", "左右", "of ", "or ", "less", "more", "million", "billion", "hundred", "thousand",
    "point", "%", "to ", "percent", "dozen",
)  # fmt: skip
_BEFORE_A_FRACTION = frozenset("the to by about at 的 到 至 约 近 超过 只有 仅 达".split())
# 减轻了2/5, 占1/3, 持有1/4股权
_BEFORE_A_PART_ZH = frozenset("了占约近逾超仅只有足掉去需剩达")
_CHANGED_ZH = (DOWN_ZH | EITHER_ZH | TO_ZH) - {"从", "由", "至", "到"}
_MARKS = frozenset("，。；,.;)）、")
_LARGEST_BEFORE_A_MARK = 20  # 10/31, is a date
_UNITS_OF_ROWS = tuple("倍 x % 亿 万 元 美 港 pct pp 个百 个p 个基 个点 bp bn mn".split())
_A_PAIR = 2  # words from its first number to its second
_BEFORE_ROWS = frozenset("$ € £ ¥ rmb + -".split())


def fraction_behind(text: Text, at: int, end: int) -> tuple[Fraction | None, int] | None:
    """½, -1/4 or 1/2 behind a number, and the index after it.

    Args:
        text: The text.
        at: The index of the number.
        end: The index of the word after it.

    Returns:
        SIDE_BY_SIDE for numbers in a row; None inside where it is no fraction that is known.
    """
    word, following = text.word(end), text.word(end + 1)
    if word in VULGAR and text.starts[end] - text.ends[end - 1] <= 1:
        return VULGAR[word], end + 1
    if (
        word == "/"
        and end == at + 1
        and text.touches(end - 1)
        and text.touches(end)
        and (following[:1].isdecimal() or following == "-")
    ):
        return _slashed(text, at)
    shift = 1 if word == "-" and text.touches(end - 1) and text.touches(end) else 0
    shift = 1 if word == "and" and text.word(end + 2) == "/" else shift
    part, slash, whole = (text.word(end + shift + n) for n in range(3))
    if slash != "/" or not _are_short(part, whole):
        return None
    is_proper = 0 < int(part) < int(whole) and text.word(end + shift + 3) != "/"
    is_proper = is_proper and "." not in text.words[at]
    return (Fraction(int(part), int(whole)) if is_proper else None), end + shift + 3


def _are_short(part: str, whole: str) -> bool:
    return (
        part.isdecimal()
        and whole.isdecimal()
        and len(part) <= _PART_DIGITS
        and len(whole) <= _WHOLE_DIGITS
    )


def _slashed(text: Text, at: int) -> tuple[Fraction | None, int]:
    """2/3 of phones, 1/2 million; 10/31 may be a date, and 15/12倍 are two numbers."""
    part, whole, end = text.words[at], text.word(at + 2), at + 3
    is_fraction = (
        not (text.word(end) == "/" and text.touches(end - 1))
        and _are_short(part, whole)
        and whole[0] != "0"
        and 0 < int(part) < int(whole)
    )
    return (
        (Fraction(int(part), int(whole)), end)
        if is_fraction and _is_told(text, at, int(whole))
        else _row(text, at)
    )


def _is_told(text: Text, at: int, whole: int) -> bool:
    """Whether the words around say that it is a fraction."""
    after = text.lower[text.ends[at + 2] : text.ends[at + 2] + 14].lstrip()
    if not after or after.startswith(_OF_A_FRACTION):
        return True
    before = text.lower[text.starts[at] - 1 : text.starts[at]]
    is_part = (before and before in _BEFORE_A_PART_ZH) or _is_bounded(text.word(at - 1))
    if is_part and whole <= _LARGEST_BEFORE_A_MARK:
        return after[0] in _MARKS or (after[0] >= "\u4e00" and after[0] not in "月日号页")
    said_before = text.word(at - 1) in _BEFORE_A_FRACTION or len(text.words) == at + 3
    return after[0] in _MARKS and whole <= _LARGEST_BEFORE_A_MARK and said_before


def _is_bounded(word: str) -> bool:
    """Whether a Chinese word says that no date follows: 不到1/8, 减少1/4."""
    return (word in BEFORE and word[0] >= "\u4e00") or word in _CHANGED_ZH


def _row(text: Text, at: int) -> tuple[Fraction | None, int]:
    """15/12/10倍 and $1.10/1.25 are side by side where a unit says so; else all is refused."""
    value = value_of_digits(text.words[at])
    return (SIDE_BY_SIDE, at + 1) if value is not None and _row_end(text, at) else (None, at + 3)


def _row_end(text: Text, at: int) -> bool:
    """Whether a row of numbers parted by slashes ends with a unit, or begins with a currency."""
    end = at
    for _ in range(_LONGEST_ROW):
        if text.word(at - 1) == "/" and text.word(at - 2)[:1].isdecimal():
            at -= 2
        minus = text.word(end + 2) == "-"
        if text.word(end + 1) == "/" and (minus or text.word(end + 2)[:1].isdecimal()):
            end += 2 + minus
    after = text.lower[text.ends[end] : text.ends[end] + 3].lstrip()
    is_measured = after.startswith(_UNITS_OF_ROWS) or _is_of_money(text, at, end)
    return is_measured or (text.is_chinese and _is_of_a_measure(text, at, end))


def _is_of_a_measure(text: Text, first: int, last: int) -> bool:
    """Whether a row ends with a physical unit: 420/515/600公里; 24/25/26年 may be years.

    Two numbers may be a fraction, as 3/4英寸, unless the first has several digits.
    """
    if last == first + _A_PAIR and len(text.words[first]) <= _PART_DIGITS:
        return False
    end = text.ends[last]
    found = unit_zh(text.lower[end : end + _LONGEST_UNIT]) or symbol_at(text.folded, end)
    return found is not None and found[1].dimension not in SPANS_OF_TIME | {ORDINAL}


_LONGEST_UNIT = 6  # characters


def _is_of_money(text: Text, first: int, last: int) -> bool:
    """Whether a row begins with its currency: HK$48/52/75, EUR 3/4/5; not $1/10 shares.

    Two numbers may be a fraction, or what is paid for so many, unless both have several digits.
    """
    before, one, other = text.word(first - 1), text.words[first], text.words[last]
    if before in _BEFORE_ROWS and len(one) > _PART_DIGITS:
        return True
    if before not in SIGNS and before not in PREFIXES:
        return False
    is_paid_for = other.strip("0") == "1" and other != "1"
    return last > first + _A_PAIR or (len(one) > 1 and len(other) > 1 and not is_paid_for)
