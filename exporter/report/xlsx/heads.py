"""What stands above a sheet's table, where printed pages show it above column A alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import ceil

from exporter.report.xlsx.columns import text_width, title_width
from exporter.report.xlsx.model import Column, Sheet
from exporter.report.xlsx.styles import WRAPPED

BETWEEN_PARTS = " · "  # of what a note says, on one line
WIDEST_HEAD = 28  # characters; longer ones take several lines
_LEAST_LINE = 14  # characters of a line of a title or a note
_MOST_LINES = 2  # of a note with what it may do without


def with_room(columns: Mapping[str, Column], lines: Iterable[str]) -> dict[str, Column]:
    """Columns of which the first asks for what lines above it take, but those that are long."""
    first = next(iter(columns))
    widths = filter(lambda width: width <= WIDEST_HEAD, map(text_width, lines))
    return {**columns, first: holding(columns[first], max(widths, default=0.0))}


def in_lines(parts: Iterable[str], column: Column, more: str = "") -> str:
    """Short texts joined by points, as many on each line as a column holds.

    Args:
        parts: The texts.
        column: What they stand in.
        more: Stands behind them where all of it takes two lines at most.
    """
    lines = _lines(parts, column)
    longer = _lines((*lines, more), column)
    is_short = len(longer) <= _MOST_LINES and all(
        text_width(line) <= column.width for line in longer
    )
    return "\n".join(longer if is_short else lines)


def _lines(parts: Iterable[str], column: Column) -> list[str]:
    lines: list[str] = []
    for part in filter(None, parts):
        joined = f"{lines[-1]}{BETWEEN_PARTS}{part}" if lines else ""
        if lines and text_width(joined) <= column.width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def holding(column: Column, head: float) -> Column:
    """A column as wide as a title or a line of a note, unless that is long."""
    needed = head if head <= WIDEST_HEAD else 0.0
    return replace(column, width=max(column.width, ceil(needed * 10 - 1e-6) / 10))


def with_whole_head(sheet: Sheet) -> Sheet:
    """A sheet whose title, note and guide take several lines of A where further pages cut them.

    There the columns that name rows are printed again, and what runs over beside them is not. A
    column too narrow for lines of some words is left to that.
    """
    room = sum(column.width for column in sheet.tables[0].columns[: sheet.stub])
    if not (sheet.pages and sheet.pages.repeated) or room < _LEAST_LINE:
        return sheet
    return replace(
        sheet,
        title_style=_wrapped(sheet.title_style, is_long=title_width(sheet.title) > room),
        note_style=_wrapped(
            sheet.note_style, is_long=text_width(sheet.note) > room or "\n" in sheet.note
        ),
        guide_style=_wrapped(sheet.guide_style, is_long=text_width(sheet.guide) > room),
    )


def _wrapped(style: str, *, is_long: bool) -> str:
    return f"{WRAPPED}{style}" if is_long and not style.startswith(WRAPPED) else style
