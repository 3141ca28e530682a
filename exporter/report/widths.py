"""How wide texts are in a cell, East Asian ones included."""

import unicodedata
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import map_distinct

_FILTER_BUTTON = 3.0  # characters that a table header's button covers
_PADDING = 1.6


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
    return max((sum(map(_character_width, line)) for line in text.split("\n")), default=0.0)


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
    column = shown if isinstance(shown, pa.ChunkedArray) else pa.chunked_array([shown])
    longest = pc.max(map_distinct(column, text_width, pa.float64())).as_py() or 0.0
    needed = max(text_width(header) + _FILTER_BUTTON, longest + _PADDING)
    return round(min(max(needed, least), most), 1)
