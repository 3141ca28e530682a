"""What a shape is read from: texts with its smallest and its largest numbers, and their figures."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple

from exporter.evidence.reading.figure import Figure
from exporter.evidence.reading.hidden_digits import (
    ANY_CODE,
    is_hidden,
    largest,
    smallest,
)
from exporter.evidence.reading.numerals import exact
from exporter.facts.folding import fold

_BEHIND_LETTER = "8"  # neither the smallest digit nor the largest


class Number(NamedTuple):
    """A number of a reading: `factor` times that of a run of digits, or `factor` alone.

    Attributes:
        run: The index of the run among those that are hidden; -1 for none.
    """

    run: int
    factor: Fraction


class Reading(NamedTuple):
    """A figure as all texts of a shape have it.

    Attributes:
        figure: With the shape's smallest numbers.
        numbers: Its value, and those of `also`.
        noun: Where its noun stands, if digits in it are hidden.
        subject: Where its subject stands, likewise.
    """

    figure: Figure
    numbers: tuple[Number, ...]
    noun: "Place"
    subject: "Place"


class Sample:
    """A text of a shape with its smallest and its largest numbers in turn.

    Attributes:
        text: The text.
        runs: Where its hidden runs stand, and what they are worth, codes and dates nothing.
    """

    def __init__(
        self, gaps: Sequence[str], patterns: Sequence[str], turn: int, letter: str = ""
    ) -> None:
        """A sample of a shape that begins with the smallest number (turn 0), or the largest.

        An article may make a rate of any number but zero: "a 0000000" is none. So codes that begin
        with a given letter have other digits.
        """
        pieces = [gaps[0]]
        self.runs: list[tuple[int, int, Fraction | None]] = []
        at = len(gaps[0])
        for pattern, gap in zip(patterns, gaps[1:], strict=True):
            run = pattern
            if letter and pattern.startswith(ANY_CODE):
                run = letter + pattern[1:].replace("#", _BEHIND_LETTER)
                self.runs.append((at, at + len(run), None))
            elif is_hidden(pattern):
                run, worth = _drawn(pattern, is_largest=(len(self.runs) + turn) % 2 == 1)
                self.runs.append((at, at + len(run), worth))
            pieces += run, gap
            at += len(run) + len(gap)
        self.text = "".join(pieces)

    @cached_property
    def folded(self) -> str:
        """The text with one spelling."""
        return fold(self.text)

    def said(self) -> list[str]:
        """Its hidden runs."""
        return [self.text[start:end] for start, end, _ in self.runs]


@lru_cache(maxsize=4096)
def _drawn(pattern: str, *, is_largest: bool) -> tuple[str, Fraction | None]:
    """The largest or the smallest number of a pattern, and what it is worth, if anything."""
    run = (largest if is_largest else smallest)(pattern)
    return run, exact(run) if run[0] <= "9" and "-" not in run else None


Place = tuple[int, int] | None


def in_common(one: Figure, other: Figure, samples: Sequence[Sample]) -> Reading | None:
    """What two samples have in common in a figure; None where they differ in more than digits."""
    masked = one._replace(
        value=other.value, text=other.text, noun=other.noun, subject=other.subject, also=other.also
    )
    names = [dimension for dimension, _ in one.also]
    if masked != other or names != [dimension for dimension, _ in other.also]:
        return None
    numbers = [_multiple(one, one.value, other.value, samples)]
    for (_, low), (_, high) in zip(one.also, other.also, strict=True):
        numbers.append(_multiple(one, low, high, samples))
    places = [
        _place(said, again, samples)
        for said, again in ((one.noun, other.noun), (one.subject, other.subject))
    ]
    found = tuple(number for number in numbers if number is not None)
    if len(found) < len(numbers) or _NOWHERE in places:
        return None
    return Reading(one, found, places[0], places[1])


_NOWHERE = (-1, -1)


def _place(said: str, again: str, samples: Sequence[Sample]) -> Place:
    """Where words with hidden digits stand; None where they have none, _NOWHERE for unsure."""
    if said == again:
        return None
    first, second = (sample.folded for sample in samples)
    at = first.find(said)
    if at < 0 or second[at : at + len(again)] != again or first.find(said, at + 1) >= 0:
        return _NOWHERE
    return at, at + len(said)


def _multiple(
    figure: Figure, low: Fraction, high: Fraction, samples: Sequence[Sample]
) -> Number | None:
    """Which run of a figure its number is a fixed multiple of; None where it is of none or several.

    Args:
        figure: The figure of the first sample.
        low: Its number there.
        high: The number in the second sample.
        samples: Both.
    """
    first, second = (sample.runs for sample in samples)
    inside = [
        index
        for index, (start, end, _) in enumerate(first)
        if figure.start <= start and end <= figure.end
    ]
    if not inside:
        return Number(-1, low) if low == high else None
    worth, again = first[inside[0]][2], second[inside[0]][2]
    if len(inside) > 1 or worth is None or again is None or low * again != high * worth:
        return None
    return Number(inside[0], low / worth)
