"""Facts from databases: streamed, read only, and without a password in any message."""

import re
import sqlite3
import sys
from contextlib import closing, suppress
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
@pytest.mark.usefixtures("unconfined")
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
@pytest.mark.usefixtures("unconfined")
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
        ("mysql://localhost/x", "needs the library MySQLdb; install that driver: pip install mysqlclient"),
        ("mysql+mysqldb://localhost/x", "needs the library MySQLdb; install that driver: pip install mysqlclient"),
        ("mariadb://localhost/x", "needs the library MySQLdb; install that driver: pip install mysqlclient"),
        ("mysql+mysqlconnector://localhost/x", "needs the library mysql; install that driver: pip install mysql-connector-python"),
        ("mysql+pymysql://localhost/x", "needs the library pymysql; install that driver: pip install pymysql"),
        ("postgresql+psycopg2://localhost/x", "needs the library psycopg2; install that driver: pip install psycopg2-binary"),
        ("oracle://localhost/x", "needs the library oracledb; install that driver: pip install oracledb"),
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


@pytest.mark.parametrize(
    "driver", ["postgresql+asyncpg", "postgresql+psycopg_async", "mysql+aiomysql"]
)
def test_an_asynchronous_driver_is_told(driver: str) -> None:
    wrong = f"`url` names the driver {driver}, which answers asynchronously"
    right = f"name another, or none: {driver.partition('+')[0]}://…"
    assert found(SqlQuery("SELECT 1", f"{driver}://localhost/x"))[1] == [
        f"DataFrame: {wrong}; {right}"
    ]


_ZONES = ["Asia/Kathmandu", "Pacific/Kiritimati", "Etc/GMT+12"]
_OF_A_PLACE = (
    "is a time, 2023-10-30 16:00:00{zone}; write the day, such as 2023-10-31, of the place that is "
    "meant; in SQL, CAST(moment AT TIME ZONE 'Asia/Shanghai' AS DATE)"
)


@pytest.mark.parametrize("zone", _ZONES)
def test_moments_do_not_hang_on_the_zone_of_a_machine(
    postgres: str, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("PGTZ", zone)
    columns = {
        "period": "CAST(TIMESTAMPTZ '2023-10-31 23:59+00' AS DATE)",
        "attribution": "CAST(TIMESTAMPTZ '2023-10-31 00:00+00' AS VARCHAR)",
        "quote_en": "CAST(TIMESTAMPTZ '2023-10-30 16:00+00' AT TIME ZONE 'Asia/Shanghai' AS DATE)",
        "quote_zh": "CAST(TIMESTAMP '2023-10-31 00:00' AS TIMESTAMPTZ)",
    }
    further = "".join(f", {value} AS {name}" for name, value in columns.items())
    sql = SELECT.format("TIMESTAMPTZ '2023-10-31 00:00+00'") + further
    of_a_place = SELECT.format("TIMESTAMPTZ '2023-10-31 00:00+08'") + further
    days = ["2023-10-31", "2023-10-31", "2023-10-31 00:00:00+00", "2023-10-31", "2023-10-31"]
    names = ["value", "period", "attribution.en", "quote_en", "quote_zh"]
    for url, shown in ((postgres, "+00:00"), ("duckdb://", " UTC")):
        table, (problem,) = found(SqlQuery(f"{sql} UNION ALL {of_a_place}", url))
        assert [table[name][0].as_py() for name in names] == days
        assert problem == f"DataFrame: row 2, fact a: `value` {_OF_A_PLACE.format(zone=shown)}"


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("5::VARIANT", "values of the type VARIANT, of any type; cast it to numbers, dates or text, such as CAST(value AS VARCHAR)"),
        ("'x'::VARIANT", "values of the type VARIANT, of any type; cast it to numbers, dates or text, such as CAST(value AS VARCHAR)"),
        ("NULL::VARIANT", "values of the type VARIANT, of any type; cast it to numbers, dates or text, such as CAST(value AS VARCHAR)"),
        ("[1, 2]", "values of the type list<l: int32>; cast it to numbers, dates or text"),
        ("MAP {'a': 1}", "values of the type map<string, int32>; cast it to numbers, dates or text"),
        ("'a'::BLOB", "values of the type binary; cast it to numbers, dates or text"),
        ("INTERVAL 2 HOUR", "values of the type month_day_nano_interval; cast it to numbers, dates or text"),
        ("TIME '10:00'", "values of the type time64[us]; cast it to numbers, dates or text"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_types_that_are_no_field(value: str, wrong: str) -> None:
    query = SqlQuery(SELECT.format(value), "duckdb://")
    assert found(query)[1] == [f"DataFrame: the column `value` holds {wrong}"]
    as_text = SqlQuery(SELECT.format(f"CAST({value} AS VARCHAR)"), "duckdb://")
    assert found(as_text)[1] == []


@pytest.mark.parametrize(
    "value",
    [
        "DATE 'infinity'", "DATE '-infinity'", "TIMESTAMP 'infinity'", "TIMESTAMPTZ '-infinity'",
        "DATE '10000-01-01'", "TIMESTAMP_S '12000-01-01'", "DATE '0044-03-15 (BC)'",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unconfined")
def test_days_outside_of_the_calendar_are_told(value: str) -> None:
    (problem,) = found(SqlQuery(SELECT.format(value), "duckdb://"))[1]
    wrong = "`value` is no day of the years 1 to 9999; write one, or leave it blank"
    assert problem == f"DataFrame: row 1, fact a: {wrong}"


_NOWHERE = [
    "sqlite:///nowhere.db", "sqlite+pysqlite:///nowhere.db", "sqlite:///data/nowhere.db",
    "sqlite:///nowhere.db?mode=rwc&uri=true", "sqlite:///file:nowhere.db?mode=rwc&uri=true",
    "sqlite:////{}/nowhere.db", "duckdb:///nowhere.duckdb", "${NOWHERE}",
]  # fmt: skip


@pytest.mark.parametrize("url", _NOWHERE)
def test_no_file_is_left_where_there_is_no_database(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """Neither in the report's folder nor where the command is run, allowed or not."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("NOWHERE", "sqlite:///nowhere.db")
    before = sorted(tmp_path.rglob("*"))
    query = SqlQuery("SELECT 1", url.replace("{}", str(mini_report)))
    for ask in (lambda: read_written(mini_report, query), lambda: written_from(query, "facts")):
        with suppress(SetupError):
            assert [str(wrong) for _, problems in ask() for wrong in problems]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("url", ["sqlite:///{}", "sqlite+pysqlite:///{}", "duckdb:///{}"])
@pytest.mark.parametrize("place", ["facts.db", "data/facts.db"])
def test_a_database_s_path_begins_at_the_report(
    mini_report: Path, monkeypatch: pytest.MonkeyPatch, url: str, place: str
) -> None:
    monkeypatch.chdir(mini_report.parent)
    (mini_report / "data").mkdir()
    if url.startswith("duckdb"):
        write_duckdb(a_row(), mini_report / place)
    else:
        with closing(sqlite3.connect(mini_report / place)) as database:
            database.execute(f"CREATE TABLE facts AS {SELECT.format(1)}")
            database.commit()
    query = SqlQuery("SELECT id FROM facts", url.format(place))
    (problems,) = [problems for _, problems in read_written(mini_report, query)]
    assert "the column `entity` is missing" in str(problems[0])


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
