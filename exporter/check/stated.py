"""A report as it states its facts and views, whether or not its evidence holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pyarrow as pa

from exporter.check.fact_stream import FactStream
from exporter.check.facts import readable
from exporter.check.opened import OpenedReport, open_report
from exporter.evidence.own_quotes import OwnQuotes
from exporter.evidence.sources import Source
from exporter.facts.calculation import calculate
from exporter.facts.fact_set import FactSet, RowsAndProblems, collect
from exporter.facts.same_faults import in_order
from exporter.facts.views import View
from exporter.inputs.remembered import refusal
from exporter.report.definition import ReportDefinition

_AT_ONCE = 8  # batches of BATCH_ROWS


@dataclass(frozen=True, slots=True)
class StatedReport:
    """What a report states.

    Attributes:
        facts: By the schema FACTS; of quotes, the words that its sources have.
    """

    folder: Path
    report: ReportDefinition
    facts: FactSet
    views: tuple[View, ...]
    sources: Mapping[str, Source]


def stated_in(
    opened: OpenedReport, *, is_doubting: bool = True
) -> tuple[OpenedReport, FactStream, Iterator[pa.Table]]:
    """A report whose views have their sources' own words, and its facts on their way, likewise."""
    currencies = partial(opened.conventions.currencies, sources=opened.sources)
    own = OwnQuotes(opened.sources)
    opened = replace(opened, views=list(map(own.of_view, opened.views)))
    stream = FactStream(opened.written, opened.definition, currencies, is_doubting=is_doubting)
    return opened, stream, own.of_facts(stream.facts())


def read_stated(folder: Path, allow: Sequence[str] = ()) -> StatedReport:
    """Read what a report states; no quote is verified, and no figure looked for in one.

    Args:
        folder: The report's folder.
        allow: What the report may reach outside its folder, as `check` takes it.

    Raises:
        ContentError: It does not say what it states; every problem. NotAllowedError where it
            reaches for what nobody has allowed it.
        UsageError, SetupError: As `check` does.
    """
    with readable():
        opened = open_report(folder, None, allow)
        opened = replace(opened, written=_in_larger_batches(opened.written))
        opened, stream, facts = stated_in(opened, is_doubting=False)
        entities = opened.report.entities if opened.report else ()
        collected = collect(facts, [entity.name.en for entity in entities])
    published = {id_: source.record.published.isoformat() for id_, source in opened.sources.items()}
    calculation = calculate(collected, stream.missing, published)
    problems = [
        *calculation.problems,
        *opened.of_sources,
        *opened.problems,
        *stream.problems,
        *opened.of_views,
    ]
    if problems or opened.report is None:
        raise refusal(folder, in_order(problems), opened.inputs)
    return StatedReport(
        folder, opened.report, calculation.filled(collected), tuple(opened.views), opened.sources
    )


def _in_larger_batches(batches: Iterable[RowsAndProblems]) -> Iterator[RowsAndProblems]:
    """Batches some at a time as one, up to where something is wrong: all is told in its order.

    A fifth of what Arrow and Python take for a batch hangs on no rows. What is built takes batches
    as they come, since its bytes hang on them.
    """
    heap: list[pa.Table] = []
    for rows, problems in batches:
        if heap and (problems or len(heap) == _AT_ONCE):
            yield _as_one(heap), []
            heap.clear()
        if problems:
            yield rows, problems
        else:
            heap.append(rows)
    if heap:
        yield _as_one(heap), []


def _as_one(tables: Sequence[pa.Table]) -> pa.Table:
    return pa.concat_tables(tables, promote_options="default")  # one may lack OF_VALUE
