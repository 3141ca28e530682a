"""What the cells of a row are in: by themselves, by its head, by the cells above, by the table."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading.changes_told import Change, change_told
from exporter.evidence.reading.numerals import ONE
from exporter.evidence.reading.row_units import per_measure
from exporter.evidence.reading.row_words import Row, own_mark
from exporter.evidence.reading.table_columns import in_percent, units_of_columns
from exporter.evidence.reading.table_heads import is_number_of_shares, names_no_sum
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.facts.currencies import DOLLAR
from exporter.facts.units import MULTIPLE, POINTS, RATIO

# (per share) but not $1.46 per share, which is a part of a head.
_PER_SHARE = regex(
    r"(?<![0-9] )(?<![a-z])"
    r"(?:per[ -](?:[a-z]+ ){0,2}?(?P<of>share|unit|ads)s?(?![a-z])|eps(?![a-z]))"
    r"|(?P<zh>每股)"
)
# Of one share, where its section is left out.
_BASIC = regex(r"(?:basic|diluted|basic and diluted|assuming dilution)\W*")
DIMENSIONS = {
    "%": (RATIO, Fraction(1, 100)), "‰": (RATIO, Fraction(1, 1000)),
    "pp": (POINTS, Fraction(1, 100)), "ppt": (POINTS, Fraction(1, 100)),
    "pt": (POINTS, Fraction(1, 100)), "个百分点": (POINTS, Fraction(1, 100)),
    "bp": (POINTS, Fraction(1, 10000)), "x": (MULTIPLE, ONE), "倍": (MULTIPLE, ONE),
    "p": ("money:GBP", Fraction(1, 100)),  # 11.4p of earnings a share
}  # fmt: skip


class Column(NamedTuple):
    """What the cells of a column are in, by those above.

    Attributes:
        mark: A sign of money, or of percent; "" where none is said.
        per: What sums are per; "" for nothing.
        unit: What its own head says in brackets; None for nothing.
    """

    mark: str = ""
    per: str = ""
    unit: TableUnit | None = None


class Said(NamedTuple):
    """What holds for the rows that follow.

    Attributes:
        unit: By a caption; None for nothing.
        section: The head of the rows, in small letters.
        columns: What the cells of the row above are in.
        heads: Of columns, where one of them says what it is in.
        behind_notes: How many columns stand behind one of numbers of notes; 0 for no such one.
        changes: For each column whether it tells changes, of which nothing says what they are in.
        width: How many columns the heads are over; 0 where they cannot be counted.
    """

    unit: TableUnit | None = None
    section: str = ""
    columns: tuple[Column, ...] = ()
    heads: tuple[str, ...] = ()
    behind_notes: int = 0
    changes: tuple[bool, ...] = ()
    width: int = 0


def as_row_says(column: Column, own: TableUnit | None) -> Column:
    """A column as a row has it whose own head says a unit, which no rate of change is in."""
    is_other = own is not None and column.unit is not None and column.unit.dimension not in _RATES
    return column._replace(unit=None) if is_other else column


_RATES = {RATIO, POINTS}


def own_unit(row: Row, said: Said) -> TableUnit | None:
    """What the head of a row says in brackets; bare cents are those of the caption's money."""
    own = table_unit(row.head, in_brackets=True)
    if own is None or not said.unit or not said.unit.dimension.startswith("money:"):
        return own
    is_cents = own.dimension == f"money:{DOLLAR}" and own.scale < ONE
    has_cents = said.unit.dimension not in _WITHOUT_CENTS
    return own._replace(dimension=said.unit.dimension) if is_cents and has_cents else own


_WITHOUT_CENTS = {"money:GBP", "money:£", "money:CNY", "money:JPY", "money:¥"}


def is_apart(row: Row) -> bool:
    """Whether what a caption says of sums does not hold for a row."""
    numbers = [cell["number"] for _, cell in row.cells if cell["number"]]
    has_signs = any(own_mark(cell) for _, cell in row.cells)
    return names_no_sum(row.head, [] if has_signs else numbers)


