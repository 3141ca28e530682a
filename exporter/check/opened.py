"""A report read as far as its facts: definition, views and sources, and where its facts are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter.check.facts import anchors_of, written_of
from exporter.check.part import ReportPart
from exporter.check.parted import parted_by
from exporter.check.views import views_of
from exporter.errors import Problem
from exporter.evidence.conventions import Conventions
from exporter.evidence.source_files import read_sources
from exporter.evidence.sources import Source
from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.views import View
from exporter.inputs.opened import Inputs
from exporter.inputs.remembered import inputs_of
from exporter.report.conventions import read_conventions
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.fact_defaults import facts_as_said, known_names
from exporter.report.own_template import with_template
from exporter.report.report_file import REPORT_FILE, read_definition
from exporter.report.themed import with_theme


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report before its facts are read.

    Attributes:
        folder: As the user named it.
        inputs: What it may be read from, and was.
        definition: None where report.yaml is not whole.
        conventions: What quotes mean in it where their words leave it open.
        views: Those that are whole.
        sources: Those whose records are, by id.
        faulty: Ids of sources whose records are not.
        place: Where its facts are, or what a caller gave for them.
        written: The facts, as they are written.
        problems: Of its definition.
        of_views: What is wrong with views.
        of_sources: What is wrong with records.
    """

    folder: Path
    inputs: Inputs
    definition: Definition | None
    conventions: Conventions
    views: list[View]
    sources: dict[str, Source]
    faulty: set[str]
    place: object
    written: Iterator[RowsAndProblems]
    problems: list[Problem]
    of_views: list[Problem]
    of_sources: list[Problem]

    @property
    def report(self) -> ReportDefinition | None:
        """What the definition says."""
        return self.definition.report if self.definition else None


def open_report(
    folder: Path,
    facts: object,
    allow: Sequence[str],
    theme: str = "",
    part: ReportPart | None = None,
) -> OpenedReport:
    """Open a report, as `check` does.

    Args:
        folder: The report's.
        facts: Facts to take instead of its own; None for its own.
        allow: What it may reach outside its folder.
        theme: A theme to take instead of its own; "" for its own.
        part: What is one value's, of a report for many; None for one that is for one.
    """
    inputs = inputs_of(folder, allow)
    definition, problems = read_definition(folder, inputs)
    if definition and definition.report.for_each and facts is None and not part:
        part = parted_by(folder, definition, inputs).whole()
    definition, of_look = _defined(definition, folder, inputs, (part, theme))
    problems += of_look
    views, of_views = part.own_views() if part else views_of(folder, definition, inputs)
    sources, of_sources = read_sources(
        folder / "sources", str(folder / "sources"), inputs, part.cited if part else None
    )
    report = definition.report if definition else None
    anchors = anchors_of(report, sources)
    if part:
        facts = part
    faulty = {Path(problem.file).stem for problem in of_sources} - sources.keys()
    where = None
    if definition and facts is None:
        known = known_names(definition.report, {*sources, *faulty})
        anchors = replace(anchors, known=known)
        where, of_defaults = facts_as_said(definition, {*sources, *faulty})
        problems += of_defaults
    return OpenedReport(
        folder,
        inputs,
        definition,
        report.conventions if report else read_conventions(folder / REPORT_FILE, inputs),
        views,
        sources,
        faulty,
        where if facts is None else facts,
        part.rows() if part else written_of(folder, (definition, where), facts, inputs, anchors),
        problems,
        of_views,
        of_sources,
    )


def _defined(
    definition: Definition | None,
    folder: Path,
    inputs: Inputs,
    told: tuple[ReportPart | None, str],
) -> tuple[Definition | None, list[Problem]]:
    """A definition as it is built by: that of one value, with its look; and what is wrong there."""
    part, theme = told
    problems: list[Problem] = []
    if part:
        definition, problems = part.define(definition, inputs)
    if definition:
        definition, of_theme = with_theme(definition, folder, inputs, theme)
        definition, of_template = with_template(definition, folder, inputs)
        problems = [*problems, *of_theme, *of_template]
    return definition, problems
