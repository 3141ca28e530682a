"""Bars stay inside their picture, and labels inside its width."""

import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.pdf.model import Bar, Picture
from exporter.writers.pdf.bars import place_bars
from exporter.writers.pdf.line_breaks import break_lines, text_width

LETTERS = st.text(st.sampled_from("abcdefgh WMwm%@0123456789.,数据占比（）“”、。"), max_size=60)


def _advances(style: str) -> dict[str, float]:
    pattern = f"Noto Sans CJK SC:style={style}"
    match = ["fc-match", "-f", "%{file}\n%{index}", pattern]
    file, index = subprocess.run(match, check=True, capture_output=True, text=True).stdout.split()
    with TTFont(Path(file), fontNumber=int(index), lazy=True) as font:
        metrics, names = font["hmtx"], font.getBestCmap()
        characters = [chr(code) for code in range(0x20, 0x7F)] + list("≈≥–—“”·、。数据元●€¥")
        return {char: metrics[names[ord(char)]][0] / 1000 for char in characters}


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_no_character_is_wider_than_said(style: str) -> None:
    wider = {
        character: (advance, text_width(character))
        for character, advance in _advances(style).items()
        if advance > text_width(character) + 0.01
    }
    assert wider == {}


@given(LETTERS, st.integers(3, 30))
def test_lines_keep_every_character_and_the_width(text: str, width: int) -> None:
    lines = break_lines(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line) <= width + 2 for line in lines)  # a closing mark may hang


def test_lines_break_at_words_and_not_before_closing_marks() -> None:
    assert break_lines("Pearl River Delta", 7) == ("Pearl River", "Delta")
    assert break_lines("港口、电网。", 2) == ("港", "口、", "电", "网。")
    assert break_lines("占比（区域）", 3) == ("占比", "（区", "域）")


def test_bars_fill_the_room_within_reason() -> None:
    picture = Picture("t", "a", tuple(Bar(name, "5%", 1.0) for name in ("one", "two", "three")))
    heights = [place_bars(picture, 260, 10, room).height for room in (0, 120, 150, 1000, 2000)]
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4] < 250
    assert heights[2] <= 150


def test_lengths_are_shares_and_stay_inside() -> None:
    picture = Picture("t", "a", (Bar("one", "> 100,000,000", 1.0), Bar("two", "50", 0.5)))
    placed = place_bars(picture, 260, 11)
    whole, half = placed.bars
    assert half.width == pytest.approx(whole.width / 2, abs=0.01)
    assert whole.figure_x + text_width(whole.figure) * 11 <= placed.width
    assert half.y > whole.y + whole.height
    assert half.y + half.height <= placed.height


@pytest.mark.parametrize("width", [260, 680])
def test_losses_lie_left_of_zero(width: int) -> None:
    picture = Picture("t", "a", (Bar("loss", "−€38", -0.5), Bar("gain", "€76", 1.0)))
    placed = place_bars(picture, width, 11)
    loss, gain = placed.bars
    assert placed.zero is not None
    assert loss.x + loss.width == pytest.approx(placed.zero, abs=0.02)
    assert gain.x == placed.zero
    assert loss.width == pytest.approx(gain.width / 2, abs=0.02)
    assert (loss.anchor, gain.anchor, loss.tone) == ("end", "start", "loss")
    assert placed.strays == ()


def test_of_a_pair_the_earlier_bar_is_close_and_pale() -> None:
    bars = (
        Bar("Revenue", "€5", 0.5, "2025", is_earlier=True), Bar("", "€10", 1.0, "2026"),
        Bar("Costs", "€4", 0.4, "2025", is_earlier=True), Bar("", "€6", 0.6, "2026"),
    )  # fmt: skip
    placed = place_bars(Picture("t", "a", bars), 260, 11)
    first, second, third, _ = placed.bars
    assert second.y - first.y < third.y - second.y
    assert [bar.tone for bar in placed.bars] == ["earlier", "now", "earlier", "now"]
    assert first.x == second.x > first.period_x


def test_the_last_label_stands_within_the_drawing() -> None:
    label = "Share of the large companies that are hosted in the region of the Pearl River Delta"
    placed = place_bars(Picture("t", "a", (Bar(label, "5%", 1.0),)), 680, 11)
    assert len(placed.bars[0].lines) > 1
    assert placed.height > placed.bars[0].lines[-1][0]


def test_a_label_that_nearly_fits_stands_on_one_line() -> None:
    label = "Share of large firms that are hosted"
    placed = place_bars(Picture("t", "a", (Bar(label, "5%", 1.0),)), 640, 11)
    assert [line for _, line in placed.bars[0].lines] == [label]
