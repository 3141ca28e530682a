"""The defaults of report.yaml, judged where they stand and not once for each row that they fill."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from exporter.errors import Fault, Problem
from exporter.facts.judged_defaults import Default, broken_defaults, unknown_fault
from exporter.facts.reading import Reading
from exporter.facts.table import BILINGUAL_FIELDS
from exporter.facts.where import Where, reading_of, with_reading
from exporter.facts.words import LANGUAGES
from exporter.facts.yaml_tree import line_of
from exporter.report.definition import Definition, ReportDefinition


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
        default = Default(
            field, _whole(field, said), definition.shown, line_of(definition.tree, keys)
        )
        unknown = () if sources is None else _unknown(said, definition, sources)
        found = [
            *(definition.problem(keys, *fault) for fault in unknown),
            *(problem for _, problem in broken_defaults([default])),
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


def _whole(field: str, said: dict[str, str]) -> dict[str, str]:
    """Both halves, where a default has one alone: the other stands in the table, and is sound."""
    if field not in BILINGUAL_FIELDS or len(said) > 1:
        return said
    return (
        said
        if field in said
        else {f"{field}.{lang}": said[name] for name in said for lang in LANGUAGES}
    )


def _place(definition: Definition, field: str, names: Sequence[str]) -> tuple[str, ...]:
    """Where a field is said: as `metric: {en: …}`, or as `metric.en: …`."""
    paths = [("facts", "defaults", name) for name in (field, *names)]
    return max(paths, key=lambda path: line_of(definition.tree, path))


def known_names(report: ReportDefinition, sources: Collection[str]) -> dict[str, list[str]]:
    """What fields may say that name something of the report, English names first."""
    pairs = [entity.name for entity in report.entities]
    return {
        "entity": [*(name.en for name in pairs), *(name.zh for name in pairs)],
        "source": sorted(sources),
    }


def _unknown(
    said: Mapping[str, str], definition: Definition, sources: Collection[str]
) -> Iterator[Fault]:
    """An entity that is none of the report's, a source that is not recorded."""
    known = known_names(definition.report, sources)
    for field, name in said.items():
        if fault := unknown_fault(field, name, known):
            yield fault
