"""`exporter pull`: exactly what was edited comes back, from any office program, in both languages."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporter.editions import beside
from exporter.editions.pull.model import Pulled
from exporter.editions.pull.present import PresentFacts, Row
from exporter.editions.pull.pulled import find_pulled, write_pulled
from exporter.engine.call_beside import called_beside
from exporter.errors import ContentError, Fault
from exporter.facts.unit_names import find_unit
from tests.command_line import run
from tests.conftest import Office
from tests.editions.edited_report import LETTER, TEXT, built, make_edited_report, record_text
from tests.figured_report import edit
from tests.history_report import make_history_report, sold
from tests.processors import have_processors

Cells = Mapping[str, Mapping[str, object]]  # by sheet and name
Save = Callable[[Path, Path, Cells, Mapping[str, list[int]]], None]
PYTHONS = ("/usr/bin/python3", "/Applications/LibreOffice.app/Contents/Resources/python")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report and what was built of it; only to be copied."""
    folder = tmp_path_factory.mktemp("edited")
    built(make_edited_report(folder / "desk"), folder / "out")
    return folder


@pytest.fixture
def desk(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole / "desk", tmp_path / "desk")
    shutil.copytree(whole / "out", tmp_path / "out")
    return tmp_path / "desk"


def book_of(desk: Path, lang: str = "en") -> Path:
    return desk.parent / f"out/figures.{lang}.xlsx"


def by_openpyxl(book: Path, saved: Path, put: Cells, delete: Mapping[str, list[int]]) -> None:
    edited = load_workbook(book)
    for sheet, cells in put.items():
        if sheet not in edited.sheetnames:
            edited.create_sheet(sheet)
        for name, value in cells.items():
            edited[sheet][name].value = value
    for sheet, rows in delete.items():
        for row in sorted(rows, reverse=True):
            edited[sheet].delete_rows(row)
    edited.save(saved)


def by_libreoffice(book: Path, saved: Path, put: Cells, delete: Mapping[str, list[int]]) -> None:
    program = next(filter(os.path.exists, PYTHONS), None)
    if program is None or shutil.which("soffice") is None or not _has_uno(program):
        reason = "LibreOffice or its Python is missing; install libreoffice-calc and python3-uno"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    asked = saved.with_suffix(".json")
    what = {"workbook": str(book), "saved": str(saved), "put": put, "delete": delete}
    asked.write_text(json.dumps(what), "utf-8")
    script = Path(__file__).with_name("office_edits.py")
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([program, script, asked], check=True, timeout=180, env=own)


def _has_uno(program: str) -> bool:
    asked = [program, "-c", "import uno"]
    return not subprocess.run(asked, check=False, capture_output=True).returncode


def texts(desk: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((desk / "facts").iterdir())}


