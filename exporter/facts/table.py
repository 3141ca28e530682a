"""The table of facts: one Arrow schema for ninety facts or a million.

Two schemas: `WRITTEN`, what stands in a file, every field a text; and `FACTS`, what it means, made
of the former by `parse.FactParser`. `Fact` is one row of FACTS, for people and tests.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.facts.further import ALSO_IN, ALSO_IN_LINES, Further, read_further
from exporter.facts.own_units import unit_of
from exporter.facts.units import Unit
from exporter.facts.units import as_written as as_written  # noqa: PLC0414 - a fact's, too
from exporter.facts.words import Bilingual, Qualifier, Status

BILINGUAL_FIELDS = ("metric", "attribution", "note", "accept")
FIELDS = (  # as an analyst writes them, in the order of the documentation
    "id", "entity", "metric", "value", "formula", "decimals", "unit", "qualifier", "period",
    "status", "attribution", "source", "quote", "quote_en", "quote_zh", "note", "also_in",
    "accept", "restates", "replaces", "carried", "review",
)  # fmt: skip
HISTORY = ("restates", "replaces", "carried")  # null where a fact does not say it
REQUIRED = ("id", "entity", "metric.en", "metric.zh", "source", "quote")
NOT_CALCULATED = ("source", "quote")  # required of what is stated, not of what is calculated

# Where a row is written: `line` is a row of a table; what `also_in` says has lines of its own.
PLACE = (("file", pa.string()), ("line", pa.int32()), (ALSO_IN_LINES, pa.string()))
PLACES = frozenset(name for name, _ in PLACE)

# `value` holds a number or a date as written; a text value stands in `value.en` and `value.zh`, the
# ends of a range in `value.from` and `value.to`.
# `unit` holds a name; one of the analyst's own stands in `unit.en` and `unit.zh`, other words for
# it in `unit.also`, parted by `|`. `decimals` are said of a `formula` alone. `review` says that a
# person has still to look at the row.
WRITTEN = pa.schema(
    [
        *((name, pa.string()) for name in (
            "id", "entity", "metric.en", "metric.zh", "value", "value.en", "value.zh",
            "value.from", "value.to", "formula", "decimals", "unit", "unit.en", "unit.zh",
            "unit.also",
            "qualifier", "period", "status",
            "attribution.en", "attribution.zh", "source", "quote", "quote_en", "quote_zh",
            "note.en", "note.zh", "also_in",
            "accept.en", "accept.zh", "restates", "replaces", "carried", "review",
        )),
        *PLACE,
    ]
)  # fmt: skip

STATED = tuple(  # what a fact says: all but what is to be done with it, and where it is written
    name for name in WRITTEN.names if name != "review" and name not in PLACES
)
KEY_SEPARATOR = "\x1f"  # between the parts of a key made of several columns
NUMBER, DATE, TEXT = "number", "date", "text"  # kinds of value

FACTS = pa.schema(
    [
        ("id", pa.string()),
        ("entity", pa.string()),
        ("metric.en", pa.string()),
        ("metric.zh", pa.string()),
        ("kind", pa.string()),
        ("number", pa.float64()),
        ("high", pa.float64()),
        ("decimals", pa.int16()),
        ("date", pa.date32()),
        ("precision", pa.string()),
        ("text.en", pa.string()),
        ("text.zh", pa.string()),
        ("formula", pa.string()),
        ("unit", pa.string()),
        ("unit.en", pa.string()),
        ("unit.zh", pa.string()),
        ("unit.also", pa.string()),
        ("qualifier", pa.string()),
        ("period", pa.string()),
        ("status", pa.string()),
        ("attribution.en", pa.string()),
        ("attribution.zh", pa.string()),
        ("source", pa.string()),
        ("quote", pa.string()),
        ("quote_en", pa.string()),
        ("quote_zh", pa.string()),
        ("note.en", pa.string()),
        ("note.zh", pa.string()),
        (ALSO_IN, pa.string()),
        ("accept.en", pa.string()),
        ("accept.zh", pa.string()),
        *((name, pa.string()) for name in HISTORY),
        *PLACE,
    ]
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the table of facts.

    Attributes:
        number: The value as said in `unit`, with `decimals` as written; None unless it is a number.
        high: The high end of a range, of which `number` is the low one; None unless it is a range.
        date: The first day of what `precision` (`year`, `month`, `day`) names; None unless a date.
        text: None unless the value is a text.
        formula: What it is calculated by, of other facts; None for what is stated as it is.
        note: What is to be known of it: its basis, how it is defined; "" for nothing.
        also_in: Further sources of the same figure.
        accept: Why the analyst answers for what the quote does not prove; "" in both languages for
            not at all.
        restates: The id of the fact whose figure it sets right; None for none, as in the next two.
        replaces: The id of the fact of an earlier period in whose place it stands.
        carried: The edition that it was taken over from, and not looked at since.
        file: Where it is written, with `line` (from 1).
    """

    id: str
    entity: str
    metric: Bilingual
    number: float | None
    high: float | None
    decimals: int
    date: dt.date | None
    precision: str
    text: Bilingual | None
    formula: str | None
    unit: Unit
    qualifier: Qualifier
    period: str
    status: Status
    attribution: Bilingual
    source: str
    quote: str
    quote_en: str
    quote_zh: str
    note: Bilingual
    also_in: tuple[Further, ...]
    accept: Bilingual
    restates: str | None
    replaces: str | None
    carried: str | None
    file: str
    line: int

    @property
    def value(self) -> float | dt.date | Bilingual | None:
        """Whatever the fact states: a number, a date or a text."""
        return self.number if self.number is not None else self.date or self.text

    @property
    def exact(self) -> Fraction | None:
        """The number exactly as written, in its unit; None unless it is a number."""
        return None if self.number is None else as_written(self.number)

    @property
    def exact_high(self) -> Fraction | None:
        """The high end exactly as written; None unless the fact is a range."""
        return None if self.high is None else as_written(self.high)


