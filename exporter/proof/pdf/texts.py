"""The texts of a one-pager: those that it should show, in the order of drawing, and its own."""

from collections.abc import Iterator

from exporter.proof.pdf.same_glyphs import plainest
from exporter.proof.texts import ExpectedText
from exporter.report.pdf.model import (
    Card,
    Comparison,
    Earlier,
    KeyFigure,
    Matrix,
    OnePager,
    Picture,
    TargetRange,
)

# Signs of the page's own that no model holds: before drivers, between entity and date, for marks.
_BULLET, _NAMED, _NOT_NAMED, _BEFORE = "·", "●", "–", "○"
_CAPTIONS = {
    "entity and date",
    "stance",
    "status",
    "attribution",
}  # put together of words of the exporter's own
# PDFium gives this in place of a hyphen that ends a line.
_LINE_END_HYPHEN = "\ufffe"


def read_text(content: bytes) -> str:
    """The text of a PDF's pages, made plain, in the order in which it is drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()
    return plainest("".join(texts).replace(_LINE_END_HYPHEN, "-"))


def expected_texts(page: OnePager, sheets: int = 1) -> Iterator[ExpectedText]:
    """Every text of the page once, each made plain.

    What a reader hears of, and does not see, is not among them.

    Args:
        page: As it was laid out.
        sheets: How many it stands on.
    """
    for place, what, text in (*_texts(page), *_sheet_texts(page, sheets)):
        yield ExpectedText(place, what, plainest(text))


def stated_texts(page: OnePager) -> Iterator[ExpectedText]:
    """Those that state a view or a figure; what else the page says may be said otherwise."""
    texts = [text for card in page.cards for text in _card(card, with_terms=True)]
    texts += [text for figure in page.figures for text in _figure(figure)]
    if page.picture:
        texts += _picture(page, page.picture)
    for place, what, text in texts:
        if what not in _CAPTIONS:
            yield ExpectedText(place, what, plainest(text))


def headings(page: OnePager) -> list[str]:
    """What a viewer lists as the page's outline."""
    disclosures = [page.labels["disclosures"]] if page.disclosures else []
    exhibits = [heading for heading, _, _ in _exhibits(page)]
    brokers = [card.broker for card in page.cards]
    changes = [page.labels["changes"]] if page.changes else []
    return [page.title, *changes, page.labels["views"], *brokers, *exhibits, *disclosures]


def alt_texts(page: OnePager) -> list[str]:
    """What a reader hears in place of the logo, of the matrix's marks and of the picture."""
    words = {True: page.labels["named"], False: page.labels["not_named"]}
    marks = [words[named] for _, row in page.matrix.rows for named in row]
    head = page.theme.letterhead
    logo = [head.logo_says] if head.logo else []
    return logo + marks + ([page.picture.alt_text] if page.picture else [])


def links(page: OnePager) -> Iterator[ExpectedText]:
    """What opens something: where it stands, and what it opens."""
    yield from (ExpectedText(_view(card), "link", card.link) for card in page.cards if card.link)
    for figure in page.figures:
        if figure.link:
            yield ExpectedText(f"figure {figure.id}", "link", figure.link)
        if figure.before and figure.before.link:
            yield ExpectedText(f"figure {figure.before.id}", "link", figure.before.link)


def _texts(page: OnePager) -> Iterator[ExpectedText]:
    labels, head = page.labels, page.theme.letterhead
    yield ExpectedText("page 1", "house", head.house)
    yield ExpectedText("page 1", "author", head.author)
    yield ExpectedText("page 1", "contact", head.contact)
    yield ExpectedText("page 1", "title", page.title)
    yield ExpectedText("page 1", "subtitle", page.subtitle)
    yield ExpectedText("page 1", "edition", labels["as_of"] + page.edition)
    if page.changes:
        yield ExpectedText("page 1", "heading", labels["changes"])
        for line in page.changes:
            yield ExpectedText("page 1", "change", line)
    yield ExpectedText("page 1", "heading", labels["views"])
    for card in page.cards:
        yield from _card(card, with_terms=page.comparison is None)
    yield from _source_line(page, "views", labels["views"])
    for heading, texts, key in _exhibits(page):
        yield ExpectedText(heading, "heading", heading)
        yield from texts
        yield from _source_line(page, key, heading)
    if page.disclosures:
        yield ExpectedText("page 1", "heading", labels["disclosures"])
        for paragraph in page.disclosures:
            yield ExpectedText("page 1", "disclosure", paragraph)
    # List markers stand outside of the flow, and are drawn after all that is in it.
    for card in page.cards:
        yield from (ExpectedText(_view(card), "list mark", _BULLET) for _ in card.drivers)


def _sheet_texts(page: OnePager, sheets: int) -> Iterator[ExpectedText]:
    """What says which sheet is which, and whose the second one is; nothing where there is one."""
    for number in range(1, sheets + 1) if sheets > 1 else ():
        if number > 1:
            edition = page.labels["as_of"] + page.edition
            yield ExpectedText(f"page {number}", "title", page.title)
            yield ExpectedText(f"page {number}", "edition", edition)
        text = page.labels["page_of"].format(page=number, pages=sheets)
        yield ExpectedText(f"page {number}", "page number", text)


