"""What heads say: periods, units, terms; which cells are heads; which numbers are typed."""

from datetime import date
from typing import Any

import pytest

from exporter.editions.trace.cells import read_cells
from exporter.editions.trace.head_periods import Agreement, joined, period_agreement, read_periods
from exporter.editions.trace.head_units import read_units
from exporter.editions.trace.model import HardCoded
from exporter.editions.trace.numbers import hard_coded
from exporter.editions.trace.terms import terms_of
from exporter.editions.trace.typed_in_formulas import typed_in
from exporter.facts.periods import YearEnd
from tests.editions.trace.traced_models import book_of


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("2025", "2025"), ("2025A", "2025"), ("2026E", "2026"), ("FY25", "FY2025"),
        ("FY2025E", "FY2025"), ("CY25", "2025"), ("Q3 2026", "2026-Q3"), ("1Q26", "2026-Q1"),
        ("26Q1", "2026-Q1"), ("Q3'25", "2025-Q3"), ("1H25", "2025-H1"), ("Sep-25", "2025-09"),
        ("2025-09-30", "2025-09-30"), ("31-Dec-25", "2025-12-31"), ("9M25", "2025-01/2025-09"),
        ("2025年第三季度", "2025-Q3"), ("2025年上半年", "2025-H1"), ("2025财年", "FY2025"),
        ("2025年12月31日", "2025-12-31"), ("2025年度", "2025"), ("Revenue 2025 (RMB m)", "2025"),
        ("Capacity 500 GW", ""), ("Top 10 customers", ""), ("12,025", ""),
    ],
)  # fmt: skip
def test_periods_of_heads(head: str, period: str) -> None:
    assert joined([read_periods(head).periods]).written == period


def test_a_year_above_and_a_quarter_below_are_one_period() -> None:
    heads = [period for head in ("2025", "Q2") for period in read_periods(head).periods]
    assert joined([heads]).written == "2025-Q2"
    assert (
        joined([read_periods("三季度").periods, read_periods("2024年").periods]).written
        == "2024-Q3"
    )


@pytest.mark.parametrize(
    ("head", "period", "year_end", "level"),
    [
        ("2025", "2025", None, Agreement.SAME),
        ("2025", "2024", None, Agreement.OTHER),
        ("2025", "2025-12-31", None, Agreement.LIKELY),
        ("2025", "2025-10", None, Agreement.PARTLY),
        ("2025", "FY2025", YearEnd(3, 31), Agreement.LIKELY),
        ("FY25", "2025", None, Agreement.LIKELY),
        ("Mar-25", "FY2025", YearEnd(3, 31), Agreement.LIKELY),
        ("1H25", "2025", None, Agreement.OTHER),
        ("Q3 2025", "2025-Q2", None, Agreement.OTHER),
        ("Revenue", "2025", None, Agreement.SILENT),
    ],
)
def test_how_periods_agree(
    head: str, period: str, year_end: YearEnd | None, level: Agreement
) -> None:
    said = joined([read_periods(head).periods])
    assert period_agreement(said, period, year_end) is level


@pytest.mark.parametrize(
    ("head", "dimension", "scale"),
    [
        ("Revenue (USD m)", "money:USD", 10**6), ("Revenue, RMB mn", "money:CNY", 10**6),
        ("单位：亿元", "money:CNY", 10**8), ("人民币百万元", "money:CNY", 10**6),
        ("(in millions)", "", 10**6), ("RMB '000", "money:CNY", 1000), ("RMB'000", "money:CNY", 1000),
        ("in RMB millions, unless otherwise stated", "money:CNY", 10**6),
        ("Deliveries ('000)", "", 1000), ("销量（万辆）", "", 10**4), ("USD m, FY Dec", "money:USD", 10**6),
        ("每股收益（元/股）", "money:CNY/share 股", 1), ("P/E (x)", "multiple", 1),
    ],
)  # fmt: skip
def test_units_of_heads(head: str, dimension: str, scale: int) -> None:
    assert [(said[0], said[1]) for said in read_units(head).units] == [(dimension, scale)]


