"""The words of a paragraph in Word: what was inserted counts, what was deleted does not."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from exporter.evidence.documents.docx.package import (
    Element,
    attribute,
    child,
    is_on,
    name_of,
)
from exporter.evidence.documents.raised import raised

# Deleted words, and those that were moved away; how the words beside them are spoken; what is
# written for programs.
_UNREAD = frozenset({"del", "moveFrom", "rt", "pPr", "rPr", "delText", "instrText", "Fallback"})
_WRITTEN = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
TEXT_BOX = "txbxContent"


@dataclass(frozen=True)
class Runs:
    """How runs are read.

    Attributes:
        hidden: The styles of characters that are not shown.
        noted: Called with the kind and the id of each note that is referred to; gives its mark.
    """

    hidden: Set[str]
    noted: Callable[[str, str], str]

    def words(self, element: Element) -> str:
        """The words in an element, such as a paragraph; not those of text boxes in it."""
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        for part in element:
            name = name_of(part)
            if name in _UNREAD or name == TEXT_BOX:
                continue
            if name == "t":
                yield part.text or ""
            elif name in _WRITTEN:
                yield _WRITTEN[name]
            elif name in _NOTES:
                yield self.noted(_NOTES[name], attribute(part, "id"))
            elif name != "r":
                yield from self._pieces(part)
            elif not self._is_hidden(part):
                words = self.words(part)
                yield (raised(words) if _is_raised(part) else "") or words

    def _is_hidden(self, run: Element) -> bool:
        vanish = child(run, "rPr", "vanish")
        if vanish is not None:
            return is_on(vanish)
        style = child(run, "rPr", "rStyle")
        return style is not None and attribute(style, "val") in self.hidden


def _is_raised(run: Element) -> bool:
    align = child(run, "rPr", "vertAlign")
    return align is not None and attribute(align, "val") == "superscript"


def hidden_styles(styles: Element | None) -> frozenset[str]:
    """The ids of styles whose words are not shown, by themselves or by the one they build upon."""
    found: dict[str, tuple[bool | None, str]] = {}
    for style in () if styles is None else styles:
        if name_of(style) == "style":
            vanish, base = child(style, "rPr", "vanish"), child(style, "basedOn")
            shown = None if vanish is None else is_on(vanish)
            found[attribute(style, "styleId")] = (
                shown,
                "" if base is None else attribute(base, "val"),
            )
    return frozenset(id_ for id_ in found if _is_hidden(id_, found))


def _is_hidden(id_: str, styles: dict[str, tuple[bool | None, str]]) -> bool:
    seen: set[str] = set()
    while id_ in styles and id_ not in seen:
        seen.add(id_)
        hidden, id_ = styles[id_]
        if hidden is not None:
            return hidden
    return False
