"""Any table as a bare Excel table: header, filter, banding, widths, nothing else on the sheet.

The rows are gone through once, sheet after sheet, and never all in memory.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

from exporter import limits
from exporter.errors import ContentError, Problem
from exporter.report.properties import Properties
from exporter.report.theme import PALETTE, WORKBOOK_FONTS
from exporter.report.xlsx import model
from exporter.report.xlsx.bare_cells import PLAIN, bare_style, has_cells, lay_out_column
from exporter.report.xlsx.columns import fitting_width, text_width
from exporter.report.xlsx.model import Column, Sheet, Slice, Style, Table, Workbook

ROWS_A_SHEET = limits.ROWS - 1  # without the header
_NARROWEST, _WIDEST = 8, 60
_MEASURED = 100  # rows
_HEADER = Style(bold=True, colour=PALETTE.paper, fill=PALETTE.accent, valign="center")
_TYPES = "make it one of texts, numbers, truth values, dates, times or durations"
_ZONES = "name it as the IANA time zone database does, such as Asia/Shanghai"
# Files have no clock in them: all bare tables were made on Excel's own first day of zip files.
_CREATED = date(1980, 1, 1)


def lay_out_table(
    batches: Iterator[pa.RecordBatch],
    schema: pa.Schema,
    rows: int,
    sheet: str,
    name: str,
    infinite: str | None = None,
) -> Workbook:
    """Lay a table out as a workbook, whose rows can be gone through once, in order.

    Args:
        batches: All rows.
        schema: Of every batch.
        rows: How many there are.
        sheet: Name of the worksheet; where its rows do not suffice, `sheet (2)` goes on.
        name: Name of the Excel table.
        infinite: The text to write for an infinite number; None for none.

    Raises:
        ContentError: A column's type has no cells; names every such column.
    """
    _refuse_types(schema)
    parts = _parts(batches)
    first = next(parts, None)
    columns = _columns(schema, first)
    flow = _Flow(chain([first] if first else [], parts), schema, infinite)
    sheets = [
        _sheet(flow, columns, min(rows - start, ROWS_A_SHEET), number, (sheet, name))
        for number, start in enumerate(range(0, max(rows, 1), ROWS_A_SHEET), 1)
    ]
    properties = Properties(sheet, "", "", "", _CREATED)
    styles = _Styles(header=_HEADER)
    font = WORKBOOK_FONTS["en"]
    return Workbook(sheet, "en", tuple(sheets), styles, properties, font, "", PALETTE.accent)


class _Styles(dict[str, Style]):
    """Styles made when they are asked for: not all offsets of zones are known beforehand."""

    def __missing__(self, name: str) -> Style:
        return self.setdefault(name, bare_style(name))


class _Flow:
    """The rows of a table, given away from the first to the last."""

    def __init__(
        self, parts: Iterator[pa.RecordBatch], schema: pa.Schema, infinite: str | None
    ) -> None:
        self._parts = parts
        self._headers = schema.names
        self._infinite = infinite

    def take(self, rows: int) -> Iterator[Slice]:
        """The next rows, laid out."""
        while rows and (part := next(self._parts, None)) is not None:
            taken = part.slice(0, rows)
            rows -= taken.num_rows
            if taken.num_rows < part.num_rows:
                self._parts = chain([part.slice(taken.num_rows)], self._parts)
            columns = (
                lay_out_column(header, array, self._infinite)
                for header, array in zip(self._headers, taken.columns, strict=True)
            )
            yield Slice(tuple(columns), taken.num_rows)


def _sheet(
    flow: _Flow, columns: Sequence[Column], rows: int, number: int, names: tuple[str, str]
) -> Sheet:
    sheet, name = names
    if number > 1:
        name = f"{name}_{number}"
    table = Table(name, tuple(columns), rows, 0, cells=lambda: flow.take(rows), fitted=False)
    return Sheet(limits.numbered_sheet_name(sheet, number), "", "", (table,))


def _parts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of the batches in slices, all full but the last: the same for the same table."""
    kept: list[pa.RecordBatch] = []
    room = model.SLICE_ROWS
    for batch in batches:
        for start in _cuts(batch.num_rows, room):
            kept.append(batch.slice(start, room))
            room -= kept[-1].num_rows
            if not room:
                yield _joined(kept)
                kept, room = [], model.SLICE_ROWS
    if kept:
        yield _joined(kept)


def _cuts(rows: int, first: int) -> Iterator[int]:
    """Where a batch is cut so that its first part has `first` rows and the others fill a slice."""
    if rows:
        yield 0
    yield from range(first, rows, model.SLICE_ROWS)


def _joined(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    if len(batches) == 1:
        return batches[0]
    return pa.Table.from_batches(batches).combine_chunks().to_batches()[0]


def _columns(schema: pa.Schema, first: pa.RecordBatch | None) -> list[Column]:
    """The columns without cells, as wide as their first rows need."""
    arrays = [None] * len(schema) if first is None else first.slice(0, _MEASURED).columns
    return [
        Column(header, fitting_width(header, _widest(array), _NARROWEST, _WIDEST), PLAIN)
        for header, array in zip(schema.names, arrays, strict=True)
    ]


def _widest(array: pa.Array | None) -> float:
    if array is None:
        return 0.0
    return max((text_width(str(value)) for value in _values(array) if value is not None), default=0)


def _values(array: pa.Array) -> list[object]:
    """The values, as Python has them, or as texts where it has none: its years end with 9999."""
    try:
        return array.to_pylist()  # type: ignore[no-any-return]
    except (OverflowError, ValueError):
        return array.cast(pa.string()).to_pylist()  # type: ignore[no-any-return]


def _refuse_types(schema: pa.Schema) -> None:
    problems = [
        Problem("", 0, "", f"the column {field.name!r} is of type {field.type}", _TYPES)
        for field in schema
        if not has_cells(field.type)
    ]
    problems += [
        Problem("", 0, "", f"the column {field.name!r} is of an unknown zone, {zone}", _ZONES)
        for field in schema
        if (zone := _unknown_zone(field.type))
    ]
    if problems:
        raise ContentError(problems)


def _unknown_zone(kind: pa.DataType) -> str:
    """The time zone of a type, where nobody knows it; else ""."""
    if not pa.types.is_timestamp(kind) or kind.tz is None:
        return ""
    try:
        pc.local_timestamp(pa.nulls(1, pa.int64()).cast(kind))
    except pa.ArrowInvalid:
        return str(kind.tz)
    return ""
