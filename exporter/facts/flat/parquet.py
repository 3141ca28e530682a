"""Facts from Parquet files."""

from collections.abc import Iterator

import pyarrow as pa

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.written import Part, numbered, written_parts
from exporter.facts.table import WRITTEN

_BUFFER = 1 << 20  # bytes of a column read at once; else all of a row group, which may be the file


def read_parquet(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of one Parquet file, in batches that are small in memory.

    Raises:
        OSError: It cannot be read.
        SetupError: It cannot be reached.
    """
    try:
        yield from written_parts(_parts(file), file.shown)
    except pa.ArrowInvalid as error:
        wrong = f"this is no sound Parquet file: {str(error).rstrip('.').splitlines()[0]}"
        problem = Problem(file.shown, 0, "", wrong, "write it anew, or take it away")
        yield WRITTEN.empty_table(), [problem]


def _parts(file: FactFile) -> Iterator[Part]:
    import pyarrow.parquet as pq

    with (
        file.open() as source,
        pq.ParquetFile(source, pre_buffer=False, buffer_size=_BUFFER) as parquet,
    ):
        schema = parquet.schema_arrow
        first = 1
        # With threads, columns are decoded far ahead, at no gain: what follows takes longer.
        for batch in parquet.iter_batches(BATCH_ROWS, use_threads=False):
            batch.validate(full=True)  # Arrow believes that texts are UTF-8
            yield Part(_with_keys(batch, file), numbered(batch, first))
            first += batch.num_rows
        if first == 1:
            batch = pa.RecordBatch.from_pylist([], schema=schema)
            yield Part(_with_keys(batch, file), numbered(batch, 1))


def _with_keys(batch: pa.RecordBatch, file: FactFile) -> pa.RecordBatch:
    """The batch with a column for each key in the names of the file's folders."""
    for name, value in file.keys:
        batch = batch.append_column(name, pa.repeat(value, batch.num_rows))
    return batch
