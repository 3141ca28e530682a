"""The cells of a sheet that stand in no row of a table: title, note, headers, and strangers."""

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.proof.difference import NOTHING, Difference, unlike
from exporter.proof.xlsx.found_book import FoundBook
from exporter.proof.xlsx.found_cells import Cell
from exporter.proof.xlsx.held_cells import HeldCells
from exporter.proof.xlsx.laid_out import described
from exporter.proof.xlsx.tables import Area
from exporter.proof.xlsx.values import same, shown, shown_both
from exporter.report.xlsx.model import Sheet, Workbook

Links = Mapping[Cell, str]


def loose_cells(sheet: Sheet) -> dict[Cell, tuple[str, str, str]]:
    """Text, style and formula of the cells that stand in no row of a table."""
    cells = {(0, 0): (sheet.title, "title", "")}
    cells[1, 0] = (sheet.note, sheet.note_style, sheet.note_formula)
    for table in sheet.tables:
        for at, column in enumerate(table.columns, table.first_column):
            cells[table.first_row, at] = (column.header, column.header_style, "")
    return cells


def compare_loose(
    book: Workbook, sheet: Sheet, found: HeldCells, links: Links, found_book: FoundBook
) -> Iterator[Difference]:
    """Compare title, note and headers."""
    for cell, (text, style, formula) in loose_cells(sheet).items():
        number_format, look = described(book.styles[style], book.font)
        seen = found_book.style(found.style(*cell))
        aspects = (
            ("value", text or None, found.value(*cell)),
            ("formula", formula or None, found.formula(*cell)),
            ("link", None, links.get(cell)),
            ("number format", number_format, seen[0]),
            ("look", look, seen[1]),
        )
        for aspect, expected, has in aspects:
            if not same([expected], [has]):
                yield unlike(_at(sheet, cell), aspect, *shown_both(expected, has))


def strange_cells(sheet: Sheet, found: HeldCells, areas: Sequence[Area]) -> Iterator[Difference]:
    """What stands outside of all that was laid out, and cells that are there twice."""
    laid = loose_cells(sheet)
    strange = [(cell, value, formula) for cell, value, formula in found.cells()
               if cell not in laid and not any(cell in area for area in areas)]  # fmt: skip
    for cell, value, _ in strange:
        if value is not None:
            yield unlike(_at(sheet, cell), "value", NOTHING, shown(value))
    for cell, _, formula in strange:
        if formula is not None:
            yield unlike(_at(sheet, cell), "formula", NOTHING, formula)
    for cell in found.twice:
        yield unlike(_at(sheet, cell), "cell", "there once", "there twice")


def strange_links(sheet: Sheet, links: Links, areas: Sequence[Area]) -> Iterator[Difference]:
    """Links of cells outside of all that was laid out."""
    laid = loose_cells(sheet)
    for cell, link in links.items():
        if cell not in laid and not any(cell in area for area in areas):
            yield unlike(_at(sheet, cell), "link", NOTHING, link)


def _at(sheet: Sheet, cell: Cell) -> str:
    return f"{sheet.name}!{xl_rowcol_to_cell(*cell)}"
