"""A column's cells as XML, many rows at a time.

A cell is `<c r="B7" s="3" t="s"><v>12</v></c>`. A column gives what follows the reference, as parts
that are joined row by row: strings that are the same in every row, and arrays of one string a row.
What few rows differ in (styles, texts that repeat) is made once for each distinct value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import integer_values, literal, strings, text_lengths
from exporter.report.xlsx.tables import Column, Table
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.shared import SharedTexts
from exporter.writers.xlsx.xml_texts import (
    Part,
    Taken,
    as_column,
    exact_numbers,
    exact_text,
    exact_texts,
    joined,
    needs_preserving,
)

_BLANK = "/>"
_END = "</v></c>"
# Texts that repeat less than that are not worth an index: most are written in their cells.
_REPEATED = 2


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of some rows of a column, as far as they must be made in the order of the rows.

    Attributes:
        column: The column.
        style: The attribute that names the style, one for all or one a row.
        shared: The XML of its texts where they are shared.
    """

    column: Column
    style: str | Taken
    shared: Taken | None

    def parts(self) -> list[Part]:
        """What follows the reference in every row; may be made in any thread."""
        places = self.column.places
        if places is None:
            return [self.style, *self._contents()]
        style = self.style if isinstance(self.style, str) else self.style.values
        return [Taken(joined([style, *self._contents()]), places)]

    def _contents(self) -> list[Part]:
        column = self.column
        kinds = list(self._kinds())
        if column.formulas is not None and column.formulas.null_count < len(column.formulas):
            return _formulas(column, _filled(kinds))
        if len(kinds) == 1 and not _has_nulls(kinds[0]):
            return kinds[0]
        return [_filled(kinds)]

    def _kinds(self) -> Iterator[list[Part]]:
        """Numbers, truth values and texts, where there are any; a cell has the first of these."""
        column = self.column
        if column.numbers is not None:
            yield ["><v>", exact_numbers(column.numbers), _END]
            if not column.numbers.null_count:
                return
        if column.truths is not None:
            yield [' t="b"><v>', _truths(column.truths), _END]
        if self.shared is not None:
            yield [self.shared.array() if column.places is None else self.shared.values]
        elif column.texts is not None:
            texts = _without_empty(column.texts)
            space = ' xml:space="preserve"' if needs_preserving(texts) else ""
            yield [f' t="inlineStr"><is><t{space}>', exact_texts(texts), "</t></is></c>"]


class CellMaker:
    """Makes the cells of one table ready, slice by slice in the order of its rows."""

    def __init__(self, table: Table, formats: Formats, texts: SharedTexts, *, share: bool) -> None:
        """Cells of `table`.

        Args:
            table: The table.
            formats: The book's styles.
            texts: The book's shared texts.
            share: Whether to share all texts; else a column shares its own while they repeat.
        """
        self._formats = formats
        self._texts = texts
        self._share = share
        self._sharing = {index for index, _ in enumerate(table.columns)}

    def cells(self, columns: Sequence[Column]) -> list[Cells]:
        """The cells of the table's next rows."""
        return [
            Cells(column, self._style(column), self._shared(index, column))
            for index, column in enumerate(columns)
        ]

    def _style(self, column: Column) -> str | Taken:
        if isinstance(column.styles, str):
            return self._formats.attribute(column.styles)
        names, places = _distinct(column.styles, column.places)
        return Taken(strings(map(self._formats.attribute, names)), places)

    def _shared(self, index: int, column: Column) -> Taken | None:
        if column.texts is None or index not in self._sharing or column.formulas is not None:
            return None
        texts, places = _distinct(column.texts, column.places)
        if not self._share and len(set(texts)) * _REPEATED > len(places):
            self._sharing.discard(index)
            return None
        indices = [self._texts.place(text) if text else None for text in texts]
        named = np.array([one is not None for one in indices], np.bool_)
        self._texts.count += int(named[integer_values(places)].sum())
        made = [_shared(*one) if one[0] else None for one in zip(texts, indices, strict=True)]
        return Taken(strings(made), places)


def _distinct(values: pa.Array, places: pa.Array | None) -> tuple[list[str], pa.Array]:
    """Distinct strings, null maybe among them, and for each row the place of its own."""
    if places is None:
        found = pc.dictionary_encode(values, null_encoding="encode")
        values, places = found.dictionary, found.indices
    return values.to_pylist(), places


def _shared(text: str, index: int | None) -> str:
    if index is not None:
        return f' t="s"><v>{index}{_END}'
    return f' t="inlineStr"><is><t xml:space="preserve">{exact_text(text)}</t></is></c>'


def _formulas(column: Column, others: pa.Array) -> list[Part]:
    """Formulas with their cached results, and where there is no formula what others there are."""
    numbers, truths, texts = column.numbers, column.truths, column.texts
    formulas = exact_texts(pc.ascii_ltrim(column.formulas, "="))  # without the =
    cached = [] if texts is None else [exact_texts(texts)]
    start: Part = ' t="str"><f>'
    if truths is not None:
        start = pc.if_else(pc.is_valid(truths), literal(' t="b"><f>'), literal(start))
        cached.insert(0, _truths(truths))
    if numbers is not None:
        start = pc.if_else(pc.is_valid(numbers), literal("><f>"), as_column(start))
        cached.insert(0, exact_numbers(numbers))
    result = pc.coalesce(*cached, literal("")) if cached else ""
    parts: list[Part] = [start, formulas, "</f><v>", result, _END]
    if not formulas.null_count:
        return parts
    return [pc.coalesce(joined(parts), as_column(others))]


def _filled(kinds: Sequence[list[Part]]) -> Part:
    """Of each row the first kind that it has, else a blank cell."""
    return pc.coalesce(*map(joined, kinds), literal(_BLANK)) if kinds else _BLANK


def _has_nulls(parts: list[Part]) -> bool:
    return any(isinstance(part, pa.Array) and part.null_count for part in parts)


def _truths(truths: pa.Array) -> pa.Array:
    return pc.if_else(truths, literal("1"), literal("0"))


def _without_empty(texts: pa.Array) -> pa.Array:
    """The texts with nulls for empty ones, which are blank cells."""
    if texts.null_count == int((text_lengths(texts) == 0).sum()):
        return texts
    return pc.if_else(pc.equal(texts, literal("")), literal(None), texts)
