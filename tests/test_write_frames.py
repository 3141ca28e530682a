"""DataFrames as workbooks: the index, headers, and columns of every kind that pandas and polars have."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from exporter.errors import ExporterError, UsageError
from exporter.write_table import write_table

FRAME = pd.DataFrame(
    {"line": ["Cloud", "Retail", "Cloud"], "year": [2023, 2023, 2024], "rev": [1.0, 2.0, 3.0]}
)
DAYS = pd.date_range("2024-01-30", periods=2)
SHANGHAI = dt.timezone(dt.timedelta(hours=8))
DAY, MOMENT = dt.date(2024, 1, 1), dt.datetime(2024, 1, 1, 17, 30)
MIDNIGHT = dt.datetime(2024, 1, 1)


def rows_of(path: Path) -> list[list[Any]]:
    sheet = load_workbook(path).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def written(data: Any, tmp_path: Path, **options: Any) -> list[list[Any]]:
    write_table(data, tmp_path / "t.xlsx", **options)
    return rows_of(tmp_path / "t.xlsx")


def refused(data: Any, tmp_path: Path, **options: Any) -> str:
    with pytest.raises(ExporterError) as caught:
        write_table(data, tmp_path / "t.xlsx", **options)
    assert list(tmp_path.iterdir()) == []
    return str(caught.value)


def column(values: list[Any], tmp_path: Path, **options: Any) -> list[Any]:
    """What is in the cells of a column of Python objects."""
    frame = pd.DataFrame({"a": pd.Series(values, dtype=object)})
    return [row[0] for row in written(frame, tmp_path, **options)[1:]]


# What an index says: (the frame, the first rows of its file)
INDEXES: dict[str, tuple[Any, list[list[Any]]]] = {
    "groupby": (FRAME.groupby("line")[["rev"]].sum(), [["line", "rev"], ["Cloud", 4]]),
    "two levels": (
        FRAME.groupby(["line", "year"])[["rev"]].sum(),
        [["line", "year", "rev"], ["Cloud", 2023, 1]],
    ),
    "pivot_table": (
        FRAME.pivot_table(index="line", columns="year", values="rev"),
        [["line", "2023", "2024"], ["Cloud", 1, 3]],
    ),
    "pivot_table of a list": (
        FRAME.pivot_table(index="line", columns="year", values=["rev"]),
        [["line", "rev / 2023", "rev / 2024"], ["Cloud", 1, 3]],
    ),
    "crosstab": (
        pd.crosstab(FRAME.line, FRAME.year),
        [["line", "2023", "2024"], ["Cloud", 1, 1]],
    ),
    "several measures": (
        FRAME.groupby("line").agg({"rev": ["mean", "sum"]}),
        [["line", "rev / mean", "rev / sum"], ["Cloud", 2, 4]],
    ),
    "set_index": (FRAME.set_index("line"), [["line", "year", "rev"], ["Cloud", 2023, 1]]),
    "set_index of numbers": (FRAME.set_index("year")[["rev"]], [["year", "rev"], [2023, 1]]),
    "value_counts": (FRAME["line"].value_counts(), [["line", "count"], ["Cloud", 2]]),
    "a Series without a name": (FRAME.groupby("line").size(), [["line", "value"], ["Cloud", 2]]),
    "describe": (FRAME[["rev"]].describe(), [["index", "rev"], ["count", 3]]),
    "years": (pd.Series({2019: 1.5, 2020: 2.5}, name="rev"), [["index", "rev"], [2019, 1.5]]),
    "years as a range": (
        pd.DataFrame({"rev": [1, 2]}, index=range(2019, 2021)),
        [["index", "rev"], [2019, 1]],
    ),
    "time series": (
        pd.DataFrame({"px": [1.5, 2.5]}, index=DAYS.rename("day")),
        [["day", "px"], [dt.datetime(2024, 1, 30), 1.5]],
    ),
    "with a zone": (
        pd.DataFrame({"px": [1.5]}, index=DAYS[:1].tz_localize("Asia/Shanghai")),
        [["index", "px"], [dt.datetime(2024, 1, 30), 1.5]],
    ),
    "periods": (
        pd.DataFrame({"v": [1]}, index=pd.period_range("2024Q1", periods=1, freq="Q")),
        [["index", "v"], ["2024Q1", 1]],
    ),
    "intervals": (
        FRAME.groupby(pd.cut(FRAME.rev, [0, 2, 4]).rename("band"), observed=True).size(),
        [["band", "value"], ["(0, 2]", 2]],
    ),
    "transposed": (
        FRAME.drop_duplicates("line").set_index("line")[["rev"]].T,
        [["index", "Cloud", "Retail"], ["rev", 1, 2]],
    ),
    "stacked": (
        FRAME.set_index(["line", "year"]).stack(),
        [["line", "year", "level_2", "value"], ["Cloud", 2023, "rev", 1]],
    ),
    "blank keys": (
        FRAME[["rev"]].set_index(pd.Index([None, "a", float("nan")], name="key")),
        [["key", "rev"], [None, 1], ["a", 2], [None, 3]],
    ),
    "keys of several types": (
        FRAME[["rev"]].set_index(pd.Index([1, "a", DAY], dtype=object, name="key")),
        [["key", "rev"], [1, 1], ["a", 2], [MIDNIGHT, 3]],
    ),
    "a column called index": (
        pd.DataFrame({"index": [1]}, index=["a"]), [["level_0", "index"], ["a", 1]]
    ),
    "no columns": (FRAME.set_index("line")[[]], [["line"], ["Cloud"]]),
    "an Index": (pd.Index([3, 4], name="key"), [["key"], [3], [4]]),
    "filtered": (FRAME[["rev"]][FRAME.rev > 1], [["index", "rev"], [1, 2], [2, 3]]),
}  # fmt: skip


@pytest.mark.parametrize("name", INDEXES)
def test_an_index_that_says_something_is_written(name: str, tmp_path: Path) -> None:
    frame, rows = INDEXES[name]
    assert written(frame, tmp_path)[: len(rows)] == rows


@pytest.mark.parametrize(
    "frame",
    [
        FRAME,
        FRAME.sort_values("rev", ascending=False),
        FRAME.iloc[[2, 0, 1]],
        FRAME.head(2),
        pd.concat([FRAME[:1], FRAME[:1]], ignore_index=True),
        FRAME.drop_duplicates("line"),
    ],
)
def test_numbers_of_rows_are_not_written(frame: pd.DataFrame, tmp_path: Path) -> None:
    assert written(frame, tmp_path)[0] == ["line", "year", "rev"]
    assert written(frame, tmp_path, index=True)[0] == ["index", "line", "year", "rev"]


def test_an_index_may_be_left_out(tmp_path: Path) -> None:
    assert written(FRAME[FRAME.rev > 1], tmp_path, index=False)[0] == ["line", "year", "rev"]
    assert written(FRAME.set_index("line"), tmp_path, index=False)[0] == ["year", "rev"]


def test_what_pandas_leaves_in_arrow_and_parquet(tmp_path: Path) -> None:
    """Numbers of rows are passed over, and what says more than they is called as in a frame."""
    filtered, described = FRAME[["rev"]].set_axis([7, 9, 4]), FRAME[["rev"]].describe()
    for name, frame in {"filtered": filtered, "described": described}.items():
        frame.to_parquet(tmp_path / f"{name}.parquet")
    rows = [["rev"], [1], [2], [3]]
    assert written(pa.Table.from_pandas(filtered), tmp_path) == rows
    assert written(pa.Table.from_pandas(filtered), tmp_path, index=True)[1] == [1, 7]
    assert written(pq.ParquetFile(tmp_path / "filtered.parquet"), tmp_path) == rows
    found = written(pq.ParquetFile(tmp_path / "described.parquet"), tmp_path)
    assert found[:2] == [["rev", "index"], [3, "count"]]
    assert written(pa.Table.from_pandas(described), tmp_path, index=False)[0] == ["rev"]
    levels = FRAME[["rev"]].set_index(pd.MultiIndex.from_arrays([["a"] * 3, [1.5] * 3]))
    assert written(pa.Table.from_pandas(levels), tmp_path)[0] == ["rev", "level_0", "level_1"]


def test_integers_are_a_level_of_an_index_that_has_several(tmp_path: Path) -> None:
    keys = pd.MultiIndex.from_arrays([["a", "a", "b"], [7, 8, 9]])
    table = pa.Table.from_pandas(FRAME[["rev"]].set_index(keys))
    assert written(table, tmp_path)[:2] == [["rev", "level_0", "level_1"], [1, "a", 7]]
    named = pa.Table.from_pandas(FRAME[["rev"]].set_index(keys.set_names([None, "no"])))
    assert written(named, tmp_path)[:2] == [["rev", "level_0", "no"], [1, "a", 7]]
    assert written(table, tmp_path, index=False)[0] == ["rev"]


@pytest.mark.parametrize("as_file", [False, True])
def test_a_range_that_no_column_of_arrow_holds(as_file: bool, tmp_path: Path) -> None:
    def kept(frame: pd.DataFrame) -> Any:
        frame.to_parquet(tmp_path / "kept.parquet")
        return pq.ParquetFile(tmp_path / "kept.parquet") if as_file else pa.Table.from_pandas(frame)

    named = FRAME[["rev"]].set_index(pd.RangeIndex(2019, 2025, 2, name="year"))
    assert written(kept(named), tmp_path)[:3] == [["year", "rev"], [2019, 1], [2021, 2]]
    assert written(kept(named), tmp_path, index=False)[0] == ["rev"]
    unnamed = FRAME[["rev"]].set_index(pd.RangeIndex(5, 8))
    assert written(kept(unnamed), tmp_path)[0] == ["rev"]
    assert written(kept(unnamed), tmp_path, index=True)[:2] == [["index", "rev"], [5, 1]]
    cut = pa.Table.from_pandas(named).slice(1)
    assert written(cut, tmp_path)[0] == ["rev"]


@pytest.mark.parametrize(
    ("labels", "headers"),
    [
        ([2023, "a"], ["2023", "a"]),
        ([("rev", "sum"), ("rev", "")], ["rev / sum", "rev"]),
        (DAYS, ["2024-01-30", "2024-01-31"]),
        ([pd.Timestamp("2024-01-30 17:30"), 1.5], ["2024-01-30 17:30:00", "1.5"]),
        ([None, "a"], ["(blank)", "a"]),
        ([float("nan"), True], ["(blank)", "True"]),
        (pd.period_range("2024-01", periods=2, freq="M"), ["2024-01", "2024-02"]),
    ],
)
def test_headers_of_pandas(labels: Any, headers: list[str], tmp_path: Path) -> None:
    assert written(pd.DataFrame([[1, 2]], columns=labels), tmp_path)[0] == headers


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([[1, 2]], columns=["x", "x"]),
        pd.DataFrame([[1, 2]], columns=["x", "X"]),
        FRAME.set_index("line")[["rev"]].T,
        FRAME.groupby("line")["line"].count(),
        pd.concat([FRAME, FRAME], axis=1),
        pd.DataFrame([[1, 2]], columns=["1", 1]),
        pa.table([[1], [2]], ["x", "x"]),
    ],
)
def test_equal_names_are_refused_in_a_sentence(frame: Any, tmp_path: Path) -> None:
    assert "columns of Table1 are called '" in refused(frame, tmp_path)


def test_equal_names_are_told_as_the_first_is_written(tmp_path: Path) -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=["Cloud", "rev", "cloud"])
    assert "2 columns of Table1 are called 'Cloud'" in refused(frame, tmp_path)


# A column of Python objects: (its values, its cells)
OBJECTS: dict[str, tuple[list[Any], list[Any]]] = {
    "number and text": ([1, "n/a"], [1, "n/a"]),
    "text and number": (["n/a", 1.5], ["n/a", 1.5]),
    "date then moment": ([DAY, MOMENT], [MIDNIGHT, MOMENT]),
    "moment then date": ([MOMENT, DAY], [MOMENT, MIDNIGHT]),
    "date then Timestamp": ([DAY, pd.Timestamp(MOMENT)], [MIDNIGHT, MOMENT]),
    "naive then zoned": ([MOMENT, MOMENT.replace(tzinfo=SHANGHAI)], [MOMENT, MOMENT]),
    "zoned then naive": ([MOMENT.replace(tzinfo=SHANGHAI), MOMENT], [MOMENT, MOMENT]),
    "two zones": ([MOMENT.replace(tzinfo=SHANGHAI), MOMENT.replace(tzinfo=dt.UTC)], [MOMENT, MOMENT]),
    "summer and winter": (
        [pd.Timestamp(f"2024-{month}-01 12:00", tz="Europe/Paris") for month in ("01", "07")],
        [dt.datetime(2024, 1, 1, 12), dt.datetime(2024, 7, 1, 12)],
    ),
    "date, time and duration": (
        [DAY, dt.time(9, 30), dt.timedelta(hours=30)],
        [MIDNIGHT, dt.time(9, 30), dt.timedelta(hours=30)],
    ),
    "truth and number": ([True, 1, 0.5, None], [True, 1, 0.5, None]),
    "blanks": ([1, None, pd.NA, pd.NaT, float("nan"), np.float64("nan"), Decimal("NaN"), "x"], [1, *[None] * 6, "x"]),
    "decimals of any scale": ([Decimal("1.50"), Decimal("1E+2"), "x"], [1.5, 100, "x"]),
    "long integers": ([2**70, 7], ["1180591620717411303424", 7]),
    "numpy's scalars": (
        [np.int8(1), np.float32(0.5), np.str_("q"), np.bool_(True), np.datetime64("2024-01-01")],
        [1, 0.5, "q", True, MIDNIGHT],
    ),
    "numpy's floats": (
        [np.float32(0.1), np.float16(0.1), np.float64(0.1), np.float32(1.1), np.longdouble(0.5), "x"],
        [0.1, 0.1, 0.1, 1.1, 0.5, "x"],
    ),
    "nanoseconds": ([pd.Timestamp(1), MOMENT], ["1970-01-01T00:00:00.000000001", MOMENT]),
    "fractions": ([Fraction(1, 4), "x"], [0.25, "x"]),
    "names that are numbers": ([UUID(int=5), 5], ["00000000-0000-0000-0000-000000000005", 5]),
    "periods and intervals": ([pd.Period("2024-01"), pd.Interval(0, 1), 1], ["2024-01", "(0, 1]", 1]),
    "old zones, with seconds": (
        [dt.datetime(1890, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))], ["1890-01-01T00:00:00+08:05:43"]
    ),
    "a zone's time": ([dt.time(9, 30, tzinfo=SHANGHAI)], ["09:30:00+08:00"]),
}  # fmt: skip


@pytest.mark.parametrize("name", OBJECTS)
def test_each_value_of_a_mixed_column_is_what_it_is(name: str, tmp_path: Path) -> None:
    values, cells = OBJECTS[name]
    assert column(values, tmp_path) == cells


def test_the_zone_of_each_moment_stands_in_its_format(tmp_path: Path) -> None:
    column([MOMENT, MOMENT.replace(tzinfo=SHANGHAI)], tmp_path)
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert [sheet[cell].number_format for cell in ("A2", "A3")] == [
        "yyyy-mm-dd hh:mm:ss",
        'yyyy-mm-dd hh:mm:ss "+08:00"',
    ]


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ([1], "is of the type list"),
        ({"x": 1}, "is of the type dict"),
        (b"1", "is of the type bytes"),
        (1j, "is of the type complex"),
        (object(), "is of the type object"),
        (10**80, "has more than 76 digits"),
        ("\ud800", "holds a lone surrogate (half a character)"),
        (pd.DataFrame(), "is of the type DataFrame"),
    ],
)
def test_objects_without_cells_are_told_by_cell(value: object, wrong: str, tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": ["x", "y"], "b": pd.Series(["fine", None], dtype=object)})
    frame.at[1, "b"] = value
    assert refused(frame, tmp_path).startswith(f"t.xlsx: Table!B3: the value {wrong}; ")


def test_decimals_too_far_apart_are_told(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": [Decimal("1E+60"), Decimal("1E-60")]})
    assert refused(frame, tmp_path).count("they span more than 76 digits; make them texts") == 2


# Columns of pandas with a type of their own: (the column, its cells)
TYPED: dict[str, tuple[pd.Series, list[Any]]] = {
    "sparse": (pd.Series(pd.arrays.SparseArray([0, 0, 1])), [0, 0, 1]),
    "sparse, blanks": (pd.Series(pd.arrays.SparseArray([np.nan, 1.5])), [None, 1.5]),
    "category": (pd.Series(["a", "b", None], dtype="category"), ["a", "b", None]),
    "category of days": (pd.Series([DAY, None]).astype("category"), [MIDNIGHT, None]),
    "category of several types": (
        pd.Series([1, "a"], dtype=object).astype("category"), [1, "a"],
    ),
    "category of intervals": (pd.cut(pd.Series([1, 3]), [0, 2, 4]), ["(0, 2]", "(2, 4]"]),
    "intervals": (pd.Series(pd.interval_range(0, 2)), ["(0, 1]", "(1, 2]"]),
    "periods": (pd.Series(pd.period_range("2024-01", periods=1, freq="M")), ["2024-01"]),
    "nullable integers": (pd.Series([1, None], dtype="Int64"), [1, None]),
    "nullable truths": (pd.Series([True, None], dtype="boolean"), [True, None]),
    "Arrow's": (pd.Series([1.5, None], dtype="double[pyarrow]"), [1.5, None]),
    "texts of Python": (pd.Series(["a", None], dtype="string[python]"), ["a", None]),
    "durations": (pd.Series([pd.Timedelta("30h"), pd.NaT]), [dt.timedelta(hours=30), None]),
    "half floats": (pd.Series([0.5], dtype="float16"), [0.5]),
    "years past 9999": (pd.Series(np.array(["12000-01-01"], "datetime64[s]")), ["12000-01-01T00:00:00"]),
    "no rows": (pd.Series([], dtype=object), []),
}  # fmt: skip


@pytest.mark.parametrize("name", TYPED)
def test_columns_of_pandas(name: str, tmp_path: Path) -> None:
    series, cells = TYPED[name]
    found = written(series.to_frame("a"), tmp_path)
    assert found == [["a"], *([cell] for cell in cells or [None])]


POLARS: dict[str, tuple[pl.Series, list[Any]]] = {
    "Categorical": (pl.Series(["a", None], dtype=pl.Categorical), ["a", None]),
    "Enum": (pl.Series(["x", "y"], dtype=pl.Enum(["x", "y"])), ["x", "y"]),
    "string views": (pl.Series(["a", "much longer than twelve bytes"]), ["a", "much longer than twelve bytes"]),
    "Int128": (pl.Series([7, -(2**100), None], dtype=pl.Int128), [7, "-1267650600228229401496703205376", None]),
    "UInt128": (pl.Series([2**128 - 1], dtype=pl.UInt128), ["340282366920938463463374607431768211455"]),
    "Object": (pl.Series([1, "x", None], dtype=pl.Object), [1, "x", None]),
    "Decimal": (pl.Series([Decimal("1.50")]), [1.5]),
    "Duration": (pl.Series([dt.timedelta(hours=30)]), [dt.timedelta(hours=30)]),
    "Time": (pl.Series([dt.time(1, 2, 3)]), [dt.time(1, 2, 3)]),
    "Datetime": (pl.Series([MOMENT.replace(tzinfo=dt.UTC)]), [MOMENT]),
    "Float16": (pl.Series([0.5], dtype=pl.Float16), [0.5]),
    "Null": (pl.Series([None]), [None]),
}  # fmt: skip


@pytest.mark.parametrize("name", POLARS)
def test_columns_of_polars(name: str, tmp_path: Path) -> None:
    series, cells = POLARS[name]
    rows = [["a"], *([cell] for cell in cells)]
    assert written(pl.DataFrame({"a": series}), tmp_path) == rows
    assert written(series.alias("a"), tmp_path) == rows


def test_a_series_of_polars_without_a_name_is_a_value(tmp_path: Path) -> None:
    assert written(pl.Series([1]), tmp_path) == written(pa.array([1]), tmp_path) == [["value"], [1]]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (pl.DataFrame({"a": [[1]]}), "the column 'a' is of type large_list<item: int64>"),
        (pl.DataFrame({"a": [{"x": 1}]}), "the column 'a' is of type struct<x: int64>"),
        (pl.DataFrame({"a": [b"x"]}), "the column 'a' is of type binary_view"),
        (pl.DataFrame({"a": pl.Series([object()], dtype=pl.Object)}), "t.xlsx: Table!A2: the value is of the type object"),
        (pl.DataFrame({"a": [1.0, float("nan")]}), "t.xlsx: Table!A3: the number is nan"),
        (pl.DataFrame(), "t.xlsx: Table: Table1 has 0 columns"),
        (pa.table({"a": pa.array([0], pa.timestamp("s", "Mars/Base"))}), "the column 'a' is of an unknown zone, Mars/Base"),
    ],
)  # fmt: skip
def test_columns_that_are_refused(data: Any, wrong: str, tmp_path: Path) -> None:
    assert refused(data, tmp_path).startswith(f"{wrong}; ")


def test_a_lazy_frame_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="LazyFrame is no table"):
        write_table(pl.LazyFrame({"a": [1]}), tmp_path / "t.xlsx")


ARROW: dict[str, tuple[pa.Array, list[Any]]] = {
    "dense union": (
        pa.UnionArray.from_dense(pa.array([0, 1, 0], pa.int8()), pa.array([0, 0, 1], pa.int32()), [pa.array([1, None]), pa.array(["a"])]),
        [1, "a", None],
    ),
    "sparse union of more than is shown": (
        pa.UnionArray.from_sparse(pa.array([0, 1], pa.int8()), [pa.array([1, 2]), pa.array(["a", "b"])]),
        [1, "b"],
    ),
    "union of words": (
        pa.UnionArray.from_sparse(pa.array([0, 1], pa.int8()), [pa.array(["a", "b"]).dictionary_encode(), pa.array([True, None])]),
        ["a", None],
    ),
    "runs": (pa.RunEndEncodedArray.from_arrays(pa.array([2, 3], pa.int32()), pa.array(["a", "b"])), ["a", "a", "b"]),
    "views in a dictionary": (
        pa.DictionaryArray.from_arrays(pa.array([0, None]), pa.array(["a"], pa.string_view())), ["a", None],
    ),
    "short decimals": (pa.array([Decimal("1.50")], pa.decimal32(5, 2)), [1.5]),
    "milliseconds since 1970 that are no days": (pa.array([1_704_130_200_000]).cast(pa.date64()), [MOMENT]),
    "milliseconds since 1970 that are days": (pa.array([1_704_067_200_000]).cast(pa.date64()), [MIDNIGHT]),
    "summer time past 2037": (
        pa.array([dt.datetime(2040, 7, 1, 12, tzinfo=dt.UTC)], pa.timestamp("us", "America/New_York")), [dt.datetime(2040, 7, 1, 8)],
    ),
    "a zone's last moment": (
        pa.array([2**63 - 1]).cast(pa.timestamp("ns", "+08:00")), ["2262-04-11T23:47:16.854775807+00:00"],
    ),
    "days past all years": (pa.array([2**31 - 1], pa.int32()).cast(pa.date32()), ["5881580-07-11"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ARROW)
@pytest.mark.parametrize("slice_rows", [8192, 1])
def test_columns_of_arrow(
    name: str, slice_rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.report.xlsx.model.SLICE_ROWS", slice_rows)
    array, cells = ARROW[name]
    assert written(pa.table({"a": array}), tmp_path) == [["a"], *([cell] for cell in cells)]


@pytest.mark.parametrize(
    ("inf", "cells"), [("∞", ["∞", "-∞"]), ("n/m", ["n/m", "-n/m"]), ("", [None, None])]
)
@pytest.mark.parametrize("kind", ["pandas", "polars", "arrow", "objects"])
def test_infinity_as_a_text(inf: str, cells: list[Any], kind: str, tmp_path: Path) -> None:
    values = [1.5, float("inf"), float("-inf")]
    tables: dict[str, Any] = {
        "pandas": pd.DataFrame({"a": values}),
        "polars": pl.DataFrame({"a": values}),
        "arrow": pa.table({"a": values}),
        "objects": pd.DataFrame({"a": pd.Series(values, dtype=object), "b": ["x"] * 3}),
    }
    found = written(tables[kind], tmp_path, inf=inf)
    assert [row[0] for row in found] == ["a", 1.5, *cells]


def test_infinity_is_refused_with_the_way_out(tmp_path: Path) -> None:
    assert refused(pd.DataFrame({"a": [0.0, np.inf]}), tmp_path) == (
        "t.xlsx: Table!A3: the number is inf; Excel holds finite numbers alone;"
        ' write it as a text (inf="∞"), or leave it blank'
    )


@pytest.mark.parametrize(
    ("ticks", "unit", "cell"),
    [
        (108_000, "s", dt.timedelta(hours=30)),
        (0, "ms", dt.timedelta(0)),
        (3_723_250, "ms", dt.timedelta(hours=1, minutes=2, seconds=3.25)),
        (-108_000, "s", "-30:00:00"),
        (-500, "ms", "-0:00:00.5"),
        (1, "ns", "0:00:00.000000001"),
        (2**62, "s", "1281023894007607:45:04"),
    ],
)
def test_durations_are_hours_minutes_and_seconds(
    ticks: int, unit: str, cell: Any, tmp_path: Path
) -> None:
    array = pa.array([ticks]).cast(pa.duration(unit))
    assert written(pa.table({"a": array}), tmp_path) == [["a"], [cell]]
    style = load_workbook(tmp_path / "t.xlsx").active["A2"]
    is_kept = isinstance(cell, str)
    assert style.font.i is is_kept
    assert style.number_format.startswith("General" if is_kept else "[h]:mm:ss")


def test_days_that_python_has_not_are_texts(tmp_path: Path) -> None:
    days = ["0001-01-01", "12000-01-01", "2024-01-30"]
    column = pd.Series([np.datetime64(day) for day in days], dtype=object)
    assert [row[0] for row in written(pd.DataFrame({"at": column}), tmp_path)[1:]] == [
        *days[:2],
        dt.datetime(2024, 1, 30),
    ]


def test_zeros_of_the_type_are_no_digits_of_a_text(tmp_path: Path) -> None:
    column = [Decimal("12345678901234567.8"), Decimal("1E-30"), Decimal(1234567890123456789)]
    assert [row[0] for row in written(pd.DataFrame({"of": column}), tmp_path)[1:]] == [
        "12345678901234567.8",
        1e-30,
        "1234567890123456789",
    ]
    cents = pa.table({"of": pa.array([Decimal("12345678901234567.50")], pa.decimal128(38, 2))})
    assert written(cents, tmp_path)[1] == ["12345678901234567.50"]
