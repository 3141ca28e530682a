"""How long periods last, and which stand a year or one of them before another."""

import pytest

from exporter.facts.spans import one_before, order_of, span_of, years_before

LIKE = (
    ("2025", "2026"),
    ("2025-Q1", "2026-Q4"),
    ("2025-H1", "2026-H2"),
    ("FY2025-Q3", "FY2026-Q1"),
    ("2025-01/2025-09", "2026-01/2026-09"),
    ("2025-Q1/2025-Q3", "2026-01/2026-09"),
    ("2025-12-31", "2026-03-31"),
)
UNLIKE = (
    ("2025", "FY2025"),
    ("2025", "2025-01/2025-12"),
    ("2025-Q3", "2025-H1"),
    ("2025-Q3", "FY2025-Q3"),
    ("2025-01/2025-09", "2025-01/2025-06"),
    ("2025-09", "2025-09-30"),
)


@pytest.mark.parametrize(("one", "other"), LIKE)
def test_periods_that_last_equally_long_are_alike(one: str, other: str) -> None:
    assert span_of(one) == span_of(other) is not None


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_periods_of_unlike_length_or_calendar_are_not(one: str, other: str) -> None:
    assert span_of(one) != span_of(other)


@pytest.mark.parametrize("period", ["", "2025-01-05/2025-02-06", "2025/FY2026", "2025/2026-Q1"])
def test_of_some_periods_nobody_knows_how_long_they_last(period: str) -> None:
    assert span_of(period) is None


def test_longer_periods_come_first() -> None:
    periods = ["2025-12-31", "2025-09", "2025-Q3", "2025-H1", "2025-01/2025-09", "FY2025", "2025"]
    assert sorted(periods, key=lambda period: span_of(period) or ()) == periods[::-1]


@pytest.mark.parametrize(
    ("period", "year", "one"),
    [
        ("2026", ["2025"], "2025"),
        ("2026-Q1", ["2025-Q1"], "2025-Q4"),
        ("2026-H1", ["2025-H1"], "2025-H2"),
        ("2026-01", ["2025-01"], "2025-12"),
        ("FY2026-Q1", ["FY2025-Q1"], "FY2025-Q4"),
        ("2026-01/2026-09", ["2025-01/2025-09"], ""),
        ("2026-09-30", ["2025-09-30"], ""),
        ("2025-02-28", ["2024-02-28", "2024-02-29"], ""),
        ("2024-02-29", ["2023-02-28"], ""),
    ],
)
def test_what_stands_before(period: str, year: list[str], one: str) -> None:
    assert years_before(period) == year
    assert one_before(period) == one


def test_periods_sort_by_their_ends() -> None:
    periods = ["2025-Q2", "2024-Q4", "2025-Q1"]
    assert sorted(periods, key=order_of) == ["2024-Q4", "2025-Q1", "2025-Q2"]
