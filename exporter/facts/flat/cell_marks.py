"""What calamine does not tell of a sheet's cells: errors, formulas never calculated, formats.

It gives the same empty text for an error, for a formula without a result and for a blank cell, and
0.185 for a cell that shows 18.5%. So the sheet's XML is read once more, as a stream, in the process
in which calamine reads it; a sheet that can have nothing of the kind is passed over at once.

Source: ECMA-376 Part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.8.30 (numFmt), 18.2.2 (calcPr).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from exporter.facts.flat.workbook_guard import column_letters, column_number, overlapping
from exporter.facts.flat.workbook_parts import WorkbookParts

_BLOCK = 1 << 18  # bytes
_TELLING = re.compile(rb"""<(?:[\w.-]+:)?f[\s/>]|\bt\s*=\s*["']e["']""")
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_LONGEST = 40  # characters of an error's name that are kept
_TRUE = {"1", "true"}
# Of the built-in formats, which stand in no file, those that may be meant otherwise than stored.
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
_NUMERIC = {"", "n", "d"}  # types of cells: a number unless said, a date
NEVER_CALCULATED = ""
Place = tuple[int, int]  # a row and a column, from 0
_UNNAMED = "of no name"


class CellMark(NamedTuple):
    """What is to be known of a cell beside its value.

    Attributes:
        row: From 0.
        column: From 0.
        error: The name of the error that it holds; "" for a formula that was never calculated; None
            where it holds a value.
        format: The number format of its value.
        merged: The range that it is merged in, where another cell holds what is said: `E2:E3`.
        is_beside: Whether that other cell is in the same row.
        top: The first row of that range, from 0, with `last`, its last one.
    """

    row: int
    column: int
    error: str | None
    format: str
    merged: str = ""
    is_beside: bool = False
    top: int = 0
    last: int = 0

    @property
    def cell(self) -> str:
        """The cell as Excel calls it: `D5`."""
        return f"{column_letters(self.column + 1)}{self.row + 1}"


def find_marks(
    book: ZipFile, parts: WorkbookParts, part: str, tells: Callable[[str], bool]
) -> Iterator[CellMark]:
    """The cells of a sheet of which something is to be known, row by row.

    Args:
        book: The workbook.
        parts: Its parts.
        part: The name of the sheet's.
        tells: Whether a number format is to be known.

    Raises:
        ExpatError: The part is no XML.
        BadZipFile, zlib.error, EOFError: It is damaged.
    """
    formats = [code if tells(code) else "" for code in _cell_formats(parts)]
    if not any(formats) and not _may_tell(book, part):
        return
    cells = _Cells(formats, _is_pending(parts))
    with book.open(part) as sheet:
        while block := sheet.read(_BLOCK):
            yield from cells.of(block)


def merged_marks(ranges: Iterable[tuple[Place, Place]]) -> Iterator[CellMark]:
    """Of ranges of merged cells, the first cell of each that holds nothing, row by row.

    Args:
        ranges: The first and the last cell of each, as row and column from 0.
    """
    marks = []
    for (row, column), last in ranges:
        cells = (CellMark(*place, None, "").cell for place in ((row, column), last))
        is_wide = last[1] > column
        place = (row, column + 1) if is_wide else (row + 1, column)
        marks.append(CellMark(*place, None, "", ":".join(cells), is_wide, row, last[0]))
    yield from sorted(marks, key=lambda mark: mark.row)


def _may_tell(book: ZipFile, part: str) -> bool:
    """Whether a sheet may hold an error or a formula; one in two bytes a character may."""
    with book.open(part) as sheet:
        for block in overlapping(sheet):
            if b"\0" in block or _TELLING.search(block):
                return True
    return False


def _cell_formats(parts: WorkbookParts) -> list[str]:
    """The number format of each style of cells; "" for general, and for plain built-in ones."""
    styles = parts.part_of("styles")
    if styles is None:
        return []
    codes = dict(_BUILT_IN)
    for format_ in parts.elements(styles, "numFmt"):
        codes[_number(format_.get("numFmtId", ""))] = format_.get("formatCode", "")
    looks = [xf for formats in parts.elements(styles, "cellXfs") for xf in formats]
    return [codes.get(_number(xf.get("numFmtId", "")), "") for xf in looks]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _is_pending(parts: WorkbookParts) -> bool:
    """Whether all is to be calculated when the workbook is opened.

    Programs that write formulas without calculating them say so, and some (XlsxWriter) write 0 as
    each result.
    """
    return any(
        said.get("fullCalcOnLoad", "").lower() in _TRUE
        for said in parts.elements(parts.workbook, "calcPr")
    )


class _Cells:
    """The cells of a sheet while its XML goes by."""

    def __init__(self, formats: Sequence[str], is_pending: bool) -> None:
        self._formats, self._is_pending = formats, is_pending
        self._row = self._column = 0
        self._type = self._format = ""
        self._has_formula = self._has_value = False
        self._result = ""
        self._found: list[CellMark] = []
        self._local: dict[str, str] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def of(self, block: bytes) -> list[CellMark]:
        """The cells that end in a further block of the XML."""
        self._found = []
        self._parser.Parse(block)
        return self._found

    def _named(self, name: str) -> str:
        """An element's name without its prefix."""
        return self._local.setdefault(name, name.rpartition(":")[2])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match self._local.get(name) or self._named(name):
            case "c":
                self._begin_cell(attributes)
            case "row":
                self._row = _number(attributes.get("r", "")) - 1 if "r" in attributes else self._row
                self._column = 0
            case "f":
                self._has_formula = True
            case "v":
                self._has_value = True
                if self._has_formula or self._type == "e":
                    self._parser.CharacterDataHandler = self._add

    def _add(self, text: str) -> None:
        self._result = (self._result + text)[:_LONGEST]

    def _end(self, name: str) -> None:
        match self._local.get(name) or self._named(name):
            case "c":
                self._end_cell()
            case "v":
                self._parser.CharacterDataHandler = None
            case "row":
                self._row += 1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if place := _PLACE.fullmatch(attributes.get("r", "")):
            self._column = column_number(place[1].upper().encode()) - 1
            self._row = int(place[2]) - 1
        self._type = attributes.get("t", "")
        style = _number(attributes.get("s", ""))
        self._format = self._formats[style] if style < len(self._formats) else ""
        self._has_formula, self._has_value, self._result = False, False, ""

    def _end_cell(self) -> None:
        error = self._error()
        if error is not None or (self._format and self._has_value and self._type in _NUMERIC):
            self._found.append(CellMark(self._row, self._column, error, self._format))
        self._column += 1

    def _error(self) -> str | None:
        result = self._result.strip()
        if self._type == "e":
            return result or _UNNAMED
        if not self._has_formula:
            return None
        if not result:
            is_empty_text = self._type == "str" and self._has_value
            return None if is_empty_text else NEVER_CALCULATED
        is_zero = self._is_pending and self._type in {"", "n"} and not result.strip("0.")
        return NEVER_CALCULATED if is_zero else None
