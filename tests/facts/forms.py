"""The facts of a report, written anew in every form that a report may keep them in."""

import csv
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from exporter.facts.read import read_written
from exporter.facts.table import PLACES, WRITTEN
from exporter.facts.where import SqlQuery, Where

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = [name for name in WRITTEN.names if name not in PLACES]
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_ORDERED = f"SELECT {_NAMES} FROM facts ORDER BY place"  # noqa: S608 - the names are our own


def rows_of(report: Path, where: Where | None = None) -> pa.Table:
    """What the facts of a report state, as written; without file and line."""
    tables = []
    for table, problems in read_written(report, where):
        assert problems == []
        tables.append(table)
    return pa.concat_tables(tables).select(COLUMNS).combine_chunks()


def rewrite(report: Path, form: str) -> Where:
    """Put a report's facts into another form, in place of the files that they stand in.

    Returns:
        What report.yaml should say of `facts:`.
    """
    rows = rows_of(report)
    shutil.rmtree(report / "facts")
    return FORMS[form](rows, report)


def write_csv(rows: pa.Table, path: Path, encoding: str = "utf-8", separator: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(file, delimiter=separator)
        lines.writerow(rows.column_names)
        lines.writerows(tuple(row.values()) for row in rows.to_pylist())


def write_xlsx(rows: pa.Table, path: Path, sheet: str = "Facts") -> None:
    """A workbook as a person fills it in: numbers are numbers, unless decimals would get lost."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = sheet
    book.active.append(rows.column_names)
    for row in rows.to_pylist():
        book.active.append([_typed(value) for value in row.values()])
    book.save(path)


def write_postgres(rows: pa.Table, url: str) -> SqlQuery:
    import sqlalchemy

    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
    columns = [sqlalchemy.Column(name, sqlalchemy.Text) for name in COLUMNS]
    table = sqlalchemy.Table(
        "facts", sqlalchemy.MetaData(), sqlalchemy.Column("place", sqlalchemy.Integer), *columns
    )
    with engine.begin() as connection:
        table.drop(connection, checkfirst=True)
        table.create(connection)
        connection.execute(table.insert(), _placed(rows))
    return SqlQuery(_ORDERED, url)


def write_duckdb(rows: pa.Table, path: Path) -> SqlQuery:
    import duckdb

    with duckdb.connect(str(path)) as connection:
        connection.register("rows", rows.append_column("place", pa.array(range(rows.num_rows))))
        connection.execute("CREATE TABLE facts AS SELECT * FROM rows")
    return SqlQuery(_ORDERED, f"duckdb:///{path.name}")


def frame_of(rows: pa.Table) -> "pd.DataFrame":
    """A DataFrame as a notebook makes it: `value` holds numbers and texts side by side."""
    import pandas as pd

    frame = rows.to_pandas()
    frame["value"] = pd.Series([_typed(value) for value in rows["value"].to_pylist()], dtype=object)
    return frame


def _placed(rows: pa.Table) -> list[dict[str, Any]]:
    return [{"place": place, **row} for place, row in enumerate(rows.to_pylist())]


def _typed(value: str | None) -> object:
    for type_ in (int, float):
        try:
            if str(number := type_(value or "")) == value:
                return number
        except ValueError:
            continue
    return value


def _in_file(
    name: str, write: Callable[[pa.Table, Path], object]
) -> Callable[[pa.Table, Path], Where]:
    def form(rows: pa.Table, report: Path) -> Where:
        write(rows, report / name)
        return name

    return form


def _parquet(rows: pa.Table, path: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(rows, path)


def _parquet_folder(rows: pa.Table, path: Path) -> None:
    half = rows.num_rows // 2
    path.mkdir()
    for number, part in enumerate((rows.slice(0, half), rows.slice(half))):
        _parquet(part, path / f"part-{number}.parquet")
    (path / "_SUCCESS").touch()


def _memory(rows: pa.Table, report: Path) -> Where:
    import fsspec
    import pyarrow.parquet as pq

    url = f"memory://{report.name}/facts.parquet"
    with fsspec.open(url, "wb") as file:
        pq.write_table(rows, file)
    return url


def _mixed(rows: pa.Table, path: Path) -> None:
    third = -(-rows.num_rows // 3)
    path.mkdir()
    write_csv(rows.slice(0, third), path / "a.csv")
    write_xlsx(rows.slice(third, third), path / "b.xlsx")
    _parquet(rows.slice(2 * third), path / "c.parquet")


FORMS: Mapping[str, Callable[[pa.Table, Path], Where]] = {
    "csv": _in_file("facts.csv", write_csv),
    "csv with a mark": _in_file("facts.csv", lambda rows, path: write_csv(rows, path, "utf-8-sig")),
    "csv in UTF-16": _in_file("facts.csv", lambda rows, path: write_csv(rows, path, "utf-16", "\t")),
    "csv in UTF-16 without a mark": _in_file("facts.txt", lambda rows, path: write_csv(rows, path, "utf-16-be", "\t")),
    "csv in GB18030": _in_file("facts.csv", lambda rows, path: write_csv(rows, path, "gb18030", ";")),
    "tsv": _in_file("facts.tsv", lambda rows, path: write_csv(rows, path, "utf-8", "\t")),
    "csv with bars": _in_file("facts.txt", lambda rows, path: write_csv(rows, path, "utf-8", "|")),
    "xlsx": _in_file("facts.xlsx", write_xlsx),
    "parquet": _in_file("facts.parquet", _parquet),
    "folder of parquet": _in_file("facts.parquet", _parquet_folder),
    "memory": _memory,
    "folder of many kinds": _in_file("facts", _mixed),
    "duckdb": lambda rows, report: write_duckdb(rows, report / "facts.duckdb"),
}  # fmt: skip
