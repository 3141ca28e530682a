"""Every text of an evidence page, in the order of its template."""

from collections.abc import Iterable, Iterator, Mapping

from exporter.proof.html.own_content import policy
from exporter.proof.html.vocabulary import CONTEXT, PAGE, QUOTATION, QUOTE, SOURCES
from exporter.proof.html_texts import Place
from exporter.report.html.model import (
    EvidenceEntry,
    EvidencePage,
    Group,
    Quotation,
    SourceEntry,
    State,
)

Said = tuple[str, str]  # what a text is, and the text, which may be empty
_MARKS = {  # before the words of a state, by its tone
    "proved": "✓", "doubt": "!", "accepted": "†", "plain": "–",
}  # fmt: skip


def page_texts(page: EvidencePage) -> Iterator[tuple[Place, list[Said]]]:
    """Every text of the page in the order of its template, parted by the places they stand in."""
    labels = page.labels
    yield Place(PAGE), [("language", page.lang)]
    head = [("entry", text) for text in _head(page)]
    yield Place("head"), [*head, ("title", page.properties.title)]
    yield Place(PAGE), [("link", labels["skip"]), *_letterhead(page)]
    yield (
        Place("header"),
        [
            ("kind", labels["evidence"]),
            ("title", page.title),
            ("lead", labels["lead"]),
            *[("count", f"{figure} {words}") for figure, words in page.counts],
            ("edition", labels["as_of"]),
        ],
    )
    yield Place("filters"), [("text", text) for text in _filters(page)]
    yield Place("main"), [("name", "_evidence")]
    for number, group in enumerate(page.groups, 1):
        yield from _group(number, group, labels)
    yield Place("foot"), [("heading", labels["sources"])]
    for source in page.sources:
        yield Place(SOURCES), _source(source, labels)
    yield Place("foot"), [("disclaimer", page.theme.disclaimer)]
    yield Place("foot"), [("note", f"{labels['context']} {labels['link_note']}")]


def _letterhead(page: EvidencePage) -> Iterator[Said]:
    """Who speaks, above the title: the logo's size and words, the house, author and contact."""
    head = page.theme.letterhead
    if head.logo:
        # High in millimetres as on paper, for all logos to seem about as large; 4.5 pixels each.
        height = 4.5 * round(min(max(16 / head.logo.ratio**0.5, 5), 13), 2)
        yield "width of the logo", str(round(height * head.logo.ratio))
        yield "height of the logo", str(round(height))
        yield "logo", head.logo_says
    yield from (("house", head.house), ("author", head.author), ("contact", head.contact))


def _head(page: EvidencePage) -> Iterator[str]:
    yield "utf-8"
    named = {
        "Content-Security-Policy": policy(page),
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


def _group(
    number: int, group: Group, labels: Mapping[str, str]
) -> Iterator[tuple[Place, list[Said]]]:
    yield (
        Place(f"group {number}"),
        [
            ("name", f"_group-{number}"),
            ("heading", group.heading),
            ("count", f"{len(group.claims):,}"),
        ],
    )
    for claim in group.claims:
        yield from _claim(claim, labels)


def _claim(claim: EvidenceEntry, labels: Mapping[str, str]) -> Iterator[tuple[Place, list[Said]]]:
    name, quotation = f"#{claim.anchor}", claim.quotation
    own = Place(name)
    yield (
        own,
        [
            ("topic", claim.topic),
            ("states", " ".join([state.key for state in claim.states])),
            ("heading", claim.heading),
            *_states(claim.states),
            ("value", claim.value),
            ("unit", claim.unit),
            ("formula", _formula(claim)),
            ("label", labels["drivers"] if claim.points else ""),
            *[("driver", point) for point in claim.points],
        ],
    )
    if quotation.words:
        yield from _quotation(name, quotation)
    opened = labels["open"] + labels["colon"] + claim.heading
    yield (
        own,
        [
            *_below(quotation),
            *[("detail", text) for pair in claim.details for text in pair],
            ("source", quotation.source),
            ("link", opened if quotation.url else ""),
            ("link", labels["permalink"]),
            ("id", claim.id),
        ],
    )
    if claim.further:
        yield own, [("label", labels["also in"])]
    for one in claim.further:
        yield own, list(_states(one.states))
        yield from _quotation(name, one.quotation)
        source = labels["also in"] + labels["colon"] + one.quotation.source
        link = opened if one.quotation.url else ""
        yield own, [*_below(one.quotation), ("source", source), ("link", link)]


def _states(states: Iterable[State]) -> Iterator[Said]:
    return (("state", f"{_MARKS[state.tone]} {state.words}") for state in states)


def _quotation(name: str, quotation: Quotation) -> Iterator[tuple[Place, list[Said]]]:
    yield Place(name, QUOTATION), [("language of the quote", quotation.lang)]
    yield Place(name, CONTEXT), [(CONTEXT, quotation.before)]
    yield Place(name, QUOTE), [(QUOTE, quotation.words)]
    yield Place(name, CONTEXT), [(CONTEXT, quotation.after)]


def _below(quotation: Quotation) -> Iterator[Said]:
    """What stands below the words of a quotation."""
    yield "translation", quotation.translation
    yield "width of the picture", quotation.width
    yield "height of the picture", quotation.height
    yield "picture", quotation.picture_says


def _formula(claim: EvidenceEntry) -> str:
    return f"= {''.join(part.text for part in claim.formula)}" if claim.formula else ""


def _source(source: SourceEntry, labels: Mapping[str, str]) -> list[Said]:
    address = labels["address"], source.url or labels["on_file"]
    details = (address, *source.details)
    return [("title", source.title), *[("detail", text) for pair in details for text in pair]]
