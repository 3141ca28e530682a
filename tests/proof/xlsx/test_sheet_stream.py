"""Sheets are read right in whatever shape of XML a spreadsheet program writes them."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl import load_workbook

from exporter.proof.xlsx import sheet_stream
from exporter.proof.xlsx.package import open_package
from exporter.proof.xlsx.sheet_stream import SheetStream
from exporter.writers.xlsx import write_workbook
from tests.conftest import Office
from tests.writers.sample_book import sample_book

pytestmark = pytest.mark.usefixtures("reader")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = pa.array(["zero", "one"])
PART = "xl/worksheets/sheet1.xml"
ColumnCells = dict[tuple[int, int], tuple[object, str | None, int]]


def read(
    path: Path, shared: pa.StringArray = SHARED, part: str = PART
) -> tuple[ColumnCells, SheetStream]:
    """What every cell of a sheet holds, its formula and its style."""
    with ZipFile(path) as archive:
        stream = SheetStream(archive, part, shared)
        cells = {
            (block.first + row, at): column.cell(row)
            for block in stream.blocks()
            for at, column in block.columns.items()
            for row in range(block.rows)
        }
    return {place: tuple(cell) for place, cell in cells.items() if not cell.is_blank}, stream


def sheet(path: Path, rows: str, *, before: str = "", after: str = "", prefix: str = "") -> Path:
    name, colon = (f"{prefix}:", f":{prefix}") if prefix else ("", "")
    xml = (f'<?xml version="1.0" encoding="UTF-8"?>\n<{name}worksheet xmlns{colon}="{MAIN}">{before}'
           f"<{name}sheetData>{rows}</{name}sheetData>{after}</{name}worksheet>")  # fmt: skip
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(PART, xml)
    return path


A1 = '<row r="1"><c r="A1"{0}</c></row>'
SHAPES = {
    "a number": (A1.format("><v>1.5E3</v>"), (1500.0, None, 0)),
    "a number in so many words": (A1.format(' s="3" t="n"><v>1</v>'), (1.0, None, 3)),
    "attributes in another order": ('<row r="1"><c t="s" s="2" r="A1"><v>1</v></c></row>', ("one", None, 2)),
    "other quotation marks": ("<row r='1'><c r='A1' t='s'><v>1</v></c></row>", ("one", None, 0)),
    "attributes nobody asked for": (
        '<row r="1" spans="1:1" x="a"><c r="A1" s="1" t="s" vm="1"><v>0</v></c></row>', ("zero", None, 1)),
    "a shared text": (A1.format(' t="s"><v>1</v>'), ("one", None, 0)),
    "a text": (A1.format(' t="inlineStr"><is><t>a</t></is>'), ("a", None, 0)),
    "an empty text": (A1.format(' s="1" t="inlineStr"><is><t></t></is>') + '<row r="2"><c r="A2"><v>1</v></c></row>', None),
    "runs": (A1.format(' t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is>'), ("a b", None, 0)),
    "a text with its pronunciation": (
        A1.format(' t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>か</t></rPh></is>'), ("課", None, 0)),
    "blanks that are kept": (A1.format(' t="inlineStr"><is><t xml:space="preserve"> a </t></is>'), (" a ", None, 0)),
    "blanks that are not kept": (A1.format(' t="inlineStr"><is><t> a </t></is>'), ("a", None, 0)),
    "an escape": (A1.format(' t="inlineStr"><is><t>_x0041__x005F_x0041_</t></is>'), ("A_x0041_", None, 0)),
    "references": (A1.format(' t="inlineStr"><is><t>&lt;&amp;&gt;&#65;&#x1F600;</t></is>'), ("<&>A😀", None, 0)),
    "references in a run": (A1.format(' t="inlineStr"><is><t>&#38;lt;&#38463;&#37324;1&#x4E91;</t></is>'), ("&lt;阿里1云", None, 0)),
    "a bracket as it is": (A1.format(' t="inlineStr"><is><t>a>b</t></is>'), ("a>b", None, 0)),
    "CDATA": (A1.format(' t="inlineStr"><is><t><![CDATA[<c></row></sheetData>]]></t></is>'), ("<c></row></sheetData>", None, 0)),
    "a comment": ("<!-- <row> -->" + A1.format("><v>1</v>"), (1.0, None, 0)),
    "a truth": (A1.format(' t="b"><v>1</v>'), (True, None, 0)),
    "a truth in a word": (A1.format(' t="b"><v>false</v>'), (False, None, 0)),
    "an error": (A1.format(' t="e"><v>#N/A</v>'), ("#N/A (an error)", None, 0)),
    "a date in words": (A1.format(' t="d"><v>2023-11-01</v>'), (45231.0, None, 0)),
    "a formula": (A1.format(' s="4" t="str"><f>B1&amp;"x"</f><v>ax</v>'), ("ax", '=B1&"x"', 4)),
    "a formula without a result": (A1.format("><f>B1</f>"), (None, "=B1", 0)),
    "a formula with attributes": (A1.format('><f aca="false">B1</f><v>2</v>'), (2.0, "=B1", 0)),
    "a formula that others share": (
        A1.format('><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v>')
        + '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>', (1.0, "=B1", 0)),
    "white space between elements": ('\n <row r="1">\n  <c r="A1"><v>1</v></c>\n </row>\n', (1.0, None, 0)),
    "no references": ("<row><c><v>1</v></c><c><v>2</v></c></row>", (1.0, None, 0)),
    "rows without cells": ('<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="9"/><row r="3"></row>', (1.0, None, 0)),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_cells_is_read(tmp_path: Path, name: str) -> None:
    xml, expected = SHAPES[name]
    cells, _ = read(sheet(tmp_path / "a.xlsx", xml))
    assert cells.get((0, 0)) == expected
    assert type(cells.get((0, 0), (None,))[0]) is type(expected[0] if expected else None)


def test_what_formulas_share_is_said_of_each(tmp_path: Path) -> None:
    cells, _ = read(sheet(tmp_path / "a.xlsx", SHAPES["a formula that others share"][0]))
    assert cells[1, 0] == (1.0, "=B2", 0)


def test_names_of_elements_may_have_a_prefix(tmp_path: Path) -> None:
    rows = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    cells, stream = read(sheet(tmp_path / "a.xlsx", rows, after="<x:end/>", prefix="x"))
    assert cells == {(0, 0): (1.0, None, 0)}
    assert stream.frame().endswith(f'<x:worksheet xmlns:x="{MAIN}"><x:end/></x:worksheet>'.encode())


@pytest.mark.parametrize("piece", [7, 64, 1 << 20])
@pytest.mark.parametrize("before", ["<a/>", "<!-- a --><a/>"], ids=["plain", "by events"])
def test_a_sheet_is_read_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, piece: int
) -> None:
    monkeypatch.setattr(sheet_stream, "_SMALL", piece)
    monkeypatch.setattr(sheet_stream, "_PIECE", piece)
    rows = "".join(
        f'<row r="{n}" hidden="{n % 2}"><c r="A{n}"><v>{n}</v></c><c r="C{n}" t="s"><v>1</v></c></row>'
        for n in range(1, 40)
    )
    path = sheet(tmp_path / "a.xlsx", rows, before=before, after="<b/>")
    cells, stream = read(path)
    assert cells == {(n - 1, 0): (float(n), None, 0) for n in range(1, 40)} | {
        (n - 1, 2): ("one", None, 0) for n in range(1, 40)
    }
    assert stream.hidden == set(range(0, 39, 2))
    assert stream.frame().endswith(f"{before}<b/></worksheet>".encode())


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1"><v>1</v></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a & b</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>\x01</t></is></c></row>',
        '<row r="1"><c r="A1"><v>one</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>2</v></c></row>',
        '<row r="one"><c r="A1"><v>1</v></c></row>',
    ],
)
def test_what_is_not_sound_is_no_sheet(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Exception, match=r"."):
        read(sheet(tmp_path / "a.xlsx", rows))


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            PART,
            f'<!DOCTYPE a [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
        )
    with pytest.raises(ValueError, match="document type"):
        read(path)


def test_cells_twice_are_noticed_and_rows_put_in_order(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>'
    with ZipFile(sheet(tmp_path / "a.xlsx", rows)) as archive:
        blocks = list(SheetStream(archive, PART, SHARED).blocks())
    assert [(block.first, block.rows) for block in blocks] == [(0, 2)]
    assert [cell for block in blocks for cell in block.twice] == [(1, 0)]


def test_cells_stand_in_the_rows_that_they_name(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B3"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c></row>'
        '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><v>6</v></c></row><c r="D5"><v>7</v></c>'
    )
    path = sheet(tmp_path / "a.xlsx", rows)
    cells, _ = read(path)
    assert {place: content[0] for place, content in cells.items()} == {
        (0, 0): 1.0, (0, 2): 3.0, (1, 0): 4.0, (2, 0): 5.0, (2, 1): 6.0, (4, 3): 7.0,
    }  # fmt: skip
    with ZipFile(path) as archive:
        blocks = list(SheetStream(archive, PART, SHARED).blocks())
    assert [(block.first, block.rows) for block in blocks] == [(0, 3), (4, 1)]
    assert [cell for block in blocks for cell in block.twice] == [(2, 1)]


@pytest.mark.parametrize("before", ["", "<!-- -->"], ids=["plain", "by events"])
@pytest.mark.parametrize(
    ("marks", "is_hidden"),
    [
        *((f'ht="{ht}"', True) for ht in ("0", "0.0", "0e5", "0.00E+10", "-0", " 0 ", "1e-999")),
        *((f'ht="{ht}"', False) for ht in ("15", "15.75", "0.5", "5e-1", "05", "1e2", ".5")),
        ('ht="0e5" customHeight="1"', True), ('ht="15" hidden="1"', True),
        ('hidden=" true "', True), ('ht="15" hidden="0"', False),
    ],
)  # fmt: skip
def test_a_row_without_height_is_hidden_however_that_is_written(
    tmp_path: Path, before: str, marks: str, is_hidden: bool
) -> None:
    rows = f'{before}<row r="1"/><row r="2" {marks}><c r="A2"><v>1</v></c></row>'
    _, stream = read(sheet(tmp_path / "a.xlsx", rows))
    assert stream.hidden == ({1} if is_hidden else set())


XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]).filter(
        lambda c: c in "\t\n" or (c >= " " and c not in "￾￿")
    ),
    max_size=12,
)
VALUES = st.one_of(
    st.none(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), XML_TEXT
)


def written(at: str, value: object) -> str:
    from xml.sax.saxutils import escape

    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, float):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    text = escape(str(value)).replace("_", "_x005F_")
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


@given(st.lists(st.lists(VALUES, max_size=5), max_size=8))
def test_both_readers_read_any_cells_alike(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[object]]
) -> None:
    rows = "".join(
        f'<row r="{n}">'
        + "".join(written(f"{'ABCDE'[m]}{n}", v) for m, v in enumerate(row))
        + "</row>"
        for n, row in enumerate(table, 1)
    )
    folder = tmp_path_factory.mktemp("any")
    plain, _ = read(sheet(folder / "plain.xlsx", rows))
    by_events, _ = read(sheet(folder / "events.xlsx", f"<!-- -->{rows}"))
    assert plain == by_events
    assert plain == {
        (n, m): (value, None, 0)
        for n, row in enumerate(table)
        for m, value in enumerate(row)
        if value is not None and value != ""
    }


def values_of(path: Path) -> dict[str, ColumnCells]:
    with open_package(path) as package:
        sheets = package.sheets
        return {sheet.name: read(path, package.shared, sheet.path)[0] for sheet in sheets}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.xlsx"
    write_workbook(sample_book(), path)
    return path


def told(cells: dict[str, ColumnCells]) -> dict[str, dict[tuple[int, int], tuple[object, bool]]]:
    """Values, and whether there is a formula: programs write formulas in their own way."""
    return {
        name: {cell: (value, formula is not None) for cell, (value, formula, _) in sheet.items()}
        for name, sheet in cells.items()
    }


def test_a_file_saved_again_by_openpyxl_is_read_alike(sample: Path, tmp_path: Path) -> None:
    book: OpenpyxlWorkbook = load_workbook(sample)
    book.save(tmp_path / "again.xlsx")
    again, before = values_of(tmp_path / "again.xlsx"), values_of(sample)
    values = [
        {name: {cell for cell in sheet if not sheet[cell][1]} for name, sheet in sheets.items()}
        for sheets in (again, before)
    ]
    assert values[0] == values[1]
    for name, cells in before.items():
        for cell, (value, formula, _) in cells.items():
            # openpyxl does not keep the results of formulas.
            assert again[name][cell][:2] == ((None, formula) if formula else (value, None))


def test_a_file_saved_again_by_libreoffice_is_read_alike(
    sample: Path, tmp_path: Path, office: Office
) -> None:
    office.convert("xlsx", tmp_path, sample)
    assert told(values_of(tmp_path / sample.name)) == told(values_of(sample))
