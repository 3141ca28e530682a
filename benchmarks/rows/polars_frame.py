"""Polars, which writes through XlsxWriter."""

from pathlib import Path

import polars as pl
import xlsxwriter  # noqa: F401 - loaded before the clock starts


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    pl.read_parquet(facts).write_excel(workbook)
