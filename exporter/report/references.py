"""What a report's definition, the views and the facts say of each other that does not hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from difflib import get_close_matches

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table
from exporter.errors import Fault, Problem
from exporter.facts.fact_set import FactSet, RowsAndProblems
from exporter.facts.history import History, is_withdrawn
from exporter.facts.ranges import Named, has_ranges
from exporter.facts.table import FACTS, NUMBER, WRITTEN
from exporter.facts.views import View
from exporter.report.compared_figures import check_compared
from exporter.report.definition import Definition, EntityDefinition, ReportDefinition
from exporter.report.entity_charts import (
    faults_of_chart,
    has_metric,
    ids_charted,
    metric_charted,
)
from exporter.report.standing import with_current_facts

_MOST_LIKENED = 10_000  # facts
_LIKE = 75  # of 100


def named_in_english(
    written: Iterable[RowsAndProblems], entities: Sequence[EntityDefinition]
) -> Iterator[RowsAndProblems]:
    """Rows of WRITTEN, with an entity that is called by its Chinese name called by its English one.

    Args:
        written: Rows, and what is wrong with others.
        entities: The report's.
    """
    english = {entity.name.en for entity in entities}
    names = {entity.name.zh: entity.name.en for entity in entities if entity.name.zh not in english}
    chinese, place = pa.array(list(names), pa.string()), WRITTEN.get_field_index("entity")
    meant = pa.array(list(names.values()), pa.string())
    for rows, problems in written:
        at = pc.index_in(rows["entity"], chinese)
        if at.null_count < rows.num_rows:
            named = pc.coalesce(pc.take(meant, at), rows["entity"])
            rows = rows.set_column(place, "entity", named)  # noqa: PLW2901
        yield rows, problems


class Referred:
    """The facts that a definition refers to, and the entities that any are about.

    Attributes:
        entities: Names of the entities that facts are about.
        meant: Names of entities that other names in facts are like.
    """

    def __init__(self, definition: Definition | None) -> None:
        """Nothing known yet; without a definition nothing is referred to, and no entity unknown."""
        report = definition.report if definition else None
        entities = report.entities if report else ()
        self._wanted = pa.array(_named(report) if report else [], pa.string())
        metrics = filter(None, (metric_charted(entity.chart) for entity in entities))
        self._metrics = pa.array(sorted(set(metrics)), pa.string())
        self._known = [entity.name.en for entity in entities]
        self._facts: list[pa.Table] = []
        self._first: dict[str, str] = {}  # entities by ids, of facts that another name may mean
        self.entities: set[str] = set()
        self.meant: set[str] = set()

    def take(self, facts: pa.Table) -> None:
        """Take in what is to be known of a batch of facts."""
        self.entities.update(pc.unique(facts["entity"]).to_pylist())
        wanted = pc.is_in(facts["id"], self._wanted)
        if len(self._metrics):
            wanted = pc.or_(wanted, has_metric(facts, self._metrics))
        self._facts.append(facts.filter(wanted))
        if lacking := _MOST_LIKENED - len(self._first):
            ids, entities = (facts[name].slice(0, lacking).to_pylist() for name in ("id", "entity"))
            self._first |= dict(zip(ids, entities, strict=True))

    def follow(self, definition: Definition, history: History, facts: FactSet) -> Definition:
        """A definition that names the facts that stand in the place of those it names.

        They are then among the facts that are referred to.

        Args:
            definition: As written.
            history: Which facts stand in the place of which.
            facts: All that are whole.
        """
        if not history:
            return definition
        current = replace(definition, report=with_current_facts(definition.report, history))
        newer = set(_named(current.report)) - set(self._wanted.to_pylist())
        ids = pa.array(sorted(newer), pa.string())
        found = facts.where(lambda batch: pc.is_in(batch["id"], ids)).table()
        self._facts.append(found.select(FACTS.names))
        return current

    def misplaced(self, facts: pa.Table) -> Iterator[Problem]:
        """Problems of the facts of a batch that are about no entity of the report."""
        if not self._known:
            return
        known = pc.is_in(facts["entity"], pa.array(self._known, pa.string()))
        faults: dict[str, Fault] = {}
        rows = facts.filter(pc.invert(known)).select(["entity", "file", "line", "id"])
        for row in rows.to_pylist():
            entity = row["entity"]
            if entity not in faults:
                faults[entity] = self._unknown(entity)
            yield Problem(row["file"], row["line"], row["id"], *faults[entity])

    def _unknown(self, entity: str) -> Fault:
        near = get_close_matches(entity, self._known, 1)
        self.meant.update(near)
        right = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(self._known)}"
        return Fault(f"the entity {entity!r} is not among the report's entities", right)

    def question(self, named: Named, entity: str = "") -> str:
        """Which fact, of an entity where one is named, is almost called so; "" for none."""
        from rapidfuzz.process import extractOne

        known = [id_ for id_, of in self._first.items() if entity in {"", of}]
        near = extractOne(named.id, known, score_cutoff=_LIKE)
        end = f".{named.end}" if named.end else ""
        return f"did you mean {near[0] + end!r}?" if near else ""

    def quotes(self) -> dict[str, str]:
        """The quotes of those facts, by their ids."""
        facts = self.facts()
        return dict(zip(facts["id"].to_pylist(), facts["quote"].to_pylist(), strict=True))

    def facts(self) -> pa.Table:
        """The facts that the definition refers to, so far as they are there."""
        return pa.concat_tables([empty_table(FACTS), *self._facts])


def _named(report: ReportDefinition) -> list[str]:
    """Ids of the facts that a report names."""
    headlines = [Named.of(entity.headline).id for entity in report.entities if entity.headline]
    charted = [id_ for entity in report.entities for id_ in ids_charted(entity.chart)]
    return [*headlines, *charted, *(id_ for page in report.one_pagers for id_ in page.facts)]


def check_references(
    definition: Definition, views: Sequence[View], referred: Referred, faulty: Set[str]
) -> Iterator[Problem]:
    """What report.yaml says of facts and views that does not hold.

    Args:
        definition: The report's definition, as `Referred.follow` gives it.
        views: The views that are whole.
        referred: What is known of the facts that are whole.
        faulty: Ids of facts that are not; what refers to them is not at fault.
    """
    report, facts = definition.report, referred.facts()
    entity_of = dict(zip(facts["id"].to_pylist(), facts["entity"].to_pylist(), strict=True))
    shown = {
        entity.name.en for workbook in report.workbooks for entity in report.entities_of(workbook)
    }
    for index, entity in enumerate(report.entities):
        name, headline = entity.name.en, entity.headline
        if name in shown and name not in referred.entities | referred.meant and not faulty:
            wrong = f"no fact is about {name!r}"
            yield definition.problem(("entities", index), wrong, "add one, or take the entity off")
        named = Named.of(headline or "")
        if headline and named.id not in faulty and entity_of.get(named.id) != name:
            wrong = f"the headline {headline!r} is no fact about {name!r}"
            right = referred.question(named, name) or "use the id of one"
            yield definition.problem(("entities", index, "headline"), wrong, right)
        elif headline and named.id not in faulty:
            yield from _unshown(definition, ("entities", index, "headline"), named, facts)
        if not faulty:
            for fault in faults_of_chart(entity.chart, name, facts):
                yield definition.problem(("entities", index, "chart"), *fault)
    yield from _onepagers(definition, views, referred, faulty)


def check_brokers(definition: Definition, views: Sequence[View]) -> Iterator[Problem]:
    """Brokers of one-pagers that no view is of. `views` are all views of the report."""
    viewed = {view.broker for view in views}
    for index, page in enumerate(definition.report.one_pagers):
        for name in (broker.name.en for broker in definition.report.brokers_of(page)):
            if name not in viewed:
                wrong = f"no view of {name!r} is there for {page.name}"
                right = "add one to the views, or name other `brokers:`"
                yield definition.problem(("one_pagers", index, "brokers"), wrong, right)


def _onepagers(
    definition: Definition, views: Sequence[View], referred: Referred, faulty: Set[str]
) -> Iterator[Problem]:
    """What cannot be laid out: unknown brokers and facts, pictures of texts or of mixed units."""
    brokers = [broker.name.en for broker in definition.report.brokers]
    for view in views:
        if view.broker not in brokers:
            right = f"use one of {', '.join(brokers)}" if brokers else "add it to `brokers:`"
            wrong = f"the broker {view.broker!r} is not among the report's brokers"
            yield Problem(view.file, view.line, view.id, wrong, right)
    facts = referred.facts()
    kinds = dict(zip(facts["id"].to_pylist(), facts["kind"].to_pylist(), strict=True))
    kinds |= dict.fromkeys(faulty, NUMBER)
    for index, page in enumerate(definition.report.one_pagers):
        place = ("one_pagers", index)
        yield from _unknown_facts(
            definition, (*place, "key_figures"), tuple(page.figure_names()), (kinds, referred)
        )
        yield from check_compared(definition, (*place, "key_figures"), page, facts)
        for named in map(Named.of, page.names):
            if named.id not in faulty:
                yield from _unshown(definition, place, named, facts)
        if names := page.pictured:
            yield from _unknown_facts(definition, (*place, "picture"), names, (kinds, referred))
            yield from _comparable(definition, (*place, "picture"), names, facts)


def _unshown(
    definition: Definition, place: tuple[str | int, ...], named: Named, facts: pa.Table
) -> Iterator[Problem]:
    """An end is named of a fact that is no range, or what nobody upholds any more."""
    fact = facts.filter(pc.equal(facts["id"], named.id))
    if pc.any(is_withdrawn(fact)).as_py():
        right = "name another, or take it out"
        yield definition.problem(place, f"the fact {named.id!r} is withdrawn", right)
    if named.end and fact.num_rows and not has_ranges(fact):
        wrong = f"{named.id!r} is no range, so it has no {named.end} end"
        yield definition.problem(place, wrong, f"write {named.id}")


def _unknown_facts(
    definition: Definition,
    place: tuple[str | int, ...],
    names: Sequence[str],
    known: tuple[Mapping[str, str], Referred],
) -> Iterator[Problem]:
    kinds, referred = known
    for named in map(Named.of, names):
        id_ = named.id
        if id_ not in kinds:
            right = referred.question(named) or "use a fact's id"
            yield definition.problem(place, f"there is no fact {id_!r}", right)
        elif place[-1] == "picture" and kinds[id_] != NUMBER:
            wrong = f"the fact {id_!r} is no number, so no bar can show it"
            yield definition.problem(place, wrong, "picture numbers")


def _comparable(
    definition: Definition, place: tuple[str | int, ...], names: Sequence[str], facts: pa.Table
) -> Iterator[Problem]:
    ids = pa.array([Named.of(name).id for name in names], pa.string())
    pictured = facts.filter(pc.is_in(facts["id"], ids))
    units = pc.unique(pictured["unit"]).to_pylist()
    if len(units) > 1:
        wrong = f"the picture compares different units ({', '.join(units)})"
        yield definition.problem(place, wrong, "name facts of one unit")
