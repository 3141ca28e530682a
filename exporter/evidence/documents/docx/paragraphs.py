"""The paragraphs of a Word document, with rows of tables, text boxes and notes.

Notes stand at the end, each behind its mark, as they are numbered on the pages. Headers and footers
repeat, a table of contents names what comes: they are left out.
"""

import re
from collections.abc import Iterator

from exporter.evidence.documents.docx.package import (
    Element,
    Package,
    attribute,
    child,
    name_of,
)
from exporter.evidence.documents.docx.runs import TEXT_BOX, Runs, hidden_styles
from exporter.evidence.documents.raised import raised
from exporter.inputs.opened import InputError

_LONGEST_CELL = 300  # characters; what is longer is prose, and its table lays the page out
_SPACE = re.compile("[ \t\u00a0]+")
_AROUND_LINE_END = re.compile(" ?\n ?")
_CONTENTS = re.compile(r"TOC\d|TableofFigures", re.IGNORECASE)
_WITHOUT_WORDS = frozenset({"sectPr", "tblPr", "tblGrid", "sdtPr", "Fallback", "del", "moveFrom"})


def paragraphs_of(package: Package) -> Iterator[str]:
    """The paragraphs of a document, in the order of reading.

    Raises:
        InputError: A part is damaged, or there is no document.
    """
    document = package.tree(package.main)
    body = child(document, "body")
    if body is None:
        raise InputError("there is no document in the file", "save it anew with a word processor")
    notes = _Notes()
    styles = package.tree(package.related(package.main, "styles"))
    reader = _Reader(Runs(hidden_styles(styles), notes.mark))
    yield from reader.blocks(body)
    for kind, id_, mark in notes.referred():  # notes may refer to notes
        for note in notes_of(package, kind):
            if attribute(note, "id") == id_:
                words = " ".join(reader.blocks(note))
                if words:
                    yield f"{mark} {words}"


def notes_of(package: Package, kind: str) -> Iterator[Element]:
    """The notes of a kind: `footnote` or `endnote`."""
    part = package.tree(package.related(package.main, f"{kind}s"))
    return iter(() if part is None else part)


class _Notes:
    """The notes that were referred to, in order; those of a kind are numbered together."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, str], str] = {}

    def mark(self, kind: str, id_: str) -> str:
        """The mark of a note."""
        number = sum(known == kind for known, _ in self._marks) + 1
        return self._marks.setdefault((kind, id_), raised(str(number)))

    def referred(self) -> Iterator[tuple[str, str, str]]:
        """Kind, id and mark of each, those among them that are referred to meanwhile."""
        place = 0
        while place < len(self._marks):
            (kind, id_), mark = list(self._marks.items())[place]
            yield kind, id_, mark
            place += 1


class _Reader:
    """Blocks as lines of text."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def blocks(self, parent: Element) -> Iterator[str]:
        """The paragraphs in an element."""
        begun = ""  # of a paragraph whose end was deleted
        for block in parent:
            name = name_of(block)
            if name == "p":
                words = begun + self._runs.words(block)
                begun = words if _end_is_deleted(block) else ""
                if not begun:
                    yield from self._paragraph(block, words)
            elif name == "tbl":
                yield from self._table(block)
            elif name not in _WITHOUT_WORDS and not _is_contents(block):
                yield from self.blocks(block)
        if begun:
            yield from _tidy(begun)

    def _paragraph(self, block: Element, words: str) -> Iterator[str]:
        style = child(block, "pPr", "pStyle")
        if style is not None and _CONTENTS.match(attribute(style, "val")):
            return
        yield from _tidy(words)
        for box in block.iter():
            if name_of(box) == TEXT_BOX and not _is_fallback(box):
                yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        """A table row by row; one that lays a page out, cell by cell."""
        rows = [self._cells(row) for row in table if name_of(row) == "tr" and not _is_deleted(row)]
        is_data = max(map(len, rows), default=0) > 1 and all(
            len(cell) <= _LONGEST_CELL for row in rows for cell in row
        )
        for row in rows:
            cells = row if is_data else list(filter(None, row))
            if any(cells):
                yield from ["\t".join(cells).rstrip("\t")] if is_data else cells

    def _cells(self, row: Element) -> list[str]:
        """The words of a row's cells; one that goes on with the row above has none of its own."""
        cells: list[str] = []
        for cell in row.iter():
            if name_of(cell) == "tc" and _row_around(cell) is row:
                cells.append(" ".join(self.blocks(cell)).replace("\n", " ").replace("\t", " "))
                span = child(cell, "tcPr", "gridSpan")
                said = "" if span is None else attribute(span, "val")
                cells += [""] * (min(int(said), 100) - 1 if said.isdecimal() else 0)
        return cells


def _row_around(cell: Element) -> Element:
    return next(around for around in cell.iterancestors() if name_of(around) == "tr")


def _tidy(words: str) -> Iterator[str]:
    text = _AROUND_LINE_END.sub("\n", _SPACE.sub(" ", words)).strip(" \n")
    if text:
        yield text


def _end_is_deleted(block: Element) -> bool:
    """Whether a paragraph goes on with the next, since its end was deleted."""
    return child(block, "pPr", "rPr", "del") is not None


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _is_contents(block: Element) -> bool:
    gallery = child(block, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and attribute(gallery, "val") == "Table of Contents"


def _is_fallback(box: Element) -> bool:
    return any(name_of(around) == "Fallback" for around in box.iterancestors())
