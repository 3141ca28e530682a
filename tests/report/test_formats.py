"""Number formats: what LibreOffice makes of them is what `show_number` and `show_date` say."""

import datetime as dt
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.utils.datetime import to_excel

from exporter.facts.measures import MEASURES
from exporter.facts.own_units import own_unit
from exporter.facts.periods import YearEnd
from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS, Unit
from exporter.facts.words import LANGUAGES, Lang, Qualifier
from exporter.limits import date_serial
from exporter.report.formats import (
    NumberLook,
    date_format,
    number_format,
    places_shown,
    show_date,
    show_number,
    show_period,
    show_placed,
)
from tests.conftest import Office

MONEY = [
    " ".join(name).strip()
    for name in product(
        ("CNY", "HKD", "USD", "EUR", "GBP", "JPY"),
        ("", "thousand", "million", "billion", "trillion"),
    )
]
RATES = ["times per day", "USD per share", "CNY million per month", "orders/day"]
OTHERS = ["", "亿元", "万美元", "INR crore", "INR lakh", "million tonnes", "亿千瓦", *RATES]
# Physical units differ in their symbols alone, and an office program holds so many formats and no more.
FEW_MEASURES = {"GWh", "tonnes", "m²", "°C", "barrels", "MMBtu", "µm"}
UNITS = {
    unit.key: unit
    for unit in KNOWN_UNITS.values()
    if unit.key not in {"date", "text"} and (unit.key not in MEASURES or unit.key in FEW_MEASURES)
}
UNITS |= {name: unit for name in (*MONEY, *OTHERS) if (unit := find_unit(name))}
UNITS["product lines"] = own_unit("product lines", "条产品线")
NUMBERS = ["0", "7", "19", "24.80", "1234.5", "100000000", "0.001"]
NUMBERS += [f"-{number}" for number in NUMBERS if number != "0"]
DAYS = [dt.date(1900, 3, 1), dt.date(2023, 10, 31), dt.date(2024, 2, 29)]


def en(name: str, value: str, qualifier: Qualifier = Qualifier.EXACT) -> tuple[str, str]:
    return _both(UNITS[name], value, qualifier, "en")


def _stored(unit: Unit, value: str, lang: Lang) -> float:
    """What a cell holds, in the unit that stands beside it."""
    return float(Fraction(value) * unit.stored * Fraction(10) ** unit.moved(lang))


def _both(unit: Unit, value: str, qualifier: Qualifier, lang: Lang) -> tuple[str, str]:
    """The format of a value as written, and the text that it shows."""
    number, decimals = Fraction(value), len(value.partition(".")[2])
    places = places_shown(decimals, unit.moved(lang), number)
    look = NumberLook(unit, places, qualifier, lang)
    return number_format(look, negative=number < 0), show_number(number, look)


@pytest.mark.parametrize(
    ("found", "format_", "text"),
    [
        (en("downloads", "100000000", Qualifier.OVER), '"> "#,##0', "> 100,000,000"),
        (en("%", "19", Qualifier.ABOUT), '"≈ "0%', "≈ 19%"),
        (en("%", "24.8"), "0.0%", "24.8%"),
        (en("%", "24.8", Qualifier.NEARLY), '"nearly "#0.0%', "nearly 24.8%"),
        (_both(UNITS["%"], "24.8", Qualifier.NEARLY, "zh"), '"近 "0.0%', "近 24.8%"),
        (en("minutes", "5", Qualifier.UP_TO), '"≤ "#,##0" min"', "≤ 5 min"),
        (en("CNY billion", "1.5"), '"¥"#,##0.0" bn"', "¥1.5 bn"),
        (en("rank", "2"), '"No. "#,##0', "No. 2"),
        (en("", "-3.50"), "#,##0.00", "-3.50"),
        (en("%", "-3", Qualifier.UNDER), '"< "0%;"< -"0%', "< -3%"),
        (en("USD", "-3", Qualifier.NEARLY), '"nearly US$"#,##0;"nearly -US$"#,##0', "nearly -US$3"),
        (_both(UNITS["generation"], "3", Qualifier.EXACT, "zh"), '"第"#,##0"代"', "第3代"),
        (_both(UNITS["亿元"], "8", Qualifier.NEARLY, "zh"), '"近 "#,##0"亿元"', "近 8亿元"),
        (en("亿元", "8"), '"¥"#,##0.0" bn"', "¥0.8 bn"),
        (en("EUR billion", "18.62"), '"€"#,##0.00" bn"', "€18.62 bn"),
        (
            _both(UNITS["EUR billion"], "18.62", Qualifier.EXACT, "zh"),
            '#,##0.0"亿欧元"',
            "186.2亿欧元",
        ),
        (en("USD per share", "0.38"), '"US$"#,##0.00"/share"', "US$0.38/share"),
    ],
)
def test_some_formats_by_hand(found: tuple[str, str], format_: str, text: str) -> None:
    assert found == (format_, text)


def _range(
    unit: str, low: str, high: str, qualifier: Qualifier, lang: Lang
) -> tuple[str, str, float]:
    """The format of a range, the text that it shows, and the low end as Excel stores it."""
    decimals = max(len(end.partition(".")[2]) for end in (low, high))
    places = places_shown(decimals, UNITS[unit].moved(lang), Fraction(low), Fraction(high))
    look = NumberLook(UNITS[unit], places, qualifier, lang, Fraction(high))
    format_ = number_format(look, negative=low.startswith("-"))
    return format_, show_number(Fraction(low), look), _stored(UNITS[unit], low, lang)


