"""`exporter batch`, and `exporter build` of a report for many."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.blocks import tell_problems
from exporter.cli.terminal import Allow, Format, FormatOption, complain, prepare_process
from exporter.errors import ContentError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from exporter.batch.job import BatchResult
    from exporter.batch.run import BatchOrder

_MOST_TOLD = 20  # sets that failed; batch.json has all


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
    from exporter.batch.run import BatchOrder, outputs_of

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
    """
    from exporter.batch.run import prepared, results_of
    from exporter.cli.batch_record import Record

    with prepared(order) as ready, _progress(quiet=quiet) as told:
        record = Record(order, ready.doubts)
        for result in results_of(ready, order.jobs, order.cluster):
            record.take(result)
            told(record, ready.total)
        path = record.write(folder)
    if format_ is Format.JSON:
        typer.echo(json.dumps(record.as_json(), ensure_ascii=False, indent=2))
    else:
        for doubt in () if quiet else ready.doubts:
            complain(f"in doubt: {doubt}")
        _tell_failed(record.failed)
        if not quiet:
            typer.echo(f"{record.summary()}; {path}")
    if record.failed:
        raise typer.Exit(ContentError.exit_status)


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
    for result in failed[:_MOST_TOLD]:
        complain(f"failed: {result.name}")
        tell_problems(result.problems, sys.stderr)
    if more := len(failed[_MOST_TOLD:]):
        complain(f"failed: {more:,} more, told in batch.json")


@contextmanager
def _progress(*, quiet: bool) -> "Iterator[Callable[..., None]]":
    """Sets done, at what rate, how many failed, and the time left, on a terminal alone."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from exporter.cli.progress_bar import batch_bar

    with batch_bar() as tell:
        yield lambda record, total: tell(record.done, total, len(record.failed))