def range_written(row: Mapping[str, Any]) -> str:
    """The range of a row of WRITTEN, as messages show it: `20.5 to 21.5`."""
    return f"{row['value.from']} to {row['value.to']}"


def iterate_facts(table: pa.Table) -> Iterator[Fact]:
    """The rows of a table of facts, one by one; extra columns are passed over."""
    for batch in table.select(FACTS.names).to_batches():
        for row in batch.to_pylist():
            yield fact_of(row)


def fact_of(row: Mapping[str, Any]) -> Fact:
    """The fact of a row of FACTS."""
    return Fact(
        id=row["id"],
        entity=row["entity"],
        metric=Bilingual(row["metric.en"], row["metric.zh"]),
        number=row["number"],
        high=row["high"],
        decimals=row["decimals"] or 0,
        date=row["date"],
        precision=row["precision"] or "",
        text=None if row["text.en"] is None else Bilingual(row["text.en"], row["text.zh"]),
        formula=row["formula"],
        unit=unit_of(row["unit"], row["unit.en"], row["unit.zh"], row["unit.also"]),
        qualifier=Qualifier(row["qualifier"]),
        period=row["period"],
        status=Status(row["status"]),
        attribution=Bilingual(row["attribution.en"], row["attribution.zh"]),
        source=row["source"],
        quote=row["quote"],
        quote_en=row["quote_en"],
        quote_zh=row["quote_zh"],
        note=Bilingual(row["note.en"], row["note.zh"]),
        also_in=read_further(row[ALSO_IN]),
        accept=Bilingual(row["accept.en"], row["accept.zh"]),
        restates=row["restates"],
        replaces=row["replaces"],
        carried=row["carried"],
        file=row["file"],
        line=row["line"],
    )


def distinct(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """A column as its distinct values, in the order in which they first come; null may be one."""
    return one_chunk(pc.dictionary_encode(column, null_encoding="encode"))


def map_dictionary(
    column: pa.DictionaryArray, function: Callable[[str], object], type_: pa.DataType
) -> pa.DictionaryArray:
    """`function` of each distinct string of a column; null for null."""
    values = column.dictionary.to_pylist()
    made = pa.array([None if value is None else function(value) for value in values], type_)
    return pa.DictionaryArray.from_arrays(column.indices, made)


def map_distinct(
    column: pa.ChunkedArray, function: Callable[[str], object], type_: pa.DataType
) -> pa.ChunkedArray:
    """`function` of every string of `column`, called once for each distinct one; null for null."""
    made = map_dictionary(distinct(column), function, type_)
    return pa.chunked_array([made.dictionary.take(made.indices)])
