"""The commands; the only module that prints.

Exit status: 0 fine; 1 the content is at fault; 2 wrong usage; 3 the environment lacks something.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.errors import ContentError, ExporterError, SetupError, UsageError
from exporter.wording import counted, findings, summary

if TYPE_CHECKING:
    from exporter.building import Signing
    from exporter.emailing import Order
    from exporter.facts.words import Lang
    from exporter.progress import Progress
    from exporter.sending.outcomes import Delivery

_INTERRUPTED, _TERMINATED = 130, 143  # 128 and the number of the signal, as shells have it
PASSWORD_VARIABLE = "EXPORTER_SIGN_PASSWORD"  # noqa: S105 - the name of one, not one
DEFAULT_REPORT = Path("reports/alibaba-ai")

app = typer.Typer(
    help="Structured facts to Excel workbooks and a PDF one-pager, every figure proved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
source_app = typer.Typer(
    help="Record the sources that facts are quoted from.", no_args_is_help=True
)
app.add_typer(source_app, name="source")


class Language(StrEnum):
    """Languages of a report's files."""

    EN = "en"
    ZH = "zh"


class Attach(StrEnum):
    """What an e-mail carries besides the one-pagers."""

    WORKBOOK = "workbook"
    EVIDENCE = "evidence"


class Format(StrEnum):
    """How a command tells its results."""

    TEXT = "text"
    JSON = "json"


Report = Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")]


@app.command()
def build(
    report: Report = DEFAULT_REPORT,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the files go; output/<report> unless named."),
    ] = None,
    lang: Annotated[
        list[Language] | None, typer.Option(help="A language of the report; all unless named.")
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(metavar="CERT.p12", help="Sign the PDFs with the certificate in this file."),
    ] = None,
) -> None:
    """Check the facts, lay them out, write the files and prove them, all of them or none."""
    from exporter.beside import drawing_beside
    from exporter.pipeline import build_with

    languages: list[Lang] = [one.value for one in lang or ()]
    with drawing_beside(report) as draw, _progress() as progress:
        _leave_pandas_out()
        signing = _signing(sign) if sign else None
        checked, paths = build_with(draw, report, output, languages, progress, signing)
    for doubt in checked.doubts:
        _complain(f"not proved: {doubt}")
    for line in summary(checked):
        typer.echo(line)
    for path in paths:
        typer.echo(f"wrote {path} ({path.stat().st_size / 1000:,.0f} kB)")


@app.command()
def check(
    report: Report = DEFAULT_REPORT,
    format_: Annotated[
        Format, typer.Option("--format", help="For people or for machines.")
    ] = Format.TEXT,
) -> None:
    """Check facts and evidence alone: one line a problem, then a summary."""
    _leave_pandas_out()
    from exporter import checking

    with _progress() as progress:
        checked = checking.check(report, progress=progress)
    if format_ is Format.JSON:
        typer.echo(json.dumps(findings(checked), ensure_ascii=False, indent=2))
    else:
        for problem in (*checked.problems, *checked.doubts):
            typer.echo(str(problem))
        for line in summary(checked):
            typer.echo(line)
    if checked.problems:
        raise typer.Exit(ContentError.exit_status)


@app.command()
def verify(
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT", help="A folder that `exporter build` wrote.")
    ],
) -> None:
    """Prove files already written, wherever they are, against their manifest and facts."""
    _leave_pandas_out()
    from exporter.proof.verify import verify as prove

    differences = prove(output)
    for difference in differences:
        typer.echo(str(difference))
    found = counted(len(differences), "difference") if differences else "no difference"
    typer.echo(f"{output}: {found} from the manifest and its facts")
    if differences:
        raise typer.Exit(ContentError.exit_status)


