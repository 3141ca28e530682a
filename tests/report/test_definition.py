"""report.yaml: what it makes, and every problem it can have, with the line."""

from datetime import date
from pathlib import Path

import pytest

from exporter.errors import UsageError
from exporter.facts.words import Bilingual
from exporter.report.definition import Definition
from exporter.report.report_file import read_definition

WHOLE = """\
title: {en: Ports, zh: 港口}
edition: 2026-01-31
author: Our desk
entities:
  - {name: {en: Harbour, zh: 海港}}
  - name: {en: Yard, zh: 堆场}
    headline: boxes
brokers:
  - {name: {en: Quay Securities, zh: 码头证券}}
  - {name: Dock Bank}
workbooks:
  - {name: boxes, title: Boxes}
  - name: cranes
    title: Cranes
    entities: [Yard]
one_pagers:
  - name: views
    title: Views
    brokers: [Dock Bank]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.yaml").write_text(WHOLE, "utf-8")
    return tmp_path


def read(folder: Path, old: str = "", new: str = "") -> tuple[Definition | None, list[str]]:
    path = folder / "report.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else text, "utf-8")
    definition, problems = read_definition(folder)
    return definition, [str(one).removeprefix(f"{path}:") for one in problems]


def test_what_is_left_out_is_the_usual(folder: Path) -> None:
    definition, problems = read(folder)
    assert problems == []
    assert definition is not None
    report = definition.report
    assert (report.edition, report.author) == (date(2026, 1, 31), Bilingual("Our desk", "Our desk"))
    assert (report.languages, report.evidence) == (("en", "zh"), "required")
    assert (report.views, report.facts) == ("views.yaml", None)
    assert [one.name.en for one in report.entities_of(report.workbooks[0])] == ["Harbour", "Yard"]
    assert [one.name.zh for one in report.entities_of(report.workbooks[1])] == ["堆场"]
    assert [one.name.en for one in report.brokers_of(report.one_pagers[0])] == ["Dock Bank"]


def test_a_workbook_keeps_its_own_order(folder: Path) -> None:
    definition, _ = read(folder, "entities: [Yard]", "entities: [Yard, Harbour]")
    assert definition is not None
    report = definition.report
    assert [one.name.en for one in report.entities_of(report.workbooks[1])] == ["Yard", "Harbour"]


NEW_SHEET = "{name: {en: Harbour, zh: 海港}}"
PROBLEMS = [
    # What no model can be made of.
    ("edition: 2026-01-31\n", "", "1: `edition` is missing; add `edition: …`"),
    (
        "edition: 2026-01-31",
        "edition: soon",
        "2: `edition` 'soon' is not a day; write it like 2023-10-31",
    ),
    (
        "author: Our desk",
        "autor: Our desk",
        "3: `autor` is not a known key; did you mean `author`?",
    ),
    (
        "author: Our desk",
        "author: Our desk\npaper: letter",
        "4: `paper` is not a known key; write it in the theme's own file, a TOML file that `theme:` ",
    ),
    (
        "author: Our desk",
        "author: Our desk\nname: x",
        "4: `name` is not a known key; did you mean `names`?",
    ),
    ("author: Our desk", "author: ''", "3: `author` is blank; write a text"),
    ("title: {en: Ports, zh: 港口}", "title: {en: Ports}", "1: `title` is not in both languages; "),
    ("entities:\n", "entities: none\nold:\n", "4: `entities` 'none' is not a list; write a list"),
    ("author: Our desk", "languages: []\nauthor: x", "3: `languages` is empty; "),
    ("author: Our desk", "evidence: some\nauthor: x", "3: `evidence` 'some' is not right; "),
    ("name: cranes", "name: ../cranes", "13: `workbooks.1.name` '../cranes' is not right; "),
    ("name: cranes", "name: Cranes", "13: `workbooks.1.name` 'Cranes' is not right; "),
    ("name: views", "name: a b", "17: `one_pagers.0.name` 'a b' is not right; "),
    ("name: boxes, title: Boxes", "name: boxes", "12: `workbooks.0.title` is missing; "),
    ("title: Views", "picture: {title: x, facts: []}\n    title: x", "18: `one_pagers.0.picture.f"),
    # What does not hold together.
    ("headline: boxes", "headline: boxes\n  - name: Harbour", "8: 'Harbour' is named twice in ent"),
    ("{name: Dock Bank}", "{name: Quay Securities}", "10: 'Quay Securities' is named twice in bro"),
    ("name: cranes", "name: boxes", "13: 'boxes' is named twice in workbooks; name it once"),
    ("entities: [Yard]", "entities: [Yards]", "15: 'Yards' is not among the report's entities; us"),
    (
        "brokers: [Dock Bank]",
        "brokers: [Dock]",
        "19: 'Dock' is not among the report's brokers; use",
    ),
    # Sheet names.
    (NEW_SHEET, "{name: History}", "5: the sheet name 'History' is reserved by Excel; give"),
    (NEW_SHEET, "{name: {en: A, zh: HISTORY}}", "5: the sheet name 'HISTORY' is reserved by"),
    (NEW_SHEET, f"{{name: {'x' * 32}}}", f"5: the sheet name '{'x' * 32}' has more than 31 char"),
    (NEW_SHEET, "{name: yard}", "6: the sheet name 'Yard' is the same as 'yard' for Excel; give"),
    (NEW_SHEET, "{name: {en: A, zh: 堆场}}", "6: the sheet name '堆场' is the same as '堆场' for"),
    (NEW_SHEET, "{name: contents}", "5: the sheet name 'contents' is the same as 'Contents' for"),
    (NEW_SHEET, "{name: SOURCES}", "5: the sheet name 'SOURCES' is the same as 'Sources' for"),
    (NEW_SHEET, "{name: Checks}", "5: the sheet name 'Checks' is the same as 'Checks' for Excel"),
    (NEW_SHEET, "{name: {en: A, zh: 目录}}", "5: the sheet name '目录' is the same as '目录' for"),
    (NEW_SHEET, "{name: {en: A, zh: 校验}}", "5: the sheet name '校验' is the same as '校验' for"),
]


@pytest.mark.parametrize(("old", "new", "problem"), PROBLEMS)
def test_a_problem_is_named_with_its_line(folder: Path, old: str, new: str, problem: str) -> None:
    _, problems = read(folder, old, new)
    assert any(found.startswith(problem) for found in problems), problems


def test_a_one_pager_named_like_another_is_named_with_its_line(folder: Path) -> None:
    _, problems = read(folder, "one_pagers:\n", "one_pagers:\n  - {name: views, title: Views}\n")
    assert len(problems) == 1
    assert problems[0].startswith("18: 'views' is named twice in one_pagers"), problems


def test_what_names_nothing_to_write_is_refused(folder: Path) -> None:
    (folder / "report.yaml").write_text(WHOLE[: WHOLE.index("workbooks:")], "utf-8")
    assert read(folder)[1] == [
        "1: the report names nothing to write; add `workbooks:` or `one_pagers:`"
    ]


def test_names_of_languages_that_are_not_written_may_clash(folder: Path) -> None:
    (folder / "report.yaml").write_text(f"languages: [en]\n{WHOLE}", "utf-8")
    assert read(folder, "zh: 海港", "zh: 堆场")[1] == []


def test_all_problems_come_at_once(folder: Path) -> None:
    path = folder / "report.yaml"
    text = path.read_text("utf-8")
    for old, new in (("entities: [Yard]", "entities: [Yards]"), (NEW_SHEET, "{name: History}")):
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    assert [one.split(":")[0] for one in sorted(read(folder)[1])] == ["15", "5", "5"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file(folder: Path, text: str) -> None:
    (folder / "report.yaml").write_text(text)
    definition, (problem,) = read(folder)
    assert definition is None
    assert "the file is empty" in problem


def test_malformed_yaml_has_its_line(folder: Path) -> None:
    definition, problems = read(folder, "entities: [Yard]", "entities: [Yard")
    assert definition is None
    assert any(one.startswith(("15:", "16:")) for one in problems), problems


def test_what_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no report\.yaml; name a report's folder"):
        read_definition(tmp_path)
    with pytest.raises(UsageError, match="is not a folder"):
        read_definition(tmp_path / "nowhere")


ALIASED = "{name: {en: Harbour, zh: 海港}, aliases: [%s]}"


def test_aliases_are_other_names_of_sources(folder: Path) -> None:
    definition, problems = read(folder, "{name: {en: Harbour, zh: 海港}}", ALIASED % "the port, 港")
    assert problems == []
    assert definition is not None
    dumped = definition.report.model_dump(mode="json", exclude_none=True)
    assert [one.aliases for one in definition.report.entities] == [("the port", "港"), ()]
    assert "aliases" in dumped["entities"][0]
    assert "aliases" not in dumped["entities"][1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "{name: {en: Harbour, zh: 海港}}",
            ALIASED % "Bay, 堆场",
            (
                "5: the alias '堆场' of 'Harbour' is the name of 'Yard'; "
                "leave it to the one that has the name"
            ),
        ),
        (
            "{name: {en: Harbour, zh: 海港}}",
            ALIASED % "Bay, bay",
            "5: the alias 'bay' of 'Harbour' is given twice; give it once",
        ),
        (
            "  - {name: Dock Bank}",
            "  - {name: Dock Bank, aliases: [DB]}\n  - {name: Delta, aliases: [DB]}",
            "11: 'DB' is an alias of both 'Dock Bank' and 'Delta'; leave it to one of them",
        ),
        (
            "  - {name: Dock Bank}",
            "  - {name: Dock Bank, aliases: [Yard]}",
            None,
        ),
    ],
)
def test_an_alias_means_one(folder: Path, old: str, new: str, problem: str | None) -> None:
    assert read(folder, old, new)[1] == ([problem] if problem else [])
