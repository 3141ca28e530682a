"""The values that a report for many is made for: which there are, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import FirstProblems, Problem
from exporter.facts.reading import Reading, values_of
from exporter.facts.where import SqlQuery, with_reading
from exporter.facts.words import Bilingual
from exporter.inputs.opened import Inputs
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.for_each import ENTITY, ForEach, Value, clashes, unfit, value_of

_ASKED = {  # of a query for values, which says nothing else of facts
    "id": "value", "entity": "E", "metric": "M", "value": "1", "source": "s", "quote": "a quote",
}  # fmt: skip


@dataclass
class ManyValues:
    """The values of a report for many.

    Attributes:
        folder: The report's.
        problems: What is wrong, and no value's alone.
    """

    folder: Path
    definition: Definition
    many: ForEach
    inputs: Inputs
    problems: list[Problem] = field(default_factory=list)

    @property
    def report(self) -> ReportDefinition:
        """What report.yaml says."""
        return self.definition.report

    def known(self) -> dict[str, Bilingual]:
        """The names that values are known to have, by either."""
        names = [*(entity.name for entity in self.report.entities), *self.many.listed]
        return {half: name for name in names for half in reversed(name)}

    def values(self, column: pa.ChunkedArray, reading: Reading) -> list[Value]:
        """The values, in the order in which they are listed, or come; those of faulty rows last."""
        known = self.known()
        if self.many.listed:
            names = list(self.many.listed)
        elif self.many.query:
            names = [known.get(name, Bilingual(name, name)) for name in self._asked()]
        else:
            found = pc.unique(column).drop_null().to_pylist()
            found += filter(None, reading.of_faulty.values())
            entities = [entity.name for entity in self.report.entities]
            whole = [name for name in entities if self.many.placeholder not in name.en]
            names = whole if self.many.column == ENTITY else []
            if not self._are_entities:
                names += [known.get(name, Bilingual(name, name)) for name in found]
        return [value_of(name) for name in dict.fromkeys(names)]

    def _asked(self) -> Iterator[str]:
        """The names that the query gives, each once."""
        reading = Reading(for_each=self.many.name, defaults=tuple(_ASKED.items()))
        query = with_reading(self.many.query, reading)
        assert isinstance(query, SqlQuery)  # noqa: S101 - the place stays the same
        shown = f"{self.definition.shown} (for_each)"
        names: dict[str, None] = {}
        from exporter.facts.flat.database import read_query

        for table, problems in read_query(query, self.folder, shown, self.inputs):
            self.problems += problems
            names |= dict.fromkeys(values_of(table, reading).drop_null().to_pylist())
        return iter(names)

    @property
    def _are_entities(self) -> bool:
        """Whether the values are the entities that report.yaml names, and no others."""
        entities = self.report.entities
        named = not any(self.many.placeholder in entity.name.en for entity in entities)
        return self.many.column == ENTITY and named

    def judge(self, rows: pa.Table) -> None:
        """Find the facts that are nobody's; `rows` are WRITTEN with the column `whose`."""
        self.problems += FirstProblems().take(self._of_nobody(rows))
        self.problems += FirstProblems().take(self._of_unknown(rows))

    def _of_unknown(self, rows: pa.Table) -> Iterator[Problem]:
        """Facts of entities that report.yaml lacks, where these are the values."""
        if not self._are_entities:
            return
        known = [entity.name.en for entity in self.report.entities]
        unknown = pc.invert(pc.is_in(rows["entity"], pa.array([*known, None], pa.string())))
        for row in rows.filter(unknown).select(["file", "line", "id", "entity"]).to_pylist():
            near = get_close_matches(row["entity"], known, 1)
            right = f"did you mean {near[0]!r}?" if near else f"use one of {some_of(known)}"
            wrong = f"the entity {row['entity']!r} is not among the report's entities"
            yield Problem(row["file"], row["line"], row["id"] or "", wrong, right)

    def _of_nobody(self, rows: pa.Table) -> Iterator[Problem]:
        """Facts that do not say whose they are."""
        lacking = rows.filter(pc.is_null(rows["whose"])).select(["file", "line", "id"])
        column = self.many.column or self.many.name
        for row in lacking.to_pylist():
            wrong, right = f"nobody can tell whose it is, for `{column}` is blank", "fill it in"
            yield Problem(row["file"], row["line"], row["id"] or "", wrong, right)

    def faults(self, values: Sequence[Value]) -> dict[str, list[Problem]]:
        """What is wrong with names and folders."""
        faults: dict[str, list[Problem]] = {}
        for value in values:
            for half in dict.fromkeys(value.name):
                if fault := unfit(half):
                    problem = self.definition.problem(("for_each",), *fault)
                    faults.setdefault(value.name.en, []).append(problem)
        for clash in clashes(values):
            problem = self.definition.problem(("for_each",), *clash.fault)
            for name in clash.names:
                faults.setdefault(name, []).append(problem)
        return faults


def some_of(names: Iterable[str]) -> str:
    """The first of some names, as messages list them."""
    first = list(dict.fromkeys(names))
    return ", ".join(first[:10]) + (", …" if len(first) > 10 else "")
