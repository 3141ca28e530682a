"""The bytes of a text file, block by block: its lines, and what fits no encoding."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from exporter.errors import WrongValueError
from exporter.facts.flat.likeness import CANDIDATES

BLOCK = 1 << 20  # bytes read at once
_SHARE_OF_NULS = 0.2  # of a UTF-16 text's bytes at the least, as the names of columns are ASCII
_ASCII = bytes(range(128))
_REFUSED_BYTES = (
    tuple(  # of UTF-8: private use, and controls; each begins with one byte, to be found fast
        map(
            re.compile,
            (rb"\xee", rb"\xef[\x80-\xa3]", rb"\xf3[\xb0-\xbf]", rb"\xf4", rb"\xc2[\x80-\x9f]"),
        )
    )
)
_BEGINNING_OF_FILE = 1 << 17  # bytes
AS_UTF_8 = "save the file as UTF-8"


def sample_of(file: BinaryIO) -> bytes:
    """The first lines of a file, and later ones with bytes that these have not.

    So what two encodings of single bytes have in common in it, they have in the whole.
    """
    parts: list[bytes] = []
    known, rest, room = _ASCII, b"", _BEGINNING_OF_FILE
    for _, block, final in blocks_of(file):
        lines, rest = _whole_lines(rest + block, final)
        if new := lines.translate(None, known):
            beginning, _ = _whole_lines(lines[:room], final=False)
            parts.append(beginning)
            more = lines[len(beginning) :].splitlines(keepends=True)
            known += bytes({*beginning} - {*known})
            parts += (line for line in more if line.translate(None, known))
            known += bytes({*new} - {*known})
            room = 0
        elif not parts:
            parts.append(_whole_lines(lines[:room], final=False)[0])
    return b"".join(parts)


def _whole_lines(block: bytes, final: bool) -> tuple[bytes, bytes]:
    """The lines of a block, and the beginning of one that does not end in it."""
    end = len(block) if final else block.rfind(b"\n") + 1 or len(block)
    return block[:end], block[end:]


def start_of(file: BinaryIO, size: int) -> bytes:
    """The first bytes of a file."""
    file.seek(0)
    return file.read(size)


def by_nuls(start: bytes) -> str:
    """The form of UTF-16 that many zeros in the first bytes of a file show; "" for none."""
    if start[1::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-le"
    if start[::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-be"
    return ""


def demand_whole(file: BinaryIO, encoding: str, what: str, right: str = AS_UTF_8) -> str:
    """The encoding, if the whole of a file is in it.

    Raises:
        WrongValueError: It is not.
    """
    place = first_unfit(file, encoding.removesuffix("-sig"))
    if place is not None:
        raise unfit_byte(file, place, what, right)
    return encoding


def first_unfit(file: BinaryIO, encoding: str) -> int | None:
    """The place of the first byte, from 0, that cannot be read in an encoding, or roughly so."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for place, block, final in blocks_of(file):
        kept = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final)
        except UnicodeDecodeError as error:
            return place - kept + error.start
        except UnicodeError:  # of UTF-16 without its mark, which has no place
            return place
        if encoding in CANDIDATES and (before := _before_refused(text)) is not None:
            return place - kept + len(before.encode(encoding))
    return None


def _before_refused(text: str) -> str | None:
    """What stands before the first character that is private, or a control; None for none."""
    content = text.encode()
    matches = [match.start() for each in _REFUSED_BYTES if (match := each.search(content))]
    return content[: min(matches)].decode() if matches else None


def blocks_of(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """A file piece by piece: where each begins, its bytes, whether the file has ended."""
    file.seek(0)
    place = 0
    while block := file.read(BLOCK):
        yield place, block, False
        place += len(block)
    yield place, b"", True


def unfit_byte(file: BinaryIO, place: int, what: str, right: str = AS_UTF_8) -> WrongValueError:
    """What to say of a byte of a file that is no part of a text."""
    file.seek(place)
    byte = file.read(1)[0]
    return WrongValueError(f"byte {place + 1:,} (0x{byte:02X}) is {what}", right)
