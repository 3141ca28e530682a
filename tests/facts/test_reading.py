"""What report.yaml says of a table: headings of a person's own, defaults, what is for CSV alone."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from exporter.facts.where import SqlQuery, TableFile, Where, parse_where, reading_of
from tests.facts.forms import write_xlsx
from tests.facts.test_encodings import rows_in

pytestmark = pytest.mark.usefixtures("unconfined")

OWN = {"Nr": "id", "Firma": "entity", "Kennzahl": "metric", "Wert": "value", "Einheit": "unit", "Beleg": "quote"}  # fmt: skip
ROWS = pa.table({"Nr": ["a", "b"], "Firma": ["E", "E"], "Kennzahl": ["M", "N"], "Wert": ["6.5", "7"], "Einheit": ["%", None], "Beleg": ["a quote", "another"]})  # fmt: skip
FORMS = ["facts.csv", "facts.xlsx", "facts.parquet", "sqlite", "duckdb"]


def place(folder: Path, form: str, rows: pa.Table = ROWS, **said: Any) -> Where:
    """Facts written in a form, and what report.yaml says of them."""
    path = folder / form
    if form == "facts.xlsx":
        write_xlsx(rows, path)
    elif form == "facts.parquet":
        pq.write_table(rows, path)
    elif form == "facts.csv":
        rows.to_pandas().to_csv(path, index=False)
    else:
        return _query(folder, form, rows, said)
    return parse_where({"file": form, **said})


def _query(folder: Path, form: str, rows: pa.Table, said: dict[str, Any]) -> Where:
    import sqlite3
    from contextlib import closing

    if form == "duckdb":
        pq.write_table(rows, folder / "rows.parquet")
        return parse_where({"sql": "FROM 'rows.parquet'", "url": "duckdb://", **said})
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        rows.to_pandas().to_sql("facts", connection, index=False)
    url = f"sqlite:///{folder / 'desk.db'}"
    return parse_where({"sql": "SELECT * FROM facts", "url": url, **said})


@pytest.mark.parametrize("form", FORMS)
def test_own_headings_and_defaults(tmp_path: Path, form: str) -> None:
    defaults = {"source": "note", "unit": "downloads", "period": 2025, "status": "planned"}
    where = place(tmp_path, form, columns=OWN, defaults=defaults)
    rows, problems = rows_in(tmp_path, where)
    assert problems == []
    names = ("id", "metric.en", "value", "unit", "source", "period", "status", "quote")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("a", "M", "6.5", "%", "note", "2025", "planned", "a quote"),
        ("b", "N", "7", "downloads", "note", "2025", "planned", "another"),
    ]


@pytest.mark.parametrize(
    ("defaults", "column", "filled"),
    [
        ({"metric": {"en": "D", "zh": "丁"}}, "metric", ["M", "D"]),
        ({"metric.en": "D", "metric.zh": "丁"}, "metric", ["M", "D"]),
        ({"unit": {"en": "lines", "zh": "线", "also": ["a", "b"]}}, "unit", ["%", None]),
        ({"attribution": "Desk"}, "attribution", ["A", "Desk"]),
        ({"value": 7}, "value", ["6.5", "7"]),
        ({"value": {"from": 7, "to": 8}}, "value", ["6.5", None]),
        ({"quote_en": "said"}, "quote_en", ["q", "said"]),
    ],
)
def test_a_default_is_for_rows_that_say_nothing_of_the_field(
    tmp_path: Path, defaults: dict[str, Any], column: str, filled: list[str | None]
) -> None:
    first = {"metric": "M", "unit": "%", "attribution": "A", "value": "6.5", "quote_en": "q"}
    names = ["id", "entity", "source", "quote", *first]
    kept = {**first, column: ""}
    lines = [",".join(names), *(f"{id_},E,s,q,{','.join(row.values())}" for id_, row in (("a", first), ("b", kept)))]  # fmt: skip
    (tmp_path / "facts.csv").write_text("\n".join(lines) + "\n,,,,,,,,\n")
    rows, problems = rows_in(tmp_path, parse_where({"file": "facts.csv", "defaults": defaults}))
    assert problems == []
    name = column if column in rows[0] else f"{column}.en"
    assert [row[name] for row in rows] == filled
    if "unit" in defaults:
        assert (rows[1]["unit.en"], rows[1]["unit.also"]) == ("lines", "a|b")
        assert rows[0]["unit.en"] is None
    if column == "value" and filled[1] is None:
        assert (rows[1]["value.from"], rows[1]["value.to"]) == ("7", "8")


def test_a_heading_that_nothing_is_said_of(tmp_path: Path) -> None:
    own = {heading: field for heading, field in OWN.items() if heading != "Beleg"}
    where = place(tmp_path, "facts.csv", columns=own, defaults={"source": "s"})
    _, problems = rows_in(tmp_path, where)
    assert [problem.partition(";")[0] for problem in problems] == [
        "facts.csv: row 1: `Beleg` is not a known column",
        "facts.csv: row 1: the column `quote` is missing",
    ]


def test_case_and_blanks_of_headings_do_not_matter(tmp_path: Path) -> None:
    own = {f" {heading.upper()} ": field for heading, field in OWN.items()}
    rows, problems = rows_in(tmp_path, place(tmp_path, "facts.csv", columns=own, defaults={"source": "s"}))  # fmt: skip
    assert ([row["id"] for row in rows], problems) == (["a", "b"], [])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"columns": {"Wert": "valeu"}}, "takes the column `Wert` for `valeu`, which is no field; did you mean `value`?"),
        ({"columns": {"Wert": "value", "Zahl": "value"}}, "takes two columns for `value`: `Wert` and `Zahl`; keep one"),
        ({"columns": ["Wert"]}, "has `columns` without headings; write `columns: {Heading: field}`"),
        ({"defaults": {"id": "a"}}, "has a default of `id`; give each fact an id of its own"),
        ({"defaults": {"entiy": "E"}}, "has a default of `entiy`, which is no field; did you mean `entity`?"),
        ({"defaults": {"entity": ""}}, "has a default of `entity` that is no text or number; write one"),
        ({"defaults": {"metric": {"de": "M"}}}, "has a default of `metric.de`, which is no field; did you mean `metric.en`?"),
        ({"defaults": "E"}, "has `defaults` without fields; write `defaults: {field: value}`"),
        ({"sheet": "Facts"}, "has the unknown key `sheet`; known beside `file` are encoding, decimal, columns and defaults"),
        ({"file": ""}, "has a `file` that is no path; write `file: facts.csv`"),
        ({"file": "https://me:secret@example.com/f.csv"}, "holds a password; leave it to the environment, and to fsspec's ways"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_told(said: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match="; ") as error:
        parse_where({"file": "facts.csv", **said})
    assert str(error.value).startswith(message)


def test_a_query_has_no_encoding() -> None:
    query = {"sql": "SELECT 1", "url": "duckdb://"}
    for key in ("encoding", "decimal"):
        with pytest.raises(ValueError, match="known beside `sql` are url, columns and defaults"):
            parse_where({**query, key: ","})


@pytest.mark.parametrize(
    ("form", "said", "message"),
    [
        ("facts.xlsx", {"encoding": "cp1252"}, "`encoding` beside `file` is for CSV, and this is XLSX; leave it out"),
        ("facts.parquet", {"decimal": ","}, "`decimal` beside `file` is for CSV, and this is PARQUET; leave it out"),
        ("facts.yaml", {"defaults": {"source": "s"}}, "`defaults` beside `file` is for tables, and this is YAML; leave it out, and write the fields there"),
    ],
)  # fmt: skip
def test_what_is_for_other_files_is_told(
    tmp_path: Path, form: str, said: dict[str, Any], message: str
) -> None:
    (tmp_path / "facts.yaml").write_text(
        "- {id: a, entity: E, metric: M, value: 1, source: s, quote: q}\n"
    )
    if form != "facts.yaml":
        place(tmp_path, form)
    assert f"{form}: {message}" in rows_in(tmp_path, parse_where({"file": form, **said}))[1]


def test_what_is_said_goes_out_as_it_came() -> None:
    """As a manifest carries it, from which a set is made again."""
    from exporter.report.definition import ReportDefinition

    said = {"file": "facts.csv", "encoding": "cp1252", "decimal": ",", "columns": {"Wert": "value"}, "defaults": {"source": "s"}}  # fmt: skip
    names = {"en": "E", "zh": "甲"}
    report = ReportDefinition.model_validate({"title": "T", "edition": "2026-01-31", "author": "A", "facts": said, "entities": [{"name": names}]})  # fmt: skip
    assert report.model_dump(mode="json")["facts"] == said
    again = ReportDefinition.model_validate(report.model_dump(mode="json"))
    assert again.facts == report.facts == parse_where(said)
    assert isinstance(again.facts, TableFile)
    query = parse_where({"sql": "SELECT 1", "url": "duckdb://", "defaults": {"source": "s"}})
    assert isinstance(query, SqlQuery)
    assert reading_of(query).defaults == (("source", "s"),)
    assert reading_of("facts.csv").as_said() == {}


def test_a_folder_takes_what_each_file_can_follow(tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    folder.mkdir()
    place(folder, "facts.parquet")
    (folder / "more.csv").write_bytes(
        "Nr;Firma;Kennzahl;Wert;Beleg\nc;E;Žilina;1.234;q\n".encode("cp1250")
    )
    said = {"encoding": "cp1250", "decimal": ",", "columns": OWN, "defaults": {"source": "s"}}
    rows, problems = rows_in(tmp_path, parse_where({"file": "facts", **said}))
    assert [(row["id"], row["metric.en"], row["value"]) for row in rows] == [
        ("a", "M", "6.5"),
        ("b", "N", "7"),
        ("c", "Žilina", "1234"),
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("columns", "defaults", "rows", "said"),
    [
        ({"K": "metric.en"}, {"metric": {"zh": "指标"}}, "K\nSales", [("Sales", "指标")]),
        ({"K": "metric.zh"}, {"metric.en": "Sales"}, "K\n销售额", [("Sales", "销售额")]),
        ({"K": "metric.en", "Z": "metric.zh"}, {"metric.zh": "指标"}, "K,Z\nA,甲\nB,", [("A", "甲"), ("B", "指标")]),
    ],
)  # fmt: skip
def test_a_default_may_be_the_half_that_the_table_lacks(
    tmp_path: Path,
    columns: dict[str, str],
    defaults: dict[str, Any],
    rows: str,
    said: list[tuple[str, str]],
) -> None:
    heading, *cells = rows.splitlines()
    lines = [f"id,entity,value,source,quote,{heading}"]
    lines += [f"f{at},E,1,s,q,{each}" for at, each in enumerate(cells)]
    (tmp_path / "facts.csv").write_text("\n".join(lines), "utf-8")
    where = parse_where({"file": "facts.csv", "columns": columns, "defaults": defaults})
    found, problems = rows_in(tmp_path, where)
    assert ([(row["metric.en"], row["metric.zh"]) for row in found], problems) == (said, [])


@pytest.mark.parametrize(
    "said",
    [
        {"columns": {"K": "metric.zh"}, "defaults": {"metric.zh": "指标"}},
        {"columns": {"K": "metric"}, "defaults": {"metric.zh": "指标"}},
        {"columns": {"K": "unit.en"}, "defaults": {"unit.zh": "件"}},
        {"defaults": {"attribution.zh": "甲"}},
    ],
)
def test_a_default_of_one_language_without_the_other_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="write both languages"):
        parse_where({"file": "facts.csv", **said})
