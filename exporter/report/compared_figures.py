"""Key figures told beside an earlier one: which compare, and which a later period has moved on.

A change says something of the same figure in two periods that last equally long. Where a fact of a
later period stands in the place of the one named, `before:` was written for another: it is left
out, and a doubt says so.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa

from exporter.errors import Fault, Problem
from exporter.facts.history import History
from exporter.facts.ranges import Named
from exporter.facts.spans import order_of, span_of
from exporter.facts.table import NUMBER
from exporter.facts.unit_names import find_unit
from exporter.report.definition import Definition
from exporter.report.page_definition import Compared, OnePagerDefinition

_EARLIER = "name the same of an earlier period"


class _Figure(NamedTuple):
    """What of a fact decides with which it compares; `name` is what report.yaml calls it."""

    name: str
    entity: str
    metric: str
    unit: str
    period: str
    kind: str


def check_compared(
    definition: Definition, place: tuple[str | int, ...], page: OnePagerDefinition, facts: pa.Table
) -> Iterator[Problem]:
    """Problems of figures that are told beside something else than the same of an earlier period.

    Args:
        definition: The report's, which names facts that hold.
        place: Where it names the key figures.
        page: Its one-pager.
        facts: Those that it names.
    """
    names = ("id", "entity", "metric.en", "unit", "period", "kind")
    rows = zip(*(facts[name].to_pylist() for name in names), strict=True)
    known = {id_: said for id_, *said in rows}
    for index, figure in enumerate(page.figures):
        now, before = (known.get(Named.of(name).id) for name in (figure.fact, figure.before))
        if now and before:
            pair = _Figure(figure.fact, *now), _Figure(figure.before, *before)
            if fault := _fault(*pair):
                yield definition.problem((*place, index), *fault)


def _fault(now: _Figure, before: _Figure) -> Fault | None:
    """Why two figures do not compare."""
    if now[1:3] != before[1:3] or _dimension(now.unit) != _dimension(before.unit):
        wrong = f"{before.name!r} is not of the entity, metric and unit of {now.name!r}"
        return Fault(wrong, _EARLIER)
    if now.period == before.period:
        return Fault(f"{before.name!r} is of the same period as {now.name!r}", _EARLIER)
    if {now.kind, before.kind} != {NUMBER}:
        return Fault(f"{now.name!r} and {before.name!r} are not both numbers", "compare numbers")
    spans = span_of(now.period), span_of(before.period)
    if not spans[0] or not spans[1]:
        return None
    if spans[0][:2] != spans[1][:2]:
        wrong = f"{before.name!r} is of {before.period}, which lasts otherwise than {now.period}"
        return Fault(f"{wrong} of {now.name!r}", "name the same of a period that lasts as long")
    if order_of(before.period) >= order_of(now.period):
        wrong = f"{before.name!r} is of {before.period}, which is no earlier than {now.period}"
        return Fault(f"{wrong} of {now.name!r}", _EARLIER)
    return None


def _dimension(unit: str) -> str:
    """What a unit measures; an analyst's own one, what it is called."""
    known = find_unit(unit)
    return known.dimension if known else unit


def doubts_of_comparisons(definition: Definition, history: History) -> Iterator[Problem]:
    """Doubts of `before:` where a fact of another period stands in the place of the one named.

    Args:
        definition: The report's, as written.
        history: Which facts stand in the place of which.
    """
    for page_at, page in enumerate(definition.report.one_pagers):
        for at, figure in enumerate(page.key_figures):
            if not isinstance(figure, Compared):
                continue
            named = Named.of(figure.fact).id
            current = history.current(named)
            if current != history.corrected(named):
                wrong = (
                    f"`before: {figure.before}` was written beside {named}, in whose place "
                    f"{current} of a later period stands now, alone"
                )
                right = f"write `fact: {current}`, and as `before:` what it is to be compared with"
                yield definition.problem(("one_pagers", page_at, "key_figures", at), wrong, right)
