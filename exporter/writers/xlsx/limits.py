"""What Excel cannot hold, found before it is drawn, all of it at once.

Whole columns are looked at, slice by slice; only cells that may break a rule become Python objects.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import float_values, has_pair, text_bytes, text_lengths, text_offsets
from exporter.errors import Problem
from exporter.report.xlsx.model import Sheet, Workbook
from exporter.report.xlsx.tables import Column
from exporter.writers.xlsx.blocks import Area, Block, blocks
from exporter.writers.xlsx.frame import find_frame_faults
from exporter.writers.xlsx.rules import (
    Fault,
    formula_fault,
    link_fault,
    number_fault,
    text_fault,
)

Mask = npt.NDArray[np.bool_]

LINKS_A_SHEET = 65_530
# Texts and formulas of up to this many characters fit into a cell whatever they are made of.
_SURELY_SHORT, _SHORT_FORMULA = 32_767 // 2, 8192 // 2
_CONTROLS = r"[\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}]"
# Addresses of pages and of files beside the workbook, and passages of them (RFC 3986).
_CHARACTERS = r"(?:[!$&-9;=?-Z_a-z~\x{80}-\x{10FFFF}]|%[0-9A-Fa-f]{2})+"
_SURELY_FINE_LINK = f"^(?:https?://)?{_CHARACTERS}(?:#(?:{_CHARACTERS}|[:#])*)?$"
_SHORT_LINK = 2079
_MOST_TOLD = 1_000


class Findings:
    """The problems of a book while its cells are gone through."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._places = _places(book)
        self._found: list[Problem] = []
        self._untold = 0
        self._links: Counter[str] = Counter()

    def __bool__(self) -> bool:
        """Whether there is any problem so far."""
        return bool(self._found) or self._too_many_links() != []

    def look(self, sheet: Sheet, block: Block) -> list[Problem]:
        """The problems of a block's cells; any thread may look for them."""
        return [
            _problem(self._book, sheet, area, place, fault)
            for area in block.areas
            for place, fault in _area_faults(area, self._places)
        ]

    def add(self, sheet: Sheet, block: Block, problems: Iterable[Problem]) -> None:
        """Take up what `look` found in a block."""
        for problem in problems:
            if len(self._found) < _MOST_TOLD:
                self._found.append(problem)
            else:
                self._untold += 1
        links = (column.links for area in block.areas for column in area.part.columns)
        self._links[sheet.name] += sum(len(a) - a.null_count for a in links if a is not None)

    def problems(self) -> list[Problem]:
        """All problems, in the order of sheets and rows, up to a number that can be read."""
        found = [*self._found, *self._too_many_links()]
        if self._untold:
            wrong = f"{self._untold:,} more cells are refused"
            found.append(Problem(file_name(self._book), 0, "", wrong, "mend those named first"))
        return found

    def _too_many_links(self) -> list[Problem]:
        right = f"Excel holds at most {LINKS_A_SHEET:,} a sheet; link fewer columns"
        return [
            Problem(file_name(self._book), 0, "", f"{name}: {links:,} links", right)
            for name, links in self._links.items()
            if links > LINKS_A_SHEET
        ]


def find_problems(book: Workbook) -> list[Problem]:
    """Everything in `book` that Excel cannot hold; empty when the book can be drawn.

    Args:
        book: What would be written.

    Returns:
        Problems of the frame, then those of cells in the order of sheets, slices, tables, columns
        and rows; the latter name sheet, cell and fact.
    """
    findings = Findings(book)
    for sheet in book.sheets:
        for block in blocks(sheet.tables):
            findings.add(sheet, block, findings.look(sheet, block))
    frame = [Problem(file_name(book), 0, "", *fault) for fault in find_frame_faults(book)]
    return [*frame, *findings.problems()]


def file_name(book: Workbook) -> str:
    """The name of the book's file."""
    return f"{book.name}.{book.lang}.xlsx"


def _area_faults(area: Area, places: frozenset[str]) -> Iterator[tuple[tuple[int, int], Fault]]:
    """Row and column within the area, and fault, of every cell that cannot be written."""
    for index, column in enumerate(area.part.columns):
        for row, fault in _cell_faults(column, places):
            yield (row, index), fault


def _cell_faults(column: Column, places: frozenset[str]) -> Iterator[tuple[int, Fault]]:
    if column.places is not None:
        faults = dict(_cell_faults(replace(column, places=None), places))
        for row, place in enumerate(column.places.to_pylist() if faults else ()):
            if place in faults:
                yield row, faults[place]
        return
    yield from _faults(column.texts, _maybe_bad_text, text_fault)
    yield from _faults(column.numbers, _not_finite, number_fault)
    yield from _faults(column.formulas, _maybe_bad_formula, formula_fault)
    yield from _faults(column.links, _maybe_bad_link, lambda link: link_fault(link, places))


def _faults(
    array: pa.Array | None,
    suspects: Callable[[pa.Array], Mask],
    fault: Callable[..., Fault | None],
) -> Iterator[tuple[int, Fault]]:
    """Those of the `suspects`, a mask of rows worth a look, that do have a fault."""
    if array is None or array.null_count == len(array):
        return
    for row in np.flatnonzero(suspects(array)).tolist():
        value = array[row].as_py()
        if value is not None and (found := fault(value)):
            yield row, found


def _not_finite(numbers: pa.Array) -> Mask:
    return ~np.isfinite(float_values(numbers))


def _maybe_bad_text(texts: pa.Array) -> Mask:
    return (text_lengths(texts) > _SURELY_SHORT) | _has_control(texts)


def _maybe_bad_formula(formulas: pa.Array) -> Mask:
    lengths, content, offsets = text_lengths(formulas), text_bytes(formulas), text_offsets(formulas)
    short = lengths < 2
    starts = np.where(short, 0, offsets[:-1] - offsets[0])
    odd = short | (lengths > _SHORT_FORMULA)
    if len(content):
        odd |= content[starts] != ord("=")
    return odd | _has_control(formulas)


def _maybe_bad_link(links: pa.Array) -> Mask:
    fine: list[bool | None] = pc.match_substring_regex(links, _SURELY_FINE_LINK).to_pylist()
    odd = np.array([not one for one in fine], np.bool_)
    return np.logical_or(odd, text_lengths(links) > _SHORT_LINK)


def _has_control(texts: pa.Array) -> Mask | bool:
    """Which texts have a control character, or one of U+FFFE and U+FFFF: 0xBF and more in UTF-8."""
    content = text_bytes(texts)
    if not len(content) or (content.min() >= ord(" ") and not has_pair(content, 0xBF, 0xBE)):
        return False
    found: list[bool | None] = pc.match_substring_regex(texts, _CONTROLS).to_pylist()
    return np.array([bool(one) for one in found])


def _problem(
    book: Workbook, sheet: Sheet, area: Area, place: tuple[int, int], fault: Fault
) -> Problem:
    facts = area.part.facts
    fact = facts[place[0]].as_py() if facts is not None else None
    wrong, right = fault
    where = f"{sheet.name}!{area.cell(*place)}"
    return Problem(file_name(book), 0, fact or "", f"{where}: {wrong}", right)


def _places(book: Workbook) -> frozenset[str]:
    """What a link inside the book can lead to: its sheets, tables and names."""
    tables = (table.name for sheet in book.sheets for table in sheet.tables)
    names = (name.casefold() for name in chain(book.defined_names, tables))
    return frozenset(chain((sheet.name for sheet in book.sheets), names))
