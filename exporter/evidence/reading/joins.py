"""Figures that are said together: ranges (150-200万) and joined figures (70亿及140亿参数)."""

import re
from enum import Enum

from exporter.evidence.reading.units_in_text import Quantity
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO

_HEDGE = r"(?:约|近|超过?|about\s|nearly\s|some\s|over\s)?\s*"
_RANGE = re.compile(rf"\s*(?:-{{1,2}}|—{{1,2}}|~|至|到|to|through)\s*{_HEDGE}")
_AND = re.compile(rf"\s*(?:and|与|和)\s*{_HEDGE}")
_JOIN = re.compile(rf"\s*(?:、|和|及|与|以及|或|或者|乃至|and|or|/|,\s*(?:and|or))\s*{_HEDGE}")
_BETWEEN = re.compile(r"(?:between|介于|在)\s*(?:约|about\s)?$")
# "fell 5% to 8%" may say by how much and to what, and so may 下降5%至8%; 增长5%至8% is a range.
_FELL = re.compile(
    r"(?:(?:下降|下滑|下跌|回落|减少|降低|收窄)了?"
    r"|(?:rose|grew|fell|gained|increased|decreased|declined|dropped|down|up)(?:\s+by)?\s*)$"
)
_TO = re.compile(r"\s*(?:至|到|to)\s*")
_FROM = re.compile(r"(?:from|从|由|自)\s*(?:约|about\s)?$")


_SHARES = frozenset({RATIO, POINTS, MULTIPLE})


class Link(Enum):
    """How a figure is tied to the one after it."""

    NONE = "none"
    JOINED = "joined"
    RANGE = "range"
    FROM_TO = "from to"


def link_of(one: Quantity, other: Quantity, text: str) -> Link:
    """How `one` is tied to `other`, the next figure of `text`."""
    gap = text[one.end : other.start]
    if len(gap) > 16 or not _comparable(one, other):
        return Link.NONE
    before = text[max(0, one.start - 12) : one.start]
    if _RANGE.fullmatch(gap) or (_BETWEEN.search(before) and _AND.fullmatch(gap)):
        by_to = _FELL.search(before) and _TO.fullmatch(gap) and not _is_bare(one)
        return Link.FROM_TO if by_to or _FROM.search(before) else Link.RANGE
    return Link.JOINED if _JOIN.fullmatch(gap) else Link.NONE


def _comparable(one: Quantity, other: Quantity) -> bool:
    # "10 million or 5%" are two measures; "5 to 8 percent" is one.
    if one.numeral.magnitude > 1 and one.dimension == COUNT and other.dimension in _SHARES:
        return False
    return one.dimension == other.dimension or (
        other.dimension != ORDINAL and (_is_bare(one) or (_is_money(one) and _is_bare(other)))
    )


def _is_bare(quantity: Quantity) -> bool:
    return quantity.dimension == COUNT and quantity.end == quantity.numeral.end


def _is_money(quantity: Quantity) -> bool:
    return quantity.dimension.startswith("money:")


def share_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two tied figures, both with the unit and magnitude that one leaves to the other to say.

    150-200万 and "5 to 8 percent" say them last, "US$5-8 million" the currency first.
    """
    if _is_money(one) and _is_bare(other):
        other = other._replace(dimension=one.dimension)
    elif one.dimension != other.dimension:
        one = one._replace(dimension=other.dimension, scale=other.scale)
    if other.counted and not one.counted:
        one = one._replace(counted=True)
    size, low = other.numeral.magnitude, one.numeral
    if (
        size > 1
        and low.magnitude == 1
        and low.high * size * one.scale <= other.numeral.high * other.scale
    ):
        numeral = low._replace(low=low.low * size, high=low.high * size, magnitude=size)
        one = one._replace(numeral=numeral)
    return one, other


def is_range(one: Quantity, other: Quantity) -> bool:
    """Whether `one` can be the low end and `other` the high end of a range."""
    return one.numeral.low * one.scale < other.numeral.high * other.scale
