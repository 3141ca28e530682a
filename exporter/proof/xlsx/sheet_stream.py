"""A worksheet as a stream: its rows block by block, and then what stands around them.

Rows of the usual shape of XML are read by `plain_xml`, quickly; any others here, tag by tag.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import pyarrow as pa

from exporter.proof.xlsx.cell_words import cell_name, position
from exporter.proof.xlsx.cells import ColumnCells, Position, Value
from exporter.proof.xlsx.plain_cells import is_hidden
from exporter.proof.xlsx.plain_tags import NotPlainError
from exporter.proof.xlsx.plain_xml import read_plain
from exporter.proof.xlsx.rows import SheetRows
from exporter.proof.xlsx.shared_strings import MAIN, RichText, make_parser, without_escapes

_FIRST, _PIECE = 1 << 15, 1 << 20  # bytes of XML read at once; the head of a sheet is short
_LONGEST_HEAD = 1 << 20
_END, _END_ROW = b"</sheetData>", b"</row>"
_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="\w+")? ?\?>\s*)?'
    rb'<worksheet (?:[^<>]* )?xmlns="' + re.escape(MAIN.encode()) + rb'"[^<>]*>'
)
_DATA = b"<sheetData>"
_LONGEST_TAG = 64  # bytes of a tag that ends the rows; two pieces may share it


class SheetStream:
    """Goes once through a worksheet.

    Attributes:
        hidden: The rows that do not show, from 0; all of them when all rows have been read.
    """

    def __init__(self, archive: ZipFile, path: str, shared: pa.StringArray) -> None:
        self.hidden: set[int] = set()
        self._archive = archive
        self._path = path
        self._shared = shared
        self._frame = b""

    def blocks(self) -> Iterator[SheetRows]:
        """The rows that have cells, as they come in the file.

        Raises:
            Exception: The file is damaged; whatever its reader raises.
        """
        pieces = self._pieces()
        buffer = b""
        for piece in pieces:
            buffer += piece
            if _DATA in buffer or len(buffer) > _LONGEST_HEAD:
                break
        head, begin, rest = buffer.partition(_DATA)
        if not begin or not _HEAD.match(head) or b"<!" in head:
            yield from self._by_events(b"", buffer, pieces)
            return
        self._frame = head
        yield from self._plain(rest, pieces)

    def frame(self) -> bytes:
        """The worksheet without its rows, when all rows have been read."""
        return self._frame

    def _pieces(self) -> Iterator[bytes]:
        with self._archive.open(self._path) as part:
            size = _FIRST
            while piece := part.read(size):
                yield piece
                size = _PIECE

    def _plain(self, rest: bytes, pieces: Iterator[bytes]) -> Iterator[SheetRows]:
        """Rows by the quick reader, until there is something that it leaves to the other."""
        more = True
        while more:
            rows, end, tail = rest.partition(_END)
            cut = len(rows) if end else rows.rfind(_END_ROW) + len(_END_ROW)
            if end or cut >= len(_END_ROW):
                try:
                    plain = read_plain(rows[:cut], self._shared) if cut else None
                except NotPlainError:
                    yield from self._by_events(self._frame + _DATA, rest, pieces)
                    return
                if plain:
                    self.hidden |= plain.hidden
                    yield from plain.blocks
                rest = rest[cut:]
            if end:
                self._frame += tail + b"".join(pieces)
                return
            piece = next(pieces, None)
            more = piece is not None
            rest += piece or b""
        raise ValueError("the sheet breaks off amid its rows")

    def _by_events(self, head: bytes, rest: bytes, pieces: Iterator[bytes]) -> Iterator[SheetRows]:
        """Rows by the reader of all XML, which is given the head of the sheet first."""
        reader = _EventReader(self._shared)
        before, last, fed = b"", b"", 0
        piece: bytes | None = head + rest
        while piece is not None and reader.end is None:
            yield from reader.feed(piece)
            if not self._frame:
                before = (before + piece)[: reader.begin]
            last, fed = last[-_LONGEST_TAG:] + piece, fed + len(piece)
            piece = next(pieces, None) if reader.end is None else piece
        if reader.end is None:
            raise ValueError("the sheet breaks off amid its rows")
        self.hidden |= reader.hidden
        end = last.index(b">", reader.end - fed + len(last)) + 1
        self._frame = (self._frame or before) + last[end:] + b"".join(pieces)


_Content = tuple[Value, str | None, int]  # what a cell holds, its formula and its style


class _EventReader:
    """Reads the rows of a sheet, fed piece by piece.

    Attributes:
        hidden: The rows that do not show, from 0.
        begin: The byte of all that was fed at which the element of the rows begins, once it does.
        end: The byte at which the tag that ends it begins.
    """

    def __init__(self, shared: pa.StringArray) -> None:
        self.hidden: set[int] = set()
        self.begin: int | None = None
        self.end: int | None = None
        self._shared = shared
        # By row and column the cells of rows that have come to their end; then those of the one
        # that has not. A cell may name another row than the one that it stands in.
        self._rows: dict[int, dict[int, _Content]] = {}
        self._open: list[tuple[Position, _Content]] = []
        self._twice: list[Position] = []
        self._row = self._column = 0
        self._place: Position = (0, 0)
        self._cell: dict[str, str] | None = None
        self._parts: dict[str, list[str]] = {}  # what its formula and its value say
        self._part: list[str] | None = None
        self._rich = RichText()
        self._formula: dict[str, str] = {}
        self._masters: dict[str, Any] = {}
        self._parser = make_parser(self._start, self._finish, self._characters)

    def feed(self, xml: bytes) -> Iterator[SheetRows]:
        """Take more of the sheet in; gives the rows that have come to their end, in order.

        Raises:
            xml.parsers.expat.ExpatError: It is no XML.
            ValueError: A cell holds what its type does not allow.
        """
        self._parser.Parse(xml, False)
        rows, self._rows = self._rows, {}
        twice, self._twice = tuple(self._twice), []
        yield from _blocks(rows, twice)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.begin is None:
            if name == f"{MAIN} sheetData":
                self.begin = self._parser.CurrentByteIndex
            return
        if self.end is not None:
            return
        self._rich.start(name, attributes)
        match name.removeprefix(f"{MAIN} "):
            case "row":
                self._start_row(attributes)
            case "c":
                self._start_cell(attributes)
            case "f" | "v" as part:
                self._part = self._parts.setdefault(part, [])
                self._formula = attributes if part == "f" else self._formula

    def _finish(self, name: str) -> None:
        if self.begin is None or self.end is not None:
            return
        self._rich.finish(name)
        match name.removeprefix(f"{MAIN} "):
            case "sheetData":
                self.end = self._parser.CurrentByteIndex
                self._finish_row()
            case "row":
                self._finish_row()
            case "c":
                self._finish_cell()
            case "f" | "v":
                self._part = None

    def _characters(self, text: str) -> None:
        self._rich.add(text)
        if self._part is not None:
            self._part.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if is_hidden(attributes, "ht"):
            self.hidden.add(self._row - 1)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row - 1, self._column
        if "r" in attributes:
            row, column = position(attributes["r"])
        self._column = column + 1
        self._place = row, column
        self._cell, self._parts, self._formula, self._rich = attributes, {}, {}, RichText()

    def _finish_cell(self) -> None:
        attributes, self._cell = self._cell or {}, None
        kind = attributes.get("t", "n")
        text = self._rich.whole() if kind == "inlineStr" else "".join(self._parts.get("v", ()))
        value = _value(kind, text, self._shared) if text else None
        content = value, self._read_formula(), int(attributes.get("s", 0))
        self._open.append((self._place, content))

    def _finish_row(self) -> None:
        for (row, column), content in self._open:
            cells = self._rows.setdefault(row, {})
            if column in cells:
                self._twice.append((row, column))
            cells[column] = content
        self._open.clear()

    def _read_formula(self) -> str | None:
        if "f" not in self._parts:
            return None
        from openpyxl.formula.translate import Translator

        formula = "=" + without_escapes("".join(self._parts["f"]))
        place = cell_name(*self._place)
        if self._formula.get("t") == "shared":
            index = self._formula.get("si", "")
            if formula == "=" and index in self._masters:
                return str(self._masters[index].translate_formula(place))
            self._masters[index] = Translator(formula, place)
        return formula


def _value(kind: str, written: str, shared: pa.StringArray) -> Value:
    """What a cell holds, by its type and what is written inside of it."""
    match kind:
        case "inlineStr":
            return written
        case "s":
            return shared[int(written)].as_py()  # type: ignore[no-any-return]
        case "str":
            return without_escapes(written)
        case "b":
            return written.strip() in {"1", "true"}
        case "e":
            return f"{written} (an error)"
        case "d":
            return _serial(written)
    return float(written)


def _serial(written: str) -> float:
    from openpyxl.utils.datetime import from_ISO8601, to_excel

    return float(to_excel(from_ISO8601(written)))


def _blocks(
    rows: dict[int, dict[int, _Content]], twice: tuple[Position, ...]
) -> Iterator[SheetRows]:
    """Rows in order, as blocks without gaps."""
    numbers = sorted(rows)
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            first = numbers[start]
            yield _block(first, [rows[number] for number in numbers[start:at]], twice)
            start = at


def _block(first: int, rows: list[dict[int, _Content]], twice: tuple[Position, ...]) -> SheetRows:
    columns: dict[int, list[_Content]] = defaultdict(lambda: [(None, None, 0)] * len(rows))
    for place, row in enumerate(rows):
        for column, content in row.items():
            columns[column][place] = content
    cells = {
        at: ColumnCells.of(*zip(*column, strict=True)) for at, column in sorted(columns.items())
    }
    within = tuple(cell for cell in twice if first <= cell[0] < first + len(rows))
    return SheetRows(first, len(rows), cells, within)
