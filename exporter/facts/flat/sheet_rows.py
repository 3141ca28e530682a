"""The rows of a workbook's sheets, as calamine reads them in a process of its own.

Of a workbook that somebody fills in one sheet is read; of one that `build` has written, all that
hold facts.

calamine ends the process where it finds no memory, and a damaged file may end it, too. What is
loaded here is loaded there as well, each time, and so is little.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from io import BytesIO
from itertools import chain, islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from exporter.errors import WrongValueError
from exporter.facts.flat.cell_marks import CellMark, find_marks, merged_marks
from exporter.facts.flat.number_formats import shows_otherwise
from exporter.facts.flat.own_header import TOP, OwnHeader, find_own_header
from exporter.facts.flat.workbook_guard import DAMAGED, refuse_reach
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.facts.headings import heading_key

_AS_XLSX = "save it as .xlsx, without a password"
_MOST_NAMED = 10  # cells with errors
_MOST_SHEETS, _SMALL = 50, 4_000_000  # bytes: where one looks for facts that are not read
_MOST_ABOUT_CELLS = 32_000_000  # bytes of the styles, which heap up where sheets are copied
_UNTOLD = (*DAMAGED, ParseError, ExpatError, LookupError, ValueError)

Row = list[Any]


class SheetStart(NamedTuple):
    """A sheet whose rows follow.

    Attributes:
        place: From 0.
        name: Its name.
        header: Where the table begins in a workbook of our own; None in others.
        unread: Names of further sheets that name fields, where no sheet is called the one to read.
    """

    place: int
    name: str
    header: OwnHeader | None = None
    unread: tuple[str, ...] = ()


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


def is_said(value: object) -> bool:
    """Whether a cell holds more than blanks."""
    return value is not None and bool(str(value).strip())


def sheet_rows(
    content: bytes, name: str, at_once: int, most_cells: int
) -> Iterator[SheetStart | Block]:
    """The start of a sheet, then its rows, some at once; so for each sheet that is read.

    Args:
        content: The workbook.
        name: Of the sheet that is read; where there is none of that name, the first is.
        at_once: How many rows.
        most_cells: Over how many a sheet may reach.

    Raises:
        InputError: It reaches over too many cells.
        WrongValueError: It is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        yield from _sheets(_Book(book, content, at_once, most_cells), name)
    except (CalamineError, IndexError) as error:
        wrong = f"this is no workbook that can be read: {error}"
        raise WrongValueError(wrong, _AS_XLSX) from None


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook, and how it is read."""

    calamine: Any
    content: bytes
    at_once: int
    most_cells: int

    def rows(self, place: int) -> Iterator[Row]:
        """The rows of a sheet, from its first cell, A1."""
        return _rows_of(self.sheet(place))

    def sheet(self, place: int) -> Any:
        """A sheet, as calamine has it."""
        refuse_reach(self.content, place, self.most_cells, is_suspected=False)
        try:
            return self.calamine.get_sheet_by_index(place)
        except Exception:
            self.refuse_errors(place)
            raise

    def refuse_errors(self, place: int) -> None:
        """Name the cells with errors of a sheet that calamine refuses: it knows but seven of them.

        Raises:
            WrongValueError: There are such cells.
        """
        marks = _marks(self.content, place, self.calamine.sheet_names[place], shows_otherwise)
        told = [f"{mark.error} in {mark.cell}" for mark in marks if mark.error]
        if told:
            more = f", and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
            wrong = f"the sheet holds the error {', '.join(told[:_MOST_NAMED])}{more}"
            raise WrongValueError(wrong, "mend the formula, or write the value") from None


def _rows_of(sheet: Any) -> Iterator[Row]:
    left = [""] * (sheet.start or (0, 0))[1]  # blank columns, which calamine leaves out
    return (left + row if left else row for row in sheet.iter_rows())


def _sheets(book: _Book, name: str) -> Iterator[SheetStart | Block]:
    names = book.calamine.sheet_names
    # Excel makes no difference between letters and capitals in the names of sheets.
    folded = [each.strip().casefold() for each in names]
    is_called = name.casefold() in folded
    place = folded.index(name.casefold()) if is_called else 0
    yield SheetStart(place, names[place], unread=() if is_called else _further(book))
    sheet = book.sheet(place)
    top, rows = _with_top(_rows_of(sheet))
    own = iter(()) if _names_fields(top) else _own(book)
    if (first := next(own, None)) is None:
        marks = _marks(book.content, place, names[place], shows_otherwise)
        merged = merged_marks(sheet.merged_cell_ranges or ())
        yield from _blocks(book, rows, merge(marks, merged, key=lambda mark: mark.row))
        return
    yield first
    yield from own


def _further(book: _Book) -> tuple[str, ...]:
    """The sheets behind the first that name the fields of a fact, large ones not looked at."""
    names = book.calamine.sheet_names
    if len(names) == 1:
        return ()
    try:
        with ZipFile(BytesIO(book.content)) as parts:
            at = WorkbookParts(parts, _MOST_ABOUT_CELLS).sheet_part
            sizes = [parts.getinfo(at(place)).file_size for place in range(len(names))]
    except _UNTOLD:
        return ()  # told of the sheet that is read, if of any
    small = [place for place, size in enumerate(sizes) if place and size <= _SMALL][:_MOST_SHEETS]
    return tuple(names[place] for place in small if _names_fields(_top(book, place)))


def _top(book: _Book, place: int) -> list[Row]:
    """The first rows of a sheet; none where it cannot be read, which it need not be."""
    from python_calamine import CalamineError

    try:
        return _with_top(_rows_of(book.calamine.get_sheet_by_index(place)))[0]
    except CalamineError:
        return []


def _names_fields(top: Iterable[Row]) -> bool:
    """Whether the first filled row of a sheet names the fields of a fact."""
    filled = next((row for row in top if any(row)), [])
    return "id" in {heading_key(str(value)) for value in filled}


def _own(book: _Book) -> Iterator[SheetStart | Block]:
    """The sheets with facts of a workbook that `build` has written."""
    for place, name in enumerate(book.calamine.sheet_names):
        top, rows = _with_top(book.rows(place))
        if header := find_own_header(top):
            yield SheetStart(place, name, header)
            yield from _blocks(book, rows, _marks(book.content, place, name, bool))


def _with_top(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """The first rows of a sheet, and all of them."""
    top = list(islice(rows, TOP))
    return top, chain(top, rows)


def _blocks(book: _Book, rows: Iterator[Row], marks: Iterator[CellMark]) -> Iterator[Block]:
    first, ahead = 0, next(marks, None)
    below: list[CellMark] = []  # of merged cells, whose rows so far are blank
    while some := list(islice(rows, book.at_once)):
        of_these, below = below, []
        while ahead and ahead.row < first + len(some):
            if ahead.row < first:
                raise WrongValueError("its rows stand in disorder", _AS_XLSX)
            of_these.append(ahead)
            ahead = next(marks, None)
        settled = [_in_filled_row(mark, first, some) for mark in of_these]
        below = [mark for mark in settled if mark.row >= first + len(some)]
        here = (mark for mark in settled if mark.row < first + len(some))
        yield Block(first, some, sorted(here, key=lambda mark: mark.row))
        first += len(some)


def _in_filled_row(mark: CellMark, first: int, rows: Sequence[Row]) -> CellMark:
    """A mark of merged cells in the first of their rows that holds anything: others are no facts.

    Args:
        mark: In one of the rows.
        first: The number of the first row.
        rows: Those behind which the mark may then stand.
    """
    while mark.merged and mark.row < min(mark.last, first + len(rows)):
        if any(map(is_said, rows[mark.row - first])):
            break
        mark = mark._replace(row=mark.row + 1)
    return mark


def _marks(
    content: bytes, place: int, name: str, tells: Callable[[str], bool]
) -> Iterator[CellMark]:
    """What calamine does not tell of a sheet.

    Raises:
        WrongValueError: The sheet is not where a workbook's relationships say.
    """
    try:
        with ZipFile(BytesIO(content)) as book:
            parts = WorkbookParts(book, _MOST_ABOUT_CELLS)
            if parts.sheets[place][0] != name:
                raise LookupError(f"there is no sheet {name!r} in its place")
            yield from find_marks(book, parts, parts.sheet_part(place), tells)
    except _UNTOLD as error:
        wrong = f"this is no .xlsx whose cells can be told apart: {error}"
        raise WrongValueError(wrong, _AS_XLSX) from None
