"""Where the link of a quote does not open its source at the quote, as far as its text tells."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.evidence.found import Evidence
from exporter.evidence.further_sources import all_quotes
from exporter.evidence.sources import Source
from exporter.facts.views import View
from exporter.report.definition import ReportDefinition
from exporter.report.html.selection import facts_on_page
from exporter.report.passages import ReadableText, lands

_COLUMNS = ("source", "quote", "quote_start", "quote_end", "file", "line", "id")


def doubts_of_links(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
) -> Iterator[Problem]:
    """The doubts about the links of quotes, each at the first fact or view that has it.

    Args:
        report: The report's definition.
        evidence: What the check found, with the texts at hand.
        views: All views.
        sources: By id; nothing is told of those whose text is not at hand.
    """
    texts = {
        id_: ReadableText(source.text) for id_, source in sources.items() if source.text is not None
    }
    if not texts:
        return
    told: set[tuple[str, str]] = set()
    for source, quote, start, end, file, line, id_ in _located(report, evidence, views):
        if source not in texts or (source, quote) in told:
            continue
        told.add((source, quote))
        if not lands(quote, texts[source], start, end):
            wrong = f"the link of the quote {quote!r} opens {source} where its words stand before"
            yield Problem(file, line, id_, wrong, "quote a neighbouring clause with it")


def _located(
    report: ReportDefinition, evidence: Evidence, views: Sequence[View]
) -> Iterator[tuple[str, str, int, int, str, int, str]]:
    facts = all_quotes(facts_on_page(report, evidence, views))
    facts = facts.filter(pc.greater_equal(facts["quote_start"], 0))
    yield from zip(*(facts[name].to_pylist() for name in _COLUMNS), strict=True)
    for view in views:
        found = evidence.views[view.id].quote
        if found.start >= 0:
            yield view.source, view.quote, found.start, found.end, view.file, view.line, view.id
