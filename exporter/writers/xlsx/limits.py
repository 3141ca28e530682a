"""What Excel cannot hold, found before anything is drawn, all of it at once.

Whole columns are looked at; only cells that may break a rule become Python objects.
"""

from collections.abc import Callable, Iterator
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_rowcol_to_cell

from exporter.errors import Problem
from exporter.report.model import Column, Sheet, Table, Workbook
from exporter.writers.xlsx.frame import find_frame_faults
from exporter.writers.xlsx.rules import (
    Fault,
    formula_fault,
    link_fault,
    number_fault,
    text_fault,
)

# Texts of up to this many characters fit into a cell whatever they are made of.
_SURELY_SHORT = 32_767 // 2
_CONTROLS = r"[\x00-\x08\x0B-\x1F\x{FFFE}\x{FFFF}]"


def find_problems(book: Workbook) -> list[Problem]:
    """Everything in `book` that Excel cannot hold; empty when the book can be drawn.

    Args:
        book: What is about to be written.

    Returns:
        Problems of the frame, then those of cells in the order of sheets, tables, columns and rows;
        the latter name sheet, cell and fact.
    """
    found = [Problem(file_name(book), 0, "", *fault) for fault in find_frame_faults(book)]
    places = _places(book)
    for sheet in book.sheets:
        for table in sheet.tables:
            for index, column in enumerate(table.columns):
                for row, fault in _cell_faults(column, places):
                    found.append(_problem(book, sheet, table, (row, index), fault))
    return found


def file_name(book: Workbook) -> str:
    """The name of the book's file."""
    return f"{book.name}.{book.lang}.xlsx"


def _cell_faults(column: Column, places: frozenset[str]) -> Iterator[tuple[int, Fault]]:
    """Row and fault of every cell that cannot be written."""
    yield from _faults(column.texts, _maybe_bad_text, text_fault)
    yield from _faults(column.numbers, lambda array: pc.invert(pc.is_finite(array)), number_fault)
    yield from _faults(column.formulas, pc.is_valid, formula_fault)
    yield from _faults(column.links, pc.is_valid, lambda link: link_fault(link, places))


def _faults(
    array: pa.Array | None,
    suspects: Callable[[pa.Array], pa.Array],
    fault: Callable[..., Fault | None],
) -> Iterator[tuple[int, Fault]]:
    """Those of the `suspects`, a mask of rows worth a look, that do have a fault."""
    if array is None:
        return
    for row in pc.indices_nonzero(pc.fill_null(suspects(array), False)).to_pylist():
        if found := fault(array[row].as_py()):
            yield row, found


def _maybe_bad_text(texts: pa.Array) -> pa.Array:
    long = pc.greater(pc.utf8_length(texts), _SURELY_SHORT)
    return pc.or_(pc.match_substring_regex(texts, _CONTROLS), long)


def _problem(
    book: Workbook, sheet: Sheet, table: Table, place: tuple[int, int], fault: Fault
) -> Problem:
    row, column = place
    cell = xl_rowcol_to_cell(table.first_row + 1 + row, table.first_column + column)
    fact = table.facts[row].as_py() if table.facts is not None else None
    wrong, right = fault
    return Problem(file_name(book), 0, fact or "", f"{sheet.name}!{cell}: {wrong}", right)


def _places(book: Workbook) -> frozenset[str]:
    """What a link inside the book can lead to: its sheets, tables and names."""
    tables = (table.name for sheet in book.sheets for table in sheet.tables)
    names = (name.casefold() for name in chain(book.defined_names, tables))
    return frozenset(chain((sheet.name for sheet in book.sheets), names))
