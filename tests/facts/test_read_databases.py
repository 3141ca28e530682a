"""Facts from databases: streamed, read only, and without a password in any message."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from exporter.errors import SetupError
from exporter.facts.read import read_written, written_from
from exporter.facts.where import SqlQuery, parse_where
from tests.command_line import run
from tests.facts.forms import rewrite, write_duckdb
from tests.facts.postgres import postgres, postgres_server
from tests.facts.test_flat import a_row, found

__all__ = ["postgres", "postgres_server"]  # fixtures

SELECT = "SELECT 'a' id, 'E' entity, 'M' metric, {} AS value, 's' source, 'q' quote"
SECRET = "hunter2-very-secret"  # noqa: S105 - of no account at all


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("17", "17"), ("18.5::double precision", "18.5"), ("1.50::numeric(10,2)", "1.50"),
        ("date '2023-10-31'", "2023-10-31"), ("timestamp '2023-10-31 00:00'", "2023-10-31"),
        ("'50% :x'", "50% :x"), ("NULL", None),
    ],
)  # fmt: skip
def test_values_of_both_databases(postgres: str, value: str, text: str | None) -> None:
    for url in (postgres, "duckdb://"):
        table, problems = found(SqlQuery(SELECT.format(value), url))
        assert (table["value"].to_pylist(), problems) == ([text], [])


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT * FROM nowhere", "nowhere"),
        (SELECT.format("1/0.0::double precision"), ""),
        ("SELECT 1 AS id", "the column `entity` is missing"),
        ("CREATE TABLE t (a int)", ""),
    ],
)
def test_a_query_that_is_wrong_is_a_problem(postgres: str, sql: str, said: str) -> None:
    problems = found(SqlQuery(sql, postgres))[1]
    assert problems
    assert said in problems[0]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELEC 1", 'DataFrame: DuckDB refuses the query: Parser Error: syntax error at or near "SELEC"; mend the query'),
        (SELECT.format("true"), "DataFrame: the column `value` holds true or false; cast it to numbers, dates or text"),
        (SELECT.format("x") + " FROM (SELECT unnest(['1', 'b'])::int x)", "DataFrame: DuckDB refuses the query: Conversion Error: Could not convert string 'b' to INT32 when casting from source column UNNEST(list_value('1', 'b')); mend the query"),
        ("-- nothing", "DataFrame: the query gives no rows; write a SELECT"),
    ],
)  # fmt: skip
def test_what_duckdb_refuses(sql: str, message: str) -> None:
    assert found(SqlQuery(sql, "duckdb://"))[1] == [message]


def test_a_query_changes_nothing(postgres: str, tmp_path: Path) -> None:
    import sqlalchemy

    write_duckdb(a_row().select(["id"]), tmp_path / "facts.duckdb")
    for url in (postgres, f"duckdb:///{tmp_path}/facts.duckdb"):
        assert found(SqlQuery("CREATE TABLE left_behind AS SELECT 1 AS id", url))[1]
    engine = sqlalchemy.create_engine(postgres, poolclass=sqlalchemy.NullPool)
    assert not sqlalchemy.inspect(engine).has_table("left_behind")


def test_paths_in_a_query_begin_at_the_report(mini_report: Path) -> None:
    rewrite(mini_report, "csv")
    query = SqlQuery("SELECT * FROM read_csv('facts.csv', all_varchar = true)", "duckdb://")
    rows = [table for table, problems in read_written(mini_report, query) if not problems]
    assert sum(table.num_rows for table in rows) == 3
    assert rows[-1]["file"][0].as_py() == f"{mini_report}/report.yaml (sql)"


def test_large_results_come_in_batches(postgres: str) -> None:
    sql = SELECT.replace("'a'", "'r' || n").format("n") + " FROM generate_series(1, 20000) AS g(n)"
    for url in (postgres, "duckdb://"):
        table, problems = found(SqlQuery(sql, url))
        assert problems == []
        assert table["line"].to_pylist() == list(range(1, 20_001))
        assert table["id"].to_pylist() == [f"r{n}" for n in range(1, 20_001)]


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@localhost/db",
        f"postgresql://me:{SECRET}/odd@localhost/db",
        f"postgresql://localhost/db?user=me&password={SECRET}",
        f"https://me:{SECRET}@example.com/facts.csv",
        f"https://example.com/facts.csv?access_token={SECRET}",
    ],
)
def test_a_password_in_report_yaml_is_refused_and_never_shown(
    mini_report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    path = mini_report / "report.yaml"
    place = f"{{sql: SELECT 1, url: '{url}'}}" if url.startswith("postgres") else url
    path.write_text(f"facts: {place}\n{path.read_text('utf-8')}", "utf-8")
    checked = run(capsys, monkeypatch, ["check", mini_report])
    assert checked.status == 1
    right = "take it from the environment: `:${PGPASSWORD}@`"
    if url.startswith("https"):
        right = "leave it to the environment, and to fsspec's ways"
    assert f"{path}:1: `facts` holds a password; {right}" in checked.out
    assert SECRET not in checked.out + checked.err


def test_a_password_from_the_environment_is_never_shown(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD")
    monkeypatch.setenv("FACTS_SECRET", SECRET)
    url = postgres.replace("analyst@", "analyst:${FACTS_SECRET}@")
    assert parse_where({"sql": "SELECT 1", "url": url}) == SqlQuery("SELECT 1", url)
    with pytest.raises(
        SetupError, match=r"cannot be reached: .*password authentication failed"
    ) as error:
        found(SqlQuery("SELECT 1", url))
    assert SECRET not in str(error.value)
    assert "${FACTS_SECRET}" in str(error.value)
    assert error.value.exit_status == 3


def test_odd_passwords_are_never_shown(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD")
    monkeypatch.setenv("FACTS_SECRET", "very@secret/odd:99999999")
    monkeypatch.setenv("FACTS_URL", postgres.replace("analyst@", f"analyst:{SECRET}@"))
    for url in (postgres.replace("analyst@", "analyst:${FACTS_SECRET}@"), "${FACTS_URL}"):
        assert parse_where({"sql": "SELECT 1", "url": url})
        with pytest.raises(SetupError, match="password authentication failed") as error:
            found(SqlQuery("SELECT 1", url))
        assert "secret" not in str(error.value)


def test_a_url_with_a_wrong_port_does_not_show_the_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FACTS_URL", f"postgresql://me:{SECRET}@host:99x/db")
    (problem,) = found(SqlQuery("SELECT 1", "${FACTS_URL}"))[1]
    assert "`url` names no database" in problem
    assert SECRET not in problem


def test_the_right_password_from_the_environment_works(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setenv("FACTS_SECRET", os.environ["PGPASSWORD"])
    monkeypatch.delenv("PGPASSWORD")
    url = postgres.replace("analyst@", "analyst:${FACTS_SECRET}@")
    assert found(SqlQuery(SELECT.format(1), url))[0].num_rows == 1


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("postgresql+psycopg://x:${NOT_SET}@localhost/x", "the environment variable NOT_SET is not set; postgresql"),
        ("duckdb:///nowhere.duckdb", "duckdb:///nowhere.duckdb cannot be reached: "),
        ("sqlite:///nowhere.db", "No such file or directory; check the path, which begins at /"),
        ("postgresql+psycopg://x@127.0.0.1:1/x", "postgresql+psycopg://x@127.0.0.1:1/x cannot be reached: "),
        ("mysql+mysqldb://localhost/x", "needs the library MySQLdb; install that driver"),
        ("nowhere://bucket/facts.csv", "nowhere://bucket/facts.csv cannot be read: Protocol not known: nowhere"),
        ("s3://bucket/facts.csv", "s3://bucket/facts.csv needs the library s3fs; run: pip install s3fs"),
    ],
)  # fmt: skip
def test_what_cannot_be_reached_is_for_the_environment(
    url: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    data: Any = SqlQuery("SELECT 1", url) if "bucket" not in url else url
    with pytest.raises(SetupError) as error:
        list(written_from(data, "facts"))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("missing", ["duckdb", "sqlalchemy"])
def test_a_missing_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    url = "duckdb://" if missing == "duckdb" else "sqlite://"
    with pytest.raises(SetupError, match=f"needs the library {missing}; run: make extras "):
        found(SqlQuery("SELECT 1", url))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"sql": "SELECT 1"}, "does not say where the facts are; write a path, {file: …}, or {sql: …, url: …}"),
        ({"sql": "SELECT 1", "url": "duckdb://", "user": "x"}, "has the unknown key `user`; known beside `sql` are url, columns and defaults"),
        ({"sql": "SELECT 1", "url": "facts.db"}, "is no query; write `sql: SELECT …`, and `url: postgresql://host/name`, or for a file `url: sqlite:///desk.db`, `url: duckdb:///desk.duckdb`"),
        (["facts", {"sql": "SELECT 1", "url": "duckdb://"}], "is a list, and facts come from one place; write one path, of a file or of a folder of files, or one query {sql: …, url: …}"),
        ({"sql": f"FROM 'https://me:{SECRET}@x/a.csv'", "url": "duckdb://"}, "holds a password; take it from the environment: `:${PGPASSWORD}@`"),
        ("", "does not say where the facts are; write a path, {file: …}, or {sql: …, url: …}"),
    ],
)  # fmt: skip
def test_what_facts_may_say(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse_where(value)


def test_nothing_at_a_url() -> None:
    assert found("memory://nowhere/facts.csv")[1] == [
        "memory://nowhere/facts.csv: there is nothing at this place; check the name, and your access"
    ]
