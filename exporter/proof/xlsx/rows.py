"""Rows of cells: those of a sheet as a file has them, those of a table as expected or as found."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.cell_words import shown
from exporter.proof.xlsx.cells import CELL_TYPES, Array, ColumnCells, Position


@dataclass(frozen=True, slots=True)
class SheetRows:
    """Neighbouring rows of a sheet as a file has them; rows and columns count from 0.

    Attributes:
        first: The first row.
        rows: How many there are.
        columns: By their place; a column that is not here has no cells.
        twice: Cells that the file has more than once.
    """

    first: int
    rows: int
    columns: Mapping[int, ColumnCells] = field(default_factory=dict)
    twice: tuple[Position, ...] = ()

    def slice(self, first: int, rows: int) -> "SheetRows":
        """Some of the rows, of which `first` is the first."""
        if (first, rows) == (self.first, self.rows):
            return self
        start = first - self.first
        columns = {at: cells.slice(start, rows) for at, cells in self.columns.items()}
        twice = tuple(cell for cell in self.twice if first <= cell[0] < first + rows)
        return SheetRows(first, rows, columns, twice)


@dataclass(frozen=True, slots=True)
class TableRows:
    """Rows in the columns of a table, expected or actual.

    Attributes:
        numbers: Of each: where it is expected in the table, or where it stands on the sheet.
        columns: Its cells.
        facts: The fact that each shows, where rows are expected and show facts.
    """

    numbers: Array
    columns: tuple[ColumnCells, ...]
    facts: pa.Array | None = None

    def __len__(self) -> int:
        return len(self.numbers)

    def slice(self, start: int, rows: int | None = None) -> "TableRows":
        """Some of them, or all from one on; nothing is copied."""
        count = len(self) - start if rows is None else rows
        if (start, count) == (0, len(self)):
            return self
        columns = tuple(cells.slice(start, count) for cells in self.columns)
        facts = None if self.facts is None else self.facts.slice(start, count)
        return TableRows(self.numbers[start : start + count], columns, facts)

    def take(self, rows: Array) -> "TableRows":
        """These of them, in this order."""
        columns = tuple(cells.take(rows) for cells in self.columns)
        facts = None if self.facts is None else self.facts.take(pa.array(rows))
        return TableRows(self.numbers[rows], columns, facts)

    def filled(self) -> Array:
        """Of each whether it holds something."""
        masks = (cells.filled() for cells in self.columns)
        return reduce(np.logical_or, masks, np.zeros(len(self), np.bool_))

    def neighbours(self) -> int:
        """How many of them, from the first on, stand below one another without a gap."""
        gaps = np.flatnonzero(np.diff(self.numbers) != 1)
        return int(gaps[0]) + 1 if len(gaps) else len(self)

    def in_order(self) -> "TableRows":
        """The same in the order of their numbers.

        Raises:
            ValueError: A number is there twice.
        """
        steps = np.diff(self.numbers)
        if (steps > 0).all():
            return self
        rows = self.take(np.argsort(self.numbers, kind="stable"))
        twice = np.flatnonzero(np.diff(rows.numbers) == 0)
        if len(twice):
            raise ValueError(f"row {rows.numbers[twice[0]] + 1} is there twice")
        return rows

    def key(self) -> int | None:
        """The column that shows the facts' ids, or None."""
        if self.facts is None or self.facts.null_count == len(self):
            return None
        keys = (at for at, cells in enumerate(self.columns)
                if cells.texts is not None and cells.texts.equals(self.facts))  # fmt: skip
        return next(keys, None)

    def fact(self, row: int) -> str | None:
        """The fact that one of them shows."""
        return None if self.facts is None else self.facts[row].as_py()

    def shown(self, row: int, number_format: Callable[[int], str]) -> str:
        """All that one of them holds, in words; `number_format` gives that of a look."""
        filled = (cell for cells in self.columns if (cell := cells.cell(row)).value is not None)
        return " | ".join(shown(cell.value, number_format(cell.look)) for cell in filled)


def no_rows(columns: int) -> TableRows:
    """No rows of a table of so many columns."""
    return TableRows(np.zeros(0, np.int64), (ColumnCells.blank(0),) * columns)


def join_rows(parts: Collection[TableRows]) -> TableRows:
    """Rows one after another."""
    if len(parts) == 1:
        return next(iter(parts))
    columns = zip(*(rows.columns for rows in parts), strict=True)
    facts = None
    if any(rows.facts is not None for rows in parts):
        facts = pa.concat_arrays([_or_nulls(rows.facts, len(rows), pa.string()) for rows in parts])
    numbers = np.concatenate([rows.numbers for rows in parts])
    return TableRows(numbers, tuple(_join_cells(cells) for cells in columns), facts)


def _join_cells(parts: Sequence[ColumnCells]) -> ColumnCells:
    names = {name for cells in parts for name in cells.arrays()}
    arrays = {
        name: pa.concat_arrays(
            [_or_nulls(getattr(cells, name), len(cells), CELL_TYPES[name]) for cells in parts]
        )
        for name in names
    }
    return ColumnCells(np.concatenate([cells.looks for cells in parts]), **arrays)


def _or_nulls(array: pa.Array | None, rows: int, kind: pa.DataType) -> pa.Array:
    return pa.nulls(rows, kind) if array is None else array
