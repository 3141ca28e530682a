"""One call that another process makes while this one does something else; work that both share.

Two threads that spend much of their time in Python share one processor; two processes do not.
A process takes half a second to load what this one loads meanwhile, so it has to be worth it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from exporter.engine.processors import has_two_processors
from exporter.engine.worker_process import WorkerEndedError, WorkerProcess

Part = TypeVar("Part")


def is_worth_it(path: Path, size: int) -> bool:
    """Whether a file has so many bytes, and there is a processor for a process that reads it.

    One that is not there has none, which is told when it is read.
    """
    try:
        return has_two_processors() and path.stat().st_size >= size
    except OSError:
        return False


class CalledBeside:
    """A call that another process makes; who made it may then share in other work."""

    def __init__(
        self,
        worker: WorkerProcess,
        asking: ThreadPoolExecutor,
        function: Callable[..., Any],
        *arguments: Any,
    ) -> None:
        """Ask a process, by a thread that waits for it."""
        self._worker, self._asking = worker, asking
        self._asked = asking.submit(worker.call, function, *arguments)
        self._call = partial(function, *arguments)

    def __call__(self) -> Any:
        """Its answer, waited for; raises what the call raised.

        A process that ended early, killed for lack of memory, say, is done without: the call is
        then made here.
        """
        try:
            return self._asked.result()
        except WorkerEndedError:
            return self._call()

    def share(
        self, parts: Sequence[Part], here: Callable[[Part], Any], there: Callable[[Part], Any]
    ) -> list[Any]:
        """What is made of each part of some work, in order.

        This process begins with the first part; the other one, once it has answered, with the last.

        Args:
            parts: Of the work, each of which takes a while.
            here: What this process does with a part.
            there: What the other one does with it: a function of a module.
        """
        left = deque(enumerate(parts))
        made: dict[int, Any] = {}

        def make_there() -> None:
            if self._asked.exception():
                return  # which its answer tells
            for at, part in _taken(left.pop):
                try:
                    made[at] = self._worker.call(there, part)
                except WorkerEndedError:
                    left.append((at, part))
                    break

        def make_here() -> None:
            for at, part in _taken(left.popleft):
                made[at] = here(part)

        making = self._asking.submit(make_there)
        make_here()
        if not making.cancel():
            making.result()
            make_here()  # what a process has left that ended
        return [made[at] for at in range(len(parts))]


def _taken(take: Callable[[], tuple[int, Part]]) -> Iterator[tuple[int, Part]]:
    """What is left, one by one, while another thread takes, too."""
    with suppress(IndexError):
        while True:
            yield take()


@contextmanager
def called_beside(function: Callable[..., Any], *arguments: Any) -> Iterator[CalledBeside]:
    """Have a function called in a process of its own, from now on.

    Args:
        function: Of a module that loads little: this process loads it before anything is begun.
        arguments: What it is called with.

    Yields:
        What gives its answer when called.
    """
    worker = WorkerProcess()
    with ThreadPoolExecutor(1) as asking:
        try:
            yield CalledBeside(worker, asking, function, *arguments)
        finally:  # an error here, or all is answered
            worker.stop()
            asking.shutdown(cancel_futures=True)
            worker.close()
