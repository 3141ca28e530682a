"""The same facts come out of every form that a report may keep them in."""

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.parse import FactParser
from exporter.facts.read import read_written, written_from
from exporter.facts.table import FACTS, PLACES
from exporter.facts.where import Where
from tests.conftest import SHIPPED
from tests.facts.forms import FORMS, frame_of, rewrite, rows_of, write_csv, write_postgres
from tests.facts.parsed import parse_facts
from tests.facts.postgres import postgres, postgres_server

__all__ = ["postgres", "postgres_server"]  # fixtures

MEANING = [name for name in FACTS.names if name not in PLACES]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The shipped report, to be changed."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "report"))


def parsed(report: Path, where: Where | None) -> tuple[pa.Table, list[Problem]]:
    """The facts of a report that are whole, and the problems of the others."""
    found = list(FactParser().parse(read_written(report, where)))
    tables = [FACTS.empty_table(), *(facts for facts, _ in found)]
    problems = [problem for _, some in found for problem in some]
    return pa.concat_tables(tables).combine_chunks(), problems


def facts_of(report: Path, where: Where | None = None) -> pa.Table:
    facts, problems = parsed(report, where)
    assert [str(problem) for problem in problems] == []
    return facts.select(MEANING)


EXPECTED = facts_of(SHIPPED)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_facts(report: Path, form: str) -> None:
    assert facts_of(report, rewrite(report, form)).equals(EXPECTED)


def test_a_database_gives_the_same_facts(report: Path, postgres: str) -> None:
    assert facts_of(report, write_postgres(rows_of(report), postgres)).equals(EXPECTED)


@pytest.mark.parametrize("name", ["facts.csv", "facts.xlsx", "facts.parquet"])
def test_usual_places_are_found(report: Path, name: str) -> None:
    rewrite(report, name.partition(".")[2])
    assert facts_of(report).equals(EXPECTED)


def given(data: object) -> pa.Table:
    tables = []
    for table, problems in written_from(data, "DataFrame"):
        assert [str(problem) for problem in problems] == []
        tables.append(table)
    facts, problems = parse_facts(pa.concat_tables(tables).combine_chunks())
    assert [str(problem) for problem in problems] == []
    return facts.select(MEANING)


def test_what_a_caller_has_in_hand() -> None:
    import polars as pl

    rows = rows_of(SHIPPED)
    for data in (
        frame_of(rows),
        pl.from_arrow(rows),
        rows,
        rows.to_reader(),
        rows.to_batches(max_chunksize=7),
        SHIPPED / "facts",
        str(SHIPPED / "facts"),
    ):
        assert given(data).equals(EXPECTED)


def test_a_frame_of_facts_goes_out_and_in_again() -> None:
    frame = parsed(SHIPPED, None)[0].to_pandas()
    assert given(frame).equals(EXPECTED)


def test_batches_are_full_however_facts_are_spread_over_files(tmp_path: Path) -> None:
    rows = rows_of(SHIPPED)
    many = pa.concat_tables([rows] * 150)
    folder = tmp_path / "facts"
    folder.mkdir()
    for part, start in enumerate(range(0, many.num_rows, 5000)):
        write_csv(many.slice(start, 5000), folder / f"{part}.csv")
    sizes = [table.num_rows for table, _ in written_from(folder, "")]
    assert sizes == [BATCH_ROWS, BATCH_ROWS, many.num_rows - 2 * BATCH_ROWS]
