"""The sample workbook in LibreOffice and before the OOXML schemas."""

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from exporter.report.xlsx import model
from exporter.report.xlsx.model import Sheet, Table
from exporter.writers.xlsx import write_workbook
from tests.writers.sample_book import HEADERS, changed, sample_book

# Comma, double quote, UTF-8, from line 1 on; numbers as their cells show them; every sheet (-1).
CSV_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
# LibreOffice takes cached results from files of Excel unless told to compute them anew.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readers") / "sample.xlsx"
    write_workbook(sample_book(), path)
    return path


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if not found:
        reason = "soffice is missing; install libreoffice-calc"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return found


def convert(soffice: str, to: str, path: Path, *more: Path) -> None:
    profile = path.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(path.parent), str(path)]
    command += map(str, more)
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def read_csv(path: Path, sheet: str) -> list[list[str]]:
    text = path.with_name(f"{path.stem}-{sheet}.csv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))


@pytest.fixture(scope="module")
def shown(soffice: str, sample: Path, wrong: Path, large: Path) -> None:
    """All three as their cells show them, from one run of LibreOffice."""
    convert(soffice, CSV_AS_SHOWN, sample, wrong, large)


@pytest.mark.usefixtures("shown")
def test_libreoffice_shows_the_values_as_formatted(sample: Path) -> None:
    rows = read_csv(sample, "Sorting robots")
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


@pytest.mark.usefixtures("shown")
def test_formulas_give_what_is_cached(wrong: Path) -> None:
    assert [row[1] for row in read_csv(wrong, "Checks")[4:]] == ["6", "TRUE", "Parcels sorted"]


def test_the_print_is_two_pages_a_sheet_of_facts(soffice: str, sample: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    convert(soffice, "pdf", sample)
    with pikepdf.open(sample.with_suffix(".pdf")) as pdf:
        boxes = [[round(float(edge)) for edge in page.mediabox] for page in pdf.pages]
    assert boxes == [[0, 0, 842, 595]] * 4, "A4 landscape"


def test_the_file_keeps_to_the_schemas(sample: Path) -> None:
    command = [sys.executable, "-m", "openxml_audit", str(sample), "--output", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def large(sample: Path) -> Path:
    """A sheet of facts of 1,000 rows in several slices, with formulas for links, and a bare one."""
    path = sample.with_name("large.xlsx")
    book = sample_book()
    columns = book.sheets[1].tables[0].columns
    rows = 1_000
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
        patch.setattr(model, "SLICE_ROWS", 300)
        write_workbook(replace(book, sheets=(facts, bare, book.sheets[2])), path)
    return path


def test_many_rows_keep_to_the_schemas(large: Path) -> None:
    command = [sys.executable, "-m", "openxml_audit", str(large), "--output", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("shown")
def test_libreoffice_shows_many_rows_and_keeps_table_and_filter(soffice: str, large: Path) -> None:
    rows, bare = read_csv(large, "Sorting robots"), read_csv(large, "Bare")
    assert [row[:11] for row in rows[3:]] == [row[:11] for row in bare]
    figures = [
        "> 100,000,000",
        "> 42,000,000",
        "9,500,000",
        "≈ 19%",
        "2023-11-01",
        "retailers, farms",
    ]
    assert [row[1] for row in rows[4:]] == [figures[n % 6] for n in range(1_000)]
    assert [row[10] for row in rows[4:]] == [f"fact-{n}" for n in range(1_000)]
    # What LibreOffice makes of the filter, written back by LibreOffice.
    (large.parent / "again").mkdir()
    again = Path(shutil.copy(large, large.parent / "again" / "large.xlsx"))
    convert(soffice, "ods", again)
    convert(soffice, "xlsx", again.with_suffix(".ods"))
    tables = [table for sheet in load_workbook(again) for table in sheet.tables.values()]
    areas = {table.name: (table.ref, table.autoFilter.ref) for table in tables}
    assert areas["facts"] == ("A4:K1004", "A4:K1004")
    assert areas["bare"] == ("A1:K1001", "A1:K1001")
