"""Several worker processes that share tasks; answers come as they are ready.

A worker that ends by itself (killed for lack of memory, say) is replaced, and its task is given to
another one once more; a task that ends two workers is told as such, and the others go on.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from exporter.engine.worker_process import WorkerEndedError, WorkerProcess

Task = TypeVar("Task")
Answer = TypeVar("Answer")
_TRIES = 2  # workers that a task may end


def answers_of(
    function: Callable[[Task], Answer],
    tasks: Iterable[Task],
    workers: int,
    prepare: Callable[[], None],
) -> Generator[tuple[Task, Answer | WorkerEndedError]]:
    """What a function of a module gives for each task, as workers have done them.

    Args:
        function: It raises nothing.
        tasks: Each is sent to a worker, and so is small.
        workers: How many processes there are.
        prepare: Called in each of them, before its first task.

    Yields:
        A task and its answer, or the error of one that ended its workers. Workers are stopped when
        nobody asks for more.
    """
    pool = _Pool(function, tasks, prepare)
    threads = [threading.Thread(target=pool.work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        at_work = len(threads)
        while at_work:
            done = pool.done.get()
            if done is None:
                at_work -= 1
            elif isinstance(done, BaseException):
                raise done
            else:
                yield done
    finally:
        pool.stop()
        for thread in threads:
            thread.join()


class _Pool(Generic[Task, Answer]):
    """Tasks that threads take, each for a worker of its own.

    Attributes:
        done: Tasks with their answers, what broke a thread, and None for a thread that has ended.
    """

    def __init__(
        self, function: Callable[[Task], Answer], tasks: Iterable[Task], prepare: Callable[[], None]
    ) -> None:
        self._function, self._tasks, self._prepare = function, iter(tasks), prepare
        self._lock = threading.Lock()
        self._is_stopped = False
        self._workers: set[WorkerProcess] = set()
        self.done: SimpleQueue[Any] = SimpleQueue()

    def work(self) -> None:
        """Do tasks as long as there are any."""
        worker: WorkerProcess | None = None
        try:
            for task in self._taken():
                answer: Answer | WorkerEndedError = WorkerEndedError()
                for _ in range(_TRIES):
                    worker = worker or self._started()
                    answer = self._asked(worker, task)
                    if not isinstance(answer, WorkerEndedError) or self._is_stopped:
                        break
                    self._end(worker)
                    worker = None
                if not self._is_stopped:
                    self.done.put((task, answer))
        except BaseException as error:
            self.done.put(error)
        finally:
            if worker:
                self._end(worker)
            self.done.put(None)

    def stop(self) -> None:
        """End all workers, whatever they do."""
        with self._lock:
            self._is_stopped = True
            for worker in self._workers:
                worker.process.kill()

    def _taken(self) -> Iterator[Task]:
        while True:
            with self._lock:
                if self._is_stopped:
                    return
                try:
                    task = next(self._tasks)
                except StopIteration:
                    return
            yield task

    def _started(self) -> WorkerProcess:
        worker = WorkerProcess()
        with self._lock:
            self._workers.add(worker)
            if self._is_stopped:
                worker.process.kill()
        with suppress(WorkerEndedError):  # told by its first task
            worker.call(self._prepare)
        return worker

    def _asked(self, worker: WorkerProcess, task: Task) -> Answer | WorkerEndedError:
        try:
            answer: Answer = worker.call(self._function, task)
        except WorkerEndedError as error:
            return error
        return answer

    def _end(self, worker: WorkerProcess) -> None:
        with self._lock:
            self._workers.discard(worker)
        worker.stop()
        worker.close()
