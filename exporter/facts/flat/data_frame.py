"""Facts that a caller has in hand: a DataFrame of pandas or polars, or Arrow data."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from exporter.errors import UsageError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.texts import CellFault, Faults, texts_of_objects
from exporter.facts.flat.written import Part, numbered, written_parts
from exporter.facts.reading import PLAIN, Reading

if TYPE_CHECKING:
    import pandas as pd


def read_data_frame(
    data: object, shown: str, reading: Reading = PLAIN
) -> Iterator[RowsAndProblems]:
    """The facts of a DataFrame, or of whatever gives Arrow record batches; its first row is 1.

    Raises:
        UsageError: `data` is nothing of the kind.
    """
    parts = _pandas(data) if _is_pandas(data) else _arrow(data)
    return written_parts(parts, shown, reading=reading)


def _is_pandas(data: object) -> bool:
    kind = type(data)
    return kind.__name__ == "DataFrame" and kind.__module__.partition(".")[0] == "pandas"


def _pandas(data_frame: Any) -> Iterator[Part]:
    names = [str(name) for name in data_frame.columns]
    for first in range(0, max(len(data_frame), 1), BATCH_ROWS):
        rows = data_frame.iloc[first : first + BATCH_ROWS]
        columns, faults = [], []
        for place in range(len(names)):
            column, of_column = _series(rows.iloc[:, place])
            columns.append(column)
            faults += [CellFault(row, place, fault) for row, fault in of_column]
        batch = pa.RecordBatch.from_arrays(columns, names)
        yield Part(batch, numbered(batch, first + 1), faults)


def _series(series: "pd.Series[Any]") -> tuple[pa.Array, Faults]:
    """A column; one of Python objects, which may be of any types, is read value by value."""
    if series.dtype != object:
        column = pa.Array.from_pandas(series)
        return (column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column), []
    return texts_of_objects(series.where(series.notna(), None))


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
        reader = pa.RecordBatchReader.from_stream(data)
        nothing = pa.RecordBatch.from_pylist([], schema=reader.schema)
        yield nothing
        yield from reader
    elif isinstance(data, Iterable) and not isinstance(data, str | bytes | dict):
        for part in data:
            yield from _batches(part)
    else:
        raise UsageError(
            f"facts cannot be read from a {type(data).__name__}",
            "give a DataFrame, Arrow data, a path, a URL or a SqlQuery",
        )
