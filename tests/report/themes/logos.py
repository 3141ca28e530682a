"""Logos of invented houses."""

import struct
import zlib

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60">'
    '<rect width="240" height="60" fill="#8A1538"/><circle cx="30" cy="30" r="18" fill="white"/>'
    "</svg>"
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 80, height: int = 20, *extra: bytes, dots: bytes | None = None) -> bytes:
    """A PNG in one colour, with further chunks before its dots."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x8a\x15\x38" * width for _ in range(height))
    packed = zlib.compress(rows) if dots is None else dots
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), *extra, chunk(b"IDAT", packed), chunk(b"IEND", b""))
    )
