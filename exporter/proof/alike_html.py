"""Elements that are alike but for their texts, of which a long page has thousands.

A form that many of them have is read once, as any HTML is, with marks in place of its texts; of all
others of that form the texts alone are taken. A form is plain markup throughout (`plain_html`),
where a text is a text whatever it says; and all that begins in it ends in it, so that nothing
around it is touched. What is of no such form is read tag by tag, like the rest of the page.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from exporter.proof.plain_html import VALUE

if TYPE_CHECKING:
    from exporter.proof.html_texts import HtmlTexts

# White space alone says nothing, and so is none of the texts.
_TEXT = rf'(?=\s*+[^\s"<>])({VALUE})'
_SPACE = r"\s*+(?=<)"  # behind an element, up to the next tag
_TRIED = 8  # forms, those met last
OFTEN = 16  # as many elements are read tag by tag in the time that it takes to make a form
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
    """What elements are alike in.

    Attributes:
        pattern: Of an element, with its texts as groups.
        name: That of its place, into which texts are to be filled.
        parts: Roles, each with the numbers of the texts that stand there.
        links: The numbers of texts that are links.
    """

    pattern: re.Pattern[str]
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
        self._texts = re.compile(rf'( (?:{attributes})="|>){_TEXT}')
        self._met: Counter[tuple[str, ...]] = Counter()
        self._forms: dict[tuple[str, ...], _Form | None] = {}
        self._recent: deque[_Form] = deque(maxlen=_TRIED)

    def read(self, html: str, at: int) -> ElementTexts | None:
        """Read the element that begins at a place, if it is of a form."""
        known = self._matching(html, at)
        if known is None:
            return None
        form, found = known
        texts = found.groups()
        if "&" in found[0]:
            texts = tuple(map(unescape, texts))
        return ElementTexts(
            form.name.format(*texts),
            [(role, [texts[number] for number in numbers]) for role, numbers in form.parts],
            [texts[number] for number in form.links],
            found.end(),
        )

    def _matching(self, html: str, at: int) -> tuple[_Form, re.Match[str]] | None:
        for form in self._recent:
            if found := form.pattern.match(html, at):
                return form, found
        new = self._form_of(html, at)
        if new is None or not (found := new.pattern.match(html, at)):
            return None
        self._recent.appendleft(new)
        return new, found

    def _form_of(self, html: str, at: int) -> _Form | None:
        """The form of an element that begins at a place, if many have been of one."""
        end = html.find(self._end, at) + len(self._end)
        between = self._texts.split(html[at:end])
        del between[2::3]  # the texts
        key = tuple(between)
        self._met[key] += 1
        if self._met[key] == OFTEN:
            self._forms[key] = self._read_form(key)
        return self._forms.get(key)

    def _read_form(self, between: tuple[str, ...]) -> _Form | None:
        """The form of elements with that around their texts: what begins each, what is behind."""
        first, *rest = between
        numbers = {f"{{{number}}}": number for number in range(len(rest) // 2)}
        around = list(zip(rest[::2], rest[1::2], strict=True))
        html = first + "".join(
            begin + mark + end for mark, (begin, end) in zip(numbers, around, strict=True)
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
        texts = (re.escape(begin) + _TEXT + re.escape(end) for begin, end in around)
        return _Form(
            re.compile(re.escape(first) + "".join(texts) + _SPACE),
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
