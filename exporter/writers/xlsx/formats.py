"""One XlsxWriter format a style, made when a cell first asks for it."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.format import Format

from exporter.report.xlsx.model import Style
from exporter.writers.xlsx.parts import WorkbookPart

_HORIZONTAL = {name: name for name in ("left", "center", "right", "justify", "fill")}
_VERTICAL = {"top": "top", "center": "vcenter", "middle": "vcenter"}
_THIN = 1


class Formats:
    """The styles of a book by name, as XlsxWriter formats."""

    def __init__(self, book: WorkbookPart, styles: Mapping[str, Style]) -> None:
        self._book = book
        self._styles = styles
        self._cells: dict[str, Format] = {}
        self._alerts: dict[str, Format] = {}
        self._attributes: dict[str, str] = {}

    def cell(self, style: str) -> Format:
        """The format of cells of that style."""
        if style not in self._cells:
            self._cells[style] = self._book.add_format(_properties(self._styles[style]))
            if self._styles[style].is_heading:
                self._book.tag_heading(self._cells[style])
        return self._cells[style]

    def attribute(self, style: str) -> str:
        """The attribute of a cell that names its style: ` s="3"`; none for the book's own."""
        if style not in self._attributes:
            self._attributes[style] = self._attribute(self.cell(style))
        return self._attributes[style]

    def _attribute(self, form: Format) -> str:
        own = self._book.formats[0]
        if form._get_format_key() == own._get_format_key():  # noqa: SLF001
            return ""
        return f' s="{form._get_xf_index()}"'  # noqa: SLF001

    def alert(self, style: str) -> Format:
        """The format that a conditional format lays over a cell: colours and weight alone."""
        if style not in self._alerts:
            self._alerts[style] = self._book.add_format(_emphasis(self._styles[style]))
        return self._alerts[style]


def _properties(style: Style) -> dict[str, Any]:
    properties = {
        "num_format": style.number_format,
        "font_name": style.font,
        "font_size": style.size,
        "italic": style.italic,
        "underline": _THIN if style.underline else 0,
        "text_wrap": style.wrap,
        "indent": style.indent,
        **_emphasis(style),
    }
    if style.valign and style.valign != "bottom":  # where cells stand by themselves
        properties["valign"] = _VERTICAL[style.valign]
    if style.align:
        properties["align"] = _HORIZONTAL[style.align]
    if style.rule_below:
        properties |= {"bottom": _THIN, "bottom_color": style.rule_below}
    # What is as in every cell is not said: a style like the book's own is then the book's own.
    return {name: value for name, value in properties.items() if value}


def _emphasis(style: Style) -> dict[str, Any]:
    properties: dict[str, Any] = {"bold": style.bold}
    if style.colour:
        properties["font_color"] = style.colour
    if style.fill:
        properties["bg_color"] = style.fill
    return properties
