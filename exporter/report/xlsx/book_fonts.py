"""The fonts of a workbook, as far as widths of columns hang on them.

A column's width counts in digits of the book's font. No font is measured: readers of a workbook
have fonts of their own, and the same theme gives the same bytes on every machine.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from exporter.facts.words import Lang
from exporter.report.theme import WORKBOOK_FONTS
from exporter.report.themes.model import Theme
from exporter.report.xlsx.model import Column, Sheet, Table
from exporter.report.xlsx.styles import is_of_figures

# Bold digits of the widest faces that offices have (Verdana, DejaVu Sans) beside those of Arial,
# with the blank that every column has. Excel shows a number that is too wide as ####.
_WIDER = 1.3
_OF_FIGURES = ("value", "as_of", "high")  # of the columns of a sheet of facts


class BookFonts(NamedTuple):
    """The font of a book's cells, and how much wider columns of figures are for theirs."""

    text: str
    figures: float = 1.0

    def roomy(self, sheet: Sheet, but: Collection[int] = ()) -> Sheet:
        """A sheet whose columns of figures, `but` those at some places, hold them in their font."""
        if self.figures == 1:
            return sheet
        tables = (self._roomy(table, but) for table in sheet.tables)
        return replace(sheet, tables=tuple(tables))

    def roomy_facts(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """The same of the columns of a sheet of facts, whose cells are elsewhere."""
        return {
            key: self._wider(column) if self.figures > 1 and key in _OF_FIGURES else column
            for key, column in columns.items()
        }

    def _roomy(self, table: Table, but: Collection[int]) -> Table:
        columns = (
            self._wider(column) if at not in but and _has_figures(column) else column
            for at, column in enumerate(table.columns, table.first_column)
        )
        return replace(table, columns=tuple(columns))

    def _wider(self, column: Column) -> Column:
        return replace(column, width=round(column.width * self.figures, 1))


def book_fonts(theme: Theme, lang: Lang) -> BookFonts:
    """The fonts of a workbook in a theme: a house's own, or ours."""
    own = theme.fonts.text_zh if lang == "zh" else theme.fonts.text
    text = own or WORKBOOK_FONTS[lang]
    return BookFonts(text, 1.0 if theme.fonts.figures in {"", text} else _WIDER)


def _has_figures(column: Column) -> bool:
    styles = column.styles
    names = {styles} if isinstance(styles, str) else set(styles.unique().to_pylist())
    return any(map(is_of_figures, names))
