"""Arrow columns of any plain type as cells: real numbers and dates, or exact texts where they fail.

Excel keeps 15 significant digits of what is typed, and counts days from 1900. What it would change
is written as a text, in a style that marks it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from exporter.engine.arrow import (
    Mask,
    float_values,
    floats,
    integer_values,
    literal,
    truths,
    valid_rows,
)
from exporter.report.xlsx.bare_times import lay_out_dates, lay_out_moments, lay_out_times
from exporter.report.xlsx.model import Style

PLAIN, KEPT_AS_TEXT, DATE = "plain", "kept as text", "date "
_MOST_DIGITS = 15
_PLAIN_INTEGERS = 10.0**_MOST_DIGITS

Cells = Mapping[str, Any]


def bare_style(name: str) -> Style:
    """The style of a name: PLAIN, KEPT_AS_TEXT, or DATE followed by a number format."""
    if name == KEPT_AS_TEXT:
        return Style(italic=True, align="right", valign="")
    return Style("General" if name == PLAIN else name.removeprefix(DATE), valign="")


def lay_out_cells(array: pa.Array) -> Cells:
    """What a column's cells hold, by the names of Column's fields.

    Args:
        array: Some rows of a column of a type that `has_cells`.
    """
    if types.is_dictionary(array.type):
        return lay_out_cells(array.dictionary_decode())
    return next(lay_out for is_kind, lay_out in _KINDS if is_kind(array.type))(array)


def has_cells(kind: pa.DataType) -> bool:
    """Whether values of a type can be written."""
    if types.is_dictionary(kind):
        return has_cells(kind.value_type)
    return any(is_kind(kind) for is_kind, _ in _KINDS)


def _texts(array: pa.Array) -> Cells:
    return {"styles": PLAIN, "texts": array.cast(pa.string())}


def _truths(array: pa.Array) -> Cells:
    return {"styles": PLAIN, "truths": array}


def _floats(array: pa.Array) -> Cells:
    return {"styles": PLAIN, "numbers": array.cast(pa.float64())}


def _integers(array: pa.Array) -> Cells:
    numbers = array.cast(pa.float64(), safe=False)
    long = np.abs(float_values(numbers)) >= _PLAIN_INTEGERS
    return _kept(numbers, long, array)


def _decimals(array: pa.Array) -> Cells:
    """Decimals by their texts, whose conversion to float64 is to the nearest one."""
    texts = array.cast(pa.string())
    digits = pc.replace_substring_regex(texts, "[-.]|E.*", "")
    digits = pc.utf8_length(pc.utf8_rtrim(pc.utf8_ltrim(digits, "0"), "0"))
    return _kept(texts.cast(pa.float64()), integer_values(digits) > _MOST_DIGITS, texts)


def _kept(numbers: pa.Array, long: Mask, exact: pa.Array) -> Cells:
    """Numbers, and texts of those that are too long to be one."""
    valid = valid_rows(numbers)
    long &= valid
    if not long.any():
        return {"styles": PLAIN, "numbers": numbers}
    mask = truths(long)
    return {
        "styles": pc.if_else(mask, literal(KEPT_AS_TEXT), literal(PLAIN)),
        "numbers": floats(float_values(numbers), valid & ~long),
        "texts": pc.if_else(mask, exact.cast(pa.string()), literal(None)),
    }


def _times(lay_out: Callable[[pa.Array], tuple[pa.Array, pa.Array, pa.Array]]) -> Any:
    """Serial numbers in their formats, and texts of moments that have none."""

    def cells(array: pa.Array) -> Cells:
        numbers, formats, exact = lay_out(array)
        kept = truths(valid_rows(array) & ~valid_rows(numbers))
        named = pc.binary_join_element_wise(literal(DATE), formats, literal(""))
        return {
            "styles": pc.if_else(kept, literal(KEPT_AS_TEXT), named),
            "numbers": numbers,
            "texts": pc.if_else(kept, exact, literal(None)),
        }

    return cells


def _is_text(kind: pa.DataType) -> bool:
    return kind in {pa.string(), pa.large_string(), pa.string_view(), pa.null()}


_KINDS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[pa.Array], Cells]], ...] = (
    (_is_text, _texts),
    (types.is_boolean, _truths),
    (types.is_integer, _integers),
    (types.is_floating, _floats),
    (types.is_decimal, _decimals),
    (types.is_date, _times(lay_out_dates)),
    (types.is_timestamp, _times(lay_out_moments)),
    (types.is_time, _times(lay_out_times)),
)
