"""The rows that SQLite gives for a query, in a process that reads alone.

What a statement is, SQLite's own parser says: it calls an authorizer for everything that it is
about to do. What is loaded here is loaded each time, and so is little.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exporter.errors import WrongValueError
from exporter.facts.flat.confined_query import UnreachableError, refuse_large

_ASKING = {
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
}  # fmt: skip
_LONGEST_VALUE = 10_000_000  # bytes; no cell holds a text of that length

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A query as SQLite is asked it.

    Attributes:
        sql: The query.
        place: The database: a URI, or `:memory:`.
        at_once: How many rows are handed over at once.
        memory_bytes: How much memory it may take.
    """

    sql: str
    place: str
    at_once: int
    memory_bytes: int


def sqlite_rows(question: Question) -> Iterator[list[Row]]:
    """One row with the names of the columns, then the rows, some at once.

    Raises:
        WrongValueError: The statement is no query, or its rows are too large.
        UnreachableError: The database cannot be opened.
        sqlite3.Error: SQLite refuses the query.
    """
    try:
        connection = sqlite3.connect(question.place, uri=True)
    except sqlite3.Error as error:
        raise UnreachableError(str(error)) from None
    _refuse_others(connection, question.sql)
    cursor = connection.execute(question.sql)
    if cursor.description is None:
        raise WrongValueError("the query gives no rows", "write a SELECT")
    yield [tuple(name for name, *_ in cursor.description)]
    rows: list[Row] = []
    size = 0
    for row in cursor:
        rows.append(row)
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        refuse_large(size, len(rows), question.memory_bytes)
        if len(rows) == question.at_once:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _refuse_others(connection: sqlite3.Connection, sql: str) -> None:
    """Have a connection do nothing but ask, and refuse a statement that does something else."""
    connection.execute("PRAGMA trusted_schema = OFF")  # what a stranger's views call
    asked: set[int] = set()

    def authorize(action: int, _: object, name: object, *__: object) -> int:
        asked.add(action)
        is_asking = action in _ASKING and name != "load_extension"
        return sqlite3.SQLITE_OK if is_asking else sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    if not sql.strip():
        raise WrongValueError("the query gives no rows", "write a SELECT")
    try:
        connection.execute(f"EXPLAIN {sql}").close()  # has it parsed, and nothing done
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_AUTH:
            raise
        wrong = "the statement does more than ask, and SQLite is not to change anything"
        raise WrongValueError(wrong, "write one SELECT") from None
    if sqlite3.SQLITE_SELECT not in asked:
        raise WrongValueError("SQLite does not call the statement a query", "write a SELECT")
