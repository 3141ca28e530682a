"""`python -m tests.proof.xlsx.two_tables ROWS`: the peak memory of a comparison, in bytes.

Two tables side by side, of so many rows each, are written, and compared with a layout in which another
value and another fact stand in their middle. Prints the memory, and how many differences were told.
"""

import json
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from exporter.proof.xlsx import compare_workbook
from exporter.report.xlsx.model import Column, Slice, Table, Workbook
from exporter.writers.xlsx import write_workbook
from tests.writers.sample_book import a_column, book_of, strings

SLICE = 8_192


def columns_of(start: int, rows: int, other: int) -> tuple[Column, ...]:
    """`other` is the row of another value, and of another fact 1,000 rows below; -1 for none."""
    numbers = range(start, start + rows)
    values = [n + 0.5 * (n == other) for n in numbers]
    facts = [f"fact-{n:07d}{'-other' * (other >= 0 and n == other + 1_000)}" for n in numbers]
    return (
        a_column("Value", 12, "exact", numbers=pa.array(values, pa.float64())),
        a_column("Fact", 20, "id", strings(facts)),
    )


def two_tables(rows: int, other: int = -1) -> Workbook:
    def cells() -> Iterator[Slice]:
        for start in range(0, rows, SLICE):
            columns = columns_of(start, min(SLICE, rows - start), other)
            yield Slice(columns, min(SLICE, rows - start), columns[-1].texts)

    book = book_of(*columns_of(0, 0, -1), rows=0)
    sheet = book.sheets[0]
    left = tuple(replace(column, cells=None) for column in sheet.tables[0].columns)
    tables = (
        Table("left", left, rows, cells=cells),
        Table("right", left, rows, first_column=3, cells=cells),
    )
    return replace(book, sheets=(replace(sheet, tables=tables),))


def main(rows: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "two.xlsx")
        write_workbook(two_tables(rows), path)
        told = [str(one) for one in compare_workbook(two_tables(rows, rows // 2), path)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # getrusage(2): kibibytes
    json.dump({"peak": peak, "told": told}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
