"""`exporter new`: a report's folder to start from."""

from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.terminal import LANGUAGES, Language, read_language
from exporter.errors import UsageError

if TYPE_CHECKING:
    from exporter.facts.words import Bilingual, Lang


def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make.")],
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
) -> None:
    """Make a report's folder to start from: an example that builds, or for entities of yours."""
    from exporter.report.starter import make_blank_report, make_report

    shown = quote(str(name))
    if not entity:
        if lang:
            right = "name the entities, by --entity, or leave --lang out"
            raise UsageError("--lang is for a report of your own entities", right)
        for path in make_report(name):
            typer.echo(f"made {path}")
        typer.echo(f"build it with: exporter build {shown}")
        return
    names = [_bilingual(text) for text in entity]
    languages: list[Lang] = [language.value for language in lang or ()]
    for path in make_blank_report(name, names, languages, date.today()):
        typer.echo(f"made {path}")
    typer.echo(f"record a source with: exporter source add {shown} FILE --id …")


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
