"""What of a report is still to be looked at, and what somebody has accepted of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport, check
from exporter.edits.changed import write_changed
from exporter.edits.facts_files import FactsFiles
from exporter.edits.text_edits import CannotEditError
from exporter.engine.progress import Progress, silent
from exporter.errors import Fault, UsageError
from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.review_marks import ReviewMark

_SURE = {FigureState.CONFIRMED, FigureState.TEXT, FigureState.ACCEPTED}
_CONTRADICTED = "contradicted"  # of a translation
_STATES = ("quote_state", "figure_state", "translation_state")


class Left(NamedTuple):
    """A mark that stays, and why."""

    mark: ReviewMark
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """What is marked `review:` in a report, and what became of it.

    Attributes:
        folder: The report's, as the user named it.
        marked: What is still marked, that with a reason first.
        accepted: What is not any more.
        left: What `all_sure` did not take for sure.
        undone: What was accepted, in files that are not changed here.
        problems: How much else `check` finds wrong, that may keep facts from being marked here.
    """

    folder: Path
    marked: tuple[ReviewMark, ...]
    accepted: tuple[ReviewMark, ...]
    left: tuple[Left, ...]
    undone: tuple[Left, ...]
    problems: int


def review(
    folder: Path,
    accept: Collection[str] = (),
    *,
    all_sure: bool = False,
    progress: Progress = silent,
    allow: Sequence[str] = (),
) -> Review:
    """List what is marked `review:` in a report, and take marks off; all of these or none.

    Args:
        folder: The report's.
        accept: Ids of facts and views whose mark is taken off.
        all_sure: Whether it is taken off all that are only new, and confirmed by the check.
        progress: As for `check`.
        allow: As for `check`.

    Raises:
        UsageError: One of `accept` is not marked; names all.
        SetupError: A file cannot be read or written.
    """
    accept = frozenset(accept)
    checked = check(folder, progress=progress, allow=allow)
    marks = list(checked.to_review)
    _refuse_unmarked(marks, accept)
    doubtful = _Doubtful(checked, marks) if all_sure else None
    left = [
        Left(mark, why)
        for mark in marks
        if doubtful and mark.id not in accept and (why := doubtful.why(mark))
    ]
    stay = {one.mark for one in left}
    chosen = [mark for mark in marks if mark.id in accept or (all_sure and mark not in stay)]
    undone = _take_off(checked, chosen)
    stay = {one.mark for one in undone}
    accepted = [mark for mark in chosen if mark not in stay]
    gone = set(accepted)
    marked = sorted((mark for mark in marks if mark not in gone), key=lambda mark: mark.is_new)
    problems = len(checked.problems) - bool(marks)  # of which all marks are one
    return Review(folder, tuple(marked), tuple(accepted), tuple(left), tuple(undone), problems)


def _refuse_unmarked(marks: Iterable[ReviewMark], accept: Collection[str]) -> None:
    ids = list(dict.fromkeys(mark.id for mark in marks))
    faults = []
    for name in dict.fromkeys(accept):
        if name in ids:
            continue
        near = get_close_matches(name, ids, 1)
        right = f"did you mean {near[0]}?" if near else "name the id of one that is"
        faults.append(Fault(f"no fact or view {name!r} is marked `review:`", right))
    if faults:
        raise UsageError.of(faults)


class _Doubtful:
    """Why marked facts and views are not to be taken for sure."""

    def __init__(self, checked: CheckedReport, marks: Sequence[ReviewMark]) -> None:
        ids = pa.array([mark.id for mark in marks], pa.string())
        facts = checked.evidence.facts.where(lambda batch: pc.is_in(batch["id"], ids))
        rows = facts.table().select(["id", *_STATES]).to_pylist()
        self._states: Mapping[str, tuple[str, ...]] = {
            row["id"]: tuple(row[name] for name in _STATES) for row in rows
        }
        self._views = checked.evidence.views
        self._wrong: dict[tuple[str, str], str] = {}
        for problem in (*checked.problems, *checked.evidence.problems):
            self._wrong.setdefault((problem.file, problem.subject), problem.wrong)

    def why(self, mark: ReviewMark) -> str:
        """Why one is not; "" where it is only new, and confirmed."""
        if not mark.is_new:
            return mark.reason
        if wrong := self._wrong.get((mark.file, mark.id)):
            return wrong
        return self._of_view(mark) if mark.is_view else self._of_fact(mark)

    def _of_fact(self, mark: ReviewMark) -> str:
        if mark.id not in self._states:
            return "it is not whole"
        quote, figure, translation = self._states[mark.id]
        if quote != QuoteState.VERIFIED:
            return f"its quote is {quote}"
        if figure not in _SURE:
            return f"its figure is {figure}"
        return "its translation is contradicted" if translation == _CONTRADICTED else ""

    def _of_view(self, mark: ReviewMark) -> str:
        verdict = self._views.get(mark.id)
        if verdict is None:
            return "it is not whole"
        if verdict.quote.state is not QuoteState.VERIFIED:
            return f"its quote is {verdict.quote.state}"
        if verdict.problems:
            return verdict.problems[0].wrong
        return "" if verdict.figure in _SURE else f"its figures are {verdict.figure}"


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
