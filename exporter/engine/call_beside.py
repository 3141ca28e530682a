"""One call that another process makes while this one does something else.

Two threads that spend much of their time in Python share one processor; two processes do not.
A process takes half a second to load what this one loads meanwhile, so it has to be worth it.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exporter.engine.processors import has_two_processors
from exporter.engine.worker_process import WorkerEndedError, WorkerProcess


def is_worth_it(path: Path, size: int) -> bool:
    """Whether a file has so many bytes, and there is a processor for a process that reads it.

    One that is not there has none, which is told when it is read.
    """
    try:
        return has_two_processors() and path.stat().st_size >= size
    except OSError:
        return False


@contextmanager
def called_beside(function: Callable[..., Any], *arguments: Any) -> Iterator[Callable[[], Any]]:
    """Have a function called in a process of its own, from now on.

    Args:
        function: Of a module that loads little: this process loads it before anything is begun.
        arguments: What it is called with.

    Yields:
        What waits for its answer, or raises what it raised. A process that ended early, killed for
        lack of memory, say, is done without: the function is then called here.
    """
    worker = WorkerProcess()
    with ThreadPoolExecutor(1) as asking:
        asked = asking.submit(worker.call, function, *arguments)

        def answer() -> Any:
            try:
                return asked.result()
            except WorkerEndedError:
                return function(*arguments)

        try:
            yield answer
        finally:  # an error here, or all is answered
            worker.stop()
            asking.shutdown(cancel_futures=True)
            worker.close()
