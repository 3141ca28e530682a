"""Any table as a bare Excel table, by the writer that writes the reports' sheets."""

from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.errors import CellRefusedError, FirstProblems, Problem

if TYPE_CHECKING:
    from exporter.engine.arrow_rows import Rows
    from exporter.engine.data_frames import FrameTable


def write_table(
    data: Any,
    path: str | PathLike[str],
    *,
    sheet: str = "Table",
    name: str = "Table1",
    index: bool | None = None,
    inf: str | None = None,
) -> None:
    """Write a table as a workbook with one bare Excel table: header, filter, banding, widths.

    Numbers stay numbers, with all digits of a float64. What Excel would change is written as a text
    and marked by italics: integers and decimals of more than 15 digits, dates before 1900, negative
    durations, and whatever has more than thousandths of a second. A zone's offset stands in the
    number format. Each value of a column of objects is written as what it is, a day beside a moment
    and a text beside a number. Rows past Excel's limit go on in further sheets. The rows are never
    all in memory, unless `data` is.

        write_table(frame.groupby(["line", "year"])["rev"].sum(), "by-year.xlsx")
        write_table(frame[frame.rev > 100], "large.xlsx", index=False)
        write_table(prices.pct_change(), "changes.xlsx", inf="∞")

    Args:
        data: A DataFrame or a Series of pandas or polars, an Arrow table, reader or batches, a
            ParquetFile, a dataset; whatever gives an Arrow stream. The path of a Parquet file (a
            `Path`) is the fastest.
        path: Target file, replaced when complete; its folder exists.
        sheet: Name of the worksheet.
        name: Name of the Excel table.
        index: Whether the index of pandas is written, as columns before the others. None writes it
            unless it has no name and merely numbers the rows; of Arrow data and Parquet that pandas
            made, a single level of integers without a name is then passed over.
        inf: The text to write for infinity, with - before it where it is negative; None refuses it.

    Raises:
        CellRefusedError: Excel cannot hold a cell; names sheet and cell of each.
        ContentError: A column's type has no cells.
        UsageError: `data` is no table.
        SetupError: No room or no permission to write the file.
    """
    from exporter.engine.memory import system_memory
    from exporter.report.xlsx.bare_table import lay_out_table
    from exporter.writers.xlsx import write_workbook

    try:
        with system_memory():  # what is read takes it from there as well
            batches, schema, rows = _rows(data, index, sheet)
            book = lay_out_table(batches, schema, rows, sheet, name, inf)
            write_workbook(book, Path(path))
    except CellRefusedError as error:
        file = Path(path).name
        raise CellRefusedError(
            [replace(problem, file=file) for problem in error.problems]
        ) from error


def _rows(data: Any, index: bool | None, sheet: str) -> "Rows":
    """Batches, their schema, and how many rows they have."""
    from exporter.engine.arrow_rows import arrow_rows, with_index
    from exporter.engine.data_frames import is_pandas, is_polars, table_of_pandas, table_of_polars
    from exporter.report.xlsx.model import SLICE_ROWS

    if is_pandas(data):
        return _frame_rows(table_of_pandas(data, index), sheet)
    if is_polars(data):
        return _frame_rows(table_of_polars(data), sheet)
    return with_index(arrow_rows(data, SLICE_ROWS), index)


def _frame_rows(frame: "FrameTable", sheet: str) -> "Rows":
    """The rows of a DataFrame.

    Raises:
        CellRefusedError: There are values that no cell has; names sheet and cell of each.
    """
    from xlsxwriter.utility import xl_rowcol_to_cell

    from exporter.engine.arrow_rows import Rows
    from exporter.limits import ROWS, numbered_sheet_name

    through = FirstProblems()
    problems = through.take(
        Problem("", 0, "", f"{on}!{xl_rowcol_to_cell(place + 1, column)}: the value {wrong}", right)
        for column, faults in frame.faults.items()
        for row, (wrong, right) in faults
        for part, place in [divmod(row, ROWS - 1)]
        for on in [numbered_sheet_name(sheet, part + 1)]
    )
    if problems:
        raise CellRefusedError(problems)
    return Rows(iter(frame.table.to_batches()), frame.table.schema, frame.table.num_rows)
