"""Every text of an evidence page, in the order of its template."""

from collections.abc import Iterator, Mapping

from exporter.proof.html.own_content import policy
from exporter.proof.html.vocabulary import CONTEXT, PAGE, QUOTE, SOURCES
from exporter.proof.texts import ExpectedText
from exporter.report.html.model import EvidenceEntry, EvidencePage, Group, SourceEntry

LANGUAGE = "language of the quote"
_MARKS = {  # before the words of a state, by its tone
    "proved": "✓", "doubt": "!", "accepted": "†", "plain": "–",
}  # fmt: skip


def page_texts(page: EvidencePage) -> Iterator[ExpectedText]:
    """Every text of the page in the order of its template."""
    labels = page.labels
    yield ExpectedText(PAGE, "language", page.lang)
    for text in _head(page):
        yield ExpectedText("head", "entry", text)
    yield ExpectedText("head", "title", page.properties.title)
    yield ExpectedText(PAGE, "link", labels["skip"])
    yield ExpectedText("header", "kind", labels["evidence"])
    yield ExpectedText("header", "title", page.title)
    yield ExpectedText("header", "lead", labels["lead"])
    for figure, words in page.counts:
        yield ExpectedText("header", "count", f"{figure} {words}")
    yield ExpectedText("header", "edition", labels["as_of"])
    for text in _filters(page):
        yield ExpectedText("filters", "text", text)
    yield ExpectedText("main", "name", "_evidence")
    for number, group in enumerate(page.groups, 1):
        yield from _group(number, group, labels)
    yield ExpectedText("foot", "heading", labels["sources"])
    for source in page.sources:
        yield from _source(source, labels)
    yield ExpectedText("foot", "note", f"{labels['context']} {labels['link_note']}")


def _head(page: EvidencePage) -> Iterator[str]:
    yield "utf-8"
    named = {
        "Content-Security-Policy": policy(),
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "referrer": "no-referrer",
        "author": page.properties.author,
        "description": page.labels["lead"],
        "generator": "exporter",
        "dcterms.created": page.properties.created.isoformat(),
    }
    for name, content in named.items():
        yield from (name, content)


def _filters(page: EvidencePage) -> Iterator[str]:
    labels = page.labels
    yield from (
        "_find",
        labels["find"],
        "hidden",
        labels["search"],
        "_search",
        labels["search_hint"],
    )
    yield from (labels["entity"], "_topic", labels["all"], *page.topics)
    yield from (labels["state"], "_state", labels["all"])
    for label, states in page.states.items():
        yield label
        for state, count in states:
            yield from (state.key, f"{state.words} ({count:,})")
    yield from (labels["reset"], labels["shown"], labels["none"])


def _group(number: int, group: Group, labels: Mapping[str, str]) -> Iterator[ExpectedText]:
    place = f"group {number}"
    yield ExpectedText(place, "name", f"_group-{number}")
    yield ExpectedText(place, "heading", group.heading)
    yield ExpectedText(place, "count", f"{len(group.claims):,}")
    for claim in group.claims:
        yield from _claim(claim, labels)


def _claim(claim: EvidenceEntry, labels: Mapping[str, str]) -> Iterator[ExpectedText]:
    place, quotation = f"#{claim.anchor}", claim.quotation
    yield ExpectedText(place, "topic", claim.topic)
    yield ExpectedText(place, "states", " ".join(state.key for state in claim.states))
    yield ExpectedText(place, "heading", claim.heading)
    for state in claim.states:
        yield ExpectedText(place, "state", f"{_MARKS[state.tone]} {state.words}")
    yield ExpectedText(place, "value", claim.value)
    yield ExpectedText(place, "unit", claim.unit)
    if claim.points:
        yield ExpectedText(place, "label", labels["drivers"])
    for point in claim.points:
        yield ExpectedText(place, "driver", point)
    yield ExpectedText(place, LANGUAGE, quotation.lang)
    yield ExpectedText(place, CONTEXT, quotation.before)
    yield ExpectedText(place, QUOTE, quotation.words)
    yield ExpectedText(place, CONTEXT, quotation.after)
    yield ExpectedText(place, "translation", quotation.translation)
    for label, text in claim.details:
        yield ExpectedText(place, "detail", label)
        yield ExpectedText(place, "detail", text)
    yield ExpectedText(place, "source", quotation.source)
    if quotation.url:
        yield ExpectedText(place, "link", labels["open"] + labels["colon"] + claim.heading)
    yield ExpectedText(place, "link", labels["permalink"])
    yield ExpectedText(place, "id", claim.id)


def _source(source: SourceEntry, labels: Mapping[str, str]) -> Iterator[ExpectedText]:
    yield ExpectedText(SOURCES, "title", source.title)
    address = labels["address"], source.url or labels["on_file"]
    for label, text in (address, *source.details):
        yield ExpectedText(SOURCES, "detail", label)
        yield ExpectedText(SOURCES, "detail", text)
