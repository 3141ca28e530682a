"""XML of a workbook's parts with something added: all other bytes stay as they were.

Where to add is told by a parser, which knows how deep an element stands; what is added is cut into
the bytes as they are.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

_START_TAG = re.compile(rb"""<([\w.:-]+)(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_COUNT = re.compile(rb'(\scount=["\'])([0-9]+)(["\'])')


class _Element(NamedTuple):
    """A child of the root: its name, where it begins, where its end tag does."""

    name: str
    start: int
    end: int


class Part(NamedTuple):
    """What a part is made of.

    Attributes:
        prefix: Of its elements' names, with the colon; b"" for none.
        namespace: Of its root.
        children: Of the root, in order.
        start: Where the root begins.
        end: Where its end tag does, if it has one.
    """

    prefix: bytes
    namespace: str
    children: list[_Element]
    start: int
    end: int


def read_part(xml: bytes) -> Part:
    """Where the parts of some XML begin and end.

    Raises:
        ExpatError: It is no XML.
    """
    parser = expat.ParserCreate()
    children: list[_Element] = []
    open_: list[tuple[str, int]] = []
    root: dict[str, str] = {}
    places = [0, 0]

    def start(name: str, attributes: dict[str, str]) -> None:
        if not open_:
            root.update(attributes, name=name)
            places[0] = parser.CurrentByteIndex
        open_.append((name, parser.CurrentByteIndex))

    def end(name: str) -> None:
        begun = open_.pop()[1]
        if len(open_) == 1:
            local = name.rpartition(":")[2]
            children.append(_Element(local, begun, parser.CurrentByteIndex))
        places[1] = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(xml, True)
    prefix = root["name"].rpartition(":")[0]
    namespace = root.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
    return Part(f"{prefix}:".encode() if prefix else b"", namespace, children, *places)


def with_last(xml: bytes, children: bytes, within: str = "", count: int = 1) -> bytes:
    """XML with further elements at the end of the root, or of one of its children.

    Args:
        xml: A part.
        children: Elements.
        within: The local name of the child of the root; the root unless said.
        count: How many they are, by which the child's `count` is raised if it says one.

    Raises:
        LookupError: It has no such child.
        ExpatError: It is no XML.
    """
    part = read_part(xml)
    if not within:
        return _closed(xml, part.start, part.end, children)
    element = next((one for one in part.children if one.name == within), None)
    if element is None:
        raise LookupError(f"there is no {within}")
    grown = _closed(xml, element.start, element.end, children)
    tag = _START_TAG.match(grown, element.start)
    if tag is None:
        raise LookupError("no element begins there")
    counted = _COUNT.sub(
        lambda found: found[1] + str(int(found[2]) + count).encode() + found[3], tag[0]
    )
    return grown[: element.start] + counted + grown[tag.end() :]


def with_child_before(xml: bytes, child: bytes, followers: frozenset[str]) -> bytes:
    """XML with a further child of the root, before the first of those that must follow it."""
    part = read_part(xml)
    at = next((one.start for one in part.children if one.name in followers), part.end)
    return xml[:at] + child + xml[at:]


def count_of(xml: bytes, name: str) -> int:
    """How many elements a child of the root holds, as its start tag says."""
    part = read_part(xml)
    element = next(one for one in part.children if one.name == name)
    found = _COUNT.search(xml[element.start : xml.index(b">", element.start)])
    if found is None:
        raise LookupError(f"{name} does not say how many there are")
    return int(found[2])


def _closed(xml: bytes, start: int, end: int, children: bytes) -> bytes:
    """XML with elements at the end of an element; one without an end tag is given it.

    Args:
        xml: A part.
        start: Where the element's start tag begins.
        end: Where its end tag begins, if it has one.
        children: The elements.
    """
    tag = _START_TAG.match(xml, start)
    if tag is None:
        raise LookupError("no element begins there")
    if not tag[0].endswith(b"/>"):
        return xml[:end] + children + xml[end:]
    opened = tag[0][:-2] + b">" + children + b"</" + tag[1] + b">"
    return xml[:start] + opened + xml[tag.end() :]
