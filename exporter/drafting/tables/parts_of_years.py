"""Columns of years in a document about a part of a year: 2026, 2025 in a half-year report.

The line below its title says of what it is: for the six months ended 30 June 2026.
"""

from collections.abc import Iterable, Sequence

from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.periods_said import A_YEAR, MONTH, YEAR, period_in
from exporter.drafting.tables.rows import Heads
from exporter.engine.regex import regex
from exporter.evidence.reading.unit_lines import without_unit
from exporter.facts.folding import fold, lower

_PART = regex(
    r"(?:(?:for|in) (?:the )?)(?P<span>(?:(?:three|six|nine|[369])[- ]months?(?: period)?"
    r"|half[- ]year|quarter)(?: \([^()]*\))? (?:ended|ending|to) "
    rf"(?:[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]{{1,2}}))"
    rf"(?:,? (?P<year>{YEAR}))(?: \(?unaudited\)?)?\W*$"
)
_LONGEST = 140  # characters of a title
_OF_A_DAY = regex(
    r"balance sheets?|financial position|net (?:debt|assets)|assets and liabilities|at (?:the )?end"
)
_OF_A_YEAR = regex(r"(?<![a-z-])(?:annual|(?<!half )years?)(?![a-z-])")
_OPEN = "the head of its column says a year, the document is about a part of one"


def part_of_year_told(heads: Iterable[str]) -> str:
    """The span that titles say, in small letters; "" where none or several do.

    Args:
        heads: The first lines of a document, and its title.
    """
    small = (lower(fold(head)).strip() for head in heads if len(head) <= _LONGEST)
    said = {f"{found['span']} {found['year']}" for head in small if (found := _PART.search(head))}
    return said.pop() if len(said) == 1 else ""


def in_part_of_year(head: str, heads: Heads, calendar: Calendar) -> tuple[str, str]:
    """The period of a column that a year alone heads, and a doubt; "" for both where it is a year.

    Args:
        head: Of the column, in small letters, folded.
        heads: What stands above the row.
        calendar: By what periods are counted.
    """
    span, _, last = calendar.part.rpartition(" ")
    year = without_unit(head.strip())
    if not span or not A_YEAR.fullmatch(year) or not _are_its_years(heads, int(last)):
        return "", ""
    above = _words(heads)
    if _OF_A_YEAR.search(above):
        return "", ""
    if _OF_A_DAY.search(above):
        return "", _OPEN
    return period_in(_in_months(f"{span} {year}"), calendar), ""


def _in_months(span: str) -> str:
    """A span as heads of tables say it: six months ended 30 june 2026 for half-year to it."""
    return _TO.sub(" ended", _HALF.sub("six months", span))


_HALF = regex(r"half[- ]year")
_TO = regex(r" (?:ending|to)(?![a-z])")


def _are_its_years(heads: Heads, last: int) -> bool:
    """Whether the heads of columns say the year of the document's end and the one before alone."""
    said = {int(year) for line in heads.columns for year in A_YEAR.findall(line.text)}
    return last in said and said <= {last, last - 1}


def _words(heads: Heads) -> str:
    lines: Sequence[str] = [line.text for line in (*heads.titles[-2:], *heads.columns)]
    return lower(fold(" ".join(lines)))
