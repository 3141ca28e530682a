"""Values of any type as the texts that an analyst would write for them."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import decoded
from exporter.errors import Fault, WrongValueError
from exporter.facts.flat.bare_cells import may_be_blank
from exporter.facts.flat.numerals import decimal_texts, float_texts, number_text

Faults = list[tuple[int, Fault]]  # of a column: in which row (from 0), and what

_FEW = 5  # faults of a kind, of which each is told by itself
_FLOAT64 = 8  # bytes
_TRUE_OR_FALSE = "true or false"
_NO_TIME = "write the day, such as 2023-10-31, without a time"
_NO_MOMENT = (
    "write the day, such as 2023-10-31, of the place that is meant; in SQL, "
    "CAST(moment AT TIME ZONE 'Asia/Shanghai' AS DATE)"
)
_NO_TIME_OF_DAY = "write a number with a unit, such as hours, or a day"
_NO_SCALAR = "write a number, a date or a text"


class CellFault(NamedTuple):
    """A value that cannot be taken, by its place in a batch (from 0)."""

    row: int
    column: int
    fault: Fault


def alike(faults: Faults) -> Faults:
    """Faults of one kind in a column; many of them are told as the first, and so as one."""
    return faults if len(faults) <= _FEW else [(row, faults[0][1]) for row, _ in faults]


def refused_type(type_: pa.DataType) -> str:
    """What a column of this type holds, where it cannot be a field of a fact; else ""."""
    if pa.types.is_dictionary(type_):
        return refused_type(type_.value_type)
    if is_variant(type_):
        return "values of the type VARIANT, of any type"
    if pa.types.is_boolean(type_):
        return _TRUE_OR_FALSE
    fine = (
        pa.types.is_null, pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view,
        pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal, pa.types.is_date,
        pa.types.is_timestamp,
    )  # fmt: skip
    return "" if any(is_type(type_) for is_type in fine) else f"values of the type {type_}"


def is_variant(type_: pa.DataType) -> bool:
    """Whether a column has DuckDB's or Parquet's type for values of any type, as Arrow holds it."""
    return pa.types.is_struct(type_) and {"metadata", "value"} <= {
        field.name for field in type_ if pa.types.is_binary(field.type)
    }


def texts_of(column: pa.Array) -> tuple[pa.Array, Faults]:
    """A column of an accepted type as strings; blank ones become null.

    Numbers are written as `numerals` has them (17, 18.5, 1.50), days as ISO 8601 does.
    """
    type_ = column.type
    if pa.types.is_dictionary(type_):
        column, type_ = decoded(column), type_.value_type
    if pa.types.is_floating(type_):
        return float_texts(column), []
    if pa.types.is_decimal(type_):
        return decimal_texts(column), []
    if pa.types.is_null(type_):
        return pa.nulls(len(column), pa.string()), []
    if pa.types.is_timestamp(type_):
        return _days(column)
    if pa.types.is_date64(type_):
        column = pc.cast(column, pa.date32())
    if pa.types.is_date(type_):
        return _dates(column)
    return _blank_as_null(pc.cast(column, pa.string())), []


def texts_of_objects(values: Iterable[object]) -> tuple[pa.Array, Faults]:
    """Python values of any types, each as a string; None and blank ones become null."""
    texts: list[str | None] = []
    faults: Faults = []
    for row, value in enumerate(values):
        try:
            texts.append(_text(value))
        except WrongValueError as error:
            faults.append((row, error.fault))
            texts.append(None)
    return _blank_as_null(pa.array(texts, pa.string())), faults


def texts_of_columns(
    columns: Iterable[Iterable[object]],
) -> tuple[list[pa.Array], list[CellFault]]:
    """The same of the columns of a batch."""
    arrays: list[pa.Array] = []
    faults: list[CellFault] = []
    for place, values in enumerate(columns):
        texts, of_column = texts_of_objects(values)
        arrays.append(texts)
        faults += (CellFault(row, place, fault) for row, fault in of_column)
    return arrays, faults


def _blank_as_null(texts: pa.Array) -> pa.Array:
    if not may_be_blank(texts):
        return texts
    blank = pc.or_(pc.equal(texts, ""), pc.utf8_is_space(texts))
    return pc.if_else(blank, None, texts) if pc.any(blank).as_py() else texts


def _dates(column: pa.Array) -> tuple[pa.Array, Faults]:
    """Days as ISO 8601 has them; databases have others, such as DATE 'infinity'."""
    column, faults = _in_the_calendar(column, dt.date(1, 1, 1), dt.date(9999, 12, 31))
    return pc.cast(column, pa.string()), faults


def _days(column: pa.Array) -> tuple[pa.Array, Faults]:
    zone = column.type.tz
    if zone is not None:
        column = pc.local_timestamp(column)
    faults: Faults = []
    if column.type.unit != "ns":  # which reaches from 1677 to 2262
        first, last = dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31, 23, 59, 59)
        column, faults = _in_the_calendar(column, first, last)
    days = pc.cast(pc.floor_temporal(column, unit="day"), pa.date32())
    timed = pc.fill_null(pc.not_equal(pc.cast(days, column.type), column), False)
    right, behind = (_NO_TIME, "") if zone is None else (_NO_MOMENT, f" {zone}")
    faults += alike(
        [
            (row, Fault(f"is a time, {column[row].as_py()}{behind}", right))
            for row in pc.indices_nonzero(timed).to_pylist()
        ]
    )
    return pc.cast(pc.if_else(timed, None, days), pa.string()), faults


def _in_the_calendar(column: pa.Array, first: dt.date, last: dt.date) -> tuple[pa.Array, Faults]:
    """The column without what lies outside of the years that are written with four digits."""
    ends = (pa.scalar(end, column.type) for end in (first, last))
    outside = pc.or_(
        *(compare(column, end) for compare, end in zip((pc.less, pc.greater), ends, strict=True))
    )
    rows = pc.indices_nonzero(pc.fill_null(outside, False)).to_pylist()
    fault = Fault("is no day of the years 1 to 9999", "write one, or leave it blank")
    return (pc.if_else(outside, None, column) if rows else column), [(row, fault) for row in rows]


def _text(value: object) -> str | None:
    item = getattr(value, "item", None)  # numpy's scalars
    plain = item() if callable(item) else value
    if isinstance(plain, float) and getattr(value, "itemsize", _FLOAT64) < _FLOAT64:
        plain = float(str(value))
    match plain:
        case None:
            return None
        case str():
            return _whole(plain)
        case bool():
            raise WrongValueError(f"is {_TRUE_OR_FALSE}", _NO_SCALAR)
        case Decimal() | Real():
            return number_text(plain)
        case dt.datetime():
            return _day(plain)
        case dt.date():
            return plain.isoformat()
        case dt.time():
            raise WrongValueError(f"is a time of day, {plain}", _NO_TIME_OF_DAY)
        case dt.timedelta():
            raise WrongValueError(*_length_of_time(plain))
        case _:
            raise WrongValueError(f"is of the type {type(plain).__name__}", _NO_SCALAR)


def _length_of_time(length: dt.timedelta) -> Fault:
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    shown = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    hours = f"{length.total_seconds() / 3600:.4g}"
    return Fault(
        f"is a length of time, {shown}", f"write a number with a unit, such as {hours} hours"
    )


def _whole(text: str) -> str:
    """The text, if it consists of whole characters: Arrow and files hold no halves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WrongValueError(
            "holds a lone surrogate (half a character)", "write the whole character"
        ) from None
    return text


def _day(moment: dt.datetime) -> str:
    if moment.time() != dt.time():
        raise WrongValueError(f"is a time, {moment}", _NO_MOMENT if moment.tzinfo else _NO_TIME)
    return moment.date().isoformat()
