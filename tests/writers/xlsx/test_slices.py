"""Tables of several slices: the same as in one, checked to the end, made in several threads."""

import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from exporter.errors import CellRefusedError
from exporter.report.xlsx import model
from exporter.report.xlsx.model import Column, Sheet, Slice, Table, Workbook
from exporter.writers.xlsx import archive as archive_module
from exporter.writers.xlsx import book_faults, shared_strings, write_workbook
from exporter.writers.xlsx.archive import Part
from tests.processors import have_processors
from tests.readback import read_back
from tests.same_books import differences
from tests.writers.sample_book import a_column, book_of, sample_book, strings


@pytest.fixture(params=[1, 2, 3, 5])
def small_slices(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(model, "SLICE_ROWS", request.param)
    return int(request.param)


def sheet_xml(path: Path, number: int = 1) -> str:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def streamed(table: Table, rows: int) -> Table:
    """The table with its cells made anew, slice by slice, of so many rows."""

    def cells() -> Iterator[Slice]:
        for start in range(0, table.rows, rows):
            count = min(rows, table.rows - start)
            yield Slice(table.columns, table.rows, table.facts).slice(start, count)

    bare = tuple(replace(column, style="text", cells=None) for column in table.columns)
    return replace(table, columns=bare, facts=None, cells=cells)


def streamed_book(book: Workbook, rows: int) -> Workbook:
    sheets = [
        replace(sheet, tables=tuple(streamed(table, rows) for table in sheet.tables))
        for sheet in book.sheets
    ]
    return replace(book, sheets=tuple(sheets))


def test_slices_make_no_difference(tmp_path: Path, small_slices: int) -> None:
    write_workbook(sample_book(), tmp_path / "sliced.xlsx")
    write_workbook(streamed_book(sample_book(), small_slices), tmp_path / "streamed.xlsx")
    sliced = read_back(tmp_path / "sliced.xlsx")
    assert read_back(tmp_path / "streamed.xlsx") == sliced
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "SLICE_ROWS", 8192)
        write_workbook(sample_book(), tmp_path / "whole.xlsx")
    assert read_back(tmp_path / "whole.xlsx") == sliced


def test_processors_make_no_difference(tmp_path: Path, small_slices: int) -> None:
    """Blocks are made ahead, on many processors more of them; bytes do not depend on that."""
    for processors in (1, 2, 9):
        with pytest.MonkeyPatch.context() as patch:
            have_processors(patch, processors)
            write_workbook(sample_book(), tmp_path / f"{processors}.xlsx")
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def repeated(column: Column, rows: int) -> Column:
    """The column as one of distinct cells, the last row's first."""
    if column.cells is None:  # of pictures
        return column
    indices = pa.array(range(rows - 1, -1, -1), pa.int32())
    cells = column.cells.take(indices)
    return replace(column, cells=pa.DictionaryArray.from_arrays(indices, cells))


def test_columns_of_distinct_cells_are_written_like_others(
    tmp_path: Path, small_slices: int
) -> None:
    book = sample_book()
    sheets = [
        replace(
            sheet,
            tables=tuple(
                replace(
                    table, columns=tuple(repeated(column, table.rows) for column in table.columns)
                )
                for table in sheet.tables
            ),
        )
        for sheet in book.sheets
    ]
    write_workbook(book, tmp_path / "plain.xlsx")
    write_workbook(replace(book, sheets=tuple(sheets)), tmp_path / "repeated.xlsx")
    assert read_back(tmp_path / "repeated.xlsx") == read_back(tmp_path / "plain.xlsx")


def test_a_streamed_table_is_laid_out_once(tmp_path: Path) -> None:
    calls = []
    book = book_of(a_column("N", 9, "exact", numbers=pa.array([1.0, 2.0, 3.0])), rows=3)
    table = streamed(book.sheets[0].tables[0], 2)
    make = table.cells
    assert make is not None

    def counted() -> Iterator[Slice]:
        calls.append(1)
        return make()

    sheet = replace(book.sheets[0], tables=(replace(table, cells=counted),))
    write_workbook(replace(book, sheets=(sheet,)), tmp_path / "a.xlsx")
    assert calls == [1]


def test_tables_beside_and_below_one_another(tmp_path: Path, small_slices: int) -> None:
    def table(name: str, rows: int, first_row: int, first_column: int) -> Table:
        cells = pa.array([f"{name}{n}" for n in range(rows)], pa.string())
        return Table(name, (a_column(name, 9, "text", cells),), rows, first_row, first_column)

    tables = (table("lower", 4, 20, 1), table("right", 7, 3, 4), table("left", 3, 3, 0))
    sheet = Sheet("Data", "Title", "Note", tables)
    book = replace(sample_book(), sheets=(sheet,), defined_names={})
    write_workbook(book, tmp_path / "a.xlsx")
    read = load_workbook(tmp_path / "a.xlsx")["Data"]
    assert [read[f"A{row}"].value for row in range(4, 9)] == [
        "left",
        "left0",
        "left1",
        "left2",
        None,
    ]
    assert [read[f"E{row}"].value for row in range(4, 13)] == [
        "right", *(f"right{n}" for n in range(7)), None,
    ]  # fmt: skip
    assert [read[f"B{row}"].value for row in range(21, 26)] == [
        "lower",
        *(f"lower{n}" for n in range(4)),
    ]
    rows = [int(one.split('"')[1]) for one in sheet_xml(tmp_path / "a.xlsx").split("<row ")[1:]]
    assert rows == sorted(set(rows))


