"""Every cell of a large file, read by programs that did not write it.

    python -m benchmarks.read_back SIZE [--office]

Writes the facts as a bare table and as entity sheets, and compares all cells with what was to be
written, as calamine reads them; with `--office` those of the bare table as LibreOffice shows them,
too. Says how many cells were equal; exit status 1 where one is not.
"""

import argparse
import csv
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
from openpyxl.utils.datetime import to_excel
from python_calamine import CalamineWorkbook

from benchmarks.data import facts_file
from benchmarks.reports import definition, named_sources
from benchmarks.rows import entity_sheets
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.report.xlsx.model import Table
from exporter.write_table import write_table
from exporter.writers.xlsx import write_workbook

_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"  # numbers as they are

Row = Sequence[Any]


def main(size: int, *, office: bool) -> int:
    """Write and read back; gives the exit status."""
    facts = facts_file(size)
    with TemporaryDirectory() as folder:
        bare, sheets = Path(folder, "bare.xlsx"), Path(folder, "sheets.xlsx")
        write_table(pq.ParquetFile(facts), bare)
        different = tell("bare table, calamine", written_rows(facts), calamine_rows(bare))
        if office:
            shown = office_rows(bare, Path(folder))
            different += tell("bare table, LibreOffice", texts(written_rows(facts)), shown)
        different += read_sheets(facts, sheets)
    return int(different > 0)


def read_sheets(facts: Path, path: Path) -> int:
    """The same of entity sheets, laid out and written; gives how many cells differ."""
    collected, report = entity_sheets.prepare(facts), definition()
    sources = named_sources(collected.num_rows)
    book = lay_out_workbook(report, report.workbooks[0], collected, sources, "en")
    write_workbook(book, path)
    return sum(
        tell(f"{sheet.name}, calamine", laid_out_rows(table), found)
        for sheet in book.sheets
        for table in sheet.tables[:1]
        if table.cells
        for found in [calamine_rows(path, sheet.name, table.first_row + 1)]
    )


def tell(what: str, expected: Iterator[Row], found: Iterator[Row]) -> int:
    """Compare row by row and say what was found; gives how many cells differ."""
    equal = different = 0
    for one, two in zip_longest(expected, found, fillvalue=()):
        if list(one) == list(two):
            equal += len(one)
        else:
            same = sum(a == b for a, b in zip_longest(one, two, fillvalue=object()))
            equal, different = equal + same, different + max(len(one), len(two)) - same
    sys.stdout.write(f"{what}: {equal:,} cells equal, {different:,} different\n")
    return different


def written_rows(facts: Path) -> Iterator[Row]:
    """The rows of the Parquet file."""
    for batch in pq.ParquetFile(facts).iter_batches():
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield ["" if value is None else value for value in row]


def laid_out_rows(table: Table) -> Iterator[Row]:
    """The values of a table as it was laid out."""
    for part in table.slices():
        texts_of = [_values(column.texts, part.rows) for column in part.columns]
        numbers = [_values(column.numbers, part.rows) for column in part.columns]
        both = zip(zip(*texts_of, strict=True), zip(*numbers, strict=True), strict=True)
        for words, figures in both:
            yield [w or "" if n is None else n for w, n in zip(words, figures, strict=True)]


def calamine_rows(path: Path, sheet: str = "", skip: int = 1) -> Iterator[Row]:
    """The rows of a sheet below its header, with dates as the numbers that they are."""
    book = CalamineWorkbook.from_path(path)
    found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
    for row in found.to_python(skip_empty_area=False)[skip:]:
        yield [_plain(value) for value in row]


def office_rows(path: Path, folder: Path) -> Iterator[Row]:
    """The rows of the first sheet as LibreOffice has them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", _CSV, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True)  # noqa: S603 - a fixed command
    with (folder / f"{path.stem}.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def texts(rows: Iterator[Row]) -> Iterator[Row]:
    """Values as a CSV file has them."""
    for row in rows:
        yield [f"{value:.15g}" if isinstance(value, float) else str(value) for value in row]


def _values(array: Any, rows: int) -> list[Any]:
    return [None] * rows if array is None else array.to_pylist()


def _plain(value: Any) -> Any:
    return float(to_excel(value)) if hasattr(value, "isoformat") else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=int)
    parser.add_argument("--office", action="store_true", help="LibreOffice reads it, too")
    given = parser.parse_args()
    sys.exit(main(given.size, office=given.office))
