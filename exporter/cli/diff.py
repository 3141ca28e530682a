"""`exporter diff`: what changed between two editions."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from exporter.cli.terminal import (
    LANGUAGES,
    Allow,
    Language,
    one_of,
    prepare_process,
    read_language,
)
from exporter.errors import ProofError, UsageError

if TYPE_CHECKING:
    from exporter.editions.opened import Edition
    from exporter.facts.words import Lang
    from exporter.report.changes import Changes

_EDITION = "An output folder, a workbook, a report's folder, or REV:path/of/report in git."


class DiffFormat(StrEnum):
    """What changes are told as."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_EDITION)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Likewise.")],
    format_: Annotated[
        DiffFormat | None,
        typer.Option(
            "--format",
            parser=one_of(DiffFormat),
            metavar="|".join(DiffFormat),
            help="For people, for machines, or a workbook.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to; shown unless named."),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(
            parser=read_language,
            metavar=LANGUAGES,
            help="Of names, units and words; the first of NEW's languages unless named.",
        ),
    ] = None,
    allow: Allow = None,
) -> None:
    """Tell what changed between two editions: facts by their ids, and views."""
    chosen = format_ or _of_suffix(output)
    if output is None and chosen is DiffFormat.XLSX:
        raise UsageError("a workbook cannot be shown", "name a file for it: -o changes.xlsx")
    from exporter.editions.beside import parquet_readers_ahead

    folders = [path for path in map(Path, (old, new)) if path.is_dir()]
    with parquet_readers_ahead(folders):
        prepare_process()
        before, after, changes = _compared((old, new), folders, tuple(allow or ()))
    wording: Lang = lang.value if lang else after.content.report.languages[0]
    if chosen is DiffFormat.XLSX:
        assert output is not None  # noqa: S101 - asked for above
        _write_workbook(changes, (old, new), wording, output)
    elif chosen is DiffFormat.JSON:
        found = as_json(changes, before, after)
        _tell([json.dumps(found, ensure_ascii=False, indent=2)], output)
    else:
        _tell(as_text(changes, before, after, wording), output)


def _compared(
    names: tuple[str, str], folders: Sequence[Path], allow: tuple[str, ...]
) -> "tuple[Edition, Edition, Changes]":
    """Both editions, of which one is read while the other one is; and what changed."""
    from concurrent.futures import ThreadPoolExecutor

    from exporter.editions.opened import open_edition
    from exporter.engine.memory import system_memory
    from exporter.engine.threads import processors_shared_by

    def opened(name: str) -> "Edition":
        with processors_shared_by(len(names)):
            return open_edition(name, folders, allow)

    with system_memory():
        with ThreadPoolExecutor(len(names)) as pool:
            asked = [pool.submit(opened, name) for name in names]
            # Loaded while both are read, of which much is done without Python's lock.
            from exporter.report.changes import compare_editions, view_sentences  # noqa: F401

            old, new = (edition.result() for edition in asked)
        return old, new, compare_editions(old.content, new.content)


def _of_suffix(output: Path | None) -> DiffFormat:
    """The format that a file's name asks for.

    Raises:
        UsageError: It asks for one that there is not.
    """
    suffix = output.suffix.lower() if output else ""
    formats = {"": DiffFormat.TEXT, ".txt": DiffFormat.TEXT, ".json": DiffFormat.JSON}
    formats[".xlsx"] = DiffFormat.XLSX
    if suffix not in formats:
        right = "name it .txt, .json or .xlsx, or say which it is to be: --format text"
        raise UsageError(f"changes are not written as {suffix} ({output})", right)
    return formats[suffix]


def as_json(changes: "Changes", old: "Edition", new: "Edition") -> dict[str, Any]:
    """The changes as `--format json` tells them."""
    from exporter.report.changes.rows import fact_rows, view_rows

    facts, views = changes.counts()
    return {
        "old": {"name": old.name, "edition": changes.old.isoformat()},
        "new": {"name": new.name, "edition": changes.new.isoformat()},
        "facts": facts,
        "views": views,
        "changes": list(fact_rows(changes)),
        "view_changes": list(view_rows(changes)),
    }


def as_text(changes: "Changes", old: "Edition", new: "Edition", lang: "Lang") -> Iterator[str]:
    """The changes as people read them, a line at a time."""
    from exporter.report.changes.sentences import told_counts, told_facts
    from exporter.report.changes.view_sentences import told_views
    from exporter.report.labels import CHANGES_OF_VIEWS

    yield f"{old.name} ({changes.old}) → {new.name} ({changes.new})"
    yield told_counts(changes, lang)
    for entity, lines in told_facts(changes, lang):
        yield f"\n{entity}"
        yield from (f"  {line}" for line in lines)
    if changes.views:
        yield f"\n{CHANGES_OF_VIEWS.in_(lang)}"
        yield from (f"  {line}" for line in told_views(changes, lang))


def _tell(lines: "Iterator[str] | list[str]", output: Path | None) -> None:
    if output is None:
        for line in lines:
            typer.echo(line)
        return
    from exporter.files import replacing

    with replacing(output) as temporary:
        temporary.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    typer.echo(f"wrote {output}")


def _write_workbook(changes: "Changes", names: tuple[str, str], lang: "Lang", output: Path) -> None:
    """Write the changes as a workbook, and read it back.

    Raises:
        ProofError: It shows something else than they do.
    """
    from exporter.files import replacing
    from exporter.proof.xlsx import compare_workbook
    from exporter.report.xlsx.changes import lay_out_changes_book
    from exporter.writers.xlsx import write_workbook

    book = lay_out_changes_book(changes, names, lang)
    with replacing(output) as temporary:
        write_workbook(book, temporary)
        if differences := compare_workbook(book, temporary):
            raise ProofError.of(differences, "nothing was put in place; please report this")
    typer.echo(f"wrote {output}")
