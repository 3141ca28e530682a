"""`exporter new NEXT --from REPORT --edition DATE`: the next edition of a report."""

import json
import shutil
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exporter import check, read_facts
from exporter.build import build
from exporter.editions.next_edition import make_next_edition
from exporter.errors import ContentError, UsageError
from exporter.report.starter import make_report
from exporter.verify import verify
from tests.command_line import run
from tests.history_report import make_history_report, sold

NEXT = date(2026, 4, 30)
FACTS = [
    sold("old", 120, "2024"),
    sold("right", 121, "2024", restates="old"),
    sold("north", 130, "2025"),
]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return make_history_report(tmp_path / "desk", FACTS)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_all_that_the_report_says_is_carried_over(report: Path, tmp_path: Path) -> None:
    before = files(report)
    made = make_next_edition(tmp_path / "next", report, NEXT)
    assert (made.before, made.carried, made.unmarked) == (date(2026, 1, 31), 4, [])
    after = files(tmp_path / "next")
    assert files(report) == before
    assert after.keys() == before.keys()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"report.yaml", "facts/facts.yaml"}
    assert after["report.yaml"] == before["report.yaml"].replace(b"2026-01-31", b"2026-04-30")
    assert (
        after["facts/facts.yaml"].replace(b", carried: 2026-01-31", b"")
        == before["facts/facts.yaml"]
    )


def test_it_builds_at_once(report: Path, tmp_path: Path) -> None:
    make_next_edition(tmp_path / "next", report, NEXT)
    checked, _ = build(tmp_path / "next", tmp_path / "out", ["en"])
    assert checked.carried == 4
    assert list(verify(tmp_path / "out")) == []


def test_then_new_facts_stand_in_the_place_of_old_ones(report: Path, tmp_path: Path) -> None:
    make_next_edition(tmp_path / "next", report, NEXT)
    facts = tmp_path / "next" / "facts" / "facts.yaml"
    new = sold("north-2026", 140, "2026-03", replaces="north") | {
        "quote": "Harbour Robotics sold 140 units"
    }
    facts.write_text(f"{facts.read_text('utf-8')}- {json.dumps(new)}\n", "utf-8")
    make_next_edition(tmp_path / "third", tmp_path / "next", date(2026, 7, 31))
    checked = check(tmp_path / "third")
    assert checked.problems == ()
    assert {fact.id: fact.carried for fact in checked.evidence.facts} == dict.fromkeys(
        ("old", "right", "north", "docks", "north-2026"), "2026-04-30"
    )


def test_what_was_built_or_kept_of_it_stays_behind(report: Path, tmp_path: Path) -> None:
    build(report, report / "out", ["en"])
    for name in (".editions/0123", ".git/HEAD", ".gitignore", "theme/logo.svg"):
        (report / name).parent.mkdir(exist_ok=True)
        (report / name).write_text("x", "utf-8")
    (tmp_path / "secret").write_text("x", "utf-8")
    (report / "link").symlink_to(tmp_path / "secret")
    make_next_edition(tmp_path / "next", report, NEXT)
    others = files(tmp_path / "next").keys() - {"report.yaml", "views.yaml", "facts/facts.yaml"}
    assert others == {"sources/note.yaml", "sources/text/note.txt", ".gitignore", "theme/logo.svg"}


def of_table(report: Path, suffix: str) -> None:
    """Put the facts of a report into a table."""
    frame = read_facts(report).to_frame()
    shutil.rmtree(report / "facts")
    path = report / f"facts.{suffix}"
    if suffix == "csv":
        frame.to_csv(path, index=False)
    elif suffix == "xlsx":
        frame.to_excel(path, index=False)
    else:
        frame.astype(str).where(frame.notna(), None).to_parquet(path, index=False)


@pytest.mark.parametrize(("suffix", "carried"), [("csv", 4), ("xlsx", 4), ("parquet", 0)])
def test_facts_in_tables(report: Path, tmp_path: Path, suffix: str, carried: int) -> None:
    of_table(report, suffix)
    made = make_next_edition(tmp_path / "next", report, NEXT)
    assert made.carried == carried
    told = [f"{report}/facts.parquet: Parquet is not changed here; write it anew"]
    assert made.unmarked == ([] if carried else told)
    checked = check(tmp_path / "next")
    assert (checked.problems, checked.carried) == ((), carried)
    assert {fact.id: fact.restates for fact in checked.evidence.facts}["right"] == "old"


