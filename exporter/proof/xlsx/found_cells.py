"""Cells as found in a file, in the shape in which tables are laid out: columns of arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.values import Value

Cell = tuple[int, int]
_CELLS = ("texts", "numbers", "truths", "formulas")


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """The cells of neighbouring rows in one column; every array has one element a row.

    Attributes:
        styles: The number of each cell's style; 0, the workbook's own, where there is no cell.
        texts: Strings, or None where no cell holds one; so are the others.
        numbers: float64.
        truths: Booleans.
        formulas: With their `=`.
    """

    styles: np.ndarray[Any, Any]
    texts: pa.Array | None = None
    numbers: pa.Array | None = None
    truths: pa.Array | None = None
    formulas: pa.Array | None = None

    def slice(self, start: int, rows: int) -> "FoundColumn":
        """The cells of some rows alone; nothing is copied."""
        found = {name: getattr(self, name) for name in _CELLS}
        cut = {name: one.slice(start, rows) for name, one in found.items() if one is not None}
        return replace(self, styles=self.styles[start : start + rows], **cut)

    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        arrays = (getattr(self, name) for name in _CELLS)
        return all(one is None or one.null_count == len(one) for one in arrays)

    def values(self) -> list[Value]:
        """What the cells hold, one by one."""
        columns = [one.to_pylist() for one in (self.texts, self.numbers, self.truths) if one]
        if len(columns) < 2:
            return columns[0] if columns else [None] * len(self.styles)
        found = zip(*columns, strict=True)
        return [next((v for v in held if v is not None), None) for held in found]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring rows as found; rows and columns count from 0.

    Attributes:
        first: The first row.
        rows: How many there are.
        columns: By their place; a column that is not here has no cells.
        twice: Cells that the file has more than once.
    """

    first: int
    rows: int
    columns: Mapping[int, FoundColumn] = field(default_factory=dict)
    twice: tuple[Cell, ...] = ()

    def slice(self, first: int, rows: int) -> "Block":
        """Some of the rows, of which `first` is the first."""
        if (first, rows) == (self.first, self.rows):
            return self
        start = first - self.first
        columns = {at: one.slice(start, rows) for at, one in self.columns.items()}
        twice = tuple(cell for cell in self.twice if first <= cell[0] < first + rows)
        return Block(first, rows, columns, twice)
