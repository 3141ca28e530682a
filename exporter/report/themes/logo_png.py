"""PNG files of strangers: whole, of a bounded size, and with nothing in them but the picture.

Source: W3C, Portable Network Graphics, third edition.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from exporter.errors import WrongValueError

_BEGIN = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">IIBBBBB")
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")  # what the picture is made of
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_LARGEST = 4_000_000  # pixels
_METRE, _MILLIMETRE = 1, 1000
_RIGHT = "save it again as a PNG that is not interlaced"


class PngSize(NamedTuple):
    """How many pixels a picture has."""

    width: int
    height: int

    @property
    def ratio(self) -> float:
        """How many times as wide as high."""
        return self.width / self.height


def plain_png(content: bytes) -> bytes:
    """A PNG with nothing but its picture: no texts, no profiles, no dates.

    Raises:
        WrongValueError: It is no whole PNG, or one that is larger than a logo.
    """
    chunks = list(_chunks(content))
    kinds = [kind for kind, _ in chunks]
    if not chunks or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise WrongValueError("is no whole PNG", _RIGHT)
    _refuse_unlike_head(chunks[0][1], b"".join(data for kind, data in chunks if kind == b"IDAT"))
    return _BEGIN + b"".join(_chunk(kind, data) for kind, data in chunks if kind in _KEPT)


def png_size(content: bytes) -> PngSize:
    """How large a PNG is that `plain_png` made."""
    width, height = struct.unpack_from(">II", content, 16)
    return PngSize(width, height)


def png_of_height(content: bytes, millimetres: float) -> bytes:
    """A PNG of `plain_png` that says how high it is to be printed."""
    per_metre = round(png_size(content).height / millimetres * _MILLIMETRE)
    head_end = len(_BEGIN) + 12 + _HEAD.size
    density = _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, _METRE))
    return content[:head_end] + density + content[head_end:]


def rgba_png(rows: list[bytes]) -> bytes:
    """A PNG of rows from top to bottom, each with four bytes a pixel: red, green, blue, opacity."""
    head = _HEAD.pack(len(rows[0]) // 4, len(rows), 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return _BEGIN + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_BEGIN)
    while content.startswith(_BEGIN) and at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if content[at + 8 + length : at + 12 + length] != struct.pack(
            ">I", zlib.crc32(kind + data)
        ):
            raise WrongValueError("is a damaged PNG", _RIGHT)
        yield kind, data
        at += 12 + length
        if kind == b"IEND":
            return


def _refuse_unlike_head(head: bytes, packed: bytes) -> None:
    """Refuse what is not as large as its head says, before anything unpacks all of it."""
    if len(head) != _HEAD.size:
        raise WrongValueError("is a damaged PNG", _RIGHT)
    width, height, bits, colours, *form = _HEAD.unpack(head)
    if any(form) or colours not in _CHANNELS or bits not in {1, 2, 4, 8, 16}:
        raise WrongValueError("is a PNG of an unusual form", _RIGHT)
    if not 0 < width * height <= _LARGEST:
        wrong = f"has {width:,} by {height:,} pixels, and may have {_LARGEST:,} in all"
        raise WrongValueError(wrong, "make it smaller: 1,000 pixels are sharp on paper, too")
    size = height * (1 + (width * bits * _CHANNELS[colours] + 7) // 8)
    unpacking = zlib.decompressobj()
    try:
        unpacked = len(unpacking.decompress(packed, size + 1))
    except zlib.error as error:
        raise WrongValueError("is a damaged PNG", _RIGHT) from error
    if unpacked != size:
        raise WrongValueError("is a damaged PNG", _RIGHT)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
