"""Workbooks that `build` has written, read as facts again: the same facts, in the sheet's language."""

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exporter import build, check, read_facts
from exporter.errors import ContentError
from exporter.facts.table import Fact
from exporter.facts.words import LANGUAGES, Bilingual, Lang
from tests.conftest import SHIPPED, Office
from tests.facts.test_flat import ROW
from tests.figured_report import accept_some, make_figured_report

pytestmark = pytest.mark.usefixtures("unconfined")

_REPORT = """\
title: Round trip
edition: 2026-01-31
author: Desk
languages: [en, zh]
evidence: optional
facts: facts.yaml
entities:
  - {name: {en: Alpha Motors, zh: 甲汽车}}
  - {name: {en: Facts, zh: 乙公司}}
  - {name: {en: Alpha Motors (2), zh: 甲汽车 (2)}}
workbooks:
  - {name: figures, title: {en: Figures, zh: 数据}}
"""
_SOURCE = """\
title: Note
publisher: Alpha
url: https://example.com/n
published: 2026-01-15
retrieved: 2026-01-16
language: en
sha256: 4edaf6e037bd53ea0a56f717f0ce884cc35e8d73ab7afe1180d8020be79e23ce
fingerprints: [63383d8161664c06]
"""
_OWN = "{en: million parcels, zh: 百万件}"
VALUES = {  # what a fact says of its value, by id
    "whole": "value: 12500\n  unit: users\n  qualifier: over",
    "decimals": "value: 1.50\n  unit: USD\n  qualifier: about",
    "percent": "value: 18.5\n  unit: '%'\n  qualifier: at least",
    "percent-whole": "value: -7\n  unit: '%'",
    "percent-decimals": "value: 20.00\n  unit: '%'\n  qualifier: under",
    "points": "value: -0.5\n  unit: pp\n  qualifier: nearly",
    "permille": "value: 2.5\n  unit: ‰",
    "multiple": "value: 2.25\n  unit: x\n  qualifier: up to",
    "rank": "value: 3\n  unit: rank",
    "generation": "value: 3\n  unit: generation",
    "no-unit": "value: 42",
    "money": "value: 18.62\n  unit: EUR billion\n  qualifier: order of",
    "wan": "value: 2300\n  unit: {en: 10 thousand cars, zh: 万辆}",
    "yi": "value: 34.7\n  unit: 亿元",
    "large": "value: 350\n  unit: US$ million",
    "users": "value: 160\n  unit: million users",
    "own": "value: 17\n  unit: {en: product lines, zh: 条产品线}",
    "own-size": f"value: 3.5\n  unit: {_OWN}",
    "own-rate": "value: 3.5\n  unit: {en: million parcels per day, zh: 百万件/天}",
    "span": "value: 30000\n  unit: {en: GPU hours, zh: GPU小时}",
    "rate": "value: 8\n  unit: times per day",
    "share": "value: 0.38\n  unit: USD per share",
    "physical": "value: 4.053\n  unit: GWh",
    "tiny": "value: 0.000012\n  unit: tonnes",
    "digits": "value: 123456789012.345\n  unit: CNY",
    "range": "value: {from: 20.5, to: 21.5}\n  unit: USD billion",
    "range-percent": "value: {from: 19, to: 21}\n  unit: '%'\n  qualifier: about",
    "range-negative": "value: {from: -8.0, to: -5.5}\n  unit: '%'",
    "range-yi": "value: {from: 10, to: 12}\n  unit: 亿元",
    "day": "value: 2025-10-31\n  unit: date\n  qualifier: up to",
    "month": "value: 2025-10\n  unit: date",
    "year": "value: 2025\n  unit: date\n  qualifier: about",
    "quarter": "value: 2028-Q3\n  unit: date",
    "half": "value: 2028-H2\n  unit: date\n  qualifier: nearly",
    "fiscal": "value: FY2027\n  unit: date",
    "fiscal-quarter": "value: FY2027-Q3\n  unit: date\n  qualifier: over",
    "fiscal-half": "value: FY2027-H1\n  unit: date",
    "text": "value: {en: Planned for the spring, zh: 计划于春季}",
    "text-number": "value: {en: '17', zh: '17'}",
    "text-date": "value: {en: '2025-10-31', zh: '2025-10-31'}",
    "text-period": "value: {en: Q3 2028, zh: 2028年第3季度}",
    "text-formula": "value: {en: '=1+1', zh: '-1'}",
    "text-escape": "value: {en: 'a _x0041_ b', zh: '_x000D_'}",
    "text-hash": "value: {en: '#1 in China', zh: '#REF'}",
    "text-lines": 'value: {en: "two\\nlines, and 😀", zh: "两\\n行"}',
}  # fmt: skip
_PERIODS = (
    "2025", "2025-10", "2025-10-01", "2025-10-31", "2025-Q3", "2025-H1", "FY2025", "FY2025-Q3",
    "2014/2022", "2025-01/2025-09", "2025-01-05/2025-02-10", "FY2024/FY2025", "1850", "1850-03-01",
)  # fmt: skip
_STATUSES = ("achieved", "planned", "claimed", "guidance", "estimate")


