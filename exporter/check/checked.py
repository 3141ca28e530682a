"""A report as the check left it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow.compute as pc

from exporter.check.shown import as_html, rows_of
from exporter.errors import MOST_REPORTED, Fault, NotAllowedError, Problem
from exporter.evidence.claims import FigureState
from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.facts.review_marks import ReviewMarks
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.inputs.opened import Inputs
from exporter.inputs.remembered import refusal
from exporter.report.changes import Changes
from exporter.report.definition import Definition, ReportDefinition


class Accepted(NamedTuple):
    """A fact or a view that an analyst answers for: where it is written, its id, and why."""

    file: str
    line: int
    id: str
    reason: Bilingual

    def __str__(self) -> str:
        """As a line: `facts.yaml:12: deliveries: the reason`."""
        return str(Problem(self.file, self.line, self.id, self.reason.en, ""))


@dataclass(frozen=True, slots=True, repr=False)
class CheckedReport:
    """A report as the check left it.

    Attributes:
        folder: As the user named it.
        definition: None where report.yaml is not whole.
        evidence: The facts with the check's verdicts.
        problems: What keeps the report from being built, in order of file and line, that of the
            records of sources first.
        doubts: What is told and not refused: figures in names, titles and translations that nobody
            but a reader can judge; what looks like something else; and under `evidence: optional`
            what is not proved, and printed with a mark.
        inputs: What it was read from: the hashes of files, as they were read.
        to_review: The facts and views that a person has still to look at.
        carried: How many facts are taken over from an earlier edition, and not touched since.
        not_kept: Why a build could not keep what it was made from in the report's folder; None
            where it could.
        changes: Since an earlier edition, where a build was to show them; None where not.
        is_part: Whether it is one value's, of a report for many.
    """

    folder: Path
    definition: Definition | None
    views: tuple[View, ...]
    sources: dict[str, Source]
    evidence: Evidence
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    inputs: Inputs
    to_review: ReviewMarks
    carried: int
    not_kept: Fault | None = None
    changes: Changes | None = None
    is_part: bool = False

    def __repr__(self) -> str:
        """In a line, for notebooks: `<CheckedReport desk: 90 facts, 3 views, 0 problems, …>`."""
        counts = {
            "facts": self.evidence.facts.num_rows,
            "views": len(self.views),
            "problems": len(self.problems),
            "doubts": len(self.doubts),
        }
        told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
        return f"<CheckedReport {self.folder}: {told}>"

    def _repr_html_(self) -> str:
        """As a notebook shows it: counts, and what keeps it from being built, or is in doubt."""
        told, kind = (self.problems, "problem") if self.problems else (self.doubts, "doubt")
        return as_html(str(self.folder), rows_of(self), told, kind)

    @property
    def report(self) -> ReportDefinition:
        """The definition of a report that can be built.

        Raises:
            ContentError: There are problems; all of them.
            NotAllowedError: The same, and the report reaches for what nobody has allowed it.
        """
        if self.problems or self.definition is None:
            raise refusal(self.folder, self.problems, self.inputs)
        return self.definition.report

    @property
    def remedy(self) -> str:
        """What to paste so that the report may reach what it names; "" where it may."""
        error = refusal(self.folder, self.problems, self.inputs) if self.problems else None
        return error.remedy if isinstance(error, NotAllowedError) else ""

    def accepted(self) -> Iterator[Accepted]:
        """What an analyst answers for: the first MOST_REPORTED facts, and the views."""
        state = FigureState.ACCEPTED
        names = ("file", "line", "id", "accept.en", "accept.zh")
        facts = self.evidence.facts.where(lambda batch: pc.equal(batch["figure_state"], state))
        for row in facts.slice(0, MOST_REPORTED).table().select(names).to_pylist():
            file, line, id_, *reason = (row[name] for name in names)
            yield Accepted(file, line, id_, Bilingual(*reason))
        chosen = set(self.evidence.accepted_views())
        for view in self.views:
            if view.id in chosen and view.accept is not None:
                yield Accepted(view.file, view.line, view.id, view.accept)
