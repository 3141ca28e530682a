"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from typing import TYPE_CHECKING

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.refusals import (
    absence,
    contradiction,
    end_of_range,
    unsettled,
    wrong_qualifier,
)
from exporter.evidence.stated import candidates, counted, equals, ranges_in
from exporter.facts.unit_names import bare_sign

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target


def confirm_figure(claim: Claim, currencies: Currencies = ()) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when it equals the value in the same dimension, counts the same
    thing, and its qualifier agrees: 31 countries are no 31 people, and 3.9 GWh no 3.9 GW.

    Args:
        claim: What the fact states, and its quote.
        currencies: What bare signs mean where the quote does not say.
    """
    value = claim.exact
    if value is None or claim.high is not None:
        raise ValueError("the claim is no single number")
    unit, figures = claim.unit, read_settled(claim.quote, currencies)
    if sign := bare_sign(unit):
        return unsettled(unit, sign)
    same = list(candidates(figures, unit))
    near = [one for one in same if equals(one, claim, value)]
    equal = [one for one in near if counted(figures, one, unit)]
    if any(claim.qualifier in one.figure.qualifiers for one in equal):
        return FigureVerdict(FigureState.CONFIRMED)
    if equal:
        for said_range in ranges_in(figures, unit):
            if not set(equal).isdisjoint(said_range):
                return end_of_range(claim, said_range)
        return wrong_qualifier(claim, [one.figure for one in equal])
    of_unit = [one for one in same if counted(figures, one, unit)]
    if of_unit:
        return contradiction(claim, of_unit, figures)
    return absence(claim, figures, is_near=bool(near))


def confirm_target_price(view: "View", currencies: Currencies = ()) -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none."""
    if view.target_price is None:
        return FigureVerdict(FigureState.TEXT)
    prices = [
        figure.value
        for figure in read_settled(view.quote, currencies)
        if figure.dimension == f"money:{view.currency}"
        and _TARGET.search(view.quote[max(0, figure.start - _NEAR) : figure.start])
    ]
    if view.target_price in prices:
        return FigureVerdict(FigureState.CONFIRMED)
    wrong = f"the quote does not state the target price {view.currency} {view.target_price}"
    state = FigureState.CONTRADICTED if prices else FigureState.NOT_STATED
    return FigureVerdict(state, wrong, "correct it, or quote the clause that states it")
