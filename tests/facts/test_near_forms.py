"""Periods and numbers in other forms than facts have, and what messages say to write for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.near_forms import days_meant, near_number, near_period
from exporter.facts.periods import parse_period


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("FY25", "FY2025"), ("fy2025", "FY2025"), ("FY2025E", "FY2025"), ("fiscal year 2025", "FY2025"),
        ("FY2024/25", "FY2025"), ("2025财年", "FY2025"), ("2025財年", "FY2025"),
        ("Q3 FY25", "FY2025-Q3"), ("3QFY25", "FY2025-Q3"), ("2025财年第三季度", "FY2025-Q3"),
        ("1H FY2025", "FY2025-H1"),
        ("H1 2025", "2025-H1"), ("1H25", "2025-H1"), ("2025H1", "2025-H1"), ("2025-h1", "2025-H1"),
        ("2025年上半年", "2025-H1"), ("2025年下半年", "2025-H2"), ("first half of 2025", "2025-H1"),
        ("Q3 2025", "2025-Q3"), ("3Q25", "2025-Q3"), ("2025Q3", "2025-Q3"), ("Q3'25", "2025-Q3"),
        ("2025年第三季度", "2025-Q3"), ("2025年三季度", "2025-Q3"), ("third quarter of 2025", "2025-Q3"),
        ("1Q26E", "2026-Q1"),
        ("9M 2025", "2025-01/2025-09"), ("9M25", "2025-01/2025-09"), ("2025年前三季度", "2025-01/2025-09"),
        ("2025年1-9月", "2025-01/2025-09"), ("first nine months of 2025", "2025-01/2025-09"),
        ("2025年前十个月", "2025-01/2025-10"),
        ("Sep 2025", "2025-09"), ("Sept. 2025", "2025-09"), ("Sep-25", "2025-09"), ("2025年9月", "2025-09"),
        ("2025/09", "2025-09"), ("2025-9", "2025-09"), ("202509", "2025-09"), ("09/2025", "2025-09"),
        ("31 Dec 2025", "2025-12-31"), ("December 31, 2025", "2025-12-31"), ("2025年12月31日", "2025-12-31"),
        ("31/12/2025", "2025-12-31"), ("12/31/2025", "2025-12-31"), ("2025-9-1", "2025-09-01"),
        ("2025年", "2025"), ("2025E", "2025"), ("CY25", "2025"), ("２０２５", "2025"), ("2025.0", "2025"), ("2025,0", "2025"), ("2.025", "2025"), ("2 025", "2025"),
        ("Dez 25", "2025-12"), ("Dez 2025", "2025-12"), ("Dez. 25", "2025-12"), ("déc.-25", "2025-12"), ("dic-25", "2025-12"),
        ("Mrz 25", "2025-03"), ("März 2025", "2025-03"), ("mars-25", "2025-03"), ("août 2025", "2025-08"),
        ("Okt 2025", "2025-10"), ("ottobre 2025", "2025-10"), ("ene-25", "2025-01"), ("juin-25", "2025-06"), ("juil.-25", "2025-07"),
        ("31 Dez 2025", "2025-12-31"), ("31. Dezember 2025", "2025-12-31"), ("31-Dec-25", "2025-12-31"), ("31-déc.-25", "2025-12-31"),
        ("1er janvier 2025", "2025-01-01"), ("31 de diciembre de 2025", "2025-12-31"),
        ("2025-12-31T00:00:00Z", "2025-12-31"), ("12/31/2025 12:00:00 AM", "2025-12-31"), ("31.12.2025 10:30", "2025-12-31"),
        ("T4 2025", "2025-Q4"), ("4T25", "2025-Q4"), ("4. Quartal 2025", "2025-Q4"), ("S1 2025", "2025-H1"), ("1. Halbjahr 2025", "2025-H1"),
        ("2025年第4四半期", "2025-Q4"), ("令和7年12月31日", "2025-12-31"), ("R7.12.31", "2025-12-31"), ("令和元年", "2019"),
        ("2025-12-31T00:00:00+08:00", "2025-12-31"), ("2025-12-31 00:00:00-0500", "2025-12-31"), ("2025-12-31T08:00+08", "2025-12-31"),
        ("2025. 12. 31.", "2025-12-31"), ("2025.12.31.", "2025-12-31"), ("2025. 9. 1", "2025-09-01"), ("2025. 12.", "2025-12"),
        ("'2025", "2025"), ("’2025-10", "2025-10"), ("'2025-Q3", "2025-Q3"), ("'2025-12-31", "2025-12-31"),
        ("2014-2022", "2014/2022"), ("2014至2022", "2014/2022"), ("Q1 2024 to Q3 2025", "2024-Q1/2025-Q3"),
    ],
)  # fmt: skip
def test_a_period_in_another_form(written: str, right: str) -> None:
    assert near_period(written) == right


@pytest.mark.parametrize(
    "text",
    ["", "LTM", "soon", "25", "2025-13", "2025-02-30", "Q5 2025", "03/04/2025", "2025-Q5", "13M 2025",
     "2025-10/2024-10", "2022-2014", "31 Feb 2025", " " * 5000],
)  # fmt: skip
def test_what_is_no_period_or_may_be_two_is_not_guessed(text: str) -> None:
    assert near_period(text) == ""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("31.12.25", ("2025-12-31", "2031-12-25")), ("12/31/25", ("2025-12-31",)), ("25.12.31", ("2031-12-25", "2025-12-31")),
        ("03/04/2025", ("2025-04-03", "2025-03-04")), ("31/12/2025", ("2025-12-31",)), ("05.05.2025", ("2025-05-05",)),
        ("46022", ("2025-12-31",)), ("45292", ("2024-01-01",)), ("２０２５", ()), ("2025-12-31", ()), ("99/99/2025", ()), ("12345678", ()),
    ],
)  # fmt: skip
def test_days_that_a_text_may_mean(text: str, days: tuple[str, ...]) -> None:
    assert days_meant(text) == days


@given(st.text(alphabet="0123456789FYQHM 年月季度上下半前-/'~tofirstnSep,.", max_size=30))
def test_what_is_proposed_is_a_period(text: str) -> None:
    right = near_period(text)
    assert right == "" or parse_period(right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("12,5", "write 12.5: a point begins decimals"),
        ("-3,25", "write -3.25: a point begins decimals"),
        ("1.234,5", "write 1234.5: a point begins decimals, and nothing parts thousands"),
        ("1 234,5", "write 1234.5: a point begins decimals, and nothing parts thousands"),
        ("1,234,567.8", "write 1234567.8 without separators"),
        ("1'000", "write 1000 without separators"),
        ("12,500", "write 12500 without a separator, or 12.500 if the comma begins decimals"),
        (",5", "write 0.5: a point begins decimals"),
        ("-,25", "write -0.25: a point begins decimals"),
        ("12·5", "write 12.5"),
        ("12٫5", "write 12.5"),
        ("1,234·5", "write 1234.5 without separators"),
        ("1٬234٬567", "write 1234567 without separators"),
        ("3·4·5", ""),
        ("12.5", ""),
        ("many", ""),
    ],
)
def test_a_number_in_another_form(text: str, right: str) -> None:
    assert near_number(text) == right
