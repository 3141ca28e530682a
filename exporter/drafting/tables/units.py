"""The unit of a table's figure, as its table says it: USD million for 1,234 under (in millions)."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from exporter.drafting.figures.units_counted import counted_units
from exporter.drafting.tables.proofs import Read
from exporter.drafting.tables.row_cells import Cell, is_below_zero
from exporter.engine.regex import regex
from exporter.evidence.claims import Claim, FigureState
from exporter.evidence.conventions import Currencies
from exporter.evidence.figures import confirm_figure
from exporter.evidence.ranges import confirm_range
from exporter.evidence.reading import Figure
from exporter.evidence.reading.table_heads import counts_shares, names_money
from exporter.facts.currencies import CENT, minor_label
from exporter.facts.folding import fold, lower
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
from exporter.facts.words import Lang, Qualifier

_SIZES = {
    1: "", 1000: "thousand", 10**4: "万", 10**6: "million", 10**7: "千万", 10**8: "亿",
    10**9: "billion", 10**12: "trillion", 10**5: "lakh",
}  # fmt: skip
_PLAIN = {RATIO: "%", POINTS: "pp", MULTIPLE: "x"}


class Written(NamedTuple):
    """A cell as a fact has it.

    Attributes:
        high: The high end of a range; "" for none.
    """

    value: str
    high: str
    unit: Unit
    qualifier: Qualifier


def written_in_unit(
    cell: Cell, read: Read, currencies: Currencies, *, counts: bool = True
) -> Written:
    """The value of a cell as a fact has it, in the unit that its table says.

    Args:
        cell: The cell.
        read: What it reads as.
        currencies: What settles bare signs.
        counts: Whether the head of its row may be what is counted.
    """
    number = _number(cell)
    size = abs(read.figure.value) / number if number else Fraction(1)
    first: Written | None = None
    head = _HEAD.match(read.quote.rsplit(" … ", 1)[-1])
    counted = head[0] if head and counts else ""
    for unit in _units(_with_head(read), size, head[0] if head else "", counted):
        scale = unit.scale * (unit.per.scale if unit.per else 1)  # of $/t that of the money alone
        ends = [_written(_signed(figure.value, cell) / scale, cell) for figure in read.figures]
        written = Written(ends[0], "".join(ends[1:]), unit, _qualifier(read))
        first = first or written
        if _is_proved(written, read.quote, currencies):
            return written
    plain = Written(_written(read.figure.value, cell), "", NO_UNIT, _qualifier(read))
    return first or plain


def _signed(value: Fraction, cell: Cell) -> Fraction:
    """A value below zero where its cell says so by a word: 减少2.09个百分点."""
    return -abs(value) if is_below_zero(cell) else value


def _with_head(read: Read) -> Figure:
    """The figure of a cell with the head of its row, which only the first one has beside it."""
    head = _HEAD.match(read.quote.rsplit(" … ", 1)[-1])
    is_bare = not re.search(r"\w", read.figure.subject) and head is not None
    return read.figure._replace(subject=head[0]) if head and is_bare else read.figure


_HEAD = regex(r"\D+")


def _qualifier(read: Read) -> Qualifier:
    """What is said of the value; the ends of a range are at least and at most, and exact."""
    said = read.figure.qualifiers
    if len(read.figures) > 1 or Qualifier.EXACT in said:
        return Qualifier.ABOUT if Qualifier.ABOUT in said else Qualifier.EXACT
    return next((one for one in _SAID if one in said), Qualifier.EXACT)


_SAID = (
    Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.UP_TO, Qualifier.OVER, Qualifier.UNDER,
    Qualifier.NEARLY,
)  # fmt: skip


def _number(cell: Cell) -> Fraction:
    return Fraction(cell.number.replace(",", "") if cell.number[0] != "." else f"0{cell.number}")


def _units(figure: Figure, size: Fraction, head: str, counted: str) -> Iterator[Unit]:
    kind, _, code = figure.dimension.partition(":")
    if kind == "money" and not figure.per and _OF_A_SHARE.search(head):
        yield from _units(figure._replace(per="share"), size, "", "")
    magnitude = _SIZES.get(int(size), "") if size.denominator == 1 else ""
    if kind == "money":
        per = f" per {'share' if figure.per == '股' else figure.per}" if figure.per else ""
        money = f"{code} {magnitude}".strip()
        minor = (
            [minor_label(code, CENT).en] if size == CENT else []
        )  # pence, by the head of its row
        for name in (*(f"{cents}{per}" for cents in minor), f"{money}{per}", money, code):
            if unit := find_unit(name):
                yield unit
    elif key := _PLAIN.get(figure.dimension):
        yield KNOWN_UNITS[key]
    elif figure.dimension != COUNT:
        yield from _as_said(figure, head)
        yield from _measures(figure, size)
    else:
        if counted and not counts_shares(lower(fold(figure.subject))):
            yield from _counted(figure._replace(subject=counted))
        if "share" in figure.subject or "股" in figure.subject:
            names = MAGNITUDES[magnitude].names if magnitude else NOTHING
            if shares := own_unit(f"{names.en} shares".strip(), f"{names.zh}股"):
                yield shares
        yield NO_UNIT


_OF_A_SHARE = regex(r"(?<![a-z])(?:eps|per share)(?![a-z])", re.IGNORECASE)


_SAID_UNIT = regex(r"[(（]([^()（）]{2,24})[)）]|, ([^,()]{2,24}?)\s*$")


def _as_said(figure: Figure, head: str) -> Iterator[Unit]:
    """A measure as the head of its row says it: million litres, and not thousand m³."""
    for found in _SAID_UNIT.finditer(head.strip()):
        unit = find_unit((found[1] or found[2]).strip())
        if unit is not None and unit.dimension == figure.dimension:
            yield unit


def _measures(figure: Figure, size: Fraction) -> Iterator[Unit]:
    """Measures that are as large as one of a cell's: 万吨."""
    alike = [unit for unit in KNOWN_UNITS.values() if unit.dimension == figure.dimension]
    yield from (unit for unit in alike if unit.scale == size)
    for unit in alike:
        times = size / unit.scale
        name = _SIZES.get(int(times), "") if times.denominator == 1 else ""
        if name and (larger := find_unit(f"{name} {unit.key}")):
            yield larger


