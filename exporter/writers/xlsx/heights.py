"""How high a row must be for its wrapped texts.

Excel fits rows by itself only when a cell is edited; other readers trust the height in the file.
No fonts are measured: widths are estimates of characters in common sans-serif faces, a little wide,
since a line too many is blank and a line too few hides words.
"""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from exporter.report.model import Column, Style, Table

# Excel's unit of width is a digit: in Arial 0.56 of the font's size. An East Asian character fills
# the size; Latin text takes a bit less than a digit a letter, and loses some at the line ends.
_WIDE, _NARROW = 1.9, 0.92
_EAST_ASIAN = r"[\x{1100}-\x{115F}\x{2E80}-\x{A4CF}\x{AC00}-\x{D7A3}\x{F900}-\x{FAFF}\x{FE30}-\x{FE6F}\x{FF00}-\x{FF60}\x{FFE0}-\x{FFE6}\x{1F300}-\x{1FAFF}\x{20000}-\x{3FFFD}]"  # noqa: E501
_LEADING = 1.45  # of the size; East Asian faces stand taller than Latin ones
_PADDING = 5.0
_HIGHEST = 409.0
_LOWEST = 18.0
_WIDTHS_AT = 10.0  # the font size, in points, that column widths count in


def row_heights(table: Table, styles: Mapping[str, Style]) -> list[float]:
    """Heights of the table's rows, header excluded, in points."""
    highest = pa.array([_LOWEST] * table.rows, pa.float64())
    for column in table.columns:
        if column.texts is not None and table.rows:
            highest = pc.max_element_wise(highest, _heights(column, styles, table.rows))
    return pc.min_element_wise(highest, _HIGHEST).to_pylist()  # type: ignore[no-any-return]


def header_height(table: Table, style: Style) -> float:
    """Height of the table's header, in points."""
    headers = pa.array([column.header for column in table.columns])
    room = pa.array([column.width for column in table.columns], pa.float64())
    lines = pc.max(_lines(headers, pc.multiply(room, _WIDTHS_AT / style.size))).as_py()
    return line_height(style, lines if style.wrap else 1) + _PADDING


def line_height(style: Style, lines: float = 1) -> float:
    """Height of that many lines, in points."""
    return max(_LOWEST, lines * style.size * _LEADING + _PADDING)


def _heights(column: Column, styles: Mapping[str, Style], rows: int) -> pa.Array:
    names = list(styles)
    sizes = pa.array([style.size for style in styles.values()])
    wraps = pa.array([style.wrap for style in styles.values()])
    indents = pa.array([style.indent for style in styles.values()], pa.float64())
    if isinstance(column.styles, str):
        which = pa.array([names.index(column.styles)] * rows)
    else:
        which = pc.index_in(column.styles, value_set=pa.array(names))
    size = sizes.take(which)
    room = pc.subtract(column.width, pc.multiply(indents.take(which), 1.5))
    room = pc.divide(pc.multiply(pc.max_element_wise(room, 1.0), _WIDTHS_AT), size)
    lines = pc.if_else(wraps.take(which), _lines(column.texts, room), 1.0)
    return pc.add(pc.multiply(pc.multiply(lines, size), _LEADING), _PADDING)


def _lines(texts: pa.Array, room: pa.Array) -> pa.Array:
    """Lines that each text takes in a column with room for so many digits."""
    breaks = pc.count_substring(texts, "\n")
    wide = pc.count_substring_regex(texts, _EAST_ASIAN)
    narrow = pc.subtract(pc.subtract(pc.utf8_length(texts), wide), breaks)
    width = pc.add(pc.multiply(wide, _WIDE), pc.multiply(narrow, _NARROW))
    # A text with its own line ends fills the lines before them in part only.
    lines = pc.add(pc.ceil(pc.divide(pc.cast(width, pa.float64()), room)), breaks)
    return pc.max_element_wise(lines, 1.0)
