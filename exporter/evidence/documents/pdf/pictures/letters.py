"""The letters of a page, and those of them that a passage's words are."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from exporter.evidence.documents.model import Box
from exporter.evidence.documents.pdf.words import PageCharacters

_EDGE = 1.0  # points by which a letter may stand outside of the box that it is in
_FEWEST = 6  # letters and digits that are looked for where no box says where to look
_FEWEST_IN_BOX = 2
_TAKEN = " "  # in the place of letters that were found
_TOUCHING = 0.2  # of a letter's height: how far a sign may stand from what it is the sign of
_ENDS = frozenset(",.:;!?()[]{}|…，。：；！？、（）【】〔〕")  # what is between clauses


class Passage(NamedTuple):
    """Words to be marked.

    Attributes:
        words: Of its clauses, as fingerprints are taken of them.
        places: Of each clause, the page (from 1) and the box where it begins.
    """

    words: str
    places: tuple[tuple[int, Box], ...]


class Letter(NamedTuple):
    """A character of a page: its box there, and by how many right angles it is turned."""

    text: str
    box: Box
    turn: int


class Marked(NamedTuple):
    """Letters of a page (from 1) that a passage's words are."""

    page: int
    letters: tuple[Letter, ...]


class PageLetters:
    """The letters of a page, in the order in which they were drawn; white space is None."""

    def __init__(self, letters: Sequence[Letter | None]) -> None:
        self.letters = letters

    def within(self, boxes: Sequence[Box]) -> "_Stretch":
        """Those within one of some boxes; all of them where there are no boxes."""
        chosen = [
            index
            for index, letter in enumerate(self.letters)
            if letter and (not boxes or any(_is_in(letter.box, box) for box in boxes))
        ]
        return _Stretch(self.letters, chosen)


class _Stretch:
    """Some letters of a page, as the words of passages are compared with them."""

    def __init__(self, letters: Sequence[Letter | None], chosen: Sequence[int]) -> None:
        self._letters, self._chosen = letters, chosen
        self._from: list[int] = []  # the letter that each character of the text is of
        texts: list[str] = []
        for index in chosen:
            letter = letters[index]
            for character in keyed(letter.text) if letter else "":
                texts.append(character)
                self._from.append(index)
        self._text = "".join(texts)

    def find(self, words: str, fewest: int) -> tuple[int, tuple[Letter, ...]] | None:
        """How much of the beginning of some words is there, and the letters that it is.

        These are not found again.
        """
        found = self._text.find(words)
        length = len(words)
        if found < 0:
            # As many as there are: where so many are not, more of them are not either.
            lengths = range(1, len(words))
            length = bisect_left(lengths, True, key=lambda most: words[:most] not in self._text)
            found = self._text.find(words[:length])
        if length < min(fewest, len(words)) or not length:
            return None
        first, last = self._from[found], self._from[found + length - 1]
        self._text = self._text[:found] + _TAKEN * length + self._text[found + length :]
        first, last = self._beyond_signs(first, -1), self._beyond_signs(last, 1)
        inside = range(bisect_left(self._chosen, first), bisect_left(self._chosen, last + 1))
        shown = (self._letters[self._chosen[place]] for place in inside)
        return length, tuple(letter for letter in shown if letter)

    def _beyond_signs(self, index: int, step: int) -> int:
        """The last of the signs that touch a letter on one side: $, %, a minus."""
        while 0 <= index + step < len(self._letters):
            letter, touched = self._letters[index + step], self._letters[index]
            if letter is None or touched is None or not _touch(letter.box, touched.box):
                break
            if letter.text.isalnum() or letter.text in _ENDS:
                break
            index += step
        return index


def letters_of(textpage: Any) -> PageLetters:
    """The letters of a PDFium text page."""
    page = PageCharacters(textpage)
    letters: list[Letter | None] = []
    for index, text in page.characters():
        if text.isspace():
            letters.append(None)
        else:
            letters.append(Letter(text, page.box(index, 0), page.turn(index)))
    return PageLetters(letters)


def keyed(text: str) -> str:
    """The letters and digits of a text, as they are compared: hyphens and marks are set anew."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def find_passage(
    passage: Passage, page_of: Callable[[int], PageLetters | None]
) -> tuple[list[Marked], str]:
    """The letters of a passage, page by page, and the words that were not found.

    Args:
        passage: What is looked for, first in its boxes. What runs over to the next page is looked
            for in all of that.
        page_of: The letters of a page, from 1; None where there is no such page.
    """
    rest, marked = keyed(passage.words), list[Marked]()
    pages = list(dict.fromkeys(page for page, _ in passage.places))
    for number in [*pages, pages[-1] + 1]:
        page = page_of(number) if rest else None
        if page is None:
            break
        boxes = [box for place, box in passage.places if place == number]
        stretch = page.within(boxes)
        while rest and (found := stretch.find(rest, _FEWEST_IN_BOX if boxes else _FEWEST)):
            length, letters = found
            rest = rest[length:]
            marked.append(Marked(number, letters))
    return marked, rest


def _is_in(inner: Box, outer: Box) -> bool:
    across, up = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return (
        outer[0] - _EDGE <= across <= outer[2] + _EDGE
        and outer[1] - _EDGE <= up <= outer[3] + _EDGE
    )


def _touch(box: Box, other: Box) -> bool:
    gap = max(box[0] - other[2], other[0] - box[2], box[1] - other[3], other[1] - box[3])
    return gap < _TOUCHING * (box[3] - box[1])
