"""An .xlsx file as read: what is around its sheets at once, its sheets as streams.

openpyxl reads what is around the cells. Its own model of a sheet keeps an object a cell, and
several a link, so cells are read by `sheet_stream`, relationships here and links by `parts`.
"""

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pyarrow as pa

from exporter.proof.xlsx.archive import part_names
from exporter.proof.xlsx.cells import Value
from exporter.proof.xlsx.expected import Looks
from exporter.proof.xlsx.shared_strings import read_shared_strings
from exporter.proof.xlsx.sheet_stream import SheetStream
from exporter.proof.xlsx.styles import Styles, styles_of
from exporter.report.xlsx.model import Workbook

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One worksheet, its cells not yet read.

    Attributes:
        name: Its name.
        state: `visible`, `hidden` or `veryHidden`.
        path: The part that holds it.
        print_area: The range that is printed, or "".
        titles: The columns and the rows that every page repeats, or "".
        names: Defined names of the sheet's own.
        tables: The names of its tables.
    """

    name: str
    state: str
    path: str
    print_area: str
    titles: tuple[str, str]
    names: tuple[str, ...]
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook as read.

    Attributes:
        path: The file.
        archive: The same, open.
        sheets: In order.
        names: Workbook-wide defined names and what they stand for.
        properties: openpyxl's document properties.
        custom: Custom properties, each by its name, as a text.
        from_1904: Whether days count from 1904, as on old Macs.
        parts: Names of all parts of the file.
        shared: The shared strings.
        repeated: Ids that the workbook gives to several of the parts that it refers to.
        styles: How cells look, by the numbers that they name styles by.
    """

    path: Path
    archive: ZipFile
    sheets: tuple[Worksheet, ...]
    names: Mapping[str, str]
    properties: Any
    custom: Mapping[str, str]
    from_1904: bool
    parts: tuple[str, ...]
    shared: pa.StringArray
    repeated: tuple[str, ...]
    styles: Styles

    def looks(self, book: Workbook) -> Looks:
        """The looks of its cells, beside those that a layout has."""
        return Looks(book, len(self.styles), self.styles.look)

    def title(self, sheet: Worksheet) -> Value:
        """What A1 of a sheet holds."""
        first = next(self.stream(sheet).blocks(), None)
        corner = first.columns.get(0) if first and first.first == 0 else None
        return None if corner is None else corner.cell(0).value

    def stream(self, sheet: Worksheet) -> SheetStream:
        """The cells of a sheet, to be gone through once."""
        return SheetStream(self.archive, sheet.path, self.shared)


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a workbook; whatever the readers raise on damaged content is left to the caller."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    # Opened here, since openpyxl takes a path only with a suffix that it knows.
    with path.open("rb") as file, closing(_read_frame(file)) as frame:
        archive, book = frame.archive, frame.wb
        places = (place for place in book._sheets if place.is_worksheet)  # noqa: SLF001
        yield Package(
            path,
            archive,
            tuple(_worksheet(archive, place) for place in places),
            {name: defined.value for name, defined in book.defined_names.items()},
            book.properties,
            {own.name: str(own.value) for own in book.custom_doc_props.props},
            book.epoch == CALENDAR_MAC_1904,
            tuple(part_names(archive)),
            _shared_strings(archive, frame.package),
            read_relationships(archive, frame.parser.workbook_part_name).repeated,
            styles_of(archive),
        )


def _read_frame(file: BinaryIO) -> Any:
    """A workbook as openpyxl reads it, all but its shared strings, styles and sheets."""
    from openpyxl.reader.excel import ExcelReader

    class Frame(ExcelReader):  # type: ignore[misc]  # openpyxl ships no types
        def read(self) -> None:
            self.read_manifest()
            self.read_workbook()
            self.read_properties()
            self.read_custom()
            self.read_worksheets()
            self.parser.assign_names()

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
    """Where a sheet is, as openpyxl wants it to give it the names that are its own."""

    def __init__(self, name: str, state: str, path: str, is_worksheet: bool) -> None:
        self.name = name
        self.state = state
        self.path = path
        self.is_worksheet = is_worksheet  # and no chart on a sheet of its own
        self.defined_names: dict[str, Any] = {}
        self._print_area: Any = None
        self._print_rows = self._print_cols = None


def _worksheet(archive: ZipFile, place: Any) -> Worksheet:
    return Worksheet(
        place.name,
        place.state,
        place.path,
        str(place._print_area or ""),  # noqa: SLF001
        tuple(str(part or "") for part in (place._print_cols, place._print_rows)),  # type: ignore[arg-type]  # noqa: SLF001
        tuple(place.defined_names),
        frozenset(_table_names(archive, place.path)),
    )


def _table_names(archive: ZipFile, path: str) -> Iterator[str]:
    """The names of all tables that a sheet refers to."""
    for related in read_relationships(archive, path).all:
        if related.kind == "table":
            table = fromstring(archive.read(related.target))  # noqa: S314 - as below
            yield table.get("displayName", "")


def _shared_strings(archive: ZipFile, package: Any) -> pa.StringArray:
    from openpyxl.xml.constants import SHARED_STRINGS

    part = package.find(SHARED_STRINGS)
    if part is None:
        return pa.array([], pa.string())
    with archive.open(part.PartName[1:]) as stream:
        return read_shared_strings(iter(lambda: stream.read(_PIECE), b""))


@dataclass(frozen=True, slots=True)
class Relationship:
    """Something that a part refers to: of what kind, and which part or address."""

    kind: str
    target: str


class Relationships(NamedTuple):
    """What a part refers to.

    Attributes:
        all: All of it, in order, whether ids are repeated or not.
        by_id: By the ids that the part uses; the first of several with one id.
        repeated: Ids of several, which programs may take one or another for.
    """

    all: tuple[Relationship, ...]
    by_id: Mapping[str, Relationship]
    repeated: tuple[str, ...]


def read_relationships(archive: ZipFile, path: str) -> Relationships:
    """What a part refers to; nothing where it says of none."""
    folder, name = posixpath.split(path)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    if relationships not in archive.namelist():
        return Relationships((), {}, ())
    # Parts of a workbook that is read to be compared; expat stops what would expand without end.
    root = fromstring(archive.read(relationships))  # noqa: S314
    pairs = [(element.attrib["Id"], _relationship(element, folder)) for element in root]
    by_id: dict[str, Relationship] = {}
    repeated = dict.fromkeys(id_ for id_, one in pairs if by_id.setdefault(id_, one) is not one)
    return Relationships(tuple(one for _, one in pairs), by_id, tuple(repeated))


def _relationship(element: Element, folder: str) -> Relationship:
    target = element.attrib["Target"]
    if element.get("TargetMode") != "External":
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(element.attrib["Type"].rpartition("/")[2], target)
