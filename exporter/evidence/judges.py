"""The verdicts on claims, given on all cores: by the process itself, and by worker processes.

A worker process takes a while to start. Until it is ready, and whenever it is at work, the process
itself judges claims; so a check waits for a worker at its very end at most.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from threading import Condition, Event, Thread
from typing import Any, Generic, Self, TypeVar

from exporter.engine.processors import processors
from exporter.engine.worker_process import WorkerEndedError, hand_over_soon
from exporter.errors import SetupError
from exporter.evidence.claim_shapes import Proof
from exporter.evidence.claims import Verdict
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.evidence.judge import Judge, Worker
from exporter.evidence.keys import Key
from exporter.evidence.sources import Source

# Claims waiting to be judged, between a fifth of a second and a second of work: a worker process
# takes half of one to start, of a core's time as well.
MUCH = 8_192
_TASK = 1_024  # claims that are judged at once: fewer cost more turns of the lock between threads
_EXAMPLES = 64  # whose proofs are found in about the same time, a tenth of a second

Answer = TypeVar("Answer")


class Judges:
    """Judges claims on all cores, in the order in which they are needed."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        cores: int | None = None,
        conventions: Conventions = NO_CONVENTIONS,
    ) -> None:
        """Judges by these sources and conventions, on all cores or on so many."""
        self.own = Judge(sources, conventions)
        self.workers: list[Worker] = []
        self._sources, self._conventions = sources, conventions
        self._cores = cores or processors()
        self._waiting = Waiting()
        self._threads: list[Thread] = []
        self._lost: Exception | None = None
        self._context = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()
        for worker in self.workers:
            worker.stop()
        for thread in self._threads:
            thread.join()
        for worker in self.workers:
            worker.close()
        self._context.close()

    def begin(self, keys: Sequence[Key]) -> list["VerdictTask"]:
        """Take claims in; their tasks tell the verdicts after `finish`."""
        tasks = [VerdictTask(keys[start : start + _TASK]) for start in range(0, len(keys), _TASK)]
        self._put(tasks)
        return tasks

    def begin_proofs(self, keys: Sequence[Key]) -> list["ProofTask"]:
        """Take examples of claims in; their tasks tell what proves those of their shapes."""
        tasks = [ProofTask(keys[at : at + _EXAMPLES]) for at in range(0, len(keys), _EXAMPLES)]
        self._put(tasks)
        return tasks

    def _put(self, tasks: Sequence["Task[Any]"]) -> None:
        self._waiting.put(tasks)
        if not self.workers and len(self._waiting) * _TASK > MUCH:
            self.start_workers()

    def finish(self, tasks: Iterable["Task[Any]"]) -> None:
        """Judge until all of `tasks` are done, or a worker has those that are not.

        Raises:
            SetupError: A worker has ended before it could be asked.
        """
        if self._lost is not None:
            raise _ended_early() from self._lost
        for task in tasks:
            while not task.is_done and self._do_next():
                pass

    def start_workers(self) -> None:
        """Start a process for every core but this process's own."""
        others = self._cores - 1
        if others:
            self._context.enter_context(hand_over_soon())
        for _ in range(others):
            worker = Worker(self._sources, self._conventions)
            thread = Thread(target=self._keep_busy, args=(worker,), daemon=True)
            self.workers.append(worker)
            self._threads.append(thread)
            thread.start()

    def _do_next(self) -> bool:
        """Do what has waited longest; False where nothing waits."""
        task = self._waiting.take()
        if task is None:
            return False
        task.do(self.own)
        return True

    def _keep_busy(self, worker: "Worker") -> None:
        """Give a worker what waits, as long as it lives."""
        try:
            worker.prepare()
        except WorkerEndedError as error:
            self._lost = error
            return
        while (task := self._waiting.wait()) is not None:
            task.do(worker)
            if not worker.is_alive:
                return


class Waiting:
    """The tasks that wait for somebody to do them."""

    def __init__(self) -> None:
        """None at first."""
        self._tasks: deque[Task[Any]] = deque()
        self._changed = Condition()
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._tasks)

    def put(self, tasks: "Sequence[Task[Any]]") -> None:
        """Have more tasks wait."""
        with self._changed:
            self._tasks += tasks
            self._changed.notify_all()

    def take(self) -> "Task[Any] | None":
        """The oldest task; None where there is none."""
        with self._changed:
            return self._tasks.popleft() if self._tasks else None

    def wait(self) -> "Task[Any] | None":
        """The oldest task, when there is one; None after `close`."""
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._is_closed)
            return None if self._is_closed else self.take()

    def close(self) -> None:
        """Have nobody wait any longer."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()


class Task(ABC, Generic[Answer]):
    """Claims for a judge, and once that is done an answer on each."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = keys
        self._answers: list[Answer] = []
        self._error: Exception | None = None
        self._done = Event()

    @property
    def is_done(self) -> bool:
        """Whether the answers are known, or why there are none."""
        return self._done.is_set()

    @abstractmethod
    def _ask(self, judge: Judge | Worker) -> list[Answer]:
        """What a judge answers."""

    def do(self, judge: Judge | Worker) -> None:
        """Have the claims looked at."""
        try:
            self._answers = self._ask(judge)
        except Exception as error:  # for whoever asks for the answers
            self._error = error
        self._done.set()

    def answers(self) -> list[Answer]:
        """The answers on all keys, in order, when they are there.

        Raises:
            SetupError: The process that had the claims has ended.
        """
        self._done.wait()
        if isinstance(self._error, WorkerEndedError):
            raise _ended_early() from self._error
        if self._error is not None:
            raise self._error
        return self._answers


class ProofTask(Task[Proof | None]):
    """Claims by which to find out what proves those of their shapes."""

    def _ask(self, judge: Judge | Worker) -> list[Proof | None]:
        return judge.proofs(self.keys)


class VerdictTask(Task[Verdict]):
    """Claims to judge, and once that is done their verdicts."""

    def _ask(self, judge: Judge | Worker) -> list[Verdict]:
        return judge.on_keys(self.keys)

    def verdict_on(self, key: Key) -> Verdict:
        """The verdict on one of the keys; raises as `answers` does."""
        return self.answers()[self._places[key]]

    @cached_property
    def _places(self) -> Mapping[Key, int]:
        return {key: place for place, key in enumerate(self.keys)}


def _ended_early() -> SetupError:
    wrong = "a process that helped to check the evidence ended early"
    return SetupError(wrong, "see that there is enough memory, and try again")
