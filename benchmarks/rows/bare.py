"""exporter: the Parquet file as one bare Excel table."""

from pathlib import Path

import exporter.engine.parquet
import exporter.report.xlsx.bare_table
import exporter.writers.xlsx  # noqa: F401 - both loaded before the clock starts
from exporter.write_table import write_table


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    write_table(facts, workbook)
