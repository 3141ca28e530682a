"""Series: all facts of an entity, a metric and a unit are shown in one magnitude."""

from typing import Any

import pyarrow as pa
import pytest

from exporter.facts.fact_set import collect
from exporter.facts.own_units import own_unit
from exporter.facts.series import SHOWN, Series
from exporter.facts.units import Unit
from exporter.report.looks import shown_units
from exporter.report.values import shown_values, stored_numbers
from tests.report.sample_facts import facts_table, number

pytestmark = pytest.mark.usefixtures("unconfined")

TEXT = {"value": "a word"}  # between two figures: a chart compares neighbours


def of(metric: str, value: str, unit: str | Unit, **other: Any) -> dict[str, Any]:
    return number(value, unit, **{"metric.en": metric, "metric.zh": metric}, **other)


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        ("2300", "10,000 users", ("23", "million users"), ("2,300", "万用户")),
        ("1.6", "100 million units", ("160", "million units"), ("1.6", "亿台")),
        ("34.7", "亿元", ("¥3.47 bn", "CNY billion"), ("34.7亿元", "亿元")),
        ("0.5", "billion users", ("0.5", "billion users"), ("5", "亿用户")),
        ("9.99", "亿元", ("¥999 mn", "CNY million"), ("9.99亿元", "亿元")),
        ("10", "亿元", ("¥1 bn", "CNY billion"), ("10亿元", "亿元")),
        ("12345", "亿元", ("¥1.2345 tn", "CNY trillion"), ("12,345亿元", "亿元")),
        ("2305", "万元", ("¥23.05 mn", "CNY million"), ("2,305万元", "万元")),
        ("2300.0", "万元", ("¥23.000 mn", "CNY million"), ("2,300.0万元", "万元")),
        ("60", "万元", ("¥600 thousand", "CNY thousand"), ("60万元", "万元")),
        ("-60", "万元", ("-¥600 thousand", "CNY thousand"), ("-60万元", "万元")),
        ("0.02", "万元", ("¥0.2 thousand", "CNY thousand"), ("0.02万元", "万元")),
        ("0", "万元", ("¥0 thousand", "CNY thousand"), ("0万元", "万元")),
        ("350", "USD million", ("US$350 mn", "USD million"), ("3.5亿美元", "亿美元")),
        ("94", "USD million", ("US$94 mn", "USD million"), ("9,400万美元", "万美元")),
        ("5", "USD thousand", ("US$5 thousand", "USD thousand"), ("5千美元", "千美元")),
        ("1800", "USD billion", ("US$1,800 bn", "USD billion"), ("1.8万亿美元", "万亿美元")),
        ("0.4", "USD trillion", ("US$0.4 tn", "USD trillion"), ("0.4万亿美元", "万亿美元")),
        ("7000", "INR crore", ("₹7,000 crore", "INR crore"), ("700亿印度卢比", "亿印度卢比")),
        ("1.2", "亿元/月", ("¥120 mn/month", "CNY million per month"), ("1.2亿元/月", "亿元/月")),
        ("4.5", "亿千瓦", ("450 mn kW", "million kW"), ("4.5亿千瓦", "亿千瓦")),
        ("2300", own_unit("10,000 users", "万户"), ("2,300", "10,000 users"), ("2,300", "万户")),
        ("100000000", "users", ("100,000,000", "users"), ("100,000,000", "用户")),
    ],
)
def test_one_value_in_both_languages(
    value: str, unit: str | Unit, english: tuple[str, str], chinese: tuple[str, str]
) -> None:
    facts = facts_table(number(value, unit))
    (shown,) = shown_units(facts)
    found = [(shown_values(facts, lang)[0].as_py(), shown.label(lang)) for lang in ("en", "zh")]
    assert found == [english, chinese]


