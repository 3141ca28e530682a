"""Which rows of a table are which, where they come otherwise than expected: by facts, or by all."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import cache, reduce

import numpy as np

from exporter.proof.xlsx.alignment import Alignment, Likeness, align
from exporter.proof.xlsx.cells import Array, Value, differing_values
from exporter.proof.xlsx.rows import TableRows

_NARROW = 2  # tables of so few columns have no cells left to tell a changed row by


def match_rows(expected: TableRows, actual: TableRows) -> Alignment:
    """Match rows by the fact that they show, or by all that they hold."""
    key = expected.key()
    tail = _same_tail(expected, actual, key)
    ends = len(expected) - tail, len(actual) - tail
    rows, others = expected.slice(0, ends[0]), actual.slice(0, ends[1])
    matched = align(_keys(rows, key), _keys(others, key), _likeness(rows, others))
    same = zip(range(ends[0], len(expected)), range(ends[1], len(actual)), strict=True)
    pairs = (*matched.pairs, *same)
    # Blank rows that are expected are none that can be missing.
    filled = expected.filled() if matched.missing else ()
    missing = tuple(row for row in matched.missing if filled[row])
    last = pairs[-1] if tail else matched.last
    return replace(matched, pairs=pairs, missing=missing, last=last)


def _same_tail(expected: TableRows, actual: TableRows, key: int | None) -> int:
    """How many rows, from the last one upwards, need no search for those that they match."""
    if key is not None and not actual.columns[key].are_distinct():
        return 0  # of several rows with a key the first is the one that is expected
    count = min(len(expected), len(actual))
    tails = expected.slice(len(expected) - count), actual.slice(len(actual) - count)
    apart = np.flatnonzero(_other_keys(*tails, key))
    return count - 1 - int(apart[-1]) if len(apart) else count


def _keys(rows: TableRows, key: int | None) -> Sequence[Hashable]:
    if key is not None:
        return rows.columns[key].values()
    return list(zip(*(cells.values() for cells in rows.columns), strict=True))


def _likeness(expected: TableRows, actual: TableRows) -> Likeness:
    """How many cells of two rows hold the same: a formula, whatever its result, or a value."""

    @cache  # only where there are rows that are matched by it
    def columns() -> list[tuple[list[Value], list[Value]]]:
        both = zip(expected.columns, actual.columns, strict=True)
        return [(cells.contents(), others.contents()) for cells, others in both]

    def likeness(row: int, other: int) -> int:
        alike = sum(
            values[row] == others[other] and values[row] is not None for values, others in columns()
        )
        filled = max(
            sum(values[row] is not None for values, _ in columns()),
            sum(others[other] is not None for _, others in columns()),
        )
        enough = len(columns()) <= _NARROW or alike * 3 >= filled > 0
        return 1 + alike if enough else 0

    return likeness


def same_keys(expected: TableRows, actual: TableRows) -> int:
    """How many rows from the first on show the same facts, or hold the same."""
    apart = np.flatnonzero(_other_keys(expected, actual, expected.key()))
    return int(apart[0]) if len(apart) else len(expected)


def _other_keys(expected: TableRows, actual: TableRows, key: int | None) -> Array:
    columns = range(len(expected.columns)) if key is None else [key]
    masks = (differing_values(expected.columns[at], actual.columns[at]) for at in columns)
    return reduce(np.logical_or, masks)
