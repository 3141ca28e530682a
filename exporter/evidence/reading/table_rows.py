"""Rows of tables that a quote joins to what the table says of them: (in millions) … Net sales 53.

The passages of such a quote are, in the order of the source, captions (in millions), heads of
sections (Net income per share:), and rows: words, then cells to the end. A caption holds for the
bare numbers of the rows behind it, a sign of money for the cells behind it in its row, and what a
cell of a row is in for the cell below it in a later row, as tables print signs in their first row
alone. Without a caption or a row before it, a row is read as any other words are.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.clauses import ELLIPSIS
from exporter.evidence.reading.cell_units import (
    CENTS,
    DIMENSIONS,
    Column,
    Said,
    as_row_says,
    columns_of,
    is_apart,
    own_unit,
    without_sums,
)
from exporter.evidence.reading.known_heads import changes_at_end, heads_at_end
from exporter.evidence.reading.numerals import ONE, value_of_digits
from exporter.evidence.reading.row_units import ends_with_unit
from exporter.evidence.reading.row_words import (
    Row,
    own_mark,
    range_ends,
    row_in,
    with_empty_cells,
)
from exporter.evidence.reading.table_columns import heads_in, width_of_heads
from exporter.evidence.reading.table_heads import counts_shares, names_things
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import unit_of_all, units_of_line
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.numbers import SCALES
from exporter.facts.units import COUNT, RATIO


class TableCell(NamedTuple):
    """A number in a cell of a row.

    Attributes:
        start: Offset of its first character; `end` after the last.
        per: What it is per, by the words of its row; "" for nothing.
        head: The words of its row, behind those of the section.
        also: What else it may be.
        is_about: Whether it is said to be approximate.
        of_range: -1 for the low end of a range, 1 for its high one, else 0.
    """

    start: int
    end: int
    value: Fraction
    dimension: str
    per: str
    head: str
    also: tuple[tuple[str, Fraction], ...] = ()
    is_about: bool = False
    of_range: int = 0


_LAST_CELL = 16  # characters, one of which is a digit


def table_cells(lower: str) -> list[TableCell]:
    """The cells of a quote's rows that are read by what its other passages say; most have none.

    Args:
        lower: The quote in small letters, folded.
    """
    if "…" not in lower and "..." not in lower:
        return _cells_by_own_head(lower)
    found: list[TableCell] = []
    said, rows, was_head = Said(), 0, False
    for start, passage in _passages(lower):
        row = row_in(passage, start)
        if row is None:
            said, was_head = _with_head(said, passage, goes_on=was_head), True
            continue
        row = with_empty_cells(row, max(said.width, len(said.columns)))
        is_below = rows > 0 or (was_head and len(row.cells) > 1)
        cells, said = _cells_of(_without_note(row, said), said, is_below=is_below)
        found += cells
        rows, was_head = rows + 1, False
    return found


def _cells_of(row: Row, said: Said, *, is_below: bool) -> tuple[list[TableCell], Said]:
    """The cells of a row, `is_below` others or a head, and what holds for the rows behind it."""
    own = own_unit(row, said)
    columns = tuple(as_row_says(column, own) for column in columns_of(row, said))
    if own and own.dimension != COUNT:  # no money of the rows above
        bare = without_sums(row, columns)
        columns = tuple(new._replace(per=old.per) for new, old in zip(bare, columns, strict=True))
    if not own and (is_apart(row) or _counts_under_money(row, said.unit)):
        columns = without_sums(row, columns)
        cells = list(_read(row, columns, _without_size(said)))
        has_marks = any(column.mark for column in columns)
        return cells, said._replace(columns=columns) if has_marks else said
    has_units = any(column.unit for column in columns)
    is_read = own or said.unit or is_below or has_units or _is_plain(row)
    cells = list(_read(row, columns, said._replace(unit=own or said.unit))) if is_read else []
    return cells, said._replace(columns=columns)


def _without_note(row: Row, said: Said) -> Row:
    """A row without the number of a note before its figures."""
    first, count = row.cells[0][1][0].strip(), len(row.cells) - 1
    is_note = (count == len(said.columns) and _NOTE.fullmatch(first)) or (
        count == said.behind_notes and _BARE_NOTE.fullmatch(first)
    )
    return row._replace(cells=row.cells[1:]) if count and is_note else row


_NOTE = regex(r"\([0-9]{1,2}\)")
_BARE_NOTE = regex(r"\(?[0-9]{1,2}\)?")
# £m | Notes | 2026 2025; but "senior notes" are debt.
_NOTES = regex(
    r"(?:^|\)|[$€£¥%][a-z]{0,2}|'?000s?|[mb]illion|thousand)\s*notes?(?=\s+\S*[0-9$€£¥%])"
)


def _behind_notes(passage: str) -> int:
    """How many columns stand behind one of numbers of notes in a line of heads; 0 for none."""
    found = _NOTES.search(passage)
    if found is None:
        return 0
    behind = passage[found.end() :]
    return len(units_of_line(behind) or heads_at_end(behind))


def _counts_under_money(row: Row, unit: TableUnit | None) -> bool:
    """Whether a row counts things where its caption speaks of money: customers under £m."""
    is_money = unit is None or unit.dimension.startswith("money:")
    return is_money and names_things(row.head, _numbers(row))


def _numbers(row: Row) -> list[str]:
    return [cell["number"] for _, cell in row.cells if cell["number"]]


def _with_head(said: Said, passage: str, *, goes_on: bool) -> Said:
    """What holds behind a passage that is no row; a head may stand in two lines."""
    heads = heads_in(passage)
    unit = table_unit(passage)
    changes = changes_at_end(passage)
    said = said._replace(
        behind_notes=_behind_notes(passage) or said.behind_notes,
        changes=changes if any(changes) else said.changes,
        width=width_of_heads(passage) or said.width,
    )
    if heads:
        if units_of_line(passage):
            unit = unit_of_all(heads)
        elif "%" not in heads:
            unit = None
        return said._replace(heads=heads, unit=unit or said.unit)
    if unit:  # Shares used in the calculation (000s):
        section = passage[: max(passage.find("("), 0)].strip()
        return said._replace(unit=unit, section=section, columns=())
    section = passage.strip()
    return said._replace(section=f"{said.section} {section}" if goes_on else section)


def _cells_by_own_head(lower: str) -> list[TableCell]:
    """Cells of a lone row, each with its unit, or with one in brackets: 营业收入（万元） 5,820."""
    if not any(map(str.isdecimal, lower[-_LAST_CELL:])) or (row := row_in(lower, 0)) is None:
        return []
    if _TOLD_BEFORE.search(row.head):
        return []
    says = _OWN.search(row.head) or (len(row.cells) > 1 and ends_with_unit(row.head))
    unit = table_unit(row.head, in_brackets=True) if says else None
    if not unit and not _is_plain(row) and not _counts_things(row):
        return []
    return list(_read(row, columns_of(row, Said(unit)), Said(unit)))


def _counts_things(row: Row) -> bool:
    return len(row.cells) > 1 and names_things(row.head, _numbers(row))


_TOLD_BEFORE = regex(r"\): ?\(?[0-9]")  # Lead (kt): 92 | costs (€m): 31
_OWN = regex(r"\(|, [^ ,]{1,12}(?: [a-z]+)?$")  # earnings per share, EUR


def _is_plain(row: Row) -> bool:
    """Whether each of several cells says by itself what it is in."""
    return len(row.cells) > 1 and all(own_mark(cell) or cell["nothing"] for _, cell in row.cells)


def _without_size(said: Said) -> Said:
    return said if said.unit and said.unit.dimension == RATIO else said._replace(unit=None)


def _passages(lower: str) -> Iterator[tuple[int, str]]:
    start = 0
    for mark in ELLIPSIS.finditer(lower):
        yield start, lower[start : mark.start()]
        start = mark.end()
    yield start, lower[start:]


_PER_THING = regex(r"(?<![a-z])per (?:average |paying |paid )?[a-z]{3,}")


def _read(row: Row, columns: Sequence[Column], said: Said) -> Iterator[TableCell]:
    head = " ".join(filter(None, (said.section.strip(), row.head)))
    ends = range_ends([cell for _, cell in row.cells])
    for at, ((start, cell), column) in enumerate(zip(row.cells, columns, strict=True)):
        mark, per = column.mark, column.per
        digits = cell["number"] or ""
        number = value_of_digits(f"0{digits}" if digits.startswith(".") else digits)
        if number is None:
            continue
        in_brackets = cell["opened"] and cell["closed"] and not cell["plus"]
        is_negative = bool(cell["minus"] or in_brackets or cell["way"] == "down")
        number = -number if is_negative else number
        unit = column.unit or said.unit
        is_low = ends.get(at) == -1  # $421 - $424 million
        if size := cell["size"] or (is_low and row.cells[at + 2][1]["size"]):
            unit = TableUnit(COUNT, Fraction(SCALES[size]))  # whatever the caption says
        signed = cell["sign"] or cell["inside"]  # no number of shares, whatever the head says
        if unit and not unit.is_of_shares and not mark and _has_sums(columns):
            unit = None  # a number of shares beside sums, of which alone the caption speaks
        if unit and unit.scale > 1 and _PER_THING.search(row.head) and CENTS.search(digits):
            unit = unit._replace(scale=ONE)  # $8.15 per membership, in a table in thousands
        (dimension, scale), *others = _dimensions(mark, unit, per, "" if signed else head)
        also = tuple((other, number * size) for other, size in others)
        begin = start + cell.start() + len(cell[0]) - len(cell[0].lstrip())
        is_per = per if dimension.startswith("money:") else ""
        about = cell["about"] is not None
        yield TableCell(
            begin, start + cell.end(), number * scale, dimension, is_per, head, also, about,
            ends.get(at, 0),
        )  # fmt: skip


def _has_sums(columns: Sequence[Column]) -> bool:
    """Whether any column has a sign of money."""
    return any(column.mark and column.mark not in DIMENSIONS for column in columns)


def _dimensions(
    mark: str, unit: TableUnit | None, per: str, head: str
) -> list[tuple[str, Fraction]]:
    """What a cell may be in, with the size of one of it."""
    if known := DIMENSIONS.get(mark) or DIMENSIONS.get(mark.removesuffix("s")):
        return [known]
    size, named = (unit.scale, unit.dimension) if unit else (ONE, COUNT)
    is_money = named.startswith("money:")
    money = f"money:{_code(mark)}" if mark else named if is_money else ""
    if not is_money and named != COUNT and not mark:  # whatever its head names: EPS growth (%)
        return [(named, size)]
    if per:
        return [(money or COUNT, min(size, ONE))]  # in pence, but in no millions
    if counts_shares(head):
        shares = size if unit is None or unit.is_of_shares else ONE
        return [(COUNT, shares), *([(money, size)] if money else [])]
    return [(money or COUNT, size)]


def _code(sign: str) -> str:
    return PREFIXES.get(sign.replace(" ", ""), sign)
