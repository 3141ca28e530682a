"""Documents that facts are quoted from, read as text with where each piece of it stands.

model.py     a document, its places, what it tells of itself
kinds.py     what kind of document a file is
confined.py  a document read in a process of its own
plain.py     text files, hard-wrapped ones too
aligned.py   tables of plain texts that are set by blanks; aligned_cells.py: their cells;
             barred.py: those set by bars
mail.py      the head of a mail; quoted_lines.py: what it quotes of another one
headline.py  what stands above an article
pdf/         PDFs with a text layer
markdown.py  Markdown, with its front matter
html/        pages of the web: the article alone
docx/        Word's documents
joining.py   lines put together, broken words made whole
language.py  languages as documents name them
dates.py     days as documents write them
raised.py    numbers that stand high
"""

from collections.abc import Mapping

from exporter.evidence.documents.confined import Reader, read_confined
from exporter.evidence.documents.kinds import kind_of
from exporter.evidence.documents.model import Document, Kind
from exporter.limits import ReadingLimits


def read_document(name: str, data: bytes, limits: ReadingLimits) -> Document:
    """The text of a document, whatever kind of file it is, with its places and metadata.

    Args:
        name: Of the file; its suffix tells the kind where the content does not.
        data: The whole file.
        limits: How much is read of it.

    Raises:
        InputError: It is no document that can be read, or holds no text.
    """
    kind = kind_of(name, data)
    if kind in _CONFINED:
        return read_confined(_CONFINED[kind], data, limits)
    return _BY_THEMSELVES[kind](data, limits)


# What reads a kind is loaded with the first of that kind, which takes a while.
def _read_plain(data: bytes, limits: ReadingLimits) -> Document:
    from exporter.evidence.documents.plain import read_plain

    return read_plain(data, limits)


def _read_markdown(data: bytes, limits: ReadingLimits) -> Document:
    from exporter.evidence.documents.markdown import read_markdown

    return read_markdown(data, limits)


def _read_pdf(data: bytes, limits: ReadingLimits) -> Document:
    from exporter.evidence.documents.pdf import read_pdf

    return read_pdf(data, limits)


def _read_html(data: bytes, limits: ReadingLimits) -> Document:
    from exporter.evidence.documents.html import read_html

    return read_html(data, limits)


def _read_docx(data: bytes, limits: ReadingLimits) -> Document:
    from exporter.evidence.documents.docx import read_docx

    return read_docx(data, limits)


_BY_THEMSELVES: Mapping[Kind, Reader] = {"text": _read_plain, "pdf": _read_pdf}
_CONFINED: Mapping[Kind, Reader] = {
    "markdown": _read_markdown,
    "html": _read_html,
    "docx": _read_docx,
}
