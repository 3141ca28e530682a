"""What kind of document a file is: by how it begins, what is packed in it, and its suffix."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from exporter.evidence.documents.model import Kind
from exporter.inputs.opened import InputError

_SUFFIXES: Mapping[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
}
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # ([MS-OFFCRYPTO], 2.3.4.1)
# What begins so is none of these, whatever its name is.
_OTHERS: Mapping[bytes, tuple[str, str]] = {
    _COMPOUND: ("a file of an old office program (.doc, .xls, .ppt)", "as PDF or .docx"),
    b"{\\rtf": ("rich text (.rtf)", "as .docx"),
    b"\x89PNG": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"\xff\xd8\xff": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"II*\0": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"MM\0*": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"%!PS": ("PostScript", "as PDF"),
}
# Parts of a zip archive, by their names, and what an archive that has them is.
_PACKED: Mapping[bytes, tuple[str, str]] = {
    b"xl/workbook": ("a workbook", "its sheet as PDF, or take its facts from it (`facts:`)"),
    b"ppt/presentation": ("a presentation", "it as PDF"),
    b"application/vnd.oasis.opendocument": ("an OpenDocument file", "it as .docx or PDF"),
    b"application/epub": ("an e-book", "it as PDF"),
}
_WORD = b"word/document"
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_HEAD = 1_024  # bytes
_PAGE = re.compile(
    rb"\s*<(?:!doctype\s+html|html|head|body|!--|\?xml[^>]*>\s*(?:<!doctype html|<html))"
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ARCHIVED_PAGE = re.compile(rb"(?im)^content-type:\s*multipart/related")


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a document.

    Raises:
        InputError: It is of a kind that is not read.
    """
    if not data.strip():
        raise InputError("the file is empty", "name the document")
    if data.startswith(_COMPOUND) and _ENCRYPTED in data:
        raise InputError("the document has a password", "save it without one")
    for mark, (what, way) in _OTHERS.items():
        if data.startswith(mark):
            raise InputError(f"the file is {what}, which is not read", f"save it {way}")
    if _PDF in data[:_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return _packed_kind(data)
    if _ARCHIVED_PAGE.search(data[:_HEAD]):
        wrong = "the file is an archived page (.mhtml), which is not read"
        raise InputError(wrong, "save the page as HTML alone")
    if _PAGE.match(_plain_head(data)):
        return "html"
    return _SUFFIXES.get(PurePath(name).suffix.lower(), "text")


def _packed_kind(data: bytes) -> Kind:
    if _WORD in data:
        return "docx"
    for part, (what, way) in _PACKED.items():
        if part in data:
            raise InputError(f"the file is {what}, which is not read", f"save {way}")
    raise InputError("the file is a zip archive", "unpack it, and name the document in it")


def _plain_head(data: bytes) -> bytes:
    """How a file begins, in small letters of ASCII, without a byte order mark."""
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lower()
