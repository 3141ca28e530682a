"""What commands share: their common arguments, and what they say on the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from exporter.engine.progress import Progress

DEFAULT_REPORT = Path("reports/alibaba-ai")


class Language(StrEnum):
    """Languages of a report's files."""

    EN = "en"
    ZH = "zh"


Report = Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")]


Allow = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PLACE",
        help="What the report may reach outside its folder: path:/data, host:db.example.com:5432, "
        "env:NAME; more than once for more.",
    ),
]


def complain(text: str) -> None:
    """Say what is wrong, or how work ended early."""
    typer.echo(text, err=True)


@contextmanager
def shown_progress() -> Iterator["Progress"]:
    """What is being done, at what rate and for how long yet, on a terminal; nothing when piped."""
    from exporter.engine.progress import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from exporter.cli.progress_bar import progress_bar

    with progress_bar() as progress:
        yield progress


def prepare_process() -> None:
    """Make the process ready for a command that reads facts.

    Arrow is loaded without pandas, which no command needs and which takes a third of a second. And
    garbage is looked for as seldom as in a worker process.
    """
    from exporter.engine.arrow import leave_pandas_out
    from exporter.engine.worker_process import collect_garbage_seldom

    collect_garbage_seldom()
    leave_pandas_out()
