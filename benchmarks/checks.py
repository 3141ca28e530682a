"""The check of quotes and figures, for more or fewer distinct quotes."""

from collections.abc import Callable

import pyarrow.parquet as pq

from benchmarks.data import facts_file
from benchmarks.reports import recorded_sources
from benchmarks.rows.entity_sheets import parsed
from exporter.evidence.check import check_evidence
from exporter.evidence.found import Evidence
from exporter.facts.fact_set import collect


def prepare_check(size: int, distinct: int, *, worded: bool = False) -> Callable[[], Evidence]:
    """The check of `size` facts with `distinct` quotes, which are read and at hand."""
    path = facts_file(size, distinct, worded=worded)
    facts = collect(parsed(path))
    # In the file, the distinct quotes come first, in order.
    quotes = pq.read_table(path, columns=["quote"]).slice(0, distinct)["quote"].to_pylist()
    sources = recorded_sources(quotes)

    def check() -> Evidence:
        """Check them.

        Raises:
            ValueError: Some are not proved.
        """
        evidence = check_evidence(facts, [], sources)
        if evidence.problems:
            raise ValueError(f"the facts are to be proved, but: {evidence.problems[0]}")
        return evidence

    return check
