"""An article as paragraphs: headings, items of lists, rows of tables, and paragraphs themselves.

White space is one space, as a browser shows it. A `<br>` ends a line and no paragraph, two of them
end one.
"""

import re
from collections.abc import Iterator

from exporter.evidence.documents.html.tables import is_data, rows_of
from exporter.evidence.documents.html.tree import Element, is_block, is_seen
from exporter.evidence.documents.plain import unwrapped
from exporter.evidence.documents.raised import raised

_SPACE = re.compile("[ \t\n\r\f]+")
_AROUND_LINE_END = re.compile("[ \u00a0\u3000]*\n[ \u00a0\u3000]*")
_PARAGRAPH_END = re.compile("\n(?:[ \u00a0\u3000]*\n)+")
_EDGES = " \n\u00a0\u3000\u200b\ufeff"  # white space, by which pages indent, too
_LINE_END, _BLOCK_END = "\n", "\0"


def paragraphs_of(*article: Element) -> Iterator[str]:
    """The paragraphs of an article's parts in order; lines that a `<br>` ends stand apart."""
    for block in _BLOCK_END.join("".join(_pieces(part)) for part in article).split(_BLOCK_END):
        for paragraph in _PARAGRAPH_END.split(block):
            text = _AROUND_LINE_END.sub("\n", paragraph).strip(_EDGES)
            if text:
                yield unwrapped(text)


def _pieces(article: Element) -> Iterator[str]:
    """The words of an article, white space collapsed, and marks where lines and blocks end.

    Without recursion: a page may have elements in one another as deep as its maker likes.
    """
    stack: list[str | Element] = [article]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            yield top
            continue
        yield from _begun(top, stack)


def _begun(element: Element, stack: list[str | Element]) -> Iterator[str]:
    """What an element begins with; what is in it and behind it is put onto the stack."""
    if element.tag == "br":
        yield _LINE_END
        return
    if not is_seen(element):
        return
    if element.tag == "sup" and (mark := raised("".join(element.itertext()))):
        yield mark
        return
    if element.tag == "table" and is_data(element):
        yield _BLOCK_END
        for row in rows_of(element):
            yield row + _BLOCK_END
        return
    edge = _BLOCK_END if is_block(element) else ""
    yield edge
    yield _own(element.text, element)
    stack.append(edge)
    for child in reversed(element):
        stack.append(_own(child.tail, element))
        stack.append(child)


def _own(text: str | None, element: Element) -> str:
    """Words that stand in an element itself, as its browser spaces them."""
    if not text:
        return ""
    text = text.replace(_BLOCK_END, "")
    if element.tag == "pre":
        return text.replace("\r\n", "\n")
    return _SPACE.sub(" ", text)
