"""Judging on all cores: the process itself, and helpers where there is much to judge.

A helper takes a while to start. Until it is ready, and whenever it is at work, the process judges
claims itself; so a check waits for a helper at its very end at most.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Self

from exporter.engine.worker_process import WorkerEndedError
from exporter.errors import SetupError
from exporter.evidence.helper import Helper
from exporter.evidence.judge import Judge, Verdict
from exporter.evidence.sources import Source

if TYPE_CHECKING:
    from exporter.evidence.distinct import Key

# Claims waiting to be judged: a second of work, and a helper takes half of one to start.
MUCH = 4_096
_TASK = 512  # claims that are judged at once: fewer cost more turns of the lock between threads


class Task:
    """Claims to judge, and once that is done their verdicts."""

    def __init__(self, keys: "Sequence[Key]") -> None:
        self.keys = keys
        self._verdicts: dict[Key, Verdict] = {}
        self._error: Exception | None = None
        self._done = Event()

    @property
    def is_done(self) -> bool:
        """Whether the verdicts are known, or why there are none."""
        return self._done.is_set()

    def do(self, judge: Judge | Helper) -> None:
        """Have the claims judged."""
        claims = [key.claim() for key in self.keys]
        try:
            self._verdicts = dict(zip(self.keys, judge.on_claims(claims), strict=True))
        except Exception as error:  # for whoever asks for the verdicts
            self._error = error
        self._done.set()

    def verdicts(self) -> "dict[Key, Verdict]":
        """The verdicts, when they are there.

        Raises:
            SetupError: The process that had the claims has ended.
        """
        self._done.wait()
        if isinstance(self._error, WorkerEndedError):
            raise _ended_early() from self._error
        if self._error is not None:
            raise self._error
        return self._verdicts


class Judges:
    """Judges claims on all cores, in the order in which they are needed."""

    def __init__(self, sources: Mapping[str, Source], cores: int | None = None) -> None:
        """Judges by these sources, on all cores or on so many."""
        self.own = Judge(sources)
        self.helpers: list[Helper] = []
        self._sources = sources
        self._cores = cores or _cores()
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()  # None for a helper to end
        self._threads: list[Thread] = []
        self._lost: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for helper in self.helpers:
            helper.stop()
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        for helper in self.helpers:
            helper.close()

    def begin(self, keys: "Sequence[Key]") -> list[Task]:
        """Take claims in; their tasks tell the verdicts after `finish`."""
        tasks = [Task(keys[start : start + _TASK]) for start in range(0, len(keys), _TASK)]
        for task in tasks:
            self._waiting.put(task)
        if not self.helpers and self._waiting.qsize() * _TASK > MUCH:
            self.call_helpers()
        return tasks

    def finish(self, tasks: Iterable[Task]) -> None:
        """Judge until all of `tasks` are done, or a helper has those that are not.

        Raises:
            SetupError: A helper has ended before it could be asked.
        """
        if self._lost is not None:
            raise _ended_early() from self._lost
        for task in tasks:
            while not task.is_done and self._do_one():
                pass

    def call_helpers(self) -> None:
        """Start a process for every core but this process's own."""
        for _ in range(self._cores - 1):
            helper = Helper(self._sources)
            thread = Thread(target=self._have_helped, args=(helper,), daemon=True)
            self.helpers.append(helper)
            self._threads.append(thread)
            thread.start()

    def _do_one(self) -> bool:
        """Judge what has waited longest; False where nothing waits."""
        try:
            task = self._waiting.get_nowait()
        except Empty:
            return False
        if task is not None:
            task.do(self.own)
        return True

    def _have_helped(self, helper: Helper) -> None:
        """Give one helper what waits, as long as it lives."""
        try:
            helper.prepare()
        except WorkerEndedError as error:
            self._lost = error
            return
        while (task := self._waiting.get()) is not None:
            task.do(helper)
            if not helper.is_alive:
                return


def _ended_early() -> SetupError:
    wrong = "a process that helped to check the evidence ended early"
    return SetupError(f"{wrong}; see that there is enough memory, and try again")


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
