"""The zip container of a workbook, written part by part while the parts are being made.

A part is one deflate stream. Pieces of it that were deflated side by side, each up to a full flush,
make one stream when they are put one after another: a full flush ends on a byte, and nothing after
it refers to what came before (RFC 1951, 3.2; zlib's Z_FULL_FLUSH).
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_VERSION, _DEFLATED = 20, 8
_TIME, _DATE = 0, 0x21  # 1 January 1980, as Excel writes: no clock in the file
_LAST_BLOCK = b"\x03\x00"  # an empty block that is marked as the last one
_LIMIT = 0xFFFFFFFF  # bytes; without the zip64 extension, which not every reader knows
_LEVEL, _FAST_LEVEL = 6, 1


class PartTooLargeError(Exception):
    """A part, or the archive, would be larger than a zip file can say."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring bytes of a part, deflated up to a full flush."""

    deflated: bytes
    size: int
    checksum: int


def deflate(content: bytes | memoryview, *, fast: bool = False) -> Piece:
    """Deflate a piece of a part; any thread may do so.

    Args:
        content: The bytes.
        fast: Use ISA-L, several times faster. Its bytes may differ from one kind of processor to
            another, so only what is large is worth it.
    """
    from isal import isal_zlib

    library, level = (isal_zlib, _FAST_LEVEL) if fast else (zlib, _LEVEL)
    stream = library.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = stream.compress(content) + stream.flush(zlib.Z_FULL_FLUSH)
    return Piece(deflated, len(content), isal_zlib.crc32(content))


class Part:
    """A part while it is written: texts, and pieces already deflated, in order."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._texts: list[str] = []
        self.size = self.deflated_size = self.checksum = 0

    def write(self, text: str) -> None:
        """Add a text; the name is that of a file's method, since XlsxWriter calls it."""
        self._texts.append(text)

    def add(self, piece: Piece) -> None:
        """Add a piece already deflated.

        Raises:
            PartTooLargeError: The part is too large.
        """
        if self._texts:
            content = "".join(self._texts).encode()
            self._texts.clear()
            self.add(deflate(content))
        from isal import isal_zlib

        self.checksum = isal_zlib.crc32_combine(self.checksum, piece.checksum, piece.size)
        self.size += piece.size
        self._put(piece.deflated)

    def finish(self) -> None:
        """End the part's stream."""
        self.add(deflate(b""))
        self._put(_LAST_BLOCK)

    def _put(self, deflated: bytes) -> None:
        self.deflated_size += len(deflated)
        if max(self.size, self.deflated_size) > _LIMIT:
            raise PartTooLargeError("the workbook")
        self._file.write(deflated)


class Archive:
    """A zip file that is open for writing; `close` ends it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory: list[bytes] = []

    @contextmanager
    def part(self, name: str) -> Iterator[Part]:
        """A new part, complete when the block is done; one at a time."""
        start = self._file.tell()
        self._file.write(_local(name, Part(self._file)))
        part = Part(self._file)
        yield part
        part.finish()
        end = self._file.tell()
        if end > _LIMIT:
            raise PartTooLargeError("the workbook")
        # Sizes are known only now, and a reader that streams wants them before the content.
        self._file.seek(start)
        self._file.write(_local(name, part))
        self._file.seek(end)
        self._directory.append(_central(name, part, start))

    def write(self, name: str, content: str | bytes) -> None:
        """Add a whole part."""
        with self.part(name) as part:
            part.add(deflate(content.encode() if isinstance(content, str) else content))

    def close(self) -> None:
        """Write the directory of the parts."""
        start, count, directory = self._file.tell(), len(self._directory), b"".join(self._directory)
        end = struct.pack(_END, b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
        self._file.write(directory + end)


def _local(name: str, part: Part) -> bytes:
    sizes = (part.checksum, part.deflated_size, part.size)
    fixed = (_VERSION, 0, _DEFLATED, _TIME, _DATE, *sizes, len(name), 0)
    return struct.pack(_LOCAL, b"PK\3\4", *fixed) + name.encode("ascii")


def _central(name: str, part: Part, start: int) -> bytes:
    sizes = (part.checksum, part.deflated_size, part.size)
    fixed = (_VERSION, _VERSION, 0, _DEFLATED, _TIME, _DATE, *sizes, len(name), 0, 0, 0, 0, 0)
    return struct.pack(_CENTRAL, b"PK\1\2", *fixed, start) + name.encode("ascii")
