"""Columns as wide as their texts need, East Asian ones included."""

import unicodedata
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any
from exporter.report.xlsx.model import Column, make_cells

_FILTER_BUTTON = 3.0  # characters that a table header's button covers
_PADDING = 1.6
BOLD = 1.08  # as wide as regular digits
# In digits, the wider of Arial and Noto Sans CJK; any other letter has 1.08, a capital 1.25.
_LETTERS = {
    **dict.fromkeys("0123456789_", 1.0), **dict.fromkeys("ijl", 0.55), **dict.fromkeys("ft-", 0.7),
    "r": 0.73, "m": 1.7, "w": 1.5, "M": 1.6, "W": 1.75,
}  # fmt: skip
_TITLE = 1.6  # times as large as the cells of a table
_AT_ONCE = 256  # texts measured before the widest of them is looked at


def text_column(
    header: str,
    texts: pa.ChunkedArray | pa.Array | list[str | None],
    style: str,
    least: float,
    most: float,
) -> Column:
    """A column of texts as wide as they need, between `least` and `most` Excel characters.

    Args:
        header: Its header.
        texts: One a row; empty ones become blank cells.
        style: A style name.
        least: Narrowest.
        most: Widest; longer texts wrap.
    """
    array = pa.array(texts, pa.string()) if isinstance(texts, list) else texts
    filled = pc.if_else(pc.equal(array, ""), None, array)
    width = column_width(header, filled, least, most)
    return Column(header, width, style, make_cells(texts=filled))


@cache
def _character_width(character: str) -> float:
    """In Excel's characters (digits of the default font).

    Source: Unicode Standard Annex 11: wide and full-width characters take two columns; in the fonts
    of a workbook a wide one is about 1.8 digits.
    """
    if unicodedata.combining(character):
        return 0.0
    return 1.8 if unicodedata.east_asian_width(character) in "WF" else 1.0


def text_width(text: str) -> float:
    """The width of the widest line of a text, in Excel's characters."""
    if text.isascii():
        return float(max(map(len, text.split("\n"))))
    return max((sum(map(_character_width, line)) for line in text.split("\n")), default=0.0)


def ids_width(ids: pa.Array | pa.ChunkedArray, enough: float) -> float:
    """The width of the widest id, by its letters where ids are few, since many letters are thin.

    Args:
        ids: Lower-case letters, digits and hyphens, for the most part.
        enough: As `widest` has it.
    """
    distinct = pc.unique(ids).drop_null()
    if len(distinct) > _AT_ONCE or not pc.all(pc.string_is_ascii(distinct)).as_py():
        return widest(ids, enough)
    return max((sum(map(_letter_width, id_)) for id_ in distinct.to_pylist()), default=0.0)


def _letter_width(letter: str) -> float:
    return _LETTERS.get(letter, 1.25 if letter.isupper() else 1.08)


def title_width(title: str) -> float:
    """The width that a sheet's title takes, in its size and weight."""
    return text_width(title) * BOLD * _TITLE


def column_width(
    header: str, shown: pa.Array | pa.ChunkedArray, least: float, most: float
) -> float:
    """A width between `least` and `most` that shows the header, and all cells if it can.

    Args:
        header: The table header.
        shown: The texts of the cells, as shown; nulls for blanks.
        least: Narrowest, in Excel's characters.
        most: Widest; longer texts wrap.
    """
    return fitting_width(header, widest(shown, most), least, most)


def fitting_width(header: str, longest: float, least: float, most: float) -> float:
    """A width between `least` and `most` for a header and for cells whose widest is `longest`."""
    needed = max(text_width(header) + _FILTER_BUTTON, longest + _PADDING)
    return round(min(max(needed, least), most), 1)


def widest(texts: pa.Array | pa.ChunkedArray, enough: float, known: float = 0.0) -> float:
    """The width of the widest text; no more is looked for than `enough`, past which texts wrap.

    Args:
        texts: Strings or nulls.
        enough: A width from which on it makes no difference.
        known: That of texts looked at before, with which the result begins.
    """
    if known >= enough or not len(texts):
        return known
    if len(texts) <= _AT_ONCE:
        return max(known, _widest_of(texts))
    if pc.all(pc.string_is_ascii(texts)).as_py() and not holds_any(texts, b"\n"):
        return max(known, float(pc.max(pc.utf8_length(texts)).as_py() or 0))
    # Of many texts the longest is likely to need all there is: then it alone is measured.
    known = max(known, text_width(_longest(texts)))
    if known >= enough:
        return known
    distinct = pc.unique(texts)
    for start in range(0, len(distinct), _AT_ONCE):
        known = max(known, _widest_of(distinct.slice(start, _AT_ONCE)))
        if known >= enough:
            break
    return known


def _widest_of(texts: pa.Array | pa.ChunkedArray) -> float:
    """The width of the widest of a few texts."""
    return max((text_width(text) for text in set(texts.to_pylist()) if text), default=0.0)


def _longest(texts: pa.Array | pa.ChunkedArray) -> str:
    """The text of the most bytes."""
    lengths = pc.binary_length(texts)
    most = pc.max(lengths)
    return texts[pc.index(lengths, most).as_py()].as_py() or "" if most.is_valid else ""
