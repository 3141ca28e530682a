"""The rows of all sheets: looked at, made as XML, deflated; block by block, in several threads."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name

from exporter.engine.arrow import Floats, integers, text_bytes
from exporter.engine.threads import in_order
from exporter.errors import Problem
from exporter.report.xlsx import model
from exporter.report.xlsx.model import Sheet, Style, Workbook
from exporter.writers.xlsx.archive import Piece, deflate
from exporter.writers.xlsx.blocks import Area, Block, blocks
from exporter.writers.xlsx.book_faults import BookProblems
from exporter.writers.xlsx.cells import CellFragments, CellMaker
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.heights import height_attributes, row_heights
from exporter.writers.xlsx.hyperlinks import Hyperlinks
from exporter.writers.xlsx.parts import WorksheetPart
from exporter.writers.xlsx.shared_strings import SharedStrings
from exporter.writers.xlsx.xml_texts import Fragment, joined, merged

# Their styles are numbered before those of a sheet's own cells.
_FIRST_BLOCKS = 5
_FEW_ROWS = 1_000  # of a book: made sooner than threads are started, and wait for each other
# Joined strings must stay below 2 GiB, and two or three pieces at once in memory.
_MOST_BYTES = 32_000_000

_Made: TypeAlias = tuple[Sheet, Block, list[Problem], list[Piece]]


class BookRows:
    """The rows of a workbook, made in one flow through all sheets.

    So no processor waits where a sheet ends.
    """

    def __init__(
        self,
        book: Workbook,
        formats: Formats,
        strings: SharedStrings,
        problems: BookProblems,
    ) -> None:
        """No rows yet.

        Args:
            book: The workbook, for its styles and its font.
            formats: The same as XlsxWriter knows them.
            strings: The book's shared strings.
            problems: Takes up what is found wrong with cells.
        """
        self._styles, self._font = book.styles, book.font
        self._formats, self._strings = formats, strings
        self._problems = problems
        self._sheets: list[tuple[Sheet, WorksheetPart]] = []
        self._flow: Generator[_Made, None, None] | None = None
        self._next: _Made | None = None

    def add(self, sheet: Sheet, part: WorksheetPart) -> None:
        """Give a worksheet the rows of a sheet's tables; it will ask for them in its turn."""
        self._sheets.append((sheet, part))
        part.pieces = lambda: self._pieces(sheet, part.hyperlinks)

    def _pieces(self, sheet: Sheet, links: Hyperlinks) -> Iterator[tuple[int, Sequence[Piece]]]:
        """The rows as XML with the first one of each block; none after the first problem.

        After a problem, what is left is looked at alone, so that all problems are told at once.
        """
        for block, problems, pieces in self._blocks(sheet):
            self._problems.add(sheet, block, problems)
            if not self._problems:
                for area in block.areas:
                    links.add(area)
                yield block.first_row, pieces

    def _blocks(self, sheet: Sheet) -> Iterator[tuple[Block, list[Problem], list[Piece]]]:
        """What comes next in the flow, as long as it is of this sheet."""
        if self._flow is None:
            rows = sum(table.rows for sheet, _ in self._sheets for table in sheet.tables)
            flow = in_order(self._make, self._rows(), threads=1 if rows <= _FEW_ROWS else 0)
            self._flow = cast("Generator[_Made, None, None]", flow)
            self._next = next(self._flow, None)
        try:
            while self._next and self._next[0] is sheet:
                yield self._next[1:]
                self._next = next(self._flow, None)
        except BaseException:
            self._flow.close()  # here and now when the writing fails, so that no thread goes on
            raise

    def _rows(self) -> Iterator[tuple[Sheet, "RowFragments"]]:
        """The rows of all sheets, ready to be made.

        Which texts are shared, and the numbers of styles, are settled here, in the order of the
        rows; so they do not depend on how many are in work at a time.
        """
        for sheet, part in self._sheets:
            flow = self._rows_of(sheet)
            first = list(islice(flow, _FIRST_BLOCKS))
            part.settle_styles()
            yield from ((sheet, rows) for rows in chain(first, flow))

    def _rows_of(self, sheet: Sheet) -> Iterator["RowFragments"]:
        large = max((table.rows for table in sheet.tables), default=0) > model.SLICE_ROWS // 2
        makers = {
            table.name: CellMaker(table, self._formats, self._strings, share=not large)
            for table in sheet.tables
        }
        for block in blocks(sheet.tables):
            cells = [makers[area.table.name].cells(area.part.columns) for area in block.areas]
            # Small sheets are deflated by zlib, which gives the same bytes on every processor.
            yield RowFragments(block, cells, self._styles, self._font, fast=large)

    def _make(self, given: tuple[Sheet, "RowFragments"]) -> _Made:
        """Look at rows and make them; in any thread."""
        sheet, rows = given
        problems = self._problems.look(sheet, rows.block)
        drawn = not problems and not self._problems
        return sheet, rows.block, problems, rows.pieces() if drawn else []


@dataclass(frozen=True, slots=True)
class RowFragments:
    """A block whose cells are ready to be made, in any thread.

    Attributes:
        block: The block.
        cells: Of each of its areas.
        styles: The book's styles.
        font: The book's.
        fast: Whether to deflate with ISA-L.
    """

    block: Block
    cells: Sequence[Sequence[CellFragments]]
    styles: Mapping[str, Style]
    font: str
    fast: bool

    def pieces(self) -> list[Piece]:
        """The rows' XML, deflated."""
        return [
            deflate(text, fast=self.fast) for text in _texts(self._fragments(), self.block.rows)
        ]

    def _fragments(self) -> list[Fragment]:
        first = self.block.first_row + 1  # Excel counts rows from 1
        numbers = np.arange(first, first + self.block.rows, dtype=np.int32)
        number = pc.cast(integers(numbers), pa.string())
        row: list[Fragment] = ['<row r="', number, '"', *self._heights(), ">"]
        for area, columns in zip(self.block.areas, self.cells, strict=True):
            for index, cells in enumerate(columns, area.table.first_column):
                reference: list[Fragment] = [xl_col_to_name(index), number]
                row += ['<c r="', *reference, '"', *cells.fragments(reference)]
        return merged([*row, "</row>"])

    def _heights(self) -> list[Fragment]:
        """The attribute with each row's height; of tables side by side the higher one's."""
        fitted = [area for area in self.block.areas if area.table.fitted]
        if not fitted:
            return []
        heights = np.maximum.reduce([self._height(area) for area in fitted])
        return [height_attributes(heights)]

    def _height(self, area: Area) -> Floats:
        return row_heights(area.part.columns, area.part.rows, self.styles, self.font)


def _texts(fragments: Sequence[Fragment], rows: int) -> Iterator[memoryview]:
    """The fragments joined row by row; as few pieces as their size allows."""
    size = sum(len(one) * rows if isinstance(one, str) else one.nbytes for one in fragments)
    if size > _MOST_BYTES and rows > 1:
        half = rows // 2
        for start, count in ((0, half), (half, rows - half)):
            cut = [one if isinstance(one, str) else one.slice(start, count) for one in fragments]
            yield from _texts(cut, count)
        return
    yield text_bytes(joined(fragments)).data
