"""Arrow columns of any plain type as cells: real numbers and dates, or exact texts where they fail.

Excel keeps 15 significant digits of what is typed. What it would change is written as a text, in a
style that marks it.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from exporter.engine.arrow import (
    Mask,
    float_values,
    floats,
    integer_values,
    integers,
    literal,
    longs,
    short_texts,
    strings,
    truths,
    valid_rows,
)
from exporter.limits import SIGNIFICANT_DIGITS
from exporter.report.xlsx.model import Column, Style, make_cells
from exporter.report.xlsx.serial_cells import DATE, KEPT_AS_TEXT, is_serial, serial_cells

PLAIN = "plain"
_WRITTEN = 2  # decimals, to which zeros may belong: of cents
_PLAIN_INTEGERS = 10.0**SIGNIFICANT_DIGITS


def bare_style(name: str) -> Style:
    """The style of a name: PLAIN, KEPT_AS_TEXT, or DATE followed by a number format."""
    if name == KEPT_AS_TEXT:
        return Style(italic=True, align="right", valign="")
    return Style("General" if name == PLAIN else name.removeprefix(DATE), valign="")


def lay_out_column(header: str, array: pa.Array, infinite: str | None = None) -> Column:
    """Some rows of a column.

    Args:
        header: Its header.
        array: Its values, of a type that `has_cells`.
        infinite: The text to write for an infinite number; None for none, which is then refused.
    """
    cells = _cells(array)
    return Column(header, 1, PLAIN, cells if infinite is None else _as_texts(infinite, cells))


def has_cells(kind: pa.DataType) -> bool:
    """Whether values of a type can be written."""
    if types.is_dictionary(kind) or types.is_run_end_encoded(kind):
        return has_cells(kind.value_type)
    if types.is_union(kind):
        return all(has_cells(field.type) for field in kind)
    return any(is_kind(kind) for is_kind, _ in _KINDS)


def _cells(array: pa.Array) -> pa.StructArray | pa.DictionaryArray:
    if types.is_dictionary(array.type):
        return _repeated(array)
    if types.is_run_end_encoded(array.type):
        return _cells(pc.run_end_decode(array))
    if types.is_union(array.type):
        return _mixed(array)
    return next(lay_out for is_kind, lay_out in _KINDS if is_kind(array.type))(array)


def _mixed(array: pa.UnionArray) -> pa.StructArray:
    """Values of several types, each as a column of its type would have it."""
    # `type_codes` and `offsets` of pyarrow 26 are those of the array that this one is a slice of.
    _, content, *rest = array.buffers()[: 3 if array.type.mode == "dense" else 2]
    codes = np.frombuffer(content, np.int8)[array.offset :][: len(array)]
    parts, places = [], []
    for place, code in enumerate(array.type.type_codes):
        rows = np.flatnonzero(codes == code)
        own = np.frombuffer(rest[0], np.int32)[array.offset :][rows] if rest else rows
        values = array.field(place).take(longs(own.astype(np.int64)))
        parts.append(_with_all_fields(_spelled_out(_cells(values))))
        places.append(rows)
    return pa.concat_arrays(parts).take(longs(np.argsort(np.concatenate(places))))


def _spelled_out(cells: pa.StructArray | pa.DictionaryArray) -> pa.StructArray:
    repeated = isinstance(cells, pa.DictionaryArray)
    return cells.dictionary.take(cells.indices) if repeated else cells


def _with_all_fields(cells: pa.StructArray) -> pa.StructArray:
    """Cells with each of the fields that bare cells may have."""
    own = dict(zip(cells.type.names, cells.flatten(), strict=True))
    kinds = {"texts": pa.string(), "numbers": pa.float64(), "truths": pa.bool_()}
    fields = {name: own.get(name, pa.nulls(len(cells), kind)) for name, kind in kinds.items()}
    styles = own.get("styles", pa.repeat(literal(PLAIN), len(cells)))
    return make_cells(styles=styles, **fields)


def _as_texts(
    infinite: str, cells: pa.StructArray | pa.DictionaryArray
) -> pa.StructArray | pa.DictionaryArray:
    """The cells with a text for each number that is infinite."""
    if isinstance(cells, pa.DictionaryArray):
        return pa.DictionaryArray.from_arrays(cells.indices, _as_texts(infinite, cells.dictionary))
    if cells.type.get_field_index("numbers") < 0:
        return cells
    every = _with_all_fields(cells)
    styles, texts, numbers, is_true = every.flatten()
    values = float_values(numbers)
    found = np.isinf(values) & valid_rows(numbers)
    negative = f"-{infinite}" if infinite else ""
    said = strings([infinite, negative]).take(integers((values < 0).astype(np.int32)))
    return make_cells(
        styles=pc.if_else(truths(found), literal(KEPT_AS_TEXT), styles),
        texts=pc.if_else(truths(found), said, texts),
        numbers=floats(values, valid_rows(numbers) & ~found),
        truths=is_true,
    )


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
    values = _without_views(array.dictionary).take(integers(chosen, chosen < missing))
    return pa.DictionaryArray.from_arrays(integers(places[integer_values(indices)]), _cells(values))


def _without_views(texts: pa.Array) -> pa.Array:
    """The texts in a type that pyarrow takes rows of."""
    return texts.cast(pa.string()) if texts.type == pa.string_view() else texts


def _texts(array: pa.Array) -> pa.StructArray:
    return make_cells(texts=array.cast(pa.string()))


def _truths(array: pa.Array) -> pa.StructArray:
    return make_cells(truths=array)


def _floats(array: pa.Array) -> pa.StructArray:
    """Floats; those of fewer bits as their digits say, for 0.1 is no 0.10000000149011612."""
    if array.type != pa.float64():
        array = short_texts(array).cast(pa.float64())
    return make_cells(numbers=array)


def _integers(array: pa.Array) -> pa.StructArray:
    numbers = array.cast(pa.float64(), safe=False)
    long = np.abs(float_values(numbers)) >= _PLAIN_INTEGERS
    return _kept(numbers, long, array)


def _decimals(array: pa.Array) -> pa.StructArray:
    """Decimals by their texts, whose conversion to float64 is to the nearest one."""
    texts = array.cast(pa.string())
    digits = pc.replace_substring_regex(texts, "[-.]|E.*", "")
    digits = pc.utf8_length(pc.utf8_rtrim(pc.utf8_ltrim(digits, "0"), "0"))
    numbers = texts.cast(pa.float64())
    if array.type.scale > _WRITTEN:  # the zeros are the type's
        texts = pc.replace_substring_regex(texts, r"(\.[0-9]*[1-9])0+$|\.0+$", r"\1")
    return _kept(numbers, integer_values(digits) > SIGNIFICANT_DIGITS, texts)


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


def _is_text(kind: pa.DataType) -> bool:
    return kind in {pa.string(), pa.large_string(), pa.string_view(), pa.null()}


_KINDS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[pa.Array], pa.StructArray]], ...] = (
    (_is_text, _texts),
    (types.is_boolean, _truths),
    (types.is_integer, _integers),
    (types.is_floating, _floats),
    (types.is_decimal, _decimals),
    (is_serial, serial_cells),
)
