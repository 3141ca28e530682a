"""The magnitudes in which a changed figure is told: one for what it was and what it is.

A sheet shows a series in the magnitude of its largest value; of a change there are but two values,
and both are to be told alike: 0.952 → 1.51亿欧元.
"""

from fractions import Fraction

from exporter.facts.magnitudes import MAGNITUDES, is_said_in_both, suited
from exporter.facts.table import Fact

_LEAST = Fraction(1, 100)  # of the magnitude: a smaller value keeps its own
_PLAIN = ""


def shown_magnitudes(old: Fact | None, new: Fact | None) -> tuple[str, str]:
    """What the column SHOWN says of both sides of a change; "" where a unit's name decides."""
    sides = [(fact, _ones(fact) if fact else Fraction()) for fact in (old, new)]
    largest = max(ones for _, ones in sides)
    before, now = (_shown(fact, own, largest) if fact else _PLAIN for fact, own in sides)
    return before, now


def _shown(fact: Fact, own: Fraction, largest: Fraction) -> str:
    forms = fact.unit.forms
    if forms is None or is_said_in_both(forms.magnitude) or not largest:
        return _PLAIN
    size = MAGNITUDES[forms.magnitude].size
    together = suited(forms.magnitude, largest / size)
    if own and any(own < _LEAST * MAGNITUDES[key].size for key in together):
        together = suited(forms.magnitude, own / size)
    return "|".join(together)


def _ones(fact: Fact) -> Fraction:
    """How many ones the larger end of a figure is, without its sign; 0 of what is no figure."""
    forms = fact.unit.forms
    ends = [abs(end) for end in (fact.exact, fact.exact_high) if end is not None]
    if forms is None or not ends:
        return Fraction()
    return max(ends) * MAGNITUDES[forms.magnitude].size
