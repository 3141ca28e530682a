"""Cells of a workbook that are no values, or show another number than they hold."""

import datetime as dt
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter

from exporter.facts.flat import sheet_rows, xlsx
from exporter.facts.where import parse_where
from tests.facts.test_encodings import rows_in
from tests.facts.test_flat import ROW, found, one
from tests.facts.test_workbook_guard import PARTS, SHEET, rows

pytestmark = pytest.mark.usefixtures("unconfined")

NEVER = "that was never calculated; open the workbook in a spreadsheet program, and save it, or write the value"
MEND = "mend the formula, or write the value; a blank cell says nothing"
COLUMNS = ("id", "entity", "metric", "value", "source", "quote", "status", "unit")


def _text(column: int, row: int, text: str) -> str:
    return f'<c r="{chr(65 + column)}{row}" t="str"><v>{text}</v></c>'


def raw(folder: Path, status: str, sheet: str | None = None, **parts: str) -> Path:
    """A workbook with one fact whose status, G2, is the XML given, as any program may write it."""
    names = "".join(_text(at, 1, name) for at, name in enumerate(COLUMNS))
    values = (*ROW.values(), status, "")
    fact = "".join(
        value if value.startswith("<") else _text(at, 2, value) for at, value in enumerate(values)
    )
    path = folder / "facts.xlsx"
    with ZipFile(path, "w") as book:
        for name, content in {**PARTS, **parts, SHEET: sheet or rows(names, fact)}.items():
            book.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ('<c r="G2" t="e"><v>#REF!</v></c>', f"holds the error #REF! in G2; {MEND}"),
        ('<c r="G2" t="e"><v>#N/A</v></c>', f"holds the error #N/A in G2; {MEND}"),
        ('<c r="G2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', f"holds the error #DIV/0! in G2; {MEND}"),
        ('<c t="e" s="0"><v>#NAME?</v></c>', f"holds the error #NAME? in G2; {MEND}"),
        ("<c r='G2' t = 'e'><v>#NULL!</v></c>", f"holds the error #NULL! in G2; {MEND}"),
        ('<c r="G2" t="e" vm="1"><v>#VALUE!</v></c>', f"holds the error #VALUE! in G2; {MEND}"),
        ('<c r="G2"><f>B1</f></c>', f"holds a formula in G2 {NEVER}"),
        ('<c r="G2"><f>B1</f><v/></c>', f"holds a formula in G2 {NEVER}"),
        ('<c r="G2"><f>B1</f><v></v></c>', f"holds a formula in G2 {NEVER}"),
        ('<c r="G2" t="str"><f>B1</f></c>', f"holds a formula in G2 {NEVER}"),
        ('<c r="G2"><f t="shared" si="0"/></c>', f"holds a formula in G2 {NEVER}"),
        ('<c r="G2"><f t="array" ref="G2">B1</f></c>', f"holds a formula in G2 {NEVER}"),
    ],
)  # fmt: skip
def test_a_cell_without_a_value_is_told(tmp_path: Path, cell: str, wrong: str) -> None:
    path = raw(tmp_path, cell)
    table, problems = found(path)
    assert (table.num_rows, problems) == (0, [f"{path}: row 2, fact a: `status` {wrong}"])


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="G2" s="0"/>',
        '<c r="G2"><v/></c>',
        '<c r="G2" t="str"><f>""</f><v></v></c>',
        '<c r="G2" t="str"><f>IF(B1,"","planned")</f><v/></c>',
        '<c r="G2" t="str"><v> </v></c>',
        '<c r="G2" t="inlineStr"><is><t></t></is></c>',
    ],
)
def test_a_blank_one_and_a_formula_of_no_text_are_blank(tmp_path: Path, cell: str) -> None:
    assert one(raw(tmp_path, cell), "status") is None


@pytest.mark.parametrize(
    "error", ["#SPILL!", "#CALC!", "#GETTING_DATA", "#BLOCKED!", "Err:509", "#"]
)
def test_an_error_that_the_reader_does_not_know_is_told_by_its_cell(
    tmp_path: Path, error: str
) -> None:
    path = raw(tmp_path, f'<c r="G2" t="e"><v>{error}</v></c>')
    wrong = f"the sheet holds the error {error} in G2; mend the formula, or write the value"
    assert found(path)[1] == [f"{path}: {wrong}"]


def test_a_formula_s_result_is_its_value(tmp_path: Path) -> None:
    cell = '<c r="G2" t="str"><f>"plan"&amp;"ned"</f><v>planned</v></c>'
    assert one(raw(tmp_path, cell), "status") == "planned"


