"""Changes between two editions: of facts, as columns, and of views; and what kinds there are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.series import shown_in
from exporter.facts.table import Fact, fact_of
from exporter.facts.units import Unit
from exporter.facts.views import View
from exporter.facts.words import Bilingual, Lang
from exporter.report.changes.differences import Difference, difference_of
from exporter.report.changes.magnitudes import shown_magnitudes
from exporter.report.definition import ReportDefinition


class Change(StrEnum):
    """What became of a fact or a view, in the order in which it is told."""

    RESTATED = "restated"  # another figure for the same period, under another id
    REPLACED = "replaced"  # the figure of a later period, under another id
    CHANGED = "changed"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    EVIDENCE = "evidence changed"  # and nothing else


CHANGE_LABELS: Mapping[str, Bilingual] = {
    Change.RESTATED: Bilingual("restated", "重述"),
    Change.REPLACED: Bilingual("replaced", "更新"),
    Change.CHANGED: Bilingual("changed", "变更"),
    Change.ADDED: Bilingual("added", "新增"),
    Change.WITHDRAWN: Bilingual("withdrawn", "撤回"),
    Change.EVIDENCE: Bilingual("evidence changed", "佐证变更"),
}
FIELD_LABELS: Mapping[str, Bilingual] = {  # of a fact, then of a view
    "entity": Bilingual("entity", "主体"),
    "metric": Bilingual("metric", "指标"),
    "value": Bilingual("value", "数值"),
    "unit": Bilingual("unit", "单位"),
    "qualifier": Bilingual("qualifier", "限定"),
    "period": Bilingual("period", "截至"),
    "status": Bilingual("status", "状态"),
    "attribution": Bilingual("attribution", "出处"),
    "source": Bilingual("source", "来源"),
    "quote": Bilingual("quote", "原文"),
    "quote_en": Bilingual("English translation", "英译"),
    "quote_zh": Bilingual("Chinese translation", "中译"),
    "formula": Bilingual("formula", "公式"),
    "note": Bilingual("note", "附注"),
    "also_in": Bilingual("further sources", "其他来源"),
    "accept": Bilingual("reason accepted", "采信理由"),
    "broker": Bilingual("broker", "券商"),
    "subject": Bilingual("subject", "对象"),
    "stance": Bilingual("stance", "立场"),
    "rating": Bilingual("rating", "评级"),
    "target_price": Bilingual("target price", "目标价"),
    "thesis": Bilingual("thesis", "观点"),
    "drivers": Bilingual("drivers", "驱动因素"),
    "report_date": Bilingual("report date", "报告日期"),
    "previous_rating": Bilingual("earlier rating", "原评级"),
    "rating_reading": Bilingual("rating is our reading", "评级为本报告解读"),
    "previous_target_price": Bilingual("earlier target price", "原目标价"),
    "price": Bilingual("price", "现价"),
    "analyst": Bilingual("analyst", "分析师"),
}
YES_OR_NO = {True: Bilingual("yes", "是"), False: Bilingual("no", "否")}
Names = Mapping[str, Bilingual]  # of entities or brokers, by their English ones
NO_NAMES: Names = MappingProxyType({})
EVIDENCE_FIELDS = ("formula", "source", "quote", "quote_en", "quote_zh", "also_in", "accept")


def named(name: str, names: Names, lang: Lang) -> str:
    """What the English name of an entity or a broker is in a language."""
    return names[name].in_(lang) if name in names else name


class Stated(Protocol):
    """What an edition states: what a manifest's content has of it."""

    @property
    def report(self) -> ReportDefinition:
        """Its definition."""

    @property
    def facts(self) -> FactSet:
        """Its facts."""

    @property
    def views(self) -> tuple[View, ...]:
        """Its views."""


