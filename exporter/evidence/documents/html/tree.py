"""The elements of a page: what is seen of it, what stands on lines of its own, what is a link."""

import re
from collections.abc import Iterator
from typing import Any

from exporter.inputs.opened import InputError

Element = Any  # of lxml, which has no types

# What begins and ends lines of its own; all else stands in the lines around it.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre section summary table tbody td tfoot th thead tr ul".split()
)
# What holds no words of the page's text: programs, pictures, fields; and rubies, which tell how
# the words beside them are spoken.
UNREAD = frozenset(
    "applet audio button canvas colgroup datalist embed head iframe img input map math meter "
    "noembed noframes noscript object picture progress rp rt script select source style svg "
    "template textarea title track video".split()
)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
# How frameworks call words that are there for screen readers, and seen by nobody.
_UNSEEN = frozenset("visually-hidden visuallyhidden sr-only screen-reader-text a11y-hidden".split())
_SPACE = re.compile(r"\s+")


def parse_page(written: str) -> Element:
    """The root element of a page.

    Raises:
        InputError: There is none.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    # U+0000 would end the page, and lone surrogates are no UTF-8.
    octets = written.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(octets, parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        wrong = "the page has elements in one another too deep to be read"
        raise InputError(wrong, "save the article as plain text")
    if root is None:
        raise InputError("the page has no text", "save the page again, with its text")
    return root


def is_seen(element: Element) -> bool:
    """Whether a browser shows an element as a part of the page's text."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return False
    if not _UNSEEN.isdisjoint((element.get("class") or "").lower().split()):
        return False
    return _HIDDEN_STYLE.search((element.get("style") or "").lower()) is None


def is_block(element: Element) -> bool:
    """Whether an element stands on lines of its own."""
    if element.tag in BLOCKS:
        return True
    return _BLOCK_STYLE.search((element.get("style") or "").lower()) is not None


def names_of(element: Element) -> str:
    """How a page's makers call an element: its classes and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def words_in(element: Element) -> str:
    """All words of an element in a line, hidden ones too."""
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def drop(element: Element) -> None:
    """Take an element out of its page; what stands behind it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def with_ancestors(element: Element) -> Iterator[Element]:
    """An element and all that it stands in."""
    yield element
    yield from element.iterancestors()
