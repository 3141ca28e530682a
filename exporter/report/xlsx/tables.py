"""Tables made of columns, never of cell objects: ninety rows and a million take the same way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

SLICE_ROWS = 8192  # rows that are laid out and written at once
CELLS = ("styles", "texts", "numbers", "truths", "formulas", "links")  # what a cell is made of


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. Every array has one element a row, or one a distinct cell.

    Where `places` is given, the column holds its distinct cells alone, and `places` says for each
    row which of them it has: what is the same in many rows is then made, measured and checked once.

    A cell holds its number where `numbers` has one, else its truth value, else its text, else it is
    blank. Where `formulas` has one, the cell is that formula and what it would have held is the
    cached result.

    Attributes:
        header: What the table's header says.
        width: In Excel's characters.
        styles: A style name for all rows, or a string array of one a row.
        texts: Strings, or None.
        numbers: float64, or None; dates are Excel serial numbers with a date format.
        truths: Booleans, or None.
        formulas: Strings that begin with `=`, or None.
        links: What a cell opens: a URL, or `internal:'Sheet'!A1`; or None.
        places: int32, or None: for each row the place of its cell in the arrays.
        choices: The formula of a drop-down list (`=units`), or "".
        alert: Style name for cells that are FALSE, or "".
        header_style: Style name of the header.
    """

    header: str
    width: float
    styles: str | pa.Array
    texts: pa.Array | None = None
    numbers: pa.Array | None = None
    truths: pa.Array | None = None
    formulas: pa.Array | None = None
    links: pa.Array | None = None
    places: pa.Array | None = None
    choices: str = ""
    alert: str = ""
    header_style: str = "header"

    def slice(self, start: int, rows: int) -> "Column":
        """The column with its cells of some rows alone; nothing is copied."""
        if self.places is not None:
            return replace(self, places=self.places.slice(start, rows))
        return replace(self, **{k: array.slice(start, rows) for k, array in self.arrays().items()})

    def arrays(self) -> dict[str, pa.Array]:
        """What its cells are made of, as far as it is an array, by the name in CELLS."""
        found = ((name, getattr(self, name)) for name in CELLS)
        return {name: one for name, one in found if one is not None and not isinstance(one, str)}

    def spread(self) -> "Column":
        """The column with an element a row in every array."""
        if self.places is None:
            return self
        found = {name: array.take(self.places) for name, array in self.arrays().items()}
        return replace(self, places=None, **found)


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbouring rows of a table: its columns with the cells of these rows alone."""

    columns: tuple[Column, ...]
    rows: int
    facts: pa.Array | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """An Excel table: header in `first_row`, `rows` rows below it. Indices count from 0.

    The cells of a large table are never all in memory: `cells` makes them, slice by slice, each
    time that they are needed. Whoever reads a table goes through `slices()`, whatever its size, or
    through `packed_slices()` if he knows columns of distinct cells.

    Attributes:
        columns: With their cells where the table is held; where it is streamed, without.
        facts: The id of the fact that each row shows, for messages; None where rows are no facts,
            and where the table is streamed.
        cells: Makes the slices of a streamed table, always the same; None where it is held.
        fitted: Whether its rows are as high as their texts need; else all are of one line.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    first_row: int = 3
    first_column: int = 0
    facts: pa.Array | None = None
    cells: Callable[[], Iterator[Slice]] | None = None
    fitted: bool = True

    def slices(self) -> Iterator[Slice]:
        """All rows in order, at most SLICE_ROWS at once; none for a table without rows.

        Every array has one element a row.
        """
        for part in self.packed_slices():
            yield replace(part, columns=tuple(column.spread() for column in part.columns))

    def packed_slices(self) -> Iterator[Slice]:
        """The same rows in the same slices, of columns as they are kept."""
        if self.cells is not None:
            yield from self.cells()
            return
        for start in range(0, self.rows, SLICE_ROWS):
            rows = min(SLICE_ROWS, self.rows - start)
            facts = None if self.facts is None else self.facts.slice(start, rows)
            yield Slice(tuple(one.slice(start, rows) for one in self.columns), rows, facts)

    def held(self) -> "Table":
        """The same table with all its cells in memory."""
        if self.cells is None:
            return self
        slices = list(self.slices())
        columns = tuple(
            _joined(column, [one.columns[index] for one in slices])
            for index, column in enumerate(self.columns)
        )
        known = [one.facts for one in slices if one.facts is not None]
        return replace(self, columns=columns, facts=_chain(known) if known else None, cells=None)


def _joined(column: Column, parts: Sequence[Column]) -> Column:
    """A column whose cells are those of its parts, one after another."""
    if not parts:
        return column
    cells = {name: [getattr(part, name) for part in parts] for name in CELLS}
    one_style = all(isinstance(part.styles, str) for part in parts)
    found: dict[str, Any] = {
        name: _chain(arrays)
        for name, arrays in cells.items()
        if arrays[0] is not None and not (name == "styles" and one_style)
    }
    return replace(column, **{"styles": parts[0].styles, **found})


def _chain(arrays: Sequence[pa.Array | pa.ChunkedArray]) -> pa.ChunkedArray:
    chunks = [one.chunks if isinstance(one, pa.ChunkedArray) else [one] for one in arrays]
    return pa.chunked_array([chunk for some in chunks for chunk in some])
