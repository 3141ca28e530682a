"""SVG files of strangers: shapes and colours, written anew of what is known to draw and no more.

What would run, load, refer to something outside, or hang on the fonts of a machine is refused, for
without it the logo would look otherwise. What editors note for themselves is left out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.sax.saxutils import escape, quoteattr

from exporter.errors import WrongValueError

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_DRAWN = _SHAPES | {
    "svg", "g", "defs", "use", "symbol", "clipPath", "linearGradient", "radialGradient", "stop",
    "style",
}  # fmt: skip
_SILENT = {"title", "desc", "metadata"}  # left out: a page says itself what the logo is
_REFERRING = {"use", "linearGradient", "radialGradient"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@|\\|/\*|expression|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(?:px|pt|mm|cm|in)?\s*$")
_NUMBERS = re.compile(r"[\s,]+")
_MOST_ELEMENTS, _DEEPEST = 5_000, 30
_MOST_USES = 100
_RIGHT = "save it as a plain SVG: shapes alone, with texts turned into outlines"


class SvgSize(NamedTuple):
    """Width and height, in whatever unit."""

    width: float
    height: float

    @property
    def ratio(self) -> float:
        """How many times as wide as high."""
        return self.width / self.height


class _Builder:
    """Makes a tree, and refuses what XML may have besides elements."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._root: Element | None = None
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            wrong = f"has more than {_MOST_ELEMENTS:,} elements, or {_DEEPEST} within one another"
            raise WrongValueError(wrong, "save a simpler one, or a PNG")
        element = Element(tag, attributes)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)

    def end(self, _tag: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1].text = (self._open[-1].text or "") + text

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Let the usual one pass: it is not loaded, and entities of its own are told by expat."""

    def close(self) -> Element | None:
        return self._root


def plain_svg(content: bytes) -> tuple[bytes, SvgSize]:
    """An SVG written anew, and its size.

    Raises:
        WrongValueError: It is none, or has what no logo needs.
    """
    root = _parsed(content)
    if root is None or root.tag != f"{_SVG}svg":
        raise WrongValueError("is no SVG", _RIGHT)
    size = _size(root)
    _refuse_nested_uses(root)
    lines = "".join(_written(root, is_root=True))
    return lines.encode(), size


def _parsed(content: bytes) -> Element | None:
    if b"<!ENTITY" in content or b"\x00" in content:
        raise WrongValueError("defines entities of its own", _RIGHT)
    parser = XMLParser(target=_Builder())  # noqa: S314 - it defines no entities
    try:
        parser.feed(content)
        root: Element | None = parser.close()
    except ParseError as error:
        raise WrongValueError(f"is no well-formed SVG: {error}", "save it again") from error
    return root


def _size(root: Element) -> SvgSize:
    box = [part for part in _NUMBERS.split(root.get("viewBox", "").strip()) if part]
    lengths = box[2:4] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [match for length in lengths if (match := _LENGTH.match(length))]
    try:
        width, height = (float(match[1]) for match in found)
    except ValueError:
        width = height = 0.0
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise WrongValueError("does not say how large it is", 'give it a viewBox="0 0 240 60"')
    return SvgSize(width, height)


def _refuse_nested_uses(root: Element) -> None:
    """Refuse what is used within what is used: a few lines of that are a million shapes."""
    uses = list(root.iter(f"{_SVG}use"))
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    nested = (targets.get(_reference(use).removeprefix("#")) for use in uses)
    if len(uses) > _MOST_USES or any(
        target is not None and next(target.iter(f"{_SVG}use"), None) is not None
        for target in nested
    ):
        raise WrongValueError("uses shapes within shapes that are used", _RIGHT)


def _reference(element: Element) -> str:
    return element.get("href") or element.get(_XLINK) or ""


def _written(element: Element, *, is_root: bool = False) -> Iterator[str]:
    if not element.tag.startswith(_SVG):
        return  # of an editor's own
    name = element.tag.removeprefix(_SVG)
    if name in _SILENT:
        return
    if name not in _DRAWN or (name == "svg" and not is_root):
        raise WrongValueError(f"has the element <{name}>, which is not drawn", _RIGHT)
    space = ' xmlns="http://www.w3.org/2000/svg"' if is_root else ""
    yield f"<{name}{space}{''.join(_attributes(element, name))}>"
    if name == "style":
        yield escape(_within(element.text or "", name))
    for child in element:
        yield from _written(child)
    yield f"</{name}>"


def _attributes(element: Element, name: str) -> Iterator[str]:
    if reference := _reference(element):
        if name not in _REFERRING or not reference.startswith("#"):
            raise WrongValueError(f"refers to {reference!r}, outside of itself", _RIGHT)
        yield f" href={quoteattr(reference)}"
    for key, value in element.attrib.items():
        if key == "href" or key.startswith("{"):
            continue
        if key.startswith("on"):
            raise WrongValueError(f"has the script {key!r}", _RIGHT)
        yield f" {key}={quoteattr(_within(value, key))}"


def _within(text: str, where: str) -> str:
    """A text of style or of an attribute, which refers to nothing outside."""
    if found := _OUTSIDE.search(text):
        raise WrongValueError(f"has {found[0]!r} in its {where!r}, which may load or run", _RIGHT)
    return text
