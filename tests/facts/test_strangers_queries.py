"""A query in a stranger's report: it asks, and changes nothing, and reaches nothing unasked."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.facts.read import read_written
from exporter.facts.where import SqlQuery
from exporter.inputs.opened import Inputs
from exporter.inputs.places import parse_allowed
from exporter.limits import READING
from tests.facts.postgres import postgres, postgres_server

__all__ = ["postgres", "postgres_server"]  # fixtures

ROW = "'a' AS id, 'E' AS entity, 'M' AS metric, '17' AS value, 's' AS source, 'q' AS quote"


@pytest.fixture
def report(tmp_path: Path) -> Iterator[Path]:
    """A folder with a table and a database, beside one that is none of the report's."""
    folder = tmp_path / "report"
    folder.mkdir()
    row = f"SELECT {ROW}"
    (folder / "facts.csv").write_text("id,entity,metric,value,source,quote\na,E,M,17,s,q\n")
    (tmp_path / "outside.csv").write_text("id,entity,metric,value,source,quote\nb,E,M,1,s,q\n")
    (folder / "link.csv").symlink_to(tmp_path / "outside.csv")
    with sqlite3.connect(folder / "facts.db") as database:
        database.execute(f"CREATE TABLE facts AS {row}")
    database.close()
    before = sorted(path.name for path in folder.iterdir())
    content = (folder / "facts.db").read_bytes()
    yield folder
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "facts.db").read_bytes() == content


def asked(
    report: Path, sql: str, url: str, *allow: str, seconds: int = READING.query_seconds
) -> tuple[list[str], list[str]]:
    """The ids that a query gives, and what is said of it."""
    limits = replace(READING, query_seconds=seconds)
    inputs = Inputs.of(report, parse_allowed(allow), limits)
    ids, said = [], []
    for table, problems in read_written(report, SqlQuery(sql, url), inputs):
        ids += table["id"].to_pylist()
        said += [problem.wrong for problem in problems]
    return ids, said


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT @", "select @ -- a comment", "/* one */ WITH x AS (SELECT @) SELECT * FROM x", "SELECT @;", "(SELECT @)",
        "SELECT @ UNION SELECT @", "FROM 'facts.csv'", "SELECT * FROM read_csv('*s.csv', all_varchar = true)",
        "VALUES ('a')", "PIVOT (SELECT 'a' AS id, 1 AS n) ON n", "FROM (PIVOT 'facts.csv' ON value)",
        "SELECT @ FROM (VALUES (';'))",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_what_duckdb_calls_a_query(report: Path, sql: str) -> None:
    ids, said = asked(report, sql.replace("@", ROW), "duckdb://")
    assert ids == ["a"] or all("column" in wrong for wrong in said), said


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO 'new.csv'", "COPY (PIVOT 'facts.csv' ON id) TO 'new.csv'", "ATTACH 'new.duckdb'",
        "CREATE TABLE t AS SELECT 1", "CREATE TABLE t AS PIVOT 'facts.csv' ON id", "INSTALL httpfs", "LOAD httpfs",
        "SET memory_limit = '9GB'", "PRAGMA database_list", "CALL pragma_version()", "EXPORT DATABASE 'new'",
        "EXPLAIN SELECT 1", "EXPLAIN ANALYZE SELECT 1", "SELECT 1; SELECT 2", "SELECT 1 AS id; COPY (SELECT 1) TO 'new.csv'",
        "IMPORT DATABASE 'new'", "CHECKPOINT", "BEGIN", "PREPARE p AS SELECT 1", "DETACH memory", "USE memory",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_what_duckdb_calls_something_else(report: Path, sql: str) -> None:
    ids, (said,) = asked(report, sql, "duckdb://")
    assert ids == []
    assert "no query" in said or "statements" in said


