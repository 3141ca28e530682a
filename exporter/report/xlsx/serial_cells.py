"""Dates, moments, times and durations as Excel's serial numbers, or exact texts where they fail.

Excel counts days from 1900, in a float64, and shows thousandths of a second at the finest; readers
round to those. What has no serial number, or is finer, is written as a text, in a style that marks
it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from exporter.engine.arrow import (
    Floats,
    LongIntegers,
    Mask,
    floats,
    integers,
    literal,
    long_values,
    longs,
    strings,
    truths,
    valid_rows,
)
from exporter.limits import FIRST_SERIAL, LAST_SERIAL, serial_number
from exporter.report.xlsx.model import make_cells

KEPT_AS_TEXT, DATE = "kept as text", "date "  # the latter is followed by a number format
_DAY_FORMAT, _TIME_FORMAT, _DURATION_FORMAT = "yyyy-mm-dd", "hh:mm:ss", "[h]:mm:ss"
_FRACTION = ".000"  # thousandths are the finest that Excel shows
_SECONDS, _MICROSECONDS = 86_400, 86_400_000_000  # of a day
_RULES_ALONE = 2_114_380_800  # 2037: after it pyarrow 26 has no summer time
_A_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}

# Serial numbers, null where there is none; their number formats; and the texts of some rows.
Serials = tuple[pa.Array, pa.Array, Callable[[LongIntegers], list[str]]]


def is_serial(kind: pa.DataType) -> bool:
    """Whether values of a type are what Excel has serial numbers for."""
    return any(is_kind(kind) for is_kind, _ in _KINDS)


def serial_cells(array: pa.Array) -> pa.StructArray:
    """Serial numbers in their formats, and texts of what has none."""
    serials = next(serials for is_kind, serials in _KINDS if is_kind(array.type))
    numbers, formats, texts_of = serials(array)
    named = pc.binary_join_element_wise(literal(DATE), formats, literal(""))
    kept = valid_rows(array) & ~valid_rows(numbers)
    if not kept.any():
        return make_cells(styles=named, numbers=numbers)
    rows = np.flatnonzero(kept)
    texts = dict(zip(rows.tolist(), texts_of(rows), strict=True))
    return make_cells(
        styles=pc.if_else(truths(kept), literal(KEPT_AS_TEXT), named),
        numbers=numbers,
        texts=strings([texts.get(row) for row in range(len(array))]),
    )


def _dates(dates: pa.Array) -> Serials:
    """Days, from 1900 on; those that count milliseconds may have a time as well."""
    if types.is_date64(dates.type):
        moments = dates.cast(pa.int64()).cast(pa.timestamp("ms"))
        days, rest = np.divmod(long_values(moments.cast(pa.int64())), _SECONDS * 1000)
        if (rest[valid_rows(dates)] != 0).any():
            return _moments(moments)
    else:
        days = long_values(dates.cast(pa.int32()).cast(pa.int64()))
    midnight = np.zeros(len(dates), np.int64)
    serials = _serials(days, midnight, valid_rows(dates))
    formats = _formats(_DAY_FORMAT, midnight, [""], midnight)
    return serials, formats, lambda rows: _iso_8601(days[rows], "D")


def _moments(moments: pa.Array) -> Serials:
    """Days and times; those of a zone in its local time, with the offset in the format."""
    kind = moments.type
    ticks, away = _local(moments) if kind.tz else (long_values(moments.cast(pa.int64())), None)
    days, rest = np.divmod(ticks, _SECONDS * _A_SECOND[kind.unit])
    micros, whole = _microseconds(rest, kind.unit)
    offsets, which = (
        np.unique(away // _A_SECOND[kind.unit], return_inverse=True)
        if away is not None
        else (np.zeros(1, np.int64), np.zeros_like(ticks))
    )
    signs = [_offset(seconds) if kind.tz else "" for seconds in offsets.tolist()]

    def texts(rows: LongIntegers) -> list[str]:
        zones = (signs[index] for index in which[rows].tolist())
        return [
            text + zone for text, zone in zip(_iso_8601(ticks[rows], kind.unit), zones, strict=True)
        ]

    serials = _serials(days, micros, valid_rows(moments) & whole)
    return serials, _formats(f"{_DAY_FORMAT} {_TIME_FORMAT}", micros, signs, which), texts


def _local(moments: pa.Array) -> tuple[LongIntegers, LongIntegers]:
    """Ticks of local time, and how far they are from UTC; of UTC where there are no such ticks."""
    a_second = _A_SECOND[moments.type.unit]
    utc = long_values(moments.cast(pa.int64()))
    away = long_values(pc.local_timestamp(moments).cast(pa.int64())) - utc
    late = valid_rows(moments) & (utc // a_second >= _RULES_ALONE)
    if late.any():
        seconds = (utc[late] // a_second).tolist()
        away[late] = [
            away_at
            if (offset := _offset_by_rule(moments.type.tz, at)) is None
            else offset * a_second
            for at, away_at in zip(seconds, away[late].tolist(), strict=True)
        ]
    local = utc + away
    beyond = (away > 0) != (local > utc)  # an int64 was too small for the sum
    return np.where(beyond, utc, local), np.where(beyond, 0, away)


def _offset_by_rule(zone: str, second: int) -> int | None:
    """A zone's offset in seconds by Python, which has rules for it; None where it knows none."""
    try:
        moment = datetime.fromtimestamp(second, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OverflowError):  # an offset; or years past 9999
        return None
    return int((moment.utcoffset() or timedelta()).total_seconds())


