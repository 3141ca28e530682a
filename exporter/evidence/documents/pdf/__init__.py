"""PDFs with a text layer, read as paragraphs and rows of tables, each with its page and box.

pages.py       a PDF's pages, read in processes of their own: large files in two of them
words.py       the words of a page; meant.py: what their characters mean
segments.py    words side by side on a line
columns.py     the order in which a page is read; rows.py: what stands at one height of a column;
               stacked.py: heads of columns in several lines; cells.py: cells that only the rows
               around tell apart
running.py     headers, footers and numbers of pages, which are left out
paragraphs.py  rows put together; text.py: paragraphs as one text with its places
metadata.py    what a PDF tells of itself
pictures/      small pictures of the lines around quotes
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import zip_longest

from exporter.engine.processors import has_two_processors
from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.errors import WrongValueError
from exporter.evidence.documents.model import Document
from exporter.evidence.documents.pdf.metadata import metadata_of
from exporter.evidence.documents.pdf.pages import Page, Start, read_pages
from exporter.evidence.documents.pdf.paragraphs import paragraphs_of
from exporter.evidence.documents.pdf.running import without_running
from exporter.evidence.documents.pdf.text import text_of
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits

_VERSION = "pdf-8"  # rises when the text of the same file changes
_MUCH = 500_000  # bytes, some fifty pages: less is not worth the start of a second process
_AT_ONCE = 8  # pages, which are unlike: one by one, each process would wait for the other
_UNREAD = 0.3  # of a document's characters; with more that mean nothing it cannot be read


def read_pdf(data: bytes, limits: ReadingLimits) -> Document:
    """Read a PDF's text layer in reading order.

    Raises:
        InputError: It is locked or damaged, has no text, or takes too much to be read.
    """
    confinement = Confinement(limits.memory_bytes, limits.reading_seconds)
    step = 2 if len(data) > _MUCH and has_two_processors() else 1
    try:
        with ExitStack() as context:
            readers = [
                context.enter_context(
                    stream_from_worker(
                        read_pages, data, first, step, confinement=confinement, at_once=_AT_ONCE
                    )
                )
                for first in range(step)
            ]
            starts: list[Start] = [next(reader) for reader in readers]
            pages = list(_no_more_than(limits.text_bytes, _in_turn(readers)))
    except (WorkerEndedError, MemoryError):
        wrong = "the PDF is damaged, or takes too much memory or time to be read"
        raise InputError(wrong, "print it to a new PDF, or record a part of it") from None
    except InputError:
        raise
    except WrongValueError as error:
        raise InputError(*error.fault) from None
    _refuse_unread(pages)
    text, places = text_of(paragraphs_of(without_running(pages)))
    start = starts[0]
    metadata = metadata_of(start.metadata, start.language)
    return Document("pdf", text, places, metadata, f"{_VERSION}/pypdfium2-{start.version}")


def _in_turn(readers: Iterable[Iterator[Page]]) -> Iterator[Page]:
    """The pages of a file in order, of readers that each read every so-manyth one."""
    for pages in zip_longest(*readers):
        yield from filter(None, pages)


def _no_more_than(most: int, pages: Iterable[Page]) -> Iterator[Page]:
    """Pages, as long as they have no more than so many characters together."""
    characters = 0
    for page in pages:
        characters += page.characters
        if characters > most:
            wrong = f"the PDF's text has more than the {most:,} characters that are read"
            raise InputError(wrong, "record a part of it, or raise the limit (docs/limits.md)")
        yield page


def _refuse_unread(pages: list[Page]) -> None:
    """Go on only if a PDF has a text that says what its characters are.

    Raises:
        InputError: It has not.
    """
    characters = sum(page.characters for page in pages)
    right = "run text recognition (OCR) over it, and record the PDF that it makes"
    if not characters:
        raise InputError("the PDF has no text: its pages are pictures, such as scans", right)
    if sum(page.unread for page in pages) > _UNREAD * characters:
        raise InputError("the PDF does not say which characters its text is made of", right)
