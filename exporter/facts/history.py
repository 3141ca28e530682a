"""What facts say of older ones: whose figure they set right, in whose place they stand.

`restates` names a fact of the same entity, metric and period whose figure was another; that one
leaves the report. `replaces` names one of an earlier period, which stays on its sheet. Each fact
has one in its place at most, so that whoever names it means the one that holds now.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, one_chunk
from exporter.facts.periods import parse_point
from exporter.facts.rule import Rule
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.words import Status

if TYPE_CHECKING:
    from exporter.facts.fact_set import FactSet

RESTATES, REPLACES = "restates", "replaces"
METRIC = ("metric.en", "metric.zh")
FIGURE = (
    "kind", "number", "high", "date", "precision", "text.en", "text.zh", "unit", "qualifier",
    "status",
)  # fmt: skip
_KEPT = ("id", "entity", *METRIC, *FIGURE, "period", "source", "file", "line")


def history_rules(table: pa.Table) -> Iterator[Rule]:
    """What a fact says of its history that cannot be, whatever others say.

    Args:
        table: WRITTEN with the columns of FACTS, as for `rules.rules`.
    """
    if table[RESTATES].null_count < table.num_rows and table[REPLACES].null_count < table.num_rows:
        yield Rule(
            pc.and_(pc.is_valid(table[RESTATES]), pc.is_valid(table[REPLACES])),
            lambda _: "`restates` and `replaces` are both given",
            lambda _: "keep `restates` for the same period, `replaces` for a later one",
        )
    if table["carried"].null_count < table.num_rows:
        yield Rule(
            map_distinct(table["carried"], lambda text: not _is_day(text), pa.bool_()),
            lambda row: f"`carried` is {row['carried']!r}, and no edition",
            lambda _: "take it out, or write the edition's date like 2023-10-31",
        )


def _is_day(text: str) -> bool:
    point = parse_point(text)
    return point is not None and point.precision == "day"


@dataclass(frozen=True, slots=True)
class History:
    """Which facts stand in the place of which.

    Attributes:
        newer: Ids of facts that restate or replace one.
        older: Ids of those, likewise.
        is_restated: Whether the older one is restated, likewise; else it is replaced.
    """

    newer: pa.Array
    older: pa.Array
    is_restated: pa.Array

    def __bool__(self) -> bool:
        return len(self.older) > 0

    @property
    def restated(self) -> frozenset[str]:
        """Ids of the facts that have left the report."""
        return frozenset(self.older.filter(self.is_restated).to_pylist())

    @property
    def replaced(self) -> frozenset[str]:
        """Ids of the facts that stay on their sheets alone."""
        return frozenset(self.older.filter(pc.invert(self.is_restated)).to_pylist())

    def corrected(self, id_: str) -> str:
        """The id of the fact that sets right the one with this id, of the same period."""
        restating = self.older.filter(self.is_restated), self.newer.filter(self.is_restated)
        for _ in range(len(restating[0])):
            at = pc.index(restating[0], id_).as_py()
            if at < 0:
                break
            id_ = restating[1][at].as_py()
        return id_

    def current(self, id_: str) -> str:
        """The id of the fact that stands now in the place of the one with this id."""
        for _ in range(len(self.older)):  # of a circle, which is refused, there is no end
            at = pc.index(self.older, id_).as_py()
            if at < 0:
                break
            id_ = self.newer[at].as_py()
        return id_


def history_of(facts: "FactSet") -> History:
    """Which facts of a set stand in the place of which."""
    links = Links()
    if facts.has_history:
        for batch in facts.batches():
            links.take(batch)
    return links.history()


def among(ids: pa.ChunkedArray, chosen: Set[str]) -> pa.ChunkedArray:
    """Which ids of a batch are among some, which may be many: Arrow would hash those each time."""
    if not chosen:
        return pa.chunked_array([pa.repeat(pa.scalar(False), len(ids))])
    return pa.chunked_array([pa.array([id_ in chosen for id_ in ids.to_pylist()], pa.bool_())])


def is_withdrawn(facts: pa.Table) -> pa.ChunkedArray:
    """Which facts of a table nobody upholds any more."""
    return pc.equal(facts["status"], Status.WITHDRAWN.value)


def has_history(facts: pa.Table) -> bool:
    """Whether any fact restates, replaces, or is withdrawn."""
    if any(facts[name].null_count < facts.num_rows for name in (RESTATES, REPLACES)):
        return True
    return bool(pc.any(is_withdrawn(facts)).as_py())


class Links:
    """The facts that restate or replace others, gathered while facts go by."""

    def __init__(self) -> None:
        self._some: list[pa.Table] = []

    def take(self, facts: pa.Table) -> None:
        """Facts by the schema FACTS."""
        older = pc.coalesce(facts[RESTATES], facts[REPLACES])
        if older.null_count < facts.num_rows:
            links = facts.select([*_KEPT, RESTATES]).append_column("older", older)
            self._some.append(links.filter(pc.is_valid(older)))

    def table(self) -> pa.Table:
        """All of them, with `older`, the id of the fact that each names."""
        schema = pa.schema([FACTS.field(name) for name in (*_KEPT, RESTATES)])
        empty = empty_table(schema.append(pa.field("older", pa.string())))
        return pa.concat_tables([empty, *self._some]).combine_chunks()

    def history(self) -> History:
        """Which facts stand in the place of which."""
        links = self.table()
        restated = one_chunk(pc.is_valid(links[RESTATES]))
        return History(one_chunk(links["id"]), one_chunk(links["older"]), restated)
