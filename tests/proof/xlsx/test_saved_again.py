"""Workbooks saved again by office programs: edits are told, a line each, and nothing else is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from exporter.proof.xlsx.saved_again import SavedAgain, compare_saved_again
from exporter.proof.xlsx.saved_again.formulas import formula_sense
from exporter.proof.xlsx.saved_again.link_targets import link_target
from exporter.proof.xlsx.saved_again.number_formats import show_alike
from exporter.report.xlsx.model import Workbook
from exporter.writers.xlsx import write_workbook
from tests.conftest import Office
from tests.edited_books import write_edited
from tests.proof.tamper import BOOK, replacing, sheet_part, tamper
from tests.proof.xlsx.test_long_sheets import streamed

NAMES = ["business-lines.en.xlsx", "foundations.zh.xlsx"]  # each book, and each language
LINES = "business-lines.en.xlsx"
LONG = 1_200
Edit = Callable[[openpyxl.Workbook, Worksheet], Any]


def told(found: SavedAgain) -> list[str]:
    return [str(difference).partition(": ")[2] for difference in found.differences]


@pytest.fixture(scope="module")
def long_book() -> Workbook:
    return streamed(LONG)


@pytest.fixture(scope="module")
def saved(
    built: Path, long_book: Workbook, office: Office, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The folders with all workbooks as each program saves them."""
    folder = tmp_path_factory.mktemp("saved")
    long = folder / "long.xlsx"
    write_workbook(long_book, long)
    paths = [*(built / name for name in NAMES), long]
    folders = {program: folder / program for program in ("LibreOffice", "openpyxl")}
    office.convert("xlsx", folders["LibreOffice"], *paths)
    folders["openpyxl"].mkdir()
    for path in paths:
        openpyxl.load_workbook(path).save(folders["openpyxl"] / path.name)
    return folders


@pytest.mark.parametrize("program", ["LibreOffice", "openpyxl"])
@pytest.mark.parametrize("name", NAMES)
def test_a_mere_save_is_no_difference(
    laid: dict[str, Any], saved: dict[str, Path], program: str, name: str
) -> None:
    assert compare_saved_again(laid[name], saved[program] / name) == SavedAgain(())


@pytest.mark.parametrize("program", ["LibreOffice", "openpyxl"])
def test_nor_is_that_of_a_long_sheet_but_an_edit_is(
    long_book: Workbook, saved: dict[str, Path], tmp_path: Path, program: str
) -> None:
    path = saved[program] / "long.xlsx"
    assert compare_saved_again(long_book, path) == SavedAgain(())
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A800"] = "edited"
    book.save(tmp_path / "edited.xlsx")
    (line,) = told(compare_saved_again(long_book, tmp_path / "edited.xlsx"))
    assert "!A800 (fact-" in line
    assert "is «edited»" in line


@pytest.mark.parametrize("program", ["LibreOffice", "openpyxl"])
@pytest.mark.parametrize("name", NAMES)
def test_any_edit_of_one_cell_is_one_line(
    laid: dict[str, Any], saved: dict[str, Path], tmp_path: Path, program: str, name: str
) -> None:
    for path, edit in write_edited(saved[program] / name, tmp_path, 1, seed=len(program)).items():
        found = compare_saved_again(laid[name], path)
        assert len(found.differences) == 1, edit
        assert not found.additions, edit
        assert edit.partition(":")[0] in str(found.differences[0])


def _set(place: str, value: object, sheet: int | None = None) -> Edit:
    def edit(book: openpyxl.Workbook, entity: Worksheet) -> None:
        (entity if sheet is None else book.worksheets[sheet])[place] = value

    return edit


def _format(place: str, number_format: str, sheet: int = 1) -> Edit:
    def edit(book: openpyxl.Workbook, _: Worksheet) -> None:
        book.worksheets[sheet][place].number_format = number_format

    return edit


