"""A sheet that differs from its layout, told in detail with as little of it in memory as may be.

A sheet of up to WINDOW rows is told as a whole. A longer one is gone down window by window: a row
that is found further away than that from where it was laid out is told as missing, and as new.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from exporter.proof.difference import Difference
from exporter.proof.xlsx.alignment import Alignment
from exporter.proof.xlsx.cells import Links, compare_loose, strange_cells, strange_links
from exporter.proof.xlsx.found_book import FoundBook
from exporter.proof.xlsx.found_cells import Block
from exporter.proof.xlsx.held_cells import HeldCells
from exporter.proof.xlsx.laid_out import lay_rows, no_rows
from exporter.proof.xlsx.tables import Area, FoundRows, areas, compare_rows, find_rows, match
from exporter.report.xlsx.model import Sheet, Table, Workbook

WINDOW = 32_768  # rows
_ROWS = 1_048_576  # of a sheet


@dataclass(slots=True)
class Details:
    """Tells how the cells of a sheet differ from its layout.

    Attributes:
        links: What the cells of the file open.
        proved: How many rows of the first table are known to be the same.
        more_rows: When all is told: by each table's name, how many rows more (or fewer) the file
            has.
    """

    book: Workbook
    sheet: Sheet
    links: Links
    found_book: FoundBook
    proved: int = 0
    more_rows: dict[str, int] = field(default_factory=dict)

    def tell(self, blocks: Iterator[Block]) -> Iterator[Difference]:
        """Everything in which the cells differ.

        Args:
            blocks: All rows of the file.
        """
        first, rows = [], 0
        for block in blocks:
            first.append(block)
            rows += block.rows
            if rows > WINDOW:
                break
        every = chain(first, blocks)
        if len(self.sheet.tables) == 1 and max(rows, self.sheet.tables[0].rows) > WINDOW:
            yield from self._tell_long(every)
        else:
            yield from self._tell_whole(_held(every))

    def _tell_whole(self, found: HeldCells) -> Iterator[Difference]:
        places = areas(self.sheet, found.end)
        yield from compare_loose(self.book, self.sheet, found, self.links, self.found_book)
        yield from strange_cells(self.sheet, found, places)
        yield from strange_links(self.sheet, self.links, places)
        for table, area in zip(self.sheet.tables, places, strict=True):
            laid = sum(lay_rows(self.book, table), no_rows(table))
            rows = find_rows(self.sheet.name, area, found, self.links, self.found_book)
            self._note_height(table, area, rows.rows[-1] if rows.rows else area.top - 1)
            yield from compare_rows(laid, rows, match(laid, rows))

    def _note_height(self, table: Table, area: Area, last: int) -> None:
        self.more_rows[table.name] = last + 1 - area.top - table.rows

    def _tell_long(self, blocks: Iterator[Block]) -> Iterator[Difference]:
        """A sheet of a single table, row after row."""
        table, (area,) = self.sheet.tables[0], areas(self.sheet, _ROWS)
        head, below = _split(blocks, area.top)
        yield from compare_loose(self.book, self.sheet, head, self.links, self.found_book)
        yield from strange_cells(self.sheet, head, [area])
        yield from strange_links(self.sheet, self.links, [area])
        descent = _Descent(self, table, area)
        yield from descent.tell(below)
        self._note_height(table, area, descent.last)


class _Descent:
    """The way down a long table.

    Attributes:
        last: The last row that holds something of those that were passed.
    """

    def __init__(self, details: Details, table: Table, area: Area) -> None:
        self._details = details
        self._area = area
        self._laid = no_rows(table)
        self._found = HeldCells()
        self._more_laid = lay_rows(details.book, table, details.proved)
        self.last = area.top + details.proved - 1

    def tell(self, blocks: Iterator[Block]) -> Iterator[Difference]:
        """Everything in which the rows differ, window by window."""
        more = _from(blocks, self.last + 1)
        ended = False
        while not ended:
            yield from self._take_in(more)
            found = self._find()
            ended = len(self._laid) < WINDOW and len(self._found.places) < WINDOW
            matched = match(self._laid, found)
            all_of_it = len(self._laid) - 1, len(found.rows) - 1
            end = all_of_it if ended else _meeting(matched) or all_of_it
            yield from compare_rows(self._laid.above(end[0]), found, _until(matched, end))
            self._laid = self._laid.below(end[0])
            if found.rows:
                self.last = found.rows[end[1]]
                self._found = self._found.below(self.last)

    def _take_in(self, more: Iterator[Block]) -> Iterator[Difference]:
        """Fill the window; tells of what stands beside the table."""
        while len(self._laid) < WINDOW and (rows := next(self._more_laid, None)):
            self._laid = self._laid + rows if len(self._laid) else rows
        while len(self._found.places) < WINDOW and (block := next(more, None)):
            if block.first < self._found.end or block.first <= self.last:
                raise ValueError(f"row {block.first + 1} does not come in the order of its number")
            self._found.add(block)
            beside = {at: one for at, one in block.columns.items()
                      if not self._area.left <= at < self._area.right}  # fmt: skip
            strange = _held([replace(block, columns=beside)])
            yield from strange_cells(self._details.sheet, strange, [self._area])

    def _find(self) -> FoundRows:
        details = self._details
        return find_rows(
            details.sheet.name,
            self._area,
            self._found,
            details.links,
            details.found_book,
            self.last + 1,
        )


def _from(blocks: Iterator[Block], row: int) -> Iterator[Block]:
    """The blocks from a row on."""
    for block in blocks:
        end = block.first + block.rows
        if end > row:
            first = max(block.first, row)
            yield block.slice(first, end - first)


def _meeting(matched: Alignment) -> tuple[int, int] | None:
    """The last rows that belong together and stand in order: what is below may yet be found."""
    moved = set(matched.moved)
    return next((pair for pair in reversed(matched.pairs) if pair not in moved), None)


def _until(matched: Alignment, end: tuple[int, int]) -> Alignment:
    """A match of rows up to two that belong together; who has lost a partner is alone."""
    pairs = tuple(pair for pair in matched.pairs if pair[0] <= end[0] and pair[1] <= end[1])
    laid, found = ({pair[side] for pair in pairs} for side in (0, 1))
    lost = {row for row, _ in matched.pairs if row <= end[0]} - laid
    new = {row for _, row in matched.pairs if row <= end[1]} - found
    return Alignment(
        pairs,
        tuple(sorted({*lost, *(row for row in matched.missing if row <= end[0])})),
        tuple(sorted({*new, *(row for row in matched.extra if row <= end[1])})),
        tuple(pair for pair in matched.moved if pair in set(pairs)),
    )


def _split(blocks: Iterator[Block], row: int) -> tuple[HeldCells, Iterator[Block]]:
    """The cells above a row, and the blocks from there on."""
    head = HeldCells()
    for block in blocks:
        if block.first + block.rows > row:
            above = max(row - block.first, 0)
            if above:
                head.add(block.slice(block.first, above))
            rest = block.slice(block.first + above, block.rows - above)
            return head, chain([rest], blocks)
        head.add(block)
    return head, blocks


def _held(blocks: Iterable[Block]) -> HeldCells:
    cells = HeldCells()
    for block in blocks:
        cells.add(block)
    return cells
