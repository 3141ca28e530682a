"""Work in a process of its own, in which a file operation fails, or which dies at one."""

import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from itertools import count

from exporter.errors import SetupError

# What Python tells its audit hooks of before it is done; fsync is not among them.
OPERATIONS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
TAKING_ROOM = frozenset({"open", "os.mkdir", "os.link", "fsync"})

DONE, REFUSED, DIED = 0, SetupError.exit_status, -signal.SIGKILL
Fault = Callable[[str], None]  # told the name of an operation that is about to be done


def outcome_of(work: Callable[[], object], fault: Fault) -> int:
    """How a process ends that does `work`, with `fault` called before every file operation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child uses no threads
        child = os.fork()
    if not child:
        os._exit(_worked(work, fault))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _worked(work: Callable[[], object], fault: Fault) -> int:
    os.fsync = lambda _: fault("fsync")
    sys.addaudithook(lambda event, _: fault(event) if event in OPERATIONS else None)
    try:
        work()
    except SetupError:
        return REFUSED
    except BaseException:
        traceback.print_exc()
        return 1
    return DONE


def dying_at(number: int) -> Fault:
    """Kills the process before its operation with this number, from 0."""
    numbers = count()

    def fault(_: str) -> None:
        if next(numbers) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


def failing_at(number: int, code: int, *, lasting: bool, of: frozenset[str] = TAKING_ROOM) -> Fault:
    """Fails the operation with this number; if lasting, all after it of certain names, too."""
    numbers = count()

    def fault(operation: str) -> None:
        now = next(numbers)
        if now == number or (lasting and now > number and operation in of):
            raise OSError(code, os.strerror(code))

    return fault


def operations_of(work: Callable[[], object]) -> list[str]:
    """The names of all file operations of `work`, in order."""
    reading, writing = os.pipe()
    assert (
        outcome_of(work, lambda operation: os.write(writing, f"{operation} ".encode()) and None)
        == DONE
    )
    os.close(writing)
    with os.fdopen(reading, "r") as told:
        return told.read().split()
