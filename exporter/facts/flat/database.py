"""Facts from a query to a database: DuckDB and SQLite in processes of their own, servers elsewhere.

A report's query asks, and changes nothing: it is one statement that the database's own parser calls
a query, in a transaction, or on a file, that is open for reading only. A server is asked only where
the user allows it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from exporter.engine.arrow import empty_table
from exporter.errors import INSTALL_EXTRAS, Problem, SetupError, WrongValueError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.confined_query import UnreachableError
from exporter.facts.flat.data_frame import read_data_frame
from exporter.facts.flat.read_only import guarded, refuse_unknown
from exporter.facts.flat.texts import texts_of_columns
from exporter.facts.flat.ways_out import refuse_ways_out
from exporter.facts.flat.written import Part, no_more_than, numbered, refuse_more, written_parts
from exporter.facts.reach import servers_of, variables_of
from exporter.facts.table import WRITTEN
from exporter.facts.where import (
    SqlQuery,
    is_variable,
    with_variables,
    without_secrets,
    without_variables,
)
from exporter.inputs.opened import Inputs

if TYPE_CHECKING:
    import sqlalchemy
    from sqlalchemy import URL, Connection

_DUCKDB, _SQLITE = "duckdb://", "sqlite"
_MEMORY = ":memory:"
_MEND_QUERY = "mend the query"
# What pip calls the drivers that Python calls otherwise.
_PACKAGES = {
    "MySQLdb": "mysqlclient", "mysql": "mysql-connector-python", "psycopg": "'psycopg[binary]'",
    "psycopg2": "psycopg2-binary", "psycopg2cffi": "psycopg2cffi", "cx_Oracle": "cx-Oracle",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, and whom to ask it: `url` is that of the query with what its variables hold."""

    query: SqlQuery
    url: str
    folder: Path
    shown: str
    inputs: Inputs
    is_trusted: bool


def read_query(
    query: SqlQuery, folder: Path, shown: str, inputs: Inputs, *, is_trusted: bool = False
) -> Iterator[RowsAndProblems]:
    """The facts that a query gives, in batches while the database sends them; its first row is 1.

    Args:
        query: The query.
        folder: Where relative paths in it begin (DuckDB, SQLite).
        shown: What messages call it.
        inputs: What it may reach.
        is_trusted: Whether the user named the database, which is then asked wherever it is.

    Raises:
        SetupError: A library is missing, a variable is not set, or the database cannot be reached.
    """
    try:
        if not is_trusted:
            _demand_variables(query, inputs)
        asked = _Asked(query, with_variables(query.url), folder, shown, inputs, is_trusted)
        yield from _answers(asked)
    except WrongValueError as error:
        yield empty_table(WRITTEN), [Problem(shown, 0, "", *error.fault)]


def _demand_variables(query: SqlQuery, inputs: Inputs) -> None:
    """Go on only if a query may use the variables of its URL; its server is asked for with them.

    Raises:
        InputError: Something is not allowed.
        WrongValueError: The URL names no database.
    """
    variables, servers = variables_of(query.url), []
    is_server = not query.url.startswith(_DUCKDB) and not is_variable(query.url)
    if is_server and inputs.allowed.lacks(variables):
        with _extra(query):
            url = _parsed(without_variables(query.url), query)
        servers = servers_of(query.url, url)
    inputs.demand(*variables, *servers)


@contextmanager
def _extra(query: SqlQuery) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        name = str(error.name)
        how = (
            INSTALL_EXTRAS
            if name in {"duckdb", "sqlalchemy"}
            else f"install that driver: pip install {_PACKAGES.get(name, name)}"
        )
        raise SetupError(f"{query.url} needs the library {name}", how) from None


def _answers(asked: _Asked) -> Iterator[RowsAndProblems]:
    if asked.url.startswith(_DUCKDB):
        return _duckdb(asked)
    with _extra(asked.query):
        url = _parsed(asked.url, asked.query)
    return _sqlite(asked, url) if url.get_backend_name() == _SQLITE else _server(asked, url)


def _duckdb(asked: _Asked) -> Iterator[RowsAndProblems]:
    from exporter.facts.flat.duckdb import duckdb_batches

    query = asked.query
    with _extra(query):
        if find_spec("duckdb") is None:  # it is loaded in its own process alone
            raise ModuleNotFoundError(name="duckdb")
    file = _file(asked, asked.url.removeprefix(_DUCKDB).removeprefix("/"))
    inputs = asked.inputs.with_root(asked.folder) if asked.is_trusted else asked.inputs
    if not asked.is_trusted:
        places = (*inputs.roots, *inputs.allowed.paths)
        refuse_ways_out(query.sql, places, has_views=file is not None)
    try:
        batches = duckdb_batches(query.sql, file, asked.folder, inputs)
        batches = no_more_than(inputs.limits.rows, batches)
        yield from read_data_frame(batches, asked.shown, query.reading)
    except UnreachableError as error:
        raise _unreachable(query, error) from None