def lines_changed(before: str, after: str) -> list[str]:
    """The lines that are no more, and those that are new, in order."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:3] not in {"---", "+++"} and line[:2] != "@@"]


def pulled_with(desk: Path, put: Cells, lang: str = "en", **more: Any) -> Pulled:
    saved = desk.parent / "edited.xlsx"
    by_openpyxl(book_of(desk, lang), saved, put, more.pop("delete", {}))
    return find_pulled(desk, saved, **more)


def told(pulled: Pulled) -> list[str]:
    return [str(one) for one in (*pulled.changes, *pulled.refusals, *pulled.conflicts)]


TEN_EDITS = {
    "Motors": {
        "A6": "Growth of deliveries", "B5": 13000, "D5": "at least", "B6": 0.19,
        "H5": "Motors delivered at least 13,000 cars in 2025", "I5": "2025年交付至少13,000辆汽车",
        "H6": "about 19% more than a year before", "B8": "Opens in autumn", "E8": 2027,
        "F8": "claimed",
        "A9": "Opening", "B9": "In the autumn", "F9": "planned", "J9": "Letter to holders",
        "H9": "The company plans to open its second plant in the autumn of 2026",
    },
    "Power": {
        "A9": "Parks in the sun", "B9": 12, "C9": "solar parks", "J9": "letter",
        "H9": "Power has 40 wind farms and 12 solar parks",
    },
}  # fmt: skip
DELETED = {"Power": [6]}  # profit
CHANGED = {
    "motors.yaml": [
        "-  value: 12500",
        "+  value: 13000",
        "-  qualifier: over",
        "+  qualifier: at least",
        "-  quote: Motors delivered more than 12,500 cars in 2025",
        "-  quote_zh: 2025年交付超过12,500辆汽车",
        "+  quote: Motors delivered at least 13,000 cars in 2025",
        "+  quote_zh: 2025年交付至少13,000辆汽车",
        '-  metric: {en: "Growth: deliveries", zh: 交付量增速}',
        "-  value: 18.5",
        '+  metric: {en: "Growth of deliveries", zh: 交付量增速}',
        "+  value: 19.0",
        '-  quote: "about 18.5% more than a year before"',
        '+  quote: "about 19% more than a year before"',
        "-    en: Second plant to open",
        "+    en: Opens in autumn",
        "-  period: 2026",
        "-  status: planned",
        "+  period: 2027",
        "+  status: claimed",
        "+",
        "+- id: motors-opening",
        "+  entity: Motors",
        "+  metric: {en: Opening}",
        "+  value: {en: In the autumn}",
        "+  status: planned",
        "+  source: letter",
        "+  quote: The company plans to open its second plant in the autumn of 2026",
    ],
    "power.yaml": [
        "-    - {id: profit, metric: {en: Profit, zh: 利润}, value: 1.2, unit: EUR billion}",
        "+- id: power-parks-in-the-sun",
        "+  entity: Power",
        "+  metric: {en: Parks in the sun}",
        "+  value: 12",
        "+  unit: {en: solar parks, zh: 座光伏电站}",
        "+  period: ~",
        "+  source: letter",
        "+  quote: Power has 40 wind farms and 12 solar parks",
    ],
}


@pytest.mark.parametrize("save", [by_openpyxl, by_libreoffice])
def test_what_was_edited_comes_back_and_nothing_else(desk: Path, save: Save) -> None:
    before, saved = texts(desk), desk.parent / "edited.xlsx"
    save(book_of(desk), saved, TEN_EDITS, DELETED)
    pulled = find_pulled(desk, saved)
    assert pulled.is_whole, told(pulled)
    write_pulled(desk, pulled)
    after = texts(desk)
    assert {name: lines_changed(before[name], after[name]) for name in before} == CHANGED
    built(desk, desk.parent / "again")
    again = find_pulled(desk, desk.parent / "again/figures.en.xlsx")
    assert (again.changes, again.refusals, again.conflicts) == ((), (), ())
    once_more = find_pulled(desk, saved)
    assert not once_more.contents, told(once_more)
    assert len(once_more.notes) == 2


def test_a_file_that_libreoffice_saved_again_brings_nothing(desk: Path, office: Office) -> None:
    books = [book_of(desk, lang) for lang in ("en", "zh")]
    office.convert("xlsx:Calc MS Excel 2007 XML", desk.parent, *books)
    for book in books:
        pulled = find_pulled(desk, desk.parent / book.name)
        assert told(pulled) == [], book.name


@pytest.mark.parametrize("save", [by_openpyxl, by_libreoffice])
def test_a_chinese_workbook_changes_the_chinese_half(desk: Path, save: Save) -> None:
    put = {
        "汽车": {"A5": "交付量", "B7": 205, "L7": 220, "G5": "公司", "F8": "据称", "E8": "2026年下半年",
               "H7": "Motors expects revenue of 20.5 to 22 billion euros in 2026"},
        "电力": {"B5": 190.5, "H5": "Power earned revenue of 19.05 billion euros in 2025",
               "C8": "个光伏园区"},
    }  # fmt: skip
    before, saved = texts(desk), desk.parent / "edited.xlsx"
    save(book_of(desk, "zh"), saved, put, {})
    pulled = find_pulled(desk, saved)
    assert pulled.is_whole, told(pulled)
    write_pulled(desk, pulled)
    after = texts(desk)
    changed = {name: lines_changed(before[name], after[name])[1::2] for name in before}
    assert changed["motors.yaml"][:2] == [
        "+  metric: {en: Cars delivered, zh: 交付量}",
        "+  attribution: {en: Motors, zh: 公司}",
    ]
    assert "value: {from: 20.5, to: 22.0}" in after["motors.yaml"]
    assert "period: 2026-H2\n  status: claimed" in after["motors.yaml"]
    assert "value: 19.05, unit: EUR billion, quote: Power earned" in after["power.yaml"]
    assert "unit: {en: solar parks, zh: 个光伏园区}" in after["power.yaml"]


def test_edits_of_both_sides_are_merged(desk: Path) -> None:
    facts = desk / "facts/motors.yaml"
    edit(facts, "status: planned", "status: claimed")
    edit(facts, "zh: 汽车交付量", "zh: 交付汽车")
    put = {"Motors": {"A5": "Cars handed over", "B8": "Opens in autumn", "F8": "claimed"}}
    pulled = pulled_with(desk, put)
    assert told(pulled) == [
        "Motors!A5: deliveries: metric.en: «Cars delivered» -> «Cars handed over»",
        "Motors!B8: plant: value: «Second plant to open» -> «Opens in autumn»",
    ]
    write_pulled(desk, pulled)
    text = facts.read_text("utf-8")
    assert "metric: {en: Cars handed over, zh: 交付汽车}" in text
    assert "status: claimed" in text


CONFLICT = {
    "sheet": "Motors",
    "cell": "B5",
    "fact": "deliveries",
    "field": "value",
    "base": "12500",
    "facts": "12600",
    "workbook": "13000",
}


def test_what_both_sides_changed_otherwise_is_a_conflict(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(desk / "facts/motors.yaml", "value: 12500", "value: 12600")
    saved, before = desk.parent / "edited.xlsx", texts(desk)
    before = texts(desk)
    by_openpyxl(book_of(desk), saved, {"Motors": {"B5": 13000, "A6": "Growth"}}, {})
    said = run(capsys, monkeypatch, ["pull", desk, saved])
    assert said.status == 1
    line = "deliveries: value was «12500»; the facts have «12600», the workbook «13000»"
    assert f"conflict: Motors!B5: {line}\n" in said.out
    assert texts(desk) == before
    said = run(capsys, monkeypatch, ["pull", desk, saved, "--format", "json", "--partial"])
    found = json.loads(said.out)
    assert (said.status, found["written"], found["conflicts"]) == (1, True, [CONFLICT])
    assert lines_changed(before["motors.yaml"], texts(desk)["motors.yaml"]) == [
        '-  metric: {en: "Growth: deliveries", zh: 交付量增速}',
        '+  metric: {en: "Growth", zh: 交付量增速}',
    ]


def test_a_fact_that_is_gone_or_changed_is_not_deleted_or_edited_unseen(desk: Path) -> None:
    edit(desk / "facts/power.yaml", "value: 12  # counted", "value: 13")
    text = (desk / "facts/power.yaml").read_text("utf-8")
    start, end = text.index("    - {id: profit"), text.index("# The parks")
    (desk / "facts/power.yaml").write_text(text[:start] + text[end:], "utf-8")
    pulled = pulled_with(desk, {"Power": {"A6": "Earnings"}}, delete={"Power": [8]})
    assert [conflict[1:] for conflict in pulled.conflicts] == [
        ("fact", "there", "changed (number)", "deleted"),
        ("metric.en", "Profit", "deleted", "Earnings"),
    ]
    assert not pulled.contents


def test_without_a_base_nothing_is_written_unless_asked(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(desk / ".editions")
    saved, before = desk.parent / "edited.xlsx", texts(desk)
    by_openpyxl(book_of(desk), saved, {"Motors": {"A6": "Growth"}}, {})
    out = (desk.parent / "out").rename(desk.parent / "elsewhere")
    said = run(capsys, monkeypatch, ["pull", desk, saved])
    assert (said.status, texts(desk)) == (1, before)
    assert "differs: Motors!A6" in said.out
    assert said.err.startswith("nobody knows what this workbook was made from: its content ")
    assert "is neither beside it, nor in " in said.err
    assert "--base" in said.err
    said = run(capsys, monkeypatch, ["pull", desk, saved, "--base", out, "--dry-run"])
    assert (said.status, texts(desk)) == (0, before)
    assert '+  metric: {en: "Growth", zh: 交付量增速}' in said.out
    said = run(capsys, monkeypatch, ["pull", desk, saved, "--two-way"])
    assert said.status == 0
    assert '{en: "Growth", zh: 交付量增速}' in texts(desk)["motors.yaml"]


def test_without_a_base_nothing_is_told_that_only_follows_from_it(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sheets that are calculated, and notes, tell what was true when the workbook was built."""
    saved = desk.parent / "edited.xlsx"
    by_openpyxl(book_of(desk), saved, {"Motors": {"B8": "Opens in autumn"}}, {})
    shutil.rmtree(desk / ".editions")
    (desk.parent / "out").rename(desk.parent / "elsewhere")
    edit(desk / "report.yaml", "edition: 2026-01-31", "edition: 2026-02-28")
    facts = desk / "facts/power.yaml"
    text = facts.read_text("utf-8")
    facts.write_text(text[: text.index("    - id: solar-parks")], "utf-8")
    pulled = find_pulled(desk, saved)
    assert [refusal.place.sheet for refusal in pulled.refusals] == ["Power"]
    without = load_workbook(saved)
    del without.custom_doc_props["exporter-content"]
    without.save(saved)
    said = run(capsys, monkeypatch, ["pull", desk, saved])
    assert said.status == 1
    assert "edited.xlsx does not say so any more: its property exporter-content is gone" in said.err


