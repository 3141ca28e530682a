"""A document as it was read: its text, where each piece of it stands, what it tells of itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "markdown", "html", "pdf", "docx"]
NO_TEXTS = frozenset({".pdf", ".docx"})  # suffixes of documents that are none as they lie there
LOST = "\ufffd"  # stands for a letter of which a document does not say what it is
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of a document's text stands.

    Attributes:
        page: From 1; 0 where the document has no pages.
        box: Left, bottom, right, top in PDF points.
        paragraph: From 1, where the document has no pages; else 0.
    """

    page: int = 0
    box: Box | None = None
    paragraph: int = 0

    def __str__(self) -> str:
        """As a record has it: `p12 72.0 540.1 300.0 552.3`, or `¶31`."""
        if not self.page:
            return f"¶{self.paragraph}"
        return " ".join([f"p{self.page}", *(f"{edge:.1f}" for edge in self.box or ())])


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines of a document around a quote, which is marked in them.

    Attributes:
        png: The bytes of the picture.
        pages: The pages that they are on, from 1.
    """

    png: bytes
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document tells of itself; None for what it does not.

    Attributes:
        published: When it appeared.
        language: `en`, `zh`, or the BCP 47 tag of another.
        created: When the file was made, which may be long after it was written.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    created: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    r"""A document as it was read.

    Attributes:
        text: Its paragraphs, joined by line ends, without line ends in them; a row of a table is
            a paragraph, its cells joined by tabs.
        places: Offsets in the text, in order, and the place that holds from there to the next.
        extractor: Name and version of what read it: `pdf-1/pypdfium2-5.15.0`.
    """

    kind: Kind
    text: str
    places: tuple[tuple[int, Place], ...]
    metadata: Metadata
    extractor: str

    def place_of(self, start: int, end: int) -> Place | None:
        """Where a stretch of the text stands; what runs over pages, where it begins.

        None where the document has no places.
        """
        first = max(bisect_right(self.places, start, key=_offset) - 1, 0)
        last = bisect_left(self.places, end, key=_offset)
        return _around(place for _, place in self.places[first:last])


def _offset(placed: tuple[int, Place]) -> int:
    return placed[0]


def _around(places: Iterable[Place]) -> Place | None:
    """The place around several; that of the first page, if they run over pages."""
    found = list(places)
    if not found:
        return None
    begin = found[0]
    boxes = [place.box for place in found if place.page == begin.page and place.box is not None]
    if not boxes:
        return begin
    left, bottom, right, top = zip(*boxes, strict=True)
    return Place(begin.page, (min(left), min(bottom), max(right), max(top)))
