"""Facts that go by one name and state different values: readers could not tell them apart.

A name is what a sheet shows of a fact besides its value: entity, metric, kind of unit, period,
status. A fact that restates another states another value by its very nature. What two people say
is told apart by who says it, and a floor and a ceiling are the ends of one range.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.units import Unit
from exporter.facts.words import LANGUAGES, Qualifier

ALIKE = "{} has the same name and period, and another value"  # {}: the other's id
APART = "tell them apart by their metrics or periods, or take one out"


def alike_facts(facts: FactSet, ids: Collection[str]) -> Mapping[str, str]:
    """For each of some facts that shares its name with others: the id of the first of these.

    Args:
        facts: All of a report.
        ids: Those that are asked about.
    """
    asked = facts.where(lambda batch: pc.is_in(batch["id"], pa.array(list(ids), pa.string())))
    entities = pa.array({fact.entity for fact in asked}, pa.string())
    beside = facts.where(lambda batch: pc.is_in(batch["entity"], entities))
    by_name: dict[Any, list[Fact]] = {}
    restated = set()
    for batch in beside.batches():
        for fact in iterate_facts(batch):
            restated |= {fact.restates} - {None}
            for name in names_of(fact):
                by_name.setdefault(name, []).append(fact)
    wanted = set(ids)
    found: dict[str, str] = {}
    for group in by_name.values():
        current = [fact for fact in group if fact.id not in restated]
        for fact in current:
            other = next((one for one in current if _is_another(one, fact)), None)
            if fact.id in wanted and other is not None:
                found.setdefault(fact.id, other.id)
    return found


def names_of(fact: Fact) -> Iterator[Any]:
    """The names of a number or a date, one a language; without a period, it is of its source."""
    if fact.exact is None and fact.date is None:
        return
    when = fact.period or (fact.source,)
    for lang, metric in zip(LANGUAGES, fact.metric, strict=True):
        yield lang, fact.entity, metric.casefold(), kind_of(fact.unit), when, fact.status


def kind_of(unit: Unit) -> Any:
    """What a unit measures, or counts: what is of two kinds is told apart by that."""
    return unit.dimension, unit.words


def _is_another(one: Fact, fact: Fact) -> bool:
    """Whether two facts of one name state values that readers cannot tell apart."""
    if _value(one) == _value(fact) or are_ends(one.qualifier, fact.qualifier):
        return False
    return not are_of_two(tuple(one.attribution), tuple(fact.attribution))


def are_ends(one: Qualifier, other: Qualifier) -> bool:
    """Whether one value is a floor and the other a ceiling: at least 1, at most 2."""
    return {one, other} in _ENDS


_ENDS = [
    {low, high}
    for low in (Qualifier.AT_LEAST, Qualifier.OVER)
    for high in (Qualifier.UP_TO, Qualifier.UNDER)
]


def are_of_two(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two people are said to say so; () or blanks where a source says so itself."""
    return any(one) and any(other) and one != other


def _value(fact: Fact) -> Any:
    scale = fact.unit.scale
    return [None if end is None else end * scale for end in (fact.exact, fact.exact_high)]
