"""`exporter build`: what it says, to people and to machines."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.report.starter import make_report
from tests.command_line import Result, run


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    list(make_report(Path("mini")))
    return Path("mini")


@pytest.fixture
def plain(report: Path) -> Path:
    """The same without one-pagers, which take longest to draw."""
    path = report / "report.yaml"
    path.write_text(path.read_text("utf-8").partition("one_pagers:")[0], "utf-8")
    return report


def break_it(report: Path) -> None:
    path = report / "views.yaml"
    path.write_text(path.read_text("utf-8").replace("stance: positive", "stance: mixed"), "utf-8")


def test_the_summary_is_short(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built = run(capsys, monkeypatch, ["build", report])
    *counts, wrote = built.out.splitlines()
    assert (built.status, built.err) == (0, "")
    assert counts == [
        "mini: 3 facts, 1 view",
        "quotes: 4 verified",
        "figures and dates: 2 confirmed, 1 text",
        "problems: none",
    ]
    files = list(Path("output/mini").iterdir())
    assert wrote.startswith(f"wrote {len(files)} files, ")
    assert ", to output/mini: " in wrote
    assert "{en,zh}.xlsx, " in wrote
    assert "evidence.{en,zh}.html, " in wrote
    assert wrote.endswith(", manifest.json")


def test_one_language_is_named_plainly(
    plain: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built = run(capsys, monkeypatch, ["build", plain, "--lang", "zh"])
    assert "evidence.zh.html, " in built.out.splitlines()[-1]


def test_quiet_says_nothing_but_what_is_wrong(
    plain: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plain / "report.yaml"  # a figure in a title is a doubt
    path.write_text(path.read_text("utf-8").replace("Example report", "All 40 plants"), "utf-8")
    assert "in doubt: " in run(capsys, monkeypatch, ["build", plain]).err
    assert run(capsys, monkeypatch, ["build", plain, "--quiet"]) == Result(0, "", "")
    break_it(plain)
    refused = run(capsys, monkeypatch, ["build", plain, "-q"])
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith("mini/views.yaml:4: example-securities: `stance` 'mixed'")


def test_machines_are_told_all(
    plain: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = json.loads(run(capsys, monkeypatch, ["check", plain, "--format", "json"]).out)
    built = run(capsys, monkeypatch, ["build", plain, "--format", "json"])
    found = json.loads(built.out)
    assert (built.status, built.err) == (0, "")
    assert {key: found[key] for key in checked} == checked
    assert (found["output"], found["not_kept"]) == ("output/mini", None)
    sizes = {path.name: path.stat().st_size for path in Path("output/mini").iterdir()}
    assert {one["file"]: one["bytes"] for one in found["files"]} == sizes


def test_machines_are_told_what_is_wrong(
    plain: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(plain)
    refused = run(capsys, monkeypatch, ["build", plain, "--format", "json"])
    found = json.loads(refused.out)
    assert (refused.status, found["report"], found["files"]) == (1, "mini", [])
    (problem,) = found["problems"]
    assert (problem["file"], problem["line"], problem["fact"]) == (
        "mini/views.yaml", 4, "example-securities",
    )  # fmt: skip


def test_quiet_and_json_do_not_go_together(
    plain: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = run(capsys, monkeypatch, ["build", plain, "--quiet", "--format", "json"])
    assert (refused.status, Path("output").exists()) == (2, False)
    assert "leave one of them out" in refused.err


@pytest.mark.parametrize(("typed", "offered"), [("bui", "build"), ("build --quie", "--quiet")])
def test_a_shell_is_told_what_may_follow(typed: str, offered: str) -> None:
    code = "import sys; sys.argv[0] = 'exporter'; from exporter.cli import main; main()"
    asked = {
        "_EXPORTER_COMPLETE": "complete_bash",
        "COMP_WORDS": f"exporter {typed}",
        "COMP_CWORD": str(len(typed.split())),
    }
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, check=True
    )
    assert told.stdout.decode().split() == [offered]
