"""A set of facts of any size, gone through batch by batch as often as needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, longs
from exporter.engine.spool import BATCH_ROWS, Batches, Spool
from exporter.errors import Problem
from exporter.facts.formula_rules import has_formulas
from exporter.facts.history import has_history
from exporter.facts.ranges import has_ranges
from exporter.facts.table import FACTS, Fact, iterate_facts

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BATCH_ROWS", "FactSet", "RowsAndProblems", "collect"]

RowsAndProblems = tuple[pa.Table, list[Problem]]  # rows, and what is wrong with others

_HEAP_ROWS = 5 * BATCH_ROWS  # of which each of several entities has a batch worth its trouble
_KEPT_ROWS = 1024  # of a whole set, of which what is made of it is held in memory
_SHOWN = 5  # entities
_HAVE = (has_ranges, has_history, has_formulas)  # as a Part says it
_OTHERS = ""  # the part of the facts whose entity is none of those kept apart


class Part(NamedTuple):
    """The facts about an entity.

    Attributes:
        rows: How many.
        batches: Gives them.
        has_ranges: Whether any is a range.
        has_history: Whether any restates or replaces another, or is withdrawn.
        has_formulas: Whether any is calculated.
    """

    rows: int
    batches: Batches
    has_ranges: bool
    has_history: bool
    has_formulas: bool


class FactSet:
    """Facts, entity by entity, each entity's in the order in which they came.

    Attributes:
        schema: Of every batch: FACTS, with four columns more after the check.
        num_rows: How many facts there are.
        entities: Those whose facts are kept apart, in order.
        has_ranges: Whether there is a range among them; of a part of a set, whether there may be.
        has_history: Whether one restates or replaces another, or is withdrawn; likewise.
        has_formulas: Whether one is calculated; likewise.
    """

    def __init__(self, schema: pa.Schema, parts: Mapping[str, Part]) -> None:
        """Facts that `collect` has collected, by entity."""
        self.schema = schema
        self.num_rows = sum(part.rows for part in parts.values())
        self.has_ranges = any(part.has_ranges for part in parts.values())
        self.has_history = any(part.has_history for part in parts.values())
        self.has_formulas = any(part.has_formulas for part in parts.values())
        self.entities = tuple(key for key in parts if key != _OTHERS)
        self._parts = parts

    def __repr__(self) -> str:
        """In a line: `<FactSet: 90 facts of DingTalk, Quark, …>`."""
        first = ", ".join(self.entities[:_SHOWN])
        more = ", …" if len(self.entities) > _SHOWN else ""
        return f"<FactSet: {self.num_rows:,} facts{first and f' of {first}{more}'}>"

    def batches(self) -> Iterator[pa.Table]:
        """All facts, as tables of one chunk and at most BATCH_ROWS rows; none for an empty set."""
        for part in self._parts.values():
            yield from part.batches()

    def __iter__(self) -> Iterator[Fact]:
        """All facts one by one, for people and tests."""
        for batch in self.batches():
            yield from iterate_facts(batch)

    def of(self, entity: str) -> "FactSet":
        """The facts about one entity."""
        if entity in self._parts and entity != _OTHERS:
            return FactSet(self.schema, {entity: self._parts[entity]})
        others = FactSet(
            self.schema, {entity: part for entity, part in self._parts.items() if entity == _OTHERS}
        )
        return others.where(lambda batch: pc.equal(batch["entity"], entity))

    def where(self, mask: Callable[[pa.Table], pa.ChunkedArray]) -> "FactSet":
        """The facts for which `mask`, of a batch, is true; of many, found whenever needed."""
        found = _found_once if self.num_rows <= _KEPT_ROWS else _found_anew

        def kept(part: Part) -> Part:
            def batches() -> Iterator[pa.Table]:
                for batch in part.batches():
                    if (rows := batch.filter(mask(batch))).num_rows:
                        yield rows.combine_chunks()

            own = found(batches)
            return part._replace(rows=sum(batch.num_rows for batch in own()), batches=own)

        return FactSet(self.schema, {key: kept(part) for key, part in self._parts.items()})

    def map(self, function: Callable[[pa.Table], pa.Table], schema: pa.Schema) -> "FactSet":
        """The facts as `function` makes them, batch by batch; of many, whenever they are needed.

        Args:
            function: Gives a table of as many rows for a batch.
            schema: Of the tables that it gives.
        """
        found = _found_once if self.num_rows <= _KEPT_ROWS else _found_anew

        def mapped(batches: Batches) -> Batches:
            return found(lambda: (function(batch) for batch in batches()))

        parts = {
            key: part._replace(batches=mapped(part.batches)) for key, part in self._parts.items()
        }
        return FactSet(schema, parts)

    def slice(self, start: int, rows: int) -> "FactSet":
        """So many neighbouring facts of the set."""

        def batches() -> Iterator[pa.Table]:
            first = 0
            for batch in self.batches():
                begin, end = max(start - first, 0), min(start + rows - first, batch.num_rows)
                if begin < end:
                    yield batch.slice(begin, end - begin)
                first += batch.num_rows

        count = min(rows, self.num_rows - start)
        part = Part(count, batches, self.has_ranges, self.has_history, self.has_formulas)
        return FactSet(self.schema, {_OTHERS: part})

    def table(self) -> pa.Table:
        """All facts in memory, as one table of one chunk."""
        batches = list(self.batches())
        if len(batches) == 1:
            return batches[0]
        return pa.concat_tables([empty_table(self.schema), *batches]).combine_chunks()

    def to_frame(self) -> "pd.DataFrame":
        """All facts as a pandas DataFrame, which may be changed, saved and given back.

        It has the columns that docs/writing-facts.md names: `value` holds numbers as Python has
        them, days as dates, and is blank where `value.en` and `value.zh`, or `value.from` and
        `value.to`, say it. Behind them stands what was read of it (`kind`, `number`, `high`,
        `decimals`, `date`, `precision`) and where (`file`, `line`), which is for computing, and
        passed over when the frame, or a CSV or XLSX made of it, is read again.
        """
        from exporter.facts.flat.exported import facts_frame

        return facts_frame(self.table())


def _found_anew(batches: Batches) -> Batches:
    return batches


def _found_once(batches: Batches) -> Batches:
    """The same, found when they are first needed, and kept: a small report asks a dozen times."""
    kept = cache(lambda: tuple(batches()))
    return lambda: iter(kept())


def collect(
    batches: Iterable[pa.Table], entities: Sequence[str] = (), schema: pa.Schema = FACTS
) -> FactSet:
    """Collect facts, on disk where they are many.

    Args:
        batches: Tables by `schema`, of any size.
        entities: Those to keep apart, in the set's order; facts about others come after them.
        schema: FACTS, or FACTS with more columns.
    """
    spool, known = Spool(), pa.array(entities, pa.string())
    holding: dict[str, set[Callable[[pa.Table], bool]]] = {}
    for heap in _heaps(batches):
        for entity, rows in _by_entity(heap, known):
            spool.add(entity, rows)
            holding.setdefault(entity, set()).update(has for has in _HAVE if has(rows))
    return FactSet(
        schema,
        {
            entity: Part(*spool.finish(entity), *(has in holding.get(entity, ()) for has in _HAVE))
            for entity in (*entities, _OTHERS)
        },
    )


def _heaps(batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The batches some at a time, so that those of one entity do not become ever smaller."""
    heap: list[pa.Table] = []
    for batch in batches:
        heap.append(batch)
        if sum(table.num_rows for table in heap) >= _HEAP_ROWS:
            yield pa.concat_tables(heap)
            heap.clear()
    if heap:
        yield pa.concat_tables(heap)


def _by_entity(batch: pa.Table, known: pa.Array) -> Iterator[tuple[str, pa.Table]]:
    """The facts of each entity: slices of the whole, which is brought into their order at once."""
    found = pc.index_in(batch["entity"], value_set=known)
    places = pc.fill_null(found, len(known)).to_numpy()
    counts = np.bincount(places)
    if np.count_nonzero(counts) > 1:
        batch = batch.take(longs(np.argsort(places, kind="stable"))).combine_chunks()
    first = 0
    for place in np.flatnonzero(counts):
        entity = known[place].as_py() if place < len(known) else _OTHERS
        yield entity, batch.slice(first, counts[place])
        first += counts[place]
