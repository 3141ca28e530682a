"""A query that promises no order of its rows is told of."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from exporter import SqlQuery, check
from exporter.facts.flat.row_order import is_ordered

pytestmark = pytest.mark.usefixtures("unconfined")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM facts ORDER BY id",
        "select * from facts\norder\n by id desc limit 10;",
        "FROM 'parts/*.parquet' ORDER BY ALL",
        "WITH a AS (SELECT * FROM facts) SELECT * FROM a ORDER BY id -- as it should be",
        "(SELECT * FROM facts ORDER BY id)",
        "((SELECT * FROM (SELECT 1) x ORDER BY 1));",
        "SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id",
        "SELECT 'a' AS id, 1 AS value",
        "SELECT ')' AS id FROM facts ORDER BY id",
    ],
)
def test_an_order_that_is_promised(sql: str) -> None:
    assert is_ordered(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM facts",
        "FROM 'order by.parquet'",
        'SELECT "order by" FROM facts -- ORDER BY id',
        "SELECT * FROM facts /* ORDER BY id */",
        "SELECT * FROM (SELECT * FROM facts ORDER BY id) x",
        "SELECT row_number() OVER (ORDER BY id) AS id FROM facts",
        "SELECT string_agg(x ORDER BY y) FROM facts",
        "SELECT * FROM facts WHERE note = $q$ORDER BY id$q$",
        "(SELECT * FROM a ORDER BY id) UNION ALL (SELECT * FROM b ORDER BY id)",
        "SELECT 1 UNION SELECT 2",
    ],
)
def test_an_order_that_is_not_promised(sql: str) -> None:
    assert not is_ordered(sql)


@pytest.mark.parametrize("place", ["report", "hand"])
@pytest.mark.parametrize(("end", "doubts"), [("", 1), (" ORDER BY id", 0)])
def test_it_is_a_doubt(mini_report: Path, place: str, end: str, doubts: int) -> None:
    row = {"id": "a", "entity": "Example Motors", "metric": "M", "value": "x", "source": "s", "quote": "a quote"}  # fmt: skip
    pq.write_table(pa.Table.from_pylist([row]), mini_report / "rows.parquet")
    sql = f"FROM 'rows.parquet'{end}"
    path = mini_report / "report.yaml"
    before = path.read_text("utf-8")
    facts = SqlQuery(sql.replace("rows.parquet", str(mini_report / "rows.parquet")), "duckdb://")
    if place == "report":
        lines = [line for line in before.splitlines() if not line.startswith("facts:")]
        path.write_text("\n".join(["facts:", "  url: duckdb://", f'  sql: "{sql}"', *lines]), "utf-8")  # fmt: skip
    checked = check(mini_report, facts=facts if place == "hand" else None)
    told = [doubt for doubt in checked.doubts if doubt.right.endswith("`ORDER BY id`")]
    assert len(told) == doubts
    if told:
        where = (str(path), 3) if place == "report" else ("SqlQuery", 0)
        assert (told[0].file, told[0].line) == where
