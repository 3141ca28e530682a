"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.counted import counts
from exporter.evidence.reading import Figure, read_figures
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
from exporter.facts.words import Qualifier

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target
_GENERATION = re.compile(r"\s*-?(?:代|gen)", re.IGNORECASE)
_MOST_TOLD = 8  # numbers of a quote that a message names


def confirm_figure(claim: Claim) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when it equals the value in the same dimension, counts the same
    thing, and its qualifier agrees: 31 countries are no 31 people, and 3.9 GWh no 3.9 GW.
    """
    value = claim.exact
    if value is None:
        raise ValueError("the claim is not numeric")
    unit, figures = claim.unit, read_figures(claim.quote)
    same = list(_of_dimension(figures, unit))
    near = [one for one in same if _equals(one, claim, value)]
    equal = [one for one in near if not unit.noun or counts(figures, one[0], unit)]
    if any(claim.qualifier in figure.qualifiers for _, figure, _ in equal):
        return FigureVerdict(FigureState.CONFIRMED)
    shown = f"{_plain(value)} {unit.en}".rstrip()
    if equal:
        return _wrong_qualifier(claim, [figure for _, figure, _ in equal])
    counted = [one for one in same if not unit.noun or counts(figures, one[0], unit)]
    if counted:
        said = ", ".join(dict.fromkeys(_in_unit(figure, number) for _, figure, number in counted))
        wrong = f"the value is {shown}, but the quote says {said}"
        return FigureVerdict(
            FigureState.CONTRADICTED, wrong, "correct the value, the unit or the quote"
        )
    named = unit.en or "no unit"
    wrong = f"the quote {claim.quote!r} states no number of {named}"
    if not unit.key:
        wrong = f"the quote {claim.quote!r} states no bare count"
    if figures:
        wrong = f"{wrong}; it has {told(figures)}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, _right(figures, unit, bool(near)))


def confirm_target_price(view: "View") -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none."""
    if view.target_price is None:
        return FigureVerdict(FigureState.TEXT)
    prices = [
        figure.value
        for figure in read_figures(view.quote)
        if figure.dimension == f"money:{view.currency}"
        and _TARGET.search(view.quote[max(0, figure.start - _NEAR) : figure.start])
    ]
    if view.target_price in prices:
        return FigureVerdict(FigureState.CONFIRMED)
    wrong = f"the quote does not state the target price {view.currency} {view.target_price}"
    state = FigureState.CONTRADICTED if prices else FigureState.NOT_STATED
    return FigureVerdict(state, wrong, "correct it, or quote the clause that states it")


def _wrong_qualifier(claim: Claim, equal: Sequence[Figure]) -> FigureVerdict:
    said = " or ".join(sorted({word for figure in equal for word in figure.qualifiers}))
    wrong = f"the qualifier is '{claim.qualifier}', but the quote says '{said}' ({equal[0].text})"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write `qualifier: {said}`")


def _right(figures: Sequence[Figure], unit: Unit, is_near: bool) -> str:
    """The field to look at, where the quote tells which."""
    if is_near and unit.noun:
        return "check `unit`: the quote counts something else; or quote the clause that states it"
    if figures and not unit.key:
        return "name the unit, or quote the clause that states it"
    return "quote the clause that states it"


# --- What may state something in a unit


Candidate = tuple[
    int, Figure, Fraction
]  # index among the quote's figures, figure, value in the unit


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
    per = per_of(figure.per)
    if per.dimension != unit.per.dimension:
        return None
    if not per.dimension and not (per.words & unit.per.words):
        return None
    return unit.scale * per.scale


def _may_be_plain(figure: Figure) -> bool:
    """Whether a rate may be stated without what it is per: money per share, tonnes per year."""
    if not figure.per:
        return True
    is_thing = per_of(figure.per).dimension not in {TIME, CALENDAR_TIME}
    if figure.dimension in {COUNT, RATIO, POINTS, TIME, CALENDAR_TIME}:
        return is_thing and figure.dimension == COUNT
    return is_thing or figure.per == "years"


def per_of(said: str) -> Per:
    """What a figure is per, as the reader names it: `days`, `10 shares`, `股`."""
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
    return is_endless(said) and round(said, claim.decimals) == value


def is_endless(number: Fraction) -> bool:
    """Whether a fraction has no end in decimals: its denominator has a factor but 2 and 5."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest != 1


# --- Messages


def _in_unit(figure: Figure, number: Fraction) -> str:
    """A figure as it would be written in the fact's unit: `18 (18条产品线)`."""
    said = _qualified(figure).strip()
    return f"{_plain(number)} ({figure.text}{', ' * bool(said)}{said})"


def told(figures: Sequence[Figure]) -> str:
    """Every number of a quote, and how it was read."""
    readings = list(dict.fromkeys(as_read(figure) for figure in figures))
    more = f" and {len(readings) - _MOST_TOLD} more" if len(readings) > _MOST_TOLD else ""
    return ", ".join(readings[:_MOST_TOLD]) + more


def as_read(figure: Figure) -> str:
    """`31 mature markets`, `over 100,000,000 (1亿)`, `CNY 1,230,000,000 (12.3亿元)`."""
    value, dimension = figure.value, figure.dimension
    match dimension:
        case "ratio":
            shown = f"{_plain(value * 100)} %"
        case "percentage points":
            shown = f"{_plain(value * 100)} percentage points"
        case "count":
            shown = _plain(value)
        case _ if dimension.startswith("money:"):
            shown = f"{dimension.removeprefix('money:')} {_plain(value)}"
        case "time":
            shown = f"{_plain(value)} seconds"
        case "calendar time":
            shown = f"{_plain(value)} months"
        case "ordinal":
            shown = f"number {_plain(value)} in a row"
        case "multiple":
            shown = f"{_plain(value)} times"
        case _:
            shown = f"{_plain(value)} of {dimension}"
    per = f" per {figure.per.removesuffix('s')}" if figure.per else ""
    noun = figure.noun[:24].strip() if dimension == COUNT else ""
    words = (
        figure.text
        if not noun
        else f"{figure.text} {noun}"
        if noun.isascii()
        else f"{figure.text}{noun}"
    )
    return f"{_qualified(figure)}{shown}{per} ({words})"


def _qualified(figure: Figure) -> str:
    said = sorted(word for word in figure.qualifiers if word is not Qualifier.EXACT)
    return "" if Qualifier.EXACT in figure.qualifiers or not said else f"{'/'.join(said)} "


def _plain(value: Fraction) -> str:
    number = float(value)
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"
