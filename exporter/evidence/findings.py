"""What is found in texts, and by what they are read."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import FigureState
from exporter.evidence.conventions import Currencies
from exporter.evidence.namesakes import NO_NAMESAKES, Namesakes
from exporter.evidence.reading import Figure

CORRECT = "correct the text, or quote the clause that states it"
MOST_FIGURES = 500  # of a text: each of one is held against each of another


class Finding(NamedTuple):
    """What is wrong with a figure of a text, or in doubt.

    Attributes:
        state: Contradicted, or not stated.
        is_doubt: Whether it is told and not refused.
    """

    state: FigureState
    is_doubt: bool
    fault: Fault


class Terms(NamedTuple):
    """How the figures of texts and quotes are read.

    Attributes:
        names: What holds a number and states none, as the report lists it.
        currencies: What bare signs mean where the words do not say.
        namesakes: The names of the report's entities and brokers in both languages.
        unread: The language of the quotes, if it is one whose figures are not read; else "".
    """

    names: tuple[str, ...] = ()
    currencies: Currencies = ()
    namesakes: Namesakes = NO_NAMESAKES
    unread: str = ""

    def read(self, text: str) -> Sequence[Figure]:
        """The figures of a text."""
        return read_settled(text, self.currencies)

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is part of a name, which is a whole word."""
        return any(first <= start and end <= last for first, last in self._named(text))

    def names_around(self, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
        """What of each name that holds what stands there stands before it, and behind it."""
        for first, last in self._named(text):
            if first <= start and end <= last:
                yield text[first:start], text[end:last]

    def _named(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the names stand in a text."""
        folded = text.casefold()
        if len(folded) != len(text):
            folded = text
        for name in self.names:
            for found in re.finditer(re.escape(name.casefold()), folded):
                if not (_runs_on(folded, found.start()) or _runs_on(folded, found.end())):
                    yield found.span()


def not_read(language: str) -> Fault:
    """What is told of figures whose quote is in another language."""
    wrong = f"the quote is in another language ({language}), in which figures are not read"
    return Fault(wrong, "see that it states them, and answer for it: `accept: reason`")


def crowd(said: Sequence[object], called: str, what: str = "figures") -> Fault | None:
    """What to say of a text of so many figures, or dates, that nobody can say which is meant."""
    if len(said) <= MOST_FIGURES:
        return None
    wrong = f"{called} has {len(said):,} {what}; up to {MOST_FIGURES} are held against others"
    return Fault(wrong, "shorten it to the clause that is meant")


def _runs_on(text: str, at: int) -> bool:
    """Whether a place is within a word: `3 m` is no name in `3 models`."""
    around = text[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()
