"""The unit of a table's figure, as its table says it: USD million for 1,234 under (in millions)."""

from collections.abc import Iterator
from fractions import Fraction

from exporter.drafting.table_lines import Cell
from exporter.evidence.claims import Claim, FigureState
from exporter.evidence.conventions import Currencies
from exporter.evidence.figures import confirm_figure
from exporter.evidence.reading import Figure
from exporter.facts.magnitudes import MAGNITUDES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.units import (
    COUNT,
    KNOWN_UNITS,
    MULTIPLE,
    NO_UNIT,
    NOTHING,
    POINTS,
    RATIO,
    Unit,
)

_SIZES = {
    1: "", 1000: "thousand", 10**4: "万", 10**6: "million", 10**7: "千万", 10**8: "亿",
    10**9: "billion", 10**12: "trillion", 10**5: "lakh",
}  # fmt: skip
_PLAIN = {RATIO: "%", POINTS: "pp", MULTIPLE: "x"}


def unit_of_figure(
    cell: Cell, figure: Figure, quote: str, currencies: Currencies
) -> tuple[str, Unit, bool]:
    """The value of a cell as a fact has it, its unit, and whether the quote proves it."""
    number = _number(cell)
    size = abs(figure.value) / number if number else Fraction(1)
    first: tuple[str, Unit] | None = None
    for unit in _units(figure, size):
        value = _written(figure.value / unit.scale, cell)
        first = first or (value, unit)
        if _is_proved(value, unit, figure, quote, currencies):
            return value, unit, True
    return *(first or (_written(figure.value, cell), NO_UNIT)), False


def _number(cell: Cell) -> Fraction:
    return Fraction(cell.number.replace(",", "") if cell.number[0] != "." else f"0{cell.number}")


def _units(figure: Figure, size: Fraction) -> Iterator[Unit]:
    kind, _, code = figure.dimension.partition(":")
    magnitude = _SIZES.get(int(size), "") if size.denominator == 1 else ""
    if kind == "money":
        per = f" per {'share' if figure.per == '股' else figure.per}" if figure.per else ""
        for name in (f"{code} {magnitude}".strip() + per, f"{code} {magnitude}".strip(), code):
            if unit := find_unit(name):
                yield unit
    elif key := _PLAIN.get(figure.dimension):
        yield KNOWN_UNITS[key]
    elif figure.dimension != COUNT:
        for unit in KNOWN_UNITS.values():
            if unit.dimension == figure.dimension and unit.scale == size:
                yield unit
    else:
        if "share" in figure.subject or "股" in figure.subject:
            names = MAGNITUDES[magnitude].names if magnitude else NOTHING
            if shares := own_unit(f"{names.en} shares".strip(), f"{names.zh}股"):
                yield shares
        yield NO_UNIT


def _written(value: Fraction, cell: Cell) -> str:
    places = len(cell.number.partition(".")[2])
    while 10**places % value.denominator:
        places += 1
    whole, part = divmod(abs(value.numerator) * (10**places // value.denominator), 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part:0{places}}" if places else f"{sign}{whole}"


def _is_proved(value: str, unit: Unit, figure: Figure, quote: str, currencies: Currencies) -> bool:
    decimals = len(value.partition(".")[2])
    qualifier = next(iter(figure.qualifiers))
    claim = Claim("", quote, "number", float(value), decimals, None, "", unit, qualifier)
    return confirm_figure(claim, currencies).state is FigureState.CONFIRMED
