"""Small pictures of the lines of a PDF around quotes, which are marked in them.

letters.py  the letters of a page, and those that a passage's words are
strips.py   which parts of a page are shown
drawing.py  these parts drawn, what is marked in them tinted and outlined
png.py      the file

A picture's bytes hang on the PDF, the quote, PDFium and zlib; and, where a PDF does not bring its
fonts along, on those of the machine.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from statistics import median
from typing import Any

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.errors import WrongValueError
from exporter.evidence.documents.model import Picture
from exporter.evidence.documents.pdf.pages import opened, opened_page
from exporter.evidence.documents.pdf.pictures.drawing import (
    PALETTE,
    View,
    drawn,
    one_below_another,
)
from exporter.evidence.documents.pdf.pictures.letters import (
    Letter,
    Marked,
    PageLetters,
    Passage,
    find_passage,
    letters_of,
)
from exporter.evidence.documents.pdf.pictures.png import png
from exporter.evidence.documents.pdf.pictures.strips import Area, Strip, lines_of, strips_of
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits

Quoted = tuple[Passage, ...]  # the passages of one quote

_LARGEST = 40_000  # bytes; a picture that is larger is made with fewer lines around the quote
_LINES_AROUND = (2, 1, 0)
_MOST_STRIPS = 6
_PAGES_KEPT = 3  # whose letters are kept; quotes come by their pages


def draw_pictures(data: bytes, quotes: Sequence[Quoted], limits: ReadingLimits) -> list[Picture]:
    """Draw the lines around quotes, in a process of its own.

    Args:
        data: A PDF.
        quotes: What is marked, each in a picture of its own; each has a passage at least.
        limits: How much memory and how long the process may take.

    Raises:
        InputError: It is damaged, or takes too much to be drawn.
    """
    confinement = Confinement(limits.memory_bytes, limits.reading_seconds)
    order = sorted(range(len(quotes)), key=lambda number: quotes[number][0].places[0][0])
    try:
        with stream_from_worker(
            _pictures, data, [quotes[number] for number in order], confinement=confinement
        ) as pictures:
            made = dict(zip(order, pictures, strict=True))
    except (WorkerEndedError, MemoryError):
        wrong = "the PDF is damaged, or takes too much memory or time to be drawn"
        raise InputError(wrong, "print it to a new PDF, and record that") from None
    except WrongValueError as error:
        raise InputError(*error.fault) from None
    return [made[number] for number in range(len(quotes))]


# What follows is done in that process.
def _pictures(data: bytes, quotes: Sequence[Quoted]) -> Iterator[Picture]:
    with opened(data) as document:
        pages = _Pages(document)
        for quoted in quotes:
            yield _picture(quoted, pages)


class _Pages:
    """The pages of a PDF, by their numbers from 1; the letters of the last few are kept."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self._letters: dict[int, PageLetters] = {}

    def letters(self, number: int) -> PageLetters | None:
        """The letters of a page; None where there is no such page."""
        if not 0 < number <= len(self.document):
            return None
        if number not in self._letters:
            if len(self._letters) == _PAGES_KEPT:
                del self._letters[next(iter(self._letters))]
            with opened_page(self.document, number - 1) as page:
                textpage = page.get_textpage()
                try:
                    self._letters[number] = letters_of(textpage)
                finally:
                    textpage.close()
        return self._letters[number]


def _picture(quoted: Quoted, pages: _Pages) -> Picture:
    """The picture of one quote."""
    places = [(page, box) for passage in quoted for page, box in passage.places]
    marked = [mark for passage in quoted for mark in _marked(passage, pages)]
    by_view = [
        (view, [mark.letters for mark in group])
        for view, group in groupby(marked, lambda mark: (mark.page, mark.letters[0].turn))
    ]
    with ExitStack() as open_:
        views: dict[tuple[int, int], View] = {}
        for (number, turn), letters in by_view:
            if (number, turn) not in views:
                page = open_.enter_context(opened_page(pages.document, number - 1))
                views[number, turn] = View(page, turn, _height(letters, turn))
        for more in _LINES_AROUND:
            found: list[tuple[View, Strip]] = []
            for (number, turn), letters in by_view:
                view, on_page = views[number, turn], pages.letters(number)
                boxes = [view.area_of(box) for page, box in places if page == number]
                lines = lines_of(_areas(on_page.letters if on_page else (), view, turn))
                marks = [line for run in letters for line in lines_of(_areas(run, view, turn))]
                strips = strips_of(marks, lines, boxes, view.area, more)
                found += [(view, strip) for strip in strips]
            rows = one_below_another([drawn(*strip) for strip in found[:_MOST_STRIPS]])
            content = png(rows, PALETTE)
            if len(content) <= _LARGEST:
                break
    return Picture(content, tuple(dict.fromkeys(number for (number, _), _ in by_view)))


def _height(runs: Sequence[Sequence[Letter]], turn: int) -> float:
    """Of the letters that are marked, in points."""
    first = 0 if turn % 2 else 1
    return median(letter.box[first + 2] - letter.box[first] for run in runs for letter in run)


def _areas(letters: Sequence[Letter | None], view: View, turn: int) -> Iterator[Area]:
    return (view.area_of(letter.box) for letter in letters if letter and letter.turn == turn)


def _marked(passage: Passage, pages: _Pages) -> list[Marked]:
    """The letters of a passage; its boxes, where the page has not all of its words."""
    marked, rest = find_passage(passage, pages.letters)
    if not rest:
        return marked
    return [Marked(page, (Letter("", box, 0),)) for page, box in passage.places]
