"""Sets of facts: by entity, in batches, in memory or on disk."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from exporter.engine import spool
from exporter.facts.fact_set import FactSet, collect
from exporter.facts.table import FACTS


def facts(start: int, rows: int) -> pa.Table:
    made = [
        {"id": f"fact-{n}", "entity": ("Yard", "Pier", "Quay")[n % 3], "line": n}
        for n in range(start, start + rows)
    ]
    return pa.Table.from_pylist(made, FACTS)


@pytest.fixture(params=[10**6, 40], ids=["in memory", "on disk"])
def fact_set(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> FactSet:
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", request.param)
    return collect((facts(start, 25) for start in range(0, 100, 25)), ["Pier", "Yard"])


def lines(some: FactSet) -> list[int]:
    return [line for batch in some.batches() for line in batch["line"].to_pylist()]


def test_facts_come_by_entity_and_keep_their_order(fact_set: FactSet) -> None:
    assert fact_set.num_rows == 100
    assert lines(fact_set) == [*range(1, 100, 3), *range(0, 100, 3), *range(2, 100, 3)]
    assert lines(fact_set.of("Yard")) == list(range(0, 100, 3))
    assert fact_set.of("Yard").num_rows == 34


def test_an_entity_that_was_not_kept_apart_is_found_too(fact_set: FactSet) -> None:
    assert lines(fact_set.of("Quay")) == list(range(2, 100, 3))
    assert fact_set.of("Nowhere").num_rows == 0
    assert fact_set.of("Nowhere").table().num_rows == 0


def test_parts_of_a_set(fact_set: FactSet) -> None:
    everything = lines(fact_set)
    assert lines(fact_set.slice(20, 50)) == everything[20:70]
    assert fact_set.slice(90, 50).num_rows == 10
    assert lines(fact_set.slice(90, 50)) == everything[90:]
    some = fact_set.where(lambda batch: pc.less(batch["line"], 10))
    assert (some.num_rows, sorted(lines(some))) == (10, list(range(10)))


@pytest.mark.parametrize(("kept", "times"), [(100, 1), (99, 3)])
def test_what_is_made_of_few_facts_is_made_once(
    kept: int, times: int, fact_set: FactSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.facts.fact_set._KEPT_ROWS", kept)
    made: list[int] = []

    def marked(batch: pa.Table) -> pa.Table:
        made.append(batch.num_rows)
        return batch

    mapped = fact_set.map(marked, fact_set.schema)
    assert made == []
    assert [lines(mapped) for _ in range(3)] == [lines(fact_set)] * 3
    assert sum(made) == 100 * times


def test_a_set_as_facts_table_and_frame(fact_set: FactSet) -> None:
    table, frame = fact_set.table(), fact_set.to_frame()
    assert table.schema == FACTS
    assert table["line"].to_pylist() == lines(fact_set) == frame["line"].tolist()
    doubled = fact_set.map(lambda batch: batch.select(["line"]), pa.schema([("line", pa.int32())]))
    assert doubled.table()["line"].to_pylist() == lines(fact_set)
