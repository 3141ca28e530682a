"""The rows of a Parquet file, as pyarrow reads them in a process of its own.

A file of a few kilobytes may hold one long text and say that it stands in every row. pyarrow is
loaded there: who has processes load ahead has not loaded it yet.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

# Bytes of addresses for the process, of which pyarrow maps half before it reads anything.
ROOM = 1_000_000_000
_BUFFER = 1 << 20  # bytes of a column read at once; else all of a row group, which may be the file
_MOST_AT_ONCE = 100_000_000  # bytes of a batch's columns, each text counted in every row


def load() -> None:
    """Load what `parquet_batches` needs."""
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()
    import_module("pyarrow.parquet")


def parquet_batches(path: str, identity: tuple[int, int], rows: int) -> "Iterator[pa.RecordBatch]":
    """The batches of a file, then an empty one, so that the columns are always known.

    Args:
        path: The file.
        identity: Of the file that was looked at: its device and its inode.
        rows: Of each batch, at most.

    Raises:
        FileNotFoundError: Another file is there by now.
        pa.ArrowInvalid: It is no Parquet.
        MemoryError: The rows do not fit.
    """
    load()
    with open(path, "rb") as source:  # noqa: PTH123 - as it was resolved
        status = os.fstat(source.fileno())
        if (status.st_dev, status.st_ino) != identity:
            raise FileNotFoundError(path)
        yield from batches_of(source, rows)


def batches_of(source: object, rows: int) -> "Iterator[pa.RecordBatch]":
    """The same of a file that is open."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(source, pre_buffer=False, buffer_size=_BUFFER) as parquet:
        # With threads, columns are decoded far ahead, at no gain: what follows takes longer.
        for batch in parquet.iter_batches(rows, use_threads=False):
            batch.validate(full=True)  # Arrow believes that texts are UTF-8
            if sum(map(_size, batch.columns)) > _MOST_AT_ONCE:
                raise MemoryError
            yield batch
        # Not `from_pylist`, which refuses dictionaries of decimals and dates.
        schema = parquet.schema_arrow
        yield pa.RecordBatch.from_arrays(
            [pa.nulls(0, kind) for kind in schema.types], schema=schema
        )


def _size(column: "pa.Array") -> int:
    """The bytes of a column as it is written out, row by row."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind) and pa.types.is_string(kind.value_type):
        import pyarrow.compute as pc

        return pc.sum(pc.take(pc.binary_length(column.dictionary), column.indices)).as_py() or 0
    return int(column.nbytes)
