"""Whether a quote states a fact's figure, counting the same thing."""

from itertools import chain
from typing import NamedTuple

from exporter.engine.memo import memoized
from exporter.evidence.bare_signs import read_settled, settle
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading.shapes import Shape, Shaped, find_shape
from exporter.evidence.refusals import (
    absence,
    contradiction,
    end_of_range,
    unsettled,
    wrong_qualifier,
)
from exporter.evidence.stated import candidates, counted, equals, ranges_in
from exporter.facts.money_names import bare_sign
from exporter.facts.units import Unit, as_written, ratio_as_written, ratio_of_decimal
from exporter.facts.words import Qualifier

_DIGITS = 15  # characters of a decimal that a double certainly tells from any other
_CONFIRMED = FigureVerdict(FigureState.CONFIRMED)


def confirm_figure(claim: Claim, currencies: Currencies = ()) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when it equals the value in the same dimension, counts the same
    thing, and its qualifier agrees: 31 countries are no 31 people, and 3.9 GWh no 3.9 GW.

    Args:
        claim: What the fact states, and its quote.
        currencies: What bare signs mean where the quote does not say.
    """
    if claim.number is None or claim.high is not None:
        raise ValueError("the claim is no single number")
    unit = claim.unit
    shaped = find_shape(claim.quote)
    if shaped is not None and _is_proved(claim.number, claim, shaped, currencies):
        return _CONFIRMED
    if sign := bare_sign(unit):
        return unsettled(unit, sign)
    value, figures = as_written(claim.number), read_settled(claim.quote, currencies)
    same = list(candidates(figures, unit))
    near = [one for one in same if equals(one, claim, value)]
    equal = [one for one in near if counted(figures, one, unit)]
    if any(claim.qualifier in one.figure.qualifiers_of(value) for one in equal):
        return _CONFIRMED
    if equal:
        for said_range in ranges_in(figures, unit):
            if not set(equal).isdisjoint(said_range):
                return end_of_range(claim, said_range)
        return wrong_qualifier(claim, [one.figure for one in equal])
    of_unit = [one for one in same if counted(figures, one, unit)]
    if of_unit:
        return contradiction(claim, of_unit, figures)
    return absence(claim, figures, is_near=bool(near))


class ShapeProof(NamedTuple):
    """A number of a quote that would confirm a claim: `above / below` times a run of its digits.

    Attributes:
        run: The index of that run.
        above: By what the digits are multiplied,
        below: and divided.
        as_read: Whether it confirms the claim with the sign that it is read with,
        turned: and whether with the other one.
    """

    run: int
    above: int
    below: int
    as_read: bool
    turned: bool


def _is_proved(number: float, claim: Claim, shaped: Shaped, currencies: Currencies) -> bool:
    """Whether a quote of a known shape confirms a claim; if not, it may do so as it stands."""
    proofs = proofs_by_shape(shaped.shape, claim.unit, claim.qualifier, currencies)
    if not proofs:
        return False
    over = under = 0
    for run, above, below, as_read, turned in proofs:
        digits = shaped.runs[run]
        # As many digits as a double tells apart; so the same double is the same decimal.
        if above == below and len(digits) < _DIGITS and "," not in digits:
            if as_read and float(digits) == number:
                return True
            if not turned:
                continue
        if not under:
            over, under = ratio_as_written(number)
        said, whole = ratio_of_decimal(digits)
        one, other = over * below * whole, said * above * under
        if (as_read and one == other) or (turned and one == -other):
            return True
    return False


@memoized(16_384)
def proofs_by_shape(
    shape: Shape, unit: Unit, qualifier: Qualifier, currencies: Currencies
) -> tuple[ShapeProof, ...]:
    """The numbers of a shape that may confirm what is claimed in a unit, with a qualifier.

    There are none where the unit is money with a bare sign; nor where its label has digits, which
    may be some that the shape hides.
    """
    if bare_sign(unit) or any(map(str.isdigit, "".join(chain(*unit.words)))):
        return ()
    readings = shape.readings or ()
    figures = settle([reading.figure for reading in readings], currencies)
    proofs = []
    for one in candidates(figures, unit):
        place, figure, said = one
        number, *others = readings[place].numbers
        is_multiple = number.run >= 0 and all(other.run == number.run for other in others)
        as_read = qualifier in figure.qualifiers
        turned = figure.either_sign and qualifier in figure.qualifiers_of(-figure.value)
        if is_multiple and (as_read or turned) and counted(figures, one, unit):
            share = said * number.factor / figure.value
            proofs.append(ShapeProof(number.run, *share.as_integer_ratio(), as_read, turned))
    return tuple(proofs)
