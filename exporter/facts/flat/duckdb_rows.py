"""The rows that DuckDB gives for a query, in a process that reads alone.

DuckDB's SQL reads and writes files, loads code and reaches hosts. So a query is one statement that
its own parser calls a query; it sees the report's folder, what the user allows, and nothing else;
and it cannot change that. What is loaded here is loaded each time, and so is little.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporter.engine.processors import processors
from exporter.errors import WrongValueError
from exporter.facts.flat.confined_query import UnreachableError, refuse_large

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_THREADS = 4  # each of which maps more memory


@dataclass(frozen=True, slots=True)
class Question:
    """A query as DuckDB is asked it.

    Attributes:
        sql: The query.
        place: The database: a file, or `:memory:`.
        is_file: Which of the two it is.
        folders: What it may read; they are real, and end in a slash.
        files: And these.
        at_once: How many rows are handed over at once.
        memory_bytes: How much memory it may take.
        spill: The folder for what it has no memory for.
        spill_bytes: How much that may be.
    """

    sql: str
    place: str
    is_file: bool
    folders: tuple[str, ...]
    files: tuple[str, ...]
    at_once: int
    memory_bytes: int
    spill: str
    spill_bytes: int


def duckdb_rows(question: Question) -> Iterator["pa.RecordBatch"]:
    """The rows that a query gives, some at once.

    Raises:
        WrongValueError: It is no query, DuckDB refuses it, or its rows are too large.
        UnreachableError: The database cannot be opened.
    """
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
            for batch in connection.sql(question.sql).to_arrow_reader(question.at_once):
                refuse_large(batch.nbytes, batch.num_rows, question.memory_bytes)
                yield batch
        except (duckdb.Error, OSError) as error:  # Arrow's, when there is no memory
            raise WrongValueError(
                f"DuckDB refuses the query: {_first(error)}", "mend the query"
            ) from None


def _connected(question: Question) -> "duckdb.DuckDBPyConnection":
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
            "threads": min(processors(), _THREADS),
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
