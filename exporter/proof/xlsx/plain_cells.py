"""The rows and cells of plain XML of a sheet, by their tags."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.cells import Array
from exporter.proof.xlsx.plain_tags import (
    CELL,
    EMPTY_CELL,
    EMPTY_ROW,
    ROW,
    NotPlainError,
    Tags,
    cut_strings,
    require,
)

_ROW_TAG = re.compile(r'<row r="([1-9][0-9]{0,6})"((?: [\w:.]+="[^"<&]*")*) ?/?>')
_ATTRIBUTE = re.compile(r'([\w:.]+)="([^"]*)"')
_CELL_TAG = re.compile(r'(?: s="([0-9]+)")?(?: t="(n|s|str|b|inlineStr)")? ?/?>')
# A height of any other spelling than `15` or `15.75` may be 0: `0`, `0e5`, `1e-999`.
_MAY_BE_HIDDEN = re.compile(r' hidden=| ht="(?![1-9][0-9]*(?:\.[0-9]*)?")')
NUMBER, SHARED, STRING, TRUTH, INLINE_STRING = range(5)
_TYPES = {"": NUMBER, "n": NUMBER, "s": SHARED, "str": STRING, "b": TRUTH,
          "inlineStr": INLINE_STRING}  # fmt: skip


def is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or column does not show.

    Args:
        attributes: Those of its element.
        size: The name of the one that says how high or wide it is.
    """
    is_marked = attributes.get("hidden", "").strip() in {"1", "true"}
    return is_marked or float(attributes.get(size, 1)) == 0


@dataclass(frozen=True, slots=True)
class RowTags:
    """The rows in order: the tag of each, and its number from 0."""

    tags: Array
    numbers: Array


def find_rows(tags: Tags) -> tuple[RowTags, frozenset[int]]:
    """The rows, and which of them do not show."""
    at = np.flatnonzero((tags.kinds == ROW) | (tags.kinds == EMPTY_ROW))
    numbers, hidden = [], set()
    for start, end in zip(tags.opens[at].tolist(), tags.closes[at].tolist(), strict=True):
        tag = _ROW_TAG.fullmatch(tags.xml[start : end + 1].decode())
        if tag is None:
            raise NotPlainError
        numbers.append(int(tag[1]) - 1)
        if _MAY_BE_HIDDEN.search(tag[2]) and is_hidden(dict(_ATTRIBUTE.findall(tag[2])), "ht"):
            hidden.add(int(tag[1]) - 1)
    require((np.diff(numbers) > 0).all())
    return RowTags(at, np.array(numbers)), frozenset(hidden)


@dataclass(frozen=True, slots=True)
class CellTags:
    """The cells, each by its tag: row (of those read), column, style, type."""

    tags: Array
    rows: Array
    columns: Array
    styles: Array
    types: Array


def find_cells(tags: Tags, rows: RowTags) -> CellTags:
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
    return CellTags(at, row, columns, styles, types)


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
        tag = _CELL_TAG.fullmatch(attributes)
        if tag is None:
            raise NotPlainError
        styles.append(int(tag[1] or 0))
        types.append(_TYPES[tag[2] or ""])
    at = encoded.indices.to_numpy()
    return np.array(styles, np.int64)[at], np.array(types, np.int64)[at]