@dataclass(frozen=True)
class FactChange:
    """What became of one fact; what follows from it is found once.

    Attributes:
        fields: Which of its fields differ, as an analyst writes them; none where a side is missing.
        old: As it was; None for a new one.
        new: As it is; None for one that is no more.
    """

    change: Change
    fields: tuple[str, ...]
    old: Fact | None
    new: Fact | None

    @property
    def fact(self) -> Fact:
        """As it is, or was."""
        fact = self.new or self.old
        assert fact is not None  # noqa: S101 - one of them is there
        return fact

    @cached_property
    def magnitudes(self) -> tuple[str, str]:
        """What the column SHOWN says of it as it was, and as it is."""
        return shown_magnitudes(self.old, self.new)

    @cached_property
    def units(self) -> list[Unit]:
        """The units of its sides, in the magnitudes in which they are told."""
        sides = zip((self.old, self.new), self.magnitudes, strict=True)
        return [shown_in(fact.unit, shown) for fact, shown in sides if fact]

    @cached_property
    def difference(self) -> Difference | None:
        """By how much its figure changed, in the magnitude in which it is told."""
        return difference_of(self.old, self.new, self.magnitudes[1])


@dataclass(frozen=True, slots=True)
class FactChanges:
    """The changes of facts, one a row in each column, entity by entity.

    Attributes:
        kinds: The values of Change.
        fields: Lists of fields, as of a FactChange.
        old: By the schema FACTS; null throughout where a fact is new.
        new: Likewise, where one is no more.
    """

    kinds: pa.Array
    fields: pa.Array
    old: pa.Table
    new: pa.Table

    def __len__(self) -> int:
        return len(self.kinds)

    def __iter__(self) -> Iterator[FactChange]:
        """The changes one by one, for people."""
        columns = (self.kinds, self.fields, self.old, self.new)
        for kind, fields, old, new in zip(*(one.to_pylist() for one in columns), strict=True):
            yield FactChange(Change(kind), tuple(fields), _fact(old), _fact(new))


def _fact(row: dict[str, object]) -> Fact | None:
    return None if row["id"] is None else fact_of(row)


@dataclass(frozen=True, slots=True)
class ViewChange:
    """What became of one view; else as a FactChange.

    Attributes:
        prices: The facts that it named and names as the share's price; None for none.
    """

    change: Change
    fields: tuple[str, ...]
    old: View | None
    new: View | None
    prices: tuple[Fact | None, Fact | None] = (None, None)

    @property
    def view(self) -> View:
        """As it is, or was."""
        view = self.new or self.old
        assert view is not None  # noqa: S101 - one of them is there
        return view


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two editions.

    Attributes:
        old: The date that the older one speaks for.
        new: That of the newer one.
        entities: The names of all entities by their English ones, in order.
        brokers: Likewise of the brokers.
        view_ids: Those of all views of the newer edition, changed or not.
    """

    old: date
    new: date
    entities: Mapping[str, Bilingual]
    brokers: Mapping[str, Bilingual]
    facts: FactChanges
    views: tuple[ViewChange, ...]
    view_ids: frozenset[str] = frozenset()

    def broker_of(self, change: ViewChange) -> Bilingual:
        """Whose view it is, in both languages where that is known."""
        name = change.view.broker
        return self.brokers.get(name) or Bilingual(name, name)

    def __bool__(self) -> bool:
        return bool(len(self.facts) or self.views)

    def without(self, entities: Collection[str]) -> "Changes":
        """The same without the facts of some entities."""
        facts = self.facts
        sides = [pc.fill_null(side["entity"], "") for side in (facts.new, facts.old)]
        named = pc.if_else(pc.equal(sides[0], ""), sides[1], sides[0])
        kept = pc.invert(pc.is_in(named, pa.array(list(entities), pa.string()))).combine_chunks()
        columns = (facts.kinds, facts.fields, facts.old, facts.new)
        return replace(self, facts=FactChanges(*(column.filter(kept) for column in columns)))

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many changes there are of each kind: of facts, of views."""
        facts = Counter(self.facts.kinds.to_pylist())
        views = Counter(change.change for change in self.views)
        kinds = [str(kind) for kind in Change]
        return {kind: facts[kind] for kind in kinds}, {kind: views[Change(kind)] for kind in kinds}
