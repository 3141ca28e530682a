"""A page of our own template as WeasyPrint takes it, with less work than a stranger's page takes.

What WeasyPrint reads HTML with takes a twentieth of a layout, since HTML may leave much out. Ours
leaves nothing out, so that it is well-formed XML as well, and what reads that is at once through.

And it styles what each element would have as a footnote: six styles for each that is there. There
are no footnotes on our pages.
"""

import copy
import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

import weasyprint
from cssselect2 import ElementWrapper
from weasyprint.html import UA_STYLESHEET

_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
# In an attribute, XML reads these as blanks, and HTML as what they are.
_LINES_IN_TAGS = re.compile(r"<[^>]*[\t\n\r]")


class PageSource(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no type hints
    """A document, read as XML where that gives the same elements, and else as HTML."""

    def __init__(self, html: str, base_url: str, fetcher: Any) -> None:
        root = _well_formed(html)
        if root is None:
            super().__init__(string=html, base_url=base_url, url_fetcher=fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = base_url, fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return super()._ua_stylesheets(forms) if forms else [_without_notes()]


def _well_formed(html: str) -> Element | None:
    """The root of a document that leaves no tag out; None where one might."""
    if _LINES_IN_TAGS.search(html):
        return None
    try:
        root = fromstring(html)  # noqa: S314 - our template, which declares no entities
    except ParseError:
        return None
    if root.tag != "html" or [child.tag for child in root] != ["head", "body"]:
        return None
    body = root[1]
    if not len(body):
        return None
    # Blanks before the head go, and those after the body end it, as in HTML.
    root.text, body.tail, body[-1].tail = None, None, f"{body[-1].tail or ''}{body.tail or ''}"
    return root


@cache
def _without_notes() -> Any:
    """What WeasyPrint styles all documents by, but for footnotes."""
    sheet = copy.copy(UA_STYLESHEET)
    sheet.matcher = copy.copy(sheet.matcher)
    sheet.matcher.other_selectors = [
        selector for selector in sheet.matcher.other_selectors if selector[3] not in _NOTES
    ]
    return sheet
