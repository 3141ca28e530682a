"""How high a row must be for its wrapped texts.

Excel fits rows by itself only when a cell is edited; other readers trust the height in the file.
No fonts are measured: widths are estimates of characters in common sans-serif faces, a little wide,
since a line too many is blank and a line too few hides words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    Floats,
    Mask,
    has_byte,
    integer_values,
    integers,
    strings,
    text_bytes,
    text_lengths,
)
from exporter.limits import HIGHEST_ROW
from exporter.report.xlsx.columns import BOLD
from exporter.report.xlsx.model import Column, Style, Table

# Excel's unit of width is a digit: in Arial 0.56 of the font's size. An East Asian character fills
# the size; Latin text takes a bit less than a digit a letter, and loses some at the line ends.
_WIDE, _NARROW = 1.9, 0.92
# Of each byte of UTF-8 beyond the first: East Asian characters have three, wide emoji four. What
# else is not ASCII (accented letters, dashes) is taken for wider than it is.
_BYTE = (_WIDE - _NARROW) / 2
# In a narrow column long words with hyphens, such as ids in a formula, leave more of lines empty.
_NARROW_COLUMN, _LONG_WORD, _LOST = 20.0, 9, 3.0  # digits
# Of the size: lines of East Asian faces, and of those that have Latin letters alone.
_LEADING, _OF_LATIN = 1.45, 1.3
_LATIN_FONTS = frozenset({"Arial"})
_PADDING = 8.0  # above and below together: cells are centred
_LOWEST = 22.5
_WIDTHS_AT = 10.0  # the font size, in points, that column widths count in
_PIXEL = 0.75  # points; Excel's heights are whole pixels
_FEW_TEXTS = 4_000  # of neighbouring columns, looked at together


def row_heights(
    columns: Sequence[Column], rows: int, styles: Mapping[str, Style], font: str = ""
) -> Floats:
    """Heights in points of neighbouring rows of a table.

    Args:
        columns: The table's, with the cells of these rows.
        rows: How many they are.
        styles: The book's styles.
        font: The book's, of cells that have none of their own.
    """
    leading = _OF_LATIN if font in _LATIN_FONTS else _LEADING
    highest = np.full(rows, _LOWEST)
    written = [cells for cells in map(_WrittenCells.of, columns) if cells is not None]
    for cells, heights in zip(written, _heights(written, styles, leading), strict=True):
        one_each = cells.indices is None or len(heights) == 1
        of_rows = heights if one_each else heights[integer_values(cells.indices)]
        np.maximum(highest, of_rows, out=highest)
    lowered: Floats = np.minimum(highest, HIGHEST_ROW)
    return lowered


def height_attributes(heights: Floats) -> pa.DictionaryArray:
    """The attributes of rows that are so many points high."""
    pixels = integers(np.rint(heights / _PIXEL).astype(np.int32))
    return pa.DictionaryArray.from_arrays(pixels, _attributes())


def header_height(table: Table, style: Style) -> float:
    """Height of the table's header, in points."""
    headers = strings([column.header for column in table.columns])
    room = np.array([column.width for column in table.columns]) * _WIDTHS_AT / style.size
    lines = float(_lines(headers, room)[0].max())
    return line_height(style, lines if style.wrap else 1) + _PADDING


def text_height(text: str, width: float, style: Style) -> float:
    """Height of a text by itself, in points, in a column of so many of Excel's characters."""
    heavier = BOLD if style.bold else 1.0
    room = np.array([width / heavier * _WIDTHS_AT / style.size])
    return line_height(style, float(_lines(strings([text]), room)[0][0]) if style.wrap else 1)


def line_height(style: Style, lines: float = 1) -> float:
    """Height of that many lines, in points."""
    return max(_LOWEST, lines * style.size * _LEADING + _PADDING)


@cache
def _attributes() -> pa.Array:
    """An attribute for each height in pixels."""
    return strings(
        [f' ht="{pixels * _PIXEL:.16g}"' for pixels in range(round(HIGHEST_ROW / _PIXEL) + 1)]
    )


