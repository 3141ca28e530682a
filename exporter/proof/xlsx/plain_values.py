"""What the cells of plain XML of a sheet hold, column by column."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.cells import Array, ColumnCells
from exporter.proof.xlsx.plain_cells import (
    INLINE_STRING,
    NUMBER,
    SHARED,
    STRING,
    TRUTH,
    CellTags,
    RowTags,
)
from exporter.proof.xlsx.plain_tags import (
    CELL,
    FORMULA,
    INLINE,
    VALUE,
    NotPlainError,
    Tags,
    require,
)
from exporter.proof.xlsx.rows import SheetRows
from exporter.proof.xlsx.shared_strings import plain_texts


class Values:
    """What cells hold, column by column."""

    def __init__(self, tags: Tags, cells: CellTags, shared: pa.StringArray) -> None:
        self.tokens = tags.tokens()
        try:
            self.tokens.validate(full=True)  # a cut through UTF-8 must not pass for a text
        except pa.ArrowInvalid:
            raise NotPlainError from None
        self.cells = cells
        self.shared = shared
        self.formulas, self.values = self._places(tags)

    def _places(self, tags: Tags) -> tuple[Array, Array]:
        """The tag before each cell's formula, and the one before what it holds; else -1."""
        at, last = self.cells.tags, len(tags.kinds) - 1
        # Of a cell without anything inside, the tag that follows is not its own.
        own = tags.kinds[at] == CELL
        first = np.where(own, tags.kinds[np.minimum(at + 1, last)], 0)
        after = np.where(first == FORMULA, tags.kinds[np.minimum(at + 3, last)], 0)
        values = np.select(
            [first == VALUE, first == INLINE, after == VALUE], [at + 1, at + 2, at + 3], -1
        )
        inline = self.cells.types == INLINE_STRING
        require(((values < 0) | (inline == (first == INLINE))).all())
        lengths = tags.opens[np.minimum(values + 1, last)] - tags.closes[values] - 1
        return np.where(first == FORMULA, at + 1, -1), np.where(lengths > 0, values, -1)

    def blocks(self, rows: RowTags) -> Iterator[SheetRows]:
        """Blocks of rows that follow one another without a gap."""
        if not len(self.cells.tags):
            return
        order = np.argsort(self.cells.columns, kind="stable")
        edges = np.flatnonzero(np.diff(self.cells.columns[order])) + 1
        columns = np.split(order, edges)
        breaks = np.flatnonzero(np.diff(rows.numbers) > 1) + 1
        for run in np.split(np.arange(len(rows.numbers)), breaks):
            block = {}
            for cells in columns:
                inside = cells[
                    slice(*np.searchsorted(self.cells.rows[cells], (run[0], run[-1] + 1)))
                ]
                if len(inside):
                    at = int(self.cells.columns[inside[0]])
                    block[at] = self._column(inside, self.cells.rows[inside] - run[0], len(run))
            yield SheetRows(int(rows.numbers[run[0]]), len(run), block)

    def _column(self, cells: Array, places: Array, rows: int) -> ColumnCells:
        """A column by its cells, and the rows in which these stand."""
        require((np.diff(places) > 0).all())
        spread = np.full(rows, -1)
        spread[places] = cells
        there = spread >= 0
        styles = np.where(there, self.cells.styles[spread], 0)
        values = np.where(there, self.values[spread], -1)
        types = np.where(values >= 0, self.cells.types[spread], -1)
        formulas = np.where(there, self.formulas[spread], -1)
        texts = {kind: self._texts(np.where(types == kind, values, -1))
                 for kind in np.unique(types).tolist() if kind >= 0}  # fmt: skip
        return ColumnCells(
            styles,
            texts=self._all_texts(texts),
            numbers=_as_numbers(texts.get(NUMBER)),
            truths=_as_truths(texts.get(TRUTH)),
            formulas=self._formulas(formulas),
        )

    def _texts(self, tags: Array) -> pa.StringArray:
        """The text after each tag; null where the tag is -1."""
        return self.tokens.take(pa.array(2 * tags + 1, mask=tags < 0))

    def _all_texts(self, raw: dict[int, pa.StringArray]) -> pa.StringArray | None:
        texts = [read(raw[kind]) for kind, read in
                 ((SHARED, self._shared), (STRING, _read), (INLINE_STRING, _read))
                 if kind in raw]  # fmt: skip
        if len(texts) < 2:
            return texts[0] if texts else None
        return pc.coalesce(*texts)

    def _shared(self, numbers: pa.StringArray) -> pa.StringArray:
        try:
            return self.shared.take(pc.cast(numbers, pa.int32()))
        except pa.ArrowInvalid:
            raise NotPlainError from None

    def _formulas(self, tags: Array) -> pa.StringArray | None:
        if (tags < 0).all():
            return None
        texts = _read(self._texts(tags))
        return pc.binary_join_element_wise("=", texts, "")


def _read(texts: pa.StringArray) -> pa.StringArray:
    try:
        return plain_texts(texts)
    except ValueError:
        raise NotPlainError from None


def _as_numbers(texts: pa.StringArray | None) -> pa.Array | None:
    try:
        return None if texts is None else pc.cast(texts, pa.float64())
    except pa.ArrowInvalid:
        raise NotPlainError from None


def _as_truths(texts: pa.StringArray | None) -> pa.Array | None:
    if texts is None:
        return None
    require(pc.all(pc.is_in(texts.drop_null(), pa.array(["0", "1"]))).as_py() is not False)
    return pc.equal(texts, "1")
