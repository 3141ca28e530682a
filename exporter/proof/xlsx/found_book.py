"""An .xlsx file as read: its frame at once, its sheets as streams.

What is around the cells is read with openpyxl; its own model of a sheet keeps an object a cell, so
cells are read by `sheet_stream`.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile

import pyarrow as pa

from exporter.proof.xlsx.found_parts import table_names
from exporter.proof.xlsx.shared_strings import read_texts
from exporter.proof.xlsx.sheet_stream import SheetStream
from exporter.proof.xlsx.values import Value

_PIECE = 1 << 20


@dataclass(slots=True)
class FoundSheet:
    """One worksheet, its cells not yet read.

    Attributes:
        name: Its name.
        state: `visible`, `hidden` or `veryHidden`.
        path: The part that holds it.
        is_worksheet: It has cells, and is no chart on a sheet of its own.
        print_area: The range that is printed, or "".
        names: Defined names of the sheet's own.
        tables: The names of its tables.
    """

    name: str
    state: str
    path: str
    is_worksheet: bool = True
    print_area: str = ""
    names: tuple[str, ...] = ()
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundBook:
    """A workbook as read.

    Attributes:
        path: The file.
        archive: The same, open.
        sheets: In order.
        names: Workbook-wide defined names and what they stand for.
        properties: openpyxl's document properties.
        custom: Names of custom properties.
        from_1904: Whether days count from 1904, as on old Macs.
        parts: Names of all parts of the file.
        shared: The texts that cells name by number.
    """

    path: Path
    archive: ZipFile
    sheets: tuple[FoundSheet, ...]
    names: Mapping[str, str]
    properties: Any
    custom: tuple[str, ...]
    from_1904: bool
    parts: tuple[str, ...]
    shared: pa.StringArray
    _book: Any
    _styles: dict[int, tuple[str, str]] = field(default_factory=dict)

    def style(self, number: int) -> tuple[str, str]:
        """Number format and look of the cells that name their style by this number."""
        if number not in self._styles:
            self._styles[number] = _style(self._book, number)
        return self._styles[number]

    def title(self, sheet: FoundSheet) -> Value:
        """What A1 of a sheet holds."""
        first = next(self.stream(sheet).blocks(), None)
        corner = first.columns.get(0) if first and first.first == 0 else None
        return corner.slice(0, 1).values()[0] if corner else None

    def stream(self, sheet: FoundSheet) -> SheetStream:
        """The cells of a sheet, to be gone through once."""
        return SheetStream(self.archive, sheet.path, self.shared)


@contextmanager
def open_book(path: Path) -> Iterator[FoundBook]:
    """Open a workbook; whatever the readers raise on damaged content is left to the caller."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    # Opened here, since openpyxl takes a path only with a suffix that it knows.
    with path.open("rb") as file, closing(_read_frame(file)) as frame:
        archive = frame.archive
        shared = _shared_texts(archive, frame.package)
        book = FoundBook(
            path,
            archive,
            tuple(_found(archive, one) for one in frame.wb._sheets if one.is_worksheet),  # noqa: SLF001
            {name: one.value for name, one in frame.wb.defined_names.items()},
            frame.wb.properties,
            tuple(frame.wb.custom_doc_props.names),
            frame.wb.epoch == CALENDAR_MAC_1904,
            tuple(archive.namelist()),
            shared,
            frame.wb,
        )
        yield book


def _read_frame(file: BinaryIO) -> Any:
    """A workbook as openpyxl reads it, all but its shared texts and sheets."""
    from openpyxl.reader.excel import ExcelReader

    class Frame(ExcelReader):  # type: ignore[misc]  # openpyxl ships no types
        def read_strings(self) -> None:
            pass

        def read_worksheets(self) -> None:
            for sheet, part in self.parser.find_sheets():
                if part.target in self.valid_files:
                    self.wb._sheets.append(  # noqa: SLF001
                        _Place(sheet.name, sheet.state, part.target, "worksheet" in part.Type)
                    )

        def close(self) -> None:
            self.archive.close()

    reader = Frame(file, read_only=True)
    with ExitStack() as stack:
        stack.callback(reader.close)
        reader.read()
        stack.pop_all()
    return reader


class _Place:
    """Where a sheet is found, as openpyxl wants it to give it the names that are its own."""

    def __init__(self, name: str, state: str, path: str, is_worksheet: bool) -> None:
        self.name = name
        self.state = state
        self.path = path
        self.is_worksheet = is_worksheet
        self.defined_names: dict[str, Any] = {}
        self._print_area: Any = None
        self._print_rows = self._print_cols = None


def _found(archive: ZipFile, place: Any) -> FoundSheet:
    return FoundSheet(
        place.name,
        place.state,
        place.path,
        print_area=str(place._print_area or ""),  # noqa: SLF001
        names=tuple(place.defined_names),
        tables=frozenset(table_names(archive, place.path)),
    )


def _shared_texts(archive: ZipFile, package: Any) -> pa.StringArray:
    from openpyxl.xml.constants import SHARED_STRINGS

    part = package.find(SHARED_STRINGS)
    if part is None:
        return pa.array([], pa.string())
    with archive.open(part.PartName[1:]) as stream:
        return read_texts(iter(lambda: stream.read(_PIECE), b""))


def _style(book: Any, number: int) -> tuple[str, str]:
    from openpyxl.cell.read_only import ReadOnlyCell

    cell = ReadOnlyCell(_Holder(book), 1, 1, None, style_id=number)
    return cell.number_format, _look(cell.font, cell.fill)


@dataclass(frozen=True, slots=True)
class _Holder:
    """What openpyxl's cells ask for their styles."""

    parent: Any


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