def _file(asked: _Asked, path: str) -> Path | None:
    """The file of a database, which may be read; None for one in memory.

    As in SQLAlchemy's URLs, the path follows the third slash; a fourth makes it absolute.
    """
    if path in {"", _MEMORY}:
        return None
    file = asked.folder / path
    inputs = asked.inputs.with_root(file) if asked.is_trusted else asked.inputs
    try:
        return inputs.regular(file)
    except OSError as error:
        wrong = f"{asked.query.url} cannot be reached: {error.strerror}"
        right = f"check the path, which begins at {asked.folder.resolve()}"
        raise SetupError(wrong, right) from None


def _sqlite(asked: _Asked, url: "URL") -> Iterator[RowsAndProblems]:
    from exporter.facts.flat.sqlite import sqlite_answers

    query = asked.query
    if url.host:
        path = "/".join(filter(None, (url.host, url.database)))
        right = f"a file has three slashes before it: sqlite:///{path}"
        raise WrongValueError(f"`url` names the server {url.host!r}, and SQLite has none", right)
    if not asked.is_trusted:
        asked.inputs.demand(*servers_of(query.url, url))
    file = _file(asked, url.database or "")
    try:
        answers = sqlite_answers(query.sql, file, asked.inputs)
        (names,) = next(answers)
        parts = _parts(names, answers, asked.inputs)
        yield from written_parts(parts, asked.shown, reading=query.reading)
    except UnreachableError as error:
        raise _unreachable(query, error) from None
    except sqlite3.Error as error:
        raise _refused(query, error) from None


def _server(asked: _Asked, url: "URL") -> Iterator[RowsAndProblems]:
    query = asked.query
    with _extra(query):
        from sqlalchemy.exc import DBAPIError, ResourceClosedError

        engine = _engine(asked, url)
    try:
        connection = engine.connect()
    except DBAPIError as error:
        raise _unreachable(query, error.orig) from None
    with connection:
        try:
            parts = _asked_parts(connection, asked)
            yield from written_parts(parts, asked.shown, reading=query.reading)
        except ResourceClosedError:
            raise WrongValueError("the query gives no rows", "write a SELECT") from None
        except DBAPIError as error:
            if error.connection_invalidated:
                raise _unreachable(query, error.orig) from None
            raise _refused(query, error.orig) from None


def _parsed(url: str, query: SqlQuery) -> "URL":
    """The URL of a query's database as SQLAlchemy reads it.

    Raises:
        WrongValueError: It is none.
    """
    import sqlalchemy
    from sqlalchemy.exc import ArgumentError

    try:
        return sqlalchemy.make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _unnamed(query, error) from None


def _engine(asked: _Asked, url: "URL") -> "sqlalchemy.Engine":
    """SQLAlchemy's engine, for a server that may be asked.

    Raises:
        WrongValueError: The URL names no database, or none that may be asked.
    """
    import sqlalchemy
    from sqlalchemy.exc import ArgumentError

    name = url.get_backend_name()
    if not asked.is_trusted:
        refuse_unknown(name)
        asked.inputs.demand(*servers_of(asked.query.url, url))
    try:
        is_async = url.get_dialect().is_async
        engine = None if is_async else sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
    except (ArgumentError, ValueError) as error:
        raise _unnamed(asked.query, error) from None
    if engine is None:
        wrong = f"`url` names the driver {url.drivername}, which answers asynchronously"
        raise WrongValueError(wrong, f"name another, or none: {name}://…")
    return engine


def _asked_parts(connection: "Connection", asked: _Asked) -> Iterator[Part]:
    """Rows as a server-side cursor brings them, where the database has such."""
    options: dict[str, Any] = {
        "stream_results": True,
        "max_row_buffer": BATCH_ROWS,
        "no_parameters": True,  # so that a % in the query stays what it is
    }
    sql = asked.query.sql
    reading = guarded(connection, sql, asked.inputs.limits.query_seconds)
    with reading.exec_driver_sql(sql, execution_options=options) as result:
        yield from _parts(list(result.keys()), result.partitions(BATCH_ROWS), asked.inputs)


def _parts(
    names: Sequence[str], answers: Iterable[Sequence[Sequence[object]]], inputs: Inputs
) -> Iterator[Part]:
    """Rows, some at once, as the parts of a table; an empty part where there are none."""
    first = 1
    for rows in answers:
        refuse_more(first - 1 + len(rows), inputs.limits.rows)
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


def _refused(query: SqlQuery, error: object) -> WrongValueError:
    wrong = f"the database refuses the query: {_reason(error, query)}"
    return WrongValueError(wrong, _MEND_QUERY)


def _unnamed(query: SqlQuery, error: object) -> WrongValueError:
    wrong = f"`url` names no database: {_reason(error, query)}"
    return WrongValueError(wrong, "see SQLAlchemy's URLs")


def _unreachable(query: SqlQuery, error: object) -> SetupError:
    return SetupError(
        f"{query.url} cannot be reached: {_reason(error, query)}", "check the URL, and that it runs"
    )
