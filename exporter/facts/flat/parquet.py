"""Facts from Parquet files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from exporter.engine.arrow import empty_table
from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.parquet_batches import ROOM, batches_of, parquet_batches
from exporter.facts.flat.written import Part, no_more_than, numbered, written_parts
from exporter.facts.table import WRITTEN
from exporter.inputs.opened import InputError


def read_parquet(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of one Parquet file, in batches that are small in memory.

    Raises:
        InputError: It was changed while it was read.
        OSError: It cannot be read.
        SetupError: It cannot be reached.
    """
    try:
        yield from written_parts(_parts(file), file.shown, reading=file.reading)
    except pa.ArrowInvalid as error:
        reason = str(error).rstrip(".").splitlines()[0]
        yield _only(file, f"this is no sound Parquet file: {reason}")
    except UnicodeDecodeError:
        yield _only(file, "this is no sound Parquet file: a column's name is not UTF-8")
    except (WorkerEndedError, MemoryError):
        yield _only(file, "it is damaged, or a few of its rows fill the memory")


def _parts(file: FactFile) -> Iterator[Part]:
    first = 1
    for batch in no_more_than(file.inputs.limits.rows, _batches(file)):
        if batch.num_rows or first == 1:
            yield Part(_with_keys(batch, file), numbered(batch, first))
        first += batch.num_rows


def _batches(file: FactFile) -> Iterator[pa.RecordBatch]:
    """The batches of a file: by a process of its own, unless it is reached over a network."""
    with file.open() as source:
        if file.system is not None:
            yield from batches_of(source, BATCH_ROWS)
            return
        status = os.fstat(source.fileno())
        path = str(file.inputs.regular(Path(file.path)))
        confinement = Confinement(ROOM, file.inputs.limits.reading_seconds)
        try:
            with stream_from_worker(
                parquet_batches,
                path,
                (status.st_dev, status.st_ino),
                BATCH_ROWS,
                confinement=confinement,
            ) as batches:
                yield from batches
        except FileNotFoundError:
            wrong = "the file was replaced while it was read"
            raise InputError(wrong, "do it again") from None


def _with_keys(batch: pa.RecordBatch, file: FactFile) -> pa.RecordBatch:
    """The batch with a column for each key in the names of the file's folders."""
    for name, value in file.keys:
        batch = batch.append_column(name, pa.repeat(value, batch.num_rows))
    return batch


def _only(file: FactFile, wrong: str) -> RowsAndProblems:
    right = "write it anew, or take it away"
    return empty_table(WRITTEN), [Problem(file.shown, 0, "", wrong, right)]
