"""All colours of a theme, from the six that it names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.inputs.opened import Inputs
from exporter.report.theme import NIGHT, PALETTE, Palette
from exporter.report.themes.contrast import TEXT, contrast, passing_shade
from exporter.report.themes.definition import PaletteDefinition, ThemeDefinition
from exporter.report.themes.in_language import theme_in
from exporter.report.themes.model import DESK
from exporter.report.themes.read import read_theme, shipped_themes, theme_place

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(
    lambda parts: "#{:02X}{:02X}{:02X}".format(*parts)
)


def unreadable(palette: Palette) -> list[tuple[str, str]]:
    """Pairs of a text and its ground, somewhere, that have too little contrast."""
    pairs = [(text, palette.paper) for text in (palette.ink, palette.muted, palette.accent,
             palette.link, palette.positive, palette.negative, palette.neutral)]  # fmt: skip
    pairs += [(text, palette.accent_soft) for text in (palette.ink, palette.muted, palette.accent)]
    pairs += [(palette.negative, palette.alert), (palette.neutral, palette.accepted)]
    pairs += [(palette.band_text, palette.band), (palette.ink, palette.marked)]
    return [pair for pair in pairs if contrast(*pair) < TEXT]


@pytest.mark.parametrize("name", shipped_themes())
def test_shipped_themes_can_be_read_by_day_by_night_and_on_sheets(name: str) -> None:
    definition, problems = read_theme(theme_place(name, (Path(),), Inputs.of(Path())))
    assert problems == []
    theme = theme_in(definition, "en")
    for palette in (theme.palette, theme.night, theme.sheet):
        assert unreadable(palette) == []
    assert theme.is_dark == (name == "midnight")


def test_desk_is_what_a_report_has_that_names_no_theme() -> None:
    definition, _ = read_theme(theme_place("desk", (Path(),), Inputs.of(Path())))
    assert theme_in(definition, "zh") == theme_in(None, "zh") == DESK
    assert (DESK.palette, DESK.night) == (PALETTE, NIGHT)


@given(COLOURS, COLOURS, COLOURS)
def test_whatever_a_house_names_its_other_colours_can_be_read(
    surface: str, accent: str, ink: str
) -> None:
    other = passing_shade(ink, surface)
    named = dict.fromkeys(("ink", "muted", "positive", "negative"), other)
    palette = PaletteDefinition(**named, accent=passing_shade(accent, surface), surface=surface)
    theme = theme_in(ThemeDefinition(palette=palette), "en")
    for palette in (theme.palette, theme.night, theme.sheet):
        assert unreadable(palette) == []
