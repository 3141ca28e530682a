"""Cells in columns: one shape for those that are expected and those that a file has.

Whether two columns show the same is asked of whole arrays; single cells are looked at where not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Array = np.ndarray[Any, Any]
Position = tuple[int, int]  # row and column from 0
Value = float | bool | str | None
CELL_TYPES = {"texts": pa.string(), "numbers": pa.float64(), "truths": pa.bool_(),
          "formulas": pa.string(), "links": pa.string()}  # fmt: skip
_VALUES, _HOLDING = ("texts", "numbers", "truths"), ("texts", "numbers", "truths", "formulas")


class Cell(NamedTuple):
    """A single cell: what it holds, its formula with its `=`, the number of its look."""

    value: Value
    formula: str | None
    look: int

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing; then nothing shows of how it would look."""
        return self.value is None and self.formula is None


@dataclass(frozen=True, slots=True)
class ColumnCells:
    """The cells of neighbouring rows in one column; every array has one element a row.

    A cell holds one of text, number and truth value, or none; "" is no text.

    Attributes:
        looks: The number of each cell's look. While a file is read that is the number of its style:
            0, the workbook's own, where there is no cell.
        texts: Strings, or None where no cell holds one; so are the others.
        numbers: float64.
        truths: Booleans.
        formulas: With their `=`.
        links: What an expected cell opens; a file says that elsewhere, behind all its rows.
    """

    looks: Array
    texts: pa.Array | None = None
    numbers: pa.Array | None = None
    truths: pa.Array | None = None
    formulas: pa.Array | None = None
    links: pa.Array | None = None

    def __len__(self) -> int:
        return len(self.looks)

    @staticmethod
    def of(
        values: Sequence[Value], formulas: Sequence[str | None] = (), looks: Sequence[int] = ()
    ) -> "ColumnCells":
        """Cells by their values; without formulas and looks, where none are given."""
        types = set(map(type, values))
        arrays = {
            name: pa.array([v if type(v) is kind else None for v in values], CELL_TYPES[name])
            for name, kind in (("texts", str), ("numbers", float), ("truths", bool))
            if kind in types
        }
        if any(formulas):
            arrays["formulas"] = pa.array(formulas, pa.string())
        numbers = np.array(looks, np.int64) if looks else np.zeros(len(values), np.int64)
        return ColumnCells(numbers, **arrays)

    @staticmethod
    def blank(rows: int) -> "ColumnCells":
        """Cells that hold nothing."""
        return ColumnCells(np.zeros(rows, np.int64))

    def arrays(self) -> dict[str, pa.Array]:
        """The arrays that there are, by name."""
        arrays = ((name, getattr(self, name)) for name in CELL_TYPES)
        return {name: array for name, array in arrays if array is not None}

    def slice(self, start: int, rows: int) -> "ColumnCells":
        """The cells of some rows alone; nothing is copied."""
        if (start, rows) == (0, len(self)):
            return self
        cut = {name: array.slice(start, rows) for name, array in self.arrays().items()}
        return ColumnCells(self.looks[start : start + rows], **cut)

    def take(self, rows: Array) -> "ColumnCells":
        """The cells of these rows, in this order."""
        taken = {name: array.take(pa.array(rows)) for name, array in self.arrays().items()}
        return ColumnCells(self.looks[rows], **taken)

    def looking(self, looks: Array) -> "ColumnCells":
        """The same cells with other numbers of their looks."""
        return ColumnCells(looks, **self.arrays())

    def filled(self) -> Array:
        """For each row whether its cell holds something."""
        filled = np.zeros(len(self), np.bool_)
        for name in _HOLDING:
            array = getattr(self, name)
            if array is not None and array.null_count < len(array):
                filled |= _numpy(array.is_valid())
        return filled

    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        arrays = (getattr(self, name) for name in _HOLDING)
        return all(array is None or array.null_count == len(array) for array in arrays)

    def are_distinct(self) -> bool:
        """Whether no two cells hold the same text, or no text."""
        texts = self.texts
        return texts is not None and pc.count_distinct(texts, "all").as_py() == len(self)

    def values(self) -> list[Value]:
        """What the cells hold, one by one."""
        arrays = [getattr(self, name) for name in _VALUES]
        columns = [array.to_pylist() for array in arrays if array is not None]
        if len(columns) < 2:
            return columns[0] if columns else [None] * len(self)
        rows = zip(*columns, strict=True)
        return [next((value for value in row if value is not None), None) for row in rows]

    def contents(self) -> list[Value]:
        """What the cells are made of, one by one: a formula, else the value."""
        values = self.values()
        formulas = [None] * len(self) if self.formulas is None else self.formulas.to_pylist()
        return [
            value if formula is None else formula
            for value, formula in zip(values, formulas, strict=True)
        ]

    def cell(self, row: int) -> Cell:
        """A single cell."""
        parts = [None if array is None else array[row].as_py()
                 for array in (self.texts, self.numbers, self.truths, self.formulas)]  # fmt: skip
        value = next((value for value in parts[:-1] if value is not None), None)
        return Cell(value, parts[-1], int(self.looks[row]))


def differing_cells(expected: ColumnCells, actual: ColumnCells) -> Array | None:
    """For each row whether the cells differ, but for their links; None where all are the same."""
    same = all(_equal(getattr(expected, name), getattr(actual, name)) for name in _HOLDING)
    looks: Array = expected.looks != actual.looks
    if looks.any():
        looks &= expected.filled()
    if same and not looks.any():
        return None
    formulas = _differing(expected.formulas, actual.formulas, len(expected))
    looks |= differing_values(expected, actual) | formulas
    return looks


def differing_values(expected: ColumnCells, actual: ColumnCells) -> Array:
    """For each row whether the cells hold other values, or values of another type."""
    masks = (_differing(getattr(expected, name), getattr(actual, name), len(expected))
             for name in _VALUES)  # fmt: skip
    return reduce(np.logical_or, masks)


def _equal(expected: pa.Array | None, actual: pa.Array | None) -> bool:
    if expected is None or actual is None:
        there = actual if expected is None else expected
        return there is None or there.null_count == len(there)
    return bool(expected.equals(actual))


def _differing(expected: pa.Array | None, actual: pa.Array | None, rows: int) -> Array:
    if _equal(expected, actual):
        return np.zeros(rows, np.bool_)
    if expected is None or actual is None:
        return _numpy((actual if expected is None else expected).is_valid())  # type: ignore[union-attr]
    apart = pc.fill_null(pc.not_equal(expected, actual), False)
    return _numpy(apart) | _numpy(pc.xor(expected.is_valid(), actual.is_valid()))


def same_values(expected: Sequence[Value], actual: Sequence[Value]) -> bool:
    """Whether values are equal to the last bit, and of the same types: 1 is not TRUE."""
    return expected == actual and list(map(type, expected)) == list(map(type, actual))


def _numpy(array: pa.BooleanArray) -> Array:
    return array.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]