@app.command()
def email(
    to: Annotated[
        list[str], typer.Option(metavar="ADDRESS", help="To whom: a@b.example, Name <a@b.example>.")
    ],
    report: Report = DEFAULT_REPORT,
    cc: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Who gets a copy.")
    ] = None,
    bcc: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Who gets one unseen by the others.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="The message's language; the report's first.")
    ] = None,
    attach: Annotated[
        list[Attach] | None, typer.Option(help="What goes with the PDF; more than once for more.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where it was built; output/<report> unless named."),
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Send it, through the server of report.yaml.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Send it also to those who have got it.")
    ] = False,
) -> None:
    """Write a draft that e-mails the PDF, or send it; only what is proved goes out."""
    if again and not send:
        raise UsageError("--again is about sending; add --send, or leave it out")
    _leave_pandas_out()
    from exporter import emailing

    language: Lang | None = lang.value if lang else None
    order = emailing.Order(report, to, cc or (), bcc or (), language, tuple(attach or ()), output)
    if send:
        _send(order, again=again)
    else:
        path = emailing.write_draft(order)
        typer.echo(
            f"wrote {path} ({path.stat().st_size / 1000:,.0f} kB), a draft: open and send it"
        )


@app.command()
def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make.")],
) -> None:
    """Make a report's folder to start from; it builds at once."""
    from exporter.report.starter import make_report

    for path in make_report(name):
        typer.echo(f"made {path}")
    typer.echo(f"build it with: exporter build {name}")


@source_app.command("add")
def source_add(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document, as UTF-8 text.")],
    id_: Annotated[str, typer.Option("--id", help="What facts call the source.")],
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When it appeared.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    retrieved: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="When it was read; today unless named."),
    ] = None,
) -> None:
    """Record a source: its fingerprints go into the report, its text stays on this machine.

    A source that is already recorded keeps whatever is not given again.
    """
    from exporter.evidence.record import add_source

    given = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "url": url,
        "published": published.date() if published else None,
        "retrieved": retrieved.date() if retrieved else None,
    }
    added = add_source(report, file, id_, given, today=date.today())
    typer.echo(f"recorded {added.path}: {added.clauses} clauses, {added.figures} with figures")
    typer.echo(f"kept the text, on this machine only, as {added.text_path}")


def _send(order: "Order", *, again: bool) -> None:
    """Send, a line for each recipient; one that the message did not reach fails the command."""
    from exporter import emailing
    from exporter.sending.deliver import Patience

    try:
        sent = emailing.send(order, again=again, tell=_tell, patience=Patience(sleep=_wait))
    except (KeyboardInterrupt, SystemExit) as stop:
        _complain("stopped; the same command goes on with those who have not got the message")
        raise _ToldStop(getattr(stop, "code", _INTERRUPTED)) from stop
    if sent.repaired:
        _complain(sent.repaired)
    if any(one.problem for one in sent.deliveries):
        raise typer.Exit(ContentError.exit_status)


def _tell(delivery: "Delivery") -> None:
    if delivery.problem:
        _complain(str(delivery.problem))
    else:
        had = "has it already; --send --again sends it again" if delivery.earlier else "sent"
        typer.echo(f"{delivery.recipient}: {had}")


def _wait(seconds: float) -> None:
    """Wait for a server that refuses for now; on a terminal it is said what for."""
    if sys.stderr.isatty():
        _complain(f"refused for now; the next try is in {seconds:.0f} s")
    time.sleep(seconds)


class _ToldStop(SystemExit):
    """A stop of which all has been said."""


def _signing(certificate: Path) -> "Signing":
    from exporter.building import Signing

    return Signing(certificate, _password(certificate))


def _password(certificate: Path) -> bytes:
    """The certificate's password: from the environment, else asked for; never an argument."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is None:
        given = typer.prompt(f"password of {certificate}", hide_input=True, err=True)
    return str(given).encode()


def main() -> None:
    """Run the command line; exit with the status of what happened."""
    # A plain kill would leave temporary files behind; an exit cleans them up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    try:
        app()
    except ExporterError as error:
        _complain(str(error))
        sys.exit(error.exit_status)
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}; check the path and its permissions")
        sys.exit(SetupError.exit_status)
    except SystemExit as stop:
        if stop.code in {_INTERRUPTED, _TERMINATED} and not isinstance(stop, _ToldStop):
            _complain("stopped; no file was changed")
        raise


def _leave_pandas_out() -> None:
    """Load Arrow without pandas, which no command needs and which takes a third of a second."""
    from exporter.arrow import leave_pandas_out

    leave_pandas_out()


def _complain(text: str) -> None:
    typer.echo(text, err=True)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """What is being done, at what rate and for how long yet, on a terminal; nothing when piped."""
    from exporter.progress import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from exporter.meter import metered

    with metered() as progress:
        yield progress