def test_the_largest_value_of_a_series_decides_for_all_of_it() -> None:
    facts = facts_table(
        of("Users", "80", "10,000 users", period="2021"),
        TEXT,
        of("Users", "2300", "10,000 users", period="2023"),
        TEXT,
        of("Payers", "80", "10,000 users"),
        TEXT,
        of("Users", "80", "10,000 users", entity="Yard"),
    )
    units = [unit.label("en") for unit in shown_units(facts) if unit.key != "text"]
    assert units == ["million users", "million users", "thousand users", "thousand users"]
    assert stored_numbers(facts, "en").drop_null().to_pylist() == [0.8, 23, 800, 800]


def test_the_high_end_of_a_range_is_a_value_of_its_series() -> None:
    (shown,) = shown_values(facts_table(number("900", "万元", high=1100.0)), "en").to_pylist()
    assert shown == "¥9–11 mn"
    (shown,) = shown_values(facts_table(number("900", "万元", high=1105.0)), "en").to_pylist()
    assert shown == "¥9.00–11.05 mn"


def test_what_a_chart_compares_shares_a_magnitude() -> None:
    revenue, profit = of("Revenue", "123.4", "亿元"), of("Profit", "6.5", "亿元")
    shown = shown_values(facts_table(revenue, profit, TEXT, profit), "en").to_pylist()
    assert shown == ["¥12.34 bn", "¥0.65 bn", "a word", "¥0.65 bn"]
    apart = shown_values(facts_table(revenue, TEXT, profit), "en").to_pylist()
    assert apart == ["¥12.34 bn", "a word", "¥650 mn"]


def series(rows: list[dict[str, Any]], most: int) -> pa.Table:
    """The rows, batch by batch, where no more series than `most` are told apart."""
    found, facts = Series(most), facts_table(*rows)
    facts = facts.drop([SHOWN]).append_column(SHOWN, pa.repeat(pa.scalar(""), len(rows)))
    for start in range(0, facts.num_rows, 2):
        found.take(facts.slice(start, 2))
    return found.shown(collect([facts], schema=facts.schema)).table()


def test_of_too_many_series_units_alone_decide() -> None:
    rows = [of(f"Metric {index}", "2300", "万元") for index in range(5)]
    assert {unit.label("en") for unit in shown_units(series(rows, 5))} == {"CNY million"}
    assert {unit.label("en") for unit in shown_units(series(rows, 4))} == {"CNY thousand"}


def test_a_series_may_lie_in_many_batches() -> None:
    rows = [of("Users", value, "10,000 users") for value in ("1", "2", "3", "4", "2300")]
    assert {unit.label("en") for unit in shown_units(series(rows, 5))} == {"million users"}


def test_no_decimal_is_lost_where_values_have_very_many() -> None:
    facts = facts_table(of("M", "0.00000000012", "万元"), of("M", "120000000", "万元"))
    assert shown_values(facts, "en").to_pylist() == ["¥0.0000000012 thousand", "¥1.2 tn"]


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        (  # one outlier does not decide for the others, nor they for it
            ("0.0001", "12345678"),
            ["¥0.001 thousand", "¥123.45678 bn"],
            ["0.0001万元", "12,345,678万元"],
        ),
        (("0", "12345678"), ["¥0 bn", "¥123.45678 bn"], ["0万元", "12,345,678万元"]),
        (("900", "100000"), ["¥9 mn", "¥1 bn"], ["900万元", "100,000万元"]),
        (("-900", "100000"), ["-¥9 mn", "¥1 bn"], ["-900万元", "100,000万元"]),
        (("1000", "100000"), ["¥0.01 bn", "¥1 bn"], ["1,000万元", "100,000万元"]),
        (
            ("2300", "80", "0.0345678"),
            ["¥23 mn", "¥0.8 mn", "¥0.345678 thousand"],
            ["2,300万元", "80万元", "0.0345678万元"],
        ),
    ],
)
def test_a_value_that_would_read_badly_in_its_series_keeps_its_own_magnitude(
    values: tuple[str, ...], english: list[str], chinese: list[str]
) -> None:
    facts = facts_table(*(of("Cash", value, "万元") for value in values))
    assert shown_values(facts, "en").to_pylist() == english
    assert shown_values(facts, "zh").to_pylist() == chinese
