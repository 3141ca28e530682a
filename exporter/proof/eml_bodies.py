"""What a message's two bodies show, from the first word to the last, and what it should be.

A body shows the message's texts in the message's order and nothing between them, white space
aside. So a text that is missing, changed, moved or added is found.
"""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.report.eml.model import FigureLine, Message, Section, ViewLine
from exporter.writers.eml.wrapping import columns

_PLAIN, _HTML = "text", "HTML"
_UNSEEN = frozenset({"style", "script"})
# Elements and attributes that make a mail program load, run or send something.
_ACTIVE = frozenset(
    {"audio", "base", "embed", "form", "iframe", "img", "input", "link", "object", "script",
     "svg", "video"}
)  # fmt: skip
_LOADING = frozenset({"action", "background", "data", "poster", "src", "srcset"})


class _Shown(NamedTuple):
    """One text that a body shows, and what it opens; `only` names the one body that has it."""

    what: str
    text: str
    link: str = ""
    only: str = ""


def compare_bodies(message: Message, text: str, html: str) -> Iterator[Difference]:
    """Compare both bodies with what was laid out.

    Args:
        message: As laid out.
        text: The plain body.
        html: The other.
    """
    found = _Reader()
    found.feed(html)
    found.close()
    shown = list(_reading(message))
    plain, rich = ([one for one in shown if one.only in {"", body}] for body in (_PLAIN, _HTML))
    yield from _walk(_PLAIN, plain, text)
    yield from _walk(_HTML, rich, "".join(found.texts))
    links = [one.link for one in rich if one.link]
    if found.links != links:
        yield unlike(_HTML, "links", " ".join(links), " ".join(found.links) or MISSING)
    for one in found.active:
        yield unlike(_HTML, "content", "texts and links alone", one)


def _reading(message: Message) -> Iterator[_Shown]:
    yield _Shown("title", message.subject, only=_HTML)
    yield _Shown("preheader", message.preheader, only=_HTML)
    yield _Shown("kicker", message.kicker)
    yield _Shown("headline", message.headline)
    yield _Shown("subtitle", message.subtitle)
    yield _Shown("edition", message.as_of)
    for section in message.sections:
        yield from _section(section, message)
    yield from _heading(message.labels["evidence"])
    yield from (_Shown("evidence", sentence) for sentence in message.evidence)
    for line, url in message.sources:
        yield from _bulleted("source", line)
        yield _Shown("source", url, url)
    yield from _heading(message.labels["attachments"])
    for one in message.enclosures:
        yield from _bulleted("attachment", one.name, one.description)
    if message.disclosures:
        yield from _heading(message.labels["disclosures"])
    yield from (_Shown("disclosure", paragraph) for paragraph in message.disclosures)


def _section(section: Section, message: Message) -> Iterator[_Shown]:
    yield _Shown("title", section.title)
    yield _Shown("subtitle", section.subtitle)
    if section.views:
        yield from _heading(message.labels["views"])
    for view in section.views:
        yield from _view(view, message.labels["passage"])
    if section.figures:
        yield from _heading(message.labels["figures"])
    for figure in section.figures:
        yield from _figure(figure)


def _view(view: ViewLine, passage: str) -> Iterator[_Shown]:
    what = f"view {view.id}"
    yield from _bulleted(what, view.heading, view.stance_label, *view.terms, view.thesis)
    yield _Shown(what, passage, view.link, only=_HTML)


def _figure(figure: FigureLine) -> Iterator[_Shown]:
    what = f"figure {figure.id}"
    yield from _bulleted(what, figure.metric, figure.note)
    yield _Shown(what, figure.figure, figure.link)
    yield _Shown(what, figure.unit)


def _heading(text: str) -> Iterator[_Shown]:
    yield _Shown("heading", text)
    yield _Shown("underline", "-" * columns(text), only=_PLAIN)


def _bulleted(what: str, *texts: str) -> Iterator[_Shown]:
    yield _Shown("bullet", "*", only=_PLAIN)
    yield from (_Shown(what, text) for text in texts)


def _walk(body: str, shown: Iterable[_Shown], text: str) -> Iterator[Difference]:
    """Follow what should be shown through what is; tell of each stretch where they part."""
    found, at = _squeezed(text), 0
    lost: list[_Shown] = []
    for one in (one for one in shown if one.text):
        wanted = _squeezed(one.text)
        start = found.find(wanted, at)
        if start < 0:
            lost.append(one)
            continue
        yield from _parting(body, lost, found[at:start])
        at, lost = start + len(wanted), []
    yield from _parting(body, lost, found[at:])


def _parting(body: str, lost: list[_Shown], instead: str) -> Iterator[Difference]:
    if lost:
        expected = " ".join(one.text for one in lost)
        yield unlike(body, lost[0].what, expected, instead or MISSING)
    elif instead:
        yield unlike(body, "text", NOTHING, instead)


def _squeezed(text: str) -> str:
    return "".join(text.split())


class _Reader(HTMLParser):
    """Collects the texts and the links of a body, and what in it is neither."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.links: list[str] = []
        self.active: list[str] = []
        self._unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen = tag in _UNSEEN
        if tag in _ACTIVE:
            self.active.append(f"<{tag}>")
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
            elif name in _LOADING or name.startswith("on") or "url(" in (value or ""):
                self.active.append(f"{name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = self._unseen and tag not in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)
        elif "url(" in data or "@import" in data or "content:" in data:
            self.active.append("a style sheet that loads or adds something")

    def handle_comment(self, data: str) -> None:
        """Outlook reads what stands in a comment that is for it alone."""
        inside = _Reader()
        inside.feed(data.removeprefix("[if mso]>").removesuffix("<![endif]"))
        inside.close()
        self.texts += inside.texts
        self.links += inside.links
        self.active += inside.active
