"""Rows of a sheet read from XML of the plain shape that spreadsheet programs write, quickly.

The XML is cut at its angle brackets, thousands of cells at once: tags are found, of which one may
follow another or not; then the rows and cells that they stand for; then what these hold, column by
column. What is not of that shape (runs of formatted text, shared formulas, comments, …) is left to
the reader of all XML in `sheet_stream`. No regard is had to how our own writer writes.
"""

from dataclasses import dataclass

import pyarrow as pa

from exporter.proof.xlsx.plain_cells import find_cells, find_rows
from exporter.proof.xlsx.plain_tags import cut_tags
from exporter.proof.xlsx.plain_values import Values
from exporter.proof.xlsx.rows import SheetRows


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
    tags = cut_tags(xml)
    tags.require_grammar()
    rows, hidden = find_rows(tags)
    cells = find_cells(tags, rows)
    blocks = tuple(Values(tags, cells, shared).blocks(rows))
    return PlainRows(blocks, hidden)
