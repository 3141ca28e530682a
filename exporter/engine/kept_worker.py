"""One idle worker process that waits for the next who needs one, as long as this process runs.

A worker that has loaded what pages take, and the fonts, draws the next report's pages in half the
time; so a program that builds many reports keeps one.
"""

import atexit
import os
import threading
from contextlib import suppress
from pathlib import Path

from exporter.engine.worker_process import WorkerEndedError, WorkerProcess, surroundings

_lock = threading.Lock()
_kept: list[WorkerProcess] = []  # one, or none


def take_worker() -> WorkerProcess:
    """The kept worker if one waits and sees what a new one would see; else a new one."""
    with _lock:
        worker = _kept.pop() if _kept else None
    if worker is None:
        return WorkerProcess()
    if worker.is_alive and worker.surroundings == surroundings() and _has_come_along(worker):
        return worker
    _end(worker)
    return WorkerProcess()


def keep_worker(worker: WorkerProcess) -> None:
    """Let a worker that is asked nothing more wait for the next; where one waits, end it."""
    with _lock:
        is_first = not _kept
        if is_first:
            _kept.append(worker)
    if not is_first:
        _end(worker)


def _has_come_along(worker: WorkerProcess) -> bool:
    """Have a worker work in the folder of this process, from wherever it worked before."""
    with suppress(OSError, WorkerEndedError):  # the folder may have been deleted
        worker.call(os.chdir, Path.cwd())
        return True
    return False


def _end(worker: WorkerProcess) -> None:
    worker.stop()
    worker.close()


def _end_kept() -> None:
    for worker in _kept:
        _end(worker)


atexit.register(_end_kept)
