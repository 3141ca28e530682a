"""What report.yaml says of how facts are read, and its faults: each once, where it stands."""

from datetime import date
from pathlib import Path

import pytest

from exporter import check, read_facts
from exporter.errors import ContentError
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

REPORT = """title: Desk
edition: 2026-01-31
author: Desk
entities:
  - name: {en: Alpha, zh: 甲}
workbooks:
  - {name: figures, title: Figures}
"""
QUOTE = "Sales rose to 17 users in 2025"
ROWS = "".join(f'f{row},Sales,17,users,"{QUOTE}"\n' for row in range(9))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report whose table lacks entity and source."""
    (tmp_path / "facts.csv").write_text(f"Nr,metric,value,unit,quote\n{ROWS}", "utf-8")
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "note.txt").write_text(f"{QUOTE}.\n", "utf-8")
    name, day = Bilingual("Note", "Note"), date(2026, 1, 15)
    about = {"title": name, "publisher": name, "url": "https://example.com/n", "published": day, "retrieved": day}  # fmt: skip
    add_source(tmp_path, tmp_path / "note.txt", "note", about, today=day)
    return tmp_path


def told(report: Path, said: str) -> list[str]:
    """The problems, each with the line of what was said, from 1."""
    (report / "report.yaml").write_text(REPORT + said, "utf-8")
    before = REPORT.count("\n")
    problems = check(report).problems
    assert all(problem.file == str(report / "report.yaml") for problem in problems)
    return [f"{problem.line - before}: {problem.wrong}; {problem.right}" for problem in problems]


SAID = "facts:\n  file: facts.csv\n  columns: {Nr: id}\n  defaults:\n    entity: Alpha\n    source: note\n"


def test_what_is_sound_is_read(report: Path) -> None:
    assert told(report, SAID) == []
    assert {fact.entity for fact in read_facts(report)} == {"Alpha"}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("status: plannd", "the default of `status` cannot stand in a fact: the status 'plannd' is not known; did you mean 'planned'? use one of achieved, planned, claimed, guidance, estimate"),
        ("qualifier: ungefähr", "the default of `qualifier` cannot stand in a fact: the qualifier 'ungefähr' is not known; "),
        ("period: Q3 2025", "the default of `period` cannot stand in a fact: the period 'Q3 2025' is not ISO 8601 or does not exist; write 2025-Q3"),
        ("unit: usrs", "the default of `unit` cannot stand in a fact: the unit 'usrs' is not known; did you mean 'users'"),
        ("unit: {en: million cars, zh: 万辆}", "the default of `unit` cannot stand in a fact: the labels "),
        ("unit: {en: lines}", "`facts` has a default of `unit.en`, and none of `unit.zh`; write both languages"),
        ("attribution: {zh: 甲}", "`facts` has a default of `attribution.zh`, and none of `attribution.en`; write both languages"),
        ("value: 12,5", "the default of `value` cannot stand in a fact: the value '12,5' is neither a number nor a date; write 12.5"),
        ("quote_en: '#REF!'", "the default of `quote_en` cannot stand in a fact: `quote_en` holds #REF!, an error of a spreadsheet; "),
        ("accept: '-'", "the default of `accept` cannot stand in a fact: "),
        ("Nr: 7", "`facts` has a default of `Nr`, which is no field; did you mean `id`?"),
        ("decimal: ','", "`facts` has `decimal` in `defaults`; write it one level higher, beside `file`"),
    ],
)  # fmt: skip
def test_a_default_at_fault_is_told_once_where_it_stands(
    report: Path, said: str, fault: str
) -> None:
    (problem,) = told(report, f"{SAID}    {said}\n")
    assert problem.startswith(f"7: {fault}")


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("entity: Alhpa", "5: the default entity 'Alhpa' is not among the report's entities; did you mean 'Alpha'?"),
        ("entity: Gamma", "5: the default entity 'Gamma' is not among the report's entities; use one of Alpha, 甲"),
        ("source: nte", "6: there is no source 'nte', which is a default; did you mean 'note'?"),
    ],
)  # fmt: skip
def test_a_default_that_nobody_knows(report: Path, said: str, fault: str) -> None:
    name = said.partition(":")[0]
    lines = [f"    {said}" if f" {name}:" in line else line for line in SAID.splitlines()]
    assert told(report, "\n".join(lines) + "\n") == [fault]


def test_a_chinese_name_of_an_entity_will_do(report: Path) -> None:
    assert told(report, SAID.replace("Alpha", "甲")) == []


def test_faults_of_all_keys_are_told_at_once(report: Path) -> None:
    said = """facts:
  file: facts.csv
  colums: {Nr: id}
  decimal: ";"
  encoding: klingon
  entity: Alpha
  Wert: value
  columns:
    metric: Kennzahl
    Wert: valeu
    Zahl: value
    Betrag: value
    zahl: unit
    Nr: {en: id}
  defaults:
    statsu: planned
    metric.en: M
