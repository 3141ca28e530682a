"""Rows of a sheet read from XML of the plain shape that spreadsheet programs write, quickly.

The XML is cut at its angle brackets, thousands of cells at once: tags are found, of which one may
follow another or not; then the rows and cells that they stand for; then what these hold, column by
column. What is not of that shape (runs of formatted text, shared formulas, comments, …) is left to
the reader of all XML in `sheet_stream`. No regard is had to how our own writer writes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.proof.xlsx.cells import Array, ColumnCells
from exporter.proof.xlsx.rows import SheetRows
from exporter.proof.xlsx.shared_strings import BLANKS, plain_texts

_ROW, _EMPTY_ROW, _END_ROW, _CELL, _EMPTY_CELL, _END_CELL = range(1, 7)
_VALUE, _END_VALUE, _FORMULA, _END_FORMULA = range(7, 11)
_INLINE, _END_INLINE, _TEXT, _KEPT_TEXT, _END_TEXT = range(11, 16)
_WORDS = {  # the two characters after the bracket
    "ro": _ROW, "/r": _END_ROW, "c ": _CELL, "/c": _END_CELL, "v>": _VALUE, "/v": _END_VALUE,
    "f>": _FORMULA, "/f": _END_FORMULA, "is": _INLINE, "/i": _END_INLINE, "t>": _TEXT,
    "t ": _KEPT_TEXT, "/t": _END_TEXT,
}  # fmt: skip
_WHOLE = {  # tags that have no more to say, to the last character
    _END_ROW: b"</row>", _END_CELL: b"</c>", _END_VALUE: b"</v>", _END_FORMULA: b"</f>",
    _INLINE: b"<is>", _END_INLINE: b"</is>", _KEPT_TEXT: b'<t xml:space="preserve">',
    _END_TEXT: b"</t>",
}  # fmt: skip
_NEXT_CELL, _NEXT_ROW = (_CELL, _EMPTY_CELL, _END_ROW), (_ROW, _EMPTY_ROW)
_FOLLOWS = {
    _ROW: _NEXT_CELL, _EMPTY_ROW: _NEXT_ROW, _END_ROW: _NEXT_ROW,
    _CELL: (_VALUE, _FORMULA, _INLINE, _END_CELL), _EMPTY_CELL: _NEXT_CELL, _END_CELL: _NEXT_CELL,
    _VALUE: (_END_VALUE,), _END_VALUE: (_END_CELL,),
    _FORMULA: (_END_FORMULA,), _END_FORMULA: (_VALUE, _END_CELL),
    _INLINE: (_TEXT, _KEPT_TEXT), _END_INLINE: (_END_CELL,),
    _TEXT: (_END_TEXT,), _KEPT_TEXT: (_END_TEXT,), _END_TEXT: (_END_INLINE,),
}  # fmt: skip
_KINDS = np.zeros(1 << 16, np.uint8)
for _word, _kind in _WORDS.items():
    _KINDS[ord(_word[0]) << 8 | ord(_word[1])] = _kind
_MAY_FOLLOW = np.zeros((16, 16), np.bool_)
for _before, _after in _FOLLOWS.items():
    _MAY_FOLLOW[_before, list(_after)] = True
_HAS_TEXT = np.isin(np.arange(16), (_VALUE, _FORMULA, _TEXT, _KEPT_TEXT))

# Characters that XML forbids, and the line end that it makes another.
_FORBIDDEN = bytes({*range(32)} - {9, 10})
_ROW_TAG = re.compile(r'<row r="([1-9][0-9]{0,6})"((?: [\w:.]+="[^"<&]*")*) ?/?>')
_ATTRIBUTE = re.compile(r'([\w:.]+)="([^"]*)"')
_CELL_TAG = re.compile(r'(?: s="([0-9]+)")?(?: t="(n|s|str|b|inlineStr)")? ?/?>')
# A height of any other spelling than `15` or `15.75` may be 0: `0`, `0e5`, `1e-999`.
_MAY_BE_HIDDEN = re.compile(r' hidden=| ht="(?![1-9][0-9]*(?:\.[0-9]*)?")')
_NUMBER, _SHARED, _STRING, _TRUTH, _INLINE_STRING = range(5)
_TYPES = {"": _NUMBER, "n": _NUMBER, "s": _SHARED, "str": _STRING, "b": _TRUTH,
          "inlineStr": _INLINE_STRING}  # fmt: skip


class NotPlainError(ValueError):
    """The XML is of another shape than the plain one; nothing is known of whether it is sound."""


def _require(plain: object) -> None:
    """Go on only if this holds.

    Raises:
        NotPlainError: It does not.
    """
    if not plain:
        raise NotPlainError


@dataclass(frozen=True, slots=True)
class PlainRows:
    """Rows as read.

    Attributes:
        blocks: The rows that have cells.
        hidden: The rows that do not show, from 0.
    """

    blocks: tuple[SheetRows, ...]
    hidden: frozenset[int]


def read_plain(xml: bytes, shared: pa.StringArray) -> PlainRows:
    """Read whole rows.

    Args:
        xml: From the first tag of a row to the last one of a row.
        shared: The workbook's shared strings.

    Raises:
        NotPlainError: Another reader must say what this is.
    """
    tags = _cut(xml)
    tags.require_grammar()
    rows, hidden = _find_rows(tags)
    cells = _find_cells(tags, rows)
    blocks = tuple(_Values(tags, cells, shared).blocks(rows))
    return PlainRows(blocks, hidden)


def is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or column does not show.

    Args:
        attributes: Those of its element.
        size: The name of the one that says how high or wide it is.
    """
    is_marked = attributes.get("hidden", "").strip() in {"1", "true"}
    return is_marked or float(attributes.get(size, 1)) == 0


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags of some XML: where they open and close, and what they are."""

    xml: bytes
    codes: Array
    opens: Array
    closes: Array
    kinds: Array

    def require_grammar(self) -> None:
        """Every tag is whole, may stand where it stands, and text is only where text may be."""
        kinds = self.kinds
        _require(_MAY_FOLLOW[kinds[:-1], kinds[1:]].all())
        _require(kinds[0] in _NEXT_ROW and kinds[-1] in {_END_ROW, _EMPTY_ROW})
        between = self.opens[1:] - self.closes[:-1] - 1
        _require(not between[~_HAS_TEXT[kinds[:-1]]].any())
        for kind, tag in _WHOLE.items():
            opens = self.opens[kinds == kind]
            _require((self.closes[kinds == kind] - opens + 1 == len(tag)).all())
            for at in range(2, len(tag)):
                _require((self.codes[opens + at] == tag[at]).all())
        plain = np.flatnonzero(kinds == _TEXT)
        ends = (self.codes[self.closes[plain] + 1], self.codes[self.opens[plain + 1] - 1])
        _require(not any(np.isin(end, list(BLANKS.encode())).any() for end in ends))

    def tokens(self) -> pa.StringArray:
        """Every tag and the text that follows it, in turn, without a copy."""
        edges = np.empty(2 * len(self.opens), np.int32)
        edges[0::2], edges[1::2] = self.opens, self.closes + 1
        return _cut_strings(edges, self.xml)


def _cut_strings(edges: Array, xml: bytes) -> pa.StringArray:
    """What stands between one edge and the next."""
    buffers = [None, pa.py_buffer(edges), pa.py_buffer(xml)]
    return pa.StringArray.from_buffers(len(edges) - 1, buffers[1], buffers[2])


def _cut(xml: bytes) -> _Tags:
    """Find the tags.

    Raises:
        NotPlainError: Not every angle bracket is one of a tag that is known.
    """
    _require(len(xml.translate(None, _FORBIDDEN)) == len(xml) and b"]]>" not in xml)
    codes = np.frombuffer(xml, np.uint8)
    opens, closes = np.flatnonzero(codes == ord("<")), np.flatnonzero(codes == ord(">"))
    _require(len(opens) == len(closes) and len(opens) and opens[0] == 0)
    _require(closes[-1] == len(xml) - 1)
    _require((opens + 2 <= closes).all() and (closes[:-1] < opens[1:]).all())
    words = codes[opens + 1].astype(np.uint16) << 8 | codes[opens + 2]
    kinds = _KINDS[words]
    empty = codes[closes - 1] == ord("/")
    kinds[empty & (kinds == _CELL)] = _EMPTY_CELL
    kinds[empty & (kinds == _ROW)] = _EMPTY_ROW
    return _Tags(xml, codes, opens, closes, kinds)


@dataclass(frozen=True, slots=True)
class _RowTags:
    """The rows in order: the tag of each, and its number from 0."""

    tags: Array
    numbers: Array


def _find_rows(tags: _Tags) -> tuple[_RowTags, frozenset[int]]:
    """The rows, and which of them do not show."""
    at = np.flatnonzero((tags.kinds == _ROW) | (tags.kinds == _EMPTY_ROW))
    numbers, hidden = [], set()
    for start, end in zip(tags.opens[at].tolist(), tags.closes[at].tolist(), strict=True):
        tag = _ROW_TAG.fullmatch(tags.xml[start : end + 1].decode())
        if tag is None:
            raise NotPlainError
        numbers.append(int(tag[1]) - 1)
        if _MAY_BE_HIDDEN.search(tag[2]) and is_hidden(dict(_ATTRIBUTE.findall(tag[2])), "ht"):
            hidden.add(int(tag[1]) - 1)
    _require((np.diff(numbers) > 0).all())
    return _RowTags(at, np.array(numbers)), frozenset(hidden)


@dataclass(frozen=True, slots=True)
class _CellTags:
    """The cells, each by its tag: row (of those read), column, style, type."""

    tags: Array
    rows: Array
    columns: Array
    styles: Array
    types: Array


def _find_cells(tags: _Tags, rows: _RowTags) -> _CellTags:
    """The cells of these rows."""
    at = np.flatnonzero((tags.kinds == _CELL) | (tags.kinds == _EMPTY_CELL))
    start = tags.opens[at] + len('<c r="')
    for offset, letter in enumerate(b'r="', 3):
        _require((tags.codes[tags.opens[at] + offset] == letter).all())
    quotes = np.flatnonzero(tags.codes == ord('"'))
    end = quotes[np.searchsorted(quotes, start)] if len(at) else start
    row = np.searchsorted(rows.tags, at, "right") - 1
    columns, digits = _columns(tags.codes, start)
    _require((_numbers(tags.codes, digits, end) == rows.numbers[row] + 1).all())
    edges = np.empty(2 * len(at), np.int32)
    edges[0::2], edges[1::2] = end + 1, tags.closes[at] + 1
    written = _cut_strings(edges, tags.xml)[::2] if len(at) else pa.array([], pa.string())
    styles, types = _styles_and_types(written)
    return _CellTags(at, row, columns, styles, types)


def _columns(codes: Array, start: Array) -> tuple[Array, Array]:
    """The columns of references that begin at `start`, and where their digits begin."""
    column, at, still = np.zeros(len(start), np.int64), start.copy(), np.ones(len(start), np.bool_)
    for _ in range(3):
        letter = codes[at]
        still &= (letter >= ord("A")) & (letter <= ord("Z"))
        column = np.where(still, column * 26 + letter - ord("A") + 1, column)
        at += still
    _require((column > 0).all())
    return column - 1, at


def _numbers(codes: Array, start: Array, end: Array) -> Array:
    """The whole numbers between `start` and `end`."""
    number, length = np.zeros(len(start), np.int64), end - start
    _require(((length > 0) & (length <= 7)).all())
    for offset in range(int(length.max(initial=0))):
        inside = offset < length
        digit = codes[start + np.where(inside, offset, 0)].astype(np.int64) - ord("0")
        _require(((digit >= 0) & (digit <= 9)).all())
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


class _Values:
    """What cells hold, column by column."""

    def __init__(self, tags: _Tags, cells: _CellTags, shared: pa.StringArray) -> None:
        self.tokens = tags.tokens()
        try:
            self.tokens.validate(full=True)  # a cut through UTF-8 must not pass for a text
        except pa.ArrowInvalid:
            raise NotPlainError from None
        self.cells = cells
        self.shared = shared
        self.formulas, self.values = self._places(tags)

    def _places(self, tags: _Tags) -> tuple[Array, Array]:
        """The tag before each cell's formula, and the one before what it holds; else -1."""
        at, last = self.cells.tags, len(tags.kinds) - 1
        # Of a cell without anything inside, the tag that follows is not its own.
        own = tags.kinds[at] == _CELL
        first = np.where(own, tags.kinds[np.minimum(at + 1, last)], 0)
        after = np.where(first == _FORMULA, tags.kinds[np.minimum(at + 3, last)], 0)
        values = np.select(
            [first == _VALUE, first == _INLINE, after == _VALUE], [at + 1, at + 2, at + 3], -1
        )
        inline = self.cells.types == _INLINE_STRING
        _require(((values < 0) | (inline == (first == _INLINE))).all())
        lengths = tags.opens[np.minimum(values + 1, last)] - tags.closes[values] - 1
        return np.where(first == _FORMULA, at + 1, -1), np.where(lengths > 0, values, -1)

    def blocks(self, rows: _RowTags) -> Iterator[SheetRows]:
        """Blocks of rows that follow one another without a gap."""
        if not len(self.cells.tags):
            return
        order = np.argsort(self.cells.columns, kind="stable")
        edges = np.flatnonzero(np.diff(self.cells.columns[order])) + 1
        columns = np.split(order, edges)
        breaks = np.flatnonzero(np.diff(rows.numbers) > 1) + 1
        for run in np.split(np.arange(len(rows.numbers)), breaks):
            block = {}
            for cells in columns:
                inside = cells[
                    slice(*np.searchsorted(self.cells.rows[cells], (run[0], run[-1] + 1)))
                ]
                if len(inside):
                    at = int(self.cells.columns[inside[0]])
                    block[at] = self._column(inside, self.cells.rows[inside] - run[0], len(run))
            yield SheetRows(int(rows.numbers[run[0]]), len(run), block)

    def _column(self, cells: Array, places: Array, rows: int) -> ColumnCells:
        """A column by its cells, and the rows in which these stand."""
        _require((np.diff(places) > 0).all())
        spread = np.full(rows, -1)
        spread[places] = cells
        there = spread >= 0
        styles = np.where(there, self.cells.styles[spread], 0)
        values = np.where(there, self.values[spread], -1)
        types = np.where(values >= 0, self.cells.types[spread], -1)
        formulas = np.where(there, self.formulas[spread], -1)
        texts = {kind: self._texts(np.where(types == kind, values, -1))
                 for kind in np.unique(types).tolist() if kind >= 0}  # fmt: skip
        return ColumnCells(
            styles,
            texts=self._all_texts(texts),
            numbers=_as_numbers(texts.get(_NUMBER)),
            truths=_as_truths(texts.get(_TRUTH)),
            formulas=self._formulas(formulas),
        )

    def _texts(self, tags: Array) -> pa.StringArray:
        """The text after each tag; null where the tag is -1."""
        return self.tokens.take(pa.array(2 * tags + 1, mask=tags < 0))

    def _all_texts(self, raw: dict[int, pa.StringArray]) -> pa.StringArray | None:
        texts = [read(raw[kind]) for kind, read in
                 ((_SHARED, self._shared), (_STRING, _read), (_INLINE_STRING, _read))
                 if kind in raw]  # fmt: skip
        if len(texts) < 2:
            return texts[0] if texts else None
        return pc.coalesce(*texts)

    def _shared(self, numbers: pa.StringArray) -> pa.StringArray:
        try:
            return self.shared.take(pc.cast(numbers, pa.int32()))
        except pa.ArrowInvalid:
            raise NotPlainError from None

    def _formulas(self, tags: Array) -> pa.StringArray | None:
        if (tags < 0).all():
            return None
        texts = _read(self._texts(tags))
        return pc.binary_join_element_wise("=", texts, "")


def _read(texts: pa.StringArray) -> pa.StringArray:
    try:
        return plain_texts(texts)
    except ValueError:
        raise NotPlainError from None


def _as_numbers(texts: pa.StringArray | None) -> pa.Array | None:
    try:
        return None if texts is None else pc.cast(texts, pa.float64())
    except pa.ArrowInvalid:
        raise NotPlainError from None


def _as_truths(texts: pa.StringArray | None) -> pa.Array | None:
    if texts is None:
        return None
    _require(pc.all(pc.is_in(texts.drop_null(), pa.array(["0", "1"]))).as_py() is not False)
    return pc.equal(texts, "1")