@pytest.mark.parametrize(
    "head", ["Revenue", "门店（家）", "Customers (people)", "Headcount", "Q3 2025"]
)
def test_heads_without_a_unit(head: str) -> None:
    assert read_units(head).units == ()


def test_terms_are_the_same_in_both_languages() -> None:
    assert (
        terms_of("Total net revenues") == terms_of("营业收入") == terms_of("Sales") == {"REVENUE"}
    )
    assert terms_of("Cloud revenue growth") == terms_of("云收入同比增速")
    assert terms_of("Gross margin") != terms_of("Gross profit")


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        ("=B5*1.05+123.4", [1.05, 123.4]),
        ("=B5/1000*100-1", []),
        ("=ROUND(B5*12/365,3)", []),
        ("=VLOOKUP(A1,X:Y,5,0)", []),
        ("=SUM(B2:B4,17.5)", [17.5]),
        ("=(B9/B4)^(1/5)-1", []),
        ("=IF(B2>2023,C2,D2)", []),
        ("=B4*19%", [0.19]),
        ("=1200+35", [1235]),
        ("=-(2+0.5)*4", [-10]),
        ("=DATE(2025,12,31)", []),
        ('="FY"&25', []),
    ],
)
def test_numbers_typed_into_formulas(formula: str, numbers: list[float]) -> None:
    assert [float(typed.value) for typed in typed_in(formula)] == numbers


def numbers(rows: list[list[Any]], formats: dict[str, str] | None = None) -> dict[str, HardCoded]:
    (sheet,) = read_cells(book_of(rows, formats or {}))
    return {number.cell: number for number in hard_coded(sheet)}


def test_years_dates_zeros_and_numbering_are_no_hard_coded_numbers() -> None:
    rows = [
        ["Group", None, 2024, "=C1+1", date(2026, 12, 31)],
        ["Revenue", None, 5, 0, 7.5],
        ["#", "Item", "Value"],
        [1, "Stores", 12],
        [2, "Staff", "(1,234)"],
    ]
    assert sorted(numbers(rows)) == ["C2", "C4", "C5", "E2"]
    assert numbers(rows)["C5"].value == -1234


def test_heads_of_years_down_and_of_quarters_under_years() -> None:
    down = numbers([["Year", "Revenue", "Profit"], [2024, 5, 6], [2025, 7, 8]])
    assert down["B3"].heads.shown == "2025 / Revenue"
    across = numbers([[None, 2025, None, 2026], [None, "Q3", "Q4", "Q1"], ["Revenue", 5, 6, 7]])
    assert [across[cell].heads.column for cell in ("B3", "C3", "D3")] == [
        ("2025", "Q3"), ("2025", "Q4"), ("2026", "Q1"),
    ]  # fmt: skip


def test_dates_a_quarter_apart_say_quarters() -> None:
    rows = [[None, date(2025, 3, 31), date(2025, 6, 30)], ["Revenue", 5, 6]]
    found = numbers(rows, {"B1": "mmm-yy", "C1": "mmm-yy"})
    assert [found[cell].heads.column for cell in ("B2", "C2")] == [("2025-Q1",), ("2025-Q2",)]


def test_columns_behind_a_number_say_its_unit_and_period() -> None:
    rows = [["Metric", "Value", "Unit", "Period", "Remark"], ["Revenue", 5, "RMB m", "1Q26", "up"]]
    assert numbers(rows)["B2"].heads.row == ("Revenue", "RMB m", "1Q26")


def test_sections_rows_above_and_filled_down_labels() -> None:
    rows = [
        ["Title"], [], [None, None, 2025],
        ["Cloud"], ["Revenue", None, 5], ["% yoy", None, 0.1], [],
        ["Retail", "Revenue", 6], [None, "Profit", 7], [],
        ["GMV", None, 8], ["  U.S.", None, 9],
    ]  # fmt: skip
    found = numbers(rows)
    assert found["C5"].heads.sections == ("Cloud",)
    assert found["C6"].heads.above == ("Revenue",)
    assert found["C9"].heads.sections == ("Retail",)
    assert found["C12"].heads.above == ("GMV",)
