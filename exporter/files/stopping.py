"""Signals that end the process are held back while files move; and which files were changed.

So a stop comes before the first move or after the last one, and what is said of it is true.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import FrameType

STOPS = tuple(
    getattr(signal, name)
    for name in ("SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK")
    if hasattr(signal, name)
)  # Windows has no SIGHUP, and alone has SIGBREAK

_changes: ContextVar[list[Path] | None] = ContextVar("changes", default=None)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold signals back that stop the process, until the block is done; then they have their way.

    Python gives signals to its first thread alone: no other one is interrupted.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []

    def hold(number: int, _: FrameType | None) -> None:
        held.append(number)

    handlers = {number: signal.getsignal(number) for number in STOPS}
    taken = {
        number: handler
        for number, handler in handlers.items()
        if handler not in {None, signal.SIG_IGN}
    }
    try:
        for number in taken:
            signal.signal(number, hold)
        yield
    finally:
        for number, handler in taken.items():
            signal.signal(number, handler)
        if held:
            signal.raise_signal(held[0])


@contextmanager
def recorded_changes() -> Iterator[list[Path]]:
    """Give a list of all files that are put in place, from here to the end of the block."""
    changes: list[Path] = []
    before = _changes.set(changes)
    try:
        yield changes
    finally:
        _changes.reset(before)


def record_changes(paths: Iterable[Path]) -> None:
    """Note that files have been put in place, for whoever wants to know."""
    changes = _changes.get()
    if changes is not None:
        changes.extend(paths)
