"""What a report reaches for outside its folder: told, and offered to be remembered."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer

from exporter.cli.blocks import complain_of
from exporter.cli.terminal import is_agreed, is_answered
from exporter.errors import NotAllowedError

Result = TypeVar("Result")


def with_offers(report: Path, work: Callable[[], Result]) -> Result:
    """Do what reads a report; a person at a terminal may allow what it lacks, once and for all.

    Args:
        report: Its folder.
        work: What is done, once more after each time that something was allowed.

    Raises:
        NotAllowedError: Nobody is at a terminal, or the person does not allow it.
    """
    from exporter.inputs.remembered import config_file, remember

    while True:
        try:
            return work()
        except NotAllowedError as error:
            if not is_answered():
                raise
            complain_of(error)
            names = ", ".join(map(str, error.places))
            question = f"allow {names} from now on, in {config_file()}?"
            if not is_agreed(question):
                raise typer.Exit(error.exit_status) from error
            remember(report, error.places)
