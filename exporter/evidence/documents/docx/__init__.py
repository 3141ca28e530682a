"""Word's documents (.docx): what a reader of the printed page sees.

package.py     the parts of a file, within limits
properties.py  what a document tells of itself
paragraphs.py  paragraphs, rows of tables, text boxes, notes
runs.py        the words of a paragraph, without what was deleted or hidden

Source: ECMA-376 Part 1, 17 (WordprocessingML).
"""

from exporter.evidence.documents.docx.package import Package
from exporter.evidence.documents.docx.paragraphs import paragraphs_of
from exporter.evidence.documents.docx.properties import read_properties
from exporter.evidence.documents.model import Document, Place
from exporter.limits import ReadingLimits

EXTRACTOR = "docx-1"


def read_docx(data: bytes, limits: ReadingLimits) -> Document:
    """The text of a document.

    Args:
        data: The file.
        limits: What may be packed in it.

    Raises:
        InputError: It is damaged, or there is too much packed in it.
    """
    from lxml import __version__ as parser

    package = Package.of(data, limits)
    text, places = "", []
    for number, paragraph in enumerate(paragraphs_of(package), 1):
        text += "\n" if text else ""
        places.append((len(text), Place(paragraph=number)))
        text += paragraph
    properties = read_properties(package)
    return Document("docx", text, tuple(places), properties, f"{EXTRACTOR}/lxml-{parser}")
