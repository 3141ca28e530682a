"""Charts whose figures are shown in several magnitudes, of which one alone could be drawn.

Bars are drawn of cells, and a cell holds its figure in the magnitude that its language has for its
metric: 32 beside 亿元, 4,500 beside 万元. So facts of one unit may stand in two.
"""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault, Problem
from exporter.facts.fact_set import FactSet
from exporter.facts.table import NUMBER
from exporter.facts.words import Lang
from exporter.report.definition import Definition, EntityDefinition
from exporter.report.entity_charts import has_metric, ids_charted, metric_charted
from exporter.report.looks import shown_units

_LANGUAGES = {"en": "English", "zh": "Chinese"}
_MOST_NAMED = 6  # facts


def check_charts(definition: Definition, facts: FactSet) -> Iterator[Problem]:
    """What `chart:` of an entity names and cannot draw whole.

    Args:
        definition: The report's, which names facts that hold.
        facts: All facts as the check left them.
    """
    report = definition.report
    for index, entity in enumerate(report.entities):
        if isinstance(entity.chart, bool):
            continue
        for lang in report.languages:
            if fault := _fault(_charted(entity, facts.of(entity.name.en)), lang):
                yield definition.problem(("entities", index, "chart"), *fault)


def _charted(entity: EntityDefinition, facts: FactSet) -> pa.Table:
    """The figures that an entity's `chart:` names."""
    metric = pa.array([metric_charted(entity.chart)])
    ids = pa.array(ids_charted(entity.chart), pa.string())

    def is_charted(batch: pa.Table) -> pa.ChunkedArray:
        named = pc.or_(pc.is_in(batch["id"], ids), has_metric(batch, metric))
        return pc.and_(named, pc.equal(batch["kind"], NUMBER))

    return facts.where(is_charted).table()


def _fault(facts: pa.Table, lang: Lang) -> Fault | None:
    """What is wrong where one language shows figures of one unit in several magnitudes."""
    if len(pc.unique(facts["unit"])) != 1:
        return None  # of several units it is told elsewhere
    shown: dict[str, list[str]] = {}
    for id_, unit in zip(facts["id"].to_pylist(), shown_units(facts), strict=True):
        shown.setdefault(unit.label(lang), []).append(id_)
    if len(shown) == 1:
        return None
    told = "; ".join(f"{_named(ids)} in {label}" for label, ids in shown.items())
    wrong = f"the chart's figures are shown in different magnitudes in {_LANGUAGES[lang]}: {told}"
    return Fault(wrong, f"{_alike(shown)}, or write `chart: false`")


def _alike(shown: Mapping[str, Sequence[str]]) -> str:
    most = max(shown.values(), key=len)
    if len(most) < 2:
        return "name facts that are shown in one"
    return f"name facts that are shown in one, such as `chart: [{_named(most)}]`"


def _named(ids: Sequence[str]) -> str:
    return ", ".join([*ids[:_MOST_NAMED], *(["…"] if len(ids) > _MOST_NAMED else [])])