@pytest.mark.parametrize(
    "sql",
    [
        "FROM '{}/outside.csv'", "FROM '../outside.csv'", "FROM 'link.csv'", "FROM read_text('{}/outside.csv')",
        "FROM glob('{}/*')", "FROM glob('../*')", "FROM sniff_csv('{}/outside.csv')", "FROM 'file://{}/outside.csv'",
        "FROM read_blob('/dev/stdin')", "FROM 'https://127.0.0.1:9/facts.csv'", "FROM 's3://bucket/facts.csv'",
        "FROM query('FROM ''../outside.csv''')",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_duckdb_sees_the_report_alone(report: Path, sql: str) -> None:
    ids, (said,) = asked(report, sql.format(report.parent), "duckdb://")
    assert (ids, said[:27]) == ([], "DuckDB refuses the query: P")  # ermission Error


def test_duckdb_sees_what_is_allowed(report: Path) -> None:
    place = report.parent / "outside.csv"
    for allowed in (place, report.parent):
        assert asked(report, f"FROM '{place}'", "duckdb://", f"path:{allowed}") == (["b"], [])


def test_a_query_that_does_not_end_is_stopped(report: Path) -> None:
    endless = "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT max(n) AS id FROM r"
    wrong = "DuckDB has not answered the query within 1 seconds"
    assert asked(report, endless, "duckdb://", seconds=1) == ([], [wrong])


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT instr(printf('%.*c', 9999999, 'a'), printf('%.*c', 4999999, 'a') || 'b') AS id",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id FROM r ORDER BY 1",
    ],
)  # fmt: skip
def test_one_step_of_sqlite_may_take_so_long(report: Path, sql: str) -> None:
    ids, said = asked(report, sql, "sqlite://", seconds=1)
    assert (ids, said) == ([], ["SQLite has not answered the query within 1 seconds"])


def test_a_query_may_not_fill_the_memory(report: Path) -> None:
    for length in (200_000_000, 2_000_000_000):
        ids, said = asked(report, f"SELECT repeat('x', {length}) AS id", "duckdb://")
        assert ids == []
        assert "memory" in said[0].lower()
    assert asked(report, "SELECT zeroblob(900000000) AS id", "sqlite://") == (
        [],
        ["the database refuses the query: string or blob too big"],
    )


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO facts (id) VALUES ('x')", "DELETE FROM facts RETURNING *", "DROP TABLE facts", "VACUUM",
        "VACUUM INTO 'new.db'", "ATTACH 'new.db' AS x", "PRAGMA user_version = 3", "PRAGMA table_info(facts)",
        "CREATE TEMP TABLE t (a)", "BEGIN", "REINDEX", "EXPLAIN SELECT 1", "SELECT load_extension('x')",
        "SELECT 1; DELETE FROM facts", "REPLACE INTO facts (id) VALUES ('x')", "DETACH main", "ANALYZE",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_sqlite_changes_nothing(report: Path, sql: str) -> None:
    for url in ("sqlite:///facts.db", f"sqlite:///{report}/facts.db"):
        ids, said = asked(report, sql, url)
        assert (ids, len(said)) == ([], 1)


def test_a_file_with_two_slashes_is_no_server_to_allow(report: Path) -> None:
    wrong = "`url` names the server 'facts.db', and SQLite has none"
    assert asked(report, "SELECT 1", "sqlite://facts.db") == ([], [wrong])


def test_what_changes_something_is_told_to_be_no_query(report: Path) -> None:
    wrong = "the statement does more than ask, and SQLite is not to change anything"
    assert asked(report, "DELETE FROM facts", "sqlite:///facts.db") == ([], [wrong])


def test_sqlite_answers(report: Path) -> None:
    for sql in ("SELECT * FROM facts", "WITH x AS (SELECT * FROM facts) SELECT * FROM x LIMIT 1"):
        assert asked(report, sql, "sqlite:///facts.db") == (["a"], [])


def keep_a_log(path: Path, *, waits: bool) -> None:
    """Have a database keep a write-ahead log; one that waits has a second row `b` in it."""
    code = (
        "import os, sqlite3, sys; database = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "database.execute('PRAGMA journal_mode = WAL'); "
    )
    if waits:  # by a process that ends without closing it
        code += "database.execute(\"INSERT INTO facts SELECT 'b', entity, metric, value, source, quote FROM facts\"); os._exit(0)"
    subprocess.run([sys.executable, "-c", code, path], check=True)