def _delete_row(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    sheet.delete_rows(10)


def _copy_row(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    for cell in sheet[6]:
        sheet.cell(11, cell.column, cell.value)


INDEX = "INDEX('DingTalk'!$B$5:$B$10,MATCH(\"dingtalk-product-lines\",'DingTalk'!$K$5:$K$10,0))"
URL = "https://tech.caijing.com.cn/20231101/4968451.shtml#:~:text=截至8月，已有17条产品线、55个场景全面接入大模型"
# What is done, and the one line that tells it.
TOLD: dict[str, tuple[Edit, str]] = {
    "a value": (_set("B5", 18), "DingTalk!B5 (dingtalk-product-lines): the Value is «18»; expected «17»"),
    "a value as text": (_set("B5", "17"), "DingTalk!B5 (dingtalk-product-lines): the Value is «17 (text)»; expected «17 (number)»"),
    "a formula for a value": (_set("B5", "=8+9"), "DingTalk!B5 (dingtalk-product-lines): the Value is «=8+9»; expected «17»"),
    "an emptied cell": (_set("C5", None), "DingTalk!C5 (dingtalk-product-lines): the Unit is «nothing»; expected «product lines»"),
    "a quote": (_set("H5", "other words"), "DingTalk!H5 (dingtalk-product-lines): the Quote is «other words»; expected «截至8月，已有17条产品线、55个场景全面接入大模型»"),
    "an id": (_set("K5", "other"), "DingTalk!K5 (dingtalk-product-lines): the Fact is «other»; expected «dingtalk-product-lines»"),
    "a unit that shows": (_format("B5", "0.0%"), "DingTalk!B5 (dingtalk-product-lines): the Value as shown is «1700.0%»; expected «17»"),
    "a qualifier that shows no more": (_format("D7", "0%", 0), "Contents!D7: the Figure as shown is «19%»; expected «≈ 19%»"),
    "a day that nobody knows": (_format("E5", "yyyy-mm-dd"), "DingTalk!E5 (dingtalk-product-lines): the As of as shown is «2023-08-01 (year, month, day)»; expected «2023-08-01 (year, month)»"),
    "a date as a number": (_format("E5", "General"), "DingTalk!E5 (dingtalk-product-lines): the As of as shown is «45139»; expected «2023-08-01 (year, month)»"),
    "a link": (lambda _, sheet: setattr(sheet["K5"].hyperlink, "target", "https://a.example/"), "DingTalk!K5 (dingtalk-product-lines): the link is «https://a.example/#dingtalk-product-lines»; expected «evidence.en.html#dingtalk-product-lines»"),
    "no link": (lambda _, sheet: setattr(sheet["J5"], "hyperlink", None), f"DingTalk!J5 (dingtalk-product-lines): the link is «nothing»; expected «{URL}»"),
    "a deleted row": (_delete_row, "DingTalk!A10 (dingtalk-ecosystem-products): the row is «missing»; expected «Plan for ecosystem products | "),
    "an added row": (_set("A11", "A new metric"), "DingTalk!A11: the row is «A new metric»; expected «nothing»"),
    "a row twice": (_copy_row, "DingTalk!A11: the row is «Use cases on large models | 55 | use cases | "),
    "a title": (_set("A1", "Ding"), "DingTalk!A1: the text is «Ding»; expected «DingTalk»"),
    "a note": (_set("A2", None), "DingTalk!A2: the text is «nothing»; expected «As of 1 Nov 2023 · 6 facts»"),
    "a header": (_set("B4", "Wert"), "DingTalk!B4: the text is «Wert»; expected «Value»"),
    "a column less": (lambda _, sheet: sheet.delete_cols(11), "DingTalk!K4: the column is «missing»; expected «Fact»"),
    "a sheet's name": (lambda _, sheet: setattr(sheet, "title", "Ding"), "DingTalk (sheet): the name is «Ding»; expected «DingTalk»"),
    "a sheet less": (lambda book, sheet: book.remove(sheet), "DingTalk (sheet): the sheet is «missing»; expected «DingTalk»"),
    "a calculated cell": (_set("D5", 17, 0), f"Contents!D5: the Figure is «17»; expected «={INDEX}»"),
    "another calculation": (_set("D5", f"={INDEX}*2", 0), f"Contents!D5: the Figure is «={INDEX}*2»; expected «={INDEX}»"),
    "a check": (_set("E5", True, -1), "Checks!E5: the Agrees is «TRUE»; expected «=IFERROR(D5=C5,FALSE)»"),
    "a source's id": (_set("A5", "other", -2), "Sources!A5: the Source is «other»; expected «caijing-20231101»"),
}  # fmt: skip


def edited(path: Path, folder: Path, edit: Edit) -> Path:
    book = openpyxl.load_workbook(path)
    edit(book, book.worksheets[1])
    book.save(folder / path.name)
    return folder / path.name


# Made at once, each of another cell: as many lines tell them. The others are made alone.
TOGETHER = ("a value", "an emptied cell", "a quote", "a day that nobody knows", "a link", "no link",
            "a title", "a note", "a qualifier that shows no more", "a check", "a source's id")  # fmt: skip


@pytest.mark.parametrize(
    "names", [TOGETHER, *((name,) for name in TOLD if name not in TOGETHER)], ids="+".join
)
def test_an_edit_is_one_line(
    laid: dict[str, Any], saved: dict[str, Path], tmp_path: Path, names: tuple[str, ...]
) -> None:
    def edit_all(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        for name in names:
            TOLD[name][0](book, sheet)

    found = compare_saved_again(laid[LINES], edited(saved["openpyxl"] / LINES, tmp_path, edit_all))
    lines, expected = sorted(told(found)), sorted(TOLD[name][1] for name in names)
    assert [line[: len(start)] for line, start in zip(lines, expected, strict=True)] == expected
    assert not found.additions


def _turn_columns(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    for row in sheet["C4:G10"]:
        values = [cell.value for cell in row]
        for cell, value in zip(
            row, [values[3], values[0], values[4], values[1], None], strict=True
        ):
            cell.value = value
        sheet.cell(row[0].row, 13, values[2]).number_format = row[2].number_format


def _hide(book: openpyxl.Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[7].hidden = True
    sheet.auto_filter.ref = "A4:K10"
    book.worksheets[3].sheet_state = "hidden"


def _reorder(book: openpyxl.Workbook, _: Worksheet) -> None:
    book.move_sheet("DingTalk", 3)


def _to_ranges(book: openpyxl.Workbook, _: Worksheet) -> None:
    for sheet in book.worksheets:
        sheet.tables.clear()


@pytest.mark.parametrize(
    "edit",
    [_turn_columns, _hide, _reorder, _to_ranges, _format("B5", "0"), _format("E6", "mmmm yy"),
     lambda _, sheet: setattr(sheet["A5"], "font", Font(name="Noto Sans"))],
    ids=["turned columns", "hidden", "reordered", "no tables", "format", "date", "font"],
)  # fmt: skip
def test_what_changes_no_value_is_not_told(
    laid: dict[str, Any], saved: dict[str, Path], tmp_path: Path, edit: Edit
) -> None:
    found = compare_saved_again(laid[LINES], edited(saved["openpyxl"] / LINES, tmp_path, edit))
    assert found == SavedAgain(())


def _add(book: openpyxl.Workbook, sheet: Worksheet) -> None:
    book.create_sheet("Notes", 0)["A1"] = "mine"
    book.copy_worksheet(sheet).title = "Copy"
    sheet["M4"], sheet["M5"], sheet["C1"] = "To do", "ask them", "for the desk"


def test_what_the_analyst_added_is_named_and_not_compared(
    laid: dict[str, Any], saved: dict[str, Path], tmp_path: Path
) -> None:
    found = compare_saved_again(laid[LINES], edited(saved["openpyxl"] / LINES, tmp_path, _add))
    assert told(found) == []
    assert found.additions == (
        "the sheet Notes",
        "the sheet Copy",
        "the cell C1 of DingTalk",
        "the column M of DingTalk, «To do»,",
    )


def test_links_that_stay_where_rows_move_are_counted(
    laid: dict[str, Any], saved: dict[str, Path], tmp_path: Path
) -> None:
    def delete(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.delete_rows(6)

    found = compare_saved_again(laid[LINES], edited(saved["openpyxl"] / LINES, tmp_path, delete))
    (line,) = told(found)
    assert line.startswith("DingTalk!A6 (dingtalk-scenarios): the row is «missing»")
    assert found.stale_links == (("DingTalk", 8),)


def _as_excel_saves(path: Path) -> Iterator[tuple[str, Callable[[str], str]]]:
    """What Excel is known to change: links decoded, their paths anew, dates as such, its own name."""
    sheet = sheet_part(path, "DingTalk")
    folder, _, name = sheet.rpartition("/")
    encoded = re.compile(r'location="(:~:text=)[^"]+"')
    quote = "截至8月，已有17条产品线、55个场景全面接入大模型"
    yield sheet, lambda xml: encoded.sub(rf'location="\1{quote}"', xml, count=1)
    anew = replacing(
        'Target="evidence.en.html"', 'Target="file:///C:\\Users\\me\\evidence.en.html"'
    )
    yield f"{folder}/_rels/{name}.rels", anew
    yield BOOK, replacing("<sheets>", "<bookViews><workbookView/></bookViews><sheets>")


def test_what_excel_changes_is_not_told(laid: dict[str, Any], built: Path, tmp_path: Path) -> None:
    path = built / LINES
    chain = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    more = {"xl/calcChain.xml": chain, "customXml/item1.xml": "<a/>"}
    target = tamper(path, tmp_path / LINES, dict(_as_excel_saves(path)), more)
    assert compare_saved_again(laid[LINES], target) == SavedAgain(())


def test_results_are_compared_where_no_cell_differs(
    laid: dict[str, Any], built: Path, tmp_path: Path
) -> None:
    part = sheet_part(built / LINES, "Contents")
    wrong = replacing("<v>17</v>", "<v>18</v>")
    target = tamper(built / LINES, tmp_path / "wrong.xlsx", {part: wrong})
    line = "Contents!D5: the Figure is «18»; expected «17»"
    assert told(compare_saved_again(laid[LINES], target)) == [line]
    entity = sheet_part(built / LINES, "DingTalk")
    edit = re.compile(r'(<c r="B5"[^>]*><v>)17(?=</v>)')
    edits = {part: wrong, entity: lambda xml: edit.sub(r"\g<1>18", xml)}
    target = tamper(built / LINES, tmp_path / "both.xlsx", edits)
    (line,) = told(compare_saved_again(laid[LINES], target))
    assert line.startswith("DingTalk!B5 (dingtalk-product-lines)"), "from which the result follows"


def test_what_is_no_workbook_is_one_difference(laid: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "no.xlsx"
    path.write_text("no", "utf-8")
    (line,) = told(compare_saved_again(laid[LINES], path))
    assert "unreadable" in line


@pytest.mark.parametrize(
    ("expected", "actual", "number", "shows"),
    [
        ('"第"#,##0"代"', "\\第#,##0\\代", 3, None),
        ("[$-409]d mmm yyyy", "[$-409]d\\ mmm\\ yyyy", 45231, None),
        ('yyyy"年"m"月"', "yyyy\\年m\\月", 45231, None),
        ('"> "#,##0', "0", 1e8, ("> 100,000,000", "100000000")),
        ('"¥"0.0" bn"', '[$¥-804]0.0\\ "bn"', 12.5, None),
        ('"¥"0.0" bn"', '"¥"0.0" mn"', 12.5, ("¥12.5 bn", "¥12.5 mn")),
        ("0.0", "0.00", 12.5, ("12.5", "12.50")),
        ("0.0", "General", 12.5, None),
        ('"≈ "0%;"≈ -"0%', "0%", -0.19, ("≈ -19%", "-19%")),
        ("#,##0", "#,##0,", 12_000, ("12,000", "12")),
        ("0", "0.0E+00", 12, ("0", "0.0E+00")),
        ("#,##0", "#,##0;[Red]-#,##0;0;@", -5, None),
        ('"≈ "yyyy', "yyyy", 45231, ("≈ 2023-11-01 (year)", "2023-11-01 (year)")),
        ('0.0"–21.5"', "0.0", 20.5, ("20.5–21.5", "20.5")),
    ],
)  # fmt: skip
def test_what_a_format_shows(
    expected: str, actual: str, number: float, shows: tuple[str, str] | None
) -> None:
    assert show_alike(expected, actual, float(number)) == shows


@pytest.mark.parametrize(
    ("link", "other", "same"),
    [
        ("https://a.example/b#:~:text=80%25%E7%9A%84", "https://a.example/b#:~:text=80%25的", True),
        ("https://a.example", "HTTPS://A.example/", True),
        ("https://a.example/b", "https://a.example/B", False),
        ("https://a.example/?a=1", "https://a.example/?a=2", False),
        ("evidence.en.html#x", "..\\set\\evidence.en.html#x", True),
        ("evidence.en.html#x", "file:///tmp/set/evidence.en.html#x", True),
        ("evidence.en.html#x", "evidence.en.html#y", False),
        ("evidence.en.html#x", "evidence.zh.html#x", False),
        ("internal:'Tmall Genie'!A1", "internal:Genie!$A$1", True),
        ("internal:'Tmall Genie'!A1", "#'Tmall Genie'!A2", False),
    ],
)
def test_what_a_link_opens(link: str, other: str, same: bool) -> None:
    names = {"Genie": "Tmall Genie"}
    assert (link_target(link, names) == link_target(other, names)) is same


@pytest.mark.parametrize(
    ("formula", "other", "same"),
    [
        ("=ROWS('A'!$K$5:$K$10)", "=ROWS(A!$K$5:$K$9)", True),
        ("=IFERROR(D5=C5,FALSE)", "=IFERROR(D5=C5,FALSE())", True),
        ("=ABS(D5)<=1E-9", "=ABS(D5) <= 0.000000001", True),
        ("=CONCAT(A1)", "=_xlfn.CONCAT(A1)", True),
        ("=ROWS(A!$K$5:$K$10)", "=ROWS(#REF!)", True),
        ('=MATCH("a",A1:A2,0)', '=MATCH("b",A1:A2,0)', False),
        ("=A1", "=A1*2", False),
        ("=A1", "=TRUE", False),
    ],
)
def test_what_a_formula_computes(formula: str, other: str, same: bool) -> None:
    assert (formula_sense(formula) == formula_sense(other)) is same
