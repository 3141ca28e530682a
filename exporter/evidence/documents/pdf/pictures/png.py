"""PNG files of few colours: one byte for each pixel, which says its colour's number.

Source: W3C, Portable Network Graphics, third edition.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BEGIN = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">IIBBBBB")
_OF_PALETTE = (8, 3, 0, 0, 0)  # bits, colour type, compression, filters, not interlaced
_SMALLEST = 9  # how hard zlib tries

Colour = tuple[int, int, int]


class Size(NamedTuple):
    """How many pixels a picture has."""

    width: int
    height: int


def png(rows: Sequence[bytes], palette: Iterable[Colour]) -> bytes:
    """A picture; the same rows give the same bytes with the same zlib.

    Args:
        rows: From top to bottom, each with a byte for each pixel.
        palette: The colours by their numbers.
    """
    head = _HEAD.pack(len(rows[0]), len(rows), *_OF_PALETTE)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), _SMALLEST)
    colours = bytes(part for colour in palette for part in colour)
    parts = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", packed), (b"IEND", b""))
    return _BEGIN + b"".join(_chunk(kind, data) for kind, data in parts)


def png_size(data: bytes) -> Size:
    """How large a picture is that `png` made.

    Raises:
        ValueError: It made none such.
    """
    end = len(_BEGIN) + 8 + _HEAD.size
    if data[: len(_BEGIN)] != _BEGIN or data[12:16] != b"IHDR" or len(data) < end:
        raise ValueError("a picture is no PNG")
    width, height, *form = _HEAD.unpack(data[16:end])
    if tuple(form) != _OF_PALETTE:
        raise ValueError("a picture is of another form")
    return Size(width, height)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
