"""The units that a fact can be stated in.

A unit has a *dimension* and a *scale*: two figures can be compared when their dimensions are the
same, and then by value times scale. Scales are exact fractions, so that 0.5 hours and 30 minutes
are the same figure. `unit_names` finds units by the names that analysts write, money, rates and
units of their own among them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from exporter.facts.magnitudes import MAGNITUDES
from exporter.facts.measures import MEASURES
from exporter.facts.words import Bilingual, Lang

COUNT = "count"
RATIO = "ratio"
POINTS = "percentage points"
MULTIPLE = "multiple"
ORDINAL = "ordinal"
TIME = "time"
CALENDAR_TIME = "calendar time"
SPANS_OF_TIME = frozenset({TIME, CALENDAR_TIME})
DATE = "date"
TEXT = "text"
NOTHING = Bilingual("", "")


class Per(NamedTuple):
    """What a rate is per.

    Attributes:
        dimension: Of a measure or a span of time; "" for a thing.
        scale: How much of the dimension's base unit, or how many things (per 10 shares).
        words: How the thing is called, in small letters, in both languages.
    """

    dimension: str
    scale: Fraction
    words: frozenset[str] = frozenset()


class Forms(NamedTuple):
    """How a unit with a magnitude is said in any other; `{}` is where that stands.

    Attributes:
        magnitude: The one in its name, by its key in MAGNITUDES.
        label: `EUR {}` and `{}欧元`.
        after: What a number format shows after the number: ` {}` and `{}欧元`.
    """

    magnitude: str
    label: Bilingual
    after: Bilingual


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
        after: What it shows after it (` pp`, `个百分点`), in the magnitude of `shown`.
        stored: What Excel stores for 1 as written: 1/100 for percent, else 1.
        noun: Whether the unit counts things, which the quote must name.
        words: How a quote may name them, in English and in Chinese; the analyst's own label first.
        size: The magnitude in the unit's name: 10**6 of `million tonnes`.
        per: What it is per, where it is a rate.
        shown: Its label in another magnitude, where a language has not that of its name: 亿欧元 of
            `EUR billion`. "" for `en` or `zh`.
        places: How far the decimal point then moves to the right, in English and in Chinese.
        forms: How it is said in any magnitude; None where the analyst's labels say it.
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
    words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    size: Fraction = Fraction(1)
    per: Per | None = None
    shown: Bilingual = NOTHING
    places: tuple[int, int] = (0, 0)
    forms: Forms | None = None

    def label(self, lang: Lang) -> str:
        """What stands beside a number in that language."""
        return self.shown.in_(lang) or (self.en if lang == "en" else self.zh)

    def moved(self, lang: Lang) -> int:
        """How far the decimal point moves to the right: one place where 1.8 billion are 18亿."""
        return self.places[lang != "en"]

    def in_magnitudes(self, keys: Bilingual) -> "Unit":
        """The same unit, shown in these magnitudes of the two languages; as it is without forms."""
        if self.forms is None:
            return self
        en, zh = MAGNITUDES[keys.en], MAGNITUDES[keys.zh]
        own, label, after = MAGNITUDES[self.forms.magnitude], self.forms.label, self.forms.after
        return replace(
            self,
            shown=Bilingual(label.en.format(en.names.en), label.zh.format(zh.names.zh)),
            after=Bilingual(after.en.format(en.suffixes.en), after.zh.format(zh.suffixes.zh)),
            places=(own.power - en.power, own.power - zh.power),
        )

    def __hash__(self) -> int:
        """By its names alone, which is quick, since what is known of units is looked up often."""
        return hash((self.key, self.en))


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
        after=Bilingual(" pp", "个百分点"),
    ),
    Unit(
        "bp",
        "basis points",
        "个基点",
        POINTS,
        Fraction(1, 10000),
        after=Bilingual(" bp", "个基点"),
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
    Unit("seconds", "seconds", "秒", TIME, after=Bilingual(" s", "秒")),
    Unit("minutes", "minutes", "分钟", TIME, Fraction(60), after=Bilingual(" min", "分钟")),
    Unit("hours", "hours", "小时", TIME, Fraction(3600), after=Bilingual(" h", "小时")),
    Unit("days", "days", "天", TIME, Fraction(86_400), after=Bilingual(" d", "天")),
    Unit("weeks", "weeks", "周", TIME, Fraction(604_800), after=Bilingual(" wk", "周")),
    # A calendar month has no fixed length: months and years are a dimension of their own, so that
    # 12 months equal a year and neither equals a number of days.
    Unit("months", "months", "个月", CALENDAR_TIME, after=Bilingual(" mo", "个月")),
    Unit(
        "quarters",
        "quarters",
        "个季度",
        CALENDAR_TIME,
        Fraction(3),
        after=Bilingual(" quarters", "个季度"),
    ),
    Unit("years", "years", "年", CALENDAR_TIME, Fraction(12), after=Bilingual(" yr", "年")),
    Unit("date", "date", "日期", DATE),
    Unit("text", "", "", TEXT),
)
# Key, Chinese label, English words for it, Chinese words; a singular is its plural without s.
_COUNT_NOUNS = (
    ("items", "项", "items", "项 件 个"),
    ("people", "人", "people persons individuals", "人 名 位 员工 人员 人数"),
    ("users", "用户", "users", "用户 使用者 日活 月活 DAU MAU"),
    ("developers", "名开发者", "developers", "开发者 开发人员"),
    ("customers", "客户", "customers clients", "客户 顾客"),
    ("companies", "家企业", "companies firms enterprises businesses", "企业 公司 机构"),
    (
        "employees", "名员工",
        "employees staff headcount employs employed employ workforce workers",
        "员工 雇员 职工 裁员 雇用 聘用 人员",
    ),
    ("times", "次", "times", "次"),
    ("visits", "人次", "visits", "人次"),
    ("uses", "人次", "uses", "人次"),
    ("downloads", "次下载", "downloads downloaded", "下载"),
    ("parameters", "参数", "parameters", "参数"),
    ("models", "个模型", "models", "模型"),
    ("patents", "件专利", "patents", "专利"),
    ("products", "款产品", "products", "产品 新品 单品"),
    ("stores", "家门店", "stores outlets shops", "门店 门市 分店 店铺 店面 店"),
    ("cities", "个城市", "cities", "城市 城"),
    ("countries", "个国家", "countries nations", "国家 国"),
    ("orders", "笔订单", "orders", "订单 单"),
    ("units", "台", "units vehicles cars trucks", "台 套 部 辆"),
)  # fmt: skip
# Things that figures are per, by every word for one: the English name and the Chinese one.
PER_NOUNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        word: (words.split()[0].replace("_", " "), words.split()[1])
        for words in (
            "share 股",
            "ADS ADS ads adss 美国存托股 美国存托股份 存托股",
            "ADR ADR adr",
            "unit 台 件",
            "person 人 head capita",
            "user 用户",
            "customer 客户",
            "order 单 订单",
            "vehicle 辆 车",
            "parcel 票 包裹 package",
            "transaction 笔 宗",
            "room 间",
            "night 晚",
            "household 户",
            "subscriber 户",
            "seat 座",
            "store 店",
            "case 例",
            "pair 双",
            "bottle 瓶",
            "cup 杯",
            "ticket 张",
            "trip 趟",
            "patient 患者",
            "dozen 打",
            "employee 员工",
            "token 词元",
            "kit 套",
            "set 套",
            "head_of_cattle 头",
            "box 箱",
        )
        for word in (words.split()[0].replace("_", " "), *words.split()[1:])
    }
)


def _registry(units: Iterable[Unit]) -> Mapping[str, Unit]:
    return MappingProxyType({unit.key: unit for unit in units})


def _measured() -> Iterator[Unit]:
    for measure in MEASURES.values():
        per = Per(TIME, Fraction(1)) if "/" in measure.dimension else None
        after = Bilingual(f" {measure.key}", measure.zh)
        yield Unit(
            measure.key, measure.key, measure.zh, measure.dimension, measure.scale,
            after=after, words=(measure.en, measure.names_zh), per=per,
        )  # fmt: skip


def _counted() -> Iterator[Unit]:
    for key, zh, words_en, words_zh in _COUNT_NOUNS:
        words = tuple(words_en.split()), tuple(words_zh.split())
        yield Unit(key, key, zh, COUNT, noun=True, words=words)


KNOWN_UNITS: Mapping[str, Unit] = _registry((*_MEASURES, *_counted(), *_measured()))


@lru_cache(4096)  # what is told of a fact asks for its figure again and again
def as_written(number: float) -> Fraction:
    """The decimal fraction that `number` was written as: 24.8, not the nearest binary double."""
    return Fraction(*ratio_as_written(number))


def ratio_as_written(number: float) -> tuple[int, int]:
    """The decimal fraction that `number` was written as, as a ratio, not always in lowest terms.

    Up to 15 significant digits, which is as many as a fact may have, Python's shortest `repr` of a
    double is the decimal that it was read from.
    """
    text = repr(number)
    if text.endswith(".0"):
        return int(text[:-2]), 1
    return ratio_of_decimal(text) if "e" not in text else Fraction(text).as_integer_ratio()


def ratio_of_decimal(decimal: str) -> tuple[int, int]:
    """A decimal (1,234.5) as a ratio, not always in lowest terms."""
    whole, _, decimals = decimal.replace(",", "").partition(".")
    return int(whole + decimals), 10 ** len(decimals)
