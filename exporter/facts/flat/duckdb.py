"""Facts from a query to DuckDB, which answers in a process of its own.

DuckDB may take all memory or never end; what it may read, duckdb_rows.py tells it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.worker_stream import Confinement
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.flat.confined_query import confined_answers
from exporter.facts.flat.duckdb_rows import Question, duckdb_rows
from exporter.inputs.opened import Inputs

if TYPE_CHECKING:
    import pyarrow as pa

# DuckDB maps a gigabyte of addresses before it does anything, and counts not all that it uses.
_ADDRESSES, _ADDRESSES_A_BYTE = 1_300_000_000, 1.5
_PROCESSORS = 4  # seconds of processors for each second; a worker left alone ends by them


def duckdb_batches(
    sql: str, file: Path | None, folder: Path, inputs: Inputs
) -> Iterator["pa.RecordBatch"]:
    """What a query gives, while DuckDB works at it.

    Args:
        sql: The query.
        file: That of the database, resolved; None for one in memory.
        folder: Where relative paths in the query begin.
        inputs: What it may read, and for how long.

    Raises:
        WrongValueError: It is no query, DuckDB refuses it, or it takes too long or too much.
        UnreachableError: The database cannot be opened.
    """
    from tempfile import TemporaryDirectory

    limits = inputs.limits
    places = [*inputs.roots, *inputs.allowed.paths]
    with TemporaryDirectory(prefix="exporter-") as spill:
        question = Question(
            sql,
            str(file or ":memory:"),
            file is not None,
            tuple(f"{place}/" for place in places if place.is_dir()),
            tuple(str(place) for place in places if not place.is_dir()),
            BATCH_ROWS,
            limits.query_bytes,
            spill,
            limits.spill_bytes,
        )
        seconds = limits.query_seconds
        confinement = Confinement(
            _ADDRESSES + int(limits.query_bytes * _ADDRESSES_A_BYTE),
            seconds * _PROCESSORS,
            str(folder.resolve()),
            limits.spill_bytes,
        )
        yield from confined_answers("DuckDB", duckdb_rows, question, confinement, seconds)
