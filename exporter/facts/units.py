"""The units that a fact can be stated in.

A unit has a *dimension* and a *scale*: two figures can be compared when their dimensions are the
same, and then by value times scale. Scales are exact fractions, so that 0.5 hours and 30 minutes
are the same figure. `unit_names` finds units by the names that analysts write, money, rates and
units of their own among them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
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


# Words for magnitudes that a unit's name may begin or end with, and the one word for each.
MAGNITUDE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "": "", "k": "thousand", "m": "million", "mn": "million", "bn": "billion",
        "b": "billion", "tn": "trillion", "千": "thousand", "百万": "million",
        "十亿": "billion", "万亿": "trillion",
        "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion",
        "万": "万", "亿": "亿",
    }
)  # fmt: skip


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

    @property
    def nouns(self) -> tuple[str, str]:
        """What is counted, in lower case and in Chinese, without magnitude and time span."""
        en, zh = self.en.partition(" per ")[0].casefold(), self.zh.partition("/")[0]
        first, _, rest = en.partition(" ")
        return (rest if rest and first in MAGNITUDE_NAMES else en), zh.lstrip("百千万亿十") or zh


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


def _registry(units: Iterable[Unit]) -> Mapping[str, Unit]:
    return MappingProxyType({unit.key: unit for unit in units})


KNOWN_UNITS: Mapping[str, Unit] = _registry(
    (*_MEASURES, *(Unit(en, en, zh, COUNT, noun=True) for en, zh in _COUNT_NOUNS))
)


def as_written(number: float) -> Fraction:
    """The decimal fraction that `number` was written as: 24.8, not the nearest binary double.

    Up to 15 significant digits, which is as many as a fact may have, Python's shortest `repr` of a
    double is the decimal that it was read from.
    """
    whole, _, decimals = repr(number).partition(".")
    if "e" in whole or "e" in decimals or not decimals.isdecimal():
        return Fraction(repr(number))
    if decimals == "0":
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))
