"""Further sources of one figure: each checked, where they disagree told, shown and counted wherever they stand."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporter import CheckedReport, build, check, verify
from exporter.check import read_facts, unquoted_facts
from exporter.editions.pull.pulled import find_pulled
from exporter.facts.table import STATED
from tests.command_line import run
from tests.figured_report import edit
from tests.noted_report import FACTS

Edit = tuple[str, str]


@pytest.fixture(scope="module")
def checked(noted: Path) -> CheckedReport:
    return check(noted / "report")


@pytest.fixture
def edited(noted: Path, tmp_path: Path) -> Callable[..., CheckedReport]:
    """Checks a copy of the report in which some words are others."""

    def checked(*edits: Edit) -> CheckedReport:
        folder = tmp_path / "report"
        shutil.copytree(noted / "report", folder)
        for old, new in edits:
            edit(folder / FACTS, old, new)
        return check(folder)

    return checked


def test_what_disagrees_or_states_nothing_is_a_doubt_at_its_line(checked: CheckedReport) -> None:
    assert checked.problems == ()
    told = [(doubt.line, doubt.subject, doubt.wrong) for doubt in checked.doubts]
    assert told == [
        (27, "fares", "`also_in`, wire: the value is 93.1 EUR million, but the quote says 91.3 (EUR 91.3 million)"),
        (37, "network", "`also_in`, wire: the quote 'The network grows year by year' states no number of km"),
    ]  # fmt: skip


def test_they_are_counted_apart_from_the_facts_own_quotes(checked: CheckedReport) -> None:
    evidence = checked.evidence
    assert evidence.quote_states()["verified"] == 4  # what is calculated has none
    assert evidence.further_states() == {
        "quotes": {"verified": 7},
        "figures": {"confirmed": 4, "contradicted": 1, "not stated": 1, "text": 1},
    }


@pytest.mark.parametrize(
    ("edits", "line", "told"),
    [
        ([("年电车运送", "年市区电车运送")], 11, "`also_in`, release: the quote '2025年市区电车运送4655万人次' is not in release"),
        ([("- source: wire\n      quote: with fares", "- source: wires\n      quote: with fares")], 27, "`also_in`, wires: there is no source 'wires'"),
        ([("quote_en: The trams carried 46.55", "quote_en: The trams carried 45.66")], 11, "`also_in`, release: `quote_en` says"),
        ([("- source: wire\n      quote: with fares", "- source: wire\n      quotes: fares")], 27, "`also_in` has the part 'quotes', which it cannot have"),
        ([("- source: release\n      quote: 票款收入为9310万欧元", "- source: release")], 25, "`quote` is missing in `also_in`"),
        ([("also_in: [{source: wire, quote: The network grows year by year}]", "also_in: wire")], 37, "`also_in` is not a list of sources and quotes"),
        ([("source: wire, quote: The network grows year by year", "source: letter, quote: The network is 120 km long")], 29, "`also_in` repeats the fact's own quote"),
    ],
)  # fmt: skip
def test_what_is_refused(
    edited: Callable[..., CheckedReport], edits: list[Edit], line: int, told: str
) -> None:
    [problem] = edited(*edits).problems
    assert (problem.line, problem.wrong.startswith(told)) == (line, True), problem


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 93.1", "value: 91.3"),  # the wire is right now, and the letter's own quote wrong
        ("value: 46.55", "value: 46.56"),
        ("value: 46.55", "value: 46.55\n  qualifier: over"),
        ("unit: EUR million", "unit: USD million"),
    ],
)
def test_a_planted_disagreement_is_found(
    checked: CheckedReport, edited: Callable[..., CheckedReport], old: str, new: str
) -> None:
    """Whatever is changed of a figure, the sources that bore it out do so no more."""

    def found(one: CheckedReport) -> list[str]:
        return one.evidence.facts.table()["also_in.found"].to_pylist()

    assert found(edited((old, new))) != found(checked)


def test_a_further_source_that_changed_since_is_told(noted: Path, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    shutil.copytree(noted / "report", folder)
    text = folder / "sources/text/release.txt"
    text.write_text(text.read_text("utf-8").replace("9310万", "9130万"), "utf-8")
    found = check(folder)
    assert [(problem.line, problem.subject) for problem in found.problems] == [(25, "fares")]
    assert found.evidence.further_states()["quotes"] == {"verified": 6, "drifted": 1}
    assert unquoted_facts(folder, "release") == ["fares"]
    edit(folder / "report.yaml", "author: Desk", "author: Desk\nevidence: optional")
    build(folder, tmp_path / "out")
    assert not verify(tmp_path / "out").differences  # by the manifest alone
    sheet = load_workbook(tmp_path / "out/trams.en.xlsx")["Trams"]
    [cell] = [row[13].value for row in sheet.iter_rows(min_row=5) if row[10].value == "fares"]
    assert cell == "release (source changed); wire (says otherwise)"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Confirmed by 3 sources", "Confirmed by 2 of 3 sources", "Confirmed by 1 of 2 sources", "Quoted from 2 sources", "Confirmed by 1 source"]),
        ("zh", ["3个来源一致印证", "3个来源中2个印证", "2个来源中1个印证", "引自2个来源", "1个来源印证"]),
    ],
)  # fmt: skip
def test_the_evidence_page_shows_them_and_whether_they_agree(
    noted: Path, lang: str, told: list[str]
) -> None:
    html = (noted / f"out/evidence.{lang}.html").read_text("utf-8")
    entries = re.findall(r'<article id="([^"]+)".*?</article>', html, re.DOTALL)
    assert entries == ["riders", "fares", "network", "owner", "fare"]
    assert [words for words in re.findall(r"</span> ([^<]+)</li>", html) if words in told] == told
    fares = html[html.index('<article id="fares"') : html.index('<article id="network"')]
    assert 'data-states="quote:verified figure:confirmed sources:differ"' in fares
    assert fares.count("<mark>") == 3
    assert '<a href="https://example.com/wire#:~:text=' in fares


def test_the_sheets_name_and_count_them(noted: Path) -> None:
    book = load_workbook(noted / "out/trams.en.xlsx", data_only=True)
    header, *rows = (
        [cell.value for cell in row][10:] for row in book["Trams"].iter_rows(min_row=4)
    )
    assert header == ["Fact", "Formula", "Note", "Also in"]
    assert {row[0]: row[3] for row in rows} == {
        "riders": "release; wire",
        "fares": "release; wire (says otherwise)",
        "network": "wire (not stated)",
        "owner": "release",
        "fare": "wire",
    }
    further = {row[0].value: (row[6].value, row[10].value) for row in book["Sources"].iter_rows(5)}
    assert further == {"letter": (4, None), "release": (0, 3), "wire": (0, 4)}
    checks = {row[1].value: row[2].value for row in book["Checks"].iter_rows(5)}
    assert checks["Facts with further sources: 5 bear them out, 2 do not and are marked so"] == 5
    about = {row[1].value: row[3].value for row in book["About"].iter_rows(5)}
    assert about["Further sources that bear a fact out"] == 5
    assert about["Further sources that do not"] == 2


def test_a_page_that_says_otherwise_is_found(noted: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(noted / "out", out)
    page = out / "evidence.en.html"
    page.write_text(
        page.read_text("utf-8").replace("fares of EUR 91.3 million", "fares of EUR 93.1 million"),
        "utf-8",
    )
    assert any("#fares" in str(one) and "91.3" in str(one) for one in verify(out).differences)


def test_what_commands_say(
    noted: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(noted)
    told = run(capsys, monkeypatch, ["check", "report"]).out
    figures = "4 confirmed, 1 contradicted, 1 not stated, 1 text"
    assert f"further sources: quotes 7 verified; figures {figures}\n" in told
    said = json.loads(run(capsys, monkeypatch, ["check", "report", "--format", "json"]).out)
    assert said["also_in"]["quotes"] == {"verified": 7}
    manifest = json.loads((noted / "out/manifest.json").read_text("utf-8"))
    assert manifest["counts"]["also_in"]["figures"]["contradicted"] == 1


def test_tables_say_them_as_json(noted: Path, tmp_path: Path) -> None:
    facts = read_facts(noted / "report")
    frame = facts.to_frame()
    frame.to_csv(tmp_path / "facts.csv", index=False)
    again = read_facts(tmp_path / "facts.csv")
    names = [name for name in STATED if name in facts.schema.names]
    assert again.table().select(names) == facts.table().select(names)
    table = tmp_path / "facts.csv"
    table.write_text(table.read_text("utf-8").replace('""source""', '""sauce""', 1), "utf-8")
    with pytest.raises(Exception, match="row 2, fact riders: `also_in` has the part 'sauce'"):
        read_facts(table)


def test_pull_leaves_them_alone(noted: Path, tmp_path: Path) -> None:
    book = tmp_path / "trams.en.xlsx"
    edited = load_workbook(noted / "out/trams.en.xlsx")
    rows = {row[10].value: row for row in edited["Trams"].iter_rows(min_row=5)}
    rows["riders"][13].value = "release"
    edited.save(book)
    pulled = find_pulled(noted / "report", book, noted / "out")
    assert not pulled.changes
    assert [str(refusal) for refusal in pulled.refusals] == [
        "Trams!N5: riders: Also in tells sources without their quotes; edit `also_in` of the fact"
    ]
