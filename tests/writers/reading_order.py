"""A PDF as a screen reader goes through it: the texts of its tags, in their order, with their places."""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_SLACK = 2.0  # points that a line's box reaches into the next


@dataclass(frozen=True)
class Box:
    """A place on the first page, in points from its lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def precedes(self, other: "Box") -> bool:
        """Whether eyes come to this before the other: it is above it, or to its left."""
        is_above = self.bottom >= other.top - _SLACK
        is_left = self.right <= other.left + _SLACK
        return is_above or is_left


@dataclass
class Tag:
    """A tag with what it holds, in order; a text where it holds no further tags."""

    kind: str
    kids: "list[Tag]"
    text: str = ""
    box: Box | None = None

    def texts(self) -> Iterator[str]:
        """What is read out, in order."""
        if self.text:
            yield self.text
        for kid in self.kids:
            yield from kid.texts()

    def whole(self) -> Box | None:
        """All that it takes of the page."""
        boxes = [box for box in (self.box, *(kid.whole() for kid in self.kids)) if box]
        whole = boxes[0] if boxes else None
        for box in boxes[1:]:
            whole = whole and whole.joined(box)
        return whole

    def out_of_order(self) -> Iterator[tuple[str, str]]:
        """Pairs of texts or groups of which eyes come to the second before the first."""
        placed = [(kid, box) for kid in self.kids if (box := kid.whole())]
        for (first, one), (second, two) in combinations(placed, 2):
            if two.precedes(one) and not one.precedes(two):
                yield " ".join(first.texts()), " ".join(second.texts())
        for kid in self.kids:
            yield from kid.out_of_order()


def read_tags(content: bytes) -> Tag:
    """The tags of a PDF's first page, from the root of its tree."""
    marked = _marked_texts(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        kids = [kid for item in _kids(pdf.Root.StructTreeRoot) for kid in _tags(item, marked)]
    return Tag("Root", kids)


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tags(item: pikepdf.Object, marked: dict[int, tuple[str, Box]]) -> Iterator[Tag]:
    if isinstance(item, int):
        if item in marked:  # what draws no text, such as a rule, is read by nobody
            text, box = marked[item]
            yield Tag("text", [], text, box)
    elif "/S" in item:
        kids = [kid for one in _kids(item) for kid in _tags(one, marked)]
        yield Tag(str(item.S)[1:], kids, str(item.get("/Alt", "")) if item.S == "/Figure" else "")


def _marked_texts(content: bytes) -> dict[int, tuple[str, Box]]:
    """The texts of marked content by their numbers, with their places."""
    found: dict[int, tuple[str, Box]] = {}
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    text_page = page.get_textpage()
    for piece in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
        number = pdfium.FPDFPageObj_GetMarkedContentID(piece)
        size = pdfium.FPDFTextObj_GetText(piece, text_page, None, 0)
        letters = (ctypes.c_ushort * (size // 2))()
        pdfium.FPDFTextObj_GetText(piece, text_page, letters, size)
        text = bytes(letters).decode("utf-16-le").rstrip("\0")
        box = Box(*piece.get_bounds())
        if number in found:
            before, place = found[number]
            text, box = before + text, place.joined(box)
        if text.strip():
            found[number] = (text, box)
    document.close()
    return found
