"""`for_each:` in report.yaml: values, names of folders, and what a definition says of one value."""

from pathlib import Path

import pytest

from exporter import check
from exporter.check.parted import PartedReport, part_report
from exporter.errors import WrongValueError
from exporter.facts.words import Bilingual
from exporter.report.for_each import clashes, folder_name, parse_for_each, value_of
from tests.many_report import COMPANIES, make_many, write_facts, write_views


def _parted(folder: Path) -> PartedReport:
    parted = part_report(folder)
    assert parted is not None
    return parted


def _told(parted: PartedReport) -> list[str]:
    return [problem.wrong for problem in parted.problems]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Alder", "Alder"),
        ("Cedar/Pine | Co", "Cedar-Pine - Co"),
        ("杉木集团", "杉木集团"),
        ("..", "_"),
        (".hidden", "_hidden"),
        ("Ash Co. ", "Ash Co"),
        ("NUL", "NUL_"),
        ('a:b*c?"d', "a-b-c-d"),
        ("A\u0301lamo", "\u00c1lamo"),
    ],
)
def test_a_name_becomes_a_folder_that_every_system_can_have(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = (folder_name("木" * 100 + end) for end in "ab")
    assert one != other
    assert len(one.encode()) <= 120


def test_folders_that_differ_in_case_alone_clash() -> None:
    values = [value_of(Bilingual(name, name)) for name in ("Ash", "Beech", "ASH")]
    assert [clash.names for clash in clashes(values)] == [("Ash", "ASH")]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("entity", "does not say `name` and `from`, and nothing else"),
        ({"name": "company"}, "does not say `name` and `from`, and nothing else"),
        ({"name": "The company", "from": "entity"}, "has a `name` that is no word"),
        ({"name": "company", "from": "entities"}, "has a `from` that names no values"),
        ({"name": "company", "from": []}, "has a `from` that names no values"),
        ({"name": "company", "from": {"column": ""}}, "has a `from` that names no values"),
        ({"name": "company", "from": ["Ash", "Ash"]}, "lists 'Ash' twice"),
        ({"name": "company", "from": [{"en": "Ash"}]}, "which is no name"),
    ],
)
def test_what_says_no_values_is_refused(said: object, wrong: str) -> None:
    with pytest.raises(WrongValueError, match=wrong):
        parse_for_each(said)


def test_each_value_has_its_own_facts_views_and_words(tmp_path: Path) -> None:
    make_many(tmp_path / "desk")
    parted = _parted(tmp_path / "desk")
    assert not (*parted.problems, *parted.doubts)
    assert [part.value.name.en for part in parted.parts] == list(COMPANIES)
    part = parted.parts[1]
    checked = check(tmp_path / "desk", part=part)
    assert not checked.problems
    assert [fact.entity for fact in checked.evidence.facts] == ["Birch & Son"]
    assert [view.subject.en for view in checked.views] == ["Birch & Son"]
    report = checked.report
    assert report.for_each is None
    assert report.title == Bilingual("Birch & Son in figures", "Birch & Son数据")
    assert report.one_pagers[0].title.en == "A broker on Birch & Son"


def test_a_value_is_called_in_each_language_by_its_name_there(tmp_path: Path) -> None:
    names = [{"en": "Alder", "zh": "桤木"}]
    make_many(
        tmp_path / "desk",
        for_each={"name": "company", "from": names},
        title="{company}: figures",
        languages=["en", "zh"],
    )
    (part,) = _parted(tmp_path / "desk").parts
    checked = check(tmp_path / "desk", part=part)
    assert checked.definition is not None
    assert checked.definition.report.title == Bilingual("Alder: figures", "桤木: figures")
    assert checked.definition.report.entities[0].name == Bilingual("Alder", "桤木")


def test_a_listed_value_without_facts_is_at_fault(tmp_path: Path) -> None:
    make_many(tmp_path / "desk", for_each={"name": "company", "from": ["Alder", "Elm"]})
    alder, elm = _parted(tmp_path / "desk").parts
    assert not alder.problems
    assert [problem.wrong for problem in elm.problems] == ["no fact is of 'Elm'"]


def test_values_from_entities_are_those_of_report_yaml(tmp_path: Path) -> None:
    make_many(
        tmp_path / "desk",
        for_each={"name": "company", "from": "entity"},
        entities=[{"name": name} for name in ("Cedar | Pine", "Alder", "Birch & Son")],
    )
    rows = make_many(tmp_path / "other")
    write_facts(
        tmp_path / "desk", [{k: v for k, v in row.items() if k != "company"} for row in rows]
    )
    parted = _parted(tmp_path / "desk")
    assert [part.value.name.en for part in parted.parts] == ["Cedar | Pine", "Alder", "Birch & Son"]
    checked = check(tmp_path / "desk", part=parted.parts[0])
    assert not checked.problems
    assert [entity.name.en for entity in checked.report.entities] == ["Cedar | Pine"]


