"""Calculated facts: what their formulas give, exactly, and what is wrong with them.

A formula may name facts that stand anywhere in a report. So facts are calculated when all have gone
by: those that formulas name are looked up among them, and only where there is a formula at all.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.errors import Problem
from exporter.facts.fact_set import FactSet
from exporter.facts.formulas import Operand, operands_of, parse_formula
from exporter.facts.history import among, history_of
from exporter.facts.operands import Operands, wrong_operand
from exporter.facts.results import Result, ResultError, resolve

_READ = (
    "id", "kind", "number", "high", "decimals", "unit", "unit.en", "unit.zh", "unit.also",
    "qualifier", "period", "status", "attribution.en", "attribution.zh", "source", "quote",
    "formula", "file", "line",
)  # fmt: skip
FILLED = (  # columns of FACTS that follow from the formula
    "number", "decimals", "qualifier", "period", "status", "attribution.en", "attribution.zh",
)  # fmt: skip

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Calculation:
    """What the formulas of a set give.

    Attributes:
        rows: The calculated facts as they were written, by their ids, in order.
        results: What their formulas give, likewise; those at fault have none.
        problems: What is wrong with the others; what only follows from another is not told.
        doubts: What is told and not refused.
    """

    rows: Mapping[str, Row] = field(default_factory=dict)
    results: Mapping[str, Result] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()

    def filled(self, facts: FactSet) -> FactSet:
        """The facts with what their formulas give, without those whose formula gives nothing."""
        if not self.rows:
            return facts
        if failed := self.rows.keys() - self.results.keys():
            facts = facts.where(lambda batch: pc.invert(among(batch["id"], failed)))
        columns = self.columns()
        return facts.map(lambda batch: with_columns(batch, columns), facts.schema)

    def columns(self) -> dict[str, dict[str, Any]]:
        """What follows from formulas, by column of FACTS and id."""
        return {
            name: {id_: result.columns[name] for id_, result in self.results.items()}
            for name in FILLED
        }


def calculate(
    facts: FactSet, faulty: Set[str] = frozenset(), published: Mapping[str, str] | None = None
) -> Calculation:
    """What the formulas of facts give.

    Args:
        facts: All of a report, by FACTS or with more columns.
        faulty: Ids of facts that are not whole, of which nothing is said; with "" among them any
            fact may be missing.
        published: When sources appeared (ISO 8601), by their ids: a fact without a period is as of
            then.
    """
    if not facts.has_formulas:
        return Calculation()
    rows = {row["id"]: row for row in _rows(facts, lambda batch: pc.is_valid(batch["formula"]))}
    named = {operand.fact for row in rows.values() for operand in _operands(row)}
    others = _rows(facts, lambda batch: among(batch["id"], named - rows.keys()))
    known = Operands({row["id"]: row for row in others}, published or {})
    return _Calculator(facts, rows, known, faulty).calculation()


def with_columns(batch: pa.Table, columns: Mapping[str, Mapping[str, object]]) -> pa.Table:
    """A batch of facts, the calculated ones with other cells.

    Args:
        batch: By FACTS or with more columns.
        columns: Cells by column and id; who has none there keeps what it has.
    """
    if batch["formula"].null_count == batch.num_rows:
        return batch
    known = next(iter(columns.values()))
    calculated = pc.and_(pc.is_valid(batch["formula"]), among(batch["id"], known.keys()))
    mask = one_chunk(calculated)
    ids = batch["id"].filter(mask).to_pylist()
    for name, cells in columns.items():
        at = batch.schema.get_field_index(name)
        made = pa.array([cells[id_] for id_ in ids], batch.schema.field(at).type)
        batch = batch.set_column(
            at, batch.schema.field(at), pc.replace_with_mask(one_chunk(batch[name]), mask, made)
        )
    return batch


def _rows(facts: FactSet, mask: Any) -> list[Row]:
    found: list[Row] = facts.where(mask).table().select(_READ).to_pylist()
    return found


def _operands(row: Row) -> list[Operand]:
    return list(operands_of(parse_formula(row["formula"])))


class _Calculator:
    """Calculates facts, each behind those that its formula names."""

    def __init__(
        self, facts: FactSet, rows: Mapping[str, Row], known: Operands, faulty: Set[str]
    ) -> None:
        self._facts, self._rows, self._known, self._faulty = facts, rows, known, faulty
        history = history_of(facts)
        restated = history.restated
        self._newer = {id_: history.current(id_) for id_ in restated}
        self._results: dict[str, Result] = {}
        self._problems: list[Problem] = []
        self._doubts: list[Problem] = []

    def calculation(self) -> Calculation:
        needs = {
            id_: {operand.fact for operand in _operands(row)} & self._rows.keys()
            for id_, row in self._rows.items()
        }
        for id_ in self._in_order(needs):
            self._calculate(self._rows[id_])
        return Calculation(self._rows, self._results, tuple(self._problems), tuple(self._doubts))

    def _in_order(self, needs: Mapping[str, set[str]]) -> Iterator[str]:
        """The facts, each behind those that it needs; circles are told, and left out."""
        needed_by: dict[str, list[str]] = {id_: [] for id_ in needs}
        for id_, others in needs.items():
            for other in others:
                needed_by[other].append(id_)
        waiting = {id_: len(others) for id_, others in needs.items()}
        ready = [id_ for id_, count in waiting.items() if not count][::-1]
        while ready:
            id_ = ready.pop()
            del waiting[id_]
            yield id_
            for other in needed_by[id_]:
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
        self._tell_circles({id_: needs[id_] & waiting.keys() for id_ in waiting})

    def _tell_circles(self, needs: Mapping[str, set[str]]) -> None:
        """Each circle once, at its first fact; those that only lead into one are not told."""
        seen: set[str] = set()
        for first in needs:
            path: list[str] = []
            id_ = first
            while id_ not in seen:
                seen.add(id_)
                path.append(id_)
                id_ = min(needs[id_])  # what waits needs one that waits
            if id_ not in path:
                continue
            circle = path[path.index(id_) :]
            start = min(circle, key=lambda name: list(self._rows).index(name))
            turned = circle[circle.index(start) :] + circle[: circle.index(start)]
            wrong = f"its formula leads back to itself: {' > '.join([*turned, start])}"
            self._tell(self._rows[start], wrong, "let one of them be a figure by itself")

    def _calculate(self, row: Row) -> None:
        operands = _operands(row)
        faults = [fault for operand in dict.fromkeys(operands) if (fault := self._fault(operand))]
        for wrong, right in faults:
            self._tell(row, f"its formula names {wrong}", right)
        if faults or any(self._is_at_fault(operand.fact) for operand in operands):
            return
        try:
            result = resolve(
                row, {operand.name: self._known.figure(operand) for operand in operands}
            )
        except ResultError as error:
            for wrong, right in error.faults:
                self._tell(row, wrong, right)
            return
        self._results[row["id"]] = result
        self._doubts += (
            Problem(row["file"], row["line"], row["id"], *fault) for fault in result.doubts
        )
        self._known.add(row, result)

    def _is_at_fault(self, id_: str) -> bool:
        """Whether a fact is not known, for a reason that is told where it stands."""
        return id_ not in self._known

    def _fault(self, operand: Operand) -> tuple[str, str] | None:
        """What is wrong with an operand, whatever the formula does with it."""
        id_ = operand.fact
        if id_ in self._rows and id_ not in self._known:
            return None
        if id_ not in self._known:
            if id_ in self._faulty or "" in self._faulty:
                return None
            return f"{id_!r}, and there is no such fact", self._meant(operand)
        if id_ in self._newer:
            newer = self._newer[id_]
            return f"{id_!r}, which {newer!r} restates", f"name {newer!r}"
        return wrong_operand(operand, self._known.row(id_))

    def _meant(self, operand: Operand) -> str:
        """What to write for an id that no fact has."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        known = [id_ for batch in self._first_batches() for id_ in batch["id"].to_pylist()]
        name = operand.name
        parts = [(name[:at], name[at + 1 :]) for at, sign in enumerate(name) if sign == "-"]
        for one, other in parts:
            if {one, other} <= set(known):
                return f"write `{one} - {other}`, with white space around the minus"
        near = extractOne(operand.fact, known, scorer=ratio, score_cutoff=75)
        return f"did you mean {near[0]!r}?" if near else "name a fact by its id"

    def _first_batches(self) -> Iterator[pa.Table]:
        rows = 0
        for batch in self._facts.batches():
            yield batch
            rows += batch.num_rows
            if rows >= 10_000:
                return

    def _tell(self, row: Row, wrong: str, right: str) -> None:
        self._problems.append(Problem(row["file"], row["line"], row["id"], wrong, right))
