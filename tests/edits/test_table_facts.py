"""Facts of CSV files and workbooks that say other things, are added, go: nothing else changes."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from exporter.edits.fact_edits import FactEdits, RowEdit
from exporter.edits.facts_files import FactsFiles
from exporter.edits.table_rows import refuse_other_changes
from exporter.edits.text_edits import CannotEditError
from exporter.facts.flat.files import FactFile
from exporter.facts.read import rows_of_file
from exporter.facts.reading import Anchors, Reading
from exporter.facts.table import PLACES, WRITTEN
from exporter.inputs.opened import Inputs
from exporter.limits import READING

pytestmark = pytest.mark.usefixtures("unconfined")

Columns = Mapping[str, str | None]
NEW = {"entity": "E", "metric.en": "N; new", "metric.zh": "新", "value": "7.5", "unit": "%",
       "source": "s", "quote": "words of it"}  # fmt: skip


def edited(
    path: Path,
    changed: Mapping[str, Columns] = {},
    deleted: tuple[str, ...] = (),
    added: Mapping[str, Columns] = {},
    beside: str = "",
    reading: Reading = Reading(),  # noqa: B008 - frozen
) -> bytes:
    """The content of a file with edits of facts by their ids."""
    inputs, anchors = Inputs.of(path), Anchors(languages=("en", "zh"))
    file = FactFile(str(path), str(path), inputs, reading=reading, anchors=anchors)
    rows = {row["id"]: row for table, _ in rows_of_file(file) for row in table.to_pylist()}
    owner = {id_: (row["line"], id_) for id_, row in rows.items()}
    nothing = dict.fromkeys(name for name in WRITTEN.names if name not in PLACES)
    edits = FactEdits(
        {owner[id_]: RowEdit(rows[id_], columns) for id_, columns in changed.items()},
        {owner[id_]: rows[id_] for id_ in deleted},
        {id_: {**nothing, "id": id_, **columns} for id_, columns in added.items()},
        dict.fromkeys(added, owner[beside]) if beside else {},
    )
    files = FactsFiles(inputs.hashes, reading, anchors, READING)
    return files.with_facts(str(path), edits).content


CSV = """\
id;entity;metric.en;metric.zh;value;unit;period;source;quote;mine
a;E;"M; one";一;17;;2025;s;words of it;
"b";"E";"two";"二";"18";"%";"2024";"s";"words of
it";""
c;E;three;三;19;%;;s;words of it
"""


def csv_edited(tmp_path: Path, text: str, encoding: str = "utf-8", **asked: object) -> str:
    path = tmp_path / "facts.csv"
    path.write_bytes(text.encode(encoding))
    return edited(path, **asked).decode(encoding)  # type: ignore[arg-type]


@pytest.mark.parametrize("brk", ["\n", "\r\n"])
def test_rows_of_csv(tmp_path: Path, brk: str) -> None:
    text = CSV.replace(";mine", "").replace(';""', "").replace("it;\n", "it\n").replace("\n", brk)
    after = csv_edited(
        tmp_path,
        text,
        changed={"a": {"value": "17.5", "unit": "%", "period": None}, "b": {"metric.en": 'a "b"'}},
        deleted=("c",),
        added={"new": NEW, "newer": NEW},
        beside="a",
    )
    head, a, b, rest, _ = text.split(brk, 4)
    new = ';E;"N; new";新;7.5;%;;s;words of it'
    expected = [
        head,
        a.replace(";17;;2025;", ";17.5;%;;"),
        f"new{new}",
        f"newer{new}",
        b.replace('"two"', '"a ""b"""'),
        rest,
        "",
    ]
    assert after == brk.join(expected)


def test_decimal_commas_stay(tmp_path: Path) -> None:
    text = "id;entity;metric;value;unit;source;quote\na;E;M;17,5;%;s;w of it\nb;E;M;18,25;%;s;w\n"
    changed = {"a": {"value": "19.75"}}
    assert csv_edited(tmp_path, text, changed=changed) == text.replace("17,5", "19,75")
    reading = Reading(decimal=",")
    assert csv_edited(tmp_path, text, changed=changed, reading=reading) == text.replace(
        "17,5", "19,75"
    )


def test_a_person_s_own_headings(tmp_path: Path) -> None:
    reading = Reading(columns=(("Wert", "value"),), defaults=(("status", "planned"),))
    text = "id,entity,metric,Wert,unit,source,quote\na,E,M,17,%,s,w of it\n"
    after = csv_edited(tmp_path, text, changed={"a": {"value": "18"}}, reading=reading)
    assert after == text.replace(",17,", ",18,")
    with pytest.raises(CannotEditError, match="there is no column `status`"):
        csv_edited(tmp_path, text, changed={"a": {"status": "claimed"}}, reading=reading)


