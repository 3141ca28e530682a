"""The units that a fact can be stated in.

A unit has a *dimension* and a *scale*: two figures can be compared when their dimensions are the
same, and then by value times scale. Scales are exact fractions, so that 0.5 hours and 30 minutes
are the same figure. Beside the units named here there are
- money, a currency with or without a magnitude: `CNY`, `US$`, `HKD million`, `亿元`;
- rates, a unit per time span: `times per day`, `CNY million per month`;
- count nouns of the analyst's own: `{en: product lines, zh: 条产品线}`, whose English may begin
  with a magnitude (`billion tokens`) or end with a unit named here (`GPU hours`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from exporter.facts.words import Bilingual

COUNT = "count"
RATIO = "ratio"
POINTS = "percentage points"
MULTIPLE = "multiple"
ORDINAL = "ordinal"
TIME = "time"
CALENDAR_TIME = "calendar time"
DATE = "date"
TEXT = "text"
NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure.

    Attributes:
        key: The name in a facts file and in the table of facts.
        en: English label.
        zh: Chinese label.
        dimension: What can be compared with what: `count`, `ratio`, `money:CNY`, `count/time`.
        scale: Size of one unit in the dimension's base unit (seconds, one, one of the currency).
        before: What a number format shows before the number (`US$`, `第`).
        after: What it shows after it (` pp`, ` 个百分点`).
        stored: What Excel stores for 1 as written: 1/100 for percent, else 1.
        noun: Whether the unit is a count noun, which a quote may name beside the number.
    """

    key: str
    en: str
    zh: str
    dimension: str
    scale: Fraction = Fraction(1)
    before: Bilingual = NOTHING
    after: Bilingual = NOTHING
    stored: Fraction = Fraction(1)
    noun: bool = False


NO_UNIT = Unit("", "", "", COUNT)

_MEASURES = (
    Unit(
        "%", "%", "%", RATIO, Fraction(1, 100), after=Bilingual("%", "%"), stored=Fraction(1, 100)
    ),
    Unit("‰", "‰", "‰", RATIO, Fraction(1, 1000), after=Bilingual("‰", "‰")),
    Unit(
        "pp",
        "percentage points",
        "个百分点",
        POINTS,
        Fraction(1, 100),
        after=Bilingual(" pp", " 个百分点"),
    ),
    Unit(
        "bp",
        "basis points",
        "个基点",
        POINTS,
        Fraction(1, 10000),
        after=Bilingual(" bp", " 个基点"),
    ),
    Unit("x", "times (multiple)", "倍", MULTIPLE, after=Bilingual("x", "倍")),
    Unit("rank", "rank", "名次", ORDINAL, before=Bilingual("No. ", "第")),
    Unit(
        "generation",
        "generation",
        "代",
        ORDINAL,
        before=Bilingual("Gen ", "第"),
        after=Bilingual("", "代"),
    ),
    Unit("seconds", "seconds", "秒", TIME, after=Bilingual(" s", " 秒")),
    Unit("minutes", "minutes", "分钟", TIME, Fraction(60), after=Bilingual(" min", " 分钟")),
    Unit("hours", "hours", "小时", TIME, Fraction(3600), after=Bilingual(" h", " 小时")),
    Unit("days", "days", "天", TIME, Fraction(86_400), after=Bilingual(" d", " 天")),
    Unit("weeks", "weeks", "周", TIME, Fraction(604_800), after=Bilingual(" wk", " 周")),
    # A calendar month has no fixed length: months and years are a dimension of their own, so that
    # 12 months equal a year and neither equals a number of days.
    Unit("months", "months", "个月", CALENDAR_TIME, after=Bilingual(" mo", " 个月")),
    Unit("years", "years", "年", CALENDAR_TIME, Fraction(12), after=Bilingual(" yr", " 年")),
    Unit("date", "date", "日期", DATE),
    Unit("text", "", "", TEXT),
)
_COUNT_NOUNS = (
    ("items", "项"),
    ("people", "人"),
    ("users", "用户"),
    ("developers", "名开发者"),
    ("customers", "客户"),
    ("companies", "家企业"),
    ("employees", "名员工"),
    ("times", "次"),
    ("visits", "人次"),
    ("uses", "人次"),
    ("downloads", "次下载"),
    ("parameters", "参数"),
    ("models", "个模型"),
    ("patents", "件专利"),
    ("products", "款产品"),
    ("stores", "家门店"),
    ("cities", "个城市"),
    ("countries", "个国家"),
    ("orders", "笔订单"),
    ("units", "台"),
)
_ALIASES = {
    "percent": "%", "per cent": "%", "pct": "%", "％": "%", "百分比": "%",
    "per mille": "‰", "permille": "‰",
    "percentage points": "pp", "percentage point": "pp", "个百分点": "pp", "百分点": "pp",
    "basis points": "bp", "basis point": "bp", "bps": "bp", "基点": "bp", "个基点": "bp",
    "multiple": "x", "multiples": "x", "fold": "x", "倍": "x",
    "ordinal": "rank", "名次": "rank", "代": "generation",
    "second": "seconds", "秒": "seconds", "minute": "minutes", "min": "minutes", "分钟": "minutes",
    "hour": "hours", "小时": "hours", "day": "days", "天": "days", "week": "weeks", "周": "weeks",
    "month": "months", "个月": "months", "year": "years", "年": "years",
    "person": "people", "人": "people", "次": "times", "人次": "visits", "参数": "parameters",
}  # fmt: skip
_CURRENCIES = {  # symbol shown; the ISO 4217 code is the key
    "CNY": ("¥", "CNY", "元"),
    "HKD": ("HK$", "HKD", "港元"),
    "USD": ("US$", "USD", "美元"),
    "EUR": ("€", "EUR", "欧元"),
    "GBP": ("£", "GBP", "英镑"),
    "JPY": ("JP¥", "JPY", "日元"),
}
_CURRENCY_NAMES = {
    "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "元": "CNY", "人民币": "CNY", "¥": "CNY",
    "￥": "CNY",
    "hkd": "HKD", "hk$": "HKD", "港元": "HKD", "港币": "HKD",
    "usd": "USD", "us$": "USD", "$": "USD", "美元": "USD", "dollars": "USD",
    "eur": "EUR", "€": "EUR", "欧元": "EUR", "gbp": "GBP", "£": "GBP", "英镑": "GBP",
    "jpy": "JPY", "jp¥": "JPY", "日元": "JPY",
}  # fmt: skip
_MAGNITUDES = {  # name: (size, English suffix, Chinese suffix)
    "": (1, "", ""),
    "thousand": (10**3, " thousand", "千"),
    "million": (10**6, " mn", "百万"),
    "billion": (10**9, " bn", "十亿"),
    "trillion": (10**12, " tn", "万亿"),
    "万": (10**4, " ×10k", "万"),
    "亿": (10**8, " ×100mn", "亿"),
}
_MAGNITUDE_NAMES = {
    "k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion",
    "tn": "trillion", "千": "thousand", "百万": "million", "十亿": "billion", "万亿": "trillion",
} | {name: name for name in _MAGNITUDES}  # fmt: skip
_SPANS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years", "秒": "seconds", "分钟": "minutes", "小时": "hours",
          "天": "days", "日": "days", "周": "weeks", "月": "months", "年": "years"}  # fmt: skip


