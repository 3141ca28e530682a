"""Cells read back as they were written, by readers that share no code with the writer."""

import re
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exporter.report.xlsx import model
from exporter.report.xlsx.model import Column
from exporter.writers.xlsx import write_workbook
from tests.examples import examples
from tests.writers.characters import CHARACTERS
from tests.writers.sample_book import a_column, book_of, strings

ODD = st.sampled_from(
    ["_x0041_", "_x0041_x0042_", "_x000D_", "_x", "=1+1", "<r>a</r>", "http://a.example", " ",
     "007", "TRUE", "1e3", "#N/A", "\n", "\r", "\t", "]]>", "&amp;", "阿里云", "🎛️"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(ODD, st.text(CHARACTERS, max_size=12)), max_size=4).map("".join)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.one_of(st.none(), st.booleans(), FLOATS, TEXTS)
Value = float | bool | str | None
LOOKS_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")


def column_of(values: list[Value]) -> Column:
    def only(kind: type) -> list[Value]:
        return [value if type(value) is kind else None for value in values]

    return a_column(
        "Value", 20, "text", strings(only(str)), pa.array(only(float), pa.float64()),
        pa.array(only(bool), pa.bool_()),
    )  # fmt: skip


def write_column(path: Path, column: Column, rows: int) -> Path:
    write_workbook(book_of(column, rows=rows), path)
    return path


def by_openpyxl(path: Path) -> list[Value]:
    sheet = load_workbook(path)["Data"]
    return [row[0] for row in sheet.iter_rows(min_row=5, max_col=1, values_only=True)]


def by_calamine(path: Path) -> list[Value]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("Data")
    return [row[0] for row in sheet.to_python(skip_empty_area=False)[4:]]


@pytest.mark.parametrize("slice_rows", [8192, 3])
@settings(max_examples=examples(150), deadline=None)
@given(values=st.lists(VALUES, min_size=1, max_size=8))
def test_calamine_reads_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, slice_rows: int, values: list[Value]
) -> None:
    path = tmp_path_factory.getbasetemp() / "calamine.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "SLICE_ROWS", slice_rows)
        write_column(path, column_of(values), len(values))
    read = by_calamine(path)
    expected = ["" if value is None else value for value in values]
    # calamine ends at the last row that holds something.
    assert read + [""] * (len(values) - len(read)) == expected
    kinds = [type(value) for value in read]
    assert kinds == [type(value) for value in expected[: len(read)]]


@pytest.mark.parametrize("slice_rows", [8192, 3])
@settings(max_examples=examples(150), deadline=None)
@given(values=st.lists(VALUES, min_size=1, max_size=8))
def test_openpyxl_reads_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, slice_rows: int, values: list[Value]
) -> None:
    # openpyxl drops every `x005F_` of a shared text, even one that stands for itself, and none of
    # a text in its cell.
    values = [v for v in values if not (isinstance(v, str) and LOOKS_ESCAPED.search(v))]
    path = tmp_path_factory.getbasetemp() / "openpyxl.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "SLICE_ROWS", slice_rows)
        write_column(path, column_of(values), len(values))
    expected = [None if value == "" else value for value in values] or [None]
    assert by_openpyxl(path) == expected


@pytest.mark.parametrize(
    "text",
    ["_x0041_", "_x0041_x0042_", "_x005F_", "<r>bold</r>", "<r><t>b</t></r>", " a ", "a\nb", "=1+1",
     "http://a.example", "0012", "🎛️ 阿里云"],
)  # fmt: skip
def test_texts_that_readers_may_take_for_something_else(tmp_path: Path, text: str) -> None:
    path = write_column(tmp_path / "a.xlsx", a_column("Text", 9, "text", strings([text])), 1)
    assert by_calamine(path) == [text]


@pytest.mark.parametrize(
    "number",
    [
        0.1 + 0.2,
        1 / 3,
        5e-324,
        1.7976931348623157e308,
        -0.0,
        123456789012345.0,
        1e15,
        1e22,
        0.19,
        2.0**53 + 2,
        1.2345678901234567e-5,
    ],
)
def test_numbers_keep_every_digit(tmp_path: Path, number: float) -> None:
    path = write_column(
        tmp_path / "a.xlsx", a_column("Number", 9, "exact", numbers=pa.array([number])), 1
    )
    assert by_openpyxl(path) == [number]
    assert by_calamine(path) == [number]


@pytest.mark.parametrize("result", ["a_x0041_ <&> 阿", "", "text"])
def test_the_cached_text_of_a_formula(tmp_path: Path, result: str) -> None:
    column = a_column("F", 9, "text", strings([result]), formulas=strings(["=A1&B1"]))
    assert by_calamine(write_column(tmp_path / "a.xlsx", column, 1)) in ([result], [])


def test_links_of_every_kind_of_cell(tmp_path: Path) -> None:
    links = [
        "https://a.example/b#:~:text=%E9%98%BF,c",
        "https://a.example/?q=[1]".replace("[", "%5B").replace("]", "%5D"),
        "mailto:desk@a.example",
        "evidence.en.html#fact-1",
        "internal:'Data'!A1",
        "https://a.example/中文",
    ]
    column = a_column(
        "Mixed", 20, "text", strings(["text", None, None, None, "inner", "说"]),
        pa.array([None, 1.5, None, 2.0, None, None]),
        pa.array([None, None, True, None, None, None], pa.bool_()),
        links=strings(links),
    )  # fmt: skip
    sheet = load_workbook(write_column(tmp_path / "a.xlsx", column, 6))["Data"]
    cells = [sheet.cell(row, 1) for row in range(5, 11)]
    assert [cell.value for cell in cells] == ["text", 1.5, True, 2.0, "inner", "说"]
    opened = [
        "#".join(filter(None, (cell.hyperlink.target, cell.hyperlink.location))) for cell in cells
    ]
    assert opened == [*links[:4], "'Data'!A1", links[5]]


def test_links_to_pages_and_passages(tmp_path: Path) -> None:
    links = [
        "https://a.example/b?x=1&y=2#:~:text=%E9%98%BF,c&text=d",
        None,
        "https://a.example/b?x=1&y=2",
        "evidence.en.html#fact-1",
        "evidence.en.html#fact-2#3",
        "https://a.example/中文#里",
    ]
    column = a_column("L", 20, "text", strings(["a"] * 6), links=strings(links))
    path = write_column(tmp_path / "a.xlsx", column, 6)
    sheet = load_workbook(path)["Data"]
    found = [sheet.cell(row, 1).hyperlink for row in range(5, 11)]
    opened = [one and "#".join(filter(None, (one.target, one.location))) for one in found]
    assert opened == links
    with zipfile.ZipFile(path) as archive:
        relationships = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert relationships.count("/hyperlink") == 3, "links to one page share a relationship"


def test_more_rows_than_one_slice(tmp_path: Path) -> None:
    rows = 20_000
    column = a_column(
        "N",
        9,
        strings(["text", "exact"] * (rows // 2)),
        numbers=pa.array(range(rows), pa.float64()),
    )
    read = by_calamine(write_column(tmp_path / "a.xlsx", column, rows))
    assert read == list(range(rows))


def test_an_alert_needs_a_false_not_a_blank(tmp_path: Path) -> None:
    column = a_column("Check", 9, "text", truths=pa.array([True, None, False]), alert="alert")
    sheet = load_workbook(write_column(tmp_path / "a.xlsx", column, 3))["Data"]
    [area] = sheet.conditional_formatting
    assert [rule.formula for rule in area.rules] == [["AND(ISLOGICAL(A5),NOT(A5))"]]
