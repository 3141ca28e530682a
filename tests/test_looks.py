"""How workbooks and one-pagers look: as they did when somebody looked at them."""

from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from exporter.build import build
from exporter.check import CheckedReport, check
from exporter.facts.words import LANGUAGES, Lang
from exporter.inputs.opened import Inputs
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.standing import standing_of
from exporter.report.themes.read import read_theme, theme_place
from tests.conftest import Office
from tests.looks import check_look, difference, pages_of
from tests.writers.written import draw_onepager, write_onepager

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial"
NORVIK = Path(__file__).parent / "reports" / "norvik"


@pytest.fixture(scope="module")
def norvik(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second company's files, and its workbooks as PDF."""
    folder = tmp_path_factory.mktemp("norvik")
    build(NORVIK, folder / "norvik")
    office.convert("pdf", folder, *(folder / "norvik").glob("*.xlsx"))
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
def test_workbooks(norvik: Path, lang: Lang, tmp_path: Path) -> None:
    (book,) = norvik.glob(f"*.{lang}.pdf")
    check_look(f"norvik-workbook.{lang}", pages_of(book, 120), tmp_path)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_pagers(norvik: Path, built: Path, lang: Lang, tmp_path: Path) -> None:
    for name, folder in (("norvik", norvik / "norvik"), ("alibaba-ai", built)):
        (page,) = folder.glob(f"*.{lang}.pdf")
        check_look(f"{name}-one-pager.{lang}", pages_of(page, 240), tmp_path)


@cache
def in_theme(theme: str) -> CheckedReport:
    return check(NORVIK, theme=theme)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("theme", ["plain", "midnight"])
def test_other_themes(theme: str, lang: Lang, tmp_path: Path) -> None:
    checked = in_theme(theme)
    assert checked.definition
    standing = standing_of(checked.definition.report, checked.evidence)
    (defined,) = standing.report.one_pagers
    page = lay_out_onepager(
        standing.report, defined, standing.upheld, checked.views, checked.sources, lang
    )
    path = tmp_path / "page.pdf"
    path.write_bytes(draw_onepager(page))
    check_look(f"norvik-{theme}.{lang}", pages_of(path, 160), tmp_path)


def test_a_house_s_own_on_letter(tmp_path: Path) -> None:
    """As much as a page holds: four views, a letterhead, and the shorter paper."""
    house = (TUTORIAL / "house.toml").read_text("utf-8")
    (tmp_path / "house.toml").write_text(f'paper = "letter"\n{house}', "utf-8")
    (tmp_path / "logo.svg").write_bytes((TUTORIAL / "logo.svg").read_bytes())
    place = theme_place("house.toml", (tmp_path,), Inputs.of(tmp_path))
    checked, (theme, _) = check(NORVIK), read_theme(place)
    report = checked.report.model_copy(update={"theme": theme})
    (page,) = report.one_pagers
    laid_out = lay_out_onepager(
        report, page, checked.evidence, checked.views, checked.sources, "zh"
    )
    write_onepager(laid_out, tmp_path / "page.pdf")
    check_look("norvik-house-letter.zh", pages_of(tmp_path / "page.pdf", 160), tmp_path)


def test_what_changes_a_look_is_told(norvik: Path) -> None:
    (page,) = (norvik / "norvik").glob("*.en.pdf")
    before = pages_of(page, 240)
    assert not difference(before, before)
    assert not difference(before.filter(ImageFilter.GaussianBlur(0.7)), before)
    moved = Image.new("RGB", before.size, "white")
    moved.paste(before, (0, 12))
    assert difference(moved, before)
    assert difference(before.crop((0, 0, before.width, before.height - 4)), before)
    covered = before.copy()
    ImageDraw.Draw(covered).rectangle((40, 60, 70, 72), fill="white")
    assert difference(covered, before)
