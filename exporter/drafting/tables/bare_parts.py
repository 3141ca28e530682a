"""Columns that name a part of a year without the year: H1, H2 before FY26; Q1, Q2, Q3, YTD.

The year is that of the document. It is sure where the last of the parts is the document's own, or
where the whole year stands beside them; of Q4, Q1, Q2 the first is of another year.
"""

from collections.abc import Sequence
from itertools import pairwise

from exporter.drafting.periods.steps import from_year_begin
from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.own_years import own_fiscal_year
from exporter.drafting.tables.period_words import bare_label
from exporter.drafting.tables.periods_said import A_YEAR
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

NO_YEAR = "the head of its column says no year: taken from the document"
_PART = regex(r"(?P<letter>[qh])(?P<number>[1-4])|(?P<first>[1-4])(?P<second>[qh])")
_TO_DATE = regex(r"ytd|year[- ]to[- ]date|cumulative|年初至今|累计")
_QUARTERS, _HALVES = "Q", "H"
_LAST = {_QUARTERS: 4, _HALVES: 2}


def bare_part(
    column: Column, columns: Sequence[Column], said: str, calendar: Calendar
) -> tuple[str, str]:
    """The period of a column that says a part of a year alone, and a doubt; "" for another column.

    Args:
        column: The column.
        columns: All of its table.
        said: The period that the heads over all columns say, by which years are counted; "" for
            none.
        calendar: By what periods are counted.
    """
    year = _year_of(said or calendar.document)
    plain = bare_label(column.own_now)
    if not year or A_YEAR.search(plain):
        return "", ""
    parts = [part for one in columns if not one.compares and (part := _part(bare_label(one.own)))]
    if part := _part(plain):
        period = f"{year}-{part}"
    elif _TO_DATE.fullmatch(plain) and parts and not column.compares:
        period = from_year_begin(f"{year}-{parts[-1]}")
    else:
        return "", ""
    return period, "" if _is_sure(parts, columns, year, calendar) else NO_YEAR


def _part(plain: str) -> str:
    """Q1, H2 of a head that is nothing else; "" for another."""
    found = _PART.fullmatch(plain)
    if found is None:
        return ""
    letter = (found["letter"] or found["second"]).upper()
    number = int(found["number"] or found["first"])
    return f"{letter}{number}" if number <= _LAST[letter] else ""


def _year_of(period: str) -> str:
    """The year of a period as facts write it, FY where it is a fiscal one."""
    points = parse_period(period) if period else None
    return period.rpartition("/")[2].partition("-")[0] if points else ""


def _is_sure(
    parts: Sequence[str], columns: Sequence[Column], year: str, calendar: Calendar
) -> bool:
    """Whether parts are of the document's year: in order, and the last of them its own or all."""
    letters = {part[0] for part in parts}
    if len(letters) != 1 or any(first >= second for first, second in pairwise(parts)):
        return False
    whole = {own_fiscal_year(one, calendar) for one in columns if not one.compares}
    is_all = calendar.document == year and year in whole
    return is_all or (len(parts) > 1 and calendar.document == f"{year}-{parts[-1]}")
