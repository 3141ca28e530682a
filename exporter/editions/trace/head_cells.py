"""Which cells of a sheet say what others are: texts, dates, years among years.

A number is a year where all numbers of its row are like years, or where it stands among years in a
column of labels. Dates that are a quarter apart say quarters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from exporter.editions.trace.cells import Cell, place_of
from exporter.editions.trace.shown import day_of, is_date, shown_head, typed_number

_YEARS = range(1990, 2101)
_STEP = re.compile(r"=\s*(\$?[A-Z]{1,3}\$?[0-9]+)\s*([+-])\s*([0-9]+)\s*")
_NUMERAL = re.compile(
    r"[(（]?\s*(?:[-–−+]\s?)?(?:[A-Z]{0,3}[$€£¥￥]\s?)?[0-9][0-9,]*(?:\.[0-9]+)?\s*%?\s*[)）]?[x×]?"
)
_YEAR_TEXT = re.compile(r"(?:19|20)[0-9]{2}")
_STEPS = {3: "-Q", 6: "-H"}  # months between dates that end quarters, halves


class HeadCells:
    """A sheet's cells, and which of them are heads.

    Attributes:
        cells: By row and column, from 0.
        rows: The cells of each row, from the left.
    """

    def __init__(self, cells: Iterable[Cell], *, from_1904: bool = False) -> None:
        """The cells of a sheet.

        Args:
            cells: Those that hold something.
            from_1904: Whether days count from 1904.
        """
        self.cells: dict[tuple[int, int], Cell] = {(one.row, one.column): one for one in cells}
        self._from_1904 = from_1904
        self.rows: Mapping[int, list[Cell]] = defaultdict(list)
        for place in sorted(self.cells):
            self.rows[place[0]].append(self.cells[place])
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
        return (cell.row, cell.column) in self._heads

    @cached_property
    def _heads(self) -> set[tuple[int, int]]:
        return {
            place
            for place, cell in self.cells.items()
            if (is_date(cell.format) or place in self._years
                if place in self._numbers
                else cell.text and not is_numeral(cell.text))
        }  # fmt: skip

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
        for row, cells in self.rows.items():
            numbers = [(row, cell.column) for cell in cells if (row, cell.column) in self._numbers]
            plain = [place for place in numbers if not is_date(self.cells[place].format)]
            if plain and all(place in like for place in plain):
                is_alone = len(plain) == 1 and (labelled := self._label(row, plain[0][1]))
                if not is_alone or _SAYS_YEAR.search(labelled or "") or self._is_top(plain[0]):
                    found.update(plain)
        for row, column in like - found:
            near = {(row - 1, column), (row + 1, column)} & like
            to_left = any(cell.column < column for cell in self.rows[row] if self._is_plain(cell))
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
        return " ".join(cell.text for cell in self.rows[row] if cell.column < column and cell.text)


_SAYS_YEAR = re.compile(r"year|fy|年|period|期", re.IGNORECASE)


def is_numeral(text: str) -> bool:
    """Whether a text is a number that is kept as a text, and no year: (1,234), 12.5%."""
    return bool(_NUMERAL.fullmatch(text.strip())) and not _YEAR_TEXT.fullmatch(text.strip())
