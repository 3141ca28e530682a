"""Whether what a manifest says its set was made from could have been built at all.

A build refuses facts that break a rule, and a report that refers to what is not there; so nothing
of the kind stands in a manifest as written, and what is laid out again is sound.
"""

from collections.abc import Iterable, Iterator, Set

import pyarrow as pa

from exporter.engine.arrow import empty_table
from exporter.errors import FirstProblems, Problem
from exporter.facts.calculation import FILLED, calculate, with_columns
from exporter.facts.history import Links
from exporter.facts.history_check import check_history
from exporter.facts.parse import FactParser
from exporter.facts.read import written_from
from exporter.facts.table import FACTS, PLACES
from exporter.facts.views import check_views
from exporter.facts.yaml_tree import parse_tree
from exporter.proof.difference import Difference
from exporter.proof.manifest import MANIFEST, Content
from exporter.report.changes.since import Since, changes_since, sides_of
from exporter.report.definition import Definition
from exporter.report.references import Referred, check_brokers, check_references
from exporter.report.report_file import check_definition

# What a fact means; `file` and `line`, where it is written, are the report's.
_MEANING = [name for name in FACTS.names if name not in PLACES]


def broken_rules(content: Content) -> Iterator[Difference]:
    """What of a manifest's content no build would take.

    Args:
        content: As it was read.
    """
    tree, _ = parse_tree("{}", MANIFEST)
    assert tree is not None  # noqa: S101 - an empty mapping is one
    definition = Definition(content.report, tree, MANIFEST)
    for problem in FirstProblems().take(_problems(definition, content)):
        yield Difference(MANIFEST, problem.subject, "content", problem.right, problem.wrong)


def _problems(definition: Definition, content: Content) -> Iterator[Problem]:
    report = content.report
    if list(content.languages) != [lang for lang in report.languages if lang in content.languages]:
        wrong = f"the languages of the set are {', '.join(content.languages)}"
        right = f"some of {', '.join(report.languages)}, in this order"
        yield Problem(MANIFEST, 0, "", wrong, right)
    yield from check_definition(definition)
    yield from check_views(content.views)
    referred, links = Referred(definition), Links()
    of_facts = FirstProblems().take(_of_facts(content, referred, links))
    yield from of_facts
    faulty = {problem.subject for problem in of_facts}
    yield from _of_history(content, links, faulty)
    if content.since:
        yield from _of_since(content, content.since)
    current = referred.follow(definition, links.history(), content.facts)
    yield from check_references(current, content.views, referred, faulty)
    yield from check_brokers(definition, content.views)


def _of_history(content: Content, links: Links, faulty: Set[str]) -> Iterator[Problem]:
    """What does not hold of what facts say of older ones."""
    published = {id_: source.record.published for id_, source in content.sources.items()}
    year_ends = content.report.conventions.year_ends
    return check_history(links, content.facts, faulty, year_ends, published)


def _of_since(content: Content, since: Since) -> Iterator[Problem]:
    """What is said of an earlier edition: facts as any, and each of them a side of a change."""
    parser = FactParser(content.report.conventions.year_ends)
    batches = written_from(since.facts, MANIFEST) if since.facts.num_rows else ()
    for facts, problems in parser.parse(batches):
        yield from problems
        if not problems:
            # Operands that have not changed are not among them.
            rows = {row["id"]: row for row in since.facts.select(["id", *FILLED]).to_pylist()}
            columns = {name: {id_: row[name] for id_, row in rows.items()} for name in FILLED}
            read = with_columns(facts, columns)
            yield from _other_meaning(read.select(_MEANING), since.facts.select(_MEANING))
    changes = changes_since(since, content.report, content.facts, content.views)
    told = sides_of(changes)
    said = (
        (set(since.facts["id"].to_pylist()), set(since.told_facts)),
        (
            {view.id for view in since.views},
            set(since.told_views),
        ),
    )
    for (before, now), (told_before, told_now) in zip(said, told, strict=True):
        for id_ in sorted((told_before - before) | (before - told_before - now) | (now ^ told_now)):
            wrong = "has not changed since the earlier edition as it is said to have"
            yield Problem(MANIFEST, 0, str(id_), wrong, "build the set anew")


def _of_facts(content: Content, referred: Referred, links: Links) -> Iterator[Problem]:
    """The facts read anew from what they are said to mean, as from a DataFrame."""
    given = _Rows(content.facts.batches())
    parser = FactParser(content.report.conventions.year_ends)
    calculation = calculate(content.facts)
    yield from calculation.problems
    columns = calculation.columns()
    sound = not calculation.problems
    for parsed, problems in parser.parse(written_from(content.facts.batches(), MANIFEST)):
        yield from problems
        facts = with_columns(parsed, columns)
        referred.take(facts)
        links.take(facts)
        yield from referred.misplaced(facts)
        sound = sound and not problems  # else rows are left out
        if sound:
            yield from _other_meaning(facts.select(_MEANING), given.take(facts.num_rows))


def _other_meaning(read: pa.Table, given: pa.Table) -> Iterator[Problem]:
    """Where a fact is said to mean something else than what follows from it."""
    if read.equals(given):
        return
    for fact, said in zip(read.to_pylist(), given.to_pylist(), strict=True):
        for name in _MEANING:
            if fact[name] != said[name]:
                wrong = f"{name} {said[name]!r} does not follow from the rest of the fact"
                yield Problem(MANIFEST, 0, str(said["id"]), wrong, f"it would be {fact[name]!r}")


class _Rows:
    """The rows of a stream of facts, so many at a time, without where they are written."""

    def __init__(self, facts: Iterable[pa.Table]) -> None:
        self._facts = iter(facts)
        self._rest = empty_table(FACTS).select(_MEANING)

    def take(self, rows: int) -> pa.Table:
        """The next rows, as one table."""
        while self._rest.num_rows < rows and (more := next(self._facts, None)) is not None:
            self._rest = pa.concat_tables([self._rest, more.select(_MEANING)])
        taken, self._rest = self._rest.slice(0, rows), self._rest.slice(rows)
        return taken.combine_chunks()