def write_report(folder: Path) -> Path:
    """A report with a value of every kind, on three sheets; nothing in it is proved."""
    (folder / "sources").mkdir(parents=True)
    (folder / "report.yaml").write_text(_REPORT, "utf-8")
    (folder / "sources/note.yaml").write_text(_SOURCE, "utf-8")
    entities = ("Alpha Motors", "Facts", "Alpha Motors (2)")
    facts = [
        f"- id: {id_}\n  entity: {entities[number % 3]}\n  metric: {{en: Metric {number}, zh: 指标{number}}}\n"
        f"  {value}\n  status: {_STATUSES[number % len(_STATUSES)]}\n  period: {_PERIODS[number % len(_PERIODS)]}\n"
        f"  attribution: {{en: Desk {number % 2}, zh: 研究部{number % 2}}}\n"
        f'  source: note\n  quote: "Quoted “words”, number {number}"\n  quote_zh: 引文{number}\n'
        for number, (id_, value) in enumerate(VALUES.items())
    ]  # fmt: skip
    (folder / "facts.yaml").write_text("".join(facts), "utf-8")
    return folder


def meaning(fact: Fact, lang: Lang) -> dict[str, Any]:
    """What a fact says, as far as a sheet of one language holds it."""
    unit = fact.unit
    return {
        "id": fact.id,
        "metric": fact.metric.in_(lang),
        "low": fact.exact and fact.exact * unit.scale,
        "high": fact.exact_high and fact.exact_high * unit.scale,
        "dimension": unit.dimension if fact.number is not None and not unit.noun else "",
        "date": (fact.date, fact.precision),
        "text": fact.text and fact.text.in_(lang),
        # Another magnitude may be shown than is written: its decimals, and its name, with it.
        "label": unit.forms is None and unit.label(lang),
        "decimals": unit.forms is None and fact.decimals,
        "qualifier": "" if fact.text else fact.qualifier,
        "period": fact.period,
        "status": fact.status,
        "attribution": fact.attribution.in_(lang),
        "source": fact.source,
        "quote": fact.quote,
        "translation": fact.quote_en if lang == "en" else fact.quote_zh,
    }


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    build(write_report(folder / "report"), folder / "out")
    return folder / "out"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_gives_back_its_facts(workbooks: Path, lang: Lang) -> None:
    original = {fact.id: fact for fact in read_facts(workbooks.parent / "report")}
    found = list(read_facts(workbooks / f"figures.{lang}.xlsx"))
    assert {fact.id for fact in found} == original.keys() == VALUES.keys()
    for fact in found:
        expected, actual = meaning(original[fact.id], lang), meaning(fact, lang)
        assert actual == expected, fact.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_is_built_from_its_own_workbook(
    workbooks: Path, tmp_path: Path, lang: Lang
) -> None:
    """In one language it is the same workbook: the same sheets, cells and formats."""
    report = write_report(tmp_path / "report")
    copied = (workbooks / f"figures.{lang}.xlsx").read_bytes()
    (report / "facts.yaml").unlink()
    (report / "facts.xlsx").write_bytes(copied)
    _edit(report / "report.yaml", "facts: facts.yaml", "facts: facts.xlsx")
    build(report, tmp_path / "again", [lang])
    again = read_cells(tmp_path / f"again/figures.{lang}.xlsx")
    assert again == read_cells(workbooks / f"figures.{lang}.xlsx")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def read_cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The values and formats of the entities' sheets; Contents and the like tell of the whole."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            (cell.coordinate, cell.value, cell.number_format) for row in sheet.rows for cell in row
        ]
        for sheet in book.worksheets[1:-3]
    }


@cache
def _loaded(workbooks: Path) -> openpyxl.Workbook:
    """The English workbook; whoever changes it changes it back."""
    return openpyxl.load_workbook(workbooks / "figures.en.xlsx")


def edited(workbooks: Path, folder: Path, **cells: Any) -> Path:
    """The English workbook, saved again by another program with some cells of a sheet changed."""
    book = _loaded(workbooks)
    sheet = book["Alpha Motors"]
    before = {place: (sheet[place].value, sheet[place].number_format) for place in cells}
    for place, value in cells.items():
        sheet[place] = value
    book.save(folder / "edited.xlsx")
    for place, (value, number_format) in before.items():
        sheet[place].value = value
        sheet[place].number_format = number_format
    return folder / "edited.xlsx"