"""
    assert [problem.partition("; ")[::2] for problem in told(report, said)] == [
        ("3: `facts` has the unknown key `colums`", "did you mean `columns`?"),
        ("4: `facts` has the decimal mark ';'", 'write `decimal: ","` or "."'),
        ("5: `facts` names the encoding 'klingon', which nobody knows", "write one such as cp1252 (of Windows in Western Europe), gb18030, cp932 or utf-8"),
        ("6: `facts` has the unknown key `entity`", "write it under `defaults:`, for rows that do not say it: `defaults: {entity: …}`"),
        ("7: `facts` has the unknown key `Wert`", "write it under `columns:`: `columns: {Wert: value}`"),
        ("9: `facts` has `metric: Kennzahl` the wrong way round in `columns`", "write `Kennzahl: metric`, the heading of the file first"),
        ("10: `facts` takes the column `Wert` for `valeu`, which is no field", "did you mean `value`?"),
        ("12: `facts` takes two columns for `value`: `Zahl` and `Betrag`", "keep one"),
        ("13: `facts` takes the column `zahl` for `value` and for `unit`", "keep one: case and white space do not tell headings apart"),
        ("14: `facts` says no field for the column `Nr`", "write the one that it holds, such as `Nr: value`"),
        ("16: `facts` has a default of `statsu`, which is no field", "did you mean `status`?"),
        ("17: `facts` has a default of `metric.en`, and none of `metric.zh`", "write both languages"),
    ]  # fmt: skip


def test_faults_that_the_table_shows_are_told_in_report_yaml(report: Path) -> None:
    said = SAID.replace("{Nr: id}", "{Nr: id, Einheit: unit}")
    name = report / "facts.csv"
    assert told(report, said) == [
        f"3: `columns` names the heading `Einheit`, which {name} has not; mend it, or take it out; there are Nr, metric, value, unit, quote"
    ]
    (report / "facts.yaml").write_text(f"- {{id: a, entity: Alpha, metric: M, value: 17, unit: users, source: note, quote: {QUOTE}}}\n")  # fmt: skip
    idle = "facts:\n  file: facts.yaml\n  encoding: cp1252\n  decimal: '.'\n  columns: {A: id}\n"
    assert [problem.partition(";")[0] for problem in told(report, idle)] == [
        f"{line}: `{key}` beside `file` is for tables, and this is YAML"
        for line, key in ((3, "encoding"), (4, "decimal"), (5, "columns"))
    ]


@pytest.mark.parametrize(
    ("facts", "key", "right"),
    [
        ("facts: facts.csv", 'decimal: ","', 'write it one level deeper: `facts: {file: facts.csv, decimal: ","}`'),
        ("", "encoding: cp1252", 'write it one level deeper: `facts: {file: …, encoding: "cp1252"}`'),
        ("facts: facts.csv", "columns: {Wert: value}", "write it one level deeper: `facts: {file: facts.csv, columns: {Wert: value}}`"),
        ("facts: {file: facts.csv}", "defaults: {source: note}", "write it one level deeper, in `facts`: `defaults: {source: note}`"),
        ("", "file: facts.csv", 'write it one level deeper: `facts: {file: "facts.csv"}`'),
        ("", "sql: SELECT 1", "write it one level deeper: `facts: {sql: SELECT …, url: …}`"),
    ],
)  # fmt: skip
def test_a_key_on_the_wrong_level_is_told_where_it_goes(
    report: Path, facts: str, key: str, right: str
) -> None:
    said = "\n".join(filter(None, (facts, key))) + "\n"
    (report / "report.yaml").write_text(REPORT + said, "utf-8")
    name, line = key.partition(":")[0], (REPORT + said).count("\n")
    found = [problem for problem in check(report).problems if problem.file.endswith("report.yaml")]
    assert [(problem.line, problem.wrong, problem.right) for problem in found] == [
        (line, f"`{name}` is not a known key", right)
    ]


def test_a_fault_in_every_row_is_told_once(report: Path) -> None:
    path = report / "facts.csv"
    path.write_text(path.read_text("utf-8").replace(",users,", ",usrs,"), "utf-8")
    (report / "report.yaml").write_text(REPORT + SAID, "utf-8")
    (problem,) = check(report).problems
    assert str(problem).startswith(f"{path}: row 2, fact f0: the unit 'usrs' is not known (in 9 rows: 2, 3, 4, 5, 6, …); ")  # fmt: skip
    with pytest.raises(ContentError, match="in 9 rows") as error:
        read_facts(report)
    assert len(error.value.problems) == 1


@pytest.mark.parametrize(("name", "value"), [("entity", "Alpha Inc"), ("source", "nots")])
def test_an_entity_or_a_source_that_is_unknown_in_every_row(
    report: Path, name: str, value: str
) -> None:
    path = report / "facts.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    lines = [f"{head},{name}", *(f"{row},{value}" for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    (report / "report.yaml").write_text(REPORT + SAID, "utf-8")
    problems = [problem for problem in check(report).problems if problem.file == str(path)]
    assert [problem.wrong.partition(" (")[2] for problem in problems] == ["in 9 rows: 2, 3, 4, 5, 6, …)"]  # fmt: skip


def test_a_report_shows_itself_in_a_line(report: Path) -> None:
    (report / "report.yaml").write_text(REPORT + SAID, "utf-8")
    assert (
        repr(check(report)) == f"<CheckedReport {report}: 9 facts, 0 views, 0 problems, 0 doubts>"
    )
