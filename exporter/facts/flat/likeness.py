"""Of the texts that one file may be, the likely one: whose words look like words of a language.

Two texts are compared by the words in which they differ: first by how odd these look, then by how
often letters follow one another so, which chardet knows of 99 encodings. Spreadsheets on Windows
write most files, so that another encoding must be much the better one.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from exporter.facts.flat.oddity import oddity, words_of

TAIWAN, HONG_KONG = "cp950", "big5hkscs"
_WINDOWS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "gb18030", TAIWAN, HONG_KONG, "cp932", "cp949",
)  # fmt: skip
_OTHERS = (  # of ISO, Unix, macOS and MS-DOS, whose names Excel still has for kinds of CSV
    "iso8859-15", "iso8859-2", "iso8859-7", "koi8-r", "koi8-u", "euc_jp", "mac-roman",
    "mac-cyrillic", "cp437", "cp850", "cp852", "cp866",
)  # fmt: skip
_RARE = ("mac-latin2", "mac-greek", "mac-turkish", "cp857", "cp862")  # only if quotes show it
CANDIDATES = (*_WINDOWS, *_OTHERS, *_RARE)
_EAST_ASIAN = {"gb18030", TAIWAN, HONG_KONG, "cp932", "cp949", "euc_jp"}
_OF_SCRIPT = {  # encodings that nobody writes without letters of their script, or №
    **dict.fromkeys(("cp1251", "koi8-r", "koi8-u", "mac-cyrillic", "cp866"), "[\u0400-\u04ff№]"),
    **dict.fromkeys(("cp1253", "iso8859-7", "mac-greek"), "[\u0370-\u03ff]"),
}
_WITHOUT_SCRIPT = 0.25  # of oddity
_AS_CHARDET_HAS_THEM = {TAIWAN: HONG_KONG, "euc_jp": "euc_jis_2004"}
_ODDER = 0.1  # of a word on the average
_TOO_ODD = 0.5  # for any text
_LITTLE_MORE, _MORE, _TWICE, _MUCH_MORE, _FAR_MORE = 1.1, 1.4, 2.0, 3.0, 4.0  # times as likely
_MOST_NAMED = 4  # encodings
_ENOUGH = 1 << 14  # bytes
_ICELANDIC = set("ðþÐÞÝ")  # where Turkish and Baltic encodings have their commonest letters
_FEW = 8  # East Asian characters, which tell little


class Text(NamedTuple):
    """What a file may be, and the encodings in which it is that."""

    text: str
    encodings: tuple[str, ...]


def likely(telling: bytes, texts: Sequence[Text]) -> list[Text]:
    """The text that is likelier than each other; where there is none, those that it may be.

    Args:
        telling: The cells that are not ASCII, a line each.
        texts: What the file may be. Of Big5, Hong Kong's counts where Taiwan's cannot be.
    """
    has_taiwan = any(TAIWAN in text.encodings for text in texts)
    whole = _chances(telling)
    rivals = [
        _Rival(text, frozenset(telling.decode(text.encodings[0], "ignore").split()), whole)
        for text in texts
        if text.encodings[0] not in _RARE and not (has_taiwan and text.encodings == (HONG_KONG,))
    ]
    for rival in rivals:
        if rival.is_sound() and all(rival.beats(other) for other in rivals if other is not rival):
            return [rival.text]
    unbeaten = [one for one in rivals if not any(other.beats(one) for other in rivals)]
    ranked = sorted(unbeaten if len(unbeaten) > 1 else rivals, key=_Rival.rank)  # one is not sound
    return [rival.text for rival in ranked[:_MOST_NAMED]]


@dataclass(frozen=True)
class _Rival:
    """A text, with its words between white space, and the chances of each encoding as a whole."""

    text: Text
    words: frozenset[str]
    whole: Mapping[str, float]

    def is_old(self) -> bool:
        """Whether no program on Windows has written it, but perhaps one on another system."""
        return self.text.encodings[0] not in _WINDOWS

    def rank(self) -> tuple[float, float]:
        """The less, the likelier."""
        return self._oddity(self.words), -self.chance(self.whole)

    def is_sound(self) -> bool:
        """Whether its words may be those of a language."""
        is_east_asian = self.text.encodings[0] in _EAST_ASIAN  # where M黱chen is half as odd
        return _oddity_of(self.words) <= (_TOO_ODD / 2 if is_east_asian else _TOO_ODD)

    def _oddity(self, words: frozenset[str]) -> float:
        """How odd some of its words look; the more, where none of all has the encoding's script."""
        scripts = [_OF_SCRIPT.get(encoding) for encoding in self.text.encodings]
        lacks_script = all(
            script and not re.search(script, word) for script in scripts for word in self.words
        )
        return _oddity_of(words) + _WITHOUT_SCRIPT * lacks_script

    def beats(self, other: "_Rival") -> bool:
        """Whether it is much likelier, by the words in which the two differ."""
        mine, others = self.words - other.words, other.words - self.words
        odd, odder = self._oddity(mine), other._oddity(others)  # noqa: SLF001
        if abs(odd - odder) > _ODDER:
            return odd < odder
        if not mine or (self.is_old() and not other.is_old() and not _letters_of(others)):
            return False
        words = " ".join(sorted(mine)).encode(self.text.encodings[0])
        chances = _chances(words[:_ENOUGH])
        chance = self.chance(chances) * self.chance(self.whole)
        rest = other.chance(chances) * other.chance(self.whole)
        return chance > self._times(other, mine) ** 2 * rest

    def chance(self, chances: Mapping[str, float]) -> float:
        """How likely it is by the chances of encodings."""
        return max(chances.get(encoding, 0.0) for encoding in self.text.encodings)

    def _times(self, other: "_Rival", words: Set[str]) -> float:
        """How many times as likely it must be; the less tells, the more."""
        one, another = self.text.encodings[0], other.text.encodings[0]
        letters = {sign for word in words for sign in word if not sign.isascii()}
        if {one, another} <= _EAST_ASIAN and len(letters) < _FEW:
            return _FAR_MORE
        if one not in _WINDOWS:
            if len(letters) > 1 or (another in _WINDOWS and another != _WINDOWS[0]):
                return _MUCH_MORE
            return inf if another in _WINDOWS else _FAR_MORE
        if another not in _WINDOWS:
            return 1.0
        if one != _WINDOWS[0] and len(letters) == 1:
            return inf  # many languages have one letter
        if letters <= _ICELANDIC:
            return _FAR_MORE
        if one == _WINDOWS[0]:
            return _TWICE if len(letters) == 1 else _LITTLE_MORE
        return _MORE


def _letters_of(words: Set[str]) -> set[str]:
    """The letters that are not ASCII."""
    return {sign for word in words for sign in word if sign.isalpha() and not sign.isascii()}


@lru_cache(maxsize=256)
def _oddity_of(words: frozenset[str]) -> float:
    return oddity({part for word in words for part in words_of(word)})


@lru_cache(maxsize=64)
def _chances(content: bytes) -> Mapping[str, float]:
    """How likely each candidate is by its letters, from 0 to 1."""
    from chardet import detect_all

    names = [_AS_CHARDET_HAS_THEM.get(name, name) for name in CANDIDATES]
    found = detect_all(
        content, ignore_threshold=True, compat_names=False, include_encodings=sorted(set(names))
    )
    likely = {each["encoding"]: each["confidence"] for each in found}
    return {own: likely.get(name, 0.0) for own, name in zip(CANDIDATES, names, strict=True)}