@pytest.fixture
def logged(report: Path) -> Iterator[Path]:
    """The report's database, put back afterwards."""
    path = report / "facts.db"
    before = path.read_bytes()
    yield path
    path.write_bytes(before)
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("has_index", [True, False])
@pytest.mark.parametrize("waits", [True, False])
def test_a_database_with_a_log_is_read_whole_and_gets_no_companions(
    report: Path, logged: Path, *, waits: bool, has_index: bool
) -> None:
    keep_a_log(logged, waits=waits)
    if not has_index:
        logged.with_name("facts.db-shm").unlink(missing_ok=True)
    before = state(report)
    ids = ["a", "b"] if waits else ["a"]
    assert asked(report, "SELECT * FROM facts ORDER BY id", "sqlite:///facts.db") == (ids, [])
    assert state(report) == before


def test_a_database_that_another_program_writes_is_read(report: Path, logged: Path) -> None:
    writer = sqlite3.connect(logged, isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE facts SET id = 'c'")
    assert asked(report, "SELECT * FROM facts", "sqlite:///facts.db") == (["c"], [])
    writer.execute("UPDATE facts SET id = 'd'")
    assert asked(report, "SELECT * FROM facts", "sqlite:///facts.db") == (["d"], [])
    writer.close()


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_lies_beside_a_database_is_a_file(
    report: Path, logged: Path, ending: str, kind: str
) -> None:
    path = logged.with_name(f"facts.db{ending}")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to(report.parent / "outside.csv")
    else:
        path.mkdir()
    said = asked(report, "SELECT * FROM facts", "sqlite:///facts.db")
    path.rmdir() if kind == "folder" else path.unlink()
    assert said == ([], [f"{path} beside the database is no regular file"])


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE left_behind (a int)", "SELECT 1; DROP TABLE kept", "COMMIT; DROP TABLE kept", "DELETE FROM kept",
        "WITH gone AS (DELETE FROM kept RETURNING *) SELECT * FROM gone", "INSERT INTO kept VALUES (2) RETURNING a",
        "COPY kept TO '/tmp/never'", "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", "DO $$ BEGIN END $$",
        "SELECT set_config('transaction_read_only', 'off', true)", "SELECT nextval('counted')", "EXPLAIN SELECT 1",
        "SELECT * INTO left_behind FROM kept", "CALL nothing()",
    ],
)  # fmt: skip
def test_postgresql_changes_nothing(report: Path, postgres: str, sql: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(postgres, poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS kept")
        connection.exec_driver_sql("CREATE TABLE kept AS SELECT 1 AS a")
        connection.exec_driver_sql("CREATE SEQUENCE IF NOT EXISTS counted")
    ids, said = asked(report, sql, postgres)
    assert ids == []
    assert said
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM kept").all() == [(1,)]
        assert not sqlalchemy.inspect(engine).has_table("left_behind")
        assert connection.exec_driver_sql("SELECT is_called FROM counted").scalar() is False


def test_postgresql_is_given_so_many_seconds(report: Path, postgres: str) -> None:
    assert asked(report, "SELECT pg_sleep(60)", postgres, seconds=1) == (
        [],
        ["the database refuses the query: canceling statement due to statement timeout"],
    )


@pytest.mark.parametrize(
    ("url", "wants"),
    [
        ("postgresql+psycopg://u@db.example/x", ["host:db.example:5432"]),
        ("postgresql+psycopg://u@db.example:99/x", ["host:db.example:99"]),
        ("postgresql+psycopg://u:${DESK}@db.example/x", ["env:DESK", "host:db.example:5432"]),
        ("postgresql+psycopg://u:${DESK}@localhost/x", ["env:DESK"]),
        ("postgresql+psycopg://u:${DESK}@${OTHER}/x", ["env:DESK", "env:OTHER"]),
        ("${DESK}", ["env:DESK"]),
        ("postgresql+psycopg://localhost,db.example/x", ["host:db.example:5432"]),
        ("postgresql+psycopg://localhost/x?host=db.example", ["host:db.example:5432"]),
        ("postgresql+psycopg://localhost/x?host=localhost&host=db.example:99", ["host:db.example:99"]),
        ("postgresql+psycopg:///x?hostaddr=10.0.0.1", ["host:10.0.0.1:5432"]),
        ("postgresql+psycopg://[2001:db8::1]/x", ["host:[2001:db8::1]:5432"]),
        ("mysql+pymysql://u@db.example/x", ["host:db.example:3306"]),
        ("oracle+oracledb://u@db.example/x", ["host:db.example:1521"]),
    ],
)  # fmt: skip
def test_servers_and_variables_are_asked_for(
    report: Path, monkeypatch: pytest.MonkeyPatch, url: str, wants: list[str]
) -> None:
    monkeypatch.setenv("DESK", "hunter2")
    inputs = Inputs.of(report)
    problems = [
        problem
        for _, some in read_written(report, SqlQuery("SELECT 1", url), inputs)
        for problem in some
    ]
    assert list(map(str, inputs.refused)) == wants
    (problem,) = problems
    assert problem.right == "allow it by " + " ".join(
        f"--allow {place}" for place in wants
    ).replace("--allow host:[2001:db8::1]:5432", "--allow 'host:[2001:db8::1]:5432'")
    assert "hunter2" not in str(problem)


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("postgresql+psycopg://u@${DESK}.db.example/x", "makes the name of a host from a variable"),
        ("postgresql+psycopg://localhost/x?passfile=/etc/passwd", "sets `passfile`"),
        ("postgresql+psycopg://localhost/x?service=other", "sets `service`"),
        ("postgresql+psycopg://localhost/x?sslkey=/root/key", "sets `sslkey`"),
        ("postgresql+psycopg://localhost/host=db.example", "is no name of a database"),
        ("mysql+pymysql://localhost/x?read_default_file=/root/.my.cnf", "sets `read_default_file`"),
        ("sqlite:///facts.db?mode=rwc&uri=true", "sets `mode`"),
        ("mssql+pyodbc://localhost/x", "cannot be kept from changing mssql"),
        ("mssql+pyodbc:///?odbc_connect=SERVER=db.example", "cannot be kept from changing mssql"),
        ("shillelagh://", "cannot be kept from changing shillelagh"),
    ],
)  # fmt: skip
def test_what_nobody_can_allow(
    report: Path, monkeypatch: pytest.MonkeyPatch, url: str, wrong: str
) -> None:
    monkeypatch.setenv("DESK", "hunter2")
    (said,) = asked(report, "SELECT 1", url, "env:DESK")[1]
    assert wrong in said
    assert "hunter2" not in said


