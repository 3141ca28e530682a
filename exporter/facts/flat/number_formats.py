"""What a number format says of a cell: its scale, its decimals, how much of a date.

`0.0%` shows 0.185 as 18.5%, and `0.0,,` shows 18,500,000 as 18.5; `0.0"%"` changes nothing, since
its sign is a literal. `mmm yyyy` shows no day.

Source: ECMA-376 Part 1, 18.8.31 (numFmts).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Literals, spaces as wide as a character, fill, colours and conditions, exponents, then the rest.
_PIECE = re.compile(
    r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|general|e[+-]|am/pm|a/p|.', re.IGNORECASE | re.DOTALL
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)\]")
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_SCALING = re.compile(r",+(?=\.|$)")
_HOLDS = {
    "<": lambda number, than: number < than,
    ">": lambda number, than: number > than,
    "<=": lambda number, than: number <= than,
    ">=": lambda number, than: number >= than,
    "=": lambda number, than: number == than,
    "<>": lambda number, than: number != than,
}


class Section(NamedTuple):
    """One of the parts of a format, which are parted by `;`.

    Attributes:
        condition: What numbers it is for, such as `<` and 1; None for the usual ones.
        power: Of ten, by which a number is multiplied to be shown: 2 for `0%`, -3 for `0,`.
        decimals: How many are shown.
        precision: `year`, `month` or `day`, if it shows a date; "" for none.
    """

    condition: tuple[str, float] | None
    power: int
    decimals: int
    precision: str


def shows_otherwise(code: str) -> bool:
    """Whether a format may show a number scaled, or a date without its day."""
    return any(section.power or section.precision in {"year", "month"} for section in _parted(code))


def section_for(code: str, number: float) -> Section:
    """The part of a format that shows a number."""
    parts = _parted(code)
    if any(part.condition for part in parts):
        for part in parts:
            if part.condition is None or _HOLDS[part.condition[0]](number, part.condition[1]):
                return part
        return parts[-1]
    if number < 0:
        return parts[1 if len(parts) > 1 else 0]
    return parts[2 if number == 0 and len(parts) > 2 else 0]


@lru_cache(maxsize=1024)
def _parted(code: str) -> tuple[Section, ...]:
    return tuple(map(_section, _sections(code)))


def _sections(code: str) -> Iterator[list[str]]:
    pieces: list[str] = []
    for piece in _PIECE.findall(code):
        if piece == ";":
            yield pieces
            pieces = []
        else:
            pieces.append(piece)
    yield pieces


def _section(pieces: list[str]) -> Section:
    conditions = (_CONDITION.fullmatch(piece) for piece in pieces)
    condition = next(((found[1], float(found[2])) for found in conditions if found), None)
    plain = [piece.lower() for piece in pieces if piece[0] not in '"\\_*[']
    digits = "".join(piece for piece in plain if piece in "0#?.,")
    is_scaled = not any(
        piece == "/" or len(piece) > 1 for piece in plain
    )  # a fraction, an exponent
    commas = sum(map(len, _SCALING.findall(digits))) if is_scaled else 0
    has_digits = any(digit in digits for digit in "0#?")
    return Section(
        condition,
        2 * plain.count("%") - 3 * commas * has_digits,
        digits.partition(".")[2].count("0"),
        "" if has_digits else _precision(pieces, plain),
    )


def _precision(pieces: list[str], plain: list[str]) -> str:
    letters = {piece for piece in plain if piece in {"y", "e", "m", "d", "h", "s", "am/pm", "a/p"}}
    if any(map(_ELAPSED.fullmatch, pieces)) or letters & {"h", "s", "am/pm", "a/p"}:
        return "day" if "d" in letters else ""
    if "d" in letters:
        return "day"
    return "month" if "m" in letters else "year" if letters & {"y", "e"} else ""
