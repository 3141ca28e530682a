"""The texts of a file of HTML, for the evidence page and the message alike.

A text is what a person may see or hear: what stands between tags, in a comment (some programs read
those), and in attributes such as `aria-label`. What is neither text nor link nor known to do
nothing is `foreign`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from exporter.proof.alike_html import AlikeElements
from exporter.proof.plain_html import PlainHtmlParser

_INLINE = ("style", "script")  # elements whose content is no text
# Attributes that are shown, read out, put on the page by a script, or that name what links lead to.
_SPOKEN = frozenset(
    {"alt", "aria-label", "charset", "content", "data-none", "data-shown", "data-states",
     "data-topic", "hidden", "http-equiv", "id", "label", "lang", "name", "placeholder", "title",
     "value"}
)  # fmt: skip
_SIZES = frozenset({"width", "height"})  # of pictures
_SPEAKING = _SPOKEN | _SIZES | {"href", "src"}


class Place(NamedTuple):
    """Where a text of HTML stands: in which part of the page, and as what within it."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a kind of page is made of.

    Attributes:
        name: What the place is called that is all of the page where no other begins.
        elements: That it may have.
        silent: Attributes that it may have and that say and do nothing.
        attributes: Those that each element may have; None where any may have any.
        homes: The only place, by its name, in which an element may stand.
        hiding: A class that hides what has it, which on a `span` alone is as it should be.
        bare: Roles of places within which there is nothing but characters.
        pictures: Whether it may show pictures: they count as links, their sizes as texts.
        comments: Whether what stands in comments counts as shown, as to Outlook; else none may.
        place: Given tag, attributes and the place around it, the place that an element of
            `placing` begins, or None.
        placing: Elements that may begin a place.
        alike: One of `placing`, of which a page has many; "" for none. The place that it begins
            hangs on itself alone, and has no role.
    """

    name: str
    elements: frozenset[str]
    silent: frozenset[str]
    attributes: Mapping[str, frozenset[str]] | None = None
    homes: Mapping[str, str] = field(default_factory=dict)
    hiding: str = ""
    bare: frozenset[str] = frozenset()
    pictures: bool = False
    comments: bool = True
    placing: frozenset[str] = frozenset()
    place: Callable[[str, Mapping[str, str | None], Place], Place | None] = lambda *_: None
    alike: str = ""


class HtmlPart(NamedTuple):
    """The texts that stand in one place until another begins, in order."""

    place: Place
    texts: list[str]


@dataclass(frozen=True, slots=True)
class HtmlTexts:
    """What an HTML file shows, and what else it holds.

    Attributes:
        parts: In order; each element that has a role is one by itself.
        links: In order, each after the name of its place.
        begun: The name of every place that an element began, again if it began it again.
        inline: Style sheets and scripts: pairs of the element's name and its content.
        foreign: Elements and attributes that its vocabulary lacks, in words.
    """

    parts: list[HtmlPart]
    links: list[tuple[str, str]]
    begun: list[str]
    inline: list[tuple[str, str]]
    foreign: list[str]


def read_html(html: str, vocabulary: Vocabulary) -> HtmlTexts:
    """Read the texts and links of a page."""
    reader = _Reader(vocabulary)
    reader.read(html)
    return reader.result


def _read_plain(html: str, vocabulary: Vocabulary) -> HtmlTexts | None:
    """Read HTML that is plain throughout, tag by tag; None for all other."""
    reader = _Reader(replace(vocabulary, alike=""))
    return reader.result if reader.read_plain(f"{html}<", 0) == len(html) else None


class _Reader(PlainHtmlParser):
    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        if vocabulary.alike:
            read = partial(_read_plain, vocabulary=vocabulary)
            self._alike = AlikeElements(vocabulary.alike, _SPEAKING, read)
            self.at_once = self._alike.begin
        self.result = HtmlTexts([], [], [], [], [])
        self._vocabulary = vocabulary
        self._open: list[tuple[str, Place]] = []  # elements that began a place
        self._place = Place(vocabulary.name)
        self._inline = False

    def read_at_once(self, html: str, at: int) -> int:
        found = None if self._place.role else self._alike.read(html, at)
        if found is None:
            return 0
        result, name = self.result, found.name
        self._inline = False
        result.begun.append(name)
        for role, texts in found.parts:
            place = Place(name, role)
            if result.parts and result.parts[-1].place == place and not role:
                result.parts[-1].texts.extend(texts)
            else:
                result.parts.append(HtmlPart(place, texts))
        result.links.extend((name, link) for link in found.links)
        return found.end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._place.role in self._vocabulary.bare:
            self.result.foreign.append(f"<{tag}> in the {self._place.role}")
        begins = tag in self._vocabulary.placing and self._begin(tag, attrs)
        self._inline = tag in _INLINE
        if self._inline:
            self.result.inline.append((tag, ""))
        home = self._vocabulary.homes.get(tag, self._place.name)
        if tag not in self._vocabulary.elements or home != self._place.name:
            self.result.foreign.append(f"<{tag}>")
        id_ = dict(reversed(attrs)).get("id") if begins else None  # a browser takes the first
        for name, value in attrs:
            if name == "class" and tag != "span" and self._hides(value or ""):
                self.result.foreign.append(f"class={value}")
            elif name != "class" and not (id_ and name == "id" and self._place.name.endswith(id_)):
                self._read_attribute(tag, name, value)

    def _hides(self, classes: str) -> bool:
        return self._vocabulary.hiding in classes.split()

    def _read_attribute(self, tag: str, name: str, value: str | None) -> None:
        allowed = self._vocabulary.attributes
        if allowed is not None and name not in allowed.get(tag, ()):
            # One that speaks is told where it does; with its name it passes for no text.
            if name in _SPOKEN:
                self._say(f"{name}={value}" if value else name)
            else:
                self.result.foreign.append(f"{name}={value}")
        elif name == "href" or (name == "src" and self._vocabulary.pictures):
            self.result.links.append((self._place.name, value or ""))
        elif name in _SPOKEN or (name in _SIZES and tag == "img" and self._vocabulary.pictures):
            self._say(name if value is None else value)
        elif name not in self._vocabulary.silent or "url(" in (value or ""):
            self.result.foreign.append(f"{name}={value}")

    # To a browser `<p/>` begins an element as `<p>` does.
    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self._inline = False
        if self._place.role in self._vocabulary.bare and tag != self._open[-1][0]:
            self.result.foreign.append(f"</{tag}> in the {self._place.role}")
        if tag in self._vocabulary.placing:
            depth = max((n for n, (open_, _) in enumerate(self._open) if open_ == tag), default=-1)
            if depth >= 0:
                del self._open[depth:]
                self._place = (self._open or [("", Place(self._vocabulary.name))])[-1][1]

    def handle_data(self, data: str) -> None:
        if self._inline:
            tag, before = self.result.inline[-1]
            self.result.inline[-1] = (tag, before + data)
        else:
            self._say(data)

    def _say(self, text: str) -> None:
        """A text, wherever it was."""
        if text and not text.isspace():
            parts, place = self.result.parts, self._place
            if not parts or (parts[-1][0] is not place and parts[-1][0] != place):
                parts.append(HtmlPart(place, []))
            parts[-1][1].append(text)

    def handle_comment(self, data: str) -> None:
        """Outlook reads what stands in a comment that is for it alone; a browser shows none."""
        if not self._vocabulary.comments:
            self.result.foreign.append(f"<!--{data}-->")
            return
        inside = read_html(
            data.removeprefix("[if mso]>").removesuffix("<![endif]"), self._vocabulary
        )
        for text in (text for part in inside.parts for text in part.texts):
            self._say(text)
        self.result.links.extend((self._place.name, link) for _, link in inside.links)
        self.result.inline.extend(inside.inline)
        self.result.foreign.extend(inside.foreign)

    def handle_decl(self, decl: str) -> None:
        if decl.casefold() != "doctype html":
            self._say(decl)

    def handle_pi(self, data: str) -> None:
        self._say(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - as called
        """Say what begins with `<![`; the one that this replaces raises where it knows no name."""
        end = self.rawdata.find(">", i)
        if end >= 0:
            self._say(self.rawdata[i + 2 : end])
        return end + 1 or -1

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - called like the one it replaces
        """Leave lines uncounted, which takes a tenth of the time and tells nothing here."""
        return j

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        # Of an attribute that is there twice, a browser takes the first.
        place = self._vocabulary.place(tag, dict(reversed(attrs)), self._place)
        if place is None:
            return False
        self._place = place
        self._open.append((tag, place))
        if place.role:
            self.result.parts.append(HtmlPart(place, []))
        else:
            self.result.begun.append(place.name)
        return True
