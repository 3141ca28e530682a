"""Texts as a page can print them: the same characters, without what only steers how they are shown.

In a picture, WeasyPrint sets each character by itself, so that an accent of its own would find no
letter to stand on: letter and accent are made one character where there is one.
"""

import re
import unicodedata
from collections.abc import Iterator

from exporter.errors import Problem, character_name
from exporter.report.pdf.model import OnePager, Picture, TargetRange

# Turn the direction of writing round, for words of one direction within the other; on a page, which
# has one direction, they could only show words in another order than they have (UAX 9). Marks of
# annotations between lines, which nobody should see (Unicode 15, 23.8), have no glyph anywhere.
_STEERING = (
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC)
)  # fmt: skip
_LINE_ENDS = (0x2028, 0x2029)
# Drawn as coloured pictures unless told otherwise (emoji-data.txt, Emoji_Presentation, and three
# hands), from whatever font a machine has for these.
_PICTURES = (
    (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
    (0x2614, 0x2615), (0x261D, 0x261D), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693),
    (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE),
    (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26F9, 0x26FA),
    (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270D), (0x2728, 0x2728), (0x274C, 0x274C),
    (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0),
    (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x1F000, 0x1FAFF),
)  # fmt: skip
_AS_TEXT, _AS_PICTURE = "\ufe0e", 0xFE0F  # variation selectors
_PRINTED: dict[int, str] = {
    **dict.fromkeys(_STEERING, ""),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **{code: chr(code) + _AS_TEXT for first, last in _PICTURES for code in range(first, last + 1)},
    _AS_PICTURE: "",
}


_FIRST = re.compile(r"(?<=[\s>])[^\x00-\u02ff]")  # of a text or a word
# Ideographs that NFC would make others, of another shape.
_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
# Marks without a glyph: selectors of variants, a joiner of graphemes.
_UNSEEN = dict.fromkeys((0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), "")


def printable(html: str) -> str:
    """The page with nothing in it that steers how its characters are shown."""
    return _FIRST.sub(_with_ground, html.translate(_PRINTED))


def _with_ground(first: re.Match[str]) -> str:
    """A mark that begins a word, on a blank: else it is drawn on a dotted circle."""
    is_mark = unicodedata.category(first[0])[0] == "M"
    return f"\u00a0{first[0]}" if is_mark else first[0]


def in_picture(text: str) -> str:
    """A text of a picture, with as few characters as say the same."""
    if text.isascii():
        return text
    parts = _COMPATIBLE.split(text.translate(_UNSEEN))
    parts[::2] = (unicodedata.normalize("NFC", part) for part in parts[::2])
    return "".join(parts)


def picture_problems(page: OnePager) -> Iterator[Problem]:
    """The texts of a page's picture that cannot be set character by character."""
    for text in dict.fromkeys(_texts_of(page.picture)):
        if refused := dict.fromkeys(filter(_needs_neighbours, in_picture(text))):
            names = ", ".join(map(character_name, refused))
            wrong = f"the picture cannot show {names} in its label “{text}”"
            right = "write it otherwise, or leave the figure out of the picture"
            yield Problem("", 0, page.name, wrong, right)


def _texts_of(picture: Picture | TargetRange | None) -> Iterator[str]:
    if isinstance(picture, Picture):
        for bar in picture.bars:
            yield from (bar.label, bar.figure, bar.period)
    elif picture:
        yield picture.price
        for target in picture.targets:
            yield from (target.broker, target.figure, target.earlier)


def _needs_neighbours(character: str) -> bool:
    """Whether a character is drawn by what stands beside it: a lone accent, a coloured picture."""
    return unicodedata.category(character)[0] == "M" or _is_picture(ord(character))


def _is_picture(code: int) -> bool:
    return any(first <= code <= last for first, last in _PICTURES)
