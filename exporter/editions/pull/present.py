"""The facts of a report as they are now: as they are written, and what they mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check.facts import anchors_of, readable
from exporter.check.opened import OpenedReport, open_report
from exporter.check.stated import stated_in
from exporter.editions.pull.unit_cells import UNIT_COLUMNS, OwnUnit
from exporter.edits.facts_files import FactsFiles
from exporter.engine.arrow import empty_table
from exporter.errors import Fault, Problem
from exporter.evidence.check import CHECKED, EvidenceCheck
from exporter.evidence.own_quotes import OwnQuotes
from exporter.evidence.sources import Source
from exporter.evidence.unit_signs import settle_units
from exporter.facts.calculation import calculate
from exporter.facts.fact_set import FactSet, RowsAndProblems, collect
from exporter.facts.parse import FactParser
from exporter.facts.table import FACTS, WRITTEN
from exporter.facts.where import reading_of
from exporter.inputs.remembered import refusal
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.references import named_in_english

Row = dict[str, Any]


@dataclass(frozen=True)
class PresentFacts:
    """A report's facts.

    Attributes:
        opened: The report.
        definition: What report.yaml says.
        written: The facts as they stand in files, by the schema WRITTEN.
        meant: What they mean, by the schema FACTS; quotes in their sources' own words.
    """

    opened: OpenedReport
    definition: Definition
    written: pa.Table
    meant: pa.Table

    @property
    def report(self) -> ReportDefinition:
        """What the definition says."""
        return self.definition.report

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources, by id."""
        return self.opened.sources

    @cached_property
    def files(self) -> FactsFiles:
        """The files that the facts stand in."""
        inputs = self.opened.inputs
        anchors = anchors_of(self.report, self.sources)
        return FactsFiles(inputs.hashes, reading_of(self.report.facts), anchors, inputs.limits)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all facts."""
        return frozenset(self._places)

    @cached_property
    def own_units(self) -> frozenset[OwnUnit]:
        """The units of its own that the report names in both languages."""
        columns = self.written.select(UNIT_COLUMNS).group_by(UNIT_COLUMNS, use_threads=False)
        return frozenset(
            OwnUnit(row["unit.en"], row["unit.zh"], row["unit.also"] or None)
            for row in columns.aggregate([]).to_pylist()
            if row["unit.en"] and row["unit.zh"] and not row["unit"]
        )

    @cached_property
    def _own_quotes(self) -> OwnQuotes:
        return OwnQuotes(self.sources)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.written["id"].to_pylist())}

    @cached_property
    def _meant_at(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.meant["id"].to_pylist())}

    def row(self, id_: str) -> Row:
        """A fact as it is written."""
        row: Row = self.written.slice(self._places[id_], 1).to_pylist()[0]
        return row

    def fact(self, id_: str) -> Row:
        """A fact as it is meant."""
        row: Row = self.meant.slice(self._meant_at[id_], 1).to_pylist()[0]
        return row

    def of_entity(self, entity: str) -> Iterator[Row]:
        """The facts about an entity, as they are written: by either of its names."""
        names = {name for one in self.report.entities if one.name.en == entity for name in one.name}
        at = pc.is_in(self.written["entity"], pa.array(sorted(names), pa.string()))
        yield from self.written.filter(at).to_pylist()

    def facts(self) -> FactSet:
        """All of them, entity by entity."""
        return collect([self.meant], [entity.name.en for entity in self.report.entities])

    def meaning(self, rows: Sequence[Row]) -> tuple[dict[str, Row], dict[str, Fault]]:
        """What other rows would mean, by their ids, and what is wrong with those that mean nothing.

        Args:
            rows: By the schema WRITTEN.
        """
        facts, problems = self._parsed(rows)
        found = {row["id"]: row for row in facts.to_pylist()}
        faults = {problem.subject: Fault(problem.wrong, problem.right) for problem in problems}
        return found, faults

    def faults(self, rows: Sequence[Row]) -> dict[str, list[Fault]]:
        """What the check says against such rows, by their ids."""
        facts = self._parsed(rows)[0] if rows else empty_table(FACTS)
        if not facts.num_rows:
            return {}
        conventions = self.report.conventions
        entities = [entity.name.en for entity in self.report.entities]
        with EvidenceCheck(self.sources, conventions=conventions) as judged:
            checked = collect(judged.check([facts]), entities, CHECKED)
            evidence = judged.finish(checked, ())
        found: dict[str, list[Fault]] = {}
        for problem in evidence.problems:
            found.setdefault(problem.subject, []).append(Fault(problem.wrong, problem.right))
        return found

    def _parsed(self, rows: Sequence[Row]) -> tuple[pa.Table, list[Problem]]:
        written = pa.Table.from_pylist(list(rows), schema=WRITTEN)
        named = named_in_english([(written, [])], self.report.entities)
        parsed = list(FactParser(self.report.conventions.year_ends).parse(named))
        currencies = partial(self.report.conventions.currencies, sources=self.sources)
        settled = self._own_quotes.of_facts(settle_units(facts, currencies) for facts, _ in parsed)
        problems = [problem for _, some in parsed for problem in some]
        return pa.concat_tables([empty_table(FACTS), *settled]).combine_chunks(), problems


def read_present(folder: Path, allow: Sequence[str]) -> PresentFacts:
    """Read the facts of a report.

    Args:
        folder: The report's.
        allow: What it may reach outside its folder.

    Raises:
        ContentError: The report, or a fact of it, is not whole; every problem.
        UsageError: The folder is no report.
        SetupError: A file cannot be read, or a database not reached.
    """
    with readable():
        opened = open_report(folder, None, allow)
        kept: list[pa.Table] = []
        written = _kept(opened.written, kept)
        _, stream, facts = stated_in(replace(opened, written=written), is_doubting=False)
        meant = [empty_table(FACTS), *facts]
    published = {id_: one.record.published.isoformat() for id_, one in opened.sources.items()}
    calculation = calculate(collect(meant), stream.missing, published)
    problems = [
        *opened.problems, *opened.of_sources, *stream.problems, *calculation.problems
    ]  # fmt: skip
    if problems or opened.definition is None:
        raise refusal(folder, problems, opened.inputs)
    tables = pa.concat_tables([empty_table(WRITTEN), *kept]).combine_chunks()
    whole = calculation.filled(collect(meant)).table()
    return PresentFacts(opened, opened.definition, tables, whole)


def is_said(written: str | None, value: str | None) -> bool:
    """Whether a column says a value already, maybe in other digits."""
    if written == value or (not written and not value):
        return True
    try:
        return float(written or "") == float(value or "")
    except ValueError:
        return False


def _kept(written: Iterable[RowsAndProblems], kept: list[pa.Table]) -> Iterator[RowsAndProblems]:
    """Facts as they go by, kept as well."""
    for rows, problems in written:
        kept.append(rows.select(WRITTEN.names))
        yield rows, problems
