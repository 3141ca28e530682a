"""Whether a quote states a fact's figure, counting the same thing, or a view's target price."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure
from exporter.evidence.stated import (
    SaidRange,
    as_fact,
    candidates,
    counted,
    equals,
    plain,
    ranges_in,
)
from exporter.facts.currencies import SIGNS_OF
from exporter.facts.unit_names import bare_sign, takes_other_words
from exporter.facts.units import COUNT, Unit
from exporter.facts.words import Qualifier

if TYPE_CHECKING:
    from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target
_MOST_TOLD = 8  # numbers of a quote that a message names


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
    shown = f"{plain(value)} {unit.en}".rstrip()
    if equal:
        for said_range in ranges_in(figures, unit):
            if not set(equal).isdisjoint(said_range):
                return _end_of_range(claim, said_range)
        return _wrong_qualifier(claim, [one.figure for one in equal])
    of_unit = [one for one in same if counted(figures, one, unit)]
    if of_unit:
        said = ", ".join(dict.fromkeys(in_unit(one.figure, one.value) for one in of_unit))
        wrong = f"the value is {shown}, but the quote says {said}"
        right = "correct the value, the unit or the quote"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, right)
    named = unit.en or "no unit"
    wrong = f"the quote {claim.quote!r} states no number of {named}"
    if not unit.key:
        wrong = f"the quote {claim.quote!r} states no bare count"
    if figures:
        wrong = f"{wrong}; it has {told(figures)}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, _right(figures, unit, bool(near)))


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


def unsettled(unit: Unit, sign: str) -> FigureVerdict:
    """A fact whose own unit has a sign that nothing settles."""
    wrong = f"the unit {unit.en!r} is of no one currency: nothing says which {sign} is meant"
    codes = [code for code, signs in SIGNS_OF.items() if sign in signs]
    right = f"write its code ({', '.join(codes)}), or `currency:` in the source's record"
    return FigureVerdict(FigureState.NOT_STATED, wrong, right)


def _wrong_qualifier(claim: Claim, equal: Sequence[Figure]) -> FigureVerdict:
    said = " or ".join(sorted({word for figure in equal for word in figure.qualifiers}))
    wrong = f"the qualifier is '{claim.qualifier}', but the quote says '{said}' ({equal[0].text})"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write `qualifier: {said}`")


def _end_of_range(claim: Claim, said: SaidRange) -> FigureVerdict:
    """A number of which the quote says only that it is an end of a range."""
    wrong = (
        f"the fact is a single number, {claim.qualifier} {plain(claim.exact or Fraction(0))}, "
        f"but the quote states a range, {said.shown(claim.quote)}"
    )
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write {as_fact(claim, said)}")


def _right(figures: Sequence[Figure], unit: Unit, is_near: bool) -> str:
    """The field to look at, where the quote tells which."""
    signs = {figure.sign for figure in figures if figure.sign}
    if signs and unit.dimension.startswith("money:"):
        said = " and ".join(sorted(signs))
        return f"correct the unit, or record what {said} means: `currency:` in the source's record"
    if is_near and unit.noun:
        said = "check `unit`: the quote counts something else"
        if takes_other_words(unit.en, unit.zh):
            said += " (where its word means just the same, list that under `also` of the unit)"
        return f"{said}; or quote the clause that states it"
    if figures and not unit.key:
        return "name the unit, or quote the clause that states it"
    return "quote the clause that states it"


# --- Messages


def in_unit(figure: Figure, number: Fraction) -> str:
    """A figure as it would be written in the fact's unit: `18 (18条产品线)`."""
    said = _qualified(figure).strip()
    return f"{plain(number)} ({figure.text}{', ' * bool(said)}{said})"


def told(figures: Sequence[Figure]) -> str:
    """Every number of a quote, and how it was read."""
    read = list(dict.fromkeys(as_read(figure) for figure in figures))
    more = f" and {len(read) - _MOST_TOLD} more" if len(read) > _MOST_TOLD else ""
    return ", ".join(read[:_MOST_TOLD]) + more


def as_read(figure: Figure) -> str:
    """`31 mature markets`, `over 100,000,000 (1亿)`, `CNY 1,230,000,000 (12.3亿元)`."""
    value, dimension = figure.value, figure.dimension
    match dimension:
        case "ratio":
            shown = f"{plain(value * 100)} %"
        case "percentage points":
            shown = f"{plain(value * 100)} percentage points"
        case "count":
            shown = plain(value)
        case _ if dimension.startswith("money:"):
            shown = f"{dimension.removeprefix('money:')} {plain(value)}"
        case "time":
            shown = f"{plain(value)} seconds"
        case "calendar time":
            shown = f"{plain(value)} months"
        case "ordinal":
            shown = f"number {plain(value)} in a row"
        case "multiple":
            shown = f"{plain(value)} times"
        case _:
            shown = f"{plain(value)} of {dimension}"
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
