"""`exporter diff`: what it says, in which form, and that it never fails because something differs."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from exporter import build, read_facts
from exporter.report.starter import make_report
from tests.command_line import Result, run

Diff = Callable[..., Result]
Change = Callable[[pd.DataFrame], pd.DataFrame]
NO_NAME = (
    "the folder of the report has no name; name one that is new or empty: exporter new my-report\n"
)


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Diff:
    return lambda *arguments: run(capsys, monkeypatch, ["diff", *arguments])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `desk` built into `output`; only to be read."""
    folder = tmp_path_factory.mktemp("before")
    make_report(folder / "desk")
    build(folder / "desk", folder / "output")
    return folder


@pytest.fixture
def edited(before: Path, tmp_path: Path) -> Path:
    """The report with another figure, a fact less, and another target price."""
    report = Path(shutil.copytree(before / "desk", tmp_path / "desk"))
    facts = report / "facts/example-motors.yaml"
    text = facts.read_text("utf-8").replace("value: 12500", "value: 13000")
    facts.write_text(text[: text.rindex("- id:")], "utf-8")
    return report


def test_people_read_what_changed(diff: Diff, before: Path, edited: Path) -> None:
    told = diff(before / "output", edited)
    assert (told.status, told.err) == (0, "")
    head, counts, *lines = told.out.splitlines()
    assert head == f"{before / 'output'} (2026-01-31) → {edited} (2026-01-31)"
    assert counts == "2 facts: 1 changed, 1 withdrawn"
    assert lines[:3] == [
        "",
        "Example Motors",
        "  Cars delivered 2025: > 12,500 → > 13,000 cars (+500, +4.0 %)",
    ]
    assert lines[3].startswith("  withdrawn: ")
    chinese = diff(before / "output", edited, "--lang", "zh").out
    assert "条目变动2项：变更1、撤回1" in chinese
    assert "汽车交付量 2025年：> 12,500 → > 13,000辆（+500，+4.0%）" in chinese


def test_nothing_changed_where_one_is_built_of_the_other(diff: Diff, before: Path) -> None:
    book = next((before / "output").glob("*.zh.xlsx"))
    for new in (before / "desk", book, before / "output" / "manifest.json"):
        told = diff(before / "output", new)
        assert (told.status, told.out.splitlines()[1]) == (0, "nothing changed")


def test_machines_read_the_same(diff: Diff, before: Path, edited: Path, tmp_path: Path) -> None:
    told = diff(before / "output", edited, "--format", "json")
    found = json.loads(told.out)
    assert told.status == 0
    assert list(found) == ["old", "new", "facts", "views", "changes", "view_changes"]
    assert found["facts"] == {
        "restated": 0, "replaced": 0, "changed": 1, "added": 0, "withdrawn": 1,
        "evidence changed": 0,
    }  # fmt: skip
    page = (Path(__file__).parents[2] / "docs/editions.md").read_text("utf-8")
    (first, _) = found["changes"]
    keys = {*found, *first, *first["old"], *found["old"], *found["facts"], *first["fields"]}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
    assert [change["change"] for change in found["changes"]] == ["changed", "withdrawn"]
    told = diff(before / "output", edited, "-o", tmp_path / "changes.json")
    assert json.loads((tmp_path / "changes.json").read_text("utf-8")) == found


def test_a_workbook_of_changes(diff: Diff, before: Path, edited: Path, tmp_path: Path) -> None:
    path = tmp_path / "changes.xlsx"
    told = diff(before / "output", edited, "-o", path)
    assert (told.status, told.out) == (0, f"wrote {path}\n")
    sheet = load_workbook(path)["Changes"]
    assert [cell.value for cell in sheet[5]][3:9] == ["changed", 12500, 13000, "cars", 500, 0.04]
    first = path.read_bytes()
    diff(before / "output", edited, "-o", path)
    assert path.read_bytes() == first
    refused = diff(before / "output", edited, "--format", "xlsx")
    assert (refused.status, refused.out) == (2, "")
    assert "-o changes.xlsx" in refused.err


@pytest.fixture
def in_parquet(before: Path, tmp_path: Path) -> Callable[[str, Change], Path]:
    """Makes a report by a name whose facts are a Parquet file, with its rows as a function has them."""

    def made(name: str, change: Change) -> Path:
        report = Path(shutil.copytree(before / "desk", tmp_path / name))
        facts = read_facts(report).to_frame()
        shutil.rmtree(report / "facts")
        change(facts).to_parquet(report / "facts.parquet")
        return report

    return made


