"""`build --since`: what has changed stands in workbooks, pages and messages, and proves itself."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exporter import build, verify
from exporter.errors import UsageError
from exporter.proof.manifest import digest
from tests.command_line import run
from tests.history_report import make_history_report, sold

Edit = Callable[[dict[str, Any], dict[str, Any]], object]
WAS = [sold("units", 120, "2025-Q2"), sold("robots", 110, "2025-Q1")]
IS = [
    sold("units", 120, "2025-Q2", status="claimed"),
    sold("robots", 110, "2025-Q1"),
    sold("robots-restated", 111, "2025-Q1", restates="robots"),
    sold("later", 130, "2025-Q3"),
]


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Path, Path]:
    """The output of an edition, and the report of the next."""
    was = make_history_report(tmp_path / "was", WAS)
    build(was, tmp_path / "was-built")
    (tmp_path / "note.txt").unlink()
    return tmp_path / "was-built", make_history_report(
        tmp_path / "next", IS, edition="2026-03-31", stale_after="2 years"
    )


def sheet(book: Path, name: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(book)[name].iter_rows(values_only=True))


def test_changes_stand_on_a_sheet_and_beside_their_facts(
    editions: tuple[Path, Path], tmp_path: Path
) -> None:
    old, report = editions
    checked, paths = build(report, tmp_path / "built", since=str(old))
    assert checked.changes is not None
    assert checked.changes.counts()[0]["restated"] == 1
    (english,) = (path for path in paths if path.name == "figures.en.xlsx")
    names = openpyxl.load_workbook(english).sheetnames
    assert names == ["Contents", "Robots", "Docks", "Changes", "Sources", "Checks"]
    told = {row[-1]: row[3:9] for row in sheet(english, "Changes")[4:]}
    assert told["robots → robots-restated"] == ("restated", 110, 111, "units", 1, 1 / 110)
    assert told["later"][:3] == ("added", None, 130)
    beside = {row[10]: row[-1] for row in sheet(english, "Robots")[4:]}
    assert beside["units"] == "status achieved → claimed"
    assert beside["later"] == "added"
    assert str(beside["robots-restated"]).startswith("restated: ")
    assert sheet(english, "Docks")[3][-1] == "Fact"  # nothing changed there: no column
    assert not verify(tmp_path / "built").differences


def test_a_set_without_since_and_one_in_which_nothing_changed_have_no_sheet(
    editions: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    _, report = editions
    build(report, tmp_path / "plain")
    said = run(
        capsys, monkeypatch,
        ["build", report, "--output", tmp_path / "built", "--since", tmp_path / "plain"],
    )  # fmt: skip
    assert said.status == 0
    assert "since 2026-03-31: nothing changed" in said.out
    for folder in ("plain", "built"):
        assert "Changes" not in openpyxl.load_workbook(tmp_path / folder / "figures.en.xlsx")
    assert not verify(tmp_path / "built").differences


@pytest.mark.parametrize(
    ("edit", "id_"),
    [
        (lambda since, docks: since["facts"].append(docks), "docks"),
        (lambda since, _: since["facts"][0].update(number=100.0), "robots"),
        (lambda since, _: since["told_facts"].remove("later"), "figures.en.xlsx: Changes"),
        (lambda since, _: since["told_facts"].append("nobody"), "nobody"),
    ],
)
def test_changes_that_are_said_otherwise_are_found(
    editions: tuple[Path, Path], tmp_path: Path, edit: Edit, id_: str
) -> None:
    old, report = editions
    built = tmp_path / "built"
    build(report, built, since=str(old))
    manifest = built / "manifest.json"
    said = json.loads(manifest.read_text("utf-8"))
    said["since"]["facts"].sort(key=lambda row: row["id"])
    (docks,) = (row for row in said["facts"] if row["id"] == "docks")
    edit(said["since"], docks)
    said["sha256"] = digest(said)
    manifest.write_text(json.dumps(said), "utf-8")
    assert any(id_ in str(one) for one in verify(built).differences)


def test_workbooks_with_changes_are_pulled_from(
    editions: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    old, report = editions
    build(report, tmp_path / "built", since=str(old))
    edited = tmp_path / "built" / "figures.en.xlsx"
    away = tmp_path / "away.xlsx"
    away.write_bytes(edited.read_bytes())
    for book in (edited, away):
        said = run(capsys, monkeypatch, ["pull", report, book, "--dry-run"])
        assert (said.status, said.out) == (
            0,
            "nothing to pull: the workbook says what the facts say\n",
        )
    book = openpyxl.load_workbook(edited)
    book["Changes"]["F5"] = 99
    book["Robots"]["L5"] = "mine"
    book.save(edited)
    said = run(capsys, monkeypatch, ["pull", report, edited])
    assert said.status == 1
    assert "Changes!F5: it says «99» for «111»" in said.out + said.err
    assert "Robots!L5" in said.out + said.err


def test_a_later_edition_and_one_that_is_not_there_are_refused(
    editions: tuple[Path, Path], tmp_path: Path
) -> None:
    old, report = editions
    build(report, tmp_path / "next-built")
    was = tmp_path / "was"
    with pytest.raises(UsageError, match="speaks for 2026-03-31"):
        build(was, tmp_path / "built", since=str(tmp_path / "next-built"))
    with pytest.raises(UsageError, match="is not there"):
        build(was, tmp_path / "built", since=str(tmp_path / "nowhere"))
    assert not (tmp_path / "built").exists()
    assert old.exists()
