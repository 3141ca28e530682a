"""Facts that a caller has in hand: a DataFrame of pandas or polars, or Arrow data."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from exporter.engine.arrow import one_chunk
from exporter.engine.arrow_rows import reader_of
from exporter.engine.data_frames import (
    FrameTable,
    index_levels,
    is_pandas,
    is_polars,
    label_text,
    table_of_polars,
    typed_array,
)
from exporter.errors import UsageError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.texts import CellFault, Faults, texts_of_objects
from exporter.facts.flat.written import Part, numbered, written_parts
from exporter.facts.reading import PLAIN, Reading

if TYPE_CHECKING:
    import pandas as pd

_RIGHT = "give a DataFrame, Arrow data, a path, a URL or a SqlQuery"


def read_data_frame(
    data: object, shown: str, reading: Reading = PLAIN
) -> Iterator[RowsAndProblems]:
    """The facts of a DataFrame, or of whatever gives Arrow record batches; its first row is 1.

    Of the index of pandas, what has a name is a column.

    Raises:
        UsageError: `data` is nothing of the kind.
    """
    if is_pandas(data) or is_polars(data):
        if not hasattr(type(data), "columns"):
            raise UsageError(f"facts cannot be read from a {type(data).__name__}", _RIGHT)
        parts = _pandas(data) if is_pandas(data) else _polars(data)
    else:
        parts = _arrow(data)
    return written_parts(parts, shown, reading=reading)


def _pandas(frame: Any) -> Iterator[Part]:
    levels = zip(frame.index.names, index_levels(frame), strict=True)
    named = [(label_text(name), level) for name, level in levels if name is not None]
    series = [level for _, level in named]
    series += (frame.iloc[:, place] for place in range(frame.shape[1]))
    names = [name for name, _ in named] + [label_text(label) for label in frame.columns]
    for first in range(0, max(len(frame), 1), BATCH_ROWS):
        columns, faults = [], []
        for place, column in enumerate(series):
            texts, of_column = _series(column.iloc[first : first + BATCH_ROWS])
            columns.append(texts)
            faults += [CellFault(row, place, fault) for row, fault in of_column]
        batch = pa.RecordBatch.from_arrays(columns, names)
        yield Part(batch, numbered(batch, first + 1), faults)


def _series(series: "pd.Series[Any]") -> tuple[pa.Array, Faults]:
    """A column; one of Python objects, which may be of any types, is read value by value."""
    import pandas as pd

    if isinstance(series.dtype, pd.PeriodDtype):
        return texts_of_objects(_iso_8601(period) for period in series)
    array = typed_array(series)
    if array is not None:
        return array, []
    objects = series.astype(object)
    return texts_of_objects(objects.where(objects.notna(), None))


def _iso_8601(period: Any) -> str | None:
    """A period of pandas, which writes quarters as 2023Q3."""
    if period != period:  # noqa: PLR0124 - NaT
        return None
    return period.strftime("%Y-Q%q") if period.freqstr.startswith("Q-DEC") else str(period)


def _polars(data: Any) -> Iterator[Part]:
    frame: FrameTable = table_of_polars(data)
    faults = [
        CellFault(row, place, fault)
        for place, of_column in frame.faults.items()
        for row, fault in of_column
    ]
    table = frame.table.combine_chunks()
    for first in range(0, max(table.num_rows, 1), BATCH_ROWS):
        rows = table.slice(first, BATCH_ROWS)
        batch = pa.RecordBatch.from_arrays([one_chunk(c) for c in rows.columns], rows.schema.names)
        here = (fault for fault in faults if 0 <= fault.row - first < BATCH_ROWS)
        moved = [fault._replace(row=fault.row - first) for fault in here]
        yield Part(batch, numbered(batch, first + 1), moved)


def _arrow(data: Any) -> Iterator[Part]:
    first = 1
    batch: pa.RecordBatch | None = None
    for batch in _batches(data):
        for start in range(0, batch.num_rows, BATCH_ROWS):
            rows = batch.slice(start, BATCH_ROWS)
            yield Part(rows, numbered(rows, first))
            first += rows.num_rows
    if first == 1 and batch is not None:  # the names of the columns are to be checked still
        yield Part(batch, numbered(batch, 1))


def _batches(data: Any) -> Iterator[pa.RecordBatch]:
    if isinstance(data, pa.RecordBatch):
        yield data
    elif hasattr(data, "__arrow_c_stream__"):
        reader = reader_of(data)
        # Not `from_pylist`, which refuses dictionaries of decimals and dates.
        nothing = [pa.nulls(0, kind) for kind in reader.schema.types]
        yield pa.RecordBatch.from_arrays(nothing, schema=reader.schema)
        yield from reader
    elif isinstance(data, Iterable) and not isinstance(data, str | bytes | dict):
        for part in data:
            yield from _batches(part)
    else:
        raise UsageError(f"facts cannot be read from a {type(data).__name__}", _RIGHT)