@pytest.mark.parametrize("scheme", ["duckdb", "sqlite"])
@pytest.mark.parametrize("name", ["../outside.db", "link.db", "{}/outside.db", "pipe"])
def test_databases_are_files_of_the_report(report: Path, scheme: str, name: str) -> None:
    outside = report.parent / "outside.db"
    sqlite3.connect(outside).close()
    (report / "link.db").symlink_to(outside)
    os.mkfifo(report / "pipe")
    (said,) = asked(report, "SELECT 1", f"{scheme}:///{name.format(report.parent)}")[1]
    expected = "this is a pipe" if name == "pipe" else f"the report may not read {outside}"
    assert expected in said
    (report / "link.db").unlink()
    (report / "pipe").unlink()


@pytest.mark.parametrize(
    ("rows", "url"),
    [
        ("FROM range(1000000000)", "duckdb://"),
        ("FROM (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r)", "sqlite://"),
        ("FROM generate_series(1, 100000)", "postgres"),
    ],
)  # fmt: skip
def test_a_query_gives_so_many_rows(report: Path, postgres: str, rows: str, url: str) -> None:
    few = Inputs.of(report, limits=replace(READING, rows=20_000))
    columns = ("id", "entity", "metric", "value", "source", "quote")
    nothing = ", ".join(f"CAST(NULL AS text) AS {name}" for name in columns)
    query = SqlQuery(f"SELECT {nothing} {rows}", postgres if url == "postgres" else url)
    said = [problem.wrong for _, some in read_written(report, query, few) for problem in some]
    assert said == ["there are more than 20,000 rows"]


