"""The commands; nothing else prints.

Exit status: 0 fine; 1 the content is at fault; 2 wrong usage; 3 the environment lacks something;
128 and its number where a signal ended the command.

batch.py          `exporter batch`; batch_record.py: batch.json
build.py          `exporter build`
diff.py           `exporter diff`
draft.py          `exporter draft`
email.py          `exporter email`
new.py            `exporter new`
pull.py           `exporter pull`
schema.py         `exporter schema`
source.py         `exporter source add`
review.py         `exporter review`; review_listing.py: what it lists; many_ids.py: options that
                  take ids up to the next option
mending.py        `exporter check --fix`
trace.py          `exporter trace`
consent.py        what a report may reach, offered to be remembered
blocks.py         problems on a terminal: blocks with the line and a caret
many_checked.py   a report for many, checked value by value
summary.py        what is said of a checked report, for people and for machines
progress_bar.py   progress on a terminal
stopping.py       signals and closed pipes
terminal.py       what commands share: arguments, and what they say
"""

import json
import sys
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from exporter.cli.batch import batch
from exporter.cli.blocks import complain_of, tell_problems
from exporter.cli.build import build
from exporter.cli.diff import diff
from exporter.cli.draft import draft
from exporter.cli.email import email
from exporter.cli.many_checked import check_each
from exporter.cli.many_ids import ManyIds
from exporter.cli.mending import mend, mends
from exporter.cli.new import new
from exporter.cli.pull import pull
from exporter.cli.review import review
from exporter.cli.schema import schema
from exporter.cli.source import source_add
from exporter.cli.stopping import ending_early
from exporter.cli.summary import counted, findings, summary, told_doubts, verification
from exporter.cli.terminal import (
    DEFAULT_REPORT,
    Allow,
    Format,
    FormatOption,
    Report,
    complain,
    prepare_process,
    shown_progress,
)
from exporter.cli.trace import trace
from exporter.errors import ContentError, ExporterError, SetupError, UsageError

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
source_app = typer.Typer(
    help="Record the sources that facts are quoted from.", no_args_is_help=True
)
app.add_typer(source_app, name="source")


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        from exporter import __version__

        typer.echo(f"exporter {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Structured facts to Excel workbooks and a PDF one-pager, every figure proved."""


app.command()(batch)
app.command()(build)


@app.command()
def check(
    report: Report = DEFAULT_REPORT,
    format_: FormatOption = Format.TEXT,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write what is certain first, and show it as a diff.")
    ] = False,
    allow: Allow = None,
) -> None:
    """Check facts and evidence alone: one line a problem, then a summary."""
    prepare_process()
    from exporter.check import check as check_report
    from exporter.report.many import is_for_many

    allowed = tuple(allow or ())
    if is_for_many(report) and not fix:
        check_each(report, format_, allowed)
        return
    with shown_progress() as progress:
        mended = mend(report, progress, allowed, is_told=format_ is Format.TEXT) if fix else None
        checked = check_report(report, progress=progress, allow=allowed)
    if format_ is Format.JSON:
        found = findings(checked) | (mends(mended) if mended else {})
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        tell_problems(checked.problems, sys.stdout)
        for line in (*told_doubts(checked), *summary(checked)):
            typer.echo(line)
    if checked.remedy:
        complain(checked.remedy)
    if checked.problems:
        raise typer.Exit(ContentError.exit_status)


@app.command()
def verify(
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT", help="A folder that `exporter build` wrote.")
    ],
    values: Annotated[
        bool,
        typer.Option(
            "--values",
            help="Of workbooks that were saved again: values, units, texts, links alone. OUTPUT "
            "may be one of them, beside its manifest.json.",
        ),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="REPORT", help="Compare this report's files with it, too."),
    ] = None,
    trust: Annotated[
        list[Path] | None,
        typer.Option(metavar="ROOT.pem", help="Who must have signed, or vouch for who did."),
    ] = None,
    allow: Allow = None,
) -> None:
    """Prove files already written, wherever they are: made anew from their manifest, compared."""
    if allow and report is None:
        right = "name it by --report, or leave --allow out"
        raise UsageError("--allow is about what a report may reach, and none is compared", right)
    if output.is_file() and not values:
        raise UsageError(*_of_a_file(output))
    prepare_process()
    from exporter.verify import verify_with
    from exporter.writers.page_process import page_worker

    with page_worker(output) as ask, shown_progress() as progress:
        found = verify_with(ask, output, report, trust or (), progress, allow or (), values=values)
    for line in verification(found):
        typer.echo(line)
    count = counted(len(found.differences), "difference") if found.differences else "no difference"
    left_open = (
        f", but {counted(len(found.unproved), 'thing')} not proved" if found.unproved else ""
    )
    typer.echo(f"{output}: {count} from the manifest and its facts{left_open}")
    if found.differences:
        raise typer.Exit(ContentError.exit_status)


def _of_a_file(output: Path) -> tuple[str, str]:
    """What is wrong with a file as what is to be proved, and what would be right."""
    from exporter.build import is_built

    if not is_built(output.parent):
        wrong = f"{output} is a file, and the manifest.json of a set that it is of is not beside it"
        return wrong, "name a folder that `exporter build` wrote, with its manifest.json"
    right = f"name its folder: exporter verify {quote(str(output.parent))}"
    if output.suffix == ".xlsx":
        right += ", or compare it alone: exporter verify --values " + quote(str(output))
    return f"{output} is a file, and a set is proved as a whole", right


app.command()(diff)
app.command()(draft)
app.command()(email)
app.command()(new)
app.command()(pull)
source_app.command("add")(source_add)
app.command(cls=ManyIds)(review)
app.command()(schema)
app.command()(trace)


def main() -> None:
    """Run the command line; exit with the status of what happened."""
    with ending_early():
        try:
            app()
        except ContentError as error:
            complain_of(error)
            sys.exit(error.exit_status)
        except ExporterError as error:
            complain(str(error))
            sys.exit(error.exit_status)
        except OSError as error:
            where = error.filename or "what is said cannot be written"
            complain(f"{where}: {error.strerror}; check the path and its permissions")
            sys.exit(SetupError.exit_status)
