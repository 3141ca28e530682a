"""The texts of a written file against those that it should show: these, in this order, no more.

White space is left out on both sides: where lines end is the file's own affair. What differs is
told with it. All texts of a place are compared as one first; only where that differs is each of
them looked for by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike

# Texts so unlike are two, not one that was changed; so much longer, they are not aligned.
_UNLIKE, _LONGER = 0.5, 10
_SHORT = 500  # characters: whatever they hold, they are told text by text

Span = tuple[int, int]


class ExpectedText(NamedTuple):
    """One text that a file should show: the `quote` of `view cicc-taobao`."""

    place: str
    what: str
    text: str


def squeezed(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


def same_letters(text: str, other: str) -> bool:
    """Whether two texts differ in white space at most."""
    # Nearly all of it are spaces, and to take these alone out is far quicker.
    plain = text.replace(" ", "") == other.replace(" ", "")
    return plain or squeezed(text) == squeezed(other)


def spaced(text: str) -> str:
    """`text` with one space where it has white space."""
    return " ".join(text.split())


def unlike_text(place: str, what: str, expected: str, found: str) -> Difference:
    """A difference of two texts that differ in more than their white space.

    Up to where they part both are told with the white space of the expected one, so that they are
    cut in the same place; from there on each has its own.
    """
    expected, found = spaced(expected), spaced(found)
    places = zip(_letters(expected), _letters(found), strict=False)
    same = takewhile(lambda pair: expected[pair[0]] == found[pair[1]], places)
    *_, last = (-1, -1), *same
    return unlike(place, what, expected, expected[: last[0] + 1] + found[last[1] + 1 :])


def _letters(text: str) -> list[int]:
    """Where in a text there is no white space."""
    return [at for at, character in enumerate(text) if not character.isspace()]


def compare_texts(
    expected: Sequence[ExpectedText], actual: str, place: str, *, in_order: bool = True
) -> list[Difference]:
    """Compare what a place shows with the texts that it should show.

    Args:
        expected: Every text, in order; empty ones are left out.
        actual: All that is shown there.
        place: What the place is called, for what belongs to none of the texts.
        in_order: Whether a text that stands elsewhere in the place counts as missing and added;
            else as there.

    Returns:
        A difference for each text that is missing or changed, with what stands in its stead, then
        one for each stretch that was added.
    """
    wanted = [(text, squeezed(text.text)) for text in expected if squeezed(text.text)]
    whole, shown = "".join(text for _, text in wanted), squeezed(actual)
    if whole == shown:
        return []
    if len(whole) > _SHORT and (len(shown) > _LONGER * len(whole) or _share_little(whole, shown)):
        every = " ".join(text.text for text, _ in wanted)
        return [unlike_text(place, "text", every, actual if shown else NOTHING)]
    aligned, found = _aligned(wanted, whole, shown), _Shown(actual, shown)
    return list(_differences(aligned, found, place, in_order=in_order))


def _share_little(expected: str, actual: str) -> bool:
    """Whether two texts are so unlike that to align them would tell nothing."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(expected, actual) < _UNLIKE


@dataclass(frozen=True, slots=True)
class _Aligned:
    """An expected text, without white space too, and the span of the shown text in its place."""

    expected: ExpectedText
    text: str
    start: int
    end: int


class _Shown:
    """What a place shows; spans are those of its text without white space."""

    def __init__(self, actual: str, squeezed_text: str) -> None:
        self.text = squeezed_text
        self._actual = actual
        self._letters = _letters(actual)

    def told(self, start: int, end: int) -> str:
        """What stands in a span, with its white space."""
        return self._actual[self._letters[start] : self._letters[end - 1] + 1]


def _differences(
    aligned: Sequence[_Aligned], found: _Shown, place: str, *, in_order: bool
) -> Iterator[Difference]:
    """Take off what is where it should be, and what is elsewhere; tell of the rest."""
    shown = found.text
    kept = [part for part in aligned if shown[part.start : part.end] == part.text]
    spans = [(0, 0), *((part.start, part.end) for part in kept), (len(shown), len(shown))]
    free = [(before[1], after[0]) for before, after in pairwise(spans) if before[1] < after[0]]
    missing = [part for part in aligned if shown[part.start : part.end] != part.text]
    if not in_order:
        missing, free = _elsewhere(missing, shown, free)
    for part in missing:
        own = ((max(start, part.start), min(end, part.end)) for start, end in free)
        instead = " ".join(found.told(start, end) for start, end in own if start < end)
        free = _without(free, (part.start, part.end))
        expected = part.expected
        yield unlike_text(expected.place, expected.what, expected.text, instead or MISSING)
    for start, end in free:
        yield unlike_text(place, "text", NOTHING, found.told(start, end))


def _elsewhere(
    missing: Sequence[_Aligned], shown: str, free: list[Span]
) -> tuple[list[_Aligned], list[Span]]:
    """What is still missing, and free, when texts are taken from wherever they stand."""
    found: set[int] = set()
    for index, part in sorted(enumerate(missing), key=lambda item: -len(item[1].text)):
        places = (shown.find(part.text, start, end) for start, end in free)
        at = next((place for place in places if place >= 0), None)
        if at is not None:
            found.add(index)
            free = _without(free, (at, at + len(part.text)))
    return [part for index, part in enumerate(missing) if index not in found], free


def _without(spans: Sequence[Span], taken: Span) -> list[Span]:
    """What is left of `spans` when one is taken off."""
    left = []
    for start, end in spans:
        if taken[1] <= start or taken[0] >= end:
            left.append((start, end))
        else:
            rest = ((start, taken[0]), (taken[1], end))
            left += [(first, last) for first, last in rest if first < last]
    return left


def _aligned(wanted: Sequence[tuple[ExpectedText, str]], whole: str, shown: str) -> list[_Aligned]:
    places = _places(whole, shown)
    aligned, end = [], 0
    for expected, text in wanted:
        start, end = end, end + len(text)
        first = places[start][1]
        aligned.append(_Aligned(expected, text, first, max(first, places[end][0])))
    return aligned


def _places(expected: str, actual: str) -> list[Span]:
    """For each place between characters of `expected`, where it is in `actual`.

    Each is a pair: before and after what was inserted there.
    """
    from rapidfuzz.distance import Levenshtein

    places = [(0, 0)] * (len(expected) + 1)
    for step in Levenshtein.opcodes(expected, actual):
        if step.tag == "insert":
            places[step.src_start] = (places[step.src_start][0], step.dest_end)
        else:
            for at in range(step.src_start + 1, step.src_end + 1):
                there = min(step.dest_start + at - step.src_start, step.dest_end)
                places[at] = (there, there)
    return places
