"""How a wide table is printed: on so many pages beside each other that all can be read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from exporter.limits import WIDEST_COLUMN
from exporter.report.xlsx.model import Column, PrintedPages

_ROOM = 1_015  # pixels of columns on A4 across at full size, less what printers take differently
_SMALLEST = 80  # per cent: 10 points are 8 then
_NARROWEST, _STEP = 24.0, 4.0  # of texts that wrap, in Excel's characters
_WISHED = 2  # pages beside each other


def printed(
    columns: Mapping[str, Column], wrapping: Collection[str]
) -> tuple[dict[str, Column], PrintedPages]:
    """A table's columns, and the pages that they are printed on.

    Of texts that wrap, columns are made narrower where the table has room on two pages then.

    Args:
        columns: By their keys, in order.
        wrapping: The keys of those that may be narrower; some may not be there.
    """
    for narrowed in _narrowed(columns, wrapping):
        pages = pages_of(list(narrowed.values()))
        if len(pages.breaks) < _WISHED:
            return narrowed, pages
    return dict(columns), pages_of(list(columns.values()))


def pages_of(columns: Sequence[Column]) -> PrintedPages:
    """The pages beside each other, as few and as large as can be; the first column is on each."""
    widths = [int(min(column.width, WIDEST_COLUMN) * 7 + 5) for column in columns]
    scale, breaks = 0, tuple[int, ...]()
    for count in range(len(columns)):
        chosen = combinations(range(2, len(columns)), count)
        scale, breaks = max(((_scale(widths, some), some) for some in chosen), default=(0, breaks))
        if scale >= _SMALLEST:
            break
    return PrintedPages(min(scale, 100), breaks, repeated=True)


def _scale(widths: Sequence[int], breaks: Sequence[int]) -> int:
    """By how much the widest page is to be scaled, in per cent."""
    parts = pairwise((0, *breaks, len(widths)))
    widest = max(sum(widths[start:end]) + (widths[0] if start else 0) for start, end in parts)
    return _ROOM * 100 // widest


def _narrowed(
    columns: Mapping[str, Column], wrapping: Collection[str]
) -> Iterator[dict[str, Column]]:
    """The columns, narrower and narrower."""
    most = max(column.width for key, column in columns.items() if key in wrapping)
    while True:
        yield {
            key: replace(column, width=min(column.width, most)) if key in wrapping else column
            for key, column in columns.items()
        }
        if most <= _NARROWEST:
            return
        most = max(most - _STEP, _NARROWEST)
