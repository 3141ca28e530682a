"""Any table as a bare Excel table, by the writer that writes the reports' sheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.errors import CellRefusedError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    Rows = tuple[Iterator[pa.RecordBatch], pa.Schema, int]

_AT_ONCE = 65_536  # rows that a reader makes ready at once


def write_table(
    data: Any, path: str | PathLike[str], *, sheet: str = "Table", name: str = "Table1"
) -> None:
    """Write a table as a workbook with one bare Excel table: header, filter, banding, widths.

    Numbers stay numbers, with all digits of a float64. What Excel would change is written as a text
    and marked by italics: integers and decimals of more than 15 digits, dates before 1900, moments
    finer than a float64 can hold. A zone's offset stands in the number format. Rows past Excel's
    limit go on in further sheets. The rows are never all in memory, unless `data` is.

    Args:
        data: A DataFrame of pandas or polars, an Arrow table, reader or batches, a ParquetFile, a
            dataset; whatever gives an Arrow stream. The path of a Parquet file (a `Path`) is the
            fastest.
        path: Target file, replaced when complete; its folder exists.
        sheet: Name of the worksheet.
        name: Name of the Excel table.

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
            batches, schema, rows = _rows(data)
            write_workbook(lay_out_table(batches, schema, rows, sheet, name), Path(path))
    except CellRefusedError as error:
        file = Path(path).name
        raise CellRefusedError(
            [replace(problem, file=file) for problem in error.problems]
        ) from error


def _rows(data: Any) -> "Rows":
    """Batches, their schema, and how many rows they have."""
    import pyarrow as pa

    if isinstance(data, pa.RecordBatch):
        data = pa.Table.from_batches([data])
    if isinstance(data, PathLike):
        return _parquet_rows(_opened(Path(data)))
    if isinstance(data, pa.Table):
        return iter(data.to_batches()), data.schema, data.num_rows
    if hasattr(data, "iter_batches"):
        return _parquet_rows(data)
    if hasattr(data, "count_rows"):
        # Two fragments ahead of the writing are enough; sixteen would be a lot of memory.
        batches = data.to_batches(batch_size=_AT_ONCE, batch_readahead=2, fragment_readahead=1)
        return batches, data.schema, data.count_rows()
    if type(data).__module__.partition(".")[0] == "pandas":
        table = pa.Table.from_pandas(data, preserve_index=False)
        return iter(table.to_batches()), table.schema, table.num_rows
    if hasattr(data, "__arrow_c_stream__"):
        return _collected(pa.RecordBatchReader.from_stream(data))
    if isinstance(data, Iterable) and not isinstance(data, (str, bytes, dict)):
        return _collected(data)
    raise UsageError(f"{type(data).__name__} is no table", "give a DataFrame or an Arrow table")


def _opened(path: Path) -> Any:
    import pyarrow as pa

    from exporter.engine.parquet import open_parquet

    try:
        return open_parquet(path)
    except (OSError, pa.ArrowInvalid) as error:
        wrong = f"{path.name} cannot be read as a Parquet file"
        raise UsageError(wrong, "give the path of one") from error


def _parquet_rows(file: Any) -> "Rows":
    from exporter.report.xlsx.model import SLICE_ROWS

    # A reader of all row groups would have the whole file read ahead into memory.
    runs = _runs([file.metadata.row_group(index).num_rows for index in range(file.num_row_groups)])
    batches = (batch for run in runs for batch in file.iter_batches(SLICE_ROWS, row_groups=run))
    return batches, file.schema_arrow, file.metadata.num_rows


def _runs(groups: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of neighbouring row groups, as many as have rows enough to be read at once."""
    run: list[int] = []
    rows = 0
    for number, count in enumerate(groups):
        run.append(number)
        rows += count
        if rows >= _AT_ONCE:
            yield run
            run, rows = [], 0
    if run:
        yield run


def _collected(batches: Any) -> "Rows":
    """The rows of a stream that nobody has counted, kept on disk where they are many."""
    import pyarrow as pa

    from exporter.engine.spool import Spool

    rest = iter(batches)
    first = next(rest, None)
    schema = getattr(batches, "schema", None) or getattr(first, "schema", None)
    if not isinstance(schema, pa.Schema):
        raise UsageError("these are no batches of a table", "give record batches, one at least")
    spool = Spool()
    for batch in chain([] if first is None else [first], rest):
        spool.add(
            "rows", pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
        )
    rows, kept = spool.finish("rows")
    return (batch for table in kept() for batch in table.to_batches()), schema, rows
