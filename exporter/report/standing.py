"""What of a report holds today: restated facts are left out, and who is named is the newest.

Facts, manifest and check keep all that was ever said. What is printed is laid out from here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.history import History, among, history_of, is_withdrawn
from exporter.facts.ranges import Named
from exporter.report.definition import EntityDefinition, ReportDefinition
from exporter.report.entity_charts import ids_charted
from exporter.report.page_definition import Compared, OnePagerDefinition

if TYPE_CHECKING:
    from exporter.evidence.found import Evidence


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a report holds today.

    Attributes:
        report: Its definition, in which every fact that is named is the one that stands in the
            place of those before it.
        upheld: The facts that stand anywhere but on their sheets: all but those that are restated
            or withdrawn.
    """

    report: ReportDefinition
    upheld: "Evidence"


def standing_of(report: ReportDefinition, evidence: "Evidence") -> Standing:
    """What of a report holds today.

    Args:
        report: Its definition, as written.
        evidence: All its facts as the check left them.
    """
    facts = evidence.facts
    if not facts.has_history:
        return Standing(report, evidence)
    history = history_of(facts)
    printed = without_restated(facts, history)
    upheld = printed.where(lambda batch: pc.invert(is_withdrawn(batch)))
    states = _states(upheld)
    return Standing(
        with_current_facts(report, history), replace(evidence, facts=upheld, states=states)
    )


def without_restated(facts: FactSet, history: History) -> FactSet:
    """The facts that are printed at all: all but those whose figure another sets right."""
    restated = history.restated
    if not restated:
        return facts
    return facts.where(lambda batch: pc.invert(among(batch["id"], restated)))


def with_current_facts(report: ReportDefinition, history: History) -> ReportDefinition:
    """A report that names, for each fact, the one that stands in its place."""
    if not history:
        return report
    entities = tuple(
        entity.model_copy(update=_of_entity(entity, history)) for entity in report.entities
    )
    pages = tuple(_page(page, history) for page in report.one_pagers)
    return report.model_copy(update={"entities": entities, "one_pagers": pages})


def _of_entity(entity: EntityDefinition, history: History) -> dict[str, object]:
    update: dict[str, object] = {}
    if entity.headline:
        update["headline"] = _current(entity.headline, history)
    if ids := ids_charted(entity.chart):
        update["chart"] = _each_once(ids, history)
    return update


def _page(page: OnePagerDefinition, history: History) -> OnePagerDefinition:
    figures = (_figure(figure, history) for figure in page.key_figures)
    update: dict[str, object] = {"key_figures": tuple(dict.fromkeys(figures))}
    if page.chart:
        facts = _each_once(page.chart.facts, history)
        update["picture"] = page.chart.model_copy(update={"facts": facts})
    return page.model_copy(update=update)


def _figure(figure: str | Compared, history: History) -> str | Compared:
    """A key figure that holds now; alone where it is of a later period than `before` was for."""
    if not isinstance(figure, Compared):
        return _current(figure, history)
    id_ = Named.of(figure.fact).id
    current = _current(figure.fact, history)
    if history.current(id_) != history.corrected(id_):
        return current
    return Compared(current, _earlier(figure.before, history))


def _each_once(names: Iterable[str], history: History) -> tuple[str, ...]:
    """The facts that stand in the place of those named; two that became one are one."""
    return tuple(dict.fromkeys(_current(name, history) for name in names))


def _earlier(name: str, history: History) -> str:
    """What a figure is told beside is of its own period: set right, and never of a later one."""
    id_, end = Named.of(name)
    return history.corrected(id_) + (f".{end}" if end else "")


def _current(name: str, history: History) -> str:
    id_, end = Named.of(name)
    return history.current(id_) + (f".{end}" if end else "")


def _states(facts: FactSet) -> tuple[Mapping[str, int], Mapping[str, int]]:
    quotes, figures = Counter[str](), Counter[str]()
    for batch in facts.batches():
        for counted, name in ((quotes, "quote_state"), (figures, "figure_state")):
            for count in pc.value_counts(batch[name]).to_pylist():
                counted[count["values"]] += count["counts"]
    return quotes, figures
