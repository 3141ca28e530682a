"""What the fonts of a page draw as one glyph is one text to the proof, and little else is."""

import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exporter.proof.pdf.same_glyphs import plainest
from exporter.report.themes.fonts import FAMILIES


def _characters(family: str) -> Iterator[list[str]]:
    """The characters of each glyph of a font that has several."""
    match = ["fc-match", "-f", "%{file}\n%{index}", family]
    file, index = subprocess.run(match, check=True, capture_output=True, text=True).stdout.split()
    with TTFont(Path(file), fontNumber=int(index), lazy=True) as font:
        glyphs: dict[str, list[str]] = defaultdict(list)
        for code, glyph in font.getBestCmap().items():
            glyphs[glyph].append(chr(code))
    return (characters for characters in glyphs.values() if len(characters) > 1)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_characters_of_one_glyph_are_one_text(family: str) -> None:
    unlike = []
    for characters in _characters(family):
        shown = [c for c in characters if not c.isspace() and unicodedata.category(c) != "Cf"]
        if len({plainest(character) for character in shown}) > 1:
            unlike.append(shown)
    assert unlike == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("· item", "• item"),
        ("ガ", "カ\u3099"),
        ("한", "\u1112\u1161\u11ab"),
        ("☎\ufe0e 葛\U000e0100", "☎葛"),
        ("a\u034fb \u2066c\u2069", "abc"),
        ("⋯", "…"),
        ("① ➉", "110"),
        ("e\u0301", "é"),
    ],
)
def test_what_is_drawn_alike(text: str, other: str) -> None:
    assert plainest(text) == plainest(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("1", "l"),
        ("-", "–"),
        ("–", "—"),
        ("a", "á"),
        ("人", "入"),
        ("ガ", "カ"),
        ("·", "●"),
        (".", "·"),
        ("%", "‰"),
    ],
)
def test_what_is_not(text: str, other: str) -> None:
    assert plainest(text) != plainest(other)


def test_texts_joined_are_the_same_as_texts_made_plain_after() -> None:
    for before, after in (("e", "\u0301x"), ("\u1112", "\u1161"), ("カ", "\u3099"), ("1", "⁄2")):
        assert plainest(before) + plainest(after) == plainest(before + after)
