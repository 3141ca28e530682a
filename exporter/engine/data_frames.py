"""DataFrames of pandas and polars as Arrow tables, with all that is in them.

pandas keeps in the index what a table has as columns: the keys after groupby, the days of a time
series. And both have columns that Arrow has no type for.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa

from exporter.engine.arrow import one_chunk
from exporter.engine.python_values import ValueFaults, array_of

if TYPE_CHECKING:
    import pandas as pd

_WIDE_INTEGERS = {"Int128", "UInt128"}  # of polars, which Arrow does not have
_AS_INTEGERS = pa.decimal256(76, 0)


class FrameTable(NamedTuple):
    """A DataFrame as an Arrow table.

    Attributes:
        table: Its columns; null where a value is at fault.
        faults: Those of each column that has any, by its place.
    """

    table: pa.Table
    faults: dict[int, ValueFaults]


def is_pandas(data: object) -> bool:
    """Whether it is a DataFrame, a Series or an Index of pandas."""
    pandas = sys.modules.get("pandas")  # what is of pandas has loaded it
    return pandas is not None and isinstance(data, pandas.DataFrame | pandas.Series | pandas.Index)


def is_polars(data: object) -> bool:
    """Whether it is a DataFrame or a Series of polars."""
    polars = sys.modules.get("polars")
    return polars is not None and isinstance(data, polars.DataFrame | polars.Series)


def table_of_pandas(data: Any, index: bool | None) -> FrameTable:
    """What a DataFrame, a Series or an Index of pandas holds.

    Args:
        data: The frame; a Series without a name is called `value`.
        index: Whether the index becomes columns, before the others; None for whether it says
            something: unless it has no name and merely numbers the rows, in whatever order.
    """
    frame = _as_frame(data)
    series = [frame.iloc[:, place] for place in range(frame.shape[1])]
    names = [label_text(label) for label in frame.columns]
    if index or (index is None and _says_something(frame.index)):
        levels = list(index_levels(frame))
        names = [*_index_names(frame.index, names), *names]
        series = [*levels, *series]
    return _table(names, [series_array(column) for column in series])


def index_levels(frame: "pd.DataFrame") -> Iterator["pd.Series[Any]"]:
    """The levels of a frame's index, each as a column."""
    for level in range(frame.index.nlevels):
        yield frame.index.get_level_values(level).to_series()


def series_array(series: "pd.Series[Any]") -> tuple[Any, ValueFaults]:
    """A column of pandas as pyarrow reads it, where that has a type; else value by value."""
    array = typed_array(series)
    return array_of(series.astype(object)) if array is None else (array, [])


def typed_array(series: "pd.Series[Any]") -> pa.Array | None:
    """A column of pandas as pyarrow reads it; None where values are to be looked at one by one."""
    import pandas as pd

    if isinstance(series.dtype, pd.SparseDtype):
        series = series.sparse.to_dense()
    if series.dtype == object:
        return None
    try:
        array = pa.Array.from_pandas(series)
    except (pa.ArrowException, TypeError):  # complex numbers, categories of several types
        return None
    return None if _is_of_pandas(array.type) else one_chunk(array)


def table_of_polars(data: Any) -> FrameTable:
    """What a DataFrame or a Series of polars holds; a Series without a name is called `value`."""
    import polars as pl

    if isinstance(data, pl.Series):
        data = data.to_frame(data.name or "value")
    return _table(data.columns, [_polars_array(series) for series in data])


def label_text(label: object) -> str:
    """What a column of pandas is called; the parts of a name of several levels with a slash.

    Days are called 2024-01-31: pandas has moments at midnight for them. What groups missing values
    is called as in Excel's pivot tables.
    """
    if isinstance(label, tuple):
        return " / ".join(text for part in label if (text := label_text(part)))
    if label is None or label != label:  # noqa: PLR0124 - NaN and NaT
        return "(blank)"
    return str(label).removesuffix(" 00:00:00")


def _as_frame(data: Any) -> "pd.DataFrame":
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        return data
    if isinstance(data, pd.Index):
        return data.to_frame(index=False)
    frame: pd.DataFrame = data.to_frame("value" if data.name is None else data.name)
    return frame


def _says_something(index: "pd.Index[Any]") -> bool:
    if index.nlevels > 1 or index.name is not None:
        return True
    if not len(index):
        return False
    return index.dtype.kind not in "iu" or not np.array_equal(
        np.sort(index.to_numpy()), np.arange(len(index))
    )


def _index_names(index: "pd.Index[Any]", taken: Sequence[str]) -> Iterator[str]:
    """The names of an index's levels; those without one are called as pandas would call them."""
    for level, name in enumerate(index.names):
        if name is not None:
            yield label_text(name)
        elif index.nlevels == 1 and "index" not in taken:
            yield "index"
        else:
            yield f"level_{level}"


def _table(names: Sequence[str], columns: Sequence[tuple[Any, ValueFaults]]) -> FrameTable:
    table = pa.Table.from_arrays([array for array, _ in columns], names=list(names))
    return FrameTable(table, {place: faults for place, (_, faults) in enumerate(columns) if faults})


def _is_of_pandas(kind: pa.DataType) -> bool:
    """Whether a type stands for periods or intervals, which Arrow knows as mere numbers."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return isinstance(kind, pa.BaseExtensionType) and kind.extension_name.startswith("pandas.")


def _polars_array(series: Any) -> tuple[Any, ValueFaults]:
    import polars as pl

    kind = str(series.dtype)
    if kind in _WIDE_INTEGERS:
        return pa.chunked_array(series.cast(pl.String)).cast(pa.string()).cast(_AS_INTEGERS), []
    if kind == "Object":
        return array_of(series.to_list())
    return pa.chunked_array(series), []
