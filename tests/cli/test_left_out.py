"""What `check` says of clauses with figures that nobody quotes: a few, shortened, and how many more."""

from datetime import date
from pathlib import Path

import pytest

from exporter.facts.words import Bilingual
from exporter.report.starter import make_blank_report
from tests.command_line import run

CLAUSES = 25


def test_a_few_are_shown_and_what_drafts_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "my report"
    list(make_blank_report(report, [Bilingual("Dock", "Dock")], ["en"], date(2026, 1, 31)))
    long = f"It sold 7,000 vans {'and more ' * 40}in all. "
    text = long + "".join(f"It sold {number} lorries. " for number in range(101, 100 + CLAUSES))
    (tmp_path / "note.txt").write_text(text)
    given = {"id": "note", "title": "Note", "publisher": "Dock", "published": "2026-01-30"}
    options = [f"--{name}={value}" for name, value in given.items()]
    run(capsys, monkeypatch, ["source", "add", report, tmp_path / "note.txt", *options])
    lines = run(capsys, monkeypatch, ["check", report]).out.splitlines()
    shown = [line for line in lines if "left out: note" in line]
    assert len(shown) == 20
    assert shown[0].endswith("…")
    assert len(shown[0]) < 220
    assert shown[1].endswith("clause 1: It sold 101 lorries")
    (more,) = (line for line in lines if "left out: 5 more" in line)
    assert more.endswith(f"exporter draft '{report}' note --only-left-out")
