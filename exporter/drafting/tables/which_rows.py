"""Which rows of a text are of a table, and which of its paragraphs are a table's."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from exporter.drafting.tables.heads import is_of_stock
from exporter.drafting.tables.lines import Line, read_lines
from exporter.drafting.tables.period_rows import is_of_periods
from exporter.drafting.tables.periods_said import says_period
from exporter.drafting.tables.rows import Row, rows_of
from exporter.engine.regex import regex
from exporter.evidence.sources import Source
from exporter.facts.folding import fold, lower

_NO_FIGURES = regex(r"\bexhibits?\b|table of contents|\bpage\b|^目录")
_MOST_FIGURES = 40  # cells of a row


class TableText(NamedTuple):
    """A text as its tables are read: all its lines, and those that are rows."""

    lines: Sequence[Line]
    rows: Sequence[Row]


@lru_cache(maxsize=1)  # read to know which lines are no sentences, then for their figures
def table_text(text: str, published: date) -> TableText:
    """The lines of a text, and the rows of its tables.

    Args:
        text: The text.
        published: When it appeared.
    """
    lines = read_lines(text)
    return TableText(lines, tuple(rows_of(lines, published)))


def table_paragraphs(source: Source) -> set[int]:
    """Which lines of a source's text are of tables: rows, heads, captions, heads of sections."""
    found: set[int] = set()
    for row in table_text(source.text or "", source.record.published).rows:
        if not is_of_a_table(row):
            continue
        heads = row.heads
        above = [*heads.columns, *(line for line, _ in heads.captions), *row.sections]
        found.add(row.line.number)
        found.update(line.number for line in above if not _is_sentence(line))
    return found


def _is_sentence(line: Line) -> bool:
    """Whether a line states a figure, and is a sentence though a table follows it."""
    return _STATES.search(line.text) is not None or is_of_stock(line.text)


_STATES = regex(
    r"[$€£¥]\s?[0-9.]+ (?:million|billion)|[0-9]\s?%|[0-9] (?:million|billion)|[0-9][万亿]"
)


def is_of_a_table(row: Row) -> bool:
    """Whether a row is one: lists of contents have numbers of pages, and no heads of columns."""
    if len(row.line.cells) > _MOST_FIGURES:
        return False
    above = " ".join(line.text.lower() for line in (*row.heads.titles, *row.heads.columns))
    if _NO_FIGURES.search(above):
        return False
    if row.heads.captions or any(says_period(lower(fold(line.text))) for line in row.heads.columns):
        return True
    if is_of_periods(row):
        return True
    rows = (row, *(above for above in row.above if not row.heads.columns))
    return any(map(is_signed, rows))


_OF_VIEWS = regex(r"(?:new |old |current |previous )?(?:rating|recommendation)|(?:投资)?评级")


def is_of_views(row: Row) -> bool:
    """Whether a row tells what a broker says: such are drafted as views."""
    texts = (text for line in row.heads.columns for text in line.texts)
    return any(_OF_VIEWS.fullmatch(lower(fold(text))) for text in texts)


def is_signed(row: Row) -> bool:
    """Whether a cell says what it is in: a sum, or a share."""
    return any(
        cell.mark["sign"] or cell.mark["inside"] or cell.mark["unit"] or cell.mark["unit_in"]
        for cell in row.line.cells
    )
