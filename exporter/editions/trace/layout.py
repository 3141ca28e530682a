"""A sheet of a model as analysts lay it out: titles, lines of heads, sections, rows of figures.

Years across or down, quarters under years, segments down: each row is told by what its cells hold,
and the heads of a number are then looked for to its left and above it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cached_property

from exporter.editions.trace.cells import Cell, Range
from exporter.editions.trace.head_cells import HeadCells, is_numeral
from exporter.limits import COLUMNS

_MOST_TITLES = 6


class Kind(Enum):
    """What a row is."""

    FIGURES = auto()
    HEADS = auto()  # of columns
    WORDS = auto()  # in the columns of labels: a section, a title, a note


class Layout(HeadCells):
    """What each row of a sheet is, and which heads are a number's."""

    def __init__(
        self, cells: Iterable[Cell], merged: Iterable[Range] = (), *, from_1904: bool = False
    ) -> None:
        """The cells of a sheet.

        Args:
            cells: Those that hold something.
            merged: Its merged ranges.
            from_1904: Whether days count from 1904.
        """
        super().__init__(cells, from_1904=from_1904)
        self._merged = tuple(merged)
        self._heads_of: dict[int, tuple[list[int], list[tuple[Cell, ...]]]] = {}

    @cached_property
    def kinds(self) -> Mapping[int, Kind]:
        """What each row that holds something is."""
        kinds = {row: Kind.FIGURES for row, cells in self.rows.items() if self._has_figures(cells)}
        first = self._first_columns(kinds)
        for row, cells in self.rows.items():
            if row in kinds:
                continue
            over = [cell for cell in cells if self.is_head(cell) and cell.column >= first[row]]
            is_over = len(over) > 1 or (over and not self._is_label(over[0]))
            kinds[row] = Kind.HEADS if is_over else Kind.WORDS
        return kinds

    def _is_label(self, cell: Cell) -> bool:
        """Whether a lone text stands in the first column that is filled."""
        return cell.column == self._first_column

    @cached_property
    def _first_column(self) -> int:
        return min((column for _, column in self.cells), default=0)

    def _has_figures(self, cells: list[Cell]) -> bool:
        return any(map(self._is_figure, cells))

    def _is_figure(self, cell: Cell) -> bool:
        is_filled = bool(cell.number or cell.formula) or is_numeral(cell.text)
        return is_filled and not self.is_head(cell)

    def _first_columns(self, kinds: Mapping[int, Kind]) -> Mapping[int, int]:
        """For each row the first column that has a figure in the next rows of figures below it."""
        first: dict[int, int] = {}
        below = COLUMNS
        for row in sorted(self.rows, reverse=True):
            if row in kinds:
                figures = [cell.column for cell in self.rows[row] if self._is_figure(cell)]
                is_next = row + 1 in kinds
                below = min([*figures, *([below] if is_next else [])])
            first[row] = below
        return first

    def heads_of_row(self, row: int, column: int) -> tuple[Cell, ...]:
        """The heads to the left of a cell: those before the first figure, or of its own table.

        A table that stands to the right of another has an empty column before its labels.
        """
        starts, heads = self._heads_by_column(row)
        return heads[bisect_left(starts, column)]

    def _heads_by_column(self, row: int) -> tuple[list[int], list[tuple[Cell, ...]]]:
        """The columns in which heads stand that count to their right, and the heads from there."""
        if row not in self._heads_of:
            starts: list[int] = []
            heads: list[tuple[Cell, ...]] = [()]
            has_figure = False
            for cell in self.rows[row]:
                if not self.is_head(cell):
                    has_figure = True
                elif not has_figure or (row, cell.column - 1) not in self.cells:
                    heads.append((cell,) if has_figure else (*heads[-1], cell))
                    starts.append(cell.column)
                    has_figure = False
            self._heads_of[row] = starts, heads
        return self._heads_of[row]

    def labels_above(self, row: int, column: int) -> tuple[str, ...]:
        """What stands in empty cells of labels, from the row above that fills them."""
        filled = {cell.column for cell in self.rows[row]}
        own = [cell.column for cell in self.heads_of_row(row, column)]
        said = []
        for at in range(min(own, default=0)):
            above = row - 1
            while at not in filled and self.kinds.get(above) is Kind.FIGURES:
                if (cell := self.cells.get((above, at))) is not None:
                    said += [self.text(cell)] if self.is_head(cell) else []
                    break
                above -= 1
        return tuple(said)

    def sections_of(self, row: int) -> tuple[str, ...]:
        """The sections that a row of figures stands in, the nearest first.

        A blank line below other rows of figures ends a section.
        """
        above, has_figures = row - 1, False
        while above >= 0:
            kind = self.kinds.get(above)
            if kind is Kind.WORDS:
                return tuple(self._section(above))
            if kind is Kind.HEADS:
                return ()
            if kind is None and has_figures:
                return ()
            has_figures |= kind is Kind.FIGURES
            above -= 1
        return ()

    def _section(self, row: int) -> Iterator[str]:
        while self.kinds.get(row) is Kind.WORDS:
            yield from (self.text(cell) for cell in self.rows[row] if self.is_head(cell))
            row -= 1

    def head_rows(self, row: int) -> tuple[int, ...]:
        """The lines of heads above a row of figures, from the top."""
        above = row - 1
        while above >= 0 and self.kinds.get(above) is not Kind.HEADS:
            above -= 1
        rows = []
        while self.kinds.get(above) is Kind.HEADS:
            rows.append(above)
            above -= 1
        return tuple(reversed(rows))

    def heads_of_column(self, rows: tuple[int, ...], column: int) -> tuple[str, ...]:
        """What lines of heads say of a column; a line above the last one spans blank cells."""
        found = (self._head_at(row, column, is_last=row == rows[-1]) for row in rows)
        return tuple(self.text(cell) for cell in found if cell is not None)

    def _head_at(self, row: int, column: int, *, is_last: bool) -> Cell | None:
        for one in self._merged:
            if one.row <= row <= one.last_row and one.column <= column <= one.last_column:
                cell = self.cells.get((one.row, one.column))
                return cell if cell is not None and self.is_head(cell) else None
        at = column
        while at >= 0:
            cell = self.cells.get((row, at))
            if cell is not None:
                is_label = at < column and self._is_label(cell)
                return cell if self.is_head(cell) and not is_label else None
            if is_last:
                return None
            at -= 1
        return None

    def titles_of(self, row: int, heads: tuple[int, ...]) -> tuple[str, ...]:
        """The words above a table, the nearest first, then those at the top of its sheet."""
        above = (heads[0] if heads else row) - 1
        said: list[str] = []
        for line in heads:  # what stands above the labels, beside the heads
            said += [self.text(cell) for cell in self.rows[line] if self._is_stub(cell)]
        while above >= 0 and self.kinds.get(above) is not Kind.FIGURES:
            if self.kinds.get(above) is Kind.WORDS:
                said += [self.text(cell) for cell in self.rows[above] if self.is_head(cell)]
            above -= 1
        for top in sorted(self.rows)[:3]:
            if top < above and self.kinds[top] is Kind.WORDS:
                said += [self.text(cell) for cell in self.rows[top] if self.is_head(cell)]
        return tuple(dict.fromkeys(said))[:_MOST_TITLES]

    def _is_stub(self, cell: Cell) -> bool:
        return self.is_head(cell) and self._is_label(cell)
