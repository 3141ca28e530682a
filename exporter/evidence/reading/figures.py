"""The figures of a text: numerals with unit, qualifier, sign, rate and noun."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading import denials, losses, qualifiers, qualifiers_behind, signs
from exporter.evidence.reading.bare_money import settled, settled_readings
from exporter.evidence.reading.bounded import within_bounds
from exporter.evidence.reading.bracketed_en import in_unit_before
from exporter.evidence.reading.compounds import join_compounds
from exporter.evidence.reading.dates import find_dates
from exporter.evidence.reading.falls_en import Direction
from exporter.evidence.reading.grammar import read_quantities
from exporter.evidence.reading.headed_en import with_units_heading
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.links import Link, is_level, link, may_be_by_and_to
from exporter.evidence.reading.money_carried import with_money_carried
from exporter.evidence.reading.nouns import read_nouns
from exporter.evidence.reading.numerals import ONE, Numeral
from exporter.evidence.reading.parallels import beside, find_parallels, with_units_carried
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.reach import clause_bounds
from exporter.evidence.reading.settled import as_before, may_also_be, with_table_unit
from exporter.evidence.reading.sums_en import in_money_said
from exporter.evidence.reading.sums_zh import in_money_before
from exporter.evidence.reading.table_heads import counts_shares
from exporter.evidence.reading.table_rows import TableCell, table_cells
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, NOTHING, OVER, Readings, both
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import COUNT, ORDINAL, POINTS, RATIO
from exporter.facts.words import Qualifier, turned


class Role(StrEnum):
    """What a figure is of two that are said together; the other one stands beside it."""

    LOW = "low"  # the ends of a range
    HIGH = "high"
    FROM = "from"  # the ends of a change
    TO = "to"
    CENTRE = "centre"  # a range said by its middle: 20 ± 0.5
    MARGIN = "margin"


class Figure(NamedTuple):
    """One number that a text states.

    Attributes:
        value: Exact, signed, in the base unit of its dimension: 19% is 19/100, 3小时 is 10,800.
        dimension: As in `facts.units`; a rate has its numerator's dimension, see `per`.
        qualifiers: The readings that agree with the text; exact where it says nothing.
        noun: The words that say what is counted, up to the next figure or the clause's end.
        per: What it is said to be per: the key of a unit (`days`), or a thing (`share`); else "".
        either_sign: Whether the words leave the sign to the metric (亏损24亿元).
        start: Offset of the figure's first character in the text as given.
        end: Offset after its last.
        text: The figure's own words.
        subject: The words before it in its clause, up to the figure before it.
        is_attribute: Whether it describes what another figure counts (20,000-box ships).
        also: What else it may be, where the words leave that open: dimensions with their values.
        sign: The sign of its money ($, ¥, £, kr) where the sentence does not settle which that is.
        is_vague: Whether nobody can say which number it is (several, hundreds of, 数百).
        role: What it is of a range, or of a change from one figure to another, if anything.
    """

    value: Fraction
    dimension: str
    qualifiers: frozenset[Qualifier]
    noun: str
    per: str
    either_sign: bool
    start: int
    end: int
    text: str
    subject: str = ""
    is_attribute: bool = False
    also: tuple[tuple[str, Fraction], ...] = ()
    sign: str = ""
    is_vague: bool = False
    role: Role | None = None

    def qualifiers_of(self, value: Fraction) -> frozenset[Qualifier]:
        """What agrees with a value of this sign: losses over 24 are a result under -24."""
        is_other = value * self.value < 0
        return frozenset(map(turned, self.qualifiers)) if is_other else self.qualifiers


class _Context(NamedTuple):
    """What the words around a quantity say of it."""

    noun: str
    subject: str
    per: str
    direction: Direction
    readings: Readings
    role: Role | None


_ENDS = {
    Link.RANGE: (Role.LOW, Role.HIGH),
    Link.FROM_TO: (Role.FROM, Role.TO),
    Link.MARGIN: (Role.CENTRE, Role.MARGIN),
}


_LOW_END = frozenset({Qualifier.AT_LEAST})
_HIGH_END = frozenset({Qualifier.UP_TO})
_MAGNITUDE = frozenset({Qualifier.ORDER_OF})


def read_as_it_stands(text: str) -> tuple[Figure, ...]:
    """The figures of a text, read from its own words and digits; see `shapes.read_figures`."""
    words = Text(text)
    cells = table_cells(words.lower)
    prose = _read_prose(words, cells)
    if not cells:
        return prose
    kept = [one for one in prose if not _is_in_cells(one, cells)]
    found = [*kept, *(_figure_of_cell(cell, words) for cell in cells)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _is_in_cells(found: Figure | Quantity, cells: Sequence[TableCell]) -> bool:
    return any(found.start < cell.end and cell.start < found.end for cell in cells)


def _is_size(quantity: Quantity, text: Text) -> bool:
    """Whether a quantity is what a caption says that cells are in: (in millions)."""
    is_alone = quantity.numeral.vague and text.word(quantity.last) in {")", ",", ";"}
    return is_alone and text.word(quantity.first - 1) == "in"


_ABOUT = frozenset({Qualifier.ABOUT})
_QUALIFIERS_OF_CELL: Mapping[tuple[bool, int], Readings] = {
    (False, 0): EXACT, (True, 0): _ABOUT,
    (False, -1): _LOW_END, (False, 1): _HIGH_END,
    (True, -1): _LOW_END | _ABOUT, (True, 1): _HIGH_END | _ABOUT,
}  # fmt: skip


def _figure_of_cell(cell: TableCell, text: Text) -> Figure:
    dimension, sign = settled(cell.dimension, text, ONE)
    also = cell.also
    if also:
        also, also_sign = settled_readings(also, text)
        sign = sign or also_sign
    return Figure(
        cell.value,
        dimension,
        _QUALIFIERS_OF_CELL[cell.is_about, cell.of_range],
        "shares" if dimension == COUNT and counts_shares(cell.head) else "",
        cell.per,
        False,
        cell.start,
        cell.end,
        text.given[cell.start : cell.end],
        cell.head,
        also=also,
        sign=sign,
        role={-1: Role.LOW, 1: Role.HIGH}.get(cell.of_range),
    )


def _read_prose(words: Text, cells: Sequence[TableCell]) -> tuple[Figure, ...]:
    """The figures of running text; none where there are but those of cells."""
    find_dates(words)
    quantities = join_compounds(read_quantities(words), words)
    if cells:
        quantities = [one for one in quantities if not _is_size(one, words)]
    if all(_is_in_cells(quantity, cells) for quantity in quantities):
        return ()
    parallels = find_parallels(quantities, words)
    quantities = with_money_carried(with_table_unit(quantities, words), words)
    quantities = with_units_heading(quantities, words)
    quantities = with_units_carried(quantities, parallels, words)
    quantities, links = link(quantities, words)
    return tuple(_figures_of(quantities, links, parallels, words))


def _figures_of(
    quantities: list[Quantity], links: list[Link], parallels: list[bool], text: Text
) -> Iterator[Figure]:
    readings, starts = _readings(quantities, links, text)
    roles = _roles(quantities, links, text)
    kept = [
        at
        for at, quantity in enumerate(quantities)
        if quantity.counted or readings[at] - EXACT or not quantity.numeral.weak
    ]
    if len(kept) < len(quantities):
        quantities, links = [quantities[at] for at in kept], [links[at] for at in kept]
        readings, starts = [readings[at] for at in kept], [starts[at] for at in kept]
        roles, parallels = [roles[at] for at in kept], [parallels[at] for at in kept]
    clauses = _clauses(quantities, text)
    directions = _directions(quantities, links, parallels, starts, clauses, text)
    denied = _denials(quantities, links, starts, clauses, text)
    nouns = read_nouns(quantities, links, starts, clauses, text)
    for at in range(len(quantities)):
        # Deaths per 100,000 people count no people.
        if not denied[at] and (text.is_chinese or text.word(quantities[at].first - 1) != "per"):
            noun, subject, per = nouns[at]
            said = _Context(noun, subject, per, directions[at], readings[at], roles[at])
            yield from _figures(quantities, at, said, text)


def _figures(
    quantities: Sequence[Quantity], at: int, said: _Context, text: Text
) -> Iterator[Figure]:
    quantity, before = quantities[at], beside(quantities, at, text)
    is_attribute = quantity.is_attribute
    earlier: tuple[tuple[str, Fraction], ...] = ()
    if quantity.is_bare and before is not None:
        is_attribute = is_attribute or _describes(quantity, before, text)
        earlier = as_before(quantity, before, said.noun, text)
    is_count = quantity.dimension == COUNT
    down = said.direction is Direction.DOWN and quantity.sign > 0
    scale = -quantity.scale if down or quantity.sign < 0 else quantity.scale
    dimension, sign = settled(quantity.dimension, text, quantity.scale)
    for number, size in _ends(quantity.numeral, said.readings):
        readings = frozenset(map(turned, size)) if down else size
        value = number if scale is ONE else number * scale
        also = is_count and may_also_be(quantity, said.noun, said.subject, value, text)
        if also and before is not None:
            also = in_money_before(also, quantity, before, text)
        if is_count and not also and not text.is_chinese:
            also = in_unit_before(quantities, at, text) or in_money_said(
                quantities, at, value, text
            )
        if also:
            also, sign = settled_readings(also, text)
        yield Figure(
            value,
            dimension,
            readings,
            said.noun,
            said.per,
            (said.direction is Direction.EITHER and quantity.sign > 0)
            or losses.is_outflow_in_brackets(text, quantity),
            quantity.start,
            quantity.end,
            text.given[quantity.start : quantity.end],
            said.subject,
            is_attribute,
            also or earlier,
            sign,
            quantity.numeral.vague,
            said.role if quantity.numeral.is_definite else None,
        )


def _describes(quantity: Quantity, before: Quantity, text: Text) -> bool:
    """Whether a number stands right behind another and its classifier: 14个|64位内存控制器."""
    if not before.is_bare:
        return False
    gap = text.lower[before.end : quantity.start]
    return gap == " " or (len(gap) == 1 and gap in CLASSIFIERS)


def _ends(numeral: Numeral, said: Readings) -> list[tuple[Fraction, Readings]]:
    """The values that a numeral stands for, each with what agrees with it."""
    if numeral.is_definite:
        # 超过数百家 says no more of a number than 数百家 does.
        return [(numeral.low, _MAGNITUDE if numeral.vague else said or EXACT)]
    if numeral.vague:
        return [(numeral.low, _LOW_END), (numeral.high, _HIGH_END)]
    order = _MAGNITUDE if numeral.magnitude >= 10 else NOTHING
    beyond = [] if numeral.beyond is None or said - EXACT else [(numeral.beyond, OVER)]
    return [
        *beyond,
        (numeral.low, (said | _LOW_END | order) - EXACT),
        (numeral.high, (said | _HIGH_END | order) - EXACT),
    ]


def _roles(quantities: list[Quantity], links: list[Link], text: Text) -> list[Role | None]:
    """What each quantity is of two that are tied.

    Of three in a row (5-10-15) none is an end, nor of two where the words leave that open.
    """
    roles: list[Role | None] = [None] * len(links)
    for at, tie in enumerate(links):
        if tie is Link.NONE:
            continue
        both_roles = _ENDS.get(tie)
        if both_roles is None or links[at + 1] in _ENDS or (at and links[at - 1] in _ENDS):
            continue
        one, other = quantities[at : at + 2]
        is_open = one.stands_alone and one.dimension not in {RATIO, POINTS}
        if tie is Link.RANGE and is_open and may_be_by_and_to(one, other, text):
            continue  # the stores rose 5 to 20
        roles[at], roles[at + 1] = both_roles
    return roles


def _readings(
    quantities: list[Quantity], links: list[Link], text: Text
) -> tuple[list[Readings], list[int]]:
    """What agrees with each quantity, and where the words begin that say it.

    What is said of a range holds for both its ends.
    """
    found, starts, previous, compared = [], [], 0, -1
    for quantity in quantities:
        said, start = qualifiers.before(quantity, text, previous, compared)
        found.append(both(said, qualifiers_behind.after(quantity, text)))
        starts.append(start)
        previous = quantity.last
        compared = -1 if quantity.dimension == ORDINAL else previous
    for at, tie in enumerate(links):
        if tie is Link.NONE:
            continue
        if tie is Link.RANGE or tie is Link.FROM_TO:
            exact = EXACT if tie is Link.FROM_TO else NOTHING
            said = both(*within_bounds(found[at], found[at + 1])) - EXACT
            if tie is Link.FROM_TO and is_level(quantities[at], quantities[at + 1], text):
                found[at], found[at + 1] = said | exact, said | exact
                continue
            found[at], found[at + 1] = said | _LOW_END | exact, said | _HIGH_END | exact
        elif tie is Link.JOINED and found[at] and not found[at + 1]:
            found[at + 1] = found[at] | EXACT
    return found, starts


def _clauses(quantities: list[Quantity], text: Text) -> list[tuple[int, int]]:
    """The indices of the first word of each quantity's clause, and of the word that ends it."""
    bounds = clause_bounds(text)
    found = []
    for quantity in quantities:
        before = bisect_left(bounds, quantity.first)
        after = bisect_left(bounds, quantity.last)
        start = bounds[before - 1] + 1 if before else 0
        found.append((start, bounds[after] if after < len(bounds) else len(text.words)))
    return found


