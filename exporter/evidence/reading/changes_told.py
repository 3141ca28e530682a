"""What a change beside two figures is in, where nothing says it: by the figures themselves.

Under H1 2026, H1 2025, Change the row 212.0 200.0 6.0 tells six per cent, and 212.0 200.0 12.0 a
difference. Where both fit, as beside 100, or neither does, nobody knows.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise

from exporter.engine.regex import regex
from exporter.evidence.reading.numerals import value_of_digits


class Change(Enum):
    """What a change is in."""

    RATE = auto()  # percent
    SUM = auto()  # what the figures beside it are in
    OPEN = auto()


_NEGATIVE = regex(r"^[^0-9]*[(–−-]")


def change_told(beside: Sequence[str], change: str) -> Change:
    """What a change is in, by figures of which it is between two that stand beside one another.

    Args:
        beside: The figures before it, as they are written; "" for one that tells nothing.
        change: The change.
    """
    fits = {kind for first, second in pairwise(beside) for kind in _between(first, second, change)}
    return fits.pop() if len(fits) == 1 else Change.OPEN


def _between(first: str, second: str, change: str) -> Iterator[Change]:
    """What a change between two figures may be in, of which either may be the earlier one."""
    values = [_value(written) for written in (first, second, change)]
    one, other, by = (value or Fraction() for value in values)
    if not all(values):  # beside nothing a figure has grown by itself
        if by and one + other and abs(by) == abs(one + other):
            yield Change.SUM
        return
    step, last = max(_step(first), _step(second)), _step(change)
    for now, before in ((one, other), (other, one)):
        yield from _fitting(now, before, by, step, last)


def _fitting(
    now: Fraction, before: Fraction, change: Fraction, step: Fraction, last: Fraction
) -> Iterator[Change]:
    """What a change may be in, as exactly as its figures are written: to `step`, it to `last`."""
    if abs(now - before - change) <= step + last / 2:
        yield Change.SUM
    rate = 100 * (now - before) / abs(before)
    unsure = 100 * step / abs(before) * (1 + abs(now / before)) / 2
    if abs(rate - change) <= unsure + last / 2:
        yield Change.RATE


def _value(cell: str) -> Fraction | None:
    """The number of a cell; None for nothing, and for 0, of which no rate can be told."""
    number = _NUMBER.search(cell)
    value = value_of_digits(number[0]) if number else None
    return (-value if _NEGATIVE.match(cell) else value) if value else None


def _step(cell: str) -> Fraction:
    """One of the last place of a cell's number."""
    number = _NUMBER.search(cell)
    return Fraction(1, 10 ** len(number[0].partition(".")[2])) if number else Fraction(1)


_NUMBER = regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")