def _registry(units: Iterable[Unit]) -> Mapping[str, Unit]:
    return MappingProxyType({unit.key: unit for unit in units})


KNOWN_UNITS: Mapping[str, Unit] = _registry(
    (*_MEASURES, *(Unit(en, en, zh, COUNT, noun=True) for en, zh in _COUNT_NOUNS))
)


UNIT_NAMES: tuple[str, ...] = (*KNOWN_UNITS, *_ALIASES)


@cache
def find_unit(name: str) -> Unit | None:
    """The unit that `name` means, or None where no unit has that name.

    Args:
        name: As written in a facts file: `%`, `hours`, `CNY million`, `times per day`; "" for none.
    """
    folded = " ".join(name.split())
    lowered = folded.casefold()
    known = KNOWN_UNITS.get(_ALIASES.get(lowered, lowered))
    if not lowered:
        return NO_UNIT
    return known or _money(folded) or _rate(folded)


def own_unit(en: str, zh: str) -> Unit:
    """A count noun of the analyst's own, such as `product lines` / `条产品线`.

    An English label that ends with a measure (`GPU hours`) takes that measure's dimension and
    scale; one that begins with a magnitude (`billion tokens`) is scaled by it.
    """
    if (known := find_unit(en)) and known is not NO_UNIT:
        return replace(known, en=en, zh=zh)
    first, _, rest = en.partition(" ")
    size = _MAGNITUDES[_MAGNITUDE_NAMES[first]][0] if rest and first in _MAGNITUDE_NAMES else 1
    tail = KNOWN_UNITS.get(_ALIASES.get(last := en.rpartition(" ")[2].casefold(), last))
    if tail is not None and tail.dimension in {TIME, CALENDAR_TIME}:
        return Unit(en, en, zh, tail.dimension, tail.scale * size)
    return Unit(en, en, zh, COUNT, Fraction(size), noun=True)


def _money(name: str) -> Unit | None:
    """`CNY million`, `US$ bn`, `亿元`: a currency and a magnitude, in either order."""
    code, size = _currency_and_magnitude(name)
    if code is None or size is None:
        return None
    symbol, en, zh = _CURRENCIES[code]
    number, suffix_en, suffix_zh = _MAGNITUDES[size]
    key = f"{code} {size}".strip()
    return Unit(
        key, f"{en} {size}".strip(), f"{suffix_zh}{zh}", f"money:{code}", Fraction(number),
        before=Bilingual(symbol, symbol),
        after=Bilingual(suffix_en, suffix_zh and f" {suffix_zh}"),
    )  # fmt: skip


def _currency_and_magnitude(name: str) -> tuple[str | None, str | None]:
    lowered = name.casefold()
    for spelling in sorted(_CURRENCY_NAMES, key=len, reverse=True):
        for rest in _without(lowered, spelling):
            if rest in _MAGNITUDE_NAMES:
                return _CURRENCY_NAMES[spelling], _MAGNITUDE_NAMES[rest]
    return None, None


def _without(text: str, part: str) -> Iterable[str]:
    """What is left of `text` when `part` is taken off its start, or off its end."""
    if text.startswith(part):
        yield text.removeprefix(part).strip()
    if text.endswith(part):
        yield text.removesuffix(part).strip()


def _rate(name: str) -> Unit | None:
    """`times per day`, `CNY million per month`, `orders/day`."""
    match = re.fullmatch(r"(.+?)\s*(?:/|\bper\b|\ba\b|每)\s*(\S+)", name)
    if not match or not (span := _SPANS.get(match[2].casefold())):
        return None
    of, per = find_unit(match[1]), KNOWN_UNITS[span]
    if of is None or of.dimension in {DATE, TEXT, ORDINAL}:
        return None
    return Unit(
        f"{of.key} per {match[2].casefold()}",
        f"{of.en} per {span.removesuffix('s')}",
        f"{of.zh}/{per.zh.removeprefix('个')}",
        f"{of.dimension}/{per.dimension}",
        of.scale / per.scale,
        before=of.before, after=of.after, stored=of.stored, noun=of.noun,
    )  # fmt: skip
