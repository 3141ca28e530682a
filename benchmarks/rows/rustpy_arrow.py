"""rustpy-xlsxwriter from an Arrow table."""

from pathlib import Path

import pyarrow.parquet as pq
from rustpy_xlsxwriter import write_worksheet


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    write_worksheet(pq.read_table(facts), str(workbook))
