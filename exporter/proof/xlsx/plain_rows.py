"""Rows of a sheet read from XML of the plain shape that spreadsheet programs write, quickly.

The XML is cut at its angle brackets, thousands of cells at once. What is not of that shape (runs of
formatted text, shared formulas, comments, …) is left to `event_cells`, which reads all XML. No
regard is had to how our own writer writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.found_cells import Block, FoundColumn
from exporter.proof.xlsx.plain_cells import (
    INLINE_STRING,
    NUMBER,
    SHARED,
    STRING,
    TRUTH,
    Cells,
    Rows,
    find_cells,
    find_rows,
)
from exporter.proof.xlsx.plain_tags import (
    CELL,
    FORMULA,
    INLINE,
    VALUE,
    Array,
    NotPlainError,
    Tags,
    cut,
    require,
)
from exporter.proof.xlsx.xml_text import plain_texts


@dataclass(frozen=True, slots=True)
class PlainRows:
    """Rows as found.

    Attributes:
        blocks: The rows that have cells.
        noted: The attributes of rows that may not show, by their number from 1.
    """

    blocks: tuple[Block, ...]
    noted: dict[int, dict[str, str]]


def read_plain(xml: bytes, shared: pa.StringArray) -> PlainRows:
    """Read whole rows.

    Args:
        xml: From the first tag of a row to the last one of a row.
        shared: The workbook's shared texts.

    Raises:
        NotPlainError: Another reader must say what this is.
    """
    tags = cut(xml)
    tags.require_grammar()
    rows, noted = find_rows(tags)
    cells = find_cells(tags, rows)
    blocks = tuple(_Values(tags, cells, shared).blocks(rows))
    return PlainRows(blocks, noted)


class _Values:
    """What cells hold, column by column."""

    def __init__(self, tags: Tags, cells: Cells, shared: pa.StringArray) -> None:
        self.tokens = tags.tokens()
        try:
            self.tokens.validate(full=True)  # a cut through UTF-8 must not pass for a text
        except pa.ArrowInvalid:
            raise NotPlainError from None
        self.cells = cells
        self.shared = shared
        self.formulas, self.held = self._places(tags)

    def _places(self, tags: Tags) -> tuple[Array, Array]:
        """The tag before each cell's formula, and the one before what it holds; else -1."""
        at, last = self.cells.tags, len(tags.kinds) - 1
        # Of a cell without anything inside, the tag that follows is not its own.
        own = tags.kinds[at] == CELL
        first = np.where(own, tags.kinds[np.minimum(at + 1, last)], 0)
        after = np.where(first == FORMULA, tags.kinds[np.minimum(at + 3, last)], 0)
        held = np.select(
            [first == VALUE, first == INLINE, after == VALUE], [at + 1, at + 2, at + 3], -1
        )
        inline = self.cells.types == INLINE_STRING
        require(((held < 0) | (inline == (first == INLINE))).all())
        lengths = tags.opens[np.minimum(held + 1, last)] - tags.closes[held] - 1
        return np.where(first == FORMULA, at + 1, -1), np.where(lengths > 0, held, -1)

    def blocks(self, rows: Rows) -> Iterator[Block]:
        """Blocks of rows that follow one another without a gap."""
        if not len(self.cells.tags):
            return
        order = np.argsort(self.cells.columns, kind="stable")
        edges = np.flatnonzero(np.diff(self.cells.columns[order])) + 1
        columns = np.split(order, edges)
        breaks = np.flatnonzero(np.diff(rows.numbers) > 1) + 1
        for run in np.split(np.arange(len(rows.numbers)), breaks):
            found = {}
            for cells in columns:
                inside = cells[
                    slice(*np.searchsorted(self.cells.rows[cells], (run[0], run[-1] + 1)))
                ]
                if len(inside):
                    at = int(self.cells.columns[inside[0]])
                    found[at] = self._column(inside, self.cells.rows[inside] - run[0], len(run))
            yield Block(int(rows.numbers[run[0]]), len(run), found)

    def _column(self, cells: Array, places: Array, rows: int) -> FoundColumn:
        """A column by its cells, and the rows in which these stand."""
        require((np.diff(places) > 0).all())
        spread = np.full(rows, -1)
        spread[places] = cells
        there = spread >= 0
        styles = np.where(there, self.cells.styles[spread], 0)
        held = np.where(there, self.held[spread], -1)
        types = np.where(held >= 0, self.cells.types[spread], -1)
        formulas = np.where(there, self.formulas[spread], -1)
        found = {kind: self._texts(np.where(types == kind, held, -1))
                 for kind in np.unique(types).tolist() if kind >= 0}  # fmt: skip
        return FoundColumn(
            styles,
            texts=self._all_texts(found),
            numbers=_as_numbers(found.get(NUMBER)),
            truths=_as_truths(found.get(TRUTH)),
            formulas=self._formulas(formulas),
        )

    def _texts(self, tags: Array) -> pa.StringArray:
        """The text after each tag; null where the tag is -1."""
        return self.tokens.take(pa.array(2 * tags + 1, mask=tags < 0))

    def _all_texts(self, found: dict[int, pa.StringArray]) -> pa.StringArray | None:
        texts = [plain(found[kind]) for kind, plain in
                 ((SHARED, self._shared), (STRING, _read), (INLINE_STRING, _read))
                 if kind in found]  # fmt: skip
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
