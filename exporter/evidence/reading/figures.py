"""The figures of a text: numerals with unit, qualifier, sign, rate and noun."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.reading import losses
from exporter.evidence.reading.bare_money import settled, settled_readings
from exporter.evidence.reading.bare_yuan import yuan_left_open
from exporter.evidence.reading.bracketed_en import in_unit_before
from exporter.evidence.reading.captions import with_units_of_captions
from exporter.evidence.reading.cell_figures import figure_of_cell, is_in_cells, is_size
from exporter.evidence.reading.compounds import join_compounds
from exporter.evidence.reading.dates import find_dates
from exporter.evidence.reading.denials import read_denials
from exporter.evidence.reading.directions import read_directions
from exporter.evidence.reading.earlier_en import with_units_of_earlier
from exporter.evidence.reading.falls_en import Direction
from exporter.evidence.reading.figure import Figure, Role
from exporter.evidence.reading.grammar import read_quantities
from exporter.evidence.reading.headed_en import with_units_heading
from exporter.evidence.reading.left_open import without_left_open
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.links import link
from exporter.evidence.reading.money_carried import with_money_carried
from exporter.evidence.reading.nouns import read_nouns
from exporter.evidence.reading.numerals import ONE, Numeral
from exporter.evidence.reading.parallels import find_parallels
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.reach import clauses_of
from exporter.evidence.reading.settled import as_before, may_also_be, with_table_unit
from exporter.evidence.reading.sums_en import in_money_said
from exporter.evidence.reading.sums_zh import in_money_before
from exporter.evidence.reading.table_rows import TableCell, table_cells
from exporter.evidence.reading.tied import read_qualifiers, read_roles
from exporter.evidence.reading.two_ways import bound_by_ways, with_flat_ends
from exporter.evidence.reading.units_carried import beside, with_units_carried
from exporter.evidence.reading.vocabulary.qualifiers import (
    AT_LEAST,
    EXACT,
    NOTHING,
    ORDER_OF,
    OVER,
    UP_TO,
    Readings,
)
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.evidence.reading.wording import Link, Wording
from exporter.facts.units import COUNT
from exporter.facts.words import turned

_Also = tuple[tuple[str, Fraction], ...]


class _Context(NamedTuple):
    """What the words around a quantity say of it."""

    noun: str
    subject: str
    per: str
    direction: Direction
    readings: Readings
    role: Role | None
    before: Quantity | None


def read_as_it_stands(text: str) -> tuple[Figure, ...]:
    """The figures of a text, read from its own words and digits; see `shapes.read_figures`."""
    words = Text(text)
    cells = table_cells(words.lower)
    prose = _read_prose(words, cells)
    if not cells:
        return prose
    kept = [one for one in prose if not is_in_cells(one, cells)]
    found = [*kept, *(figure_of_cell(cell, words) for cell in cells)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _read_prose(words: Text, cells: Sequence[TableCell]) -> tuple[Figure, ...]:
    """The figures of running text; none where there are but those of cells."""
    find_dates(words)
    quantities = without_left_open(join_compounds(read_quantities(words), words), words)
    quantities = with_flat_ends(quantities, words)
    if cells:
        quantities = [one for one in quantities if not is_size(one, words)]
    if all(is_in_cells(quantity, cells) for quantity in quantities):
        return ()
    quantities = with_units_of_captions(quantities, words)
    parallels = find_parallels(quantities, words)
    quantities = with_money_carried(with_table_unit(quantities, words), words)
    quantities = with_units_of_earlier(with_units_heading(quantities, words), words)
    quantities = with_units_carried(quantities, parallels, words)
    quantities, links = link(quantities, words)
    return tuple(_figures_of(quantities, links, parallels, words))


def _figures_of(
    quantities: list[Quantity], links: list[Link], parallels: list[bool], text: Text
) -> Iterator[Figure]:
    readings, starts = read_qualifiers(quantities, links, text)
    roles = read_roles(quantities, links, text)
    kept = [
        at
        for at, quantity in enumerate(quantities)
        if quantity.counted or readings[at] - EXACT or not quantity.numeral.weak
    ]
    if len(kept) < len(quantities):
        quantities, links = [quantities[at] for at in kept], [links[at] for at in kept]
        readings, starts = [readings[at] for at in kept], [starts[at] for at in kept]
        roles, parallels = [roles[at] for at in kept], [parallels[at] for at in kept]
    wording = Wording(text, quantities, links, starts, clauses_of(quantities, text))
    directions = read_directions(wording, parallels)
    readings = bound_by_ways(wording, directions, readings)
    denied, nouns = read_denials(wording), read_nouns(wording)
    for at in range(len(quantities)):
        # Deaths per 100,000 people count no people.
        if not denied[at] and (text.is_chinese or text.word(quantities[at].first - 1) != "per"):
            before = beside(quantities, at, text)
            said = _Context(*nouns[at], directions[at], readings[at], roles[at], before)
            yield from _figures(quantities, at, said, text)


def _figures(
    quantities: Sequence[Quantity], at: int, said: _Context, text: Text
) -> Iterator[Figure]:
    """The figures that a quantity states: one, or both ends of what it leaves open (数十)."""
    quantity = quantities[at]
    is_down = said.direction is Direction.DOWN and quantity.sign > 0
    scale = -quantity.scale if is_down or quantity.sign < 0 else quantity.scale
    dimension, sign = settled(quantity.dimension, text, quantity.scale)
    sign = sign or yuan_left_open(quantity, text)
    either_sign = said.direction is Direction.EITHER and quantity.sign > 0
    earlier = as_before(quantity, said.before, said.noun, text)
    for number, readings in _ends(quantity.numeral, said.readings):
        value = number if scale is ONE else number * scale
        also = _also(quantities, at, said, value, text) if quantity.dimension == COUNT else ()
        if also:
            also, sign = settled_readings(also, text)
        yield Figure(
            value,
            dimension,
            frozenset(map(turned, readings)) if is_down else readings,
            said.noun,
            said.per,
            either_sign or losses.is_outflow_in_brackets(text, quantity),
            quantity.start,
            quantity.end,
            text.given[quantity.start : quantity.end],
            said.subject,
            quantity.is_attribute or _describes(quantity, said.before, text),
            also or earlier,
            sign,
            quantity.numeral.vague,
            said.role if quantity.numeral.is_definite else None,
        )


def _also(
    quantities: Sequence[Quantity], at: int, said: _Context, value: Fraction, text: Text
) -> _Also:
    """What else a count may be, where the words leave that open."""
    quantity = quantities[at]
    also = may_also_be(quantity, said.noun, said.subject, value, text)
    if also and said.before is not None:
        also = in_money_before(also, quantity, said.before, text)
    if also or text.is_chinese:
        return also
    return in_unit_before(quantities, at, text) or in_money_said(quantities, at, value, text)


def _describes(quantity: Quantity, before: Quantity | None, text: Text) -> bool:
    """Whether a number stands right behind another and its classifier: 14个|64位内存控制器."""
    if before is None or not (quantity.is_bare and before.is_bare):
        return False
    gap = text.lower[before.end : quantity.start]
    return gap == " " or (len(gap) == 1 and gap in CLASSIFIERS)


def _ends(numeral: Numeral, said: Readings) -> list[tuple[Fraction, Readings]]:
    """The values that a numeral stands for, each with what agrees with it."""
    if numeral.is_definite:
        # 超过数百家 says no more of a number than 数百家 does.
        return [(numeral.low, ORDER_OF if numeral.vague else said or EXACT)]
    if numeral.vague:
        return [(numeral.low, AT_LEAST), (numeral.high, UP_TO)]
    order = ORDER_OF if numeral.magnitude >= 10 else NOTHING
    beyond = [] if numeral.beyond is None or said - EXACT else [(numeral.beyond, OVER)]
    return [
        *beyond,
        (numeral.low, (said | AT_LEAST | order) - EXACT),
        (numeral.high, (said | UP_TO | order) - EXACT),
    ]
