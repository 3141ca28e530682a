"""Every text that a one-pager prints, in the order in which the page is read and drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.report.pdf.model import Card, KeyFigure, Matrix, OnePager, Picture

# Signs of the page's own that no model holds: before drivers, between entity and date, for marks.
_BULLET, _NAMED, _NOT_NAMED = "·", "●", "–"


@dataclass(frozen=True, slots=True)
class Printed:
    """One text on a page, of what it is and where it belongs: the `quote` of `view cicc-taobao`."""

    place: str
    what: str
    text: str


def printed_texts(page: OnePager) -> Iterator[Printed]:
    """Every text of the page once; what a reader hears of, and does not see, is not among them."""
    labels = page.labels
    yield Printed("page 1", "title", page.title)
    yield Printed("page 1", "subtitle", page.subtitle)
    yield Printed("page 1", "edition", labels["as_of"] + page.edition)
    yield Printed("page 1", "heading", labels["views"])
    for card in page.cards:
        yield from _card(card)
    yield from _source_line(page, "views", labels["views"])
    for heading, texts, key in _exhibits(page):
        yield Printed(heading, "heading", heading)
        yield from texts
        yield from _source_line(page, key, heading)
    if page.disclosures:
        yield Printed("page 1", "heading", labels["disclosures"])
        for paragraph in page.disclosures:
            yield Printed("page 1", "disclosure", paragraph)
    # List markers stand outside of the flow, and are drawn after all that is in it.
    for card in page.cards:
        yield from (Printed(_view(card), "list mark", _BULLET) for _ in card.drivers)


def headings(page: OnePager) -> list[str]:
    """What a viewer lists as the page's outline."""
    disclosures = [page.labels["disclosures"]] if page.disclosures else []
    exhibits = [heading for heading, _, _ in _exhibits(page)]
    brokers = [card.broker for card in page.cards]
    return [page.title, page.labels["views"], *brokers, *exhibits, *disclosures]


def alt_texts(page: OnePager) -> list[str]:
    """What a reader hears in place of the matrix's marks and of the picture."""
    words = {True: page.labels["named"], False: page.labels["not_named"]}
    marks = [words[named] for _, row in page.matrix.rows for named in row]
    return marks + ([page.picture.alt_text] if page.picture else [])


def links(page: OnePager) -> Iterator[Printed]:
    """What opens something: where it stands, and what it opens."""
    yield from (Printed(_view(card), "link", card.link) for card in page.cards if card.link)
    for figure in page.figures:
        if figure.link:
            yield Printed(f"figure {figure.id}", "link", figure.link)


def _exhibits(page: OnePager) -> Iterator[tuple[str, Iterator[Printed], str]]:
    """Heading, texts and the key of the source line of each numbered exhibit that the page has."""
    exhibits: list[tuple[str, Iterator[Printed], str]] = []
    if page.figures:
        figures = (text for figure in page.figures for text in _figure(figure))
        exhibits.append((page.labels["figures"], figures, "figures"))
    if page.matrix.rows:
        exhibits.append((page.labels["drivers"], _matrix(page, page.matrix), "drivers"))
    if page.picture:
        exhibits.append((page.picture.title, _picture(page.picture), "picture"))
    for number, (heading, texts, key) in enumerate(exhibits, 1):
        yield f"{page.labels['exhibit']} {number} {heading}", texts, key


def _card(card: Card) -> Iterator[Printed]:
    place = _view(card)
    yield Printed(place, "broker", card.broker)
    yield Printed(place, "stance", card.stance_label)
    yield Printed(place, "subject", card.subject)
    yield Printed(place, "thesis", card.thesis)
    yield from (Printed(place, "driver", driver) for driver in card.drivers)
    yield from (Printed(place, label, label + value) for label, value in card.terms)
    yield Printed(place, "quote", card.quote)
    yield Printed(place, "translation", card.translation)


def _figure(figure: KeyFigure) -> Iterator[Printed]:
    place = f"figure {figure.id}"
    yield Printed(place, "figure", figure.figure)
    yield Printed(place, "unit", figure.unit)
    yield Printed(place, "metric", figure.metric)
    date = _BULLET + figure.as_of if figure.as_of else ""
    yield Printed(place, "entity and date", figure.entity + date)


def _matrix(page: OnePager, matrix: Matrix) -> Iterator[Printed]:
    place, labels = page.labels["drivers"], page.labels
    yield Printed(place, "heading of the drivers", labels["driver"])
    yield from (Printed(place, "broker", broker) for broker in matrix.brokers)
    for driver, marks in matrix.rows:
        yield Printed(place, "driver", driver)
        for broker, named in zip(matrix.brokers, marks, strict=True):
            mark = _NAMED if named else _NOT_NAMED
            yield Printed(place, f"mark of {broker} at {driver}", mark)
    legend = (_NAMED, labels["named"], _NOT_NAMED, labels["not_named"])
    yield Printed(place, "legend", "".join(legend))


def _picture(picture: Picture) -> Iterator[Printed]:
    for bar in picture.bars:
        yield Printed(picture.title, "label", bar.label)
        yield Printed(picture.title, f"figure of {bar.label}", bar.figure)


def _source_line(page: OnePager, key: str, place: str) -> Iterator[Printed]:
    if line := page.sources.get(key):
        yield Printed(place, "source line", page.labels["source"] + line)


def _view(card: Card) -> str:
    return f"view {card.id}"