@pytest.mark.parametrize(
    ("put", "told"),
    [
        ({}, "the workbook has no edits; the facts have moved on since it was built"),
        ({"F8": "claimed"}, "the facts say what was edited already"),
    ],
)
def test_why_there_is_nothing_to_pull(
    desk: Path,
    put: Mapping[str, object],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = desk.parent / "edited.xlsx"
    by_openpyxl(book_of(desk), saved, {"Motors": put}, {})
    if not put:
        said = run(capsys, monkeypatch, ["pull", desk, saved])
        assert said.out == "nothing to pull: the workbook says what the facts say\n"
    edit(desk / "facts/motors.yaml", "status: planned", "status: claimed")
    said = run(capsys, monkeypatch, ["pull", desk, saved])
    assert (said.status, said.out) == (0, f"nothing to pull: {told}\n")


def test_what_it_was_made_from_is_found_in_git(desk: Path) -> None:
    shutil.rmtree(desk / ".editions")
    shutil.rmtree(desk / "sources/text")
    shutil.rmtree(desk.parent / "out")
    built(desk, desk.parent / "out")
    shutil.rmtree(desk / ".editions")
    git = ["git", "-C", str(desk), "-c", "user.name=A", "-c", "user.email=a@example.com"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "as built"]):
        subprocess.run([*git, *command], check=True)
    edit(desk / "facts/motors.yaml", "status: planned", "status: claimed")
    subprocess.run([*git, "commit", "-q", "-a", "-m", "changed"], check=True)
    saved = desk.parent / "edited.xlsx"
    by_openpyxl(book_of(desk), saved, {"Motors": {"A6": "Growth"}}, {})
    pulled = find_pulled(desk, saved)
    assert pulled.has_base
    assert len(told(pulled)) == 1


