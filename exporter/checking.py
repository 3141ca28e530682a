"""Facts and evidence of a whole report, with every problem there is."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyarrow as pa

from exporter.errors import ContentError, Problem, SetupError
from exporter.evidence.check import Evidence, check_evidence
from exporter.evidence.sources import Source, read_sources
from exporter.facts.read import USUAL_PLACES, read_facts
from exporter.facts.table import FACTS
from exporter.facts.views import View, read_views
from exporter.report.definition import Definition, ReportDefinition, read_definition
from exporter.report.references import check_brokers, check_onepagers


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report as the check left it.

    Attributes:
        folder: As the user named it.
        definition: None where report.yaml is not whole.
        evidence: The facts with the check's verdicts.
        problems: What keeps the report from being built, in order of file and line.
        doubts: What is not proved, but printed with a mark (`evidence: optional`).
    """

    folder: Path
    definition: Definition | None
    views: tuple[View, ...]
    sources: dict[str, Source]
    evidence: Evidence
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]

    @property
    def report(self) -> ReportDefinition:
        """The definition of a report that can be built.

        Raises:
            ContentError: There are problems; all of them.
        """
        if self.problems or self.definition is None:
            raise ContentError(self.problems)
        return self.definition.report


def check(folder: Path) -> CheckedReport:
    """Read a report and check its facts and evidence, without writing anything.

    Raises:
        UsageError: The folder is no report.
        SetupError: A file cannot be read.
    """
    with _readable():
        definition, problems = read_definition(folder)
        facts, of_facts = _read_facts(folder, definition)
        views, of_views = _read_views(folder, definition)
        sources, of_sources = read_sources(folder / "sources", str(folder / "sources"))
    evidence = check_evidence(facts, views, sources)
    if definition:
        faulty = {problem.subject for problem in of_facts}
        if "" not in faulty:  # else whole files may be missing, and what refers to them is sound
            problems += _references(definition, facts, views, faulty)
        if not of_views:
            problems += check_brokers(definition, views)
    problems += of_facts + of_views + of_sources
    optional = definition is not None and definition.report.evidence == "optional"
    refused = list(evidence.unknown if optional else evidence.problems)
    return CheckedReport(
        folder,
        definition,
        tuple(views),
        sources,
        evidence,
        _in_order(problems + refused),
        _in_order(set(evidence.problems) - set(evidence.unknown)) if optional else (),
    )


def _read_facts(folder: Path, definition: Definition | None) -> tuple[pa.Table, list[Problem]]:
    """The facts; where report.yaml is not whole, those of the usual places, if there are any."""
    where = definition.report.facts if definition else None
    if definition is None and not any((folder / name).exists() for name in USUAL_PLACES):
        return FACTS.empty_table(), []
    return read_facts(folder, where)


def _read_views(folder: Path, definition: Definition | None) -> tuple[list[View], list[Problem]]:
    path = folder / (definition.report.views if definition else "views.yaml")
    if path.is_file():
        return read_views(path, str(path))
    if definition is None or not definition.report.one_pagers:
        return [], []
    return [], [
        Problem(str(path), 0, "", "the views of the one-pager are missing", "write them there")
    ]


def _references(
    definition: Definition, facts: pa.Table, views: Sequence[View], faulty: Set[str]
) -> Iterator[Problem]:
    """What facts, views and report.yaml say of each other that does not hold.

    `faulty` has the ids of facts that are not in the table because they have problems of their own;
    what refers to them is not at fault.
    """
    report = definition.report
    known = [entity.name.en for entity in report.entities]
    entity_of: dict[str, str] = {}
    for row in facts.select(["id", "entity", "file", "line"]).to_pylist():
        entity_of[row["id"]] = row["entity"]
        if row["entity"] not in known:
            near = get_close_matches(row["entity"], known, 1)
            right = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
            wrong = f"the entity {row['entity']!r} is not among the report's entities"
            yield Problem(row["file"], row["line"], row["id"], wrong, right)
    shown = {one.name.en for book in report.workbooks for one in report.entities_of(book)}
    for index, entity in enumerate(report.entities):
        name, headline = entity.name.en, entity.headline
        if name in shown and name not in entity_of.values() and not faulty:
            wrong = f"no fact is about {name!r}"
            yield definition.problem(("entities", index), wrong, "add one, or take the entity off")
        if headline and headline not in faulty and entity_of.get(headline) != name:
            wrong = f"the headline {headline!r} is no fact about {name!r}"
            yield definition.problem(("entities", index, "headline"), wrong, "use the id of one")
    yield from check_onepagers(definition, views, facts, faulty)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line)))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(f"{wrong}; check the path and permissions") from error
