"""Days, moments and times as Excel's serial numbers, where these give them back exactly."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    Floats,
    LongIntegers,
    Mask,
    floats,
    integers,
    literal,
    long_values,
    strings,
    valid_rows,
)

# Serial numbers, their number formats, and ISO 8601 texts; the number is null where a float64 does
# not give the value back to the microsecond, or Excel does not have it.
Laid = tuple[pa.Array, pa.Array, pa.Array]

_DAY_FORMAT, _TIME_FORMAT = "yyyy-mm-dd", "hh:mm:ss"
_FRACTION = ".000"  # thousandths are the finest that Excel shows
_DAY_ZERO = 25_569  # Excel's serial number of 1970-01-01
_BUG_DAY = 61  # serials below are one less: Excel takes 1900 for a leap year
_FIRST, _LAST = 1, 2_958_465  # 1900-01-01 and 9999-12-31
_SECONDS, _MICROSECONDS = 86_400, 86_400_000_000  # of a day
_A_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def lay_out_dates(dates: pa.Array) -> Laid:
    """Days, from 1900 on."""
    days = dates.cast(pa.date32())
    count = long_values(days.cast(pa.int32()).cast(pa.int64()))
    midnight = np.zeros(len(dates), np.int64)
    serials = _serials(count, midnight, valid_rows(dates))
    return serials, _formats(_DAY_FORMAT, midnight, [""], midnight), days.cast(pa.string())


def lay_out_moments(moments: pa.Array) -> Laid:
    """Days and times; those of a zone in its local time, with the offset in the format."""
    kind = moments.type
    local = pc.local_timestamp(moments) if kind.tz else moments
    ticks = long_values(local.cast(pa.int64()))
    days, rest = np.divmod(ticks, _SECONDS * _A_SECOND[kind.unit])
    micros, exact = _microseconds(rest, kind.unit)
    away = ticks - long_values(moments.cast(pa.int64())) if kind.tz else np.zeros_like(ticks)
    offsets, which = np.unique(away // _A_SECOND[kind.unit], return_inverse=True)
    signs = [_offset(seconds) if kind.tz else "" for seconds in offsets.tolist()]
    texts = pc.replace_substring(local.cast(pa.string()), " ", "T")
    zones = strings(signs).take(integers(which))
    return (
        _serials(days, micros, valid_rows(moments) & exact),
        _formats(f"{_DAY_FORMAT} {_TIME_FORMAT}", micros, signs, which),
        pc.binary_join_element_wise(texts, zones, literal("")),
    )


def lay_out_times(times: pa.Array) -> Laid:
    """Times of a day."""
    width = pa.int32() if times.type.bit_width == 32 else pa.int64()
    micros, exact = _microseconds(long_values(times.cast(width).cast(pa.int64())), times.type.unit)
    serials = floats(micros / _MICROSECONDS, valid_rows(times) & exact)
    none = np.zeros_like(micros)
    return serials, _formats(_TIME_FORMAT, micros, [""], none), times.cast(pa.string())


def _microseconds(ticks: LongIntegers, unit: str) -> tuple[LongIntegers, Mask]:
    """Times of a day in microseconds, and which of them are whole ones."""
    if unit == "ns":
        return ticks // 1000, ticks % 1000 == 0
    return ticks * (10**6 // _A_SECOND[unit]), np.ones(len(ticks), np.bool_)


def _serials(days: LongIntegers, micros: LongIntegers, valid: Mask) -> pa.Array:
    """Serial numbers of days since 1970 and microseconds after midnight.

    Source: ECMA-376 Part 1, 18.17.4.1 (the 1900 date system).
    """
    whole = days + _DAY_ZERO
    whole -= whole < _BUG_DAY
    serials: Floats = whole + micros / _MICROSECONDS
    back = np.rint((serials - whole) * _MICROSECONDS)
    known = (whole >= _FIRST) & (whole <= _LAST) & (back == micros)
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
