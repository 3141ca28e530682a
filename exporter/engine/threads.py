"""Work on several batches at a time, results in order.

For functions that spend their time in Arrow's kernels, which leave Python's lock to others.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from typing import TypeVar

from exporter.engine.processors import processors

Given = TypeVar("Given")
Made = TypeVar("Made")

_sharers: ContextVar[int] = ContextVar("sharers", default=1)


@contextmanager
def processors_shared_by(sharers: int) -> Iterator[None]:
    """Have `in_order` take its share of the processors alone, for a block, in this thread.

    More threads than processors wait for Python's lock more than they work: reading two reports at
    once took a seventh more processor time so.

    Args:
        sharers: How many threads do the like at once, this one among them.
    """
    token = _sharers.set(sharers)
    try:
        yield
    finally:
        _sharers.reset(token)


def in_order(
    function: Callable[[Given], Made], items: Iterable[Given], threads: int = 0
) -> Iterator[Made]:
    """What `function` makes of each item, in their order; a few items ahead are in work.

    Args:
        function: Called in any thread, but for one item, or on one processor.
        items: Gone through in this thread.
        threads: How many do it, this one where it is 1; one a processor for 0,
            of those that this thread has a share in.
    """
    rest = iter(items)
    first = list(islice(rest, 2))
    threads = threads or processors() // _sharers.get()
    if len(first) < 2 or threads < 2:
        yield from map(function, chain(first, rest))
        return
    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for item in chain(first, rest):
                waiting.append(pool.submit(function, item))
                if len(waiting) > 2 * threads:  # so that none is without work while one is used
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:  # an error, or nobody wants the rest
            pool.shutdown(cancel_futures=True)