def test_facts_of_a_query_are_those_of_its_database(report: Path, tmp_path: Path) -> None:
    frame = read_facts(report).to_frame().drop(columns=["file", "line"])
    shutil.rmtree(report / "facts")
    with sqlite3.connect(report / "desk.db") as database:
        frame.astype(str).where(frame.notna(), None).to_sql("facts", database, index=False)
    said = json.loads((report / "report.yaml").read_text("utf-8"))
    said["facts"] = {"sql": "SELECT * FROM facts ORDER BY id", "url": "sqlite:///desk.db"}
    (report / "report.yaml").write_text(json.dumps(said), "utf-8")
    made = make_next_edition(tmp_path / "next", report, NEXT)
    assert made.carried == 0
    (told,) = made.unmarked
    assert told.endswith("is not changed here; edit it where its rows come from")
    assert check(tmp_path / "next").problems == ()


@pytest.mark.parametrize("edition", [date(2026, 1, 31), date(2025, 10, 31)])
def test_an_edition_that_is_not_later_is_refused(
    report: Path, tmp_path: Path, edition: date
) -> None:
    with pytest.raises(
        UsageError, match=rf"the edition {edition} is not later than that of .*, 2026-01-31"
    ):
        make_next_edition(tmp_path / "next", report, edition)
    assert not (tmp_path / "next").exists()


def test_a_folder_that_holds_something_is_refused(report: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is there already"):
        make_next_edition(report, report, NEXT)
    with pytest.raises(UsageError, match="is in the folder of the report that it follows"):
        make_next_edition(report / "next", report, NEXT)


def test_a_report_with_problems_is_refused_with_all_of_them(report: Path, tmp_path: Path) -> None:
    facts = report / "facts" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace('"value": 13', '"value": 99'), "utf-8")
    with pytest.raises(ContentError, match="north"):
        make_next_edition(tmp_path / "next", report, NEXT)
    assert not (tmp_path / "next").exists()


def test_facts_outside_the_report_are_refused(report: Path, tmp_path: Path) -> None:
    shutil.move(report / "facts", tmp_path / "shared")
    said = json.loads((report / "report.yaml").read_text("utf-8")) | {"facts": "../shared"}
    (report / "report.yaml").write_text(json.dumps(said), "utf-8")
    with pytest.raises(UsageError, match=r"is outside .*, and two editions would share it"):
        make_next_edition(tmp_path / "next", report, NEXT, [f"path:{tmp_path}"])


@pytest.mark.parametrize("written", ["edition: 2026-01-31 # spring", "edition:  '2026-01-31'", '"edition": "2026-01-31"'])  # fmt: skip
def test_report_yaml_stays_as_it_is_written(tmp_path: Path, written: str) -> None:
    list(make_report(tmp_path / "desk"))
    path = tmp_path / "desk" / "report.yaml"
    before = path.read_text("utf-8").replace("edition: 2026-01-31", written)
    path.write_text(f"\ufeff{before}", "utf-8")
    make_next_edition(tmp_path / "next", tmp_path / "desk", NEXT)
    after = (tmp_path / "next" / "report.yaml").read_text("utf-8")
    assert after == f"\ufeff{before.replace('2026-01-31', '2026-04-30')}"


def command(capsys: Any, monkeypatch: Any, *arguments: object) -> tuple[int, str]:
    result = run(capsys, monkeypatch, ["new", *arguments])
    return result.status, result.out + result.err


def test_the_command_says_what_it_made(
    report: Path, tmp_path: Path, capsys: Any, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    status, said = command(
        capsys, monkeypatch, "spring", "--from", report, "--edition", "2026-04-30"
    )
    assert status == 0
    assert f"made {tmp_path}/spring/report.yaml\n" in said  # a bare name stands beside the report
    assert "carried over from the edition of 2026-01-31: 4 facts\n" in said
    assert said.endswith(f"build it with: exporter build {tmp_path}/spring\n")
    status, _ = command(
        capsys, monkeypatch, tmp_path / "far" / "x", "--from", report, "--edition", "2026-04-30"
    )
    assert (status, (tmp_path / "far" / "x" / "report.yaml").is_file()) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--edition", "2026-04-30"), "add --from REPORT"),
        (("--from", "REPORT"), "add --edition 2026-01-31"),
        (("--from", "REPORT", "--edition", "Q2"), "--edition 'Q2' is no day; write it like 2026-01-31"),
        (("--from", "REPORT", "--edition", "2026-04-30", "--lang", "en"), "--lang is for a report of your own entities"),
        (("--from", "REPORT", "--edition", "2026-04-30", "--entity", "A"), "--entity is for a report of your own entities"),
        (("--from", "nothing", "--edition", "2026-04-30"), "nothing is not a folder"),
        (("--allow", "path:/tmp"), "--allow is for what --from reads; leave it out"),
    ],
)  # fmt: skip
def test_wrong_usage(report: Path, tmp_path: Path, capsys: Any, monkeypatch: Any, arguments: tuple[str, ...], said: str) -> None:  # fmt: skip
    named = (str(report) if argument == "REPORT" else argument for argument in arguments)
    status, told = command(capsys, monkeypatch, tmp_path / "x", *named)
    assert (status, said in told) == (2, True), told