def without_sums(row: Row, columns: Sequence[Column]) -> tuple[Column, ...]:
    """What the cells of such a row are in: signs of money are their own alone."""
    return tuple(
        column
        if own_mark(cell) or column.mark in DIMENSIONS
        else Column(unit=None if _is_money(column.unit) else column.unit)
        for (_, cell), column in zip(row.cells, columns, strict=True)
    )


def _is_money(unit: TableUnit | None) -> bool:
    return unit is not None and unit.dimension.startswith("money:")


def columns_of(row: Row, said: Said) -> tuple[Column, ...]:
    """What the cells of a row are in: by themselves, by the row's head, by the cells above."""
    count = len(row.cells)
    above = said.columns if len(said.columns) == count else ()
    marks = _marks(row)
    units = units_of_columns(said.heads, [not own_mark(cell) for _, cell in row.cells])
    percent = in_percent(said.heads, count)
    rates = _rates(row, said.changes, percent)
    marks = [
        "%" if is_rate else mark or "%" * at
        for mark, at, is_rate in zip(marks, percent, rates, strict=True)
    ]
    signs = {column.mark for column in said.columns if column.mark}
    if signs & DIMENSIONS.keys() and not all(column.mark for column in said.columns):
        signs = set()  # a column of changes in percent
    if not any(marks) and not above and len(signs) == 1:
        marks = [*signs] * count
    old = above or (Column(),) * count
    per = _per(row, said.section)
    if any("," in (cell["number"] or "") for _, cell in row.cells) and not _per(row, ""):
        per = ""  # Basic earnings per share: … Net income $122,641 $266,799
    has_cents = [CENTS.fullmatch(cell["number"] or "") is not None for _, cell in row.cells]
    return tuple(
        Column(
            mark or column.mark,
            # Of earnings in millions beside earnings per share the latter have cents.
            per if per and (cents or not any(has_cents)) else column.per if cents else "",
            unit or column.unit,
        )
        for mark, column, cents, unit in zip(marks, old, has_cents, units, strict=True)
    )


def _rates(row: Row, changes: Sequence[bool], percent: Sequence[bool]) -> list[bool]:
    """Which bare cells are rates of change by those beside them, under heads that say a change."""
    cells = [cell for _, cell in row.cells]
    if not any(changes) or len(changes) != len(cells):
        return [False] * len(cells)
    found, beside = list[bool](), list[str]()
    for cell, is_change, is_rate in zip(cells, changes, percent, strict=True):
        written = cell[0] if cell["number"] else ""
        is_bare = is_change and not own_mark(cell)
        found.append(is_bare and change_told(beside, written) is Change.RATE)
        beside += [] if is_change or is_rate else [written]
    return found


CENTS = regex(r"[0-9]*\.[0-9]{2}")


def _per(row: Row, section: str) -> str:
    """What the sums of a row are per, by its head or that of its section; "" for nothing."""
    if any(map(is_number_of_shares, (row.head, section))):
        return ""
    if _BASIC.fullmatch(row.head) and any(
        CENTS.fullmatch(cell["number"] or "") for _, cell in row.cells
    ):
        return "share"
    if measure := per_measure(row.head):
        return measure
    per = _PER_SHARE.search(row.head) or _PER_SHARE.search(section)
    return ((per["zh"] and "股") or per["of"] or "share") if per else ""


def _marks(row: Row) -> list[str]:
    """What the cells of a row say that they are in.

    A sign of money holds for the bare ones on where the first cell has it: 2.1 $ 285.40 2.1 $ 584
    are numbers of shares, and sums.
    """
    marks, money = [], ""
    first = row.cells[0][1]
    carries = bool(first["sign"] or first["inside"] or first["sign_of_nothing"])
    for _, cell in row.cells:
        signed = cell["sign"] or cell["inside"] or cell["sign_of_nothing"]
        money = signed or (money if carries else "")
        marks.append((cell["unit"] or cell["unit_in"] or money).strip())
    return marks
