"""The rows of a sheet: looked at, made and deflated block by block, in several threads."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from exporter.errors import Problem
from exporter.report import tables
from exporter.report.model import Sheet, Workbook
from exporter.threads import in_order
from exporter.writers.xlsx.archive import Piece
from exporter.writers.xlsx.blocks import Block, blocks
from exporter.writers.xlsx.cells import CellMaker
from exporter.writers.xlsx.exact import ExactWorkbook, ExactWorksheet
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.limits import Findings
from exporter.writers.xlsx.rows import Rows

_Made = tuple[Block, list[Problem], list[Piece]]
_Generator = Generator[_Made, None, None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A workbook while it is drawn, and what all its sheets share."""

    book: Workbook
    target: ExactWorkbook
    formats: Formats
    findings: Findings


class Body:
    """The rows of one sheet's tables."""

    def __init__(self, drawing: Drawing, sheet: Sheet, worksheet: ExactWorksheet) -> None:
        self._drawing = drawing
        self._sheet = sheet
        self._links = worksheet.links
        large = max((table.rows for table in sheet.tables), default=0) > tables.SLICE_ROWS
        # Small sheets are deflated by zlib, which gives the same bytes on every processor.
        self._fast = large
        texts = drawing.target.str_table
        self._makers = {
            table.name: CellMaker(table, drawing.formats, texts, share=not large)
            for table in sheet.tables
        }

    def pieces(self) -> Iterator[tuple[int, Sequence[Piece]]]:
        """The rows as XML with the first one of each block; none after the first problem.

        After a problem, what is left is looked at alone, so that all problems are told at once.
        """
        findings = self._drawing.findings
        # Closed here and now when the writing fails, so that no thread goes on.
        with closing(cast("_Generator", in_order(self._made, self._rows()))) as made:
            for block, problems, pieces in made:
                findings.add(self._sheet, block, problems)
                if not findings:
                    for area in block.areas:
                        self._links.add(area)
                    yield block.first_row, pieces

    def _rows(self) -> Iterator[Rows]:
        for block in blocks(self._sheet.tables):
            # Which texts are shared is settled here, in the order of the rows.
            cells = tuple(
                self._makers[area.table.name].cells(area.part.columns) for area in block.areas
            )
            yield Rows(block, cells, self._drawing.book.styles, self._fast)

    def _made(self, rows: Rows) -> _Made:
        """Look at rows and make them; in any thread."""
        problems = self._drawing.findings.look(self._sheet, rows.block)
        drawn = not problems and not self._drawing.findings
        return rows.block, problems, rows.pieces() if drawn else []
