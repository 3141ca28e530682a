"""Tables that are gone through batch by batch, in memory while they are small, else on disk.

What a large report is made of passes through the stages in batches; where a stage has to go through
it more than once, it is kept here. Files lie in a temporary folder of the system, which goes when
nothing holds what is kept in it any more; after a kill, when the next one is made.
"""

import weakref
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir

import pyarrow as pa

from exporter.engine.locks import Lock, acquire, temporaries, temporary_name

BATCH_ROWS = 8192  # of a batch, at most
MOST_IN_MEMORY = 64_000_000  # bytes that one spool keeps there, of all keys

_ALIVE, _SUFFIX = "lock", ".spool"

Batches = Callable[[], Iterator[pa.Table]]


class Spool:
    """Keeps tables under keys. All tables of a key have one schema."""

    def __init__(self) -> None:
        self._rows: Counter[str] = Counter()
        self._in_memory: dict[str, list[pa.Table]] = defaultdict(list)
        self._bytes = 0
        self._folder: _Folder | None = None
        self._files: dict[str, tuple[Path, pa.RecordBatchStreamWriter]] = {}
        self._finished: set[str] = set()

    def add(self, key: str, table: pa.Table) -> None:
        """Keep a table, after those that the key has already."""
        for start in range(0, table.num_rows, BATCH_ROWS):
            self._in_memory[key].append(table.slice(start, BATCH_ROWS).combine_chunks())
        self._rows[key] += table.num_rows
        self._bytes += table.nbytes
        if self._bytes > MOST_IN_MEMORY:
            for unfinished in [name for name in self._in_memory if name not in self._finished]:
                self._write_out(unfinished)

    def finish(self, key: str) -> tuple[int, Batches]:
        """How many rows a key has, and what gives them as often as needed; no more may come."""
        self._finished.add(key)
        if self._folder is None or key not in self._files:
            return self._rows[key], _listed(tuple(self._in_memory.get(key, ())))
        self._write_out(key)
        path, writer = self._files[key]
        writer.close()
        return self._rows[key], _stored(self._folder, path)

    def _write_out(self, key: str) -> None:
        """Put what is in memory of a key into its file, and keep it there alone."""
        tables = self._in_memory.pop(key, [])
        if not tables:
            return
        self._folder = self._folder or _Folder()
        if key not in self._files:
            path = self._folder.path / f"{len(self._files)}.arrow"
            self._files[key] = path, pa.ipc.new_stream(str(path), tables[0].schema)
        for table in tables:
            self._files[key][1].write_table(table)
            self._bytes -= table.nbytes


class _Folder:
    """A temporary folder that goes with the last of those who hold it."""

    def __init__(self) -> None:
        where = Path(gettempdir())
        _remove_dead(where)
        self.path = where / temporary_name(_SUFFIX)
        self.path.mkdir(mode=0o700)
        lock = acquire(self.path / _ALIVE, needed=False)
        assert lock is not None  # noqa: S101 - nobody else knows its name
        weakref.finalize(self, _remove, self.path, lock)


def _remove_dead(where: Path) -> None:
    """Remove the folders that processes have left over which were killed."""
    for path in temporaries(where):
        with suppress(OSError):  # somebody else's
            if path.suffix != _SUFFIX or path.is_symlink():
                continue
            if lock := acquire(path / _ALIVE, create=False):
                _remove(path, lock)


def _remove(folder: Path, lock: Lock) -> None:
    """Remove a folder; its lock goes last, for by it the folder is known."""
    for path in folder.glob("*.arrow"):
        with suppress(OSError):  # still open (Windows): left to the next one
            path.unlink()
    lock.remove()
    with suppress(OSError):
        folder.rmdir()


def _listed(tables: Sequence[pa.Table]) -> Batches:
    def batches() -> Iterator[pa.Table]:
        yield from tables

    return batches


def _stored(folder: _Folder, path: Path) -> Batches:
    def batches() -> Iterator[pa.Table]:
        # Read, not mapped: pages of a mapped file would count as this process's memory.
        with pa.OSFile(str(folder.path / path.name)) as file, pa.ipc.open_stream(file) as reader:
            for batch in reader:
                yield pa.Table.from_batches([batch])

    return batches