def test_a_header_beside_rows_is_refused(tmp_path: Path) -> None:
    one = Table("one", (a_column("A", 9, "text", strings(["a", "b"])),), 2)
    other = replace(one, name="other", first_row=4, first_column=3)
    book = replace(sample_book(), sheets=(Sheet("Data", "T", "N", (one, other)),), defined_names={})
    with pytest.raises(CellRefusedError, match="other begins beside the rows of one"):
        write_workbook(book, tmp_path / "a.xlsx")


def test_problems_of_all_slices_are_told_at_once(tmp_path: Path, small_slices: int) -> None:
    numbers = pa.array([1.0, float("nan"), 2.0, 3.0, float("inf"), 4.0, float("nan")])
    book = book_of(a_column("N", 9, "exact", numbers=numbers), rows=7, facts=strings("abcdefg"))
    second = replace(
        book.sheets[0], name="More", tables=(replace(book.sheets[0].tables[0], name="more"),)
    )
    with pytest.raises(CellRefusedError) as caught:
        write_workbook(replace(book, sheets=(book.sheets[0], second)), tmp_path / "a.xlsx")
    told = [(p.subject, p.wrong.partition(":")[0]) for p in caught.value.problems]
    assert told == [("b", "Data!A6"), ("e", "Data!A9"), ("g", "Data!A11"),
                    ("b", "More!A6"), ("e", "More!A9"), ("g", "More!A11")]  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_no_more_problems_are_told_than_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_faults, "_MOST_LISTED", 3)
    column = a_column("N", 9, "exact", numbers=pa.array([float("nan")] * 10))
    with pytest.raises(CellRefusedError) as caught:
        write_workbook(book_of(column, rows=10), tmp_path / "a.xlsx")
    assert len(caught.value.problems) == 4
    assert caught.value.problems[3].wrong == "7 more cells are refused"


def test_links_past_the_limit_over_several_slices(tmp_path: Path) -> None:
    column = a_column("L", 9, "link", links=pa.array(["https://a.example"] * 65_531))
    with pytest.raises(CellRefusedError, match="Data: 65,531 links"):
        write_workbook(book_of(column, rows=65_531), tmp_path / "a.xlsx")


def texts_of(rows: int) -> Workbook:
    repeated = a_column("R", 9, "text", pa.array([f"word {n % 5}" for n in range(rows)]))
    unique = a_column("U", 9, "text", pa.array([f"text {n}" for n in range(rows)]))
    return book_of(repeated, unique, rows=rows)


def test_texts_that_repeat_are_shared_others_are_not(tmp_path: Path) -> None:
    write_workbook(texts_of(9000), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert "word 4" in texts
    assert "text 1<" not in texts
    assert sheet_xml(tmp_path / "a.xlsx").count("inlineStr") == 9000
    write_workbook(texts_of(100), tmp_path / "a.xlsx")
    assert "inlineStr" not in sheet_xml(tmp_path / "a.xlsx"), "a small sheet shares all"


def test_no_more_texts_are_shared_than_fit_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_strings, "_MOST_TEXTS", 7)
    write_workbook(texts_of(30), tmp_path / "a.xlsx")
    read = load_workbook(tmp_path / "a.xlsx")["Data"]
    assert list(read.iter_rows(min_row=5, values_only=True)) == [
        (f"word {n % 5}", f"text {n}") for n in range(30)
    ]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert 'uniqueCount="7"' in archive.read("xl/sharedStrings.xml").decode()


def test_a_large_book_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_workbook(texts_of(50_000), tmp_path / f"{name}.xlsx")
    assert differences(tmp_path / "a.xlsx", tmp_path / "b.xlsx") == []


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_breaks_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    before, added = set(threading.enumerate()), []

    def breaks(part: Part, piece: object) -> None:
        added.append(piece)
        if len(added) > 4:
            raise error

    monkeypatch.setattr(Part, "add", breaks)
    with pytest.raises((KeyboardInterrupt, Exception)) as caught:
        write_workbook(texts_of(80_000), path)
    assert isinstance(caught.value, KeyboardInterrupt) or "disk is full" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize(("rows", "alone"), [(40, True), (60_000, False)])
def test_a_small_book_is_made_without_threads(
    rows: int, alone: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = [], threading.Thread.start
    have_processors(monkeypatch, 2)
    monkeypatch.setattr(
        threading.Thread, "start", lambda thread: (started.append(thread), start(thread))
    )
    write_workbook(texts_of(rows), tmp_path / "a.xlsx")
    assert (not started) == alone


def test_a_sheet_too_large_for_a_zip_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_module, "_LIMIT", 100_000)
    with pytest.raises(CellRefusedError, match=r"Data.*4 GiB.*split"):
        write_workbook(texts_of(9000), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_wide_rows_are_joined_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from exporter.writers.xlsx import rows

    write_workbook(texts_of(100), tmp_path / "whole.xlsx")
    monkeypatch.setattr(rows, "_MOST_BYTES", 500)
    write_workbook(texts_of(100), tmp_path / "parts.xlsx")
    assert sheet_xml(tmp_path / "parts.xlsx") == sheet_xml(tmp_path / "whole.xlsx")
