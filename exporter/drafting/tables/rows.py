"""Rows of a source's tables, each with what stands above it.

Captions (in millions), heads of columns in one or several lines, and heads of sections say what the
cells of a row are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from exporter.drafting.tables.datelines import is_dateline, leads_to_periods
from exporter.drafting.tables.heads import is_of_stock, over_the_table
from exporter.drafting.tables.lines import Kind, Line, kind_of
from exporter.drafting.tables.measures import is_change
from exporter.drafting.tables.period_words import without_brackets
from exporter.drafting.tables.periods_said import says_period
from exporter.engine.regex import regex
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import units_of_line
from exporter.facts.folding import fold, lower

_MOST_BETWEEN = 6  # lines without figures that may stand between two rows of one table
_MONEY = regex(r"[$€£¥]|(?:USD|EUR|GBP|CHF|RMB)(?![a-z])|元")
_DIGITS = regex("[0-9]+")


@dataclass(slots=True)
class Heads:
    """What stands above the rows of a table.

    Attributes:
        titles: Lines that name the table.
        columns: Lines of heads of columns, from the top.
        captions: Lines that say a unit.
        lead: The paragraph that leads to the table; "" where none stands right before it.
    """

    titles: list[Line] = field(default_factory=list)
    columns: list[Line] = field(default_factory=list)
    captions: list[tuple[Line, TableUnit]] = field(default_factory=list)
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures with what stands above it.

    Attributes:
        sections: The heads of the section that it stands in, one below the other.
        is_first: Whether the last of these stands right above it.
        above: The rows of its table above it.
    """

    line: Line
    heads: Heads
    sections: tuple[Line, ...]
    is_first: bool
    above: Sequence["Row"]


def rows_of(lines: Sequence[Line], published: date | None = None) -> Iterator[Row]:
    """The rows of all tables of a text, each with what stands above it.

    Args:
        lines: Of the text.
        published: When it appeared, which is no head of a table; None where nobody knows.
    """
    heads, names, rows = Heads(), list[Line](), list[Row]()
    sections: tuple[Line, ...] = ()
    known = list(_known(lines, published))
    for (line, found), (_, after) in pairwise([*known, (lines[-1], Kind.BLANK)]):
        is_section = found is Kind.HEAD and rows and after is Kind.ROW and _is_section(line, names)
        kind = Kind.NAME if is_section else found
        if is_section and (anew := _of_another_year(heads, line)):
            heads, sections, rows = anew, (), []
            continue
        if kind is Kind.PROSE or len(names) > _MOST_BETWEEN:
            heads, names, sections, rows = Heads(), [], (), []
            if kind is Kind.PROSE:
                heads.captions += _captions_at_end(line)
                heads.lead = line.text
                continue
        if kind is Kind.NAME:
            names.append(line)
        elif kind is Kind.HEAD:
            if rows:  # a part of the same table keeps its caption
                captions = [] if names else _captions_kept(heads, line)
                heads, sections, rows = Heads(captions=captions), (), []
            _add_head(heads, names, line)
            names = []
        else:
            is_first = bool(names)
            named = [line for line in names if not is_of_stock(line.text)]
            if names and (rows or heads.columns or heads.captions):
                sections = tuple(named) if named else sections
            else:
                heads.titles += _over(names)
            names = []
            row = Row(_without_unit_cell(line, heads), heads, sections, is_first, tuple(rows))
            rows.append(row)
            yield row
            if _closes(row):
                sections = sections[:-1]


def _known(lines: Sequence[Line], published: date | None) -> Iterator[tuple[Line, Kind]]:
    """The lines that say something to a table, without the day on which the text appeared."""
    for at, line in enumerate(lines):
        kind = kind_of(line)
        below = [other.texts for other in lines[at + 1 : at + 1 + _MOST_BETWEEN]]
        is_day = kind is Kind.HEAD and published is not None and is_dateline(line.text, published)
        if _ABOUT.fullmatch(line.text):
            continue  # names nothing
        if kind is not Kind.BLANK and not (is_day and leads_to_periods(below)):
            yield line, kind


