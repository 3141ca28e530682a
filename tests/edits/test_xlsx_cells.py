"""Cells of a workbook exchanged: the other parts, and the other cells, stay as they are."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from exporter.edits.text_edits import CannotEditError
from exporter.edits.xlsx_cells import with_sheet_cells
from exporter.facts.reading import PLAIN
from exporter.limits import READING

pytestmark = pytest.mark.usefixtures("unconfined")

ROWS = [
    ["", "id", "quote", "Review", "value"],
    ["", "a", "one & two", "new", 17],
    ["", "b", "three", "why?", "=1+1"],
]


def written_by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Facts"
    for row in ROWS[:2]:
        sheet.append(row)
    sheet["D2"].font = Font(bold=True)
    book.create_sheet("Notes")["A1"] = "kept"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def written_by_xlsxwriter() -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("Notes").write(0, 0, "kept")
        sheet = book.add_worksheet("Facts")
        for number, row in enumerate(ROWS[:2]):
            sheet.write_row(number, 0, row, book.add_format({"italic": True}))
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Facts!$E$2:$E$2"})
        sheet.insert_chart("H2", chart)
    return content.getvalue()


@pytest.mark.parametrize("write", [written_by_openpyxl, written_by_xlsxwriter])
def test_only_those_cells_change(write: Callable[[], bytes]) -> None:
    content = write()
    texts = {2: {"review": "", "quote": "one < two & “three”"}}
    new = with_sheet_cells(content, texts, "f.xlsx", PLAIN, READING)
    sheet, old = (openpyxl.load_workbook(BytesIO(book))["Facts"] for book in (new, content))
    assert [cell.value for cell in sheet[2]] == [None, "a", "one < two & “three”", None, 17]
    assert [cell.font.b for cell in sheet[2]] == [cell.font.b for cell in old[2]]
    with ZipFile(BytesIO(content)) as before, ZipFile(BytesIO(new)) as after:
        assert before.namelist() == after.namelist()
        unlike = [n for n in before.namelist() if before.read(n) != after.read(n)]
    assert len(unlike) == 1
    assert unlike[0].startswith("xl/worksheets/sheet")


def test_formulas_and_defaults_are_refused() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Facts")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    with pytest.raises(CannotEditError, match="E3 is a formula; edit the cell in Excel"):
        with_sheet_cells(content.getvalue(), {3: {"value": "x"}}, "f.xlsx", PLAIN, READING)
    with pytest.raises(CannotEditError, match="has no column `unit`"):
        with_sheet_cells(content.getvalue(), {3: {"unit": "x"}}, "f.xlsx", PLAIN, READING)
