"""What an edition keeps of an earlier one: enough to tell, alone, what has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table
from exporter.facts.fact_set import FactSet
from exporter.facts.table import FACTS
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.report.changes.fact_pairs import pair_facts
from exporter.report.changes.model import Change, Changes, Stated
from exporter.report.changes.view_pairs import pair_views
from exporter.report.changes.view_prices import with_prices
from exporter.report.definition import ReportDefinition
from exporter.report.prices import price_facts


@dataclass(frozen=True, slots=True)
class Since:
    """The sides of changes that an edition does not state itself, and which of its own are others.

    Attributes:
        edition: The date that the earlier edition speaks for.
        entities: Its entities, in their order; and its brokers.
        facts: By the schema FACTS: those that have changed or are no more, as they were; and those
            with the id of one that is new.
        views: Likewise.
        told_facts: Ids of the facts that are new or say something else.
        told_views: Ids of such views.
    """

    edition: date
    entities: tuple[Bilingual, ...]
    brokers: tuple[Bilingual, ...]
    facts: pa.Table
    views: tuple[View, ...]
    told_facts: tuple[str, ...]
    told_views: tuple[str, ...]


def since_of(old: Stated, changes: Changes) -> Since:
    """What is to be kept of an earlier edition.

    Args:
        old: That edition.
        changes: From it to the one that keeps it.
    """
    (before, told_facts), (_, told_views) = sides_of(changes)
    ids = pa.array(sorted(before | told_facts), pa.string())
    facts = old.facts.table().select(FACTS.names)
    return Since(
        old.report.edition,
        tuple(entity.name for entity in old.report.entities),
        tuple(broker.name for broker in old.report.brokers),
        _placeless(facts.filter(pc.is_in(facts["id"], ids))),
        tuple(
            change.old.model_copy(update={"file": "", "line": 0})
            for change in changes.views
            if change.old
        ),
        tuple(sorted(told_facts)),
        tuple(sorted(told_views)),
    )


def sides_of(changes: Changes) -> tuple[tuple[set[str], set[str]], tuple[set[str], set[str]]]:
    """The ids of facts, then of views, that changes have on their earlier and their later side.

    What a later period is told against as it is known today is no side of the earlier edition: it
    is told itself.
    """
    facts = (changes.facts.old, changes.facts.new)
    was, is_ = (side["id"].to_pylist() for side in facts)
    now = {id_ for id_ in is_ if id_ is not None}
    kinds = changes.facts.kinds.to_pylist()
    before = {
        id_
        for kind, id_ in zip(kinds, was, strict=True)
        if id_ is not None and not (kind == Change.REPLACED and id_ in now)
    }
    old = {change.old.id for change in changes.views if change.old}
    return (before, now), (old, {change.new.id for change in changes.views if change.new})


def changes_since(
    since: Since, report: ReportDefinition, facts: FactSet, views: Sequence[View]
) -> Changes:
    """The changes from an earlier edition, of which only what changed is known.

    Args:
        since: What is known of it.
        report: The definition of the edition that they lead to.
        facts: Its facts.
        views: Its views.
    """
    names = {name.en: name for name in since.entities}
    names |= {entity.name.en: entity.name for entity in report.entities}
    order = [entity.name.en for entity in report.entities]
    order = list(dict.fromkeys([*order, *(name.en for name in since.entities)]))
    ids, named = {*since.told_facts, *since.facts["id"].to_pylist()}, set(since.told_views)
    told = pa.array(sorted(ids), pa.string())
    batches = [batch.select(FACTS.names) for batch in facts.batches()]
    now = [batch.filter(pc.is_in(batch["id"], told)).cast(FACTS) for batch in batches]
    newer = [view for view in views if view.id in named]
    prices = pa.array(sorted(set(price_facts((*since.views, *newer)))), pa.string())
    priced = facts.where(lambda batch: pc.is_in(batch["id"], prices)).table()
    return Changes(
        since.edition,
        report.edition,
        {name: names[name] for name in order},
        {name.en: name for name in (*since.brokers, *(broker.name for broker in report.brokers))},
        pair_facts(since.facts, pa.concat_tables([empty_table(FACTS), *now]), order),
        tuple(with_prices(pair_views(since.views, newer), [since.facts, priced], [priced])),
        frozenset(view.id for view in views),
    )


def _placeless(facts: pa.Table) -> pa.Table:
    """Facts by the schema FACTS, of which it does not matter any more where they were written."""
    nowhere = {"file": pa.array([""] * facts.num_rows), "line": pa.array([0] * facts.num_rows)}
    columns = [nowhere.get(name, facts[name]) for name in FACTS.names]
    return pa.table(dict(zip(FACTS.names, columns, strict=True))).cast(FACTS).combine_chunks()
