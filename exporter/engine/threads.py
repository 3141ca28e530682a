"""Work on several batches at a time, results in order.

For functions that spend their time in Arrow's kernels, which leave Python's lock to others.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(
    function: Callable[[Given], Made], items: Iterable[Given], threads: int = 0
) -> Iterator[Made]:
    """What `function` makes of each item, in their order; a few items ahead are in work.

    Args:
        function: Called in any thread, but for one item, or on one processor.
        items: Gone through in this thread.
        threads: How many do it, this one where it is 1; one a processor for 0.
    """
    rest = iter(items)
    first = list(islice(rest, 2))
    threads = threads or os.cpu_count() or 1
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
