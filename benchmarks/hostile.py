"""`python -m benchmarks.hostile [NAME…]`: what it takes to read hostile files, and to refuse them.

The files are those of the tests. Prints a table in Markdown: seconds from start to end, seconds of
processors, and the most memory of all processes of the command at one moment, what they share
counted once. On Linux, which tells of the processes of others in /proc.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from signal import SIGKILL
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from benchmarks.cache import ROOT
from tests.hostile_documents import DOCUMENTS, make_document
from tests.hostile_files import HOSTILE, make_hostile

_EVERY = 0.02  # seconds
_MOST = 120.0
_REFUSED = 1  # the exit status


class Taken(NamedTuple):
    """What a command took, in seconds and bytes; how it ended, and whether in sentences."""

    seconds: float
    cpu: float
    peak: int
    status: int
    is_told: bool


def main(names: Sequence[str]) -> int:
    """Measure those of these names, or all; 1 where one does not end as it should."""
    _tell("| | seconds | of processors | MB |\n|---|---:|---:|---:|")
    failed = 0
    for name in names or [*HOSTILE, *DOCUMENTS]:
        with TemporaryDirectory() as folder:
            taken = _measured((sys.executable, "-m", "exporter", *_command(name, Path(folder))))
        is_read = name in DOCUMENTS and DOCUMENTS[name].is_read
        is_right = taken.status == (0 if is_read else _REFUSED) and taken.is_told
        failed += not is_right
        end = "" if is_right else " NOT AS IT SHOULD BE"
        figures = f"{taken.seconds:.1f} | {taken.cpu:.1f} | {taken.peak / 1e6:.0f}"
        _tell(f"| {name}{end} | {figures} |")
    return int(failed > 0)


def _command(name: str, folder: Path) -> tuple[str, ...]:
    """Make what is hostile, and what to call to read it."""
    if name in DOCUMENTS:
        return make_document(name, folder)
    command, place = make_hostile(name, folder)
    return command, str(place)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _measured(command: tuple[str, ...]) -> Taken:
    with TemporaryFile() as complaints:
        start, peak, ended = time.perf_counter(), 0, 0
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
        while not ended:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            if time.perf_counter() - start > _MOST:
                os.kill(process.pid, SIGKILL)  # Popen's own would take the answer of wait4
            time.sleep(_EVERY)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        complaints.seek(0)
        is_told = b"Traceback" not in complaints.read()
        return Taken(took, usage.ru_utime + usage.ru_stime, peak, process.returncode, is_told)


def _family(process: int) -> Iterator[int]:
    """A process and its descendants."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it has ended
            continue
        for child in map(int, children):
            yield from _family(child)


def _memory(process: int) -> int:
    """The bytes of memory that a process holds, of shared ones its share; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
