"""What is told of a report that was checked: what keeps it from being built, and doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.check.fact_stream import FactStream
from exporter.check.opened import OpenedReport
from exporter.check.part import ReportPart
from exporter.errors import FirstProblems, Problem
from exporter.evidence.documents_at_hand import doubts_of_texts
from exporter.evidence.found import Evidence
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.other_years import doubts_of_years
from exporter.facts.alike import ALIKE, APART, alike_facts
from exporter.facts.contradictions import contradictions
from exporter.facts.flat.row_order import UNORDERED, is_ordered
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.history_check import check_history
from exporter.facts.same_faults import in_order
from exporter.facts.views import View
from exporter.facts.where import SqlQuery
from exporter.report.appearances import doubts_of_report
from exporter.report.charted_magnitudes import check_charts
from exporter.report.compared_figures import doubts_of_comparisons
from exporter.report.definition import Definition
from exporter.report.edition import doubts_of_dates
from exporter.report.headings import check_headings
from exporter.report.html.pictures import doubts_of_pictures
from exporter.report.landings import doubts_of_links
from exporter.report.prices import check_prices
from exporter.report.references import check_brokers, check_references
from exporter.report.staleness import doubts_of_staleness
from exporter.report.standing import standing_of
from exporter.report.views_alike import doubts_of_views_alike
from exporter.report.xlsx.defined_names import clashing_names


def problems_of(
    opened: OpenedReport, stream: FactStream, evidence: Evidence
) -> tuple[Problem, ...]:
    """What keeps a report from being built, in order of file and line.

    What is wrong with a source stands before what follows from it.
    """
    problems = list(opened.problems)
    if opened.definition:
        problems += _of_references(opened.definition, opened.views, stream, evidence)
        problems += FirstProblems().take(_of_history(opened, stream, evidence))
        problems += FirstProblems().take(_of_names(opened.definition, evidence))
        if not opened.of_views:
            problems += check_brokers(opened.definition, opened.views)
    problems += evidence.miscalculated
    problems += [*stream.problems, *opened.of_views, *stream.halves.problems()]
    problems += stream.to_review.problems(opened.folder)
    refused = evidence.without_source if _is_optional(opened) else evidence.problems
    return (*in_order(opened.of_sources), *in_order([*problems, *refused]))


def doubts_of(opened: OpenedReport, stream: FactStream, evidence: Evidence) -> tuple[Problem, ...]:
    """What is told and not refused, likewise."""
    is_optional = _is_optional(opened)
    refused = evidence.without_source if is_optional else evidence.problems
    doubts = dict.fromkeys((*evidence.doubts, *(evidence.problems if is_optional else ())))
    for problem in refused:
        doubts.pop(problem, None)
    doubts |= dict.fromkeys((*stream.doubts, *stream.halves.doubts()))
    doubts |= dict.fromkeys(_of_one_name(stream, evidence))
    doubts |= dict.fromkeys(FirstProblems().take(doubts_of_years(evidence.facts)))
    doubts |= dict.fromkeys(_of_query(opened.place))
    if opened.definition:
        doubts |= dict.fromkeys(_of_report(opened, opened.definition, stream, evidence))
    return in_order(doubts)


def _is_optional(opened: OpenedReport) -> bool:
    """Whether what is not proved is printed, with a mark."""
    return opened.report is not None and opened.report.evidence == "optional"


def _of_references(
    definition: Definition, views: Sequence[View], stream: FactStream, evidence: Evidence
) -> Iterator[Problem]:
    """What does not hold of the facts that a report refers to, and of the entities of its facts."""
    yield from stream.misplaced
    faulty = {problem.subject for problem in stream.problems}
    if "" not in faulty:  # else whole files may be missing, and what refers to them is sound
        current = stream.referred.follow(definition, stream.links.history(), evidence.facts)
        yield from check_references(current, views, stream.referred, faulty)
        yield from check_prices(views, evidence, faulty)
        if not faulty:
            yield from check_charts(current, evidence.facts)


def _of_history(opened: OpenedReport, stream: FactStream, evidence: Evidence) -> Iterator[Problem]:
    """What does not hold of what facts say of older ones."""
    faulty = {problem.subject for problem in stream.problems}
    if "" not in faulty:
        published = {id_: source.record.published for id_, source in opened.sources.items()}
        year_ends = opened.conventions.year_ends
        yield from check_history(stream.links, evidence.facts, faulty, year_ends, published)


def _of_names(definition: Definition, evidence: Evidence) -> Iterator[Problem]:
    """Facts that would have one name in a workbook."""
    operands = {
        operand.fact
        for batch in (evidence.facts.batches() if evidence.facts.has_formulas else ())
        for text in batch["formula"].drop_null().to_pylist()
        for operand in operands_of(parse_formula(text))
    }
    yield from clashing_names(definition.report, evidence.facts, operands)


def _of_report(
    opened: OpenedReport, definition: Definition, stream: FactStream, evidence: Evidence
) -> Iterator[Problem]:
    """Doubts of what a report says, and of what it is printed with."""
    views, sources = opened.views, opened.sources
    standing = standing_of(definition.report, evidence)
    report, upheld = standing.report, standing.upheld
    current = replace(definition, report=report)
    # A name that silences nothing of one value may do so of others.
    names = NamesUsed(()) if isinstance(opened.place, ReportPart) else evidence.names
    yield from check_headings(current, views, stream.referred.quotes(), names)
    yield from doubts_of_report(definition, views, sources)
    yield from doubts_of_comparisons(definition, stream.links.history())
    yield from doubts_of_dates(report.edition, views, sources)
    yield from doubts_of_views_alike(report, views)
    yield from _of_staleness(opened, definition, stream, evidence)
    yield from doubts_of_texts(sources)
    yield from doubts_of_links(report, upheld, views, sources)
    yield from doubts_of_pictures(report, upheld, views, sources)


def _of_staleness(
    opened: OpenedReport, definition: Definition, stream: FactStream, evidence: Evidence
) -> Iterator[Problem]:
    """Facts whose time is over, by what the report says of it."""
    report = definition.report
    if report.stale_after is None:
        return
    published = {id_: source.record.published for id_, source in opened.sources.items()}
    doubts = doubts_of_staleness(
        evidence.facts,
        stream.links.history(),
        (report.edition, report.stale_after),
        opened.conventions.year_ends,
        published,
    )
    yield from FirstProblems().take(doubts)


def _of_one_name(stream: FactStream, evidence: Evidence) -> Iterator[Problem]:
    """Facts that contradict others; and what is still to be looked at of one name with others."""
    found = contradictions(evidence.facts, stream.links.history().restated)
    told = FirstProblems().take(contradiction.problem() for contradiction in found)
    yield from told
    marked = {mark.id: mark for mark in stream.to_review if not mark.is_view}
    alike = alike_facts(evidence.facts, marked) if marked else {}
    subjects = {problem.subject for problem in told}
    for id_, other in alike.items():
        if id_ not in subjects:
            yield Problem(marked[id_].file, marked[id_].line, id_, ALIKE.format(other), APART)


def _of_query(place: object) -> Iterator[Problem]:
    """A query whose rows may come in another order each time."""
    if isinstance(place, SqlQuery) and not is_ordered(place.sql):
        yield place.reading.problem(("sql",), UNORDERED, type(place).__name__)
