"""A column's cells as XML, many rows at a time.

A cell is `<c r="B7" s="3" t="s"><v>12</v></c>`. A column gives what follows the reference, as
fragments that are joined row by row. What few rows differ in (styles, texts that repeat) is made
once for each distinct value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import integer_values, literal, strings, text_lengths
from exporter.report.xlsx.model import Column, Table
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.shared_strings import SharedStrings
from exporter.writers.xlsx.xml_texts import (
    Fragment,
    as_column,
    joined,
    needs_preserving,
    xml_numbers,
    xml_text,
    xml_texts,
)

_BLANK = "/>"
_END = "</v></c>"
# Texts that repeat less than that are not worth an index: most are written in their cells.
_REPEATED = 2


@dataclass(frozen=True, slots=True)
class CellFragments:
    """The cells of some rows of a column, as far as they must be made in the order of the rows.

    Attributes:
        column: The column; of its distinct cells alone where `indices` has the one of each row.
        indices: None where every row has a cell of its own.
        style: The attribute that names the style, one for all cells or one each.
        shared: The XML of its texts where they are shared, one a cell.
    """

    column: Column
    indices: pa.Array | None
    style: Fragment
    shared: pa.DictionaryArray | None

    def fragments(self, reference: Sequence[Fragment]) -> list[Fragment]:
        """What follows the reference in every row; may be made in any thread.

        Args:
            reference: The cells' own (`B7`), for formulas that are entered as arrays.
        """
        if self.indices is None:
            return [self.style, *self._contents(reference)]
        cells = joined([self.style, *self._contents(reference)])
        return [pa.DictionaryArray.from_arrays(self.indices, cells)]

    def _contents(self, reference: Sequence[Fragment]) -> list[Fragment]:
        kinds, formulas = list(self._kinds()), self.column.formulas
        if formulas is not None and formulas.null_count < len(formulas):
            area: list[Fragment] = [' t="array" ref="', *reference, '"']
            entered = area if self.column.arrays else []
            return _formulas(self.column, formulas, entered, _filled(kinds))
        if len(kinds) == 1 and not _has_nulls(kinds[0]):
            return kinds[0]
        return [_filled(kinds)]

    def _kinds(self) -> Iterator[list[Fragment]]:
        """Numbers, truth values and texts, where there are any; a cell has the first of these."""
        column = self.column
        if (numbers := column.numbers) is not None:
            yield ["><v>", xml_numbers(numbers), _END]
            if not numbers.null_count:
                return
        if (truths := column.truths) is not None:
            yield [' t="b"><v>', _truths(truths), _END]
        if self.shared is not None:
            yield [as_column(self.shared)]
        elif (texts := column.texts) is not None:
            texts = _without_empty(texts)
            space = ' xml:space="preserve"' if needs_preserving(texts) else ""
            yield [f' t="inlineStr"><is><t{space}>', xml_texts(texts), "</t></is></c>"]


class CellMaker:
    """Makes the cells of one table ready, slice by slice in the order of its rows."""

    def __init__(
        self, table: Table, formats: Formats, strings: SharedStrings, *, share: bool
    ) -> None:
        """Cells of `table`.

        Args:
            table: The table.
            formats: The book's styles.
            strings: The book's shared strings.
            share: Whether to share all texts; else a column shares its own while they repeat.
        """
        self._formats = formats
        self._strings = strings
        self._share = share
        self._sharing = {index for index, _ in enumerate(table.columns)}

    def cells(self, columns: Sequence[Column]) -> list[CellFragments]:
        """The cells of the table's next rows."""
        return [self._cells(index, *column.distinct()) for index, column in enumerate(columns)]

    def _cells(self, index: int, column: Column, indices: pa.Array | None) -> CellFragments:
        return CellFragments(
            column, indices, self._style(column), self._shared(index, column, indices)
        )

    def _style(self, column: Column) -> Fragment:
        styles = column.styles
        if isinstance(styles, str):
            return self._formats.attribute(styles)
        names = _encoded(styles)
        attributes = map(self._formats.attribute, names.dictionary.to_pylist())
        return pa.DictionaryArray.from_arrays(names.indices, strings(attributes))

    def _shared(
        self, index: int, column: Column, indices: pa.Array | None
    ) -> pa.DictionaryArray | None:
        texts = column.texts
        if texts is None or index not in self._sharing or column.formulas is not None:
            return None
        encoded = _encoded(texts)
        rows = len(texts) if indices is None else len(indices)
        if not self._share and len(encoded.dictionary) * _REPEATED > rows:
            self._sharing.discard(index)
            return None
        distinct = encoded.dictionary.to_pylist()
        places = [self._strings.index(text) if text else None for text in distinct]
        named = np.array([place is not None for place in places], np.bool_)
        of_cells = named[integer_values(encoded.indices)]
        of_rows = of_cells if indices is None else of_cells[integer_values(indices)]
        self._strings.count += int(of_rows.sum())
        made = [
            _shared(text, place) if text else None
            for text, place in zip(distinct, places, strict=True)
        ]
        return pa.DictionaryArray.from_arrays(encoded.indices, strings(made))


def _encoded(texts: pa.Array) -> pa.DictionaryArray:
    """Texts as their distinct ones, null maybe among them."""
    return pc.dictionary_encode(texts, null_encoding="encode")


def _shared(text: str, place: int | None) -> str:
    if place is not None:
        return f' t="s"><v>{place}{_END}'
    return f' t="inlineStr"><is><t xml:space="preserve">{xml_text(text)}</t></is></c>'


def _formulas(
    column: Column, formulas: pa.Array, entered: Sequence[Fragment], others: Fragment
) -> list[Fragment]:
    """Formulas with their cached results, and where there is no formula what others there are.

    `entered` are the attributes that say how.
    """
    numbers, truths, texts = column.numbers, column.truths, column.texts
    written = xml_texts(pc.ascii_ltrim(formulas, "="))  # without the =
    cached = [] if texts is None else [xml_texts(texts)]
    start: Fragment = ' t="str"><f'
    if truths is not None:
        start = pc.if_else(pc.is_valid(truths), literal(' t="b"><f'), literal(start))
        cached.insert(0, _truths(truths))
    if numbers is not None:
        start = pc.if_else(pc.is_valid(numbers), literal("><f"), as_column(start))
        cached.insert(0, xml_numbers(numbers))
    result = pc.coalesce(*cached, literal("")) if cached else ""
    fragments: list[Fragment] = [start, *entered, ">", written, "</f><v>", result, _END]
    if not formulas.null_count:
        return fragments
    return [pc.coalesce(joined(fragments), as_column(others))]


def _filled(kinds: Sequence[list[Fragment]]) -> Fragment:
    """Of each row the first kind that it has, else a blank cell."""
    return pc.coalesce(*map(joined, kinds), literal(_BLANK)) if kinds else _BLANK


def _has_nulls(fragments: list[Fragment]) -> bool:
    return any(isinstance(some, pa.Array) and some.null_count for some in fragments)


def _truths(truths: pa.Array) -> pa.Array:
    return pc.if_else(truths, literal("1"), literal("0"))


def _without_empty(texts: pa.Array) -> pa.Array:
    """The texts with nulls for empty ones, which are blank cells."""
    if texts.null_count == int((text_lengths(texts) == 0).sum()):
        return texts
    return pc.if_else(pc.equal(texts, literal("")), literal(None), texts)
