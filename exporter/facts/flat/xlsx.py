"""Facts from a workbook: a sheet that somebody fills in, one row a fact."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

import pyarrow as pa

from exporter.engine.arrow import empty_table
from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.errors import Fault, Problem, WrongValueError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.columns import FEWEST_NAMES, known_names
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.marks import MARKED, Marks
from exporter.facts.flat.numerals import in_digits_of_excel
from exporter.facts.flat.own_header import OwnHeader
from exporter.facts.flat.own_sheets import entity_of, own_part
from exporter.facts.flat.sheet_rows import Block, SheetStart, sheet_rows
from exporter.facts.flat.shown_cells import cell_fault, put_as_shown
from exporter.facts.flat.texts import texts_of_columns
from exporter.facts.flat.workbook_guard import confinement_of, most_cells, refuse_reach
from exporter.facts.flat.written import Part, marked_columns, written_parts
from exporter.facts.headings import heading_key
from exporter.facts.reading import Reading
from exporter.facts.table import WRITTEN
from exporter.limits import shown_bytes

_AS_A_NUMBER = "enter it as a number, and not as a text"
_MOST_ABOVE = 20  # rows of titles above the names
SHEET = "Facts"  # is read where a workbook has one; else its first sheet


def read_xlsx(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of the sheet `Facts`, or of the first; its first filled row names the columns.

    Of a workbook that `build` has written, those of every entity's sheet.

    Raises:
        InputError: It unpacks to too much, or reaches over too many cells.
        OSError: The file cannot be read.
        SetupError: It cannot be reached.
    """
    limits, place = file.inputs.limits, 0
    content = file.read(limits.workbook_bytes)
    confinement = confinement_of(content, limits)
    book = _Book(file, content, confinement, most_cells(confinement, limits))
    try:
        with book.items() as items:
            start = next(items)
            place = start.place
            first = list(islice(items, 1))
            is_own = any(isinstance(item, SheetStart) for item in first)
            rest = chain(first, items)
            if start.unread:
                yield _only(file, *_unread(start))
                return
            yield from _read_own(rest, file) if is_own else _read_sheet(start.name, rest, book)
    except (WorkerEndedError, MemoryError):
        refuse_reach(content, place, book.most_cells, is_suspected=True)
        room = shown_bytes(confinement.memory_bytes)
        wrong = f"it is damaged, or takes more than {room} of memory or too long to be read"
        yield _only(file, wrong, "save it anew with a spreadsheet program")
    except WrongValueError as error:
        yield _only(file, *error.fault)


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook, and what a process may use to read it."""

    file: FactFile
    content: bytes
    confinement: Confinement
    most_cells: int

    def items(self) -> AbstractContextManager[Iterator[Any]]:
        """Its sheets and their rows, as a process of their own reads them."""
        return stream_from_worker(
            sheet_rows,
            self.content,
            SHEET,
            BATCH_ROWS,
            self.most_cells,
            confinement=self.confinement,
        )

    def marked(self, names: Sequence[str]) -> Iterator[tuple[dict[str, pa.Array], pa.Array]]:
        """The texts of its sheet in which marks may have to be read, once more from the first."""
        with self.items() as items:
            next(items)  # the sheet's start
            blocks = _from_header(items)
            next(blocks)
            reading = self.file.reading
            yield from marked_columns((_part(block, names, reading) for block in blocks), reading)


def _read_sheet(name: str, items: Iterator[Block], book: _Book) -> Iterator[RowsAndProblems]:
    file, blocks = book.file, _from_header(items)
    header = next(blocks, None)
    if header is None:
        yield _only(file, f"the sheet {name!r} is empty", "begin with a row of column names")
        return
    row = header.first + 1
    if faults := [cell_fault(mark, mark.error) for mark in header.marks if mark.error is not None]:
        told = [(f"the row of names {wrong}", right) for wrong, right in faults]
        yield empty_table(WRITTEN), [Problem(file.shown, row, "", *fault) for fault in told]
        return
    names = ["" if name is None else str(name) for name in header.rows[0]]
    below = next(blocks, Block(row, [], []))
    if at := _names_below(names, below, file.reading):
        wrong = f"the names of the columns stand in row {at}, and something else above them"
        yield _only(file, wrong, "delete the rows above the names")
        return
    blocks = chain([below], blocks)
    parts = (_part(block, names, file.reading) for block in blocks)
    marks = Marks(columns=partial(book.marked, names), remedy=_AS_A_NUMBER)
    yield from written_parts(parts, file.shown, row, file.reading, marks)


def _read_own(items: Iterable[SheetStart | Block], file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of all sheets of a workbook that `build` has written."""
    last: dict[str, int] = {}  # row of each entity's sheet
    entity, shown, header = "", file.shown, None
    for item in items:
        if isinstance(item, SheetStart):
            entity, header = entity_of(item.name, last), item.header
            shown = f"{file.shown} ({item.name})"
            faults = list(_faults_of_header(header)) if header else []
            yield empty_table(WRITTEN), [Problem(shown, 0, "", *fault) for fault in faults]
            header = None if faults else header
        elif header:
            last[entity] = item.first + len(item.rows)
            rows = item.part(max(header.row + 1 - item.first, 0), len(item.rows))
            yield from written_parts([own_part(rows, header, entity)], shown)


