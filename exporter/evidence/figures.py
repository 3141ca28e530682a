"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from exporter.engine.memo import memoized
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled, settle
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure, Role
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

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = regex(r"目标|target|\bfair value (?:at|of)\b|(?-i:\b(?:PT|TP)\b)", re.IGNORECASE)
# A price that is no target any more, by the words since the figure before it.
_FORMER = regex(
    r"\b(?:prior|previous|former|old|earlier|no longer)\b[^,;.]{0,24}(?:target|目标)"
    r"|(?:from|versus|vs\.?)\s*$|(?:原|此前|之前|先前|前次|上次)[^，；。]{0,6}目标|[由从自](?:每股)?\s*$"
    r"|\b(?:prior|previously|previous|formerly|old)\s*[:=]?\s*$"
    r"|(?:原|此前|之前|先前|前次|上次|前值)[为是:：]?\s*$",
    re.IGNORECASE,
)
_ON_TO = regex(r"\bto\s*$|[至到]\s*$", re.IGNORECASE)  # from HK$25 to HK$30
# The same where the words between tell of what it is: a target price on Example Motors to HK$30.
_TARGET_ON = regex(
    r"(?:(?:price targets?|target prices?|\b(?:its|our|their|his|her) targets?)\b"
    r"[^,.;\d]*\b(?:to|at|of)|目标价[^，。；\d]*[至到为])\s*$",
    re.IGNORECASE,
)
# The same behind it: with a $22 price target, 38元的目标价.
_TARGET_BEHIND = regex(
    r"(?:[ -]a[ -]share)? (?:(?:12|twelve)-month )?(?:price target|target price|target)\b"
    r"|的?目标价(?![^，。；]{0,6}\d)",
    re.IGNORECASE,
)
_FAR = 100
_NEAR = 24  # characters before a price in which it may be called a target
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


def confirm_target_price(view: "View", currencies: Currencies = ()) -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none.

    Nor is the price that it was changed from, a former one, or one end of a range; and a view has
    no words for a price that is said to be over or about something.
    """
    if view.target_price is None or view.currency is None:  # one alone is told already
        return FigureVerdict(FigureState.TEXT)
    prices = list(_targets(view, currencies))
    if view.target_price in prices:
        return FigureVerdict(FigureState.CONFIRMED)
    wrong = f"the quote does not state the target price {view.currency} {view.target_price}"
    if not prices:
        right = "correct it, or quote the clause that states it"
        return FigureVerdict(FigureState.NOT_STATED, wrong, right)
    stated = ", ".join(f"{view.currency} {float(price):,.15g}" for price in dict.fromkeys(prices))
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"the target that it states is {stated}")


def _targets(view: "View", currencies: Currencies) -> Iterator[Fraction]:
    """The prices in a view's currency that its quote calls a target now."""
    for figure in target_prices(view.quote, currencies):
        if figure.dimension == f"money:{view.currency}":
            yield figure.value


def target_prices(quote: str, currencies: Currencies = ()) -> Iterator[Figure]:
    """The figures of a quote that it calls a target now, prices and others."""
    return (figure for figure, is_now in _called_targets(quote, currencies) if is_now)


def former_target_prices(quote: str, currencies: Currencies = ()) -> Iterator[Figure]:
    """Those that it says were the target before."""
    return (figure for figure, is_now in _called_targets(quote, currencies) if not is_now)


def _called_targets(quote: str, currencies: Currencies) -> Iterator[tuple[Figure, bool]]:
    """The figures that a quote calls a target, and whether each is the one now."""
    before, was_called, was_exact = 0, False, False
    for figure in read_settled(quote, currencies):
        said = quote[before : figure.start]
        is_former = figure.role is Role.FROM or _FORMER.search(said) is not None
        called = bool(_TARGET.search(quote[max(0, figure.start - _NEAR) : figure.start]))
        called = called or _TARGET_ON.search(said[-_FAR:]) is not None
        called = called or _TARGET_BEHIND.match(quote, figure.end) is not None
        called = called or (was_called and _ON_TO.search(said) is not None)
        called = called or (was_exact and is_former)
        is_exact = Qualifier.EXACT in figure.qualifiers
        before, was_called, was_exact = figure.end, called, called and is_exact
        if called and is_exact:
            yield figure, not is_former
