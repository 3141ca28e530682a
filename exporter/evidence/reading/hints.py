"""Hints: what stands in every text in which a pattern matches.

There are some hundred patterns, and few of them can match in one text. A hint says which, and is
quickly tried; it stands beside its pattern, and a test holds that it is right.

A text is looked through for telling characters once. What it holds is a whole number with a bit for
every set of characters that some hint needs one of; so hints are tried by operations on numbers.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters, digits
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")
_OFTEN = 64  # searches of a few microseconds each, which is what compiling a pattern takes

# Two Latin letters side by side: what every English word has, and most Chinese text has not.
A_WORD = "a word"
_A_WORD = re.compile("[A-Za-z]{2}")

_bit_of: dict[str, int] = {}  # by the characters of which one is needed
_bits_of: dict[str, int] = {}  # by character
_WORD_BIT = _bit_of[A_WORD] = 1


class Hint(NamedTuple):
    """What a text must hold.

    Attributes:
        bits: Set for every set of characters of which the text must have one.
        words: Of these the text must have one, too, if there are any.
    """

    bits: int
    words: tuple[str, ...]

    def is_in(self, text: str, held: int) -> bool:
        """Whether `text`, which holds these bits, holds all that is needed."""
        return held & self.bits == self.bits and (not self.words or has_word(text, self.words))


def hint(*characters: str, words: str = "") -> Hint:
    """A hint from sets of characters and from words.

    Args:
        characters: Of each string one character is needed; "a" stands for any Latin letter, "0" for
            any digit; A_WORD stands alone.
        words: Parted by "|", one is needed.
    """
    said = words.split("|") if words else []
    bits = _WORD_BIT if said and all(map(_A_WORD.search, said)) else 0
    for needed in characters:
        bits |= _bit_of.get(needed) or _new_bit(needed)
    return Hint(bits, tuple(said))


def _new_bit(needed: str) -> int:
    bit = _bit_of[needed] = 1 << len(_bit_of)
    for one in needed.replace("a", ascii_letters).replace("0", digits):
        _bits_of[one] = _bits_of.get(one, 0) | bit
    return bit


def held_by(text: str) -> int:
    """The bits of what `text` holds; it holds no less than the same text with parts made blank."""
    held = 0
    for one in set(text):
        if one in _bits_of:
            held |= _bits_of[one]
    return held | _WORD_BIT if _A_WORD.search(text) else held


def has_word(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands in `text`."""
    for word in words:  # noqa: SIM110 - a generator would take longer than the search
        if word in text:
            return True
    return False


class Hinted(Generic[_T]):
    """Things, such as patterns, each with its hint."""

    def __init__(self, rows: Iterable[tuple[Hint, _T]]) -> None:
        """Hints, each with what it is for, in the order in which things are to be tried."""
        self.rows = tuple(rows)
        self._telling = 0
        for given, _ in self.rows:
            self._telling |= given.bits
        self._left = lru_cache(maxsize=4096)(self._left_by)

    def worth_trying(self, text: str, held: int) -> list[_T]:
        """The things whose hints are in `text`, in order.

        Args:
            text: Where words are sought.
            held: What it holds.
        """
        found: list[_T] = []
        for words, things in self._left(held & self._telling):
            if not words or has_word(text, words):
                found += things
        return found

    def _left_by(self, held: int) -> list[tuple[tuple[str, ...], list[_T]]]:
        """What the characters of a text leave, by the words that it takes besides."""
        left: list[tuple[tuple[str, ...], list[_T]]] = []
        for given, thing in self.rows:
            if held & given.bits == given.bits:
                if not left or left[-1][0] != given.words:
                    left.append((given.words, []))
                left[-1][1].append(thing)
        return left


class Alternation:
    """Patterns that are tried side by side: at each place in a text the first that matches counts.

    Those that cannot match in a text are left out once that is worth a pattern of its own.
    """

    def __init__(self, first: str, rows: Iterable[tuple[Hint, str]]) -> None:
        """Hints, each with its pattern.

        Args:
            first: A pattern for the characters that a match may begin with.
            rows: The patterns, each after its hint; the earlier one counts.
        """
        self.first, self.rows = first, tuple(rows)
        self._numbers = Hinted((given, at) for at, (given, _) in enumerate(self.rows))
        self._whole = self._compiled(range(len(self.rows)))
        self._parts: dict[tuple[int, ...], re.Pattern[str]] = {}
        self._asked: Counter[tuple[int, ...]] = Counter()

    def finditer(self, text: str, held: int) -> Iterable[re.Match[str]]:
        """The matches in `text`, which holds these bits, as of one pattern for all."""
        numbers = self._numbers.worth_trying(text, held)
        return self._pattern(tuple(numbers)).finditer(text) if numbers else ()

    def _pattern(self, numbers: tuple[int, ...]) -> re.Pattern[str]:
        if numbers in self._parts:
            return self._parts[numbers]
        self._asked[numbers] += 1
        if self._asked[numbers] < _OFTEN:
            return self._whole
        self._parts[numbers] = self._compiled(numbers)
        return self._parts[numbers]

    def _compiled(self, numbers: Iterable[int]) -> re.Pattern[str]:
        either = "|".join(f"(?:{self.rows[number][1]})" for number in numbers)
        return re.compile(f"(?={self.first})(?:{either})")
