"""jetxl from an Arrow table."""

from pathlib import Path

import pyarrow.parquet as pq
from jetxl import write_sheet_arrow


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    write_sheet_arrow(pq.read_table(facts), str(workbook))
