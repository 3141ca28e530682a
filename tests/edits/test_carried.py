"""The mark `carried` put on facts of YAML, CSV and XLSX, and nothing else changed."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from exporter.edits.csv_columns import with_column
from exporter.edits.text_edits import CannotEditError
from exporter.edits.xlsx_columns import with_sheet_column
from exporter.edits.yaml_carried import with_carried
from exporter.facts.reading import NO_ANCHORS, PLAIN, Reading
from exporter.limits import READING

SAID = ("carried", "2025-10-31")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n  value: 1 # one\n\n# two\n- id: b\n  value: 2", "- id: a\n  value: 1 # one\n  carried: D\n\n# two\n- id: b\n  value: 2\n  carried: D"),
        ("- {id: a, value: 1}\n- {id: b, value: 2,}\n", "- {id: a, value: 1, carried: D}\n- {id: b, value: 2, carried: D,}\n"),
        ("- id: a\r\n  value: 1\r\n", "- id: a\r\n  value: 1\r\n  carried: D\r\n"),
        ("- id: a\n  quote: >-\n    some\n    words\n\n- id: b\n", "- id: a\n  quote: >-\n    some\n    words\n  carried: D\n\n- id: b\n  carried: D\n"),
        ("- id: a\n  metric:\n    en: M\n    zh: 指\n", "- id: a\n  metric:\n    en: M\n    zh: 指\n  carried: D\n"),
        ("- quote: words\n  facts:\n    - id: a\n    - {id: b}\n", "- quote: words\n  facts:\n    - id: a\n      carried: D\n    - {id: b, carried: D}\n"),
        ("- id: a\n  carried: '2024-01-01'\n  value: 1\n", "- id: a\n  carried: D\n  value: 1\n"),
        ("{facts: [{id: a}], views: [{id: v, broker: B}]}\n", "{facts: [{id: a, carried: D}], views: [{id: v, broker: B}]}\n"),
        ("\ufeff- id: a\n", "\ufeff- id: a\n  carried: D\n"),
        ("- defaults: {source: s}\n- id: a\n", "- defaults: {source: s}\n- id: a\n  carried: D\n"),
    ],
)  # fmt: skip
def test_yaml(before: str, after: str) -> None:
    found = with_carried(before.encode(), "2025-10-31", "facts.yaml").decode()
    assert found == after.replace("D", "2025-10-31")


@pytest.mark.parametrize(
    ("before", "rows", "after"),
    [
        ("id,value,quote\na,1,w\nb,2,w\n", (2, 3), "id,value,quote,carried\na,1,w,D\nb,2,w,D\n"),
        ('id;value;quote\r\na;1;"w; x"\r\n', (2,), 'id;value;quote;carried\r\na;1;"w; x";D\r\n'),
        ("id,Carried ,quote\na,,w\nb,2024-01-01,w\n", (2, 3), "id,Carried ,quote\na,D,w\nb,D,w\n"),
        ('id,value,quote\na,1,"two\nlines"\n\nb,2\n', (3, 5), 'id,value,quote,carried\na,1,"two\nlines",D\n\nb,2,,D\n'),
        ("sep=;\nid;value;quote\na;1;w", (3,), "sep=;\nid;value;quote;carried\na;1;w;D"),
    ],
)  # fmt: skip
def test_csv(before: str, rows: tuple[int, ...], after: str) -> None:
    counted = (2, 4) if "two" in before else rows  # rows as people count them, not lines
    found = with_column(before.encode(), SAID, counted, "facts.csv", (PLAIN, NO_ANCHORS))
    assert found.decode() == after.replace("D", "2025-10-31")


def test_csv_in_another_encoding_keeps_it() -> None:
    before = "\ufeffid,metric,quote\na,销量,w\n".encode("utf-16-le")
    found = with_column(before, SAID, [2], "facts.csv", (PLAIN, NO_ANCHORS))
    assert found == "\ufeffid,metric,quote,carried\na,销量,w,2025-10-31\n".encode("utf-16-le")


def test_csv_whose_cell_there_is_taken_is_left_alone() -> None:
    with pytest.raises(CannotEditError, match="something stands right of its columns"):
        with_column(b"id,value\na,1,x\n", SAID, [2], "facts.csv", (PLAIN, NO_ANCHORS))


def book(rows: list[list[Any]], table: str = "") -> bytes:
    """A workbook with these rows, in an Excel table where one is asked for."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    sheet["B2"].number_format = "0.0%"
    if table:
        sheet.add_table(Table(displayName="Facts", ref=table))
    made.create_sheet("Mine")["A1"] = "=facts!B2"
    sheet.title = "facts"
    content = BytesIO()
    made.save(content)
    return content.getvalue()


@pytest.mark.parametrize("table", ["", "A1:C3"])
def test_xlsx(table: str) -> None:
    before = book([["id", "value", "quote"], ["a", 0.19, "w"], ["b", 2, "w & <x>"]], table)
    after = with_sheet_column(before, SAID, [2, 3], "facts.xlsx", (PLAIN, READING))
    sheet = openpyxl.load_workbook(BytesIO(after))["facts"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["id", "value", "quote", "carried"],
        ["a", 0.19, "w", "2025-10-31"],
        ["b", 2, "w & <x>", "2025-10-31"],
    ]
    assert sheet["B2"].number_format == "0.0%"
    assert [found.ref for found in sheet.tables.values()] == (["A1:D3"] if table else [])
    assert [column.name for found in sheet.tables.values() for column in found.tableColumns] == (
        ["id", "value", "quote", "carried"] if table else []
    )
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml", *(["xl/tables/table1.xml"] if table else [])]


def test_xlsx_with_such_a_column_has_it_filled() -> None:
    reading = Reading(columns=(("Taken over", "carried"),))
    before = book(
        [["id", "Taken over", "quote"], ["a", None, "w"], ["b", "2024-01-01", "w"], [None] * 3]
    )
    after = with_sheet_column(before, SAID, [2, 3], "facts.xlsx", (reading, READING))
    sheet = openpyxl.load_workbook(BytesIO(after))["facts"]
    assert [cell.value for cell in sheet["B"]][:3] == ["Taken over", "2025-10-31", "2025-10-31"]
