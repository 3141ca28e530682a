"""Worker processes that load what they will need while this process loads what it needs.

A worker takes a third of a second to be ready. Where another processor has nothing to do meanwhile,
whoever asks it later does not wait for that.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from exporter.engine.worker_process import WorkerProcess

Make = Callable[..., Iterator[Any]]

_ahead: defaultdict[Make, list[WorkerProcess]] = defaultdict(list)


@contextmanager
def workers_ahead(
    count: int, make: Make, load: Callable[[], None]
) -> Iterator[Sequence[WorkerProcess]]:
    """Have workers started now for `stream_from_worker`, for a block; what nobody asks, ends there.

    Args:
        count: How many.
        make: What they will be asked for.
        load: A function of a module, which loads what that needs.

    Yields:
        The workers.
    """
    workers = [WorkerProcess(is_quiet=True) for _ in range(count)]
    for worker in workers:
        worker.call_ahead(load)
    _ahead[make] += workers
    try:
        yield workers
    finally:
        for worker in workers:
            with suppress(ValueError):  # whoever asked it has ended it
                _ahead[make].remove(worker)
                worker.stop()
                worker.close()


def worker_for(make: Make) -> WorkerProcess:
    """One that has been started for it and was asked nothing else; else a new one."""
    with suppress(IndexError):
        return _ahead[make].pop()
    return WorkerProcess(is_quiet=True)
