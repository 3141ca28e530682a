"""What `chart:` of an entity says, and what of it does not hold."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import BeforeValidator, WithJsonSchema

from exporter.errors import Fault, WrongValueError
from exporter.facts.json_forms import WORDS, Form
from exporter.facts.ranges import Named
from exporter.facts.series import compared_as
from exporter.facts.table import NUMBER

_RIGHT = "write true, false, the name of a metric, or a list of ids of facts"
_SAID = {"true": True, "false": False}  # report.yaml gives texts


def _charted(given: Any) -> bool | str | tuple[str, ...]:
    if isinstance(given, bool):
        return given
    if isinstance(given, str) and given.strip():
        return _SAID.get(given.strip().casefold(), given)
    if isinstance(given, list | tuple) and all(isinstance(one, str) for one in given):
        if len(given) > 1:
            return tuple(given)
        raise WrongValueError("draws one bar, which compares with nothing", "name two ids or more")
    raise WrongValueError("is no choice of what to draw", _RIGHT)


_FORM: Form = {
    "title": "`true`, `false`, a metric, or ids",
    "anyOf": [{"type": "boolean"}, WORDS, {"type": "array", "items": WORDS, "minItems": 2}],
}
Charted = Annotated[bool | str | tuple[str, ...], BeforeValidator(_charted), WithJsonSchema(_FORM)]


def ids_charted(chart: bool | str | Sequence[str]) -> tuple[str, ...]:
    """The ids of the facts that an entity's `chart:` names."""
    if isinstance(chart, bool | str):
        return ()
    return tuple(dict.fromkeys(Named.of(name).id for name in chart))


def metric_charted(chart: bool | str | Sequence[str]) -> str:
    """The metric that an entity's `chart:` names; "" for none."""
    return chart if isinstance(chart, str) else ""


def has_metric(facts: pa.Table, names: pa.Array) -> pa.ChunkedArray:
    """Which facts are of one of these metrics, called by its name in either language."""
    return pc.or_(pc.is_in(facts["metric.en"], names), pc.is_in(facts["metric.zh"], names))


def faults_of_chart(
    chart: bool | str | Sequence[str], entity: str, facts: pa.Table
) -> Iterator[Fault]:
    """What of an entity's `chart:` cannot be drawn.

    Args:
        chart: What it says.
        entity: The entity's English name.
        facts: Those that the report refers to, as FACTS.
    """
    own = facts.filter(pc.equal(facts["entity"], entity))
    if metric := metric_charted(chart):
        drawn = own.filter(has_metric(own, pa.array([metric])))
        numbers = drawn.filter(pc.equal(drawn["kind"], NUMBER))
        if numbers.num_rows < 2:
            count = ("no figure", "one figure alone")[numbers.num_rows]
            yield Fault(f"{entity!r} has {count} of the metric {metric!r}", _RIGHT)
        yield from _of_units(numbers)
        return
    ids = ids_charted(chart)
    kinds = dict(zip(own["id"].to_pylist(), own["kind"].to_pylist(), strict=True))
    for id_ in ids:
        if id_ not in kinds:
            yield Fault(f"the chart's {id_!r} is no fact about {entity!r}", "use the id of one")
        elif kinds[id_] != NUMBER:
            wrong = f"the fact {id_!r} is no number, so no bar can show it"
            yield Fault(wrong, "chart numbers")
    yield from _of_units(own.filter(pc.is_in(own["id"], pa.array(ids, pa.string()))))


def _of_units(facts: pa.Table) -> Iterator[Fault]:
    numbers = facts.filter(pc.equal(facts["kind"], NUMBER))
    if None in compared_as(numbers):
        yield Fault("the chart has ranks, whose bars would say nothing", "chart amounts")
    units = pc.unique(numbers["unit"]).to_pylist()
    if len(units) > 1:
        wrong = f"the chart compares different units ({', '.join(units)})"
        yield Fault(wrong, "name facts of one unit")
