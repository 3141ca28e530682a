"""A set of facts of any size, gone through batch by batch as often as needed.

Small sets stay in memory. A large one lies in a temporary folder, one Arrow file per entity, since
what is made of facts is made entity by entity. The folder goes when nothing needs the set any more.
"""

import shutil
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import FACTS

if TYPE_CHECKING:
    import pandas as pd

BATCH_ROWS = 8192  # of a batch, at most
MOST_IN_MEMORY = 131_072  # rows of a set; about 100 MB with their quotes
_OTHERS = ""  # the part of the facts whose entity is none of those kept apart

Batches = Callable[[], Iterator[pa.Table]]


class FactSet:
    """Facts, entity by entity, each entity's in the order in which they came.

    Attributes:
        schema: Of every batch: FACTS, with four columns more after the check.
        num_rows: How many facts there are.
    """

    def __init__(self, schema: pa.Schema, parts: Mapping[str, tuple[int, Batches]]) -> None:
        """Facts that `collect` has collected: how many, and their batches, by entity."""
        self.schema = schema
        self.num_rows = sum(rows for rows, _ in parts.values())
        self._parts = parts

    def batches(self) -> Iterator[pa.Table]:
        """All facts, as tables of one chunk and at most BATCH_ROWS rows; none for an empty set."""
        for _, batches in self._parts.values():
            yield from batches()

    def of(self, entity: str) -> "FactSet":
        """The facts about one entity."""
        if entity in self._parts and entity != _OTHERS:
            return FactSet(self.schema, {entity: self._parts[entity]})
        others = FactSet(self.schema, {k: v for k, v in self._parts.items() if k == _OTHERS})
        return others.where(lambda batch: pc.equal(batch["entity"], entity))

    def where(self, mask: Callable[[pa.Table], pa.ChunkedArray]) -> "FactSet":
        """The facts for which `mask`, of a batch, is true; looked for whenever they are needed."""

        def batches() -> Iterator[pa.Table]:
            for batch in self.batches():
                if (kept := batch.filter(mask(batch))).num_rows:
                    yield kept.combine_chunks()

        rows = sum(batch.num_rows for batch in batches())
        return FactSet(self.schema, {_OTHERS: (rows, batches)})

    def table(self) -> pa.Table:
        """All facts in memory, as one table of one chunk."""
        return pa.concat_tables([self.schema.empty_table(), *self.batches()]).combine_chunks()

    def to_frame(self) -> "pd.DataFrame":
        """All facts as a pandas DataFrame, which `read_facts` takes back."""
        return self.table().to_pandas()


def collect(
    batches: Iterable[pa.Table], entities: Sequence[str] = (), schema: pa.Schema = FACTS
) -> FactSet:
    """Collect facts, on disk where they are many.

    Args:
        batches: Tables by `schema`, of any size.
        entities: Those to keep apart, in the set's order; facts about others come after them.
        schema: FACTS, or FACTS with more columns.
    """
    spool = _Spool(schema, entities)
    for batch in batches:
        spool.add(batch)
    return spool.finish()


class _Folder:
    """A temporary folder that goes with the last of those who hold it."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="exporter-facts-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class _Spool:
    """Facts by entity while they come in: held in memory, and written out where they are many."""

    def __init__(self, schema: pa.Schema, entities: Sequence[str]) -> None:
        self._schema = schema
        self._entities = pa.array(entities, pa.string())
        self._rows: dict[str, int] = dict.fromkeys((*entities, _OTHERS), 0)
        self._held: dict[str, list[pa.Table]] = defaultdict(list)
        self._held_rows = 0
        self._folder: _Folder | None = None
        self._files: dict[str, tuple[Path, pa.RecordBatchFileWriter]] = {}

    def add(self, table: pa.Table) -> None:
        """Take facts in."""
        for start in range(0, table.num_rows, BATCH_ROWS):
            for entity, rows in self._by_entity(table.slice(start, BATCH_ROWS)):
                self._held[entity].append(rows.combine_chunks())
                self._rows[entity] += rows.num_rows
                self._held_rows += rows.num_rows
        if self._held_rows > MOST_IN_MEMORY:
            self._write_out()

    def finish(self) -> FactSet:
        """All facts taken in."""
        if self._folder is not None:
            self._write_out()
        for _, writer in self._files.values():
            writer.close()
        parts = {entity: (rows, self._batches(entity)) for entity, rows in self._rows.items()}
        return FactSet(self._schema, parts)

    def _by_entity(self, batch: pa.Table) -> Iterator[tuple[str, pa.Table]]:
        known = pc.is_in(batch["entity"], self._entities)
        key = pc.if_else(known, batch["entity"], _OTHERS)
        keys = pc.unique(key).to_pylist()
        for one in keys:
            yield one, batch if len(keys) == 1 else batch.filter(pc.equal(key, one))

    def _write_out(self) -> None:
        """Put what is held into the files, and hold it no more."""
        self._folder = self._folder or _Folder()
        for entity, tables in self._held.items():
            if entity not in self._files:
                path = self._folder.path / f"{len(self._files)}.arrow"
                self._files[entity] = path, pa.ipc.new_file(str(path), self._schema)
            for batch in pa.concat_tables(tables).combine_chunks().to_batches(BATCH_ROWS):
                self._files[entity][1].write_batch(batch)
        self._held.clear()
        self._held_rows = 0

    def _batches(self, entity: str) -> Batches:
        if self._folder is not None and entity in self._files:
            return _stored(self._folder, self._files[entity][0])
        return _in_memory(tuple(self._held.get(entity, ())))


def _in_memory(tables: Sequence[pa.Table]) -> Batches:
    def batches() -> Iterator[pa.Table]:
        yield from tables

    return batches


def _stored(folder: _Folder, path: Path) -> Batches:
    def batches() -> Iterator[pa.Table]:
        # Read, not mapped: pages of a mapped file would count as this process's memory.
        with pa.OSFile(str(folder.path / path)) as file, pa.ipc.open_file(file) as reader:
            for index in range(reader.num_record_batches):
                yield pa.Table.from_batches([reader.get_batch(index)])

    return batches
