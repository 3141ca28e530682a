"""HTML pages: the article that one holds, without what stands around it.

charset.py     bytes to a text, as browsers do it
tree.py        elements: what is seen, what begins a line of its own, how much of it is links
article.py     which part of a page is the article; around.py: what is called otherwise
paragraphs.py  an article as paragraphs: headings, items, rows of tables
tables.py      which tables hold data, and their rows
metadata.py    what a page tells of itself
json_ld.py     what it tells search engines
"""

from exporter.evidence.documents.html.article import article_of
from exporter.evidence.documents.html.charset import page_text
from exporter.evidence.documents.html.metadata import page_metadata
from exporter.evidence.documents.html.paragraphs import paragraphs_of
from exporter.evidence.documents.html.tree import parse_page
from exporter.evidence.documents.model import Document, Place
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
    metadata = page_metadata(page, written)
    text, places = "", []
    for number, paragraph in enumerate(paragraphs_of(*article_of(page)), 1):
        text += "\n" if text else ""
        places.append((len(text), Place(paragraph=number)))
        text += paragraph
    return Document("html", text, tuple(places), metadata, f"{EXTRACTOR}/lxml-{parser}")
