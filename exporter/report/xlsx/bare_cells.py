"""Arrow columns of any plain type as cells: real numbers and dates, or exact texts where they fail.

Excel keeps 15 significant digits of what is typed, and counts days from 1900. What it would change
is written as a text, in a style that marks it.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from exporter.engine.arrow import (
    Floats,
    LongIntegers,
    Mask,
    float_values,
    floats,
    integer_values,
    integers,
    literal,
    long_values,
    strings,
    truths,
    valid_rows,
)
from exporter.limits import FIRST_SERIAL, LAST_SERIAL, SIGNIFICANT_DIGITS, serial_number
from exporter.report.xlsx.model import Column, Style, make_cells

PLAIN, KEPT_AS_TEXT, DATE = "plain", "kept as text", "date "
_PLAIN_INTEGERS = 10.0**SIGNIFICANT_DIGITS
_DAY_FORMAT, _TIME_FORMAT = "yyyy-mm-dd", "hh:mm:ss"
_FRACTION = ".000"  # thousandths are the finest that Excel shows
_SECONDS, _MICROSECONDS = 86_400, 86_400_000_000  # of a day
_A_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}

# Serial numbers, their number formats, and ISO 8601 texts; the number is null where a float64 does
# not give the value back to the microsecond, or Excel does not have it.
Serials = tuple[pa.Array, pa.Array, pa.Array]


def bare_style(name: str) -> Style:
    """The style of a name: PLAIN, KEPT_AS_TEXT, or DATE followed by a number format."""
    if name == KEPT_AS_TEXT:
        return Style(italic=True, align="right", valign="")
    return Style("General" if name == PLAIN else name.removeprefix(DATE), valign="")


def lay_out_column(header: str, array: pa.Array) -> Column:
    """Some rows of a column.

    Args:
        header: Its header.
        array: Its values, of a type that `has_cells`.
    """
    return Column(header, 1, PLAIN, _cells(array))


def has_cells(kind: pa.DataType) -> bool:
    """Whether values of a type can be written."""
    if types.is_dictionary(kind):
        return has_cells(kind.value_type)
    return any(is_kind(kind) for is_kind, _ in _KINDS)


def _cells(array: pa.Array) -> pa.StructArray | pa.DictionaryArray:
    if types.is_dictionary(array.type):
        return _repeated(array)
    return next(lay_out for is_kind, lay_out in _KINDS if is_kind(array.type))(array)


def _repeated(array: pa.DictionaryArray) -> pa.DictionaryArray:
    """Cells of the values that occur, in the order in which they first do, as of any other array.

    So a table gives the same file whether what repeats in it is spelled out or not.
    """
    missing = len(array.dictionary)  # stands for null among the indices
    indices = array.indices.cast(pa.int32())
    if indices.null_count:
        indices = pc.coalesce(indices, integers(np.array([missing], np.int32))[0])
    occurring = pc.unique(indices)
    chosen = integer_values(occurring)
    places = np.empty(missing + 1, np.int32)
    places[chosen] = np.arange(len(chosen), dtype=np.int32)
    values = array.dictionary.take(integers(chosen, chosen < missing))
    return pa.DictionaryArray.from_arrays(integers(places[integer_values(indices)]), _cells(values))


def _texts(array: pa.Array) -> pa.StructArray:
    return make_cells(texts=array.cast(pa.string()))


def _truths(array: pa.Array) -> pa.StructArray:
    return make_cells(truths=array)


def _floats(array: pa.Array) -> pa.StructArray:
    return make_cells(numbers=array.cast(pa.float64()))


def _integers(array: pa.Array) -> pa.StructArray:
    numbers = array.cast(pa.float64(), safe=False)
    long = np.abs(float_values(numbers)) >= _PLAIN_INTEGERS
    return _kept(numbers, long, array)


def _decimals(array: pa.Array) -> pa.StructArray:
    """Decimals by their texts, whose conversion to float64 is to the nearest one."""
    texts = array.cast(pa.string())
    digits = pc.replace_substring_regex(texts, "[-.]|E.*", "")
    digits = pc.utf8_length(pc.utf8_rtrim(pc.utf8_ltrim(digits, "0"), "0"))
    return _kept(texts.cast(pa.float64()), integer_values(digits) > SIGNIFICANT_DIGITS, texts)


def _kept(numbers: pa.Array, long: Mask, values: pa.Array) -> pa.StructArray:
    """Numbers, and texts of those that are too long to be one."""
    valid = valid_rows(numbers)
    long &= valid
    if not long.any():
        return make_cells(numbers=numbers)
    mask = truths(long)
    return make_cells(
        styles=pc.if_else(mask, literal(KEPT_AS_TEXT), literal(PLAIN)),
        numbers=floats(float_values(numbers), valid & ~long),
        texts=pc.if_else(mask, values.cast(pa.string()), literal(None)),
    )


def _serial_numbers(serials: Callable[[pa.Array], Serials]) -> Callable[[pa.Array], pa.StructArray]:
    """Serial numbers in their formats, and texts of moments that have none."""

    def cells(array: pa.Array) -> pa.StructArray:
        numbers, formats, texts = serials(array)
        kept = truths(valid_rows(array) & ~valid_rows(numbers))
        named = pc.binary_join_element_wise(literal(DATE), formats, literal(""))
        return make_cells(
            styles=pc.if_else(kept, literal(KEPT_AS_TEXT), named),
            numbers=numbers,
            texts=pc.if_else(kept, texts, literal(None)),
        )

    return cells


def _dates(dates: pa.Array) -> Serials:
    """Days, from 1900 on."""
    days = dates.cast(pa.date32())
    count = long_values(days.cast(pa.int32()).cast(pa.int64()))
    midnight = np.zeros(len(dates), np.int64)
    serials = _serials(count, midnight, valid_rows(dates))
    return serials, _formats(_DAY_FORMAT, midnight, [""], midnight), days.cast(pa.string())


def _moments(moments: pa.Array) -> Serials:
    """Days and times; those of a zone in its local time, with the offset in the format."""
    kind = moments.type
    local = pc.local_timestamp(moments) if kind.tz else moments
    ticks = long_values(local.cast(pa.int64()))
    days, rest = np.divmod(ticks, _SECONDS * _A_SECOND[kind.unit])
    micros, whole = _microseconds(rest, kind.unit)
    away = ticks - long_values(moments.cast(pa.int64())) if kind.tz else np.zeros_like(ticks)
    offsets, which = np.unique(away // _A_SECOND[kind.unit], return_inverse=True)
    signs = [_offset(seconds) if kind.tz else "" for seconds in offsets.tolist()]
    texts = pc.replace_substring(local.cast(pa.string()), " ", "T")
    zones = strings(signs).take(integers(which))
    return (
        _serials(days, micros, valid_rows(moments) & whole),
        _formats(f"{_DAY_FORMAT} {_TIME_FORMAT}", micros, signs, which),
        pc.binary_join_element_wise(texts, zones, literal("")),
    )


def _times(times: pa.Array) -> Serials:
    """Times of a day."""
    width = pa.int32() if times.type.bit_width == 32 else pa.int64()
    micros, whole = _microseconds(long_values(times.cast(width).cast(pa.int64())), times.type.unit)
    serials = floats(micros / _MICROSECONDS, valid_rows(times) & whole)
    none = np.zeros_like(micros)
    return serials, _formats(_TIME_FORMAT, micros, [""], none), times.cast(pa.string())


def _microseconds(ticks: LongIntegers, unit: str) -> tuple[LongIntegers, Mask]:
    """Times of a day in microseconds, and which of them are whole ones."""
    if unit == "ns":
        return ticks // 1000, ticks % 1000 == 0
    return ticks * (10**6 // _A_SECOND[unit]), np.ones(len(ticks), np.bool_)


def _serials(days: LongIntegers, micros: LongIntegers, valid: Mask) -> pa.Array:
    """Serial numbers of days since 1970 and microseconds after midnight."""
    whole = serial_number(days)
    serials: Floats = whole + micros / _MICROSECONDS
    back = np.rint((serials - whole) * _MICROSECONDS)
    known = (whole >= FIRST_SERIAL) & (whole <= LAST_SERIAL) & (back == micros)
    return floats(serials, known & valid)


def _formats(shown: str, micros: LongIntegers, zones: list[str], which: LongIntegers) -> pa.Array:
    """The number format of each row: with thousandths where it has any, then its zone's offset."""
    ends = [f' "{zone}"' if zone else "" for zone in zones]
    formats = strings([shown + fraction + end for end in ends for fraction in ("", _FRACTION)])
    return formats.take(integers(which * 2 + (micros % 10**6 != 0)))


def _offset(seconds: int) -> str:
    """An offset from UTC as ISO 8601 writes it; old ones have seconds, too."""
    sign, rest = "-" if seconds < 0 else "+", abs(seconds)
    parts = [rest // 3600, rest // 60 % 60, *([rest % 60] if rest % 60 else [])]
    return sign + ":".join(f"{part:02}" for part in parts)


def _is_text(kind: pa.DataType) -> bool:
    return kind in {pa.string(), pa.large_string(), pa.string_view(), pa.null()}


_KINDS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[pa.Array], pa.StructArray]], ...] = (
    (_is_text, _texts),
    (types.is_boolean, _truths),
    (types.is_integer, _integers),
    (types.is_floating, _floats),
    (types.is_decimal, _decimals),
    (types.is_date, _serial_numbers(_dates)),
    (types.is_timestamp, _serial_numbers(_moments)),
    (types.is_time, _serial_numbers(_times)),
)
