"""Every text of an evidence page, in the order of its template."""

from collections.abc import Iterator, Mapping

from exporter.proof.html.own_content import policy
from exporter.proof.html.vocabulary import CONTEXT, PAGE, QUOTE, SOURCES
from exporter.report.html.model import EvidenceEntry, EvidencePage, Group, SourceEntry

# As an ExpectedText: place, what it is, text. Of hundreds of thousands, making those takes a while.
PageText = tuple[str, str, str]

LANGUAGE = "language of the quote"
_MARKS = {  # before the words of a state, by its tone
    "proved": "✓", "doubt": "!", "accepted": "†", "plain": "–",
}  # fmt: skip


def page_texts(page: EvidencePage) -> Iterator[PageText]:
    """Every text of the page in the order of its template."""
    labels = page.labels
    yield (PAGE, "language", page.lang)
    for text in _head(page):
        yield ("head", "entry", text)
    yield ("head", "title", page.properties.title)
    yield (PAGE, "link", labels["skip"])
    yield ("header", "kind", labels["evidence"])
    yield ("header", "title", page.title)
    yield ("header", "lead", labels["lead"])
    for figure, words in page.counts:
        yield ("header", "count", f"{figure} {words}")
    yield ("header", "edition", labels["as_of"])
    for text in _filters(page):
        yield ("filters", "text", text)
    yield ("main", "name", "_evidence")
    for number, group in enumerate(page.groups, 1):
        yield from _group(number, group, labels)
    yield ("foot", "heading", labels["sources"])
    for source in page.sources:
        yield from _source(source, labels["address"])
    yield ("foot", "note", f"{labels['context']} {labels['link_note']}")


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


def _group(number: int, group: Group, labels: Mapping[str, str]) -> Iterator[PageText]:
    place = f"group {number}"
    yield (place, "name", f"_group-{number}")
    yield (place, "heading", group.heading)
    yield (place, "count", f"{len(group.claims):,}")
    for claim in group.claims:
        yield from _claim(claim, labels)


def _claim(claim: EvidenceEntry, labels: Mapping[str, str]) -> Iterator[PageText]:
    place, quotation = f"#{claim.anchor}", claim.quotation
    yield (place, "topic", claim.topic)
    yield (place, "states", " ".join(state.key for state in claim.states))
    yield (place, "heading", claim.heading)
    for state in claim.states:
        yield (place, "state", f"{_MARKS[state.tone]} {state.words}")
    yield (place, "value", claim.value)
    yield (place, "unit", claim.unit)
    if claim.points:
        yield (place, "label", labels["drivers"])
    for point in claim.points:
        yield (place, "driver", point)
    yield (place, LANGUAGE, quotation.lang)
    yield (place, CONTEXT, quotation.before)
    yield (place, QUOTE, quotation.words)
    yield (place, CONTEXT, quotation.after)
    yield (place, "translation", quotation.translation)
    for label, text in claim.details:
        yield (place, "detail", label)
        yield (place, "detail", text)
    yield (place, "source", quotation.source)
    if quotation.url:
        yield (place, "link", labels["open"] + labels["colon"] + claim.heading)
    yield (place, "link", labels["permalink"])
    yield (place, "id", claim.id)


def _source(source: SourceEntry, address: str) -> Iterator[PageText]:
    yield (SOURCES, "title", source.title)
    for label, text in ((address, source.url), *source.details):
        yield (SOURCES, "detail", label)
        yield (SOURCES, "detail", text)
