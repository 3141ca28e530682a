"""Connections through which a query can ask and change nothing, for so many seconds at most.

What a statement is, a database's own parser says: SQLite's calls an authorizer for everything that
it is about to do; PostgreSQL's declares a cursor for queries alone. For the others the transaction
is read-only, and a statement has to begin like a query and be one.
"""

import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from exporter.errors import WrongValueError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ASKING = {
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
}  # fmt: skip
_STEPS = 100_000  # of SQLite's machine, some milliseconds, after which the time is looked at
_WAL, _VERSIONS = b"\x02\x02", slice(18, 20)  # of SQLite's file header, what readers have to know
# Comments that begin with ! are code to MySQL and MariaDB.
_QUERY = re.compile(
    r"(?:\s|--[^\n]*(?:\n|\Z)|/\*(?!M?!).*?\*/|\()*(?:select|with|values|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_WRITING = re.compile(r"\b(?:outfile|dumpfile)\b", re.IGNORECASE)  # of MySQL, on the server's disk
_PARSES_ITSELF = "psycopg"  # sends a cursor's query alone, in the protocol that takes one statement


def refuse_unknown(name: str) -> None:
    """Refuse a kind of database that has no way to read alone, as far as is known here.

    Args:
        name: As SQLAlchemy calls it.

    Raises:
        WrongValueError: It has none.
    """
    if name not in _GUARDS:
        right = f"known are duckdb, {', '.join(_GUARDS)}; from others, take facts by way of a file"
        raise WrongValueError(f"a query of a report cannot be kept from changing {name}", right)


def guarded(connection: "Connection", sql: str, seconds: int) -> "Connection":
    """A connection that reads alone, for a statement that only asks.

    Args:
        connection: Of which nothing has been asked. One of a kind that has no way to read alone
            stays as it is; nothing is ever committed.
        sql: The statement.
        seconds: After which the database gives up.

    Raises:
        WrongValueError: The statement is no query.
    """
    dialect = connection.dialect
    if dialect.name not in _GUARDS:
        return connection
    if dialect.name != "sqlite" and dialect.driver != _PARSES_ITSELF:
        _refuse_others(sql)
    return _GUARDS[dialect.name](connection, sql, seconds)


def sqlite_uri(path: Path) -> str:
    """The URI by which SQLite opens a file for reading only.

    A file with a write-ahead log gets companions from whoever opens it, unless it is said to be
    immutable; which it is as long as no log waits beside it.

    Source: SQLite's documentation, "Write-Ahead Logging", section 5.
    """
    with path.open("rb") as file:
        is_logged = file.read(_VERSIONS.stop)[_VERSIONS] == _WAL
    log = path.with_name(f"{path.name}-wal")
    waits = log.exists() and log.stat().st_size
    return f"{path.as_uri()}?mode=ro{'&immutable=1' if is_logged and not waits else ''}"


def _refuse_others(sql: str) -> None:
    """Refuse what does not begin like a query, or goes on after it."""
    if not _QUERY.match(sql):
        raise WrongValueError("the statement is no query", "write one SELECT")
    if ";" in sql.strip().removesuffix(";"):
        raise WrongValueError("a `;` stands in the query", "write one SELECT, without `;`")
    if _WRITING.search(sql):
        raise WrongValueError("the query writes a file", "write a SELECT that gives rows")


def _sqlite(connection: "Connection", sql: str, seconds: int) -> "Connection":
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA trusted_schema = OFF")  # what a stranger's views call
    asked: set[int] = set()

    def authorize(action: int, _: object, name: object, *__: object) -> int:
        asked.add(action)
        is_asking = action in _ASKING and name != "load_extension"
        return sqlite3.SQLITE_OK if is_asking else sqlite3.SQLITE_DENY

    raw.set_authorizer(authorize)
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    end = monotonic() + seconds
    raw.set_progress_handler(lambda: monotonic() > end, _STEPS)
    if not sql.strip():
        raise WrongValueError("the query gives no rows", "write a SELECT")
    try:
        raw.execute(f"EXPLAIN {sql}").close()  # has it parsed, and nothing done
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_AUTH:
            raise
        wrong = "the statement does more than ask, and SQLite is not to change anything"
        raise WrongValueError(wrong, "write one SELECT") from None
    if sqlite3.SQLITE_SELECT not in asked:
        raise WrongValueError("SQLite does not call the statement a query", "write a SELECT")
    return connection


def _postgresql(connection: "Connection", _: str, seconds: int) -> "Connection":
    reading = connection.execution_options(postgresql_readonly=True)
    reading.exec_driver_sql(f"SET LOCAL statement_timeout = '{seconds}s'")
    return reading


def _mysql(connection: "Connection", _: str, seconds: int) -> "Connection":
    is_mariadb = bool(getattr(connection.dialect, "is_mariadb", False))
    limit = (
        f"max_statement_time = {seconds}" if is_mariadb else f"max_execution_time = {seconds}000"
    )
    connection.exec_driver_sql(f"SET SESSION {limit}")
    connection.exec_driver_sql("START TRANSACTION READ ONLY")
    return connection


def _oracle(connection: "Connection", _: str, seconds: int) -> "Connection":
    raw: Any = connection.connection.dbapi_connection
    raw.call_timeout = seconds * 1000  # milliseconds
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    return connection


_LONGEST_VALUE = 10_000_000  # bytes; a query could fill the memory with one text
_GUARDS: Mapping[str, Callable[["Connection", str, int], "Connection"]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
    "mysql": _mysql,
    "mariadb": _mysql,
    "oracle": _oracle,
}
