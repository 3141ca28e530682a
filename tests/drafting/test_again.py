"""A source drafted again: what the report has is left out, wherever else the source says it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.facts.words import Bilingual
from exporter.report.starter import make_blank_report
from tests.command_line import Result, run
from tests.drafting.test_proposals import DAY

TEXT = """Dock reports its third quarter of 2026
Revenue was €186.2 million in the third quarter of 2026. Dock Bank rates Dock buy, citing demand.
Key figures for the third quarter of 2026
Revenue was €186.2 million in the third quarter of 2026, and Dock had 38 terminals.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "report"
    list(make_blank_report(folder, [Bilingual("Dock", "码头")], ["en"], DAY))
    path = folder / "report.yaml"
    brokers = "brokers: [{name: {en: Dock Bank, zh: 码头银行}}]"
    path.write_text(f"{path.read_text('utf-8')}\n{brokers}\n", "utf-8")
    (tmp_path / "note.txt").write_text(TEXT, "utf-8")
    return folder


Command = Callable[..., Result]
OPTIONS = ["--id=note", "--title=Note", "--publisher=Dock", f"--published={DAY}"]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return lambda *arguments: run(capsys, monkeypatch, arguments)


def test_nothing_is_drafted_twice(report: Path, command: Command) -> None:
    command("source", "add", report, report.parent / "note.txt", *OPTIONS)
    file = report / "facts" / "note.yaml"
    drafted = command("draft", report, "note", "-o", file)
    assert "2 facts and 1 view drafted" in drafted.err
    text = file.read_text("utf-8")
    assert text.count("186.2") == 2  # as a value, and in its quote
    file.write_text(text.replace("broker: Dock Bank", "broker: 码头银行"), "utf-8")
    ids = [line.split("id: ")[1] for line in text.splitlines() if "id: " in line]
    assert command("review", report, "--accept", *ids).status == 0
    assert command("check", report).status == 0
    again = command("draft", report, "note")
    assert again.out == "[]\n"


REPEATED = """Dock reports its third quarter of 2026
Dock's revenue rose to nearly €190 million in the third quarter of 2026.
In the third quarter of 2026 Dock had revenue of €186.2 million. A crane costs $4.1 million today.
Its yard covers 38 hectares, and it has 412 staff.
"""


def test_what_was_a_repeat_or_is_not_wanted_is_not_drafted_again(
    report: Path, command: Command
) -> None:
    note = report.parent / "note.txt"
    note.write_text(REPEATED, "utf-8")
    command("source", "add", report, note, *OPTIONS)
    file = report / "facts" / "note.yaml"
    assert "190" not in command("draft", report, "note", "-o", file).out
    text = file.read_text("utf-8")
    groups = text.split("\n- ")
    kept = [group for group in groups if "4.1" not in group and "38" not in group]
    file.write_text("\n- ".join(kept), "utf-8")
    left = command("draft", report, "note", "--only-left-out")
    assert "190" not in left.out  # told again, and loosely
    assert "value: 4.1" in left.out
    assert "value: 38" in left.out
    assert "set aside in sources/note.yaml, under `not_facts`" in left.err
    record = report / "sources" / "note.yaml"
    words = '"A crane costs $4.1 million today"'
    aside = f"not_facts:\n  - {{clause: {words}, why: of no company}}\nfingerprints:"
    record.write_text(record.read_text("utf-8").replace("fingerprints:", aside), "utf-8")
    for options in ((), ("--only-left-out",), ("--prose",)):
        again = command("draft", report, "note", *options).out
        assert "4.1" not in again
        assert "value: 38" in again
