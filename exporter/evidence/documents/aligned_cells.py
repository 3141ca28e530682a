"""Cells of lines that blanks set into columns, and the columns that the rows of a table have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

_BLANKS = " \xa0\u2000-\u200a\u3000"
# Two blanks part cells, and dots that lead from a name to its figures.
_CELL = re.compile(rf"[^{_BLANKS}]+(?:(?<!\.\.)[{_BLANKS}][^{_BLANKS}]+)*")
_SIGN = re.compile(r"[A-Za-z]{0,3}[$€£¥￥₩₹]|RMB|CHF")  # stands apart from its figure
_TOKEN = re.compile(rf"[^{_BLANKS}]+")
_FIGURE = re.compile(
    r"[(（\[]?[~≈<>+±−–-]{0,2}\s?(?:[A-Za-z]{0,3}[$€£¥￥₩₹]|RMB\s?|CHF\s?|EUR\s?|USD\s?|GBP\s?)?"
    r"\s?[(（+−–-]?(?:[0-9]{1,3}(?:[ ,'’][0-9]{3})+|[0-9]+)?(?:[.,][0-9]+)?(?<=[0-9])"
    r"\s?(?:[%‰]|[^\W\d_]{1,8})?\s?[)）\]]?[%‰]?[*†‡§¹²³]?"
)
_NOTHING = re.compile(r"[–—−-]{1,3}|n/?a|n\.?m\.?|nil|不适用|无", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:19|20)[0-9]{2}(?:[AEFP]|[/–-][0-9]{2}|\s?年.*)?|[0-9]{1,2}\s?(?:月.*|months?|[QHM])"
)
_MEASURED = re.compile("[.,%$€£¥]")  # what no day, year or number of a note has
_NEAR = 1  # columns by which edges may differ: a bracket, a percent sign
_MOST_TOKENS = 12  # of a head whose cells have one blank between them
_DIGITS, _LETTERS = re.compile("[0-9]+"), re.compile(r"[^\W\d_]+")


class Cell(NamedTuple):
    """A cell with the columns of the screen where it begins and ends; wide signs take two."""

    text: str
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Whether it holds a number alone, or says that there is none."""
        return _FIGURE.fullmatch(self.text) is not None or self.is_nothing

    @property
    def is_period(self) -> bool:
        """Whether its number is a year's, or counts months: a head rather than a figure."""
        return _PERIOD.fullmatch(self.text) is not None

    @property
    def is_nothing(self) -> bool:
        """Whether it says that there is no number."""
        return _NOTHING.fullmatch(self.text) is not None


class Columns(NamedTuple):
    """The columns of a table: the edges of what stands in each; the first is that of names."""

    edges: tuple[tuple[int, int], ...]

    def nearest(self, cell: Cell) -> int:
        """The column that a cell stands in: by its left edge, its right one or its middle."""

        def apart(at: int) -> int:
            left, right = self.edges[at]
            if not at:
                return abs(cell.start - left)
            middle = abs(cell.start + cell.end - left - right) // 2
            return min(abs(cell.start - left), abs(cell.end - right), middle)

        return min(range(len(self.edges)), key=apart)

    def under(self, cell: Cell) -> list[int]:
        """The columns of figures that a cell stands over."""
        return [
            at
            for at, (left, right) in enumerate(self.edges)
            if at and cell.start < right and left < cell.end
        ]


def cells_of(line: str) -> list[Cell]:
    """The cells of a line that two blanks or more part."""
    cells: list[Cell] = []
    for found in _CELL.finditer(line):
        cell = _cell(line, *found.span())
        if cells and cell.is_figure and _SIGN.fullmatch(cells[-1].text):
            sign = cells.pop()
            cell = Cell(f"{sign.text} {cell.text}", sign.start, cell.end)
        cells.append(cell)
    return cells


