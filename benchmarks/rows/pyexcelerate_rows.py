"""PyExcelerate from a list of rows."""

from pathlib import Path

import pyarrow.parquet as pq
from pyexcelerate import Workbook  # type: ignore[import-untyped]


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    table = pq.read_table(facts)
    rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
    book = Workbook()
    book.new_sheet("Facts", data=[table.column_names, *map(list, rows)])
    book.save(str(workbook))
