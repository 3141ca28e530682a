"""All colours of a theme, by day, by night and on sheets, from the six that it names."""

from collections.abc import Mapping
from dataclasses import replace

from exporter.report.theme import NIGHT, PALETTE, Palette
from exporter.report.themes.contrast import (
    TEXT,
    WHITE,
    contrast,
    luminance,
    mixture,
    passing_shade,
    softest_ground,
)

_SOFT, _LINE, _BAND, _ALERT, _MARKED = 0.09, 0.22, 0.2, 0.14, 0.3  # shares of a tint in a ground
_NIGHT_BAND = 0.6
_AMBER = ("#6B5A1E", "#E3CD85")  # of what is neither good nor bad, on light and on dark
_YELLOW = "#FFD54A"
_NIGHT_SURFACE, _NIGHT_INK = "#121920", "#E4E9EF"


def day_palette(named: Mapping[str, str]) -> Palette:
    """The palette of six named colours; those of `desk` give the one that was chosen by eye.

    Args:
        named: `ink`, `accent`, `muted`, `positive`, `negative` and `surface`.
    """
    return PALETTE if named == _named(PALETTE) else _derived(named)


def night_palette(named: Mapping[str, str]) -> Palette:
    """The same by night: as by day where that is dark, else light texts of the same hues."""
    if named == _named(PALETTE):
        return NIGHT
    if is_dark(named["surface"], named["ink"]):
        return _derived(named)
    shades = {
        key: passing_shade(named[key], _NIGHT_SURFACE, TEXT + 2)  # thin light letters need more
        for key in ("accent", "muted", "positive", "negative")
    }
    night = _derived({**shades, "ink": _NIGHT_INK, "surface": _NIGHT_SURFACE})
    band = softest_ground(_NIGHT_SURFACE, named["accent"], [_NIGHT_INK], _NIGHT_BAND)
    return replace(night, band=band)


def sheet_palette(named: Mapping[str, str]) -> Palette:
    """The same for workbooks and paper: a dark theme is dark in heads there, on white.

    A sheet is edited, filtered and printed; a printer leaves white around what is dark.
    """
    if not is_dark(named["surface"], named["ink"]):
        return day_palette(named)
    shades = {
        key: passing_shade(named[key], WHITE) for key in ("accent", "muted", "positive", "negative")
    }
    sheet = _derived({**shades, "ink": named["surface"], "surface": WHITE})
    return replace(sheet, band=named["surface"], band_text=named["ink"])


def is_dark(surface: str, ink: str) -> bool:
    """Whether a surface is darker than what is written on it."""
    return luminance(surface) < luminance(ink)


def _named(palette: Palette) -> dict[str, str]:
    return {
        "ink": palette.ink,
        "accent": palette.accent,
        "muted": palette.muted,
        "positive": palette.positive,
        "negative": palette.negative,
        "surface": palette.paper,
    }


def _derived(named: Mapping[str, str]) -> Palette:
    ink, accent, muted, surface = (named[key] for key in ("ink", "accent", "muted", "surface"))
    negative = named["negative"]
    dark = is_dark(surface, ink)
    neutral = next(
        (amber for amber in _AMBER if contrast(amber, surface) >= TEXT),
        passing_shade(_AMBER[0], surface) or ink,
    )
    band = softest_ground(surface, accent, [ink], _BAND) if dark else accent
    return Palette(
        ink=ink,
        muted=muted,
        accent=accent,
        accent_soft=softest_ground(surface, accent, [ink, muted, accent], _SOFT),
        line=mixture(surface, ink, _LINE),
        link=accent,
        positive=named["positive"],
        neutral=neutral,
        negative=negative,
        alert=softest_ground(surface, negative, [ink, negative], _ALERT),
        accepted=softest_ground(surface, neutral, [ink, neutral], _ALERT),
        paper=surface,
        marked=softest_ground(surface, _YELLOW, [ink], _MARKED),
        band=band,
        band_text=ink if dark else surface,
    )
