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
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from benchmarks.cache import ROOT
from tests.hostile_files import HOSTILE, make_hostile

_EVERY = 0.02  # seconds
_MOST = 120.0
_REFUSED = 1  # the exit status


class Taken(NamedTuple):
    """What a command took, in seconds and bytes, and whether it ended as it should."""

    seconds: float
    cpu: float
    peak: int
    refused: bool


def main(names: Sequence[str]) -> int:
    """Measure those of these names, or all; 1 where one is not refused in sentences."""
    _tell("| | seconds | of processors | MB |\n|---|---:|---:|---:|")
    failed = 0
    for name in names or HOSTILE:
        with TemporaryDirectory() as folder:
            command, place = make_hostile(name, Path(folder))
            taken = _measured((sys.executable, "-m", "exporter", command, str(place)))
        failed += not taken.refused
        end = "" if taken.refused else " NOT REFUSED"
        figures = f"{taken.seconds:.1f} | {taken.cpu:.1f} | {taken.peak / 1e6:.0f}"
        _tell(f"| {name}{end} | {figures} |")
    return int(failed > 0)


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
                process.kill()
            time.sleep(_EVERY)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        complaints.seek(0)
        refused = process.returncode == _REFUSED and b"Traceback" not in complaints.read()
        return Taken(took, usage.ru_utime + usage.ru_stime, peak, refused)


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
