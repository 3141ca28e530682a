"""Whether what a report says of its facts, and facts of each other, would hold after the edits."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from exporter.editions.pull.merged import Edit, Merged, main_place
from exporter.editions.pull.model import Refusal
from exporter.editions.pull.new_rows import Added
from exporter.editions.pull.present import PresentFacts, Row
from exporter.errors import Fault, Problem
from exporter.facts.calculation import calculate
from exporter.facts.fact_set import collect
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.history import Links, history_of
from exporter.facts.history_check import check_history
from exporter.facts.ranges import Named
from exporter.facts.table import FACTS
from exporter.report.references import Referred, check_references
from exporter.report.standing import with_current_facts


def withdraw_unsound(
    merged: Merged, added: Added, edits: Mapping[str, Sequence[Edit]], present: PresentFacts
) -> None:
    """Withdraw what would keep the report from being built, unless something does so already.

    A headline that is withdrawn, a range of which one end is named and that becomes a number, a
    fact that restates one of another period.
    """
    rows = {id_: {**present.row(id_), **columns} for id_, columns in merged.columns.items()}
    meant, _ = present.meaning([*rows.values(), *added.rows.values()])
    if not meant and not merged.deleted:
        return
    before = set(_told(present, present.meant))
    new = [problem for problem in _problems(present, _after(present, meant, merged))
           if _as_said(problem) not in before]  # fmt: skip
    for problem in new:
        for id_ in _causes(problem, before, meant, merged, present):
            if id_ in merged.columns:
                place = main_place(edits[id_])
                merged.withdraw(id_, Refusal(place, Fault(problem.wrong, problem.right)))


def _causes(
    problem: Problem,
    before: set[tuple[str, str]],
    meant: Mapping[str, Row],
    merged: Merged,
    present: PresentFacts,
) -> Iterator[str]:
    """The facts whose edits a problem comes of."""
    if problem.subject in merged.columns:
        yield problem.subject
        return
    named = {*_named(present), *_operands(present)}
    for id_ in sorted(named & merged.columns.keys()):
        alone = _after(present, {id_: meant[id_]}, Merged())
        if any(_as_said(found) not in before for found in _problems(present, alone)):
            yield id_


def _named(present: PresentFacts) -> Iterator[str]:
    """The facts that report.yaml names, and those that stand in their place."""
    report, history = present.report, history_of(present.facts())
    for one in (report, with_current_facts(report, history)):
        names = [entity.headline for entity in one.entities if entity.headline]
        names += [name for page in one.one_pagers for name in page.names]
        yield from (Named.of(name).id for name in names)


def _operands(present: PresentFacts) -> Iterator[str]:
    """The facts that formulas name."""
    for formula in present.meant["formula"].drop_null().to_pylist():
        yield from (operand.fact for operand in operands_of(parse_formula(formula)))


def _after(present: PresentFacts, meant: Mapping[str, Row], merged: Merged) -> pa.Table:
    """All facts, as they would be."""
    gone = pa.array([*meant, *merged.deleted], pa.string())
    kept = present.meant.filter(pc.invert(pc.is_in(present.meant["id"], gone)))
    return pa.concat_tables([kept, pa.Table.from_pylist(list(meant.values()), schema=FACTS)])


def _problems(present: PresentFacts, meant: pa.Table) -> Iterator[Problem]:
    definition, views = present.definition, present.opened.views
    facts = collect([meant], [entity.name.en for entity in present.report.entities])
    referred, links = Referred(definition), Links()
    referred.take(meant)
    links.take(meant)
    current = referred.follow(definition, links.history(), facts)
    yield from check_references(current, views, referred, set())
    published = {id_: source.record.published for id_, source in present.sources.items()}
    year_ends = present.report.conventions.year_ends
    yield from check_history(links, facts, set(), year_ends, published)
    yield from calculate(facts).problems


def _told(present: PresentFacts, meant: pa.Table) -> Iterator[tuple[str, str]]:
    return map(_as_said, _problems(present, meant))


def _as_said(problem: Problem) -> tuple[str, str]:
    """What tells a problem from others, wherever it is told."""
    return problem.subject, problem.wrong