def _exhibits(page: OnePager) -> Iterator[tuple[str, Iterator[ExpectedText], str]]:
    """Heading, texts and the key of the source line of each numbered exhibit that the page has."""
    exhibits: list[tuple[str, Iterator[ExpectedText], str]] = []
    if page.comparison:
        heading = page.comparison.heading
        exhibits.append((heading, _comparison(heading, page.comparison), "comparison"))
    if page.figures:
        figures = (text for figure in page.figures for text in _figure(figure))
        exhibits.append((page.labels["figures"], figures, "figures"))
    if page.pages > 1:
        exhibits.reverse()  # figures stand on the first of two sheets
    if page.matrix.rows:
        exhibits.append((page.labels["drivers"], _matrix(page, page.matrix), "drivers"))
    if page.picture:
        exhibits.append((page.picture.title, _picture(page, page.picture), "picture"))
    for number, (heading, texts, key) in enumerate(exhibits, 1):
        yield f"{page.labels['exhibit']} {number} {heading}", texts, key


def _card(card: Card, *, with_terms: bool) -> Iterator[ExpectedText]:
    """The texts of a card; its terms stand in the comparison where there is one."""
    place = _view(card)
    yield ExpectedText(place, "broker", card.broker)
    yield ExpectedText(place, "stance", card.stance_label)
    yield ExpectedText(place, "subject", card.subject)
    yield ExpectedText(place, "thesis", card.thesis)
    yield from (ExpectedText(place, "driver", driver) for driver in card.drivers)
    terms = card.terms if with_terms else card.remarks
    yield from (ExpectedText(place, label, label + value) for label, value in terms)
    yield ExpectedText(place, "quote", card.quote)
    yield ExpectedText(place, "translation", card.translation)


def _figure(figure: KeyFigure) -> Iterator[ExpectedText]:
    place = f"figure {figure.id}"
    yield ExpectedText(place, "figure", figure.figure)
    yield ExpectedText(place, "unit", figure.unit)
    yield ExpectedText(place, "metric", figure.metric)
    date = _BULLET + figure.as_of if figure.as_of else ""
    yield ExpectedText(place, "entity and date", figure.entity + date)
    yield from _not_achieved(place, figure)
    if before := figure.before:
        yield ExpectedText(place, "earlier period", before.as_of)
        yield from _not_achieved(place, before)
        yield ExpectedText(place, "earlier figure", before.figure)
        yield ExpectedText(place, "change", before.change)


def _not_achieved(place: str, figure: KeyFigure | Earlier) -> Iterator[ExpectedText]:
    """What stands beside a figure that is not achieved."""
    if figure.status:
        yield ExpectedText(place, "status", _BULLET + figure.status)
    if figure.attribution:
        yield ExpectedText(place, "attribution", _BULLET + figure.attribution)


def _comparison(heading: str, comparison: Comparison) -> Iterator[ExpectedText]:
    for column in comparison.columns:
        yield ExpectedText(heading, f"heading of the column {column.key}", column.label)
    for row in comparison.rows:
        for column, text in zip(comparison.columns, row, strict=True):
            yield ExpectedText(heading, f"{column.key} of {row[0]}", text)
    yield ExpectedText(heading, "note", comparison.note)


def _matrix(page: OnePager, matrix: Matrix) -> Iterator[ExpectedText]:
    place, labels = page.labels["drivers"], page.labels
    yield ExpectedText(place, "heading of the drivers", labels["driver"])
    yield from (ExpectedText(place, "broker", broker) for broker in matrix.brokers)
    for driver, marks in matrix.rows:
        yield ExpectedText(place, "driver", driver)
        for broker, named in zip(matrix.brokers, marks, strict=True):
            mark = _NAMED if named else _NOT_NAMED
            yield ExpectedText(place, f"mark of {broker} at {driver}", mark)
    legend = (_NAMED, labels["named"], _NOT_NAMED, labels["not_named"])
    yield ExpectedText(place, "legend", "".join(legend))


def _picture(page: OnePager, picture: Picture | TargetRange) -> Iterator[ExpectedText]:
    if isinstance(picture, TargetRange):
        yield from _targets(page, picture)
        return
    for bar in picture.bars:
        yield ExpectedText(picture.title, "label", bar.label)
        yield ExpectedText(picture.title, f"period of {bar.label}", bar.period)
        yield ExpectedText(picture.title, f"figure of {bar.label}", bar.figure)


def _targets(page: OnePager, picture: TargetRange) -> Iterator[ExpectedText]:
    yield ExpectedText(picture.title, "price", picture.price)
    for target in picture.targets:
        yield ExpectedText(picture.title, "broker", target.broker)
        yield ExpectedText(picture.title, f"earlier target of {target.broker}", target.earlier)
        yield ExpectedText(picture.title, f"target of {target.broker}", target.figure)
    if any(target.earlier for target in picture.targets):
        words = (_NAMED, page.labels["target_now"], _BEFORE, page.labels["target_before"])
        yield ExpectedText(picture.title, "legend", "".join(words))


def _source_line(page: OnePager, key: str, place: str) -> Iterator[ExpectedText]:
    if note := page.notes.get(key):
        yield ExpectedText(place, "note", note)
    if line := page.sources.get(key):
        yield ExpectedText(place, "source line", page.labels["source"] + line)


def _view(card: Card) -> str:
    return f"view {card.id}"
