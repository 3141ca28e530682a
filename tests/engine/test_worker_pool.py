"""Several worker processes that share tasks."""

import os

import pytest

from exporter.engine.worker_pool import answers_of
from exporter.engine.worker_process import WorkerEndedError


def _nothing() -> None:
    pass


def test_a_worker_that_ends_is_replaced_and_the_others_go_on() -> None:
    tasks = [f"text {number}" for number in range(6)]
    answers = dict(answers_of(len, tasks, 2, _nothing))
    assert answers == {task: len(task) for task in tasks}


def test_a_task_that_ends_its_workers_is_told_and_the_rest_is_done() -> None:
    answers = list(answers_of(os._exit, [1], 1, _nothing))
    assert [task for task, _ in answers] == [1]
    assert isinstance(answers[0][1], WorkerEndedError)


def test_workers_end_with_who_asks_no_more() -> None:
    answers = answers_of(_own_id, [0, 0, 0], 1, _nothing)
    _, worker = next(answers)
    assert isinstance(worker, int)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def _own_id(_: int) -> int:
    return os.getpid()
