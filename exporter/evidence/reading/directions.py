"""Which way each figure of a text goes: by its own words, or with the figure before it."""

from exporter.engine.regex import regex
from exporter.evidence.reading import losses, signs
from exporter.evidence.reading.falls_en import Direction
from exporter.evidence.reading.from_to import is_level
from exporter.evidence.reading.gapped_changes import change_before
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.two_ways import are_two_ways
from exporter.evidence.reading.wording import Link, Wording
from exporter.facts.units import ORDINAL, POINTS, RATIO, SPANS_OF_TIME


def read_directions(wording: Wording, parallels: list[bool]) -> list[Direction]:
    """For every quantity what is said of its sign; a joined figure falls with the one before it.

    Args:
        wording: The quantities.
        parallels: For each whether it carries on the phrase of the one before it.
    """
    if not signs.may_hold_directions(wording.text):
        return [Direction.AS_WRITTEN] * len(wording.quantities)
    found: list[Direction] = []
    for at, carries_on in enumerate(parallels):
        way = _own_direction(wording, at)
        if at and way is Direction.AS_WRITTEN and _is_tied(wording, at, carries_on):
            way = found[-1]  # fell by 1.3% in May and by 1.1% in June
        elif way is Direction.AS_WRITTEN and (of := change_before(wording, at)) is not None:
            way = found[of]  # fell by 4% to 9 million, and margins by 2 points
        elif at and wording.links[at - 1] is Link.FROM_TO and found[-1] is not Direction.AS_WRITTEN:
            one, other = wording.quantities[at - 1 : at + 1]
            way = way if is_level(one, other, wording.text) else Direction.EITHER
        found.append(way)
    return found


def _own_direction(wording: Wording, at: int) -> Direction:
    """What the words of a quantity's own clause say of its sign."""
    text, quantity, start = wording.text, wording.quantities[at], wording.starts[at]
    if quantity.dimension == ORDINAL:
        return Direction.AS_WRITTEN
    clause, last = wording.clauses[at][0], wording.quantities[at - 1].last if at else 0
    way = signs.direction(text, start, max(clause, last), quantity)
    if way is not Direction.AS_WRITTEN or last <= clause or not losses.may_be_lost(text, quantity):
        return way
    words = text.words[max(clause, start - losses.LONGEST) : start]
    return Direction.EITHER if losses.is_loss(words, quantity.dimension) else way


def _is_tied(wording: Wording, at: int, carries_on: bool) -> bool:
    """Whether what is said of the sign of the quantity before one is said of it, too."""
    text, start = wording.text, wording.starts[at]
    before, quantity = wording.quantities[at - 1 : at + 1]
    tie = wording.links[at - 1]
    is_new = text.word(start - 1) == "and" and text.word(quantity.last) == "of"
    return (
        (tie is Link.RANGE and not are_two_ways(before, quantity, text))
        or (tie is Link.JOINED and not is_new)
        or (text.word(start - 1) == "by" and text.word(start - 2) in {"and", "or"})
        or (carries_on and quantity.dimension == before.dimension)
        or _is_restated(before, quantity, text)
    )


_RESTATING = regex(
    r",? or (?:about |nearly |almost |some |just )?| \("
    r"|点?[，,]?(?:或者?|亦?即|也就是|相当于|折合)(?:大?约|接?近|逾|超过?)?"
)
_IN_BRACKETS_ZH = regex("点?[（(]约?")


def _is_restated(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a figure says the one before it in another unit: lost 214 points, or 1.1%."""
    if one.dimension == other.dimension or other.dimension in SPANS_OF_TIME:
        return False
    gap = text.lower[one.end : other.start]
    in_brackets = other.dimension == RATIO and one.dimension != POINTS  # 跌286点（1.2%）
    return bool(_RESTATING.fullmatch(gap) or (in_brackets and _IN_BRACKETS_ZH.fullmatch(gap)))
