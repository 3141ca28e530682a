"""The copy of a model: what is added to it, and that nothing else changes."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import python_calamine
import xlsxwriter

from exporter.build import build
from exporter.editions.trace.model import Verdict
from exporter.editions.trace.traced import Trace, TraceOrder, trace
from exporter.editions.trace.xml_parts import with_child_before, with_last
from exporter.errors import ContentError, UsageError
from tests.conftest import Office


def write_model(path: Path) -> None:
    """A model with what a library would drop or change: a chart, rules, names, links, comments."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("P&L")
        money = book.add_format({"num_format": "#,##0;(#,##0)", "bg_color": "#FFF2CC"})
        sheet.write_row("A1", ["Nordwind Group (RMB m)"])
        sheet.write_row("A3", ["", 2024, 2025])
        sheet.write_row("A4", ["Revenue", 17904, 22153], money)
        sheet.write_row("A5", ["Capex", "", -1252], money)
        sheet.write_formula("C6", "=C4+C5", money, 20901)
        sheet.write_url("B4", "https://example.com/mine", money, "17904")
        sheet.write_number("B4", 17904, money)
        sheet.write_comment("C4", "mine")
        sheet.conditional_format("B4:C5", {"type": "data_bar"})
        sheet.data_validation("B5", {"validate": "decimal", "criteria": ">", "value": -(10**9)})
        sheet.set_landscape()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='P&L'!$B$4:$C$4"})
        sheet.insert_chart("E3", chart)
        other = book.add_worksheet("Plain")
        other.write_row("A1", ["Nordwind Group", 2025])
        other.write_row("A2", ["Gross margin (%)", 38.6])
        other.add_table("D1:E3")
        book.define_name("base", "='P&L'!$C$4")


@pytest.fixture(scope="module")
def traced(traced_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Trace:
    folder = tmp_path_factory.mktemp("models")
    built = folder / "output" / "nordwind"
    build(traced_report, output=built, languages=["en"])
    write_model(folder / "model.xlsx")
    before = (folder / "model.xlsx").read_bytes()
    made = trace(TraceOrder(folder / "model.xlsx", traced_report, built=built, lang="en"))
    assert (folder / "model.xlsx").read_bytes() == before
    assert made.path == folder / "model.traced.xlsx"
    return made


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_other_parts_are_the_same_bytes_and_changed_ones_only_grow(traced: Trace) -> None:
    before, after = parts(traced.path.with_name("model.xlsx")), parts(traced.path)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels",
    }  # fmt: skip
    assert set(after) - set(before) == {
        "xl/worksheets/trace1.xml", "xl/worksheets/_rels/trace1.xml.rels", "xl/tables/trace1.xml",
    }  # fmt: skip
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        without = re.sub(rb"<hyperlink xmlns:r=[^>]*/>", b"", after[name])
        assert without.replace(b"<hyperlinks></hyperlinks>", b"") == before[name]


def test_found_cells_open_the_evidence_but_for_those_that_have_a_link(traced: Trace) -> None:
    book = openpyxl.load_workbook(traced.path)
    links = {cell.coordinate: cell.hyperlink for row in book["P&L"].iter_rows() for cell in row
             if cell.hyperlink}  # fmt: skip
    assert sorted(links) == ["B4", "C4", "C5"]
    assert links["B4"].target == "https://example.com/mine"
    assert links["C4"].target == "output/nordwind/evidence.en.html"
    assert links["C4"].location == "rev-2025"
    assert "Revenue of Nordwind Group was RMB 22,153 million in 2025" in links["C4"].tooltip
    page = traced.path.parent / links["C4"].target
    assert 'id="rev-2025"' in page.read_text("utf-8")


def test_the_sheet_trace_is_a_table_of_all_numbers(traced: Trace) -> None:
    book = openpyxl.load_workbook(traced.path)
    assert book.sheetnames == ["P&L", "Plain", "Trace"]
    sheet = book["Trace"]
    (table,) = sheet.tables.values()
    assert table.ref == table.autoFilter.ref == "A1:I5"
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (
        "Sheet", "Cell", "Heads", "Value", "Verdict", "Fact", "Source", "Quote", "Note",
    )  # fmt: skip
    assert rows[2][:7] == (
        "P&L", "C4", "Nordwind Group (RMB m) / Revenue / 2025", 22153, "found", "rev-2025", "note",
    )  # fmt: skip
    assert sheet["B3"].hyperlink.location == "'P&L'!C4"
    assert sheet["F3"].hyperlink.location == "rev-2025"
    assert sheet["G3"].hyperlink.target == "https://example.com/note"
    assert book["P&L"]["C6"].value == "=C4+C5"


def test_other_readers_read_it(traced: Trace) -> None:
    book = python_calamine.CalamineWorkbook.from_path(traced.path)
    assert len(book.get_sheet_by_name("Trace").to_python()) == 5
    assert book.get_sheet_by_name("P&L").to_python()[3][2] == 22153


