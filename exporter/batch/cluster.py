"""A batch on a cluster: its jobs, done by workers of Dask wherever they are.

What goes through the scheduler are a few words a job and what is told of it; facts and files stay
on the storage that all machines share. Few jobs are under way at a time, so that neither the
scheduler nor this process holds many, whatever the size of the batch.
"""

import logging
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from exporter.batch.job import BatchResult, Job
from exporter.engine.worker_process import WorkerEndedError
from exporter.errors import INSTALL_EXTRAS, SetupError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

    from exporter.batch.errand import Errand

_SCHEMES = ("tcp", "tls")
_SECONDS_TO_CONNECT = 10
_SECONDS_WITHOUT_WORKERS = 30
_A_THREAD = 2  # jobs under way for each: one is being done, one waits at hand
_SECONDS_BETWEEN_LOOKS = 5.0
_RESUME = "run the same once more: what stands is not built anew"


def answers_of_cluster(
    jobs: Iterable[Job], address: str
) -> Generator[tuple[Job, BatchResult | WorkerEndedError]]:
    """What workers of a cluster make of jobs, each as soon as it is there.

    A worker that is lost is made up for by others: jobs that it had are done again, and what had
    become whole by then is skipped.

    Args:
        jobs: Their folders are seen by all workers, by the same paths.
        address: The scheduler's, such as `tcp://10.0.0.1:8786`.

    Raises:
        SetupError: No scheduler answers, or no more; it has no workers; a
            worker does not see the folders, or would make other files.
    """
    from exporter.batch.cluster_worker import run_there

    with _connected(address) as client:
        under_way = _UnderWay(client, address, run_there)
        try:
            yield from under_way.answers(_errands(jobs))
        finally:
            under_way.stop()


def refuse_wrong_cluster(address: str) -> None:
    """Go on only if that may be the address of a scheduler, and the library for it is here.

    Raises:
        UsageError: It is none.
        SetupError: The library is missing.
    """
    try:
        parts = urlsplit(address)
        is_right = parts.scheme in _SCHEMES and parts.hostname and parts.port
    except ValueError:
        is_right = False
    if not is_right:
        raise UsageError(f"{address!r} is no address of a scheduler", "write tcp://HOST:PORT")
    if find_spec("distributed") is None:
        raise SetupError("a cluster takes the library distributed", INSTALL_EXTRAS)


class _UnderWay:
    """Jobs that the cluster has been given, and that nothing has been told of yet."""

    def __init__(self, client: "Client", address: str, run: Callable[[bytes], Any]) -> None:
        self._client, self._address, self._run = client, address, run
        self._jobs: dict[Future[Any], Job] = {}
        self._done: SimpleQueue[Future[Any]] = SimpleQueue()
        self._looked_at, self._threads, self._worked_at = 0.0, 1, time.monotonic()

    def answers(
        self, errands: Iterator["Errand"]
    ) -> Iterator[tuple[Job, BatchResult | WorkerEndedError]]:
        """What comes of errands, as it comes; raises as `answers_of_cluster` does."""
        while True:
            self._look()
            for errand in islice(errands, max(_A_THREAD * self._threads - len(self._jobs), 0)):
                with _scheduler_needed(self._address):
                    future = self._client.submit(self._run, errand.packed(), pure=False)
                self._jobs[future] = errand.job
                future.add_done_callback(self._done.put)
            if not self._jobs:
                return
            with suppress(Empty):
                future = self._done.get(timeout=_SECONDS_BETWEEN_LOOKS)
                yield self._jobs.pop(future), self._answer(future)

    def stop(self) -> None:
        """Have those that no worker has begun left alone."""
        with suppress(Exception):
            self._client.cancel(list(self._jobs), force=True)
        self._jobs.clear()

    def _look(self) -> None:
        """Look now and then how many threads there are, and that there are any."""
        now = time.monotonic()
        if now - self._looked_at < _SECONDS_BETWEEN_LOOKS:
            return
        with _scheduler_needed(self._address):
            threads = sum(self._client.nthreads().values())
        self._looked_at, self._threads = now, max(threads, 1)
        if threads:
            self._worked_at = now
        elif now - self._worked_at > _SECONDS_WITHOUT_WORKERS:
            raise SetupError(
                f"the scheduler at {self._address} has no workers left",
                f"start some, and {_RESUME}",
            )

    def _answer(self, future: "Future[Any]") -> BatchResult | WorkerEndedError:
        from distributed.scheduler import KilledWorker

        from exporter.batch.errand import Refusal, unpacked

        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                return WorkerEndedError()
            raise _unfit(self._address, f"{type(error).__name__}: {error}") from error
        with _scheduler_needed(self._address):
            worker, packed = future.result()
        if packed is None:
            return WorkerEndedError()
        answer = unpacked(packed)
        if isinstance(answer, Refusal):
            raise SetupError(f"the worker at {worker} {answer.fault.wrong}", answer.fault.right)
        return answer


def _errands(jobs: Iterable[Job]) -> Iterator["Errand"]:
    from exporter.batch.errand import Errand, own_maker

    folder, maker = str(Path.cwd()), own_maker()
    return (Errand(job, folder, maker) for job in jobs)


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    """A client of the cluster, whose workers have warm processes meanwhile."""
    from distributed import Client

    from exporter.batch.cluster_worker import NAME

    with _quiet():
        try:
            client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            right = "see that `dask scheduler` runs there, and that the address is right"
            raise SetupError(f"no scheduler answers at {address}", right) from error
        try:
            with _scheduler_needed(address):
                _wait_for_workers(client, address)
            _have_warm_processes(client, address)
            yield client
        finally:
            if client.status == "running":  # else there is nobody to ask
                with suppress(Exception):
                    client.unregister_worker_plugin(NAME)
            with suppress(Exception):
                client.close(timeout=1)


def _wait_for_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_SECONDS_WITHOUT_WORKERS)
    except TimeoutError as error:
        right = f"start some: `dask worker {address} --nworkers auto --nthreads 1`"
        raise SetupError(f"the scheduler at {address} has no workers", right) from error


def _have_warm_processes(client: "Client", address: str) -> None:
    from exporter.batch.cluster_worker import WarmProcesses

    try:
        client.register_plugin(WarmProcesses())
    except OSError:  # a worker has been lost; those without have a process start for each job
        return
    except Exception as error:  # whatever a worker says of it
        raise _unfit(address, str(error)) from error


def _unfit(address: str, why: str) -> SetupError:
    right = "install the same exporter on all machines, the scheduler's too"
    return SetupError(f"workers of {address} cannot take a job: {why}", right)


@contextmanager
def _scheduler_needed(address: str) -> Iterator[None]:
    """Tell in a sentence that the scheduler has gone; a job that it has forgotten says so, too."""
    from concurrent.futures import CancelledError

    try:
        yield
    except (OSError, CancelledError, TimeoutError) as error:
        raise SetupError(
            f"the scheduler at {address} is gone", f"start it again, and {_RESUME}"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep tracebacks of lost connections off the terminal: an error of ours tells it all."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    loggers = {logging.getLogger(name): logging.getLogger(name).level for name in names}
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in loggers.items():
            logger.setLevel(level)
