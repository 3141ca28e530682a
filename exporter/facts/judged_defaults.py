"""Defaults, judged where they stand and not once for each fact that takes them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pyarrow as pa

from exporter.errors import Fault, Problem
from exporter.facts.parse import FactParser
from exporter.facts.table import BILINGUAL_FIELDS, WRITTEN
from exporter.facts.unit_names import find_unit
from exporter.facts.units import DATE, TEXT

# A fact that breaks no rule, into which a default is put to be judged.
_SOUND = {
    "entity": "E", "metric.en": "M", "metric.zh": "M", "value": "1", "source": "s",
    "quote": "a quote",
}  # fmt: skip
_VALUES = {DATE: {"value": "2023"}, TEXT: {"value.en": "a text", "value.zh": "a text"}}


@dataclass(frozen=True, slots=True)
class Default:
    """What facts take for a field that they do not give.

    Attributes:
        field: As an analyst calls it.
        said: In each of its columns, or in one for both languages.
        file: Where it stands, with `line`.
    """

    field: str
    said: Mapping[str, str | None]
    file: str
    line: int


def broken_defaults(defaults: Sequence[Default]) -> Iterator[tuple[int | None, Problem]]:
    """The rules that a sound fact breaks with each of the defaults in it, all judged at once.

    Yields:
        The index of a default, and what is wrong with it; None for what is of no single one.
    """
    rows = [_fact_with(default) | {"id": str(index)} for index, default in enumerate(defaults)]
    written = pa.Table.from_pylist(rows, schema=WRITTEN)
    for _, problems in FactParser().parse([(written, [])]):
        for problem in problems:
            if not problem.subject:  # that there are more than are told
                yield None, problem
                continue
            index = int(problem.subject)
            field = defaults[index].field
            wrong = f"the default of `{field}` cannot stand in a fact: {problem.wrong}"
            yield index, replace(problem, subject="", wrong=wrong)


def unknown_fault(field: str, name: str | None, known: Mapping[str, Sequence[str]]) -> Fault | None:
    """What is wrong with a default that names something which the report has not.

    Args:
        field: Whose default it is.
        name: What it says.
        known: What each field may say that names something of the report, best first.
    """
    names = list(dict.fromkeys(known.get(field, ())))
    if name is None or field not in known or name in names:
        return None
    near = get_close_matches(name, names, 1)
    right = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(names)}"
    if field == "entity":
        return Fault(f"the default entity {name!r} is not among the report's entities", right)
    right = right if names else "record it: exporter source add"
    return Fault(f"there is no {field} {name!r}, which is a default", right)


def _fact_with(default: Default) -> dict[str, object]:
    field, said = default.field, dict(default.said)
    row: dict[str, object] = dict(_SOUND)
    if field == "unit":
        unit = find_unit(said.get("unit") or "")
        del row["value"]
        row |= _VALUES.get(unit.dimension if unit else "", {"value": "1"})
    row = {name: value for name, value in row.items() if name.partition(".")[0] != field}
    row |= said
    if field in BILINGUAL_FIELDS and field in said:
        row |= dict.fromkeys((f"{field}.en", f"{field}.zh"), row.pop(field))
    return row | {"file": default.file, "line": default.line}
