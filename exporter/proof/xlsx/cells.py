"""Cells in columns: one shape for those that are expected and those that a file has.

Whether two columns show the same is asked of whole arrays; single cells are looked at where not.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.difference import NOTHING

Array = np.ndarray[Any, Any]
Position = tuple[int, int]  # row and column from 0
Value = float | bool | str | None
_TYPES = {"texts": pa.string(), "numbers": pa.float64(), "truths": pa.bool_(),
          "formulas": pa.string(), "links": pa.string()}  # fmt: skip
_VALUES, _HOLDING = ("texts", "numbers", "truths"), ("texts", "numbers", "truths", "formulas")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)", re.IGNORECASE)


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
            name: pa.array([v if type(v) is kind else None for v in values], _TYPES[name])
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
        arrays = ((name, getattr(self, name)) for name in _TYPES)
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
            [_or_nulls(getattr(cells, name), len(cells), _TYPES[name]) for cells in parts]
        )
        for name in names
    }
    return ColumnCells(np.concatenate([cells.looks for cells in parts]), **arrays)


def _or_nulls(array: pa.Array | None, rows: int, kind: pa.DataType) -> pa.Array:
    return pa.nulls(rows, kind) if array is None else array


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


def shown_both(expected: Value, actual: Value, number_format: str = "") -> tuple[str, str]:
    """Two values in words, with what tells them apart where that is another kind or a last bit.

    Args:
        expected: What a cell should hold.
        actual: What it holds.
        number_format: Of the expected cell: where it is one of dates, numbers are told as dates.
    """
    both = shown(expected, number_format), shown(actual, number_format)
    if both[0] != both[1]:
        return both
    if type(expected) is type(actual):
        return repr(expected), repr(actual)
    return f"{both[0]} ({_kind(expected)})", f"{both[1]} ({_kind(actual)})"


def shown(value: Value, number_format: str = "") -> str:
    """A cell's value in words: a number with the 15 digits that Excel keeps, or as a date."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        number = str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
        return _date(value, number_format) or number
    return str(value)


def _date(serial: float, number_format: str) -> str:
    """The day, or time, that a serial number stands for; "" where it stands for none."""
    from openpyxl.styles.numbers import is_date_format
    from openpyxl.utils.datetime import from_excel

    if serial < 0 or not is_date_format(number_format):
        return ""
    try:
        return str(from_excel(serial)).removesuffix(" 00:00:00")
    except (ValueError, OverflowError):  # no day of Excel's calendar
        return ""


def _kind(value: Value) -> str:
    names = {bool: "truth value", float: "number", str: "text"}
    return names.get(type(value), "blank")


def cell_name(row: int, column: int) -> str:
    """`B7`, by row and column from 0."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters, column = chr(ord("A") + letter) + letters, column - 1
    return f"{letters}{row + 1}"


def range_name(top: int, left: int, bottom: int, right: int) -> str:
    """`A4:K10`, or `B7` where it is one cell; `bottom` and `right` are inside."""
    first, last = cell_name(top, left), cell_name(bottom, right)
    return first if first == last else f"{first}:{last}"


def position(reference: str) -> Position:
    """Row and column from 0 of `B7`.

    Raises:
        ValueError: It names no cell.
    """
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} names no cell")
    column = reduce(lambda number, letter: number * 26 + ord(letter) - 64, match[1].upper(), 0)
    return int(match[2]) - 1, column - 1


def _numpy(array: pa.BooleanArray) -> Array:
    return array.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]
