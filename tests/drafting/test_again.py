"""A source drafted again: what the report has is left out, wherever else the source says it."""

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


def test_nothing_is_drafted_twice(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def command(*arguments: object) -> Result:
        return run(capsys, monkeypatch, arguments)

    given = {"id": "note", "title": "Note", "publisher": "Dock", "published": DAY}
    options = [f"--{name}={value}" for name, value in given.items()]
    command("source", "add", report, report.parent / "note.txt", *options)
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
