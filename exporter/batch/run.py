"""All sets of a batch, side by side, each told as soon as it is done."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path

from exporter.batch.cluster import answers_of_cluster
from exporter.batch.job import BatchResult, Job, State, do, prepare
from exporter.batch.prepared import Batch, BatchOrder, prepared
from exporter.engine.processors import processors
from exporter.engine.worker_pool import answers_of
from exporter.engine.worker_process import WorkerEndedError
from exporter.errors import Problem, SetupError, UsageError
from exporter.facts.words import Lang
from exporter.files.stopping import record_changes

_MOST_ALONE = 2  # sets; for so few, starting a worker takes longer than it saves


def results_of(batch: Batch, jobs: int = 0, cluster: str = "") -> Generator[BatchResult]:
    """Do what is to be done, and give what comes of each set as soon as it has.

    Args:
        batch: What `prepared` gives.
        jobs: How many processes do it; one a core for 0.
        cluster: The address of the scheduler whose workers do it; "" for this machine.
    """
    yield from batch.failed
    workers = min(jobs or processors(), len(batch.jobs))
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


def _ended(job: Job) -> BatchResult:
    wrong = "the process that built it ended early, twice"
    right = "see that there is enough memory, and try again"
    problem = Problem(job.report, 0, "", wrong, right)
    return BatchResult(
        Path(job.report), job.value, Path(job.output), State.FAILED, 0.0,
        problems=(problem,), exit_status=SetupError.exit_status,
    )  # fmt: skip
