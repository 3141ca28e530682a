"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.counted import counts
from exporter.evidence.reading import Figure
from exporter.evidence.refusals import Candidate, absence, contradiction, unsettled, wrong_qualifier
from exporter.facts.unit_names import bare_sign
from exporter.facts.units import (
    CALENDAR_TIME,
    COUNT,
    KNOWN_UNITS,
    ORDINAL,
    PER_NOUNS,
    POINTS,
    RATIO,
    TIME,
    Per,
    Unit,
)

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target
# What is an average, or a year's, by its name: 日均客流, 年产能, 时速.
_AVERAGE = re.compile("[日周月年]均|年产|每年新增|时速")
_GENERATION = re.compile(r"\s*-?(?:代|gen)", re.IGNORECASE)


def confirm_figure(claim: Claim, currencies: Currencies = ()) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when it equals the value in the same dimension, counts the same
    thing, and its qualifier agrees: 31 countries are no 31 people, and 3.9 GWh no 3.9 GW.

    Args:
        claim: What the fact states, and its quote.
        currencies: What bare signs mean where the quote does not say.
    """
    value = claim.exact
    if value is None:
        raise ValueError("the claim is not numeric")
    unit, figures = claim.unit, read_settled(claim.quote, currencies)
    if sign := bare_sign(unit):
        return unsettled(unit, sign)
    same = list(_of_dimension(figures, unit))
    near = [one for one in same if _equals(one, claim, value)]
    equal = [one for one in near if not unit.noun or counts(figures, one[0], unit)]
    if any(claim.qualifier in figure.qualifiers for _, figure, _ in equal):
        return FigureVerdict(FigureState.CONFIRMED)
    if equal:
        return wrong_qualifier(claim, [figure for _, figure, _ in equal])
    counted = [one for one in same if not unit.noun or counts(figures, one[0], unit)]
    if counted:
        return contradiction(claim, counted, figures)
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


# --- What may state something in a unit


def _of_dimension(figures: Sequence[Figure], unit: Unit) -> Iterator[Candidate]:
    """The figures that are of the unit's dimension, each with its value in the unit."""
    base = unit.dimension.partition("/")[0]
    for index, figure in enumerate(figures):
        if figure.dimension == ORDINAL == base:
            if bool(_GENERATION.match(figure.noun)) is (unit.key == "generation"):
                yield index, figure, figure.value
            continue
        if figure.dimension == unit.dimension and not figure.per:
            yield index, figure, figure.value / unit.scale
            continue
        for dimension, number in ((figure.dimension, figure.value), *figure.also):
            if dimension == base and (share := _share_of(figure, unit)) is not None:
                yield index, figure, number / share
        if (
            base == TIME
            and unit.words[0]
            and figure.dimension == COUNT
            and counts(figures, index, unit)
        ):
            yield index, figure, figure.value / unit.size


def _share_of(figure: Figure, unit: Unit) -> Fraction | None:
    """What a figure's value is divided by to be in the unit; None where it is per other things."""
    if unit.per is None:
        return unit.scale if _may_be_plain(figure) else None
    if not figure.per:
        return None
    per = _per(figure.per)
    if per.dimension != unit.per.dimension:
        return None
    if not per.dimension and not (per.words & unit.per.words):
        return None
    return unit.scale * per.scale


def _may_be_plain(figure: Figure) -> bool:
    """Whether a rate may be stated without what it is per: money per share, tonnes per year."""
    if not figure.per:
        return True
    if _AVERAGE.search(figure.subject):
        return True
    is_thing = _per(figure.per).dimension not in {TIME, CALENDAR_TIME}
    if figure.dimension in {COUNT, RATIO, POINTS, TIME, CALENDAR_TIME}:
        return is_thing and figure.dimension == COUNT
    return is_thing or figure.per == "years"


def _per(said: str) -> Per:
    count, _, name = said.rpartition(" ") if said[:1].isdecimal() else ("", "", said)
    if unit := KNOWN_UNITS.get(name):
        return Per(unit.dimension, unit.scale * int(count or 1))
    known = PER_NOUNS.get(name, ())
    return Per(
        "", Fraction(int(count or 1)), frozenset({name.casefold(), *map(str.casefold, known)})
    )


def _equals(candidate: Candidate, claim: Claim, value: Fraction) -> bool:
    _, figure, said = candidate
    if figure.either_sign:
        said, value = abs(said), abs(value)
    if said == value:
        return True
    # A third has no end in decimals: it confirms 33.3 as far as that is written.
    return _is_endless(said) and round(said, claim.decimals) == value


def _is_endless(number: Fraction) -> bool:
    """Whether a fraction has no end in decimals: its denominator has a factor but 2 and 5."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest != 1
