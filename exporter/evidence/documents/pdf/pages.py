"""The pages of a PDF as rows in reading order, read one after another in a process of its own."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from exporter.errors import WrongValueError
from exporter.evidence.documents.model import Box
from exporter.evidence.documents.pdf.cells import with_near_cells
from exporter.evidence.documents.pdf.columns import reading_order
from exporter.evidence.documents.pdf.rows import Row, rows_of
from exporter.evidence.documents.pdf.segments import Segment, segments_of
from exporter.evidence.documents.pdf.words import Word, turned, words_of_page

_ANEW = "get it anew, or print it to a new PDF"
_LOCKED = 4  # FPDF_ERR_PASSWORD


class Start(NamedTuple):
    """What a PDF tells of itself."""

    metadata: dict[str, str]
    language: str
    version: str


class Page(NamedTuple):
    """A page's rows, flow by flow in reading order.

    Attributes:
        bottom: The lower edge of what is seen of it.
        top: The upper edge; both of the page turned back so that its text is upright.
        unread: Characters of which the file does not say what they are.
    """

    flows: list[list[Row]]
    bottom: float
    top: float
    characters: int
    unread: int


def read_pages(data: bytes, first: int = 0, step: int = 1) -> Iterator[Start | Page]:
    """What a PDF tells of itself, then its pages; a page is let go before the next is read.

    Args:
        data: The whole file.
        first: The page to begin with, from 0.
        step: How many pages on the next one is.

    Raises:
        WrongValueError: It is locked or damaged.
    """
    import pypdfium2

    with opened(data) as document:
        metadata = document.get_metadata_dict(skip_empty=True)
        yield Start(metadata, _language(document), str(pypdfium2.PYPDFIUM_INFO))
        for number in range(first, len(document), step):
            try:
                page = _page(document, number)
            except pypdfium2.PdfiumError:
                raise WrongValueError(f"page {number + 1} of the PDF is damaged", _ANEW) from None
            yield page


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A PDF as PDFium has it.

    Raises:
        WrongValueError: It is locked or damaged.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            wrong = "the PDF is locked by a password"
            right = "open it with the password, save or print it without, and record that file"
        else:
            wrong, right = "the PDF is damaged", _ANEW
        raise WrongValueError(wrong, right) from None
    try:
        yield document
    finally:
        document.close()


def _language(document: Any) -> str:
    import ctypes

    import pypdfium2.raw as pdfium

    size = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)  # of UTF-16, in bytes
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFCatalog_GetLanguage(document.raw, units, size)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """A page of a PDF, from 0, with what its form fields show as a part of it."""
    page = document[number]
    try:
        if _has_form_fields(page):
            page = _with_form_fields(document, page, number)
        yield page
    finally:
        page.close()


def _page(document: Any, number: int) -> Page:
    with opened_page(document, number) as page:
        # Not get_cropbox, which does not know what a page inherits.
        left, bottom, right, top = page.get_bbox()
        textpage = page.get_textpage()
        try:
            words = [
                word
                for word in words_of_page(textpage)
                if _is_within(word, (left, bottom, right, top))
            ]
        finally:
            textpage.close()
    flows = [with_near_cells(list(rows_of(flow))) for flow in _flows(words)]
    turn = Counter(word.turn for word in words).most_common(1)[0][0] if words else 0
    edges = ((bottom, top), (-right, -left), (-top, -bottom), (left, right))[turn]
    characters = Counter("".join(word.text for word in words))
    unread = sum(characters[each] for each in characters if _is_unread(each))
    return Page(flows, *edges, characters.total(), unread)


def _is_within(word: Word, seen: Box) -> bool:
    """Whether a word is on what is seen of the page, and not on its cut edges."""
    box = (word.left, word.bottom, word.right, word.top)
    if word.turn:
        box = turned(box, -word.turn)
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return seen[0] <= across <= seen[2] and seen[1] <= up <= seen[3]


def _flows(words: list[Word]) -> Iterator[list[Segment]]:
    """The flows of a page: those of the text that most of it is, then what is turned otherwise."""
    turns = Counter(word.turn for word in words)
    for turn in sorted(turns, key=lambda turn: (-turns[turn], turn)):
        upright = segments_of(word for word in words if word.turn == turn)
        yield from reading_order(upright)


def _has_form_fields(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            return True
    return False


def _with_form_fields(document: Any, page: Any, number: int) -> Any:
    """The page anew, with what its form fields show as a part of its text."""
    import pypdfium2.raw as pdfium

    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return document[number]


def _is_unread(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") or character == "\ufffd"
