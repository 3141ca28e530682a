"""Figures summed by unit, each times a number made of its fact's id.

So figures of one unit hide none of another, and two figures that change places are seen; sorting
the sheet changes no sum.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

import numpy as np
import pyarrow as pa

from exporter.engine.arrow import (
    Floats,
    float_values,
    integer_values,
    text_bytes,
    text_offsets,
    valid_rows,
)
from exporter.limits import FORMULA_STRING
from exporter.report.xlsx.checksums import MOST_MEASURED, Checksum
from exporter.report.xlsx.model import Column

_MOST_UNITS = 24  # of a sheet; beyond that, all its figures have one sum
_ENDS = (1, 10, 100)  # how much the last characters of an id weigh, the last one first


def unit_sums(ids: pa.Array, unit: Column, ends: Sequence[Column], rows: int) -> dict[str, float]:
    """The sums of the figures of each unit, "" for none, each times what its id weighs.

    Args:
        ids: Of the facts.
        unit: The column of units.
        ends: Those of figures.
        rows: Of the whole sheet.
    """
    distinct, indices = unit.distinct()
    texts = distinct.texts
    names = [""] * len(ids) if texts is None else [text or "" for text in texts.to_pylist()]
    places = np.arange(len(names)) if indices is None else integer_values(indices)
    weights = _weights(ids) if rows <= MOST_MEASURED else np.ones(len(ids))
    sums: dict[str, float] = {}
    for numbers in (column.numbers for column in ends):
        if numbers is None:
            continue
        valid = valid_rows(numbers)
        values = np.where(valid, float_values(numbers), 0.0) * weights
        totals = np.bincount(places, values, minlength=len(names))
        here = np.bincount(places, valid, minlength=len(names)) > 0
        for name, total, is_here in zip(names, totals.tolist(), here, strict=True):
            if is_here:
                sums[name] = sums.get(name, 0.0) + total
    return sums


def _weights(ids: pa.Array) -> Floats:
    """What each id weighs: a number made of its last three characters."""
    content, offsets = text_bytes(ids).astype(np.float64), text_offsets(ids)
    begins, ends = offsets[:-1] - offsets[0], offsets[1:] - offsets[0]
    weights: Floats = np.zeros(len(ids))
    for back, factor in enumerate(_ENDS, 1):
        weights += factor * content[np.maximum(ends - back, begins)]
    return weights


def of_units(
    sums: Mapping[str, float], cells: Mapping[str, str], ends: Sequence[str], rows: int
) -> Iterator[Checksum]:
    """The formulas of `unit_sums`.

    Args:
        sums: The sum of each unit.
        cells: The ranges of the sheet's columns, by key.
        ends: The keys of those that hold figures.
        rows: Of the sheet.
    """
    weight = _weight(cells["fact"]) if rows <= MOST_MEASURED else f"ISTEXT({cells['fact']})"
    if len(sums) > _MOST_UNITS or any(len(unit) > FORMULA_STRING // 2 for unit in sums):
        formula = _added([f"SUMPRODUCT(1*{weight},{cells[key]})" for key in ends])
        yield Checksum("figures", "", formula, fsum(sums.values()), is_whole=False)
        return
    for unit, total in sorted(sums.items()):
        quoted = unit.replace('"', '""')
        # "=" takes MW and mW for the same.
        factors = f'EXACT({cells["unit"]},"{quoted}")*{weight}'
        formula = _added([f"SUMPRODUCT({factors},{cells[key]})" for key in ends])
        yield Checksum("unit" if unit else "no unit", unit, formula, total, is_whole=False)


def _weight(ids: str) -> str:
    """What `_weights` gives; of a shorter id RIGHT gives all."""
    terms = [f"{factor}*_xlfn.UNICODE(RIGHT({ids},{back}))" for back, factor in enumerate(_ENDS, 1)]
    return f"({'+'.join(terms)})"


def _added(terms: Sequence[str]) -> str:
    return "=" + "+".join(terms)
