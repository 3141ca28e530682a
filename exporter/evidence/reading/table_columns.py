"""What the heads of a table's columns say that these are in: revenue ($m), 同比(%), change %.

A quote has the heads of columns as one passage, of which no edges of cells are left: which column
a unit or a percent sign belongs to is only said where the heads can be counted.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from exporter.engine.regex import regex
from exporter.evidence.reading.known_heads import SHARE_ZH, heads_at_end, is_known_head
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import units_of_line
from exporter.facts.units import RATIO

# Words up to a unit in brackets are one head, and so is any word by itself.
_HEAD = regex(r"[^\s()]+(?:\s?\([^()]*\))?")
_IN_PERCENT = regex(
    r"[(（]%[)）]|[率度]%$"
    # 占营业收入比重, 毛利率: in percent without a word, but 周转率 in times.
    r"|^(?:[\u4e00-\u9fff]{0,8}(?:毛利率|净利率|利润率|增长率|市占率|占有率)"
    rf"|[\u4e00-\u9fff]{{0,6}}(?:{SHARE_ZH}))$"
)


@lru_cache(maxsize=1024)  # the same heads stand over many rows
def heads_in(passage: str) -> tuple[str, ...]:
    """The heads of columns in a passage, where one of them says in what its figures are.

    Args:
        passage: In small letters, folded.
    """
    if units := units_of_line(passage):  # £m £m %
        return units
    heads = tuple(_HEAD.findall(_BEHIND_COMMA.sub(_in_brackets, passage)))
    if _say_units(heads):  # 产品 收入(亿元) 同比(%)
        return heads
    heads = tuple(passage.split())
    if len(heads) > 1 and any(map(_IN_PERCENT.search, heads)):  # 项目 本期 同比增减(%)
        return heads
    known = heads_at_end(passage)
    return known if "%" in known else ()


# Sales, €m Customers, thousand: the unit of a head behind a comma.
_BEHIND_COMMA = regex(r", (\S{1,12})(?=\s|$)")


def _in_brackets(found: re.Match[str]) -> str:
    said = f"({found[1]})"
    return f" {said}" if table_unit(said, in_brackets=True) else found[0]


def width_of_heads(passage: str) -> int:
    """How many columns the heads of a passage are over; 0 where they cannot be counted."""
    return len(units_of_line(passage) or heads_at_end(passage))


def in_percent(heads: Sequence[str], count: int) -> list[bool]:
    """Which of so many columns are in percent by their heads, as `heads_in` gives them."""
    if len(heads) == count and {*heads} <= {"", "%"}:
        return [head == "%" for head in heads]
    if len(heads) == count + 1 and _is_of_figures(heads[0]):
        return [False] * count  # a cell is left empty: none of 2026, 2025, 同比(%) is over the rows
    if len(heads) in {count, count + 1}:
        return [_IN_PERCENT.search(head) is not None for head in heads[-count:]]
    return [False] * count


def _is_of_figures(head: str) -> bool:
    """Whether a head is that of a column of figures, and not over the heads of rows: 2026, (£m)."""
    return is_known_head(head) or (head.startswith("(") and _unit_of_head(head) is not None)


def units_of_columns(heads: Sequence[str], is_bare: Sequence[bool]) -> list[TableUnit | None]:
    """What the cells of a row are in by the heads of their columns, where several say it.

    Heads that are one word each belong to the columns in order, behind one over the heads of rows;
    of heads in several words those with a unit belong to the cells that say none.

    Args:
        heads: As `heads_in` gives them.
        is_bare: For each cell of the row whether it says by itself no unit.
    """
    count = len(is_bare)
    units = [_unit_of_head(head) for head in heads]
    said = [unit for unit in units if unit is not None]
    if not _say_units(heads):
        return [None] * count
    if len(units) == count + 1 and _is_of_figures(heads[0]):
        return units[:count]  # the last cell, mostly of a change, is left empty
    if len(units) in {count, count + 1}:
        return units[-count:]
    bare = [at for at in range(count) if is_bare[at]]
    if len(bare) != len(said):
        return [None] * count
    by_cell = dict(zip(bare, said, strict=True))
    return [by_cell.get(at) for at in range(count)]


def _unit_of_head(head: str) -> TableUnit | None:
    """What the head of a column says in brackets: 收入(亿元), revenue ($m), change (%)."""
    return table_unit(head, in_brackets=True) if "(" in head else None


def _say_units(heads: Sequence[str]) -> bool:
    """Whether several heads of columns say what these are in, and not all of them percent."""
    units = [unit for unit in map(_unit_of_head, heads) if unit is not None]
    return len(units) > 1 and any(unit.dimension != RATIO for unit in units)