# Heads that name sums, though they are plurals.
_NO_THINGS = regex(
    r"\b(?:balances?|leases|instruments|securities|notes|awards|options|rights|agreements|other|total"
    r"|adjustments|transactions|reserves|items|benefits|obligations|claims|derivatives)\b"
)


def _counted(figure: Figure) -> Iterator[Unit]:
    """What a row counts by its head, which names no money: 612 clinics."""
    words = lower(fold(figure.subject))
    if names_money(words) or _NO_THINGS.search(words):
        return
    lang: Lang = "zh" if re.search("[\u4e00-\u9fff]", figure.subject) else "en"
    for unit in counted_units((figure,), 0, lang):
        if unit.noun or unit.dimension != COUNT:
            yield unit


def _written(value: Fraction, cell: Cell) -> str:
    places = len(cell.number.partition(".")[2])
    number = _number(cell)
    while places and abs(value) >= 10 * number > 0:  # of 45.8 in millions none is left
        places, number = places - 1, number * 10
    while 10**places % value.denominator:
        places += 1
    whole, part = divmod(abs(value.numerator) * (10**places // value.denominator), 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part:0{places}}" if places else f"{sign}{whole}"


def _is_proved(written: Written, quote: str, currencies: Currencies) -> bool:
    decimals = len(written.value.partition(".")[2])
    value, high = float(written.value), float(written.high) if written.high else None
    unit, qualifier = written.unit, written.qualifier
    claim = Claim("", quote, "number", value, decimals, None, "", unit, qualifier, high=high)
    confirm = confirm_figure if high is None else confirm_range
    return confirm(claim, currencies).state is FigureState.CONFIRMED
