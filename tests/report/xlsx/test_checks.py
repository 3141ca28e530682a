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
from exporter.report.starter import make_report
from exporter.report.xlsx.checks import (
    VOCABULARY_COLUMN,
    lay_out_checks,
    vocabulary,
)
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan, lay_out_entities
from exporter.report.xlsx.model import Table
from tests.conftest import Office
from tests.figured_report import edit
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
    table = lay_out_checks(entities, (), Table("Words", (), 0), lang).tables[0]
    sheet, check, expected, found, result = table.columns
    lines = {
        "sheet": sheet.texts, "check": check.texts, "expected": expected.numbers,
        "found": found.numbers, "formula": found.formulas, "agrees": result.truths,
        "comparison": result.formulas,
    }  # fmt: skip
    return pa.table(lines).to_pylist()


def test_what_is_not_proved_is_counted_in_words_and_agrees() -> None:
    """Where `evidence: optional` lets it through, an alert that is always on would tell nothing."""
    lines = {line["check"]: line for line in checks("en", entity("Harbour", HARBOUR, "en"))}
    assert {
        name: (line["expected"], line["found"], line["agrees"])
        for name, line in lines.items()
        if "weighted" not in name
    } == {
        "Facts in the table": (4, 4, True),
        "Facts that stand twice": (0, 0, True),
        "Figures and dates: 2 confirmed by their quotes, 1 not proved and marked so": (3, 3, True),
        "Quotes: 3 verified in their sources, 1 not and marked so": (4, 4, True),
        "Characters of text": (*[lines["Characters of text"]["expected"]] * 2, True),
        "Value: powers of ten": (-3, -3, True),
        "Value: first eight digits": (80_000_000, 80_000_000, True),
        "Value: further digits": (0, 0, True),
        "As of: sum": (4 * 44_927, 4 * 44_927, True),
        "Facts in all sheets": (4, 4, True),
    }
    assert lines["Facts in the table"]["formula"] == "=COUNTA('Harbour'!$K$5:$K$1008)"
    assert lines["Figures in users, weighted by fact"]["formula"] == (
        "=SUMPRODUCT(EXACT('Harbour'!$C$5:$C$8,\"users\")*(1*_xlfn.UNICODE(RIGHT('Harbour'!$K$5:$K$8,1))"
        "+10*_xlfn.UNICODE(RIGHT('Harbour'!$K$5:$K$8,2))+100*_xlfn.UNICODE(RIGHT('Harbour'!$K$5:$K$8,3))),"
        "'Harbour'!$B$5:$B$8)"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (HARBOUR, "All 22 checks agree; not proved and marked so: 2"),
        (YARD, "All 19 checks agree"),
    ],
)
def test_the_verdict_counts_what_is_not_proved(facts: pa.Table, verdict: str) -> None:
    sheet = lay_out_checks([entity("Yard", facts, "en")], (), Table("Words", (), 0), "en")
    assert sheet.note == verdict
    assert f'"{verdict}"' in sheet.note_formula


def test_every_sheet_has_its_checks_and_the_last_line_counts_all() -> None:
    *lines, last = checks("zh", entity("Harbour", HARBOUR, "zh"), entity("Yard", YARD, "zh"))
    of_sheets = {name: [one["check"] for one in lines if one["sheet"] == name] for name in (
        "Harbour号", "Yard号",
    )}  # fmt: skip
    for made in of_sheets.values():
        assert len(made) == len(set(made))
    assert [name for name in of_sheets["Yard号"] if "单位为" in name] == [
        "单位为“万元”的数值，按编号加权", "单位为“条产品线”的数值，按编号加权",
    ]  # fmt: skip
    assert (last["sheet"], last["check"]) == ("全部工作表", "全部条目数")
    count = len(lines) + 4
    assert last["formula"] == f'=SUMIF($B$5:$B${count},"表内条目数",$D$5:$D${count})'
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


BY_PLACE = {"Metric: characters, weighted by place", "Headline: characters, weighted by place"}
# A metric, and the checks that a sheet with it goes without.
UNSEEN: dict[str, set[str]] = {
    "Cars delivered": set(),
    '"Cars" & <vans>': set(),
    "=Cars*?~": set(),
    # Beyond the Basic Multilingual Plane, programs differ in what a character is.
    "𠮷田的车": BY_PLACE,
}


@pytest.fixture(scope="module")
def computed(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[str]]]:
    """The sheet of checks of a report with each metric, as LibreOffice computes it."""
    folder = tmp_path_factory.mktemp("checks")
    paths = {
        metric: _with_metric(folder / str(at), metric).rename(folder / f"book{at}.xlsx")
        for at, metric in enumerate(UNSEEN)
    }
    shown = office.as_shown(folder, *paths.values())
    return {metric: shown[path]["Checks"][4:] for metric, path in paths.items()}


def _with_metric(folder: Path, metric: str) -> Path:
    """The workbook of a report in which a metric is called so; there are no one-pagers."""
    list(make_report(folder / "mini"))
    facts, definition = folder / "mini/facts/example-motors.yaml", folder / "mini/report.yaml"
    edit(facts, "{en: Cars delivered, zh: 汽车交付量}", json.dumps(metric, ensure_ascii=False))
    definition.write_text(definition.read_text("utf-8").partition("one_pagers:")[0], "utf-8")
    build(folder / "mini", folder / "out", ["en"])
    return folder / "out/figures.en.xlsx"


