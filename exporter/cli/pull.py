"""`exporter pull`: edits made in a workbook, back into the facts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import (
    Allow,
    Format,
    FormatOption,
    complain,
    obeyed_by_none,
    prepare_process,
)
from exporter.errors import ContentError

if TYPE_CHECKING:
    from exporter.editions.pull.model import Pulled

_NO_BASE = (
    "nobody knows what this workbook was made from: {}. So edits cannot be told from what the "
    "facts have become, and nothing is written. Name the folder that it was built into, by --base; "
    "or have the facts say what the workbook says, by --two-way. Where they differ now:"
)
_WRITTEN = "written"


def pull(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    workbook: Annotated[
        Path, typer.Argument(metavar="WORKBOOK", help="A workbook of it, as somebody saved it.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Write the rest where something is refused.")
    ] = False,
    base: Annotated[
        Path | None,
        typer.Option(metavar="OUTPUT", help="The folder that the workbook was built into."),
    ] = None,
    two_way: Annotated[
        bool,
        typer.Option("--two-way", help="Where nobody knows that, take what the workbook says."),
    ] = False,
    format_: FormatOption = Format.TEXT,
    allow: Allow = None,
) -> None:
    """Bring edits made in a workbook back into the files of facts."""
    from exporter.editions.beside import book_beside

    with book_beside(workbook) as read:
        prepare_process()
        from exporter.editions.pull.pulled import find_pulled, write_pulled

        pulled = find_pulled(report, workbook, base, tuple(allow or ()), read)
    differs = bool(pulled.changes) or not pulled.is_whole
    is_unknown = not (pulled.has_base or two_way) and differs
    is_refused = is_unknown or not (pulled.is_whole or partial)
    is_written = bool(pulled.contents) and not (dry_run or is_refused)
    if is_written:
        write_pulled(report, pulled)
    if is_unknown:  # before what only follows from it
        complain(_NO_BASE.format(pulled.missing))
    if format_ is Format.JSON:
        found = _findings(pulled, report, workbook, is_written=is_written)
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        if dry_run:
            typer.echo(obeyed_by_none(pulled.diff.replace("\r\n", "\n")), nl=False)
        is_possible = dry_run and not is_refused
        kind = _WRITTEN if is_written else "differs" if is_unknown else "to write"
        for line in _told(pulled, kind, is_possible=is_possible):
            typer.echo(obeyed_by_none(line))
    if is_unknown or not pulled.is_whole:
        raise typer.Exit(ContentError.exit_status)


def _told(pulled: "Pulled", changed: str, *, is_possible: bool) -> Iterator[str]:
    """What is written, what is not, and how much of each."""
    for kind, lines in (
        (changed, pulled.changes),
        ("refused", pulled.refusals),
        ("conflict", pulled.conflicts),
        ("note", pulled.notes),
    ):
        for line in lines:
            yield f"{kind}: {' '.join(str(line).split())}"
    fields = sum(bool(change.field) for change in pulled.changes)
    added = sum(not change.field and bool(change.new) for change in pulled.changes)
    counts = [counted(fields, "field")]
    counts += [f"{counted(added, 'fact')} added"] if added else []
    deleted = len(pulled.changes) - fields - added
    counts += [f"{counted(deleted, 'fact')} deleted"] if deleted else []
    counts += [f"{len(pulled.refusals)} refused"] if pulled.refusals else []
    counts += [counted(len(pulled.conflicts), "conflict")] if pulled.conflicts else []
    if not pulled.changes and pulled.is_whole:
        yield _of_nothing(pulled)
        return
    done = (
        "pulled" if changed == _WRITTEN else "would be pulled" if is_possible else "nothing written"
    )
    yield f"{done}: {', '.join(counts)}"


def _of_nothing(pulled: "Pulled") -> str:
    """Why there is nothing to write."""
    why = "the workbook says what the facts say"
    if pulled.has_moved and pulled.has_edits:
        why = "the facts say what was edited already"
    elif pulled.has_moved and pulled.has_base:
        why = "the workbook has no edits; the facts have moved on since it was built"
    return f"nothing to pull: {why}"


def _findings(
    pulled: "Pulled", report: Path, workbook: Path, *, is_written: bool
) -> dict[str, Any]:
    return {
        "report": str(report),
        "workbook": str(workbook),
        "has_base": pulled.has_base,
        "missing": pulled.missing or None,
        "has_edits": pulled.has_edits,
        "has_moved": pulled.has_moved,
        "written": is_written,
        "files": sorted(map(str, pulled.contents)),
        "changes": [
            {**change.place._asdict(), "field": change.field, "old": change.old, "new": change.new}
            for change in pulled.changes
        ],
        "refusals": [
            {**refusal.place._asdict(), **refusal.fault._asdict()} for refusal in pulled.refusals
        ],
        "conflicts": [
            {
                **conflict.place._asdict(),
                "field": conflict.field,
                "base": conflict.base,
                "facts": conflict.facts,
                "workbook": conflict.workbook,
            }
            for conflict in pulled.conflicts
        ],
        "notes": list(pulled.notes),
        "diff": pulled.diff,
    }
