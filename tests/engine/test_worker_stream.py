"""What a worker process makes bit by bit, and what becomes of one that takes too much."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, TooSlowError, stream_from_worker
from exporter.engine.workers_ahead import worker_for, workers_ahead

ROOM = Confinement(memory_bytes=2_000_000_000, processor_seconds=60)


def counting(most: int) -> Iterator[tuple[int, int]]:
    for number in range(most):
        yield number, os.getpid()


def failing(most: int) -> Iterator[int]:
    yield from range(most)
    raise ValueError("no more")


def filling(size: int) -> Iterator[int]:
    yield len(bytearray(size))


def without_room(error: Exception) -> Iterator[int]:
    yield 1
    raise error


def waiting(seconds: float) -> Iterator[int]:
    yield 1
    time.sleep(seconds)
    yield 2


def busy() -> Iterator[int]:
    while True:
        pass
    yield 1


def ending() -> Iterator[int]:
    yield 1
    os._exit(0)


def here() -> Iterator[str]:
    yield str(Path.cwd())


def load() -> None:
    os.environ["LOADED"] = str(os.getpid())


def load_nothing() -> None:
    raise ImportError("nothing there")


def loaded() -> Iterator[tuple[int, str | None]]:
    yield os.getpid(), os.getenv("LOADED")


def test_items_come_in_order_from_another_process() -> None:
    with stream_from_worker(counting, 5, confinement=ROOM) as items:
        found = list(items)
    assert [number for number, _ in found] == [0, 1, 2, 3, 4]
    assert {process for _, process in found} != {os.getpid()}
    with stream_from_worker(counting, 0, confinement=ROOM) as items:
        assert list(items) == []


def test_whoever_wants_no_more_leaves() -> None:
    with stream_from_worker(counting, 10**9, confinement=ROOM) as items:
        assert next(items)[0] == 0


def test_it_raises_as_the_function_does() -> None:
    with stream_from_worker(failing, 2, confinement=ROOM) as items:
        assert [next(items), next(items)] == [0, 1]
        with pytest.raises(ValueError, match="no more"):
            next(items)


def test_it_has_so_much_memory() -> None:
    with stream_from_worker(filling, 10**6, confinement=ROOM) as items:
        assert list(items) == [10**6]
    with (
        stream_from_worker(filling, 3 * 10**9, confinement=ROOM) as items,
        pytest.raises(MemoryError),
    ):
        next(items)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory", "a folder of libraries"),
        ImportError("libx.so: failed to map segment from shared object"),
    ],
)
def test_a_lack_of_memory_is_told_in_one_way(error: Exception) -> None:
    with stream_from_worker(without_room, error, confinement=ROOM) as items:
        assert next(items) == 1
        with pytest.raises(MemoryError):
            next(items)


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), ModuleNotFoundError("duckdb")]
)
def test_another_lack_is_told_as_it_is(error: Exception) -> None:
    with stream_from_worker(without_room, error, confinement=ROOM) as items:
        assert next(items) == 1
        with pytest.raises(type(error)):
            next(items)


def test_it_has_so_much_time() -> None:
    with stream_from_worker(waiting, 60, confinement=ROOM, seconds=3) as items:
        assert next(items) == 1
        with pytest.raises(TooSlowError):
            next(items)
    a_second = Confinement(ROOM.memory_bytes, processor_seconds=1)
    with (
        stream_from_worker(busy, confinement=a_second) as items,
        pytest.raises(WorkerEndedError),
    ):
        next(items)


def test_one_that_ends_is_told() -> None:
    with stream_from_worker(ending, confinement=ROOM) as items:
        assert next(items) == 1
        with pytest.raises(WorkerEndedError):
            next(items)


def test_it_works_in_a_folder(tmp_path: Path) -> None:
    confinement = Confinement(ROOM.memory_bytes, 60, str(tmp_path))
    with stream_from_worker(here, confinement=confinement) as items:
        assert list(items) == [str(tmp_path)]


def test_little_is_loaded_for_each_document_and_query() -> None:
    """Whatever reads a stranger's file or asks a database is loaded anew each time."""
    code = (
        "import sys, exporter.evidence.documents.docx, exporter.evidence.documents.html\n"
        "import exporter.evidence.documents.markdown, exporter.evidence.documents.pdf\n"
        "import exporter.facts.flat.duckdb_rows, exporter.facts.flat.sheet_rows\n"
        "import exporter.facts.flat.sqlite_rows, exporter.report.themes.raster\n"
        "print({'numpy', 'pyarrow', 'pydantic', 'pandas'} & sys.modules.keys())"
    )
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert loaded.stdout.decode().strip() == "set()"


def test_workers_that_load_ahead_are_asked_what_they_loaded_for() -> None:
    with workers_ahead(2, loaded, load):
        with stream_from_worker(counting, 1, confinement=ROOM) as items:
            others = {process for _, process in items}
        answers = []
        for _ in range(3):
            with stream_from_worker(loaded, confinement=ROOM) as items:
                answers += items
    assert [answer == str(process) for process, answer in answers] == [True, True, False]
    assert len({*others, *(process for process, _ in answers)}) == 4


def test_workers_that_nobody_asks_end_with_the_block() -> None:
    with workers_ahead(1, loaded, load):
        worker = worker_for(loaded)
    assert worker.is_alive  # whoever takes it ends it
    worker.stop()
    worker.close()
    with workers_ahead(1, loaded, load) as started:
        assert started[0].is_alive
    assert not started[0].is_alive
    another = worker_for(loaded)
    assert another not in started
    another.stop()
    another.close()


def test_what_cannot_be_loaded_ahead_is_told_when_it_is_asked_for() -> None:
    with (
        workers_ahead(1, loaded, load_nothing),
        stream_from_worker(loaded, confinement=ROOM) as items,
    ):
        assert [answer for _, answer in items] == [None]
