"""An .xlsx file as two readers see it: calamine its values, openpyxl all around them.

calamine gives texts and cached results exactly, openpyxl the numbers behind dates, styles,
formulas, links and the parts of a sheet. openpyxl's own model of a sheet keeps an object a cell;
here its parser is run as its read-only mode runs it, row by row.
"""

import datetime as dt
import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from exporter.proof.found_parts import Cell, FoundParts, read_parts
from exporter.proof.values import Value

_DATES = (dt.date, dt.time, dt.timedelta)  # a datetime is a date


@dataclass(slots=True)
class FoundSheet:
    """One worksheet; rows and columns count from 0.

    Attributes:
        name: Its name.
        state: `visible`, `hidden` or `veryHidden`.
        rows: Values from A1 on; None for a blank cell.
        styles: The number of each cell's style, in the same places.
        formulas: By cell, with their `=`.
        links: By cell, what they open.
        twice: Cells that the file has more than once.
        parts: Tables, lists, alerts and everything else on the sheet.
    """

    name: str
    state: str
    rows: list[list[Value]]
    parts: FoundParts
    styles: list[list[int]] = field(default_factory=list)
    formulas: dict[Cell, str] = field(default_factory=dict)
    links: dict[Cell, str] = field(default_factory=dict)
    twice: list[Cell] = field(default_factory=list)

    def value(self, row: int, column: int) -> Value:
        """What a cell holds; None beyond the sheet's end."""
        return self.rows[row][column] if self._within(self.rows, row, column) else None

    def style(self, row: int, column: int) -> int:
        """The number of a cell's style; 0, the workbook's own, where the file has no cell."""
        return self.styles[row][column] if self._within(self.styles, row, column) else 0

    @staticmethod
    def _within(grid: Sequence[Sequence[Any]], row: int, column: int) -> bool:
        return row < len(grid) and column < len(grid[row])


@dataclass(frozen=True, slots=True)
class FoundBook:
    """A workbook as read.

    Attributes:
        sheets: In order.
        styles: Number format and look by the numbers that cells name them by.
        names: Workbook-wide defined names and what they stand for.
        properties: openpyxl's document properties.
        custom: Names of custom properties.
        from_1904: Whether days count from 1904, as on old Macs.
        parts: Names of all parts of the file.
        warnings: What openpyxl has to say.
    """

    sheets: tuple[FoundSheet, ...]
    styles: Mapping[int, tuple[str, str]]
    names: Mapping[str, str]
    properties: Any
    custom: tuple[str, ...]
    from_1904: bool
    parts: tuple[str, ...]
    warnings: tuple[str, ...]


def read_book(content: bytes) -> FoundBook:
    """Read a workbook; whatever the readers raise on damaged content is left to the caller."""
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from python_calamine import CalamineWorkbook

    values = CalamineWorkbook.from_filelike(io.BytesIO(content))
    with warnings.catch_warnings(record=True) as heard, ZipFile(io.BytesIO(content)) as archive:
        warnings.simplefilter("always")
        book = load_workbook(io.BytesIO(content), read_only=True)
        of = dict(zip(values.sheet_names, range(len(values.sheet_names)), strict=True))
        sheets: list[FoundSheet] = []
        styles: dict[int, tuple[str, str]] = {}
        for sheet in book.worksheets:
            grid = _grid(values.get_sheet_by_index(of[sheet.title]))
            sheets.append(_read_sheet(sheet, archive, grid))
            styles |= _styles(sheet, {number for row in sheets[-1].styles for number in row})
        names = {name: one.value for name, one in book.defined_names.items()}
        parts = tuple(archive.namelist())
        book.close()
    return FoundBook(
        tuple(sheets),
        styles,
        names,
        book.properties,
        tuple(book.custom_doc_props.names),
        book.epoch == CALENDAR_MAC_1904,
        parts,
        tuple(str(one.message) for one in heard),
    )


