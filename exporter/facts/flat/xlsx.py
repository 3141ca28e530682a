"""Facts from a workbook: a sheet that somebody fills in, one row a fact."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import pyarrow as pa

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import stream_from_worker
from exporter.errors import Problem, WrongValueError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.sheet_rows import Row, sheet_rows
from exporter.facts.flat.texts import texts_of_columns
from exporter.facts.flat.workbook_guard import confinement_of, most_cells, refuse_reach
from exporter.facts.flat.written import Part, written_parts
from exporter.facts.table import WRITTEN
from exporter.limits import SIGNIFICANT_DIGITS, shown_bytes

SHEET = "Facts"  # is read where a workbook has one; else its first sheet


def read_xlsx(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of the sheet `Facts`, or of the first; its first filled row names the columns.

    Raises:
        InputError: It unpacks to too much, or reaches over too many cells.
        OSError: The file cannot be read.
        SetupError: It cannot be reached.
    """
    limits, place = file.inputs.limits, 0
    content = file.read(limits.workbook_bytes)
    confinement = confinement_of(content, limits)
    most = most_cells(confinement, limits)
    try:
        with stream_from_worker(
            sheet_rows, content, SHEET, BATCH_ROWS, most, confinement=confinement
        ) as items:
            place, name = next(items)
            yield from _read_sheet(name, items, file)
    except (WorkerEndedError, MemoryError):
        refuse_reach(content, place, most, is_suspected=True)
        room = shown_bytes(confinement.memory_bytes)
        wrong = f"it is damaged, or takes more than {room} of memory or too long to be read"
        yield _only(file, wrong, "save it anew with a spreadsheet program")
    except WrongValueError as error:
        yield _only(file, *error.fault)


def _read_sheet(name: str, items: Iterator[list[Row]], file: FactFile) -> Iterator[RowsAndProblems]:
    rows = iter(enumerate(chain.from_iterable(items), 1))
    header = next(((number, row) for number, row in rows if _is_filled(row)), None)
    if header is None:
        yield _only(file, f"the sheet {name!r} is empty", "begin with a row of column names")
        return
    names = ["" if name is None else str(name) for name in header[1]]
    parts = _parts(rows, names)
    yield from written_parts(parts, file.shown, header[0], file.reading)


def _parts(rows: Iterator[tuple[int, Sequence[object]]], names: Sequence[str]) -> Iterator[Part]:
    chunk = list(islice(rows, BATCH_ROWS))
    while True:
        columns, faults = texts_of_columns(
            [_as_shown(row[place]) for _, row in chunk] for place in range(len(names))
        )
        numbers = pa.array([number for number, _ in chunk], pa.int32())
        yield Part(pa.RecordBatch.from_arrays(columns, names), numbers, faults)
        if not (chunk := list(islice(rows, BATCH_ROWS))):
            return


def _as_shown(value: object) -> object:
    """A number with the digits that Excel shows: it stores 0.30000000000000004 for 0.1 + 0.2."""
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}") if isinstance(value, float) else value


def _is_filled(row: Sequence[object]) -> bool:
    return any(str(value).strip() for value in row if value is not None)


def _only(file: FactFile, wrong: str, right: str) -> RowsAndProblems:
    return WRITTEN.empty_table(), [Problem(file.shown, 0, "", wrong, right)]
