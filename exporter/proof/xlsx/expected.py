"""What a file should show of a sheet as it was laid out, in the shape in which cells are read."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.cells import Array, Cell, ColumnCells, Position
from exporter.proof.xlsx.rows import TableRows
from exporter.report.xlsx.model import Column, Sheet, Style, Table, Workbook

_MOST_ROWS = 20_000  # of a sheet that is kept, and read a second time


class Look(NamedTuple):
    """How cells show what they hold: the number format, and all else in words."""

    number_format: str
    words: str


class Looks:
    """The looks that are expected and those that a file has, by numbers that both share."""

    def __init__(self, book: Workbook, styles: int, look_of: Callable[[int], Look]) -> None:
        """Number the looks of one workbook.

        Args:
            book: As laid out.
            styles: How many styles the file has.
            look_of: The look of each, by the number that cells name it by.
        """
        self._book = book
        self._look_of = look_of
        self._looks: list[Look] = []
        self._numbers: dict[Look, int] = {}
        self._by_name: dict[str, int] = {}
        self._by_style = np.full(styles, -1, np.int64)

    def __getitem__(self, number: int) -> Look:
        return self._looks[number]

    def named(self, name: str) -> int:
        """The look of a style of the layout."""
        if name not in self._by_name:
            look = _look(self._book.styles[name], self._book.font)
            self._by_name[name] = self._number(look)
        return self._by_name[name]

    def of_column(self, column: Column, rows: int) -> Array:
        """The looks of a column's cells."""
        styles = column.styles
        if isinstance(styles, str):
            return np.full(rows, self.named(styles), np.int64)
        encoded = pc.dictionary_encode(_whole(styles, pa.string()))
        numbers = [self.named(name) for name in encoded.dictionary.to_pylist()]
        looks: Array = np.array(numbers, np.int64)[encoded.indices.to_numpy()]
        return looks

    def of_styles(self, styles: Array) -> Array:
        """The looks of cells by the numbers of their styles in the file."""
        looks: Array = self._by_style[styles]
        if (looks < 0).any():
            for style in np.unique(styles[looks < 0]).tolist():
                self._by_style[style] = self._number(self._look_of(style))
            looks = self._by_style[styles]
        return looks

    def _number(self, look: Look) -> int:
        if look not in self._numbers:
            self._numbers[look] = len(self._looks)
            self._looks.append(look)
        return self._numbers[look]


def _look(style: Style, font: str) -> Look:
    marks = [word for word in ("bold", "italic", "underline") if getattr(style, word)]
    colours = f"{style.colour.upper() or 'black'} on {style.fill.upper() or 'none'}"
    tagged = ["as Heading 1"] if style.is_heading else []
    return Look(
        style.number_format,
        " ".join([style.font or font, f"{style.size:g}", *marks, colours, *tagged]),
    )


class ExpectedSheet:
    """What is expected of a sheet that two readers read, each in its turn.

    Attributes:
        looks: Those of the workbook.
        of_no_row: The cells that stand in no row of a table.
        is_small: Whether its rows are few enough to be kept.
    """

    def __init__(self, sheet: Sheet, looks: Looks) -> None:
        self.looks = looks
        self.of_no_row = cells_of_no_row(sheet, looks)
        self.is_small = sum(table.rows for table in sheet.tables) <= _MOST_ROWS
        self._kept: dict[str, tuple[TableRows, ...]] = {}

    def rows(self, table: Table) -> Iterator[TableRows]:
        """The rows of one of its tables, slice by slice; those of a small sheet are made once."""
        if not self.is_small:
            return expected_rows(table, self.looks)
        if table.name not in self._kept:
            self._kept[table.name] = tuple(expected_rows(table, self.looks))
        return iter(self._kept[table.name])


def expected_rows(table: Table, looks: Looks) -> Iterator[TableRows]:
    """The rows of a table, slice by slice."""
    first = 0
    for part in table.slices():
        columns = tuple(_expected_cells(column, part.rows, looks) for column in part.columns)
        facts = _whole(part.facts, pa.string())
        yield TableRows(np.arange(first, first + part.rows), columns, facts)
        first += part.rows


def _expected_cells(column: Column, rows: int, looks: Looks) -> ColumnCells:
    numbers, truths = _whole(column.numbers, pa.float64()), _whole(column.truths, pa.bool_())
    texts = _whole(column.texts, pa.string())
    truths = _unless(truths, numbers)
    texts = _unless(_unless(texts, numbers), truths)
    if texts is not None and pc.index(texts, "").as_py() >= 0:
        texts = pc.if_else(pc.equal(texts, ""), None, texts)
    return ColumnCells(
        looks.of_column(column, rows),
        texts,
        numbers,
        truths,
        _whole(column.formulas, pa.string()),
        _whole(column.links, pa.string()),
    )


def _unless(array: pa.Array | None, other: pa.Array | None) -> pa.Array | None:
    """What of `array` shows where a cell is what `other` says, if that says anything."""
    if array is None or other is None or other.null_count == len(other):
        return array
    return pc.if_else(pc.is_valid(other), None, array)


def _whole(array: pa.Array | pa.ChunkedArray | None, kind: pa.DataType) -> pa.Array | None:
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    return array if array is None or array.type == kind else array.cast(kind)


def cells_of_no_row(sheet: Sheet, looks: Looks) -> dict[Position, Cell]:
    """The cells that stand in no row of a table: title, note, headers."""
    named = [((0, 0), sheet.title, "", sheet.title_style)]
    named.append(((1, 0), sheet.note, sheet.note_formula, sheet.note_style))
    named.append(((2, 0), sheet.guide, "", sheet.guide_style))
    named += (
        ((table.first_row, at), column.header, "", column.header_style)
        for table in sheet.tables
        for at, column in enumerate(table.columns, table.first_column)
    )
    return {
        place: Cell(text or None, formula or None, looks.named(style))
        for place, text, formula, style in named
        if text or formula
    }


def facts_at(table: Table, rows: Sequence[int]) -> dict[int, str]:
    """The facts that some rows of a table show, by their places in it."""
    facts: dict[int, str] = {}
    first, wanted = 0, sorted(rows)
    for part in table.slices() if wanted else ():
        if part.facts is not None:
            inside = [row for row in wanted if first <= row < first + part.rows]
            facts |= {row: part.facts[row - first].as_py() for row in inside}
        first += part.rows
        if first > wanted[-1]:
            break
    return facts


def canonical_link(link: str) -> str:
    """The link as a workbook holds it: a path beside the workbook is one of Windows there."""
    address, mark, passage = link.removeprefix("external:").partition("#")
    if ":" not in address:
        address = address.replace("/", "\\").removeprefix(".\\")
    return address + mark + passage