def _names_below(names: Sequence[str], below: Block, reading: Reading) -> int:
    """The row, from 1, that names fields below one that names none, as a title does; else 0."""
    own = {heading_key(heading) for heading, _ in reading.columns}
    if known_names(names, own):
        return 0
    rows = enumerate(below.rows[:_MOST_ABOVE], below.first + 1)
    return next((at for at, row in rows if len(known_names(row, own)) >= FEWEST_NAMES), 0)


def _unread(start: SheetStart) -> Fault:
    further = ", ".join(map(repr, start.unread))
    wrong = f"the sheet {start.name!r} is read, and {further} names the fields of facts as well"
    right = f"call the sheet that is meant {SHEET!r}, or keep each in a file of its own"
    return Fault(wrong, right)


def _faults_of_header(header: OwnHeader) -> Iterator[Fault]:
    if header.missing:
        wrong = f"the sheet has no column {', '.join(header.missing)}"
        yield Fault(wrong, f"write the name back into row {header.row + 1}")
    for name in header.twice:
        yield Fault(f"`{name}` stands there twice", "leave the one that was built")
    for name in header.unknown:
        right = "take it out of the table, or read facts from a sheet with the names of fields"
        yield Fault(f"`{name}` is no column of a sheet that was built", right)


def _from_header(blocks: Iterable[Block]) -> Iterator[Block]:
    """The first filled row alone, then all rows after it; an empty block where there are none."""
    rest = iter(blocks)
    for block in rest:
        place = next((at for at, row in enumerate(block.rows) if _is_filled(row)), None)
        if place is not None:
            yield block.part(place, place + 1)
            yield block.part(place + 1, len(block.rows))
            break
    yield from rest


def _part(block: Block, names: Sequence[str], reading: Reading) -> Part:
    fields = reading.fields_of(names)
    of_values = put_as_shown(block, fields, _unit_unsaid(reading))
    typed = [
        (names[place], _are_no_texts(row[place] for row in block.rows))
        for place, name in enumerate(fields)
        if name in MARKED
    ]
    columns, faults = texts_of_columns(
        [_rounded(row[place]) for row in block.rows] for place in range(len(names))
    )
    faults += of_values
    first = block.first + 1
    numbers = pa.array(range(first, first + len(block.rows)), pa.int32())
    return Part(pa.RecordBatch.from_arrays(columns, names), numbers, faults, typed=typed)


def _are_no_texts(values: Iterable[object]) -> pa.Array:
    return pa.array([not isinstance(value, str) for value in values], pa.bool_())


def _unit_unsaid(reading: Reading) -> str:
    """The unit of rows that say none; "" where nothing says it either."""
    defaults = dict(reading.defaults)
    return next((defaults[name] for name in ("unit", "unit.en", "unit.zh") if name in defaults), "")


def _rounded(value: object) -> object:
    """A number with the digits that Excel shows: it stores 0.30000000000000004 for 0.1 + 0.2."""
    return in_digits_of_excel(value) if isinstance(value, float) else value


def _is_filled(row: Sequence[object]) -> bool:
    return any(str(value).strip() for value in row if value is not None)


def _only(file: FactFile, wrong: str, right: str) -> RowsAndProblems:
    return empty_table(WRITTEN), [Problem(file.shown, 0, "", wrong, right)]
