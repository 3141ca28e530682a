"""The styles of a workbook: how cells look, by the numbers that they name styles by."""

from typing import Any
from zipfile import ZipFile

from exporter.proof.xlsx.expected import Look
from exporter.proof.xlsx.same_parts import read_once


class Styles:
    """The styles of a workbook, as openpyxl reads them."""

    def __init__(self, part: bytes) -> None:
        """Read them; `part` is empty for a workbook without, which has openpyxl's own."""
        from openpyxl import Workbook
        from openpyxl.styles.stylesheet import apply_stylesheet

        self._book = Workbook()
        if part:
            apply_stylesheet(_Archive(part), self._book)
        self._looks: dict[int, Look] = {}

    def __len__(self) -> int:
        return len(self._book._cell_styles)  # noqa: SLF001

    def look(self, style: int) -> Look:
        """How cells of a style look."""
        if style not in self._looks:
            self._looks[style] = self._look(style)
        return self._looks[style]

    def number_format(self, style: int) -> str:
        """The number format of a style, whatever other programs leave out of its font."""
        return str(self._cell(style).number_format)

    def _look(self, style: int) -> Look:
        cell = self._cell(style)
        named = self._book._named_styles.names[self._book._cell_styles[style].xfId]  # noqa: SLF001
        tagged = "" if named == "Normal" else f" as {named}"
        return Look(str(cell.number_format), f"{_words(cell.font, cell.fill)}{tagged}")

    def _cell(self, style: int) -> Any:
        from openpyxl.cell.read_only import ReadOnlyCell

        return ReadOnlyCell(_Sheet(self._book), 1, 1, None, style_id=style)


def styles_of(archive: ZipFile) -> Styles:
    """The styles of a workbook's file."""
    from openpyxl.xml.constants import ARC_STYLE

    return _styles(archive.read(ARC_STYLE) if ARC_STYLE in archive.namelist() else b"")


_styles = read_once(Styles)


class _Archive:
    """What openpyxl takes a stylesheet from."""

    def __init__(self, part: bytes) -> None:
        self._part = part

    def read(self, _: str) -> bytes:
        return self._part


class _Sheet:
    """What openpyxl's cells ask for their styles."""

    def __init__(self, book: Any) -> None:
        self.parent = book


def _words(font: Any, fill: Any) -> str:
    """A look in the same words as that of a style of the layout."""
    marks = [word for word in ("bold", "italic", "underline") if getattr(font, word)]
    ground = _colour(fill.fgColor) if fill.patternType else "none"
    colours = f"{_colour(font.color)} on {ground}"
    size = "no size" if font.sz is None else f"{font.sz:g}"
    return " ".join([font.name or "no font", size, *marks, colours])


def _colour(colour: Any) -> str:
    """`#RRGGBB`; the theme's first is the black of all text."""
    if colour is None or (colour.type == "theme" and colour.theme == 1 and not colour.tint):
        return "black"
    return f"#{colour.rgb[2:].upper()}" if colour.type == "rgb" else f"{colour.type} {colour.value}"
