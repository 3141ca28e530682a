"""pandas.to_excel with its engine openpyxl."""

from pathlib import Path

import openpyxl  # noqa: F401 - loaded before the clock starts
import pandas as pd


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    pd.read_parquet(facts).to_excel(workbook, engine="openpyxl", index=False)
