"""A source's text as a browser searches it: without mark-up, letter case aside."""

from bisect import bisect_left
from functools import cached_property

from exporter.evidence.clauses import without_markup


class ReadableText:
    """A text whose passages are looked up many times."""

    def __init__(self, written: str) -> None:
        self.words = without_markup(written)
        self._written = written

    @cached_property
    def _folded(self) -> str:
        """As long as `words`: the few letters that are longer in lower case stay as they are."""
        lower = self.words.lower()
        if len(lower) == len(self.words):
            return lower
        return "".join(one.lower() if len(one.lower()) == 1 else one for one in self.words)

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
