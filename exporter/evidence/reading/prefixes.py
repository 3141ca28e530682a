"""What stands before a numeral: signs, currencies, the opening bracket of an account's minus."""

from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading.currencies_before import UNKNOWN, currency_before
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import ONE, Numeral
from exporter.evidence.reading.values_zh import magnitude
from exporter.evidence.reading.vocabulary.cues import NEGATIVE
from exporter.evidence.reading.vocabulary.currency_marks import SIZED_CODES
from exporter.evidence.reading.vocabulary.numbers import SCALES, SHORT_SCALES
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, unit_zh

# 净利率9.8%，yoy-2.4pct: a minus and no hyphen
CHANGES = frozenset("yoy qoq mom hoh wow".split())
# After a number, a unit or a word a "-" is a dash and no minus.
_DASHED = regex(r"[0-9½⅓⅔¼¾⅛⅜⅝⅞A-Za-z%‰)\]百千万亿]$")
_DASHED_UNIT = regex("[元倍年月天时钟秒个家人次名点]$")
# 20万吨-30万吨, 20辆-30辆, 20美元/桶-30美元/桶; but 每股-0.5元
_UNIT_BEFORE = regex(
    r"[0-9百千万亿]\s?((?![百千万亿])[\u4e00-\u9fff]{1,4})$|[0-9百千万亿][^0-9\s]{0,1}元/[\u4e00-\u9fff]{1,2}$"
)
_PERIODS = frozenset("季期")  # 第3季-30万元 has a minus
_LONGEST_UNIT = 6  # characters, with the digit before it
_CHANGES = ("%", "pct", "pp", "个百分", "bp", "‰", "个基点", "percent")
_OF_MONEY = regex(r"[千百万亿]{0,2}(?:人民币|[港美欧日澳加韩]?元|港币|英镑)")  # 2025年-0.9亿元
_AFTER_BRACKET = regex(
    r"\)\s?(?=[%千百万亿元]|[港美欧日澳加韩]元|港币|英镑|日圆|个百分|million|billion|thousand|trillion|mn|bn"
    r"|m(?![a-z])|percent|crore|pp|bps?)"
)
# EBIT margin of (6.4%) is negative; Europe (38%) is not.
_BEFORE_A_MINUS = frozenset(
    "of was were is to at from : totalled , 为 - by against versus vs".split()
)
# Brackets around the whole of a cell, and around amounts beside each other.
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)"
_CELL = regex(r"\([0-9][0-9.,]*(?: ?%)?\)(?: ?%)?")
_AMOUNT = regex(rf"\({_NUMBER}%?\)")
_AMOUNTS = regex(rf"\({_NUMBER}%?\)%? \({_NUMBER}%?\)")
_CELL_BEFORE = regex(rf"\({_NUMBER}%?\)%? $")
_LONGEST_CELL = 40  # characters
_MAGNITUDE_ZH = regex(r"[千百十]?[万亿]{1,2}|千(?![瓦克米卡伏])|百(?=元)")
_MAGNITUDE_EN = regex(r"[a-z]+")


class Prefix(NamedTuple):
    """What stands before a numeral.

    Attributes:
        start: Where the figure begins, in characters.
        first: The index of its first word.
        sign: -1 or 1.
        currency: A code; "" for none, UNKNOWN for a sign that is not known.
        is_bracketed: Whether a bracket opens that may mean a minus.
        size: The magnitude that stands before the currency: MEUR 12.
    """

    start: int
    first: int
    sign: int = 1
    currency: str = ""
    is_bracketed: bool = False
    size: Fraction = ONE


def prefix_of(text: Text, numeral: Numeral) -> Prefix:
    """What stands before a numeral: `[-] [currency] [-] [(]`."""
    first = text.at(numeral.start)
    if first >= len(text.starts) or text.starts[first] != numeral.start:
        return Prefix(numeral.start, first)  # inside a word: 十万|一张
    sign, index = _sign(text, first, numeral)
    bracket = index > 0 and text.words[index - 1] == "(" and text.touches(index - 1)
    behind = index - 1 if bracket else index
    behind -= text.word(behind - 1) == "+" and text.touches(behind - 1)  # CHF +0.8 billion
    found = currency_before(text, behind)
    if found and not (bracket and found[0] == UNKNOWN):
        currency, index = found
        size, currency = SIZED_CODES.get(currency, (ONE, currency))
        further, index = _sign(text, index, numeral)
        sign = min(sign, further)
        bracket = bracket or (
            text.word(index - 1) == "("
            and text.touches(index - 1)
            and (
                text.word(index - 2) in _BEFORE_A_MINUS
                or _has_size_behind(text, index - 2, numeral)
            )
        )
        return Prefix(text.starts[index], index, sign, currency, bracket, size)
    bracket = bracket and (
        index < 2
        or text.words[index - 2] in _BEFORE_A_MINUS
        or _is_in_a_row(text, index - 1)
        or _AFTER_BRACKET.match(text.lower, numeral.end) is not None
    )
    return Prefix(text.starts[index], index, sign, "", bracket)


