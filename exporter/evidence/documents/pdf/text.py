"""Paragraphs as one text, and where each of its clauses stands."""

from collections.abc import Iterable, Sequence

from exporter.evidence.clauses import stretches
from exporter.evidence.documents.joining import Vocabulary, joint
from exporter.evidence.documents.model import Place
from exporter.evidence.documents.pdf.paragraphs import Paragraph
from exporter.evidence.documents.pdf.rows import Row


def text_of(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[tuple[int, Place], ...]]:
    """The text of paragraphs, a line each, and the places of what its rows hold."""
    words = Vocabulary(row.text for paragraph in paragraphs for row in paragraph.rows)
    pieces: list[str] = []
    places: list[tuple[int, Place]] = []
    length = 0
    for paragraph in paragraphs:
        last = ""
        for row, page in zip(paragraph.rows, paragraph.pages, strict=True):
            cut, between = joint(last, row.text, words) if last else (0, "\n" if pieces else "")
            if cut:
                pieces[-1] = pieces[-1][:-cut]
            pieces += [between, row.text]
            length += len(between) - cut
            places += [(length + start, place) for start, place in _places(row, page)]
            length += len(row.text)
            last = row.text
    return "".join(pieces), tuple(places)


def _places(row: Row, page: int) -> Iterable[tuple[int, Place]]:
    """Where the clauses of a row stand on its page: from each mark that ends one to the next."""
    begin = 0
    for start, end in stretches(row.text):
        if end > start:
            yield begin, Place(page, row.box(start, end))
            begin = end
