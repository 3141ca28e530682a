"""The units that heads of a model say: (USD m), 单位：亿元, in thousands, %, US$ per share, 万台.

What stands in brackets, behind a comma or alone in a cell is a unit if it is a known one; a bare
magnitude (m, '000, 百万) scales whatever the figure is in.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.currencies import CURRENCIES
from exporter.facts.folding import fold
from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES
from exporter.facts.unit_names import find_unit
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO, Unit

_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_BEHIND = re.compile(
    r"(?:[,，:：;；|/]|(?<=\s)[-–—]|\bin\b|单位)\s*([^,，:：;；|()（）]+)$", re.IGNORECASE
)
_COMMA = re.compile(r"[,，;；|]")
_SPACES = re.compile(r"\s+")
_SIZES = {
    "'000": "thousand", "000": "thousand", "000s": "thousand", "'000s": "thousand",
    "k": "thousand", "m": "million", "mn": "million", "mm": "million", "bn": "billion",
    "tn": "trillion",
}  # fmt: skip
_WORDS = re.compile(
    r"\b(?:in|figures|all|amounts?|numbers?|unless|otherwise|stated|indicated|noted|expressed|are|as"
    r"|values?|unit|units?:|of|currency|reported|presented)\b"
    r"|单位|除非|另有|说明|注明|除|外|均|以|列示|计|为|币种",
    re.IGNORECASE,
)
_RMB_FIRST = re.compile(
    r"^(人民币|港币|港元|美元|欧元|日元)\s?(千|百万|万|亿|十亿|百亿|千万|万亿)元?$"
)
_COUNTED = re.compile(
    r"(?P<zh>百万|千万|十万|万|千|亿)\S{1,3}|(?P<en>k|m|mn|'000|thousand|million|bn) [a-z]+",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<![a-z0-9])(?:%|percent|pct|百分比)(?![a-z])|[(（]%[)）]", re.IGNORECASE)


class HeadUnit(NamedTuple):
    """What heads say of a unit.

    Attributes:
        dimension: `money:USD`, `ratio`, …; "" where they say a magnitude alone.
        scale: Size of one in the dimension's base unit; 0 where they say a currency alone, which
            leaves open how many of it.
        is_near: Whether the number's own row, column or format says so, and no title.
    """

    dimension: str
    scale: Fraction
    is_near: bool

    @property
    def is_share(self) -> bool:
        """Whether it is a per cent sign, points, or a multiple."""
        return self.dimension in {RATIO, POINTS, MULTIPLE}


class Reading(NamedTuple):
    """A head's units, and its words without them."""

    units: tuple[tuple[str, Fraction, bool], ...]  # dimension, scale, whether it has a magnitude
    rest: str


@lru_cache(maxsize=20_000)
def read_units(head: str) -> Reading:
    """The units that a head says, and what else it says."""
    text, found = fold(head), []
    for match in _BRACKETS.finditer(text):
        for piece in (match[1], *re.split(r"[,，;；/]", match[1])):
            if (unit := _unit(piece)) is not None:
                found.append(unit)
                text = text.replace(match[0], " ", 1)
                break
            if _is_counted(piece):
                text = text.replace(match[0], " ", 1)
                break
    if (whole := _unit(text)) is not None:
        return Reading((*found, whole), "")
    if (behind := _BEHIND.search(text)) and (unit := _unit(behind[1])) is not None:
        found.append(unit)
        text = text[: behind.start()]
    pieces = _COMMA.split(text) if not found else []
    for piece in pieces if len(pieces) > 1 else ():
        if (unit := _unit(piece)) is not None:
            found.append(unit)
            text = text.replace(piece, " ", 1)
    if not found and (share := _SHARE.search(text)):
        found.append((RATIO, Fraction(1, 100), True))
        text = text[: share.start()] + " " + text[share.end() :]
    return Reading(tuple(found), text)


def _unit(words: str) -> tuple[str, Fraction, bool] | None:
    """The unit that words are; None where they say anything else."""
    plain = _SPACES.sub(" ", _WORDS.sub(" ", words)).strip(" .:：、,，")
    if not plain or len(plain) > 40:
        return None
    if found := _RMB_FIRST.fullmatch(plain):
        plain = found[2] + {"人民币": "元", "港币": "港元"}.get(found[1], found[1])
    size = MAGNITUDE_NAMES.get(_SIZES.get(plain.casefold(), plain.casefold()))
    if size:
        return "", MAGNITUDES[size].size, True
    unit = find_unit(plain) or _split(plain)
    if unit is None and (size_of := _counted(plain)):
        return "", size_of, True
    if unit is None or unit.dimension in {"date", "text", "ordinal"} or not unit.key:
        return None
    if unit.dimension == COUNT and unit.size == 1:
        return None  # customers: what is counted is the metric's affair
    return unit.dimension, unit.scale, _has_size(unit)


def _is_counted(words: str) -> bool:
    """Whether words say no more than what is counted: （户）, (people)."""
    plain = words.strip()
    unit = find_unit(plain) if plain else None
    return plain in CLASSIFIERS or (unit is not None and unit.dimension == COUNT)


def _split(words: str) -> Unit | None:
    """`RMB '000`: a currency beside a magnitude that units are not called by."""
    first, _, last = words.replace("'", " '").partition(" ")
    size = _SIZES.get(last.strip().casefold(), "")
    return find_unit(f"{first} {size}") if size else None


def _counted(words: str) -> Fraction | None:
    """The magnitude of `万辆` or `k units`, whatever is counted."""
    if found := _COUNTED.fullmatch(words):
        name = (found["zh"] or found["en"]).casefold()
        return MAGNITUDES[MAGNITUDE_NAMES[_SIZES.get(name, name)]].size
    return None


def _has_size(unit: Unit) -> bool:
    return not unit.dimension.startswith("money:") or unit.size != 1 or "/" in unit.dimension


def unit_of_heads(levels: Iterable[tuple[Iterable[str], bool]]) -> HeadUnit | None:
    """The unit that heads say; None for none.

    Args:
        levels: Heads, the nearest level first, and whether they are the number's own.
    """
    currency, size = "", None
    for heads, is_near in levels:
        for dimension, scale, has_size in _said(heads):
            if dimension and has_size and not (currency or size):
                return HeadUnit(dimension, scale, is_near)
            if dimension.startswith("money:") and not currency:
                currency = dimension
            if has_size and size is None:
                size = scale
        if currency and size is not None:
            return HeadUnit(currency, size, is_near)
    if currency or size is not None:
        return HeadUnit(currency, size or Fraction(0), is_near=False)
    return None


def _said(heads: Iterable[str]) -> Iterator[tuple[str, Fraction, bool]]:
    for head in heads:
        yield from read_units(head).units


def are_of_one_dimension(said: str, dimension: str) -> bool:
    """Whether a figure may be in what heads say; a bare $ is of any dollar."""
    if said == dimension or not said:
        return True
    kind, _, code = said.partition(":")
    of, _, rest = dimension.partition(":")
    other = rest.partition("/")[0]
    if kind == of == "money":
        return code not in CURRENCIES or other not in CURRENCIES or code.partition("/")[0] == other
    return {said, dimension} <= {RATIO, POINTS}
