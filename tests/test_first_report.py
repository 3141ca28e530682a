"""docs/first-report.md: every command of it is run, in order, and does what the page says."""

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import Result, run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "first-report.md").read_text("utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]
DRAFT = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_every_command_does_what_the_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    ran: dict[str, Result] = {}
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        assert program == "exporter"
        ran[command] = run(capsys, monkeypatch, arguments)
        assert ran[command].status == 0, (command, ran[command].err)
    assert [command.split()[1] for command in COMMANDS] == [
        "new", "source", "draft", "review", "review", "review", "build",
    ]  # fmt: skip
    assert "21 facts drafted" in ran[COMMANDS[2]].err
    assert "problems: none" in ran[COMMANDS[-1]].out
    sheet = openpyxl.load_workbook(tmp_path / "harbour-output" / "figures.en.xlsx")[
        "Harbour Robotics"
    ]
    said = {tuple(cell.value for cell in row[:2]) for row in sheet.iter_rows(min_row=5)}
    assert {("Order backlog", 640), ("Revenue", 186.2), ("Free cash flow", -3.2)} <= said
    assert ("Terminals", 38) in said
    assert ("Countries", 16) not in said


def test_the_page_shows_a_draft_as_it_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS[:3]:
        run(capsys, monkeypatch, shlex.split(command)[1:])
    assert DRAFT is not None
    assert DRAFT[1] in (tmp_path / "harbour" / "facts" / "q3-release.yaml").read_text("utf-8")
    refused = run(capsys, monkeypatch, ["build", "harbour", "--output", "out"])
    assert refused.status == 1
    assert "21 facts are still marked `review:`" in refused.err
    assert not (tmp_path / "out").exists()
