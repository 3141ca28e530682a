"""Why a person should look at what a table's figure is in: its column, its row, its sign.

What a figure is in is what its quote reads as; here that is held against what the table says.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted import counts, counts_things
from exporter.drafting.tables.measures import is_change
from exporter.drafting.tables.metrics import PER_SHARE
from exporter.drafting.tables.proofs import Read, has_dash_apart
from exporter.drafting.tables.row_cells import Cell, is_below_zero, is_marked
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import units_of_line
from exporter.facts.folding import fold, lower
from exporter.facts.units import COUNT, NO_UNIT, POINTS, RATIO, Unit


class Place(NamedTuple):
    """Where a figure stands.

    Attributes:
        columns: All columns of its table.
        at: Which cell of the row it is.
        sums: Whether its row of things may be one of sums.
        is_open_change: Whether it is a change that may be a rate or a sum.
    """

    cell: Cell
    column: Column | None
    row: Row
    columns: Sequence[Column]
    at: int
    sums: bool
    is_open_change: bool


def doubts_of_unit(place: Place, read: Read, unit: Unit) -> Iterator[str]:
    """Why a person should look at the unit or the sign of a figure.

    Args:
        place: Where it stands.
        read: What its quote reads as.
        unit: As it is drafted.
    """
    cell, row, figure = place.cell, place.row, read.figure
    marked = is_marked(cell)
    if not marked and figure.dimension not in {RATIO, POINTS} and _is_other(place):
        yield "its column may be in another unit"
    elif place.is_open_change and figure.dimension.startswith("money:"):
        yield "a change in percent, or in money: the table does not say"
    if row.line.unread:
        yield "a cell of its row is not read: see which column it stands in"
    yield _doubt_of_sign(row, cell, read)
    if unit.key in _IN_POUNDS and not marked:
        yield "in pounds or in pence: the table does not say it of a share"
    here = place.columns[place.at : place.at + 1]
    of_share = any(PER_SHARE.search(column.own) for column in here)
    if of_share and unit.dimension.startswith("money:") and unit.per is None:
        yield "its column is per share, which its quote does not say"
    if figure.dimension != COUNT:
        return
    if not marked and _says_rate(row):
        yield "the head of its row says a unit, which its quote does not"
    words = lower(fold(f"{' '.join(line.text for line in row.sections)} {row.line.words}"))
    if place.sums:
        yield "a number of things or a sum of money: the table does not say"
    elif unit == NO_UNIT and not (counts(words) or counts_things(row)):
        yield "the table does not say its unit"


def doubt_of_head(said: TableUnit | None, read: Read, cell: Cell) -> str:
    """Why a person should look at a figure whose head says in what it is; "" where they agree.

    Args:
        said: What the head of its column says; None for nothing.
        read: What its quote reads as.
        cell: The cell.
    """
    if said is None or not cell.number or cell.mark["unit"] or cell.mark["sign"]:
        return ""
    value = abs(read.figure.value) / said.scale
    is_same = read.figure.dimension == said.dimension and value == Fraction(
        cell.number.replace(",", "")
    )
    return "" if is_same else "the head of its column says another unit than its quote"


def _doubt_of_sign(row: Row, cell: Cell, read: Read) -> str:
    """Why a person should look at the sign of a figure; "" where its cell and its quote agree."""
    said = cell.mark.groupdict()
    if said.get("opened") and read.figure.value > 0 and not is_below_zero(cell):
        return "its brackets may be a minus, which the quote does not say"
    if not has_dash_apart(row.line):
        return ""
    is_below = bool(said.get("minus") or said.get("opened") or said.get("way") == "down")
    return _OTHER_SIGN if is_below != (read.figure.value < 0) else ""


_OTHER_SIGN = "a dash before it may be an empty cell, or its minus: the quote does not say"
_IN_POUNDS = {"GBP per share"}  # which most companies tell in pence
# Heads of columns that are in no millions of dollars.
_OTHER_UNITS = regex(
    r"(?<![a-z])(?:years|life|lives|rates?|percent|shares|number|ratio|yield|term)(?![a-z])|年限|股数|数量"
    r"|%|(?:率|(?<![年季])度)(?![a-z])|占比|比例"
)


def _is_other(place: Place) -> bool:
    """Whether the head of a column says that it is in another unit, or a line of units under it."""
    column = place.column
    if column is None:
        return False
    is_said = _OTHER_UNITS.search(_DUE_IN_YEARS.sub("", column.own)) is not None
    return is_said or (column.compares and _are_rates(place.row))


# Sums due in less than 1 year, 1-3 years, after 5 years.
_DUE_IN_YEARS = regex(r"(?:[0-9]{1,2}|one|two|three|five|ten) years?$")


def _are_rates(row: Row) -> bool:
    """Whether a line of units under the heads has percent for all columns of changes."""
    captions = [line for line, _ in row.heads.captions]
    lines = {line.number: line for line in (*row.heads.columns, *captions)}.values()
    units = [unit for line in lines for unit in units_of_line(lower(fold(line.text)))]
    rates = [said for one in units if (said := table_unit(one, in_brackets=True))]
    changes = sum(is_change(lower(fold(text))) for line in lines for text in line.texts)
    return 0 < changes <= sum(one.dimension == RATIO for one in rates)


def _says_rate(row: Row) -> bool:
    """Whether the head of a row says percent or points: ROE (%)."""
    own = table_unit(lower(fold(row.line.words)), in_brackets=True)
    return own is not None and own.dimension in {RATIO, POINTS}