def test_what_an_analyst_does_to_a_sheet_is_left_alone(desk: Path) -> None:
    """Columns moved, hidden and added, rows sorted and hidden, notes, a sheet of her own."""
    book = load_workbook(book_of(desk))
    sheet = book["Motors"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    order = [10, 0, 2, 1, *range(3, 10), 11]
    for number, row in enumerate([rows[0], *reversed(rows[1:])], 4):
        for column, at in enumerate(order, 2):
            sheet.cell(number, column).value = row[at]
        sheet.cell(number, 1).value = None
        sheet.cell(number, 14).value = "mine" if number == 4 else f"=LEN(B{number})"
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[6].hidden = True
    sheet["B11"], sheet["E11"] = "Total", "=SUM(E5:E8)"
    book.create_sheet("My model")["A1"] = "=Motors!E5*2"
    copy = book.copy_worksheet(book["Power"])
    copy["B5"] = 99
    for row in range(5, 9):  # formats do not move with openpyxl
        sheet.cell(row, 5).number_format = "0.0%" if sheet.cell(row, 2).value == "growth" else "0"
    book.save(desk.parent / "edited.xlsx")
    pulled = find_pulled(desk, desk.parent / "edited.xlsx")
    assert (told(pulled), pulled.contents) == ([], {})


def test_numbers_kept_as_texts_and_formulas_count_by_what_they_show(desk: Path) -> None:
    put = {"Motors": {"B5": "12,500", "B6": "18.5%"}, "Power": {"B7": "45"}}
    put["Power"]["H7"] = "Power has 45 wind farms"
    assert told(pulled_with(desk, put)) == [
        "Power!B7: wind-farms: value: «40» -> «45»",
        (
            "Power!H7: wind-farms: quote: «Power has 40 wind farms and 12 solar parks» -> "
            "«Power has 45 wind farms»"
        ),
    ]


REFUSED = {
    "a value that its quote does not state": ({"Motors": {"B5": 13000}}, "Motors!B5: deliveries: the value is 13,000 cars, but the quote says 12,500 (12,500, over)"),
    "no number": ({"Motors": {"B5": "many"}}, "Motors!B5: deliveries: «many» is no number; write the number alone"),
    "a date": ({"Motors": {"B5": dt.datetime(2026, 4, 3)}}, "Motors!B5: deliveries: it shows the date 2026-04-03, and the fact is a number"),
    "a mark of a qualifier": ({"Motors": {"B5": "> 12,600"}}, "Motors!B5: deliveries: «> 12,600» is no number"),
    "a formula that was never calculated": ({"Motors": {"B5": "=2*6300"}}, "Motors!B5: deliveries: it holds a formula that was never calculated"),
    "an empty value": ({"Motors": {"B5": None}}, "Motors!B5: deliveries: Value is blank; write it, or delete the row"),
    "a percentage of cars": ({"Motors": {"C6": "cars"}}, "Motors!C6: growth: it shows 18.5%, and its unit is another"),
    "a qualifier of nobody": ({"Motors": {"D5": "roughly"}}, "Motors!D5: deliveries: 'roughly' is none of the list; choose one of exact, about"),
    "a qualifier of a text": ({"Motors": {"D8": "about"}}, "Motors!D8: plant: a text has no qualifier"),
    "a status of nobody": ({"Motors": {"F5": "done"}}, "Motors!F5: deliveries: 'done' is none of the list"),
    "no period": ({"Motors": {"E5": "soon"}}, "Motors!E5: deliveries: «soon» is no period"),
    "no metric": ({"Motors": {"A5": None}}, "Motors!A5: deliveries: Metric is blank"),
    "no source": ({"Motors": {"J5": "leter"}}, "Motors!J5: deliveries: 'leter' is no source of the report; did you mean 'letter'?"),
    "a text with a number": ({"Motors": {"B8": 2}}, "Motors!B8: plant: the fact is a text, and 2 is a number without a unit"),
    "an id of nobody": ({"Motors": {"K6": "grwth"}}, "Motors!K6: grwth: 'grwth' is no fact of this workbook"),
    "an id that stands twice": ({"Motors": {"K6": "deliveries"}}, "Motors!K6: deliveries: it stands in Motors!K5 as well"),
    "a new row without a quote": ({"Motors": {"A9": "Plants", "B9": 2, "J9": "letter"}}, "Motors!H9: the row has no id, and is a new fact without Quote; fill them in"),
    "a new row with a wrong figure": ({"Power": {"A9": "Plants", "B9": 13, "C9": "solar parks", "H9": "Power has 40 wind farms and 12 solar parks", "J9": "letter"}}, "Power!A9: power-plants: the value is 13 solar parks, but the quote says 12"),
    "a heading that is gone": ({"Motors": {"K4": "Id"}}, "Motors: there is no column 'Fact', by which facts are known; put it back"),
    "a heading of her own": ({"Motors": {"N4": "Value"}}, "Motors: the heading 'Value' stands there twice; give your own another name"),
    "a title": ({"Motors": {"A1": "Cars"}}, "Motors!A1: it says «Cars» for «Motors»; `build` makes it; it cannot be edited here"),
    "a note": ({"Power": {"A2": "as I like it"}}, "Power!A2: it says «as I like it» for «As of 31 Jan 2026 · 4 facts ⏎ Motors and power"),
    "Contents": ({"Contents": {"A1": "Mine"}}, "Contents!A1: it says «Mine» for «Figures»; `build` makes it"),
    "what is calculated": ({"Contents": {"B5": 5}}, "Contents!B5: it says «5» for «4»; it is calculated"),
    "Sources": ({"Sources": {"B5": "Another letter"}}, "Sources!B5: it says «Another letter» for «Letter to holders»"),
    "Checks": ({"Checks": {"C5": 9}}, "Checks!C5: it says «9» for"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_by_name(desk: Path, name: str) -> None:
    put, message = REFUSED[name]
    pulled = pulled_with(desk, put)
    assert [line for line in map(str, pulled.refusals) if line.startswith(message)], told(pulled)
    assert not pulled.contents


def test_what_something_refers_to_is_not_deleted(desk: Path) -> None:
    pulled = pulled_with(desk, {}, delete={"Motors": [5], "Power": [5, 6, 7, 8]})
    assert [str(refusal) for refusal in pulled.refusals] == [
        (
            f"Motors: deliveries: it cannot be deleted: it is the headline of Motors in "
            f"{desk / 'report.yaml'}; name another headline first"
        ),
        *(
            f"Power: {id_}: it cannot be deleted: no fact would be about 'Power' any more; "
            "take the entity off report.yaml first"
            for id_ in ("revenue", "profit", "wind-farms", "solar-parks")
        ),
    ]
    assert not pulled.contents


def test_a_sheet_that_is_gone_takes_no_facts_with_it(desk: Path) -> None:
    book = load_workbook(book_of(desk))
    del book["Power"]
    book.save(desk.parent / "edited.xlsx")
    pulled = find_pulled(desk, desk.parent / "edited.xlsx")
    assert told(pulled)[0].startswith("Power: the sheet is not there, and its 4 facts are left")
    assert not pulled.contents


def test_a_sheet_by_another_name_is_known_by_its_facts(desk: Path) -> None:
    book = load_workbook(book_of(desk))
    book["Power"].title = "Energy"
    book["Energy"]["A5"] = "Sales"
    book.save(desk.parent / "edited.xlsx")
    pulled = find_pulled(desk, desk.parent / "edited.xlsx")
    assert "Energy!A5: revenue: metric.en: «Revenue» -> «Sales»" in told(pulled)


def test_a_fact_is_written_whole_or_not_at_all(desk: Path) -> None:
    """Only who said it may be written though another cell of its row is refused."""
    put: Cells = {
        "Motors": {
            "A5": "Cars handed over", "B5": 13000, "E5": 2024, "F5": "claimed", "G5": "The board",
            "D6": "roughly", "A6": "Growth", "A8": "Second plant",
        }
    }  # fmt: skip
    pulled = pulled_with(desk, put)
    assert [str(change) for change in pulled.changes] == [
        "Motors!G5: deliveries: attribution.en: «Motors» -> «The board»",
        "Motors!A8: plant: metric.en: «New plant» -> «Second plant»",
    ]
    assert [refusal.place.cell for refusal in pulled.refusals] == [
        "A5",
        "B5",
        "E5",
        "F5",
        "A6",
        "D6",
    ]
    told_of = {refusal.place.cell: refusal.fault.wrong for refusal in pulled.refusals}
    assert told_of["F5"] == "it is not written without B5, which is refused"
    assert told_of["A6"] == "it is not written without D6, which is refused"
    motors = next(text for path, text in pulled.contents.items() if path.name == "motors.yaml")
    assert lines_changed(texts(desk)["motors.yaml"], motors.decode()) == [
        "-  attribution: {en: Motors, zh: 汽车}",
        "+  attribution: {en: The board, zh: 汽车}",
        "-  metric: New plant",
        "+  metric: {en: Second plant, zh: New plant}",
    ]


def test_nothing_of_a_fact_in_conflict_is_written(desk: Path) -> None:
    edit(desk / "facts/motors.yaml", "value: 12500", "value: 12600")
    pulled = pulled_with(desk, {"Motors": {"A5": "Cars handed over", "B5": 13000}})
    assert not pulled.changes
    assert not pulled.contents
    assert "Motors!A5: deliveries: it is not written without B5, which is in conflict" in told(
        pulled
    )


def test_an_output_that_it_was_not_made_from_is_no_base(desk: Path) -> None:
    saved = book_of(desk).rename(desk.parent / "kept.xlsx")
    shutil.copytree(desk.parent / "out", desk.parent / "right")
    edit(desk / "facts/motors.yaml", "status: planned", "status: claimed")
    built(desk, desk.parent / "out")
    with pytest.raises(ContentError, match="is not what this workbook was made from") as told:
        find_pulled(desk, saved, desk.parent / "out")
    assert len(told.value.problems) == 1
    assert not find_pulled(desk, saved, desk.parent / "right").changes


def test_a_translation_goes_with_the_quote_that_it_translates(desk: Path) -> None:
    quote = "Motors delivered at least 13,000 cars in 2025"
    put = {"Motors": {"B5": 13000, "D5": "at least", "H5": quote}}
    pulled = pulled_with(desk, put)
    assert pulled.is_whole
    assert [note for note in pulled.notes if "«2025年交付超过12,500辆汽车»" in note], pulled.notes
    motors = next(iter(pulled.contents.values())).decode()
    assert "12,500辆汽车" not in motors
    write_pulled(desk, pulled)
    again = find_pulled(desk, desk.parent / "edited.xlsx")
    assert (again.changes, again.notes) == ((), ())


def test_a_quote_of_the_same_words_keeps_its_translation(desk: Path) -> None:
    put = {"Motors": {"H5": "Motors  delivered more than 12,500 cars in 2025"}}
    pulled = pulled_with(desk, put)
    assert not pulled.contents, told(pulled)


def test_a_shared_quote_is_changed_where_it_stands_if_all_change(desk: Path) -> None:
    quote = "Power earned revenue of 18.62 billion euros"
    source = (desk / "sources/text/letter.txt").read_text("utf-8")
    assert quote in source
    put = {"Power": {"H5": f"{quote} and a profit of 1.2 billion euros in 2025"}}
    assert told(pulled_with(desk, put)) == []
    put = {"Power": {"G5": "Power", "G6": "Power"}}
    pulled = pulled_with(desk, put)
    write_pulled(desk, pulled)
    text = texts(desk)["power.yaml"]
    assert text.count("attribution: {en: Power}") == 2


def test_a_range_becomes_a_number_and_a_number_a_range(desk: Path) -> None:
    put = {"Motors": {"B7": 22, "L7": None, "C7": "EUR billion"}}
    put["Motors"] |= {"H7": "Motors expects revenue of 20.5 to 22 billion euros in 2026"}
    pulled = pulled_with(desk, put)
    assert [str(refusal.place) for refusal in pulled.refusals][:1] == ["Motors!B7: guidance"]
    put["Motors"] |= {"M4": None, "L7": 22, "B7": 20.5}
    pulled = pulled_with(desk, put)
    assert "value: {from: 20.5, to: 22.0}" in pulled.diff


NEW_VALUES = {
    "a percentage by its format": ({"B9": 0.19}, 'value: 19\n+  unit: "%"'),
    "a percentage as a text": ({"B9": "19%"}, 'value: 19\n+  unit: "%"'),
    "a number of a known unit": ({"B9": "13,000", "C9": "cars"}, "value: 13000\n+  unit: {en: cars, zh: 辆}"),
    "a day": ({"B9": dt.datetime(2026, 3, 1)}, "value: 2026-03-01\n+  unit: date"),
    "a quarter": ({"B9": "Q1 2026"}, "value: 2026-Q1\n+  unit: date"),
    "a text": ({"B9": "soon"}, "value: {en: soon}\n+  source"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEW_VALUES)
def test_what_a_new_row_states(desk: Path, name: str) -> None:
    put, lines = NEW_VALUES[name]
    edit(desk / "report.yaml", "author: Desk", "author: Desk\nevidence: optional")
    row = {"A9": "Something", "J9": "letter", "H9": "The company plans to open its second plant in the autumn of 2026"}  # fmt: skip
    book = load_workbook(book_of(desk))
    for cell, value in {**row, **put}.items():
        book["Motors"][cell].value = value
        book["Motors"][cell].number_format = "0%" if value == 0.19 else "General"
    if isinstance(put["B9"], dt.datetime):
        book["Motors"]["B9"].number_format = "yyyy-mm-dd"
    book.save(desk.parent / "edited.xlsx")
    assert f"+  {lines}" in find_pulled(desk, desk.parent / "edited.xlsx").diff


def test_a_row_that_was_typed_twice_is_added_once(desk: Path) -> None:
    new = {"A": "Wind", "B": 40, "C": "wind farms", "J": "letter"}
    new |= {"H": "Power has 40 wind farms and 12 solar parks", "G": "Desk"}
    put = {f"{column}{row}": value for column, value in new.items() for row in (9, 10)}
    pulled = pulled_with(desk, {"Power": put})
    assert [change.place.fact for change in pulled.changes] == ["power-wind"]
    assert pulled.notes == ("Power!A10 says what power-wind says already",)


NEW_PARKS = {"A9": "Parks", "B9": 12, "J9": "letter"} | {
    "H9": "Power has 40 wind farms and 12 solar parks"
}


def test_a_row_without_an_id_is_the_fact_that_it_says(desk: Path) -> None:
    """Pulled once, it is a fact, and goes on being it where its base is unknown by now."""
    pulled_with(desk, {"Power": NEW_PARKS | {"C9": "solar parks"}})
    saved = desk.parent / "edited.xlsx"
    write_pulled(desk, find_pulled(desk, saved))
    shutil.rmtree(desk / ".editions")
    (desk.parent / "out").rename(desk.parent / "elsewhere")
    found = find_pulled(desk, saved)
    assert not found.has_base
    assert (told(found), found.contents) == ([], {})
    assert found.notes == ("Power!A9 says what power-parks says already",)


def test_a_row_that_lost_its_id_is_no_fact_deleted(desk: Path) -> None:
    pulled = pulled_with(desk, {"Power": {"K8": None}})
    assert (told(pulled), pulled.contents) == ([], {})
    assert pulled.notes == ("Power!A8 says what solar-parks says already",)


def test_a_workbook_of_another_report_is_refused_by_its_title(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known by what it was made from, or else by its sheets and facts."""
    other = desk.parent / "other"
    shutil.copytree(desk, other, ignore=shutil.ignore_patterns(".editions"))
    for path in (other / "report.yaml", *(other / "facts").iterdir()):
        text = path.read_text("utf-8")
        for name in ("deliveries", "growth", "guidance", "plant", "revenue", "profit", "wind-farms",
                     "solar-parks"):  # fmt: skip
            text = text.replace(f"id: {name}", f"id: x-{name}").replace(
                f"line: {name}", f"line: x-{name}"
            )
        text = text.replace("汽车}\n", "轿车}\n").replace("电力}\n", "能源}\n")
        text = text.replace("entity: Motors", "entity: Cars").replace(
            "entity: Power", "entity: Energy"
        )
        path.write_text(
            text.replace("en: Motors,", "en: Cars,").replace("en: Power,", "en: Energy,"), "utf-8"
        )
    said = run(capsys, monkeypatch, ["pull", other, book_of(desk), "--two-way"])
    assert said.status == 1
    assert (
        "figures.en.xlsx: it is a workbook of another report, «Motors and power», about Motors, "
        "Power: none of its entities and facts is of «Motors and power»"
    ) in said.err
    shutil.copyfile(book_of(desk), desk.parent / "alone.xlsx")
    before = texts(other)
    said = run(capsys, monkeypatch, ["pull", other, desk.parent / "alone.xlsx", "--two-way"])
    assert said.status == 1
    assert "another report, with the sheets Motors, Power: none of its entities" in said.err
    assert texts(other) == before
    edit(other / "report.yaml", "en: Cars,", "en: Motors,")
    edit(other / "report.yaml", "en: Motors and power, zh: 汽车与能源", "en: Carmakers, zh: 车企")
    for path in (other / "facts").iterdir():
        path.write_text(path.read_text("utf-8").replace("entity: Cars", "entity: Motors"), "utf-8")
    said = run(capsys, monkeypatch, ["pull", other, book_of(desk)])
    assert said.status == 1
    assert "none of its facts is of «Carmakers»" in said.err


@pytest.mark.parametrize(
    ("label", "value", "name"),
    [("万欧元", 120000, "万欧元"), ("百万欧元", 1200, "EUR million")],
)
def test_a_unit_is_written_as_an_analyst_would(
    desk: Path, label: str, value: int, name: str
) -> None:
    """No mixture of languages, as the registry names what English has no word for."""
    pulled = pulled_with(desk, {"电力": {"B6": value, "C6": label}}, "zh")
    assert f"unit: {name}}}" in pulled.diff
    (change,) = pulled.changes
    assert str(change).endswith(f"«1.2 EUR billion» -> «{value} {name}»")
    write_pulled(desk, pulled)
    built(desk, desk.parent / "again")
    sheets = {
        lang: load_workbook(desk.parent / f"again/figures.{lang}.xlsx") for lang in ("en", "zh")
    }
    for sheet in (sheets["en"]["Power"], sheets["zh"]["电力"]):
        unit = find_unit(str(sheet["C6"].value))
        assert unit is not None
        assert sheet["B6"].value * unit.scale == 1_200_000_000
    assert "10,000" not in str(sheets["en"]["Power"]["C6"].value)


@pytest.mark.parametrize("label", ["solar parks", "Solar parks", "座光伏电站"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_row_takes_a_unit_of_the_report_s_own_by_either_label(
    desk: Path, label: str, lang: str
) -> None:
    name = {"en": "Power", "zh": "电力"}[lang]
    pulled = pulled_with(desk, {name: NEW_PARKS | {"C9": label}}, lang)
    assert "+  unit: {en: solar parks, zh: 座光伏电站}\n" in pulled.diff


def test_a_label_of_a_fact_s_own_unit_is_a_half_in_its_own_language_alone(desk: Path) -> None:
    edit(desk / "report.yaml", "author: Desk", "author: Desk\nevidence: optional")
    pulled = pulled_with(desk, {"Power": {"C8": "wind farms"}})
    assert "+      unit: {en: wind farms, zh: 座光伏电站}\n" in pulled.diff
    pulled = pulled_with(desk, {"Power": {"C8": "座风电场"}})
    assert "+      unit: {en: wind farms, zh: 座风电场}\n" in pulled.diff


def test_the_day_of_another_source_is_no_period(desk: Path) -> None:
    """Without a base: the source changed on one side, and the other shows the day of its own."""
    note = LETTER | {"published": "2026-01-20", "url": "https://example.com/note"}
    record_text(desk, "note", f"{TEXT}\nAs told again.\n", note)
    facts = desk / "facts/power.yaml"
    edit(facts, ", period: 2025}", "}")
    built(desk, desk.parent / "out")
    saved = desk.parent / "edited.xlsx"
    by_openpyxl(book_of(desk), saved, {"Power": {"J5": "note"}}, {})
    shutil.rmtree(desk / ".editions")
    (desk.parent / "out").rename(desk.parent / "elsewhere")
    found = find_pulled(desk, saved)
    assert told(found) == ["Power!J5: revenue: source: «letter» -> «note»"]
    write_pulled(desk, found)  # after which its day is another on a sheet made of the facts
    found = find_pulled(desk, saved)
    assert (told(found), found.contents) == ([], {})
    (note,) = found.notes
    assert note == (
        "Power!E5: revenue: it shows the day of letter, and is taken for no period; write "
        "`period` in the facts where it is one"
    )
    by_openpyxl(saved, saved, {"Power": {"J5": "letter"}}, {})
    found = find_pulled(desk, saved)
    assert told(found) == ["Power!J5: revenue: source: «note» -> «letter»"]
    assert not found.notes
    by_openpyxl(saved, saved, {"Power": {"E5": "Q3/26"}}, {})
    assert "period: 2026-Q3" in find_pulled(desk, saved).diff


def test_a_new_row_of_an_entity_that_facts_call_by_its_chinese_name(desk: Path) -> None:
    edit(desk / "facts/power.yaml", "entity: Power,", "entity: 电力,")
    put = {"A9": "Wind", "B9": 40, "C9": "wind farms", "J9": "letter"}
    put |= {"H9": "Power has 40 wind farms and 12 solar parks"}
    pulled = pulled_with(desk, {"Power": put})
    assert "+- id: power-wind\n+  entity: 电力\n" in pulled.diff


def test_facts_from_parquet_are_refused_by_name(desk: Path) -> None:
    from exporter import read_facts

    frame = read_facts(desk).to_frame()
    shutil.rmtree(desk / "facts")
    frame.to_parquet(desk / "facts.parquet")
    pulled = pulled_with(desk, {"Motors": {"A6": "Growth"}})
    (refusal,) = pulled.refusals
    assert "facts.parquet: Parquet is not changed here; write it anew" in str(refusal)


def test_a_year_typed_over_a_date_is_that_year(desk: Path) -> None:
    for value in (2024, dt.datetime(1905, 7, 16), "2024", dt.datetime(2024, 1, 1)):
        pulled = pulled_with(desk, {"Motors": {"E8": value}})
        assert told(pulled) == ["Motors!E8: plant: period: «2026» -> «2024»"]


def test_what_is_no_workbook_of_the_report_is_told(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.parent / "x.xlsx").write_bytes(b"no workbook")
    said = run(capsys, monkeypatch, ["pull", desk, desk.parent / "x.xlsx"])
    assert said.status == 1
    assert "x.xlsx: this is no workbook that can be read" in said.err
    said = run(capsys, monkeypatch, ["pull", desk, desk.parent / "gone.xlsx"])
    assert said.status == 3
    edit(desk / "facts/motors.yaml", "value: 12500", "value: many")
    said = run(capsys, monkeypatch, ["pull", desk, book_of(desk)])
    assert said.status == 1
    assert "motors.yaml:2" in said.err


def test_facts_with_a_history_come_back(tmp_path: Path) -> None:
    """What is restated stands on no sheet, and does not go with it; a touched fact is carried no more."""
    facts = [
        sold("first", 100, "2025"),
        sold("right", 101, "2025", restates="first"),
        sold("later", 120, "2026", replaces="right", carried="2025-10-31"),
        sold("gone", 130, "2024", status="withdrawn"),
    ]
    keys = {"entities": [{"name": "Robots", "headline": "first"}, {"name": "Docks"}]}
    desk = make_history_report(tmp_path / "desk", facts, **keys)
    built(desk, tmp_path / "out")
    assert told(find_pulled(desk, tmp_path / "out/figures.en.xlsx")) == []
    book = load_workbook(tmp_path / "out/figures.en.xlsx")
    rows = {row[10].value: row[0].row for row in book["Robots"].iter_rows(min_row=5)}
    assert rows.keys() == {"right", "later", "gone"}

    def pulled(put: Mapping[str, object], delete: list[int]) -> Pulled:
        saved = tmp_path / "edited.xlsx"
        by_openpyxl(tmp_path / "out/figures.en.xlsx", saved, {"Robots": put}, {"Robots": delete})
        return find_pulled(desk, saved)

    found = pulled({f"G{rows['later']}": "The company"}, [])
    assert '"attribution": {"en": "The company", "zh": "The company"}' not in found.diff
    assert '+- {"id": "later"' in found.diff
    assert "carried" not in found.diff.split("+- ")[1]
    (refused,) = pulled({}, [rows["right"]]).refusals
    assert "it is what later replaces; take `replaces` off later first" in str(refused)
    (refused,) = pulled({f"F{rows['later']}": "withdrawn"}, []).refusals
    assert "withdrawn" in str(refused)
    (refused,) = pulled({f"A{rows['right']}": "Units made"}, []).refusals
    assert str(refused).startswith(f"Robots!A{rows['right']}: right: ")


def test_a_large_workbook_is_read_by_another_process_as_it_is_read_here(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, broken = desk.parent / "edited.xlsx", desk.parent / "broken.xlsx"
    put = {**TEN_EDITS, "Contents": {"A1": "Our own title"}, "Ours": {"B2": "a note"}}
    by_openpyxl(book_of(desk), saved, put, {"Power": [6]})
    broken.write_bytes(b"PK of nothing")
    calls = [["pull", desk, book, "--dry-run", "--format", "json"] for book in (saved, broken)]
    here = [run(capsys, monkeypatch, call) for call in calls]
    asked: list[object] = []

    def noted(*call: Any) -> AbstractContextManager[Callable[[], Any]]:
        asked.append(call[1])
        return called_beside(*call)

    monkeypatch.setattr(beside, "_WORTH_IT", -1)
    have_processors(monkeypatch, 2)
    monkeypatch.setattr(beside, "called_beside", noted)
    assert [run(capsys, monkeypatch, call) for call in calls] == here
    assert asked == [saved, broken]
    assert json.loads(here[0].out)["changes"]
    assert str(broken) in here[1].err


def test_what_no_verdict_hangs_on_is_not_judged_anew(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []
    faults = PresentFacts.faults

    def noted(present: PresentFacts, rows: Sequence[Row]) -> dict[str, list[Fault]]:
        judged.extend(row["id"] for row in rows)
        return faults(present, rows)

    monkeypatch.setattr(PresentFacts, "faults", noted)
    cells = {"G5": "An analyst of the trade", "A6": "Growth of deliveries"}
    pulled = pulled_with(desk, {"Motors": cells})
    fields = [(change.place.fact, change.field) for change in pulled.changes]
    assert ("deliveries", "attribution.en") in fields
    assert set(judged) == {"growth"}


def test_pull_goes_without_what_drafts() -> None:
    """It would take as long to load as the facts of a workbook to compare."""
    code = (
        "import sys, exporter.editions.pull.pulled; "
        "print([name for name in sys.modules if name.startswith('exporter.drafting.metrics')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "[]\n"
