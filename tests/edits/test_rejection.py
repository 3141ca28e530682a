"""`exporter review --reject`: what nobody wants goes from its file, and is never drafted again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import openpyxl
import pytest

from exporter.check import check
from exporter.drafting.order import DraftOrder
from exporter.drafting.report_drafts import DraftedSource, draft
from exporter.drafting.written.as_table import as_csv, as_xlsx, table_of
from exporter.drafting.written.as_yaml import as_yaml
from exporter.edits.not_facts import with_not_facts
from exporter.evidence.clauses import split_clauses
from exporter.evidence.not_facts import NotFact
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual
from exporter.report.starter import make_blank_report
from tests.command_line import Result, run
from tests.figured_report import edit

pytestmark = pytest.mark.usefixtures("unconfined")

DAY = date(2026, 10, 30)
TEXT = """Dock reports its third quarter of 2026
Revenue was €186.2 million in the third quarter of 2026, up 12%. Dock Bank rates Dock buy, citing demand.
Operating profit rose to €21.4 million in the third quarter of 2026, up 12%.
Dock ran 38 terminals and 412 cranes at the end of September 2026.
Rival Harbourline earned €7.7 million in the quarter.
Dock opened its first yard in Spain and closed its office in Oslo.
"""
CRANES = "Dock ran 38 terminals and 412 cranes at the end of September 2026"
GIVEN = {
    "title": Bilingual("Note", "Note"), "publisher": Bilingual("Dock", "Dock"), "author": None,
    "url": None, "published": DAY, "retrieved": DAY, "language": "en",
}  # fmt: skip
IDS = {
    "dock-revenue", "dock-revenue-growth", "dock-operating-profit", "dock-operating-profit-growth",
    "dock-terminals-change", "dock-cranes", "earnings", "dock-opening",
}  # fmt: skip
FACTS, RECORD = "facts/note.yaml", "sources/note.yaml"

Command = Callable[..., Result]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DraftedSource]:
    """A report without facts, and the drafts of its source."""
    folder = tmp_path_factory.mktemp("rejected") / "report"
    list(make_blank_report(folder, [Bilingual("Dock", "码头")], ["en"], DAY))
    path = folder / "report.yaml"
    path.write_text(f"{path.read_text('utf-8')}\nbrokers: [{{name: Dock Bank}}]\n", "utf-8")
    note = folder.parent / "note.txt"
    note.write_text(TEXT, "utf-8")
    add_source(folder, note, "note", GIVEN, DAY)
    made = draft(DraftOrder(folder, "note"))
    assert {fact.id for fact in made.drafted.facts} == IDS
    return folder, made


@pytest.fixture
def report(drafted: tuple[Path, DraftedSource], tmp_path: Path) -> Path:
    folder, made = drafted
    copytree(folder, tmp_path / "report")
    (tmp_path / "report" / FACTS).write_text(as_yaml(made.drafted, made.setting), "utf-8")
    return tmp_path / "report"


@pytest.fixture
def review(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    return lambda *arguments: run(capsys, monkeypatch, ["review", report, *arguments])


def again(report: Path) -> set[str]:
    """The ids of what is drafted of the source once more."""
    made = draft(DraftOrder(report, "note")).drafted
    return {one.id for one in (*made.facts, *made.views)}


def without(report: Path, first: str, last: str) -> None:
    """Take lines of the facts file out by hand."""
    text = (report / FACTS).read_text("utf-8")
    start = text.index(first)
    end = text.index(last, start)
    (report / FACTS).write_text(text[:start] + text[end:], "utf-8")


def test_what_is_rejected_is_not_drafted_again_and_all_else_stays(
    report: Path, review: Command
) -> None:
    before = (report / FACTS).read_text("utf-8")
    said = review("--reject", "dock-revenue-growth", "dock-cranes", "earnings", "dock-opening")
    assert said.status == 0, said.err
    assert f"rejected: {report / FACTS}:" in said.out
    assert said.out.splitlines()[-1].endswith(": 4 facts and 1 view to review, none in doubt")
    after = (report / FACTS).read_text("utf-8")
    left = iter(after.splitlines())
    assert all(line in before.splitlines() for line in left)
    assert after.count("- defaults") == before.count("- defaults") - 2
    assert again(report) == set()
    assert check(report).evidence.left_out == ()
    without(
        report, "- id: dock-operating-profit-growth", "- defaults: {entity: Dock, period: 2026-09"
    )
    without(report, "- quote: Dock ran 38", "views:")
    # up 12%, but not the same; and of the other clause the cranes alone are not wanted
    assert again(report) == {"dock-operating-profit-growth", "dock-terminals-change"}
    (left_out, other) = check(report).evidence.left_out
    assert (left_out.text, other.text) == ("up 12%", CRANES)


def test_a_view_goes_and_facts_of_its_clause_stay(report: Path, review: Command) -> None:
    beside = "\n- {id: by-hand, metric: Rating, value: buy, quote: 'Dock Bank rates Dock buy, citing demand'}"
    edit(report / FACTS, "\nviews:", f"{beside}\nviews:")
    assert review("--reject", "dock-bank-dock").status == 0
    assert "views" not in (report / FACTS).read_text("utf-8")
    assert "only: Dock Bank" in (report / RECORD).read_text("utf-8")
    assert again(report) == {"earnings"}  # which is of no entity, and so no fact yet


def test_all_of_a_file_may_go(report: Path, review: Command) -> None:
    assert review("--reject", "*").status == 0
    assert (report / FACTS).read_text("utf-8") == "[]\n"
    assert again(report) == set()
    checked = check(report)
    assert checked.evidence.left_out == ()
    assert [one.only for one in checked.sources["note"].record.not_facts] == [None] * 8


def test_a_clause_is_set_aside_as_a_whole_when_its_last_figure_goes(
    report: Path, review: Command
) -> None:
    aside = f"not_facts: [{{clause: {CRANES}, only: '412', why: Told}}]"
    edit(report / RECORD, "fingerprints:", f"{aside}\nfingerprints:")
    review("--reject", "dock-terminals-change", "--file", "note.yaml")
    checked = check(report)
    assert checked.sources["note"].record.set_aside == {7}
    assert CRANES in {one.clause for one in checked.sources["note"].record.not_facts}


def test_what_is_not_marked_is_not_lost(report: Path, review: Command) -> None:
    edit(report / FACTS, "unit: {en: cranes}, review: new}", "unit: {en: cranes}}")
    before = [(report / name).read_bytes() for name in (FACTS, RECORD)]
    said = review("--reject", "dock-revenue", "dock-cranes", "--accept", "dock-revenues")
    assert said.status == 2
    assert "dock-cranes' is not marked `review:` any more; take it out by hand" in said.err
    assert "no fact or view 'dock-revenues' is marked" in said.err
    assert [(report / name).read_bytes() for name in (FACTS, RECORD)] == before
    said = review("--partial", "--reject", "dock-revenue", "dock-cranes")
    assert said.status == 1
    assert "not done: 'dock-cranes' is not marked" in said.err
    text = (report / FACTS).read_text("utf-8")
    assert "id: dock-cranes" in text
    assert "id: dock-revenue\n" not in text


def test_ids_belong_to_the_option_before_them(report: Path, review: Command) -> None:
    words = ["--reject", "earnings", "dock-opening", "--accept", "dock-cranes", "dock-t*"]
    said = json.loads(review(*words, "--all-sure", "--format", "json").out)
    assert [one["id"] for one in said["rejected"]] == ["earnings", "dock-opening"]
    assert {one["set_aside"] for one in said["rejected"]} == {True}
    assert said["rejected"][0]["source"] == "note"
    assert len(said["accepted"]) == 7
    assert (said["marked"], said["problems"], said["not_taken_out"]) == ([], 0, [])
    assert "review" not in (report / FACTS).read_text("utf-8")
    assert check(report).problems == ()
    assert review("earnings", "--all-sure").status == 2


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_tables(
    suffix: str, drafted: tuple[Path, DraftedSource], report: Path, review: Command
) -> None:
    made = drafted[1]
    write = as_csv if suffix == "csv" else as_xlsx
    (report / FACTS).unlink()
    path = report / f"facts/note.{suffix}"
    path.write_bytes(write(table_of(replace(made.drafted, views=()), made.setting)))
    before = path.read_bytes()
    said = review("--reject", "dock-cranes", "earnings", "--accept", "dock-opening")
    assert said.status == 0, said.err
    if suffix == "csv":
        gone = [line for line in before.splitlines() if b"412" in line[:60] or b"earnings" in line]
        kept = [
            line
            for line in before.splitlines()
            if b"ranes" not in line[:40] and b"earnings," not in line
        ]
        assert len(gone) >= 1
        assert len(path.read_bytes().splitlines()) == len(kept) == len(before.splitlines()) - 2
    else:
        rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        assert {"dock-cranes", "earnings"}.isdisjoint(row[0] for row in rows)
    assert "only: " in (report / RECORD).read_text("utf-8")


@pytest.mark.parametrize(
    ("there", "written"),
    [
        ("", "not_facts:\n  - clause: end of it\n    why: Told\n"),
        ("not_facts: []  # none\n", "not_facts:  # none\n  - clause: end of it\n    why: Told\n"),
        (
            'not_facts: [{clause: "up 12%", why: "Told, elsewhere"}]\n',
            'not_facts: [{clause: "up 12%", why: "Told, elsewhere"}, {clause: end of it, why: Told}]\n',
        ),
        (
            "not_facts:\n    # two\n    -   clause: up 12%\n        why: Told\n",
            (
                "not_facts:\n    # two\n    -   clause: up 12%\n        why: Told\n"
                "    - clause: end of it\n      why: Told\n"
            ),
        ),
    ],
)
def test_a_record_keeps_what_it_sets_aside(there: str, written: str) -> None:
    prints = [clause.fingerprint for clause in split_clauses("up 12%, end of it")]
    head = (
        "title: T\npublisher: P\npublished: 2026-01-01\nretrieved: 2026-01-01\nlanguage: en\n"
        f"sha256: {'0' * 64}\n"
    )
    tail = f"fingerprints:\n  - '{prints[0]}'\n  - '{prints[1]}'\n"
    added = [NotFact(clause="end of it", why="Told")]
    after = with_not_facts(f"{head}{there}{tail}".encode(), added, "sources/note.yaml")
    assert after.decode() == f"{head}{written}{tail}"


def test_without_the_text_the_quote_gives_the_words(report: Path, review: Command) -> None:
    (report / "sources/text/note.txt").rename(report.parent / "note.txt")
    assert review("--reject", "dock-cranes", "earnings", "dock-opening").status == 0
    (report.parent / "note.txt").rename(report / "sources/text/note.txt")
    assert again(report) == set()
    first, *_ = check(report).sources["note"].record.not_facts
    assert (first.clause, first.only) == (CRANES, "412")


def test_what_cannot_be_set_aside_stays(report: Path, review: Command) -> None:
    record = (report / RECORD).read_text("utf-8")
    fingerprints = ", ".join(record.split("fingerprints:\n")[1].replace("  - ", "").split())
    fields = [line for line in record.split("fingerprints:")[0].splitlines() if line]
    flow = f"{{{', '.join(fields)}, fingerprints: [{fingerprints}]}}\n"
    (report / RECORD).write_text(flow, "utf-8")
    before = (report / FACTS).read_bytes()
    said = review("--reject", "dock-opening", "--all-sure")
    assert said.status == 1
    assert "not taken out dock-opening: " in said.err
    assert "is written in an uncommon way; add it to `not_facts` by hand" in said.err
    assert b"dock-opening" in (report / FACTS).read_bytes() != before


def test_what_is_of_no_entity_is_listed_and_rejected(report: Path, review: Command) -> None:
    edit(
        report / FACTS,
        "- defaults: {period: 2026-Q3, source: note}",
        '- defaults: {entity: "", period: 2026-Q3, source: note}',
    )
    edit(report / FACTS, '  entity: ""\n', "")
    listed = review()
    assert ": earnings: Earnings: 7.7 EUR million" in listed.out
    assert "check: its entity is missing" in listed.out
    assert not review("--reject", "earnings", "--all-sure").err
    assert "earnings" not in (report / FACTS).read_text("utf-8")


def test_what_its_source_does_not_say_goes_all_the_same(report: Path, review: Command) -> None:
    edit(report / FACTS, "quote: Rival Harbourline earned", "quote: Rival Harbour earned")
    said = review("--reject", "earnings")
    assert said.status == 1
    assert "taken out, but not set aside earnings: its words are not found in note" in said.err
    assert "earnings" not in (report / FACTS).read_text("utf-8")
    assert "not_facts" not in (report / RECORD).read_text("utf-8")


WORDED = """
- entity: Dock
  period: 2026-Q3
  source: worded
  quote: 'Dock said the new quay gave it "two more berths" and 9 cranes'
  facts:
    - {id: berths, metric: {en: New berths}, value: 2, review: new}
    - {id: cranes, metric: {en: New cranes}, value: NUMBER, review: new}
