"""Which qualifiers a calculated figure may have, by those of its operands.

Exact figures give an exact one, and one that is about right gives one that is. A bound (`over`,
`under`) carries on where the formula rises or falls with every bound among its operands the same
way: over 30 billion less 10 billion is over 20 billion, and over 30 over over 10 is nothing at all.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from exporter.facts.words import Qualifier

_UP = {Qualifier.OVER, Qualifier.AT_LEAST}
_DOWN = {Qualifier.UNDER, Qualifier.UP_TO, Qualifier.NEARLY}
_STRICT = {Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY}
_PLAIN = {Qualifier.EXACT, Qualifier.ABOUT}
# How far beyond a bound the figure is tried, as shares of its distance from nothing.
_STEPS = tuple(map(Fraction, ("1/1000", "1/10", "1/2", "9/10", "999/1000", "9", "999")))

Values = Mapping[str, Fraction]


class Followed(NamedTuple):
    """What follows for a calculated figure.

    Attributes:
        allowed: The qualifiers that it may have.
        unless_given: The one that it has where it says none; None where it must say one.
    """

    allowed: frozenset[Qualifier]
    unless_given: Qualifier | None


def follow(
    calculate: Callable[[Values], Fraction | None],
    values: Values,
    qualifiers: Mapping[str, Qualifier],
) -> Followed:
    """Which qualifiers follow from those of the operands.

    Args:
        calculate: Gives the result for any values of the operands; None where there is none.
        values: Of the operands, by their names.
        qualifiers: Likewise.
    """
    said = set(qualifiers.values())
    if said <= {Qualifier.EXACT}:
        return Followed(frozenset(_PLAIN), Qualifier.EXACT)
    if said <= _PLAIN:
        return Followed(frozenset({Qualifier.ABOUT}), Qualifier.ABOUT)
    if Qualifier.ORDER_OF in said:
        allowed = {Qualifier.ORDER_OF} if said <= {*_PLAIN, Qualifier.ORDER_OF} else set()
        return Followed(frozenset(allowed), None)
    bounds = said - _PLAIN
    if Qualifier.ABOUT in said:  # what is about right is no bound
        is_near = bounds == {Qualifier.NEARLY}
        allowed = {Qualifier.ABOUT} if is_near else set()
        return Followed(frozenset(allowed), Qualifier.ABOUT if is_near else None)
    return Followed(frozenset(_of_bounds(calculate, values, qualifiers)), None)


def _of_bounds(
    calculate: Callable[[Values], Fraction | None],
    values: Values,
    qualifiers: Mapping[str, Qualifier],
) -> set[Qualifier]:
    bounded = {name: said for name, said in qualifiers.items() if said in _UP | _DOWN}
    ways = {name: _way(calculate, values, {name: said}) for name, said in bounded.items()}
    found = {way for way in ways.values() if way != 0}
    if len(found) != 1 or None in found or _way(calculate, values, bounded) not in found:
        return set()
    strict = any(said in _STRICT and ways[name] for name, said in bounded.items())
    only_nearly = all(said is Qualifier.NEARLY for said in bounded.values())
    if found == {1}:
        allowed = {Qualifier.AT_LEAST} | ({Qualifier.OVER} if strict else set())
    else:
        allowed = {Qualifier.UP_TO} | ({Qualifier.UNDER} if strict else set())
        allowed |= {Qualifier.NEARLY} if only_nearly else set()
    return allowed | ({Qualifier.ABOUT} if only_nearly else set())


def _way(
    calculate: Callable[[Values], Fraction | None],
    values: Values,
    bounded: Mapping[str, Qualifier],
) -> int | None:
    """1 where the result rises as bounded operands move away from their bounds, -1 where it falls.

    0 where it stays, None where it does neither.
    """
    results = [calculate(values)]
    for step in _STEPS:
        moved = {name: _moved(values[name], said, step) for name, said in bounded.items()}
        results.append(calculate({**values, **moved}))
    found = [result for result in results if result is not None]
    if len(found) < len(results):
        return None
    if all(one == other for one, other in pairwise(found)):
        return 0
    if all(one <= other for one, other in pairwise(found)):
        return 1
    if all(one >= other for one, other in pairwise(found)):
        return -1
    return None


def _moved(value: Fraction, qualifier: Qualifier, step: Fraction) -> Fraction:
    """A value beyond its bound; one that is under something positive stays above nothing."""
    if qualifier in _UP:
        return value + step * (abs(value) or 1)
    if value > 0:
        return value * (1 - min(step, 1 - 1 / (1000 + step)))
    return value - step * (abs(value) or 1)