def test_libreoffice_shows_it_and_keeps_links_table_and_chart(
    traced: Trace, office: Office, tmp_path: Path
) -> None:
    office.convert("xlsx", tmp_path, traced.path)
    with ZipFile(tmp_path / "model.traced.xlsx") as book:
        saved = {name: book.read(name).decode("utf-8", "ignore") for name in book.namelist()}
    assert 'location="rev-2025"' in saved["xl/worksheets/sheet1.xml"]
    assert any("autoFilter" in xml and "A1:I5" in xml for xml in saved.values())
    assert any(name.startswith("xl/charts/chart") for name in saved)
    rows = python_calamine.CalamineWorkbook.from_path(tmp_path / "model.traced.xlsx")
    assert rows.get_sheet_by_name("Trace").to_python()[2][4:6] == ["found", "rev-2025"]


def test_a_second_trace_is_the_same_bytes_and_a_traced_copy_can_be_traced(
    traced: Trace, traced_report: Path, tmp_path: Path
) -> None:
    model = traced.path.with_name("model.xlsx")
    built = traced.path.parent / "output" / "nordwind"
    before = traced.path.read_bytes()
    trace(TraceOrder(model, traced_report, traced.path, built, "en"))
    assert traced.path.read_bytes() == before
    twice = trace(TraceOrder(traced.path, traced_report, tmp_path / "twice.xlsx", built, "en"))
    assert len(twice.findings) == 4
    assert openpyxl.load_workbook(twice.path).sheetnames[-2:] == ["Trace", "Trace (2)"]


def test_without_an_evidence_page_links_lead_to_the_source(
    traced_report: Path, tmp_path: Path
) -> None:
    write_model(tmp_path / "model.xlsx")
    made = trace(
        TraceOrder(tmp_path / "model.xlsx", traced_report, built=tmp_path / "none", lang="zh")
    )
    book = openpyxl.load_workbook(made.path)
    link = book["P&L"]["C4"].hyperlink
    assert link.target == "https://example.com/note"
    assert link.location.startswith(":~:text=Revenue%20of%20Nordwind")
    assert [cell.value for cell in book["Trace"][1]][:3] == ["工作表", "单元格", "表头"]
    assert book["Trace"]["E3"].value == "已找到"
    assert made.page is None


def test_the_model_and_other_workbooks_are_never_written_over(
    traced_report: Path, tmp_path: Path
) -> None:
    model, other = tmp_path / "model.xlsx", tmp_path / "other.xlsx"
    write_model(model)
    shutil.copy(model, other)
    before = model.read_bytes()
    (tmp_path / "link.xlsx").symlink_to(model)
    for target in (model, other, tmp_path / "link.xlsx", tmp_path / "model.xlsm"):
        with pytest.raises(UsageError):
            trace(TraceOrder(model, traced_report, target))
    assert model.read_bytes() == other.read_bytes() == before


def test_what_is_no_workbook_is_refused(traced_report: Path, tmp_path: Path) -> None:
    (tmp_path / "model.xlsx").write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(ContentError, match=r"model\.xlsx: .*no workbook that can be read"):
        trace(TraceOrder(tmp_path / "model.xlsx", traced_report))
    (tmp_path / "model.xls").touch()
    with pytest.raises(UsageError, match=r"save it as \.xlsx"):
        trace(TraceOrder(tmp_path / "model.xls", traced_report))


def test_a_workbook_of_another_program_with_prefixes(traced_report: Path, tmp_path: Path) -> None:
    """Some programs give every element a prefix; what is added has it, too."""
    write_model(tmp_path / "plain.xlsx")
    with ZipFile(tmp_path / "plain.xlsx") as book, ZipFile(tmp_path / "model.xlsx", "w") as fresh:
        for name in book.namelist():
            xml = book.read(name)
            if re.fullmatch(r"xl/(workbook|styles|worksheets/sheet\d)\.xml", name):
                xml = re.sub(rb"<(/?)(?=[a-zA-Z])(?![\w]+:)", rb"<\1x:", xml)
                xml = xml.replace(b" xmlns=", b" xmlns:x=", 1)
            fresh.writestr(name, xml)
    made = trace(TraceOrder(tmp_path / "model.xlsx", traced_report, built=tmp_path / "none"))
    book = openpyxl.load_workbook(made.path)
    assert book.sheetnames[-1] == "Trace"
    assert book["P&L"]["C4"].hyperlink.target == "https://example.com/note"
    assert [one.verdict for one in made.findings] == [Verdict.FOUND] * 4


@pytest.mark.parametrize(
    ("xml", "grown"),
    [
        ("<a><b count='1'><c/></b></a>", "<a><b count='2'><c/><d/></b></a>"),
        ("<a><b/></a>", "<a><b><d/></b></a>"),
        ("<x:a xmlns:x='u'><x:b></x:b></x:a>", "<x:a xmlns:x='u'><x:b><d/></x:b></x:a>"),
    ],
)
def test_elements_are_added_within_a_child(xml: str, grown: str) -> None:
    assert with_last(xml.encode(), b"<d/>", "b").decode() == grown


def test_a_child_stands_before_those_that_follow_it() -> None:
    xml = b"<a><r><drawing/></r><drawing/></a>"
    assert (
        with_child_before(xml, b"<h/>", frozenset({"drawing"}))
        == b"<a><r><drawing/></r><h/><drawing/></a>"
    )
    with pytest.raises(LookupError):
        with_last(xml, b"<d/>", "none")
