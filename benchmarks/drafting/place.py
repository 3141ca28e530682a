"""Where a snippet or a quote stands in a text; white space and signs of Markdown do not matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_PASSED_OVER = re.compile(r"[\s|*#`\u00ad\u200b\ufeff]")
_ELLIPSIS = re.compile(r"…+|\.{3}")
OPEN, _CLOSE = "⟦", "⟧"
Span = tuple[int, int]


@dataclass(frozen=True)
class Text:
    """A text in which things are looked for; offsets are those of its closed-up form."""

    text: str

    @cached_property
    def closed(self) -> str:
        """The text without what does not matter."""
        return closed_up(self.text)

    def all_of(self, words: str) -> Iterator[Span]:
        """Every place in which some words stand."""
        sought = closed_up(words)
        start = self.closed.find(sought) if sought else -1
        while start >= 0:
            yield start, start + len(sought)
            start = self.closed.find(sought, start + 1)

    def marked(self, snippet: str) -> Span:
        """Where the marked words of a snippet stand.

        Raises:
            ValueError: The mark is not whole, or the snippet does not stand in the text just once.
        """
        before, _, rest = snippet.partition(OPEN)
        figure, is_closed, after = rest.partition(_CLOSE)
        if not (is_closed and closed_up(figure)):
            raise ValueError(f"no figure is marked by {OPEN}{_CLOSE} in «{snippet}»")
        places = list(self.all_of(before + figure + after))
        if len(places) != 1:
            raise ValueError(f"stands {len(places)} times in the article, not once: «{snippet}»")
        start = places[0][0] + len(closed_up(before))
        return start, start + len(closed_up(figure))

    def quoted(self, quote: str) -> list[Span]:
        """The places that a quote may mean: of each passage all, where `…` joins several."""
        passages = [part for part in _ELLIPSIS.split(quote) if closed_up(part)]
        return [place for passage in passages for place in self.all_of(passage.strip(" ,，。.;；"))]

    def places_of(self, label: str) -> list[Span]:
        """Where the figure of a label stands: of a quote, somewhere in one of these places.

        Raises:
            ValueError: Nowhere, or of a snippet with a mark not just once.
        """
        if OPEN in label:
            return [self.marked(label)]
        if places := self.quoted(label):
            return places
        raise ValueError(f"does not stand in the article: «{label}»")


def closed_up(words: str) -> str:
    """Words without white space and signs of Markdown."""
    return _PASSED_OVER.sub("", words)
