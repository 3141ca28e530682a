"""Documents that facts are quoted from, read as text with where each piece of it stands.

model.py    a document, its places, what it tells of itself
plain.py    text files, hard-wrapped ones too
pdf/        PDFs with a text layer
joining.py  lines put together, broken words made whole
"""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from exporter.evidence.documents.model import Document, Kind
from exporter.evidence.documents.pdf import read_pdf
from exporter.evidence.documents.plain import read_plain
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits

_Reader = Callable[[bytes, ReadingLimits], Document]
_READERS: Mapping[Kind, _Reader] = {
    "text": read_plain,
    "pdf": read_pdf,
}
_MARKS: Mapping[bytes, Kind] = {b"%PDF-": "pdf"}
_SUFFIXES: Mapping[str, Kind] = {".pdf": "pdf"}
# What begins so is none of these, whatever its name is.
_OTHERS: Mapping[bytes, tuple[str, str]] = {
    b"\xd0\xcf\x11\xe0": ("a file of an old office program (.doc, .xls, .ppt)", "as PDF or .docx"),
    b"{\\rtf": ("rich text (.rtf)", "as .docx"),
    b"\x89PNG": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"\xff\xd8\xff": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"II*\0": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"MM\0*": ("a picture", "as a PDF with text, by a program that recognises text"),
    b"%!PS": ("PostScript", "as PDF"),
}


def read_document(name: str, data: bytes, limits: ReadingLimits) -> Document:
    """The text of a document, whatever kind of file it is, with its places and metadata.

    Args:
        name: Of the file; its suffix tells the kind where the content does not.
        data: The whole file.
        limits: How much is read of it.

    Raises:
        InputError: It is no document that can be read, or holds no text.
    """
    return _READERS[kind_of(name, data)](data, limits)


def kind_of(name: str, data: bytes) -> Kind:
    """What kind of document a file is, by how it begins, then by its suffix.

    Raises:
        InputError: It is of a kind that is not read.
    """
    if not data.strip():
        raise InputError("the file is empty", "name the document")
    for mark, (what, way) in _OTHERS.items():
        if data.startswith(mark):
            raise InputError(f"the file is {what}, which is not read", f"save it {way}")
    by_mark = (kind for mark, kind in _MARKS.items() if mark in data[:1024])
    return next(by_mark, None) or _SUFFIXES.get(PurePath(name).suffix.lower(), "text")
