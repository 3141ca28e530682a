"""Texts of national encodings that were read as Windows-1252: ÏúÊÛÊÕÈë is 销售收入.

A program that takes a Chinese or a Russian file for a western one shows each of its bytes as a
letter with an accent. No language has four of those in a row by which nothing stands; so a run of
them is such a text, if it gives everyday characters in the encoding that it was written in.

Source: GB/T 2312-1980 (level 1: rows 16 to 55), which EUC-KR has Hangul in; Windows code page 1251.
"""

from exporter.engine.regex import regex

_SHOWN = "\xa1-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_RUN = regex(f"(?<![A-Za-z])[{_SHOWN}]{{4,}}(?![A-Za-z])")
_SIGNS = regex(f"[{_SHOWN}]+")
_LETTERS = regex("[À-ÖØ-öø-ÿ]")
_EVERYDAY = range(0xB0, 0xD8)  # first bytes of the characters of level 1
_SECOND = range(0xA1, 0xFF)
_FULL_WIDTH = {0xA1, 0xA3}  # of signs, digits and letters
_RUSSIAN = regex("[А-ЯЁ]?[а-яё]{3,}")
_FEWEST_CAPITALS = 6  # ÉÈÊË, too
_FEWEST_SMALL = 2  # Russian words that begin small: éèêë is a list of letters
_VOWELS = regex("[аеёиоуыэюя]")

# In the spelling of RE2, as for `misread.MAY_BE_MISREAD`.
MAY_BE_BYTES = r"[\x{A1}-\x{FF}]{4}"


def read_anew(text: str) -> tuple[str, str]:
    """A text with its runs of such bytes in their own encoding, and which that is; "" for none."""
    runs = _RUN.findall(text)
    chinese = {run: read for run in runs if (read := _east_asian(run))}
    russian = {run: read for run in runs if (read := _russian(run))}
    if chinese:
        return _RUN.sub(lambda match: chinese.get(match[0], match[0]), text), "GB18030"
    if len(russian) >= _FEWEST_SMALL or any(word[0].isupper() for word in russian.values()):
        return _SIGNS.sub(lambda match: _bytes(match[0]).decode("cp1251", "replace"), text), (
            "Windows-1251"
        )
    return text, ""


def _east_asian(run: str) -> str:
    """A run as GB18030; "" where its characters are not all of every day."""
    content = _bytes(run)
    pairs = list(zip(content[::2], content[1::2], strict=False))
    letters = sum(first in _EVERYDAY for first, _ in pairs)
    if run.isupper() and len(run) < _FEWEST_CAPITALS:
        return ""
    if len(content) % 2 or letters < 2 or len(_LETTERS.findall(run)) < len(run) / 2:
        return ""
    if any(
        second not in _SECOND or (first not in _EVERYDAY and first not in _FULL_WIDTH)
        for first, second in pairs
    ):
        return ""
    return content.decode("gb18030", "ignore")


def _russian(run: str) -> str:
    """A run as Windows-1251; "" where it is not one word of small letters with a vowel."""
    word = _bytes(run).decode("cp1251", "ignore")
    is_word = len(word) == len(run) and _RUSSIAN.fullmatch(word) and _VOWELS.search(word)
    return word if is_word else ""


def _bytes(run: str) -> bytes:
    return b"".join(
        bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252", "ignore") for sign in run
    )
