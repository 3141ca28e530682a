"""Notes of facts: their figures checked, shown beside the fact, brought back and compared."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporter import build, check, verify
from exporter.editions.pull.pulled import find_pulled, write_pulled
from tests.command_line import run
from tests.figured_report import edit
from tests.noted_report import FACTS

NOTE = "note: {en: Without transfers, zh: 不含换乘}"


@pytest.fixture
def copy(noted: Path, tmp_path: Path) -> Path:
    shutil.copytree(noted / "report", tmp_path / "report")
    return tmp_path / "report"


@pytest.mark.parametrize(
    ("note", "problems", "doubts"),
    [
        ("{en: Without transfers, zh: 不含换乘}", [], []),
        ("All 46.55 million of 2025", [], []),
        ("{en: Without 2.5 million transfers, zh: 不含250万人次换乘}", ["`note.en` says", "`note.zh` says"], []),
        ("The second year of the count", [], ["`note` says"]),
        ("{en: Without transfers}", [], ["1 fact has a text in one language alone"]),
        ("n/a", [], ["`note` is 'n/a', which mostly stands for nothing"]),
        ("{en: Without transfers, jp: x}", ["`note` has the part 'jp'"], []),
    ],
)  # fmt: skip
def test_its_figures_and_words_are_looked_at(
    copy: Path, note: str, problems: list[str], doubts: list[str]
) -> None:
    edit(copy / FACTS, NOTE, f"note: {note}")
    found = check(copy)
    told = [doubt.wrong for doubt in found.doubts if "also_in" not in doubt.wrong]
    for said, starts in (([one.wrong for one in found.problems], problems), (told, doubts)):
        assert len(said) == len(starts), said
        assert all(one.startswith(start) for one, start in zip(said, starts, strict=True)), said


def test_an_analyst_answers_for_it(copy: Path) -> None:
    note = "note: {en: Without 2.5 million transfers, zh: 不含250万人次换乘}"
    edit(copy / FACTS, NOTE, f"{note}\n  accept: Told by telephone")
    found = check(copy)  # and for what is calculated from it
    assert (found.problems, found.evidence.figure_states()["accepted"]) == ((), 2)


def test_that_of_what_is_calculated_is_held_against_its_operands(copy: Path) -> None:
    edit(
        copy / FACTS, "note: Our own division", "note: Of 93.1 million in fares, 46.6 million rides"
    )
    [doubt] = [doubt for doubt in check(copy).doubts if doubt.subject == "fare"]
    assert doubt.wrong.startswith("`note.en` has the number 46,600,000")


@pytest.mark.parametrize(
    ("lang", "sheet", "header", "note"),
    [("en", "Trams", "Note", "Without transfers"), ("zh", "电车", "附注", "不含换乘")],
)
def test_it_stands_beside_its_fact(
    noted: Path, lang: str, sheet: str, header: str, note: str
) -> None:
    rows = load_workbook(noted / f"out/trams.{lang}.xlsx")[sheet].iter_rows(min_row=4)
    named, first, *_ = ([cell.value for cell in row] for row in rows)
    assert (named[12], first[12]) == (header, note)
    html = (noted / f"out/evidence.{lang}.html").read_text("utf-8")
    assert f"<dt>{header}</dt><dd>{note}</dd>" in html


def test_pull_brings_it_back(copy: Path, noted: Path, tmp_path: Path) -> None:
    edited = load_workbook(noted / "out/trams.en.xlsx")
    rows = {row[10].value: row for row in edited["Trams"].iter_rows(min_row=5)}
    rows["riders"][12].value = "With transfers"
    rows["network"][12].value = "Single track, too"
    rows["fare"][12].value = None
    edited.save(tmp_path / "trams.en.xlsx")
    pulled = find_pulled(copy, tmp_path / "trams.en.xlsx", noted / "out")
    assert not pulled.refusals
    write_pulled(copy, pulled)
    text = (copy / FACTS).read_text("utf-8")
    assert "note: {en: With transfers, zh: 不含换乘}" in text
    assert "Single track, too" in text
    assert "Our own division" not in text


def test_another_note_is_a_change_and_a_cell_that_differs(
    copy: Path,
    noted: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edit(copy / FACTS, NOTE, "note: {en: With transfers, zh: 含换乘}")
    edit(copy / FACTS, "    - source: wire\n      quote: with fares of EUR 91.3 million\n", "")
    build(copy, tmp_path / "new")
    arguments = ["diff", noted / "out", tmp_path / "new"]
    found = run(capsys, monkeypatch, [*arguments, "--format", "json"]).out
    told = {row["fact"]: row for row in json.loads(found)["changes"]}
    riders, fares = told["riders"], told["fares"]
    assert (riders["change"], riders["fields"]) == ("changed", ["note"])
    assert (riders["old"]["note"]["en"], riders["new"]["note"]["en"]) == (
        "Without transfers", "With transfers",
    )  # fmt: skip
    assert (fares["change"], fares["fields"]) == ("evidence changed", ["also_in"])
    assert [one["source"] for one in fares["new"]["also_in"]] == ["release"]
    assert "note Without transfers → With transfers" in run(capsys, monkeypatch, arguments).out


@pytest.mark.parametrize("values", [False, True])
def test_another_word_in_its_cell_is_found(noted: Path, tmp_path: Path, values: bool) -> None:
    out = tmp_path / "out"
    shutil.copytree(noted / "out", out)
    book = load_workbook(out / "trams.en.xlsx")
    book["Trams"]["M5"].value = "With transfers"
    book.save(out / "trams.en.xlsx")
    told = [str(one) for one in verify(out, values=values).differences]
    assert any("Trams!M5" in one and "With transfers" in one for one in told), told
