"""Facts beside the manifest, as a Parquet file, where they are many."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.facts.fact_set import BATCH_ROWS, FactSet
from exporter.facts.flat.parquet_batches import ROOM, parquet_batches
from exporter.facts.table import FACTS
from exporter.limits import READING
from exporter.proof.manifest.earlier import table_of_today

FACTS_FILE = "facts.parquet"
_GROUP_ROWS = 8 * BATCH_ROWS


def write_facts(facts: FactSet, path: Path) -> None:
    """Write facts as a Parquet file, a few of them in memory at a time.

    The same facts always give the same bytes, however they come.

    Args:
        facts: By the schema FACTS, or with more columns, which are left out.
        path: The file.
    """
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, FACTS, compression="zstd", version="2.6") as writer:
        for group in _groups(facts):
            writer.write_table(group, row_group_size=_GROUP_ROWS)


def read_facts_file(path: Path) -> Iterator[pa.Table]:
    """The facts of such a file, batch by batch.

    A process of its own reads them, since the set may be a stranger's.

    Raises:
        ValueError: It is not there, or does not hold facts.
    """
    if not path.is_file():
        raise ValueError(f"{path.name}, which holds the facts, is missing")
    status = path.stat()
    asked = (str(path.resolve()), (status.st_dev, status.st_ino), BATCH_ROWS)
    confinement = Confinement(ROOM, READING.reading_seconds)
    try:
        with stream_from_worker(parquet_batches, *asked, confinement=confinement) as batches:
            for batch in batches:
                if not batch.num_rows:  # the last one, which has the columns alone
                    continue
                try:
                    yield table_of_today(pa.Table.from_batches([batch]))
                except ValueError as error:
                    raise ValueError(f"{path.name} {error}") from error
    except (WorkerEndedError, MemoryError):
        wrong = f"{path.name} is damaged, or a few of its rows fill the memory"
        raise ValueError(wrong) from None


def _groups(facts: FactSet) -> Iterator[pa.Table]:
    """The facts in groups of one size, however they come: so the bytes depend on them alone."""
    group: list[pa.Table] = []
    rows = 0
    for whole in facts.batches():
        batch = whole.select(FACTS.names)
        while rows + batch.num_rows >= _GROUP_ROWS:
            rest = _GROUP_ROWS - rows
            yield pa.concat_tables([*group, batch.slice(0, rest)]).combine_chunks()
            group, rows, batch = [], 0, batch.slice(rest)
        group.append(batch)
        rows += batch.num_rows
    if rows:
        yield pa.concat_tables(group).combine_chunks()
