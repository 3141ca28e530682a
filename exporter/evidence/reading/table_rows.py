"""Rows of tables that a quote joins to what the table says of them: (in millions) … Net sales 53.

The passages of such a quote are, in the order of the source, captions (in millions), heads of
sections (Net income per share:), and rows: words, then cells to the end. A caption holds for the
bare numbers of the rows behind it, a sign of money for the cells behind it in its row, and what a
cell of a row is in for the cell below it in a later row, as tables print signs in their first row
alone. Without a caption or a row before it, a row is read as any other words are.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.clauses import ELLIPSIS
from exporter.evidence.reading.numerals import ONE, value_of_digits
from exporter.evidence.reading.table_columns import heads_in, in_percent, units_of_columns
from exporter.evidence.reading.table_heads import (
    counts_shares,
    is_number_of_shares,
    names_no_sum,
    names_things,
)
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import unit_of_all, units_of_line
from exporter.evidence.reading.vocabulary.numbers import SCALES
from exporter.evidence.reading.vocabulary.units import PREFIXES
from exporter.facts.currencies import DOLLAR
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO


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


_MONEY = r"(?:(?:us|hk|nt|[acs])?\s?[$€£¥₩₹]|rmb|chf|r\$)"
# 000 by itself is no number: capex (£000).
_NUMBER = (
    r"(?!000(?![0-9.,]))(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
)
_UNIT = r"%|‰|pp|ppts?|pts?|个百分点|x|倍|bps?|p"
_NOTHING = r"(?:~\s?)?[-—–]{1,2}(?:\s?%)?|n/?[am]\.?|\*{1,2}|不适用|flat|unch(?:anged)?"
_CELL = (
    rf"(?:(?P<about>~)\s?)?(?:(?P<way>up|down)\s)?"
    rf"(?:(?P<sign>{_MONEY})\s?)?(?:(?P<opened>\()\s?)?(?:(?P<minus>[-–])|(?P<plus>\+))?\s?"
    rf"(?P<inside>{_MONEY})?\s?"
    rf"(?P<number>{_NUMBER})\s?(?P<unit_in>{_UNIT})?(?P<closed>\s?\))?\s?(?P<unit>{_UNIT})?"
    r"(?: (?P<size>trillion|billion|million|thousand))?[\^*†‡]{0,2}"
)
_ANY = re.sub(r"\(\?P<[a-z_]+>", "(?:", _CELL)
_EITHER = rf"(?:{_ANY}|{_MONEY}?\s?(?:{_NOTHING}))"
_NOTES_BEHIND = r"(?:\s*\((?:[a-z]|[¹²³⁴-⁹]{1,2})\))*"  # 1.8 $ 317.04 (²)
# How long what a row is about is used, in its last column: 3 years, over life of lease.
_LASTS = (
    r"(?:\s+(?P<lasts>(?:[0-9]{1,2}\s?(?:-|–|to)\s?)?[0-9]{1,2} years?"
    r"|over (?:the )?(?:shorter of )?(?:the )?(?:life|term)[a-z ]*))"
)
_CELLS = regex(rf"(?:(?<=\s)|^){_EITHER}(?:\s+{_EITHER})*?{_NOTES_BEHIND}{_LASTS}?\s*$")
_ONE = regex(
    rf"(?:(?:{_CELL})|(?P<sign_of_nothing>{_MONEY})?\s?(?P<nothing>{_NOTHING}))(?=\s|$|\([a-z¹²³⁴-⁹])"
)
_NOTE = regex(r"\([0-9]{1,2}\)")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_LAST_CELL = 16  # characters, one of which is a digit
_LONGEST = 400  # characters of a passage; what is longer is prose
# (per share) but not $1.46 per share, which is a part of a head.
_PER_SHARE = regex(
    r"(?<![0-9] )(?<![a-z])"
    r"(?:per[ -](?:[a-z]+ ){0,2}?(?P<of>share|unit|ads)s?(?![a-z])|eps(?![a-z]))"
    r"|(?P<zh>每股)"
)
# Of one share, where its section is left out.
_BASIC = regex(r"(?:basic|diluted|basic and diluted|assuming dilution)\W*")
_DIMENSIONS = {
    "%": (RATIO, Fraction(1, 100)), "‰": (RATIO, Fraction(1, 1000)),
    "pp": (POINTS, Fraction(1, 100)), "ppt": (POINTS, Fraction(1, 100)),
    "pt": (POINTS, Fraction(1, 100)), "个百分点": (POINTS, Fraction(1, 100)),
    "bp": (POINTS, Fraction(1, 10000)), "x": (MULTIPLE, ONE), "倍": (MULTIPLE, ONE),
    "p": ("money:GBP", Fraction(1, 100)),  # 11.4p of earnings a share
}  # fmt: skip


class _Row(NamedTuple):
    head: str
    cells: list[tuple[int, re.Match[str]]]  # offset of the passage in the quote


class _Column(NamedTuple):
    """What the cells of a column are in, by those above.

    Attributes:
        mark: A sign of money, or of percent; "" where none is said.
        per: What sums are per; "" for nothing.
        unit: What its own head says in brackets; None for nothing.
    """

    mark: str = ""
    per: str = ""
    unit: TableUnit | None = None


class _Said(NamedTuple):
    """What holds for the rows that follow."""

    unit: TableUnit | None = None
    section: str = ""
    columns: tuple[_Column, ...] = ()
    heads: tuple[str, ...] = ()  # of columns, where one of them says what it is in


def whole_cells(words: str) -> list[re.Match[str]]:
    """The cells of words, in small letters, that are nothing else; none where they are not."""
    cells = _CELLS.match(words)
    if not cells or cells["lasts"]:
        return []
    return [cell for cell in _ONE.finditer(words) if cell["number"] or cell["nothing"]]


def table_cells(lower: str) -> list[TableCell]:
    """The cells of a quote's rows that are read by what its other passages say; most have none.

    Args:
        lower: The quote in small letters, folded.
    """
    if "…" not in lower and "..." not in lower:
        return _cells_by_own_head(lower)
    found: list[TableCell] = []
    said, rows, was_head = _Said(), 0, False
    for start, passage in _passages(lower):
        row = _row(passage, start)
        if row is None:
            said, was_head = _with_head(said, passage, goes_on=was_head), True
            continue
        was_head = False
        count = len(said.columns)
        if count and len(row.cells) == count + 1 and _NOTE.fullmatch(row.cells[0][1][0].strip()):
            row = row._replace(cells=row.cells[1:])
        own = _own_unit(row, said)
        columns = tuple(_as_row_says(column, own) for column in _columns(row, said))
        if own and own.dimension != COUNT:  # no money of the rows above
            bare = _without_sums(row, columns)
            columns = tuple(
                new._replace(per=old.per) for new, old in zip(bare, columns, strict=True)
            )
        if not own and (_is_apart(row) or _counts_under_money(row, said.unit)):
            columns = _without_sums(row, columns)
            found += _read(row, columns, _without_size(said))
            if any(column.mark for column in columns):
                said = said._replace(columns=columns)
            rows += 1
            continue
        has_units = any(column.unit for column in columns)
        if own or said.unit or rows or has_units or _is_plain(row):
            found += _read(row, columns, said._replace(unit=own or said.unit))
        said = said._replace(columns=columns)
        rows += 1
    return found


def _as_row_says(column: _Column, own: TableUnit | None) -> _Column:
    """A column as a row has it whose own head says a unit, which no rate of change is in."""
    is_other = own is not None and column.unit is not None and column.unit.dimension not in _RATES
    return column._replace(unit=None) if is_other else column


_RATES = {RATIO, POINTS}


def _counts_under_money(row: _Row, unit: TableUnit | None) -> bool:
    """Whether a row counts things where its caption speaks of money: customers under £m."""
    is_money = unit is None or unit.dimension.startswith("money:")
    return is_money and names_things(row.head)


def _own_unit(row: _Row, said: _Said) -> TableUnit | None:
    """What the head of a row says in brackets; bare cents are those of the caption's money."""
    own = table_unit(row.head, in_brackets=True)
    if own is None or not said.unit or not said.unit.dimension.startswith("money:"):
        return own
    is_cents = own.dimension == f"money:{DOLLAR}" and own.scale < ONE
    has_cents = said.unit.dimension not in _WITHOUT_CENTS
    return own._replace(dimension=said.unit.dimension) if is_cents and has_cents else own


