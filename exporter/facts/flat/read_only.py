"""Connections to servers through which a query asks and changes nothing, for so many seconds.

Moments are given in UTC, so that their days do not hang on the zone of a machine.

What a statement is, PostgreSQL's own parser says, which declares a cursor for queries alone. For
the others the transaction is read-only, and a statement has to begin like a query and be one.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from exporter.errors import WrongValueError

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
        known = ", ".join(_GUARDS)
        right = f"known are duckdb, sqlite, {known}; from others, take facts by way of a file"
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
    if dialect.driver != _PARSES_ITSELF:
        _refuse_others(sql)
    return _GUARDS[dialect.name](connection, sql, seconds)


def _refuse_others(sql: str) -> None:
    """Refuse what does not begin like a query, or goes on after it."""
    if not _QUERY.match(sql):
        raise WrongValueError("the statement is no query", "write one SELECT")
    if ";" in sql.strip().removesuffix(";"):
        raise WrongValueError("a `;` stands in the query", "write one SELECT, without `;`")
    if _WRITING.search(sql):
        raise WrongValueError("the query writes a file", "write a SELECT that gives rows")


def _postgresql(connection: "Connection", _: str, seconds: int) -> "Connection":
    reading = connection.execution_options(postgresql_readonly=True)
    reading.exec_driver_sql("SET LOCAL TIME ZONE 'UTC'")
    reading.exec_driver_sql(f"SET LOCAL statement_timeout = '{seconds}s'")
    return reading


def _mysql(connection: "Connection", _: str, seconds: int) -> "Connection":
    is_mariadb = bool(getattr(connection.dialect, "is_mariadb", False))
    limit = (
        f"max_statement_time = {seconds}" if is_mariadb else f"max_execution_time = {seconds}000"
    )
    connection.exec_driver_sql(f"SET SESSION {limit}")
    connection.exec_driver_sql("SET SESSION time_zone = '+00:00'")
    connection.exec_driver_sql("START TRANSACTION READ ONLY")
    return connection


def _oracle(connection: "Connection", _: str, seconds: int) -> "Connection":
    raw: Any = connection.connection.dbapi_connection
    raw.call_timeout = seconds * 1000  # milliseconds
    connection.exec_driver_sql("ALTER SESSION SET TIME_ZONE = '+00:00'")
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    return connection


_GUARDS: Mapping[str, Callable[["Connection", str, int], "Connection"]] = {
    "postgresql": _postgresql,
    "mysql": _mysql,
    "mariadb": _mysql,
    "oracle": _oracle,
}
