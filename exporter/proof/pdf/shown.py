"""Texts looked for among the characters of a page, and what a page states beyond them."""

from collections.abc import Iterable, Iterator, Sequence

from exporter.evidence.reading import read_figures
from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.pdf.same_glyphs import plainest
from exporter.proof.pdf.seen import Character
from exporter.proof.texts import ExpectedText

# What belongs to a figure that it stands at: without it the figure is another one.
_OF_FIGURES = frozenset("+-−.,%‰$€£¥₹~≈<>≤≥")
_BEHIND = 20  # characters behind a figure, of which a magnitude or a unit may be made
_TOLD = 40  # characters around what is told


def of_text(text: str) -> list[Character]:
    """The characters of a text that nobody sees, such as an entry of the outline."""
    characters, begins = [], True
    for character in text:
        if plain := plainest(character):
            characters.append(Character(plain, begins))
            begins = False
        else:
            begins = begins or character.isspace()
    return characters


class Shown:
    """The characters of a page, in the order in which they are drawn."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._characters = [c for c in characters for _ in c.text]
        self._text = "".join(c.text for c in characters)
        begins = (place == 0 and c.begins for c in characters for place in range(len(c.text)))
        self._begins = list(begins)

    def compare(self, expected: ExpectedText) -> Difference | None:
        """What keeps a text from being there, and being seen; None where it is."""
        place, what, text = expected
        places = list(self._places(text))
        if not places:
            return unlike(place, what, text, MISSING)
        reasons = [self._unseen(start, start + len(text)) for start in places]
        if "" in reasons:
            return None
        return unlike(place, what, text, f"not to be seen: {reasons[0]}")

    def beyond(self, texts: Iterable[str], place: str, what: str) -> Iterator[Difference]:
        """What is stated besides some texts: a figure, or what makes another one of a figure.

        Args:
            texts: Made plain.
            place: What this is called.
            what: What the text of the place is called.
        """
        taken = [False] * len(self._text)
        for text in sorted(set(filter(None, texts)), key=len, reverse=True):
            for start in self._places(text):
                if not all(taken[start : start + len(text)]):
                    taken[start : start + len(text)] = [True] * len(text)
        for start, end in _left(taken):
            if self._states(start, end):
                yield unlike(place, what, NOTHING, self._around(start, end))

    def _places(self, text: str) -> Iterator[int]:
        """Where a text stands, and not within a longer figure."""
        start = self._text.find(text)
        while start >= 0:
            if not self._is_joined(start) and not self._is_joined(start + len(text)):
                yield start
            start = self._text.find(text, start + 1)

    def _is_joined(self, at: int) -> bool:
        """Whether a figure goes on across a place between characters."""
        if not 0 < at < len(self._text) or self._begins[at]:
            return False
        before, after = self._text[at - 1], self._text[at]
        if before in ".," and not self._text[max(at - 2, 0)].isdigit():
            return False
        if after in ".,":  # ends a sentence, unless a digit follows
            return (
                before.isdigit()
                and self._text[at + 1 : at + 2].isdigit()
                and not self._begins[at + 1]
            )
        return _is_of_figure(before) and _is_of_figure(after)

    def _unseen(self, start: int, end: int) -> str:
        """Why a stretch is not to be seen; "" where it is."""
        return next((c.unseen for c in self._characters[start:end] if c.unseen), "")

    def _states(self, start: int, end: int) -> bool:
        """Whether what is left in a stretch states something."""
        words = self._spaced(start, end)
        if any(map(is_number, words)):
            return True
        if any(figure.value != 1 for figure in read_figures(words)):
            return True
        if not start or not _is_of_figure(self._text[start - 1]):
            return False
        # Behind a figure: a magnitude, a unit of money, a share.
        read = read_figures(f"1{self._spaced(start, min(end, start + _BEHIND))}")
        return any(
            figure.start == 0
            and (figure.value != 1 or figure.dimension == "ratio" or "money" in figure.dimension)
            for figure in read
        )

    def _spaced(self, start: int, end: int) -> str:
        """A stretch with its white space."""
        return "".join(
            (" " if self._begins[at] else "") + self._text[at] for at in range(start, end)
        )

    def _around(self, start: int, end: int) -> str:
        return self._spaced(max(start - _TOLD, 0), min(end + _TOLD, len(self._text))).strip()


def is_number(character: str) -> bool:
    """Whether a character is a digit, or another numeral of its own, in whatever script."""
    return character.isdigit() or (character.isnumeric() and not "\u3400" <= character <= "\u9fff")


def _is_of_figure(character: str) -> bool:
    return character.isdigit() or character in _OF_FIGURES


def _left(taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches that are not taken."""
    start = None
    for at, is_taken in enumerate([*taken, True]):
        if start is None and not is_taken:
            start = at
        elif start is not None and is_taken:
            yield start, at
            start = None
