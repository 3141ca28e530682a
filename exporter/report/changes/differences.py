"""By how much a figure changed: in its unit, and relative to what it was."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from exporter.facts.periods import are_as_long
from exporter.facts.series import shown_in
from exporter.facts.table import Fact
from exporter.facts.units import KNOWN_UNITS, ORDINAL, POINTS, RATIO, Unit
from exporter.facts.words import Lang, Qualifier
from exporter.limits import SIGNIFICANT_DIGITS
from exporter.report.formats import NumberLook, show_bare

# What is compared with nothing: shares and points have their own measure, places none.
_NOT_RELATIVE = frozenset({RATIO, POINTS, ORDINAL})
_FINEST = 6  # decimals of a relative change
_PP, _DAYS = KNOWN_UNITS["pp"], KNOWN_UNITS["days"]


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a figure changed.

    Attributes:
        amount: New less old, in `unit`; of ranges, of their low ends.
        high: The same of the high ends of two ranges; None where there are none.
        relative: To what it was; None where that says nothing: of shares, of places, and where it
            was not more than 0.
        unit: That of the new figure; percentage points for shares.
        decimals: How many tell all of the amounts.
    """

    amount: Fraction
    high: Fraction | None
    relative: Fraction | None
    unit: Unit
    decimals: int

    def shown(self, lang: Lang) -> str:
        """The amount with its sign, without its unit: `+0.1`, `+0.5 / +0.7` of a range."""
        ends = [self.amount, *([] if self.high is None else [self.high])]
        return " / ".join(self._signed(end, lang) for end in ends)

    def _signed(self, amount: Fraction, lang: Lang) -> str:
        places = max(self.decimals - self.unit.moved(lang), 0)
        text = show_bare(abs(amount), NumberLook(self.unit, places, Qualifier.EXACT, lang))
        return f"{_sign(amount)}{text}"

    def shown_relative(self) -> str:
        """The relative change, as `show_relative` has it."""
        return show_relative(self.relative)


def show_relative(relative: Fraction | None) -> str:
    """A relative change: `+3.2`, of a hundred; "" where there is none to tell."""
    places = relative_places(relative)
    if relative is None or places is None:
        return ""
    shown = Decimal(round(abs(relative) * 10 ** (places + 2))).scaleb(-places)
    return f"{_sign(relative)}{shown:,f}"


def relative_places(relative: Fraction | None) -> int | None:
    """How many decimals of a hundred tell a relative change: two digits at least of a small one.

    None where there is none to tell, or it is nothing in four decimals.
    """
    if relative is None or round(abs(relative) * 10**_FINEST) == 0:
        return None
    percent, places = abs(relative) * 100, 1
    while round(percent * 10**places) < 10 and places < _FINEST - 2:
        places += 1
    while places > 1 and round(percent * 10**places) % 10 == 0:
        places -= 1
    return places


def _sign(amount: Fraction) -> str:
    return "+" if amount > 0 else "−" if amount < 0 else "±"


def difference_of(old: Fact | None, new: Fact | None, shown: str = "") -> Difference | None:
    """By how much a figure changed; None where it did not, or there is nothing to subtract.

    A half and nine months are not subtracted: what lies between them is no change.

    Args:
        old: As it was.
        new: As it is.
        shown: What the column SHOWN says of it as it is.
    """
    if old is None or new is None or not are_as_long(old.period, new.period):
        return None
    if old.date and new.date:
        return _of_days(old, new)
    before, after = old.exact, new.exact
    if before is None or after is None or not _is_of_one_thing(old.unit, new.unit):
        return None
    if (old.exact_high is None) != (new.exact_high is None):
        return None
    unit = _PP if new.unit.dimension == RATIO else shown_in(new.unit, shown)
    to_unit = old.unit.scale / unit.scale, new.unit.scale / unit.scale
    amount = after * to_unit[1] - before * to_unit[0]
    high = _high(old, new, to_unit)
    if not (amount or high):
        return None
    relative = None
    if before > 0 and unit.dimension not in _NOT_RELATIVE and high is None:
        relative = amount / (before * to_unit[0])
    decimals = _decimals(old, new, [amount, high or Fraction()])
    return Difference(amount, high, relative, unit, decimals)


def _is_of_one_thing(old: Unit, new: Unit) -> bool:
    """Whether figures in two units can be subtracted: nobody knows how many seats a licence is."""
    if old.dimension != new.dimension:
        return False
    if (old.noun or new.noun) and old.en.casefold() != new.en.casefold():
        return False
    per = [unit.per.words if unit.per else frozenset() for unit in (old, new)]
    return per[0] == per[1] or not per[0].isdisjoint(per[1])


def _high(old: Fact, new: Fact, to_unit: tuple[Fraction, Fraction]) -> Fraction | None:
    if old.exact_high is None or new.exact_high is None:
        return None
    return new.exact_high * to_unit[1] - old.exact_high * to_unit[0]


def _of_days(old: Fact, new: Fact) -> Difference | None:
    """Between two days; between months or years nothing is counted."""
    assert old.date is not None  # noqa: S101 - asked before
    assert new.date is not None  # noqa: S101
    days = (new.date - old.date).days
    if not days or {old.precision, new.precision} != {"day"}:
        return None
    return Difference(Fraction(days), None, None, _DAYS, 0)


def _decimals(old: Fact, new: Fact, amounts: list[Fraction]) -> int:
    """As many as the figures were written with, in one unit; else as many as it takes.

    What is calculated has no end of digits: as many as it is shown with, or the first that tells.
    """
    if old.formula or new.formula:
        places = max(old.decimals, new.decimals)
        told = (place for place in range(places, SIGNIFICANT_DIGITS)
                if any(round(abs(one) * 10**place) for one in amounts))  # fmt: skip
        return next(told, places)
    if old.unit.scale == new.unit.scale and new.unit.dimension != RATIO:
        return max(old.decimals, new.decimals)
    least = new.decimals
    while least < SIGNIFICANT_DIGITS and any((one * 10**least).denominator != 1 for one in amounts):
        least += 1
    return least if least < SIGNIFICANT_DIGITS else new.decimals + 1