@dataclass(frozen=True, slots=True)
class _WrittenCells:
    """The cells of a column that has texts, as `Column.distinct` gives them."""

    column: Column
    texts: pa.Array
    indices: pa.Array | None

    @staticmethod
    def of(column: Column) -> "_WrittenCells | None":
        """None where the column has no texts."""
        cells, indices = column.distinct()
        return None if cells.texts is None else _WrittenCells(cells, cells.texts, indices)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the texts of a column are set: one value for all cells, or one each.

    Attributes:
        size: In points.
        wrap: Whether they are wrapped.
        room: What a line has room for, in digits.
    """

    size: Floats
    wrap: Mask
    room: Floats

    @staticmethod
    def of(column: Column, styles: Mapping[str, Style]) -> "_Setting":
        """That of the styles of a column."""
        names = column.styles
        if isinstance(names, str):
            looks, which = [styles[names]], np.zeros(1, np.int32)
        else:
            encoded = pc.dictionary_encode(names)
            looks = [styles[name] for name in encoded.dictionary.to_pylist()]
            which = integer_values(encoded.indices)
        if len({(look.size, look.wrap, look.indent) for look in looks}) == 1:
            looks, which = looks[:1], np.zeros(1, np.int32)
        size = np.array([look.size for look in looks])
        indent = np.array([look.indent for look in looks])
        room = np.maximum(column.width - 1.5 * indent, 1.0) * _WIDTHS_AT / size
        wrap = np.array([look.wrap for look in looks], np.bool_)
        return _Setting(size[which], wrap[which], room[which])


def _heights(
    written: Sequence[_WrittenCells], styles: Mapping[str, Style], leading: float
) -> Iterator[Floats]:
    """What the texts of each column need; one height for all where none of them wraps."""
    settings = [_Setting.of(cells.column, styles) for cells in written]
    wrapped = [(cells.texts, setting.room) for cells, setting in zip(written, settings, strict=True)
               if setting.wrap.any()]  # fmt: skip
    needed = _lines_of_columns(wrapped)
    for setting in settings:
        lines: Floats | float = 1.0
        taller: Floats | float = 1.0
        if setting.wrap.any():
            most, wide = next(needed)
            lines = np.where(setting.wrap, most, 1.0)
            taller = np.minimum(lines, wide)
        height = lines * leading + taller * (_LEADING - leading)
        yield height * setting.size + _PADDING


def _lines_of_columns(
    columns: Sequence[tuple[pa.Array, Floats]],
) -> Iterator[tuple[Floats, Floats]]:
    """`_lines` of the texts of each column, by their room.

    Short columns are gone through as one: a look at a column takes longer than at its few texts.
    """
    sizes = [len(texts) for texts, _ in columns]
    if len(columns) < 2 or not 0 < sum(sizes) <= _FEW_TEXTS:
        yield from (_lines(texts, room) for texts, room in columns)
        return
    room = [np.broadcast_to(room, size) for (_, room), size in zip(columns, sizes, strict=True)]
    lines, wide = _lines(pa.concat_arrays([texts for texts, _ in columns]), np.concatenate(room))
    ends = np.cumsum(sizes)[:-1]
    yield from zip(np.split(lines, ends), np.split(wide, ends), strict=True)


def _lines(texts: pa.Array, room: Floats) -> tuple[Floats, Floats]:
    """Lines that each text takes in a column with room for so many digits.

    And how many East Asian characters it has, at most: each may make a line taller.
    """
    length = text_lengths(texts)
    characters = integer_values(pc.fill_null(pc.utf8_length(texts), _zero()))
    width = characters * _NARROW + (length - characters) * _BYTE
    breaks = np.zeros(len(texts))
    if has_byte(text_bytes(texts), ord("\n")):
        # A text with its own line ends fills the lines before them in part only; the ends
        # themselves have no width.
        breaks = integer_values(pc.fill_null(pc.count_substring(texts, "\n"), _zero())).astype(
            np.float64
        )
    filled = width - breaks * _NARROW
    if room.min() < _NARROW_COLUMN:
        words = integer_values(pc.fill_null(pc.count_substring(texts, " "), _zero())) + 1
        hyphens = integer_values(pc.fill_null(pc.count_substring(texts, "-"), _zero()))
        loses = (hyphens > 0) & (characters > words * _LONG_WORD) & (filled > room)
        room = np.where(loses & (room < _NARROW_COLUMN), np.maximum(room - _LOST, 1.0), room)
    lines: Floats = np.maximum(np.ceil(filled / room) + breaks, 1.0)
    return lines, (length - characters) / 2


@cache
def _zero() -> pa.Scalar:
    return integers(np.zeros(1, np.int32))[0]
