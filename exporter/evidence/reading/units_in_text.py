"""Units as running text writes them: 元, 小时, 个百分点, %, basis points, US$, yuan."""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.reading.numerals import ONE, Numeral
from exporter.facts.units import CALENDAR_TIME, COUNT, KNOWN_UNITS, MULTIPLE, RATIO, TIME


class Quantity(NamedTuple):
    """A numeral with its unit.

    Attributes:
        numeral: The number.
        start: Where it begins, with a currency or a minus before it.
        end: Where it ends, with its unit.
        dimension: As in `facts.units`; `count` where no unit is said.
        scale: Size of the unit in the dimension's base unit.
        sign: -1 where a minus is written.
        counted: Whether a unit or a classifier follows, so that even 一 is a figure.
    """

    numeral: Numeral
    start: int
    end: int
    dimension: str
    scale: Fraction
    sign: int
    counted: bool


_MEASURES = {  # spelling in text: key of the unit
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "‰": "‰", "per mille": "‰",
    "个百分点": "pp", "百分点": "pp", "percentage point": "pp", "pp": "pp", "ppt": "pp",
    "个基点": "bp", "基点": "bp", "basis point": "bp", "bp": "bp", "倍": "x", "x": "x",
    "秒钟": "seconds", "秒": "seconds", "second": "seconds", "sec": "seconds",
    "分钟": "minutes", "minute": "minutes", "min": "minutes",
    "个小时": "hours", "小时": "hours", "个钟头": "hours", "hour": "hours", "hr": "hours",
    "天": "days", "day": "days", "个星期": "weeks", "星期": "weeks", "周": "weeks", "week": "weeks",
    "个月": "months", "月": "months", "month": "months",
    "周年": "years", "年": "years", "year": "years",
}  # fmt: skip
_MILLISECOND = {
    "毫秒": Fraction(1, 1000),
    "millisecond": Fraction(1, 1000),
    "ms": Fraction(1, 1000),
}
_TENTH = {"成": Fraction(1, 10)}
_CURRENCIES = {
    "元": "CNY", "人民币": "CNY", "元人民币": "CNY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "cny": "CNY", "¥": "CNY", "cn¥": "CNY", "rmb¥": "CNY",
    "港元": "HKD", "港币": "HKD", "hkd": "HKD", "hk$": "HKD", "hk dollar": "HKD",
    "hong kong dollar": "HKD", "美元": "USD", "usd": "USD", "us$": "USD", "$": "USD",
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD",
    "欧元": "EUR", "eur": "EUR", "euro": "EUR", "€": "EUR",
    "英镑": "GBP", "gbp": "GBP", "pound": "GBP", "pound sterling": "GBP", "£": "GBP",
    "日元": "JPY", "jpy": "JPY", "yen": "JPY", "jp¥": "JPY",
    # Known here so that they are never taken for one of the above.
    "韩元": "KRW", "krw": "KRW", "新台币": "TWD", "twd": "TWD", "nt$": "TWD",
    "新元": "SGD", "sgd": "SGD", "s$": "SGD", "澳元": "AUD", "aud": "AUD", "a$": "AUD",
    "加元": "CAD", "cad": "CAD", "c$": "CAD", "瑞士法郎": "CHF", "chf": "CHF",
    "卢布": "RUB", "卢比": "INR", "inr": "INR",
}  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SPELLINGS = (*_MEASURES, *_MILLISECOND, *_TENTH, *_CURRENCIES)
_LATIN = _either(word for word in _SPELLINGS if word[-1].isascii() and word[-1].isalpha())
_CHINESE = _either(word for word in _SPELLINGS if word[0] >= "\u4e00")
# 月 is a span only in 个月; 元, 天, 年, 周, 秒, 倍 begin other words: 元素, 天猫, 年级.
_UNIT = re.compile(
    rf"[ -]?(?:(?P<latin>{_LATIN})e?s?(?![a-z0-9])|(?P<mark>[%‰¥€£]))"
    rf"|[ ]?(?P<chinese>{_CHINESE})(?<![^个半多]月)(?!(?<=元)[素宇老旦]|(?<=天)[猫然气津使]"
    r"|(?<=年)[级轻代]|(?<=周)[边转末刊期]|(?<=秒)[杀懂]|(?<=倍)[增受感]"
    r"|(?<=成)[为立本功长员果熟交就分套品都绩人年])"
)
# 美元 before a number belongs to another one: 5亿美元10亿港元.
_SYMBOLS = _either(
    [word for word in _CURRENCIES if word.isascii() or word[-1] in "¥€£"]
    + ["人民币", "港币", "新台币"]
)
_BEFORE = re.compile(
    rf"(?:(?P<minus>-)?(?P<currency>{_SYMBOLS})\s?)?(?P<sign>-|负|(?:minus|negative)\s+)?$"
)
# Whatever stands before a number that _BEFORE matches ends with one of these, or with white space.
_LAST_BEFORE = frozenset({word[-1] for word in _CURRENCIES} | set("-负"))
# After a number, a unit or a word a "-" is a dash and no minus.
_DASHED = re.compile(r"[0-9A-Za-z\x00%‰)\]百千万亿元倍年月天时钟秒个家人次名点]$")
# Before one of these a single Chinese digit is a figure.
_CLASSIFIER = re.compile(
    r"[个条款项件次名位家种类门部台套张只辆艘架座栋间所处场层代轮批组份篇本册页支枚颗块片株棵头匹粒杯"
    r"瓶盒箱包袋桶吨克斤亩升户字卡核元股笔单例宗朵把幅道届人大省市县国城步站点口岁行折集季成]"
)
# "3 times as many" is a multiple and "8 times a day" a count; so is "rose 3 times" a multiple.
_TIMES = re.compile(
    r"[ -]times?(?![a-z])(?=\s+(?:as|the|its|that|those|more|higher|larger|bigger|faster|greater"
    r"|lower|of|over)(?![a-z]))"
)
_TIMES_ALONE = re.compile(
    r"[ -]times?(?![a-z])(?!\s+(?:a|an|per|each|every|daily|weekly|monthly)(?![a-z]))"
)
_GREW = re.compile(
    r"(?:rose|grew|increased?|jumped|surged|up|multiplied|climbed|expanded)\s+(?:by\s+)?"
    r"(?:[a-z]+\s+){0,2}$"
)
# 三年半, 两倍半, "two hours and a half"; 年半 begins 年半数 too.
_AND_A_HALF = re.compile(
    r"半(?![数年天个小月日径导夜价])|\s+and\s+(?:a\s+)?half(?![a-z])(?!\s+(?:of|an?|the|million|billion)(?![a-z]))"
)
_HALVED = frozenset({TIME, CALENDAR_TIME, MULTIPLE})
_HAN = re.compile(r"[\u4e00-\u9fff]")


