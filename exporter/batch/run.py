"""All sets of a batch, side by side, each told as soon as it is done."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter.batch.cluster import answers_of_cluster, refuse_wrong_cluster
from exporter.batch.earlier import earlier_editions
from exporter.batch.errand import LOCK, allowed_places
from exporter.batch.job import BatchResult, Job, State, do, failed, prepare, problems_of_error
from exporter.batch.left_over import left_over
from exporter.batch.stored import store_parts
from exporter.build import Signing
from exporter.check.parted import PartedReport, chosen, part_report
from exporter.engine.locks import acquire, remove_dead_files, temporary_name
from exporter.engine.progress import Progress, silent
from exporter.engine.worker_pool import answers_of
from exporter.engine.worker_process import WorkerEndedError
from exporter.errors import ExporterError, Problem, SetupError, UsageError
from exporter.facts.words import Lang
from exporter.files.refusals import explained
from exporter.files.stopping import record_changes
from exporter.report.definition import REPORT_FILE, read_definition
from exporter.report.many import is_for_many

_MOST_ALONE = 2  # sets; for so few, starting a worker takes longer than it saves


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What is to be built, as `build_many` takes it.

    Attributes:
        reports: The reports' folders, each with the folder that its files go to.
        values: For which values of a report for many; for all where none are named.
        name: What `for_each:` has to call a value; "" for whatever it does.
        languages: Which of the reports' languages; all where none are named.
        theme: One that wins over those of the reports; "" for these.
        allow: What reports may reach outside their folders.
        jobs: How many processes build; 0 for one a core.
        anew: Whether sets are built also where they are up to date.
        cluster: The scheduler of a cluster that builds; "" for this machine.
        since: The folder with the sets of an earlier edition of a report for many; "" for none.
        signing: What sets are signed with, on this machine; None for not at all.
    """

    reports: tuple[tuple[Path, Path], ...]
    values: tuple[str, ...] = ()
    name: str = ""
    languages: tuple[Lang, ...] = ()
    theme: str = ""
    allow: tuple[str, ...] = ()
    jobs: int = 0
    anew: bool = False
    cluster: str = ""
    since: str = ""
    signing: Signing | None = None


