"""Contrast of colours, and the next shade that passes: by the values of the WCAG."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.themes.contrast import (
    BLACK,
    TEXT,
    WHITE,
    contrast,
    mixture,
    passing_shade,
    softest_ground,
)

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(
    lambda parts: "#{:02X}{:02X}{:02X}".format(*parts)
)


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [(BLACK, WHITE, 21), (WHITE, WHITE, 1), ("#777777", WHITE, 4.48), ("#767676", WHITE, 4.54)],
)
def test_ratios_are_those_that_everybody_knows(colour: str, ground: str, ratio: float) -> None:
    assert contrast(colour, ground) == pytest.approx(ratio, abs=0.005)
    assert contrast(colour, ground) == contrast(ground, colour)


@given(COLOURS, COLOURS)
def test_on_every_ground_some_shade_of_every_colour_passes(colour: str, ground: str) -> None:
    shade = passing_shade(colour, ground)
    assert contrast(shade, ground) >= TEXT
    if contrast(colour, ground) >= TEXT:
        assert shade == colour


@given(COLOURS, COLOURS)
def test_a_soft_ground_leaves_what_was_readable_readable(tint: str, ink: str) -> None:
    ground = softest_ground(WHITE, tint, [ink], 0.5)
    assert contrast(ink, ground) >= min(TEXT, contrast(ink, WHITE))


def test_mixtures_go_from_one_colour_to_the_other() -> None:
    assert [mixture(BLACK, WHITE, share) for share in (0, 0.5, 1)] == [BLACK, "#808080", WHITE]
