"""exporter: the Parquet file as entity sheets, with everything that they promise.

Read and parsed by all rules, laid out with number formats, links, heights and lists, one sheet a
business line, with Contents, Sources and Checks; but without the check of quotes and figures, which
`benchmarks.checks` measures.
"""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.data import ENTITIES
from benchmarks.reports import definition, named_sources
from exporter.evidence.check import CHECKED
from exporter.facts.fact_set import collect
from exporter.facts.parse import FactParser
from exporter.facts.read import written_from
from exporter.report.workbook import lay_out_workbook
from exporter.writers.xlsx import write_workbook


def write(facts: Path, workbook: Path) -> None:
    """Write the facts of the Parquet file `facts`."""
    report = definition()
    collected = collect(_as_checked(parsed(facts)), ENTITIES, CHECKED)
    sources = named_sources(pq.read_metadata(facts).num_rows)
    book = lay_out_workbook(report, report.workbooks[0], collected, sources, "en")
    write_workbook(book, workbook)


def parsed(facts: Path) -> Iterator[pa.Table]:
    """The facts of a Parquet file, in batches by the schema FACTS.

    Raises:
        ValueError: Some break a rule.
    """
    parser = FactParser()
    for written, problems in written_from(facts, facts.name):
        batch, found = parser.parse(written)
        if problems or found:
            raise ValueError(f"the facts are to be sound, but: {[*problems, *found][0]}")
        yield batch


def _as_checked(batches: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The batches with the verdicts that the check gives to all of these facts."""
    for batch in batches:
        rows = batch.num_rows
        states = [pa.repeat(pa.scalar(state), rows) for state in ("verified", "confirmed")]
        places = [pa.repeat(pa.scalar(-1, pa.int64()), rows)] * 2
        yield pa.table([*batch.columns, *states, *places], schema=CHECKED)
