"""Whether a quote states a fact's figure or date, or a view's target price."""

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.reading import DateMention, Figure, read_dates, read_figures
from exporter.facts.units import KNOWN_UNITS, ORDINAL, Unit
from exporter.facts.words import Qualifier

if TYPE_CHECKING:
    from exporter.facts.views import View

# Classifiers that stand between a Chinese number and its noun: a unit written 名开发者 is found in
# a quote's 名AI开发者 by its noun alone.
_CLASSIFIERS = "个名位款条项家种台张只大支座部次笔所间类辆套批门份"
_CLASSIFIER = re.compile(f"^[{_CLASSIFIERS}]")
_GENERATION = re.compile(r"\s*-?(?:代|gen)", re.IGNORECASE)
# Words beside a number that say what it counts; a preposition or the like does not.
_COUNTS_ANOTHER = re.compile(
    rf"[{_CLASSIFIERS}][一-鿿A-Za-z]"
    r"|\s*(?!(?:in|on|by|from|since|at|for|as|to|of|and|or|after|last|this|next|with|during|up|down"
    r"|over|more|less|so|than|compared|when|while|was|is|has|have|will|per|a|an|the)\b)[a-z]{3}",
    re.IGNORECASE,
)
_PARTS = {"year": ("year",), "month": ("year", "month"), "day": ("year", "month", "day")}
_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target


def confirm_figure(claim: Claim) -> FigureVerdict:
    """Compare a numeric fact with the numbers of its quote.

    A number confirms the fact when value, unit dimension and qualifier agree. Where the quote
    names the fact's own noun beside a number, only such numbers count: 17 product lines are not
    confirmed by 17 scenarios.
    """
    value = claim.exact
    if value is None:
        raise ValueError("the claim is not numeric")
    figures = _of_dimension(read_figures(claim.quote), claim.unit)
    equal = [figure for figure in figures if _equals(figure, claim, value)]
    if any(claim.qualifier in figure.qualifiers for figure in equal):
        return FigureVerdict(FigureState.CONFIRMED)
    if equal:
        said = " or ".join(sorted({word for figure in equal for word in figure.qualifiers}))
        wrong = f"the qualifier is '{claim.qualifier}', but the quote says '{said}'"
        wrong += f" ({equal[0].text})"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write `qualifier: {said}`")
    if figures:
        said = ", ".join(dict.fromkeys(_described(figure, claim.unit) for figure in figures))
        wrong = f"the value is {_plain(value)} {claim.unit.en}".rstrip()
        wrong += f", but the quote says {said}"
        right = "correct the value, the unit or the quote"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, right)
    wrong, right = f"the quote {claim.quote!r} states no", "quote the clause that states it"
    if claim.unit.key:
        wrong += f" number of {claim.unit.en}"
    else:
        wrong, right = f"{wrong} bare count", f"name the unit, or {right}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, right)


def confirm_date(claim: Claim, published: date | None) -> FigureVerdict:
    """Compare a date with the dates of its quote.

    A mention confirms it when it is as precise and every part agrees. A mention without a year
    means the date nearest to the source's publication; `last year` is counted from it. Where no
    publication is known (None), the date itself stands for it.
    """
    if claim.date is None:
        raise ValueError("the claim is not a date")
    published = published or claim.date
    mentions = [
        mention for mention in read_dates(claim.quote) if _precise_enough(mention, claim.precision)
    ]
    stated = [_resolve(mention, published) for mention in mentions]
    wanted = tuple(getattr(claim.date, part) for part in _PARTS[claim.precision])
    if claim.qualifier is not Qualifier.EXACT:
        wrong = f"the qualifier is '{claim.qualifier}', but a date has none"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "leave the qualifier out")
    if any(parts[: len(wanted)] == wanted for parts in stated):
        return FigureVerdict(FigureState.CONFIRMED)
    shown = "-".join(f"{part:02}" for part in wanted)
    if stated:
        said = ", ".join("-".join(f"{part:02}" for part in parts if part) for parts in stated)
        wrong = f"the date is {shown}, but the quote says {said}"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "correct the date or the quote")
    wrong = f"the quote {claim.quote!r} does not state the date {shown}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, "quote the clause that states it")


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


def _described(figure: Figure, unit: Unit) -> str:
    """A figure as it would be written in `unit`: `18 (18条产品线)`."""
    return f"{_plain(figure.value / _numerator_scale(figure, unit))} ({figure.text})"


def _of_dimension(figures: tuple[Figure, ...], unit: Unit) -> list[Figure]:
    """The figures that may state something in `unit`."""
    numerator, _, per = unit.dimension.partition("/")
    same = [
        figure
        for figure in figures
        if figure.dimension == numerator
        and (KNOWN_UNITS[figure.per].dimension if figure.per else "") == per
    ]
    if numerator == ORDINAL:
        generation = unit.key == "generation"
        return [figure for figure in same if bool(_GENERATION.match(figure.noun)) is generation]
    named = [figure for figure in same if unit.noun and _names(figure, unit)]
    if named or not unit.noun or unit.key in KNOWN_UNITS:
        return named or same
    return [figure for figure in same if not _COUNTS_ANOTHER.match(figure.noun)]


def _names(figure: Figure, unit: Unit) -> bool:
    """Whether the words at a figure name the unit's noun."""
    said = figure.noun.casefold()
    en, zh = unit.nouns
    zh = _CLASSIFIER.sub("", zh) or zh
    return zh in said or en in said or (len(en) > 3 and en.removesuffix("s") in said)


def _equals(figure: Figure, claim: Claim, value: Fraction) -> bool:
    said = figure.value / _numerator_scale(figure, claim.unit)
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


def _numerator_scale(figure: Figure, unit: Unit) -> Fraction:
    """The scale of what a rate counts; a unit that is no rate is its own."""
    return unit.scale * (KNOWN_UNITS[figure.per].scale if figure.per else 1)


def _plain(value: Fraction) -> str:
    number = float(value)
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def _precise_enough(mention: DateMention, precision: str) -> bool:
    match precision:
        case "year":
            return mention.year is not None or mention.year_offset is not None
        case "month":
            return mention.month is not None
        case _:
            return mention.month is not None and mention.day is not None


def _resolve(mention: DateMention, published: date) -> tuple[int, int, int]:
    """Year, month and day (0 where unsaid) of a mention."""
    month, day = mention.month or 0, mention.day or 0
    if mention.year is not None:
        return mention.year, month, day
    if mention.year_offset is not None:
        return published.year + mention.year_offset, month, day
    years = (published.year - 1, published.year, published.year + 1)
    here = published.year * 12 + published.month
    return min(years, key=lambda year: abs(year * 12 + month - here)), month, day
