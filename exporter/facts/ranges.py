"""Ranges: values that have a low and a high end, such as guidance of 20.5 to 21.5 billion.

Most tables have none. Whatever is asked here is then answered by a look at two counts of nulls.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.near_forms import near_number
from exporter.facts.rule import Row, Rule
from exporter.facts.shown_fields import shown_fields
from exporter.facts.table import range_written

NUMERAL = r"^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$"
_DAY = r"^\s*[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|[QH][1-4])\s*$|^\s*FY[0-9]{4}"


class End(StrEnum):
    """An end of a range, as names have it: `guidance.low`."""

    LOW = "low"
    HIGH = "high"


class Named(NamedTuple):
    """What a headline or an exhibit names: a fact by its id, or one end of it."""

    id: str
    end: End | None

    @classmethod
    def of(cls, name: str) -> "Named":
        """`guidance.high` as a fact and its end; no id ends so."""
        id_, _, end = name.rpartition(".")
        return cls(id_, End(end)) if id_ and end in set(End) else cls(name, None)


class Ends(NamedTuple):
    """The ends of ranges as written; null where a row has no range, or an end is no number."""

    low: pa.ChunkedArray
    high: pa.ChunkedArray


def has_ranges(facts: pa.Table) -> bool:
    """Whether any of some FACTS is a range."""
    return bool(facts["high"].null_count < facts.num_rows)


def find_ends(table: pa.Table) -> Ends | None:
    """The ends of the ranges of a table WRITTEN; None where no row has a range."""
    if not _any_end(table):
        return None
    return Ends(*(_numerals(table[name]) for name in ("value.from", "value.to")))


def is_range(table: pa.Table) -> pa.ChunkedArray:
    """In which rows of a table WRITTEN an end of a range is written."""
    return pc.or_(pc.is_valid(table["value.from"]), pc.is_valid(table["value.to"]))


def range_rules(table: pa.Table) -> Iterator[Rule]:
    """What must hold for ranges; `table` as for `rules.rules`."""
    if not _any_end(table):
        return
    ranged = is_range(table)
    for name, other in (("value.from", "value.to"), ("value.to", "value.from")):
        yield _missing_end(table, name, other)
        yield from _end_rules(table, name)
    measured = pc.is_in(table["dimension"], pa.array(["date", "text"]))
    yield Rule(
        pc.and_(ranged, measured),
        lambda row: f"a range cannot be in the unit {row['unit.written']!r}",
        lambda row: (
            f"write a range of numbers, {_form(row)}; an interval of time is "
            f"{shown_fields(row['file'], {'period': 'a/b'})}"
        ),
    )
    yield Rule(
        pc.fill_null(pc.greater(table["number"], table["high"]), False),
        lambda row: f"the range {range_written(row)} begins above its end",
        lambda row: "write " + _form(row, row["value.to"], row["value.from"]),
    )
    yield Rule(
        pc.fill_null(pc.equal(table["number"], table["high"]), False),
        lambda row: f"both ends of the range are {row['value.from']}",
        lambda row: f"write {shown_fields(row['file'], {'value': row['value.from']})}",
    )


def _form(row: Row, low: str = "20.5", high: str = "21.5") -> str:
    """A range as a fact has it where this one is written."""
    return shown_fields(row["file"], {"value": {"from": low, "to": high}})


def _any_end(table: pa.Table) -> bool:
    columns = (table[name] for name in ("value.from", "value.to"))
    return any(column.null_count < len(column) for column in columns)


def _numerals(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.if_else(pc.match_substring_regex(column, NUMERAL), column, None)


def _missing_end(table: pa.Table, name: str, other: str) -> Rule:
    return Rule(
        pc.and_(pc.is_null(table[name]), pc.is_valid(table[other])),
        lambda row: f"`{name}` is missing beside `{other}`, {row[other]}",
        lambda row: f"give both ends of a range, {_form(row)}",
    )


def _end_rules(table: pa.Table, name: str) -> Iterator[Rule]:
    """An end is a number; what looks like a date, or is none, is told apart."""
    ends = table[name]
    wrong = pc.fill_null(pc.invert(pc.match_substring_regex(ends, NUMERAL)), False)
    dated = pc.and_(wrong, pc.fill_null(pc.match_substring_regex(ends, _DAY), False))

    def said(row: Row) -> str:
        return f"`{name}` is {row[name]!r}, which is no number"

    yield Rule(
        dated,
        said,
        lambda row: (
            "write an interval of time as " + shown_fields(row["file"], {"period": "2014/2022"})
        ),
    )
    yield Rule(
        pc.and_(wrong, pc.invert(dated)),
        said,
        lambda row: (
            near_number(row[name])
            or f"write both ends as numbers in one unit, without separators or unit: {_form(row)}"
        ),
    )
