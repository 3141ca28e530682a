"""`exporter new`: a report's folder to start from."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import (
    LANGUAGES,
    Allow,
    Language,
    prepare_process,
    read_language,
    shown_progress,
)
from exporter.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from exporter.facts.words import Bilingual, Lang

    _Example = Callable[[Path], Iterator[Path]]
    _Blank = Callable[[Path, Sequence[Bilingual], Sequence[Lang], date], Iterator[Path]]


def _read_name(text: str) -> Path:
    """The folder that somebody names.

    Raises:
        UsageError: It has no name, which would be the folder that one is in.
    """
    if not text.strip():
        wrong = "the folder of the report has no name"
        raise UsageError(wrong, "name one that is new or empty: exporter new my-report")
    return Path(text)


def new(
    name: Annotated[
        Path, typer.Argument(parser=_read_name, metavar="NAME", help="The folder to make.")
    ],
    entity: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME[=中文名]",
            help="An entity of a report without facts yet; more than once for more.",
        ),
    ] = None,
    lang: Annotated[
        list[Language] | None,
        typer.Option(
            parser=read_language, metavar=LANGUAGES, help="Of its files; both unless named."
        ),
    ] = None,
    from_: Annotated[
        Path | None,
        typer.Option("--from", metavar="REPORT", help="Whose next edition it is."),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="That it speaks for, like 2026-01-31; today unless named."
        ),
    ] = None,
    authoring: Annotated[
        bool, typer.Option("--authoring", help="Its facts stand in a workbook made for writing.")
    ] = False,
    allow: Allow = None,
) -> None:
    """Make a report's folder: an example, one for entities of yours, a report's next edition."""
    if from_ is not None or (edition is not None and not entity):
        _refuse_beside(("--entity", entity), ("--lang", lang))
        _make_next(name, from_, edition, tuple(allow or ()), authoring=authoring)
        return
    if allow:
        raise UsageError("--allow is for what --from reads", "leave it out")
    shown = quote(str(name))
    make_example, make_blank = _makers(authoring=authoring)
    if not entity:
        if lang:
            right = "name the entities, by --entity, or leave --lang out"
            raise UsageError("--lang is for a report of your own entities", right)
        for path in make_example(name):
            typer.echo(f"made {path}")
        typer.echo(f"build it with: exporter build {shown}")
        return
    names = [_bilingual(text) for text in entity]
    languages: list[Lang] = [language.value for language in lang or ()]
    day = date.today() if edition is None else _day(edition)
    for path in make_blank(name, names, languages, day):
        typer.echo(f"made {path}")
    typer.echo(f"record a source with: exporter source add {shown} FILE --id …")


def _makers(*, authoring: bool) -> "tuple[_Example, _Blank]":
    """What makes an example, and what makes a report without facts."""
    if authoring:
        from exporter.editions.authoring.report import (
            make_authoring_report,
            make_blank_authoring_report,
        )

        return make_authoring_report, make_blank_authoring_report
    from exporter.report.starter import make_blank_report, make_report

    return make_report, make_blank_report


def _refuse_beside(*others: tuple[str, object]) -> None:
    """Go on only if nothing is said that is for another kind of report.

    Raises:
        UsageError: Something is.
    """
    for option, given in others:
        if given:
            wrong = f"{option} is for a report of your own entities, and this one follows another"
            raise UsageError(wrong, "leave it out")


def _make_next(
    name: Path,
    report: Path | None,
    edition: str | None,
    allow: Sequence[str],
    *,
    authoring: bool,
) -> None:
    """Make the next edition of a report; a bare name stands beside it."""
    prepare_process()
    from exporter.editions.next_edition import make_next_edition

    if report is None or edition is None:
        lacking, right = ("--from", "REPORT") if report is None else ("--edition", "2026-01-31")
        raise UsageError(
            "a next edition has a report before it and a date of its own",
            f"add {lacking} {right}",
        )
    folder = Path(os.path.normpath(report / ".." / name)) if len(name.parts) == 1 else name
    with shown_progress() as progress:
        made = make_next_edition(
            folder, report, _day(edition), allow, progress, authoring=authoring
        )
    for path in made.files:
        typer.echo(f"made {path}")
    typer.echo(f"carried over from the edition of {made.before}: {counted(made.carried, 'fact')}")
    for reason in made.unmarked:
        typer.echo(f"as it was, and not marked `carried`: {reason}")
    if made.unmarked:
        typer.echo("a workbook of all facts, marked, comes with: --authoring")
    typer.echo(f"build it with: exporter build {quote(str(folder))}")


def _day(text: str) -> date:
    """A day of the command line.

    Raises:
        UsageError: It is none.
    """
    from exporter.facts.periods import parse_point

    point = parse_point(text)
    if point is None or point.precision != "day":
        raise UsageError(f"--edition {text!r} is no day", "write it like 2026-01-31")
    return point.first


def _bilingual(text: str) -> "Bilingual":
    """A name of the command line: `Harbour Robotics`, or `Harbour Robotics=海港机器人`.

    Raises:
        UsageError: A half of it says nothing.
    """
    from exporter.facts.words import Bilingual

    en, parted, zh = (part.strip() for part in text.partition("="))
    if not en or (parted and not zh):
        raise UsageError(f"{text!r} names no entity", "write 'Harbour Robotics=海港机器人'")
    return Bilingual(en, zh or en)
