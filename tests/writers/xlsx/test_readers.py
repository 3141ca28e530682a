"""The sample workbook in LibreOffice and before the OOXML schemas."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from exporter.report.xlsx import model
from exporter.report.xlsx.model import Sheet, Table
from exporter.writers.xlsx import write_workbook
from tests.conftest import Office
from tests.ooxml_schemas import found_at_fault
from tests.writers.sample_book import HEADERS, changed, sample_book

Shown = dict[Path, dict[str, list[list[str]]]]  # by sheet


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readers") / "sample.xlsx"
    write_workbook(sample_book(), path)
    return path


@pytest.fixture(scope="module")
def shown(office: Office, sample: Path, wrong: Path, large: Path) -> Shown:
    """All three as their cells show them, from one run of LibreOffice."""
    return office.as_shown(sample.parent, sample, wrong, large)


def test_libreoffice_shows_the_values_as_formatted(shown: Shown, sample: Path) -> None:
    rows = shown[sample]["Sorting robots"]
    assert rows[0][0] == "Sorting robots"
    assert tuple(rows[3][:11]) == HEADERS
    figures = ["> 100,000,000", "> 42,000,000", "9,500,000", "≈ 19%", "2023-11-01"]
    assert [row[1] for row in rows[4:]] == [*figures, "retailers, farms"]
    assert rows[4][4] == "Oct 2023"
    assert rows[5][7] == "路线规划超过4200万条"


@pytest.fixture(scope="module")
def wrong(sample: Path) -> Path:
    """Wrong results are cached on purpose: what comes out was computed."""
    book = sample_book()
    checks, *others = book.sheets[2].tables
    numbers = pa.array([1.0, 2.0, 3.0])
    results = changed(checks.columns[1], numbers=numbers, truths=None, texts=None)
    checks = replace(checks, columns=(checks.columns[0], results))
    sheet = replace(book.sheets[2], tables=(checks, *others))
    path = sample.with_name("wrong.xlsx")
    write_workbook(replace(book, sheets=(*book.sheets[:2], sheet)), path)
    return path


def test_formulas_give_what_is_cached(shown: Shown, wrong: Path) -> None:
    assert [row[1] for row in shown[wrong]["Checks"][4:]] == ["6", "TRUE", "Parcels sorted"]


def test_the_print_is_two_pages_a_sheet_of_facts(office: Office, sample: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    office.convert("pdf", sample.parent, sample)
    with pikepdf.open(sample.with_suffix(".pdf")) as pdf:
        boxes = [[round(float(edge)) for edge in page.mediabox] for page in pdf.pages]
    assert boxes == [[0, 0, 842, 595]] * 4, "A4 landscape"


def test_the_file_keeps_to_the_schemas(sample: Path) -> None:
    assert found_at_fault(sample) == {sample.name: []}


@pytest.fixture(scope="module")
def large(sample: Path) -> Path:
    """A sheet of facts of 300 rows in several slices, with formulas for links, and a bare one."""
    path = sample.with_name("large.xlsx")
    book = sample_book()
    columns = book.sheets[1].tables[0].columns
    rows = 300
    wanted = pa.array([n % 6 for n in range(rows)])
    taken = [
        changed(replace(column, cells=column.cells.take(wanted)), links=None) for column in columns
    ]
    ids = [f"fact-{n}" for n in range(rows)]
    formulas = [f'=HYPERLINK("https://a.example/?a=1&b=2#{one}","{one}")' for one in ids]
    taken[-1] = changed(taken[-1], texts=pa.array(ids), formulas=pa.array(formulas))
    facts = replace(book.sheets[1], chart=None, tables=(Table("facts", tuple(taken), rows),))
    bare = Sheet("Bare", "", "", (Table("bare", tuple(taken), rows, first_row=0, fitted=False),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "SLICE_ROWS", 90)
        write_workbook(replace(book, sheets=(facts, bare, book.sheets[2])), path)
    return path


def test_many_rows_keep_to_the_schemas(large: Path) -> None:
    assert found_at_fault(large) == {large.name: []}


def test_libreoffice_shows_many_rows_and_keeps_table_and_filter(
    office: Office, shown: Shown, large: Path
) -> None:
    rows, bare = shown[large]["Sorting robots"], shown[large]["Bare"]
    assert [row[:11] for row in rows[3:]] == [row[:11] for row in bare]
    figures = [
        "> 100,000,000",
        "> 42,000,000",
        "9,500,000",
        "≈ 19%",
        "2023-11-01",
        "retailers, farms",
    ]
    assert [row[1] for row in rows[4:]] == [figures[n % 6] for n in range(300)]
    assert [row[10] for row in rows[4:]] == [f"fact-{n}" for n in range(300)]
    # What LibreOffice makes of the filter, written back by LibreOffice.
    again = large.parent / "again"
    office.convert("ods", again, large)
    office.convert("xlsx", again, again / "large.ods")
    tables = [
        table for sheet in load_workbook(again / "large.xlsx") for table in sheet.tables.values()
    ]
    areas = {table.name: (table.ref, table.autoFilter.ref) for table in tables}
    assert areas["facts"] == ("A4:K304", "A4:K304")
    assert areas["bare"] == ("A1:K301", "A1:K301")
