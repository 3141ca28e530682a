"""The columns over the cells of a row: their heads, their periods, and why they are in doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.tables.cells import period_of_cell
from exporter.drafting.tables.columns import Column, columns_of, columns_of_wider
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.own_years import with_own_years
from exporter.drafting.tables.periods_said import says_period
from exporter.drafting.tables.rows import Row
from exporter.drafting.tables.unsure_dates import doubt_of_dates, doubt_of_same, doubts_of_unlike
from exporter.evidence.reading.unit_lines import is_unit
from exporter.facts.folding import fold, lower


class RowColumns(NamedTuple):
    """The columns over a row.

    Attributes:
        columns: As the heads were read; fewer than cells where these are not understood.
        periods: For each cell its period.
        wrong: Why the heads are not understood; "" where they are.
        doubts: Why a person should look at all cells.
        doubts_at: For each cell why a person should look at it alone.
    """

    columns: Sequence[Column]
    periods: Sequence[str]
    wrong: str
    doubts: Sequence[str]
    doubts_at: Sequence[Sequence[str]]

    def column(self, at: int) -> Column | None:
        """The column of a cell; None where nobody knows it."""
        return self.columns[at] if at < len(self.columns) else None


def columns_over(
    row: Row, rows: Sequence[Row], calendar: Calendar, *, keeps_gaps: bool
) -> RowColumns:
    """The columns over a row.

    Args:
        row: The row.
        rows: Those of its table.
        calendar: By what periods are counted.
        keeps_gaps: Whether empty cells keep their place in the text.
    """
    heads = _heads_over(row)
    width = _width(row, rows)
    columns, wrong = (
        columns_of(heads, width)
        if keeps_gaps
        else columns_of_wider(heads, width, len(row.line.cells))
    )
    columns = with_own_years(columns)
    cells = range(len(row.line.cells))
    told = [period_of_cell(columns, at, row, rows, calendar) for at in cells]
    periods = [period for period, _ in told]
    is_whole = sum(any(map(says_period, line)) for line in heads) == 1
    unlike = [] if is_whole else doubts_of_unlike(columns, calendar)
    labels = [calendar.labels.doubt_of(column.text) for column in columns]
    return RowColumns(
        columns,
        periods,
        wrong,
        (wrong, doubt_of_dates(columns, row.heads.columns), doubt_of_same(columns, periods)),
        [(*unlike[at : at + 1], told[at][1], *labels[at : at + 1]) for at in cells],
    )


def _width(row: Row, rows: Sequence[Row]) -> int:
    """How many cells a row has, with those at its end that are empty, where none else is lost."""
    alike = [other.line for other in rows if "\t" in other.line.text]
    return max(len(line.cells) for line in (row.line, *(alike if "\t" in row.line.text else ())))


def _heads_over(row: Row) -> list[list[str]]:
    """The heads of columns over a row, in small letters, folded; without those of units alone."""
    heads = [[lower(fold(text)) for text in line.texts] for line in row.heads.columns]
    others = [cells for cells in heads if not all(map(is_unit, cells))]
    others = [[*cells, "%"] if _lacks_change(cells, heads) else cells for cells in others]
    is_whole = any(len(cells) >= len(row.line.cells) for cells in others)
    return others if is_whole else heads


def _lacks_change(cells: Sequence[str], heads: Sequence[Sequence[str]]) -> bool:
    """Whether periods have one head fewer than the units, of which the last is %: of changes."""
    units = [line for line in heads if all(map(is_unit, line)) and line[-1] in {"%", "(%)"}]
    return all(map(says_period, cells)) and any(
        len(line) == len(cells) + 1 and "%" not in line[0] for line in units
    )
