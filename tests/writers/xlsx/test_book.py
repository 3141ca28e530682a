"""The workbook as a whole: read back, the same bytes every time, all or nothing."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from exporter.errors import CellRefusedError, SetupError
from exporter.proof.xlsx import compare_workbook
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.model import Table
from exporter.report.xlsx.pages import CHART_CHARACTER, least_width
from exporter.writers.xlsx import write_workbook
from exporter.writers.xlsx.archive import Archive
from tests.golden import check_golden
from tests.readback import read_back
from tests.writers.sample_book import a_column, book_of, changed, sample_book, strings

ROOT = Path(__file__).parents[3]
WRITE_AND_HASH = """
import hashlib, pathlib, sys
from exporter.writers.xlsx import write_workbook
from tests.writers.sample_book import sample_book
path = pathlib.Path(sys.argv[1])
write_workbook(sample_book(), path)
print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.xlsx"
    write_workbook(sample_book(), path)
    return path


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_the_sample_reads_back_as_it_was_laid_out(sample: Path) -> None:
    check_golden("writers/sample.xlsx.txt", read_back(sample))


def test_the_chart_is_the_one_planned(sample: Path) -> None:
    chart, drawing = part(sample, "xl/charts/chart1.xml"), part(sample, "xl/drawings/drawing1.xml")
    assert '<c:barDir val="bar"/>' in chart
    assert "<c:f>'Sorting robots'!$A$5:$A$7</c:f>" in chart
    assert "<c:f>'Sorting robots'!$B$5:$B$7</c:f>" in chart
    assert '<c:orientation val="maxMin"/>' in chart, "rows run from the top down"
    assert re.findall(r"<a:t>([^<]*)</a:t>", chart) == ["Parcels and routes"]
    assert '<c:numFmt formatCode="General" sourceLinked="1"/>' in chart, "labels follow the cells"
    formats = re.findall('<c:pt idx="." formatCode="([^"]*)">', chart)
    assert formats == ["&quot;&gt; &quot;#,##0"] * 2 + ["#,##0"]
    assert '<c:invertIfNegative val="1"/>' in chart
    assert "<c14:invertSolidFillFmt" in chart, "losses are filled, in a colour of their own"
    assert '<c:min val="0"/>' in chart
    assert chart.count('<c:tickLblPos val="low"/>') == 1, "names keep off negative bars"
    assert "c:legend" not in chart
    assert "c:majorGridlines" not in chart
    assert 'descr="Bars of parcels, routes and returns."' in drawing
    # From column M, one beyond the gutter right of K, and row 5: no page repeats a strip of it.
    assert "<xdr:from><xdr:col>12</xdr:col>" in drawing
    assert re.search("<xdr:from>.*?<xdr:row>4</xdr:row>", drawing)


def test_a_chart_of_rows_apart_names_each(tmp_path: Path) -> None:
    book, path = sample_book(), tmp_path / "book.xlsx"
    chart = replace(book.sheets[1].chart, rows=(2, 0, 1))
    facts = replace(book.sheets[1], chart=chart)
    book = replace(book, sheets=(book.sheets[0], facts, book.sheets[2]))
    write_workbook(book, path)
    written = part(path, "xl/charts/chart1.xml")
    sheet = "'Sorting robots'!"
    assert f"<c:f>({sheet}$B$7:$B$7,{sheet}$B$5:$B$6)</c:f>" in written
    assert re.findall("<c:v>([^<]*)<", written)[3:] == ["9500000.0", "100000000.0", "42000000.0"]
    assert compare_workbook(book, path) == []


def test_the_pages_are_those_planned(sample: Path) -> None:
    sheet = part(sample, "xl/worksheets/sheet2.xml")
    assert 'scale="80" pageOrder="overThenDown" orientation="landscape"' in sheet
    assert '<colBreaks count="1" manualBreakCount="1"><brk id="7"' in sheet
    assert "fitToPage" not in sheet, "Excel breaks no page where it fits a sheet to pages"
    book = part(sample, "xl/workbook.xml")
    assert "'Sorting robots'!$A:$A,'Sorting robots'!$4:$4" in book
    assert "Print_Area" not in book


def test_what_is_printed_again_is_named_in_quotes(tmp_path: Path) -> None:
    """LibreOffice prints it of no sheet whose name has a point and no quotes."""
    book = book_of(a_column("Metric", 20, "text", strings(["x"])), rows=1)
    named = replace(book, sheets=(replace(book.sheets[0], name="千问2.0"),))
    write_workbook(named, tmp_path / "b.xlsx")
    titles = re.findall(r"Print_Titles[^>]*>([^<]*)<", part(tmp_path / "b.xlsx", "xl/workbook.xml"))
    assert titles == ["'千问2.0'!$4:$4"]


def test_the_figure_at_a_negative_bar_has_its_room(tmp_path: Path) -> None:
    book, path = sample_book(), tmp_path / "book.xlsx"
    table = book.sheets[1].tables[0]
    values = changed(table.columns[1], numbers=pa.array([6.0, -3.0, 1.0, None, None, None]))
    table = replace(table, columns=(table.columns[0], values, *table.columns[2:]))
    facts = replace(book.sheets[1], tables=(table,))
    write_workbook(replace(book, sheets=(book.sheets[0], facts, book.sheets[2])), path)
    chart = part(path, "xl/charts/chart1.xml")
    least = float(re.findall('<c:min val="([^"]*)"', chart)[0])
    share = (-3 - least) / (6 - least)
    room = float(re.findall('<c:w val="([^"]*)"', chart)[-1])
    assert share * room == pytest.approx(0.24), "as much as behind the positive bars"
    assert '<c:max val="6"/>' in chart or '<c:max val="6.0"/>' in chart


