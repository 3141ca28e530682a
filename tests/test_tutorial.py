"""docs/tutorial.md: every command is run, and README's ten lines are these."""

import re
import shlex
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.command_line import run
from tests.test_docs import lines_of_code

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")


COMMANDS = list(filter(None, lines_of_code(PAGE)))


def test_the_readme_has_the_same_lines() -> None:
    found = lines_of_code((ROOT / "README.md").read_text("utf-8"))
    start = found.index(COMMANDS[0])
    assert found[start : start + len(COMMANDS)] == COMMANDS
    assert len(COMMANDS) <= 10


def test_every_command_does_what_the_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    said = ""
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        if program == "exporter":
            result = run(capsys, monkeypatch, arguments)
            assert result.status == 0, (command, result.err)
            said += result.out + result.err
        elif program == "cp":
            for name in arguments[:-1]:
                shutil.copy(name, arguments[-1])
        else:
            assert (program, arguments[1:]) == ("cat", [">>", "kestrel/report.yaml"])
            with Path(arguments[2]).open("a", encoding="utf-8") as report:
                report.write(Path(arguments[0]).read_text("utf-8"))
    assert "8 facts and 2 views drafted" in said
    assert "problems: none" in said
    drafted = Path("kestrel/facts/article.yaml").read_text("utf-8")
    shown = re.search(r"```yaml\n(- id:.*?)  review: new\n```", PAGE, re.DOTALL)
    assert shown is not None
    assert shown[1] in drafted
    page = Path("kestrel-output/broker-views.en.pdf")
    with pypdfium2.PdfDocument(page) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert all(said in text for said in ("Larkfield Research", "Ada Moss", "> €1.2 bn"))
    assert text.count("Grain and") == 2  # in the thesis, which is the driver as well, and the quote
    wrong = drafted.replace("value: 1.2\n", "value: 1.3\n")
    Path("kestrel/facts/article.yaml").write_text(wrong, "utf-8")
    refused = run(capsys, monkeypatch, ["build", "kestrel", "--output", "kestrel-output"])
    assert refused.status == 1
    assert "kestrel-rail-order-backlog" in refused.err


def test_the_page_shows_the_files_as_they_are() -> None:
    house, page = (
        (ROOT / "docs/tutorial" / name).read_text("utf-8") for name in ("house.toml", "page.yaml")
    )
    assert house in PAGE
    shown = re.search(r"```yaml\n(brokers:.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    assert page.lstrip().startswith(shown[1])
