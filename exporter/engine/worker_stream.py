"""What a worker process makes bit by bit, for readers that must not take this process with them.

A library that reads a stranger's file, or a database that answers a stranger's query, may take all
memory, never end, or die. It does so in a process of its own, which may use so much memory and so
much of a processor, and whose end is an error like others.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOMEM
from itertools import islice
from time import monotonic
from typing import Any

from exporter.engine.workers_ahead import worker_for


@dataclass(frozen=True, slots=True)
class Confinement:
    """What a worker may use.

    Attributes:
        memory_bytes: Of address space; not limited on Windows.
        processor_seconds: Of all its threads together; not limited on Windows.
        folder: Where it works; where its caller does, unless said.
        spill_bytes: Of each file that it writes, which is none unless said; not limited on Windows.
    """

    memory_bytes: int
    processor_seconds: int
    folder: str = "."
    spill_bytes: int = 0


class TooSlowError(Exception):
    """The worker did not answer in time."""


@contextmanager
def stream_from_worker(
    make: Callable[..., Iterator[Any]],
    *arguments: Any,
    confinement: Confinement,
    seconds: float | None = None,
    at_once: int = 1,
) -> Iterator[Iterator[Any]]:
    """Give what a generator function yields in a worker process, which makes some items ahead.

    Args:
        make: A function of a module.
        arguments: What it is called with.
        confinement: What the worker may use.
        seconds: How long may be waited for it, over all items; None for as long as it takes.
        at_once: How many items it makes ahead. What it raises is raised before those that it made
            with them.

    Raises:
        WorkerEndedError: It ended early; raised where an item is asked for, and so is what follows.
        TooSlowError: It was waited for too long.
        Exception: Whatever `make` raises.
    """
    worker = worker_for(make)
    with ThreadPoolExecutor(1) as asking:
        try:
            begun = asking.submit(worker.call, _begin, confinement, make, arguments)
            yield _items(begun, lambda: asking.submit(worker.call, _following, at_once), seconds)
        finally:
            worker.stop()
            asking.shutdown(cancel_futures=True)
            worker.close()


def _items(
    begun: Future[None], ask: Callable[[], Future[Any]], seconds: float | None
) -> Iterator[Any]:
    asked = ask()
    _, left = _wait(begun, seconds)
    while True:
        items, left = _wait(asked, left)
        if not items:
            return
        asked = ask()
        yield from items


def _wait(answer: Future[Any], left: float | None) -> tuple[Any, float | None]:
    """What is answered, and how many seconds are left after it."""
    start = monotonic()
    try:
        result = answer.result(left)
    except TimeoutError as error:
        if answer.done():  # the worker's own
            raise
        raise TooSlowError from error
    return result, None if left is None else max(left - (monotonic() - start), 0)


# What follows is done in the worker process.
_streams: list[Iterator[Any]] = []


def _confine(confinement: Confinement) -> None:
    os.chdir(confinement.folder)
    try:
        import resource
    except ImportError:  # Windows, which has no such limits
        return
    for what, most in (
        (resource.RLIMIT_AS, confinement.memory_bytes),
        (resource.RLIMIT_CPU, confinement.processor_seconds),
        (resource.RLIMIT_FSIZE, confinement.spill_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


@contextmanager
def _lack_of_memory_told() -> Iterator[None]:
    """Raise MemoryError for whatever is raised where there is no room for more."""
    try:
        yield
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # what is there, and finds no room to be loaded
        raise MemoryError from error
    except OSError as error:  # even a look into a folder needs some
        if error.errno == ENOMEM:
            raise MemoryError from error
        raise


def _begin(
    confinement: Confinement, make: Callable[..., Iterator[Any]], arguments: tuple[Any, ...]
) -> None:
    with _lack_of_memory_told():
        _confine(confinement)
        _streams.append(make(*arguments))


def _following(count: int) -> list[Any]:
    """So many of the next items, fewer at the end.

    Raises:
        MemoryError: There is no room for it, or for the library that makes it.
    """
    with _lack_of_memory_told():
        return list(islice(_streams[-1], count))
