"""How odd words look: what was read in a wrong encoding holds what no word of a language does.

`M¸nchen`, `MŸnchen`, `M黱chen` and `Mьnchen` are München in four wrong encodings: with a sign, a
capital, a lone Chinese character and a Cyrillic letter where no word has one.
"""

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from exporter.engine.regex import regex

_LATIN, _HAN, _KANA, _HALF_KANA, _HANGUL = "LATIN", "CJK", "KANA", "HALFWIDTH", "HANGUL"
_EAST_ASIAN = {_HAN, _KANA, _HALF_KANA, _HANGUL}
_WITHOUT_SPACES = {*_EAST_ASIAN, "THAI"}  # signs may stand anywhere in their lines
_MIXED = ({_LATIN, _HAN}, {_LATIN, _KANA}, {_LATIN, _HANGUL}, {_HAN, _KANA}, {_LATIN, _HAN, _KANA})
_JOINING = "’·•‧・‐‑–—…&"
_OPENING = "“‘„‚«‹»¡¿€£¥©§±≈≤≥→●■◆★【《「『（"
_CLOSING = "”’“»›«®™©°²³ªº€£¥…†*】》」』）"
_ALONE = "–—•·…€£¥©®™°§±≈≤≥→×÷½¼¾%‰●■◆★№“”„«»"
# £m, €100m, 5µm, 20°C, iPhone®, N°5, Customers’ and £’000, whose signs are letters elsewhere.
_PLAIN = regex(
    r"[€£¥]\d*(?:m|mn|bn|tn|k|K|M|million|billion)|[€£¥]?’\d+s?|\d+(?:µ[mglsAVWF]|°[CFK])|µm|°[CFK]"
    r"|[A-Za-z]{2,}®|[Nn][°º]\d*|[A-Za-z]{4,}s’|’n’"
)
_ELISION = regex(r"(?i)[cdjlmnst]|qu")  # before an apostrophe, in French and Italian
_ENDING = regex(r"(?i)[stdm]|re|ve|ll")  # behind one, in English
_RARE = regex(
    "[\u02b0-\u02ff\u2070-\u209f\u2500-\u259f\u2e80-\u2fdf\u3100-\u312f\u3400-\u4dbf"
    "\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc]"  # of old terminals, compatibility and dictionaries
)
_PLAINER = 0.25  # than a word that has nothing odd
_CASES = {(True, True): "A", (True, False): "B", (False, True): "a", (False, False): "b"}
_ODD_CASE = regex("b[AB]|aB|AB[ab]|BA[ab]|BB[ab]")  # gOOD, GOod
_FOREIGN = regex(r"[^\x00-\x7f]{4}")
_WORD = regex(r"[^\s!-/:-@\[-`{-~]+")


class _Kind(NamedTuple):
    """What a character is: a letter of a script, or a sign."""

    script: str
    is_upper: bool
    is_letter: bool
    is_plain: bool  # a digit, or a mark on the letter before


def words_of(text: str) -> set[str]:
    """The words of a text that are not of ASCII alone."""
    return {word for word in _WORD.findall(text) if not word.isascii()}


def is_no_character(character: str) -> bool:
    """Whether it is a control, private, or assigned to nothing."""
    return "\x7f" <= character < "\xa0" or unicodedata.category(character) in {"Cn", "Co", "Cs"}


def oddity(words: Collection[str]) -> float:
    """How odd words look on the average, from 0."""
    return sum(map(_of_word, words)) / max(len(words), 1)


def _of_word(word: str) -> float:
    if _PLAIN.fullmatch(word):
        return -_PLAINER
    kinds = [_kind(character) for character in word]
    letters = [kind for kind in kinds if kind.is_letter]
    if not letters:
        return 0.0 if all(sign in _ALONE or sign.isascii() for sign in word) else 0.25
    rare = (
        len(_RARE.findall(word))
        + sum(map(is_no_character, word))
        + _without_ascii(word, letters) / 2
    )
    return rare + _of_scripts(letters) + _of_signs(word, kinds) + _of_case(word, kinds)


