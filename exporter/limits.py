"""What Excel can hold, and how much a report may make us read.

Excel's sizes, lengths of texts, names of sheets, and serial numbers of dates are those of
Microsoft's page "Excel specifications and limits". Excel counts the characters of a text in UTF-16
code units, of which most emoji are two.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

ROWS, COLUMNS = 1_048_576, 16_384  # of a sheet
HYPERLINKS = 65_530  # of a sheet
WIDEST_COLUMN = 255  # characters of the default font
HIGHEST_ROW = 409.0  # points
CELL_FORMATS = 65_490  # different ones in a workbook
SIGNIFICANT_DIGITS = 15  # of a number that is typed
LARGEST_NUMBER = 1e100  # whose digits the widest column shows; their sums stay finite, too

CELL_TEXT, FORMULA, URL = 32_767, 8_192, 2_079  # characters
FORMULA_STRING = 255  # of a text between quotation marks in a formula
HEADER = FOOTER = DOCUMENT_PROPERTY = CHART_LABEL = ALTERNATIVE_TEXT = 255
SHEET_NAME = 31

FIRST_DATE = date(1900, 1, 1)
FIRST_SERIAL, LAST_SERIAL = 1, 2_958_465  # FIRST_DATE and 9999-12-31

_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")  # ST_Xstring (ECMA-376 part 1, 22.9.2.19)
_FORBIDDEN = "[]:*?/\\"  # in the name of a sheet
_RESERVED = "history"  # in any case; Excel keeps the name for change tracking
_EPOCH = date(1970, 1, 1)
_EPOCH_SERIAL = 25_569
_LEAP_DAY = 60  # the serial number of 29 February 1900, a day that Excel has by mistake

Days = TypeVar("Days")  # int, or a numpy array of integers

_KB, _MB, _GB = 10**3, 10**6, 10**9


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How much is read of what a report names, lest a stranger's report fill memory or never end.

    Far beyond what people write; docs/limits.md tells each, and how to raise it.

    Attributes:
        bytes: Of a file that is read bit by bit: CSV, Parquet.
        text_bytes: Of one that is read whole: YAML, a source's text.
        document_bytes: Of a document that is recorded as a source.
        theme_bytes: Of a theme's TOML file.
        logo_bytes: Of its logo.
        template_bytes: Of a report's own template, and of its style sheet.
        workbook_bytes: Of a workbook as it lies on the disk.
        unpacked_bytes: Of all that is packed in a workbook.
        packed_ratio: How many times smaller a part of a workbook may be than what is packed in it.
        files: In a folder of facts.
        rows: Of facts, from one file or query.
        cells: Of a sheet, from its first filled one to its last, whatever stands between.
        nesting: Lists and mappings in one another in YAML.
        nodes: Texts, lists and mappings in a YAML file.
        slow_text: Characters of a YAML file that only the parser in Python can read.
        clauses: Of a source's text.
        clause_length: Of one of them, in characters.
        query_seconds: Until a database has to have answered.
        reading_seconds: Of a processor, for one file that is read in a process of its own.
        query_bytes: Of memory, for DuckDB and SQLite; what does not fit goes to the disk.
        spill_bytes: Of what goes there.
        memory_bytes: Of a process that reads a file for us.
    """

    bytes: int = 20 * _GB
    text_bytes: int = 32 * _MB
    document_bytes: int = 200 * _MB
    theme_bytes: int = 100 * _KB
    logo_bytes: int = 500 * _KB
    template_bytes: int = 200 * _KB
    workbook_bytes: int = 500 * _MB
    unpacked_bytes: int = 1 * _GB
    packed_ratio: int = 300
    files: int = 10_000
    rows: int = 5_000_000
    cells: int = 50_000_000
    nesting: int = 20
    nodes: int = 1_000_000
    slow_text: int = 1_000_000
    clauses: int = 200_000
    clause_length: int = 1_000_000
    query_seconds: int = 60
    reading_seconds: int = 600
    query_bytes: int = 400 * _MB
    spill_bytes: int = 10 * _GB
    memory_bytes: int = 3 * _GB


READING = ReadingLimits()
TABLE_COLUMNS = 1_000  # of facts; no more than some forty have a meaning


def shown_bytes(size: int) -> str:
    """A size as people say it: `32 MB`, `1.5 GB`."""
    for name, unit in (("GB", _GB), ("MB", _MB), ("kB", _KB)):
        if size >= unit:
            return f"{round(size / unit, 1):g} {name}"
    return f"{size} bytes"


def text_length(text: str) -> int:
    """How long Excel takes a text to be, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, limit: int) -> str:
    """As many of the first characters as Excel takes for `limit`."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * limit]
    return units.decode("utf-16-le", "ignore")


def serial_number(days: Days) -> Days:
    """The number that Excel stores for a day, in its 1900 date system.

    Args:
        days: Since 1970-01-01: an integer, or a numpy array of integers. From 1900-01-01 on.

    Source: ECMA-376 Part 1, 18.17.4.1 (dates from 1900-01-01, which is 1).
    """
    serial: Any = days
    serial = serial + _EPOCH_SERIAL
    numbers: Days = serial - (serial <= _LEAP_DAY)
    return numbers


def date_serial(day: date) -> float:
    """The number that Excel stores for a date from 1900 on."""
    return float(serial_number((day - _EPOCH).days))


def numbered_sheet_name(name: str, number: int) -> str:
    """`Name` as it is, then `Name (2)` and so on, as short as Excel wants them."""
    if number == 1:
        return name
    ending = f" ({number})"
    return name[: SHEET_NAME - len(ending)] + ending


def is_reserved(name: str) -> bool:
    """Whether Excel keeps the name of a sheet for itself."""
    return name.casefold() == _RESERVED


def refused_sheet_name(name: str) -> str:
    """Why Excel refuses a sheet's name, or "" where it takes it.

    Source: Excel's documentation, "Rename a worksheet".
    """
    if text_length(name) > SHEET_NAME:
        return f"the sheet name {name!r} has more than {SHEET_NAME} characters"
    if found := [character for character in name if character in _FORBIDDEN or character < " "]:
        return f"the sheet name {name!r} holds {found[0]!r}, which Excel refuses"
    if escape := _ESCAPE.search(name):
        return f"the sheet name {name!r} holds {escape[0]!r}, which Excel takes for one character"
    if name.startswith("'") or name.endswith("'"):
        return f"the sheet name {name!r} begins or ends with an apostrophe, which Excel refuses"
    if is_reserved(name):
        return f"the sheet name {name!r} is reserved by Excel"
    return "" if name else "the sheet has no name"
