"""docs/next-edition.md: every command of it is run, with the files that it shows, and does what the page says."""

import re
import shlex
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exporter import check
from exporter.verify import verify
from tests.command_line import Result, run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "next-edition.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)


def test_three_editions_are_as_the_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    ran: dict[str, Result] = {}
    for kind, text in BLOCKS:
        if kind == "yaml":
            write(text)
        for command in text.splitlines() if kind == "sh" else ():
            if command == "exporter check motors-2027":
                add_to(Path("motors-2027/report.yaml"), "stale_after: 1 year\n")
            program, *arguments = shlex.split(command)
            assert program == "exporter"
            ran[command] = run(capsys, monkeypatch, arguments)
            assert ran[command].status == 0, (command, ran[command].err)
    (told,) = [text for kind, text in BLOCKS if not kind]
    said = ran["exporter check motors-2027"].out
    assert said.startswith(told.partition("…")[0])
    assert said.count("in doubt") == 1
    assert "carried over from an earlier edition, not touched since: 4\n" in said
    assert sum(" new " in command and " --from " in command for command in ran) == 3
    assert [figures(name) for name in ("motors", "motors-april", "motors-2027")] == [
        {"deliveries": 12500, "deliveries-growth": 0.185, "new-plant": "Second plant to open"},
        {
            "deliveries-audited": 12430,
            "deliveries-growth": 0.185,
            "new-plant": "Second plant to open",
            "new-plant-2027": "Second plant to open",
        },
        {
            "deliveries-audited": 12430,
            "deliveries-growth": 0.185,
            "new-plant": "Second plant to open",
            "new-plant-2027": "Second plant to open",
            "deliveries-2026": 15800,
            "deliveries-growth-2026": 0.271,
        },
    ]
    for name in ("motors-april", "motors-2027"):
        assert list(verify(tmp_path / "output" / name)) == []
        assert check(name).doubts == ()
    assert [changes(name) for name in ("motors-april", "motors-2027")] == [
        {
            "deliveries → deliveries-audited": "restated",
            "new-plant → new-plant-2027": "replaced",
        },
        {
            "deliveries-audited → deliveries-2026": "replaced",
            "deliveries-growth → deliveries-growth-2026": "replaced",
            "new-plant-2027": "withdrawn",
        },
    ]
    assert "12,500 → 12,430" in ran["exporter diff output/motors output/motors-2027"].out
    page = Path("output/motors-2027/evidence.en.html").read_text("utf-8")
    assert [f'id="{id_}"' in page for id_ in ("deliveries", "new-plant", "new-plant-2027")] == [
        False, True, False,
    ]  # fmt: skip


def changes(name: str) -> dict[str, str]:
    """What the sheet Changes of an edition says became of each fact."""
    book = openpyxl.load_workbook(next(Path("output", name).glob("*.en.xlsx")))
    header, *rows = book["Changes"].iter_rows(4, values_only=True)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    return {
        " → ".join(str(row[key]) for key in ("Fact before", "Fact") if row.get(key)): str(
            row["Change"]
        )
        for row in told
    }


def write(text: str) -> None:
    """Write a file that the page shows; `# + PATH` above it adds to one that is there."""
    head, _, content = text.partition("\n")
    path = Path(head.removeprefix("# ").removeprefix("+ "))
    if head.startswith("# +"):
        add_to(path, content)
    else:
        path.write_text(content, "utf-8")


def add_to(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def figures(name: str) -> dict[str, Any]:
    """What the sheet of an edition has, by fact."""
    book = openpyxl.load_workbook(f"output/{name}/figures.en.xlsx", data_only=True)
    rows = book["Example Motors"].iter_rows(min_row=5, values_only=True)
    return {str(row[10]): row[1] for row in rows}