def _directions(
    quantities: list[Quantity],
    links: list[Link],
    parallels: list[bool],
    starts: list[int],
    clauses: list[tuple[int, int]],
    text: Text,
) -> list[Direction]:
    """For every quantity what is said of its sign; a joined figure falls with the one before it."""
    if not signs.may_hold_directions(text):
        return [Direction.AS_WRITTEN] * len(quantities)
    found: list[Direction] = []
    previous = Link.NONE
    last = 0
    for at, quantity in enumerate(quantities):
        way = Direction.AS_WRITTEN
        if quantity.dimension != ORDINAL:
            way = signs.direction(text, starts[at], max(clauses[at][0], last), quantity)
            if (
                way is Direction.AS_WRITTEN
                and last > clauses[at][0]
                and losses.may_be_lost(text, quantity)
                and losses.is_loss(
                    text.words[max(clauses[at][0], starts[at] - 40) : starts[at]],
                    quantity.dimension,
                )
            ):
                way = Direction.EITHER
        again = text.word(starts[at] - 1) == "by" and text.word(starts[at] - 2) in {"and", "or"}
        again = again or (at > 0 and _is_restated(quantities[at - 1], quantity, text))
        is_new = text.word(starts[at] - 1) == "and" and text.word(quantity.last) == "of"
        is_tied = (previous is Link.JOINED and not is_new) or previous is Link.RANGE or again
        is_tied = is_tied or (parallels[at] and quantity.dimension == quantities[at - 1].dimension)
        if is_tied and way is Direction.AS_WRITTEN:
            way = found[-1] if found else way  # fell by 1.3% in May and by 1.1% in June
        elif previous is Link.FROM_TO and found[-1] is not Direction.AS_WRITTEN:
            way = way if is_level(quantities[at - 1], quantity, text) else Direction.EITHER
        found.append(way)
        previous, last = links[at], quantity.last
    return found