@pytest.mark.parametrize("column", [*ROW, "qualifier", "period", "status", "unit"])
def test_every_column_with_a_meaning_is_looked_at(tmp_path: Path, column: str) -> None:
    book = openpyxl.Workbook()
    for place, (name, value) in enumerate({**ROW, column: "=1/0"}.items(), 2):
        book.active.cell(3, place, name)
        book.active.cell(5, place, value)
    book.save(tmp_path / "facts.xlsx")
    cell = f"{'BCDEFGH'[list({**ROW, column: 0}).index(column)]}5"
    (problem,) = found(tmp_path / "facts.xlsx")[1]
    assert f": `{column}` holds a formula in {cell} that was never calculated; " in problem
    assert ": row 5" in problem


def test_a_name_of_a_column_is_told(tmp_path: Path) -> None:
    names = _text(0, 1, "id") + '<c r="B1" t="e"><v>#REF!</v></c>'
    path = raw(tmp_path, "", rows(names))
    wrong = f"the row of names holds the error #REF! in B1; {MEND}"
    assert found(path)[1] == [f"{path}: row 1: {wrong}"]


@pytest.mark.parametrize(
    ("result", "is_told"), [(0, True), (19, False), ("planned", False), (-0.5, False)]
)
def test_the_nought_that_programs_write_for_a_result(
    tmp_path: Path, result: float | str, is_told: bool
) -> None:
    """XlsxWriter writes 0, and says that all is to be calculated when the workbook is opened."""
    with xlsxwriter.Workbook(tmp_path / "facts.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*ROW])
        sheet.write_row(1, 0, [*ROW.values()])
        sheet.write_formula("D2", "=1+1", None, result)
    problems = found(tmp_path / "facts.xlsx")[1]
    assert [NEVER in problem for problem in problems] == [True] * is_told


def test_a_nought_that_was_calculated_is_a_value(tmp_path: Path) -> None:
    cells = (
        [_text(at, 1, name) for at, name in enumerate(ROW)],
        [
            '<c r="D2"><f>1-1</f><v>0</v></c>' if name == "value" else _text(at, 2, value)
            for at, (name, value) in enumerate(ROW.items())
        ],
    )
    assert one(raw(tmp_path, "", rows(*map("".join, cells))), "value") == "0"


def in_format(folder: Path, value: object, code: str, **fields: Any) -> Path:
    """A workbook with one fact whose value is shown by a number format."""
    path, book = folder / "facts.xlsx", openpyxl.Workbook()
    row = {**ROW, **fields, "value": value}
    book.active.append([name.replace("__", ".") for name in row])
    book.active.append(list(row.values()))
    place = list(row).index("value") + 1
    book.active.cell(2, place).number_format = code
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("stored", "code", "unit", "value"),
    [
        (0.185, "0.0%", "%", "18.5"),
        (0.185, "0%", "%", "18.5"),
        (0.19, "0.00%", " % ", "19"),
        (-0.07, "0%;[Red]-0%", "%", "-7"),
        (0.1 + 0.2, "0%", "%", "30"),
        (0.07, "0%", "%", "7"),
        (0.00012, "0.000%", "%", "0.012"),
        (1.25, "#,##0%", "%", "125"),
        (0.185, '0.0 "of all" %', "percent", "18.5"),
        (0.185, "[Blue]0.0_)%", "%", "18.5"),
        (0.5, "[<1]0%;0.0", "%", "50"),
        (18.5, "[<1]0%;0.0", "%", "18.5"),
        (0.185, "0.0%", "% per year", "18.5"),
        (0.005, "0.0%", "pp", "0.5"),
        (18.5, '0.0"%"', "%", "18.5"),
        (18.5, r"0.0\%", "%", "18.5"),
        (18.5, "General", "%", "18.5"),
        (18.5, '0.0;-0.0;"0%"', "%", "18.5"),
        (0.185, "0.000", "%", "0.185"),
        (18_500_000, "0.0,,", "USD million", "18.5"),
        (18_500_000, '0.0,,"M"', "USD", "18500000"),
        (18_500, "#,##0,", "thousand tonnes", "18.5"),
        (1_234_500, "#,##0", "users", "1234500"),
        (123_456, "0.00E+00", "users", "123456"),
        (0.25, "# ?/?", "hours", "0.25"),
        (2.5, '"$"#,##0.00', "USD", "2.5"),
        (2.5, "#,##0.00 [$€-407]", "EUR", "2.5"),
        (3, '0" d"', "days", "3"),
        (3, '"nearly "0', "days", "3"),
    ],
)  # fmt: skip
def test_a_number_is_what_its_cell_shows(
    tmp_path: Path, stored: float, code: str, unit: str, value: str
) -> None:
    assert one(in_format(tmp_path, stored, code, unit=unit), "value") == value


