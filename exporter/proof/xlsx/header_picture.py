"""The picture in a page's header: the theme's logo as dots, and no other."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.xlsx.package import read_relationships
from exporter.report.themes.logo import Logo

_BEGIN = b"\x89PNG\r\n\x1a\n"
_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")  # chunks that make it


def header_pictures(archive: ZipFile, paths: Iterable[str], sheet: Element) -> Iterator[bytes]:
    """The files of the pictures that stand in a sheet's header.

    Args:
        archive: The workbook's file.
        paths: Of drawings of the older kind, which comments have, too.
        sheet: The sheet, whose header names one of them.
    """
    if not any(str(element.tag).endswith("}legacyDrawingHF") for element in sheet):
        return
    for path in paths:
        fromstring(archive.read(path))  # noqa: S314 - as in package
        for related in read_relationships(archive, path).all:
            yield archive.read(related.target) if related.kind == "image" else b""


def compare_header_picture(
    place: str, pictures: tuple[bytes, ...], logo: Logo | None
) -> Iterator[Difference]:
    """Compare what stands in a header with the logo that should."""
    expected = [_dots(logo.png)] if logo else []
    found = [_dots(picture) for picture in pictures]
    if found != expected:
        told = "another picture" if found and expected else "a picture"
        yield unlike(
            place,
            "logo in the page header",
            "the theme's" if expected else NOTHING,
            told if found else MISSING,
        )


def _dots(content: bytes) -> bytes:
    """What of a PNG makes its picture: not how large it is printed."""
    kept, at = b"", len(_BEGIN)
    while content.startswith(_BEGIN) and at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] in _PICTURE:
            kept += content[at + 4 : at + 8 + length]
        at += 12 + length
    return kept or content
