"""Facts from a workbook: a sheet that somebody fills in, one row a fact."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.texts import texts_of_columns
from exporter.facts.flat.written import Part, written_parts
from exporter.facts.table import WRITTEN
from exporter.limits import SIGNIFICANT_DIGITS

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SHEET = "Facts"  # is read where a workbook has one; else its first sheet


def read_xlsx(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of the sheet `Facts`, or of the first; its first filled row names the columns.

    Raises:
        OSError: The file cannot be read.
        SetupError: It cannot be reached.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    content = file.read(file.inputs.limits.workbook_bytes)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        name = SHEET if SHEET in book.sheet_names else book.sheet_names[0]
        sheet = book.get_sheet_by_name(name)
    except (CalamineError, IndexError) as error:
        wrong = f"this is no workbook that can be read: {error}"
        yield _only(file, wrong, "save it as .xlsx, without a password")
        return
    yield from _read_sheet(sheet, file)


def _read_sheet(sheet: "CalamineSheet", file: FactFile) -> Iterator[RowsAndProblems]:
    rows = iter(enumerate(sheet.iter_rows(), 1))
    header = next(((number, row) for number, row in rows if _is_filled(row)), None)
    if header is None:
        yield _only(file, f"the sheet {sheet.name!r} is empty", "begin with a row of column names")
        return
    names = ["" if name is None else str(name) for name in header[1]]
    yield from written_parts(_parts(rows, names), file.shown, header[0])


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