_WITHOUT_CENTS = {"money:GBP", "money:£", "money:CNY", "money:JPY", "money:¥"}


def _with_head(said: _Said, passage: str, *, goes_on: bool) -> _Said:
    """What holds behind a passage that is no row; a head may stand in two lines."""
    heads = heads_in(passage)
    unit = table_unit(passage)
    if heads:
        if units_of_line(passage):
            unit = unit_of_all(heads)
        elif "%" not in heads:
            unit = None
        return said._replace(heads=heads, unit=unit or said.unit)
    if unit:  # Shares used in the calculation (000s):
        section = passage[: max(passage.find("("), 0)].strip()
        return _Said(unit, section, heads=said.heads)
    section = passage.strip()
    return said._replace(section=f"{said.section} {section}" if goes_on else section)


def _cells_by_own_head(lower: str) -> list[TableCell]:
    """Cells of a lone row, each with its unit, or with one in brackets: 营业收入（万元） 5,820."""
    if not any(map(str.isdecimal, lower[-_LAST_CELL:])) or (row := _row(lower, 0)) is None:
        return []
    unit = table_unit(row.head, in_brackets=True) if _OWN.search(row.head) else None
    if not unit and not _is_plain(row) and not (len(row.cells) > 1 and names_things(row.head)):
        return []
    return list(_read(row, _columns(row, _Said(unit)), _Said(unit)))


