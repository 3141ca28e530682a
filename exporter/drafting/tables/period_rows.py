"""Tables whose rows are periods and whose columns are measures: Q1 2025 under Sales, €m, Staff.

The metric is the head of the column without its unit, the period that of the row. Where the quote
does not read as the unit that the head says, the figure is as the head says, and in doubt.
"""

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.measures import is_change, names_measure
from exporter.drafting.tables.period_words import PERIOD_LABEL
from exporter.drafting.tables.periods_said import period_in, says_period
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.facts.folding import fold, lower


class PeriodRow(NamedTuple):
    """A row of such a table.

    Attributes:
        period: As facts write it.
        measures: What each of its cells measures, as the heads of columns say it with their units.
    """

    period: str
    measures: tuple[str, ...]


def period_row(row: Row, rows: Sequence[Row], calendar: Calendar) -> PeriodRow | None:
    """A row whose head is a period under heads of measures; None for another row.

    Args:
        row: The row.
        rows: Those of its table.
        calendar: By what periods are counted.
    """
    measures = _measures(row)
    period = _period(row, calendar)
    if not (measures and period):
        return None
    is_one = any(_period(other, calendar) not in {"", period} for other in rows)
    return PeriodRow(period, measures) if is_one else None


def is_of_periods(row: Row) -> bool:
    """Whether a row may be one: its head is a period, the heads of columns name measures."""
    return bool(_measures(row)) and bool(_only_period(row.line.words))


def _period(row: Row, calendar: Calendar) -> str:
    said = _only_period(row.line.words)
    return period_in(said, calendar) if said else ""


def _only_period(words: str) -> str:
    """A head that says a period and nothing else, in small letters; "" for another."""
    small = lower(fold(words.strip()))
    return small if says_period(small) and not PERIOD_LABEL.sub("", small).strip() else ""


def _measures(row: Row) -> tuple[str, ...]:
    """The heads of the row's columns where all of them are measures, and none a period."""
    for line in reversed(row.heads.columns):
        heads = line.texts if line.text.startswith("\t") else line.texts[1:]
        said = [lower(fold(head)) for head in heads]
        if any(says_period(head) or is_change(head) for head in said):
            return ()
        is_one = any(names_measure(head) or unit_named(head) for head in heads)
        if len(heads) == len(row.line.cells) and is_one:
            return heads
    return ()


def measure_named(head: str) -> str:
    """What the head of a column measures, without its unit: Sales of Sales, €m."""
    words = plain_head(_in_brackets(head))
    return words[:1].upper() + words[1:]


def unit_named(head: str) -> TableUnit | None:
    """The unit that the head of a column says, in brackets or behind a comma; None for none."""
    return table_unit(lower(fold(_in_brackets(head))), in_brackets=True)


def _in_brackets(head: str) -> str:
    """A head with the unit behind its last comma in brackets: Customers (thousand)."""
    words, comma, behind = head.rpartition(", ")
    unit = f"({behind})"
    is_one = comma and table_unit(lower(fold(unit)), in_brackets=True) is not None
    return f"{words} {unit}" if is_one else head