@pytest.mark.parametrize("metric", UNSEEN)
def test_another_program_computes_the_checks_to_true(
    computed: dict[str, list[list[str]]], metric: str
) -> None:
    results = {row[1]: row[4] for row in computed[metric] if row[0]}
    assert results
    assert {name for name, result in results.items() if result != "TRUE"} == set()
    assert BY_PLACE - results.keys() == UNSEEN[metric]


def test_whole_numbers_are_compared_exactly_and_sums_within_their_rounding() -> None:
    lines = checks("en", entity("Yard", YARD, "en"))
    for row, line in enumerate(lines, 5):
        equal = f"D{row}=C{row}"
        if line["check"].startswith("Figures in"):
            equal = f"ABS(D{row}-C{row})<=1E-9*MAX(1,ABS(C{row}))"
        assert line["comparison"] == f"=IFERROR({equal},FALSE)"


FIGURES = ["10", "0.000012", "-10", "999999.5", "123456789012345", "0"]
EDITS = {
    "a small one beside a large one": ("10", "90"),
    "a sign": ("-10", "10"),
    "a power of ten": ("0.000012", "0.00012"),
    "the last digit": ("123456789012345", "123456789012346"),
    "a zero": ("0", "0.1"),
    "digits that change places": ("10", "1"),
    "a half": ("999999.5", "999999"),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_an_edit_of_any_figure_changes_a_sum(old: str, new: str) -> None:
    before, after = (_sums([number(n, "users") for n in figures]) for figures in (
        FIGURES, [new if figure == old else figure for figure in FIGURES],
    ))  # fmt: skip
    changed = {name for name in before if before[name] != after[name]}
    exact = {"Value: powers of ten", "Value: first eight digits", "Value: further digits"}
    assert changed & exact


@pytest.mark.parametrize("units", [["users", "users"], ["%", "%"], ["", ""]])
def test_figures_that_change_places_change_a_sum(units: list[str]) -> None:
    one, two = ("12", units[0]), ("17", units[1])
    before, after = _sums([number(*one), number(*two)]), _sums([number(*two), number(*one)])
    (name,) = (name for name in before if before[name] != after[name])
    assert name.endswith("weighted by fact")


def test_units_that_differ_in_case_are_apart() -> None:
    sums = _sums([number("1", "MW"), number("2", own_unit("mw", "mw"))])
    assert {"Figures in MW, weighted by fact", "Figures in mw, weighted by fact"} <= sums.keys()


def test_more_units_than_lines_have_one_sum() -> None:
    rows = [number("1", own_unit(f"sort {n}", f"{n}种")) for n in range(30)]
    assert [name for name in _sums(rows) if name.endswith("weighted by fact")] == [
        "All figures, weighted by fact"
    ]


TEXTS = {
    "one character": ("Boxes lifted", "Boxes lofted"),
    "letter case": ("Boxes lifted", "boxes lifted"),
    "two that change places": ("Boxes lifted", "Boxes lfited"),
    "digits that make up for one another": ("19% more", "38% more"),
    "a word for one as long": ("港口很忙", "港口很闲"),
    "a mark": ("Boxes, lifted", "Boxes; lifted"),
    "two words": ("ships or boxes", "boxes or ships"),
}


@pytest.mark.parametrize(("old", "new"), TEXTS.values(), ids=TEXTS)
def test_an_edit_of_a_text_changes_its_sum(old: str, new: str) -> None:
    before, after = (_sums([{"value": text}]) for text in (old, new))
    assert [name for name in before if before[name] != after[name]] == [
        "Value: characters, weighted by place"
    ]


def test_a_longer_text_changes_the_count_of_characters() -> None:
    before, after = (_sums([{"value": text}])["Characters of text"] for text in ("ship", "ship "))
    assert after - before == 1


def test_order_changes_no_sum() -> None:
    rows = [number(value, "users", id=f"fact-{value}") for value in ("3", "1.5", "20")]
    assert _sums(rows) == _sums(rows[::-1])


@pytest.mark.parametrize(
    ("rows", "missing"),
    [(5_000, set()), (5_001, {"Facts that stand twice", "Value: first eight digits",
                              "Quote: characters, weighted by place"})],
)  # fmt: skip
def test_a_long_sheet_is_checked_by_sums_and_lengths(rows: int, missing: set[str]) -> None:
    made = _sums([number("0.5", "users")] * rows)
    always = {"Figures in users, weighted by fact", "Characters of text"}
    assert always <= made.keys()
    exact = {"Facts that stand twice", "Value: first eight digits",
             "Quote: characters, weighted by place"}  # fmt: skip
    assert exact - made.keys() == missing


def _sums(rows: list[dict[str, Any]]) -> dict[str, float]:
    """What each check of a sheet with these facts expects."""
    lines = checks("en", entity("Yard", facts_table(*rows), "en"))
    return {line["check"]: line["expected"] for line in lines}


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
