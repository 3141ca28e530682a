"""Lines of plain text no wider than a column count, in Western and East Asian scripts."""

import re
import unicodedata

_WIDEST = 72  # columns: what stays whole when a message is quoted in a reply (RFC 3676, 4.2)
# No line of Chinese begins with a closing mark or ends with an opening one (GB/T 15834, 5.1).
_CLOSING = frozenset("，。、；：？！）》」』】〉”’…—·％%)]}!?,.;:")
_OPENING = frozenset("（《「『【〈“‘([{")
_SPACES = re.compile(r"\s+")


def wrapped(text: str, first: str = "") -> str:
    """`text` in lines of at most 72 columns; what cannot be parted, such as a URL, stays whole.

    Args:
        text: One paragraph.
        first: What its first line begins with, such as a bullet; the others are indented as far.
    """
    indent = " " * columns(first)
    lines, line = [], first
    for piece in _pieces(text):
        if line not in {first, indent} and columns(line + piece.rstrip()) > _WIDEST:
            lines.append(line.rstrip())
            line = indent
        line += piece
    return "\n".join([*lines, line.rstrip()])


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a combining one.

    Source: Unicode Standard Annex 11.
    """
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


def _pieces(text: str) -> list[str]:
    """`text` parted wherever a line may end."""
    flat = _SPACES.sub(" ", text.strip())
    ends = [at for at in range(1, len(flat)) if _may_part(flat[at - 1], flat[at])]
    return [flat[start:end] for start, end in zip([0, *ends], [*ends, len(flat)], strict=True)]


def _may_part(before: str, after: str) -> bool:
    if before == " ":
        return True
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return any(unicodedata.east_asian_width(one) in "WF" for one in (before, after))
