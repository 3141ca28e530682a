"""What a one-pager's definition, the views and the facts say of each other that does not hold."""

from collections.abc import Iterator, Mapping, Sequence, Set

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.table import NUMBER
from exporter.facts.views import View
from exporter.report.definition import Definition


def check_brokers(definition: Definition, views: Sequence[View]) -> Iterator[Problem]:
    """Brokers of one-pagers that no view is of. `views` are all views of the report."""
    viewed = {view.broker for view in views}
    for index, page in enumerate(definition.report.one_pagers):
        for name in (broker.name.en for broker in definition.report.brokers_of(page)):
            if name not in viewed:
                wrong = f"no view of {name!r} is there for {page.name}"
                right = "add one to the views, or name other `brokers:`"
                yield definition.problem(("one_pagers", index, "brokers"), wrong, right)


def check_onepagers(
    definition: Definition, views: Sequence[View], facts: pa.Table, faulty: Set[str]
) -> Iterator[Problem]:
    """What cannot be laid out: unknown brokers and facts, pictures of texts or of mixed units.

    Args:
        definition: The report's definition.
        views: The views that are whole.
        facts: The facts that are whole.
        faulty: Ids of facts that are not; their problems are told elsewhere.
    """
    brokers = [broker.name.en for broker in definition.report.brokers]
    for view in views:
        if view.broker not in brokers:
            right = f"use one of {', '.join(brokers)}" if brokers else "add it to `brokers:`"
            wrong = f"the broker {view.broker!r} is not among the report's brokers"
            yield Problem(view.file, view.line, view.id, wrong, right)
    kinds = dict(zip(facts["id"].to_pylist(), facts["kind"].to_pylist(), strict=True))
    kinds |= dict.fromkeys(faulty, NUMBER)
    for index, page in enumerate(definition.report.one_pagers):
        place = ("one_pagers", index)
        yield from _unknown_facts(definition, (*place, "key_figures"), page.key_figures, kinds)
        if page.picture:
            ids = page.picture.facts
            yield from _unknown_facts(definition, (*place, "picture"), ids, kinds)
            yield from _comparable(definition, (*place, "picture"), ids, facts)


def _unknown_facts(
    definition: Definition,
    place: tuple[str | int, ...],
    ids: Sequence[str],
    kinds: Mapping[str, str],
) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in kinds:
            yield definition.problem(place, f"there is no fact {id_!r}", "use a fact's id")
        elif place[-1] == "picture" and kinds[id_] != NUMBER:
            wrong = f"the fact {id_!r} is no number, so no bar can show it"
            yield definition.problem(place, wrong, "picture numbers")


def _comparable(
    definition: Definition, place: tuple[str | int, ...], ids: Sequence[str], facts: pa.Table
) -> Iterator[Problem]:
    pictured = facts.filter(pc.is_in(facts["id"], pa.array(ids)))
    units = pc.unique(pictured["unit"]).to_pylist()
    if len(units) > 1:
        wrong = f"the picture compares different units ({', '.join(units)})"
        yield definition.problem(place, wrong, "name facts of one unit")
    if pc.any(pc.less(pictured["number"], 0)).as_py():
        wrong = "the picture has a negative number, which its bars cannot show"
        yield definition.problem(place, wrong, "name facts that are not negative")
