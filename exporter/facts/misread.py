"""UTF-8 that was read in another encoding, turned back: GrÃ¶ÃŸe, Gr√∂√üe and 涓浗.

Each letter has become two or three odd signs. A text is taken for such only if all its signs beyond
ASCII are UTF-8 again when they are turned back into bytes, and give letters of the kinds that
reports are written in; or if it has signs beside one another that no language has. So `Ã` in
Portuguese is none, nor is NESTLÉ®.

Source: the idea of ftfy (Robyn Speer), which mends what is only told here.
"""

import re
import unicodedata
from typing import NamedTuple

from exporter.engine.regex import regex

_MOST_TURNS = 3  # a text may have been misread more than once

# The bytes 80 to BF as Windows-1252 shows them, or as Latin-1 does, which has controls there.
_AFTER = "".join(
    dict.fromkeys(
        "".join(bytes([code]).decode("cp1252", "ignore") + chr(code) for code in range(0x80, 0xC0))
    )
)
_QUOTING = "’”“‘»›«‹…–—™®\xa0!"  # what may stand behind a letter, in honest texts
_PAIRS = "".join(sign for sign in _AFTER if sign not in _QUOTING)
_ANY, _ODD = f"[{re.escape(_AFTER)}]", f"[{re.escape(_PAIRS)}]"
# What is found in no language: Ã¶, Â£, â€œ, ï»¿, å›½.
_NEVER = regex(rf"[ÂÃÄÅ]{_ODD}|â[€‚\x80\x82]{_ANY}|[à-ï](?:{_ANY}{_ODD}|{_ODD}{_ANY})")
_MAY_BE_WESTERN = regex(rf"[Â-ß]{_ANY}|[à-ï]{_ANY}{{2}}|ð{_ANY}{{3}}")
_PIECES = regex(f"[à-ï]{_ODD}(?!{_ANY})")
_BEYOND = r"[^\x00-\x7F]"
_BEYOND_ASCII = regex(f"{_BEYOND}+")
# NESTLÉ®, and né » with a no-break space; the note 12 behind a café.
_HONEST = regex(rf"[A-ZÀ-Þ]{{2}}[À-Þ][™®\xa0](?!\w)|[a-zà-ÿ][à-ï][{_QUOTING}]{{2}}(?!\w)")
_NOTE = regex(r"[a-z][à-ï][¹²³]{2}(?!\w)")


class Encoding(NamedTuple):
    """One that UTF-8 is misread as: how messages call it, and Python; what shows it."""

    name: str
    codec: str
    shows: str


def _pairs_of(codec: str, first: range) -> str:
    """The characters of two bytes, of which one begins a letter of UTF-8 and the other is in it."""
    return "".join(
        bytes([lead, after]).decode(codec, "ignore")
        for lead in first
        for after in range(0x80, 0xC0)
    )


def _inside(codec: str) -> str:
    """Letters with accents inside a word, each a character of East Asia: M眉nchen."""
    signs = "".join(sign for sign in _pairs_of(codec, range(0xC3, 0xC6)) if sign.isalpha())
    return f"[A-Za-z][{signs}]+[a-z]"


_HAN = "".join(sign for sign in _pairs_of("gb18030", range(0xE4, 0xEA)) if len(sign) == 1)
_OTHERS = (
    Encoding("Mac Roman", "mac_roman", f"(?:√|‚Ä){_BEYOND}|¬[•©®∞£]"),
    Encoding("an encoding of MS-DOS", "cp850", f"(?:[├┬]|ÔÇ){_BEYOND}"),
    Encoding("an encoding of MS-DOS", "cp437", f"(?:[├┬]|ΓÇ){_BEYOND}"),
    Encoding("Windows-1250", "cp1250", f"[ĂĹ]{_BEYOND}|â€{_BEYOND}|ÂŁ"),
    Encoding("Windows-1251", "cp1251", f"(?:вЂ|[РС]|[A-Za-z][ГД]){_BEYOND}"),
    Encoding("GB18030", "gb18030", f"[鈥{_HAN}]{_BEYOND}|{_inside('gb18030')}"),
    Encoding("Shift JIS", "cp932", f"[縺繧繝]{_BEYOND}|[A-Za-z]ﾃ{_BEYOND}"),
    Encoding("EUC-KR", "cp949", _inside("cp949")),
    Encoding("Big5", "cp950", _inside("cp950")),
)
_WESTERN = "Windows-1252"

# In the spelling of RE2: what any of these texts has, so that columns are looked through fast.
MAY_BE_MISREAD = "|".join((f"[Â-ð]{_ANY}", *(each.shows for each in _OTHERS)))


def turned_back(text: str) -> tuple[str, str]:
    """A text as it was before it was misread, and as what; the same and "" where it was not."""
    name = ""
    for _ in range(_MOST_TURNS):
        western = _western(text)
        if western is not None:
            text, name = western, name or _WESTERN
            continue
        other = next(
            ((back, each.name) for each in _OTHERS if (back := _of_other(text, each)) is not None),
            None,
        )
        if other is None:
            break
        text, name = other[0], name or other[1]
    return text, name


def _western(text: str) -> str | None:
    """A text that was read as Windows-1252 or Latin-1; None where it was not."""
    if not _MAY_BE_WESTERN.search(text) or _NOTE.search(text):
        return None
    if not _NEVER.search(text):
        runs = map(_western_bytes, _BEYOND_ASCII.findall(text))
        if _HONEST.search(text) or not all(map(_decoded, filter(None, runs))):
            return None
    back = _MAY_BE_WESTERN.sub(lambda match: _decoded(_western_bytes(match[0])) or match[0], text)
    return None if back == text else back


def _western_bytes(run: str) -> bytes:
    """The bytes that Windows-1252 and Latin-1 show so; none where they show no such text."""
    try:
        return b"".join(
            bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252") for sign in run
        )
    except UnicodeEncodeError:
        return b""


def _of_other(text: str, encoding: Encoding) -> str | None:
    """A text that was read in another encoding, all of what is not ASCII in it; else None."""
    if not re.search(encoding.shows, text):
        return None
    try:
        return _decoded(text.encode(encoding.codec))
    except UnicodeEncodeError:
        return None


def is_in_pieces(text: str) -> bool:
    """Whether what was turned back has still signs of what was misread, of which some are lost."""
    return _MAY_BE_WESTERN.search(text) is not None or _PIECES.search(text) is not None


def _decoded(content: bytes) -> str | None:
    """The text that is UTF-8 in these bytes, if it is one that reports are written in."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    beyond = [sign for sign in text if not sign.isascii()]
    return text if beyond and all(map(_is_usual, beyond)) else None


_USUAL = (  # blocks of letters and signs
    (0xA0, 0x17F), (0x218, 0x21B), (0x386, 0x3CE), (0x400, 0x45F), (0x490, 0x491), (0x5D0, 0x5EA),
    (0x621, 0x64A), (0xE01, 0xE5B), (0x1E00, 0x1EFF), (0x2010, 0x203A), (0x20A0, 0x20BF),
    (0x2100, 0x214F), (0x2190, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x27BF), (0x3000, 0x30FF),
    (0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xFEFF, 0xFEFF), (0xFF01, 0xFFEE), (0x1F300, 0x1FAFF),
)  # fmt: skip


def _is_usual(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _USUAL) and (
        sign == "\ufeff" or unicodedata.category(sign) not in {"Cn", "Co", "Cc"}
    )