@pytest.mark.parametrize(
    "sql",
    [
        "FROM 'desk/../outside.csv'", "FROM read_csv('desk/.' || './outside.csv')", "FROM read_csv('desk/../*.csv')",
        "FROM 'desk/.'\n'./outside.csv'", "FROM 'self/../outside.csv'", r"FROM E'desk/\x2e\x2e/outside.csv'",
        "FROM glob('*/*')",
    ],
)  # fmt: skip
def test_duckdb_does_not_go_up_from_where_a_link_leads(report: Path, sql: str) -> None:
    desk = report.parent / "desk"
    desk.mkdir()
    (report / "desk").symlink_to(desk)
    (report / "self").symlink_to(report)
    ids, (said,) = asked(report, sql, "duckdb://", f"path:{desk}")
    (report / "desk").unlink()
    (report / "self").unlink()
    assert (ids, said[:34]) == ([], "a query might leave the report by ")


@pytest.fixture
def desk(report: Path) -> Path:
    """An allowed folder with a table, a folder for each month, and a link to the latest."""
    folder = report.parent / "desk"
    for month in ("2026-10", "2026-11"):
        (folder / month).mkdir(parents=True)
        (folder / month / "b.csv").write_bytes((report.parent / "outside.csv").read_bytes())
    (folder / "latest").symlink_to("2026-11")
    return folder


@pytest.mark.parametrize(
    ("link", "target", "sql"),
    [
        ("out", "..", "FROM '{}/out/../outside.csv'"),
        ("out", "../other", "FROM '{}/out/../outside.csv'"),
        ("out", "../other", "FROM glob('{}/*/*')"),
        ("2026-10/up", ".", "FROM '{}/2026-10/up/../../outside.csv'"),
        ("2026-10/root", "..", "FROM read_csv('{}/2026-10/root/../outside.csv')"),
        ("2026-10/other", "../../other", "FROM read_text('{}/2026-10/other/../outside.csv')"),
        ("deep", "2026-10/more", "FROM '{}/deep/../../../outside.csv'"),
    ],
)  # fmt: skip
def test_duckdb_does_not_leave_what_is_allowed(
    report: Path, desk: Path, link: str, target: str, sql: str
) -> None:
    (desk / "2026-10" / "more").mkdir()
    (report.parent / "other").mkdir()
    (report.parent / "other" / "outside.csv").touch()
    (desk / link).symlink_to(target)
    ids, (said,) = asked(report, sql.format(desk), "duckdb://", f"path:{desk}")
    assert (ids, said) == (
        [],
        f"a query might leave the report by {desk / link}, a link to a folder",
    )


@pytest.mark.parametrize(
    "sql",
    [
        "FROM '{}/latest/b.csv'", "FROM read_csv('{}/latest/*.csv')", "FROM '{}/latest/../2026-10/b.csv'",
        "SELECT * FROM read_csv('{}/2026-11/b.csv') WHERE upper(id) = 'B'",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_a_link_to_the_latest_folder_is_in_nobodys_way(report: Path, desk: Path, sql: str) -> None:
    assert asked(report, sql.format(desk), "duckdb://", f"path:{desk}") == (["b"], [])


def test_a_folder_that_nobody_may_look_into_is_told(
    report: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "2026-10":
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", refusing)
    said = asked(report, f"FROM read_csv('{desk}/2026-10/b.csv')", "duckdb://", f"path:{desk}")
    wrong = f"a query might leave the report by {desk}/2026-10, which cannot be looked into"
    assert said == ([], [wrong])


def test_duckdb_reads_a_linked_folder_that_is_allowed(report: Path, desk: Path) -> None:
    (report / "desk").symlink_to(desk)
    for sql in ("FROM 'desk/2026-11/*.csv'", "SELECT * FROM 'desk/2026-10/b.csv' WHERE id = 'b'"):
        assert asked(report, sql, "duckdb://", f"path:{desk}") == (["b"], [])
    (report / "desk").unlink()
