"""What of a report is still to be looked at, and what somebody has accepted of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport, check
from exporter.edits.changed import write_changed
from exporter.edits.facts_files import FactsFiles
from exporter.edits.review_choice import EVERYTHING, Named, Within, marks_within, named_marks
from exporter.edits.review_doubts import Known, ReviewDoubts
from exporter.edits.text_edits import CannotEditError
from exporter.engine.progress import Progress, silent
from exporter.errors import Fault, Problem, UsageError
from exporter.facts.review_marks import ReviewMark

_PARTIAL = "or accept the rest by --partial"


class Left(NamedTuple):
    """A mark that stays, and why."""

    mark: ReviewMark
    why: str


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """What is to be listed of a report's marks, or accepted.

    Attributes:
        folder: The report's.
        accept: Ids, and patterns of ids, of facts and views whose mark is taken off.
        all_sure: Whether it is taken off all that are only new, and confirmed by the check.
        partial: Whether the rest of `accept` is accepted where some of it is not marked.
        within: What of the report is gone through.
        allow: As for `check`.
    """

    folder: Path
    accept: Collection[str] = ()
    all_sure: bool = False
    partial: bool = False
    within: Within = EVERYTHING
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What is marked `review:` in a report, and what became of it.

    Attributes:
        folder: The report's, as the user named it.
        marked: What is still marked, that with a reason first, or with something open.
        known: What the check knows of each mark.
        accepted: What is not marked any more.
        already: Ids that were to be accepted and were not marked.
        left: What `all_sure` did not take for sure.
        undone: What was accepted, in files that are not changed here.
        refused: What was to be accepted and is the id of nothing.
        problems: What else `check` finds wrong, that may keep facts from being marked here.
    """

    folder: Path
    marked: tuple[ReviewMark, ...]
    known: Mapping[ReviewMark, Known]
    accepted: tuple[ReviewMark, ...]
    already: tuple[str, ...]
    left: tuple[Left, ...]
    undone: tuple[Left, ...]
    refused: tuple[Fault, ...]
    problems: tuple[Problem, ...]

    def is_sure(self, mark: ReviewMark) -> bool:
        """Whether a mark is only new, and the check confirms what it is on."""
        return mark.is_new and not self.known[mark].open


def review(order: ReviewOrder, progress: Progress = silent) -> Review:
    """List what is marked `review:` in a report, and take marks off.

    Args:
        order: What is wanted.
        progress: As for `check`.

    Raises:
        UsageError: Something of `accept` is not marked; names all. Nothing is changed then.
        SetupError: A file cannot be read or written.
    """
    checked = check(order.folder, progress=progress, allow=order.allow)
    every = list(checked.to_review)
    marks = marks_within(every, order.within)
    named = _named(checked, marks, order)
    doubts = ReviewDoubts(checked, marks)
    known = {mark: doubts.of(mark) for mark in marks}
    left = []
    if order.all_sure:
        whys = ((mark, _why(mark, known[mark])) for mark in marks if mark not in named.marks)
        left = [Left(mark, why) for mark, why in whys if why]
    stay = {one.mark for one in left}
    chosen = [
        mark for mark in marks if mark in named.marks or (order.all_sure and mark not in stay)
    ]
    undone = _take_off(checked, chosen)
    stay = {one.mark for one in undone}
    accepted = [mark for mark in chosen if mark not in stay]
    gone = set(accepted)
    marked = [mark for mark in marks if mark not in gone]
    marked.sort(key=lambda mark: (mark.is_new, not known[mark].open))
    of_marks = set(checked.to_review.problems(checked.folder))
    besides = tuple(problem for problem in checked.problems if problem not in of_marks)
    return Review(
        order.folder, tuple(marked), known, tuple(accepted), named.already, tuple(left),
        tuple(undone), named.faults, besides,
    )  # fmt: skip


def _why(mark: ReviewMark, known: Known) -> str:
    """Why a mark is not to be taken off for sure; "" where it is."""
    return known.open if mark.is_new else mark.reason


def _named(checked: CheckedReport, marks: Sequence[ReviewMark], order: ReviewOrder) -> Named:
    """The marks that are to be accepted.

    Raises:
        UsageError: Some are not there, and the rest is not wanted alone.
    """
    unmarked = _ids_among(checked, order.accept) - {mark.id for mark in checked.to_review}
    named = named_marks(marks, order.accept, unmarked)
    if named.faults and not order.partial:
        hint = f", {_PARTIAL}" if named.marks else ""
        raise UsageError.of([Fault(one.wrong, f"{one.right}{hint}") for one in named.faults])
    return named


def _ids_among(checked: CheckedReport, names: Collection[str]) -> set[str]:
    """Which names are ids of facts and views, marked or not."""
    asked = pa.array(list(names), pa.string())
    facts = checked.evidence.facts.where(lambda batch: pc.is_in(batch["id"], asked))
    views = {view.id for view in checked.views}
    found = facts.table()["id"].to_pylist() if names else ()
    return {*found, *(name for name in names if name in views)}


def _take_off(checked: CheckedReport, chosen: Sequence[ReviewMark]) -> list[Left]:
    """Take marks off, and tell those that cannot be taken off here."""
    contents: dict[Path, bytes] = {}
    undone: list[Left] = []
    by_file: dict[str, list[ReviewMark]] = {}
    files = FactsFiles.of(checked)
    for mark in chosen:
        by_file.setdefault(mark.file, []).append(mark)
    for file, marks in by_file.items():
        try:
            owners = {(mark.line, mark.id) for mark in marks}
            contents[Path(file)] = files.without_marks(file, owners)
        except CannotEditError as error:
            undone += (Left(mark, str(error)) for mark in marks)
    write_changed(checked.folder, contents)
    return undone