@pytest.mark.parametrize(
    ("found", "format_", "text"),
    [
        (_range("", "20.5", "21.5", Qualifier.EXACT, "en"), '#,##0.0"–21.5"', "20.5–21.5"),
        (_range("", "20.5", "21.75", Qualifier.EXACT, "zh"), '#,##0.00"–21.75"', "20.50–21.75"),
        (_range("%", "19", "21", Qualifier.ABOUT, "en"), '"≈ "0"–21"%', "≈ 19–21%"),
        (_range("USD billion", "20.5", "21.5", Qualifier.EXACT, "en"),
         '"US$"#,##0.0"–21.5 bn"', "US$20.5–21.5 bn"),
        (_range("亿元", "1500", "1800", Qualifier.OVER, "zh"),
         '"> "#,##0"–1,800亿元"', "> 1,500–1,800亿元"),
        (_range("%", "-8", "-5", Qualifier.EXACT, "en"), '0" to -5"%', "-8 to -5%"),
        (_range("USD million", "-3", "2", Qualifier.EXACT, "zh"),
         '#,##0"至2百万美元"', "-3至2百万美元"),
    ],
)  # fmt: skip
def test_a_format_shows_both_ends(found: tuple[str, str, float], format_: str, text: str) -> None:
    assert found[:2] == (format_, text)


def test_another_program_shows_ranges_as_we_say(office: Office, tmp_path: Path) -> None:
    ends = [("0.5", "1"), ("19", "2100"), ("-8", "-5"), ("-3.25", "2")]
    units = ["", "%", "rank", "generation", "GWh", "USD billion", "亿元", "times per day"]
    looks = product(units, ends, Qualifier, LANGUAGES)
    cases = [_range(unit, *pair, qualifier, lang) for unit, pair, qualifier, lang in looks]
    assert len(cases) > 500
    assert _shown_otherwise(office, tmp_path, cases) == []


def test_another_program_shows_numbers_as_we_say(office: Office, tmp_path: Path) -> None:
    looks = list(product(UNITS.values(), NUMBERS, Qualifier, LANGUAGES))
    cases = [(*_both(*look), _stored(look[0], look[1], look[3])) for look in looks]
    assert len(cases) > 10_000
    assert _shown_otherwise(office, tmp_path, cases) == []


def test_another_program_shows_dates_as_we_say(office: Office, tmp_path: Path) -> None:
    """Days before 1 March 1900 are left out: LibreOffice and Excel count them from other zeros."""
    cases = [
        (date_format(*look), show_date(day, *look), date_serial(day))
        for day in DAYS
        for look in product(("year", "month", "day"), Qualifier, LANGUAGES)
    ]
    assert _shown_otherwise(office, tmp_path, cases) == []


def _shown_otherwise(
    office: Office, folder: Path, cases: list[tuple[str, str, float]]
) -> list[tuple[str, str, str]]:
    """Cases (format, what we say it shows, number) that show something else, with that."""
    path = folder / "formats.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 60)
        formats = {case[0]: book.add_format({"num_format": case[0]}) for case in cases}
        for row, (format_, _, number) in enumerate(cases):
            sheet.write_number(row, 0, number, formats[format_])
    rows = office.as_shown(folder, path)[path]["Sheet1"]
    pairs = zip(cases, rows, strict=True)
    return [(case[0], case[1], row[0]) for case, row in pairs if case[1] != row[0]]


@pytest.mark.parametrize(
    "day", [*DAYS, dt.date(1900, 1, 1), dt.date(1900, 2, 28), dt.date(9999, 12, 31)]
)
def test_serial_numbers_are_those_of_excel(day: dt.date) -> None:
    assert date_serial(day) == to_excel(day)


@pytest.mark.parametrize(
    ("period", "english", "chinese"),
    [
        ("", "", ""),
        ("2023", "2023", "2023年"),
        ("2023-10", "Oct 2023", "2023年10月"),
        ("2023-Q3", "Q3 2023", "2023年第3季度"),
        ("2023-01-05", "5 Jan 2023", "2023年1月5日"),
        ("2014/2022", "2014 – 2022", "2014年 – 2022年"),
        ("2025-H1", "H1 2025", "2025年上半年"),
        ("FY2025", "FY2025", "2025财年"),
        ("FY2025-Q3", "FY2025 Q3", "2025财年第3季度"),
        ("FY2025-H2", "FY2025 H2", "2025财年下半年"),
        ("FY2024/FY2025-Q1", "FY2024 – FY2025 Q1", "2024财年 – 2025财年第1季度"),
        ("2023-Q1/2023-05", "Q1 2023 – May 2023", "2023年第1季度 – 2023年5月"),
    ],
)
def test_periods_in_words(period: str, english: str, chinese: str) -> None:
    assert (show_period(period, "en"), show_period(period, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("period", "english", "chinese"),
    [
        ("FY2025", "FY2025 (to 31 Mar 2025)", "2025财年（至2025年3月31日）"),
        ("FY2025-Q3", "FY2025 Q3 (to 31 Dec 2024)", "2025财年第3季度（至2024年12月31日）"),
        ("2025", "2025", "2025年"),
        ("", "", ""),
    ],
)
def test_a_fiscal_period_with_its_last_day(period: str, english: str, chinese: str) -> None:
    end = YearEnd(3, 31)
    assert (show_placed(period, end, "en"), show_placed(period, end, "zh")) == (english, chinese)
    assert show_placed(period, None, "en") == show_period(period, "en")


def test_marks_tell_every_qualifier_apart() -> None:
    for lang in LANGUAGES:
        texts = {_both(UNITS["users"], "5", qualifier, lang)[1] for qualifier in Qualifier}
        assert len(texts) == len(Qualifier)