def _grid(sheet: Any) -> list[list[Any]] | None:
    """The values of a sheet by calamine from A1 on; None where it breaks off."""
    try:
        return sheet.to_python(skip_empty_area=False)  # type: ignore[no-any-return]
    except BaseException as error:
        # A date beyond all calendars makes its Rust panic, which is no Exception in Python.
        if type(error).__name__ != "PanicException":
            raise
        return None


def _read_sheet(sheet: Any, archive: ZipFile, grid: list[list[Any]] | None) -> FoundSheet:
    if grid is None:
        grid = _second_grid(sheet, archive)
    rows = [[None if value == "" else value for value in row] for row in grid]
    found = FoundSheet(sheet.title, sheet.sheet_state, rows, FoundParts())
    with _parser(sheet, archive) as parser:
        for _, cells in parser.parse():
            for cell in cells:
                _take(found, cell)
        found.parts, found.links = read_parts(sheet, parser, archive)
    return found


@contextmanager
def _parser(sheet: Any, archive: ZipFile, *, results: bool = False) -> Iterator[Any]:
    """The parser of openpyxl over a sheet; it gives formulas, or their cached results.

    No formats count as dates for it, so that it gives the numbers that are in the file.
    """
    from openpyxl.worksheet._reader import WorkSheetParser

    path, texts = sheet._worksheet_path, sheet._shared_strings  # noqa: SLF001 - see above
    with archive.open(path) as stream:
        yield WorkSheetParser(stream, texts, data_only=results)


def _second_grid(sheet: Any, archive: ZipFile) -> list[list[Any]]:
    """The values by openpyxl, where calamine has none; less exact in texts with `_x005F_`."""
    grid: list[list[Any]] = []
    with _parser(sheet, archive, results=True) as parser:
        for number, cells in parser.parse():
            grid.extend([] for _ in range(number - len(grid)))
            row = grid[number - 1]
            for cell in cells:
                row.extend([None] * (cell["column"] - len(row)))
                value, kind = cell["value"], cell["data_type"]
                row[cell["column"] - 1] = value if value is None or kind != "n" else float(value)
    return grid


def _take(found: FoundSheet, cell: Mapping[str, Any]) -> None:
    row, column, value = cell["row"] - 1, cell["column"] - 1, cell["value"]
    while len(found.styles) <= row:
        found.styles.append([])
    styles = found.styles[row]
    if column < len(styles):
        found.twice.append((row, column))
    styles.extend([0] * (column + 1 - len(styles)))
    styles[column] = cell["style_id"]
    kind = cell["data_type"]
    if kind == "f":
        found.formulas[row, column] = getattr(value, "text", None) or str(value)
    seen = found.value(row, column)
    if kind == "e":
        found.rows[row][column] = f"{value} (an error)"
    elif isinstance(seen, _DATES):
        found.rows[row][column] = float(value) if kind == "n" else _serial(seen)


def _serial(value: dt.date | dt.time | dt.timedelta) -> float:
    from openpyxl.utils.datetime import to_excel

    return float(to_excel(value))


def _styles(sheet: Any, numbers: set[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    from openpyxl.cell.read_only import ReadOnlyCell

    for number in numbers:
        cell = ReadOnlyCell(sheet, 1, 1, None, style_id=number)
        yield number, (cell.number_format, _look(cell.font, cell.fill))


def _look(font: Any, fill: Any) -> str:
    """A look in the same words as that of a laid-out style."""
    marks = [word for word in ("bold", "italic", "underline") if getattr(font, word)]
    ground = _colour(fill.fgColor) if fill.patternType else "none"
    colours = f"{_colour(font.color)} on {ground}"
    return " ".join([font.name, f"{font.sz:g}", *marks, colours])


def _colour(colour: Any) -> str:
    """`#RRGGBB`; the theme's first is the black of all text."""
    if colour is None or (colour.type == "theme" and colour.theme == 1 and not colour.tint):
        return "black"
    return f"#{colour.rgb[2:].upper()}" if colour.type == "rgb" else f"{colour.type} {colour.value}"
