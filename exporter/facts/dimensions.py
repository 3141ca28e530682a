"""Dimensions of calculated figures: money over users is money per user, money over money a ratio.

A dimension is a product of measures (money, time, mass) and of things that are counted, each above
or below the line. What is left without any is a bare number: a ratio, a multiple, points.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from exporter.errors import Fault
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO, Unit

Words = frozenset[str]  # by which a thing is called, in small letters, in both languages

_BARE = "bare"  # a number without a unit
_ANY = frozenset({RATIO, MULTIPLE, _BARE})
_NUMBERS = (RATIO, POINTS, MULTIPLE)  # dimensions of units of bare numbers
_LEAST_ENDING = 2  # characters of a Chinese word that others may end with


class UnlikeDimensionsError(ValueError):
    """Figures of different dimensions are added; `args` are both in words."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a figure measures.

    Attributes:
        measures: With their powers, sorted; none has the power 0.
        above: The things that it counts.
        below: The things that it is per.
        stated_in: Of a bare number, the dimensions of the units that it may be stated in.
    """

    measures: tuple[tuple[str, int], ...] = ()
    above: tuple[Words, ...] = ()
    below: tuple[Words, ...] = ()
    stated_in: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """Whether nothing is measured or counted."""
        return not (self.measures or self.above or self.below)

    def __mul__(self, other: "Dimension") -> "Dimension":
        """The dimension of a product."""
        return _product(self, other, 1)

    def __truediv__(self, other: "Dimension") -> "Dimension":
        """The dimension of a quotient."""
        swapped = Dimension(other.measures, other.below, other.above, other.stated_in)
        return _product(self, swapped, -1)

    def plus(self, other: "Dimension", *, subtracted: bool = False) -> "Dimension":
        """The dimension of a sum or a difference.

        Raises:
            UnlikeDimensionsError: What is different cannot be added.
        """
        if self.is_bare and other.is_bare:
            return replace(self, stated_in=_of_sum(self, other, subtracted=subtracted))
        pairs = list(_paired(self, other))
        if self.measures != other.measures or not all(alike for *_, alike in pairs):
            raise UnlikeDimensionsError(described(self), described(other))
        joined = [one | another for one, another, _ in pairs]
        count = len(self.above)
        return Dimension(self.measures, tuple(joined[:count]), tuple(joined[count:]))


GROWTH = Dimension(stated_in=frozenset({RATIO}))
NUMBER = Dimension(stated_in=frozenset({_BARE}))


@lru_cache(maxsize=4096)
def dimension_of(unit: Unit) -> Dimension:
    """What a unit measures."""
    base = unit.dimension.partition("/")[0]
    if base in _NUMBERS and unit.per is None:
        return Dimension(stated_in=frozenset({base}))
    measures: Counter[str] = Counter()
    above: tuple[Words, ...] = ()
    below: tuple[Words, ...] = ()
    if base == COUNT:
        above = (_words(chain(*unit.words)),) if unit.noun else ()
    else:
        measures[base] += 1
    if unit.per is not None and unit.per.dimension:
        measures[unit.per.dimension] -= 1
    elif unit.per is not None:
        below = (_words(unit.per.words),)
    made = Dimension(tuple(sorted(measures.items())), above, below)
    return replace(made, stated_in=frozenset({_BARE})) if made.is_bare else made


def unit_fault(unit: Unit, result: Dimension) -> Fault | None:
    """What is wrong with the unit of a calculated fact, by the dimension of its formula."""
    stated = dimension_of(unit)
    if stated.is_bare:
        is_share = not result.measures and len(result.above) == len(result.below) == 1
        allowed = _ANY if is_share else result.stated_in if result.is_bare else frozenset()
        fits = bool(stated.stated_in & allowed)
    else:
        pairs = _paired(stated, result)
        fits = stated.measures == result.measures and all(alike for *_, alike in pairs)
    if fits:
        return None
    said = f"is in {unit.en}" if unit.en else "has no unit"
    wrong = f"it {said}, and its formula gives {described(result)}"
    return Fault(wrong, "name other operands, or " + _remedy(stated, result))


def described(dimension: Dimension) -> str:
    """A dimension in words: `CNY per user`, `a ratio`."""
    if dimension.is_bare:
        if dimension.stated_in == {POINTS}:
            return "percentage points"
        return "a bare number" if dimension.stated_in == {_BARE} else "a ratio, such as %"
    above = [_measure(name) for name, power in dimension.measures for _ in range(power)]
    below = [_measure(name) for name, power in dimension.measures for _ in range(-power)]
    above += map(_thing, dimension.above)
    below += map(_thing, dimension.below)
    return f"{' times '.join(above) or 'one'}{''.join(f' per {name}' for name in below)}"


def _remedy(stated: Dimension, result: Dimension) -> str:
    if result.is_bare:
        return "give a unit of that"
    same = stated.measures == result.measures and len(stated.above) == len(result.above)
    if same and len(stated.below) == len(result.below) and not stated.is_bare:
        return "say by `also: […]` in the unit that both are the same thing"
    return "give a unit of that"


def _product(one: Dimension, other: Dimension, power: int) -> Dimension:
    measures = Counter(dict(one.measures))
    for name, own in other.measures:
        measures[name] += power * own
    above, below = _cancelled([*one.above, *other.above], [*one.below, *other.below])
    kept = tuple(sorted((name, own) for name, own in measures.items() if own))
    made = Dimension(kept, above, below)
    return replace(made, stated_in=_ANY) if made.is_bare else made


def _cancelled(
    above: list[Words], below: list[Words]
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The things above and below the line without those that stand on both sides."""
    left = []
    for thing in above:
        same = next((other for other in below if _is_same(thing, other)), None)
        if same is None:
            left.append(thing)
        else:
            below.remove(same)
    return tuple(left), tuple(below)


