"""Ranges whose ends have each a bound: 不低于1亿元、不超过2亿元, at least 12 and at most 20."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.qualifiers import Readings
from exporter.facts.words import Qualifier

_FROM = regex(r"(?:[不无](?:低于|少于|小于)|(?:no|not) less than|at least)\s*(?:人民币)?$")
_TO = regex(
    r"\s*(?:[、，,]|,?\s(?:and|but))?\s*(?:并?且|但|同时)?(?:不超过|不高于|不多于|不大于"
    r"|(?:no|not) more than|at most)\s*(?:人民币)?\s*"
)
_LONGEST = 14  # characters of a lower bound
_LOW = frozenset({Qualifier.AT_LEAST})
_HIGH = frozenset({Qualifier.UP_TO})


def are_bounds(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two figures that can be compared are both bounds, the lower one first."""
    if not _FROM.search(text.lower[max(0, one.start - _LONGEST) : one.start]):
        return False
    gap = text.lower[one.end : other.start]
    is_said_twice = gap[:1] > "\u4e00" and text.lower.startswith(gap[:1], other.end)
    return _TO.fullmatch(gap[is_said_twice:]) is not None  # 20万|台、不超过|25万台


def within_bounds(low: Readings, high: Readings) -> tuple[Readings, Readings]:
    """What is said of the ends of a range besides that they are its bounds."""
    return (low - _LOW, high - _HIGH) if low >= _LOW and high >= _HIGH else (low, high)


# 由130亿元至135亿元|下调至|128亿元
_REVISED = regex(
    r"(?:之间)?(?:大幅|小幅|进一步)?(?:上调|下调|上修|下修|调[高低升降]|修[订正]|调整)(?:至|到|为)约?"
)


def are_revised(one: Quantity, other: Quantity, then: Quantity, text: Text) -> bool:
    """Whether two are the range that a third, or its range, takes the place of."""
    rises = one.numeral.low < other.numeral.low and other.dimension == then.dimension
    return rises and _REVISED.fullmatch(text.lower[other.end : then.start]) is not None