def _without_ascii(word: str, letters: list[_Kind]) -> bool:
    """Whether a longer Latin word has none of A to Z, or many letters together that are not."""
    if {letter.script for letter in letters} != {_LATIN} or len(letters) < 3:
        return False
    return bool(_FOREIGN.search(word)) or not any(map(str.isascii, word))


def _of_scripts(letters: list[_Kind]) -> float:
    """Letters of scripts that no word mixes; one by itself; one East Asian among Latin letters."""
    scripts = {letter.script for letter in letters}
    if len(letters) == 1 and not scripts & _EAST_ASIAN:
        return 0.25 if scripts == {_LATIN} else 0.5
    if len(scripts) > 1 and scripts not in _MIXED:
        return 1.0
    runs = [(script, list(run)) for script, run in groupby(letters, lambda kind: kind.script)]
    return sum(_is_lone(place, runs) for place in range(len(runs))) / 2


def _is_lone(place: int, runs: list[tuple[str, list[_Kind]]]) -> bool:
    """Whether a run is one East Asian character behind, or among, small Latin letters."""
    script, run = runs[place]
    if script not in _EAST_ASIAN or len(run) > 1 or not place or runs[place - 1][0] != _LATIN:
        return False
    after = runs[place + 1][1][0] if place + 1 < len(runs) else None
    is_before_small = after is not None and after.script == _LATIN and not after.is_upper
    return is_before_small or not runs[place - 1][1][-1].is_upper


def _of_signs(word: str, kinds: list[_Kind]) -> float:
    """Signs between letters, before and behind words, where none stands."""
    signs = sum(_of_sign(word, kinds, at) for at, kind in enumerate(kinds) if _is_sign(kind))
    return signs + (unicodedata.category(word[0])[0] == "M")


def _of_sign(word: str, kinds: list[_Kind], at: int) -> float:
    sign = word[at]
    before = kinds[at - 1] if at else None
    after = kinds[at + 1] if at + 1 < len(kinds) else None
    beside = {kind.script for kind in (before, after) if kind and kind.is_letter}
    if beside & _WITHOUT_SPACES:
        return 0.0 if unicodedata.category(sign)[0] == "P" or sign in _ALONE else 0.5
    if before and before.is_letter and after and after.is_letter:
        return _between(sign, word[:at], word[at + 1 :])
    if after and after.is_letter:
        return 0.0 if sign in _OPENING else 0.5
    if before and before.is_letter:
        return 0.0 if sign in _CLOSING else 0.5
    return 0.0


def _between(sign: str, before: str, rest: str) -> float:
    """An apostrophe before an ending, as in Alpha’s or l’an, is the opposite of odd."""
    if sign == "’":
        is_usual = _ENDING.fullmatch(rest) or (len(rest) <= 2 and _ELISION.fullmatch(before))
        return -_PLAINER if is_usual else 0.0
    if sign in "–—" and before[-1].islower() and rest[0].islower():
        return 0.0 if sign == "—" and min(len(before), len(rest)) >= 3 else 0.5
    return 0.0 if sign in _JOINING else 1.0


def _of_case(word: str, kinds: list[_Kind]) -> float:
    """Capitals behind small letters, and two of them before one, some beyond ASCII."""
    letters = [
        (letter, kind.is_upper) for letter, kind in zip(word, kinds, strict=True) if kind.is_letter
    ]
    form = "".join(_CASES[is_upper, letter.isascii()] for letter, is_upper in letters)
    return float(len(_ODD_CASE.findall(form)))


def _is_sign(kind: _Kind) -> bool:
    return not (kind.is_letter or kind.is_plain)


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    category = unicodedata.category(character)
    if category in {"Nd", "Mn", "Mc"}:
        return _Kind("", is_upper=False, is_letter=False, is_plain=True)
    is_letter = category[0] == "L" and character not in "ªºƒ"
    script = _script(character) if is_letter else ""
    return _Kind(script, is_upper=category == "Lu", is_letter=is_letter, is_plain=False)


def _script(letter: str) -> str:
    """The first word of its name, by which letters of one script are known."""
    if letter in "々〆ー":  # of Chinese and Japanese, whatever they are called
        return _KANA
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _KANA if first in {"HIRAGANA", "KATAKANA"} else first
