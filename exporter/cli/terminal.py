"""What commands share: their common arguments, and what they say on the terminal."""

import atexit
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from exporter.errors import UsageError

if TYPE_CHECKING:
    from exporter.engine.progress import Progress

Kind = TypeVar("Kind", bound=StrEnum)
# Made with nanobind, which tells on the terminal of its objects that are left at the end.
_TELLING_OF_LEAKS = frozenset({"_duckdb", "pikepdf"})
DEFAULT_REPORT = Path("reports/alibaba-ai")


class Language(StrEnum):
    """Languages of a report's files."""

    EN = "en"
    ZH = "zh"


class Format(StrEnum):
    """How a command tells its results."""

    TEXT = "text"
    JSON = "json"


def read_language(text: str) -> Language:
    """The language that somebody names.

    Raises:
        UsageError: It is none of a report's.
    """
    if text not in {*Language}:
        known = " and ".join(Language)
        raise UsageError(f"no files are written in {text!r}", f"languages are {known}")
    return Language(text)


def one_of(kinds: type[Kind]) -> Callable[[str], Kind]:
    """What reads a word of an option that has so many of them.

    Returns:
        A function that raises UsageError where it is none of them.
    """

    def read(text: str) -> Kind:
        if text not in {*kinds}:
            known = list(kinds)
            near = get_close_matches(text, known, 1)
            right = f"did you mean {near[0]}? " if near else ""
            listed = f"{', '.join(known[:-1])} and {known[-1]}"
            raise UsageError(f"there is no --format {text!r}", f"{right}formats are {listed}")
        return kinds(text)

    return read


LANGUAGES = "|".join(Language)  # as an option's help shows them

FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        parser=one_of(Format),
        metavar="|".join(Format),
        help="For people or for machines.",
    ),
]
Report = Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")]


def _with_doubts(allow: list[str] | None) -> list[str] | None:
    """Tell what is allowed and is not there; it may be meant, so the command goes on."""
    from exporter.inputs.places import idle_places, parse_allowed

    for place, fault in idle_places(parse_allowed(allow or ())):
        complain(f"in doubt: --allow {place} allows nothing: {fault}")
    return allow


Allow = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PLACE",
        callback=_with_doubts,
        help="What the report may reach outside its folder: path:/data, host:db.example.com:5432, "
        "env:NAME; more than once for more.",
    ),
]


def obeyed_by_none(text: str) -> str:
    """A text of a stranger's file without what a terminal would obey; lines and tabs stay."""
    return "\n".join(line if line.isprintable() else _unprinted(line) for line in text.split("\n"))


def _unprinted(line: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\t" else "�" for sign in line)


def complain(text: str) -> None:
    """Say what is wrong, or how work ended early."""
    typer.echo(text, err=True)


def is_answered() -> bool:
    """Whether somebody is at a terminal, who reads a question and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked_for(what: str) -> str | None:
    """What somebody at a terminal types, unseen; None where nobody does."""
    if not is_answered():
        return None
    with suppress(typer.Abort):  # the end of the input
        return str(typer.prompt(what, hide_input=True, err=True))
    return None


def is_agreed(question: str) -> bool:
    """Whether somebody at a terminal says yes; no where the input ends."""
    with suppress(typer.Abort):
        return typer.confirm(question, err=True)
    return False


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

    Arrow is loaded without pandas, which no command needs and which takes a third of a second, and
    numpy without threads. Garbage is looked for as seldom as in a worker process, and not at all
    at the end, where all of it goes anyway: for two large reports that took a quarter of a second.
    """
    from exporter.engine.worker_process import collect_garbage_seldom, start_no_idle_threads

    start_no_idle_threads()
    from exporter.engine.pandas_left_out import leave_pandas_out

    collect_garbage_seldom()
    atexit.register(_leave_garbage)
    leave_pandas_out()


def _leave_garbage() -> None:
    if sys.modules.keys().isdisjoint(_TELLING_OF_LEAKS):
        gc.freeze()
