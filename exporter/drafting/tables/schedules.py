"""Schedules: rows that are years to come, with what falls due in each, and Thereafter for the rest.

Maturities of lease liabilities, future amortization, payments of debt: 2026, 2027, 2028,
Thereafter, Total. Their rows say no measure; the paragraph that leads to the table does, or its
title, or the section.
"""

from collections.abc import Sequence
from itertools import pairwise

from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.periods_said import day_in
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower

_REST = r"(?:remaining|remainder|rest|balance)"
_YEAR = regex(
    rf"(?:(?:fiscal|fy) ?)?(?P<year>(?:19|20)[0-9]{{2}}) ?(?:\({_REST}[^()]*\))?"
    rf"|{_REST} of (?:(?:fiscal|fy) ?)?(?P<year_left>(?:19|20)[0-9]{{2}})"
)
_AFTER = regex(
    r"(?:and )?(?:thereafter|later years|years thereafter)"
    r"|(?:19|20)[0-9]{2} and (?:beyond|thereafter|after)|(?:beyond|after) (?:19|20)[0-9]{2}"
)
_FEWEST = 2  # rows of years


def year_due(row: Row, rows: Sequence[Row], calendar: Calendar) -> str:
    """The year in which what a row of a schedule tells falls due; "" for another row."""
    year = _year_of(row)
    if not year or not is_schedule(rows):
        return ""
    return f"FY{year}" if calendar.is_fiscal else str(year)


def day_of_schedule(row: Row, rows: Sequence[Row]) -> str:
    """The day as of which a schedule is, of its rows that are no years; "" where none is said."""
    if _year_of(row) or not is_schedule(rows):
        return ""
    days = (day_in(lower(fold(words))) for words in _above(row))
    day = next(filter(None, days), None)
    return day.isoformat() if day else ""


def is_schedule(rows: Sequence[Row]) -> bool:
    """Whether rows are years one after the other, up to one that has what falls due thereafter."""
    years = [year for row in rows if (year := _year_of(row))]
    follow = all(later - one == 1 for one, later in pairwise(years))
    return len(years) >= _FEWEST and follow and any(map(is_rest, rows))


def is_rest(row: Row) -> bool:
    """Whether a row has what falls due after the years that are named."""
    return _AFTER.fullmatch(lower(fold(plain_head(row.line.words)))) is not None


def _year_of(row: Row) -> int:
    found = _YEAR.fullmatch(lower(fold(row.line.words)).strip(" :"))
    return int(found["year"] or found["year_left"]) if found else 0


def falling_due(row: Row, rows: Sequence[Row]) -> str:
    """What the rows of a schedule measure, as what leads to it says; "" for another row."""
    if not (_year_of(row) or is_rest(row)) or not is_schedule(rows):
        return ""
    led = next(filter(None, map(_LED_TO.search, _above(row))), None)
    words = led["words"].strip() if led else ""
    return words[:1].upper() + words[1:]


def _above(row: Row) -> list[str]:
    """What stands above the rows of a schedule, the nearest first."""
    captions = [line.text for line, _ in reversed(row.heads.captions) if "\t" not in line.text]
    return [*captions, row.heads.lead, *(line.text for line in reversed(row.heads.titles))]


# As of June 30, 2025, maturities of lease liabilities were as follows (in thousands):
_LED_TO = regex(
    r"(?:^|[,.] )(?:the |our )?"
    r"(?:following table (?:presents|summarizes|shows|sets forth) (?:the |our )?)?"
    r"(?:(?:[Aa]ggregate|estimated|expected|scheduled|total) )*"
    r"(?P<words>(?:[Mm]aturit|[Ff]uture|[Mm]inimum|[Aa]mortization|[Pp]ayments?|[Pp]rincipal"
    r"|[Ll]ease|[Oo]perating|[Uu]ndiscounted|[Cc]ontractual|[Pp]urchase)[^,.;()]{3,60}?)"
    r"(?=,? (?:as of|at) |,? for each of|,? (?:for|over|in) the (?:next|following|five)"
    r"| (?:is|are|was|were) (?:expected to be )?as follows| under | \(|[:.]$)"
)