_OWN = regex(r"\(|, [^ ,]{1,12}(?: [a-z]+)?$")  # earnings per share, EUR


def _is_plain(row: _Row) -> bool:
    """Whether each of several cells says by itself what it is in."""
    return len(row.cells) > 1 and all(_own_mark(cell) or cell["nothing"] for _, cell in row.cells)


def _is_apart(row: _Row) -> bool:
    """Whether what a caption says of sums does not hold for a row."""
    numbers = [cell["number"] for _, cell in row.cells if cell["number"]]
    has_signs = any(_own_mark(cell) for _, cell in row.cells)
    return names_no_sum(row.head, [] if has_signs else numbers)


def _without_sums(row: _Row, columns: Sequence[_Column]) -> tuple[_Column, ...]:
    """What the cells of such a row are in: signs of money are their own alone."""
    return tuple(
        column
        if _own_mark(cell) or column.mark in _DIMENSIONS
        else _Column(unit=None if _is_money(column.unit) else column.unit)
        for (_, cell), column in zip(row.cells, columns, strict=True)
    )


def _is_money(unit: TableUnit | None) -> bool:
    return unit is not None and unit.dimension.startswith("money:")


def _without_size(said: _Said) -> _Said:
    return said if said.unit and said.unit.dimension == RATIO else said._replace(unit=None)


def _passages(lower: str) -> Iterator[tuple[int, str]]:
    start = 0
    for mark in ELLIPSIS.finditer(lower):
        yield start, lower[start : mark.start()]
        start = mark.end()
    yield start, lower[start:]


def _row(passage: str, start: int) -> _Row | None:
    """A passage as a row: some words, and cells to its end; the years of a head are none."""
    if len(passage) > _LONGEST:
        return None
    trailing = _CELLS.search(passage)
    if trailing is None:
        return None
    cells = [
        (start, cell)
        for cell in _ONE.finditer(passage, trailing.start(), _end_of_cells(trailing))
        if cell["number"] or cell["nothing"]
    ]
    numbers = [cell["number"] for _, cell in cells if cell["number"]]
    if not numbers or all(map(_YEAR.fullmatch, numbers)):
        return None
    head = passage[: trailing.start()].strip()
    if len(cells) == 1 and _BEFORE_DAY.search(head):
        return None  # three months ended June 30: the day of a head
    first = cells[0][1]
    is_rate = "%" in {first["unit"], first["unit_in"]} and _BEFORE_RATE.search(head)
    if is_rate or (_YEAR.fullmatch(first[0].strip()) and _BEFORE_YEAR.search(head)):
        head, cells = f"{head} {cells[0][1][0].strip()}", cells[1:]  # balances at May 31, 2024
    return _Row(head, cells)


