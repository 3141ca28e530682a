"""How wide texts of a picture are, and where their lines end: SVG neither wraps nor says.

Widths are a little larger than those of the fonts in use.
"""

import unicodedata

# Widths in ems that hold for Noto Sans CJK SC, regular and bold, by group of characters.
_WIDE, _CAPITAL, _SMALL, _THIN = 1.0, 0.78, 0.645, 0.42
_AS_WIDE_AS_CHINESE = frozenset("%@&MWmw—")
_THIN_ONES = frozenset(" !'(),-./:;I[]fijlt|")


def text_width(text: str) -> float:
    """Width of `text` on one line, in ems, rather too large than too small."""
    return sum(_character_width(character) for character in text)


def break_lines(text: str, width: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` ems: at spaces, and between Chinese characters.

    A word that is longer than a line is broken where the line ends.
    """
    lines = [""]
    for piece in _pieces(text):
        fitting = text_width(lines[-1] + piece.rstrip()) <= width
        if fitting:
            lines[-1] += piece
        elif text_width(piece.rstrip()) <= width:
            lines.append(piece)
        else:
            lines += _broken(piece, width)
    return tuple(line.strip() for line in lines if line.strip())


def _broken(word: str, width: float) -> list[str]:
    parts = [""]
    for character in word:
        is_mark = unicodedata.category(character)[0] == "M"
        if parts[-1] and not is_mark and text_width(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _pieces(text: str) -> list[str]:
    """What a line may end after: a word with its space, or one wide character with its marks.

    Closing marks never begin a line, opening ones never end it.
    """
    pieces: list[str] = []
    in_word = opening = False
    for character in text:
        wide, category = _is_wide(character), unicodedata.category(character)
        # A mark belongs to the character before it: an accent, a selector of variants.
        closing = category[0] == "M" or (wide and category in {"Po", "Pe", "Pf"})
        if pieces and (closing or opening or (in_word and not wide)):
            pieces[-1] += character
        else:
            pieces.append(character)
        if category[0] != "M":
            in_word = not wide and character != " "
        opening = category in {"Ps", "Pi"}
    return pieces


def _character_width(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if character in _THIN_ONES:
        return _THIN
    if character in _AS_WIDE_AS_CHINESE or _is_wide(character):
        return _WIDE
    return _CAPITAL if character.isupper() else _SMALL


def _is_wide(character: str) -> bool:
    # The ambiguous ones, such as ≈ and “, are wide in Chinese fonts.
    return unicodedata.east_asian_width(character) in {"W", "F", "A"}
