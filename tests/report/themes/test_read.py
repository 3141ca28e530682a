"""Themes as files: what each key may be, and every fault with its line and what would be right."""

from pathlib import Path

import pytest

from exporter.errors import WrongValueError
from exporter.inputs.opened import Inputs
from exporter.report.themes.definition import ThemeDefinition
from exporter.report.themes.in_language import theme_in
from exporter.report.themes.model import LETTER
from exporter.report.themes.read import read_theme, theme_place
from tests.report.themes.logos import SVG


def read(folder: Path, text: str) -> tuple[ThemeDefinition | None, list[str]]:
    path = folder / "house.toml"
    path.write_text(text, "utf-8")
    theme, problems = read_theme(theme_place("house.toml", (folder,), Inputs.of(folder)))
    return theme, [str(problem).removeprefix(f"{path}:").strip() for problem in problems]


def test_every_key_reaches_the_theme(tmp_path: Path) -> None:
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "mark.svg").write_text(SVG, "utf-8")
    theme, problems = read(
        tmp_path,
        'name = {en = "Quay & Sons", zh = "码头"}\nauthor = "Ann Reed"\ncontact = "a@quay.example"\n'
        'disclaimer = {en = "No offer.", zh = "不构成要约。"}\nlogo = "marks/mark.svg"\n'
        'paper = "letter"\n[palette]\naccent = "#8a1538"\n[fonts]\nfigures = "C059"\n',
    )
    assert problems == []
    shown = theme_in(theme, "zh")
    head = shown.letterhead
    assert (head.house, head.by, shown.disclaimer) == (
        "码头", ("Ann Reed", "a@quay.example"), "不构成要约。"
    )  # fmt: skip
    assert (shown.paper, shown.fonts.figures, shown.palette.accent) == (LETTER, "C059", "#8A1538")
    assert head.logo is not None
    assert head.logo.ratio == pytest.approx(4)
    assert head.logo.png.startswith(b"\x89PNG")


def test_a_theme_travels_as_json(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text(SVG, "utf-8")
    theme, _ = read(tmp_path, 'name = "Quay"\nlogo = "mark.svg"\n')
    assert theme is not None
    said = theme.model_dump(mode="json", exclude_none=True)
    assert ThemeDefinition.model_validate(said) == theme


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('nam = "x"', "1: `nam` is not a known key; did you mean `name`?"),
        ('[palette]\nink = "#000"', "2: `palette.ink` '#000' is no colour; write it like #1F4E79"),
        ('\n[palette]\nacent = "#1F4E79"',
         "3: `palette.acent` is not a known key; did you mean `accent`?"),
        ('[fonts]\nbody = "Inter"', "2: `fonts.body` is not a known key; known are figures, text, text_zh"),
        ('paper = "a5"', "1: `paper` 'a5' is not right; write 'a4' or 'letter'"),
        ('[fonts]\ntext = "A\\"; url("', ("2: `fonts.text` 'A\"; url(' is no name of a font; name "
         "one family by letters, digits, spaces and hyphens, like Source Sans 3")),
        ('logo = "gone.svg"',
         "1: the logo 'gone.svg' is not there; name it by its path from this file"),
        ('[palette]\n\naccent = "#7FB2E5"',
         ("3: `palette` has accent #7FB2E5 on surface #FFFFFF in a contrast of 2.23:1, and texts "
         "need 4.5:1; #56799C passes (4.55:1)")),
        (('[palette]\nsurface = "#101010"\nink = "#FFFFFF"\naccent = "#FFFFFF"\n'
         'positive = "#FFFFFF"\nnegative = "#FFFFFF"\nmuted = "#3a3a3a"'),
         ("7: `palette` has muted #3A3A3A on surface #101010 in a contrast of 1.67:1, and texts "
         "need 4.5:1; #7D7D7D passes (4.62:1)")),
        ('name = {en = "Quay"}', "1: `name` is not in both languages; write a text, or {en: …, zh: …}"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_what_would_be_right(
    tmp_path: Path, text: str, told: str
) -> None:
    theme, problems = read(tmp_path, text)
    assert (theme, problems) == (None, [told])


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, 'logo = "x.png"\npaper = 4\n[palette]\nmuted = "#ddd"\n')
    assert len(problems) == 3


@pytest.mark.parametrize("text", ["name = ", "a = [" * 5000, "[palette\n"])
def test_what_is_no_toml_is_told(tmp_path: Path, text: str) -> None:
    theme, (problem,) = read(tmp_path, text)
    assert theme is None
    assert problem.startswith("malformed TOML")


def test_a_name_that_is_none_is_told_with_the_known_ones() -> None:
    with pytest.raises(WrongValueError, match="did you mean `midnight`"):
        theme_place("midnite", (Path(),), Inputs.of(Path()))
    with pytest.raises(WrongValueError, match="desk, midnight, plain, or the path"):
        theme_place("ours", (Path(),), Inputs.of(Path()))


def test_a_logo_outside_of_what_may_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text(SVG, "utf-8")
    home = tmp_path / "house"
    home.mkdir()
    theme, (problem,) = read(home, 'logo = "../mark.svg"')
    assert theme is None
    assert "../mark.svg" in problem