def _row(workbooks: Path, id_: str) -> int:
    """The row of a fact on the sheet Alpha Motors."""
    return next(cell.row for cell in _loaded(workbooks)["Alpha Motors"]["K"] if cell.value == id_)


def test_what_a_person_changes_counts(workbooks: Path, tmp_path: Path) -> None:
    share, month, whole, text = (
        _row(workbooks, id_) for id_ in ("percent-whole", "month", "whole", "text-date")
    )
    cells = {
        f"B{share}": -0.0725, f"F{share}": "claimed", f"E{share}": "2025-Q4", f"D{share}": "about",
        f"B{month}": dt.date(2025, 12, 1), f"B{whole}": 13000, f"C{whole}": "customers",
        f"B{text}": "another text", f"J{text}": "note-2",
    }  # fmt: skip
    facts = {fact.id: fact for fact in read_facts(edited(workbooks, tmp_path, **cells))}
    assert facts.keys() == VALUES.keys()
    changed = facts["percent-whole"]
    assert (changed.number, changed.decimals, changed.unit.key) == (-7.25, 2, "%")
    assert (changed.status, changed.period, changed.qualifier) == ("claimed", "2025-Q4", "about")
    assert (facts["month"].date, facts["month"].precision) == (dt.date(2025, 12, 1), "month")
    assert (facts["whole"].number, facts["whole"].unit.key) == (13000, "customers")
    assert (facts["text-date"].text, facts["text-date"].source) == (("another text",) * 2, "note-2")


@pytest.mark.parametrize(
    ("of", "label", "value", "read"),
    [
        ("percent-whole", "pp", None, (-7, "pp")),
        ("percent-whole", "percent", None, (-7, "%")),
        ("percent-whole", "percentage points", None, (-7, "pp")),
        ("percent-whole", "", None, (-7, "%")),
        ("whole", "bp", 25, (25, "bp")),
        ("whole", "x", 3, (3, "x")),
        ("whole", "USD million", 3, (3, "USD million")),
        ("percent-whole", None, "25%", (25, "%")),
        ("percent-whole", None, "-0.5 %", (Decimal("-0.5"), "%")),
        ("whole", None, "12 500", (12500, "users")),
    ],
)
def test_units_and_values_may_be_typed_over(
    workbooks: Path, tmp_path: Path, of: str, label: str | None, value: object, read: object
) -> None:
    row = _row(workbooks, of)
    typed = {f"C{row}": label, f"B{row}": value}
    cells = {place: some for place, some in typed.items() if some is not None}
    facts = {fact.id: fact for fact in read_facts(edited(workbooks, tmp_path, **cells))}
    assert (facts[of].number, facts[of].unit.key) == read


@pytest.mark.parametrize("label", ["hours", "USD million", "users", "x", "bp", "tonnes", "parcels"])
def test_a_percentage_beside_another_unit_is_refused(
    workbooks: Path, tmp_path: Path, label: str
) -> None:
    row = _row(workbooks, "percent-whole")
    with pytest.raises(ContentError) as error:
        read_facts(edited(workbooks, tmp_path, **{f"C{row}": label}))
    (problem,) = error.value.problems
    assert f"shows -7% in B{row}, and its unit is {label}; write the unit %" in str(problem)


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"F4": "Stand"}, "the sheet has no column Status; write the name back into row 4"),
        ({"F4": "Stand"}, "`Stand` is no column of a sheet that was built; take it out of the table, or read facts from a sheet with the names of fields"),
        ({"M4": "My note"}, "`My note` is no column of a sheet that was built; take it out of the table, or read facts from a sheet with the names of fields"),
        ({"B6": "=1/0"}, "row 6, fact {6}: `value` holds a formula in B6 that was never calculated; open"),
        ({"F7": "=A1"}, "row 7, fact {7}: `status` holds a formula in F7 that was never calculated; open"),
        ({"K8": "=A1"}, "row 8: `id` holds a formula in K8 that was never calculated; open"),
        ({"I9": "=A1"}, "row 9, fact {9}: `quote_en` holds a formula in I9 that was never calculated; open"),
        ({"F5": "done"}, "row 5, fact {5}: the status 'done' is"),
        ({"B5": True}, "row 5, fact {5}: `value` is true or false; write a number, a date or a text"),
        ({"E5": "some day"}, "row 5, fact {5}: the period 'some day' is not ISO 8601"),
    ],
)  # fmt: skip
def test_what_is_wrong_names_sheet_and_row(
    workbooks: Path, tmp_path: Path, cells: dict[str, object], wrong: str
) -> None:
    path = edited(workbooks, tmp_path, **cells)
    with pytest.raises(ContentError) as error:
        read_facts(path)
    sheet = _loaded(workbooks)["Alpha Motors"]
    expected = re.sub("{([0-9])}", lambda row: str(sheet[f"K{row[1]}"].value), wrong)
    assert any(
        str(problem).startswith(f"{path} (Alpha Motors): {expected}")
        for problem in error.value.problems
    ), error.value


