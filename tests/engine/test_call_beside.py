"""One call that another process makes meanwhile."""

import os
import signal
from pathlib import Path
from time import sleep

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


def _made_there(part: Path) -> tuple[Path, int]:
    part.touch()
    return part, os.getpid()


def test_two_processes_share_the_parts_of_some_work_in_order(tmp_path: Path) -> None:
    parts = [tmp_path / name for name in ("first", "second", "last")]

    def here(part: Path) -> tuple[Path, int]:
        while not parts[-1].exists():  # the other one makes it
            sleep(0.01)
        return part, os.getpid()

    with called_beside(os.getpid) as other:
        there = other()
        made = other.share(parts, here, _made_there)
    assert [part for part, _ in made] == parts
    assert made[-1][1] == there


def test_parts_that_a_process_does_not_finish_are_made_here() -> None:
    with called_beside(os.getpid) as other:
        other()
        assert other.share([os.getpid()] * 3, _end_there, _end_there) == ["done here"] * 3


def test_a_process_whose_answer_is_an_error_shares_in_nothing() -> None:
    with called_beside(int, "none") as other:
        assert other.share([os.getpid()] * 3, _end_there, _end_there) == ["done here"] * 3
        with pytest.raises(ValueError, match="none"):
            other()
