"""Values of any type as the texts that an analyst would write for them."""

import datetime as dt
import math
from collections.abc import Iterable
from decimal import Decimal
from numbers import Integral, Real
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault, WrongValueError

Faults = list[tuple[int, Fault]]  # of a column: in which row (from 0), and what

_TRUE_OR_FALSE = "true or false"
_NO_TIME = "write the day, such as 2023-10-31, without a time"
_NO_TIME_OF_DAY = "write a number with a unit, such as hours, or a day"
_NO_SCALAR = "write a number, a date or a text"


class CellFault(NamedTuple):
    """A value that cannot be taken, by its place in a batch (from 0)."""

    row: int
    column: int
    fault: Fault


def refused_type(type_: pa.DataType) -> str:
    """What a column of this type holds, where it cannot be a field of a fact; else ""."""
    if pa.types.is_dictionary(type_):
        return refused_type(type_.value_type)
    if pa.types.is_boolean(type_):
        return _TRUE_OR_FALSE
    fine = (
        pa.types.is_null, pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view,
        pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal, pa.types.is_date,
        pa.types.is_timestamp,
    )  # fmt: skip
    return "" if any(is_type(type_) for is_type in fine) else f"values of the type {type_}"


def texts_of(column: pa.Array) -> tuple[pa.Array, Faults]:
    """A column of an accepted type as strings; blank ones become null.

    Numbers are written as shortly as they can be read back (17, 18.5), decimals with all their
    places (1.50), days as ISO 8601 has them.
    """
    type_ = column.type
    if pa.types.is_dictionary(type_):
        column, type_ = column.dictionary_decode(), type_.value_type
    if pa.types.is_null(type_):
        return pa.nulls(len(column), pa.string()), []
    if pa.types.is_timestamp(type_):
        return _days(column)
    if pa.types.is_date64(type_):
        column = pc.cast(column, pa.date32())
    if pa.types.is_float16(type_):
        column = pc.cast(column, pa.float32())
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
    blank = pc.or_(pc.equal(texts, ""), pc.utf8_is_space(texts))
    return pc.if_else(blank, None, texts) if pc.any(blank).as_py() else texts


def _days(column: pa.Array) -> tuple[pa.Array, Faults]:
    if column.type.tz is not None:
        column = pc.local_timestamp(column)
    days = pc.cast(pc.floor_temporal(column, unit="day"), pa.date32())
    timed = pc.fill_null(pc.not_equal(pc.cast(days, column.type), column), False)
    faults = [
        (row, Fault(f"is a time, {column[row].as_py()}", _NO_TIME))
        for row in pc.indices_nonzero(timed).to_pylist()
    ]
    return pc.cast(pc.if_else(timed, None, days), pa.string()), faults


def _text(value: object) -> str | None:
    item = getattr(value, "item", None)  # numpy's scalars
    plain = item() if callable(item) else value
    match plain:
        case None:
            return None
        case str():
            return _whole(plain)
        case bool():
            raise WrongValueError(f"is {_TRUE_OR_FALSE}", _NO_SCALAR)
        case Decimal() | Integral():
            return str(plain)
        case Real():
            return _number(float(plain))
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


def _number(number: float) -> str:
    return repr(number).removesuffix(".0") if math.isfinite(number) else str(number)


def _day(moment: dt.datetime) -> str:
    if moment.time() != dt.time():
        raise WrongValueError(f"is a time, {moment}", _NO_TIME)
    return moment.date().isoformat()
