"""rapidxlsx from an Arrow table."""

from pathlib import Path

import pyarrow.parquet as pq
import rapidxlsx  # type: ignore[import-untyped]


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    rapidxlsx.write(str(workbook), pq.read_table(facts))
