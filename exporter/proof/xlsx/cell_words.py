"""Cells in words: their names on a sheet, and what they hold as differences tell it."""

import re
from functools import lru_cache, reduce

from exporter.proof.difference import NOTHING
from exporter.proof.xlsx.cells import Position, Value

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)", re.IGNORECASE)
_LINE_BREAK = " ⏎ "


def shown_both(expected: Value, actual: Value, number_format: str = "") -> tuple[str, str]:
    """Two values in words, with what tells them apart where that is another kind or a last bit.

    Args:
        expected: What a cell should hold.
        actual: What it holds.
        number_format: Of the expected cell: where it is one of dates, numbers are told as dates.
    """
    both = shown(expected, number_format), shown(actual, number_format)
    if both[0] != both[1]:
        return both
    if type(expected) is type(actual):
        return repr(expected), repr(actual)
    return f"{both[0]} ({_kind(expected)})", f"{both[1]} ({_kind(actual)})"


def shown(value: Value, number_format: str = "") -> str:
    """A cell's value in words, on one line: numbers with Excel's 15 digits, or as dates."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        number = str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
        return _date(value, number_format) or number
    return str(value).replace("\n", _LINE_BREAK)


def _date(serial: float, number_format: str) -> str:
    """The day, or time, that a serial number stands for; "" where it stands for none."""
    from openpyxl.styles.numbers import is_date_format
    from openpyxl.utils.datetime import from_excel

    if serial < 0 or not is_date_format(number_format):
        return ""
    try:
        return str(from_excel(serial)).removesuffix(" 00:00:00")
    except (ValueError, OverflowError):  # no day of Excel's calendar
        return ""


def _kind(value: Value) -> str:
    names = {bool: "truth value", float: "number", str: "text"}
    return names.get(type(value), "blank")


def cell_name(row: int, column: int) -> str:
    """`B7`, by row and column from 0."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters, column = chr(ord("A") + letter) + letters, column - 1
    return f"{letters}{row + 1}"


def range_name(top: int, left: int, bottom: int, right: int) -> str:
    """`A4:K10`, or `B7` where it is one cell; `bottom` and `right` are inside."""
    first, last = cell_name(top, left), cell_name(bottom, right)
    return first if first == last else f"{first}:{last}"


def position(reference: str) -> Position:
    """Row and column from 0 of `B7`.

    Raises:
        ValueError: It names no cell.
    """
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} names no cell")
    return int(match[2]) - 1, _column(match[1])


@lru_cache(1 << 10)
def _column(letters: str) -> int:
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters.upper(), 0) - 1
