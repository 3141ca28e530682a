"""XML of a workbook's parts with something added: all other bytes stay as they were.

Where to add is told by a parser, which knows how deep an element stands; what is added is cut into
the bytes as they are.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

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
        end: Where the root's end tag begins; where the root itself does if it has no end tag.
    """

    prefix: bytes
    namespace: str
    children: list[_Element]
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
    ends = [0]

    def start(name: str, attributes: dict[str, str]) -> None:
        if not open_:
            root.update(attributes, name=name)
        open_.append((name, parser.CurrentByteIndex))

    def end(name: str) -> None:
        begun = open_.pop()[1]
        if len(open_) == 1:
            local = name.rpartition(":")[2]
            children.append(_Element(local, begun, parser.CurrentByteIndex))
        ends[0] = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(xml, True)
    prefix = root["name"].rpartition(":")[0]
    namespace = root.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
    return Part(f"{prefix}:".encode() if prefix else b"", namespace, children, ends[0])


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
        return _closed(xml, part.end, children)
    element = next((one for one in part.children if one.name == within), None)
    if element is None:
        raise LookupError(f"there is no {within}")
    grown = _closed(xml, element.end, children)
    close = grown.index(b">", element.start) + 1
    tag = _COUNT.sub(
        lambda found: found[1] + str(int(found[2]) + count).encode() + found[3],
        grown[element.start : close],
    )
    return grown[: element.start] + tag + grown[close:]


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


def _closed(xml: bytes, end: int, children: bytes) -> bytes:
    """XML with elements before an end tag; an element without one is given it."""
    if xml[end : end + 2] == b"</":
        return xml[:end] + children + xml[end:]
    close = xml.index(b"/>", end)
    name = re.match(rb"<([\w.:-]+)", xml[end:])
    tag = name[1] if name else b""
    return xml[:close] + b">" + children + b"</" + tag + b">" + xml[close + 2 :]
