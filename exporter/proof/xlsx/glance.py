"""A sheet compared with its layout at a glance: whether it shows just that, slice by slice.

Where it does not, or not so plainly, the details are told by `tables` and `cells`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.cells import loose_cells
from exporter.proof.xlsx.found_book import FoundBook
from exporter.proof.xlsx.found_cells import Block, Cell, FoundColumn
from exporter.proof.xlsx.laid_out import canonical_link, described
from exporter.proof.xlsx.sheet_stream import SheetStream
from exporter.proof.xlsx.values import same
from exporter.report.xlsx.model import Column, Sheet, Slice, Table, Workbook


@dataclass(slots=True)
class Glance:
    """What was seen of a sheet.

    Attributes:
        same: Whether it shows what was laid out and nothing else; but for the links.
        proved: How many rows of the first table were seen to be the same, from above.
        links: What the cells should open.
    """

    same: bool
    proved: int = 0
    links: dict[Cell, str] = field(default_factory=dict)


def glance_at(book: Workbook, sheet: Sheet, stream: SheetStream, found: FoundBook) -> Glance:
    """Compare a sheet with its layout until something differs."""
    return _Glancing(book, sheet, found).run(stream)


class _Glancing:
    """A comparison on its way down a sheet."""

    def __init__(self, book: Workbook, sheet: Sheet, found: FoundBook) -> None:
        self.tables = [_Rows(table) for table in sheet.tables]
        self.loose = {
            cell: (text or None, formula or None, described(book.styles[style], book.font))
            for cell, (text, style, formula) in loose_cells(sheet).items()
        }
        self.looks = _Looks(book, found)
        self.links: dict[Cell, str] = {}

    def run(self, stream: SheetStream) -> Glance:
        """Go down the sheet."""
        same, row, proved = True, 0, 0
        edges = sorted({edge for one in self.tables for edge in (one.top, one.end)})
        for block in stream.blocks():
            same = not block.twice and block.first >= row
            for piece in _pieces(block, edges) if same else ():
                if not (same := self._is_same(piece)):
                    break
            if not same:
                break
            row, proved = block.first + block.rows, sum(one.taken for one in self.tables[:1])
        same = same and not self.loose and all(one.is_done() for one in self.tables)
        return Glance(same, proved, self.links)

    def _is_same(self, piece: Block) -> bool:
        """Whether neighbouring rows show what was laid out; no table begins or ends among them."""
        owned: set[int] = set()
        for table in self.tables:
            if table.top <= piece.first < table.end:
                owned.update(table.columns)
                if not self._rows_are_same(table, piece):
                    return False
        return all(
            self._is_loose(at, piece.first, column)
            for at, column in piece.columns.items()
            if at not in owned
        )

    def _rows_are_same(self, table: "_Rows", piece: Block) -> bool:
        for laid, first in table.take(piece.first, piece.rows):
            rows = piece.slice(first, laid.rows)
            for at, column in zip(table.columns, laid.columns, strict=True):
                seen = rows.columns.get(at) or FoundColumn(np.zeros(laid.rows, np.int64))
                if not (
                    _holds_the_same(column, seen, laid.rows) and self.looks.agree(column, seen)
                ):
                    return False
                self._note_links(column.links, first, at)
            table.taken += laid.rows
        return table.top + table.taken == piece.first + piece.rows

    def _note_links(self, links: pa.Array | None, first: int, column: int) -> None:
        if links is not None and links.null_count < len(links):
            for row, link in enumerate(links.to_pylist(), first):
                if link:
                    self.links[row, column] = canonical_link(link)

    def _is_loose(self, at: int, first: int, column: FoundColumn) -> bool:
        """Whether cells of no table are those laid out: title, note, headers."""
        if column.is_blank():
            return True
        formulas = [None] * len(column.styles)
        if column.formulas is not None:
            formulas = column.formulas.to_pylist()
        cells = zip(column.values(), formulas, column.styles.tolist(), strict=True)
        for row, (value, formula, style) in enumerate(cells, first):
            if (value, formula) == (None, None):
                continue
            text, wanted, look = self.loose.pop((row, at), (None, None, None))
            if not same([value, formula], [text, wanted]) or look != self.looks.found(style):
                return False
        return True


class _Rows:
    """The rows of a laid-out table, taken one after another."""

    def __init__(self, table: Table) -> None:
        self.top = table.first_row + 1
        self.end = self.top + table.rows
        self.columns = range(table.first_column, table.first_column + len(table.columns))
        self.taken = 0
        self._slices = table.slices()
        self._slice: Slice | None = None
        self._used = 0

    def take(self, first: int, rows: int) -> Iterator[tuple[Slice, int]]:
        """The next rows, with the row of the sheet that each part begins in.

        Nothing where `first` is not the next row: others were passed over.
        """
        end = first + rows if first == self.top + self.taken else first
        while first < end:
            if self._slice is None or self._used == self._slice.rows:
                self._slice, self._used = next(self._slices), 0
            count = min(end - first, self._slice.rows - self._used)
            columns = tuple(one.slice(self._used, count) for one in self._slice.columns)
            yield Slice(columns, count), first
            first, self._used = first + count, self._used + count

    def is_done(self) -> bool:
        """Whether all rows were taken."""
        return self.top + self.taken == self.end


class _Looks:
    """Styles laid out and found; both sides name few of them, many times."""

    def __init__(self, book: Workbook, found: FoundBook) -> None:
        self.laid = {name: described(style, book.font) for name, style in book.styles.items()}
        self.found = found.style

    def agree(self, column: Column, seen: FoundColumn) -> bool:
        """Whether all cells look as laid out; nothing shows of how a blank cell would look."""
        names, codes = _encoded(column.styles, len(seen.styles))
        pairs = codes * (int(seen.styles.max(initial=0)) + 1) + seen.styles
        for pair in np.unique(pairs).tolist():
            at = int(np.argmax(pairs == pair))
            if self.laid[names[codes[at]]] != self.found(int(seen.styles[at])):
                places = pa.array(np.flatnonzero(pairs == pair))
                if not _taken(seen, places).is_blank():
                    return False
        return True


def _encoded(styles: str | pa.Array, rows: int) -> tuple[Sequence[str], np.ndarray]:
    if isinstance(styles, str):
        return [styles], np.zeros(rows, np.int64)
    encoded = pc.dictionary_encode(_one(styles))
    return encoded.dictionary.to_pylist(), encoded.indices.to_numpy().astype(np.int64)


def _taken(column: FoundColumn, places: pa.Array) -> FoundColumn:
    arrays: Mapping[str, pa.Array | None] = {
        name: getattr(column, name) for name in ("texts", "numbers", "truths", "formulas")
    }
    return FoundColumn(
        column.styles[places.to_numpy()],
        **{name: one.take(places) for name, one in arrays.items() if one is not None},
    )


def _holds_the_same(column: Column, seen: FoundColumn, rows: int) -> bool:
    """Whether cells hold the same values, of the same types, and the same formulas."""
    numbers, truths, texts = _one(column.numbers), _one(column.truths), _one(column.texts)
    truths = _unless(truths, numbers)
    texts = _unless(_unless(texts, numbers), truths)
    if texts is not None and pc.any(pc.equal(texts, "")).as_py():
        texts = pc.if_else(pc.equal(texts, ""), None, texts)
    return (
        _equal(numbers, seen.numbers, rows)
        and _equal(truths, seen.truths, rows)
        and _equal(texts, seen.texts, rows)
        and _equal(_one(column.formulas), seen.formulas, rows)
    )


def _unless(array: pa.Array | None, other: pa.Array | None) -> pa.Array | None:
    """What of `array` shows where a cell is what `other` says, if that says anything."""
    if array is None or other is None or other.null_count == len(other):
        return array
    return pc.if_else(pc.is_valid(other), None, array)


def _equal(laid: pa.Array | None, seen: pa.Array | None, rows: int) -> bool:
    if laid is None or seen is None:
        there = seen if laid is None else laid
        return there is None or there.null_count == rows
    if laid.type != seen.type:
        laid = laid.cast(seen.type)
    return bool(laid.equals(seen))


def _one(array: pa.Array | pa.ChunkedArray | None) -> pa.Array | None:
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _pieces(block: Block, edges: Sequence[int]) -> Iterator[Block]:
    """A block cut where tables begin and end."""
    last = block.first + block.rows
    cuts = [block.first, *(edge for edge in edges if block.first < edge < last), last]
    for start, end in pairwise(cuts):
        yield block.slice(start, end - start)
