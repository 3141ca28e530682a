"""Passages in the text of their source: by which words a link finds a quote there and nowhere else.

A quote that stands in its source more than once means the first place, in the check as in the
browser; who means a later one quotes a neighbouring clause with it. The passages after a `…` are
each found at their first place, too.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from exporter.evidence.clauses import ELLIPSIS, SOFT_HYPHEN, split_clauses, without_markup
from exporter.report.text_fragments import core, first_words

_NEIGHBOUR = 10  # characters of a prefix or suffix, at least
# What stands between words that a browser finds one by one, but not together; a word to which a
# raised digit is glued is another word there.
_UNFOUND = re.compile(
    r"\s*[\r\n\u2028\u2029]\s*|[A-Za-z0-9.,]*(?:[\u00b2\u00b3\u00b9\u2070-\u2079]+|\[\d+\])"
)
# What a page shows as one blank, or as nothing where it is soft hyphens, and what stands behind.
_STRETCH = re.compile(rf"([\s{SOFT_HYPHEN}]*)([^\s{SOFT_HYPHEN}]+)")


class ReadableText:
    """A source's text as a browser searches it: without mark-up, letter case aside."""

    def __init__(self, written: str) -> None:
        self.words = without_markup(written)
        self._written = written

    @cached_property
    def _folded(self) -> str:
        """As long as `words`: the few letters that are longer in lower case stay as they are."""
        folded = self.words.lower()
        if len(folded) == len(self.words):
            return folded
        return "".join(
            lower if len(lower := letter.lower()) == 1 else letter for letter in self.words
        )

    @cached_property
    def _left_out(self) -> list[int]:
        """Where the characters of mark-up stand in the text as written."""
        kept = iter(self.words)
        expected = next(kept, None)
        places = []
        for place, character in enumerate(self._written):
            if character == expected:
                expected = next(kept, None)
            else:
                places.append(place)
        return places

    def place(self, written: int) -> int:
        """The place in `words` of a place in the text as written."""
        return written - bisect_left(self._left_out, written)

    def find(self, words: str, after: int = 0) -> int:
        """Where `words` first stand at `after` or later, or -1."""
        return self._folded.find(words.lower(), after) if words else -1

    @cached_property
    def _spaced(self) -> "_Spaced":
        return _Spaced(self._folded)

    def find_spaced(self, words: str) -> int:
        """Where `words` first stand, whatever white space is between them, as on a page; or -1.

        Soft hyphens, which a page does not show, make no difference.
        """
        return self._spaced.find(words.lower())


class _Spaced:
    """A text with one blank for any white space, and no soft hyphens, to be searched in."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._begins, self._places = [0], [0]  # of each stretch that is as in the text: here, there
        length = 0
        for stretch in _STRETCH.finditer(text):
            between = " " if stretch[1].strip(SOFT_HYPHEN) and parts else ""
            parts += between, stretch[2]
            length += len(between)
            self._begins.append(length)
            self._places.append(stretch.start(2))
            length += len(stretch[2])
        self._text = "".join(parts)

    def find(self, words: str) -> int:
        """The place in the whole text where `words` first stand, or -1."""
        said = " ".join(words.replace(SOFT_HYPHEN, "").split())
        found = self._text.find(said) if said else -1
        if found < 0:
            return -1
        stretch = bisect_right(self._begins, found) - 1
        return self._places[stretch] + found - self._begins[stretch]


def neighbours(quote: str, text: ReadableText, start: int) -> tuple[tuple[str, str], ...]:
    """For each passage of a quote, the words right before and behind it that a link needs.

    A passage whose words stand in the text earlier, too, has a prefix or a suffix.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.

    Returns:
        A pair for each passage, "" for none; an empty tuple where no passage has any.
    """
    after = text.place(start)
    found: list[tuple[str, str]] = []
    for passage in ELLIPSIS.split(quote):
        sides = ("", "")
        if (place := text.find(core(passage), after)) >= 0:
            after = place + len(core(passage))
            sides = _neighbours(passage, text, place, after)
        found.append(sides)
    return tuple(found) if any(map(any, found)) else ()


def own_words(quote: str, text: ReadableText, start: int, end: int) -> tuple[tuple[str, ...], ...]:
    """For the passage of a quote, the source's own words, which alone a browser finds.

    A quote is verified whatever its white space is, but a browser looks for it letter by letter.
    Where a line ends, a page may have a paragraph's end or a line break, and where a raised digit
    stands, a mark of a footnote: over these no words are found, but a range of first and last is.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.
        end: Where it ends there.

    Returns:
        An empty tuple where the quote's own words do, or where it joins passages.
    """
    if ELLIPSIS.search(quote):
        return ()
    first, last = text.place(start), text.place(end)
    written = text.words[first:last].replace(SOFT_HYPHEN, "")
    pieces = [core(" ".join(piece.split())) for piece in _UNFOUND.split(written)]
    pieces = [piece for piece in pieces if piece]
    if not pieces or pieces == [core(quote)]:
        return ()
    if len(pieces) == 1 or text.find_spaced(pieces[0]) == first:
        return (tuple(dict.fromkeys((pieces[0], pieces[-1]))),)
    # The first words stand elsewhere before; the longest stretch is the likeliest not to.
    return ((max(pieces, key=len),),)


def lands(quote: str, text: ReadableText, start: int, end: int) -> bool:
    """Whether a link to a quote opens its source there, as far as the full text tells.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.
        end: Where it ends there.
    """
    if ELLIPSIS.search(quote) or neighbours(quote, text, start):
        return True
    passage = next(iter(own_words(quote, text, start, end)), (quote,))[0]
    place = text.find_spaced(first_words(passage))
    return text.place(start) <= place < text.place(end)


def _neighbours(passage: str, text: ReadableText, start: int, end: int) -> tuple[str, str]:
    """A prefix or a suffix for the passage from `start` to `end` of `text`.

    None where the first place with its first words is the passage itself, as it mostly is.
    """
    if text.find(first_words(passage)) == start:
        return "", ""
    before = text.words[text.words.rfind("\n", 0, start) + 1 : start]
    if clauses := list(split_clauses(before)):
        starts = [clause.start for clause in reversed(clauses)]
        near = (start for start in starts if len(before) - start >= _NEIGHBOUR)
        return before[next(near, starts[-1]) :].strip(), ""
    after = text.words[end:].partition("\n")[0]
    stops = [clause.end for clause in split_clauses(after)]
    return "", after[: next((stop for stop in stops if stop >= _NEIGHBOUR), 0)].strip()
