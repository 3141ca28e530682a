"""What else in a report refers to a fact that is to go."""

from collections.abc import Collection, Iterator, Mapping

from exporter.editions.pull.present import PresentFacts
from exporter.errors import Fault
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.ranges import Named
from exporter.facts.table import WRITTEN
from exporter.report.prices import price_facts

_REFERRING = ("restates", "replaces")  # fields of facts that name another one


def refused_deletions(
    present: PresentFacts, deleted: Collection[str], added: Collection[str]
) -> Mapping[str, Fault]:
    """Why facts cannot be deleted, by their ids.

    Args:
        present: The report's facts.
        deleted: Those that are to go.
        added: The entities of facts that are added.
    """
    faults: dict[str, Fault] = {}
    for id_, by, right in _references(present, deleted):
        if id_ in deleted and id_ not in faults:
            faults[id_] = Fault(f"it cannot be deleted: it is {by}", right)
    left: dict[str, int] = {}
    ids, entities = (present.meant[name].to_pylist() for name in ("id", "entity"))
    for id_, entity in zip(ids, entities, strict=True):
        left[entity] = left.get(entity, 0) + (id_ not in deleted)
    for id_, entity in zip(ids, entities, strict=True):
        if id_ in deleted and not left[entity] and entity not in added:
            wrong = f"it cannot be deleted: no fact would be about {entity!r} any more"
            faults.setdefault(id_, Fault(wrong, "take the entity off report.yaml first"))
    return faults


def _references(present: PresentFacts, deleted: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """The facts that something refers to, by id, with what they are to it and what to do."""
    report, file = present.report, present.definition.shown
    for entity in report.entities:
        if entity.headline:
            what = f"the headline of {entity.name.en} in {file}"
            yield Named.of(entity.headline).id, what, "name another headline first"
    for page in report.one_pagers:
        for name in page.names:
            yield Named.of(name).id, f"a figure of {page.name} in {file}", "take it off there first"
    for view in present.opened.views:
        for id_ in price_facts([view]):
            yield id_, f"the price of the view {view.id} in {view.file}", "name another first"
    for field in (name for name in _REFERRING if name in WRITTEN.names):
        names = (present.written[name].to_pylist() for name in ("id", field))
        for id_, other in zip(*names, strict=True):
            if other and id_ not in deleted:
                yield other, f"what {id_} {field}", f"take `{field}` off {id_} first"
    yield from _operands(present, deleted)


def _operands(present: PresentFacts, deleted: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """The facts that the formulas of others name."""
    columns = (present.meant[name].to_pylist() for name in ("id", "formula"))
    for id_, formula in zip(*columns, strict=True):
        if formula and id_ not in deleted:
            for operand in operands_of(parse_formula(formula)):
                yield operand.fact, f"an operand of {id_}", f"change the formula of {id_} first"
