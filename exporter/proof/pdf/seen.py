"""The characters of a PDF, each with what keeps a reader from seeing it.

Each sheet is drawn twice, with its text and without: what differs is what text there is to be seen,
and against what. So nothing is asked of how a text was hidden: white on white, transparent, cut
off, behind a surface, beyond the edge.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import numpy as np
import numpy.typing as npt

from exporter.proof.pdf.same_glyphs import plainest

LEAST_SIZE, LEAST_CONTRAST = 6.0, 4.5  # points; WCAG 2.2, 1.4.3
_SCALE = 4  # pixels to a point: the strokes of a text of 6 points take two
_THIN = 0.8  # of a contrast is measured where a stroke is thinner than a pixel
_ROUNDING = 0.05  # points
_UNSEEN_MODE = 3  # of showing text: neither filled nor stroked (ISO 32000-1, table 106)
_LINE_END_HYPHEN = "\ufffe"
_COVERED = 0.5  # of a character, by another one
Box = tuple[float, float, float, float]  # left, bottom, right, top, in points
Dots = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Character:
    """A character as it stands on a sheet.

    Attributes:
        text: In its plainest form, which may be of several characters.
        begins: Whether white space, or nothing, stands before it.
        unseen: Why nobody can see it; "" where one can.
    """

    text: str
    begins: bool
    unseen: str = ""


def read_characters(content: bytes) -> list[Character]:
    """The characters of all sheets, in the order in which they are drawn; without white space.

    Args:
        content: A PDF.
    """
    import pypdfium2

    with_text = pypdfium2.PdfDocument(content)
    without = pypdfium2.PdfDocument(without_text(content))
    try:
        pairs = zip(with_text, without, strict=True)
        return [character for sheet, blank in pairs for character in _of_sheet(sheet, blank)]
    finally:
        with_text.close()
        without.close()


def without_text(content: bytes) -> bytes:
    """The same PDF with all of its texts unseen."""
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for sheet in pdf.pages:
            sheet.Contents = pdf.make_stream(_unseen(sheet))
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
                item.write(_unseen(item))
        pdf.save(target)
    return target.getvalue()


def _unseen(holder: Any) -> bytes:
    import pikepdf

    mode = pikepdf.ContentStreamInstruction([_UNSEEN_MODE], pikepdf.Operator("Tr"))
    kept = []
    for instruction in pikepdf.parse_content_stream(holder):
        operator = str(instruction.operator)
        if operator != "Tr":
            kept.append(instruction)
        if operator == "BT":
            kept.append(mode)
    return pikepdf.unparse_content_stream(kept)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A character before it is known whether it is seen."""

    text: str
    begins: bool
    box: Box
    size: float


def _of_sheet(sheet: Any, blank: Any) -> Iterator[Character]:
    placed = list(_placed(sheet))
    drawn, ground = _dots(sheet), _dots(blank)
    covered = _covered(placed)
    for each, by_another in zip(placed, covered, strict=True):
        unseen = ""
        if each.text.isalnum():  # a point or a dash is too thin to be measured
            unseen = _why_unseen(each, sheet.get_size(), drawn, ground)
            unseen = unseen or ("another text stands on it" if by_another else "")
        yield Character(each.text, each.begins, unseen)


def _placed(sheet: Any) -> Iterator[_Placed]:
    import pypdfium2.raw as pdfium

    page, matrix = sheet.get_textpage(), pdfium.FS_MATRIX()
    begins = True
    for index in range(page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(page, index))
        text = plainest(character.replace(_LINE_END_HYPHEN, "-"))
        if not text:  # white space, or what has no glyph
            begins = begins or character.isspace()
            continue
        pdfium.FPDFText_GetMatrix(page, index, matrix)
        scale = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
        size = pdfium.FPDFText_GetFontSize(page, index) * scale
        yield _Placed(text, begins, page.get_charbox(index), size)
        begins = False


def _why_unseen(each: _Placed, size: tuple[float, float], drawn: Dots, ground: Dots) -> str:
    left, bottom, right, top = each.box
    if min(left, bottom) < -1 or right > size[0] + 1 or top > size[1] + 1:
        return "it stands beyond the edge of the page"
    if each.size < LEAST_SIZE - _ROUNDING:
        return f"it is set in {each.size:.1f} points, and {LEAST_SIZE:g} can be read"
    rows = slice(int((size[1] - top) * _SCALE), int((size[1] - bottom) * _SCALE) + 2)
    columns = slice(int(left * _SCALE), int(right * _SCALE) + 2)
    contrast = _contrast(drawn[rows, columns], ground[rows, columns])
    if contrast < LEAST_CONTRAST * _THIN:
        return f"its contrast is {contrast:.1f}:1, and {LEAST_CONTRAST}:1 can be read"
    return ""


def _contrast(drawn: Dots, ground: Dots) -> float:
    """The highest contrast of what a text has drawn against what is behind it; 1 for nothing."""
    changed = (drawn != ground).any(axis=-1)
    if not changed.any():
        return 1.0
    lights = _luminance(drawn[changed]), _luminance(ground[changed])
    lighter, darker = np.maximum(*lights), np.minimum(*lights)
    return float(((lighter + 0.05) / (darker + 0.05)).max())


def _linear() -> npt.NDArray[np.float64]:
    """The light of each of the 256 steps of a colour (WCAG 2.2, relative luminance)."""
    steps = np.arange(256) / 255
    return np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)


_LIGHT = _linear()


def _luminance(dots: Dots) -> npt.NDArray[np.float64]:
    weights = np.array([0.0722, 0.7152, 0.2126])  # blue, green, red, as PDFium has them
    light: npt.NDArray[np.float64] = _LIGHT[dots] @ weights
    return light


def _dots(sheet: Any) -> Dots:
    dots: Dots = sheet.render(scale=_SCALE).to_numpy()[..., :3]
    return dots


def _covered(placed: Sequence[_Placed]) -> list[bool]:
    """Of each character, whether another one stands on it; letters of a ligature share a box."""
    if not placed:
        return []
    left, bottom, right, top = np.array([each.box for each in placed], np.float32).T
    areas = np.maximum((right - left) * (top - bottom), 1e-6)
    covered = []
    for place, each in enumerate(placed):
        width = np.minimum(right, right[place]) - np.maximum(left, left[place])
        height = np.minimum(top, top[place]) - np.maximum(bottom, bottom[place])
        shared = np.maximum(width, 0) * np.maximum(height, 0)
        shared[place] = 0
        for beside in range(max(place - 2, 0), min(place + 3, len(placed))):
            other = placed[beside]
            if other.box == each.box and other.text.isalpha() and each.text.isalpha():
                shared[beside] = 0
        covered.append(bool(shared.max() > _COVERED * areas[place]))
    return covered
