"""`exporter review`: what is still to be looked at, and the marks taken off."""

import json
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
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
    shown_progress,
)
from exporter.errors import ContentError, UsageError, place_in

if TYPE_CHECKING:
    from exporter.edits.review import Left, Review
    from exporter.facts.review_marks import ReviewMark

_MOST_ACCEPTED = 10  # named, so that what is left is seen; --format json has all


def review(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="More ids for --accept.")
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID...", help="Facts and views whose mark is taken off."),
    ] = None,
    all_sure: Annotated[
        bool,
        typer.Option("--all-sure", help="Take it off all that are only new, and confirmed."),
    ] = False,
    format_: FormatOption = Format.TEXT,
    allow: Allow = None,
) -> None:
    """List facts and views that are marked `review:`, or take the mark off."""
    if ids and not accept:
        raise UsageError(f"{ids[0]} is the id of nothing to do", "write --accept before ids")
    prepare_process()
    from exporter.edits.review import review as review_report

    chosen = [*(accept or ()), *(ids or ())]
    with shown_progress() as progress:
        found = review_report(
            report, chosen, all_sure=all_sure, progress=progress, allow=tuple(allow or ())
        )
    if format_ is Format.JSON:
        typer.echo(json.dumps(_findings(found), ensure_ascii=False, indent=2))
    else:
        for line in _told(found, is_list=not (chosen or all_sure)):
            typer.echo(line)
    if found.problems:
        which, command = counted(found.problems, "problem"), f"exporter check {quote(str(report))}"
        complain(f"{which} besides, for which some may not be listed: {command}")
    for one in found.undone:
        complain(f"not taken off {one.mark.id}: {_shown(one.why)}")
    if found.undone:
        raise typer.Exit(ContentError.exit_status)


def _told(found: "Review", *, is_list: bool) -> Iterator[str]:
    if is_list:
        for mark in found.marked:
            yield _line(mark)
            yield f"    {_shown(mark.quote)}"
    for mark in found.accepted[:_MOST_ACCEPTED]:
        yield f"accepted: {place_in(mark.file, mark.line)}: {mark.id}"
    if more := len(found.accepted[_MOST_ACCEPTED:]):
        yield f"accepted: {more:,} more"
    for one in found.left:
        yield f"left: {place_in(one.mark.file, one.mark.line)}: {one.mark.id}: {_shown(one.why)}"
    views = sum(mark.is_view for mark in found.marked)
    unsure = sum(not mark.is_new for mark in found.marked)
    counts = f"{counted(len(found.marked) - views, 'fact')} and {counted(views, 'view')}"
    yield f"{found.folder}: {counts} to review, {unsure or 'none'} with a reason"


def _line(mark: "ReviewMark") -> str:
    """A mark as a line: where it is, what is stated of when, and why a person should look."""
    about = ", ".join(filter(None, (mark.entity, mark.metric, mark.when)))
    said = f"{about}: {mark.value}; review: {mark.reason}"
    return f"{place_in(mark.file, mark.line)}: {mark.id}: {_shown(said)}"


def _shown(text: str) -> str:
    """A text on one line."""
    return obeyed_by_none(" ".join(text.split()))


def _findings(found: "Review") -> dict[str, Any]:
    return {
        "report": str(found.folder),
        "marked": [_mark(mark) for mark in found.marked],
        "accepted": [_mark(mark) for mark in found.accepted],
        "left": [_left(one) for one in found.left],
        "undone": [_left(one) for one in found.undone],
        "problems": found.problems,
    }


def _left(left: "Left") -> dict[str, Any]:
    return _mark(left.mark) | {"why": left.why}


def _mark(mark: "ReviewMark") -> dict[str, Any]:
    return mark._asdict()
