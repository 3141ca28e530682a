"""`exporter draft`: facts proposed from a source."""

import re
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import Allow, complain, one_of, prepare_process, shown_progress
from exporter.errors import UsageError

if TYPE_CHECKING:
    from exporter.drafting.order import DraftOrder, Pages
    from exporter.drafting.report_drafts import DraftedSource
    from exporter.drafting.written.as_table import Table

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
        DraftFormat,
        typer.Option(
            "--format",
            parser=one_of(DraftFormat),
            metavar="|".join(DraftFormat),
            help="YAML, or a table.",
        ),
    ] = DraftFormat.YAML,
    with_: Annotated[
        str | None,
        typer.Option(
            "--with", metavar="COMMAND", help="A program that proposes instead (docs/proposers.md)."
        ),
    ] = None,
    allow: Allow = None,
) -> None:
    """Propose facts and views from a source, each with a quote that proves it, to be reviewed."""
    if output is None and format_ is DraftFormat.XLSX:
        raise UsageError("a workbook cannot be shown", "name a file for it: -o drafts.xlsx")
    if output is not None and output.exists():
        raise UsageError(f"{output} is there already", "name another file, or move it away")
    is_report = (report / "report.yaml").exists()  # else that is what is told, below
    if is_report and output is not None and not output.parent.is_dir():
        raise UsageError(f"{output.parent} is no folder", "make it, or name another")
    wanted = _pages(pages) if pages else None
    prepare_process()
    from exporter.drafting.order import DraftOrder

    order = DraftOrder(report, source, wanted, prose, only_left_out, tuple(allow or ()))
    made = _drafted(order, format_, output) if with_ is None else _proposed(order, format_, with_)
    if output is None:
        typer.echo(made.written.decode(), nl=False)
    else:
        _write(made.written, output)
    for line in made.told:
        complain(line)
    if output is not None:
        complain(f"what is marked `review:` is listed by: exporter review {quote(str(report))}")


class _Made(NamedTuple):
    """A file of drafts, and what is said of it."""

    written: bytes
    told: list[str]


def _pages(said: str) -> "Pages":
    """The pages that somebody names, such as 3-7 or 12."""
    from exporter.drafting.order import Pages

    match = _PAGES.fullmatch(said)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if last < first:
        raise UsageError(f"{said!r} names no pages", "write a page or a span of them: 3 or 3-7")
    return Pages(first, last)


def _drafted(order: "DraftOrder", format_: DraftFormat, output: Path | None) -> _Made:
    """What the words of the source propose."""
    from exporter.drafting.beside import drafted_beside

    with drafted_beside(order) as beside, shown_progress() as progress:
        from exporter.drafting.figures.bare_money import told_of_bare_money
        from exporter.drafting.report_drafts import draft as draft_source
        from exporter.drafting.written.as_table import table_of
        from exporter.drafting.written.as_yaml import as_yaml

        made = draft_source(order, progress, beside)
    setting, drafted = made.setting, made.drafted
    if format_ is DraftFormat.YAML:
        written = as_yaml(drafted, setting, made.page_of).encode()
    else:
        written = _as_table(table_of(drafted, setting), format_)
    told = [_summary(made, output), _left_over(made, order)]
    told += [told_of_bare_money(setting), _not_wanted(made, order)]
    return _Made(written, [line for line in told if line])


def _proposed(order: "DraftOrder", format_: DraftFormat, command: str) -> _Made:
    """What a program of the user's proposes, as far as it is not refused."""
    from exporter.drafting.proposals.judged_proposals import Outcome
    from exporter.drafting.proposals.proposed import as_table, as_yaml
    from exporter.drafting.report_drafts import draft_by

    with shown_progress() as progress:
        made = draft_by(command, order, progress)
    if format_ is DraftFormat.YAML:
        written = as_yaml(made).encode()
    else:
        written = _as_table(as_table(made), format_)
    counts = ", ".join(f"{made.count(outcome)} {outcome}" for outcome in Outcome)
    return _Made(written, [*made.told(), f"{order.source}: {counts}"])


def _as_table(table: "Table", format_: DraftFormat) -> bytes:
    from exporter.drafting.written.as_table import as_csv, as_xlsx

    return (as_csv if format_ is DraftFormat.CSV else as_xlsx)(table)


def _write(written: bytes, output: Path) -> None:
    from exporter.files.one_file import replacing

    with replacing(output) as path:
        path.write_bytes(written)


def _not_wanted(made: "DraftedSource", order: "DraftOrder") -> str:
    """How to set aside what is left out on purpose; "" where nothing is."""
    if not order.only_left_out or not made.drafted.facts:
        return ""
    return f"what is not wanted is set aside in sources/{order.source}.yaml, under `not_facts`"


def _left_over(made: "DraftedSource", order: "DraftOrder") -> str:
    """How many clauses state a figure that is still to be quoted; "" for none."""
    if not made.left_over:
        return ""
    clauses, verb = counted(made.left_over, "clause"), "states" if made.left_over == 1 else "state"
    check = f"exporter check {quote(str(order.report))}"
    told = f"{clauses} {verb} a figure that no draft quotes"
    return f"{told}; once the drafts are in the report, what is left is listed by: {check}"


def _summary(made: "DraftedSource", output: Path | None) -> str:
    """How much was drafted, and how much of it a person should look at."""
    drafted = made.drafted
    told = counted(len(drafted.facts), "fact")
    if drafted.views:
        told += f" and {counted(len(drafted.views), 'view')}"
    where = f" in {output}" if output else ""
    return f"{made.setting.source.id}: {told} drafted{where}, {drafted.doubted or 'none'} in doubt"
