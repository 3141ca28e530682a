"""Strips of pages drawn by PDFium, one below another, in shades of grey; what is marked is tinted.

Marks have a line around them, thicker below, since a tint alone is not seen by everyone.
"""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from exporter.evidence.documents.model import Box
from exporter.evidence.documents.pdf.pictures.png import Colour
from exporter.evidence.documents.pdf.pictures.strips import Area, Strip

_SCALE = 1.75  # pixels for a point: 10 points are 17 pixels high
_LEAST, _LARGEST_SCALE = 17, 3  # pixels of a line of small type; pixels for a point of any
_FAR = 1000  # points
_FINE = 16  # of a pixel: PDFium tells places in whole ones, so the page is made larger for it
_SHADES = 16
_TINT: Colour = (255, 236, 150)
_LINE: Colour = (138, 84, 0)
_BETWEEN = 12  # pixels between strips
_PLAIN = bytes((shade * (_SHADES - 1) + 127) // 255 for shade in range(256))
_MARKED = bytes(shade + _SHADES for shade in _PLAIN)
_WHITE, _OUTLINE = _SHADES - 1, 2 * _SHADES
_GREYS = [shade * 255 // (_SHADES - 1) for shade in range(_SHADES)]


def _tinted(grey: int) -> Colour:
    red, green, blue = (grey * part // 255 for part in _TINT)
    return red, green, blue


PALETTE: Sequence[Colour] = (
    *((grey, grey, grey) for grey in _GREYS),
    *map(_tinted, _GREYS),
    _LINE,
)


class View:
    """A page as it is shown: in pixels, turned so that text of one direction is upright."""

    def __init__(self, page: Any, turn: int, height: float) -> None:
        """A view of a page.

        Args:
            page: Of PDFium.
            turn: How the text is turned that is to be upright.
            height: Of the letters that are to be read, in points.
        """
        import pypdfium2.raw as pdfium

        self._pdfium, self._page = pdfium, page.raw
        scale = min(max(_SCALE, _LEAST / max(height, 1)), _LARGEST_SCALE)
        ahead = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[turn]
        width, height = page.get_size()
        for self._rotated in range(4):
            sides = (height, width) if self._rotated % 2 else (width, height)
            self._size = (max(round(sides[0] * scale), 1), max(round(sides[1] * scale), 1))
            self._origin = self._place((0, 0))
            self._across, self._up = (self._step(point) for point in ((_FAR, 0), (0, _FAR)))
            if ahead[0] * self._across[0] + ahead[1] * self._up[0] > scale / 2:
                break
        self.area = Area(0, 0, *self._size)

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Where a point of the page is shown, as PDFium has it."""
        x, y = ctypes.c_int(), ctypes.c_int()
        size = (side * _FINE for side in self._size)
        to = ctypes.byref(x), ctypes.byref(y)
        self._pdfium.FPDF_PageToDevice(self._page, 0, 0, *size, self._rotated, *point, *to)
        return x.value / _FINE, y.value / _FINE

    def _step(self, point: tuple[float, float]) -> tuple[float, float]:
        """How far it is for one point in the direction of a far one."""
        x, y = self._place(point)
        return (x - self._origin[0]) / _FAR, (y - self._origin[1]) / _FAR

    def area_of(self, box: Box) -> Area:
        """Where a box of the page is shown."""
        (left, top), (right, bottom) = self._shown(*box[:2]), self._shown(*box[2:])
        return Area(min(left, right), min(top, bottom), max(left, right), max(top, bottom))

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        across, up, origin = self._across, self._up, self._origin
        return origin[0] + x * across[0] + y * up[0], origin[1] + x * across[1] + y * up[1]

    def greys(self, area: Area) -> tuple[int, list[bytes]]:
        """The rows of an area, a byte for each pixel, and the width of each."""
        pdfium = self._pdfium
        width, height = round(area.right - area.left), round(area.bottom - area.top)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            place = (-round(area.left), -round(area.top), *self._size, self._rotated)
            flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, *place, flags)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return width, [pixels[row * stride :][:width] for row in range(height)]


def drawn(view: View, strip: Strip) -> list[bytearray]:
    """The rows of a strip, each pixel by the number of its colour in the palette."""
    width, greys = view.greys(strip.area)
    rows = [bytearray(row.translate(_PLAIN)) for row in greys]
    left, top = round(strip.area.left), round(strip.area.top)
    for mark in strip.marks:
        begin, end = (min(max(round(edge) - left, 0), width) for edge in (mark.left, mark.right))
        first, last = (
            min(max(round(edge) - top, 0), len(rows)) for edge in (mark.top, mark.bottom)
        )
        for number in range(first, last):
            rows[number][begin:end] = greys[number][begin:end].translate(_MARKED)
        for number in (first - 1, last, last + 1):
            if 0 <= number < len(rows):
                rows[number][begin:end] = bytes([_OUTLINE]) * (end - begin)
        for row in rows[max(first - 1, 0) : last + 2]:
            for column in (begin - 1, end):
                if 0 <= column < width:
                    row[column] = _OUTLINE
    return rows


def one_below_another(strips: Sequence[Sequence[bytearray]]) -> list[bytes]:
    """Strips put together; between them is a line where the page was cut."""
    width = max(len(rows[0]) for rows in strips)
    return list(_stacked(strips, width))


def _stacked(strips: Sequence[Sequence[bytearray]], width: int) -> Iterator[bytes]:
    white, line = bytes([_WHITE]), bytes([_SHADES // 2])
    for number, rows in enumerate(strips):
        if number:
            yield from [white * width] * (_BETWEEN // 2)
            yield line * width
            yield from [white * width] * (_BETWEEN // 2)
        for row in rows:
            yield bytes(row).ljust(width, white)
