"""Facts of a table as it is written, all at once."""

import pyarrow as pa

from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.parse import FactParser


def parse_facts(written: pa.Table) -> RowsAndProblems:
    """The facts that a table WRITTEN states, and the problems of the rows that are none."""
    return next(FactParser().parse([(written, [])]))
