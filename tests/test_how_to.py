"""docs/how-to/: every command is run, in one report, and does what the pages say."""

import re
import shlex
import shutil
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.command_line import run
from tests.test_docs import lines_of_code, links

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "how-to"
# In the order in which a reader would go; each adds its lines to report.yaml after a line of it.
PAGES = {
    "house-style": ("author: Your desk", "theme: house.toml"),
    "figures-over-periods": (
        "    title: {en: A broker on Example Motors, zh: 券商看示例汽车}",
        "    key_figures: [deliveries, {fact: revenue, before: revenue-2024}]",
    ),
    "second-page": ("  - name: views", "    pages: 2"),
    "figure-in-your-model": ("", ""),
}
_BUILD = "exporter build motors --output motors-output"


def page(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")


def commands(name: str) -> list[str]:
    return [line for line in lines_of_code(page(name)) if line and line != _BUILD]


@pytest.fixture
def motors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """What the pages make, one after another, built once at the end."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    report = tmp_path / "motors" / "report.yaml"
    for name, (after, added) in PAGES.items():
        for command in commands(name):
            program, *arguments = shlex.split(command)
            if program == "cp":
                for source in arguments[:-1]:
                    shutil.copy(source, arguments[-1])
            else:
                result = run(capsys, monkeypatch, arguments)
                assert (program, result.status) == ("exporter", 0), (command, result.err)
        text = report.read_text("utf-8")
        text = (
            re.sub(r"^    key_figures: .*\n", "", text, flags=re.MULTILINE)
            if "key_f" in added
            else text
        )
        assert after in text
        assert added in page(name)
        report.write_text(text.replace(after, f"{after}\n{added}", 1), "utf-8")
    result = run(capsys, monkeypatch, [*shlex.split(_BUILD)[1:], "--lang", "en"])
    assert result.status == 0, result.err
    assert all(_BUILD in page(name) for name in PAGES)
    return tmp_path / "motors-output"


def test_every_command_does_what_the_pages_say(motors: Path) -> None:
    with pypdfium2.PdfDocument(motors / "views.en.pdf") as pdf:
        assert len(pdf) == 1  # of two that it may have
        assert tuple(pdf[0].get_size()) == (612.0, 792.0)  # US Letter
        text = pdf[0].get_textpage().get_text_bounded()
    assert all(told in text for told in ("Larkfield Research", "Ada Moss", "+11.6%"))
    book = openpyxl.load_workbook(motors / "figures.en.xlsx", data_only=True)
    cells = [cell for row in book["Periods"].iter_rows(values_only=True) for cell in row]
    assert {430, 480} <= set(cells)
    assert {"deliveries", "deliveries_growth", "revenue", "revenue_2024"} <= set(book.defined_names)


def test_what_the_pages_show_is_in_the_files_beside_them() -> None:
    assert (FOLDER / "house.toml").read_text("utf-8") in page("house-style")
    shown = re.search(r"```yaml\n(- id:.*?)```", page("figures-over-periods"), re.DOTALL)
    assert shown is not None
    assert shown[1] in (FOLDER / "results.yaml").read_text("utf-8")


def test_every_page_is_in_the_index_of_guides() -> None:
    listed = set(links((ROOT / "docs" / "README.md").read_text("utf-8")))
    guides = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    guides |= {f"how-to/{name}.md" for name in PAGES}
    assert guides <= listed
