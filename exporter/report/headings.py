"""The figures in a report's own words: titles, names of entities, disclosures.

No quote stands behind these words. On a one-pager they speak of its facts and views, whose quotes
may state the number; elsewhere nothing does. So all that can be told of one is a doubt.
"""

from collections.abc import Iterator, Mapping, Sequence

from exporter.errors import Problem
from exporter.evidence.findings import Terms
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.texts import doubts_of_heading
from exporter.facts.lookalikes import letter_fault
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.report.definition import Definition
from exporter.report.page_definition import OnePagerDefinition

_Place = tuple[str | int, ...]


def check_headings(
    definition: Definition, views: Sequence[View], quotes: Mapping[str, str], names: NamesUsed
) -> Iterator[Problem]:
    """The doubts about figures in the words of report.yaml, and about names that silence nothing.

    Args:
        definition: The report's definition.
        views: All views.
        quotes: Of the facts that one-pagers show, by their ids.
        names: Those that silence nothing in facts and views.
    """
    report = definition.report
    for path, text in _headings(definition):
        yield from _doubts(definition, path, text, (), names)
    for index, page in enumerate(report.one_pagers):
        brokers = {broker.name.en for broker in report.brokers_of(page)}
        behind = [quotes[id_] for id_ in page.facts if id_ in quotes]
        behind += [view.quote for view in views if view.broker in brokers]
        for path, text in _headings_of(page):
            yield from _doubts(definition, ("one_pagers", index, *path), text, behind, names)
    for name, fault in names.faults():
        if letter_fault(name) is None:  # else it is listed for its letters
            yield definition.problem(("names", report.names.index(name)), *fault)


def _headings(definition: Definition) -> Iterator[tuple[_Place, Bilingual]]:
    """The words of a report that speak of nothing in particular."""
    report = definition.report
    yield ("title",), report.title
    for index, entity in enumerate(report.entities):
        yield ("entities", index, "name"), entity.name
    for index, book in enumerate(report.workbooks):
        yield ("workbooks", index, "title"), book.title


def _headings_of(page: OnePagerDefinition) -> Iterator[tuple[_Place, Bilingual]]:
    yield ("title",), page.title
    if page.subtitle:
        yield ("subtitle",), page.subtitle
    if page.chart:
        yield ("picture", "title"), page.chart.title
    for index, disclosure in enumerate(page.disclosures):
        yield ("disclosures", index), disclosure


def _doubts(
    definition: Definition,
    path: _Place,
    text: Bilingual,
    quotes: Sequence[str],
    names: NamesUsed,
) -> Iterator[Problem]:
    terms = Terms(definition.report.names)
    called = f"`{next(step for step in reversed(path) if isinstance(step, str))}`"
    for words in dict.fromkeys(text):
        names.take_heading(words, quotes, terms)
        for finding in doubts_of_heading(words, quotes, called, terms):
            yield definition.problem(path, *finding.fault)