def _is_in_a_row(text: Text, at: int) -> bool:
    """Whether the bracket at an index opens a cell of a table's row: expenses⇥(1,640)⇥(1,702).

    Copied without tabs a row has several such cells, and amounts in them: (1) (2) are notes.
    """
    start = text.starts[at]
    if text.given[start - 1 : start] == "\t":  # words in small letters have a space for it
        cell = _CELL.match(text.lower, start)
        return cell is not None and text.given[cell.end() : cell.end() + 1] in {"", "\t", "\n"}
    before = text.lower[max(0, start - _LONGEST_CELL) : start]
    if _CELL_BEFORE.search(before) is not None:
        return _AMOUNT.match(text.lower, start) is not None
    return _AMOUNTS.match(text.lower, start) is not None


def _has_size_behind(text: Text, at: int, numeral: Numeral) -> bool:
    """Whether brackets are an account's, with the magnitude behind them: profit ($97) million.

    Behind another number they say the same again: 80 ($97) million.
    """
    is_said_again = text.word(at)[-1:].isdecimal()
    return not is_said_again and _AFTER_BRACKET.match(text.lower, numeral.end) is not None


def close_bracket(text: Text, numeral: Numeral) -> tuple[Numeral, bool]:
    """A numeral in brackets whose unit or magnitude stands behind them: (1,260)万元.

    Returns:
        The numeral with the bracket and the magnitude, and whether the bracket closes behind it.
    """
    match = _AFTER_BRACKET.match(text.lower, numeral.end)
    if match is None:
        at = text.at(numeral.end)
        return numeral, text.word(at) == ")" and text.touches(at - 1)
    size, end = _size_at(text.lower, match.end())
    return numeral.times(size)._replace(end=end), True


def _size_at(lower: str, at: int) -> tuple[Fraction, int]:
    """The magnitude that stands at a place, and where it ends; 1 for none."""
    if found := _MAGNITUDE_ZH.match(lower, at):
        return magnitude(found[0]), found.end()
    found = _MAGNITUDE_EN.match(lower, at)
    word = found[0] if found else ""
    scale = SCALES.get(word) or SHORT_SCALES.get(word) or {"m": 10**6}.get(word)
    return (Fraction(scale), at + len(word)) if scale else (ONE, at)


def _sign(text: Text, index: int, numeral: Numeral) -> tuple[int, int]:
    """The sign before word `index`, and the index where it begins; 1 and `index` for none."""
    at = index - 1
    word = text.word(at) if index else ""
    if word not in NEGATIVE:
        return 1, index
    if word == "负":
        return (-1, at) if text.touches(at) else (1, index)
    if word == "-":
        return _dash(text, at, numeral)
    if text.word(at - 1) in {"or", "and", "/"} and text.word(at - 2) == "plus":
        return 1, at - 2
    return -1, at


def _dash(text: Text, at: int, numeral: Numeral) -> tuple[int, int]:
    if not text.touches(at) and at > 0:
        return 1, at + 1
    if text.word(at - 1) == "-":
        return 1, at - 1  # two hyphens are a dash
    if text.word(at - 1) in CHANGES:
        return -1, at
    before = text.lower[max(0, text.starts[at] - 3) : text.starts[at]]
    if before.endswith("/") and text.word(at - 2) == "+":
        return 1, at - 2
    if at and text.used[at - 1] and before[-1:] not in " (":
        # 5月份-2.9% has a minus, 2023年-5家 a dash.
        return (-1, at) if _is_change(text, numeral) else (1, at + 1)
    is_dash = _DASHED.search(before) or _ends_in_unit(text, at)
    if _DASHED_UNIT.search(before):  # 4月单月-3.1%, 发达国家-0.4%
        is_dash = is_dash or not _is_change(text, numeral)
    return (1, at + 1) if is_dash else (-1, at)


def _is_change(text: Text, numeral: Numeral) -> bool:
    """Whether a number is a share or a sum, before which stands a minus rather than a dash."""
    is_share = text.lower.startswith(_CHANGES, numeral.end)
    return is_share or _OF_MONEY.match(text.lower, numeral.end) is not None


def _ends_in_unit(text: Text, at: int) -> bool:
    """Whether a number with its unit or classifier stands right before the word at an index."""
    end = text.starts[at]
    found = _UNIT_BEFORE.search(text.lower[max(0, end - _LONGEST_UNIT) : end])
    if found is None or found[1] is None:
        return found is not None
    unit = unit_zh(found[1])
    is_whole = unit is not None and unit[0] == len(found[1])
    return is_whole or found[1] in CLASSIFIERS - _PERIODS
