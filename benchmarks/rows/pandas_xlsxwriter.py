"""pandas.to_excel with its engine xlsxwriter."""

from pathlib import Path

import pandas as pd
import xlsxwriter  # noqa: F401 - loaded before the clock starts


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    pd.read_parquet(facts).to_excel(workbook, engine="xlsxwriter", index=False)
