"""One XlsxWriter format a style, made when a cell first asks for it."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.format import Format

from exporter.report.xlsx.model import Style
from exporter.writers.xlsx.parts import WorkbookPart

_HORIZONTAL = {name: name for name in ("left", "center", "right", "justify", "fill")}
_VERTICAL = {"top": "top", "center": "vcenter", "middle": "vcenter", "bottom": "bottom"}
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
        return self._cells[style]

    def attribute(self, style: str) -> str:
        """The attribute of a cell that names its style: ` s="3"`."""
        if style not in self._attributes:
            index = self.cell(style)._get_xf_index()  # noqa: SLF001
            self._attributes[style] = f' s="{index}"'
        return self._attributes[style]

    def alert(self, style: str) -> Format:
        """The format that a conditional format lays over a cell: colours and weight alone."""
        if style not in self._alerts:
            self._alerts[style] = self._book.add_format(_emphasis(self._styles[style]))
        return self._alerts[style]


def _properties(style: Style) -> dict[str, Any]:
    properties = {
        "num_format": style.number_format,
        "font_size": style.size,
        "italic": style.italic,
        "underline": _THIN if style.underline else 0,
        "text_wrap": style.wrap,
        "indent": style.indent,
        "valign": _VERTICAL[style.valign or "bottom"],
        **_emphasis(style),
    }
    if style.align:
        properties["align"] = _HORIZONTAL[style.align]
    if style.rule_below:
        properties |= {"bottom": _THIN, "bottom_color": style.rule_below}
    return properties


def _emphasis(style: Style) -> dict[str, Any]:
    properties: dict[str, Any] = {"bold": style.bold}
    if style.colour:
        properties["font_color"] = style.colour
    if style.fill:
        properties["bg_color"] = style.fill
    return properties
