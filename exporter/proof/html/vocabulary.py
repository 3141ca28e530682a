"""The elements of an evidence page, and the place that each begins."""

from collections.abc import Mapping
from dataclasses import replace

from exporter.proof.html_texts import Place, Vocabulary

PAGE, SOURCES = "page", "sources"
QUOTE, CONTEXT = "quote", "context"  # the quote of a claim, and what stands around it
QUOTATION = "quotation"  # the paragraph of both
_LANDMARKS = {
    "head": "head", "header": "header", "form": "filters", "main": "main", "footer": "foot"
}  # fmt: skip


def _place(tag: str, attributes: Mapping[str, str | None], around: Place) -> Place | None:
    """The place that an element of the page begins."""
    if tag == "article":
        return Place(f"#{attributes.get('id') or ''}")
    if tag == "section":
        number = (attributes.get("aria-labelledby") or "").removeprefix("_group-")
        return Place(f"group {number}" if number else SOURCES)
    if tag == "p":
        is_quotation = around.name.startswith("#") and not around.role
        is_quotation &= attributes.get("class") == "quote"
        return Place(around.name, QUOTATION) if is_quotation else None
    if tag in {"mark", "span"}:
        role = QUOTE if tag == "mark" else CONTEXT
        inside = around.role == QUOTATION and (tag == "mark" or attributes.get("class") == "around")
        return Place(around.name, role) if inside else None
    return Place(_LANDMARKS[tag])


_ATTRIBUTES = {
    "html": {"lang"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "a": {"class", "href", "rel"},
    "form": {"id", "role", "aria-label", "hidden"},
    "label": {"for"},
    "input": {"id", "type", "autocomplete", "spellcheck", "placeholder"},
    "select": {"id"},
    "option": {"value"},
    "optgroup": {"label"},
    "button": {"type"},
    "p": {"class", "lang", "role", "aria-live", "data-shown", "data-none"},
    "main": {"id", "class", "tabindex"},
    "section": {"aria-labelledby", "class"},
    "h2": {"id"},
    "article": {"id", "class", "data-topic", "data-states"},
    "span": {"class", "aria-hidden"},
    "ul": {"class", "aria-label"},
    "li": {"class"},
    "div": {"class"},
    "dl": {"class"},
    "footer": {"class"},
}
_HOMES = {
    **dict.fromkeys(("select", "option", "optgroup", "input", "button", "label"), "filters"),
    **dict.fromkeys(("title", "meta", "style"), "head"),
}
VOCABULARY = Vocabulary(
    name=PAGE,
    elements=frozenset(
        {"a", "article", "b", "blockquote", "body", "button", "dd", "div", "dl", "dt", "footer",
         "form", "h1", "h2", "h3", "head", "header", "html", "input", "label", "li", "main",
         "mark", "meta", "optgroup", "option", "p", "script", "section", "select", "span",
         "style", "title", "ul"}
    ),
    silent=frozenset(
        {"aria-hidden", "aria-labelledby", "aria-live", "autocomplete", "for", "rel", "role",
         "spellcheck", "tabindex", "type"}
    ),
    attributes={element: frozenset(names) for element, names in _ATTRIBUTES.items()},
    homes=_HOMES,
    hiding="hidden",
    bare=frozenset({QUOTE, CONTEXT}),
    comments=False,
    placing=frozenset({*_LANDMARKS, "article", "mark", "p", "section", "span"}),
    place=_place,
    alike="article",
)  # fmt: skip
# Of a page that shows pictures of the lines around quotes.
PICTURED = replace(
    VOCABULARY,
    elements=VOCABULARY.elements | {"img"},
    attributes={
        **(VOCABULARY.attributes or {}),
        "img": frozenset({"class", "src", "width", "height", "alt"}),
    },
    pictures=True,
)