_ABOUT = regex(
    r"\s*(?:approximately|approx\.?|about|约)(?:\s+(?:approximately|approx\.?))*\s*"
    r"|[^\t]*\bn/?m\b\W*not meaningful[^\t]*",  # a legend, be it joined to words before
    re.IGNORECASE,
)


def _without_unit_cell(line: Line, heads: Heads) -> Line:
    """A row without the cell of a column of units that is empty in it, and has no head above it."""
    tabbed = [head.text for head in heads.columns if "\t" in head.text]
    led = [len(text) - len(text.lstrip("\t")) for text in tabbed]
    cells, count = line.cells, min(led, default=0) - 1
    while count > 0 and cells and not cells[0].text:
        cells, count = cells[1:], count - 1
    return line._replace(cells=cells)


def _captions_kept(heads: Heads, line: Line) -> list[tuple[Line, TableUnit]]:
    """The captions that hold on where a line of heads begins a further part of a table.

    None where it says money itself, or names another table; no unit among the heads of columns
    (£m, H1, H2) where it begins a table of other words: Outlook, FY26 actual, FY27 guidance.
    """
    first = lower(fold(line.texts[0]))
    if "\t" not in line.text:
        is_another = table_unit(lower(fold(line.text.strip()))) is not None
        return [] if is_another and _NAMES.search(line.text) else list(heads.captions)
    if _MONEY.search(line.texts[0]):
        return []
    is_named = not line.text.startswith("\t") and not (says_period(first) or is_change(first))
    return [one for one in heads.captions if not is_named or "\t" not in one[0].text]


# Words before a unit in brackets: Contractual obligations (in millions) begins another table.
_NAMES = regex(r"^\s*[^\W\d_(][^()]*\w[^()]* \([^()]*\)\s*:?$")


def _captions_at_end(line: Line) -> Iterator[tuple[Line, TableUnit]]:
    """What a paragraph says in brackets at its end of the table that it leads to.

    The amounts of tax benefits, and what they changed by, were as follows (in thousands):
    """
    if said := _LEADS_ON.search(line.text):
        words = said[1]
        if unit := table_unit(lower(fold(words)), in_brackets=True):
            yield line._replace(text=words, words=words, texts=(words,)), unit


_LEADS_ON = regex(r"(\((?:amounts? |dollars? |shares? )?in [^()]*\))\s?[:.]?\s*$")


def _of_another_year(heads: Heads, line: Line) -> Heads | None:
    """The heads again where a line says another year, as one of them said the first: 2014."""
    said = _DIGITS.sub("#", line.text.strip())  # Fiscal 2021 is like Fiscal 2022
    years = [old for old in heads.columns if _DIGITS.sub("#", old.text.strip()) == said]
    if not years or "#" not in said:
        return None
    columns = [line if old is years[-1] else old for old in heads.columns]
    return Heads(list(heads.titles), columns, list(heads.captions))


def _closes(row: Row) -> bool:
    """Whether a row ends its section: a sum under it, with no head or that of a total."""
    words = row.line.words.lower()
    return (not words and not row.is_first) or words.startswith(("total ", "合计", "小计", "总计"))


def _is_section(line: Line, names: Sequence[Line]) -> bool:
    """Whether a line heads some rows of a table: Shares used (000s):, or Fiscal 2021 below 2022."""
    small = lower(fold(line.text.strip()))
    named = without_brackets(small).strip(" :：")
    return "\t" not in line.text and bool(named) and not (names and says_period(small))


def _add_head(heads: Heads, names: Sequence[Line], line: Line) -> None:
    """Take a line of heads in; what stood apart from it, behind other words, was none."""
    if any(without_brackets(lower(fold(name.text))).strip() for name in names):
        heads.columns[:] = [old for old in heads.columns if _tells(old)]
        heads.titles += _over(names)
    small = lower(fold(line.text.strip()))
    units = units_of_line(small)
    unit = table_unit(small) or (table_unit(units[0], in_brackets=True) if units else None)
    if unit:
        heads.captions.append((line, unit))
    if not unit or "\t" in line.text or says_period(small):
        heads.columns.append(line)


def _over(names: Sequence[Line]) -> Sequence[Line]:
    return names[over_the_table([line.text for line in names]) :]


def _tells(line: Line) -> bool:
    small = lower(fold(line.text))
    return says_period(small) or is_change(small)
