"""Any DataFrame, with any index, survives writing and reading back, or is refused in a sentence."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.errors import ExporterError
from exporter.write_table import write_table
from tests.examples import examples
from tests.test_write_table import TEXTS, by_calamine, moment, serials

_MICROSECOND = dt.timedelta(microseconds=1)
ZONES = [dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=30)), dt.timezone(-dt.timedelta(hours=8)),
         ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")]  # fmt: skip
ZONED = st.datetimes(
    dt.datetime(1950, 1, 1), dt.datetime(2200, 1, 1), timezones=st.sampled_from(ZONES)
)
INTEGERS = st.integers(-(2**31), 2**31 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "texts": TEXTS, "truths": st.booleans(), "integers": INTEGERS,
    "long integers": st.integers(-(2**63), 2**63 - 1), "floats": FLOATS,
    "decimals": st.decimals(-(10**19), 10**19, places=6),
    "days": st.dates(dt.date(1700, 1, 1)), "moments": st.datetimes(dt.datetime(1700, 1, 1)),
    "zoned": ZONED, "times": st.times(),
    "spans": st.timedeltas(-dt.timedelta(days=40), dt.timedelta(days=30_000)),
}  # fmt: skip
ANY = st.one_of(st.none(), st.integers(-(10**40), 10**40), st.uuids(), *VALUES.values())
WITHOUT_CELLS: list[Any] = [[1], {"x": 1}, b"1", 1j, float("inf"), "\x00", 10**80, object()]


class Drawn(NamedTuple):
    """A table, and the values of the columns that are to be read back."""

    data: Any
    columns: list[list[Any]]


def values_of(draw: st.DrawFn, name: str, rows: int) -> list[Any]:
    return draw(st.lists(st.none() | VALUES[name], min_size=rows, max_size=rows))


def series(draw: st.DrawFn, rows: int) -> pd.Series:
    """A column of pandas, of any kind."""
    kind = draw(st.sampled_from(["objects", "sparse", "category", "nullable", "periods", "intervals", "zone", *VALUES]))  # fmt: skip
    match kind:
        case "objects":
            drawn = draw(st.lists(ANY, min_size=rows, max_size=rows))
            return pd.Series(drawn, dtype=object)
        case "sparse":
            floats = [value or 0.0 for value in values_of(draw, "floats", rows)]
            return pd.Series(pd.arrays.SparseArray(floats))
        case "category":
            values = values_of(draw, draw(st.sampled_from(sorted(VALUES))), rows)
            return pd.Series(values, dtype=object).astype("category")
        case "nullable":
            name, dtype = draw(st.sampled_from(
                [("long integers", "Int64"), ("truths", "boolean"), ("floats", "Float64"), ("texts", "string[python]"),
                 ("decimals", pd.ArrowDtype(pa.decimal128(38, 6))), ("times", pd.ArrowDtype(pa.time64("us")))]
            ))  # fmt: skip
            return pd.Series(values_of(draw, name, rows), dtype=dtype)
        case "periods":
            frequency = draw(st.sampled_from(["M", "Q", "D", "Y", "h"]))
            days = values_of(draw, "days", rows)
            return pd.Series(pd.PeriodIndex(days, freq=frequency))
        case "intervals":
            ends = [
                (value, value + 1) if value else None for value in values_of(draw, "integers", rows)
            ]
            return pd.Series(pd.arrays.IntervalArray.from_tuples(ends, dtype="interval[float64]"))
        case "zone":
            utc = pd.to_datetime(values_of(draw, "zoned", rows), utc=True)
            return pd.Series(utc).dt.tz_convert(draw(st.sampled_from(ZONES)))
        case _:
            return pd.Series(values_of(draw, kind, rows))


def index(draw: st.DrawFn, rows: int) -> pd.Index:
    """An index of any kind."""
    kind = draw(st.sampled_from(["numbers", "range", "integers", "column", "levels"]))
    if kind == "numbers":
        return pd.Index(draw(st.permutations(range(rows))))
    if kind == "range":
        return pd.RangeIndex(draw(st.integers(0, 3)), 9)[:rows]
    if kind == "integers":
        return pd.Index(draw(st.lists(st.integers(0, 9), min_size=rows, max_size=rows)))
    name = draw(st.sampled_from([None, "key"]))
    if kind == "column":
        return pd.Index(series(draw, rows), name=name)
    return pd.MultiIndex.from_arrays([series(draw, rows), series(draw, rows)], names=[name, None])


def merely_numbers(own: pd.Index) -> bool:
    return own.names == [None] and sorted(map(repr, own)) == sorted(map(repr, range(len(own))))


@st.composite
def frames(draw: st.DrawFn) -> Drawn:
    rows = draw(st.integers(1, 5))
    columns = [series(draw, rows) for _ in range(draw(st.integers(1, 3)))]
    own = index(draw, rows)
    frame = pd.DataFrame({f"c{n}": column.set_axis(own) for n, column in enumerate(columns)})
    levels = [frame.index.get_level_values(level) for level in range(frame.index.nlevels)]
    kept = [] if merely_numbers(frame.index) else [level.tolist() for level in levels]
    return Drawn(frame, [*kept, *(frame[name].tolist() for name in frame)])


@st.composite
def polars_frames(draw: st.DrawFn) -> Drawn:
    rows = draw(st.integers(1, 5))
    columns: dict[str, pl.Series] = {}
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=3)):
        values = values_of(draw, name, rows)
        if name == "zoned":
            values = [value and value.astimezone(dt.UTC) for value in values]
        columns[name] = pl.Series(name, values, strict=False)
    if draw(st.booleans()):
        kind = draw(st.sampled_from([pl.Categorical, pl.Enum(["a", "b"])]))
        words = st.none() | st.sampled_from("ab")
        columns["word"] = pl.Series(draw(st.lists(words, min_size=rows, max_size=rows)), dtype=kind)
    if draw(st.booleans()):
        wide = st.none() | st.integers(-(2**127), 2**127 - 1)
        drawn = draw(st.lists(wide, min_size=rows, max_size=rows))
        columns["wide"] = pl.Series(drawn, dtype=pl.Int128)
    if draw(st.booleans()):
        columns["any"] = pl.Series(
            draw(st.lists(ANY, min_size=rows, max_size=rows)), dtype=pl.Object
        )
    frame = pl.DataFrame(columns)
    return Drawn(frame, [column.to_list() for column in frame])


@st.composite
def arrow_tables(draw: st.DrawFn) -> Drawn:
    rows = draw(st.integers(1, 5))
    columns = []
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=3)):
        array = pa.array(values_of(draw, name, rows))
        form = draw(st.sampled_from(["plain", "dictionary", "runs", "union"]))
        if form == "dictionary":
            array = array.dictionary_encode()
        if form == "runs" and not pa.types.is_null(array.type):
            array = pc.run_end_encode(array)
        if form == "union":
            others = pa.array(values_of(draw, "texts", rows), pa.string())
            codes = draw(st.lists(st.integers(0, 1), min_size=rows, max_size=rows))
            array = pa.UnionArray.from_sparse(pa.array(codes, pa.int8()), [array, others])
        columns.append(array)
    start = draw(st.integers(0, rows - 1))
    table = pa.table(columns, [f"c{n}" for n in range(len(columns))]).slice(start)
    return Drawn(table, [column.to_pylist() for column in table.columns])


@st.composite
def odd_frames(draw: st.DrawFn) -> Drawn:
    """Frames of which something has no cell, or no name of its own."""
    drawn = draw(frames())
    frame = drawn.data
    if draw(st.booleans()):
        twice = pd.concat([frame, frame], axis=1)
        return Drawn(twice, [])
    place = draw(st.integers(0, len(frame) - 1))
    values: list[Any] = [None] * len(frame)
    values[place] = draw(st.sampled_from(WITHOUT_CELLS))
    frame["odd"] = pd.Series(values, dtype=object, index=frame.index)
    return Drawn(frame, [])


def gives_back(value: Any, found: Any, serial: float | None) -> bool:
    """Whether a cell says what a value does; `serial` is its number in the file."""
    if pd.isna(value) or value == "":
        return bool(found == "")
    match value:
        case bool() | str():
            return bool(found == value) and type(found) is type(value)
        case int() | Decimal():
            return is_number(Decimal(value), found)
        case float():
            return bool(found == value)
        case dt.timedelta():
            return span(found, serial) == value
        case dt.time():
            return is_time(value, found, serial)
        case dt.date():
            return is_day(value, found, serial)
        case _:
            return bool(found == str(value))


def is_time(value: dt.time, found: Any, serial: float | None) -> bool:
    """Whether a cell holds a time of day: as a text only if it is finer than Excel shows."""
    if isinstance(found, str) and "." in found:
        return dt.time.fromisoformat(found) == value
    return span("", serial) == dt.datetime.combine(dt.date.min, value) - dt.datetime.min


def is_number(value: Decimal, found: Any) -> bool:
    """Whether a cell holds an exact number: as a text only if Excel has not all of its digits."""
    if not isinstance(found, str):
        return Decimal(repr(found)) == value
    digits = f"{value:f}".strip("-").replace(".", "")
    return Decimal(found) == value and (abs(value) >= 10**15 or len(digits.strip("0")) > 15)


def is_day(value: dt.date, found: Any, serial: float | None) -> bool:
    """Whether a cell holds a day or a moment: as a text only if it has no serial number."""
    if isinstance(found, str):
        is_odd = found < "1900" or "." in found  # or finer than Excel shows
        said = type(value).fromisoformat(found)
        if isinstance(value, dt.datetime) and isinstance(said, dt.datetime) and value.tzinfo:
            return is_odd and said.astimezone(dt.UTC) == value.astimezone(dt.UTC)
        return is_odd and said == value
    shown = dt.datetime.min if serial is None else moment(serial)
    if isinstance(value, dt.datetime):
        return shown == value.replace(tzinfo=None)
    return shown.date() == value


def span(found: Any, serial: float | None) -> dt.timedelta | None:
    """The duration that a cell holds: a number of days, or a text such as `-30:00:00.5`."""
    if serial is not None:
        return round(serial * 86_400_000_000) * _MICROSECOND
    if not isinstance(found, str) or found.count(":") != 2:
        return None
    hours, minutes, seconds = found.removeprefix("-").split(":")
    micros = (int(hours) * 60 + int(minutes)) * 60_000_000 + int(Decimal(seconds) * 10**6)
    return (-micros if found.startswith("-") else micros) * _MICROSECOND


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("frames")


@settings(max_examples=examples(120), deadline=None)
@given(st.one_of(frames(), polars_frames(), arrow_tables()))
def test_any_frame_survives(folder: Path, drawn: Drawn) -> None:
    path = folder / "any.xlsx"
    write_table(drawn.data, path)
    rows = len(drawn.columns[0])
    read, numbers = by_calamine(path, len(drawn.columns), rows), serials(path)
    wrong = [
        f"{'ABCDEFGH'[place]}{row + 2}: {value!r} became {read[row][place]!r}"
        for place, column in enumerate(drawn.columns)
        for row, value in enumerate(column)
        if not gives_back(value, read[row][place], numbers.get(f"{'ABCDEFGH'[place]}{row + 2}"))
    ]
    assert wrong == []


@settings(max_examples=examples(30), deadline=None)
@given(odd_frames())
def test_any_other_frame_is_refused_in_a_sentence(folder: Path, drawn: Drawn) -> None:
    path = folder / "odd.xlsx"
    with pytest.raises(ExporterError) as caught:
        write_table(drawn.data, path)
    assert str(caught.value).startswith("odd.xlsx: Table")
    assert "; " in str(caught.value)
    assert not path.exists()
