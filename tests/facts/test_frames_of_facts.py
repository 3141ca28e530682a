"""Facts as DataFrames, changed, saved, and given back; and facts in frames of every kind."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import exporter
from exporter.errors import ContentError, UsageError
from exporter.facts.flat.columns import COLUMNS
from exporter.facts.table import FACTS, STATED

pytestmark = pytest.mark.usefixtures("unconfined")

SOURCE = {"entity": "Alpha", "metric": "M", "source": "note", "quote": "a long enough quote"}
VALUES: list[dict[str, Any]] = [
    {"value": "17"},
    {"value": "18.5", "unit": "%"},
    {"value": "1.50", "unit": "%"},
    {"value": "19.00"},
    {"value": "-0.001"},
    {"value": "100000000000000000000"},
    {"value": "0.000000001"},
    {"value.from": "20.50", "value.to": "21.5", "unit": "%"},
    {"value": "2023-10-31"},
    {"value": "2023-10"},
    {"value": "2023", "unit": "date"},
    {"value.en": "seventeen", "value.zh": "17"},
    {"value": "12", "unit.en": "product lines", "unit.zh": "条产品线", "unit.also": "lines|产品线"},
    {"value": "3", "status": "planned", "qualifier": "over", "period": "2023-Q3"},
]


def facts_of(data: Any) -> pa.Table:
    """What each fact says, wherever it stands."""
    return exporter.read_facts(data).table().drop_columns(["file", "line"])


@pytest.fixture(scope="module")
def facts() -> exporter.FactSet:
    rows = [{"id": f"f{n}", **SOURCE, **values} for n, values in enumerate(VALUES)]
    names = dict.fromkeys(name for row in rows for name in row)
    return exporter.read_facts(pa.table({name: [row.get(name) for row in rows] for name in names}))


def a_row(**fields: Any) -> dict[str, list[Any]]:
    return {name: [value] for name, value in {"id": "a", **SOURCE, "value": 1, **fields}.items()}


def problems_of(data: Any) -> list[str]:
    with pytest.raises(ContentError) as caught:
        exporter.read_facts(data)
    return [str(problem) for problem in caught.value.problems]


def test_a_frame_has_the_documented_columns(facts: exporter.FactSet) -> None:
    frame = facts.to_frame()
    assert list(frame.columns) == [
        *(name for name in STATED if name != "decimals"),  # which are read of values, too
        *("kind", "number", "high", "decimals", "date", "precision", "file", "line"),
    ]
    assert set(STATED) <= set(COLUMNS)
    assert frame["value"].tolist()[:7] == [17, 18.5, Decimal("1.50"), 19, -0.001, 10**20, 1e-9]
    assert [type(value) for value in frame["value"][:4]] == [int, float, Decimal, Decimal]
    assert frame["value"].tolist()[8:11] == [dt.date(2023, 10, 31), "2023-10", "2023"]
    assert frame.loc[7, ["value.from", "value.to"]].tolist() == [Decimal("20.50"), 21.5]
    units = frame.loc[[1, 12], ["unit", "unit.en"]].fillna("").to_numpy().tolist()
    assert units == [["%", ""], ["", "product lines"]]


SAVED: dict[str, Callable[[pd.DataFrame, Path], Any]] = {
    "as it is": lambda frame, _: frame,
    "filtered": lambda frame, _: frame.iloc[::-1].sort_index(),
    "by id": lambda frame, _: frame.set_index("id"),
    "by entity and id": lambda frame, _: frame.set_index(["entity", "id"]),
    "without what was read": lambda frame, _: frame[list(STATED)],
    "polars": lambda frame, _: pl.from_pandas(frame.astype({"value": str, "value.from": str, "value.to": str}).replace("None", None)),
    "csv": lambda frame, path: (frame.to_csv(path / "f.csv", index=False), path / "f.csv")[1],
    "csv with its index": lambda frame, path: (frame.to_csv(path / "f.csv"), path / "f.csv")[1],
    "csv, read by pandas": lambda frame, path: (frame.to_csv(path / "f.csv"), pd.read_csv(path / "f.csv"))[1],
    "xlsx": lambda frame, path: (frame.to_excel(path / "f.xlsx", index=False), path / "f.xlsx")[1],
    "xlsx with its index": lambda frame, path: (frame.to_excel(path / "f.xlsx"), path / "f.xlsx")[1],
    "xlsx, read by pandas": lambda frame, path: (frame.to_excel(path / "f.xlsx"), pd.read_excel(path / "f.xlsx", engine="openpyxl"))[1],
    "xlsx of ours": lambda frame, path: (exporter.write_table(frame, path / "f.xlsx", index=True), path / "f.xlsx")[1],
    "parquet": lambda frame, path: (
        frame.astype({"value": str, "value.from": str, "value.to": str}).replace("None", None).set_axis(range(7, 7 + len(frame))).rename(index=lambda n: n * n).to_parquet(path / "f.parquet"),
        path / "f.parquet",
    )[1],
}  # fmt: skip


@pytest.mark.parametrize("way", SAVED)
def test_facts_come_back_as_they_were(way: str, facts: exporter.FactSet, tmp_path: Path) -> None:
    back = facts_of(SAVED[way](facts.to_frame(), tmp_path))
    if way == "without what was read":  # with it go zeros behind whole numbers
        back = back.set_column(
            back.schema.get_field_index("decimals"), "decimals", facts.table()["decimals"]
        )
    assert back.to_pylist() == facts.table().drop_columns(["file", "line"]).to_pylist()


@pytest.mark.parametrize("way", SAVED)
def test_a_changed_value_counts(way: str, facts: exporter.FactSet, tmp_path: Path) -> None:
    frame = facts.to_frame()
    for row, value in enumerate([20, 19.25, Decimal("1.60"), 7]):
        frame.at[row, "value"] = value
    frame.at[8, "value"] = dt.date(2024, 2, 29)
    back = facts_of(SAVED[way](frame, tmp_path)).to_pylist()
    assert [row["number"] for row in back[:4]] == [20, 19.25, 1.6, 7]
    assert [back[row]["decimals"] for row in (0, 1, 3)] == [0, 2, 0]
    assert back[2]["decimals"] in {1, 2}  # a cell of a workbook has no zeros at the end
    assert back[8]["date"] == dt.date(2024, 2, 29)


def test_every_column_may_be_changed(facts: exporter.FactSet) -> None:
    frame = facts.to_frame()
    frame.loc[0, ["unit", "status", "period", "metric.en"]] = ["users", "planned", "2024", "Users"]
    frame.loc[7, ["value.to", "qualifier"]] = [22, "about"]
    frame.loc[8, "value"] = pd.Timestamp("2024-02-29")
    frame.loc[11, ["value.en", "value.zh"]] = ["eighteen", "18"]
    back = exporter.read_facts(frame).table().to_pylist()
    changed = {name: back[0][name] for name in ("unit", "unit.zh", "status", "period", "metric.en")}
    assert changed == {
        "unit": "users", "unit.zh": "用户", "status": "planned", "period": "2024", "metric.en": "Users",
    }  # fmt: skip
    assert (back[7]["number"], back[7]["high"], back[7]["qualifier"]) == (20.5, 22, "about")
    assert back[8]["date"] == dt.date(2024, 2, 29)
    assert back[11]["text.zh"] == "18"


def test_what_is_wrong_in_a_changed_frame_is_told(facts: exporter.FactSet) -> None:
    frame = facts.to_frame()
    frame["remark"] = "new"
    frame.loc[0, "value"] = dt.datetime(2024, 1, 1, 9, 30)
    frame.loc[1, "unit.en"] = "cars"
    found = problems_of(frame)
    assert len(found) == 3
    assert found[0].startswith("DataFrame: `remark` is not a known column; ")
    assert found[1].startswith("DataFrame: row 1, fact f0: `value` is a time, 2024-01-01 09:30:00")
    assert found[2].startswith("DataFrame: row 2, fact f1: `unit` and `unit.en` or `unit.zh` are ")


def test_an_unknown_column_of_a_table_of_facts_is_told(facts: exporter.FactSet) -> None:
    table = facts.table().append_column("remark", pa.array(["new"] * facts.num_rows))
    assert problems_of(table)[0].startswith("Table: `remark` is not a known column; ")


def test_an_index_whose_name_is_no_field_is_told() -> None:
    frame = pd.DataFrame(a_row()).rename_axis("analyst")
    assert problems_of(frame)[0].startswith("DataFrame: `analyst` is not a known column; ")


def test_what_pandas_leaves_in_parquet_is_passed_over(tmp_path: Path) -> None:
    frame = pd.DataFrame(a_row()).set_axis(["x"])
    frame.to_parquet(tmp_path / "f.parquet")
    assert "__index_level_0__" in pq.read_schema(tmp_path / "f.parquet").names
    assert facts_of(tmp_path / "f.parquet").num_rows == 1
    assert facts_of(pa.Table.from_pandas(frame)).num_rows == 1


@pytest.mark.parametrize(
    ("value", "number", "decimals"),
    [
        (pa.array([Decimal(19)], pa.decimal128(38, 18)), 19, 0),
        (pa.array([Decimal(19)], pa.decimal128(38, 14)), 19, 0),
        (pa.array([Decimal(19)], pa.decimal128(38, 9)), 19, 0),
        (pa.array([Decimal(19)], pa.decimal128(10, 2)), 19, 0),
        (pa.array([Decimal("18.5")], pa.decimal128(38, 18)), 18.5, 1),
        (pa.array([Decimal("-18.5")], pa.decimal256(76, 30)), -18.5, 1),
        (pa.array([Decimal("18.50")], pa.decimal128(10, 2)), 18.5, 2),
        (pa.array([Decimal(100)], pa.decimal128(38, 0)), 100, 0),
        (pa.array([Decimal("100.10")], pa.decimal64(18, 4)), 100.1, 1),
        (pa.array([Decimal(0)], pa.decimal128(38, 18)), 0, 0),
        (pa.array([Decimal("1E-12")], pa.decimal128(38, 30)), 1e-12, 12),
        (pd.Series([Decimal("19.000000000000000000")], dtype=object), 19, 0),
        (pd.Series([Decimal("19.500000000")], dtype=object), 19.5, 1),
        (pd.Series([Decimal("1.50")], dtype=object), 1.5, 2),
        (pd.Series([Decimal("1E+2")], dtype=object), 100, 0),
        (pl.Series([Decimal(19)], dtype=pl.Decimal(38, 18)), 19, 0),
        (pa.array([1.1 * 3]), 3.3, 1),
        (pa.array([0.1 + 0.2]), 0.3, 1),
        (pa.array([19 / 3]), 6.33333333333333, 14),
        (pa.array([-2.0000000000000004]), -2, 0),
        (pa.array([0.1], pa.float32()), 0.1, 1),
        (pd.Series([1.1 * 3]), 3.3, 1),
        (pd.Series([1.1 * 3], dtype=object), 3.3, 1),
        (pd.Series([1.1 * 3], dtype="Float64"), 3.3, 1),
        (pl.Series([1.1 * 3]), 3.3, 1),
    ],
)
def test_zeros_and_noise_of_types_are_no_digits(value: Any, number: float, decimals: int) -> None:
    row = a_row()
    table: Any = {
        pa: lambda: pa.table({**row, "value": value}),
        pd: lambda: pd.DataFrame({**row, "value": value}),
        pl: lambda: pl.DataFrame({**row, "value": value}),
    }[pd if isinstance(value, pd.Series) else pl if isinstance(value, pl.Series) else pa]()
    found = facts_of(table).to_pylist()[0]
    assert (found["number"], found["decimals"]) == (number, decimals)


@pytest.mark.parametrize(
    "value",
    [
        pa.array([1234567890123456.0]),
        pa.array([1234567890123456]),
        pa.array([Decimal("1.1234567890123456")]),
        pd.Series([1234567890123456.0], dtype=object),
    ],
)
def test_digits_that_excel_loses_are_told_still(value: Any) -> None:
    table = pa.table({**a_row(), "value": pa.array(value)})
    assert "has more than 15 digits, which Excel cannot keep" in problems_of(table)[-1]


# Columns of facts whose types Arrow has not: (the column, what it says)
COLUMN: dict[str, tuple[str, Any, object]] = {
    "sparse": ("value", pd.Series(pd.arrays.SparseArray([17])), 17),
    "months": ("period", pd.Series(pd.period_range("2023-10", periods=1, freq="M")), "2023-10"),
    "quarters": ("period", pd.Series(pd.period_range("2023Q3", periods=1, freq="Q")), "2023-Q3"),
    "words": ("entity", pd.Series(["Alpha"], dtype="category"), "Alpha"),
    "category of several types": ("value", pd.Series([17], dtype=object).astype("category"), 17),
    "polars Categorical": ("entity", pl.Series(["Alpha"], dtype=pl.Categorical), "Alpha"),
    "polars Enum": ("entity", pl.Series(["Alpha"], dtype=pl.Enum(["Alpha"])), "Alpha"),
    "polars Int128": ("value", pl.Series([17], dtype=pl.Int128), 17),
    "polars Object": ("value", pl.Series([17], dtype=pl.Object), 17),
}


@pytest.mark.parametrize("name", COLUMN)
def test_columns_that_arrow_has_no_type_for(name: str) -> None:
    field, column, said = COLUMN[name]
    frame = pd.DataFrame if isinstance(column, pd.Series) else pl.DataFrame
    found = facts_of(frame({**a_row(), field: column})).to_pylist()[0]
    assert found["number" if field == "value" else field] == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (pa.array([Decimal(19)], pa.decimal128(38, 18)), "%", "19"),
        (pa.array([Decimal("1.50")], pa.decimal256(50, 2)), "%", "1.50"),
        (pa.array([dt.date(2023, 10, 31)]), None, "2023-10-31"),
        (pa.array([19], pa.float16()), "%", "19"),
    ],
)
def test_distinct_values_of_any_type_are_read(value: pa.Array, unit: str | None, said: str) -> None:
    table = pa.table(
        {**a_row(), "value": value.dictionary_encode(), "unit": pa.array([unit], pa.string())}
    )
    (row,) = facts_of(table).to_pylist()
    shown = f"{row['number']:.{row['decimals']}f}" if unit else str(row["date"])
    assert shown == said


@pytest.mark.parametrize(
    ("frame", "wrong"),
    [
        (pd.DataFrame(a_row(value=1j)), "row 1, fact a: `value` is of the type complex"),
        (pd.DataFrame(a_row(value=pd.Interval(0, 1))), "row 1, fact a: `value` is of the type Interval"),
        (pd.DataFrame({**a_row(), "value": pd.Series([[1]], dtype=object)}), "row 1, fact a: `value` is of the type list"),
        (pl.DataFrame({**a_row(), "value": pl.Series([object()], dtype=pl.Object)}), "row 1, fact a: `value` is of the type object"),
        (pl.DataFrame({**a_row(), "value": [[1]]}), "the column `value` holds values of the type large_list<item: int64>"),
        (pd.DataFrame([a_row().keys()], columns=["id", "id", *list(a_row())[2:]]), "there are 2 columns `id`"),
    ],
)  # fmt: skip
def test_columns_of_frames_that_are_refused(frame: Any, wrong: str) -> None:
    assert problems_of(frame)[0].startswith(f"DataFrame: {wrong}; ")


@pytest.mark.parametrize(
    "data", [pd.Series([1]), pl.Series([1]), pa.chunked_array([[1]]), pd.Index([1])]
)
def test_a_single_column_is_no_table_of_facts(data: Any) -> None:
    with pytest.raises(UsageError, match="; give a DataFrame"):
        exporter.read_facts(data)


def test_the_schema_of_facts_is_what_is_read(facts: exporter.FactSet) -> None:
    assert facts_of(facts.table()).to_pylist() == facts_of(facts.to_frame()).to_pylist()
    assert facts.table().schema == FACTS


@pytest.mark.parametrize("drop", [["value"], ["value", "file", "line"], ["value", "value.en", "value.zh"]])  # fmt: skip
@pytest.mark.parametrize("save", ["as it is", "arrow", "csv"])
def test_a_frame_without_values_is_not_read_from_what_is_for_computing(
    facts: exporter.FactSet, tmp_path: Path, drop: list[str], save: str
) -> None:
    frame = facts.to_frame().drop(columns=drop)
    frame["number"] += 1
    data: Any = frame
    if save == "arrow":
        data = pa.Table.from_pandas(frame, preserve_index=False)
    elif save == "csv":
        data = tmp_path / "facts.csv"
        frame.to_csv(data, index=False)
    (problem,) = problems_of(data)
    assert problem.endswith("the column `value` is missing, and `number`, which is for computing, is no value; keep `value`, which is what a fact says")  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.float32(0.1), 0.1), (np.float32(1.1), 1.1), (np.float32(100.1), 100.1), (np.float32(-2.7), -2.7),
        (np.float16(0.1), 0.1), (np.float32(1e-7), 1e-7), (np.float32(16384.1), 16384.1), (np.float32(0.5), 0.5),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["object", "own"])
def test_floats_of_few_bits_have_the_digits_that_they_show(
    value: Any, text: float, kind: str
) -> None:
    column = pd.Series([value], dtype=object if kind == "object" else value.dtype)
    found = facts_of(pd.DataFrame(a_row()).assign(value=column))
    assert found["number"].to_pylist() == [text]


_ROUNDED = {
    float(np.float32(0.1)): 0.1, float(np.float32(1.1)): 1.1, float(np.float32(-100.1)): -100.1,
    1.1 * 3: 3.3, 99.9921875: 99.9921875, 99.99218750000001: 99.9921875, 2**-9: 0.001953125, 1 / 3: 0.333333333333333,
    16384.099609375: 16384.099609375, 0.1: 0.1, 2e14 / 3: 66666666666666.7,
}  # fmt: skip


def test_a_float64_that_was_a_float32_is_rounded_as_one(tmp_path: Path) -> None:
    """What has no more than 15 digits may be meant as it stands, such as 99 and 127/128."""
    import openpyxl

    rows = [pd.DataFrame(a_row(id=f"fact-{at}", value=value)) for at, value in enumerate(_ROUNDED)]
    frame = pd.concat(rows, ignore_index=True)
    frame.to_parquet(tmp_path / "facts.parquet")
    book = openpyxl.Workbook()
    book.active.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        book.active.append(list(row))
        book.active.cell(book.active.max_row, 4).number_format = "0.00"
    book.save(tmp_path / "facts.xlsx")
    for data in (frame, tmp_path / "facts.parquet", tmp_path / "facts.xlsx"):
        assert facts_of(data)["number"].to_pylist() == [*_ROUNDED.values()]


@pytest.mark.parametrize("twice", ["value", "quote", "unit"])
def test_a_column_that_stands_twice_is_told(facts: exporter.FactSet, twice: str) -> None:
    frame = facts.to_frame()
    both = pd.concat([frame, frame[[twice]]], axis=1)
    assert problems_of(both) == [f"DataFrame: there are 2 columns `{twice}`; keep one"]


@pytest.mark.parametrize(
    "values",
    [pa.array([[1]]), pa.array([b"x"]), pa.array([True]), pa.array([{"a": 1}]), pa.array([dt.time(1)]), pa.array(["x"])],
)  # fmt: skip
def test_a_column_without_a_name_is_told_whatever_it_holds(values: pa.Array) -> None:
    rows = pa.Table.from_pydict(a_row())
    (problem,) = problems_of(pa.table([*rows.columns, values], names=[*rows.column_names, ""]))
    assert "column 7, which has no name" in problem or "`.a` is not a known column" in problem


def test_a_set_shows_itself_in_a_line(facts: exporter.FactSet) -> None:
    assert repr(facts) == f"<FactSet: {len(VALUES)} facts>"
    assert len(repr(facts)) < 200
