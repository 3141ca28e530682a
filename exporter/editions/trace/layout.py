"""A sheet of a model as analysts lay it out: titles, lines of heads, sections, rows of figures.

A head is whatever says what a number is: text, a year, a date. Years across or down, quarters under
years, segments down: each row is told by what its cells hold, and the heads of a number are then
looked for to its left and above it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from functools import cached_property

from exporter.editions.trace.cells import Cell, Range, place_of
from exporter.editions.trace.shown import day_of, is_date, shown_head, typed_number
from exporter.limits import COLUMNS

_YEARS = range(1990, 2101)
_STEP = re.compile(r"=\s*(\$?[A-Z]{1,3}\$?[0-9]+)\s*([+-])\s*([0-9]+)\s*")
_NUMERAL = re.compile(
    r"[(（]?\s*(?:[-–−+]\s?)?(?:[A-Z]{0,3}[$€£¥￥]\s?)?[0-9][0-9,]*(?:\.[0-9]+)?\s*%?\s*[)）]?[x×]?"
)
_YEAR_TEXT = re.compile(r"(?:19|20)[0-9]{2}")
_MOST_TITLES = 6
_STEPS = {3: "-Q", 6: "-H"}  # months between dates that end quarters, halves


class Kind(Enum):
    """What a row is."""

    FIGURES = auto()
    HEADS = auto()  # of columns
    WORDS = auto()  # in the columns of labels: a section, a title, a note


class Layout:
    """A sheet's cells by place, and what each row is."""

    def __init__(
        self, cells: Iterable[Cell], merged: Iterable[Range] = (), *, from_1904: bool = False
    ) -> None:
        """The cells of a sheet.

        Args:
            cells: Those that hold something.
            merged: Its merged ranges.
            from_1904: Whether days count from 1904.
        """
        self.cells: dict[tuple[int, int], Cell] = {(one.row, one.column): one for one in cells}
        self.merged = tuple(merged)
        self._from_1904 = from_1904
        self._rows: Mapping[int, list[Cell]] = defaultdict(list)
        for place in sorted(self.cells):
            self._rows[place[0]].append(self.cells[place])
        self._numbers = dict(self._calculated())

    def _calculated(self) -> Iterator[tuple[tuple[int, int], str]]:
        """The numbers of cells; of `=B4+1` too where the file has no results."""
        known: dict[tuple[int, int], str] = {}
        for place, cell in sorted(self.cells.items(), key=lambda item: (item[0][0], item[0][1])):
            number = cell.number
            if not number and (step := _STEP.fullmatch(cell.formula)):
                before = typed_number(known.get(place_of(step[1]), ""))
                if before is not None:
                    number = str(int(before.value) + int(step[2] + step[3]))
            if number:
                known[place] = number
        yield from known.items()

    def number(self, row: int, column: int) -> str:
        """The number of a cell; "" for none."""
        return self._numbers.get((row, column), "")

    def is_head(self, cell: Cell) -> bool:
        """Whether a cell says what others are: a text, a date, a year among years."""
        if not self.number(cell.row, cell.column):
            return bool(cell.text) and not is_numeral(cell.text)
        return is_date(cell.format) or (cell.row, cell.column) in self._years

    def text(self, cell: Cell) -> str:
        """What a head says."""
        number = self.number(cell.row, cell.column)
        if not number:
            return " ".join(cell.text.split())
        if is_date(cell.format) and (period := self._stepped(cell)):
            return period
        return shown_head(number, cell.format, from_1904=self._from_1904)

    def _stepped(self, cell: Cell) -> str:
        """The quarter, half or year that a date ends, where its neighbours are so far from it."""
        day = self._day(cell.row, cell.column)
        near = (
            self._day(cell.row + down, cell.column + right)
            for down, right in ((0, -1), (0, 1), (-1, 0), (1, 0))
        )
        steps = {
            abs((day.year - other.year) * 12 + day.month - other.month)
            for other in near
            if day and other
        }
        if day is None or len(steps) != 1 or (step := steps.pop()) not in _STEPS:
            return ""
        return "" if day.month % step else f"{day.year}{_STEPS[step]}{day.month // step}"[:7]

    def _day(self, row: int, column: int) -> date | None:
        cell = self.cells.get((row, column))
        if cell is None or not is_date(cell.format):
            return None
        return day_of(self.number(row, column), from_1904=self._from_1904)

    @cached_property
    def _years(self) -> set[tuple[int, int]]:
        """The cells with years among years: all numbers of their row, or of their column."""
        like = {place for place in self._numbers if self._is_like_a_year(place)}
        found: set[tuple[int, int]] = set()
        for row, cells in self._rows.items():
            numbers = [(row, cell.column) for cell in cells if (row, cell.column) in self._numbers]
            plain = [place for place in numbers if not is_date(self.cells[place].format)]
            if plain and all(place in like for place in plain):
                is_alone = len(plain) == 1 and (labelled := self._label(row, plain[0][1]))
                if not is_alone or _SAYS_YEAR.search(labelled or "") or self._is_top(plain[0]):
                    found.update(plain)
        for row, column in like - found:
            near = {(row - 1, column), (row + 1, column)} & like
            to_left = any(cell.column < column for cell in self._rows[row] if self._is_plain(cell))
            if not to_left and any(abs(self._year(place) - self._year((row, column))) == 1
                                   for place in near):  # fmt: skip
                found.add((row, column))
        return found

    def _is_top(self, place: tuple[int, int]) -> bool:
        """Whether a lone year begins a column of figures: nothing above it, figures below."""
        row, column = place
        below = self._numbers.get((row + 1, column)) and not self._is_like_a_year((row + 1, column))
        return bool(below) and (row - 1, column) not in self.cells

    def _is_plain(self, cell: Cell) -> bool:
        return (cell.row, cell.column) in self._numbers and not is_date(cell.format)

    def _is_like_a_year(self, place: tuple[int, int]) -> bool:
        number, cell = typed_number(self._numbers[place]), self.cells[place]
        if number is None or number.decimals or number.value not in _YEARS:
            return False
        return not re.search(r"[,.%]", re.sub(r'"[^"]*"', "", cell.format))

    def _year(self, place: tuple[int, int]) -> int:
        return int(float(self._numbers[place]))

    def _label(self, row: int, column: int) -> str:
        return " ".join(cell.text for cell in self._rows[row] if cell.column < column and cell.text)

    @cached_property
    def kinds(self) -> Mapping[int, Kind]:
        """What each row that holds something is."""
        kinds = {row: Kind.FIGURES for row, cells in self._rows.items() if self._has_figures(cells)}
        first = self._first_columns(kinds)
        for row, cells in self._rows.items():
            if row in kinds:
                continue
            over = [cell for cell in cells if self.is_head(cell) and cell.column >= first[row]]
            is_over = len(over) > 1 or (over and not self._is_label(over[0]))
            kinds[row] = Kind.HEADS if is_over else Kind.WORDS
        return kinds

    def _is_label(self, cell: Cell) -> bool:
        """Whether a lone text stands in the first column that is filled."""
        return cell.column == min(one.column for one in self._rows[cell.row]) and (
            cell.column == min(column for _, column in self.cells)
        )

    def _has_figures(self, cells: list[Cell]) -> bool:
        return any(
            not self.is_head(cell) and (cell.number or cell.formula or is_numeral(cell.text))
            for cell in cells
        )

    def _first_columns(self, kinds: Mapping[int, Kind]) -> Mapping[int, int]:
        """For each row the first column that has a figure in the next rows of figures below it."""
        first: dict[int, int] = {}
        below = COLUMNS
        for row in sorted(self._rows, reverse=True):
            if row in kinds:
                figures = [
                    cell.column for cell in self._rows[row]
                    if not self.is_head(cell) and (cell.number or cell.formula or is_numeral(cell.text))
                ]  # fmt: skip
                is_next = row + 1 in kinds
                below = min([*figures, *([below] if is_next else [])])
            first[row] = below
        return first

    def heads_of_row(self, row: int, column: int) -> tuple[Cell, ...]:
        """The heads to the left of a cell: those before the first figure, or of its own table.

        A table that stands to the right of another has an empty column before its labels.
        """
        heads: list[Cell] = []
        has_figure = False
        for cell in self._rows[row]:
            if cell.column >= column:
                break
            if not self.is_head(cell):
                has_figure = True
            elif not has_figure:
                heads.append(cell)
            elif (row, cell.column - 1) not in self.cells:
                heads, has_figure = [cell], False
        return tuple(heads)

    def labels_above(self, row: int, column: int) -> tuple[str, ...]:
        """What stands in empty cells of labels, from the row above that fills them."""
        filled = {cell.column for cell in self._rows[row]}
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
            yield from (self.text(cell) for cell in self._rows[row] if self.is_head(cell))
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
        for one in self.merged:
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
            said += [self.text(cell) for cell in self._rows[line] if self._is_stub(cell)]
        while above >= 0 and self.kinds.get(above) is not Kind.FIGURES:
            if self.kinds.get(above) is Kind.WORDS:
                said += [self.text(cell) for cell in self._rows[above] if self.is_head(cell)]
            above -= 1
        for top in sorted(self._rows)[:3]:
            if top < above and self.kinds[top] is Kind.WORDS:
                said += [self.text(cell) for cell in self._rows[top] if self.is_head(cell)]
        return tuple(dict.fromkeys(said))[:_MOST_TITLES]

    def _is_stub(self, cell: Cell) -> bool:
        return self.is_head(cell) and self._is_label(cell)


_SAYS_YEAR = re.compile(r"year|fy|年|period|期", re.IGNORECASE)


def is_numeral(text: str) -> bool:
    """Whether a text is a number that is kept as a text, and no year: (1,234), 12.5%."""
    return bool(_NUMERAL.fullmatch(text.strip())) and not _YEAR_TEXT.fullmatch(text.strip())
