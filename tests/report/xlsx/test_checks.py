"""The Checks sheet and the words of the drop-down lists."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exporter import build
from exporter.engine.spool import Spool
from exporter.facts.fact_set import collect
from exporter.facts.own_units import own_unit
from exporter.facts.words import Bilingual, Lang, Qualifier, Status
from exporter.report.definition import EntityDefinition
from exporter.report.xlsx.checks import (
    VOCABULARY_COLUMN,
    Check,
    lay_out_checks,
    vocabulary,
)
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan, lay_out_entities
from exporter.report.xlsx.model import Table
from tests.conftest import Office
from tests.report.sample_facts import facts_table, number

HARBOUR = facts_table(
    number("0.1", "users"),
    number("0.2", "users"),
    number("50", "%", figure_state="contradicted"),
    {"value": "a word", "quote_state": "not found"},
)
YARD = facts_table(number("7", own_unit("product lines", "条产品线")), number("3", "CNY million"))


def entity(name: str, facts: pa.Table, lang: Lang) -> EntitySheet:
    definition = EntityDefinition(name=Bilingual(name, f"{name}号"))
    about = pa.array([name] * facts.num_rows, pa.string())
    facts = facts.set_column(facts.column_names.index("entity"), "entity", about)
    plan = SheetPlan(lang, "note", {}, to_evidence=True, spool=Spool(), book="book")
    (sheet,) = lay_out_entities(collect([facts], schema=facts.schema), [definition], plan)
    return sheet


def checks(lang: Lang, *entities: EntitySheet) -> list[dict[str, Any]]:
    """The table of checks, a line each."""
    table = lay_out_checks(entities, Table("Words", (), 0), lang).tables[0]
    sheet, check, expected, found, result = table.columns
    lines = {
        "sheet": sheet.texts, "check": check.texts, "expected": expected.numbers,
        "found": found.numbers, "formula": found.formulas, "agrees": result.truths,
        "comparison": result.formulas,
    }  # fmt: skip
    return pa.table(lines).to_pylist()


def test_what_is_not_proved_does_not_agree() -> None:
    lines = {line["check"]: line for line in checks("en", entity("Harbour", HARBOUR, "en"))}
    assert {
        name: (line["expected"], line["found"], line["agrees"]) for name, line in lines.items()
    } == {
        "Facts in the table": (4, 4, True),
        "Facts that stand twice": (0, 0, True),
        "Figures and dates confirmed by their quotes": (2, 3, False),
        "Quotes verified in their sources": (3, 4, False),
        "Checksum of the stored values": (0.8, 0.8, True),
        "Characters of text": (*[lines["Characters of text"]["expected"]] * 2, True),
        "Facts in all sheets": (4, 4, True),
    }
    assert lines["Checksum of the stored values"]["formula"] == "=SUM(Facts_Harbour[Value])"
    assert lines["Facts in the table"]["formula"] == "=COUNTA(Facts_Harbour[Fact])"


def test_every_sheet_has_the_same_checks_and_the_last_line_counts_all() -> None:
    *lines, last = checks("zh", entity("Harbour", HARBOUR, "zh"), entity("Yard", YARD, "zh"))
    of_sheets = {name: [one["check"] for one in lines if one["sheet"] == name] for name in (
        "Harbour号", "Yard号",
    )}  # fmt: skip
    first, second = of_sheets.values()
    assert first == second
    assert len(first) == len(set(first)) == len(lines) / 2
    assert (last["sheet"], last["check"]) == ("全部工作表", "全部条目数")
    assert last["formula"] == "=COUNTA(Facts_Harbour[编号],Facts_Yard[编号])"
    assert (last["expected"], last["found"], last["agrees"]) == (6, 6, True)


def test_characters_are_counted_over_all_texts_of_the_sheet() -> None:
    shorter, longer = (
        checks("en", entity("Yard", facts_table(number("7", **{"metric.en": metric})), "en"))
        for metric in ("Boxes", "Boxes lifted")
    )
    counts = [
        next(line["expected"] for line in lines if line["check"] == "Characters of text")
        for lines in (shorter, longer)
    ]
    assert counts[1] - counts[0] == len(" lifted")


@pytest.mark.parametrize("metric", ["Cars delivered", '"Cars" & <vans>', "=Cars*?~", "𠮷田的车"])
def test_another_program_computes_the_checks_to_true(
    office: Office, mini_report: Path, metric: str
) -> None:
    """Beyond the Basic Multilingual Plane, programs differ in what LEN counts."""
    facts = mini_report / "facts" / "example-motors.yaml"
    old = "{en: Cars delivered, zh: 汽车交付量}"
    text = facts.read_text("utf-8")
    assert old in text
    facts.write_text(text.replace(old, json.dumps(metric, ensure_ascii=False)), "utf-8")
    output = mini_report.parent / "out"
    build(mini_report, output, ["en"])
    path = output / "figures.en.xlsx"
    rows = office.as_shown(output, path)[path]["Checks"][4:]
    results = {row[1]: row[4] for row in rows if row[0]}
    assert {name for name, result in results.items() if result != "TRUE"} == set()
    assert len(results) == (6 if max(metric) > "\uffff" else 7)


@pytest.mark.parametrize(
    ("expected", "found", "agrees"),
    [
        (3, 3, True),
        (3, 4, False),
        (0, 0, True),
        (0, 1e-6, False),
        (0.3, 0.1 + 0.2, True),
        (1e15, 1e15 + 1, True),  # beyond what Excel's 15 digits tell apart
        (100_000_000, 100_000_001, False),
        (-5, -5, True),
        (-5, 5, False),
    ],
)
def test_the_cached_result_is_what_the_formula_gives(
    expected: float, found: float, agrees: bool
) -> None:
    assert Check("sheet", "check", expected, "=1", found).agrees is agrees


def test_the_result_compares_its_own_row() -> None:
    comparisons = [line["comparison"] for line in checks("en", entity("Yard", YARD, "en"))]
    assert comparisons == [
        f"=ABS(D{row}-C{row})<=1E-9*MAX(1,ABS(C{row}))" for row in range(5, 5 + len(comparisons))
    ]


def test_lists_hold_the_units_in_use_and_every_qualifier_and_status() -> None:
    harbour, yard = ({"%", "users"}, {"CNY million", "product lines", "users"})
    lists = vocabulary([harbour, yard], "en").lists
    assert lists["units"] == ["%", "CNY million", "product lines", "users"]
    assert lists["qualifiers"] == [str(word) for word in Qualifier]
    assert lists["statuses"] == [str(word) for word in Status]


def test_the_units_of_a_sheet_are_those_of_its_numbers() -> None:
    assert entity("Harbour", HARBOUR, "en").totals.units == {"%", "users"}
    assert entity("Yard", YARD, "zh").totals.units == {"条产品线", "万元"}
    assert entity("Yard", facts_table({"value": "a word"}), "en").totals.units == set()


@pytest.mark.parametrize("units", [[{"%", "users"}, {"CNY million"}], [set()]])
def test_defined_names_cover_their_lists_exactly(units: list[set[str]]) -> None:
    words = vocabulary(units, "en")
    table, names = words.table(), words.defined_names("Checks' sheet")
    assert table.rows == max(map(len, words.lists.values()))
    for index, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        letter = "ABCDEFGHIJ"[VOCABULARY_COLUMN + index]
        assert column.texts is not None
        filled = [text for text in column.texts.to_pylist() if text is not None]
        assert filled == words.lists[name]
        last = 4 + max(len(filled), 1)
        assert names[name] == f"='Checks'' sheet'!${letter}$5:${letter}${last}"