def _end_of_cells(trailing: re.Match[str]) -> int:
    return trailing.start("lasts") if trailing["lasts"] else trailing.end()


_BEFORE_RATE = regex(r"(?<![a-z])rates? (?:of|at)$")  # at the statutory rate of 35% $49
_BEFORE_DAY = regex(
    r"(?:ended|ending|as (?:of|at))\s(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)$"
)
_BEFORE_YEAR = regex(r"(?:[a-z]{3,9}\.? [0-9]{1,2},|(?<![a-z])fiscal)$")


def _columns(row: _Row, said: _Said) -> tuple[_Column, ...]:
    """What the cells of a row are in: by themselves, by the row's head, by the cells above."""
    count = len(row.cells)
    above = said.columns if len(said.columns) == count else ()
    marks = _marks(row)
    units = units_of_columns(said.heads, [not _own_mark(cell) for _, cell in row.cells])
    percent = in_percent(said.heads, count)
    marks = [mark or "%" * at for mark, at in zip(marks, percent, strict=True)]
    signs = {column.mark for column in said.columns if column.mark}
    if not any(marks) and not above and len(signs) == 1:
        marks = [*signs] * count
    old = above or (_Column(),) * count
    per = _per(row, said.section)
    if any("," in (cell["number"] or "") for _, cell in row.cells) and not _per(row, ""):
        per = ""  # Basic earnings per share: … Net income $122,641 $266,799
    has_cents = [_CENTS.fullmatch(cell["number"] or "") is not None for _, cell in row.cells]
    return tuple(
        _Column(
            mark or column.mark,
            # Of earnings in millions beside earnings per share the latter have cents.
            per if per and (cents or not any(has_cents)) else column.per if cents else "",
            unit or column.unit,
        )
        for mark, column, cents, unit in zip(marks, old, has_cents, units, strict=True)
    )


_CENTS = regex(r"[0-9]*\.[0-9]{2}")


_PER_THING = regex(r"(?<![a-z])per (?:average |paying |paid )?[a-z]{3,}")


def _per(row: _Row, section: str) -> str:
    """What the sums of a row are per, by its head or that of its section; "" for nothing."""
    if any(map(is_number_of_shares, (row.head, section))):
        return ""
    if _BASIC.fullmatch(row.head) and any(
        _CENTS.fullmatch(cell["number"] or "") for _, cell in row.cells
    ):
        return "share"
    per = _PER_SHARE.search(row.head) or _PER_SHARE.search(section)
    return ((per["zh"] and "股") or per["of"] or "share") if per else ""


def _marks(row: _Row) -> list[str]:
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


def _read(row: _Row, columns: Sequence[_Column], said: _Said) -> Iterator[TableCell]:
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
        if unit and unit.scale > 1 and _PER_THING.search(row.head) and _CENTS.search(digits):
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


def _has_sums(columns: Sequence[_Column]) -> bool:
    """Whether any column has a sign of money."""
    return any(column.mark and column.mark not in _DIMENSIONS for column in columns)


def range_ends(cells: Sequence[re.Match[str]]) -> dict[int, int]:
    """Which of some cells are ends of ranges, by their index: -1 the low one, 1 the high one.

    $2.46 - $2.52 is one; 100 - 90, without signs, are two figures and nothing between them.
    """
    found: dict[int, int] = {}
    for at in range(1, len(cells) - 1):
        low, dash, high = cells[at - 1 : at + 2]
        is_dash = (dash["nothing"] or "") == "-" and at - 1 not in found
        if is_dash and _own_mark(low) and _own_mark(high):
            found[at - 1], found[at + 1] = -1, 1
    return found


def _own_mark(cell: re.Match[str]) -> str:
    """What a cell itself says that it is in; "" for nothing."""
    return cell["sign"] or cell["inside"] or cell["unit"] or cell["unit_in"] or ""


def _dimensions(
    mark: str, unit: TableUnit | None, per: str, head: str
) -> list[tuple[str, Fraction]]:
    """What a cell may be in, with the size of one of it."""
    if known := _DIMENSIONS.get(mark) or _DIMENSIONS.get(mark.removesuffix("s")):
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
