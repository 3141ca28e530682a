"""A page that a template of the report's own has drawn: what it must show, and what it may not.

Where things stand, and which words stand beside them, are the template's affair. But every figure,
source line and disclosure of the page as it was laid out is there to be seen, and no figure stands
there that it lacks: what is left when all of its texts are taken away states none.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from exporter.proof.difference import NOTHING, Difference, unlike
from exporter.proof.pdf.same_glyphs import plainest
from exporter.proof.pdf.seen import read_characters
from exporter.proof.pdf.shown import Shown, is_number, of_text
from exporter.proof.pdf.texts import links
from exporter.proof.texts import ExpectedText
from exporter.report.pdf.model import Card, KeyFigure, OnePager, Picture, TargetRange

if TYPE_CHECKING:
    import pikepdf

# Fields of a page that no reader is shown.
_NOT_SHOWN = frozenset(
    {"id", "name", "lang", "key", "link", "places", "palette", "night", "sheet", "fonts", "paper",
     "logo", "template", "quote_lang"}
)  # fmt: skip
_MOST_NUMBERED = 20  # exhibits
_ANYWHERE = "the page"
Expected = Iterator[tuple[str, str, str]]


def brings_html(page: OnePager) -> bool:
    """Whether a page is drawn by a template of the report's own, and not by its style alone."""
    return page.template is not None and page.template.html is not None


def compare_own_page(page: OnePager, content: bytes) -> Iterator[Difference]:
    """Compare what a page shows whose template, or style, is the report's own.

    Args:
        page: As it was laid out.
        content: The PDF.
    """
    shown = Shown(read_characters(content))
    for expected in required_texts(page):
        if difference := shown.compare(expected):
            yield difference
    if brings_html(page):
        yield from shown.beyond(_stated(page), _ANYWHERE, "figure of its own")


def compare_unseen_texts(pdf: "pikepdf.Pdf", page: OnePager) -> Iterator[Difference]:
    """Compare what a reader hears, and what a viewer lists: no figure that the page lacks."""
    import pikepdf

    spoken = [
        str(item.Alt)
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
    ]
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            spoken.append(item.title)
            waiting += item.children
    stated = set(_stated(page))
    for text in spoken:
        yield from Shown(of_text(text)).beyond(stated, _ANYWHERE, "text that is heard or listed")


def compare_link_targets(targets: list[str], page: OnePager) -> Iterator[Difference]:
    """Compare where links lead: each to evidence of the page, however often."""
    known = {unquote(link.text) for link in links(page)}
    for target in targets:
        if unquote(target) not in known:
            yield unlike(_ANYWHERE, "link", "one to the evidence of the page", target or NOTHING)


def required_texts(page: OnePager) -> Iterator[ExpectedText]:
    """The texts that a page must show, whoever draws it, made plain, each once."""
    every = (ExpectedText(place, what, plainest(text)) for place, what, text in _required(page))
    yield from dict.fromkeys(text for text in every if text.text)


def _required(page: OnePager) -> Expected:
    yield _ANYWHERE, "edition", page.edition
    for key, what in (("title", page.title), ("subtitle", page.subtitle)):
        yield _ANYWHERE, key, _with_figures(what)
    yield from ((_ANYWHERE, "change", _with_figures(line)) for line in page.changes)
    for card in page.cards:
        yield from _card(card, with_terms=page.comparison is None)
    for figure in page.figures:
        yield from _figure(figure)
    yield from _exhibits(page)
    for key in _exhibit_keys(page):
        yield key, "source line", page.sources.get(key, "")
        yield key, "note", page.notes.get(key, "")
    yield from ((_ANYWHERE, "disclosure", paragraph) for paragraph in page.disclosures)


def _card(card: Card, *, with_terms: bool) -> Expected:
    """What a view says; its terms stand in the comparison where there is one."""
    place = f"view {card.id}"
    yield place, "broker", card.broker
    yield place, "stance", card.stance_label
    for label, value in card.remarks:
        yield place, label, value
    texts = (
        ("subject", card.subject), ("thesis", card.thesis), ("quote", card.quote),
        ("translation", card.translation),
        *(("driver", driver) for driver in card.drivers),
        *(card.terms if with_terms else ()),
    )  # fmt: skip
    yield from ((place, what, _with_figures(text)) for what, text in texts)


def _figure(figure: KeyFigure) -> Expected:
    """All that a key figure says: without one of these it would say something else."""
    place = f"figure {figure.id}"
    yield place, "figure", figure.figure
    yield place, "unit", figure.unit
    yield place, "metric", figure.metric
    yield place, "entity", figure.entity
    yield place, "date", figure.as_of
    yield place, "status", figure.status
    yield place, "attribution", figure.attribution
    if before := figure.before:
        yield place, "earlier period", before.as_of
        yield place, "earlier figure", before.figure
        yield place, "change", before.change
        yield place, "earlier status", before.status
        yield place, "earlier attribution", before.attribution


def _exhibits(page: OnePager) -> Expected:
    if comparison := page.comparison:
        for row in comparison.rows:
            for column, text in zip(comparison.columns, row, strict=True):
                yield comparison.heading, f"{column.label} of {row[0]}", _with_figures(text)
        yield comparison.heading, "note", comparison.note
    for driver, _ in page.matrix.rows:
        yield page.labels["drivers"], "driver", _with_figures(driver)
    match page.picture:
        case Picture():
            for bar in page.picture.bars:
                for text in (bar.figure, bar.label, bar.period):
                    yield page.picture.title, "figure in the picture", _with_figures(text)
        case TargetRange():
            texts = [page.picture.price]
            texts += [text for row in page.picture.targets for text in (row.figure, row.earlier)]
            for text in texts:
                yield page.picture.title, "figure in the picture", text


def _exhibit_keys(page: OnePager) -> Iterator[str]:
    """The exhibits that the page has, by the keys of their source lines."""
    there = {
        "views": page.cards,
        "comparison": page.comparison,
        "figures": page.figures,
        "drivers": page.matrix.rows,
        "picture": page.picture,
    }
    return (key for key, has in there.items() if has)


def _with_figures(text: str) -> str:
    """A text that holds a numeral; "" for one that does not, which may be left out."""
    return text if any(map(is_number, plainest(text))) else ""


def _stated(page: OnePager) -> Iterator[str]:
    """All texts of a page, made plain, and what numbers its exhibits and sheets."""
    yield from map(plainest, _texts_in(page))
    exhibit = page.labels["exhibit"]
    yield from (plainest(f"{exhibit}{number}") for number in range(1, _MOST_NUMBERED + 1))
    for pages in range(1, page.pages + 1):
        for number in range(1, pages + 1):
            yield plainest(page.labels["page_of"].format(page=number, pages=pages))


def _texts_in(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts_in(item)
    elif isinstance(part, Mapping):
        yield from _texts_in(tuple(part.values()))
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in dataclasses.fields(part):
            if field.name not in _NOT_SHOWN:
                yield from _texts_in(getattr(part, field.name))
