"""One set of files of a batch: what is to be done, and what came of it.

This is the unit of work wherever it is done: it reads from storage, writes there, and takes and
gives a few words.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

from exporter.batch.stored import Place, read_part
from exporter.batch.up_to_date import is_up_to_date
from exporter.build import BuildOrder, Signing, build_with
from exporter.engine.memo import forget
from exporter.errors import ContentError, ExporterError, FaultError, Problem
from exporter.facts.words import Lang
from exporter.writers.page_process import in_this_process

_ALIKE = 8  # so many sets in turn share what is worked out for their texts
_sets = count(1)  # of this process


class State(StrEnum):
    """What came of a set."""

    BUILT = "built"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A set that is to be built.

    Attributes:
        report: The report's folder.
        output: Where the files go.
        value: The English name of the value of a report for many; "" for a report for one.
        place: Where what is that value's is stored; None for a report for one.
        languages: Which of the report's languages; all where none are named.
        theme: A theme that wins over the report's; "" for that.
        allow: What the report may reach outside its folder.
        anew: Whether it is built also where it is up to date.
        since: The earlier edition whose changes it shows; "" for none.
        signing: What it is signed with; None for not at all.
    """

    report: str
    output: str
    value: str = ""
    place: Place | None = None
    languages: tuple[Lang, ...] = ()
    theme: str = ""
    allow: tuple[str, ...] = ()
    anew: bool = False
    since: str = ""
    signing: Signing | None = None


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a set of a batch.

    Attributes:
        report: The report's folder.
        value: The value of a report for many, by its English name; "" for a report for one, and for
            what is wrong with a report as a whole.
        output: The folder with its files.
        state: `built`, `skipped` (it is up to date) or `failed`.
        seconds: How long that took.
        facts: How many it has; 0 unless it was built.
        views: Likewise.
        problems: Why it failed.
        doubts: What is told and not refused; none unless it was built.
        exit_status: What `exporter build` of it would have ended with.
        files: The names of the files that were built.
    """

    report: Path
    value: str
    output: Path
    state: State
    seconds: float
    facts: int = 0
    views: int = 0
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    exit_status: int = 0
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The report and its value, as messages name it: `reports/desk (Example Motors)`."""
        return f"{self.report} ({self.value})" if self.value else str(self.report)


def prepare() -> None:
    """Make a process ready that is to build many sets; the first loads what draws."""
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()


def do(job: Job) -> BatchResult:
    """Build a set, or leave it as it is where it is up to date; raises nothing that is its own."""
    try:
        return _done(job)
    finally:
        if next(_sets) % _ALIKE == 0:
            forget()


def _done(job: Job) -> BatchResult:
    start = time.monotonic()
    report, output = Path(job.report), Path(job.output)

    def ended(state: State, **more: object) -> BatchResult:
        seconds = round(time.monotonic() - start, 3)
        return BatchResult(report, job.value, output, state, seconds, **more)  # type: ignore[arg-type]

    try:
        part = read_part(job.place) if job.place else None
        if not job.anew and is_up_to_date(job, part):
            return ended(State.SKIPPED)
        order = BuildOrder(
            report,
            output,
            job.languages,
            job.signing,
            allow=job.allow,
            since=job.since,
            theme=job.theme,
            part=part,
        )
        checked, paths = build_with(in_this_process, order, lambda *_: None)
    except ExporterError as error:
        told = problems_of_error(error, job.report)
        return ended(State.FAILED, problems=told, exit_status=error.exit_status)
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
        told = (Problem(job.report, 0, "", wrong, "please report this"),)
        return ended(State.FAILED, problems=told, exit_status=1)
    facts, views = checked.evidence.facts.num_rows, len(checked.views)
    files = tuple(path.name for path in paths)
    return ended(State.BUILT, facts=facts, views=views, doubts=checked.doubts, files=files)


def problems_of_error(error: ExporterError, report: str) -> tuple[Problem, ...]:
    """What an error tells, as problems of a report."""
    match error:
        case ContentError():
            return error.problems
        case FaultError():
            return tuple(Problem(report, 0, "", *fault) for fault in error.faults)
        case _:
            return (Problem(report, 0, "", str(error), ""),)


def failed(report: Path, output: Path, problems: Sequence[Problem], status: int) -> BatchResult:
    """What is told of a report that is wrong as a whole."""
    return BatchResult(
        report, "", output, State.FAILED, 0.0, problems=tuple(problems), exit_status=status
    )
