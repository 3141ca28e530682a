"""The parts of a workbook compared with those of the workbook that it should be, byte by byte.

For what the comparison of sheets has no words for: themes, row heights, panes, the axes of charts.
How the parts are deflated, in which order they stand, and whether their folders have entries of
their own, makes no difference; but the archive holds nothing else, since what one reader passes
over another may show.
"""

import re
import struct
import zlib
from collections import Counter
from html import unescape
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike, unreadable

_CHUNK = 1 << 20
_LOCAL, _LOCAL_SIZE = "<4s5H3L2H", 30
_CENTRAL_SIZE = 46
_ENDS = {22, 22 + 20 + 56}  # bytes of the end of the directory, without and with zip64
_DESCRIBED, _ENCRYPTED = 0x8, 0x1  # flags of an entry
_APPLICATION_PART = "docProps/app.xml"
_SAID_OF_ITSELF = tuple(
    re.compile(rf"<(?:\w+:)?{name}>([^<]*)<".encode()) for name in ("Application", "AppVersion")
)
_OTHER_NAME = b"\x75\x70"  # a second name of an entry, which some programs take for the first
_DAMAGE = (
    BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip


def find_unlike_part(expected: Path, actual: Path) -> Difference | None:
    """The first part in which a workbook differs from the one that it should be.

    Args:
        expected: The workbook that it should be.
        actual: The one that there is.

    Returns:
        None where every part is the same, and there is nothing between them.
    """
    try:
        with ZipFile(expected) as right, ZipFile(actual) as found, actual.open("rb") as file:
            return _beside_parts(found, file) or _unlike(right, found)
    except _DAMAGE as error:
        return unreadable("", error)


def unpacked_size(path: Path) -> int:
    """How large the parts of a workbook are together, in bytes."""
    with ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def part_names(archive: ZipFile) -> list[str]:
    """The names of an archive's parts, one as often as it is there.

    An entry that packing programs write for the folder of a part is none; but it is where it holds
    something, is there twice, or names a folder in which no part is.
    """
    names = Counter(archive.namelist())
    folders = {
        name[: at + 1]
        for name in names
        if not name.endswith("/")
        for at, character in enumerate(name)
        if character == "/"
    }
    plain = {name for name in folders if names[name] == 1 and _is_empty(archive, name)}
    return [name for name in archive.namelist() if name not in plain]


def _is_empty(archive: ZipFile, name: str) -> bool:
    return not archive.getinfo(name).compress_size and not archive.read(name)


def saving_program(path: Path) -> str:
    """The program that saved a workbook last, as it says of itself; "" where it says nothing.

    Source: ISO/IEC 29500-1, 22.2 (extended file properties).
    """
    try:
        with ZipFile(path) as archive, archive.open(_APPLICATION_PART) as part:
            said = part.read(_CHUNK)
    except (KeyError, *_DAMAGE):
        return ""
    name, version = (
        unescape(found[1].decode("utf-8", "replace")) if (found := pattern.search(said)) else ""
        for pattern in _SAID_OF_ITSELF
    )
    return name if version in name else f"{name} {version}".strip()


def _unlike(right: ZipFile, found: ZipFile) -> Difference | None:
    ours, theirs = Counter(part_names(right)), Counter(part_names(found))
    for name in dict.fromkeys((*ours, *theirs)):
        if ours[name] != theirs[name]:
            times = (MISSING if not count else f"there {count} times" for count in
                     (ours[name], theirs[name]))  # fmt: skip
            return unlike(name, "part", *times)
    return next((told for name in ours if (told := _unlike_part(right, found, name))), None)


def _unlike_part(right: ZipFile, found: ZipFile, name: str) -> Difference | None:
    """Where a part differs, with the text around it; no more is read than the part should have."""
    place = 0
    with right.open(name) as ours, found.open(name) as theirs:
        while True:
            expected, actual = ours.read(_CHUNK), theirs.read(_CHUNK)
            if expected != actual:
                texts = (octets.decode("utf-8", "replace") for octets in (expected, actual))
                return unlike(name, f"content from byte {place:,}", *texts)
            if not expected:
                return None
            place += len(expected)


def _beside_parts(archive: ZipFile, file: BinaryIO) -> Difference | None:
    """What an archive holds besides its parts, one after another, and their directory."""
    end = 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        if entry.header_offset != end or _OTHER_NAME in entry.extra[:2]:
            return unlike("archive", "content", NOTHING, f"more than {entry.filename}")
        if entry.flag_bits & _ENCRYPTED:
            return unlike(entry.filename, "part", "plain", "encrypted")
        end = _end(entry, file)
    directory = sum(
        _CENTRAL_SIZE + len(entry.orig_filename.encode()) + len(entry.extra) + len(entry.comment)
        for entry in archive.infolist()
    )
    rest = file.seek(0, 2) - end - directory
    if rest not in _ENDS or archive.comment:
        return unlike("archive", "content", "parts alone", f"{rest:,} bytes behind its parts")
    return None


def _end(entry: ZipInfo, file: BinaryIO) -> int:
    """Where an entry ends in the file: behind its header, its content, what describes that."""
    file.seek(entry.header_offset)
    *_, name, extra = struct.unpack(_LOCAL, file.read(_LOCAL_SIZE))
    end = entry.header_offset + _LOCAL_SIZE + int(name) + int(extra) + entry.compress_size
    if entry.flag_bits & _DESCRIBED:
        file.seek(end)
        end += 16 if file.read(4) == b"PK\x07\x08" else 12
    return end
