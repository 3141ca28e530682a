"""Excel's limits, serial numbers of dates, names of sheets."""

from datetime import date, timedelta

import numpy as np
import pytest
from openpyxl.utils.datetime import to_excel

from exporter import limits


@pytest.mark.parametrize(
    ("day", "serial"),
    [
        (date(1900, 1, 1), 1),
        (date(1900, 2, 28), 59),
        (date(1900, 3, 1), 61),  # 60 is the day that Excel has by mistake
        (date(1970, 1, 1), 25_569),
        (date(2023, 11, 1), 45_231),
        (date(9999, 12, 31), limits.LAST_SERIAL),
    ],
)
def test_serial_numbers(day: date, serial: int) -> None:
    assert limits.date_serial(day) == serial


def test_serial_numbers_of_many_days_are_those_of_each() -> None:
    days = np.arange(-25_567, 60_000, 7)
    dates = [date(1970, 1, 1) + timedelta(days=int(count)) for count in days]
    assert limits.serial_number(days).tolist() == [limits.date_serial(day) for day in dates]
    assert limits.serial_number(days)[20:].tolist() == [to_excel(day) for day in dates[20:]]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Quark", ""),
        ("x" * 31, ""),
        ("x" * 32, "more than 31 characters"),
        ("x" * 29 + "😀😀", "more than 31 characters"),
        ("Q/A", "holds '/'"),
        ("line\nend", "holds '\\n'"),
        ("'quoted", "apostrophe"),
        ("HISTORY", "reserved"),
        ("", "no name"),
        ("Tongyi Qianwen 2.0", ""),
        ("汽" * 31, ""),
        ("🚗" * 15, ""),
        ("🚗" * 16, "more than 31 characters"),  # Excel counts UTF-16 units
        *((f"a{character}b", f"holds {character!r}") for character in "[]:*?/\\"),
        ("a _x0041_", "holds '_x0041_', which Excel takes for one character"),
        ("_x004_ _X0041_", ""),
        ("quoted'", "apostrophe"),
        ("it's", ""),
        ("History", "reserved"),
        ("history", "reserved"),
        ("Histories", ""),
    ],
)
def test_names_of_sheets(name: str, why: str) -> None:
    found = limits.refused_sheet_name(name)
    assert why in found
    assert bool(found) is bool(why)


def test_numbered_names_stay_within_the_limit() -> None:
    assert limits.numbered_sheet_name("Quark", 1) == "Quark"
    assert limits.numbered_sheet_name("Quark", 2) == "Quark (2)"
    assert limits.numbered_sheet_name("x" * 40, 1) == "x" * 40  # for whoever refuses it
    assert limits.numbered_sheet_name("x" * 31, 10) == "x" * 26 + " (10)"


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [("abc", 3, "abc"), ("abcd", 3, "abc"), ("a🚗b", 3, "a🚗"), ("a🚗b", 2, "a"), ("", 2, "")],
)
def test_a_text_is_shortened_by_whole_characters(text: str, limit: int, kept: str) -> None:
    assert limits.shortened(text, limit) == kept
