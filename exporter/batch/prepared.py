"""A batch made ready: its reports are read, and their folders of files are held for it alone."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter.batch.cluster import refuse_wrong_cluster
from exporter.batch.earlier import earlier_editions
from exporter.batch.errand import LOCK, allowed_places
from exporter.batch.job import BatchResult, Job, failed, problems_of_error
from exporter.batch.left_over import left_over
from exporter.batch.stored import store_parts
from exporter.build import Signing
from exporter.check.parted import PartedReport, chosen, part_report
from exporter.engine.locks import acquire, remove_dead_files, temporary_name
from exporter.engine.progress import Progress, silent
from exporter.errors import ExporterError, Problem, SetupError, UsageError
from exporter.facts.words import Lang
from exporter.files.refusals import explained
from exporter.report.many import is_for_many
from exporter.report.report_file import REPORT_FILE, read_definition


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


def _strays(order: BatchOrder) -> dict[Path, BatchResult]:
    """Folders that are no reports, which `reports/*` may well name: they stop no others.

    Raises:
        UsageError: None is a report.
    """
    errors: dict[Path, UsageError] = {}
    for report, _ in order.reports:
        if not (report / REPORT_FILE).exists():
            try:
                read_definition(report)  # says why, before a folder is made for its files
            except UsageError as error:
                errors[report] = error
    if len(errors) == len(order.reports):
        raise next(iter(errors.values()))
    return {
        report: failed(report, output, problems_of_error(wrong, str(report)), wrong.exit_status)
        for report, output in order.reports
        if (wrong := errors.get(report))
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
