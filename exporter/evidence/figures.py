"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from exporter.evidence.bare_signs import read_settled, settle
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.counted import counts
from exporter.evidence.reading import Figure
from exporter.evidence.reading.shapes import Shape, Shaped, find_shape
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
    as_written,
    ratio_as_written,
    ratio_of_decimal,
)
from exporter.facts.words import Qualifier

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target
# What is an average, or a year's, by its name: 日均客流, 年产能, 时速.
_AVERAGE = re.compile("[日周月年]均|年产|每年新增|时速")
_GENERATION = re.compile(r"\s*-?(?:代|gen)", re.IGNORECASE)
_CONFIRMED = FigureVerdict(FigureState.CONFIRMED)


def confirm_figure(claim: Claim, currencies: Currencies = ()) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when it equals the value in the same dimension, counts the same
    thing, and its qualifier agrees: 31 countries are no 31 people, and 3.9 GWh no 3.9 GW.

    Args:
        claim: What the fact states, and its quote.
        currencies: What bare signs mean where the quote does not say.
    """
    if claim.number is None:
        raise ValueError("the claim is not numeric")
    unit = claim.unit
    if sign := bare_sign(unit):
        return unsettled(unit, sign)
    shaped = find_shape(claim.quote)
    if shaped is not None and _is_proved(claim.number, claim, shaped, currencies):
        return _CONFIRMED
    value, figures = as_written(claim.number), read_settled(claim.quote, currencies)
    same = list(_of_dimension(figures, unit))
    near = [one for one in same if _equals(one, claim, value)]
    equal = [one for one in near if not unit.noun or counts(figures, one[0], unit)]
    if any(claim.qualifier in figure.qualifiers for _, figure, _ in equal):
        return _CONFIRMED
    if equal:
        return wrong_qualifier(claim, [figure for _, figure, _ in equal])
    counted = [one for one in same if not unit.noun or counts(figures, one[0], unit)]
    if counted:
        return contradiction(claim, counted, figures)
    return absence(claim, figures, is_near=bool(near))


class _Proof(NamedTuple):
    """A number of a quote that would confirm a claim: `above / below` times a run of its digits."""

    run: int
    above: int
    below: int
    either_sign: bool


def _is_proved(number: float, claim: Claim, shaped: Shaped, currencies: Currencies) -> bool:
    """Whether a quote of a known shape confirms a claim; if not, it may do so as it stands."""
    proofs = _proofs(shaped.shape, claim.unit, claim.qualifier, currencies)
    if not proofs:
        return False
    over, under = ratio_as_written(number)
    for run, above, below, either_sign in proofs:
        said, whole = ratio_of_decimal(shaped.runs[run])
        one, other = over * below * whole, said * above * under
        if one == other or (either_sign and abs(one) == abs(other)):
            return True
    return False


@lru_cache(maxsize=16_384)
def _proofs(
    shape: Shape, unit: Unit, qualifier: Qualifier, currencies: Currencies
) -> tuple[_Proof, ...]:
    """The numbers of a shape that may confirm what is claimed in a unit, with a qualifier.

    A label with digits may hang on some that the shape hides.
    """
    if any(map(str.isdigit, "".join(chain(*unit.words)))):
        return ()
    readings = shape.readings or ()
    figures = settle([reading.figure for reading in readings], currencies)
    proofs = []
    for index, figure, said in _of_dimension(figures, unit):
        number, *others = readings[index].numbers
        is_multiple = number.run >= 0 and all(other.run == number.run for other in others)
        is_of_unit = not unit.noun or counts(figures, index, unit)
        if is_multiple and qualifier in figure.qualifiers and is_of_unit:
            share = said * number.factor / figure.value
            proofs.append(_Proof(number.run, *share.as_integer_ratio(), figure.either_sign))
    return tuple(proofs)


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
