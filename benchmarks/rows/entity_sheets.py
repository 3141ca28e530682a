"""exporter: facts as entity sheets, with everything that these promise.

Laid out with number formats, links, heights and lists, one sheet a business line, with Contents,
Sources and Checks. The facts have been read by all rules before (`entity_sheets_read` does that
within its call) and count as checked (`benchmarks.checks` measures the check).
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from benchmarks.data import ENTITIES
from benchmarks.reports import definition, named_sources
from exporter.engine.arrow import integers, literal
from exporter.evidence.check import CHECKED
from exporter.facts.fact_set import FactSet, collect
from exporter.facts.parse import FactParser
from exporter.facts.read import written_from
from exporter.facts.series import Series
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.writers.xlsx import write_workbook


def prepare(facts: Path) -> FactSet:
    """The facts of the Parquet file, read and kept as the check leaves them."""
    series = Series()
    checked = collect(_as_checked(_taken(parsed(facts), series)), ENTITIES, CHECKED)
    return series.shown(checked)


def _taken(batches: Iterator[pa.Table], series: Series) -> Iterator[pa.Table]:
    for batch in batches:
        series.take(batch)
        yield batch


def write(facts: FactSet, workbook: Path) -> None:
    """Lay facts out and write them."""
    report = definition()
    sources = named_sources(facts.num_rows)
    book = lay_out_workbook(report, report.workbooks[0], facts, sources, "en")
    write_workbook(book, workbook)


def parsed(facts: Path) -> Iterator[pa.Table]:
    """The facts of a Parquet file, in batches by the schema FACTS.

    Raises:
        ValueError: Some break a rule.
    """
    for batch, problems in FactParser().parse(written_from(facts, facts.name)):
        if problems:
            raise ValueError(f"the facts are to be sound, but: {problems[0]}")
        yield batch


def _as_checked(batches: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The batches with the verdicts that the check gives to all of these facts."""
    for batch in batches:
        rows = batch.num_rows
        states = [pa.repeat(literal(state), rows) for state in ("verified", "confirmed", "")]
        places = [pa.repeat(integers(np.array([-1]))[0].cast(pa.int64()), rows)] * 2
        shown = pa.repeat(literal(""), rows)
        yield pa.table([*batch.columns, *states, *places, shown, shown], schema=CHECKED)
