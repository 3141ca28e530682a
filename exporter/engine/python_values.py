"""Python values of any kinds, as one Arrow array in which each stays what it is.

Where a library makes one type of a mixed column it loses something: 17:30 of a moment beside a day,
the zone of a moment beside one without. So values of several kinds become a union, in which each
kind has a column of its own.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from numbers import Integral, Real
from types import NoneType
from typing import Any
from uuid import UUID

import numpy as np
import pyarrow as pa

from exporter.errors import Fault, WrongValueError

ValueFaults = list[tuple[int, Fault]]  # in which row (from 0), and what

_RIGHT = "make it a text, a number, a truth value, a date, a time or a duration"
_LONG = pa.decimal256(76, 0)  # integers that 64 bits do not hold
_ANY_DECIMAL = pa.decimal256(76, 38)  # stands for decimals, whose type is found when all are known
_NAMED_BY_TEXT = {"Period", "Interval"}  # of pandas
_KindAndValue = tuple[pa.DataType, Any]
_FLOAT64 = 8  # bytes
_NOTHING = (pa.null(), None)


def array_of(values: Iterable[object]) -> tuple[pa.Array, ValueFaults]:
    """Values as an array of their type, or as a sparse union of several types.

    Args:
        values: Of Python, numpy or pandas; None, NaN, NaT and NA are blank.

    Returns:
        The array, and what is wrong with values that have no type; these are null in it.
    """
    faults: ValueFaults = []
    found = [_sorted_out(value, row, faults) for row, value in enumerate(values)]
    kinds = [kind for kind in dict.fromkeys(kind for kind, _ in found) if kind != pa.null()]
    columns = [
        _column(kind, [value if own == kind else None for own, value in found], faults)
        for kind in kinds
    ]
    if len(columns) < 2:
        return columns[0] if columns else pa.nulls(len(found)), faults
    code_of = {kind: code for code, kind in enumerate(kinds)}
    codes = pa.array([code_of.get(kind, 0) for kind, _ in found], pa.int8())
    return pa.UnionArray.from_sparse(codes, columns), faults


def _sorted_out(value: object, row: int, faults: ValueFaults) -> _KindAndValue:
    """The type and the value of a row; null, and one fault more, where it has no type."""
    try:
        return _kind_and_value(value)
    except WrongValueError as error:
        faults.append((row, error.fault))
        return _NOTHING


def _column(kind: pa.DataType, values: Sequence[Any], faults: ValueFaults) -> pa.Array:
    """The values of one kind among nulls; what does not fit in it is added to the faults."""
    if kind != _ANY_DECIMAL:
        return pa.array(values, kind)
    try:
        return pa.array(values)
    except pa.ArrowInvalid:
        wrong = "is of decimals that do not fit in one column: they span more than 76 digits"
        rows = (row for row, value in enumerate(values) if value is not None)
        faults.extend((row, Fault(wrong, "make them texts")) for row in rows)
        return pa.nulls(len(values))


def _kind_and_value(value: object) -> _KindAndValue:
    """The type of a value, and what pyarrow takes for it."""
    if isinstance(value, np.datetime64 | np.timedelta64):
        return _of_numpy(value)
    is_float = isinstance(value, np.floating)  # of which a narrow one is as it shows itself
    plain = value.item() if isinstance(value, np.generic) and not is_float else value
    of_kind = next((of_kind for type_, of_kind in _KINDS if isinstance(plain, type_)), _of_pandas)
    return of_kind(plain)


def _of_numpy(value: "np.datetime64 | np.timedelta64") -> _KindAndValue:
    """Moments and durations of numpy; Arrow has those alone that count seconds or finer."""
    if np.isnat(value):
        return _NOTHING
    unit = np.datetime_data(value.dtype)[0]
    if isinstance(value, np.datetime64) and unit in {"Y", "M", "W", "D"}:
        day = value.astype("datetime64[D]")
        # Python has days of the years 1 to 9999 alone.
        return (
            (pa.date32(), day.item())
            if isinstance(day.item(), dt.date)
            else (pa.string(), str(day))
        )
    if unit not in {"s", "ms", "us", "ns"}:
        value = value.astype(f"{value.dtype.name.partition('[')[0]}[s]")
    array = pa.array(np.array([value]))
    return array.type, array[0]


def _of_decimal(number: Decimal) -> _KindAndValue:
    if number.is_nan():
        return _NOTHING
    return (_ANY_DECIMAL, number) if number.is_finite() else (pa.float64(), float(number))


def _of_integer(integer: Integral) -> _KindAndValue:
    number = int(integer)
    if -(2**63) <= number < 2**63:
        return pa.int64(), number
    if abs(number) >= 10**_LONG.precision:
        raise WrongValueError(f"has more than {_LONG.precision} digits", "make it a text")
    return _LONG, number


def _of_moment(moment: dt.datetime) -> _KindAndValue:
    """Moments by their offset; what Arrow has no zone for, an offset with seconds, as a text."""
    if moment != moment:  # noqa: PLR0124 - NaT of pandas, which is a datetime
        return _NOTHING
    unit = "ns" if getattr(moment, "nanosecond", 0) else "us"
    offset = moment.utcoffset()
    if offset is None:
        return pa.timestamp(unit), moment
    if offset % dt.timedelta(minutes=1):
        return pa.string(), moment.isoformat()
    minutes = offset // dt.timedelta(minutes=1)
    sign = "-" if minutes < 0 else "+"
    return pa.timestamp(unit, f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"), moment


def _of_pandas(value: object) -> _KindAndValue:
    kind = type(value)
    if kind.__module__.partition(".")[0] == "pandas":
        if kind.__name__ == "NAType":
            return _NOTHING
        if kind.__name__ in _NAMED_BY_TEXT:
            return pa.string(), str(value)
    raise WrongValueError(f"is of the type {kind.__name__}", _RIGHT)


def _of_text(text: str) -> _KindAndValue:
    """A text, if it consists of whole characters: Arrow and files hold no halves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        wrong = "holds a lone surrogate (half a character)"
        raise WrongValueError(wrong, "write the whole character") from None
    return pa.string(), text


def _of_real(number: Real) -> _KindAndValue:
    if math.isnan(number):
        return _NOTHING
    is_narrow = getattr(number, "itemsize", _FLOAT64) < _FLOAT64  # of numpy: 0.1 as it shows it
    return pa.float64(), float(str(number) if is_narrow else number)


def _of_time(time: dt.time) -> _KindAndValue:
    return (pa.string(), str(time)) if time.tzinfo else (pa.time64("us"), time)


def _of_duration(duration: dt.timedelta) -> _KindAndValue:
    return pa.duration("ns" if getattr(duration, "nanoseconds", 0) else "us"), duration


_KINDS: tuple[tuple[type, Callable[[Any], _KindAndValue]], ...] = (  # the first one that fits
    (NoneType, lambda _: _NOTHING),
    (str, _of_text),
    (bool, lambda truth: (pa.bool_(), truth)),
    (Decimal, _of_decimal),
    (Integral, _of_integer),
    (Real, _of_real),
    (dt.datetime, _of_moment),
    (dt.date, lambda day: (pa.date32(), day)),
    (dt.time, _of_time),
    (dt.timedelta, _of_duration),
    (UUID, lambda name: (pa.string(), str(name))),
)
