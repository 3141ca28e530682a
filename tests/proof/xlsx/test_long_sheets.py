"""Sheets of many rows: read as streams, compared slice by slice, told of in detail where they differ."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pytest

from exporter.proof.difference import Difference
from exporter.proof.xlsx import compare_workbook, expected, table_rows
from exporter.report.xlsx.model import Column, Slice, Table, Workbook
from exporter.writers.xlsx import write_workbook
from tests.proof.tamper import (
    Edit,
    cell,
    delete_row,
    exchange_rows,
    insert_row,
    replacing,
    sheet_part,
    style_of,
    swap_rows,
    tamper,
    text,
)
from tests.writers.sample_book import a_column, book_of, strings

ROWS, SLICE = 5_000, 1_500
SHARED = "xl/sharedStrings.xml"


def columns_of(start: int, rows: int) -> tuple[Column, ...]:
    numbers = range(start, start + rows)
    names = strings([f"fact-{n:04d}" for n in numbers])
    return (
        a_column("Metric", 20, "text", strings([f"Metric {n % 50}" for n in numbers])),
        a_column("Value", 12, strings([("exact", "over")[n % 2] for n in numbers]),
               strings([f"about {n}" if n % 11 == 0 else None for n in numbers]),
               pa.array([None if n % 11 == 0 else n * 1.5 for n in numbers], pa.float64())),
        a_column("Held", 9, "text", truths=pa.array([n % 3 == 0 for n in numbers])),
        a_column("Source", 12, "link", strings(["a & b"] * rows),
               formulas=strings([f'=HYPERLINK("https://a.example/{n}","a & b")' for n in numbers])),
        a_column("Who", 12, "text", strings([None if n % 4 else "Northwind" for n in numbers])),
        a_column("Fact", 20, "id", names),
    )  # fmt: skip


def streamed(rows: int = ROWS) -> Workbook:
    """A book of one streamed table, whose cells are never all in memory."""

    def cells() -> Iterator[Slice]:
        for start in range(0, rows, SLICE):
            count = min(SLICE, rows - start)
            columns = columns_of(start, count)
            yield Slice(columns, count, columns[-1].texts)

    book = book_of(*columns_of(0, 0), rows=0)
    empty = [replace(column, cells=None) for column in book.sheets[0].tables[0].columns]
    table = Table("data", tuple(empty), rows, cells=cells)
    return replace(book, sheets=(replace(book.sheets[0], tables=(table,)),))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.xlsx"
    write_workbook(streamed(), path)
    return path


@pytest.fixture
def _few_rows_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the table, a small part is kept where it is not yet known which row is which."""
    monkeypatch.setattr(table_rows, "WINDOW", 400)


