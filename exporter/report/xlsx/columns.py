"""Columns of texts, which most columns of a workbook are."""

import pyarrow as pa
import pyarrow.compute as pc

from exporter.report.xlsx.tables import Column
from exporter.report.xlsx.widths import column_width


def text_column(
    header: str,
    texts: pa.ChunkedArray | pa.Array | list[str | None],
    style: str | pa.ChunkedArray,
    least: float,
    most: float,
    choices: str = "",
) -> Column:
    """A column of texts as wide as they need, between `least` and `most` Excel characters.

    Args:
        header: Its header.
        texts: One a row; empty ones become blank cells.
        style: A style name, or one a row.
        least: Narrowest.
        most: Widest; longer texts wrap.
        choices: The formula of a drop-down list, or "".
    """
    array = pa.array(texts, pa.string()) if isinstance(texts, list) else texts
    filled = pc.if_else(pc.equal(array, ""), None, array)
    width = column_width(header, filled, least, most)
    return Column(header, width, style, texts=filled, choices=choices)
