"""Rows that name a year in their head, under columns that say none: Operating profit 2025.

The year is theirs where the table has the same row without it, or of another year; the period is
then that of the document in the row's year, and the name goes without it. 2027 notes are no rows of
2027, and Dixie fire costs 2021 have no twin.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.periods.steps import years_on
from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.periods_said import says_period
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.periods import parse_period

_BEHIND = regex(
    r"(?P<head>.*[^\W\d_]\)?),?\s?\(?(?:FY\s?|fiscal )?(?P<year>(?:19|20)[0-9]{2})(?:年度?)?\)?",
    re.IGNORECASE,
)
_AHEAD = regex(
    r"(?:FY\s?|fiscal )?(?P<year>(?:19|20)[0-9]{2})(?:年度?)?\s?(?P<head>[^\W\d_].*)", re.IGNORECASE
)


class RowOfYear(NamedTuple):
    """What the head of a row says besides its year."""

    head: str
    year: int


def row_of_year(row: Row, rows: Sequence[Row], columns: Sequence[Column]) -> RowOfYear | None:
    """The year that a row is of, and its head without it; None for another row.

    Args:
        row: The row.
        rows: Those of its table.
        columns: Of the table.
    """
    told = _told(row)
    if told is None or any(column.compares or says_period(column.own) for column in columns):
        return None
    others = [other for other in rows if other is not row]
    heads = {lower(fold(plain_head(other.line.words))) for other in others}
    heads |= {lower(fold(twin.head)) for other in others if (twin := _told(other))}
    return told if lower(fold(told.head)) in heads else None


def _told(row: Row) -> RowOfYear | None:
    words = plain_head(row.line.words)
    found = _BEHIND.fullmatch(words) or _AHEAD.fullmatch(words)
    return RowOfYear(found["head"].rstrip(" ,("), int(found["year"])) if found else None


def in_year(period: str, year: int) -> str:
    """A period in another year: 2025-H1 for 2026-H1 in 2025; that year where nobody knows it."""
    points = parse_period(period) if period else None
    said = re.search(r"(?:19|20)[0-9]{2}", period.rpartition("/")[2]) if points else None
    return years_on(period, year - int(said[0])) if said else str(year)
