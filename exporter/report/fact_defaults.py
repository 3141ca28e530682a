"""The defaults of report.yaml, judged where they stand and not once for each row that they fill."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

import pyarrow as pa

from exporter.errors import Fault, Problem
from exporter.facts.parse import FactParser
from exporter.facts.reading import Reading
from exporter.facts.table import BILINGUAL_FIELDS, WRITTEN
from exporter.facts.unit_names import find_unit
from exporter.facts.units import DATE, TEXT
from exporter.facts.where import Where, reading_of, with_reading
from exporter.facts.yaml_tree import line_of
from exporter.report.definition import Definition

# A fact that breaks no rule, into which a default is put to be judged.
_SOUND = {
    "id": "a", "entity": "E", "metric.en": "M", "metric.zh": "M", "value": "1", "source": "s",
    "quote": "a quote", "line": 0,
}  # fmt: skip
_VALUES = {DATE: {"value": "2023"}, TEXT: {"value.en": "a text", "value.zh": "a text"}}


def facts_as_said(
    definition: Definition, sources: Collection[str] | None
) -> tuple[Where | None, list[Problem]]:
    """Where a report's facts are and how to read them, and what is wrong with its defaults.

    Args:
        definition: The report's.
        sources: Ids of all sources that are recorded, sound or not; None where nobody asks whether
            sources and entities are known.

    Returns:
        The place, which knows where in report.yaml to tell what turns out to be wrong with it, and
        which defaults are at fault already; and those faults.
    """
    where = definition.report.facts
    reading = reading_of(where)
    faults = _faults(definition, reading, sources)

    def told_at(keys: Sequence[str], fault: Fault) -> Problem:
        return definition.problem(("facts", *keys), *fault)

    where = with_reading(where, replace(reading, told_at=told_at, faulty=faults))
    return where, [problem for of_field in faults.values() for problem in of_field]


def _faults(
    definition: Definition, reading: Reading, sources: Collection[str] | None
) -> dict[str, list[Problem]]:
    """What is wrong with the default of each field, at its place in report.yaml."""
    faults: dict[str, list[Problem]] = {}
    for field, said in _by_field(reading.defaults).items():
        keys = _place(definition, field, list(said))
        unknown = () if sources is None else _unknown(said, definition, sources)
        found = [
            *(definition.problem(keys, *fault) for fault in unknown),
            *_broken(field, said, definition.shown, line_of(definition.tree, keys)),
        ]
        if found:
            faults[field] = found
    return faults


def _by_field(defaults: Sequence[tuple[str, str]]) -> dict[str, dict[str, str]]:
    """The defaults of each field, in all of its columns."""
    fields: dict[str, dict[str, str]] = {}
    for name, value in defaults:
        fields.setdefault(name.partition(".")[0], {})[name] = value
    return fields


def _place(definition: Definition, field: str, names: Sequence[str]) -> tuple[str, ...]:
    """Where a field is said: as `metric: {en: …}`, or as `metric.en: …`."""
    paths = [("facts", "defaults", name) for name in (field, *names)]
    return max(paths, key=lambda path: line_of(definition.tree, path))


def _unknown(
    said: Mapping[str, str], definition: Definition, sources: Collection[str]
) -> Iterator[Fault]:
    """An entity that is none of the report's, a source that is not recorded."""
    entities = [entity.name.en for entity in definition.report.entities]
    names = {name for entity in definition.report.entities for name in entity.name}
    if (entity := said.get("entity")) and entity not in names:
        wrong = f"the default entity {entity!r} is not among the report's entities"
        yield Fault(wrong, _near(entity, entities))
    if (source := said.get("source")) and source not in sources:
        right = _near(source, sorted(sources)) if sources else "record it: exporter source add"
        yield Fault(f"there is no source {source!r}, which is a default", right)


def _near(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"


def _broken(field: str, said: Mapping[str, str], shown: str, line: int) -> Iterator[Problem]:
    """The rules that a sound fact breaks with the default in it."""
    row: dict[str, object] = {**_SOUND, "file": shown, "line": line}
    if field == "unit":
        unit = find_unit(said.get("unit", ""))
        row = {name: value for name, value in row.items() if name != "value"}
        row |= _VALUES.get(unit.dimension if unit else "", {"value": "1"})
    row = {name: value for name, value in row.items() if name.partition(".")[0] != field}
    if field in BILINGUAL_FIELDS and len(said) == 1:  # its other half stands in the table
        row |= dict.fromkeys((f"{field}.en", f"{field}.zh"), *said.values())
    row.update(said)
    if field in BILINGUAL_FIELDS and field in said:
        row |= dict.fromkeys((f"{field}.en", f"{field}.zh"), row.pop(field))
    written = pa.Table.from_pylist([row], schema=WRITTEN)
    for _, problems in FactParser().parse([(written, [])]):
        for problem in problems:
            wrong = f"the default of `{field}` cannot stand in a fact: {problem.wrong}"
            yield Problem(problem.file, problem.line, "", wrong, problem.right)
