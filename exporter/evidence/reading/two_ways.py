"""Ranges whose ends each say which way they go: down 2% to up 1%, -2% to +1%, flat to up 3%.

In Chinese 下降2%至增长1%, 持平至增长3%. Flat is 0 %, an end like any other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.falls_en import Direction
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.qualifiers import AT_LEAST, UP_TO, Readings
from exporter.evidence.reading.wording import Link, Wording
from exporter.facts.units import POINTS, RATIO
from exporter.facts.words import turned

_CHANGE = r"(?:increase|rise|gain|growth|decrease|decline|drop|fall|reduction)"
_ABOUT = r"(?:(?:about|around|roughly|approximately|some) )?"
_WAY = rf"(?:(?:up|down|plus|minus|(?:an? )?{_CHANGE} of) {_ABOUT})"
_WAY_ZH = r"(?:(?:小幅|略微?|微)?(?:增长?|上升|提升|升|下降|下滑|下跌|减少|降|跌)约?)"
# Which way the first end goes, said right before it.
_FIRST = regex(rf"(?:(?<![a-z]){_WAY}|{_WAY_ZH}|\+)$")
_BETWEEN = regex(r"(?<![a-z])between $")
# Between the ends: which way the second one goes.
_SECOND = regex(
    rf" ?(?:(?:lower|higher) )?(?P<tie>to|and|-|–) ?(?:{_WAY}\+?|{_ABOUT}\+)"
    rf"|[至到~—-](?:同比)?(?:{_WAY_ZH}|\+)"
)
# A 2% |decline to a| 1% increase
_NOUNS = regex(rf" {_CHANGE} to (?:an? )?{_ABOUT}")
_NOUN = regex(rf" {_CHANGE}(?![a-z])")
# Went from up 2% to down 3%, where one ranges from down 2% to up 1%
_CHANGED = regex(
    rf"(?:(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<![a-z])from (?:an? |{_WAY})?"
    rf"|[由从自]{_WAY_ZH}?)$"
)
_FARTHEST = 40  # characters before an end
_SHARES = frozenset({RATIO, POINTS})


def are_two_ways(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two quantities are the ends of a range, each of which says which way it goes."""
    if one.dimension != other.dimension or one.dimension not in _SHARES:
        return False
    if is_flat(one) or is_flat(other):
        return _is_with_flat(one, other, text)
    gap, before = text.lower[one.end : other.start], text.lower[: one.start][-_FARTHEST:]
    if _CHANGED.search(before):
        return False
    if _NOUNS.fullmatch(gap):
        return _NOUN.match(text.lower, other.end) is not None
    second = _SECOND.fullmatch(gap)
    if second is None or (second["tie"] == "and") != bool(_BETWEEN.search(before)):
        return False
    return one.sign < 0 or _FIRST.search(before) is not None


def bound_by_ways(
    wording: Wording, directions: Sequence[Direction], readings: Sequence[Readings]
) -> list[Readings]:
    """What is said of each quantity, the ends of such ranges as low and high as their ways are."""
    found = list(readings)
    for at, tie in enumerate(wording.links):
        if tie is not Link.RANGE:
            continue
        ends = wording.quantities[at : at + 2]
        if not are_two_ways(ends[0], ends[1], wording.text):
            continue
        falls = [
            directions[at + n] is Direction.DOWN and end.sign > 0 for n, end in enumerate(ends)
        ]
        first, last = (
            end.numeral.low * (-1 if is_down else end.sign)
            for end, is_down in zip(ends, falls, strict=True)
        )
        bounds = (AT_LEAST, UP_TO) if first <= last else (UP_TO, AT_LEAST)
        for n, bound in enumerate(bounds):
            said = (found[at + n] - AT_LEAST - UP_TO) | bound
            found[at + n] = frozenset(map(turned, said)) if falls[n] else said
    return found


# |Flat| to up 1%, |flat| to a 2% decline
_FLAT_BEFORE = regex(
    rf"(?<![a-z-])(?P<flat>flat)(?: to |-to-| ?[-–] ?)(?:{_WAY}|an? )?{_ABOUT}[+-]?$"
    rf"|(?P<flat_zh>持平)[至到~—-](?:同比)?{_WAY_ZH}?[+-]?$"
)
# Down 2% to |flat|
_FLAT_BEHIND = regex(
    rf"(?: (?:lower|higher|{_CHANGE}))? to (?:roughly |broadly )?(?P<flat>flat)"
    r"(?=[,.;:)]|$| (?:for|in|on|year|over|and|but|this|next)(?![a-z]))"
    r"|[至到~—-](?:同比)?(?P<flat_zh>持平)"
)


def with_flat_ends(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities, and among them as 0 % the word that is the other end of a range: flat, 持平."""
    if "flat" not in text.lower and "持平" not in text.lower:
        return quantities
    return [each for quantity in quantities for each in _with_flat_end(quantity, text)]


def _with_flat_end(quantity: Quantity, text: Text) -> Iterator[Quantity]:
    away = max(0, quantity.start - _FARTHEST)
    is_share = quantity.dimension in _SHARES
    before = _FLAT_BEFORE.search(text.lower, away, quantity.start) if is_share else None
    if before and not _CHANGED.search(text.lower[away : before.start()]):
        yield _flat(before.span(before.lastgroup or 0), quantity, text)
    yield quantity
    behind = _FLAT_BEHIND.match(text.lower, quantity.end) if is_share and not before else None
    if behind and not _CHANGED.search(text.lower[away : quantity.start]):
        yield _flat(behind.span(behind.lastgroup or 0), quantity, text)


def _flat(span: tuple[int, int], other: Quantity, text: Text) -> Quantity:
    """The word at a span as no change, in the unit of the other end."""
    start, end = span
    first, last = bisect_right(text.starts, start) - 1, bisect_left(text.starts, end)
    numeral = Numeral(start, end, Fraction(0), Fraction(0))
    return Quantity(numeral, start, end, first, last, other.unit, 1, counted=True)


def _is_with_flat(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether one of two quantities is such a word, and the other its other end."""
    if is_flat(one):
        found = _FLAT_BEFORE.search(text.lower, one.start, other.start)
        return found is not None and found.start() == one.start
    return _FLAT_BEHIND.match(text.lower, one.end) is not None


def is_flat(quantity: Quantity) -> bool:
    """Whether a quantity is such a word: no digit, and no unit behind it."""
    return quantity.stands_alone and quantity.dimension in _SHARES and not quantity.numeral.high
