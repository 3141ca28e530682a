"""The tags of plain XML of a sheet: where they open and close, and what they are."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.cells import Array
from exporter.proof.xlsx.shared_strings import BLANKS

ROW, EMPTY_ROW, _END_ROW, CELL, EMPTY_CELL, _END_CELL = range(1, 7)
VALUE, _END_VALUE, FORMULA, _END_FORMULA = range(7, 11)
INLINE, _END_INLINE, _TEXT, _KEPT_TEXT, _END_TEXT = range(11, 16)
_WORDS = {  # the two characters after the bracket
    "ro": ROW, "/r": _END_ROW, "c ": CELL, "/c": _END_CELL, "v>": VALUE, "/v": _END_VALUE,
    "f>": FORMULA, "/f": _END_FORMULA, "is": INLINE, "/i": _END_INLINE, "t>": _TEXT,
    "t ": _KEPT_TEXT, "/t": _END_TEXT,
}  # fmt: skip
_WHOLE = {  # tags that have no more to say, to the last character
    _END_ROW: b"</row>", _END_CELL: b"</c>", _END_VALUE: b"</v>", _END_FORMULA: b"</f>",
    INLINE: b"<is>", _END_INLINE: b"</is>", _KEPT_TEXT: b'<t xml:space="preserve">',
    _END_TEXT: b"</t>",
}  # fmt: skip
_NEXT_CELL, _NEXT_ROW = (CELL, EMPTY_CELL, _END_ROW), (ROW, EMPTY_ROW)
_FOLLOWS = {
    ROW: _NEXT_CELL, EMPTY_ROW: _NEXT_ROW, _END_ROW: _NEXT_ROW,
    CELL: (VALUE, FORMULA, INLINE, _END_CELL), EMPTY_CELL: _NEXT_CELL, _END_CELL: _NEXT_CELL,
    VALUE: (_END_VALUE,), _END_VALUE: (_END_CELL,),
    FORMULA: (_END_FORMULA,), _END_FORMULA: (VALUE, _END_CELL),
    INLINE: (_TEXT, _KEPT_TEXT), _END_INLINE: (_END_CELL,),
    _TEXT: (_END_TEXT,), _KEPT_TEXT: (_END_TEXT,), _END_TEXT: (_END_INLINE,),
}  # fmt: skip
_KINDS = np.zeros(1 << 16, np.uint8)
for _word, _kind in _WORDS.items():
    _KINDS[ord(_word[0]) << 8 | ord(_word[1])] = _kind
_MAY_FOLLOW = np.zeros((16, 16), np.bool_)
for _before, _after in _FOLLOWS.items():
    _MAY_FOLLOW[_before, list(_after)] = True
_HAS_TEXT = np.isin(np.arange(16), (VALUE, FORMULA, _TEXT, _KEPT_TEXT))

# Characters that XML forbids, and the line end that it makes another.
_FORBIDDEN = bytes({*range(32)} - {9, 10})


class NotPlainError(ValueError):
    """The XML is of another shape than the plain one; nothing is known of whether it is sound."""


def require(plain: object) -> None:
    """Go on only if this holds.

    Raises:
        NotPlainError: It does not.
    """
    if not plain:
        raise NotPlainError


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of some XML: where they open and close, and what they are."""

    xml: bytes
    codes: Array
    opens: Array
    closes: Array
    kinds: Array

    def require_grammar(self) -> None:
        """Every tag is whole, may stand where it stands, and text is only where text may be."""
        kinds = self.kinds
        require(_MAY_FOLLOW[kinds[:-1], kinds[1:]].all())
        require(kinds[0] in _NEXT_ROW and kinds[-1] in {_END_ROW, EMPTY_ROW})
        between = self.opens[1:] - self.closes[:-1] - 1
        require(not between[~_HAS_TEXT[kinds[:-1]]].any())
        for kind, tag in _WHOLE.items():
            opens = self.opens[kinds == kind]
            require((self.closes[kinds == kind] - opens + 1 == len(tag)).all())
            for at in range(2, len(tag)):
                require((self.codes[opens + at] == tag[at]).all())
        plain = np.flatnonzero(kinds == _TEXT)
        ends = (self.codes[self.closes[plain] + 1], self.codes[self.opens[plain + 1] - 1])
        require(not any(np.isin(end, list(BLANKS.encode())).any() for end in ends))

    def tokens(self) -> pa.StringArray:
        """Every tag and the text that follows it, in turn, without a copy."""
        edges = np.empty(2 * len(self.opens), np.int32)
        edges[0::2], edges[1::2] = self.opens, self.closes + 1
        return cut_strings(edges, self.xml)


def cut_strings(edges: Array, xml: bytes) -> pa.StringArray:
    """What stands between one edge and the next."""
    buffers = [None, pa.py_buffer(edges), pa.py_buffer(xml)]
    return pa.StringArray.from_buffers(len(edges) - 1, buffers[1], buffers[2])


def cut_tags(xml: bytes) -> Tags:
    """Find the tags.

    Raises:
        NotPlainError: Not every angle bracket is one of a tag that is known.
    """
    require(len(xml.translate(None, _FORBIDDEN)) == len(xml) and b"]]>" not in xml)
    codes = np.frombuffer(xml, np.uint8)
    opens, closes = np.flatnonzero(codes == ord("<")), np.flatnonzero(codes == ord(">"))
    require(len(opens) == len(closes) and len(opens) and opens[0] == 0)
    require(closes[-1] == len(xml) - 1)
    require((opens + 2 <= closes).all() and (closes[:-1] < opens[1:]).all())
    words = codes[opens + 1].astype(np.uint16) << 8 | codes[opens + 2]
    kinds = _KINDS[words]
    empty = codes[closes - 1] == ord("/")
    kinds[empty & (kinds == CELL)] = EMPTY_CELL
    kinds[empty & (kinds == ROW)] = EMPTY_ROW
    return Tags(xml, codes, opens, closes, kinds)