def _times(times: pa.Array) -> Serials:
    """Times of a day."""
    width = pa.int32() if times.type.bit_width == 32 else pa.int64()
    micros, whole = _microseconds(long_values(times.cast(width).cast(pa.int64())), times.type.unit)
    serials = floats(micros / _MICROSECONDS, valid_rows(times) & whole)
    formats = _formats(_TIME_FORMAT, micros, [""], np.zeros_like(micros))
    return serials, formats, lambda rows: times.take(longs(rows)).cast(pa.string()).to_pylist()


def _durations(durations: pa.Array) -> Serials:
    """Spans of time in days; Excel has no negative ones."""
    a_second = _A_SECOND[durations.type.unit]
    ticks = long_values(durations.cast(pa.int64()))
    days, rest = np.divmod(ticks, _SECONDS * a_second)
    micros, whole = _microseconds(rest, durations.type.unit)
    known = (days >= 0) & (days <= LAST_SERIAL) & whole & valid_rows(durations)
    return (
        _exact(days, micros, known),
        _formats(_DURATION_FORMAT, micros, [""], np.zeros_like(ticks)),
        lambda rows: [_duration(count, a_second) for count in ticks[rows].tolist()],
    )


def _duration(ticks: int, a_second: int) -> str:
    """A duration as `[h]:mm:ss` shows it, with all that is finer than a second."""
    seconds, fine = divmod(abs(ticks), a_second)
    text = f"{'-' if ticks < 0 else ''}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    digits = len(str(a_second)) - 1
    return f"{text}.{fine:0{digits}}".rstrip("0") if fine else text


def _microseconds(ticks: LongIntegers, unit: str) -> tuple[LongIntegers, Mask]:
    """Times of a day in microseconds, and which of them have no more than Excel shows."""
    a_thousandth = max(_A_SECOND[unit] // 1000, 1)
    shown = ticks % a_thousandth == 0
    micros = ticks // 1000 if unit == "ns" else ticks * (10**6 // _A_SECOND[unit])
    return micros, shown


def _serials(days: LongIntegers, micros: LongIntegers, valid: Mask) -> pa.Array:
    """Serial numbers of days since 1970 and microseconds after midnight."""
    whole = serial_number(days)
    known = (whole >= FIRST_SERIAL) & (whole <= LAST_SERIAL)
    return _exact(whole, micros, known & valid)


def _exact(days: LongIntegers, micros: LongIntegers, known: Mask) -> pa.Array:
    """Days and microseconds as one number, where it gives both back."""
    serials: Floats = days + micros / _MICROSECONDS
    return floats(serials, known & (np.rint((serials - days) * _MICROSECONDS) == micros))


def _formats(shown: str, micros: LongIntegers, zones: list[str], which: LongIntegers) -> pa.Array:
    """The number format of each row: with thousandths where it has any, then its zone's offset."""
    ends = [f' "{zone}"' if zone else "" for zone in zones]
    formats = strings([shown + fraction + end for end in ends for fraction in ("", _FRACTION)])
    return formats.take(integers(which * 2 + (micros % 10**6 != 0)))


def _iso_8601(ticks: LongIntegers, unit: str) -> list[str]:
    """Moments by numpy: the years of Python end with 9999, those of Arrow with 32767."""
    texts: list[str] = np.datetime_as_string(ticks.astype(f"datetime64[{unit}]")).tolist()
    return texts


def _offset(seconds: int) -> str:
    """An offset from UTC as ISO 8601 writes it; old ones have seconds, too."""
    sign, rest = "-" if seconds < 0 else "+", abs(seconds)
    parts = [rest // 3600, rest // 60 % 60, *([rest % 60] if rest % 60 else [])]
    return sign + ":".join(f"{part:02}" for part in parts)


_KINDS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[pa.Array], Serials]], ...] = (
    (types.is_date, _dates),
    (types.is_timestamp, _moments),
    (types.is_time, _times),
    (types.is_duration, _durations),
)
