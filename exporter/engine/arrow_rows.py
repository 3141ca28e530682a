"""The rows of whatever gives Arrow data: in batches, counted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from exporter.engine.spool import Spool
from exporter.errors import UsageError

_AT_ONCE = 65_536  # rows that a reader makes ready at once
_INDEX_LEVEL = re.compile(r"__index_level_\d+__")  # what pandas calls an index without a name


class Rows(NamedTuple):
    """The rows of a table.

    Attributes:
        batches: All of them, to be gone through once.
        schema: Of every batch.
        total: How many rows there are.
    """

    batches: Iterator[pa.RecordBatch]
    schema: pa.Schema
    total: int


def arrow_rows(data: Any, at_once: int) -> Rows:
    """The rows of Arrow data of any form, never all in memory unless `data` is.

    Args:
        data: A table, batches, an array, a reader, a ParquetFile, the path of one, a dataset, an
            Arrow stream.
        at_once: How many rows a batch of Parquet has, at most.

    Raises:
        UsageError: `data` is nothing of the kind.
    """
    if isinstance(data, PathLike):
        data = _opened(Path(data))
    if isinstance(data, pa.RecordBatch):
        data = pa.Table.from_batches([data])
    if isinstance(data, pa.Array | pa.ChunkedArray):
        data = pa.table({"value": data})
    if isinstance(data, PathLike):
        data = _opened(Path(data))
    if isinstance(data, pa.Table):
        return Rows(iter(data.to_batches()), data.schema, data.num_rows)
    if hasattr(data, "iter_batches"):
        return _parquet_rows(data, at_once)
    if hasattr(data, "count_rows"):
        # Two fragments ahead of the writing are enough; sixteen would be a lot of memory.
        batches = data.to_batches(batch_size=_AT_ONCE, batch_readahead=2, fragment_readahead=1)
        return Rows(batches, data.schema, data.count_rows())
    if hasattr(data, "__arrow_c_stream__"):
        return _collected(reader_of(data))
    if isinstance(data, Iterable) and not isinstance(data, (str, bytes, dict)):
        return _collected(data)
    raise UsageError(f"{type(data).__name__} is no table", "give a DataFrame or an Arrow table")


def reader_of(data: Any) -> pa.RecordBatchReader:
    """The batches of what says that it gives an Arrow stream.

    Raises:
        UsageError: They are none of a table.
    """
    try:
        return pa.RecordBatchReader.from_stream(data)
    except (pa.ArrowException, TypeError, ValueError) as error:
        wrong = f"{type(data).__name__} gives no table that Arrow reads: {error}"
        raise UsageError(wrong, "give a DataFrame or an Arrow table") from None


def with_index(rows: Rows, index: bool | None) -> Rows:
    """The rows with an index that pandas left in them under a better name, or without it.

    Args:
        rows: Of any table.
        index: Whether to keep it; None for whether it is more than integers, the numbers of rows:
            it has a name, or several levels.
    """
    told = _index_told(rows.schema)
    if told and isinstance(told[0], dict):
        return rows if index is False else _with_range(rows, told[0], index)
    levels = index_left_over(rows.schema)
    if not levels:
        return rows
    may_number = max(len(levels), len(told)) == 1
    out = [
        place
        for place in levels
        if index is False
        or (index is None and may_number and pa.types.is_integer(rows.schema.types[place]))
    ]
    kept = [place for place in range(len(rows.schema)) if place not in out]
    called = {
        place: "index" if may_number else rows.schema.names[place].strip("_").removeprefix("index_")
        for place in levels
    }
    names = [called.get(place, rows.schema.names[place]) for place in kept]
    fields = (rows.schema.field(place) for place in kept)
    schema = pa.schema([field.with_name(name) for field, name in zip(fields, names, strict=True)])
    batches = (
        pa.RecordBatch.from_arrays([batch.column(place) for place in kept], schema=schema)
        for batch in rows.batches
    )
    return Rows(batches, schema, rows.total)


def _index_told(schema: pa.Schema) -> list[Any]:
    """What pandas says of the index of the frame that a table was made of: columns, or a range."""
    told = schema.pandas_metadata or {}
    columns = told.get("index_columns") if isinstance(told, dict) else None
    return columns if isinstance(columns, list) else []


def _with_range(rows: Rows, told: Mapping[str, Any], index: bool | None) -> Rows:
    """The rows, before them a range that pandas tells of and no column holds.

    A range of another length is of a table that was cut since.
    """
    try:
        numbers = range(told["start"], told["stop"], told["step"])
    except (KeyError, TypeError, ValueError):
        return rows
    if len(numbers) != rows.total or (index is None and told.get("name") is None):
        return rows
    name = "index" if told.get("name") is None else str(told["name"])
    schema = rows.schema.insert(0, pa.field(name, pa.int64()))
    return Rows(_numbered(rows.batches, numbers, schema), schema, rows.total)


def _numbered(
    batches: Iterable[pa.RecordBatch], numbers: range, schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    first = 0
    for batch in batches:
        some = pa.array(numbers[first : first + batch.num_rows], pa.int64())
        yield pa.RecordBatch.from_arrays([some, *batch.columns], schema=schema)
        first += batch.num_rows


def index_left_over(schema: pa.Schema) -> list[int]:
    """Which columns are the index of a DataFrame of pandas that had no name for it."""
    return [place for place, name in enumerate(schema.names) if _INDEX_LEVEL.fullmatch(name)]


def _opened(path: Path) -> Any:
    from exporter.engine.parquet import open_parquet

    try:
        return open_parquet(path)
    except (OSError, pa.ArrowInvalid) as error:
        wrong = f"{path.name} cannot be read as a Parquet file"
        raise UsageError(wrong, "give the path of one") from error


def _parquet_rows(file: Any, at_once: int) -> Rows:
    # A reader of all row groups would have the whole file read ahead into memory.
    runs = _runs([file.metadata.row_group(index).num_rows for index in range(file.num_row_groups)])
    batches = (batch for run in runs for batch in file.iter_batches(at_once, row_groups=run))
    return Rows(batches, file.schema_arrow, file.metadata.num_rows)


def _runs(groups: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of neighbouring row groups, as many as have rows enough to be read at once."""
    run: list[int] = []
    rows = 0
    for number, count in enumerate(groups):
        run.append(number)
        rows += count
        if rows >= _AT_ONCE:
            yield run
            run, rows = [], 0
    if run:
        yield run


def _collected(batches: Any) -> Rows:
    """The rows of a stream that nobody has counted, kept on disk where they are many."""
    rest = iter(batches)
    first = next(rest, None)
    schema = getattr(batches, "schema", None) or getattr(first, "schema", None)
    if not isinstance(schema, pa.Schema):
        raise UsageError("these are no batches of a table", "give record batches, one at least")
    spool = Spool()
    for batch in chain([] if first is None else [first], rest):
        spool.add(
            "rows", pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
        )
    rows, kept = spool.finish("rows")
    return Rows((batch for table in kept() for batch in table.to_batches()), schema, rows)
