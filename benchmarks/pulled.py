"""A workbook of many facts that somebody has edited, and the report that it was built of, in CSV.

python -m benchmarks.pulled SIZE...    makes what is not there yet
"""

import sys
from pathlib import Path

import pyarrow.parquet as pq
from openpyxl import load_workbook
from pyarrow import csv

from benchmarks.cache import REPORT_QUOTES, pulled_path, pulled_report, pulled_workbook, whole
from benchmarks.data import facts_file
from benchmarks.reports import make_report
from exporter.build import build

_FIRST, _EDITED, _STEP = 5, 10, 37  # rows of each sheet, from the first one on, each so many


def make_pulled(size: int, facts: Path) -> None:
    """Make both, where they are not there yet.

    Args:
        size: How many facts.
        facts: The Parquet file that holds them.
    """
    if pulled_path(size).exists():
        return
    with whole(pulled_path(size)) as folder:
        report = folder / pulled_report(size).name
        report.mkdir(parents=True)
        make_report(report, facts)
        csv.write_csv(pq.read_table(facts), report / "facts.csv")
        (report / "facts.parquet").unlink()
        definition = report / "report.yaml"
        text = definition.read_text("utf-8")
        definition.write_text(text.replace("facts.parquet", "facts.csv"), "utf-8")
        name = pulled_workbook(size).name
        build(report, folder / "built")
        _edit(folder / "built" / name, folder / name)


def _edit(book: Path, saved: Path) -> None:
    """Other labels and periods in some rows of each sheet."""
    edited = load_workbook(book)
    for sheet in edited.worksheets:
        names = {cell.value: cell.column for cell in sheet[_FIRST - 1]}
        if "Fact" not in names:  # no entity's
            continue
        for row in range(_FIRST, _FIRST + _EDITED * _STEP, _STEP):
            sheet.cell(row, names["Attributed to"]).value = "An analyst"
            sheet.cell(row, names["Status"]).value = "claimed"
    edited.save(saved)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        make_pulled(int(argument), facts_file(int(argument), REPORT_QUOTES))
