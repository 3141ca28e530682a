"""Whether a quote states a fact's figure: value, unit and qualifier."""

import re
from dataclasses import dataclass
from fractions import Fraction

from exporter.evidence.claims import Claim
from exporter.evidence.reading import Figure, read_figures
from exporter.facts.units import KNOWN_UNITS, ORDINAL, Unit

CONFIRMED, CONTRADICTED, NOT_STATED, TEXT = "confirmed", "contradicted", "not stated", "text"

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


@dataclass(frozen=True, slots=True)
class FigureVerdict:
    """What the check says of a figure; `wrong` and `right` are "" where all is well."""

    state: str
    wrong: str = ""
    right: str = ""


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
        return FigureVerdict(CONFIRMED)
    if equal:
        said = " or ".join(sorted({word for figure in equal for word in figure.qualifiers}))
        wrong = (
            f"the qualifier is '{claim.qualifier}', but the quote says '{said}' ({equal[0].text})"
        )
        return FigureVerdict(CONTRADICTED, wrong, f"write `qualifier: {said}`")
    if figures:
        said = ", ".join(dict.fromkeys(describe(figure, claim.unit) for figure in figures))
        wrong = (
            f"the value is {_plain(value)} {claim.unit.en}".rstrip()
            + f", but the quote says {said}"
        )
        return FigureVerdict(CONTRADICTED, wrong, "correct the value, the unit or the quote")
    if claim.unit.key:
        wrong = f"the quote {claim.quote!r} states no number of {claim.unit.en}"
        return FigureVerdict(NOT_STATED, wrong, "quote the clause that states it")
    wrong = f"the quote {claim.quote!r} states no bare count"
    return FigureVerdict(NOT_STATED, wrong, "name the unit, or quote the clause that states it")


def describe(figure: Figure, unit: Unit) -> str:
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
        return [one for one in same if bool(_GENERATION.match(one.noun)) is generation]
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
