"""HTML pages: the article that one holds, without what stands around it.

charset.py     bytes to a text, as browsers do it
tree.py        elements: what is seen, what begins a line of its own, how much of it is links
article.py     which part of a page is the article; around.py: what is called otherwise
paragraphs.py  an article as paragraphs: headings, items, rows of tables
tables.py      which tables hold data, and their rows
metadata.py    what a page tells of itself
json_ld.py     what it tells search engines
"""

from collections.abc import Sequence
from dataclasses import replace

from exporter.evidence.documents.headline import told_in_head
from exporter.evidence.documents.html.article import article_of
from exporter.evidence.documents.html.charset import page_text
from exporter.evidence.documents.html.metadata import page_metadata
from exporter.evidence.documents.html.paragraphs import paragraphs_of
from exporter.evidence.documents.html.tree import parse_page
from exporter.evidence.documents.model import Document, Metadata, Place
from exporter.limits import ReadingLimits

EXTRACTOR = "html-4"


def read_html(data: bytes, limits: ReadingLimits) -> Document:
    """The article of a page.

    Args:
        data: The page as it was saved.
        limits: How much is read of it; unused, since whoever calls it bounds the process.

    Raises:
        InputError: Nobody can tell its encoding.
    """
    from lxml import __version__ as parser

    del limits
    written = page_text(data)
    page = parse_page(written)
    told = page_metadata(page, written)
    paragraphs = list(paragraphs_of(*article_of(page)))
    metadata = _completed(told, paragraphs)
    text, places = "", []
    for number, paragraph in enumerate(paragraphs, 1):
        text += "\n" if text else ""
        places.append((len(text), Place(paragraph=number)))
        text += paragraph
    return Document("html", text, tuple(places), metadata, f"{EXTRACTOR}/lxml-{parser}")


def _completed(metadata: Metadata, paragraphs: Sequence[str]) -> Metadata:
    """What a page tells of itself; by whom and when, as its head has it where nothing else does."""
    head = told_in_head(paragraphs, metadata.title)
    return replace(
        metadata,
        publisher=metadata.publisher or head.publisher,
        author=metadata.author or head.author,
        published=metadata.published or head.published,
    )
