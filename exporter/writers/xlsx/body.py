"""The rows of all sheets: looked at, made and deflated block by block, in several threads."""

from collections.abc import Generator, Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias, cast

from exporter.engine.threads import in_order
from exporter.errors import Problem
from exporter.report.xlsx import tables
from exporter.report.xlsx.model import Sheet, Workbook
from exporter.writers.xlsx.archive import Piece
from exporter.writers.xlsx.blocks import Block, blocks
from exporter.writers.xlsx.cells import CellMaker
from exporter.writers.xlsx.exact import ExactWorkbook, ExactWorksheet
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.limits import Findings
from exporter.writers.xlsx.links import Links
from exporter.writers.xlsx.rows import Rows

# Their styles are numbered before those of a sheet's own cells.
_FIRST_BLOCKS = 5

_Made: TypeAlias = tuple[Sheet, Block, list[Problem], list[Piece]]


class Drawing:
    """A workbook while it is drawn: what all its sheets share, and the rows of all of them.

    Rows are made in one flow through all sheets, so that no processor waits where one ends.
    """

    def __init__(
        self, book: Workbook, target: ExactWorkbook, formats: Formats, findings: Findings
    ) -> None:
        """A drawing of `book` in `target`, with its styles and what is found wrong with it."""
        self.book, self.target, self.formats = book, target, formats
        self._findings = findings
        self._sheets: list[tuple[Sheet, ExactWorksheet]] = []
        self._flow: Generator[_Made, None, None] | None = None
        self._next: _Made | None = None

    def draw_rows(self, sheet: Sheet, worksheet: ExactWorksheet) -> None:
        """Give a worksheet the rows of a sheet's tables; it will ask for them in its turn."""
        self._sheets.append((sheet, worksheet))
        worksheet.pieces = lambda: self._pieces(sheet, worksheet.links)

    def _pieces(self, sheet: Sheet, links: Links) -> Iterator[tuple[int, Sequence[Piece]]]:
        """The rows as XML with the first one of each block; none after the first problem.

        After a problem, what is left is looked at alone, so that all problems are told at once.
        """
        for block, problems, pieces in self._blocks(sheet):
            self._findings.add(sheet, block, problems)
            if not self._findings:
                for area in block.areas:
                    links.add(area)
                yield block.first_row, pieces

    def _blocks(self, sheet: Sheet) -> Iterator[tuple[Block, list[Problem], list[Piece]]]:
        """What comes next in the flow, as long as it is of this sheet."""
        if self._flow is None:
            self._flow = cast("Generator[_Made, None, None]", in_order(self._make, self._rows()))
            self._next = next(self._flow, None)
        try:
            while self._next and self._next[0] is sheet:
                yield self._next[1:]
                self._next = next(self._flow, None)
        except BaseException:
            self._flow.close()  # here and now when the writing fails, so that no thread goes on
            raise

    def _rows(self) -> Iterator[tuple[Sheet, Rows]]:
        """The rows of all sheets, ready to be made.

        Which texts are shared, and the numbers of styles, are settled here, in the order of the
        rows; so they do not depend on how many are in work at a time.
        """
        for sheet, worksheet in self._sheets:
            rows = self._rows_of(sheet)
            first = list(islice(rows, _FIRST_BLOCKS))
            worksheet.settle_styles()
            yield from ((sheet, one) for one in chain(first, rows))

    def _rows_of(self, sheet: Sheet) -> Iterator[Rows]:
        large = max((table.rows for table in sheet.tables), default=0) > tables.SLICE_ROWS
        texts = self.target.str_table
        makers = {
            table.name: CellMaker(table, self.formats, texts, share=not large)
            for table in sheet.tables
        }
        for block in blocks(sheet.tables):
            cells = [makers[area.table.name].cells(area.part.columns) for area in block.areas]
            # Small sheets are deflated by zlib, which gives the same bytes on every processor.
            yield Rows(block, cells, self.book.styles, fast=large)

    def _make(self, given: tuple[Sheet, Rows]) -> _Made:
        """Look at rows and make them; in any thread."""
        sheet, rows = given
        problems = self._findings.look(sheet, rows.block)
        drawn = not problems and not self._findings
        return sheet, rows.block, problems, rows.pieces() if drawn else []