_RESTATING = regex(r",? or (?:about |nearly |almost |some |just )?| \(")


def _is_restated(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a figure says the one before it in another unit: lost 214 points, or 1.1%."""
    gap = text.lower[one.end : other.start]
    return one.dimension != other.dimension and _RESTATING.fullmatch(gap) is not None


def _denials(
    quantities: list[Quantity],
    links: list[Link],
    starts: list[int],
    clauses: list[tuple[int, int]],
    text: Text,
) -> list[bool]:
    """For every quantity whether the text denies it; a figure tied to a denied one is too."""
    if not denials.may_hold_denials(text):
        return [False] * len(quantities)
    found: list[bool] = []
    tie, previous = Link.NONE, 0
    for at, quantity in enumerate(quantities):
        clause, end = clauses[at]
        denied = denials.is_denied(text, starts[at], max(clause, previous), end, quantity)
        gap = text.lower[quantities[at - 1].end : text.starts[starts[at]]] if at else ""
        tied = at > 0 and (tie is not Link.NONE or _CARRIES_ON.fullmatch(gap) is not None)
        found.append(denied or (tied and found[-1]))
        tie, previous = links[at], quantity.last
    return found


_CARRIES_ON = regex(
    r"[^，。；：！？,;:\x00]{0,6}?(?:和|及|与|或|、|至|到)\s*"
    r"|\s?(?:[a-z]+\s){0,2}?(?:or|nor|and|to)\s*"
)
