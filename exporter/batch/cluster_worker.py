"""What a worker of Dask does with errands: it has processes of its own do them, which are warm.

So each thread of a worker builds beside the others, a library that dies takes a process with it and
not the worker, and the worker answers its scheduler whatever is being built.
"""

import threading
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from exporter.batch.errand import make_ready, run_errand
from exporter.engine.worker_process import WorkerEndedError, WorkerProcess

NAME = "exporter"
_TRIES = 2  # processes that an errand may end


class _WarmProcess:
    """A process that makes itself ready before it is asked."""

    def __init__(self) -> None:
        self._worker, self._lock = WorkerProcess(), threading.Lock()
        threading.Thread(target=self._make_ready, daemon=True).start()

    def ask(self, errand: bytes) -> bytes | None:
        """What comes of an errand; None where the process has ended."""
        answer: bytes | None = self._call(run_errand, errand)
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        self._worker.stop()
        with self._lock:
            self._worker.close()

    def _make_ready(self) -> None:
        self._call(make_ready)

    def _call(self, *asked: Any) -> Any:
        with self._lock:
            try:
                return self._worker.call(*asked)
            except WorkerEndedError:
                return None


class WarmProcesses(WorkerPlugin):
    """The processes of a worker, one for each of its threads, for as long as a batch goes on."""

    name = NAME

    def setup(self, worker: Worker) -> None:
        """Start them; the worker goes on meanwhile."""
        self._lock, self._is_open = threading.Lock(), True
        self._idle = [_WarmProcess() for _ in range(worker.state.nthreads)]

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as Dask calls it
        """End those that are idle; others end when they are given back."""
        with self._lock:
            self._is_open, ended, self._idle = False, self._idle, []
        for process in ended:
            process.end()

    def ask(self, errand: bytes) -> bytes | None:
        """Have one of them do an errand; None where it has ended two of them."""
        for _ in range(_TRIES):
            with self._lock:
                process = self._idle.pop() if self._idle else None
            process = process or _WarmProcess()
            answer = process.ask(errand)
            if answer is not None:
                self._give_back(process)
                return answer
            process.end()
        return None

    def _give_back(self, process: _WarmProcess) -> None:
        with self._lock:
            if self._is_open:
                self._idle.append(process)
                return
        process.end()


def run_there(errand: bytes) -> tuple[str, bytes | None]:
    """Do an errand on a worker of Dask; gives the worker's address, and what came of it.

    Args:
        errand: As it is sent.
    """
    worker = get_worker()
    processes = worker.plugins.get(NAME)
    if isinstance(processes, WarmProcesses):
        return worker.address, processes.ask(errand)
    process = _WarmProcess()  # another batch has ended, and has taken them with it
    try:
        return worker.address, process.ask(errand)
    finally:
        process.end()
