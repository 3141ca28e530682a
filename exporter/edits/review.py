"""What of a report is still to be looked at, and what somebody has accepted or rejected of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport, check
from exporter.edits.changed import write_changed
from exporter.edits.facts_files import FactsFiles
from exporter.edits.rejection import NOTHING_REJECTED, Rejected, Rejection, reject
from exporter.edits.review_choice import (
    EVERYTHING,
    Named,
    Within,
    marks_within,
    named_marks,
    without_accepted,
)
from exporter.edits.review_doubts import Known, ReviewDoubts
from exporter.edits.text_edits import CannotEditError
from exporter.engine.progress import Progress, silent
from exporter.errors import Fault, Problem, UsageError, has_lines
from exporter.facts.review_marks import ReviewMark
from exporter.facts.yaml_facts import read_yaml_facts

_PARTIAL = "or {} the rest by --partial"


class Left(NamedTuple):
    """A mark that stays, and why."""

    mark: ReviewMark
    why: str


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """What is to be listed of a report's marks, or accepted, or rejected.

    Attributes:
        folder: The report's.
        accept: Ids, and patterns of ids, of facts and views whose mark is taken off.
        reject: The same of those that are taken out, and set aside in their sources, before.
        all_sure: Whether it is taken off all that are only new, and confirmed by the check.
        partial: Whether the rest is accepted and rejected where some of it is not marked.
        within: What of the report is gone through.
        allow: As for `check`.
    """

    folder: Path
    accept: Collection[str] = ()
    reject: Collection[str] = ()
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
        refused: What was to be accepted or rejected, and is the id of nothing that is marked.
        rejection: What was taken out, and what could not be.
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
    rejection: Rejection = NOTHING_REJECTED

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was taken out."""
        return self.rejection.rejected

    def is_sure(self, mark: ReviewMark) -> bool:
        """Whether a mark is only new, and the check confirms what it is on."""
        return mark.is_new and not self.known[mark].open


def review(order: ReviewOrder, progress: Progress = silent) -> Review:
    """List what is marked `review:` in a report, take it out, and take marks off.

    Args:
        order: What is wanted.
        progress: As for `check`.

    Raises:
        UsageError: Something of `accept` or `reject` is not marked; names all. Nothing is changed
            then.
        SetupError: A file cannot be read or written.
    """
    checked = _checked(order, progress)
    marks = marks_within(checked.to_review, order.within)
    unwanted, named = _named(checked, marks, order)
    rejection = NOTHING_REJECTED
    if unwanted.marks:
        rejection = reject(checked, [mark for mark in marks if mark in unwanted.marks])
        checked = _checked(order, progress)
        left = {mark.id for mark in marks} - {one.mark.id for one in rejection.rejected}
        marks = [mark for mark in checked.to_review if mark.id in left]
        named = named._replace(marks=_again(marks, named.marks))
    unsettled = {mark.id for mark, _ in rejection.undone}
    done = _accepted(checked, marks, named, order, unsettled)
    return replace(done, refused=(*unwanted.faults, *named.faults), rejection=rejection)


def _checked(order: ReviewOrder, progress: Progress) -> CheckedReport:
    """The report as `check` finds it, with marks of facts that it passes over, too.

    It tells once of a default that is at fault, and reads no fact that needs it: a run of figures
    that are of none of the report's entities. That marks are left is no problem here.
    """
    checked = check(order.folder, progress=progress, allow=order.allow)
    of_marks = set(checked.to_review.problems(checked.folder))
    problems = tuple(problem for problem in checked.problems if problem not in of_marks)
    known = {(mark.file, mark.line) for mark in checked.to_review}
    files = {problem.file for problem in checked.problems if not problem.subject}
    for file in sorted(file for file in files if has_lines(file) and Path(file).is_file()):
        facts, _ = read_yaml_facts(Path(file).read_bytes(), file, only_whole=False)
        is_named = pc.is_valid(pc.coalesce(facts["metric.en"], facts["metric.zh"]))  # no view
        is_new = pa.array(
            [(file, line) not in known for line in facts["line"].to_pylist()], pa.bool_()
        )
        checked.to_review.take(facts.filter(pc.and_(is_named, is_new)))
    return replace(checked, problems=problems)


def _again(marks: Sequence[ReviewMark], earlier: Collection[ReviewMark]) -> frozenset[ReviewMark]:
    """Marks that were named before lines have moved."""
    ids = {(mark.file, mark.id) for mark in earlier}
    return frozenset(mark for mark in marks if (mark.file, mark.id) in ids)


def _accepted(
    checked: CheckedReport,
    marks: Sequence[ReviewMark],
    named: Named,
    order: ReviewOrder,
    unsettled: Collection[str],
) -> Review:
    """Take the marks off that are named, or sure where that is wanted, and tell what is left.

    What was to be rejected and could not be, `unsettled`, is not taken for sure.
    """
    doubts = ReviewDoubts(checked, marks)
    known = {mark: doubts.of(mark) for mark in marks}
    left = []
    if order.all_sure:
        whys = ((mark, _why(mark, known[mark])) for mark in marks if mark not in named.marks)
        left = [Left(mark, why) for mark, why in whys if why]
    stay = {one.mark for one in left} | {mark for mark in marks if mark.id in unsettled}
    chosen = [
        mark for mark in marks if mark in named.marks or (order.all_sure and mark not in stay)
    ]
    undone = _take_off(checked, chosen)
    stay = {one.mark for one in undone}
    accepted = [mark for mark in chosen if mark not in stay]
    gone = set(accepted)
    marked = [mark for mark in marks if mark not in gone]
    marked.sort(key=lambda mark: (mark.is_new, not known[mark].open))
    return Review(
        order.folder, tuple(marked), known, tuple(accepted), named.already, tuple(left),
        tuple(undone), (), checked.problems,
    )  # fmt: skip


def _why(mark: ReviewMark, known: Known) -> str:
    """Why a mark is not to be taken off for sure; "" where it is."""
    return known.open if mark.is_new else mark.reason


def _named(
    checked: CheckedReport, marks: Sequence[ReviewMark], order: ReviewOrder
) -> tuple[Named, Named]:
    """The marks that are to be rejected, and those that are to be accepted.

    Raises:
        UsageError: Some are not there, and the rest is not wanted alone.
    """
    names = {*order.accept, *order.reject}
    unmarked = _ids_among(checked, names) - {mark.id for mark in checked.to_review}
    unwanted = without_accepted(named_marks(marks, order.reject, unmarked))
    left = [mark for mark in marks if mark not in unwanted.marks]
    named = named_marks(left, order.accept, unmarked)
    faults = [*unwanted.faults, *named.faults]
    if faults and not order.partial:
        verb = "do" if order.reject else "accept"
        hint = f", {_PARTIAL.format(verb)}" if named.marks or unwanted.marks else ""
        raise UsageError.of([Fault(one.wrong, f"{one.right}{hint}") for one in faults])
    return unwanted, named


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
