"""`exporter trace` as a command: what it says, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.command_line import run
from tests.editions.trace.traced_models import book_of, write_report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_report(tmp_path / "nordwind")
    rows = [["NDW (RMB m)"], [], [None, 2024, 2025], ["Revenue", 17904, 22513], ["Debt", None, 77]]
    (tmp_path / "model.xlsx").write_bytes(book_of(rows))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_not_found_is_a_line_each(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(capsys, monkeypatch, ["trace", "model.xlsx", "--report", "nordwind"])
    assert result.out.splitlines() == [
        (
            "Model!C4: 22,513 (NDW (RMB m) / Revenue / 2025): not found: digit?: "
            "rev-2025 (Nordwind Group, Revenue, 2025) says 22,153 CNY million; "
            "here that would be 22,153"
        ),
        "Model!C5: 77 (NDW (RMB m) / Debt / 2025): not found: nothing with these heads",
        "model.xlsx: 3 hard-coded numbers: 1 found, 0 ambiguous, 2 not found",
        "wrote model.traced.xlsx",
    ]
    assert "exporter build nordwind" in result.err
    assert result.status == 0
    assert (folder / "model.traced.xlsx").is_file()


def test_the_same_for_machines(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["trace", "model.xlsx", "--report", "nordwind", "-o", "t.xlsx", "--format", "json"]
    result = run(capsys, monkeypatch, arguments)
    found = json.loads(result.out)
    assert found["verdicts"] == {"found": 1, "ambiguous": 0, "not found": 2}
    assert found["traced"] == "t.xlsx"
    first, second, third = found["findings"]
    assert (first["cell"], first["verdict"]) == ("B4", "found")
    assert first["candidates"][0]["fact"] == "rev-2024"
    assert (second["hint"], third["hint"]) == ("digit", "")


def test_a_record_without_its_text_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "nordwind/sources/text/note.txt").unlink()
    result = run(capsys, monkeypatch, ["trace", "model.xlsx", "--report", "nordwind"])
    assert "no text is at hand, so only facts quoted from them are known: note" in result.err


def test_the_model_is_no_place_for_the_copy(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "model.xlsx").read_bytes()
    arguments = ["trace", "model.xlsx", "--report", "nordwind", "-o", "./model.xlsx"]
    result = run(capsys, monkeypatch, arguments)
    assert (result.status, result.err) == (
        2, "model.xlsx is the model itself; name another file by -o\n",
    )  # fmt: skip
    assert (folder / "model.xlsx").read_bytes() == before
