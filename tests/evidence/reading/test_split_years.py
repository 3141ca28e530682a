"""Fiscal years by the two years in which they lie: 2025/26, H1 25/26, 2025/26财年."""

import pytest

from exporter.evidence.reading import read_dates, read_figures


def _read(text: str) -> list[str]:
    return [
        f"{text[said.start : said.end]} = {'FY' * said.is_fiscal}{said.year}"
        + f"-Q{said.quarter}" * (said.quarter is not None)
        + f"-H{said.half}" * (said.half is not None)
        for said in read_dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Report for the first half of 2023/24", ["first half of 2023/24 = FY2024-H1"]),
        ("(Q3 2022/23: NOK 918 million)", ["Q3 2022/23 = FY2023-Q3"]),
        ("Outlook for 2023/24", ["2023/24 = FY2024"]),
        ("Sales rose in 2023-24.", ["2023-24 = FY2024"]),
        ("Sales rose in 2023–24.", ["2023–24 = FY2024"]),
        ("H2 23/24 was slow", ["H2 23/24 = FY2024-H2"]),
        ("2H23/24 was slow", ["2H23/24 = FY2024-H2"]),
        ("in 23/24 sales rose", ["23/24 = FY2024"]),
        ("FY23/24 orders", ["FY23/24 = FY2024"]),
        ("Q1 FY2023/24 orders", ["Q1 FY2023/24 = FY2024-Q1"]),
        ("the 2023/2024 financial year", ["2023/2024 financial year = FY2024"]),
        ("Q4 2023/2024 orders", ["Q4 2023/2024 = FY2024-Q4"]),
        ("2023/24 Q2 orders", ["2023/24 Q2 = FY2024-Q2"]),
        ("9M 2023/24 orders", ["9M 2023/24 = FY2024"]),
        ("the 1999/00 season", ["1999/00 = FY2000"]),
        ("H1 2023/24 H1 2022/23", ["H1 2023/24 = FY2024-H1", "H1 2022/23 = FY2023-H1"]),
        ("2023/24年度业绩", ["2023/24年度 = FY2024"]),
        ("2023/24上半年", ["2023/24上半年 = FY2024-H1"]),
        ("2023-24财年第三季度", ["2023-24财年第三季度 = FY2024-Q3"]),
        ("2023/2024财年", ["2023/2024财年 = FY2024"]),
    ],
)
def test_are_the_year_in_which_they_end(text: str, said: list[str]) -> None:
    assert _read(text) == said
    assert not [one.text for one in read_figures(text) if one.dimension == "count"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Our 2023/24 EPS estimates rise by 4%/6%.", ["2023 = 2023"]),
        ("2023/24E P/E of 12x", ["2023 = 2023"]),
        ("between 2023-2024 it closed", ["2023 = 2023", "2024 = 2024"]),
        ("a 2023-30 plan", ["2023 = 2023"]),
        ("in 2023-11 it opened", ["2023-11 = 2023"]),
        ("23/24 of the votes", []),
        ("in 15/16 of cases", []),
        ("2023/24年净利润为5/6亿元", ["2023/24年 = 2023"]),
        ("2023-24年", ["2023-24年 = 2023"]),
    ],
)
def test_two_years_of_a_row_a_span_and_a_fraction_are_none(text: str, said: list[str]) -> None:
    assert _read(text) == said
