"""`exporter email`: a draft, or a message sent, a line for each recipient."""

import sys
import time
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.stopping import Stopped, ToldStop
from exporter.cli.terminal import (
    DEFAULT_REPORT,
    LANGUAGES,
    Allow,
    Language,
    Report,
    complain,
    prepare_process,
    read_language,
)
from exporter.errors import ContentError, UsageError

if TYPE_CHECKING:
    from exporter.email.deliver import Delivery
    from exporter.email.order import Order
    from exporter.facts.words import Lang


class Attach(StrEnum):
    """What an e-mail carries besides the one-pagers."""

    WORKBOOK = "workbook"
    EVIDENCE = "evidence"


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
        Language | None,
        typer.Option(
            parser=read_language,
            metavar=LANGUAGES,
            help="The message's language; the report's first.",
        ),
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
    allow: Allow = None,
) -> None:
    """Write a draft that e-mails the PDF, or send it; only what is proved goes out."""
    if again and not send:
        raise UsageError("--again is about sending", "add --send, or leave it out")
    prepare_process()
    from exporter.email import order as emailing

    language: Lang | None = lang.value if lang else None
    order = emailing.Order(
        report, to, cc or (), bcc or (), language, tuple(attach or ()), output, tuple(allow or ())
    )
    if send:
        _send(order, again=again)
    else:
        path = emailing.write_draft(order)
        typer.echo(
            f"wrote {path} ({path.stat().st_size / 1000:,.0f} kB), a draft: open and send it"
        )


def _send(order: "Order", *, again: bool) -> None:
    """Send, a line for each recipient; one that the message did not reach fails the command."""
    from exporter.email import order as emailing
    from exporter.email.deliver import Patience

    try:
        sent = emailing.send(order, again=again, tell=_tell, patience=Patience(sleep=_wait))
    except Stopped as stop:
        with suppress(OSError):  # the terminal may be gone
            complain("stopped; the same command goes on with those who have not got the message")
        raise ToldStop(stop.code) from stop
    if sent.repaired:
        complain(sent.repaired)
    if any(delivery.problem for delivery in sent.deliveries):
        raise typer.Exit(ContentError.exit_status)


def _tell(delivery: "Delivery") -> None:
    if delivery.problem:
        complain(str(delivery.problem))
    else:
        had = "has it already; --send --again sends it again" if delivery.earlier else "sent"
        typer.echo(f"{delivery.recipient}: {had}")


def _wait(seconds: float) -> None:
    """Wait for a server that refuses for now; on a terminal it is said what for."""
    if sys.stderr.isatty():
        complain(f"refused for now; the next try is in {seconds:.0f} s")
    time.sleep(seconds)
