"""openpyxl in its write-only mode."""

from pathlib import Path

import pyarrow.parquet as pq
from openpyxl import Workbook


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Facts")
    with pq.ParquetFile(facts) as file:
        sheet.append(file.schema_arrow.names)
        for batch in file.iter_batches():
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                sheet.append(values)
    book.save(workbook)