def with_unit(numeral: Numeral, text: str, limit: int) -> Quantity:
    """`numeral` with the unit that stands beside it.

    Args:
        numeral: The number.
        text: Folded, in small letters, masked.
        limit: Where the next quantity begins; a unit does not reach into it.
    """
    start, sign, prefixed = _before(numeral, text)
    if numeral.dimension:
        return Quantity(
            numeral, numeral.start, numeral.end, numeral.dimension, ONE, sign, counted=True
        )
    end, dimension, scale = _after(numeral, text, limit)
    half = _AND_A_HALF.match(text, end) if dimension in _HALVED else None
    if half:
        numeral = numeral._replace(
            low=numeral.low + Fraction(1, 2), high=numeral.high + Fraction(1, 2)
        )
        end = half.end()
    # 港币5亿元 is in Hong Kong dollars; what says its currency twice otherwise says it last.
    if prefixed and dimension in {"", "money:CNY"}:
        dimension = f"money:{prefixed}"
    counted = bool(dimension) or bool(_CLASSIFIER.match(text, numeral.end))
    return Quantity(numeral, start, end, dimension or COUNT, scale, sign, counted)


def _before(numeral: Numeral, text: str) -> tuple[int, int, str]:
    """Where the figure begins, its sign, and the currency named before it."""
    window = max(0, numeral.start - 20)
    before = text[window : numeral.start]
    last = before[-1:]
    match = _BEFORE.search(before) if last in _LAST_BEFORE or last.isspace() else None
    if not match or not match[0]:
        return numeral.start, numeral.sign, ""
    start, spelling = match.start(), match["currency"] or ""
    if spelling[:1].isascii() and spelling[:1].isalpha() and before[:start][-1:].islower():
        return numeral.start, numeral.sign, ""
    sign = -1 if match["sign"] or match["minus"] else numeral.sign
    if "-" in (match["sign"], match["minus"]) and _DASHED.search(before[:start]):
        start, sign = start + (1 if match["minus"] else len(match[0])), numeral.sign
    return window + start, sign, _CURRENCIES.get(spelling, "")


def _after(numeral: Numeral, text: str, limit: int) -> tuple[int, str, Fraction]:
    """Where the figure ends, the dimension of the unit after it ("" for none), and its scale."""
    spaced = text.startswith((" ", "-"), numeral.end)
    times = _TIMES.match(text, numeral.end) if spaced else None
    if spaced and not times and (alone := _TIMES_ALONE.match(text, numeral.end)):
        grew = _GREW.search(text[max(0, numeral.start - 30) : numeral.start])
        times = alone if grew or numeral.low.denominator > 1 else None
    if times:
        return times.end(), MULTIPLE, ONE
    match = _UNIT.match(text, numeral.end, limit)
    if not match:
        return numeral.end, "", ONE
    word = match["latin"] or match["mark"] or match["chinese"]
    if code := _CURRENCIES.get(word):
        return match.end(), f"money:{code}", ONE
    if word in _TENTH:
        # Ten tenths are all there are: 20成 is no such thing.
        is_share = numeral.high <= 10
        return (match.end(), RATIO, _TENTH[word]) if is_share else (numeral.end, "", ONE)
    if word in _MILLISECOND:
        return match.end(), TIME, _MILLISECOND[word]
    # Chinese brokers write "pct" for percentage points, English ones for percent.
    is_points = word == "pct" and _HAN.search(text, max(0, numeral.start - 6), numeral.start)
    unit = KNOWN_UNITS["pp" if is_points else _MEASURES[word]]
    return match.end(), unit.dimension, unit.scale
