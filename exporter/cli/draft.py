"""`exporter draft`: facts proposed from a source."""

import re
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import Allow, complain, prepare_process, shown_progress
from exporter.errors import UsageError

if TYPE_CHECKING:
    from exporter.drafting.report_drafts import DraftedSource, Pages

_PAGES = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?")


class DraftFormat(StrEnum):
    """What drafts are written as."""

    YAML = "yaml"
    CSV = "csv"
    XLSX = "xlsx"


def draft(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A recorded source's id.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A new file; shown unless named."),
    ] = None,
    pages: Annotated[
        str | None, typer.Option(metavar="3-7", help="Pages to draft from; all unless named.")
    ] = None,
    prose: Annotated[bool, typer.Option("--prose", help="Sentences alone, no tables.")] = False,
    only_left_out: Annotated[
        bool, typer.Option("--only-left-out", help="Only what no fact or view quotes yet.")
    ] = False,
    format_: Annotated[
        DraftFormat, typer.Option("--format", help="YAML, or a table.")
    ] = DraftFormat.YAML,
    allow: Allow = None,
) -> None:
    """Propose facts and views from a source, each with a quote that proves it, to be reviewed."""
    if output is None and format_ is DraftFormat.XLSX:
        raise UsageError("a workbook cannot be shown", "name a file for it: -o drafts.xlsx")
    if output is not None and output.exists():
        raise UsageError(f"{output} is there already", "name another file, or move it away")
    if output is not None and not output.parent.is_dir():
        raise UsageError(f"{output.parent} is no folder", "make it, or name another")
    wanted = _pages(pages) if pages else None
    prepare_process()
    from exporter.drafting.report_drafts import DraftOrder
    from exporter.drafting.report_drafts import draft as draft_source

    order = DraftOrder(report, source, wanted, prose, only_left_out, tuple(allow or ()))
    with shown_progress() as progress:
        made = draft_source(order, progress)
    written = _written(made, format_)
    if output is None:
        typer.echo(written.decode(), nl=False)
    else:
        _write(written, output)
    complain(_summary(made, output))
    if output is not None and made.drafted.facts:
        complain(f"what is marked `review:` is listed by: exporter review {quote(str(report))}")


def _pages(said: str) -> "Pages":
    """The pages that somebody names, such as 3-7 or 12."""
    from exporter.drafting.report_drafts import Pages

    match = _PAGES.fullmatch(said)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if last < first:
        raise UsageError(f"{said!r} names no pages", "write a page or a span of them: 3 or 3-7")
    return Pages(first, last)


def _written(made: "DraftedSource", format_: DraftFormat) -> bytes:
    setting, drafted = made
    if format_ is DraftFormat.YAML:
        from exporter.drafting.as_yaml import as_yaml

        return as_yaml(drafted, setting, made.page_of).encode()
    from exporter.drafting.as_table import as_csv, as_xlsx

    return (as_csv if format_ is DraftFormat.CSV else as_xlsx)(drafted, setting)


def _write(written: bytes, output: Path) -> None:
    from exporter.files.one_file import replacing

    with replacing(output) as path:
        path.write_bytes(written)


def _summary(made: "DraftedSource", output: Path | None) -> str:
    """How much was drafted, and how much of it a person should look at."""
    drafted = made.drafted
    told = counted(len(drafted.facts), "fact")
    if drafted.views:
        told += f" and {counted(len(drafted.views), 'view')}"
    where = f" in {output}" if output else ""
    doubted = f"{drafted.doubted} to be looked at" if drafted.doubted else "none in doubt"
    return f"{made.setting.source.id}: {told} drafted{where}, {doubted}"
