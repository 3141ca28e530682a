"""`exporter review`: what is still to be looked at, taken out, or its mark taken off."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from exporter.cli.review_listing import besides, listing, one_line
from exporter.cli.summary import counted, problem_as_json
from exporter.cli.terminal import (
    Allow,
    Format,
    FormatOption,
    complain,
    prepare_process,
    shown_progress,
)
from exporter.errors import ContentError, UsageError, place_in

if TYPE_CHECKING:
    from exporter.edits.review import Left, Review
    from exporter.edits.review_doubts import Known
    from exporter.facts.review_marks import ReviewMark

_MOST_TOLD = 10  # with their places, so that what is left is seen; --format json has all
_MOST_NAMED = 100  # of the rest, by their ids alone


def review(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's folder.")],
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="More ids for the option before.")
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID...",
            help="Facts and views whose mark is taken off; 'acme-*' for all whose ids begin so.",
        ),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID...",
            help="Those that are taken out, and set aside in their source: never drafted again.",
        ),
    ] = None,
    all_sure: Annotated[
        bool,
        typer.Option("--all-sure", help="Take it off all that are only new, and confirmed."),
    ] = False,
    entity: Annotated[
        str, typer.Option(metavar="NAME", help="Only what is about this entity.")
    ] = "",
    file: Annotated[
        str, typer.Option(metavar="FILE", help="Only what stands in this file, like facts/q3.yaml.")
    ] = "",
    partial: Annotated[
        bool, typer.Option("--partial", help="Do the rest where some ids are not marked.")
    ] = False,
    format_: FormatOption = Format.TEXT,
    allow: Allow = None,
) -> None:
    """List facts and views that are marked `review:`, take the mark off, or take them out."""
    if partial and not (accept or reject):
        raise UsageError("--partial is for --accept and --reject", "name ids, or leave it out")
    if ids:
        right = "write --accept or --reject before ids"
        raise UsageError(f"{ids[0]} is the id of nothing to do", right)
    prepare_process()
    from exporter.edits.review import ReviewOrder
    from exporter.edits.review import review as review_report
    from exporter.edits.review_choice import Within

    order = ReviewOrder(
        report,
        accept or (),
        reject or (),
        all_sure=all_sure,
        partial=partial,
        within=Within(entity, file),
        allow=tuple(allow or ()),
    )
    with shown_progress() as progress:
        found = review_report(order, progress)
    if format_ is Format.JSON:
        typer.echo(json.dumps(_findings(found), ensure_ascii=False, indent=2))
    else:
        for line in _told(found, is_list=not (accept or reject or all_sure)):
            typer.echo(line)
    _complain_of(found, is_rejecting=bool(reject))
    is_open = any(one.open for one in found.rejected)
    if found.undone or found.refused or found.rejection.undone or is_open:
        raise typer.Exit(ContentError.exit_status)


def _complain_of(found: "Review", *, is_rejecting: bool) -> None:
    """Tell what is wrong besides, and what was not accepted or rejected."""
    for line in besides(found.problems):
        complain(line)
    if found.problems:
        which = counted(len(found.problems), "problem")
        command = f"exporter check {quote(str(found.folder))}"
        complain(f"{which} besides, for which some may not be listed: {command}")
    done = "done" if is_rejecting else "accepted"
    for fault in found.refused:
        complain(f"not {done}: {one_line(str(fault))}")
    for mark, why in found.rejection.undone:
        complain(f"not taken out {mark.id}: {one_line(why)}")
    for rejected in found.rejected:
        if rejected.open:
            complain(f"taken out, but not set aside {rejected.mark.id}: {one_line(rejected.open)}")
    for one in found.undone:
        complain(f"not taken off {one.mark.id}: {one_line(one.why)}")


def _told(found: "Review", *, is_list: bool) -> Iterator[str]:
    if is_list:
        yield from listing(found)
    yield from _told_of_rejected(found)
    for mark in found.accepted[:_MOST_TOLD]:
        yield f"accepted: {place_in(mark.file, mark.line)}: {mark.id}"
    yield from _more("accepted", found.accepted[_MOST_TOLD:])
    for mark in found.accepted:
        if why := found.known[mark].open:  # which the check tells as long as it is so
            yield f"accepted, and still to be mended: {mark.id}: {one_line(why)}"
    for id_ in found.already:
        yield f"not marked any more: {one_line(id_)}"
    for one in found.left:
        yield f"left: {place_in(one.mark.file, one.mark.line)}: {one.mark.id}: {one_line(one.why)}"
    views = sum(mark.is_view for mark in found.marked)
    unsure = sum(not found.is_sure(mark) for mark in found.marked)
    counts = f"{counted(len(found.marked) - views, 'fact')} and {counted(views, 'view')}"
    yield f"{found.folder}: {counts} to review, {unsure or 'none'} in doubt"


def _more(done: str, marks: Sequence["ReviewMark"]) -> Iterator[str]:
    """How many more are done, and which, without their places."""
    if marks:
        ids = ", ".join(mark.id for mark in marks[:_MOST_NAMED])
        rest = ", and so on" if marks[_MOST_NAMED:] else ""
        yield one_line(f"{done}: {len(marks):,} more: {ids}{rest}")


def _told_of_rejected(found: "Review") -> Iterator[str]:
    for one in found.rejected[:_MOST_TOLD]:
        yield f"rejected: {place_in(one.mark.file, one.mark.line)}: {one.mark.id}"
    yield from _more("rejected", [one.mark for one in found.rejected[_MOST_TOLD:]])


def _findings(found: "Review") -> dict[str, Any]:
    return {
        "report": str(found.folder),
        "marked": [_mark(mark) | _known(found.known[mark]) for mark in found.marked],
        "rejected": [_mark(one.mark) | {"set_aside": not one.open} for one in found.rejected],
        "accepted": [_mark(mark) for mark in found.accepted],
        "left": [_left(one) for one in found.left],
        "undone": [_left(one) for one in found.undone],
        "not_taken_out": [_mark(mark) | {"why": why} for mark, why in found.rejection.undone],
        "already": list(found.already),
        "refused": [fault._asdict() for fault in found.refused],
        "problems": len(found.problems),
        "besides": [problem_as_json(problem) for problem in found.problems],
    }


def _known(known: "Known") -> dict[str, str]:
    """What the check knows of a mark, beside what is written."""
    return {"shown": known.value, "check": known.open}


def _left(left: "Left") -> dict[str, Any]:
    return _mark(left.mark) | {"why": left.why}


def _mark(mark: "ReviewMark") -> dict[str, Any]:
    return mark._asdict()