def test_a_misspelt_entity_is_no_value_of_its_own(tmp_path: Path) -> None:
    rows = make_many(
        tmp_path / "desk",
        for_each={"name": "company", "from": "entity"},
        entities=[{"name": name} for name in COMPANIES],
    )
    rows = [{key: said for key, said in row.items() if key != "company"} for row in rows]
    write_facts(tmp_path / "desk", [*rows, {**rows[0], "id": "orders", "entity": "Aldr"}])
    parted = _parted(tmp_path / "desk")
    assert [part.value.name.en for part in parted.parts] == list(COMPANIES)
    (problem,) = parted.problems
    assert (problem.subject, problem.right) == ("orders", "did you mean 'Alder'?")


def test_values_come_from_a_query(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    sql = "SELECT DISTINCT company FROM 'facts.csv' WHERE value > 200 ORDER BY company"
    query = {"sql": sql, "url": "duckdb://"}
    make_many(tmp_path / "desk", for_each={"name": "company", "from": query})
    parted = _parted(tmp_path / "desk")
    assert [part.value.name.en for part in parted.parts] == ["Birch & Son", "Cedar | Pine"]


def test_facts_in_yaml_say_whose_they_are(tmp_path: Path) -> None:
    rows = make_many(tmp_path / "desk")
    (tmp_path / "desk" / "facts.csv").unlink()
    facts = "- defaults: {company: Alder}\n" + "".join(
        f"- {{id: revenue, {'' if row['company'] == 'Alder' else 'company: ' + repr(row['company']) + ', '}"
        f"entity: {row['entity']!r}, metric: {{en: Revenue, zh: 收入}}, value: {row['value']}, "
        f"unit: USD million, period: 2025, source: note, quote: {row['quote']!r}}}\n"
        for row in rows
    )
    (tmp_path / "desk" / "facts.yaml").write_text(facts, "utf-8")
    parted = _parted(tmp_path / "desk")
    assert not parted.problems
    assert [part.value.name.en for part in parted.parts] == list(COMPANIES)
    assert not check(tmp_path / "desk", part=parted.parts[2]).problems


def test_a_missing_column_and_blank_cells_are_told(tmp_path: Path) -> None:
    rows = make_many(tmp_path / "desk")
    write_facts(
        tmp_path / "desk", [{**row, "company": row["company"][:5].strip("Alder")} for row in rows]
    )
    assert _told(_parted(tmp_path / "desk")) == [
        "nobody can tell whose it is, for `company` is blank"
    ]
    write_facts(
        tmp_path / "desk", [{k: v for k, v in row.items() if k != "company"} for row in rows]
    )
    assert "the column `company` is missing, which `for_each` names" in _told(
        _parted(tmp_path / "desk")
    )


def test_a_row_at_fault_is_its_own_value_s(tmp_path: Path) -> None:
    rows = make_many(tmp_path / "desk")
    rows[1] |= {"value.en": "some", "value.zh": "若干"}
    rows = [{"value.en": "", "value.zh": "", **row} for row in rows]
    write_facts(tmp_path / "desk", rows)
    parted = _parted(tmp_path / "desk")
    assert not parted.problems
    assert [part.value.name.en for part in parted.parts if part.problems] == ["Birch & Son"]


def test_a_view_at_fault_is_its_own_value_s_and_one_of_nobody_a_doubt(tmp_path: Path) -> None:
    make_many(tmp_path / "desk")
    write_views(tmp_path / "desk", list(COMPANIES))
    path = tmp_path / "desk" / "views.yaml"
    path.write_text(path.read_text("utf-8").replace('"positive"', '"glad"', 1), "utf-8")
    parted = _parted(tmp_path / "desk")
    assert [bool(part.of_views) for part in parted.parts] == [True, False, False]
    write_views(tmp_path / "desk", ["Alder", "The market"])
    assert [doubt.subject for doubt in _parted(tmp_path / "desk").doubts] == ["view-1"]


def test_words_in_braces_that_stand_for_nothing_are_refused(tmp_path: Path) -> None:
    make_many(tmp_path / "desk", title="{firm} in figures")
    (wrong,) = _told(_parted(tmp_path / "desk"))
    assert wrong == "`{firm}` stands for nothing"


def test_exhibits_of_other_values_are_left_out(tmp_path: Path) -> None:
    page = {"name": "views", "title": "{company}", "key_figures": ["revenue", "orders"]}
    rows = make_many(tmp_path / "desk", one_pagers=[page])
    rows[0] |= {"id": "orders"}
    write_facts(tmp_path / "desk", rows)
    first, second, _ = _parted(tmp_path / "desk").parts
    figures = [
        check(tmp_path / "desk", part=part).report.one_pagers[0].key_figures
        for part in (first, second)
    ]
    assert figures == [("orders",), ("revenue",)]


def test_all_values_are_checked_together_for_who_works_on_the_facts(tmp_path: Path) -> None:
    rows = make_many(tmp_path / "desk")
    write_facts(tmp_path / "desk", [{**row, "id": f"revenue-{at}"} for at, row in enumerate(rows)])
    checked = check(tmp_path / "desk")
    assert not checked.problems
    assert checked.evidence.facts.num_rows == len(COMPANIES)
