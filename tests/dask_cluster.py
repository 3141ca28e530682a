"""A cluster of Dask on loopback: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PATIENCE = 120.0  # seconds; machines are busy


class Cluster:
    """A cluster that has been started.

    Attributes:
        address: Of its scheduler.
        scheduler: Its process.
        workers: Those of the workers.
    """

    def __init__(self, folder: Path) -> None:
        file = folder / "scheduler.json"
        self._folder, self._of_scheduler = folder, ("--scheduler-file", str(file))
        here = ("--host", "127.0.0.1", "--port", "0")
        self.scheduler = self._started("dask_scheduler", *here, *self._of_scheduler)
        self.address = _address_in(file, self.scheduler)
        self.workers: list[subprocess.Popen[bytes]] = []

    def add_worker(self) -> None:
        """Start another worker with one thread."""
        aside = self._folder / f"worker-{len(self.workers)}"
        alone = ("--no-nanny", "--nthreads", "1", "--local-directory", str(aside))
        self.workers.append(self._started("dask_worker", *self._of_scheduler, *alone))

    def _started(self, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{name}", "--no-dashboard", *arguments]
        return subprocess.Popen(
            command,
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def started_cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster, whose processes are killed at the end."""
    cluster = Cluster(folder)
    try:
        for _ in range(workers):
            cluster.add_worker()
        yield cluster
    finally:
        end([*cluster.workers, cluster.scheduler])


def end(processes: "Sequence[subprocess.Popen[bytes]]") -> None:
    """Kill processes."""
    for process in processes:
        process.kill()
        process.wait()


def _address_in(file: Path, process: "subprocess.Popen[bytes]") -> str:
    end_ = time.monotonic() + _PATIENCE
    while time.monotonic() < end_ and process.poll() is None:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (OSError, ValueError):  # not there yet, or not whole
            time.sleep(0.05)
    raise AssertionError("the scheduler never told its address")
