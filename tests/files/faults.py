"""Work in a process of its own, in which a file operation fails, or which dies at one.

Such processes are forked from a small one. To fork that of the tests, with all that it has loaded,
costs more than the work. So work and faults go there pickled, and stand here, where little else is.
"""

import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Self

from exporter.errors import SetupError
from exporter.files import replacing, staged

# What Python tells its audit hooks of before it is done; fsync is not among them.
OPERATIONS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
TAKING_ROOM = frozenset({"open", "os.mkdir", "os.link", "fsync"})

LAST = "manifest.json"
DONE, REFUSED, DIED = 0, SetupError.exit_status, -signal.SIGKILL
Files = Mapping[str, str]
Work = Callable[[], object]
Fault = Callable[[str], None]  # told the name of an operation that is about to be done


class Forks:
    """Processes that do some work and end."""

    def __enter__(self) -> Self:
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.files.faults"],
            cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._nursery.communicate()
        assert self._nursery.returncode == 0

    def outcome_of(self, work: Work, fault: Fault) -> int:
        """How a process ends that does `work`, with `fault` called before every file operation."""
        return int(self._answer(work, fault)[-1])

    def operations_of(self, work: Work) -> list[str]:
        """The names of all file operations of `work`, in order."""
        *operations, outcome = self._answer(work, _tell)
        assert int(outcome) == DONE
        return operations

    def _answer(self, work: Work, fault: Fault) -> list[str]:
        assert self._nursery.stdin
        assert self._nursery.stdout
        pickle.dump((work, fault), self._nursery.stdin)
        self._nursery.stdin.flush()
        return self._nursery.stdout.readline().decode().split()


@dataclass
class DyingAt:
    """Kills the process before its operation with this number, from 0."""

    number: int
    numbers: Iterator[int] = field(default_factory=count)

    def __call__(self, _: str) -> None:
        if next(self.numbers) == self.number:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class FailingAt:
    """Fails the operation with this number; if lasting, all after it of certain names, too."""

    number: int
    code: int
    lasting: bool
    of: frozenset[str] = TAKING_ROOM
    numbers: Iterator[int] = field(default_factory=count)

    def __call__(self, operation: str) -> None:
        now = next(self.numbers)
        if now == self.number or (self.lasting and now > self.number and operation in self.of):
            raise OSError(self.code, os.strerror(self.code))


def build(folder: Path, files: Files) -> None:
    """A build of these files."""
    with staged(folder, LAST) as stage:
        fill(stage, files)


def replace(path: Path) -> None:
    with replacing(path) as temporary:
        temporary.write_text("new")


def fill(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def _tell(operation: str) -> None:
    os.write(1, f"{operation} ".encode())


def _fork_as_told(orders: IO[bytes]) -> None:
    """Do what is asked for on `orders`, each in a process of its own; write how it ended."""
    while True:
        try:
            work, fault = pickle.load(orders)  # noqa: S301 - from the tests
        except EOFError:
            return
        child = os.fork()
        if not child:
            os._exit(_worked(work, fault))
        outcome = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.write(1, f"{outcome}\n".encode())


def _worked(work: Work, fault: Fault) -> int:
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


if __name__ == "__main__":
    _fork_as_told(sys.stdin.buffer)