REFUSED = {
    "one column for both languages": ({"metric.en": "N"}, "`metric` says it for both languages"),
    "no column": ({"period": "2025"}, "there is no column `period`"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_csv_file_has_no_place_for_is_refused(tmp_path: Path, name: str) -> None:
    columns, message = REFUSED[name]
    text = "id,entity,metric,value,unit,source,quote\na,E,M,17,%,s,w of it\n"
    with pytest.raises(CannotEditError, match=message):
        csv_edited(tmp_path, text, changed={"a": columns})


PLAIN_CSV = "id,entity,metric,value,unit,source,quote\na,E,M,17,%,s,w of it\nb,E,N,18,%,s,w\n"
# What was found afterwards: (its text, the fact that is told; "" for none)
FOUND = {
    "what was to change": (("17", "19"), ""),
    "the same number": (("17", "19.0"), ""),
    "nothing": (("17", "17"), "a"),
    "another one's cell": (("17,%,s,w of it\nb,E,N,18", "19,%,s,w of it\nb,E,N,20"), "b"),
    "another id": (("\nb,E", "\nc,E"), "a"),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_else_has_changed_is_told_by_its_fact(name: str) -> None:
    (said, instead), told = FOUND[name]
    before = dict.fromkeys(name for name in WRITTEN.names if name not in PLACES)
    edits = FactEdits({(2, "a"): RowEdit(before, {"value": "19"})}, {}, {}, {})
    after, how = PLAIN_CSV.replace(said, instead), (Reading(), Anchors(), READING)
    if not told:
        refuse_other_changes(PLAIN_CSV.encode(), after.encode(), edits, "facts.csv", how)
        return
    with pytest.raises(CannotEditError, match=f"{told} would say something else"):
        refuse_other_changes(PLAIN_CSV.encode(), after.encode(), edits, "facts.csv", how)


ROWS = [
    ["id", "entity", "metric.en", "metric.zh", "value", "unit", "period", "source", "quote"],
    ["a", "E", "M", "标", 17, "cars", 2025, "s", "words of it"],
    ["b", "E", "N", "数", 0.185, "%", None, "s", "words < of & it"],
    ["c", "E", "O", "项", "=1+2", "cars", None, "s", "words of it"],
]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A workbook of facts, as Excel would have it: a table, formats, another sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Facts"
    for row in ROWS[:3]:
        sheet.append(row)
    sheet["E3"].number_format = "0.0%"
    sheet.add_table(Table(displayName="Facts", ref="A1:I3"))
    book.create_sheet("Notes")["A1"] = "kept"
    book.save(tmp_path / "facts.xlsx")
    return tmp_path / "facts.xlsx"


def test_rows_of_a_workbook(facts: Path) -> None:
    before = facts.read_bytes()
    after = edited(
        facts,
        changed={"a": {"value": "18.5", "period": "2026", "metric.en": "M < 2"}, "b": {"value": "20.5"}},
        added={"new": NEW},
        beside="a",
    )  # fmt: skip
    sheet = openpyxl.load_workbook(BytesIO(after))["Facts"]
    assert [cell.value for cell in sheet[2]] == [
        "a",
        "E",
        "M < 2",
        "标",
        18.5,
        "cars",
        2026,
        *ROWS[1][7:],
    ]
    assert (sheet["E3"].value, sheet["E3"].number_format) == (0.205, "0.0%")
    assert [cell.value for cell in sheet[4]] == [
        "new",
        "E",
        "N; new",
        "新",
        0.075,
        "%",
        None,
        "s",
        "words of it",
    ]
    assert sheet.tables["Facts"].ref == "A1:I4"
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        unlike = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert sorted(unlike) == ["xl/tables/table1.xml", "xl/worksheets/sheet1.xml"]


def test_a_row_of_a_workbook_is_emptied(facts: Path) -> None:
    sheet = openpyxl.load_workbook(BytesIO(edited(facts, deleted=("a",))))["Facts"]
    assert {cell.value for cell in sheet[2]} == {None}
    assert sheet["A3"].value == "b"


def test_a_formula_in_a_workbook_is_not_written_over(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "facts.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Facts")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.write_formula("E4", "=1+2", None, 3)
    with pytest.raises(CannotEditError, match="E4 is a formula; edit the cell in Excel"):
        edited(path, changed={"c": {"value": "4"}})
    assert edited(path, changed={"a": {"value": "4"}})
