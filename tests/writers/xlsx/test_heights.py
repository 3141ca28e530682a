"""Rows are as high as their wrapped texts need, and free to grow."""

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from exporter.report.xlsx.model import Style, Table
from exporter.writers.xlsx import write_workbook
from exporter.writers.xlsx.heights import header_height, row_heights
from tests.writers.sample_book import a_column, book_of, strings

WRAPPED, PLAIN = Style(wrap=True), Style()
STYLES = {"wrapped": WRAPPED, "plain": PLAIN, "big": Style(wrap=True, size=20)}
ONE_LINE = 22.5  # points: 10 at 1.45, and padding


def heights(
    *texts: str | None, styles: str | list[str] = "wrapped", width: float = 20
) -> list[float]:
    named = styles if isinstance(styles, str) else strings(styles)
    column = a_column("Text", width, named, strings(texts))
    found: list[float] = row_heights((column,), len(texts), STYLES).tolist()
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [(None, 1), ("", 1), ("short", 1), ("a" * 20, 1), ("a" * 30, 2), ("阿" * 10, 1), ("阿" * 11, 2),
     ("a\nb\nc", 3), ("🎛" * 11, 2)],
)  # fmt: skip
def test_a_row_has_room_for_its_lines(text: str | None, lines: int) -> None:
    assert heights(text) == [pytest.approx(lines * 14.5 + 8)]


def test_only_wrapped_cells_count() -> None:
    assert heights("a" * 100, "a" * 100, styles=["plain", "wrapped"]) == [ONE_LINE, 80.5]


def test_larger_letters_take_more_lines_and_higher_ones() -> None:
    small, big = heights("a" * 40, "a" * 40, styles=["wrapped", "big"])
    assert big == pytest.approx(4 * 29 + 8)
    assert small == pytest.approx(2 * 14.5 + 8)


def test_the_highest_cell_of_a_row_decides() -> None:
    columns = (
        a_column("A", 20, "wrapped", strings(["a"])),
        a_column("B", 5, "wrapped", strings(["a" * 20])),
    )
    assert row_heights(columns, 1, STYLES).tolist() == [pytest.approx(4 * 14.5 + 8)]


def test_ids_in_a_narrow_column_take_the_lines_that_their_ends_leave_empty() -> None:
    """LibreOffice has growth(group- / revenue-2026- / q3, group- / revenue-2025- / q3)."""
    texts = (
        "growth(group-revenue-2026-q3, group-revenue-2025-q3)",
        "a word or two and so on, " * 2,
    )
    tables = [(a_column("A", 14, "wrapped", strings([text])),) for text in texts]
    found = [row_heights(columns, 1, STYLES).tolist() for columns in tables]
    assert found == [[pytest.approx(5 * 14.5 + 8)], [pytest.approx(4 * 14.5 + 8)]]


def test_no_row_is_higher_than_excel_allows() -> None:
    assert heights("a" * 10_000) == [409.0]


def test_a_long_header_wraps() -> None:
    narrow = Table("data", (a_column("A header of many words", 9, "wrapped"),), 0)
    wide = Table("data", (a_column("A header of many words", 40, "wrapped"),), 0)
    assert header_height(narrow, WRAPPED) > header_height(wide, WRAPPED)
    assert header_height(narrow, PLAIN) == header_height(wide, PLAIN)


def test_rows_grow_with_an_edit(tmp_path: Path) -> None:
    """Excel never fits a row again whose height is marked as custom."""
    book = book_of(a_column("Text", 9, "text", strings(["a" * 99])), rows=1)
    write_workbook(book, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert ' ht="150.75"' in sheet
    assert "customHeight" not in sheet


def test_tables_side_by_side_share_the_higher_row(tmp_path: Path) -> None:
    book = book_of(a_column("Text", 9, "text", strings(["a" * 40])), rows=1)
    beside = Table(
        "other", (a_column("N", 9, "exact", numbers=pa.array([1.0])),), 1, first_column=2
    )
    sheet = replace(book.sheets[0], tables=(*book.sheets[0].tables, beside))
    for tables in (sheet.tables, sheet.tables[::-1]):
        write_workbook(replace(book, sheets=(replace(sheet, tables=tables),)), tmp_path / "a.xlsx")
        with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
            xml = archive.read("xl/worksheets/sheet1.xml").decode()
        assert '<row r="5" ht="72.75">' in xml


def test_lines_of_latin_letters_are_lower_in_a_font_that_has_no_others() -> None:
    def height(text: str, font: str) -> float:
        column = a_column("Text", 20, "wrapped", strings([text]))
        found: float = row_heights((column,), 1, STYLES, font)[0]
        return found

    assert height("a" * 60, "Arial") < height("a" * 60, "Microsoft YaHei")
    assert height("阿" * 30, "Arial") == height("阿" * 30, "Microsoft YaHei")
    assert height("a" * 60, "Arial") < height("阿" + "a" * 58, "Arial")


def test_short_columns_are_as_high_together_as_by_themselves() -> None:
    texts = strings(["a" * 30, "阿里" * 9, None, "a\nb\nc", "growth(group-revenue-2026-q3, a)"])
    looks = strings(["wrapped", "plain", "big", "wrapped", "wrapped"])
    columns = [
        a_column("A", 40, "wrapped", texts),
        a_column("B", 9, looks, texts),
        a_column("C", 12, "plain", texts),
        a_column("D", 9, "wrapped", strings(["a"]).take(pa.array([0] * 5))),
    ]
    alone = [row_heights((column,), 5, STYLES) for column in columns]
    assert row_heights(columns, 5, STYLES).tolist() == np.maximum.reduce(alone).tolist()
