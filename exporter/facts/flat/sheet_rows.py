"""The rows of a workbook's sheet, as calamine reads them in a process of its own.

calamine ends the process where it finds no memory, and a damaged file may end it, too. What is
loaded here is loaded there as well, each time, and so is little.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from exporter.errors import WrongValueError
from exporter.facts.flat.cell_marks import CellMark, find_marks
from exporter.facts.flat.number_formats import shows_otherwise
from exporter.facts.flat.workbook_guard import DAMAGED, refuse_reach
from exporter.facts.flat.workbook_parts import WorkbookParts

_AS_XLSX = "save it as .xlsx, without a password"
_UNTOLD = (*DAMAGED, ParseError, ExpatError, LookupError, ValueError)

Row = list[Any]


class SheetStart(NamedTuple):
    """A sheet whose rows follow: its place, from 0, and its name."""

    place: int
    name: str


class Block(NamedTuple):
    """Some rows of a sheet.

    Attributes:
        first: The number of the first one, from 0.
        rows: Their values.
        marks: What is to be known of cells in them beside that.
    """

    first: int
    rows: list[Row]
    marks: list[CellMark]

    def part(self, start: int, stop: int) -> "Block":
        """Some of them, by their places in this block."""
        first, last = self.first + start, self.first + stop
        marks = [mark for mark in self.marks if first <= mark.row < last]
        return Block(first, self.rows[start:stop], marks)


def sheet_rows(
    content: bytes, name: str, at_once: int, most_cells: int
) -> Iterator[SheetStart | Block]:
    """The start of a sheet, then its rows, some at once.

    Args:
        content: The workbook.
        name: Of the sheet; the first where there is none of that name.
        at_once: How many rows.
        most_cells: Over how many the sheet may reach.

    Raises:
        InputError: It reaches over too many cells.
        WrongValueError: It is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = book.sheet_names
        place = names.index(name) if name in names else 0
        yield SheetStart(place, names[place])
        refuse_reach(content, place, most_cells, is_suspected=False)
        sheet = book.get_sheet_by_index(place)
    except (CalamineError, IndexError) as error:
        wrong = f"this is no workbook that can be read: {error}"
        raise WrongValueError(wrong, _AS_XLSX) from None
    left = [""] * (sheet.start or (0, 0))[1]  # blank columns, which calamine leaves out
    rows = (left + row if left else row for row in sheet.iter_rows())
    yield from _blocks(rows, _marks(content, place, names[place]), at_once)


def _blocks(rows: Iterator[Row], marks: Iterator[CellMark], at_once: int) -> Iterator[Block]:
    first, ahead = 0, next(marks, None)
    while some := list(islice(rows, at_once)):
        of_these: list[CellMark] = []
        while ahead and ahead.row < first + len(some):
            if ahead.row < first:
                raise WrongValueError("its rows stand in disorder", _AS_XLSX)
            of_these.append(ahead)
            ahead = next(marks, None)
        yield Block(first, some, of_these)
        first += len(some)


def _marks(content: bytes, place: int, name: str) -> Iterator[CellMark]:
    """What calamine does not tell of a sheet.

    Raises:
        WrongValueError: The sheet is not where a workbook's relationships say.
    """
    try:
        with ZipFile(BytesIO(content)) as book:
            parts = WorkbookParts(book)
            if parts.sheets[place][0] != name:
                raise LookupError(f"there is no sheet {name!r} in its place")
            yield from find_marks(book, parts, parts.sheet_part(place), shows_otherwise)
    except _UNTOLD as error:
        wrong = f"this is no .xlsx whose cells can be told apart: {error}"
        raise WrongValueError(wrong, _AS_XLSX) from None
