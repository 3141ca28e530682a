"""xlsxturbo from a Polars frame, row by row and at the level that is fastest."""

from pathlib import Path

import polars as pl
from xlsxturbo import df_to_xlsx


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    df_to_xlsx(pl.read_parquet(facts), workbook, constant_memory=True, compression_level=1)
