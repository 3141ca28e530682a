"""The cells in a sheet's XML of the plain shape: where each stands, its style and its type."""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.plain_tags import (
    CELL,
    EMPTY_CELL,
    EMPTY_ROW,
    ROW,
    Array,
    NotPlainError,
    Tags,
    cut_strings,
    require,
)

_ROW_TAG = re.compile(r'<row r="([1-9][0-9]{0,6})"((?: [\w:.]+="[^"<&]*")*) ?/?>')
_ATTRIBUTE = re.compile(r'([\w:.]+)="([^"]*)"')
_CELL_TAG = re.compile(r'(?: s="([0-9]+)")?(?: t="(n|s|str|b|inlineStr)")? ?/?>')
_ROW_OF_NOTE = re.compile(r' hidden=| ht="[^1-9"]*"')
NUMBER, SHARED, STRING, TRUTH, INLINE_STRING = range(5)
_TYPES = {"": NUMBER, "n": NUMBER, "s": SHARED, "str": STRING, "b": TRUTH,
          "inlineStr": INLINE_STRING}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows in order: the tag of each, and its number from 0."""

    tags: Array
    numbers: Array


def find_rows(tags: Tags) -> tuple[Rows, dict[int, dict[str, str]]]:
    """The rows, and the attributes of those that may not show, by their number from 1."""
    at = np.flatnonzero((tags.kinds == ROW) | (tags.kinds == EMPTY_ROW))
    numbers, noted = [], {}
    for start, end in zip(tags.opens[at].tolist(), tags.closes[at].tolist(), strict=True):
        tag = _ROW_TAG.fullmatch(tags.xml[start : end + 1].decode())
        if tag is None:
            raise NotPlainError
        numbers.append(int(tag[1]) - 1)
        if _ROW_OF_NOTE.search(tag[2]):
            noted[int(tag[1])] = dict(_ATTRIBUTE.findall(tag[2]))
    found = np.array(numbers)
    require((np.diff(found) > 0).all())
    return Rows(at, found), noted


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells, each by its tag: row (of those read), column, style, type."""

    tags: Array
    rows: Array
    columns: Array
    styles: Array
    types: Array


def find_cells(tags: Tags, rows: Rows) -> Cells:
    """The cells of these rows."""
    at = np.flatnonzero((tags.kinds == CELL) | (tags.kinds == EMPTY_CELL))
    start = tags.opens[at] + len('<c r="')
    for offset, letter in enumerate(b'r="', 3):
        require((tags.codes[tags.opens[at] + offset] == letter).all())
    quotes = np.flatnonzero(tags.codes == ord('"'))
    end = quotes[np.searchsorted(quotes, start)] if len(at) else start
    row = np.searchsorted(rows.tags, at, "right") - 1
    columns, digits = _columns(tags.codes, start)
    require((_numbers(tags.codes, digits, end) == rows.numbers[row] + 1).all())
    edges = np.empty(2 * len(at), np.int32)
    edges[0::2], edges[1::2] = end + 1, tags.closes[at] + 1
    written = cut_strings(edges, tags.xml)[::2] if len(at) else pa.array([], pa.string())
    styles, types = _styles_and_types(written)
    return Cells(at, row, columns, styles, types)


def _columns(codes: Array, start: Array) -> tuple[Array, Array]:
    """The columns of references that begin at `start`, and where their digits begin."""
    column, at, still = np.zeros(len(start), np.int64), start.copy(), np.ones(len(start), np.bool_)
    for _ in range(3):
        letter = codes[at]
        still &= (letter >= ord("A")) & (letter <= ord("Z"))
        column = np.where(still, column * 26 + letter - ord("A") + 1, column)
        at += still
    require((column > 0).all())
    return column - 1, at


def _numbers(codes: Array, start: Array, end: Array) -> Array:
    """The whole numbers between `start` and `end`."""
    number, length = np.zeros(len(start), np.int64), end - start
    require(((length > 0) & (length <= 7)).all())
    for offset in range(int(length.max(initial=0))):
        inside = offset < length
        digit = codes[start + np.where(inside, offset, 0)].astype(np.int64) - ord("0")
        require(((digit >= 0) & (digit <= 9)).all())
        number = np.where(inside, number * 10 + digit, number)
    return number


def _styles_and_types(written: pa.StringArray) -> tuple[Array, Array]:
    """The style and the type that the attributes behind each reference say."""
    encoded = written.dictionary_encode()
    styles, types = [], []
    for attributes in encoded.dictionary.to_pylist():
        found = _CELL_TAG.fullmatch(attributes)
        if found is None:
            raise NotPlainError
        styles.append(int(found[1] or 0))
        types.append(_TYPES[found[2] or ""])
    at = encoded.indices.to_numpy()
    return np.array(styles, np.int64)[at], np.array(types, np.int64)[at]
