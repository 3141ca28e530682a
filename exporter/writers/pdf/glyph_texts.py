"""Which characters each glyph of a page stands for, so that its text can be copied and read back.

WeasyPrint takes a glyph for the whole cluster in which it saw it first, and where a cluster is
drawn by several glyphs, the last one for all of it: an accent that has a glyph of its own becomes
letter and accent, wherever it stands.
"""

import io
import unicodedata
from collections.abc import Mapping
from typing import Any

from fontTools.ttLib import TTFont


def mend_glyph_texts(font: Any) -> None:
    """Give each glyph that is a part of a cluster the character that the font has it for.

    Args:
        font: One of WeasyPrint's, whose `to_unicode` is changed.
    """
    texts: dict[int, str] = font.to_unicode
    parts = [glyph for glyph, text in texts.items() if _may_be_a_part(text)]
    if not parts:
        return
    with TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True) as whole:
        characters = _characters(whole)
        for glyph in parts:
            own = characters.get(_plain(whole.getGlyphName(glyph)))
            if own and _decomposed(own) != _decomposed(texts[glyph]):
                texts[glyph] = own


def _may_be_a_part(text: str) -> bool:
    return not text or (len(text) > 1 and any(map(unicodedata.combining, text)))


def _characters(font: TTFont) -> Mapping[str, str]:
    """The character that each glyph, by its name, is drawn for."""
    names: dict[str, str] = {}
    for code, name in sorted(font.getBestCmap().items()):
        names.setdefault(name, chr(code))
    return names


def _plain(name: str) -> str:
    """The name of the glyph of which one is a variant: `acutecomb` for `acutecomb.case`."""
    return name.partition(".")[0] or name


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
