"""One call that another process makes meanwhile."""

import os
import signal

import pytest

from exporter.engine.call_beside import called_beside
from exporter.errors import Fault, UsageError


def _end_there(here: int) -> str:
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done here"


def test_another_process_answers_or_raises_and_is_gone_then() -> None:
    with called_beside(os.getpid) as answer:
        there = answer()
    assert there != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)
    with (
        pytest.raises(UsageError) as caught,
        called_beside(UsageError.of, [Fault("no such edition", "name another")]) as answer,
    ):
        raise answer()
    assert caught.value.faults == (Fault("no such edition", "name another"),)


def test_what_a_process_does_not_finish_is_done_here() -> None:
    with called_beside(_end_there, os.getpid()) as answer:
        assert answer() == "done here"


def test_an_error_meanwhile_waits_for_no_answer() -> None:
    with pytest.raises(KeyError), called_beside(signal.pause):
        raise KeyError
