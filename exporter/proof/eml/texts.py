"""What a message shows: the texts of its two bodies in the message's order, and its links."""

from collections.abc import Iterator

from exporter.proof.texts import ExpectedText
from exporter.report.eml.model import LOGO_ID, Message, Section, columns

PLAIN, HTML = "text", "HTML"  # what the bodies are called
_METAS = (
    "utf-8",
    "viewport", "width=device-width, initial-scale=1",
    "color-scheme", "light dark",
    "supported-color-schemes", "light dark",
    "format-detection", "telephone=no, date=no, address=no, email=no",
)  # fmt: skip


def texts_of(body: str, message: Message) -> list[ExpectedText]:
    """Every text that one of the bodies shows, in order."""
    texts = (text for text in _texts(message) if text.place in {"", body})
    return [text._replace(place=body) for text in texts]


def _texts(message: Message) -> Iterator[ExpectedText]:
    """The texts of both bodies; the place names the one that alone has it."""
    for text in (message.lang, *_METAS):
        yield ExpectedText(HTML, "head", text)
    yield ExpectedText(HTML, "title", message.subject)
    yield ExpectedText(HTML, "preheader", message.preheader)
    yield from _letterhead(message)
    yield ExpectedText("", "kicker", message.kicker)
    yield ExpectedText("", "headline", message.headline)
    yield ExpectedText("", "subtitle", message.subtitle)
    yield ExpectedText("", "edition", message.as_of)
    for section in message.sections:
        yield from _section(section, message)
    yield from _heading(message.labels["evidence"])
    yield from (ExpectedText("", "evidence", sentence) for sentence in message.evidence)
    for caption, url in message.sources:
        yield from _bulleted("source", caption, url)
    yield from _heading(message.labels["attachments"])
    for enclosure in message.enclosures:
        yield from _bulleted("attachment", enclosure.name, enclosure.description)
    if message.disclosures:
        yield from _heading(message.labels["disclosures"])
    yield from (ExpectedText("", "disclosure", paragraph) for paragraph in message.disclosures)


def _letterhead(message: Message) -> Iterator[ExpectedText]:
    """Who speaks: in HTML under the logo, of which sizes and words are told."""
    head = message.theme.letterhead
    if head.logo:
        # As on the evidence page: high in millimetres as on paper, 4.5 pixels each.
        height = 4.5 * round(min(max(16 / head.logo.ratio**0.5, 5), 13), 2)
        yield ExpectedText(HTML, "width of the logo", str(round(height * head.logo.ratio)))
        yield ExpectedText(HTML, "height of the logo", str(round(height)))
        yield ExpectedText(HTML, "logo", head.logo_says)
    yield from (ExpectedText("", "letterhead", line) for line in (head.house, *head.by))


def _section(section: Section, message: Message) -> Iterator[ExpectedText]:
    yield ExpectedText("", "title", section.title)
    yield ExpectedText("", "subtitle", section.subtitle)
    if section.views:
        yield from _heading(message.labels["views"])
    for view in section.views:
        what = f"view {view.id}"
        yield from _bulleted(what, view.heading, view.stance_label, *view.terms, view.thesis)
        if view.link:
            yield ExpectedText(HTML, what, message.labels["passage"])
    if section.figures:
        yield from _heading(message.labels["figures"])
        yield ExpectedText(HTML, "label of a table", message.labels["figures"])
    for figure in section.figures:
        texts = (figure.metric, figure.note, figure.figure, figure.unit)
        yield from _bulleted(f"figure {figure.id}", *texts)


def _heading(text: str) -> Iterator[ExpectedText]:
    yield ExpectedText("", "heading", text)
    yield ExpectedText(PLAIN, "underline", "-" * columns(text))


def _bulleted(what: str, *texts: str) -> Iterator[ExpectedText]:
    yield ExpectedText(PLAIN, "bullet", "*")
    yield from (ExpectedText("", what, text) for text in texts)


def links_of(message: Message) -> list[str]:
    """Every link of the HTML body, in order; the other shows addresses alone."""
    links = [f"cid:{LOGO_ID}"] if message.logo else []
    for section in message.sections:
        links += [view.link for view in section.views]
        links += [figure.link for figure in section.figures]
    links += [url for _, url in message.sources]
    return [link for link in links if link]
