"""py-excel-rs from a frame of pandas; told to look at the types, else numbers become texts."""

from pathlib import Path

import pandas as pd
from py_excel_rs import WorkBook  # type: ignore[import-untyped]


def write(facts: Path, workbook: Path) -> None:
    """Write the rows of the Parquet file `facts`."""
    book = WorkBook()
    book.write_data_to_sheet("Facts", pd.read_parquet(facts), True)
    with workbook.open("wb") as file:
        book.finish(file)