def test_a_sheet_that_was_renamed_is_told_once(workbooks: Path, tmp_path: Path) -> None:
    report = write_report(tmp_path / "report")
    book = openpyxl.load_workbook(workbooks / "figures.en.xlsx")
    facts = book["Alpha Motors"].max_row - 4
    book["Alpha Motors"].title = "Alpha Motor"
    book.save(report / "facts.xlsx")
    _edit(report / "report.yaml", "facts: facts.yaml", "facts: facts.xlsx")
    told = [str(problem) for problem in check(report).problems if "Alpha Motor" in str(problem)]
    assert len(told) == 1
    assert told[0].startswith(f"{report}/facts.xlsx (Alpha Motor): row 5, fact ")
    assert told[0].endswith(
        f": the entity 'Alpha Motor' is not among the report's entities (in {facts} rows: "
        "5, 6, 7, 8, 9, …); did you mean 'Alpha Motors'?"
    )


def test_a_sheet_beside_those_that_were_built_is_passed_over(
    workbooks: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(workbooks / "figures.en.xlsx")
    book.create_sheet("My notes", 0).append(["Metric", "Value", "what I think of it"])
    del book["Contents"], book["Checks"]
    book.save(tmp_path / "edited.xlsx")
    assert {fact.id for fact in read_facts(tmp_path / "edited.xlsx")} == VALUES.keys()


def test_facts_of_one_s_own_go_before_what_was_built(workbooks: Path, tmp_path: Path) -> None:
    """A sheet `Facts` whose names are fields is what it always was."""
    book = openpyxl.load_workbook(workbooks / "figures.en.xlsx")
    del book["Facts"]
    sheet = book.create_sheet("Facts")
    for row in ([*ROW], [*ROW.values()]):
        sheet.append(row)
    book.save(tmp_path / "facts.xlsx")
    assert [fact.id for fact in read_facts(tmp_path / "facts.xlsx")] == ["a"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_that_go_on_in_another_sheet_are_of_one_entity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    monkeypatch.setattr("exporter.report.xlsx.fact_sheet.ROWS_A_SHEET", 6)
    monkeypatch.setattr("exporter.facts.flat.own_sheets.ROWS_A_SHEET", 6)
    report = write_report(tmp_path / "report")
    _edit(report / "report.yaml", "  - {name: {en: Alpha Motors (2), zh: 甲汽车 (2)}}\n", "")
    text = (report / "facts.yaml").read_text("utf-8")
    (report / "facts.yaml").write_text(text.replace("Alpha Motors (2)", "Alpha Motors"), "utf-8")
    build(report, tmp_path / "out", [lang])
    path = tmp_path / f"out/figures.{lang}.xlsx"
    assert len(openpyxl.load_workbook(path).sheetnames) > 8
    of = {fact.id: fact.entity for fact in read_facts(report)}
    names = {"Alpha Motors": ("Alpha Motors", "甲汽车"), "Facts": ("Facts", "乙公司")}
    found = {fact.id: fact.entity for fact in read_facts(path)}
    assert found == {id_: Bilingual(*names[entity]).in_(lang) for id_, entity in of.items()}


def test_reasons_of_the_analyst_come_back(tmp_path: Path) -> None:
    make_figured_report(tmp_path / "report")
    accept_some(tmp_path / "report")
    build(tmp_path / "report", tmp_path / "out", ["en"])
    (path,) = (tmp_path / "out").glob("*.en.xlsx")
    accepted = {fact.id: fact.accept.en for fact in read_facts(path) if fact.accept.en}
    assert accepted == {"deliveries": "The broker misprints it", "plants": "Counted by ourselves"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_report_comes_back(built: Path, lang: Lang) -> None:
    original = {fact.id: meaning(fact, lang) for fact in read_facts(SHIPPED)}
    found = {
        fact.id: meaning(fact, lang)
        for path in sorted(built.glob(f"*.{lang}.xlsx"))
        for fact in read_facts(path)
    }
    assert found.keys() == original.keys()
    for id_, fact in found.items():
        unsaid = {"period": fact["period"]} if not original[id_]["period"] else {}
        assert fact == original[id_] | unsaid


def test_an_office_program_may_have_saved_it(
    workbooks: Path, tmp_path: Path, office: Office
) -> None:
    """It writes other formats of the same meaning, and other parts."""
    office.convert("xlsx", tmp_path, *workbooks.glob("*.xlsx"))
    for lang in LANGUAGES:
        ours, saved = (
            read_facts(folder / f"figures.{lang}.xlsx") for folder in (workbooks, tmp_path)
        )
        assert [meaning(fact, lang) for fact in saved] == [meaning(fact, lang) for fact in ours]
