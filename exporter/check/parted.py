"""A report for many, read once and parted among its values."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check.facts import anchors_of, readable, written_of
from exporter.check.many_values import ManyValues, some_of
from exporter.check.owned_rows import entities_of, in_english, rows_by_owner
from exporter.check.owners import Owners
from exporter.check.part import ReportPart
from exporter.check.views import views_of
from exporter.engine.arrow import empty_table
from exporter.errors import Problem, UsageError
from exporter.evidence.source_files import read_sources
from exporter.facts.read import USUAL_PLACES
from exporter.facts.reading import Anchors, Reading, values_of
from exporter.facts.same_faults import in_order
from exporter.facts.table import WRITTEN
from exporter.facts.views import View
from exporter.facts.where import TableFile, Where, reading_of, with_reading
from exporter.facts.words import Bilingual
from exporter.inputs.opened import Inputs
from exporter.inputs.remembered import inputs_of
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.fact_defaults import facts_as_said
from exporter.report.for_each import ForEach, Value
from exporter.report.references import named_in_english
from exporter.report.report_file import read_definition
from exporter.report.valued import Share, Whole, ids_named


@dataclass(frozen=True, slots=True)
class PartedReport:
    """A report for many, as its values have it.

    Attributes:
        name: What `for_each:` calls a value.
        parts: What is whose, in the order of the values.
        problems: What is wrong, and nobody's of them alone.
        doubts: Views that are nobody's.
        rows: All facts, by the schema WRITTEN.
    """

    name: str
    parts: tuple[ReportPart, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    rows: pa.Table = field(default_factory=WRITTEN.empty_table, repr=False)

    def whole(self) -> ReportPart:
        """All of it as one part: what review, drafts and records of sources are about."""
        names = tuple(part.value.name for part in self.parts)
        views = {view.id: view for part in self.parts for view in part.views}
        problems = [problem for part in self.parts for problem in part.problems]
        of_views = [problem for part in self.parts for problem in part.of_views]
        return ReportPart(
            Whole(names),
            self.rows,
            in_order([*self.problems, *problems]),
            tuple(views.values()),
            in_order(of_views),
        )


def part_report(folder: Path, allow: Sequence[str] = ()) -> PartedReport | None:
    """Read a report for many and part it among its values.

    Args:
        folder: The report's.
        allow: What it may reach outside its folder, as `check` takes it.

    Returns:
        Its parts; None where it is a report for one, or its report.yaml is not whole.

    Raises:
        UsageError, SetupError: As `check` does.
    """
    inputs = inputs_of(folder, allow)
    with readable():
        definition, problems = read_definition(folder, inputs)
        if definition is None or definition.report.for_each is None:
            return None
        if problems:
            return PartedReport(definition.report.for_each.name, (), in_order(problems))
        return parted_by(folder, definition, inputs)


def parted_by(folder: Path, definition: Definition, inputs: Inputs) -> PartedReport:
    """The same, where report.yaml has been read and has `for_each:`."""
    many = definition.report.for_each
    return _Parting(folder, definition, many, inputs).parted() if many else PartedReport("")


def chosen(parted: PartedReport, names: Sequence[str]) -> PartedReport:
    """The same of some values alone.

    Args:
        parted: Of all values.
        names: Those that are wanted, by either name or by folder, several parted by commas; all
            where none are named.

    Raises:
        UsageError: One is not among the values.
    """
    if not names:
        return parted
    known: dict[str, ReportPart] = {}
    for part in parted.parts:
        value = part.value
        known |= dict.fromkeys((*value.name, value.folder), part)
    asked = [name for text in names for name in ([text] if text in known else text.split(","))]
    names = [name.strip() for name in asked]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            right = f"did you mean {near[0]!r}?" if near else f"there are {some_of(known)}"
            raise UsageError(f"the report has no {parted.name} {name!r}", right)
    wanted = {known[name].value for name in names}
    parts = tuple(part for part in parted.parts if part.value in wanted)
    return replace(parted, parts=parts)


@dataclass
class _Parting:
    """A report for many on its way to its values."""

    folder: Path
    definition: Definition
    many: ForEach
    inputs: Inputs
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    @property
    def report(self) -> ReportDefinition:
        return self.definition.report

    @cached_property
    def of_values(self) -> ManyValues:
        return ManyValues(self.folder, self.definition, self.many, self.inputs, self.problems)

    def parted(self) -> PartedReport:
        """All that the values have."""
        where, of_defaults = facts_as_said(self.definition, None)
        self.problems += of_defaults
        where, reading = self._read_for_each(where)
        rows, of_facts = self._rows(where, reading)
        values = self.of_values.values(rows["whose"], reading)
        self.of_values.judge(rows)
        owners = Owners(values, rows, reading)
        problems = self._owned_problems(owners, of_facts)
        views, of_views = self._owned_views(owners)
        parts = tuple(self._parts(values, rows, problems, views, of_views))
        rows = rows.drop_columns(["whose"])
        problems_, doubts = in_order(self.problems), in_order(self.doubts)
        return PartedReport(self.many.name, parts, problems_, doubts, rows)

    def _read_for_each(self, where: Where | None) -> tuple[Where | None, Reading]:
        """Where the facts are, and that each says whose it is."""
        named = Reading(
            for_each=self.many.column or self.many.name, is_needed=bool(self.many.column)
        )
        if isinstance(where, str) or where is None:
            usual = (name for name in USUAL_PLACES if os.path.lexists(self.folder / name))
            place = where or next(usual, "")
            return (TableFile(place, named) if place else None), named
        said = reading_of(where)
        reading = replace(said, for_each=named.for_each, is_needed=named.is_needed)
        return with_reading(where, reading), reading

    def _rows(self, where: Where | None, reading: Reading) -> tuple[pa.Table, list[Problem]]:
        """All facts, with the English name of each one's value; and what is wrong with others."""
        said, tables, problems = (self.definition, where), [], []
        written = written_of(self.folder, said, None, self.inputs, self._anchors())
        for table, of_table in named_in_english(written, self.report.entities):
            tables.append(table)
            problems += of_table
        tables = [empty_table(WRITTEN), *tables]
        rows = pa.concat_tables(tables, promote_options="default").combine_chunks()
        whose = in_english(values_of(rows, reading), self.of_values.known())
        return rows.select(WRITTEN.names).append_column("whose", whose), problems

    def _anchors(self) -> Anchors:
        """As of any report; its sources are read where an encoding hangs on their words."""
        known: list[Anchors] = []

        def is_quoted(source: str, quote: str) -> bool:
            if not known:
                sources, _ = read_sources(self.folder / "sources", "sources", self.inputs)
                known.append(anchors_of(self.report, sources))
            return known[0].is_quoted(source, quote)

        return replace(anchors_of(self.report, {}), is_quoted=is_quoted)

    def _owned_problems(
        self, owners: Owners, problems: Iterable[Problem]
    ) -> Mapping[str, list[Problem]]:
        """Problems of facts, by whose these are."""
        owned: dict[str, list[Problem]] = {}
        known = self.of_values.known()
        for problem in problems:
            owner = owners.of_fact_problem(problem)
            if owner is None:
                self.problems.append(problem)
            else:
                owned.setdefault(known.get(owner, Bilingual(owner, owner)).en, []).append(problem)
        return owned

    def _owned_views(
        self, owners: Owners
    ) -> tuple[Mapping[str, list[View]], Mapping[str, list[Problem]]]:
        """Views, and what is wrong with others, by whose these are."""
        views, problems = views_of(self.folder, self.definition, self.inputs, of_many=True)
        owned: dict[str, list[View]] = {}
        faulty: dict[str, list[Problem]] = {}
        for view in views:
            names = owners.of_view(view)
            if not names:
                wrong = f"no fact is about {view.subject.en!r}, so the view is nobody's"
                right = f"let its subject be a {self.many.name}, or an entity of one"
                self.doubts.append(Problem(view.file, view.line, view.id, wrong, right))
            for name in names:
                owned.setdefault(name, []).append(view)
        for problem in problems:
            names = owners.of_view_problem(problem, self.inputs)
            if not names:
                self.problems.append(problem)
            for name in names:
                faulty.setdefault(name, []).append(problem)
        return owned, faulty

    def _named(self, rows: pa.Table) -> Mapping[str, Set[str]]:
        """The ids that report.yaml names, by whose facts have them."""
        ids = pa.array(sorted(ids_named(self.report)), pa.string())
        some = rows.filter(pc.is_in(rows["id"], ids))
        named: dict[str, set[str]] = {}
        for id_, whose in zip(some["id"].to_pylist(), some["whose"].to_pylist(), strict=True):
            named.setdefault(whose, set()).add(id_)
        return named

    def _parts(
        self,
        values: Sequence[Value],
        rows: pa.Table,
        problems: Mapping[str, list[Problem]],
        views: Mapping[str, list[View]],
        of_views: Mapping[str, list[Problem]],
    ) -> Iterator[ReportPart]:
        """What each value has."""
        named = self._named(rows)
        every = frozenset(chain.from_iterable(named.values()))
        of_value = rows_by_owner(rows)
        faults = self.of_values.faults(values)
        for value in values:
            name = value.name
            own = of_value.get(name.en, rows.slice(0, 0)).drop_columns(["whose"])
            of_facts = problems.get(name.en, [])
            wrong = list(faults.get(name.en, ()))
            if not own.num_rows and not of_facts:
                told = f"no fact is of {name.en!r}", "add one, or take it off"
                wrong.append(self.definition.problem(("for_each",), *told))
            share = Share(
                value,
                frozenset(entities_of(own, name)),
                frozenset(view.broker for view in views.get(name.en, ())),
                every - named.get(name.en, frozenset()),
            )
            yield ReportPart(
                share,
                own,
                (*wrong, *of_facts),
                tuple(views.get(name.en, ())),
                tuple(of_views.get(name.en, ())),
            )
