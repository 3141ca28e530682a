"""Which encoding a text file has: UTF-8, UTF-16 or GB18030."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from exporter.errors import WrongValueError

_BLOCK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHARE_OF_NULS = 0.2  # of a UTF-16 text's bytes at the least, as the names of columns are ASCII
_SAMPLE = 512


def find_encoding(file: BinaryIO) -> str:
    """The encoding of the whole of a text file, by Python's name for it.

    A byte order mark says it. Without one, NULs at every other byte tell UTF-16; what can be read
    as UTF-8 is UTF-8; anything else must be GB18030, which Chinese Windows writes.

    Args:
        file: Read from its start to its end, or to the first byte that fits none.

    Raises:
        WrongValueError: It has none of these; names the first byte that fits none.
    """
    start = file.read(_SAMPLE)
    guess = _by_start(start)
    if guess is not None:
        place = _first_unfit(file, guess.removesuffix("-sig"))
        if place is None:
            return guess
        raise _unfit(file, place, f"not {guess.removesuffix('-sig').upper()}")
    if _first_unfit(file, "utf-8") is None:
        return "utf-8"
    place = _first_unfit(file, "gb18030")
    if place is None:
        return "gb18030"
    raise _unfit(file, place, "neither UTF-8, UTF-16 nor GB18030")


def _by_start(start: bytes) -> str | None:
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start[1::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-le"
    if start[::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-be"
    return None


def _first_unfit(file: BinaryIO, encoding: str) -> int | None:
    """The place of the first byte, from 0, that cannot be read in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for place, block, final in _blocks(file):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(block, final)
        except UnicodeDecodeError as error:
            return place - held + error.start
    return None


def _blocks(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    file.seek(0)
    place = 0
    while block := file.read(_BLOCK):
        yield place, block, False
        place += len(block)
    yield place, b"", True


def _unfit(file: BinaryIO, place: int, what: str) -> WrongValueError:
    file.seek(place)
    byte = file.read(1)[0]
    wrong = f"byte {place + 1:,} (0x{byte:02X}) is {what}"
    return WrongValueError(wrong, "save the file as UTF-8")