def columns(text: str) -> int:
    """How many columns of the screen a text takes."""
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def columns_of(lines: Sequence[str]) -> Columns:
    """The columns of lines of rows: those in which most of them have as many cells.

    One blank may part cells where others have more.
    """
    rows = [cells_of(line) for line in lines]
    counts = Counter(map(len, rows))

    def in_them(found: Columns) -> tuple[int, int]:
        fitting = (len(parted_row(line, found)) == len(found.edges) for line in lines)
        return sum(fitting), len(found.edges)

    return max(
        (_edges([row for row in rows if len(row) == count]) for count in counts), key=in_them
    )


def _edges(rows: Sequence[Sequence[Cell]]) -> Columns:
    return Columns(
        tuple(
            (min(cell.start for cell in column), max(cell.end for cell in column))
            for column in zip(*rows, strict=True)
        )
    )


def placed(cells: Sequence[Cell], columns: Columns) -> list[str]:
    """The texts of a row's cells, with empty ones where a column has none."""
    count = len(columns.edges)
    if len(cells) >= count:
        return [cell.text for cell in cells]
    at = [columns.nearest(cell) for cell in cells]
    if any(after <= before for before, after in pairwise(at)):
        return [cell.text for cell in cells]
    row = [""] * count
    for place, cell in zip(at, cells, strict=True):
        row[place] = cell.text
    return row


def parted_row(line: str, columns: Columns) -> list[Cell]:
    """The cells of a row, those too that one blank parts where the table's columns end."""
    cells = cells_of(line)
    if len(cells) >= len(columns.edges):
        return cells
    return [part for cell in cells for part in _figures_apart(cell, columns)]


def parted_head(line: str, columns: Columns) -> list[Cell]:
    """The cells of a line of heads, those too that one blank parts: H1 FY26 H1 FY25 Change."""
    return [part for cell in cells_of(line) for part in _heads_apart(cell, columns)]


def _cell(line: str, start: int, end: int, left: int = 0) -> Cell:
    begin = left + columns(line[:start])
    return Cell(line[start:end], begin, begin + columns(line[start:end]))


def _figures_apart(cell: Cell, columns: Columns) -> list[Cell]:
    """A cell without the figures at its end that stand where columns do, and these."""
    found: list[Cell] = []
    end = len(cell.text)
    for token in reversed(list(_TOKEN.finditer(cell.text))):
        figure = _cell(cell.text, *token.span(), cell.start)
        if not figure.is_figure or not _ends_column(figure, columns):
            break
        found.append(figure)
        end = token.start()
    name = cell.text[:end].rstrip()
    if not found or not (name or len(found) > 1):
        return [cell]
    return [*([_cell(name, 0, len(name), cell.start)] if name else []), *reversed(found)]


def _ends_column(cell: Cell, columns: Columns) -> bool:
    return any(
        abs(cell.end - right) <= _NEAR
        or (cell.start < right and left < cell.end and _MEASURED.search(cell.text) is not None)
        for left, right in columns.edges[1:]
    )


def _heads_apart(cell: Cell, columns: Columns) -> list[Cell]:
    """The heads in a cell that stands over several columns, if they are alike: FY26 FY25."""
    under = columns.under(cell)
    tokens = list(_TOKEN.finditer(cell.text))
    over_names = cell.start <= columns.edges[0][0] + _NEAR
    count = len(under) + over_names
    if len(under) < 2 or not count <= len(tokens) <= _MOST_TOKENS:
        return [cell]
    found = []
    for cuts in combinations(range(1, len(tokens)), count - 1):
        spans = pairwise((0, *cuts, len(tokens)))
        parts = [
            _cell(cell.text, tokens[first].start(), tokens[last - 1].end(), cell.start)
            for first, last in spans
        ]
        if _are_alike([part.text for part in parts[over_names:]]):
            found.append(parts)
    return found[0] if len(found) == 1 else [cell]


def _are_alike(heads: Sequence[str]) -> bool:
    """Whether heads say periods in one way; others are of one word."""
    shapes = list(_shapes(heads))
    return len(shapes) > 1 and len(set(shapes)) == 1


def _shapes(heads: Sequence[str]) -> Iterator[str]:
    for head in heads:
        if _DIGITS.search(head):
            yield _LETTERS.sub("a", _DIGITS.sub("0", head))
        elif len(head.split()) > 1:
            yield head
