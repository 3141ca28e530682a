"""Figures as pages show them: a true minus, counts in short, bounds as each language says them.

A sheet shows `> 100,000,000`, for it computes; a page is read: `> 100 million`, 1亿以上. No digit
is added or lost: a count that takes more than three decimals in its magnitude stands in full.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.units import Unit
from exporter.facts.words import Bilingual, Lang, Qualifier
from exporter.report.formats import NumberLook, show_digits, show_number
from exporter.report.values import further_unit

MINUS = "\u2212"
_MOST_PLACES = 3  # of a count in its magnitude
_MAGNITUDES = {  # the largest first: power of ten, and what is said behind the number
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
# Chinese says a bound around the number; English pages show the marks of the sheet.
_AROUND_ZH = {
    Qualifier.EXACT: "{}",
    Qualifier.ABOUT: "约{}",
    Qualifier.NEARLY: "近{}",
    Qualifier.OVER: "{}以上",
    Qualifier.AT_LEAST: "至少{}",
    Qualifier.UP_TO: "至多{}",
    Qualifier.UNDER: "不到{}",
    Qualifier.ORDER_OF: "{}量级",
}


def show_on_page(value: Fraction, look: NumberLook) -> str:
    """A number, or a range by its low end, as a page shows it; in Chinese with its unit.

    A Chinese bound stands behind both: 1亿次下载以上.

    Args:
        value: In its unit as written.
        look: Its unit, decimals, qualifier, language and high end.
    """
    high = look.high if isinstance(look.high, Fraction) else None
    ends = [value] if high is None else [value, high]
    short = _in_short(ends, look)
    if look.lang == "en" and short is None:
        return show_with_minus(value, look)
    mark = Bilingual(look.signs[0], "").in_(look.lang)
    bare = _bare(ends, look, short)
    if look.lang == "en":
        return mark + bare
    return _AROUND_ZH[look.qualifier].format(bare + further_unit(look.unit, look.lang))


def unit_beside(unit: Unit, lang: Lang) -> str:
    """The unit that stands beside a number of a page; "" where the number has it with it."""
    return further_unit(unit, lang) if lang == "en" else ""


def show_with_minus(value: Fraction, look: NumberLook) -> str:
    """A number as on the sheet, digit for digit, with a true minus: the evidence page's way."""
    return show_number(value, look, minus=MINUS)


class _Short(NamedTuple):
    """A magnitude in which a count is told: its power of ten, its name, the decimals it takes."""

    power: int
    name: str
    places: int


def _in_short(ends: Sequence[Fraction], look: NumberLook) -> _Short | None:
    """In which magnitude a count is told in short; None where it stands as on the sheet."""
    if not _is_plain(look.unit):
        return None
    ones = [abs(end) for end in ends]
    for power, name in _MAGNITUDES[look.lang]:
        if min(ones) >= 10**power:
            thousandths = [end * 10**_MOST_PLACES / 10**power for end in ones]
            if any(end.denominator != 1 for end in thousandths):
                return None
            return _Short(power, name, _places_taken([end.numerator for end in thousandths]))
    return None


def _is_plain(unit: Unit) -> bool:
    """Whether a unit has no magnitude of its own, and is no money, whose magnitudes have signs."""
    return unit.size == unit.stored == 1 and not any(unit.before) and "money" not in unit.dimension


def _places_taken(thousandths: Sequence[int]) -> int:
    return next(
        places
        for places in range(_MOST_PLACES + 1)
        if all(end % 10 ** (_MOST_PLACES - places) == 0 for end in thousandths)
    )


def _bare(ends: Sequence[Fraction], look: NumberLook, short: _Short | None) -> str:
    """The ends without a qualifier: `100 million`, `20.5–21.5亿欧元`, `−60至−20亿欧元`."""
    _, before, after = look.signs
    if short:
        shown = [_digits(abs(end), short) for end in ends]
        after = short.name + after
    else:
        shown = [show_digits(end, look) for end in ends]
    signs = [MINUS if end < 0 else "" for end in ends]
    low = f"{signs[0]}{before}{shown[0]}"
    if len(ends) == 1:
        return low + after
    to = _to(look.lang) if any(signs) else "–"
    return f"{low}{to}{signs[1]}{shown[1]}{after}"


def _digits(count: Fraction, short: _Short) -> str:
    last = count * 10**short.places / 10**short.power
    return f"{Decimal(int(last)).scaleb(-short.places):f}"


def _to(lang: Lang) -> str:
    """What stands between ends of which one is negative, where a dash would be read as a minus."""
    return Bilingual(" to ", "至").in_(lang)
