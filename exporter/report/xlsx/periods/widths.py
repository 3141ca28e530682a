"""How wide the columns of the sheet Periods are: those above one another alike."""

from collections.abc import Sequence
from dataclasses import replace

from exporter.report.xlsx.columns import BOLD, text_width
from exporter.report.xlsx.model import Table

ROOM = 3.0  # characters around the figures
_ORPHAN = 3.9  # characters that a header lacks where its last one would stand alone


def even_columns(
    tables: Sequence[Table], stub: int, narrowest: float, *, whole: bool
) -> tuple[Table, ...]:
    """The tables with columns as wide as those that stand above and below them.

    Args:
        tables: The tables.
        stub: How many of their columns name rows.
        narrowest: How wide columns of figures are at least.
        whole: Whether Chinese headers, which have no spaces to break at, stand on one line.
    """
    widths: dict[int, float] = {}
    for table in tables:
        for at, column in enumerate(table.columns):
            least = narrowest if at >= stub else 0.0
            if whole and not column.header.isascii():
                least = max(least, text_width(column.header) * BOLD + ROOM)
            widths[at] = max(column.width, least, widths.get(at, 0.0))
    for table in tables:
        for at, column in enumerate(table.columns[stub:], stub):
            widths[at] = _without_orphan(column.header, widths[at])
    return tuple(
        replace(
            table,
            columns=tuple(
                replace(column, width=round(widths[at], 1))
                for at, column in enumerate(table.columns)
            ),
        )
        for table in tables
    )


def _without_orphan(header: str, width: float) -> float:
    """A width at which no last character of a Chinese header stands alone on a line."""
    needed = text_width(header) + ROOM
    return needed if not header.isascii() and 0 < needed - width <= _ORPHAN else width
