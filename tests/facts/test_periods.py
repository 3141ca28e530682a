"""Periods as analysts write them."""

from datetime import date

import pytest

from exporter.errors import WrongValueError
from exporter.facts.periods import are_as_long, is_placed, parse_period, parse_point, read_year_end


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


@pytest.mark.parametrize(
    ("text", "year_end", "last"),
    [
        ("FY2025", "03-31", date(2025, 3, 31)),
        ("FY2025-Q1", "03-31", date(2024, 6, 30)),
        ("FY2025-Q3", "03-31", date(2024, 12, 31)),
        ("FY2025-H1", "03-31", date(2024, 9, 30)),
        ("FY2025-Q4", "03-31", date(2025, 3, 31)),
        ("FY2025", "12-31", date(2025, 12, 31)),
        ("FY2024", "02-28", date(2024, 2, 29)),  # the last of February, in a leap year
        ("FY2025-Q3", "02-28", date(2024, 11, 30)),
        ("FY2025-Q2", "08-31", date(2025, 2, 28)),
        ("FY2025", "09-27", date(2025, 9, 27)),
        ("FY2025-Q1", "09-27", date(2024, 12, 27)),
        ("2025", "03-31", date(2025, 12, 31)),
        ("2025-Q3", "03-31", date(2025, 9, 30)),
        ("2025-H1", "03-31", date(2025, 6, 30)),
        ("2024-02", "03-31", date(2024, 2, 29)),
        ("2024-02-05", "03-31", date(2024, 2, 5)),
    ],
)
def test_a_fiscal_year_ends_in_the_year_of_its_name(text: str, year_end: str, last: date) -> None:
    point = parse_point(text)
    assert point is not None
    assert point.last(read_year_end(year_end)) == last


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("02-30", "that month ends on 02-28"),
        ("04-31", "that month ends on 04-30"),
        ("02-29", "write 02-28, which is the last day of February in leap years, too"),
        ("3-31", "did you mean 03-31?"),
        ("31-03", "did you mean 03-31?"),
        ("13-01", "did you mean 01-13?"),
        ("March", "write month and day, like 03-31"),
        ("2025-03-31", "write month and day, like 03-31"),
        ("00-10", "write month and day, like 03-31"),
    ],
)
def test_what_is_no_last_day_of_a_year_is_told(text: str, right: str) -> None:
    with pytest.raises(WrongValueError) as error:
        read_year_end(text)
    assert error.value.fault.right == right


@pytest.mark.parametrize(
    ("period", "year_end", "placed"),
    [
        ("FY2024/FY2025", None, True),
        ("2024/2025-06", None, True),
        ("FY2024/2025-06", None, False),
        ("FY2024/2025-06", "03-31", True),
        ("2025-06/FY2026", "03-31", True),
        ("2025-06/FY2025", "03-31", False),  # it ended in March
    ],
)
def test_fiscal_and_calendar_periods_are_joined_where_the_year_end_is_known(
    period: str, year_end: str | None, placed: bool
) -> None:
    assert is_placed(period, read_year_end(year_end) if year_end else None) is placed


def test_an_interval_has_two_points_in_order() -> None:
    assert parse_period("2023-H1/2024-Q2") is not None
    assert parse_period("2024/2023") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2026-Q3", "2026-Q4", True),
        ("2026-H1", "2026-01/2026-09", False),
        ("2026-01/2026-09", "2027-01/2027-09", True),
        ("2026-Q1/2026-Q3", "2026-01/2026-09", True),
        ("2026", "FY2027", True),
        ("2026-Q3", "2026", False),
        ("2026-09-30", "2026-12-31", True),
        ("2026-09-30", "2026-Q4", False),
        ("", "2026", True),
        ("2026-01-01/2026-02-15", "2026", True),
    ],
)
def test_periods_as_long_as_each_other(one: str, other: str, expected: bool) -> None:
    assert are_as_long(one, other) is expected
    assert are_as_long(other, one) is expected