@dataclass
class Batch:
    """A batch whose reports have been read: what is to be done, and what cannot be.

    Attributes:
        jobs: Sets that are to be built.
        failed: What is told of reports that are wrong as a whole.
        doubts: What is told of them, and not refused.
    """

    jobs: list[Job] = field(default_factory=list)
    failed: list[BatchResult] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many results there will be."""
        return len(self.jobs) + len(self.failed)


@contextmanager
def prepared(order: BatchOrder, progress: Progress = silent) -> Iterator[Batch]:
    """Read the reports of a batch, and hold their folders of files against other batches.

    Raises:
        UsageError: No folder is a report, a value is none of a report's, the cluster is no address.
        SetupError: Another batch is at work there; the library for a cluster is missing.
    """
    batch = Batch()
    if order.cluster:
        refuse_wrong_cluster(order.cluster)
    strays = _strays(order)
    with ExitStack() as stack:
        for report, output in order.reports:
            if stray := strays.get(report):
                batch.failed.append(stray)
                continue
            stack.enter_context(_held(output))
            progress(f"reading {report}")
            _take(batch, order, report, output, stack)
        yield batch


def results_of(batch: Batch, jobs: int = 0, cluster: str = "") -> Generator[BatchResult]:
    """Do what is to be done, and give what comes of each set as soon as it has.

    Args:
        batch: What `prepared` gives.
        jobs: How many processes do it; one a core for 0.
        cluster: The address of the scheduler whose workers do it; "" for this machine.
    """
    yield from batch.failed
    workers = min(jobs or os.cpu_count() or 1, len(batch.jobs))
    answers: Iterable[tuple[Job, BatchResult | WorkerEndedError]]
    if cluster and batch.jobs:
        answers = answers_of_cluster(batch.jobs, cluster)
    elif workers <= 1 or (not jobs and len(batch.jobs) <= _MOST_ALONE):
        yield from map(do, batch.jobs)
        return
    else:
        answers = answers_of(do, batch.jobs, workers, prepare)
    for job, answer in answers:
        result = _ended(job) if isinstance(answer, WorkerEndedError) else answer
        record_changes(result.output / name for name in result.files)  # else nobody here knows
        yield result


def build_many(  # noqa: PLR0913 - all that a batch may be told
    *reports: Path | str,
    output: Path | str = "output",
    for_each: Sequence[str] = (),
    languages: Sequence[Lang] = (),
    theme: str = "",
    allow: Sequence[str] = (),
    jobs: int = 0,
    anew: bool = False,
    cluster: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[BatchResult]:
    """Build many reports, or one report for many values, and give each result as it is there.

        for result in exporter.build_many("reports/desk", jobs=4):
            print(result.state, result.name, *result.problems)

    A set that is up to date is skipped, and one that fails stops no other.

    Args:
        reports: The reports' folders.
        output: Files go to `<output>/<report>/`, those of a value to `<output>/<report>/<value>/`.
        for_each: For which values, where a report is for many; for all where none are named.
        languages: Which of the reports' languages; all where none are named.
        theme: A theme that wins over those of the reports; "" for these.
        allow: What reports may reach outside their folders, as `check` takes it.
        jobs: How many processes build; one a core for 0, none but this one for 1.
        anew: Whether sets are built also where they are up to date.
        cluster: The address of a Dask scheduler whose workers build, `tcp://HOST:PORT`; they see
            reports and output by the same paths.
        progress: Told how many sets are done, of how many.

    Yields:
        What came of each set, in the order in which they are done.

    Raises:
        UsageError: No folder is a report, or a value is none of a report's.
        SetupError: Another batch writes to the same folders, or the cluster cannot build.
    """
    order = BatchOrder(
        outputs_of(reports, Path(output)),
        tuple(for_each),
        "",
        tuple(languages),
        theme,
        tuple(allow),
        jobs,
        anew,
        cluster,
    )
    with prepared(order) as batch:
        for done, result in enumerate(results_of(batch, jobs, cluster), 1):
            if progress:
                progress(done, batch.total)
            yield result


def outputs_of(reports: Sequence[Path | str], output: Path) -> tuple[tuple[Path, Path], ...]:
    """Each report with the folder of its files: `<output>/<report>`.

    Raises:
        UsageError: None are named, or two would have the same folder.
    """
    if not reports:
        raise UsageError("no report is named", "name the folders of some")
    folders: dict[str, Path] = {}
    for report in map(Path, reports):
        name = report.resolve().name
        if name.casefold() in folders:
            wrong = (
                f"{folders[name.casefold()]} and {report} would both be written to {output / name}"
            )
            raise UsageError(wrong, "name each once, or build them apart by --output")
        folders[name.casefold()] = report
    return tuple((report, output / report.resolve().name) for report in folders.values())


def _strays(order: BatchOrder) -> dict[Path, BatchResult]:
    """Folders that are no reports, which `reports/*` may well name: they stop no others.

    Raises:
        UsageError: None is a report.
    """
    errors: dict[Path, UsageError] = {}
    for report, _ in order.reports:
        if not (report / REPORT_FILE).exists():
            try:
                read_definition(
                    report
                )  # tells what is wrong, before a folder is made for its files
            except UsageError as error:
                errors[report] = error
    if len(errors) == len(order.reports):
        raise next(iter(errors.values()))
    outputs = dict(order.reports)
    return {
        report: failed(
            report, outputs[report], problems_of_error(error, str(report)), error.exit_status
        )
        for report, error in errors.items()
    }


def _take(batch: Batch, order: BatchOrder, report: Path, output: Path, stack: ExitStack) -> None:
    """Take a report in, of which one set or many are to be built."""
    if order.cluster:
        order = replace(order, allow=allowed_places(report, order.allow))
    common = (order.languages, order.theme, order.allow, order.anew)
    try:
        parted = part_report(report, order.allow) if is_for_many(report) else None
    except UsageError:
        raise
    except ExporterError as error:
        told = problems_of_error(error, str(report))
        batch.failed.append(failed(report, output, told, error.exit_status))
        return
    if parted is None:
        if order.values and not is_for_many(report):
            raise UsageError(f"{report} is for one, and has no `for_each`", "leave --for-each out")
        batch.jobs.append(Job(str(report), str(output), "", None, *common))
        return
    if order.name and order.name != parted.name:
        wrong = f"{report} is for each {parted.name}, and --for-each names {order.name}"
        raise UsageError(wrong, f"write --for-each {parted.name}=…")
    batch.doubts += [*parted.doubts, *left_over(parted, output)]
    parted = chosen(parted, order.values)
    if parted.problems:
        batch.failed.append(failed(report, output, parted.problems, 1))
    batch.jobs += _jobs(batch, parted, order, report, output, stack)


def _jobs(
    batch: Batch,
    parted: PartedReport,
    order: BatchOrder,
    report: Path,
    output: Path,
    stack: ExitStack,
) -> Iterator[Job]:
    """The sets of a report for many, whose parts are stored until all is done."""
    earlier, doubts = earlier_editions(order.since, report, (part.value for part in parted.parts))
    batch.doubts += doubts
    path = output / temporary_name(".parts")
    with explained(output, path):
        remove_dead_files(output)
        lock = acquire(path, needed=False)
        if lock:
            stack.callback(lock.remove)
        places = store_parts(parted.parts, path)
    for part, place in zip(parted.parts, places, strict=True):
        value = part.value
        target = output / value.folder
        yield Job(
            str(report), str(target), value.name.en, place,
            order.languages, order.theme, order.allow, order.anew,
            earlier.get(value, ""), order.signing,
        )  # fmt: skip


@contextmanager
def _held(output: Path) -> Iterator[None]:
    """Keep other batches from a folder of files."""
    with explained(output, output):
        output.mkdir(parents=True, exist_ok=True)
        lock = acquire(output / LOCK, needed=False)
    if lock is None:
        raise SetupError(f"another run is writing to {output}", "wait until it is done")
    try:
        yield
    finally:
        lock.remove()


def _ended(job: Job) -> BatchResult:
    wrong = "the process that built it ended early, twice"
    right = "see that there is enough memory, and try again"
    problem = Problem(job.report, 0, "", wrong, right)
    return BatchResult(
        Path(job.report), job.value, Path(job.output), State.FAILED, 0.0,
        problems=(problem,), exit_status=SetupError.exit_status,
    )  # fmt: skip
