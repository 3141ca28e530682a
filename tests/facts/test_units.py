"""Units: known ones, money, rates, and count nouns of one's own."""

from fractions import Fraction

import pytest

from exporter.facts.currencies import CURRENCIES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS, NO_UNIT


@pytest.mark.parametrize(
    ("name", "key", "dimension", "scale"),
    [
        ("%", "%", "ratio", Fraction(1, 100)),
        ("percent", "%", "ratio", Fraction(1, 100)),
        ("‰", "‰", "ratio", Fraction(1, 1000)),
        ("percentage points", "pp", "percentage points", Fraction(1, 100)),
        ("bps", "bp", "percentage points", Fraction(1, 10000)),
        ("x", "x", "multiple", Fraction(1)),
        ("hours", "hours", "time", Fraction(3600)),
        ("小时", "hours", "time", Fraction(3600)),
        ("years", "years", "calendar time", Fraction(12)),
        ("CNY", "CNY", "money:CNY", Fraction(1)),
        ("RMB", "CNY", "money:CNY", Fraction(1)),
        ("亿元", "CNY 亿", "money:CNY", Fraction(10**8)),
        ("百万美元", "USD million", "money:USD", Fraction(10**6)),
        ("US$ bn", "USD billion", "money:USD", Fraction(10**9)),
        ("HKD million", "HKD million", "money:HKD", Fraction(10**6)),
        ("times per day", "times per day", "count/time", Fraction(1, 86400)),
        ("orders/day", "orders per day", "count/time", Fraction(1, 86400)),
        (
            "CNY million per month",
            "CNY million per month",
            "money:CNY/calendar time",
            Fraction(10**6),
        ),
        ("A$ million", "AUD million", "money:AUD", Fraction(10**6)),
        ("INR crore", "INR crore", "money:INR", Fraction(10**7)),
        ("十万元", "CNY 十万", "money:CNY", Fraction(10**5)),
        ("万亿韩元", "KRW trillion", "money:KRW", Fraction(10**12)),
        ("pence", "pence", "money:GBP", Fraction(1, 100)),
        ("US cents", "US cents", "money:USD", Fraction(1, 100)),
        ("million km", "million km", "length", Fraction(10**9)),
        ("million tonnes", "million tonnes", "mass", Fraction(10**9)),
        ("亿千瓦", "100 million kW", "power", Fraction(10**11)),
        ("GWh", "GWh", "energy", Fraction(10**9)),
        ("元/股", "CNY per share", "money:CNY/share 股", Fraction(1)),
        ("CNY per 10 shares", "CNY per 10 shares", "money:CNY/share 股", Fraction(1, 10)),
        ("USD per tonne", "USD per tonnes", "money:USD/mass", Fraction(1, 1000)),
        ("million users", "million users", "count", Fraction(10**6)),
        ("parameters", "parameters", "count", Fraction(1)),
        ("people", "people", "count", Fraction(1)),
    ],
)
def test_units_by_their_names(name: str, key: str, dimension: str, scale: Fraction) -> None:
    unit = find_unit(name)
    assert unit is not None
    assert (unit.key, unit.dimension, unit.scale) == (key, dimension, scale)


@pytest.mark.parametrize(
    "name", ["hous", "product lines", "million", "per day", "dates per day", "¤"]
)
def test_unknown_names_are_no_unit(name: str) -> None:
    assert find_unit(name) is None


def test_no_name_is_no_unit() -> None:
    assert find_unit("") is NO_UNIT


def test_every_known_unit_is_found_by_its_key_and_labelled_in_both_languages() -> None:
    for key, unit in KNOWN_UNITS.items():
        assert find_unit(key) is unit
        assert key == "text" or (unit.en and unit.zh)


def test_own_nouns_count() -> None:
    unit = own_unit("product lines", "条产品线")
    assert (unit.dimension, unit.scale, unit.noun) == ("count", 1, True)


def test_own_nouns_take_a_magnitude_and_a_measure() -> None:
    assert own_unit("billion tokens", "十亿词元").scale == 10**9
    hours = own_unit("GPU hours", "GPU小时")
    assert (hours.dimension, hours.scale) == ("time", 3600)
    days = own_unit("working days", "个工作日")
    assert (days.dimension, days.scale) == ("time", 86_400)
    assert own_unit("working hours", "个工作日") is None


def test_a_known_unit_may_be_labelled_anew() -> None:
    unit = own_unit("%", "百分比")
    assert (unit.key, unit.zh, unit.stored) == ("%", "百分比", Fraction(1, 100))


@pytest.mark.parametrize(
    ("en", "zh", "dimension", "scale"),
    [
        ("vehicles per hour", "辆/小时", "count/time", Fraction(1, 3600)),
        ("vehicles per hour", "辆每小时", "count/time", Fraction(1, 3600)),
        ("ten thousand cases", "萬例", "count", Fraction(10**4)),
        ("thousand cars", "千辆", "count", Fraction(1000)),
        ("Qianwen models", "千问模型", "count", Fraction(1)),
        ("Vanke stores", "万科门店", "count", Fraction(1)),
        ("million parcels per day", "百万件/天", "count/time", Fraction(10**6, 86400)),
        ("GWh", "吉瓦时", "energy", Fraction(10**9)),
        ("CNY 10,000 per tonne", "万元/吨", "money:CNY/mass", Fraction(10)),
        ("HK cents per share", "港仙/股", "money:HKD/share 股", Fraction(1, 100)),
        ("TEU", "個標準箱", "TEU", Fraction(1)),
        ("CNY per head", "元/头", "money:CNY/head of cattle 头", Fraction(1)),
        ("CNY per head", "元/人", "money:CNY/head person 人", Fraction(1)),
        ("CNY per order", "元/订单", "money:CNY/order 单", Fraction(1)),
        ("CNY per household", "元/户", "money:CNY/household 户", Fraction(1)),
        ("CNY 10000 per tonne", "万元/吨", "money:CNY/mass", Fraction(10)),
        ("square km", "平方公里", "area", Fraction(10**6)),
        ("kg of standard coal", "千克标准煤", "mass", Fraction(1)),
        ("10,000 tonnes CO2e", "万吨二氧化碳当量", "mass", Fraction(10**7)),
    ],
)
def test_own_units_say_the_same_in_both_languages(
    en: str, zh: str, dimension: str, scale: Fraction
) -> None:
    unit = own_unit(en, zh)
    assert unit is not None
    assert (unit.en, unit.zh, unit.dimension, unit.scale) == (en, zh, dimension, scale)


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("million users", "亿用户"),
        ("kg of standard coal", "吨标准煤"),
        ("MW", "兆瓦时"),
        ("GWh", "亿瓦时"),
        ("vehicles per hour", "辆"),
        ("vehicles per hour", "辆/天"),
        ("USD per share", "元/股"),
        ("USD per tonne", "美元/桶"),
        ("CNY per person", "元/头"),
        ("CNY per head", "万元/头"),
        ("CNY per order", "元/人"),
        ("CNY per order", "元/百单"),
    ],
)
def test_own_units_that_say_different_things_are_refused(en: str, zh: str) -> None:
    assert own_unit(en, zh) is None


def test_every_currency_is_found_by_its_code_and_its_names() -> None:
    for code, currency in CURRENCIES.items():
        for name in (code, f"{code} million", currency.zh, f"亿{currency.zh}"):
            unit = find_unit(name)
            assert unit is not None, name
            assert unit.dimension == f"money:{code}", name
