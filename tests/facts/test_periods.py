"""Periods as analysts write them."""

from datetime import date

import pytest

from exporter.facts.periods import parse_period, parse_point


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("2023", date(2023, 1, 1), "year"),
        ("2023-10", date(2023, 10, 1), "month"),
        ("2023-10-31", date(2023, 10, 31), "day"),
        ("2023-Q3", date(2023, 7, 1), "quarter"),
        ("2028-H2", date(2028, 7, 1), "half"),
        ("FY2027", date(2027, 1, 1), "fiscal year"),
        ("FY2027-Q4", date(2027, 10, 1), "fiscal quarter"),
        ("FY2027-H1", date(2027, 1, 1), "fiscal half"),
    ],
)
def test_a_point_is_read_and_written_alike(text: str, first: date, precision: str) -> None:
    point = parse_point(text)
    assert point is not None
    assert (point.first, point.precision, point.written()) == (first, precision, text)


@pytest.mark.parametrize(
    "text", ["2023-02-30", "2023-Q5", "2023-H3", "FY2027-10", "FY27", "2023-00", "soon"]
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_point(text) is None


def test_an_interval_has_two_points_in_order() -> None:
    assert parse_period("2023-H1/2024-Q2") is not None
    assert parse_period("2024/2023") is None
