"""What a workbook unpacks to and how far its sheet reaches, looked at before it is read.

A workbook of a few kilobytes may unpack to gigabytes, and its one sheet may have a cell in the
first row and one in the last: whoever reads it takes memory for all that is between them.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile, ZipInfo

from exporter.engine.worker_stream import Confinement
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits, shown_bytes

_ANEW = "save it anew with a spreadsheet program"
# What Python raises for packed bytes that are damaged, encrypted, or packed in some other way.
DAMAGED = (BadZipFile, zlib.error, EOFError, RuntimeError)
_SMALL = 10_000_000  # bytes; what unpacks to no more may be packed as tightly as it likes
_HEAD, _BLOCK, _SEAM = 4_096, 1 << 20, 256  # bytes
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:([A-Z]+)([0-9]+)"')
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*[^/]>')  # one with something in it

# What a reader takes, measured with calamine 0.9: 3.4 bytes for each unpacked one, of which
# hardly more than 50 come of a packed one where people have filled the cells.
_AT_ONCE, _A_PACKED_BYTE, _AN_UNPACKED_BYTE, _USUAL_RATIO = 300_000_000, 3, 8, 50
_A_CELL = 40  # bytes, filled or not
_SECONDS, _BYTES_A_SECOND = 4, 2_000_000


def confinement_of(content: bytes, limits: ReadingLimits) -> Confinement:
    """What a process may use to read a workbook, by what is packed in it.

    Args:
        content: The file; one that is no zip, such as an .xls, unpacks to nothing.
        limits: What may be packed in it, and how much memory any process may use.

    Raises:
        InputError: There is too much packed in it, or packed too tightly.
    """
    parts = _parts(content, limits)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        most = shown_bytes(limits.unpacked_bytes)
        wrong = (
            f"the workbook unpacks to {shown_bytes(unpacked)}, more than the {most} that are read"
        )
        raise InputError(wrong, "part it into smaller ones, or raise the limit (docs/limits.md)")
    for part in parts:
        if part.file_size > max(_SMALL, part.compress_size * limits.packed_ratio):
            times = part.file_size // max(part.compress_size, 1)
            wrong = f"{part.filename} in it unpacks to {times:,} times its size"
            raise InputError(wrong, "save it with a spreadsheet program, which packs no such files")
    usual = min(unpacked, len(content) * _USUAL_RATIO)
    memory = _AT_ONCE + len(content) * _A_PACKED_BYTE + usual * _AN_UNPACKED_BYTE
    seconds = _SECONDS + unpacked // _BYTES_A_SECOND
    return Confinement(min(memory, limits.memory_bytes), min(seconds, limits.reading_seconds))


def most_cells(confinement: Confinement, limits: ReadingLimits) -> int:
    """Over how many cells a sheet may reach for a process to have room for them."""
    return min(limits.cells, confinement.memory_bytes // _A_CELL)


def refuse_reach(content: bytes, place: int, most: int, *, is_suspected: bool) -> None:
    """Refuse a sheet that reaches over too many cells, by the cells themselves.

    Args:
        content: The workbook.
        place: Of the sheet among the sheets, from 0.
        most: How many cells.
        is_suspected: Whether to look at each cell, whatever the sheet says of itself.

    Raises:
        InputError: It does, or the part with the sheet is damaged.
    """
    part = _sheet_part(content, place)
    if part is None:
        return
    try:
        with ZipFile(BytesIO(content)) as book, book.open(part) as sheet:
            said = _DIMENSION.search(sheet.read(_HEAD))
        if not is_suspected and said and column_number(said[1]) * int(said[2]) <= most:
            return
        with ZipFile(BytesIO(content)) as book, book.open(part) as sheet:
            rows, columns, last = _reach(sheet)
    except DAMAGED as error:
        raise InputError(f"{part} in it is damaged: {error}", _ANEW) from error
    if rows * columns > most:
        wrong = f"its cells reach as far as {last}, over {rows:,} rows and {columns:,} columns"
        raise InputError(wrong, "clear the cells far out, and save it")


def _parts(content: bytes, limits: ReadingLimits) -> list[ZipInfo]:
    if not content.startswith(b"PK"):
        return []
    if content.count(b"PK\x01\x02") > limits.files:  # before a list is made of them
        raise InputError(f"more than {limits.files:,} files are packed in it", _ANEW)
    try:
        with ZipFile(BytesIO(content)) as book:
            return book.infolist()
    except BadZipFile as error:
        raise InputError(f"this is no workbook that can be read: {error}", _ANEW) from error


def _sheet_part(content: bytes, place: int) -> str | None:
    """The name of the part with a sheet; None where it is kept in another way."""
    if not content.startswith(b"PK"):
        return None
    try:
        with ZipFile(BytesIO(content)) as book:
            return book.getinfo(WorkbookParts(book).sheet_part(place)).filename
    except (*DAMAGED, LookupError, ValueError, ET.ParseError):  # the reader tells what is wrong
        return None


def _reach(sheet: IO[bytes]) -> tuple[int, int, str]:
    """Over how many rows and columns the filled cells of a sheet reach, and how far."""
    rows, columns = [0, 0], [0, 0]
    for block in overlapping(sheet):
        cells = _CELL.findall(block)
        _widen(rows, (int(row) for _, row in cells))
        _widen(columns, (column_number(letters) for letters in {letters for letters, _ in cells}))
    last = f"{column_letters(columns[1])}{rows[1]}"
    return rows[1] - rows[0] + 1, columns[1] - columns[0] + 1, last


def overlapping(sheet: IO[bytes]) -> Iterator[bytes]:
    """The sheet in blocks, each with the end of the one before it."""
    seam = b""
    while block := sheet.read(_BLOCK):
        yield seam + block
        seam = block[-_SEAM:]


def _widen(ends: list[int], places: Iterator[int]) -> None:
    """Move a first and a last place apart, so that other places lie between them."""
    for place in places:
        ends[0] = min(ends[0] or place, place)
        ends[1] = max(ends[1], place)


def column_number(letters: bytes) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def column_letters(column: int) -> str:
    """The letters of a column, from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
