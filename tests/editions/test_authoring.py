"""`exporter new NAME --authoring`: facts written in a workbook made for it."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from exporter import check
from exporter.build import build
from exporter.editions.authoring.columns import COLUMNS
from exporter.editions.authoring.lists import COMMON_UNITS
from exporter.editions.authoring.report import make_authoring_report
from exporter.editions.authoring.workbook import authoring_workbook
from exporter.editions.next_edition import make_next_edition
from exporter.errors import UsageError
from exporter.facts.table import PLACES, WRITTEN
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Qualifier, Status
from exporter.verify import verify
from tests.command_line import run
from tests.history_report import make_history_report, sold

NEXT = date(2026, 4, 30)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    list(make_authoring_report(tmp_path / "desk"))
    return tmp_path / "desk"


def columns_of(sheet: Any) -> dict[str, str]:
    """The letters of a sheet's columns, by their headings."""
    return {cell.value: cell.column_letter for cell in sheet[1]}


def test_it_builds_at_once(report: Path, tmp_path: Path) -> None:
    checked, _ = build(report, tmp_path / "out", ["en"])
    (fact,) = checked.evidence.facts
    assert (fact.id, fact.number, fact.unit.en, fact.qualifier) == (
        "deliveries",
        12500,
        "cars",
        "over",
    )
    assert (checked.doubts, list(verify(tmp_path / "out"))) == ((), [])


def test_every_field_has_a_column_that_says_what_it_is(report: Path) -> None:
    sheet = openpyxl.load_workbook(report / "facts.xlsx")["Facts"]
    headings = [cell.value for cell in sheet[1]]
    assert set(headings) == set(WRITTEN.names) - PLACES
    notes = {cell.value: cell.comment.text for cell in sheet[1] if cell.comment}
    assert notes.keys() == set(headings)
    assert notes["quote"].startswith("Needed. The source's own words")
    assert "必填" in notes["quote"]
    assert sheet.freeze_panes == "B2"
    (table,) = sheet.tables.values()
    assert table.ref == f"A1:{get_column_letter(len(headings))}2"
    assert table.autoFilter is not None
    assert all(column.width >= len(column.field) + 3 for column in COLUMNS)  # beside its button


def test_cells_are_chosen_from_lists_that_grow(report: Path) -> None:
    book = openpyxl.load_workbook(report / "facts.xlsx")
    at = columns_of(book["Facts"])
    rules = {str(rule.sqref): rule for rule in book["Facts"].data_validations.dataValidation}
    chosen = {name: rules[f"{at[name]}2:{at[name]}5001"] for name in ("entity", "unit", "qualifier", "status", "source")}  # fmt: skip
    assert {name: rule.formula1 for name, rule in chosen.items()} == {
        "entity": "entities", "unit": "units", "qualifier": "qualifiers", "status": "statuses",
        "source": "sources",
    }  # fmt: skip
    assert {name: rule.errorStyle for name, rule in chosen.items()} == {
        "entity": "warning", "unit": "warning", "qualifier": None, "status": None,
        "source": "warning",
    }  # fmt: skip
    assert book.defined_names["entities"].attr_text == (
        "OFFSET(Lists!$A$2,0,0,MAX(1,COUNTA(Lists!$A$2:$A$5001)),1)"
    )
    names = {name.casefold() for sheet in book for name in sheet.tables}
    assert names.isdisjoint(book.defined_names)  # one namespace for Excel, whatever the case
    lists = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Lists"].columns}  # fmt: skip
    assert lists["entities"] == ["Example Motors"]
    assert lists["sources"] == ["press-note"]
    assert lists["qualifiers"] == [word.value for word in Qualifier]
    assert lists["statuses"] == [word.value for word in Status]


@pytest.mark.parametrize("unit", COMMON_UNITS)
def test_each_unit_of_the_list_is_known(unit: str) -> None:
    assert find_unit(unit) is not None


def test_what_is_typed_below_is_read_back(report: Path) -> None:
    book = openpyxl.load_workbook(report / "facts.xlsx")
    sheet = book["Facts"]
    at = columns_of(sheet)
    said = {
        "id": "growth", "entity": "Example Motors", "metric.en": "Growth of deliveries",
        "metric.zh": "交付量增速", "value": 18.5, "unit": "%", "qualifier": "about", "period": "2025-12",
        "source": "press-note", "quote": "about 18.5% more than a year before",
    }  # fmt: skip
    for name, value in said.items():
        sheet[f"{at[name]}3"] = value
    book.save(report / "facts.xlsx")
    checked = check(report)
    assert checked.problems == ()
    growth = {fact.id: fact for fact in checked.evidence.facts}["growth"]
    assert (growth.number, growth.unit.key, growth.period) == (18.5, "%", "2025-12")


def test_periods_stay_texts(report: Path) -> None:
    sheet = openpyxl.load_workbook(report / "facts.xlsx")["Facts"]
    at = columns_of(sheet)
    assert sheet[f"{at['period']}2"].number_format == "@"
    assert sheet[f"{at['value']}2"].number_format == "General"


