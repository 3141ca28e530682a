"""Facts from a query to a database: DuckDB by its own Arrow interface, others by SQLAlchemy."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from exporter.errors import Problem, SetupError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.data_frame import read_data_frame
from exporter.facts.flat.texts import texts_of_columns
from exporter.facts.flat.written import Part, numbered, written_parts
from exporter.facts.table import WRITTEN
from exporter.facts.where import SqlQuery, with_variables, without_secrets

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DUCKDB = "duckdb://"
_MEMORY = ":memory:"
_MEND_QUERY = "mend the query"


def read_query(query: SqlQuery, folder: Path, shown: str) -> Iterator[RowsAndProblems]:
    """The facts that a query gives, in batches while the database sends them; its first row is 1.

    Args:
        query: The query. DuckDB's files and PostgreSQL are opened for reading only.
        folder: Where relative paths in it begin (DuckDB).
        shown: What messages call it.

    Raises:
        SetupError: A library is missing, a variable is not set, or the database cannot be reached.
    """
    url = with_variables(query.url)
    if url.startswith(_DUCKDB):
        return _duckdb(query, _duckdb_place(url, folder), folder, shown)
    return _sqlalchemy(query, url, shown)


@contextmanager
def _extra(query: SqlQuery) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        name = str(error.name)
        how = (
            "pip install 'exporter[sql]'"
            if name in {"duckdb", "sqlalchemy"}
            else f"install that driver, such as pip install {name}"
        )
        raise SetupError(f"{query.url} needs the library {name}", how) from None


def _duckdb_place(url: str, folder: Path) -> str:
    """As in SQLAlchemy's URLs, the path follows the third slash; a fourth makes it absolute."""
    path = url.removeprefix(_DUCKDB).removeprefix("/")
    return str(folder / path) if path and path != _MEMORY else _MEMORY


def _duckdb(query: SqlQuery, place: str, folder: Path, shown: str) -> Iterator[RowsAndProblems]:
    with _extra(query):
        import duckdb
    with _connected(query, place, folder) as connection:
        try:
            result = connection.sql(query.sql)
            if result is None:
                yield _wrong(shown, "the query gives no rows", "write a SELECT")
                return
            yield from read_data_frame(result.to_arrow_reader(BATCH_ROWS), shown)
        except duckdb.Error as error:
            yield _wrong(shown, f"DuckDB refuses the query: {_reason(error, query)}", _MEND_QUERY)


@contextmanager
def _connected(query: SqlQuery, place: str, folder: Path) -> Iterator[Any]:
    import duckdb

    try:
        connection = duckdb.connect(place, read_only=place != _MEMORY)
    except duckdb.Error as error:
        raise _unreachable(query, error) from None
    with connection:
        connection.execute("SET file_search_path = ?", [str(folder.resolve())])
        yield connection


def _sqlalchemy(query: SqlQuery, url: str, shown: str) -> Iterator[RowsAndProblems]:
    with _extra(query):
        import sqlalchemy
        from sqlalchemy.exc import ArgumentError, DBAPIError, ResourceClosedError

        try:
            engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
        except (ArgumentError, ValueError) as error:
            reason = _reason(error, query)
            yield _wrong(shown, f"`url` names no database: {reason}", "see SQLAlchemy's URLs")
            return
    try:
        connection = engine.connect()
    except DBAPIError as error:
        raise _unreachable(query, error.orig) from None
    with connection:
        try:
            yield from written_parts(_parts(connection, query.sql), shown)
        except ResourceClosedError:
            yield _wrong(shown, "the query gives no rows", "write a SELECT")
        except DBAPIError as error:
            if error.connection_invalidated:
                raise _unreachable(query, error.orig) from None
            wrong = f"the database refuses the query: {_reason(error.orig, query)}"
            yield _wrong(shown, wrong, _MEND_QUERY)


def _parts(connection: "Connection", sql: str) -> Iterator[Part]:
    """Rows as a server-side cursor brings them, where the database has such."""
    options: dict[str, Any] = {
        "stream_results": True,
        "max_row_buffer": BATCH_ROWS,
        "no_parameters": True,  # so that a % in the query stays what it is
    }
    if connection.dialect.name == "postgresql":
        connection = connection.execution_options(postgresql_readonly=True)
    result = connection.exec_driver_sql(sql, execution_options=options)
    names = list(result.keys())
    first = 1
    for rows in result.partitions(BATCH_ROWS):
        yield _part(names, list(zip(*rows, strict=True)), first)
        first += len(rows)
    if first == 1:
        yield _part(names, [()] * len(names), first)


def _part(names: Sequence[str], values: Sequence[Sequence[object]], first: int) -> Part:
    columns, faults = texts_of_columns(values)
    batch = pa.RecordBatch.from_arrays(columns, names)
    return Part(batch, numbered(batch, first), faults)


def _reason(error: object, query: SqlQuery) -> str:
    """The first line of what a driver says, without credentials."""
    said = str(error).strip() or type(error).__name__
    return without_secrets(said, query.url).splitlines()[0].rstrip(".")


def _unreachable(query: SqlQuery, error: object) -> SetupError:
    return SetupError(
        f"{query.url} cannot be reached: {_reason(error, query)}", "check the URL, and that it runs"
    )


def _wrong(shown: str, wrong: str, right: str) -> RowsAndProblems:
    return WRITTEN.empty_table(), [Problem(shown, 0, "", wrong, right)]