def test_parquet_files_are_compared_by_ids(
    diff: Diff, in_parquet: Callable[[str, Change], Path]
) -> None:
    old = in_parquet("old", lambda facts: facts)
    moved = in_parquet("moved", lambda facts: facts[::-1])
    assert diff(old, moved).out.splitlines()[1:] == ["nothing changed"]
    fewer = in_parquet("fewer", lambda facts: facts[1:])
    assert diff(old, fewer).out.splitlines()[1] == "1 fact: 1 withdrawn"
    # A file beside the facts has a process loaded that nobody asks then.
    shutil.copy(old / "facts.parquet", fewer / "notes.parquet")
    assert diff(fewer, old).out.splitlines()[1] == "1 fact: 1 added"


def test_a_fault_of_both_parquet_files_is_told(
    diff: Diff, in_parquet: Callable[[str, Change], Path]
) -> None:
    reports = [in_parquet(name, lambda facts: facts.assign(id=facts.id[0])) for name in "ab"]
    said = diff(*reports)
    assert (said.status, said.out) == (1, "")
    assert f"{reports[0] / 'facts.parquet'}" in said.err
    assert "the id is used twice" in said.err


def test_a_name_that_asks_for_another_format_is_refused(
    diff: Diff, before: Path, edited: Path, tmp_path: Path
) -> None:
    path = tmp_path / "changes.pdf"
    told = diff(before / "output", edited, "-o", path)
    assert told.status == 2
    assert told.err == (
        f"changes are not written as .pdf ({path}); name it .txt, .json or .xlsx, "
        "or say which it is to be: --format text\n"
    )
    assert not path.exists()
    assert diff(before / "output", edited, "-o", path, "--format", "text").status == 0
    assert path.read_text("utf-8").startswith(f"{before / 'output'} (2026-01-31) → ")


def test_a_revision_is_compared(diff: Diff, edited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.com"]
    for arguments in (["init", "-q"], ["add", "desk"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], cwd=edited.parent, check=True, capture_output=True)
    facts = edited / "facts/example-motors.yaml"
    facts.write_text(facts.read_text("utf-8").replace("13000", "13500"), "utf-8")
    monkeypatch.chdir(edited.parent)
    told = diff("HEAD:desk", "desk")
    assert "> 13,000 → > 13,500 cars (+500, +3.8 %)" in told.out
    assert diff("HEAD~7:desk", "desk").status == 2


def test_a_report_that_cannot_be_read_is_at_fault(diff: Diff, before: Path, edited: Path) -> None:
    facts = edited / "facts/example-motors.yaml"
    facts.write_text(facts.read_text("utf-8").replace("unit:", "units:", 1), "utf-8")
    told = diff(before / "output", edited)
    assert (told.status, told.out) == (1, "")
    assert str(facts) in told.err


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["diff", "old", "new", "--format", "csv"],
         "there is no --format 'csv'; formats are text, json and xlsx\n"),
        (["draft", "desk", "note", "--format", "xls"],
         "there is no --format 'xls'; did you mean xlsx? formats are yaml, csv and xlsx\n"),
        (["check", "desk", "--format", "yaml"],
         "there is no --format 'yaml'; formats are text and json\n"),
        (["new", ""], NO_NAME),
    ],
)  # fmt: skip
def test_a_wrong_word_of_the_command_line_is_told_with_the_right_ones(
    arguments: list[str],
    wrong: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = run(capsys, monkeypatch, arguments)
    assert (said.status, said.out, said.err) == (2, "", wrong)


def test_editions_are_compared_without_what_reads_figures_and_judges(
    before: Path, edited: Path
) -> None:
    """It would take as long to load as two reports of many facts to read."""
    code = (
        "import gc, sys; from exporter.__main__ import main; import atexit; atexit.register(lambda: "
        "print(gc.get_freeze_count() > 0, [name for name in sys.modules if name.startswith(('exporter.evidence.reading', "
        "'exporter.evidence.check', 'exporter.writers', 'numpy.ma.', 'openpyxl', 'pandas', 'weasyprint', 'pikepdf', 'duckdb'))])); "
        f"sys.argv = ['exporter', 'diff', {str(before / 'output')!r}, {str(edited)!r}]; "
        "main()"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[1] == "2 facts: 1 changed, 1 withdrawn"
    assert told.stdout.splitlines()[-1] == "True []"


def test_garbage_is_looked_for_at_the_end_where_a_library_tells_what_is_left() -> None:
    for loaded, frozen in (("json", "True"), ("pikepdf", "False")):
        code = (
            "import atexit, gc, sys; from exporter.cli.terminal import prepare_process; "
            "atexit.register(lambda: print(gc.get_freeze_count() > 0)); prepare_process(); "
            f"sys.modules.setdefault({loaded!r}, sys)"
        )
        told = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert (told.stdout, told.stderr) == (f"{frozen}\n", "")