def test_a_report_for_own_entities_has_them_to_choose(tmp_path: Path, capsys: Any, monkeypatch: Any) -> None:  # fmt: skip
    arguments = ["new", tmp_path / "desk", "--authoring", "--entity", "Harbour=海港", "--entity", "Dock", "--lang", "en"]  # fmt: skip
    assert run(capsys, monkeypatch, [*arguments, "--edition", "2026-10-30"]).status == 0
    assert "edition: 2026-10-30\n" in (tmp_path / "desk" / "report.yaml").read_text("utf-8")
    book = openpyxl.load_workbook(tmp_path / "desk" / "facts.xlsx")
    assert [cell.value for cell in book["Lists"]["A"]][:3] == ["entities", "Harbour", "Dock"]
    assert {"metric.zh", "value.zh", "unit.zh"}.isdisjoint(columns_of(book["Facts"]))
    assert "facts: facts.xlsx" in (tmp_path / "desk" / "report.yaml").read_text("utf-8")
    (problem,) = check(tmp_path / "desk").problems
    assert problem.wrong == "the report has no facts"


def test_the_same_facts_give_the_same_bytes() -> None:
    lists = {name: ["a"] for name in ("entities", "units", "sources", "qualifiers", "statuses")}
    books = [authoring_workbook([{"id": "a", "value": 1.5}], lists, ["en", "zh"]) for _ in range(2)]
    assert books[0] == books[1]
    sheet = openpyxl.load_workbook(BytesIO(books[0]))["Facts"]
    assert [column.field for column in COLUMNS] == [cell.value for cell in sheet[1]]


def test_a_next_edition_may_have_its_facts_in_one(tmp_path: Path) -> None:
    facts = [
        sold("old", 120, "2024"),
        sold("right", 121, "2024", restates="old"),
        sold("share", 130, "2025", unit={"en": "kits", "zh": "件", "also": ["units"]}),
        sold(
            "between",
            {"from": 120, "to": 130},
            "2025",
            quote="Harbour Robotics sold 120 units",
            accept="A reason",
        ),
        sold(
            "when",
            "2025-10",
            quote="Harbour Robotics sold 120 units",
            unit="date",
            accept="A reason",
        ),
        sold("how", {"en": "well", "zh": "好"}, quote="Harbour Robotics sold 120 units", unit=None),
    ]
    desk = make_history_report(tmp_path / "desk", facts)
    before = {fact.id: fact for fact in check(desk).evidence.facts}
    assert check(desk).problems == ()
    made = make_next_edition(tmp_path / "next", desk, NEXT, authoring=True)
    assert (made.carried, made.unmarked) == (7, [])
    assert {path.name for path in made.files} == {"report.yaml", "facts.xlsx", "views.yaml", "note.yaml", "note.txt"}  # fmt: skip
    checked = check(tmp_path / "next")
    assert checked.problems == ()
    after = {fact.id: fact for fact in checked.evidence.facts}
    assert {fact.carried for fact in after.values()} == {"2026-01-31"}
    plain = {"carried": None, "file": "", "line": 0}
    assert {id_: replace(fact, **plain) for id_, fact in after.items()} == {
        id_: replace(fact, **plain) for id_, fact in before.items()
    }


def test_views_beside_facts_have_no_place_in_one(tmp_path: Path) -> None:
    desk = make_history_report(tmp_path / "desk", [sold("a", 120, "2024")], brokers=[{"name": "Broker"}])  # fmt: skip
    path = desk / "facts" / "facts.yaml"
    view = "{id: v, broker: Broker, subject: Robots, stance: neutral, thesis: Steady, drivers: [Demand], source: note, quote: Harbour Robotics sold 120 units}"  # fmt: skip
    facts = "".join(f"  {line}\n" for line in path.read_text("utf-8").splitlines())
    path.write_text(f"facts:\n{facts}views:\n  - {view}\n", "utf-8")
    with pytest.raises(UsageError, match="holds views beside facts"):
        make_next_edition(tmp_path / "next", desk, NEXT, authoring=True)
    assert make_next_edition(tmp_path / "next", desk, NEXT).carried == 2
    assert check(tmp_path / "next").problems == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("facts: 'facts' # here", "facts: 'facts.xlsx' # here"),
        ("facts:\n  file: facts\n  defaults: {status: achieved}\nviews: views.yaml", "facts: facts.xlsx\nviews: views.yaml"),
        ("views: views.yaml", "views: views.yaml"),
    ],
)  # fmt: skip
def test_report_yaml_names_it(tmp_path: Path, before: str, after: str) -> None:
    from exporter.edits.definition_keys import with_keys

    path = tmp_path / "report.yaml"
    path.write_text(f"title: A\nedition: 2026-01-31\n{before}\n", "utf-8")
    new = with_keys(path, {"edition": "2026-04-30", "facts": "facts.xlsx"}).decode()
    added = "" if before.startswith("facts") else "facts: facts.xlsx\n"
    assert new == f"title: A\nedition: 2026-04-30\n{added}{after}\n"
