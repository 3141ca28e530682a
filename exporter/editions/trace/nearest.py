"""A number that is not found: what its heads would make it, and what it looks like instead."""

from collections.abc import Sequence
from fractions import Fraction

from exporter.editions.trace.asked import Asked
from exporter.editions.trace.fits import (
    Exactness,
    factors,
    fits,
    is_turned_by_heads,
    takes_either_sign,
)
from exporter.editions.trace.model import Finding, HardCoded, Hint, Known, Note, Verdict
from exporter.editions.trace.terms import terms_of_all
from exporter.editions.trace.words import alike, shown_figure, shown_name, shown_value
from exporter.facts.units import POINTS, RATIO

_MOST_PERIODS = 6
_KNOWN = {Exactness.EXACT, Exactness.ROUNDED}
_ENOUGH_TO_SHIFT = 2  # digits
_POWERS = tuple(Fraction(10) ** power for power in range(-9, 10) if power)


def not_found(
    number: HardCoded,
    asked: Asked,
    same_heads: Sequence[Known],
    other_periods: Sequence[Known],
    others: Sequence[Known],
) -> Finding:
    """A number that no known figure is.

    Args:
        number: The number.
        asked: What its heads ask for.
        same_heads: What its heads say, with another value.
        other_periods: The same of other periods.
        others: Figures of the same number of which the heads do not speak.
    """
    older = [known for known in _latest_first(other_periods) if _is(number, known, asked)]
    notes: list[Note] = []
    if older:
        notes.append(Note("stale", (alike(shown_number(number)), shown_figure(older[0]))))
    if same_heads:
        return _beside(number, same_heads[0], asked, older, notes)
    if older:
        hint = _hint_of_period(older[0], asked)
        return Finding(number, Verdict.NOT_FOUND, (older[0],), hint, tuple(notes))
    if other_periods:
        periods = list(dict.fromkeys(filter(None, (known.period for known in other_periods))))
        if periods:
            notes.append(Note("other periods", (alike(", ".join(periods[:_MOST_PERIODS])),)))
        else:
            notes.append(Note("no period said", (shown_figure(other_periods[0]),)))
    elif others:
        notes.append(Note("elsewhere", (shown_figure(others[0]),)))
    else:
        notes.append(Note("nothing"))
    return Finding(number, Verdict.NOT_FOUND, (), Hint.NONE, tuple(notes))


def _beside(
    number: HardCoded, known: Known, asked: Asked, older: Sequence[Known], notes: Sequence[Note]
) -> Finding:
    """A number beside the figure that its heads say."""
    hint = _hint(number, known, asked)
    if older and hint not in {Hint.SIGN, Hint.SHIFT}:
        hint = _hint_of_period(older[0], asked)
    if hint is Hint.NONE:
        key = "coarse" if _is_coarse(number, known, asked) else "less exact"
        note = Note(key, (shown_name(known), shown_value(known)))
        return Finding(number, Verdict.AMBIGUOUS, (known,), Hint.NONE, (note,))
    right = _shown(_right(number, known, asked))
    would = Note("would be", (shown_figure(known), shown_value(known), alike(right)))
    if _is_wrongly_a_share(number, known):
        would = Note("as a share", (shown_figure(known), shown_value(known)))
    return Finding(number, Verdict.NOT_FOUND, (known,), hint, (would, *notes))


def _hint_of_period(known: Known, asked: Asked) -> Hint:
    """What the number of another period is: stale, if that is an earlier one."""
    earlier = known.period.removeprefix("FY") < asked.period.written.removeprefix("FY")
    return Hint.STALE if earlier else Hint.OTHER


def _is_wrongly_a_share(number: HardCoded, known: Known) -> bool:
    return number.is_percent and known.unit.dimension not in {RATIO, POINTS}


def _latest_first(known: Sequence[Known]) -> list[Known]:
    return sorted(known, key=lambda one: one.period, reverse=True)


def shown_number(number: HardCoded) -> str:
    """A number as typed."""
    return f"{float(number.value):,.{number.decimals}f}"


def _terms(known: Known) -> frozenset[str]:
    return terms_of_all(known.metric)


def _is(number: HardCoded, known: Known, asked: Asked) -> bool:
    return any(fit.holds for fit in fits(number, known, asked, _terms(known)))


def _hint(number: HardCoded, known: Known, asked: Asked) -> Hint:
    """What a number looks like beside the figure that its heads say."""
    if _is_wrongly_a_share(number, known):
        return Hint.SHIFT
    near = list(fits(number, known, asked, _terms(known)))
    if any(fit.is_shifted and not fit.is_turned and fit.exactness in _KNOWN for fit in near):
        return Hint.SHIFT
    if any(fit.is_turned and fit.exactness in _KNOWN for fit in near):
        return Hint.SIGN
    if any(not fit.is_shifted and not fit.is_turned for fit in near):
        return Hint.NONE  # the figure is less exact
    right = _right(number, known, asked)
    if number.digits >= _ENOUGH_TO_SHIFT and any(
        abs(abs(number.value) - abs(right) * power) <= _last_digit(number) / 2 for power in _POWERS
    ):
        return Hint.SHIFT
    return Hint.DIGIT if _differ_by_a_digit(number, right, known) else Hint.OTHER


def _right(number: HardCoded, known: Known, asked: Asked) -> Fraction:
    """What would stand in the cell, were it the figure."""
    size = abs(number.value)
    possible = [known.values[0] / factor for factor, is_off in factors(number, known, asked)
                if not is_off]  # fmt: skip
    if not possible:
        possible = [known.values[0] / factor for factor, _ in factors(number, known, asked)]
    if not possible:
        return known.values[0] / known.unit.scale
    right = min(possible, key=lambda value: abs(_ratio(abs(value), size)))
    right = -right if is_turned_by_heads(_terms(known), asked) else right
    is_free = takes_either_sign(_terms(known), asked)
    return -right if is_free and (right < 0) != (number.value < 0) else right


def _ratio(one: Fraction, other: Fraction) -> float:
    from math import log10

    return log10(float(one / other)) if one and other else 100.0


def _last_digit(number: HardCoded) -> Fraction:
    """What its last digit counts that is no zero: 10 of 5,750."""
    whole = str(int(abs(number.value) * 10**number.decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return Fraction(10) ** (zeros - number.decimals)


def _shown(value: Fraction) -> str:
    """A number with all its digits, or as many as matter."""
    places = next((n for n in range(7) if (value * 10**n).denominator == 1), None)
    return f"{float(value):,.6g}" if places is None else f"{float(value):,.{places}f}"


def _is_coarse(number: HardCoded, known: Known, asked: Asked) -> bool:
    near = fits(number, known, asked, _terms(known))
    return any(fit.exactness is Exactness.COARSE for fit in near)


def _differ_by_a_digit(number: HardCoded, right: Fraction, known: Known) -> bool:
    """Whether one digit is another, too many or missing, or two have changed places."""
    places = max(number.decimals, known.decimals)
    one, other = (str(round(abs(value) * 10**places)) for value in (number.value, right))
    if len(one) == len(other):
        unlike = [at for at in range(len(one)) if one[at] != other[at]]
        if len(unlike) == 1:
            return True
        swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1
        return swapped and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]
    shorter, longer = sorted((one.rstrip("0"), other.rstrip("0")), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