def told(differences: list[Difference]) -> list[str]:
    return [
        f"{difference.place}: {difference.what}: {difference.found}" for difference in differences
    ]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of parts, as they are opened."""
    opened: list[str] = []
    open_part = ZipFile.open

    def noting(archive: ZipFile, name: Any, *args: Any, **more: Any) -> Any:
        opened.append(name)
        return open_part(archive, name, *args, **more)

    monkeypatch.setattr(ZipFile, "open", noting)
    return opened


def test_a_long_sheet_as_written_has_no_differences(written: Path, opened: list[str]) -> None:
    assert compare_workbook(streamed(), written) == []
    assert opened.count(sheet_part(written, "Data")) == 1


@dataclass(frozen=True)
class Case:
    edit: Edit
    expected: list[str]


CASES = {
    "the first number": Case(cell("B6", inner="<v>2</v>"), ["Data!B6 (fact-0001): value: 2"]),
    "a number amid": Case(cell("B2506", inner="<v>2</v>"), ["Data!B2506 (fact-2501): value: 2"]),
    "the last number": Case(cell("B5004", inner="<v>2</v>"), ["Data!B5004 (fact-4999): value: 2"]),
    "a number made a text": Case(
        cell("B2506", inner=text("3751.5"), kind="inlineStr"),
        ["Data!B2506 (fact-2501): value: 3751.5 (text)"]),
    "a truth": Case(cell("C3000", inner="<v>1</v>"), ["Data!C3000 (fact-2995): value: TRUE"]),
    "a look": Case(lambda xml: cell("A3000", style=style_of(xml, "F3000"))(xml), [
        "Data!A3000 (fact-2995): look: Arial 8 underline #1A5FA8 on none"]),
    "a formula": Case(replacing("https://a.example/2995", "https://a.example/2996"), [
        'Data!D3000 (fact-2995): formula: =HYPERLINK("https://a.example/2996","a & b")']),
    "a formula taken away": Case(
        cell("D3000", inner=text("a &amp; b"), kind="inlineStr"),
        ["Data!D3000 (fact-2995): formula: nothing"]),
    "a lost row": Case(delete_row(2_506), ["Data!A2506 (fact-2501): row: missing"]),
    "the first row lost": Case(delete_row(5), ["Data!A5 (fact-0000): row: missing"]),
    "the last row lost": Case(delete_row(5_004), ["Data!A5004 (fact-4999): row: missing"]),
    "a new row": Case(
        insert_row(2_506, 2_507, cell("F2506", inner=text("new"), kind="inlineStr")),
        ["Data!A2506: row: Metric 2 | 3753 | TRUE | a & b | new"]),
    "a row below the last": Case(
        insert_row(5_005, 5_004, cell("F5005", inner=text("new"), kind="inlineStr")),
        ["Data!A5005: row: Metric 49 | 7498.5 | FALSE | a & b | new"]),
    "exchanged rows": Case(exchange_rows(2_506, 2_510), [
        ("Data!A2506 (fact-2501): order of rows: fact-2505, fact-2502, fact-2503, fact-2504, fact-2501, "
        "fact-2506, fact-2507, fact-2508, fact-2509, fact-2510, fact-2511,…")]),
    "a value beside the table": Case(
        replacing('</c></row><row r="3751"', '</c><c r="J3750"><v>1</v></c></row><row r="3751"'),
        ["Data!J3750: value: 1"]),
    "a title": Case(cell("A1", inner=text("Titel"), kind="inlineStr"), ["Data!A1: value: Titel"]),
    "many at once": Case(
        lambda xml: delete_row(4_750)(cell("B4000", inner="<v>2</v>")(delete_row(1_750)(xml))),
        ["Data!A1750 (fact-1745): row: missing", "Data!A4751 (fact-4746): row: missing",
         "Data!B4000 (fact-3996): value: 2"]),
}  # fmt: skip


@pytest.mark.usefixtures("_few_rows_kept")
@pytest.mark.parametrize("name", CASES)
def test_a_tampering_of_a_long_sheet_is_named(
    written: Path, tmp_path: Path, opened: list[str], name: str
) -> None:
    require_named(written, tmp_path, opened, CASES[name])


@pytest.mark.parametrize("name", ["a number amid", "a lost row", "exchanged rows", "many at once"])
def test_a_tampering_is_named_where_all_rows_may_be_kept(
    written: Path, tmp_path: Path, opened: list[str], name: str
) -> None:
    require_named(written, tmp_path, opened, CASES[name])


def require_named(written: Path, folder: Path, opened: list[str], case: Case) -> None:
    """What differs is named, and the sheet read once."""
    part = sheet_part(written, "Data")
    changed = tamper(written, folder / "changed.xlsx", {part: case.edit})
    opened.clear()
    differences = compare_workbook(streamed(), changed)
    assert opened.count(part) == 1
    # That the table's range does not go with added rows is a difference of its own.
    found = [text for text in told(differences) if not text.startswith("Data (sheet): range")]
    assert sorted(found) == sorted(case.expected)


@pytest.mark.usefixtures("_few_rows_kept")
def test_a_changed_shared_text_is_named_wherever_it_stands(written: Path, tmp_path: Path) -> None:
    changed = tamper(
        written, tmp_path / "changed.xlsx", {SHARED: replacing(">Metric 49<", ">Metric 94<")}
    )
    differences = compare_workbook(streamed(), changed)
    assert told(differences) == [
        f"Data!A{n + 5} (fact-{n:04d}): value: Metric 94" for n in range(49, ROWS, 50)
    ]


def test_no_more_differences_are_told_than_anyone_reads(written: Path, tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        return xml.replace(">Metric 4", ">Metric 9")  # one row of 50 is "Metric 4", ten are "4x"

    changed = tamper(written, tmp_path / "changed.xlsx", {SHARED: edit})
    *differences, last = compare_workbook(streamed(), changed)
    assert len(differences) == 1_000
    rows = [n for n in range(ROWS) if str(n % 50).startswith("4")][:1_000]
    assert told(differences) == [
        f"Data!A{n + 5} (fact-{n:04d}): value: Metric 9{str(n % 50)[1:]}" for n in rows
    ]
    assert told([last]) == [
        "workbook: number of differences: more than 1,000; the others are not told"
    ]


@pytest.mark.usefixtures("_few_rows_kept")
def test_a_row_moved_far_is_missing_and_new(written: Path, tmp_path: Path) -> None:
    edit = exchange_rows(1_500, 4_001)
    changed = tamper(written, tmp_path / "changed.xlsx", {sheet_part(written, "Data"): edit})
    assert told(compare_workbook(streamed(), changed)) == [
        "Data!A1500 (fact-1495): row: missing",
        "Data!A1500: row: Metric 46 | 5994 | TRUE | a & b | Northwind | fact-3996",
        "Data!A4001 (fact-3996): row: missing",
        "Data!A4001: row: Metric 45 | 2242.5 | FALSE | a & b | fact-1495",
    ]


@pytest.mark.usefixtures("_few_rows_kept")
def test_rows_far_out_of_the_order_of_their_numbers_make_a_sheet_unreadable(
    written: Path, tmp_path: Path
) -> None:
    edit = swap_rows(1_500, 4_001)
    changed = tamper(written, tmp_path / "changed.xlsx", {sheet_part(written, "Data"): edit})
    *found, last = compare_workbook(streamed(), changed)
    assert found
    assert last.place == "Data (sheet)"
    assert "row 1500 does not come in the order of its number" in last.found


@pytest.mark.usefixtures("_few_rows_kept")
def test_rows_near_to_where_their_numbers_belong_are_put_in_order(
    written: Path, tmp_path: Path
) -> None:
    edit = swap_rows(1_500, 1_600)
    changed = tamper(written, tmp_path / "changed.xlsx", {sheet_part(written, "Data"): edit})
    (difference,) = compare_workbook(streamed(), changed)
    assert (difference.place, difference.what) == ("Data!A1500 (fact-1495)", "order of rows")
    assert difference.found.startswith("fact-1595, fact-1496, ")


def test_the_cells_of_a_row_that_is_there_twice_are_named(written: Path, tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        row = re.search(r'<row r="1500".*?</row>', xml)
        assert row
        return xml.replace('<row r="1503"', f'{row[0]}<row r="1503"', 1)

    changed = tamper(written, tmp_path / "changed.xlsx", {sheet_part(written, "Data"): edit})
    assert told(compare_workbook(streamed(), changed)) == [
        f"Data!{column}1500: cell: there twice" for column in "ABCDEF"
    ]


@pytest.mark.parametrize("rows", [3_000, 20_001])
def test_what_is_expected_is_made_once_for_both_readers(
    rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = streamed(rows)
    write_workbook(book, tmp_path / "long.xlsx")
    made, make = [], expected.expected_rows
    monkeypatch.setattr(expected, "expected_rows", lambda *of: made.append(of) or make(*of))
    assert compare_workbook(book, tmp_path / "long.xlsx") == []
    assert len(made) == 1


def test_two_long_tables_that_differ_are_compared_in_flat_memory() -> None:
    def compared(rows: int) -> tuple[int, list[str]]:
        command = [sys.executable, "-m", "tests.proof.xlsx.two_tables", str(rows)]
        said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return said["peak"], said["told"]

    (few, _), (many, differences) = compared(60_000), compared(240_000)
    assert many < 1.3 * few
    assert [one.partition(" (")[0] for one in differences] == [
        f"two.xlsx: Data!{cell}" for cell in ("A120005", "D120005", "B121005", "E121005")
    ]
