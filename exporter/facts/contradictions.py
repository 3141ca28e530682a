"""Facts of one name that cannot all be true: one revenue of one year is 12 million, and 15.

A pass over all facts keeps of each a hash of its names and one of its value, so that few are looked
at one by one: those of whose names one stands twice, with two values.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    LongIntegers,
    Mask,
    float_values,
    long_values,
    one_chunk,
    truths,
    valid_rows,
)
from exporter.errors import Problem, place_in
from exporter.facts.alike import ALIKE, are_ends, are_of_two, kind_of, names_of
from exporter.facts.fact_set import FactSet
from exporter.facts.history import among, is_withdrawn
from exporter.facts.own_units import unit_of
from exporter.facts.periods import Point
from exporter.facts.possible_values import can_both_be
from exporter.facts.table import KEY_SEPARATOR, Fact, iterate_facts, map_distinct
from exporter.facts.units import Unit
from exporter.facts.words import LANGUAGES, Qualifier, Status

_MOST_HELD = 64  # facts of one name that those behind are held against
_UNIT = ("unit", "unit.en", "unit.zh", "unit.also")
_NEITHER = -1  # the hash of a name whose fact has no value that is compared
_FACTOR = 0x5DEECE66D  # so that the order of parts counts


class Contradiction(NamedTuple):
    """A fact, and the first one before it of the same name whose value rules its own out."""

    fact: Fact
    other: Fact

    def problem(self) -> Problem:
        """As it is told, where the later of both is written."""
        fact, other = self
        place = place_in(other.file, other.line)
        wrong = f"{ALIKE.format(other.id)}: {_shown(other)} ({place}), and here {_shown(fact)}"
        right = (
            "correct the one that is wrong, tell them apart by metric, period or `attribution`, "
            f"or say `restates: {other.id}` where it sets that one right"
        )
        return Problem(fact.file, fact.line, fact.id, wrong, right)


def contradictions(facts: FactSet, restated: Set[str]) -> Iterator[Contradiction]:
    """The facts that contradict one before them, each found when it is asked for.

    Args:
        facts: All of a report.
        restated: Ids of those that have left it.
    """
    hashes = [_hashes(batch) for batch in facts.batches()]
    if not hashes:
        return
    are_looked_at = _with_two_values(hashes)
    before: dict[object, list[Fact]] = {}
    first = 0
    for batch in facts.batches():
        rows = batch.filter(truths(are_looked_at[first : first + batch.num_rows]))
        first += batch.num_rows
        gone = pc.or_(among(rows["id"], restated), is_withdrawn(rows))
        for fact in iterate_facts(rows.filter(pc.invert(gone))):
            if other := _first_against(fact, before):
                yield Contradiction(fact, other)


def _first_against(fact: Fact, before: dict[object, list[Fact]]) -> Fact | None:
    """The first of the facts before that a fact contradicts; it is then one of them itself."""
    of_names = [before.setdefault(name, []) for name in names_of(fact)]
    known = (other for facts in of_names for other in facts if contradict(fact, other))
    found = next(known, None)
    for facts in of_names:
        if len(facts) < _MOST_HELD:
            facts.append(fact)
    return found


def contradict(one: Fact, other: Fact) -> bool:
    """Whether two facts of one name state values that cannot both be true, if one person says so.

    What others expect is each house's own, and a source has its house, whoever is named in it.
    """
    if are_of_two(tuple(one.attribution), tuple(other.attribution)):
        return False
    if one.status is Status.ESTIMATE and one.source != other.source:
        return False
    return not (are_ends(one.qualifier, other.qualifier) or can_both_be(one, other))


class _Hashes(NamedTuple):
    """Hashes of facts, a row of `names` for each language: what differs has another, but by chance.

    A chance has a fact more looked at, or one contradiction of 10**19 missed.
    """

    names: LongIntegers
    values: LongIntegers


def _hashes(facts: pa.Table) -> _Hashes:
    """Of the names of facts, each _NEITHER where no value is compared, and of their values."""
    unit = pc.binary_join_element_wise(
        *(pc.fill_null(facts[name], "") for name in _UNIT), KEY_SEPARATOR
    )
    when = pc.if_else(pc.equal(facts["period"], ""), facts["source"], facts["period"])
    shared = [_each(facts["entity"]), _each(when), _each(facts["status"])]
    shared.append(_each(unit, lambda key: hash(kind_of(_unit_of(key)))))
    is_compared = valid_rows(one_chunk(pc.coalesce(facts["number"], _days(facts))))
    names = []
    for lang in LANGUAGES:
        metric = _each(facts[f"metric.{lang}"], lambda text: hash(text.casefold()))
        names.append(np.where(is_compared, _joined([*shared, metric]), _NEITHER))
    scale = map_distinct(unit, lambda key: float(_unit_of(key).scale), pa.float64())
    sizes = [
        one_chunk(pc.fill_null(pc.multiply(end, scale), 0.0))
        for end in (facts["number"], facts["high"], _days(facts))
    ]
    values = _joined([float_values(size).view(np.int64) for size in sizes])
    return _Hashes(np.stack(names), values)


def _each(column: pa.ChunkedArray, hashed: Callable[[str], int] = hash) -> LongIntegers:
    """The hash of every text of a column."""
    return long_values(one_chunk(pc.fill_null(map_distinct(column, hashed, pa.int64()), 0)))


def _joined(parts: Sequence[LongIntegers]) -> LongIntegers:
    """One hash of the hashes of several parts, in their order."""
    joined = parts[0]
    for part in parts[1:]:
        joined = joined * _FACTOR + part
    return joined


def _unit_of(key: str) -> Unit:
    return unit_of(*key.split(KEY_SEPARATOR))


def _with_two_values(hashes: Sequence[_Hashes]) -> Mask:
    """The facts of whose names one stands beside two values."""
    values = np.concatenate([of_batch.values for of_batch in hashes])
    found = np.zeros(len(values), np.bool_)
    for names in np.concatenate([of_batch.names for of_batch in hashes], axis=1):
        order = np.argsort(names, kind="stable")
        of_name, of_value = names[order], values[order]
        is_next = of_name[1:] != of_name[:-1]
        has_two = ~is_next & (of_value[1:] != of_value[:-1]) & (of_name[1:] != _NEITHER)
        name = np.concatenate([[0], np.cumsum(is_next)])
        have_two = np.zeros(len(names), np.bool_)
        have_two[name[1:][has_two]] = True
        found[order] |= have_two[name]
    return found


def _days(facts: pa.Table) -> pa.ChunkedArray:
    return facts["date"].cast(pa.int32()).cast(pa.float64())


def _shown(fact: Fact) -> str:
    """A value as messages show it: over 12.5 EUR million, 2023-10."""
    if fact.date:
        shown = Point(fact.date, fact.precision or "day").written()
    else:
        ends = (end for end in (fact.number, fact.high) if end is not None)
        shown = " to ".join(f"{end:,.{fact.decimals}f}" for end in ends)
        shown = f"{shown} {fact.unit.key or fact.unit.en}".strip()
    return shown if fact.qualifier is Qualifier.EXACT else f"{fact.qualifier} {shown}"
