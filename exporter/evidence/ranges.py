"""Whether a quote states a fact's range: both ends, said as the two ends of one range."""

from collections.abc import Sequence
from fractions import Fraction

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure, Role
from exporter.evidence.refusals import in_unit, told, unsettled
from exporter.evidence.stated import (
    Candidate,
    SaidRange,
    candidates,
    counted,
    equals,
    plain,
    ranges_in,
)
from exporter.facts.money_names import bare_sign
from exporter.facts.units import as_written


def confirm_range(claim: Claim, currencies: Currencies = ()) -> FigureVerdict:
    """Compare a range with the ranges of its quote.

    Two numbers confirm it when the quote ties them into one range ("20.5 to 21.5 billion",
    15至20家), both equal its ends in the unit, and what qualifies them agrees. Two numbers that
    stand apart are no range, nor is a change from one to the other.

    Args:
        claim: What the fact states, and its quote.
        currencies: What bare signs mean where the quote does not say.
    """
    figures, unit = read_settled(claim.quote, currencies), claim.unit
    if sign := bare_sign(unit):
        return unsettled(unit, sign)
    said = list(ranges_in(figures, unit))
    equal = [one for one in said if _is_range(one, claim)]
    if any(claim.qualifier in one.qualifiers for one in equal):
        return FigureVerdict(FigureState.CONFIRMED)
    if equal:
        return _wrong_qualifier(claim, equal)
    shown = f"the range is {_shown(claim)}"
    if said:
        ranges = ", ".join(dict.fromkeys(one.shown(claim.quote) for one in said))
        wrong = f"{shown}, but the quote says {ranges}"
        return FigureVerdict(
            FigureState.CONTRADICTED, wrong, "correct the value, the unit or the quote"
        )
    of_unit = [one for one in candidates(figures, unit) if counted(figures, one, unit)]
    if of_unit:
        return _no_range(claim, of_unit)
    wrong = f"the quote {claim.quote!r} states no range of {unit.en or 'no unit'}"
    if figures:
        wrong = f"{wrong}; it has {told(figures)}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, "quote the clause that states it")


def _is_range(said: SaidRange, claim: Claim) -> bool:
    """Whether both ends agree; where the words leave the sign open, both have the same."""
    low, high = _ends(claim)
    is_open = any(end.figure.either_sign for end in said)
    if is_open and low < 0 < high:
        return False
    first, last = said
    agree = equals(first, claim, low) and equals(last, claim, high)
    return agree or (is_open and equals(first, claim, high) and equals(last, claim, low))


def _wrong_qualifier(claim: Claim, equal: Sequence[SaidRange]) -> FigureVerdict:
    words = sorted({word for one in equal for word in one.qualifiers})
    if not words:
        wrong = f"the quote says different things of the two ends, {equal[0].shown(claim.quote)}"
        right = "write a fact for each end, with its own qualifier"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, right)
    said = " or ".join(words)
    wrong = f"the qualifier is '{claim.qualifier}', but the quote says '{said}' of both ends"
    right = " or ".join(f"`qualifier: {word}`" for word in words)
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write {right}")


def _no_range(claim: Claim, stated: Sequence[Candidate]) -> FigureVerdict:
    """The quote has numbers in the unit, but no range: one alone, several apart, or a change."""
    change = [one.figure for one in stated if one.figure.role in {Role.FROM, Role.TO}]
    numbers = ", ".join(dict.fromkeys(in_unit(one.figure, one.value) for one in stated))
    read = f"a change, {_words(change, claim)}" if change else f"no range but {numbers}"
    wrong = f"the range is {_shown(claim)}, but the quote is read as {read}"
    right = "quote words that state a range, or make each number that is stated a fact"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, right)


def _words(figures: Sequence[Figure], claim: Claim) -> str:
    return repr(claim.quote[figures[0].start : figures[-1].end])


def _shown(claim: Claim) -> str:
    return f"{' to '.join(map(plain, _ends(claim)))} {claim.unit.en}".rstrip()


def _ends(claim: Claim) -> tuple[Fraction, Fraction]:
    if claim.number is None or claim.high is None:
        raise ValueError("the claim is no range")
    return as_written(claim.number), as_written(claim.high)
