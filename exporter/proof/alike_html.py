"""Elements that are alike but for their texts, of which a long page has thousands.

Each form of them is read once, as any HTML is, with marks in place of its texts; of all others of
that form the texts alone are taken. A form is plain markup throughout (`plain_html`), where a text
is a text whatever it says; and all that begins in it ends in it, so that nothing around it is
touched. What is of no such form is read tag by tag, like the rest of the page.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from exporter.proof.plain_html import VALUE

if TYPE_CHECKING:
    from exporter.proof.html_texts import HtmlTexts

_SPACE = re.compile(r"\s*+(?=<)")  # behind an element, up to the next tag
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*+)")


class ElementTexts(NamedTuple):
    """What an element shows.

    Attributes:
        name: Of the place that it begins.
        parts: Roles, each with the texts that stand there, in order.
        links: In order.
        end: Where the next tag begins.
    """

    name: str
    parts: list[tuple[str, list[str]]]
    links: list[str]
    end: int


class _Form(NamedTuple):
    """Which of an element's texts stand where, by their numbers; they are filled into its name."""

    name: str
    parts: Sequence[tuple[str, Sequence[int]]]
    links: Sequence[int]


class AlikeElements:
    """The elements of one name in a page."""

    def __init__(
        self, element: str, speaking: Iterable[str], read: "Callable[[str], HtmlTexts | None]"
    ) -> None:
        """Expect elements.

        Args:
            element: Their name.
            speaking: Attributes whose values are texts or links.
            read: Reads HTML that is plain throughout; gives None for all other.
        """
        self.begin, self._end = f"<{element} ", f"</{element}>"
        self._read_plain = read
        attributes = "|".join(sorted(speaking))
        # What is white space alone says nothing, and so is part of the form.
        self._texts = re.compile(rf'((?: (?:{attributes})="|>)(?=\s*+[^\s"<>]))({VALUE})')
        self._forms: dict[tuple[str, ...], _Form | None] = {}

    def read(self, html: str, at: int) -> ElementTexts | None:
        """Read the element that begins at a place, if it is of a form."""
        end = html.find(self._end, at) + len(self._end)
        space = _SPACE.match(html, end) if end > at else None
        if space is None:
            return None
        element = html[at:end]
        between = self._texts.split(element)
        texts = between[2::3]
        del between[2::3]
        form = self._form(tuple(between))
        if form is None:
            return None
        if "&" in element:
            texts = list(map(unescape, texts))
        return ElementTexts(
            form.name.format(*texts),
            [(role, [texts[number] for number in numbers]) for role, numbers in form.parts],
            [texts[number] for number in form.links],
            space.end(),
        )

    def _form(self, between: tuple[str, ...]) -> _Form | None:
        """The form of an element, by what stands between its texts."""
        if between not in self._forms:
            self._forms[between] = self._read_form(between)
        return self._forms[between]

    def _read_form(self, between: tuple[str, ...]) -> _Form | None:
        begin, *rest = between
        numbers = {f"{{{number}}}": number for number in range(len(rest) // 2)}
        html = begin + "".join(
            before + mark + behind
            for before, mark, behind in zip(rest[::2], numbers, rest[1::2], strict=True)
        )
        if any("{" in piece for piece in between) or not _is_closed(html):
            return None
        found = self._read_plain(html)
        if found is None or found.foreign or found.inline or len(found.begun) != 1:
            return None
        shown = [text for part in found.parts for text in part.texts]
        links = [link for _, link in found.links]
        of_one = {part.place.name for part in found.parts} | {name for name, _ in found.links}
        if not numbers.keys() >= {*shown, *links} or of_one != set(found.begun):
            return None
        return _Form(
            found.begun[0],
            [(part.place.role, [numbers[text] for text in part.texts]) for part in found.parts],
            [numbers[link] for link in links],
        )


def _is_closed(html: str) -> bool:
    """Whether each element ends within the one that it began in."""
    open_: list[str] = []
    for ends, name in _TAG.findall(html):
        if not ends:
            open_.append(name)
        elif not open_ or open_.pop() != name:
            return False
    return not open_
