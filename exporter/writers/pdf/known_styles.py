"""Computed styles kept from page to page: those of a batch differ in texts, not in their looks.

WeasyPrint works out some fifty styles a page, each property when it is first asked for, which is a
third of a layout; it shares them within a document alone. What an element's style follows from is
the style of its parent, the declarations that apply to it, and its own attributes; where all of
these are the same, so is the style, in whichever page.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import weasyprint.css
from weasyprint.css import ComputedStyle, StyleFor, declaration_precedence

from exporter.writers.pdf.page_source import PageSource

_MOST = 500  # styles, of some 20 kB; then all are worked out anew
_AUTHORS = {declaration_precedence("author", important) for important in (False, True)}
_OF_STYLE = (1, 0, 0)  # specificity of what an element's attribute `style` declares

# Each with what its key names by identity, which must not go before it.
_known: dict[tuple[Any, ...], tuple[ComputedStyle, Any, Any]] = {}


class KnownStyles(StyleFor):  # type: ignore[misc]  # WeasyPrint has no type hints
    """The styles of a document's elements: those of our pages kept, all others as WeasyPrint's."""

    def __init__(self, html: Any, *more: Any) -> None:
        self._keeps = isinstance(html, PageSource)
        super().__init__(html, *more)

    def set_computed_styles(
        self,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        """Give an element its style, from its parent's and what is declared of it."""
        given = element, parent, root, pseudo_type, base_url, target_collector
        if not self._keeps or not isinstance(element, Element):
            super().set_computed_styles(*given)
            return
        styles, place = self.get_computed_styles(), (element, pseudo_type)
        above = self.font_config if parent is None else styles[parent, None]
        declared = self.get_cascaded_styles().get(place, {})
        key = id(above), pseudo_type, base_url, element.get("style"), *_named(declared)
        if known := _known.get(key):
            styles[place] = known[0]
            if target_collector and known[0]["anchor"]:
                target_collector.collect_anchor(known[0]["anchor"])
            return
        super().set_computed_styles(*given)
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = styles[place], above, declared


def forget_styles() -> None:
    """Have styles worked out anew, and what is wrong in them told again."""
    _known.clear()


def _named(declared: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """What is declared: the values of style sheets by identity, those of attributes as text.

    No page of ours has a style sheet in itself, so that what an author declares are attributes:
    `style`, which is compared as it is written, and the language and place of an element.
    """
    for name, (value, weight) in declared.items():
        origin, _, specificity = weight
        if origin not in _AUTHORS:
            yield name, weight, id(value)
        elif specificity != _OF_STYLE:
            yield name, weight, repr(value)


weasyprint.css.StyleFor = KnownStyles
