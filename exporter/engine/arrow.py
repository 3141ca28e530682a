"""Arrow arrays made from Python and numpy values, and looked at as numpy arrays; nothing is copied.

pyarrow imports pandas, a third of a second, with the first list, number or text that it is given as
such, be it a literal in a call of pyarrow.compute; and numpy's masked arrays, a twentieth of one,
with the first numpy array. What is made here goes around that.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Bytes = npt.NDArray[np.uint8]
Integers = npt.NDArray[np.int32]
LongIntegers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def strings(values: Iterable[str | None]) -> pa.Array:
    """A column of strings."""
    builder = pa.lib.StringBuilder()
    builder.append_values(values)
    return builder.finish()


@lru_cache(64)
def empty_table(schema: pa.Schema) -> pa.Table:
    """A table without rows; made once, since every column of distinct values takes its time."""
    return schema.empty_table()


@lru_cache(4096)
def literal(text: str | None) -> pa.Scalar:
    """A string for all rows, or null."""
    return strings([text])[0]


def integers(values: Integers, valid: Mask | None = None) -> pa.Array:
    """A column of integers, null where they are not valid."""
    return _array(pa.int32(), np.ascontiguousarray(values, np.int32), valid, len(values))


def longs(values: LongIntegers, valid: Mask | None = None) -> pa.Array:
    """A column of long integers, null where they are not valid."""
    return _array(pa.int64(), np.ascontiguousarray(values, np.int64), valid, len(values))


def floats(values: Floats, valid: Mask) -> pa.Array:
    """A column of floats, null where they are not valid."""
    return _array(pa.float64(), np.ascontiguousarray(values, np.float64), valid, len(values))


def truths(values: Mask) -> pa.Array:
    """A column of truth values."""
    return _array(pa.bool_(), _bits(values), None, len(values))


def integer_values(array: pa.Array) -> Integers:
    """The values of an int32 column; where it is null, any."""
    found: Integers = _view(array, np.int32)
    return found


def long_values(array: pa.Array) -> LongIntegers:
    """The values of an int64 column; where it is null, any."""
    found: LongIntegers = _view(array, np.int64)
    return found


def float_values(array: pa.Array) -> Floats:
    """The values of a float64 column; where it is null, any."""
    found: Floats = _view(array, np.float64)
    return found


def short_texts(array: pa.Array) -> pa.Array:
    """Floats of any width as shortly as they can be read back: 0.1, also of a float16."""
    if not pa.types.is_float16(array.type):
        return pc.cast(array, pa.string())
    return strings(
        [
            None if value is None else str(np.float16(value)).removesuffix(".0")
            for value in array.to_pylist()
        ]
    )


def valid_rows(array: pa.Array) -> Mask:
    """Which rows are not null."""
    if not array.null_count:
        return np.ones(len(array), np.bool_)
    return truth_values(pc.is_valid(array))


def truth_values(array: pa.Array) -> Mask:
    """The values of a column of truth values; where it is null, any."""
    if not len(array):
        return np.empty(0, np.bool_)
    bits = np.unpackbits(np.frombuffer(array.buffers()[1], np.uint8), bitorder="little")
    return bits[array.offset : array.offset + len(array)].astype(np.bool_)


def encoded(column: pa.ChunkedArray) -> tuple[pa.Array, LongIntegers]:
    """The distinct values of a column, null among them, and for every row the index of its own."""
    if column.null_count == len(column):
        return pa.nulls(1, column.type), np.zeros(len(column), np.int64)
    found = one_chunk(pc.dictionary_encode(column, null_encoding="encode"))
    return found.dictionary, integer_values(found.indices).astype(np.int64)


def encoded_rows(table: npt.NDArray[np.int64]) -> pa.DictionaryArray:
    """The rows of a table of long integers as bytes, each distinct one once."""
    rows, columns = table.shape
    content = pa.py_buffer(np.ascontiguousarray(table))
    kind = pa.binary(table.itemsize * columns)
    return pa.FixedSizeBinaryArray.from_buffers(kind, rows, [None, content]).dictionary_encode()


def one_chunk(array: pa.Array | pa.ChunkedArray) -> pa.Array:
    """A column as one array, whose bytes can be looked at; copied only if it has several chunks."""
    if isinstance(array, pa.Array):
        return array
    return array.chunk(0) if array.num_chunks == 1 else array.combine_chunks()


def decoded(array: pa.DictionaryArray) -> pa.Array:
    """A column without its dictionary; pyarrow takes no views out of one."""
    if array.type.value_type != pa.string_view():
        return array.dictionary_decode()
    return array.dictionary.cast(pa.string()).take(array.indices)


def text_lengths(texts: pa.Array) -> Integers:
    """Bytes of UTF-8 of each text; 0 for null."""
    return np.diff(text_offsets(texts))


def text_bytes(texts: pa.Array) -> Bytes:
    """The UTF-8 of all texts, one after another."""
    data, offsets = texts.buffers()[2], text_offsets(texts)
    if data is None or offsets[0] == offsets[-1]:
        return np.empty(0, np.uint8)
    return np.frombuffer(data, np.uint8)[offsets[0] : offsets[-1]]


def first_bytes(texts: pa.Array) -> Bytes:
    """The first byte of UTF-8 of each text; of one that is empty or null, 0 or that of another."""
    offsets, content = text_offsets(texts), text_bytes(texts)
    if not len(content):
        return np.zeros(len(texts), np.uint8)
    first: Bytes = content[np.minimum(offsets[:-1] - offsets[0], len(content) - 1)]
    return first


def texts_from(content: Bytes, ends: Integers) -> pa.Array:
    """A column of texts by their UTF-8: where the first begins, and where each one ends."""
    offsets = pa.py_buffer(np.ascontiguousarray(ends, np.int32))
    return pa.StringArray.from_buffers(len(ends) - 1, offsets, pa.py_buffer(content))


def text_offsets(texts: pa.Array) -> Integers:
    """Where each text begins in the buffer of its column, and where the last one ends."""
    if not len(texts):
        return np.zeros(1, np.int32)
    offsets = np.frombuffer(texts.buffers()[1], np.int32)
    return offsets[texts.offset : texts.offset + len(texts) + 1]


def has_byte(content: Bytes, byte: int) -> bool:
    """Whether a byte is there."""
    return bool((content == byte).any())


def holds_any(texts: pa.Array | pa.ChunkedArray, marks: bytes) -> bool:
    """Whether any of these ASCII characters is in any of the texts."""
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    contents = map(text_bytes, chunks)
    if len(marks) == 1:
        return any(has_byte(content, marks[0]) for content in contents)
    others = bytes(set(range(256)) - set(marks))
    return any(content.tobytes().translate(None, others) for content in contents)


def has_pair(content: Bytes, first: int, second: int) -> bool:
    """Whether a byte is followed by another one, or by one greater than that."""
    return bool(((content[:-1] == first) & (content[1:] >= second)).any())


def _view(array: pa.Array, kind: type) -> Any:
    if not len(array):
        return np.empty(0, kind)
    width = np.dtype(kind).itemsize * 8
    if array.type.bit_width != width:  # its bytes would be taken for other numbers
        raise TypeError(f"a column of {array.type} has no values of {width} bits")
    return np.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array)]


def _array(
    kind: pa.DataType, values: npt.NDArray[np.generic], valid: Mask | None, rows: int
) -> pa.Array:
    mask = None if valid is None else pa.py_buffer(_bits(valid))
    return pa.Array.from_buffers(kind, rows, [mask, pa.py_buffer(values)])


def _bits(values: Mask) -> Bytes:
    """One bit a value, the lowest first (Arrow's columnar format, validity bitmaps)."""
    return np.packbits(values, bitorder="little")
