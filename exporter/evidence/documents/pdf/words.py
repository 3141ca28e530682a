"""The words of a page, with the edges of their letters.

A page knows no words: it has letters at places, and a space where somebody typed one. A word ends
at white space, or where the next letter does not stand right behind the last.
"""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from exporter.evidence.documents.model import Box
from exporter.evidence.documents.pdf.meant import MEANT, put_right

_SPACES = frozenset(" \t\r\n\f\v\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
                    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x1f")  # fmt: skip
_APART = 0.25  # of a line's height: a gap between letters that is none within a word
_WIDE_APART = 0.9  # the same between Chinese characters, whose marks fill half of their square
_BACK = -0.35  # of a line's height: how far a letter may reach into the one before it
_NOTHING = 0.05  # points
# Of the size of type: a font with a lower box tells neither ascenders nor descenders, and PDFium
# gives each of its letters a box of its own. Such words are as high as others of their size.
_LOWEST = 0.92
_ASCENT, _DESCENT = 0.78, 0.22
_LEVEL = 0.1  # of a line's height: how far the letters of one word may be apart up and down


class Word(NamedTuple):
    """A word, turned so that it reads from left to right.

    Attributes:
        lefts: The left edge of each letter.
        size: Of its type; fonts of one size may be of unlike heights.
        is_apart: Whether white space stands before it.
        is_typed: Whether a space was typed there, and is none that only the gap tells.
        turn: By how many right angles the text is turned, counter-clockwise.
    """

    text: str
    lefts: tuple[float, ...]
    right: float
    bottom: float
    top: float
    baseline: float
    size: float
    is_apart: bool
    is_typed: bool
    turn: int

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.lefts[0]

    @property
    def height(self) -> float:
        """Of its font, from the lowest descender to the highest ascender."""
        return self.top - self.bottom


def words_of_page(textpage: Any) -> Iterator[Word]:
    """The words of a PDFium text page, in the order in which they were drawn."""
    page = PageCharacters(textpage)
    word: _Drawn | None = None
    is_apart, is_typed = True, False
    for index, text in page.characters():
        if text in _SPACES:
            if word is not None:
                yield word.finished()
                word = None
            is_apart, is_typed = True, text == " " and not page.is_generated(index)
            continue
        if word is not None:
            if word.takes(text, page.box(index, word.turn)):
                continue
            yield word.finished()
            is_apart = is_typed = False
        turn = page.turn(index)
        box = page.box(index, turn)
        line = page.baseline(index, turn), page.size(index)
        word = _Drawn(text, box, line, (is_apart, is_typed), turn)
    if word is not None:
        yield word.finished()


class PageCharacters:
    """What PDFium tells of the characters of a page, one by one, which has to be quick."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._page = pdfium, textpage.raw
        self._edges = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._to_edges = ctypes.byref(self._edges)
        self._matrix = pdfium.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._box_of = pdfium.FPDFText_GetLooseCharBox

    def characters(self) -> Iterator[tuple[int, str]]:
        """Index and meaning of each character; those that mean nothing are left out."""
        code_at, page = self._pdfium.FPDFText_GetUnicode, self._page
        high = 0
        for index in range(self._pdfium.FPDFText_CountChars(page)):
            code = code_at(page, index)
            if 0xD800 <= code < 0xE000:  # half of a character beyond the first plane
                if code < 0xDC00:
                    high = code
                    continue
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
                high = 0
            character = chr(code)
            if character in MEANT and not (character := MEANT[character]):
                continue
            yield index, character

    def is_generated(self, index: int) -> bool:
        """Whether the file has no such character: PDFium tells a gap or a line's end by it."""
        return bool(self._pdfium.FPDFText_IsGenerated(self._page, index))

    def turn(self, index: int) -> int:
        """By how many right angles a character is turned, to the nearest."""
        angle = self._pdfium.FPDFText_GetCharAngle(self._page, index)  # clockwise, in radians
        return -round(angle / (math.pi / 2)) % 4 if angle > 0 else 0

    def box(self, index: int, turn: int) -> Box:
        """The box of a character in its font: from where it begins to where the next one would."""
        self._box_of(self._page, index, self._to_edges)
        edges = self._edges
        box = (edges.left, edges.bottom, edges.right, edges.top)
        return turned(box, turn) if turn else box

    def baseline(self, index: int, turn: int) -> float:
        """The height of the line that a character stands on."""
        self._pdfium.FPDFText_GetCharOrigin(
            self._page, index, ctypes.byref(self._x), ctypes.byref(self._y)
        )
        return _upright(self._x.value, self._y.value, turn)[1]

    def size(self, index: int) -> float:
        """The size of type of a character, as it is on the page."""
        size = self._pdfium.FPDFText_GetFontSize(self._page, index)
        self._pdfium.FPDFText_GetMatrix(self._page, index, self._to_matrix)
        return float(size) * math.hypot(self._matrix.c, self._matrix.d)


class _Drawn:
    """A word of which more letters may come."""

    def __init__(
        self,
        text: str,
        box: Box,
        line: tuple[float, float],
        apart: tuple[bool, bool],
        turn: int,
    ) -> None:
        self._texts, self._lefts = [text], [box[0]]
        _, self._bottom, self._right, self._top = box
        self._baseline, self._size = line
        self._apart, self.turn = apart, turn

    def takes(self, text: str, box: Box) -> bool:
        """Take the next letter, if it stands right behind the last one."""
        left, bottom, right, top = box
        height = self._top - self._bottom
        if abs(bottom - self._bottom) > _LEVEL * height or abs(top - self._top) > _LEVEL * height:
            return False
        gap = left - self._right
        if gap > _APART * height:
            is_wide = _is_wide(text) or _is_wide(self._texts[-1])
            if not is_wide or gap > _WIDE_APART * height:
                return False
        elif gap < _BACK * height and not self._is_of_ligature(left, right):
            return False
        self._texts.append(text)
        self._lefts.append(left)
        self._right = right
        return True

    def _is_of_ligature(self, left: float, right: float) -> bool:
        """Whether a letter stands in the last one's place: PDFium gives each the whole of it."""
        return left >= self._lefts[-1] - _NOTHING and right <= self._right + _NOTHING

    def finished(self) -> Word:
        """The word as it is."""
        put_right(self._texts)
        text, lefts = "".join(self._texts), self._lefts
        if len(text) > len(lefts):
            lefts = list(self._spread())
        bottom, top = self._edges()
        return Word(
            text,
            tuple(lefts),
            max(self._right, lefts[-1]),
            bottom,
            top,
            self._baseline,
            self._size,
            *self._apart,
            self.turn,
        )

    def _edges(self) -> tuple[float, float]:
        """The lower and upper edge, as high as the font is for any letter."""
        if self._top - self._bottom >= _LOWEST * self._size:
            return self._bottom, self._top
        return self._baseline - _DESCENT * self._size, self._baseline + _ASCENT * self._size

    def _spread(self) -> Iterator[float]:
        """The left edges of letters, of which a ligature has several in the place of one."""
        for text, left, right in zip(
            self._texts, self._lefts, [*self._lefts[1:], self._right], strict=True
        ):
            for part in range(len(text)):
                yield left + (right - left) * part / len(text)


def _upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of a text that is turned, as if the page were turned back."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn % 4]


def turned(box: Box, turn: int) -> Box:
    """A box as it is when the page is turned back by so many right angles; -turn undoes it."""
    left, bottom = _upright(box[0], box[1], turn)
    right, top = _upright(box[2], box[3], turn)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _is_wide(text: str) -> bool:
    return "\u2e80" <= text <= "\uffef"