def _of_sum(one: Dimension, other: Dimension, *, subtracted: bool) -> frozenset[str]:
    """In which units a sum of bare numbers may be stated: 30% less 28% are 2 points."""
    both = one.stated_in | other.stated_in
    if both <= {RATIO, POINTS}:
        if both == {POINTS}:
            return both
        return frozenset({RATIO, POINTS} if subtracted or POINTS in both else {RATIO})
    return both | (_ANY if _BARE in both else frozenset()) | {RATIO}


def _paired(one: Dimension, other: Dimension) -> Iterator[tuple[Words, Words, bool]]:
    """The things of two dimensions side by side, and whether they are the same."""
    for own, others in ((one.above, other.above), (one.below, other.below)):
        for at in range(max(len(own), len(others))):
            first = own[at] if at < len(own) else frozenset()
            second = others[at] if at < len(others) else frozenset()
            yield first, second, _is_same(first, second)


def _is_same(one: Words, other: Words) -> bool:
    """Whether two things are one by a word of theirs: paying users are users, 付费用户用户."""
    return any(_ends_alike(word, another) for word in one for another in other)


def _ends_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    long, short = (one, other) if len(one) > len(other) else (other, one)
    if short.isascii():
        return long.endswith(f" {short}")
    return len(short) >= _LEAST_ENDING and long.endswith(short)


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    folded = word.casefold()
    if not folded.isascii() or len(folded) <= _LEAST_ENDING:
        return folded
    if folded.endswith("ies"):
        return f"{folded.removesuffix('ies')}y"
    return folded.removesuffix("s")


def _words(words: Iterator[str] | Words) -> Words:
    return frozenset(map(_singular, words))


def _measure(name: str) -> str:
    return name.removeprefix("money:")


def _thing(words: Words) -> str:
    """The shortest English word for a thing, else any."""
    return min(words, key=lambda word: (not word.isascii(), len(word), word), default="thing")
