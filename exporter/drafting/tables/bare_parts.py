"""Columns that name a part of a year without the year: H1, H2 before FY26; Q1, Q2, Q3, YTD.

The year is that of the document. It is sure where the last of the parts is the document's own, or
where the whole year stands beside them; of Q4, Q1, Q2 the first is of another year.
"""

from collections.abc import Sequence
from itertools import pairwise

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.period_words import without_aside
from exporter.drafting.tables.periods_said import A_YEAR
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

NO_YEAR = "the head of its column says no year: taken from the document"
_PART = regex(r"(?P<letter>[qh])(?P<number>[1-4])|(?P<first>[1-4])(?P<second>[qh])")
_FISCAL = regex(r"fy\s?'?(?P<year>(?:20)?[0-9]{2})")
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
    plain = _plain(column.own_now)
    if not year or A_YEAR.search(plain):
        return "", ""
    parts = [part for one in columns if not one.compares and (part := _part(_plain(one.own)))]
    if part := _part(plain):
        period = f"{year}-{part}"
    elif _TO_DATE.fullmatch(plain) and parts and not column.compares:
        period = _to_date(year, parts[-1])
    else:
        return "", ""
    return period, "" if _is_sure(parts, columns, year, calendar) else NO_YEAR


def own_fiscal_year(column: Column, calendar: Calendar) -> str:
    """The fiscal year that a column names by itself, below the day on which one of them ended."""
    plain = _plain(column.own_now)
    found = _FISCAL.fullmatch(plain)
    if found is None or _OF_A_PART.search(column.now.removesuffix(column.own_now)):
        return ""
    year = found["year"] if len(found["year"]) > 2 else f"20{found['year']}"
    return calendar.labels.read(f"FY{year}", found[0])


_OF_A_PART = regex(r"(?<![a-z])(?:months?|weeks?|quarters?|half)(?![a-z])|月|季|半年")


def _plain(own: str) -> str:
    """A head without what stands in brackets, its unit, and words that part results from plans."""
    return _TOLD_OR_PLANNED.sub("", without_aside(own)).strip()


_TOLD_OR_PLANNED = regex(r" (?:actuals?|guidance|outlook|forecast)$")


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


def _to_date(year: str, part: str) -> str:
    """From the year's begin to the end of a part of it."""
    if part in {"Q4", "H2"}:
        return year
    if part in {"Q1", "H1"}:
        return f"{year}-{part}"
    if part == "Q2":
        return f"{year}-H1"
    return f"{year}-Q1/{year}-Q3" if year.startswith("FY") else f"{year}-01/{year}-09"


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
