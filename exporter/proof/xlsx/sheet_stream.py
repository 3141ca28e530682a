"""A worksheet as a stream: its rows block by block, and then what stands around them.

Many rows of the usual shape of XML are read by `plain_xml`, quickly; any others, and those of small
sheets, by `sheet_events`, tag by tag: cutting a sheet at all its brackets is worth it from some
hundred cells on.
"""

import re
from collections.abc import Iterator
from zipfile import ZipFile

import pyarrow as pa

from exporter.proof.xlsx.plain_tags import NotPlainError
from exporter.proof.xlsx.plain_xml import read_plain
from exporter.proof.xlsx.rows import SheetRows
from exporter.proof.xlsx.shared_strings import MAIN
from exporter.proof.xlsx.sheet_events import EventReader

_SMALL, _PIECE = 1 << 16, 1 << 20  # bytes of XML read at once, at first and then
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
        is_small = len(buffer) <= _SMALL and _END in rest
        if is_small or not begin or not _HEAD.match(head) or b"<!" in head:
            yield from self._by_events(b"", buffer, pieces)
            return
        self._frame = head
        yield from self._plain(rest, pieces)

    def frame(self) -> bytes:
        """The worksheet without its rows, when all rows have been read."""
        return self._frame

    def _pieces(self) -> Iterator[bytes]:
        with self._archive.open(self._path) as part:
            size = _SMALL
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
        reader = EventReader(self._shared)
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
