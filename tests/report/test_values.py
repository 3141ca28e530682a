"""Values as columns: what Excel stores, how it shows, in which style."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.own_units import own_unit
from exporter.facts.ranges import End
from exporter.facts.units import Unit
from exporter.facts.words import LANGUAGES, Lang
from exporter.report.looks import shown_units, unit_at, unit_keys, unit_label, value_looks
from exporter.report.values import (
    doubted,
    end_styles,
    shown_values,
    stored_highs,
    stored_numbers,
    value_styles,
)
from tests.report.sample_facts import facts_table, number

TABLE = facts_table(
    number("100000000", "downloads", qualifier="over"),
    number("24.8", "%", qualifier="about"),
    number("-3.50", "CNY million"),
    {"value": dt.date(2023, 10, 1), "precision": "month"},
    {"value": "a word", "text.zh": "一个词"},
    number("5", own_unit("product lines", "条产品线"), qualifier="up to"),
)


@pytest.mark.parametrize(
    ("fact", "stored"),
    [
        (number("19", "%"), 0.19),
        (number("24.8", "%"), 0.248),
        (number("0.07", "%"), 0.0007),
        (number("-18.5", "%"), -0.185),
        (number("33.3333333333333", "%"), 0.333333333333333),
        (number("5", "‰"), 5.0),
        (number("1.1"), 1.1),
        (number("123456789012345"), 123456789012345.0),
        (number("18.62", "EUR billion"), 18.62),
        (number("123.4", "亿元"), 12.34),
        (number("12.5", "万元"), 125.0),
        (number("3", "千万美元"), 30.0),
        ({"value": dt.date(2023, 10, 31)}, 45230.0),
        ({"value": dt.date(1900, 1, 1)}, 1.0),
        ({"value": dt.date(1900, 2, 28)}, 59.0),
        ({"value": dt.date(1900, 3, 1)}, 61.0),
        ({"value": "a word"}, None),
    ],
)
def test_what_excel_stores(fact: dict[str, object], stored: float | None) -> None:
    assert stored_numbers(facts_table(fact), "en").to_pylist() == [stored]


@pytest.mark.parametrize(
    ("value", "unit", "cell", "shown", "label"),
    [
        ("18.62", "EUR billion", 186.2, "186.2亿欧元", "亿欧元"),
        ("-0.07", "USD billion", -7000.0, "-7,000万美元", "万美元"),
        ("19", "CNY billion", 190.0, "190亿元", "亿元"),
        ("5.2", "EUR million", 520.0, "520万欧元", "万欧元"),
        ("1.85", "KRW trillion", 1.85, "1.85万亿韩元", "万亿韩元"),
        ("18420", "INR crore", 1842.0, "1,842亿印度卢比", "亿印度卢比"),
        ("2.5", "INR lakh", 25.0, "25万印度卢比", "万印度卢比"),
        ("123.4", "亿元", 123.4, "123.4亿元", "亿元"),
        ("3.2", "千亿元", 3.2, "3.2千亿元", "千亿元"),
        ("1.25", "billion kWh", 12.5, "12.5亿千瓦时", "亿千瓦时"),
        ("3.14", "billion users", 31.4, "31.4", "亿用户"),
        ("0.5", "CNY billion per month", 5.0, "5亿元/月", "亿元/月"),
        ("2.75", own_unit("million parcels", "百万件"), 2.75, "2.75", "百万件"),
        ("2.75", own_unit("EUR billion", "十亿欧元"), 2.75, "2.75", "十亿欧元"),
        ("2.75", own_unit("billion users", "十亿用户"), 2.75, "2.75", "十亿用户"),
    ],
)
def test_a_magnitude_is_shown_as_chinese_says_it(
    value: str, unit: str | Unit, cell: float, shown: str, label: str
) -> None:
    facts = facts_table(number(value, unit))
    assert stored_numbers(facts, "zh").to_pylist() == [cell]
    assert shown_values(facts, "zh").to_pylist() == [shown]
    assert [unit_label(look, "zh") for look in value_looks(facts, "zh").dictionary.to_pylist()] == [
        label
    ]


@pytest.mark.parametrize(
    ("value", "unit", "cell", "shown", "label"),
    [
        ("123.4", "亿元", 12.34, "¥12.34 bn", "CNY billion"),
        ("5", "亿元", 500.0, "¥500 mn", "CNY million"),
        ("2300", "万元", 23.0, "¥23 mn", "CNY million"),
        ("12.5", "十万美元", 1.25, "US$1.25 mn", "USD million"),
        ("3.25", "千万元", 32.5, "¥32.5 mn", "CNY million"),
        ("3.2", "千亿元", 320.0, "¥320 bn", "CNY billion"),
        ("1.8", "万亿日元", 1.8, "JP¥1.8 tn", "JPY trillion"),
        ("18420", "INR crore", 18_420.0, "₹18,420 crore", "INR crore"),
        ("10.8", "亿千瓦", 1.08, "1.08 bn kW", "billion kW"),
        ("2.75", own_unit("ten thousand cases", "万例"), 2.75, "2.75", "ten thousand cases"),
    ],
)
def test_a_magnitude_is_shown_as_english_says_it(
    value: str, unit: str | Unit, cell: float, shown: str, label: str
) -> None:
    facts = facts_table(number(value, unit))
    assert stored_numbers(facts, "en").to_pylist() == [cell]
    assert shown_values(facts, "en").to_pylist() == [shown]
    assert [unit_label(look, "en") for look in value_looks(facts, "en").dictionary.to_pylist()] == [
        label
    ]


@given(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(0, 15),
    st.sampled_from(
        [
            "EUR billion",
            "EUR million",
            "亿元",
            "万元",
            "千亿元",
            "INR crore",
            "INR lakh",
            "USD",
            "%",
        ]
    ),
    st.sampled_from(LANGUAGES),
)
def test_no_digit_is_added_or_lost(digits: int, decimals: int, unit: str, lang: Lang) -> None:
    """What a cell holds is what typing the number with its point moved would give."""
    written = f"{Decimal(digits).scaleb(-decimals):f}"
    facts = facts_table(number(written, unit))
    (known,) = shown_units(facts)
    moved = Fraction(digits, 10**decimals) * known.stored * Fraction(10) ** known.moved(lang)
    assert stored_numbers(facts, lang).to_pylist() == [float(moved)]
    (shown,) = shown_values(facts, lang).to_pylist()
    said = Fraction(Decimal(re.sub(r"[^0-9.]", "", shown.replace(",", ""))))
    assert said == abs(moved) * (100 if unit == "%" else 1)


def test_cells_beside_each_other_show_the_digits_of_their_values() -> None:
    facts = facts_table(
        *(number(value, "10,000 users") for value in ("120", "2300", "1250")),
        number("9950", "万元"),
        number("3000", "亿元"),
        number("3000.0", "亿元"),
        number("950", "USD million", high=1050.0),
        number("41.0", "%"),
    )
    shown = {
        "en": ("1.2", "23", "12.5", "¥99.5 mn", "¥300 bn", "¥300.00 bn", "US$950–1,050 mn", "41.0%"),
        "zh": ("120", "2,300", "1,250", "9,950万元", "3,000亿元", "3,000.0亿元", "9.5–10.5亿美元", "41.0%"),
    }  # fmt: skip
    formats = {
        "en": ("#,##0.0", "#,##0", "#,##0.0", '"¥"#,##0.0" mn"', '"¥"#,##0" bn"', '"¥"#,##0.00" bn"',
               '"US$"#,##0"–1,050 mn"', "0.0%"),
        "zh": ("#,##0", "#,##0", "#,##0", '#,##0"万元"', '#,##0"亿元"', '#,##0.0"亿元"',
               '#,##0.0"–10.5亿美元"', "0.0%"),
    }  # fmt: skip
    for lang in LANGUAGES:
        styles = value_styles(facts, value_looks(facts, lang), lang).to_pylist()
        assert styles == [f"figure {text}" for text in formats[lang]]
        assert shown_values(facts, lang).to_pylist() == list(shown[lang])


def test_a_percentage_is_the_double_that_typing_it_would_give() -> None:
    """Division alone would give 0.28999999999999998 or 0.57000000000000006 for some of these."""
    written = [f"{hundredths / 100:.2f}" for hundredths in range(1, 10_000)]
    stored = stored_numbers(facts_table(*(number(text, "%") for text in written)), "en").to_pylist()
    assert stored == [float(f"{text}e-2") for text in written]


def test_how_it_shows() -> None:
    assert shown_values(TABLE, "en").to_pylist() == [
        "> 100,000,000", "≈ 24.8%", "-¥3.50 mn", "Oct 2023", "a word", "≤ 5",
    ]  # fmt: skip
    assert shown_values(TABLE, "zh").to_pylist() == [
        "> 100,000,000", "≈ 24.8%", "-350万元", "2023年10月", "一个词", "≤ 5",
    ]  # fmt: skip


def test_in_which_style() -> None:
    assert value_styles(TABLE, value_looks(TABLE, "en"), "en").to_pylist() == [
        'figure "> "#,##0', 'figure "≈ "0.0%', 'figure "¥"#,##0.00" mn";"-¥"#,##0.00" mn"',
        "figure [$-409]mmm yyyy", "text", 'figure "≤ "#,##0',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "marked"),
    [("confirmed", False), ("text", False), ("contradicted", True), ("not stated", True)],
)
def test_what_is_not_proved_is_marked(state: str, marked: bool) -> None:
    table = facts_table(number("5", figure_state=state))
    (style,) = value_styles(table, value_looks(table, "en"), "en").to_pylist()
    assert style == ("doubt " if marked else "") + "figure #,##0"


def test_doubt_falls_on_the_rows_that_earn_it() -> None:
    styles = doubted(pa.chunked_array([["a", "b"]]), pa.chunked_array([[True, False]]))
    assert styles.to_pylist() == ["doubt a", "b"]
    assert doubted("text", pa.chunked_array([[False, True]])).to_pylist() == ["text", "doubt text"]


def test_units_come_back_from_their_keys() -> None:
    units = [unit_at(key) for key in unit_keys(TABLE).to_pylist()]
    assert [unit.en for unit in units] == [
        "downloads", "%", "CNY million", "date", "", "product lines",
    ]  # fmt: skip
    assert units[5] == own_unit("product lines", "条产品线")


def test_no_facts_no_values() -> None:
    empty = TABLE.slice(0, 0)
    assert stored_numbers(empty, "en").to_pylist() == shown_values(empty, "zh").to_pylist() == []
    assert value_styles(empty, value_looks(empty, "en"), "en").to_pylist() == []


RANGES = facts_table(
    number("20.5", "USD billion", high=21.75, decimals=2),
    number("19", "%", high=21.0, qualifier="about"),
    number("-8", "%", high=-5.0),
    number("7", "users"),
    {"value": "a word"},
)


def test_a_range_is_stored_as_its_ends_and_shows_both() -> None:
    assert stored_numbers(RANGES, "en").to_pylist() == [20.5, 0.19, -0.08, 7.0, None]
    assert stored_highs(RANGES, "en").to_pylist() == [21.75, 0.21, -0.05, None, None]
    assert shown_values(RANGES, "en").to_pylist() == [
        "US$20.50–21.75 bn", "≈ 19–21%", "-8 to -5%", "7", "a word",
    ]  # fmt: skip
    assert shown_values(RANGES, "zh").to_pylist()[2] == "-8至-5%"


def test_the_styles_of_a_range_and_of_its_ends() -> None:
    looks = value_looks(RANGES, "en")
    assert value_styles(RANGES, looks, "en").to_pylist() == [
        'figure "US$"#,##0.00"–21.75 bn"', 'figure "≈ "0"–21"%', 'figure 0" to -5"%',
        "figure #,##0", "text",
    ]  # fmt: skip
    assert end_styles(RANGES, looks, "en", End.HIGH).to_pylist()[:4] == [
        'figure "US$"#,##0.00" bn"', 'figure "≈ "0%', "figure 0%", "text",
    ]  # fmt: skip


def test_a_high_end_is_the_double_that_typing_it_would_give() -> None:
    written = [f"{hundredths / 100:.2f}" for hundredths in range(1, 10_000)]
    rows = [number("0.00", "%", high=float(text)) for text in written]
    assert stored_highs(facts_table(*rows), "en").to_pylist() == [
        float(f"{text}e-2") for text in written
    ]
