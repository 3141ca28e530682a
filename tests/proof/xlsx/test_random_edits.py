"""Any few edits of a sheet of several tables are told, each at its place, and nothing else is.

However little of a table is kept to find out which row is which.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.proof.xlsx import compare_workbook, table_rows
from exporter.report.xlsx.model import Table, Workbook
from exporter.writers.xlsx import write_workbook
from tests.examples import examples
from tests.writers.sample_book import a_column, book_of, strings

ROWS = 24
# Where each table begins: row of its header, first column. Two stand side by side, one below.
PLACES = ((3, 0), (3, 6), (3 + ROWS + 12, 0))
LETTERS = "ABCDEFGHIJ"
DELETED, INSERTED = "deleted", "inserted"


@dataclass(frozen=True)
class Row:
    """A row of a table: its number, or -1 for a new one; what of it was changed."""

    number: int
    changed: frozenset[int] = frozenset()


def table(at: int, rows: Sequence[Row], *, facts: bool) -> Table:
    """A table with these rows; every cell says in which row and column it stands."""
    names = strings([f"fact-{at}-{row.number}" + "~" * (3 in row.changed) for row in rows])
    columns = (
        a_column("Metric", 9, "text", strings(
            [f"metric {row.number}" + "~" * (0 in row.changed) for row in rows])),
        a_column("Value", 9, "exact", numbers=pa.array(
            [row.number + (0.5 if 1 in row.changed else 0.0) for row in rows], pa.float64())),
        a_column("Link", 9, "link", strings(["open"] * len(rows)), links=strings(
            [f"https://a.example/{row.number}" + "x" * (2 in row.changed) for row in rows])),
        a_column("Fact", 9, "id", names),
    )  # fmt: skip
    top, left = PLACES[at]
    return Table(f"table_{at}", columns, len(rows), top, left, names if facts else None)


def book(tables: Sequence[Sequence[Row]], *, facts: bool) -> Workbook:
    """A book of one sheet with these tables."""
    made = tuple(table(at, rows, facts=facts) for at, rows in enumerate(tables))
    frame = book_of(rows=0)
    return replace(frame, sheets=(replace(frame.sheets[0], tables=made),))


PLAIN = tuple(Row(number) for number in range(ROWS))
EDIT = st.tuples(
    st.sampled_from([0, 1, 2, 3, DELETED, INSERTED]),
    st.integers(0, len(PLACES) - 1),
    st.integers(0, ROWS - 1),
)


def edited(edits: Sequence[tuple[int | str, int, int]]) -> list[list[Row]]:
    """The tables with these edits: a column to change, or a row to delete or to insert above."""
    tables = [[[row] for row in PLAIN] for _ in PLACES]
    for what, at, number in edits:
        if what == DELETED:
            tables[at][number] = tables[at][number][:-1]
        elif what == INSERTED:
            tables[at][number] = [Row(-1), *tables[at][number]]
        else:
            tables[at][number] = [
                replace(row, changed=row.changed | {int(what)}) if row.number >= 0 else row
                for row in tables[at][number]
            ]
    return [[row for rows in numbered for row in rows] for numbered in tables]


def expected(tables: Sequence[Sequence[Row]], *, facts: bool) -> list[tuple[str, str]]:
    """Where something is to be told, and what."""
    told = []
    for at, rows in enumerate(tables):
        (top, left), numbers = PLACES[at], [row.number for row in rows]
        for number in set(range(ROWS)) - set(numbers):
            fact = f" (fact-{at}-{number})" if facts else ""
            told.append((f"Data!{LETTERS[left]}{top + 2 + number}{fact}", "row"))
        for place, row in enumerate(rows, top + 2):
            fact = f" (fact-{at}-{row.number})" if facts else ""
            if row.number < 0:
                told.append((f"Data!{LETTERS[left]}{place}", "row"))
            told += (
                (f"Data!{LETTERS[left + column]}{place}{fact}", "link" if column == 2 else "value")
                for column in row.changed
            )
    return told


@pytest.mark.usefixtures("reader")
# What Hypothesis draws goes into one file, again and again: nothing is left of the one before.
@settings(
    max_examples=examples(30),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    edits=st.lists(EDIT, max_size=4, unique_by=lambda edit: edit[1:]),
    window=st.sampled_from([7, 11, table_rows.WINDOW]),
    facts=st.booleans(),
)
def test_edits_are_told_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edits: list[tuple[int | str, int, int]],
    window: int,
    facts: bool,
) -> None:
    monkeypatch.setattr(table_rows, "WINDOW", window)
    tables = edited(edits)
    write_workbook(book(tables, facts=facts), tmp_path / "edited.xlsx")
    differences = compare_workbook(book([PLAIN] * 3, facts=facts), tmp_path / "edited.xlsx")
    told = [(difference.place, difference.what) for difference in differences]
    assert sorted(told) == sorted(expected(tables, facts=facts))
