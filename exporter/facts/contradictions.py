"""Facts of one name that cannot all be true: one revenue of one year is 12 million, and 15.

A pass over all facts keeps of each a hash of its names and one of its value, so that few are looked
at one by one: those of whose names one stands twice, with two values.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import LongIntegers, float_values, one_chunk, truths, valid_rows
from exporter.errors import Problem, place_in
from exporter.facts.alike import ALIKE, are_ends, are_of_two, kind_of, names_of
from exporter.facts.fact_set import FactSet
from exporter.facts.history import among, is_withdrawn
from exporter.facts.own_units import unit_of
from exporter.facts.periods import Point
from exporter.facts.possible_values import can_both_be
from exporter.facts.table import KEY_SEPARATOR, Fact, iterate_facts, map_distinct
from exporter.facts.words import LANGUAGES, Qualifier, Status

_MOST_HELD = 64  # facts of one name that those behind are held against
_UNIT = ("unit", "unit.en", "unit.zh", "unit.also")
_NEITHER = -1  # the hash of a name whose fact has no value that is compared; no text's is
_FACTOR = 0x5DEECE66D  # so that both ends count
_LANGUAGES = range(len(LANGUAGES))


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
    hashes = _Hashes()
    twice = hashes.with_two_values(facts)
    if not len(twice):
        return
    before: dict[object, list[Fact]] = {}
    for batch in facts.batches():
        named, _ = hashes.of(batch)
        rows = batch.filter(truths(np.logical_or.reduce(np.isin(named, twice))))
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


class _Hashes:
    """Hashes of the names of facts, and of their values: what differs has another, but by chance.

    A chance has a fact more looked at, or one contradiction of 10**19 missed.
    """

    def __init__(self) -> None:
        self._kinds: dict[object, int] = {}

    def with_two_values(self, facts: FactSet) -> LongIntegers:
        """The hashes of names that stand twice with two values."""
        found = [self.of(batch) for batch in facts.batches()]
        if not found:
            return np.empty(0, np.int64)
        values = np.concatenate([values for _, values in found])
        by_language = (np.concatenate([named[at] for named, _ in found]) for at in _LANGUAGES)
        return np.concatenate([_with_two(named, values) for named in by_language])

    def of(self, facts: pa.Table) -> tuple[LongIntegers, LongIntegers]:
        """The hashes of the names of facts, in a row for each language, and of their values."""
        units = (pc.fill_null(facts[name], "") for name in _UNIT)
        unit = pc.binary_join_element_wise(*units, KEY_SEPARATOR)
        kind = map_distinct(unit, self._kind, pa.string())
        when = pc.if_else(pc.equal(facts["period"], ""), facts["source"], facts["period"])
        is_compared = valid_rows(one_chunk(pc.coalesce(facts["number"], _days(facts))))
        of_names = []
        for lang in LANGUAGES:
            metric = map_distinct(facts[f"metric.{lang}"], str.casefold, pa.string())
            parts = facts["entity"], metric, kind, when, facts["status"]
            name = pc.binary_join_element_wise(*parts, KEY_SEPARATOR).to_pylist()
            hashes = np.fromiter(map(hash, name), np.int64, len(name))
            of_names.append(np.where(is_compared, hashes, _NEITHER))
        return np.stack(of_names), _values(facts, unit)

    def _kind(self, unit: str) -> str:
        kind = kind_of(unit_of(*unit.split(KEY_SEPARATOR)))
        return str(self._kinds.setdefault(kind, len(self._kinds)))


def _with_two(named: LongIntegers, values: LongIntegers) -> LongIntegers:
    """The names among these that stand beside two values."""
    order = np.argsort(named, kind="stable")
    named, values = named[order], values[order]
    has_two = (named[1:] == named[:-1]) & (values[1:] != values[:-1]) & (named[1:] != _NEITHER)
    return np.unique(named[1:][has_two])


def _values(facts: pa.Table, unit: pa.ChunkedArray) -> LongIntegers:
    """Hashes of the values: of both ends in the base unit, or of days."""
    scale = map_distinct(
        unit, lambda name: float(unit_of(*name.split(KEY_SEPARATOR)).scale), pa.float64()
    )
    hashes = np.zeros(facts.num_rows, np.int64)
    for end in (facts["number"], facts["high"], _days(facts)):
        size = one_chunk(pc.fill_null(pc.multiply(end, scale), 0.0))
        hashes = hashes * _FACTOR + float_values(size).view(np.int64)
    return hashes


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
