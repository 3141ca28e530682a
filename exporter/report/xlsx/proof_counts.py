"""How many figures and quotes of a batch of facts are in which state."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import FigureState
from exporter.report.values import figures_accepted
from exporter.report.xlsx.model import Column


def accepted_figures(facts: pa.Table, value: Column) -> int:
    """How many of the figures of a column an analyst answers for."""
    accepted = figures_accepted(facts)
    if value.numbers is None or not pc.any(accepted).as_py():
        return 0
    stated = pc.and_(pc.is_valid(value.numbers), pc.is_null(facts["formula"]))
    return int(pc.sum(pc.and_(accepted, stated)).as_py() or 0)


def confirmed_figures(facts: pa.Table, numbers: pa.Array | None) -> int:
    """How many of the figures that Excel holds are confirmed; quarters and the like are texts."""
    if numbers is None:
        return 0
    stated = pc.and_(pc.is_valid(numbers), pc.is_null(facts["formula"]))
    return count_of(facts["figure_state"].filter(stated), FigureState.CONFIRMED)


def count_of(column: pa.ChunkedArray, value: str) -> int:
    """How often a column has a value."""
    return int(pc.sum(pc.equal(column, value)).as_py() or 0)


def states_in(facts: pa.Table, name: str) -> dict[str, int]:
    """How many of the facts are in which state; those without a quote have none to verify."""
    states = (
        facts[name].filter(pc.not_equal(facts["quote"], ""))
        if name == "quote_state"
        else facts[name]
    )
    return {count["values"]: count["counts"] for count in pc.value_counts(states).to_pylist()}


def added_up(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """The counts of all batches."""
    total = Counter[str]()
    for some in counts:
        total.update(some)
    return total