"""


@pytest.fixture
def worded(report: Path, tmp_path: Path) -> Path:
    """The same report with a source that has a figure in words, and its facts."""
    note = tmp_path / "worded.txt"
    note.write_text('Dock said the new quay gave it "two more berths" and 9 cranes, at last.\n')
    add_source(report, note, "worded", GIVEN, DAY)
    return report / "facts/worded.yaml"


def test_figures_in_words_are_set_aside(worded: Path, report: Path, review: Command) -> None:
    worded.write_text(WORDED.replace("NUMBER", "9"), "utf-8")
    said = review("--reject", "berths")
    assert said.status == 0, said.err
    (entry,) = check(report).sources["worded"].record.not_facts
    assert entry.only == "two"


def test_what_cannot_be_told_from_what_stays_is_not_set_aside(
    worded: Path, report: Path, review: Command
) -> None:
    worded.write_text(WORDED.replace("NUMBER", "7"), "utf-8")
    said = review("--reject", "cranes")  # is it the 2, or the 9, that nobody wants?
    assert said.status == 1
    assert "taken out, but not set aside cranes: its figure cannot be told from" in said.err
    assert "cranes" not in worded.read_text("utf-8").split("facts:")[1]
    assert check(report).sources["worded"].record.not_facts == ()
    assert review("--reject", "berths").status == 0
