"""Running jobs in turn, each in a process of its own, and what each run took.

Whoever measures must stay small itself: Linux counts a parent's memory as a child's own peak until
the child has become another program.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryFile

from benchmarks.cache import ROOT

SLOW = 60.0  # seconds; a job that takes longer runs once


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be run and measured.

    Attributes:
        group: What it is compared within: `rows`, `pages`.
        name: Its name in that group.
        label: What the tables call it.
        size: How many facts; 0 where that is no question.
        command: What runs it, from the project's folder.
    """

    group: str
    name: str
    label: str
    size: int
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took, in seconds and bytes.

    Attributes:
        process: Wall time of the whole process.
        cpu: CPU time of the whole process and its children.
        peak: Most memory that it held.
        call: Wall time of the call that matters; of the whole process where that is what matters.
        call_cpu: CPU time of that call, of all its threads.
        written: Size of the file.
    """

    process: float
    cpu: float
    peak: float
    call: float
    written: int = 0
    call_cpu: float = 0.0


@dataclass(slots=True)
class Outcome:
    """All runs of a job, and why there are no more where it failed."""

    job: Job
    runs: list[Run]
    error: str = ""

    def middle(self, figure: str) -> float:
        """The median of one of Run's figures."""
        return float(median(getattr(run, figure) for run in self.runs))


def round_robin(
    jobs: Sequence[Job], repeats: int, tell: Callable[[str], None] = lambda _: None
) -> list[Outcome]:
    """Run every job `repeats` times, in turn, so that a noisy minute hits all of them alike.

    Slow ones run once; one that fails does not run again.
    """
    outcomes = [Outcome(job, []) for job in jobs]
    for turn in range(repeats):
        for outcome in outcomes:
            slow = bool(outcome.runs) and outcome.runs[0].process > SLOW
            if slow or outcome.error:
                continue
            job = outcome.job
            try:
                outcome.runs.append(run(job))
                took = f"{outcome.runs[-1].process:.2f} s"
            except (JobFailedError, OSError) as error:
                outcome.error = took = str(error)
            size = f" {job.size:,}" if job.size else ""
            tell(f"{job.group}{size}, {job.label}, run {turn + 1}: {took}")
    return outcomes


class JobFailedError(Exception):
    """A job ended with an error; says the last line of what it complained of."""


def run(job: Job) -> Run:
    """Run a job once.

    Raises:
        JobFailedError: It ended with an error.
        OSError: There is no such program.
    """
    with TemporaryFile() as out, TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            job.command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=complaints,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        complaints.seek(0)
        if process.returncode:
            lines = complaints.read().decode(errors="replace").strip().splitlines()
            last = lines[-1] if lines else "no message"
            raise JobFailedError(f"exit status {process.returncode}: {last}")
        told = _told(out.read())
    peak = told.get("peak", usage.ru_maxrss * 1024)  # Linux counts in kibibytes
    cpu = usage.ru_utime + usage.ru_stime
    return Run(
        wall,
        cpu,
        peak,
        told.get("call", wall),
        int(told.get("written", 0)),
        told.get("call_cpu", cpu),
    )


def _told(output: bytes) -> dict[str, float]:
    """What `run_one` says of its call; nothing of any other program."""
    return json.loads(output) if output.startswith(b"{") else {}
