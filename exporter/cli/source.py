"""`exporter source add`: a document recorded as a source."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import Allow, prepare_process

if TYPE_CHECKING:
    from exporter.evidence.record import AddedSource


def _day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it like 2026-11-30") from None


def source_add(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.")],
    id_: Annotated[str, typer.Option("--id", help="What facts call the source.")],
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Where it can be read; a note that came by mail has none.")
    ] = None,
    published: Annotated[
        date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="When it appeared.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="en|zh|de…", help="Its language, as a tag of BCP 47.")
    ] = None,
    retrieved: Annotated[
        date | None,
        typer.Option(
            parser=_day, metavar="YYYY-MM-DD", help="When it was read; today unless named."
        ),
    ] = None,
    allow: Allow = None,
) -> None:
    """Record a source: its fingerprints go into the report, its text stays on this machine.

    What the document itself tells (title, publisher, author, day, address, language) need not be
    given; what is given goes first.
    A source that is already recorded keeps whatever is not given again.
    """
    prepare_process()
    from exporter.evidence.record import add_source
    from exporter.inputs.remembered import inputs_of

    given = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "url": url,
        "published": published,
        "retrieved": retrieved,
        "language": language,
    }
    inputs = inputs_of(report, allow or ())
    added = add_source(report, file, id_, given, date.today(), inputs)
    for line in _told(added, report, id_, allow or ()):
        typer.echo(line)


def _told(added: "AddedSource", report: Path, id_: str, allow: Sequence[str]) -> Iterator[str]:
    """What was recorded, and what of it a person should know."""
    yield f"recorded {added.path}: {counted(added.clauses, 'clause')}, {added.figures} with figures"
    yield f"kept the text, on this machine only, as {added.text_path}"
    if added.currency:
        yield f"recorded with `currency: {added.currency}`, which the document names"
    if added.others:
        others = counted(added.others, "clause")
        yield f"read anew by {added.extractor}: the file is the same, {others} not as before"
    if added.gone:
        from exporter.check import unquoted_facts

        yield _gone(added.gone, unquoted_facts(report, id_, allow))
    if added.lost:
        yield _lost(added.lost, added.lost_on)


def _lost(lost: int, lost_on: Sequence[int]) -> str:
    """What to say of characters that have no letter, and of the first pages with some."""
    pages = ", ".join(map(str, lost_on))
    where = f", {'on page' if len(lost_on) == 1 else 'first on pages'} {pages}" if lost_on else ""
    return (
        f"doubt: {counted(lost, 'character')} of the document {'has' if lost == 1 else 'have'}"
        f" no letter{where}, such as the fi of a font that does not say so; quote what has none of"
        " them, or record a copy that was made by text recognition (OCR)"
    )


def _gone(clauses: int, facts: list[str]) -> str:
    """What to say of clauses that a source has no more, and of the facts that miss them."""
    said = (
        f"{counted(clauses, 'clause')} of the earlier record {'is' if clauses == 1 else 'are'} gone"
    )
    if not facts:
        return f"{said}, and no fact's quote with them"
    named = ", ".join(facts[:_MOST_NAMED])
    more = f" and {len(facts) - _MOST_NAMED:,} more" if len(facts) > _MOST_NAMED else ""
    return f"{said}; not in it are the quotes of {counted(len(facts), 'fact')}: {named}{more}"


_MOST_NAMED = 10  # facts