def test_a_percentage_without_a_unit_has_that_which_it_shows(tmp_path: Path) -> None:
    path = in_format(tmp_path, 0.185, "0.0%", unit=None)
    assert (one(path, "value"), one(path, "unit")) == ("18.5", "%")


def test_ends_of_a_range_are_what_their_cells_show(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    row = {name: value for name, value in ROW.items() if name != "value"} | {"unit": "%"}
    book.active.append([*row, "value.from", "value.to"])
    book.active.append([*row.values(), 0.05, 0.075])
    for cell in book.active[2][-2:]:
        cell.number_format = "0.0%"
    book.save(tmp_path / "facts.xlsx")
    ends = [one(tmp_path / "facts.xlsx", name) for name in ("value.from", "value.to")]
    assert ends == ["5", "7.5"]


@pytest.mark.parametrize(
    ("stored", "code", "fields", "wrong"),
    [
        (0.185, "0.0%", {"unit": "USD"}, "shows 18.5% in D2, and its unit is USD; write the unit %, or show the cell as a number"),
        (0.185, "0.0%", {"unit": "bp"}, "shows 18.5% in D2, and its unit is bp; write the unit %, or show the cell as a number"),
        (0.185, "0.0%", {"unit": "‰"}, "shows 18.5% in D2, and its unit is ‰; write the unit %, or show the cell as a number"),
        (1.5, "0%", {"unit": "x"}, "shows 150% in D2, and its unit is x; write the unit %, or show the cell as a number"),
        (0.185, "0.0%", {"unit": "parcels"}, "shows 18.5% in D2, and its unit is parcels; write the unit %, or show the cell as a number"),
        (0.185, "0.0%", {"unit__en": "lines", "unit__zh": "条"}, "shows 18.5% in D2, and its unit is lines; write the unit %, or show the cell as a number"),
        (0.185, "0.0%", {}, "shows 18.5% in D2, and no column `unit` says so; add the column `unit`, with %"),
        (18_500_000, "0.0,,", {"unit": "USD thousand"}, "shows 18.5 in D2 for 18500000, and its unit is USD thousand; show the cell as a plain number in its unit"),
        (0.185, "0.0%%", {"unit": "%"}, "shows 1850 in D2 for 0.185, and its unit is %; show the cell as a plain number in its unit"),
    ],
)  # fmt: skip
def test_what_a_cell_shows_goes_together_with_its_unit(
    tmp_path: Path, stored: float, code: str, fields: dict[str, str], wrong: str
) -> None:
    path = in_format(tmp_path, stored, code, **fields)
    assert found(path)[1] == [f"{path}: row 2, fact a: `value` {wrong}"]


@pytest.mark.parametrize(
    ("day", "code", "text"),
    [
        (dt.date(2023, 10, 1), "mmm-yy", "2023-10"),
        (dt.date(2023, 10, 1), "[$-409]mmm yyyy", "2023-10"),
        (dt.date(2023, 10, 1), 'yyyy"年"m"月"', "2023-10"),
        (dt.date(2023, 1, 1), "yyyy", "2023"),
        (dt.date(2023, 10, 1), "d mmm yyyy", "2023-10-01"),
        (dt.date(2023, 10, 31), "mmm-yy", "2023-10-31"),
        (dt.date(2023, 10, 1), "yyyy", "2023-10-01"),
        (dt.date(2023, 10, 1), "yyyy-mm-dd", "2023-10-01"),
    ],
)
@pytest.mark.parametrize("column", ["value", "period"])
def test_a_date_is_as_precise_as_its_cell_shows(
    tmp_path: Path, column: str, day: dt.date, code: str, text: str
) -> None:
    book = openpyxl.Workbook()
    row = {**ROW, column: day}
    book.active.append(list(row))
    book.active.append(list(row.values()))
    book.active.cell(2, list(row).index(column) + 1).number_format = code
    book.save(tmp_path / "facts.xlsx")
    assert one(tmp_path / "facts.xlsx", column) == text


@pytest.mark.parametrize(
    ("value", "code", "wrong"),
    [
        (1.5, "[h]:mm", "is a length of time, 36:00:00; write a number with a unit, such as 36 hours"),
        (1 / 24, "[mm]:ss", "is a length of time, 1:00:00; write a number with a unit, such as 1 hours"),
        (0.25, "h:mm", "is a time of day, 06:00:00; write a number with a unit, such as hours, or a day"),
    ],
)  # fmt: skip
def test_times_are_no_numbers(tmp_path: Path, value: float, code: str, wrong: str) -> None:
    path = in_format(tmp_path, value, code, unit="hours")
    assert found(path)[1] == [f"{path}: row 2, fact a: `value` {wrong}"]


_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@pytest.mark.parametrize("kind", ["strict", "prefixed", "absolute", "utf-16"])
def test_wherever_and_however_a_sheet_is_kept(tmp_path: Path, kind: str) -> None:
    """Excel's strict form; prefixes and absolute targets, as other programs write them; UTF-16."""
    path = raw(tmp_path, '<c r="G2" t="e"><v>#REF!</v></c>')
    with ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    match kind:
        case "strict":
            usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            parts = {name: text.replace(usual, _STRICT) for name, text in parts.items()}
        case "prefixed":
            named = re.sub(r"<(/?)(?=[a-z])", r"<\1x:", parts[SHEET])
            parts[SHEET] = named.replace("xmlns=", "xmlns:x=")
        case "absolute":
            rels = "xl/_rels/workbook.xml.rels"
            parts[rels] = parts[rels].replace('"worksheets', '"/xl/worksheets')
    with ZipFile(path, "w") as book:
        for name, text in parts.items():
            is_wide = kind == "utf-16" and name == SHEET
            book.writestr(name, text.encode("utf-16") if is_wide else text.encode())
    problems = found(path)[1]
    assert len(problems) == 1, problems
    assert "holds the error #REF! in G2" in problems[0] or kind == "utf-16"


@pytest.mark.parametrize(
    ("value", "code", "default", "unit", "shown"),
    [
        (0.185, "0.0%", {"unit": "%"}, "", ("18.5", "%")),
        (0.185, "0.0%", {"unit": "pp"}, "", ("18.5", "pp")),
        (0.185, "0.0%", {"unit": "users"}, "%", ("18.5", "%")),
        (18_500_000, "0.0,,", {"unit": "USD million"}, "", ("18.5", "USD million")),
        (18_500_000, "0.0,,", {"unit": "USD"}, "", ("18500000", "USD")),
        (17, "0", {"unit": "users"}, "", ("17", "users")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("has_column", [True, False])
def test_a_default_unit_counts_beside_what_a_cell_shows(
    tmp_path: Path,
    value: float,
    code: str,
    default: dict[str, str],
    unit: str,
    shown: tuple[str, str],
    has_column: bool,
) -> None:
    if unit and not has_column:
        return
    book = openpyxl.Workbook()
    row = {**ROW, "value": value, **({"unit": unit} if has_column else {})}
    book.active.append(list(row))
    book.active.append(list(row.values()))
    book.active["D2"].number_format = code
    book.save(tmp_path / "facts.xlsx")
    rows, problems = rows_in(tmp_path, parse_where({"file": "facts.xlsx", "defaults": default}))
    assert problems == []
    assert (rows[0]["value"], rows[0]["unit"]) == shown


def test_a_default_unit_that_a_cell_contradicts_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(list(ROW))
    book.active.append([*ROW.values()])
    book.active["D2"] = 0.185
    book.active["D2"].number_format = "0.0%"
    book.save(tmp_path / "facts.xlsx")
    where = parse_where({"file": "facts.xlsx", "defaults": {"unit": "users"}})
    assert rows_in(tmp_path, where)[1] == [
        "facts.xlsx: row 2, fact a: `value` shows 18.5% in D2, and its unit is users; write the unit %, or show the cell as a number"
    ]


def merged(folder: Path, ranges: list[str], **cells: Any) -> Path:
    """A workbook with three facts, of which some cells have other values, and some are merged."""
    book = openpyxl.Workbook()
    book.active.append(COLUMNS)
    for row in ("a", "b", "c"):
        book.active.append([row, *list(ROW.values())[1:], "planned", "%"])
    for cell, value in cells.items():
        book.active[cell] = value
    for cells_of in ranges:
        book.active.merge_cells(cells_of)
    book.save(folder / "facts.xlsx")
    return folder / "facts.xlsx"


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ("G2:G3", "row 3, fact b: `status` is blank in G3, for the cells G2:G3 are merged"),
        ("G2:G4", "row 3, fact b: `status` is blank in G3, for the cells G2:G4 are merged"),
        ("D3:D4", "row 4, fact c: `value` is blank in D4, for the cells D3:D4 are merged"),
        ("G3:H3", "row 3, fact b: `unit` is blank in H3, for the cells G3:H3 are merged"),
        ("G2:H4", "row 2, fact a: `unit` is blank in H2, for the cells G2:H4 are merged"),
    ],
)
def test_a_fact_says_nothing_in_cells_merged_with_others(
    tmp_path: Path, cells: str, wrong: str
) -> None:
    path = merged(tmp_path, [cells])
    _, problems = found(path)
    assert problems == [f"{path}: {wrong}; unmerge them, and write in each row what is meant"]


@pytest.mark.parametrize("at_once", [1, 2, 3, 1000])
@pytest.mark.parametrize("last", [5, 6, 9])
def test_blank_rows_between_merged_cells_hide_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, last: int
) -> None:
    monkeypatch.setattr(xlsx, "BATCH_ROWS", at_once)
    path = merged(tmp_path, [])
    book = openpyxl.load_workbook(path)
    book.active.insert_rows(3, 2)
    book.active.merge_cells(f"G2:G{last}")
    book.active["J3"] = " " if last == 9 else None
    book.save(path)
    _, (problem,) = found(path)
    cells = f"G2:G{last}"
    wrong = f"row 5, fact b: `status` is blank in G5, for the cells {cells} are merged"
    assert problem.startswith(f"{path}: {wrong}; unmerge them")


def test_merged_cells_that_hide_nothing_are_passed_over(tmp_path: Path) -> None:
    blank = merged(tmp_path, ["G2:G4"], G2=None)
    assert found(blank)[1] == []
    aside = merged(tmp_path, ["J2:J3", "K2:L2", "A5:H5"], A5=None)
    assert found(aside)[1] == []


def test_all_merged_cells_are_told_at_once(tmp_path: Path) -> None:
    _, problems = found(merged(tmp_path, ["H3:H4", "G2:G3"]))
    assert ["G2:G3" in problem for problem in problems] == [True, False]


@pytest.mark.parametrize("name", ["facts", "FACTS", " Facts "])
def test_the_sheet_of_facts_is_found_in_any_case(tmp_path: Path, name: str) -> None:
    path = merged(tmp_path, [])
    book = openpyxl.load_workbook(path)
    book.active.title = name
    book.create_sheet("Cover", 0).append(["Figures of the year"])
    book.save(path)
    table, problems = found(path)
    assert (table["id"].to_pylist(), problems) == (["a", "b", "c"], [])


@pytest.mark.parametrize("cover", [["Figures of the year"], list(COLUMNS)])
def test_facts_on_a_further_sheet_are_not_passed_over(tmp_path: Path, cover: list[str]) -> None:
    path = merged(tmp_path, [])
    book = openpyxl.load_workbook(path)
    book.active.title = "Q2"
    book.create_sheet("Q1", 0).append(cover)
    book.create_sheet("Picture")
    book.save(path)
    wrong = "the sheet 'Q1' is read, and 'Q2' names the fields of facts as well"
    right = "call the sheet that is meant 'Facts', or keep each in a file of its own"
    assert found(path)[1] == [f"{path}: {wrong}; {right}"]
    book["Q2"].title = "Facts"
    book.save(path)
    table, problems = found(path)
    assert (table["id"].to_pylist(), problems) == (["a", "b", "c"], [])


def test_further_sheets_need_not_be_facts_nor_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = merged(tmp_path, [])
    book = openpyxl.load_workbook(path)
    book.active.title = "Q1"
    book.create_chartsheet("Chart")
    book.create_sheet("Notes").append(["Figures of the year"])
    book.save(path)
    assert found(path)[1] == []
    book.create_sheet("Dump").append(list(COLUMNS))
    book.save(path)
    monkeypatch.setattr(sheet_rows, "_SMALL", 0)
    assert found(path)[1] == []


@pytest.mark.parametrize("above", [[["Figures of 2025"]], [["Desk", None, "EUR"], [], ["2025"]]])
def test_names_below_a_title_are_told_once(tmp_path: Path, above: list[list[str | None]]) -> None:
    path = merged(tmp_path, [])
    book = openpyxl.load_workbook(path)
    book.active.insert_rows(1, len(above))
    for row, cells in enumerate(above, 1):
        for column, value in enumerate(cells, 1):
            book.active.cell(row, column, value)
    book.save(path)
    wrong = f"the names of the columns stand in row {len(above) + 1}, and something else above them"
    assert found(path)[1] == [f"{path}: {wrong}; delete the rows above the names"]


def test_a_csv_in_the_first_column_is_told_once(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append([";".join(COLUMNS)])
    book.active.append(["a;E;M;1;s;a quote;planned;%"])
    book.save(tmp_path / "facts.xlsx")
    (problem,) = found(tmp_path / "facts.xlsx")[1]
    assert "row 1: the names of the columns stand in one column: `id;entity;metric" in problem
