"""The magnitudes in which a series is shown: one for all facts of an entity, a metric and a unit.

2300万 are 23 million, and 160万 of the same metric beside them 1.6 million. What a chart compares
shares one, too. So the largest value decides, which is known when all facts have gone by: `take`
sees each batch, and `shown` then gives them the column SHOWN, which is no column of FACTS, since it
follows from them. A value that would read badly there (a yuan among billions) keeps its own.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.magnitudes import MAGNITUDES, is_said_in_both, suited
from exporter.facts.own_units import unit_of
from exporter.facts.table import KEY_SEPARATOR, NUMBER, as_written, map_distinct
from exporter.facts.units import ORDINAL, Unit
from exporter.facts.words import Bilingual

SHOWN = "unit.shown"
# Beyond, what is known of series would be a good part of the memory that a large set takes; and
# who has so many has no series, but metrics that stand once.
MOST_SERIES = 100_000
# Of an entity; among more, nobody would find what a chart compares.
MOST_IN_A_CHARTED_SHEET = 1_000
# With more decimals, a value of a small magnitude would need more of them than a format shows.
_MOST_DECIMALS = 8
# In its series' magnitude a smaller value is all zeros: 0.004 billion is said as 4 million.
_LEAST = Fraction(1, 100)
_UNIT = ("unit", "unit.en", "unit.zh")
_KEY = ("entity", "metric.en", "metric.zh", *_UNIT)


class Series:
    """The series of a set of facts, by their largest values, while the facts go by."""

    def __init__(self, most: int = MOST_SERIES) -> None:
        """No series yet.

        Args:
            most: So many are told apart; where there are more, units alone decide.
        """
        self._most = most
        self._largest: dict[str, float] = {}
        self._shown: dict[str, str] = {}
        self._least: dict[str, float] = {}

    def take(self, facts: pa.Table) -> None:
        """Take a batch in."""
        movable = _movable(facts)
        if len(self._largest) > self._most or movable is None:
            return
        rows = facts.filter(movable)
        groups = pa.table({"key": _keys(rows), "size": _sizes(rows)}).group_by("key")
        largest = groups.aggregate([("size", "max")])
        for key, size in zip(*(column.to_pylist() for column in largest.columns), strict=True):
            self._largest[key] = max(size or 0.0, self._largest.get(key, 0.0))

    def shown(self, facts: FactSet) -> FactSet:
        """All facts with the column SHOWN filled, for `shown_in`; no more may be taken.

        Args:
            facts: What was taken, by entity, with that column.
        """
        found = self._largest if len(self._largest) <= self._most else {}
        for of_entity in map(facts.of, facts.entities if found else ()):
            if of_entity.num_rows <= MOST_IN_A_CHARTED_SHEET:
                _share(found, of_entity.table())
        self._shown = {key: _suited(key, size) for key, size in found.items()}
        self._least = {key: _least(key, shown) for key, shown in self._shown.items()}
        return facts.map(self._with_shown, facts.schema) if self._shown else facts

    def _with_shown(self, facts: pa.Table) -> pa.Table:
        movable = _movable(facts)
        if movable is None:
            return facts
        keys = pc.if_else(movable, _keys(facts), None)
        shown = pc.fill_null(map_distinct(keys, self._shown.get, pa.string()), "")
        sizes, least = _sizes(facts), map_distinct(keys, self._least.get, pa.float64())
        is_tiny = pc.and_(pc.less(sizes, least), pc.greater(sizes, 0))
        has_own = pc.fill_null(pc.or_kleene(is_tiny, pc.and_(movable, pc.is_null(sizes))), False)
        if pc.any(has_own).as_py():
            rows = zip(
                keys.filter(has_own).to_pylist(), sizes.filter(has_own).to_pylist(), strict=True
            )
            own = pa.array([_suited(key, size) for key, size in rows], pa.string())
            shown = pc.replace_with_mask(shown.combine_chunks(), has_own.combine_chunks(), own)
        return facts.set_column(facts.schema.get_field_index(SHOWN), SHOWN, shown)


@lru_cache(4096)  # facts of one unit come together
def shown_in(unit: Unit, shown: str) -> Unit:
    """A unit in the magnitudes that SHOWN says; as its name alone decides where that is ""."""
    return unit.in_magnitudes(Bilingual(*shown.split("|"))) if shown else unit


def longest_run(keys: Sequence[str | None]) -> range | None:
    """The longest run of two or more neighbours with equal keys; the first of equals.

    It is what a chart compares. None is a key of what is not compared.
    """
    best: range | None = None
    start = 0
    for index in range(1, len(keys) + 1):
        if index < len(keys) and keys[index] == keys[start]:
            continue
        if keys[start] is not None and index - start >= max(2, len(best or ()) + 1):
            best = range(start, index)
        start = index
    return best


def compared_as(facts: pa.Table) -> list[str | None]:
    """What each fact is compared by: its unit, unless it is no number, or a rank."""
    keys = pc.binary_join_element_wise(*(facts[name] for name in _UNIT), KEY_SEPARATOR)
    is_amount = map_distinct(keys, _is_amount, pa.bool_())
    is_compared = pc.and_(is_amount, pc.equal(facts["kind"], NUMBER))
    compared: list[str | None] = pc.if_else(is_compared, keys, None).to_pylist()
    return compared


def _is_amount(key: str) -> bool:
    return unit_of(*key.split(KEY_SEPARATOR)).dimension != ORDINAL


def _share(largest: dict[str, float], facts: pa.Table) -> None:
    """Have the facts that a chart compares share the magnitudes of the largest."""
    run = longest_run(compared_as(facts))
    keys = _keys(facts).to_pylist()[run.start : run.stop] if run else []
    known = {key: largest[key] for key in keys if key in largest}
    largest |= dict.fromkeys(known, max(known.values(), default=0.0))


def _movable(facts: pa.Table) -> pa.ChunkedArray | None:
    """Which rows have numbers whose magnitude hangs on their values; None where none has."""
    keys = pc.binary_join_element_wise(*(facts[name] for name in _UNIT), KEY_SEPARATOR)
    movable = map_distinct(keys, _is_movable, pa.bool_())
    movable = pc.and_(movable, pc.is_valid(facts["number"]))
    return movable if pc.any(movable).as_py() else None


def _is_movable(key: str) -> bool:
    forms = unit_of(*key.split(KEY_SEPARATOR)).forms
    return forms is not None and not is_said_in_both(forms.magnitude)


def _keys(facts: pa.Table) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(*(facts[name] for name in _KEY), KEY_SEPARATOR)


def _sizes(facts: pa.Table) -> pa.ChunkedArray:
    """How large the values are; null where they have very many decimals, which stay as they are."""
    sizes = pc.max_element_wise(pc.abs(facts["number"]), pc.abs(facts["high"]))
    return pc.if_else(pc.greater(facts["decimals"], _MOST_DECIMALS), None, sizes)


def _least(key: str, shown: str) -> float:
    """The smallest value of a series that reads well in the magnitudes that SHOWN says."""
    forms = unit_of(*key.split(KEY_SEPARATOR)[-len(_UNIT) :]).forms
    if forms is None or not shown:
        return 0.0
    largest = max(MAGNITUDES[name].size for name in shown.split("|"))
    return float(_LEAST * largest / MAGNITUDES[forms.magnitude].size)


def _suited(key: str, largest: float | None) -> str:
    forms = unit_of(*key.split(KEY_SEPARATOR)[-len(_UNIT) :]).forms
    if forms is None or largest is None:
        return ""
    return "|".join(suited(forms.magnitude, as_written(largest)))
