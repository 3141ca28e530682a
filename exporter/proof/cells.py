"""The cells of a sheet that stand in no row of a table: title, note, headers, and strangers."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.proof.difference import NOTHING, Difference, unlike
from exporter.proof.found_book import FoundBook, FoundSheet
from exporter.proof.laid_out import described
from exporter.proof.tables import areas
from exporter.proof.values import same, shown, shown_both
from exporter.report.model import Sheet, Workbook

Cell = tuple[int, int]


def compare_loose(
    book: Workbook, sheet: Sheet, found: FoundSheet, found_book: FoundBook
) -> Iterator[Difference]:
    """Compare title, note and headers, and find cells where nothing was laid out."""
    laid = dict(_loose(sheet))
    for cell, (text, style, formula) in laid.items():
        number_format, look = described(book.styles[style], book.font)
        seen = found_book.styles.get(found.style(*cell), ("", ""))
        aspects = (
            ("value", text or None, found.value(*cell)),
            ("formula", formula or None, found.formulas.get(cell)),
            ("link", None, found.links.get(cell)),
            ("number format", number_format, seen[0]),
            ("look", look, seen[1]),
        )
        for aspect, expected, has in aspects:
            if not same([expected], [has]):
                yield unlike(_at(sheet, cell), aspect, *shown_both(expected, has))
    yield from _strange(sheet, found, set(laid))


def _loose(sheet: Sheet) -> Iterator[tuple[Cell, tuple[str, str, str]]]:
    """Text, style and formula of the cells that stand in no row of a table."""
    yield (0, 0), (sheet.title, "title", "")
    yield (1, 0), (sheet.note, sheet.note_style, sheet.note_formula)
    for table in sheet.tables:
        for at, column in enumerate(table.columns, table.first_column):
            yield (table.first_row, at), (column.header, column.header_style, "")


def _at(sheet: Sheet, cell: Cell) -> str:
    return f"{sheet.name}!{xl_rowcol_to_cell(*cell)}"


def _strange(sheet: Sheet, found: FoundSheet, laid: set[Cell]) -> Iterator[Difference]:
    """What stands outside of all that was laid out, and cells that are there twice."""
    places = areas(sheet, found)

    def is_strange(cell: Cell) -> bool:
        return cell not in laid and not any(cell in area for area in places)

    for row, values in enumerate(found.rows):
        for column, value in enumerate(values):
            if value is not None and is_strange((row, column)):
                yield unlike(_at(sheet, (row, column)), "value", NOTHING, shown(value))
    for kind, cells in (("formula", found.formulas), ("link", found.links)):
        for cell, what in cells.items():
            if is_strange(cell):
                yield unlike(_at(sheet, cell), kind, NOTHING, what)
    for cell in found.twice:
        yield unlike(_at(sheet, cell), "cell", "there once", "there twice")
