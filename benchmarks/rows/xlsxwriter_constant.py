"""XlsxWriter, row by row, with constant_memory."""

from pathlib import Path

import pyarrow.parquet as pq
import xlsxwriter


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    with (
        pq.ParquetFile(facts) as file,
        xlsxwriter.Workbook(workbook, {"constant_memory": True}) as book,
    ):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, file.schema_arrow.names)
        row = 0
        for batch in file.iter_batches():
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                row += 1
                sheet.write_row(row, 0, values)
