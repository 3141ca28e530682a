"""`exporter batch`, and `exporter build` of a report for many."""

import json
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.blocks import tell_problems
from exporter.cli.stopping import Stopped, ToldStop
from exporter.cli.terminal import Allow, Format, FormatOption, complain, prepare_process
from exporter.errors import ContentError, Problem, UsageError

if TYPE_CHECKING:
    from exporter.batch.job import BatchResult
    from exporter.batch.prepared import BatchOrder
    from exporter.cli.batch_record import Record
    from exporter.cli.progress_bar import TellBatch

_MOST_TOLD = 20  # sets that failed, or kinds of these; batch.json has all
_MOST_NAMED = 5  # of a kind


def batch(
    reports: Annotated[list[Path], typer.Argument(metavar="REPORT…", help="The reports' folders.")],
    for_each: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=A,B",
            help="For these values of a report for many alone, as company=A,B; all unless said.",
        ),
    ] = None,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Files go to DIR/<report>/.")] = Path(
        "output"
    ),
    jobs: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="How many processes build; 0 for one a core."),
    ] = 0,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Have workers of Dask build: tcp://HOST:PORT of their scheduler.",
        ),
    ] = "",
    format_: FormatOption = Format.TEXT,
    allow: Allow = None,
) -> None:
    """Build many reports, or one for many values; what is up to date is skipped."""
    prepare_process()
    from exporter.batch.prepared import BatchOrder
    from exporter.batch.run import outputs_of

    if cluster and jobs:
        raise UsageError("--jobs is for this machine", "leave it out with --cluster")
    name, values = _values(for_each or ())
    order = BatchOrder(
        outputs_of(reports, output),
        values,
        name,
        allow=tuple(allow or ()),
        jobs=jobs,
        cluster=cluster,
    )
    run_batch(order, output, format_)


def run_batch(order: "BatchOrder", folder: Path, format_: Format, *, quiet: bool = False) -> None:
    """Build what is ordered, write batch.json into a folder, and tell what came of it.

    Raises:
        Exit: With 1 where a set failed.
        ToldStop: A signal came before all was done.
    """
    from exporter.batch.prepared import prepared
    from exporter.batch.run import results_of
    from exporter.cli.batch_record import Record

    with ExitStack() as held:  # until all is told
        with _progress(quiet=quiet) as tell:
            ready = held.enter_context(prepared(order, tell))
            record = Record(order, ready.total, ready.doubts)
            stop = _take(record, results_of(ready, order.jobs, order.cluster), tell)
        _tell(record, folder, format_, quiet=quiet)
    if stop:
        raise ToldStop(stop.code)
    if record.failed:
        raise typer.Exit(ContentError.exit_status)


def _take(record: "Record", results: "Generator[BatchResult]", tell: "TellBatch") -> Stopped | None:
    """Take results as they come; gives the stop that ended this early, if one did."""
    tell("building", 0, record.total)
    try:
        with closing(results):  # a stop ends the workers before anything is told
            for result in results:
                record.take(result)
                tell("building", record.done, record.total, len(record.failed))
    except Stopped as stop:
        record.is_stopped = True
        return stop
    return None


def _tell(record: "Record", folder: Path, format_: Format, *, quiet: bool) -> None:
    """Tell what came of it, and that first: maybe there is no room for batch.json."""
    if format_ is Format.JSON:
        # A line for each run, where it goes into a log.
        indent = 2 if sys.stdout.isatty() else None
        typer.echo(json.dumps(record.as_json(), ensure_ascii=False, indent=indent))
        record.write(folder)
        return
    for doubt in () if quiet else record.doubts:
        complain(f"in doubt: {doubt}")
    _tell_failed(record.failed)
    said = record.summary()
    try:
        said += f"; {record.write(folder)}"
    finally:
        if not quiet or record.is_stopped:
            typer.echo(said)


def _values(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What `--for-each` says: how a value is called, and which are wanted."""
    pairs = [text.partition("=") for text in texts]
    for text, (name, sign, values) in zip(texts, pairs, strict=True):
        if not (sign and name.strip() and values.strip()):
            raise UsageError(f"--for-each {text!r} names no values", "write --for-each company=A,B")
    names = {name.strip() for name, _, _ in pairs}
    if len(names) > 1:
        wrong = f"--for-each names {' and '.join(sorted(names))}"
        raise UsageError(wrong, "a report is for many of one kind: name that")
    return next(iter(names), ""), tuple(values for _, _, values in pairs)


def _tell_failed(failed: "Sequence[BatchResult]") -> None:
    """What is wrong with all values of a report is told once."""
    alike: dict[tuple[Path, tuple[Problem, ...]], list[BatchResult]] = {}
    for result in failed:
        alike.setdefault((result.report, result.problems), []).append(result)
    groups = list(alike.values())
    for results in groups[:_MOST_TOLD]:
        complain(f"failed: {_named(results)}")
        tell_problems(results[0].problems, sys.stderr)
    if more := sum(map(len, groups[_MOST_TOLD:])):
        complain(f"failed: {more:,} more, told in batch.json")


def _named(results: "Sequence[BatchResult]") -> str:
    """The sets of a report by their values: `reports/desk (Alder, Birch, Cedar and 40 more)`."""
    first, more = results[:_MOST_NAMED], len(results[_MOST_NAMED:])
    if len(results) == 1:
        return first[0].name
    names = ", ".join(result.value for result in first)
    return f"{first[0].report} ({names}{f' and {more:,} more' if more else ''})"


@contextmanager
def _progress(*, quiet: bool) -> "Iterator[TellBatch]":
    """Sets done, at what rate, how many failed, and the time left, on a terminal alone."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from exporter.cli.progress_bar import batch_bar

    with batch_bar() as tell:
        yield tell