def test_names_that_no_program_breaks_stay_within_the_chart(tmp_path: Path) -> None:
    """A narrow chart gives them what its figures and its shortest bars leave."""
    book, path = sample_book(), tmp_path / "book.xlsx"
    name = "跑在云上的中国大模型公司占比"
    table = book.sheets[1].tables[0]
    metrics = changed(table.columns[0], texts=strings([name] * table.rows))
    table = replace(table, columns=(metrics, *table.columns[1:]))
    chart = replace(book.sheets[1].chart, names=text_width(name), figures=6.0)
    chart = replace(chart, width=least_width(chart))
    facts = replace(book.sheets[1], tables=(table,), chart=chart)
    write_workbook(replace(book, sheets=(book.sheets[0], facts, book.sheets[2])), path)
    written = part(path, "xl/charts/chart1.xml")
    begin, bars = (float(re.findall(f'<c:{key} val="([^"]*)"', written)[-1]) for key in "xw")
    assert begin * chart.width >= CHART_CHARACTER * text_width(name)
    assert bars >= 0.2


@pytest.mark.parametrize("label", ["2024", "0", "-1", "1e3", "1.50", "nan", "inf", "3"])
def test_labels_of_a_chart_stay_texts(tmp_path: Path, label: str) -> None:
    book, path = sample_book(), tmp_path / "book.xlsx"
    table = book.sheets[1].tables[0]
    metrics = changed(table.columns[0], texts=strings([label] * table.rows))
    table = replace(table, columns=(metrics, *table.columns[1:]))
    facts = replace(book.sheets[1], tables=(table,))
    book = replace(book, sheets=(book.sheets[0], facts, book.sheets[2]))
    write_workbook(book, path)
    assert re.findall("<c:cat>.*?<c:v>([^<]*)<", part(path, "xl/charts/chart1.xml")) == [label]
    assert compare_workbook(book, path) == []


@pytest.mark.parametrize(
    ("seed", "zone"), [("0", "UTC"), ("1", "Asia/Shanghai"), ("77", "EST5EDT")]
)
def test_every_process_writes_the_same_bytes(
    sample: Path, tmp_path: Path, seed: str, zone: str
) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITE_AND_HASH, str(tmp_path / "again.xlsx")]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == hashlib.sha256(sample.read_bytes()).hexdigest()


def test_nothing_of_this_machine_is_inside(sample: Path) -> None:
    with zipfile.ZipFile(sample) as archive:
        stamps = {entry.date_time for entry in archive.infolist()}
        texts = "".join(archive.read(name).decode() for name in archive.namelist())
    assert stamps == {(1980, 1, 1, 0, 0, 0)}
    assert str(sample.parent) not in texts


def test_a_table_without_rows_keeps_one_blank_row(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    write_workbook(book_of(a_column("Metric", 20, "text", strings([])), rows=0), path)
    sheet = load_workbook(path)["Data"]
    assert sheet.tables["data"].ref == "A4:A5"
    assert sheet["A5"].value is None


def test_a_refused_book_leaves_the_old_file(sample: Path) -> None:
    before = sample.read_bytes()
    bad = book_of(a_column("Value", 9, "exact", numbers=pa.array([float("nan")])), rows=1)
    with pytest.raises(CellRefusedError):
        write_workbook(bad, sample)
    assert sample.read_bytes() == before
    assert list(sample.parent.iterdir()) == [sample]


def test_what_only_the_library_notices_is_refused_too(sample: Path) -> None:
    """XlsxWriter warns of such a name, leaves it out and goes on."""
    before = sample.read_bytes()
    with pytest.raises(CellRefusedError, match=r"looks like a cell name.*; ") as caught:
        write_workbook(replace(sample_book(), defined_names={"A1": "=1", "B2": "=2"}), sample)
    assert len(caught.value.problems) == 2
    assert sample.read_bytes() == before
    assert list(sample.parent.iterdir()) == [sample]


def test_tables_that_overlap_are_refused(sample: Path) -> None:
    column = a_column("A", 9, "text", strings(["a"]))
    sheet = sample_book().sheets[2]
    overlapping = replace(sheet, tables=(Table("one", (column,), 1), Table("two", (column,), 1)))
    with pytest.raises(CellRefusedError, match="one and two overlap"):
        write_workbook(replace(sample_book(), sheets=(overlapping,)), sample)


def test_a_missing_folder_is_the_environment_s_fault(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="folder does not exist"):
        write_workbook(sample_book(), tmp_path / "none" / "sample.xlsx")


def test_a_full_disk_leaves_the_old_file(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = sample.read_bytes()
    monkeypatch.setattr(Archive, "write", full)
    with pytest.raises(SetupError, match="disk is full"):
        write_workbook(sample_book(), sample)
    assert sample.read_bytes() == before
    assert list(sample.parent.iterdir()) == [sample]
