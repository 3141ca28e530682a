"""Facts from a query to DuckDB, which answers in a process of its own.

DuckDB's SQL reads and writes files, loads code and reaches hosts. So a query is one statement that
its own parser calls a query; it sees the report's folder, what the user allows, and nothing else;
and it cannot change that. In a process of its own, since it may also take all memory or never end.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.worker_stream import Confinement
from exporter.errors import WrongValueError
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.flat.confined_query import UnreachableError, confined_answers, refuse_large
from exporter.inputs.opened import Inputs

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

# DuckDB maps a gigabyte of addresses before it does anything, and counts not all that it uses.
_ADDRESSES, _ADDRESSES_A_BYTE = 1_300_000_000, 1.5
_THREADS = 4  # each of which maps more
_PROCESSORS = 4  # seconds of processors for each second; a worker left alone ends by them


@dataclass(frozen=True, slots=True)
class _Question:
    """A query as the worker is asked it: `folders` are real, and end in a slash."""

    sql: str
    place: str
    is_file: bool
    folders: tuple[str, ...]
    files: tuple[str, ...]
    memory_bytes: int
    spill: str
    spill_bytes: int


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
        question = _Question(
            sql,
            str(file or ":memory:"),
            file is not None,
            tuple(f"{place}/" for place in places if place.is_dir()),
            tuple(str(place) for place in places if not place.is_dir()),
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
        yield from confined_answers("DuckDB", _answer, question, confinement, seconds)


# What follows is done in the worker process.


def _answer(question: _Question) -> Iterator["pa.RecordBatch"]:
    import duckdb

    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()
    try:
        connection = _connected(question)
    except duckdb.Error as error:
        raise UnreachableError(str(error)) from None
    with connection:
        try:
            _refuse_others(connection, question.sql)
            for batch in connection.sql(question.sql).to_arrow_reader(BATCH_ROWS):
                refuse_large(batch.nbytes, batch.num_rows, question.memory_bytes)
                yield batch
        except (duckdb.Error, OSError) as error:  # Arrow's, when there is no memory
            raise WrongValueError(
                f"DuckDB refuses the query: {_first(error)}", "mend the query"
            ) from None


def _connected(question: _Question) -> "duckdb.DuckDBPyConnection":
    """A connection that reads what it may, and that no query can change."""
    import duckdb

    connection = duckdb.connect(
        question.place,
        read_only=question.is_file,
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "memory_limit": f"{question.memory_bytes}B",
            "threads": min(os.cpu_count() or 1, _THREADS),
            "temp_directory": question.spill,
            "max_temp_directory_size": f"{question.spill_bytes}B",
        },
    )
    connection.execute("SET TimeZone = 'UTC'")  # else the machine's, by which days would differ
    connection.execute("SET python_enable_replacements = false")
    connection.execute("SET allowed_directories = ?", [list(question.folders)])
    connection.execute("SET allowed_paths = ?", [list(question.files)])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _refuse_others(connection: "duckdb.DuckDBPyConnection", sql: str) -> None:
    """Refuse what is not one query by DuckDB's own parser.

    Raises:
        WrongValueError: There are more statements, or one of another kind.
        duckdb.Error: It cannot be parsed.
    """
    from duckdb import StatementType

    statements = connection.extract_statements(sql)
    if not statements:
        raise WrongValueError("the query gives no rows", "write a SELECT")
    if len(statements) > 1:
        raise WrongValueError(f"there are {len(statements)} statements", "write one SELECT")
    (statement,) = statements
    if statement.type == StatementType.SELECT or (
        statement.type == StatementType.MULTI and _is_part_of_a_query(connection, statement.query)
    ):
        return
    kind = statement.type.name
    raise WrongValueError(f"DuckDB calls the statement {kind}, and no query", "write a SELECT")


def _is_part_of_a_query(connection: "duckdb.DuckDBPyConnection", sql: str) -> bool:
    """Whether a query can be made of a statement's rows.

    A PIVOT whose columns are not listed is several statements (MULTI), and so is whatever holds
    one, such as COPY (PIVOT …) TO 'file'; but only a query can stand between brackets.
    """
    import duckdb

    try:
        return len(connection.extract_statements(f"FROM ({sql.rstrip().rstrip(';')}\n)")) == 1
    except duckdb.Error:
        return False


def _first(error: Exception) -> str:
    said = str(error).strip() or type(error).__name__
    return said.splitlines()[0].rstrip(".")
