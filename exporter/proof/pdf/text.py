"""The text layer of a PDF page, compared with every text that the page should print.

White space is left out on both sides: where lines end is the page's own affair. What should be
there is compared as one long text first; only where it differs is each text looked for by itself.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.pdf.printed import Printed

Span = tuple[int, int]
# Texts so unlike are two pages, not one that was changed; so much longer, they are not aligned.
_UNLIKE = 0.5
_LONGER = 10
# PDFium gives this in place of a hyphen that ends a line.
_LINE_END_HYPHEN = "\ufffe"


def read_text(content: bytes) -> str:
    """The text of a PDF's first page without white space, in the order in which it is drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        text: str = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return compact(text.replace(_LINE_END_HYPHEN, "-"))


def compact(text: str) -> str:
    """`text` without white space and marks without a glyph, each character in its plainest form.

    A font draws ２ and 2, or ⼈ and 人, as one glyph, and a PDF gives one text for each glyph.
    """
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def compare_texts(printed: Sequence[Printed], found: str) -> list[Difference]:
    """What of `printed` is not in the text found, and what is in it beside.

    Args:
        printed: Every text of the page, in the order in which it is drawn.
        found: The page's text without white space.
    """
    parts = [(one, compact(one.text)) for one in printed if compact(one.text)]
    expected = "".join(text for _, text in parts)
    if found == expected:
        return []
    if len(found) > _LONGER * len(expected) or _likeness(expected, found) < _UNLIKE:
        return [unlike("page 1", "text", expected, found or NOTHING)]
    return list(_differences(parts, expected, found))


def _likeness(expected: str, found: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(expected, found)


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of the page and the span of the found text that stands in its place."""

    printed: Printed
    text: str
    start: int
    end: int


def _differences(
    parts: Sequence[tuple[Printed, str]], expected: str, found: str
) -> Iterator[Difference]:
    """Take off what is where it should be, then what is elsewhere; tell of the rest."""
    aligned = list(_aligned(parts, expected, found))
    kept = [one for one in aligned if found[one.start : one.end] == one.text]
    spans = [(0, 0), *((one.start, one.end) for one in kept), (len(found), len(found))]
    free = [(before[1], after[0]) for before, after in pairwise(spans) if before[1] < after[0]]
    changed = [one for one in aligned if one not in kept]
    missing = []
    for one in sorted(changed, key=lambda one: -len(one.text)):
        if (at := _find(one.text, found, free)) is None:
            missing.append(one)
        else:
            free = _without(free, at, at + len(one.text))
    for one in sorted(missing, key=aligned.index):
        own = ((max(start, one.start), min(end, one.end)) for start, end in free)
        seen = "".join(found[start:end] for start, end in own if start < end)
        free = _without(free, one.start, one.end)
        yield unlike(one.printed.place, one.printed.what, one.text, seen or MISSING)
    for start, end in free:
        yield unlike("page 1", "text", NOTHING, found[start:end])


def _find(text: str, found: str, free: Sequence[Span]) -> int | None:
    """Where a text stands in what is free."""
    places = (found.find(text, start, end) for start, end in free)
    return next((place for place in places if place >= 0), None)


def _without(free: Sequence[Span], start: int, end: int) -> list[Span]:
    """What is free when a span is taken off."""
    cut = (((one, min(other, start)), (max(one, end), other)) for one, other in free)
    return [span for spans in cut for span in dict.fromkeys(spans) if span[0] < span[1]]


def _aligned(parts: Sequence[tuple[Printed, str]], expected: str, found: str) -> Iterator[_Part]:
    places = _places(expected, found)
    at = 0
    for printed, text in parts:
        start, at = at, at + len(text)
        first = places[start][1]
        yield _Part(printed, text, first, max(first, places[at][0]))


def _places(expected: str, found: str) -> list[tuple[int, int]]:
    """For each place between characters of `expected`, where it is in `found`.

    Each is a pair: before and after what was inserted there.
    """
    from rapidfuzz.distance import Levenshtein

    places = [(0, 0)] * (len(expected) + 1)
    for step in Levenshtein.opcodes(expected, found):
        if step.tag == "insert":
            places[step.src_start] = (places[step.src_start][0], step.dest_end)
        else:
            for at in range(step.src_start + 1, step.src_end + 1):
                there = min(step.dest_start + at - step.src_start, step.dest_end)
                places[at] = (there, there)
    return places
